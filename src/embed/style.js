// Styles of the shadow roots. Constructed style sheets are not subject to the
// host's style-src; <style> is, so it only serves browsers that lack the former
// (Safari before 16.4).
let sheet = null;

function applyStyles(root) {
  if ("adoptedStyleSheets" in root && typeof CSSStyleSheet.prototype.replaceSync === "function") {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLES);
    }
    root.adoptedStyleSheets = [sheet];
  } else {
    const style = document.createElement("style");
    style.textContent = STYLES;
    root.insertBefore(style, root.firstChild);
  }
}
