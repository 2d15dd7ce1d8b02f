// How much room an outcome takes before anything is opened.
const root = document.querySelector("orientation-palliative").shadowRoot;
const screen = root.querySelector("[data-screen=outcome]");
const shown = (element) => element.getClientRects().length > 0 && element.checkVisibility();
const box = (element) => element.getBoundingClientRect();
const numbers = [...screen.querySelectorAll(".op-call")].filter(shown);
const words = () => {
  const walk = document.createTreeWalker(screen, NodeFilter.SHOW_TEXT);
  let count = 0;
  while (walk.nextNode()) {
    if (shown(walk.currentNode.parentElement)) {
      count += walk.currentNode.textContent.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
    }
  }
  return count;
};
// Text that its own box cuts.
const cut = [...screen.querySelectorAll("*")].filter((element) =>
  shown(element) && getComputedStyle(element).overflowX !== "visible"
  && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1));
return {
  height: document.documentElement.scrollHeight,
  heading: box(screen.querySelector("[data-heading]")).top + scrollY,
  number: numbers.length ? box(numbers[0]).bottom + scrollY : 0,
  numbers: numbers.length,
  words: words(),
  wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  cut: cut.map((element) => element.outerHTML.slice(0, 120)),
  parts: [...screen.children].filter(shown).map((part) =>
    [part.dataset.part || part.className, Math.round(box(part).height)]),
};
