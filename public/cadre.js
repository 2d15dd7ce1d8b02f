// Inside the frame: tells the page around it how tall the widget is. The message
// holds a number and nothing that was answered, so any page may hear it.
(function () {
  "use strict";
  if (parent === window) return;
  let told = 0;
  function tell() {
    // The body's own box: the document's is never smaller than its frame.
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    parent.postMessage({ type: "orientation-palliative:hauteur", hauteur: height }, "*");
  }
  if (typeof ResizeObserver === "function") new ResizeObserver(tell).observe(document.body);
  addEventListener("load", tell);
  tell();
})();
