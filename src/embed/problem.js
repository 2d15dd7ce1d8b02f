// What can go wrong, one cause each, told in French to whoever keeps the page:
// in the console only. The visitor sees contacts instead (fallback.js).

const PREFIX = "[orientation-palliative] ";

const CAUSES = {
  absent:
    "WebAssembly est absent de ce navigateur, ou désactivé (mode de sécurité renforcée, mode isolement). " +
    "Rien à changer dans la page : les contacts de secours restent affichés.",
  csp:
    "La politique de sécurité de la page (Content-Security-Policy) interdit WebAssembly. " +
    "Ajoutez 'wasm-unsafe-eval' à sa directive script-src.",
  altered:
    "Le script orientation-palliative.js a été modifié ou tronqué (transfert, optimisation, filtrage). " +
    "Téléversez à nouveau le fichier d'origine, sans le transformer, et vérifiez son attribut integrity.",
  start: "Le widget n'a pas pu démarrer.",
  late:
    "Le widget met plus de six secondes à démarrer : les contacts de secours sont affichés en attendant. " +
    "Si cela dure, un autre script de la page retient peut-être WebAssembly.",
  stopped: "Le widget s'est arrêté sur une erreur interne ; les contacts de secours l'ont remplacé.",
  versions:
    "orientation-palliative.js et orientation-palliative.donnees.js ne sont pas de la même version : " +
    "publiez les deux ensemble. Les données embarquées restent affichées.",
  conflict:
    "Un autre script de la page a déjà défini l'élément <orientation-palliative>. " +
    "Ce script-ci ne fait rien : gardez-en un seul.",
};

const told = new WeakSet();

// An error whose cause is known.
function problem(cause, detail) {
  const error = new Error(detail ? String(detail) : cause);
  error.cause = cause;
  return error;
}

// Tells the webmaster, once per failure however many widgets it stops.
function report(error) {
  if (told.has(error)) return;
  told.add(error);
  const cause = CAUSES[error.cause] ? error.cause : "start";
  try {
    console.error(PREFIX + CAUSES[cause] + " (" + (error.message || error) + ")");
  } catch (again) {
    // A page without a console has nobody to tell; the visitor goes first.
  }
}

// Whether WebAssembly may run here. The smallest module there is tells a
// forbidden engine from damaged bytes, whatever words a browser has for it.
function wasmRefused() {
  if (typeof WebAssembly !== "object") return "absent";
  try {
    new WebAssembly.Module(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));
    return null;
  } catch (error) {
    return "csp";
  }
}
