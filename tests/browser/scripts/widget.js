// The vocabulary's view of one widget; arguments: its index on the page, then
// the function's own. `root` is its shadow tree, `look` a name in this file.
const [index, look, ...given] = arguments;
const host = document.querySelectorAll("orientation-palliative")[index];
const root = host && host.shadowRoot;
if (!root) return null;
const one = (selector) => root.querySelector(selector);
const all = (selector, within) => [...(within || root).querySelectorAll(selector)];
// What a closed disclosure holds may have boxes, but is not on display.
const shown = (element) =>
  Boolean(element && element.getClientRects().length && element.checkVisibility());
const text = (element) => (element ? element.textContent.replace(/\s+/g, " ").trim() : "");

// What stands under a heading, whether it waits behind it or not.
const title = (element, own) => {
  const summary = element.localName === "details" && element.firstElementChild;
  const heading = (summary || element).querySelector(":scope > :is(h1, h2, h3, h4, h5, h6)");
  return { title: text(heading), folded: Boolean(summary), ...own };
};
const part = (element) => title(element, {
  id: element.dataset.part,
  blocks: all(":scope > [data-group], :scope > [data-absence]", element).map(block),
});
const block = (element) => title(element, {
  id: element.dataset.group || element.dataset.absence,
  absence: "absence" in element.dataset,
  cards: all("[data-card]", element).map(card),
});
const card = (element) => {
  const told = (selector) => {
    const found = element.querySelector(selector);
    return found ? text(found) : null;
  };
  const state = element.querySelector("[data-state]");
  return {
    id: element.dataset.card,
    kind: element.dataset.kind,
    name: told(".op-name"),
    near: told(".op-near"),
    state: state ? [state.dataset.state, text(state)] : null,
    behind: Boolean(element.closest(".op-more")),
    phones: all(".op-phone", element).map((phone) => {
      const call = phone.querySelector("a");
      const year = phone.querySelector(".op-year");
      return [call.getAttribute("href"), text(call), year ? text(year) : ""];
    }),
  };
};
// What is read on the screen: the sheet for paper says it again in its own way.
const outcomeText = (screen) => {
  const copy = screen.cloneNode(true);
  all(".op-paper", copy).forEach((paper) => paper.remove());
  return text(copy);
};

const looks = {
  // The screen on display; null while there is none.
  screen: () => {
    const screen = one("[data-screen]");
    if (!screen) return null;
    const question = screen.dataset.question || null;
    return { kind: screen.dataset.screen, question };
  },
  // The screen, once it is another one than given.
  another: (kind, question) => {
    const screen = looks.screen();
    const same = screen && screen.kind === kind && screen.question === question;
    return same ? null : screen;
  },
  // The first element that matches and is on display.
  shown: (selector) => all(selector).find(shown) || null,
  // What a person clicks to choose an answer: its label, else the radio itself.
  choice: (question, answer) => {
    const radio = all(`input[type=radio][name="${question}"]`).find((r) => r.value === answer);
    if (!radio) return null;
    const label = radio.labels && [...radio.labels].find(shown);
    return label || radio;
  },
  // An entry of the open list; one of a closed menu is not on display itself.
  listed: (code) => {
    const menu = all("select").find(shown);
    return (menu && all("option", menu).find((option) => option.value === code))
      || all(`[data-suggestion="${code}"]`).find(shown) || null;
  },
  // An entry of a closed menu.
  option: (menu, value) => all(`${menu} option`).find((option) => option.value === value) || null,
  // Opens whatever is folded.
  unfold: () => all("details").forEach((folded) => (folded.open = true)),
  // The answers offered to the question on display.
  offered: () => all("[data-screen=question] input[type=radio]").map((radio) => radio.value),
  // The answer chosen, "" when there is none.
  chosen: () => (one("[data-screen=question] input[type=radio]:checked") || { value: "" }).value,
  text: (selector) => (one(selector) ? text(all(selector).find(shown)) : null),
  // The errors on display.
  errors: () => all("[role=alert], [data-error]").filter(shown).map(text).filter(Boolean),
  typed: () => one("input[data-commune]").value,
  answers: () => all("[data-answers] [data-change]").map((link) => link.dataset.change),
  refinements: () => all("[data-refine] [data-change]").map((link) => link.dataset.change),
  // The summary that a visitor opens next on the way to what matches.
  fold: (selector) => {
    const folds = all("details:not([open])").filter((fold) => shown(fold));
    const fold = folds.find((fold) => fold.querySelector(selector));
    return fold ? [...fold.children].find((child) => child.localName === "summary") : null;
  },
  outcome: () => ({
    text: outcomeText(one("[data-screen=outcome]")),
    parts: all("[data-screen=outcome] [data-part]").map(part),
    groups: all("[data-screen=outcome] [data-group]").map((group) => ({
      id: group.dataset.group,
      text: text(group),
      cards: all("[data-card]", group).map((card) => ({ id: card.dataset.card })),
    })),
    absences: all("[data-screen=outcome] [data-absence]").map((absence) => ({
      row: absence.dataset.absence,
      text: text(absence),
    })),
  }),
  // What reaches beyond the widget's edges, or out of the bottom of the box
  // that is drawn around it; one line each.
  spills: () => {
    const rect = (element) => element.getBoundingClientRect();
    const tell = (element) => `<${element.localName}> ${text(element).slice(0, 60)}`;
    const edge = rect(host).right + 1;
    const start = rect(host).left - 1;
    const outside = (element) => rect(element).right > edge || rect(element).left < start;
    const wide = all("*").filter((element) => shown(element) && outside(element));
    const boxes = all("label, button, [data-card], [data-group], [data-absence]").filter(shown);
    const low = boxes.filter((box) => {
      const bottom = rect(box).bottom + 1;
      return all("*", box).some((element) => shown(element) && rect(element).bottom > bottom);
    });
    return [
      ...wide.map((element) => `wider than the widget: ${tell(element)}`),
      ...low.map((box) => `higher than its box: ${tell(box)}`),
    ];
  },
};
return looks[look](...given);
