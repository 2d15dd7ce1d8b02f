// A page may stop clicks before they reach what is clicked (`stopPropagation` in the
// capture phase). The widget's buttons are then given a click of their own, which never
// leaves the shadow tree: no listener of the page sees it.
function hearClicks() {
  addEventListener(
    "click",
    function (event) {
      const button = ownButton(event.composedPath());
      if (!button) return;
      let heard = false;
      function hear() {
        heard = true;
      }
      button.addEventListener("click", hear);
      setTimeout(function () {
        button.removeEventListener("click", hear);
        if (!heard && button.isConnected) button.dispatchEvent(new MouseEvent("click"));
      });
    },
    true,
  );
}

// The button of a widget that a click is on its way to.
function ownButton(path) {
  const button = path.find(function (target) {
    return target.localName === "button";
  });
  const host = button && button.getRootNode().host;
  return host && states.has(host) ? button : null;
}
