// What a visitor sees when the widget cannot run: the emergency numbers and the
// regional directory, said in the words of the dataset, under the element's own
// content. Nodes are made one by one: no markup is parsed, so no policy of the
// host is in the way.

function fallbackNodes() {
  const numbers = FALLBACK.numbers.map(function (entry) {
    const link = node("a", { href: entry.href }, [entry.number]);
    return node("li", {}, [link, " ", entry.label]);
  });
  const nodes = [node("p", {}, [FALLBACK.intro]), node("ul", {}, numbers)];
  const directory = FALLBACK.directory;
  if (directory) {
    const link = node("a", { href: directory.web, rel: "noreferrer" }, [directory.name]);
    nodes.push(node("p", {}, [directory.intro, " ", link]));
  }
  return nodes;
}

function node(name, attributes, children) {
  const made = document.createElement(name);
  Object.keys(attributes).forEach(function (key) {
    made.setAttribute(key, attributes[key]);
  });
  children.forEach(function (child) {
    made.appendChild(typeof child === "string" ? document.createTextNode(child) : child);
  });
  return made;
}
