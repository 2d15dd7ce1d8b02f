// Somebody who does anything, `count` times, in any of the page's widgets; gives what was
// found and how many kinds of screen were reached.
const [seed, count] = arguments;
const chance = dice(seed);
const one = (all) => all[Math.floor(chance() * all.length)];
const [states, faults] = [new Set(), []];
const ready = (host) => new Promise((done) =>
  host.addEventListener("orientation-palliative:ready", done, { once: true }));

// What a person does who answers: else one would seldom come far.
const answer = (tree) => {
  const field = tree.querySelector("input[data-commune]");
  if (field) {
    type(field, one(["clamart", "92140", "sceaux", "paris", "nanterre"]));
    press(field, "Enter");
  }
  const radios = [...tree.querySelectorAll("[data-screen] input[type=radio]")].filter(visible);
  if (radios.length) one(radios).click();
  const on = tree.querySelector("[data-action=continue], [data-action=resume]");
  if (on) on.click();
};
// What a page around may do.
const around = async (host, tree) => {
  if (chance() < 0.5) {
    const [parent, next] = [host.parentNode, host.nextSibling];
    host.remove();
    if (chance() < 0.5) return parent.insertBefore(host, next);
    await turn();
    const again = ready(host);
    parent.insertBefore(host, next);
    await again;
  } else {
    // A translator puts other nodes in the place of the texts.
    const texts = document.createTreeWalker(tree, NodeFilter.SHOW_TEXT);
    const all = [];
    while (texts.nextNode()) if (texts.currentNode.data.trim()) all.push(texts.currentNode);
    all.filter(() => chance() < 0.2).forEach((text) => {
      const font = document.createElement("font");
      font.append(text.data);
      text.replaceWith(font);
    });
  }
};
const act = async (host) => {
  const tree = host.shadowRoot;
  const kind = chance();
  if (kind < 0.5) answer(tree);
  else if (kind < 0.97) {
    if (chance() < 0.2) unfold(tree);
    const control = one(controls(tree));
    if (control) use(control, chance);
  } else await around(host, tree);
};
const look = (host, done) => {
  const tree = host.shadowRoot;
  const emergency = tree.querySelector("[data-emergency] a[href='tel:15']");
  if (!emergency || !visible(emergency)) faults.push(`${done}: no emergency number at ${place(tree)}`);
  const screens = tree.querySelectorAll("[data-screen]").length;
  if (screens !== 1) faults.push(`${done}: ${screens} screens`);
  states.add(place(tree));
};
return (async () => {
  const hosts = [...document.querySelectorAll("orientation-palliative")];
  for (let done = 0; done < count && faults.length < 5; done += 1) {
    const host = one(hosts);
    await act(host);
    await turn();
    look(host, done);
  }
  return { states: [...states], faults };
})();
