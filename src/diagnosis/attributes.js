// The element's attributes that nobody will read as they were meant.

// Attributes of any element in any page; those of libraries begin with a mark of theirs.
const ANYWHERE = new RegExp(
  "^(accesskey|autofocus|class|contenteditable|dir|draggable|exportparts|hidden|id|inert|is|" +
    "itemprop|lang|nonce|part|role|slot|style|tabindex|title|translate|reprise|nommer)$|" +
    "^(data-|aria-|on|xml|_|x-|v-|ng-|:|@|#|\\*)",
);
// Near one of ours, and another's.
const FOREIGN = /^title$/;

// Each with what was probably meant, if anything. `mark`: a `div` that stands for the element,
// where only what begins with `data-` speaks to us, and other tools write there too.
function attributeProblems(tag, mark) {
  const problems = [];
  Object.keys(tag).forEach(function (name) {
    const meant = mark ? (name.indexOf("data-") === 0 ? name.slice(5) : "") : name;
    const known = ATTRIBUTES.includes(meant);
    if (known && VALUES[meant]) problems.push.apply(problems, valueProblems(meant, tag[name]));
    if (known || !meant || meant === NAME || FOREIGN.test(meant) || (!mark && ANYWHERE.test(name))) return;
    const near = nearest(meant, ATTRIBUTES);
    if (near) problems.push({ key: "attribute-near", name: name, near: mark ? "data-" + near : near });
    else if (!mark) problems.push({ key: "attribute-unknown", name: name });
  });
  if (mark) problems.push.apply(problems, withoutData(tag));
  return problems;
}

// « territoire » on a `div`, where « data-territoire » is read.
function withoutData(tag) {
  const own = Object.keys(tag).filter((name) => ATTRIBUTES.includes(name));
  return own.map((name) => ({ key: "attribute-near", name: name, near: "data-" + name }));
}

function valueProblems(name, value) {
  const given = name === "vues" ? value.split(/[\s,]+/) : [value.trim()];
  const wrong = given.filter((one) => one && !VALUES[name].includes(folded(one)));
  return wrong.map((one) => ({ key: "attribute-value", name: name, value: one, known: VALUES[name] }));
}

// Territories may be called by their names, with accents and capitals.
function folded(text) {
  return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
}
