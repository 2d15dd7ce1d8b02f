// The guide's form: the same rules, over the code and the headers that somebody pastes.

function pastedFacts(text) {
  const at = text.search(/<[a-z!]/i);
  const head = at < 0 ? text : text.slice(0, at);
  const html = at < 0 ? "" : text.slice(at);
  const doc = new DOMParser().parseFromString(html, "text/html");
  const facts = factsOf(doc, html, pageOf(doc));
  for (const match of head.matchAll(/^content-security-policy\s*:\s*(.+)$/gim)) {
    facts.policies.push({ from: "header", directives: directivesOf(match[1]) });
  }
  return { facts: facts, page: at >= 0 };
}

// Where the page says that it stands.
function pageOf(doc) {
  const said = doc.querySelector("link[rel=canonical][href], base[href]");
  const url = said && parsedUrl(said.getAttribute("href"), "");
  const known = url && url.hostname !== "page.invalid";
  return { address: known ? url.href : "", origin: known ? url.origin : "" };
}

// Of headers alone, what they forbid.
function headerFindings(facts) {
  return settled(facts, wasmFindings(Object.assign({}, facts, { scripts: [] })));
}

function check() {
  const text = document.getElementById("v-page").value;
  const list = document.getElementById("v-resultat");
  const verdict = document.getElementById("v-verdict");
  listed(list, []);
  if (!text.trim()) {
    verdict.textContent = "Rien à vérifier : collez le code de la page ou ses en-têtes.";
    return;
  }
  const pasted = pastedFacts(text);
  const findings = pasted.page ? findingsOf(pasted.facts) : headerFindings(pasted.facts);
  verdict.textContent = spaced(verdictOf(findings, false));
  listed(list, findings);
}

document.getElementById("v-lancer").addEventListener("click", check);

// The bookmark's own code, as a tag for whoever can put one into the page.
document.getElementById("v-copier").addEventListener("click", function () {
  const link = document.getElementById("v-favori").getAttribute("href");
  const code = "<script>" + decodeURIComponent(link.replace(/^javascript:/, "")) + "</" + "script>";
  const field = document.getElementById("v-extrait");
  field.value = code;
  field.hidden = false;
  field.select();
});
