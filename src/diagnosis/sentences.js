// Every sentence, by key: what is found, and what to do. `v`: the finding's values.

const FROM = {
  header: "l’en-tête Content-Security-Policy",
  meta: "la balise <meta> Content-Security-Policy",
  report: "la politique de sécurité (CSP)",
};

function sentence(level, text, mend) {
  return { level: level, text: text, mend: mend || (() => "") };
}

function fault(text, mend) {
  return sentence("fault", text, mend);
}

function note(text, mend) {
  return sentence("note", text, mend);
}

function good(text) {
  return sentence("good", text);
}

function who(v) {
  return v.name === "inconnu" ? "un bandeau de consentement" : v.name;
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const AGAIN = () => "Redéposez le fichier d’origine, et excluez-le des outils qui transforment le JavaScript.";

const SENTENCES = Object.assign({
  works: good(() => "Le widget a démarré."),
  "works-frame": good(() => "Le widget a démarré dans son cadre."),
  "frame-there": good(() => "Le cadre du widget est là ; ce qu’il montre ne se voit pas d’ici."),
  "file-good": good((v) => "Le script est servi, et c’est bien celui de la version " + VERSION + (v.type ? " (" + v.type.split(";")[0] + ")." : ".")),

  "element-absent": fault(() => "L’élément <orientation-palliative> est absent : l’outil du site l’a peut-être retiré.",
    () => "Collez la forme « div » du code, ou prenez l’extension de votre outil ou le cadre."),
  "element-removed": fault(() => "L’élément est dans le code de la page, mais un script de la page l’a retiré.",
    () => "Cherchez quel script remplace cette partie de la page."),
  escaped: fault(() => "Le code s’affiche comme du texte : il a été collé dans un paragraphe ou un bloc de code.",
    () => "Recollez-le dans un bloc « HTML personnalisé », ou sous l’onglet « Code » ou « Source »."),
  shortcode: fault(() => "Le code court s’affiche comme du texte : l’extension n’est pas active.",
    () => "Activez l’extension « Orientation palliative »."),
  "self-closed": fault(() => "La balise se ferme elle-même (« /> »), ce que HTML ignore : le widget avale la suite de la page.",
    () => "Écrivez </orientation-palliative>, ou </div>, après le contenu de secours."),
  "element-empty": note(() => "L’élément est vide.",
    () => "Mettez-y des contacts : ils s’affichent si le widget ne peut pas."),
  "element-inside": note((v) => "L’élément est dans une balise <" + v.name + ">.",
    () => "Sortez-le si sa mise en page vous gêne."),

  "script-absent": fault(() => "Le script est absent : l’outil du site l’a peut-être retiré.",
    () => "Un administrateur doit le poser, ou prenez l’extension de votre outil ou le cadre."),
  "script-twice": note((v) => "Le script est inclus " + v.count + " fois.", () => "Une suffit."),
  inserted: note(() => "Un autre script de la page insère celui du widget.",
    () => "Si le widget n’apparaît pas, posez la balise dans la page."),
  combined: note((v) => capital(v.name) + " regroupe les scripts de la page ; celui du widget n’y est plus nommé.",
    (v) => "Si le widget n’apparaît pas, excluez « orientation-palliative » dans les réglages de " + v.name + "."),
  copied: note((v) => capital(v.name) + " sert une copie du script, que rien ne vérifie.",
    (v) => "Excluez « orientation-palliative » dans les réglages de " + v.name + "."),
  "copied-refused": fault((v) => capital(v.name) + " sert une copie du script et garde integrity : changé d’une lettre, il est refusé.",
    (v) => "Excluez « orientation-palliative » dans les réglages de " + v.name + "."),
  delayed: note((v) => capital(v.name) + " retarde le script : le widget n’apparaît qu’au premier geste du visiteur.",
    (v) => "Excluez « orientation-palliative » de ce report."),
  held: fault((v) => capital(who(v)) + " retient le widget jusqu’au consentement.",
    () => "Classez-le « nécessaire » ou excluez-le : il ne dépose rien et n’envoie rien."),
  module: note(() => "Le script est demandé comme un module.", () => "Retirez type=\"module\"."),
}, addressSentences(), policySentences(), placeSentences());

// A finding in words.
function saidOf(finding) {
  const words = SENTENCES[finding.key];
  return spaced([words.text(finding), words.mend(finding)].filter(Boolean).join(" "));
}

// No line begins with what French puts a space before.
function spaced(text) {
  return text.replace(/« /g, "«\u00a0").replace(/ ([»:;?!])/g, "\u00a0$1");
}

// Its name for the tests and for whoever reads the page by a script.
function nameOf(finding) {
  return finding.name ? finding.key + ":" + finding.name : finding.key;
}
