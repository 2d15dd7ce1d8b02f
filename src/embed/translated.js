// A page that its visitor has translated. A translator reads the element's own content and
// never what stands behind the shadow root: that content is then shown above the widget.

const SPOKEN = languageOf(document.documentElement);

function languageOf(page) {
  return (page.lang || "").split("-")[0].toLowerCase();
}

// Translators mark the page with a class, or with another language.
function isTranslated() {
  const page = document.documentElement;
  return /(^|\s)translated-(ltr|rtl)(\s|$)/.test(page.className) || languageOf(page) !== SPOKEN;
}

// Puts the own content of a running widget away, above it and hidden.
function tuck(state) {
  state.slot.remove();
  state.slot = state.shadow.insertBefore(node("div", {}, [node("slot", {}, [])]), state.root);
  state.slot.hidden = !isTranslated();
}

function followTranslation() {
  try {
    new MutationObserver(function () {
      mounted.forEach(function (element) {
        states.get(element).slot.hidden = !isTranslated();
      });
    }).observe(document.documentElement, { attributes: true, attributeFilter: ["class", "lang"] });
  } catch (error) {
    // A page without observers is one whose translation nobody can follow.
  }
}
