// Styles of the shadow roots. Constructed style sheets are not subject to the
// host's style-src; <style> is, so it only serves browsers that lack the former
// (Safari before 16.4). Neither must keep the contacts from being shown.
let sheet = null;

function applyStyles(root) {
  try {
    root.adoptedStyleSheets = [sheetOf(root.ownerDocument)];
  } catch (error) {
    try {
      const style = document.createElement("style");
      style.textContent = STYLES;
      root.appendChild(style);
    } catch (again) {
      report(again);
    }
  }
}

// A sheet serves the document that it was made in; the page's own is made once.
function sheetOf(owner) {
  if (!("adoptedStyleSheets" in owner)) throw problem("start");
  if (sheet && owner === document) return sheet;
  const made = new (owner.defaultView || window).CSSStyleSheet();
  made.replaceSync(STYLES);
  if (owner === document) sheet = made;
  return made;
}
