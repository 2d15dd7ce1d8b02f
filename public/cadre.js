// Inside the frame: tells the page around it how tall the widget is, in steps, so that
// nobody guesses from the heights what was answered. Only pages of this site hear it, and
// those of the sites that `data-sites` of this script names, separated by spaces.
(function () {
  "use strict";
  if (parent === window) return;
  const STEP = 100; // pixels
  const sites = (document.currentScript.getAttribute("data-sites") || "").split(/\s+/).filter(Boolean);
  openable(wordpress());
  answerable();
  const listener = heardBy(around());
  if (!listener) return;
  let told = 0;

  // A site that embeds this page by its address (oEmbed) puts it into a frame of its own, with
  // a secret to answer with. It is told the most that WordPress takes, whatever is shown:
  // that site is a stranger, and heights would tell what was answered.
  function wordpress() {
    const found = /[?#&]secret=([0-9a-zA-Z]{10})(&|$)/.exec(location.hash);
    if (found) parent.postMessage({ message: "height", value: 1000, secret: found[1] }, "*");
    return found ? found[1] : "";
  }

  // Such a frame has no rights of its own: no number can be called from it, nothing printed.
  // It says so, and leads to the page itself, which WordPress opens for it.
  function openable(secret) {
    const line = document.getElementById("ouvrir");
    if (!line || self.origin !== "null") return;
    const link = line.querySelector("a");
    line.hidden = false;
    link.addEventListener("click", function () {
      if (secret) parent.postMessage({ message: "link", value: link.href, secret: secret }, "*");
    });
  }

  // Whoever looks into what goes wrong in the page around may ask whether the widget stands
  // here, and hears nothing else.
  function answerable() {
    const ASK = "orientation-palliative:la";
    addEventListener("message", function (event) {
      if (event.source !== parent || !event.data || event.data.type !== ASK) return;
      const api = window.OrientationPalliative;
      const state = api && api.state(document.querySelector("orientation-palliative"));
      const answer = { type: ASK, marche: state === "ready" };
      parent.postMessage(answer, event.origin === "null" ? "*" : event.origin);
    });
  }

  // The origin of the page around; empty where the browser and that page hide it.
  function around() {
    if (location.ancestorOrigins && location.ancestorOrigins.length) return location.ancestorOrigins[0];
    try {
      return new URL(document.referrer).origin;
    } catch (error) {
      return "";
    }
  }

  function heardBy(origin) {
    if (!origin) return sites[0];
    return origin === location.origin || sites.indexOf(origin) >= 0 ? origin : "";
  }

  function tell() {
    // The body's own box: the document's is never smaller than its frame.
    const height = Math.ceil(document.body.getBoundingClientRect().height / STEP) * STEP;
    if (height === told) return;
    told = height;
    parent.postMessage({ type: "orientation-palliative:hauteur", hauteur: height }, listener);
  }

  if (typeof ResizeObserver === "function") new ResizeObserver(tell).observe(document.body);
  addEventListener("load", tell);
  tell();
})();
