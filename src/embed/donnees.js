// A dataset that the page carries (attribute `donnees`). The second script reads and
// checks it: it is asked by an event of the document, and may come after this one.

const REFUSED = "Les données embarquées dans le script restent affichées.";

// The bytes of the dataset that an element asks for; null: the embedded one, and the
// console tells why when the page asked for another.
async function ownDataset(element, state) {
  const asked = Object.assign({ donnees: element.getAttribute("donnees") }, state.config).donnees;
  if (!asked) return null;
  await untilParsed();
  const tree = element.getRootNode(); // the host's own component may hold both
  const block = (tree.getElementById && tree.getElementById(asked)) || document.getElementById(asked);
  if (!block) return refuse(asked, "aucun élément de la page n'a cet identifiant.");
  const answer = await readBySecondScript(block.textContent);
  if (!answer) {
    return refuse(asked, "ajoutez à la page le second script, orientation-palliative.donnees.js : il lit et vérifie ces données.");
  }
  if (!answer.bytes) return refuse(asked, "ces données ont des problèmes :\n" + answer.problems + "\n");
  state.now = answer.now || ""; // the workshop shows any hour
  return answer.bytes;
}

function refuse(asked, why) {
  console.error(PREFIX + 'donnees="' + asked + '" : ' + why + " " + REFUSED);
  return null;
}

// What the second script says of a text; null when the page has no such script.
function readBySecondScript(text) {
  return new Promise(function (resolve) {
    let taken = false;
    function ask() {
      const detail = { text: text, done: resolve };
      const event = new CustomEvent(NAME + ":reader", { cancelable: true, detail: detail });
      taken = taken || !document.dispatchEvent(event);
    }
    ask();
    document.addEventListener(NAME + ":reader-ready", ask, { once: true });
    untilLoaded().then(function () {
      document.removeEventListener(NAME + ":reader-ready", ask);
      if (!taken) resolve(null);
    });
  });
}

function untilParsed() {
  return until(document, "DOMContentLoaded", document.readyState !== "loading");
}

function untilLoaded() {
  return until(window, "load", document.readyState === "complete");
}

function until(target, event, already) {
  return new Promise(function (resolve) {
    if (already) resolve();
    else target.addEventListener(event, resolve, { once: true });
  });
}
