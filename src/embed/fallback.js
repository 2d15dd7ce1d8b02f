// What a visitor sees when the widget cannot run: the emergency numbers and the
// regional directory, said in the words of the dataset, under the element's own
// content. Nodes are made one by one: no markup is parsed, so no policy of the
// host is in the way.

function fallbackNodes(element) {
  return (holdsAll(element) ? [] : contactNodes()).concat(pageNodes(element));
}

function contactNodes() {
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

// The way to the page where the widget is hosted alone, where it is known: no policy of this page
// holds there. Not where the element's own content leads there, nor on that page itself.
function pageNodes(element) {
  const address = hostedPage(element);
  if (!address || ownAddresses(element).includes(address)) return [];
  // A frame is no place for a page.
  const target = window.parent === window ? "_self" : "_blank";
  const link = node("a", { href: address, target: target, rel: "noopener" }, [FALLBACK.page.says]);
  return [node("p", {}, [link])];
}

// The one that the element names, else that of the release.
function hostedPage(element) {
  try {
    const own = { page: element.getAttribute("page") };
    const given = Object.assign(own, states.get(element).config).page || FALLBACK.page.href;
    const url = given && new URL(given, document.baseURI);
    const there = url && url.href === location.href.split("#")[0];
    return url && !there && /^(https?|file):$/.test(url.protocol) ? url.href : "";
  } catch (error) {
    return "";
  }
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
