// What editors keep: <div data-orientation-palliative data-territoire="…"> stands for the
// element. The visual editors of many sites drop an element that they do not know, and
// filters of HTML its attributes; they keep a `div` and what begins with `data-`.

const MARKED = "[data-" + NAME + "]:not(iframe)";

// Gives each `div` so marked its element, with what it held inside. One that was saved
// with its element has it already.
function furnishMarked() {
  document.querySelectorAll(MARKED).forEach(function (mark) {
    if (mark.querySelector(NAME)) return;
    const element = document.createElement(NAME);
    Array.from(mark.attributes).forEach(function (attribute) {
      const name = ours(attribute.name);
      if (name) element.setAttribute(name, attribute.value);
    });
    while (mark.firstChild) element.appendChild(mark.firstChild);
    mark.appendChild(element);
  });
}

// The element's attribute that one of a `div` stands for: only our own, since tools of all kinds
// write in `data-`, and what is misspelt of them, which the widget then tells.
function ours(attribute) {
  const name = attribute.indexOf("data-") === 0 ? attribute.slice(5) : "";
  const known = ATTRIBUTES.includes(name) || (name !== "title" && nearest(name, ATTRIBUTES));
  return known ? name : "";
}

// Now, and whenever the page brings in something: a custom element is told by the
// browser, a `div` by nobody.
function watchMarked() {
  furnishMarked();
  try {
    new MutationObserver(function (records) {
      const more = records.some(function (record) {
        return record.addedNodes.length > 0;
      });
      if (more) furnishMarked();
    }).observe(document, { childList: true, subtree: true });
  } catch (error) {
    // A page that took the observers away has what stood there at the start.
    document.addEventListener("DOMContentLoaded", furnishMarked);
  }
}
