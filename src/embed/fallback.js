// What a visitor sees when the widget cannot run: the emergency numbers and the
// regional directory, said in the words of the dataset, under the element's own
// content. Nodes are made one by one: no markup is parsed, so no policy of the
// host is in the way.

function fallbackNodes(element) {
  if (holdsAll(element)) return [];
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

// Whether the element's own content leads to all of them: nobody is shown the same twice,
// and nobody is shown a list from which the first number is missing.
function holdsAll(element) {
  const own = ownAddresses(element);
  const numbers = FALLBACK.numbers.every(function (entry) {
    return own.includes(entry.href);
  });
  return numbers && (!FALLBACK.directory || own.includes(FALLBACK.directory.web));
}

// Where the links of the element's own content lead.
function ownAddresses(element) {
  return Array.from(element.querySelectorAll("a[href]"), function (link) {
    return link.getAttribute("href");
  });
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
