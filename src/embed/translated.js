// A page that its visitor has translated. A translator reads the element's own content and
// never what stands behind the shadow root: that content is then shown above the widget, and the
// words of the emergency numbers are lent to the page, where a translator reads them.

const SPOKEN = languageOf(document.documentElement);
const LENT = "op-"; // how the slots of lent words are called

function languageOf(page) {
  return (page.lang || "").split("-")[0].toLowerCase();
}

// Translators mark the page with a class, or with another language.
function isTranslated() {
  const page = document.documentElement;
  return /(^|\s)translated-(ltr|rtl)(\s|$)/.test(page.className) || languageOf(page) !== SPOKEN;
}

// Puts the own content of a running widget away, above it and hidden.
function tuck(element, state) {
  state.slot.remove();
  state.slot = state.shadow.insertBefore(node("div", {}, [node("slot", {}, [])]), state.root);
  follow(element, state);
}

// As the page is now: translated, or in its own language again.
function follow(element, state) {
  const translated = isTranslated();
  state.slot.hidden = !translated;
  if (translated && state.lending) return; // what was translated stays
  keepWords(element, state);
  if (!translated) return;
  try {
    lend(element, state.root);
    // Another screen has other words. What a translator does stands in the page, not here.
    state.lending = new MutationObserver(function () {
      lend(element, state.root);
    });
    state.lending.observe(state.root, { childList: true, subtree: true });
  } catch (error) {
    keepWords(element, state); // the widget's own words stay
  }
}

// Gives each word that has a slot its place in the page. Only the words: links, numbers and
// their looks stay behind the shadow root, which shows its own words where these are taken away.
function lend(element, root) {
  root.querySelectorAll('slot[name^="' + LENT + '"]').forEach(function (slot) {
    const said = slot.textContent;
    const lent = element.querySelector(':scope > [slot="' + slot.name + '"]');
    if (lent && words.get(lent) === said) return;
    if (lent) lent.remove();
    const made = node("span", { slot: slot.name, dir: "auto" }, [said]);
    words.set(made, said);
    element.appendChild(made);
  });
}

const words = new WeakMap(); // what was lent → the words it was lent with

// The words stay in the page no longer: nor those that a page saved while it was translated holds.
function keepWords(element, state) {
  if (state.lending) state.lending.disconnect();
  state.lending = null;
  element.querySelectorAll(':scope > span[slot^="' + LENT + '"]').forEach(function (lent) {
    element.removeChild(lent);
  });
}

function followTranslation() {
  try {
    new MutationObserver(function () {
      mounted.forEach(function (element) {
        follow(element, states.get(element));
      });
    }).observe(document.documentElement, { attributes: true, attributeFilter: ["class", "lang"] });
  } catch (error) {
    // A page without observers is one whose translation nobody can follow.
  }
}
