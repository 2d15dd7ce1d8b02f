// Opens the widget at each of `links` and `views`, unfolded; gives the kinds of elements
// there, each with its attributes' names, where their addresses lead, and what has run.
const [links, views] = arguments;
const [kinds, addresses] = [new Set(), new Set()];
const look = async (config) => {
  const where = document.body.appendChild(document.createElement("div"));
  const ready = new Promise((done) => where.addEventListener("orientation-palliative:ready", done));
  const element = OrientationPalliative.mount(where, { historique: "non", ...config });
  await ready;
  const tree = element.shadowRoot;
  unfold(tree);
  const field = tree.querySelector("input[data-search], input[data-commune]");
  if (field) type(field, "a");
  await turn();
  for (const one of tree.querySelectorAll("*")) {
    const names = [...one.attributes].map((attribute) => attribute.name).sort();
    kinds.add([one.localName, ...names].join(" "));
    for (const name of ["href", "src", "action", "xlink:href"]) {
      if (one.hasAttribute(name)) addresses.add(one.getAttribute(name));
    }
  }
  where.remove();
  await turn();
};
return (async () => {
  await turn();
  for (const view of views) await look({ vues: `${view} orientation` });
  for (const reprise of links) await look({ reprise });
  return { kinds: [...kinds], addresses: [...addresses], screens: links.length + views.length,
    ran: window.ran };
})();
