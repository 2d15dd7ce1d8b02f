// A page that listens to everything, and writes down every way out. Runs before the
// widget's script.
window.leaks = [];
window.acting = "";
(() => {
  const leak = (what) => window.leaks.push(`${what} (${window.acting})`);

  // Functions by which something leaves the page or stays in the browser.
  const watch = (owner, names) => owner && names.forEach((name) => {
    const own = owner[name];
    if (typeof own === "function") {
      owner[name] = function (...given) {
        leak(`calls ${name}`);
        return own.apply(this, given);
      };
    }
  });
  const of = (name) => window[name] && window[name].prototype;
  watch(window, ["fetch", "open", "postMessage", "alert", "confirm", "prompt"]);
  watch(of("Navigator"), ["sendBeacon", "registerProtocolHandler", "vibrate"]);
  watch(of("Storage"), ["setItem", "getItem", "removeItem", "clear"]);
  watch(of("IDBFactory"), ["open", "deleteDatabase"]);
  watch(of("CacheStorage"), ["open", "match", "has", "delete"]);
  watch(of("ServiceWorkerContainer"), ["register"]);
  watch(of("Geolocation"), ["getCurrentPosition", "watchPosition"]);
  watch(of("Clipboard"), ["read", "readText", "write", "writeText"]);
  watch(of("Document"), ["write", "execCommand", "requestStorageAccess"]);
  watch(of("HTMLFormElement"), ["submit", "requestSubmit"]);
  watch(of("History"), ["pushState", "replaceState", "go", "back"]);
  watch(of("Location"), ["assign", "replace", "reload"]);
  watch(URL, ["createObjectURL"]);

  // Objects that speak to somebody.
  const speak = ["XMLHttpRequest", "WebSocket", "EventSource", "Worker", "SharedWorker",
    "BroadcastChannel", "RTCPeerConnection", "WebTransport", "Image", "Audio", "Notification",
    "PresentationRequest", "PaymentRequest"];
  for (const name of speak) {
    if (!window[name]) continue;
    window[name] = new Proxy(window[name], {
      construct(made, given) {
        leak(`makes a ${name}`);
        return Reflect.construct(made, given);
      },
    });
  }

  // Properties that store, or that load what they are set to.
  const guard = (owner, name) => {
    const own = owner && Object.getOwnPropertyDescriptor(owner, name);
    if (!own || !own.set) return;
    Object.defineProperty(owner, name, {
      ...own,
      set(value) {
        leak(`sets ${name}`);
        own.set.call(this, value);
      },
    });
  };
  guard(Document.prototype, "cookie");
  guard(window, "name");
  for (const kind of ["Image", "Script", "IFrame", "Media", "Embed", "Source", "Track", "Input"]) {
    ["src", "srcset", "srcdoc"].forEach((name) => guard(of(`HTML${kind}Element`), name));
  }
  const set = Element.prototype.setAttribute;
  Element.prototype.setAttribute = function (name, value) {
    if (/^(src|srcset|srcdoc|poster|background|ping|action|formaction)$/i.test(name)) leak(`sets ${name}`);
    return set.call(this, name, value);
  };

  // What a page hears once the widget has had it, and what it can know on the way in.
  const kinds = ["click", "dblclick", "auxclick", "contextmenu", "pointerdown", "pointerup", "mousedown",
    "mouseup", "keydown", "keypress", "keyup", "beforeinput", "input", "change", "submit", "focusin",
    "focusout", "copy", "paste", "toggle", "select", "compositionend"];
  const host = (event) => event.target && event.target.localName === "orientation-palliative";
  for (const kind of kinds) {
    addEventListener(kind, (event) => {
      if (host(event)) leak(`lets ${kind} out`);
    });
    addEventListener(kind, (event) => {
      const path = event.composedPath();
      if (host(event) && path[0] !== event.target) leak(`shows where ${kind} happened`);
    }, true);
  }
  for (const name of ["ready", "step", "done", "error"]) {
    addEventListener(`orientation-palliative:${name}`, (event) => {
      if (event.detail !== null) leak(`says ${JSON.stringify(event.detail)}`);
      if (event.composedPath()[0].localName !== "orientation-palliative") leak(`shows where ${name} happened`);
    });
  }

  // What session recorders read: the document, as it changes.
  window.changes = 0;
  new MutationObserver((records) => {
    const inside = (one) => one.target.closest && one.target.closest("orientation-palliative");
    window.changes += records.filter(inside).length;
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
})();
