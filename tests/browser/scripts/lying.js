// Words that lie on other words, and words that are cut, in a drawing.
// Lengths are pixels of the screen; less than one is the rounding of the engine.
const [kind] = arguments;
const EDGE = 1;

// The letters of a line stand in this part of its box, wherever a font has its baseline.
const band = (box) => {
  const height = box.bottom - box.top;
  return { left: box.left, right: box.right, top: box.top + height * 0.3, bottom: box.bottom - height * 0.25 };
};
const lie = (a, b) =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > EDGE &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > EDGE;
const pairs = (all) =>
  all.flatMap((one, at) => all.slice(at + 1).filter((other) => lie(one.box, other.box))
    .map((other) => `« ${one.says} » lies on « ${other.says} »`));
const outside = (box, frame) =>
  box.left < frame.left - EDGE || box.right > frame.right + EDGE ||
  box.top < frame.top - EDGE || box.bottom > frame.bottom + EDGE;
const cut = (all, frame) =>
  all.filter((one) => outside(one.box, frame)).map((one) => `« ${one.says} » is cut`);

const poster = () => {
  const sides = [...document.querySelectorAll('svg')].filter((svg) => svg.querySelector('text'));
  const told = sides.flatMap((side) => {
    const words = [...side.querySelectorAll('text')].filter((text) => text.textContent.trim());
    const all = words.map((text) => ({ says: text.textContent, box: band(text.getBoundingClientRect()) }));
    return [...pairs(all), ...cut(all, side.getBoundingClientRect())];
  });
  return { words: document.querySelectorAll('svg text').length, told };
};

const flow = () => {
  const root = document.querySelector('orientation-palliative').shadowRoot;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { font-family: ${arguments[1]} !important }`);
  const before = [...root.adoptedStyleSheets];
  root.adoptedStyleSheets = [...before, sheet];
  const board = root.querySelector('[data-flow] > *');
  const all = [...board.querySelectorAll('[data-node], [data-label]')];
  const boxes = all.map((box) => ({ says: box.textContent, box: box.getBoundingClientRect() }));
  const narrow = all.filter((box) => box.scrollWidth > box.clientWidth + EDGE && box.clientWidth)
    .map((box) => `« ${box.textContent} » is wider than its box`);
  const told = [...pairs(boxes), ...cut(boxes, board.getBoundingClientRect()), ...narrow];
  root.adoptedStyleSheets = before;
  return { words: all.length, told };
};

return kind === 'poster' ? poster() : flow();
