// What it comes to: what stays true although the widget works, and the one sentence above all.

// Of a widget that works, these are still told: they hold for other visitors, or another day.
const LASTING = new RegExp(
  "^(held|delayed|copied|attribute-|src-http|script-twice|hidden-|escaped|frame-rights|page-framed|" +
    "file-good|file-stale|other-version|self-closed|module)",
);

function worksOf(facts) {
  const here = facts.elements.some((element) => element.state === "ready");
  return here ? "works" : facts.frames.some((frame) => frame.answers === true) ? "works-frame" : "";
}

function settled(facts, findings) {
  const works = worksOf(facts);
  const kept = works ? findings.filter((finding) => LASTING.test(finding.key)) : findings;
  const told = kept.map(function (finding) {
    return Object.assign({ level: levelOf(finding, works) }, finding);
  });
  return (works ? [{ key: works, level: "good" }] : []).concat(told.sort((one, other) => rank(one) - rank(other)));
}

function levelOf(finding, works) {
  const level = SENTENCES[finding.key].level;
  return works && level === "fault" && !/^(hidden-|self-closed)/.test(finding.key) ? "note" : level;
}

function rank(finding) {
  return ["fault", "note", "good"].indexOf(finding.level);
}

// `live`: told on the page itself, where nothing found means that nothing was seen to work.
function verdictOf(findings, live) {
  const faults = findings.filter((finding) => finding.level === "fault").length;
  const works = findings.some((finding) => /^works/.test(finding.key));
  if (works) return faults ? "Le widget fonctionne, mais quelque chose le gêne." : "Le widget marche sur cette page.";
  if (faults) return "Le widget ne peut pas marcher ainsi : " + (faults > 1 ? faults + " causes." : "une cause.");
  if (!live) return "Rien ne s’oppose au widget dans ce qui est collé.";
  return "Aucune cause trouvée, mais le widget n’a pas démarré : attendez la fin du chargement et recommencez.";
}
