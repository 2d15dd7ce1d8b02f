// Inside the frame: tells the page around it how tall the widget is, in steps, so that
// nobody guesses from the heights what was answered. Only pages of this site hear it, and
// those of the sites that `data-sites` of this script names, separated by spaces.
(function () {
  "use strict";
  if (parent === window) return;
  const STEP = 100; // pixels
  const sites = (document.currentScript.getAttribute("data-sites") || "").split(/\s+/).filter(Boolean);
  const listener = heardBy(around());
  if (!listener) return;
  let told = 0;

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
