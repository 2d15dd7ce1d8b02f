// A visitor who touches everything. Stands before the scripts of the trials that need one:
// what is on display, what can be done there, and doing it.

// The next turn of the page's loop: what follows a click has happened.
const turn = () => new Promise((done) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = done;
  port2.postMessage(0);
});

// Numbers from 0 to below 1, the same ones for the same seed (mulberry32).
const dice = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};

const visible = (element) => element.getClientRects().length > 0;
const CONTROLS = "button, summary, input, select, textarea, a[href], [tabindex]";
const controls = (tree) => [...tree.querySelectorAll(CONTROLS)]
  .filter((one) => visible(one) && !one.disabled && one.getAttribute("tabindex") !== "-1");
const unfold = (tree) => tree.querySelectorAll("details").forEach((one) => (one.open = true));

// What stands on display, and which control this is of all its kind.
const place = (tree) => {
  const screen = tree.querySelector("[data-screen]");
  return screen ? `${screen.dataset.screen} ${screen.dataset.question || ""}` : "nothing";
};
const NAMED = ["action", "view", "change", "zoom"];
const nameOf = (control) => {
  const data = Object.keys(control.dataset).map((key) =>
    NAMED.includes(key) ? `${key}=${control.dataset[key]}` : key);
  return [control.localName, control.type, control.getAttribute("class"), ...data].join(" ");
};

// Sets a field as a keyboard does: the page's own setter, then what a browser tells.
const type = (field, text) => {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(field, text);
  field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true, data: text }));
};
const press = (element, key) =>
  element.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true }));

// Uses a control; links are left: they lead away. `chance` chooses where there is a choice.
const use = (control, chance) => {
  if (control.localName === "a") return;
  if (control.localName === "select") {
    control.selectedIndex = Math.floor(chance() * control.options.length);
    control.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    control.dispatchEvent(new Event("change", { bubbles: true }));
  } else if (control.localName === "input" && !["radio", "checkbox"].includes(control.type)) {
    type(control, ["clamart", "q", "92140", "héad", "<b>", " "][Math.floor(chance() * 6)]);
    press(control, ["ArrowDown", "Enter", "Escape"][Math.floor(chance() * 3)]);
  } else {
    if (chance() < 0.3) press(control, ["ArrowRight", "ArrowDown", "Escape", "+"][Math.floor(chance() * 4)]);
    if (control.isConnected) control.click ? control.click() : press(control, "Enter");
  }
};
