// The browser's way back through the questions, without touching the address.
//
// Each step of a widget of the page is an entry pushed onto the browser's history, with
// the host's own state in it: a router (Turbo, htmx…) that comes back to it from another
// page must know it again. Going from one of these entries to another changes nothing
// for the host, so it is not told: a router would load the page anew, and the answers
// would be lost. Every other move is the host's, and is left alone.
//
// The entry itself holds two things only: which trail it belongs to, and its number.

const TRAIL = "orientationPalliative";
const followers = new Map(); // root → { step, stepped }: the widgets that follow

// { id, base, entries, at, outside, passing, queue }: the entry it begins at, which is the
// host's; what each widget shows at each entry; where the visitor is; whether they are
// away, on an entry of the host's; what to do after a move of our own.
let trail = null;
let ended = null; // the mark on the entry where the page was loaded again

function markOf(state) {
  return (state && typeof state === "object" && state[TRAIL]) || null;
}

// Follows the widget in `root` from its first step; `stepped` is told the number of the
// step that the browser goes back or forth to.
function keepHistory(root, stepped) {
  if (!followers.size) addEventListener("popstate", moved, true);
  followers.set(root, { step: 0, stepped: stepped });
  const mark = markOf(stateHere());
  if (!trail && mark) ended = mark;
}

function unfollow(root) {
  if (!followers.delete(root) || followers.size) return;
  removeEventListener("popstate", moved, true);
  trail = null;
}

function stateHere() {
  try {
    return history.state;
  } catch (error) {
    return null;
  }
}

// What every widget of the page shows now.
function steps() {
  return new Map(
    Array.from(followers, function (entry) {
      return [entry[0], entry[1].step];
    }),
  );
}

function sameSteps(one, other) {
  return Array.from(followers.keys()).every(function (root) {
    return (one.get(root) || 0) === (other.get(root) || 0);
  });
}

// The widget in `root` shows another step. `back`: one that it has shown before, so the
// browser goes back to it where nothing else has happened since.
function keepStep(root, number, back) {
  if (trail && trail.passing) {
    trail.queue.push(function () {
      keepStep(root, number, back);
    });
    return;
  }
  const follower = followers.get(root);
  if (!follower) return;
  const before = steps();
  follower.step = number;
  const past = back && onTrail() ? earlier(steps()) : -1;
  if (past >= 0) pass(past);
  else push(before);
}

// Whether the visitor stands on the trail, at the entry where it last was.
function onTrail() {
  if (!trail || trail.outside) return false;
  return placeOf(stateHere()) === trail.at;
}

// The number of the trail's entry that has this state; below 0: none of them.
function placeOf(state) {
  const mark = markOf(state);
  if (mark && mark.trail === trail.id) return mark.at;
  return atBase(state) ? 0 : -1;
}

function atBase(state) {
  return location.href === trail.base.address && JSON.stringify(state) === trail.base.state;
}

// The last entry before this one where all showed the same.
function earlier(shown) {
  let at = trail.at - 1;
  while (at >= 0 && !sameSteps(trail.entries[at], shown)) at -= 1;
  return at;
}

// Goes to an entry of the trail; until the browser has, no step is taken.
function pass(at) {
  const own = trail;
  const by = at - own.at;
  own.at = at;
  own.queue = [];
  // A browser that does not go must not hold the widget.
  own.passing = setTimeout(function () {
    passed(own);
  }, 1000);
  history.go(by);
}

function passed(own) {
  clearTimeout(own.passing);
  own.passing = 0;
  own.queue.splice(0).forEach(function (step) {
    step();
  });
}

function push(before) {
  const state = stateHere();
  const begun = onTrail() ? trail : begin(state, before);
  const mark = {};
  mark[TRAIL] = { trail: begun.id, at: begun.at + 1 };
  try {
    // The browser's own function: what a page puts in its place may count visits.
    History.prototype.pushState.call(history, Object.assign({}, state, mark), "");
  } catch (error) {
    return; // no history here, or too many entries: the widget's own button goes back
  }
  trail = begun;
  trail.at += 1;
  trail.entries.length = trail.at;
  trail.entries.push(steps());
}

function begin(state, before) {
  const id = Date.now().toString(36) + Math.random().toString(36).slice(2, 8);
  const base = { address: location.href, state: JSON.stringify(state) };
  return { id: id, base: base, entries: [before], at: 0, outside: false, passing: 0, queue: [] };
}

// The browser went to another entry.
function moved(event) {
  if (!trail) {
    passEnded(event);
    return;
  }
  const at = placeOf(event.state);
  if (trail.passing && at === trail.at) {
    event.stopImmediatePropagation();
    passed(trail);
    return;
  }
  if (at < 0 || at >= trail.entries.length) {
    if (trail.at === 0 && !trail.outside) passEnded(event);
    trail.outside = true;
    return;
  }
  // From elsewhere, or from an entry that a router has pushed meanwhile: it is told.
  const within = !trail.outside && at !== trail.at;
  if (within) event.stopImmediatePropagation();
  trail.outside = false;
  trail.at = at;
  showEntry(trail.entries[at]);
}

function showEntry(entry) {
  followers.forEach(function (follower, root) {
    const step = entry.get(root) || 0;
    if (step === follower.step) return;
    follower.step = step;
    follower.stepped(step);
  });
}

// The page was loaded again in the midst of a trail: nothing is left to go back to, so
// the entries that remain are passed over.
function passEnded(event) {
  const mark = markOf(event.state);
  const back = ended && mark && mark.trail === ended.trail && mark.at < ended.at;
  if (!back) return;
  event.stopImmediatePropagation();
  ended = mark;
  history.go(-mark.at - 1);
}
