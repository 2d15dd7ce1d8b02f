// Hears whatever the page says. Inline, before every other script of the page.
window.__journal = [];
// The widget closes its shadow tree to the page: the trial makes itself a way in.
(() => {
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const tree = attach.call(this, init);
    if (this.localName === "orientation-palliative") {
      Object.defineProperty(this, "shadowRoot", { value: tree, configurable: true });
    }
    return tree;
  };
})();
(() => {
  const note = (kind, what) => window.__journal.push(`${kind}: ${what}`);
  for (const kind of ["error", "warn", "log", "info", "debug"]) {
    const original = console[kind];
    console[kind] = (...words) => {
      note(`console.${kind}`, words.map(String).join(" "));
      original.apply(console, words);
    };
  }
  // Captured, so that a resource that fails to load is heard as well.
  addEventListener("error", (event) => {
    note("error", event.message || `cannot load ${event.target && event.target.outerHTML}`);
  }, true);
  addEventListener("unhandledrejection", (event) => note("unhandledrejection", event.reason));
  addEventListener("securitypolicyviolation", (event) => {
    note("securitypolicyviolation", `${event.violatedDirective} ${event.blockedURI}`);
  });
})();
