// What a visitor sees when the widget cannot run: the emergency numbers and the
// regional directory, taken from the embedded dataset, under the element's own
// content. Nodes are made one by one: no markup is parsed, so no policy of the
// host is in the way.

function fallbackNodes() {
  const data = JSON.parse(BUNDLE);
  const nodes = [node("p", {}, [text(data, "ui", "fallback.intro")])];
  const numbers = data.filiere.emergency.map(function (entry) {
    const link = node("a", { href: "tel:" + entry.number }, [entry.number]);
    return node("li", {}, [link, " ", text(data, "emergency", entry.number)]);
  });
  nodes.push(node("ul", {}, numbers));
  const directory = data.structures.structures.find(function (structure) {
    return structure.id === data.filiere.directory;
  });
  const web = directory && directory.contacts.find(function (contact) {
    return contact.field === "web";
  });
  if (web) {
    const link = node("a", { href: web.value }, [directory.name]);
    nodes.push(node("p", {}, [text(data, "ui", "fallback.directory"), " ", link]));
  }
  return nodes;
}

// A sentence of the dataset; none: nothing, rather than its key.
function text(data, file, key) {
  const found = (data.texts[file] || {})[key] || "";
  return typeof found === "string" ? found : found.public;
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
