// The facts of a page's code: a document that was parsed from it and, where it is known, the
// text. Nothing is run and nothing is fetched.

// The last part of an address that names the widget's script, not the second one's.
const OWN_FILE = /(^|\/)orientation-palliative(?!\.donnees)[\w.-]*\.js(?=$|[?#])/i;
const OWN_FRAME = /(^|\/)(cadre|orientation-palliative(\.nowasm)?)\.html(?=$|[?#])|[?&]orientation-palliative=page(&|#|$)/i;
const ELEMENTS = NAME + ", [data-" + NAME + "]:not(iframe)";
// Written in this script itself, which a page may hold: its words are not the page's.
const OWN_MARK = "diagnostic-orientation-palliative";

function attributesOf(node) {
  const all = {};
  Array.from(node.attributes).forEach(function (attribute) {
    all[attribute.name.toLowerCase()] = attribute.value;
  });
  return all;
}

// `page`: { address, origin }, empty where they are not known.
function factsOf(doc, raw, page) {
  const scripts = Array.from(doc.querySelectorAll("script"));
  return {
    page: page,
    policies: metaPolicies(doc),
    scripts: scripts.map(attributesOf).map(scriptOf).filter(Boolean),
    copies: scripts.map((script) => copierOf(script.getAttribute("src") || "")).filter(Boolean),
    callers: scripts.map(insertedBy).filter(Boolean),
    elements: Array.from(doc.querySelectorAll(ELEMENTS)).filter(isOutermost).map(elementOf),
    frames: Array.from(doc.querySelectorAll("iframe, .tac_iframe")).map(frameOf).filter(Boolean),
    selfClosed: /<(orientation-palliative|div\s[^>]*data-orientation-palliative)\b[^>]*\/>/i.test(raw),
    shown: shownCode(doc),
  };
}

function metaPolicies(doc) {
  const metas = Array.from(doc.querySelectorAll("meta[http-equiv]"));
  const own = metas.filter((meta) => /^content-security-policy$/i.test(meta.httpEquiv));
  return own.map((meta) => ({ from: "meta", directives: directivesOf(meta.content) }));
}

// The attribute that names one of our files, wherever a tool has moved the address to.
function ownAddress(tag, pattern) {
  const names = ["src"].concat(Object.keys(tag)).filter((name) => has(tag, name));
  return names.find((name) => name !== "id" && name !== "class" && pattern.test(tag[name])) || "";
}

function scriptOf(tag) {
  const at = ownAddress(tag, OWN_FILE) || (has(tag, "src") && KNOWN[tag.integrity] ? "src" : "");
  if (!at) return null;
  const runs = /^(|module|(text|application)\/(x-)?(java|ecma)script)$/i.test((tag.type || "").trim());
  const asked = has(tag, "data-cookieyes") || (has(tag, "data-osano") && !/^essential$/i.test(tag["data-osano"]));
  return {
    address: tag[at],
    integrity: (tag.integrity || "").trim(),
    crossorigin: has(tag, "crossorigin"),
    nonce: tag.nonce || "",
    type: (tag.type || "").trim(),
    plain: /nowasm/i.test(tag[at]),
    held: at === "src" && runs && !asked ? null : holderOf(tag),
    copied: copierOf(tag[at]),
    inserted: false,
    file: null,
  };
}

// Who inserts the script out of code of the page.
function insertedBy(script) {
  const code = script.textContent;
  if (script.src || code.includes(OWN_MARK) || !/orientation-palliative[\w.-]*\.js/i.test(code)) return "";
  // The script itself may stand in the page: an offline copy.
  return code.length > 100000 ? "" : callerOf(code) || "inconnu";
}

// A `div` that stands for the element holds it once the widget runs.
function isOutermost(node) {
  return !node.parentElement || !node.parentElement.closest(ELEMENTS);
}

function elementOf(node) {
  const mark = node.localName !== NAME;
  const around = node.closest("p, button, a, label");
  return {
    node: node,
    mark: mark,
    empty: !node.textContent.trim(),
    inside: around ? around.localName : "",
    problems: attributeProblems(attributesOf(node), mark),
    hidden: null,
    state: null,
  };
}

function frameOf(node) {
  const tag = attributesOf(node);
  const at = ownAddress(tag, OWN_FRAME) || (has(tag, "data-" + NAME) && has(tag, "src") ? "src" : "");
  if (!at) return null;
  const held = node.localName !== "iframe" || at !== "src";
  return {
    node: node,
    address: tag[at],
    held: held ? holderOf(tag) : null,
    sandbox: has(tag, "sandbox") ? tag.sandbox.toLowerCase().split(/\s+/) : null,
    hidden: null,
    answers: null,
  };
}

const ESCAPED = /<\/?(orientation-palliative\b|script\b[^>]*orientation-palliative|div\s+data-orientation-palliative)/i;

// Our code shown as text instead of being code: "escaped", "shortcode", or "".
function shownCode(doc) {
  const body = doc.body ? doc.body.cloneNode(true) : null;
  if (!body) return "";
  const silent = "script, style, textarea, noscript, template, iframe, [data-" + OWN_MARK + "]";
  body.querySelectorAll(silent).forEach((node) => node.remove());
  const text = body.textContent;
  if (ESCAPED.test(text)) return "escaped";
  return /\[orientation_palliative\b[^\]]*\]/.test(text) ? "shortcode" : "";
}
