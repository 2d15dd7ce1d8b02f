// The browser's way back through the questions.
//
// A page's history is shared with its frames. Each widget pushes its steps in a frame of
// its own, empty, hidden and in its shadow tree: going back over them tells that frame
// and nobody else. The address, the state and the router (Turbo, htmx…) of the host are
// not touched and hear of nothing; they would load the page anew, and the answers would
// be lost.
//
// An entry holds its number only; that of the first step is 0.

// root → { stepped, step, frame, base }; `base`: the step without an entry of the frame
const followers = new Map();
let pushed = []; // the entries in the order of the history: { root, step, number }
let behind = 0; // how many of them the visitor has behind them
let numbered = 0; // the last number given
let stood = ""; // where the host stood when the last entry was pushed
let pausing = 0; // a timer, until a frame is loaded or the browser has moved
let waiting = []; // the steps taken meanwhile
let policy = null; // of Trusted Types, our own

// Follows the widget in `root` from its first step; `stepped` is told the number of the
// step that the browser goes back or forth to.
function keepHistory(root, stepped) {
  followers.set(root, { stepped: stepped, step: 0, frame: null, base: 0 });
}

function unfollow(root) {
  const follower = followers.get(root);
  if (!follower) return;
  followers.delete(root);
  if (follower.frame) follower.frame.remove();
  dropEntries(root);
}

// Forgets the entries of a frame that is no more.
function dropEntries(root) {
  function stays(entry) {
    return entry.root !== root;
  }
  behind = pushed.slice(0, behind).filter(stays).length;
  pushed = pushed.filter(stays);
}

// The widget in `root` shows another step. `back`: one that it has shown before, so the
// browser goes back to it where nothing else has happened since.
function keepStep(root, step, back) {
  if (pausing) {
    waiting.push(function () {
      keepStep(root, step, back);
    });
    return;
  }
  const follower = followers.get(root);
  if (!follower) return;
  follower.step = step;
  const by = back ? entriesSince(root, step) : 0;
  if (by) {
    pause();
    history.go(-by);
  } else push(root, follower);
}

// How many entries back the widget showed that step; 0 where others lie between.
function entriesSince(root, step) {
  if (hostPlace() !== stood) return 0;
  let at = behind;
  while (at > 0 && pushed[at - 1].root === root && stepBefore(root, at) !== step) at -= 1;
  return stepBefore(root, at) === step ? behind - at : 0;
}

// The step that the widget shows with so many entries behind.
function stepBefore(root, at) {
  const own = lastBefore(root, at);
  return own < 0 ? followers.get(root).base : pushed[own].step;
}

function lastBefore(root, at) {
  let own = at - 1;
  while (own >= 0 && pushed[own].root !== root) own -= 1;
  return own;
}

function hostPlace() {
  try {
    return location.href + JSON.stringify(history.state);
  } catch (error) {
    return location.href;
  }
}

function push(root, follower) {
  try {
    if (!follower.frame) {
      follower.frame = frameIn(root);
      again(root, follower.step);
      return;
    }
    pushIn(root, numbered + 1);
  } catch (error) {
    return; // no history here, or too many entries: the widget's own button goes back
  }
  numbered += 1;
  pushed.length = behind;
  pushed.push({ root: root, step: follower.step, number: numbered });
  behind += 1;
  stood = hostPlace();
}

// WebKit's new entry lacks the states of the page's other windows: the host's is given
// again, since a router that comes back to the entry must know it, and so are those of
// the other widgets' frames.
function pushIn(root, number) {
  const state = history.state;
  followers.get(root).frame.contentWindow.history.pushState(number, "");
  if (state !== null && history.state === null) {
    History.prototype.replaceState.call(history, state, "");
  }
  followers.forEach(function (follower, other) {
    const own = lastBefore(other, behind);
    if (other === root || !follower.frame) return;
    const kept = follower.frame.contentWindow.history;
    if (kept.state === null) kept.replaceState(own < 0 ? 0 : pushed[own].number, "");
  });
}

// Takes the first step once the frame is there: until then it has no entries.
function again(root, step) {
  pause();
  waiting.push(function () {
    keepStep(root, step, false);
  });
}

function frameIn(root) {
  const frame = node("iframe", { hidden: "", tabindex: "-1", "aria-hidden": "true" }, []);
  let loaded = false;
  function heard(event) {
    moved(root, event.state);
  }
  frame.addEventListener("load", function () {
    try {
      const inside = frame.contentWindow;
      // On a page of the disk, Chromium loads it again at each step, entries kept.
      if (!loaded || inside.history.state === null) {
        if (loaded) begunAnew(root);
        inside.history.replaceState(0, "");
      }
      inside.addEventListener("popstate", heard);
    } catch (error) {
      // In a sandbox a frame is a stranger to its page: the widget's own button goes back.
    }
    loaded = true;
    resume();
  });
  // Not empty: the entries of a frame without a document of its own are replaced.
  frame.srcdoc = trusted("<!DOCTYPE html>");
  root.appendChild(frame);
  return frame;
}

// A frame that is moved in the page is loaded again, and its entries are lost.
function begunAnew(root) {
  const follower = followers.get(root);
  if (!follower) return;
  dropEntries(root);
  follower.base = follower.step;
}

// A text that may become markup where the host's policy lets none (Trusted Types).
function trusted(text) {
  if (!window.trustedTypes) return text;
  policy = policy || trustedTypes.createPolicy(NAME, { createHTML: String });
  return policy.createHTML(text);
}

// No step is noted until `resume`; a browser that does nothing must not hold the widget.
function pause() {
  pausing = setTimeout(resume, 1000);
}

function resume() {
  clearTimeout(pausing);
  pausing = 0;
  waiting.splice(0).forEach(function (step) {
    step();
  });
}

// The browser went to another entry of the frame of the widget in `root`.
function moved(root, number) {
  const follower = followers.get(root);
  if (!follower) return;
  const to = pushed.findIndex(function (entry) {
    return entry.root === root && entry.number === number;
  });
  const from = lastBefore(root, behind);
  if (to > from) behind = to + 1;
  else while (lastBefore(root, behind) > to) behind -= 1;
  const step = to < 0 ? follower.base : pushed[to].step;
  if (pausing) resume();
  if (step === follower.step) return;
  follower.step = step;
  follower.stepped(step);
}
