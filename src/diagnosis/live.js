// The facts of the page that this runs on. The page and the script are asked for again from where
// they are; nothing else leaves.

async function collected() {
  await settledPage();
  await startedWidgets();
  const heard = [];
  const listener = (event) => heard.push(event);
  document.addEventListener("securitypolicyviolation", listener);
  const page = { address: location.href, origin: location.origin === "null" ? "" : location.origin };
  const served = await servedPage();
  const facts = served.doc ? factsOf(served.doc, served.raw, page) : factsOf(document, "", page);
  joinLive(facts, factsOf(document, "", page));
  facts.unread = !served.doc && /^https?:$/.test(location.protocol);
  facts.live = true;
  facts.framed = window.parent !== window;
  facts.wasm = wasmHere();
  facts.taken = Boolean(window.customElements && customElements.get(NAME) && !window.OrientationPalliative);
  await Promise.all(facts.scripts.map((script) => readFile(script, heard)));
  await askFrames(facts.frames);
  document.removeEventListener("securitypolicyviolation", listener);
  facts.policies = policiesOf(facts, served, heard);
  return facts;
}

function settledPage() {
  return new Promise(function (resolve) {
    if (document.readyState === "complete") resolve();
    else addEventListener("load", () => setTimeout(resolve, 0), { once: true });
  });
}

// A widget may take some seconds; one that takes longer is told as it stands.
async function startedWidgets() {
  const elements = Array.from(document.querySelectorAll(NAME));
  for (let tries = 0; tries < 70; tries++) {
    if (!elements.some((element) => stateHere(element) === "waiting")) return;
    await later(100);
  }
}

function stateHere(element) {
  const api = window.OrientationPalliative;
  return api && api.state && element ? api.state(element) : null;
}

function later(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

// As the site sends it: the widget takes `integrity` off its own tag, and others change tags too.
async function servedPage() {
  try {
    const response = await fetch(location.href.split("#")[0], { credentials: "same-origin" });
    const raw = await response.text();
    return { raw: raw, doc: parsedPage(raw), policy: response.headers.get("content-security-policy") };
  } catch (error) {
    return { raw: "", doc: null, policy: null };
  }
}

// Parsed, never run: the document has no window.
function parsedPage(raw) {
  const trusted = window.trustedTypes ? trustedTypes.createPolicy(OWN_MARK, { createHTML: String }).createHTML(raw) : raw;
  return new DOMParser().parseFromString(trusted, "text/html");
}

// What only the browser's page shows: where the elements are, and what scripts have inserted.
function joinLive(facts, live) {
  live.elements.forEach(function (element) {
    element.hidden = hiddenBy(element.node);
    element.state = stateHere(element.mark ? element.node.querySelector(NAME) : element.node);
  });
  facts.removed = facts.elements.length > 0 && !live.elements.length;
  facts.elements = live.elements;
  live.frames.forEach((frame) => { frame.hidden = hiddenBy(frame.node); });
  facts.frames = live.frames.concat(facts.frames.filter((frame) => frame.held && !live.frames.length));
  if (!facts.scripts.length) facts.scripts = live.scripts.map((script) => Object.assign(script, { inserted: true }));
  facts.shown = live.shown;
}

function hiddenBy(node) {
  for (let at = node; at; at = at.parentElement) {
    const why = closedBy(at, node);
    if (why) return { why: why, where: described(at) };
  }
  const box = node.getBoundingClientRect();
  const seen = node.getClientRects().length > 0 && getComputedStyle(node).visibility !== "hidden";
  if (!seen) return { why: "visibility", where: described(node) };
  return box.width < 40 || box.height < 1 ? { why: "size", where: described(node) } : null;
}

function closedBy(at, node) {
  const style = getComputedStyle(at);
  if (at.localName === "details" && !at.open && at !== node) return "details";
  const gone = style.display === "none" || (at.localName === "dialog" && !at.open);
  if (gone && at.matches("dialog, [role=tabpanel], .tab-pane, .collapse, [aria-hidden=true], [hidden]")) return "tab";
  if (gone) return "display";
  if (style.opacity === "0") return "visibility";
  const clips = /hidden|clip/.test(style.overflowX + style.overflowY) && at !== node;
  return clips && (at.clientWidth < 40 || at.clientHeight < 1) ? "size" : "";
}

// An element as one finds it again: its name, its id or its first class.
function described(node) {
  const first = node.classList[0];
  return node.localName + (node.id ? "#" + node.id : first ? "." + first : "");
}

function wasmHere() {
  if (typeof WebAssembly !== "object") return "absent";
  try {
    new WebAssembly.Module(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));
    return "";
  } catch (error) {
    return "csp";
  }
}

// The page's own, in its header and its code; else those that the browser has told of while
// something was refused.
function policiesOf(facts, served, heard) {
  const own = (served.policy || "").split(/,(?=\s*[a-z-]+\s)/i).filter((text) => text.trim());
  const all = facts.policies.concat(own.map((text) => ({ from: "header", directives: directivesOf(text) })));
  if (all.length) return all;
  const refused = heard.filter((event) => event.disposition !== "report" && event.originalPolicy).map((event) => event.originalPolicy);
  return Array.from(new Set(refused)).map((text) => ({ from: "report", directives: directivesOf(text) }));
}
