// Opens the widget at each of `links` and at each of `views`, and uses every control that
// it has not used yet, each once. Gives the screens and controls seen, and what was found.
const [links, views] = arguments;
const chance = dice(20261124);
const [states, used, faults] = [new Set(), new Set(), new Set()];
let element = null;
let where = null;

// Where an outgoing link leads, nobody learns from where.
const look = (tree) => {
  states.add(place(tree));
  for (const link of tree.querySelectorAll("a[href^=http]")) {
    if (!link.relList.contains("noreferrer")) faults.add(`tells its referrer: ${link.href}`);
  }
  const emergency = tree.querySelector("[data-emergency] a[href='tel:15']");
  if (!emergency || !visible(emergency)) faults.add(`no emergency number at ${place(tree)}`);
};
const open = async (config) => {
  if (element) element.remove();
  if (where) where.remove();
  await turn();
  where = document.body.appendChild(document.createElement("div"));
  const ready = new Promise((done) => where.addEventListener("orientation-palliative:ready", done));
  element = OrientationPalliative.mount(where, { historique: "non", ...config });
  await ready;
  // The browser's own word, not the way in that the trial has made itself.
  const own = Object.getOwnPropertyDescriptor(Element.prototype, "shadowRoot").get;
  if (own.call(element) !== null) faults.add("the shadow tree is open");
  unfold(element.shadowRoot);
  return element.shadowRoot;
};
const fresh = (tree) => controls(tree).find((one) => !used.has(`${place(tree)} ${nameOf(one)}`));

const crawl = async (config) => {
  let tree = await open(config);
  look(tree);
  const start = place(tree);
  for (let one = fresh(tree); one; one = fresh(tree)) {
    const name = `${place(tree)} ${nameOf(one)}`;
    used.add(name);
    window.acting = one.dataset.action || "";
    use(one, chance);
    await turn();
    look(tree);
    window.acting = "";
    if (place(tree) !== start || !one.isConnected) tree = await open(config);
    else unfold(tree);
  }
};
return (async () => {
  const [address, title] = [location.href, document.title];
  for (const view of views) await crawl({ vues: `${view} orientation` });
  for (const reprise of links) await crawl({ reprise });
  if (location.href !== address) faults.add(`the address is ${location.href}`);
  if (document.title !== title) faults.add(`the title is ${document.title}`);
  if (history.state !== null) faults.add(`the history holds ${JSON.stringify(history.state)}`);
  if (document.cookie) faults.add(`a cookie: ${document.cookie}`);
  return { states: states.size, controls: used.size, faults: [...faults], leaks: window.leaks,
    names: [...used], changes: window.changes };
})();
