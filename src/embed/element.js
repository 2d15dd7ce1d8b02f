// The custom element. Its state lives in a WeakMap, never in the document: a
// saved page then starts afresh instead of believing that it already runs.

const states = new WeakMap(); // element → { shadow, slot, root, handle, config, kept, cause, lending }
const mounted = new Set(); // the elements that show a running widget

function defineElement() {
  class OrientationPalliativeElement extends HTMLElement {
    constructor() {
      super();
      states.set(this, { shadow: null, slot: null, root: null, handle: null, config: null, kept: null, cause: "", lending: null });
    }

    connectedCallback() {
      show(this);
    }

    // A moved element is disconnected and connected again in one go: only one
    // that is still away a moment later has left.
    disconnectedCallback() {
      Promise.resolve().then(() => {
        if (this.isConnected) return;
        rememberAnswers(this);
        leave(this);
      });
    }

    // Style sheets do not follow an element into another document.
    adoptedCallback() {
      const state = states.get(this);
      if (state.shadow) applyStyles(state.shadow);
    }
  }
  customElements.define(NAME, OrientationPalliativeElement);
}

// The shadow tree: the element's own content, until the widget takes its place. While
// it is waited for (`awaited`), the height of a first question is kept free, so that
// what follows in the page does not jump.
function furnish(element, state, awaited) {
  state.shadow = state.shadow || shadowOf(element, state.config || {});
  state.shadow.textContent = "";
  applyStyles(state.shadow);
  const content = node("div", awaited ? { class: "op-awaited" } : {}, [node("slot", {}, [])]);
  state.slot = state.shadow.appendChild(content);
}

// Closed: what records a page's visitors does not read their answers. `ouvert` opens it
// to whoever audits the page. A tree that the page itself has given the element, open or
// closed, is taken over.
function shadowOf(element, config) {
  const wanted = "ouvert" in config ? config.ouvert : element.getAttribute("ouvert");
  const closed = wanted === null || wanted === "non";
  return treeOf(element, closed) || treeOf(element, !closed) || element.shadowRoot;
}

function treeOf(element, closed) {
  try {
    const tree = element.attachShadow({ mode: closed ? "closed" : "open" });
    keepInside(tree);
    return tree;
  } catch (error) {
    return null; // the element has one of the other kind
  }
}

// Shows the widget in an element that is in the page; once, until it leaves.
async function show(element) {
  const state = states.get(element);
  if (state.root) return;
  let timer = 0;
  try {
    furnish(element, state, true);
    state.root = freshRoot();
    const root = state.root;
    timer = patience(element, state, root);
    const started = await engine();
    const own = await ownDataset(element, state);
    if (state.root !== root) return; // it left meanwhile
    place(state.shadow, root);
    state.handle = mountWith(started, root, configOf(element, state), own, state.now);
    if (!root.querySelector("[data-screen]")) throw problem("start", "rien n'est affiché");
    mounted.add(element);
    tuck(element, state);
    emit(element, "ready");
  } catch (error) {
    if (!stopped) report(error); // a panic tells of itself
    if (element.isConnected) fail(element, stopped ? "stopped" : error.cause);
  } finally {
    clearTimeout(timer);
  }
}

// How long one waits with the element's own content alone, in milliseconds.
const PATIENCE = 6000;
let late = null; // the one error that tells of it

function patience(element, state, root) {
  try {
    return setTimeout(standIn, PATIENCE, element, state, root);
  } catch (error) {
    return 0; // a page without timers cannot be late
  }
}

// The contacts, until a slow engine has started.
function standIn(element, state, root) {
  if (state.root !== root) return;
  late = late || problem("late");
  report(late);
  state.slot.className = "";
  place(state.slot, contactsRoot(element));
}

// With the page's own dataset; with the embedded one when the two scripts are not of
// one version and do not write a dataset the same way.
function mountWith(started, root, config, own, now) {
  try {
    return started.mount(root, config, now || parisNow(), own);
  } catch (error) {
    if (!own || stopped) throw error;
    report(problem("versions", error));
    return started.mount(root, config, parisNow(), null);
  }
}

// The `div` that the widget fills. `all: initial` does not reach the direction
// of writing, and a host may be right-to-left.
function freshRoot() {
  return node("div", { class: "op-root", lang: "fr", dir: "ltr" }, []);
}

// The same with the contacts; empty where the element's own content holds them all.
function contactsRoot(element) {
  const root = freshRoot();
  const nodes = fallbackNodes(element);
  if (nodes.length) root.appendChild(node("div", { class: "op" }, nodes));
  return root;
}

// Shows the `div`, and tells the styles the size of letters that the visitor has set in
// the browser: `rem` is the host's, and hosts make it 10 px.
function place(parent, root) {
  parent.appendChild(root);
  try {
    root.style.setProperty("--op-rem", getComputedStyle(root).fontSize);
  } catch (error) {
    // The styles have a size of their own.
  }
}

// The element's attributes, and over them what a script gave to `mount`: names and
// values, each ended by the one character that no attribute contains.
function configOf(element, state) {
  const config = {};
  for (let i = 0; i < element.attributes.length; i++) {
    config[element.attributes[i].name] = element.attributes[i].value;
  }
  const resumed = resumption(element);
  if (resumed) config.reprise = resumed;
  if (element.id && document.querySelector(NAME) !== element) config.nommer = encodeURIComponent(element.id);
  Object.assign(config, state.config);
  return Object.keys(config)
    .map(function (name) {
      return name + "\0" + String(config[name]).replace(/\0/g, "") + "\0";
    })
    .join("");
}

function leave(element) {
  const state = states.get(element);
  const handle = state.handle;
  mounted.delete(element);
  unfollow(state.root);
  state.handle = null;
  state.root = null;
  state.cause = "";
  keepWords(element, state);
  if (handle && !stopped) handle.unmount();
  if (state.shadow) state.shadow.textContent = "";
}

// The element's own content, and the contacts under it. The wasm side is left
// alone: whatever stopped it, it is not called again for this element.
function fail(element, cause) {
  const state = states.get(element);
  state.cause = CAUSES[cause] ? cause : "start";
  mounted.delete(element);
  unfollow(state.root);
  keepWords(element, state);
  state.handle = null;
  try {
    state.root = contactsRoot(element);
    furnish(element, state, false);
    place(state.shadow, state.root);
  } catch (error) {
    report(error);
    // Nothing is left to show but the element's own content.
    if (state.shadow && !state.shadow.querySelector("slot")) state.shadow.appendChild(node("slot", {}, []));
  }
  emit(element, "error");
}

function emit(element, name) {
  try {
    element.dispatchEvent(new CustomEvent(NAME + ":" + name, { bubbles: true, composed: true }));
  } catch (error) {
    // A page that overrode the event machinery gets none; the visitor goes on.
  }
}

// How far a widget has come, for whoever keeps the page: "ready", "waiting", or why it
// failed. Nothing of what is answered in it.
function stateOf(element) {
  const state = states.get(element);
  if (!state || !state.root) return null;
  return mounted.has(element) ? "ready" : state.cause || "waiting";
}
