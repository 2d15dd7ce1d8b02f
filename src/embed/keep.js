// What leaves the page when the visitor asks for it, and where they were: the link in
// the address. The widget calls the functions whose names begin with `keep`; none of them
// throws, and each says whether it could be done.

const FRAGMENT = "#op=";
let visits = 0; // how often the visitor has left the page: what was kept before is forgotten

// Copies a text; `done` is told whether it could be.
function keepCopied(text, done) {
  try {
    navigator.clipboard.writeText(text).then(
      function () {
        done(true);
      },
      function () {
        done(false);
      },
    );
  } catch (error) {
    done(false);
  }
}

function keepShareable() {
  return typeof navigator.share === "function";
}

// Gives a text to the system's own sharing; changing one's mind is no failure.
function keepShared(title, text, done) {
  try {
    navigator.share({ title: title, text: text }).then(
      function () {},
      function (error) {
        if (!error || error.name !== "AbortError") done(false);
      },
    );
  } catch (error) {
    done(false);
  }
}

// Hands a file to the browser's downloads. The anchor stays out of the document.
function keepFile(name, type, text) {
  try {
    const address = URL.createObjectURL(new Blob([text], { type: type }));
    node("a", { href: address, download: name }, []).click();
    setTimeout(function () {
      URL.revokeObjectURL(address);
    }, 60000);
    return true;
  } catch (error) {
    return false;
  }
}

// This script and the page that stands alone, as one HTML file that resumes at
// `link`. A function knows its own source, so nothing is fetched.
function keepPage(link, address) {
  const script = "(" + orientationPalliative.toString() + ")();";
  const resumed = ' reprise="' + quoted(link) + '"';
  const attributes = address ? resumed + ' lien="' + quoted(address) + '"' : resumed;
  return PAGE.split("{{reprise}}").join(attributes).split("{{script}}").join(script);
}

function quoted(text) {
  return text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
}

// Where a link leads to: the address that the page gives, or the page's own, without its
// query: that may say who one is, or let others into a session.
function keepAddress(given) {
  if (given) return given;
  return location.protocol === "about:" ? "" : location.href.split(/[?#]/)[0];
}

// What the element resumes at: where it was when the page took it out; else the fragment
// of the address, when it speaks to this widget (the one whose id it names, else the first
// of the page), or the place that an offline copy holds.
function resumption(element) {
  const state = states.get(element);
  const kept = state.kept;
  state.kept = null; // it serves once
  if (kept && kept.visit === visits) return kept.answers;
  return fragmentOf(element) || element.getAttribute("reprise") || "";
}

// Remembers the answers of a widget that the page takes out: it may put it back.
function rememberAnswers(element) {
  const state = states.get(element);
  if (state.handle && !stopped) state.kept = { answers: state.handle.answers(), visit: visits };
}

function fragmentOf(element) {
  if (location.hash.indexOf(FRAGMENT) !== 0) return "";
  const parts = location.hash.slice(FRAGMENT.length).split("&id=");
  const first = document.querySelector(NAME);
  const mine = parts[1] ? parts[1] === encodeURIComponent(element.id) : !first || first === element;
  // Nothing after the sign is a damaged link, too.
  return mine ? parts[0] || "?" : "";
}

// Takes the answers out of the address.
function keepForgotten() {
  if (location.hash.indexOf(FRAGMENT) !== 0) return;
  try {
    history.replaceState(history.state, "", location.href.split("#")[0]);
  } catch (error) {
    location.hash = "";
  }
}

function keepSelected(event) {
  event.target.select();
}

// Whoever leaves the page leaves no answer behind: a page that the browser keeps
// to come back to starts afresh.
function forgetOnLeaving() {
  addEventListener("pagehide", function () {
    mounted.forEach(leave);
    visits += 1;
  });
  addEventListener("pageshow", function (event) {
    if (!event.persisted) return;
    document.querySelectorAll(NAME).forEach(function (element) {
      if (states.has(element)) show(element);
    });
  });
  // A link followed, or pasted, on the page that it leads to.
  addEventListener("hashchange", function () {
    if (location.hash.indexOf(FRAGMENT) !== 0) return;
    mounted.forEach(function (element) {
      if (!fragmentOf(element)) return;
      leave(element);
      show(element);
    });
  });
}

// A saved page loads its scripts from the disk, which no browser lets a page ask for
// across origins. The attributes have done their work once the script runs.
function forgiveSaving(script) {
  if (!script || !script.src) return;
  script.removeAttribute("integrity");
  script.removeAttribute("crossorigin");
}
