// The script's own start: once per page, however often it is included.

// For scripts: shows a widget inside `target` (or in it, when it is the element
// itself) with `config`, the element's attributes as an object. Returns the
// element; remove it to end the widget.
function mountInto(target, config) {
  const own = target.localName === NAME;
  const element = own ? target : document.createElement(NAME);
  const state = states.get(element);
  state.config = Object.assign({}, config);
  if (own && state.root) {
    leave(element);
    show(element);
  } else if (!own) {
    target.appendChild(element);
  }
  return element;
}

if (typeof customElements !== "object" || typeof WeakMap !== "function") {
  // A browser too old for custom elements shows the element's content: enough.
} else if (!customElements.get(NAME)) {
  forgiveSaving(document.currentScript);
  forgetOnLeaving();
  hearClicks();
  defineElement();
  watchMarked();
  followTranslation();
  window.OrientationPalliative = Object.freeze({ version: VERSION, mount: mountInto, state: stateOf });
} else if (!window.OrientationPalliative) {
  report(problem("conflict"));
}
