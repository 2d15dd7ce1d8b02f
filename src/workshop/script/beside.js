// The widget beside: the very one that is published, with the draft's data. It asks for
// its dataset as any page's widget does, by an event of the document.

const BESIDE = "atelier-brouillon";
let draftBytes = null;
let draftNow = "";

if (typeof document !== "undefined") {
  document.addEventListener(NAME + ":reader", function (event) {
    if (event.defaultPrevented || !event.detail || !draftBytes) return;
    event.preventDefault();
    event.detail.done({ bytes: draftBytes, problems: "", now: draftNow });
  });
}

// Shows the widget in `place` with these data and attributes; `now` is the local time in
// Paris, empty: the clock's. What was answered is kept.
function showBeside(place, bytes, attributes, now) {
  draftBytes = bytes;
  draftNow = now;
  if (!document.getElementById(BESIDE)) {
    const block = document.createElement("script");
    block.type = "application/json";
    block.id = BESIDE;
    place.appendChild(block);
  }
  const before = place.querySelector(NAME);
  const element = before || document.createElement(NAME);
  const given = JSON.parse(attributes);
  element.remove();
  Promise.resolve().then(function () {
    Array.from(element.attributes).forEach(function (attribute) {
      element.removeAttribute(attribute.name);
    });
    element.setAttribute("donnees", BESIDE);
    element.setAttribute("ouvert", "");
    Object.keys(given).forEach(function (name) {
      if (given[name]) element.setAttribute(name, given[name]);
    });
    place.appendChild(element);
  });
}

// What is under a click in the widget, from the inside out, as texts; `true` from the
// callback keeps the click from the widget.
function onBeside(place, callback) {
  place.addEventListener(
    "click",
    function (event) {
      const texts = event
        .composedPath()
        .slice(0, 5)
        .map(function (node) {
          return (node.textContent || "").trim();
        })
        .filter(function (text) {
          return text && text.length < 600;
        });
      if (texts.length && callback(texts)) {
        event.preventDefault();
        event.stopPropagation();
      }
    },
    true,
  );
}
