// What a visitor does in the widget stays in it.

// What leaves a shadow tree by itself, and tells where one clicks or what one types. What
// the page hears on the way in (capture) cannot be kept from it.
const TELLING =
  "click auxclick dblclick contextmenu mousedown mouseup mousemove mouseover mouseout pointerdown " +
  "pointerup pointermove pointerover pointerout pointercancel touchstart touchmove touchend touchcancel " +
  "wheel keydown keypress keyup beforeinput input compositionstart compositionupdate compositionend " +
  "focusin focusout copy cut paste dragstart drag dragend";

function keepInside(tree) {
  TELLING.split(" ").forEach(function (kind) {
    tree.addEventListener(kind, staysInside, { passive: true });
  });
}

function staysInside(event) {
  event.stopPropagation();
}

// A page may stop clicks before they reach what is clicked (`stopPropagation` in the
// capture phase). The widget's buttons are then given a click of their own, which never
// leaves the shadow tree: no listener of the page sees it.
function hearClicks() {
  addEventListener(
    "click",
    function (event) {
      const host = event.composedPath().find(function (target) {
        return states.has(target);
      });
      const tree = host && states.get(host).shadow;
      if (!tree) return;
      let heard = false;
      function hear() {
        heard = true;
      }
      tree.addEventListener("click", hear, true);
      const button = buttonOf(tree, event);
      setTimeout(function () {
        tree.removeEventListener("click", hear, true);
        if (!heard && button && button.isConnected) button.dispatchEvent(new MouseEvent("click"));
      });
    },
    true,
  );
}

// The button that a click is on its way to: the one under the pointer, or the one that a
// key has pressed. The path of an event does not tell what a closed tree holds.
function buttonOf(tree, event) {
  const target = event.detail ? tree.elementFromPoint(event.clientX, event.clientY) : tree.activeElement;
  return target && target.closest("button");
}
