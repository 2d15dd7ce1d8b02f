// The integrators' page: says what would go wrong in a page or with its headers.
(function () {
  "use strict";

  // The directives of every policy found, in headers or in a <meta>.
  function policies(text) {
    const found = [];
    const header = /^content-security-policy\s*:\s*(.+)$/gim;
    const meta = /<meta\b(?=[^>]*http-equiv\s*=\s*["']?content-security-policy)[^>]*?\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;
    for (const pattern of [header, meta]) {
      for (const match of text.matchAll(pattern)) found.push(match[1] || match[2] || "");
    }
    return found.map(directives);
  }

  function directives(policy) {
    const all = {};
    policy.split(";").forEach(function (part) {
      const words = part.trim().split(/\s+/);
      const name = words.shift().toLowerCase();
      if (name && !(name in all)) all[name] = words;
    });
    return all;
  }

  // What would go wrong, one sentence a cause; none: an empty list.
  function faults(text) {
    const told = [];
    policies(text).forEach(function (policy) {
      const sources = policy["script-src"] || policy["default-src"];
      if (!sources) return;
      if (!sources.includes("'wasm-unsafe-eval'") && !sources.includes("'unsafe-eval'")) {
        told.push("La CSP interdit WebAssembly : ajoutez 'wasm-unsafe-eval' à script-src.");
      }
      if (sources.length === 0 || sources.includes("'none'")) {
        told.push("La CSP interdit tout script : ajoutez l’adresse du script à script-src.");
      }
    });
    if (/<[a-z!]/i.test(text)) told.push.apply(told, pageFaults(text));
    return told;
  }

  function pageFaults(text) {
    const told = [];
    // Parsed, never run: the document has no window.
    const page = new DOMParser().parseFromString(text, "text/html");
    const scripts = page.querySelectorAll('script[src*="orientation-palliative"]');
    const elements = page.querySelectorAll("orientation-palliative");
    if (!elements.length) told.push("L’élément <orientation-palliative> est absent : l’outil du site l’a peut-être retiré.");
    if (!scripts.length) told.push("Le script est absent : l’outil du site l’a peut-être retiré. Le cadre est fait pour ce cas.");
    if (scripts.length > 1) told.push("Le script est inclus " + scripts.length + " fois : une suffit.");
    scripts.forEach(function (script) {
      const src = script.getAttribute("src");
      if (script.type === "module") told.push("Le script n’est pas un module : retirez type=\"module\".");
      else if (script.type && !/javascript/i.test(script.type)) told.push("Le script est en attente d’un bandeau de consentement (type=\"" + script.type + "\") : il ne dépose rien, excluez-le.");
      if (/^http:/i.test(src)) told.push("Le script est demandé en http : écrivez https.");
      if (script.integrity && /^https?:/i.test(src) && !script.hasAttribute("crossorigin")) {
        told.push("integrity sans crossorigin=\"anonymous\" : un script d’un autre site sera refusé.");
      }
    });
    elements.forEach(function (element) {
      if (!element.textContent.trim()) told.push("L’élément est vide : mettez-y des contacts, qui s’affichent si le widget ne peut pas.");
      if (element.closest("p, button, a")) told.push("L’élément est dans un paragraphe, un bouton ou un lien : sortez-le.");
    });
    return told;
  }

  document.getElementById("v-lancer").addEventListener("click", function () {
    const text = document.getElementById("v-page").value;
    const told = text.trim() ? faults(text) : ["Rien à vérifier : collez le code de la page ou ses en-têtes."];
    const list = document.getElementById("v-resultat");
    list.textContent = "";
    (told.length ? told : ["Rien ne s’oppose au widget dans ce qui est collé."]).forEach(function (line) {
      list.appendChild(document.createElement("li")).textContent = line;
    });
  });
})();
