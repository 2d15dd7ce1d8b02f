// The bookmark, and the same as a script of the page: looks at the page, and says what it found.

openPanel("Diagnostic en cours…", []);
collected().then(
  function (facts) {
    const findings = findingsOf(facts);
    openPanel(verdictOf(findings, true), findings);
  },
  function (error) {
    openPanel("Le diagnostic n’a pas pu finir : " + error, []);
  },
);
