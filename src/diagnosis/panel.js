// The panel on the page that is diagnosed: in a shadow tree of its own, without markup.

// `:host` is said louder than whatever the page says of a `div`.
const PANEL = [
  ":host{all:initial!important;display:block!important}",
  "div{box-sizing:border-box;position:fixed;z-index:2147483647;right:12px;bottom:12px;left:12px;",
  "max-width:460px;max-height:calc(100vh - 24px);margin-left:auto;overflow:auto;padding:16px;",
  "border:2px solid #0e5a63;border-radius:8px;background:#fff;color:#1f2a2c;color-scheme:light;",
  "font:16px/1.5 system-ui,sans-serif;text-align:left}",
  "h2{margin:0 0 8px;font-size:18px;line-height:1.3}h2:focus{outline:none}",
  "ul{margin:0;padding:0;list-style:none}",
  "li{margin:0 0 8px;padding-left:10px;border-left:4px solid #47555a;overflow-wrap:anywhere}",
  "li[data-level=fault]{border-color:#a3341f}li[data-level=good]{border-color:#0e5a63}",
  "p{margin:8px 0 0;display:flex;flex-wrap:wrap;gap:8px}",
  "button{min-height:44px;padding:8px 16px;border:2px solid #0e5a63;border-radius:8px;",
  "background:#0e5a63;color:#fff;font:inherit;cursor:pointer}",
  "button:focus-visible{outline:3px solid #1f2a2c;outline-offset:2px}",
].join("");
const LEVELS = { fault: "À corriger : ", note: "À savoir : ", good: "" };

function made(name, text, attributes) {
  const node = document.createElement(name);
  node.textContent = text;
  Object.keys(attributes || {}).forEach((key) => node.setAttribute(key, attributes[key]));
  return node;
}

// The findings as items of a list, on the page or in the guide.
function listed(list, findings) {
  list.textContent = "";
  findings.forEach(function (finding) {
    const attributes = { "data-finding": nameOf(finding), "data-level": finding.level };
    list.appendChild(made("li", LEVELS[finding.level] + saidOf(finding), attributes));
  });
}

function closePanel() {
  document.querySelectorAll("[data-" + OWN_MARK + "]").forEach((old) => old.remove());
}

function openPanel(title, findings) {
  closePanel();
  const host = made("div", "", { ["data-" + OWN_MARK]: "", lang: "fr", dir: "ltr" });
  const tree = host.attachShadow({ mode: "open" });
  styled(tree);
  const box = tree.appendChild(made("div", "", { role: "region", "aria-label": "Diagnostic d’Orientation palliative" }));
  const heading = box.appendChild(made("h2", spaced(title), { tabindex: "-1" }));
  listed(box.appendChild(made("ul", "")), findings);
  box.appendChild(buttons(title, findings));
  box.addEventListener("keydown", (event) => event.key === "Escape" && closePanel());
  (document.body || document.documentElement).appendChild(host);
  heading.focus();
}

function buttons(title, findings) {
  const line = made("p", "");
  line.appendChild(made("button", "Fermer", { type: "button" })).addEventListener("click", closePanel);
  const copy = line.appendChild(made("button", "Copier", { type: "button" }));
  copy.addEventListener("click", function () {
    const text = [title].concat(findings.map(saidOf)).join("\n- ");
    Promise.resolve(navigator.clipboard && navigator.clipboard.writeText(text)).then(
      () => { copy.textContent = navigator.clipboard ? "Copié" : "Copie impossible ici"; },
      () => { copy.textContent = "Copie impossible ici"; },
    );
  });
  return line;
}

// Constructed sheets are not subject to the page's style-src.
function styled(tree) {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(PANEL);
    tree.adoptedStyleSheets = [sheet];
  } catch (error) {
    tree.appendChild(made("style", PANEL));
  }
}
