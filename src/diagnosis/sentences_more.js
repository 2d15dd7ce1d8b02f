// The sentences of addresses, of policies, and of the place where the widget stands.

function addressSentences() {
  return {
    "src-example": fault((v) => "L’adresse du script est celle de l’exemple : " + v.address,
      () => "Mettez celle du fichier sur votre site."),
    "src-local": fault((v) => "L’adresse du script n’existe que sur un poste : " + v.address,
      () => "Déposez le fichier sur le site et donnez son adresse."),
    "src-http": fault((v) => "L’adresse est en http, qu’une page sécurisée refuse : " + v.address,
      () => "Écrivez https."),
    "src-relative": note((v) => "Le script est demandé par un nom seul (" + v.address + ") : il est cherché à côté de chaque page.",
      () => "Écrivez son adresse entière, ou à partir de « / »."),
    crossorigin: fault(
      () => "La balise a integrity sans crossorigin=\"anonymous\" : un script d’un autre site sera refusé.",
      () => "Ajoutez crossorigin=\"anonymous\".",
    ),
    "integrity-unknown": fault(
      () => "integrity n’est pas celle de la version " + VERSION + " : le navigateur refusera le fichier.",
      () => "Recopiez le code donné par le guide.",
    ),
    "other-version": note(
      (v) => "Le script est de la version " + v.found + " ; ce guide est celui de la version " + VERSION + ".",
      () => "Prenez le guide de la même version, ou mettez le script à jour.",
    ),
    "file-unread": note(
      () => "Le script n’a pas pu être relu d’ici : la politique de la page (connect-src) l’interdit.",
      () => "Ouvrez son adresse dans un onglet : du code doit s’afficher.",
    ),
    "file-unreachable": fault((v) => "Le script ne peut pas être atteint : " + v.address,
      () => "Vérifiez l’adresse, et qu’aucun bloqueur ne l’arrête."),
    "file-cors": fault(
      () => "Le site du script n’envoie pas Access-Control-Allow-Origin : avec integrity ou crossorigin, le script est refusé.",
      () => "Ajoutez Access-Control-Allow-Origin: * là-bas, ou déposez le script sur ce site.",
    ),
    "file-status": fault(
      (v) => "Le script n’est pas à cette adresse (réponse " + v.status + ") : " + v.address,
      () => "Vérifiez où le fichier a été déposé.",
    ),
    "file-html": fault((v) => "À l’adresse du script, le site répond par une page (" + v.type + ").",
      () => "Vérifiez où le fichier a été déposé, et qu’il se lit sans être connecté."),
    "file-type": fault(
      (v) => "Le script est servi comme « " + (v.type || "rien") + " », que nosniff fait refuser.",
      () => "Servez les fichiers .js en text/javascript.",
    ),
    "file-refused": fault((v) => "Le fichier n’est pas celui qu’attend integrity : il est refusé. Trouvé " + v.found + ", attendu " + v.wanted + ".", AGAIN),
    "file-stale": fault(() => "Ce navigateur garde une ancienne copie du script, qu’integrity refuse.",
      () => "Prenez le nom qui porte la version ; un rechargement forcé (Ctrl+Maj+R) répare ce poste."),
    "file-altered": fault((v) => "Le fichier n’est pas celui de la version " + VERSION + " : il a été transformé ou tronqué. Trouvé " + v.found + ".", AGAIN),
  };
}

function policySentences() {
  const other = " Sinon, prenez l’édition sans WebAssembly.";
  return {
    "csp-script": fault((v) => capital(FROM[v.from]) + " interdit le script.",
      (v) => "Ajoutez " + v.source + " à " + v.directive + "."),
    "csp-nonce": fault(
      (v) => capital(FROM[v.from]) + " ne laisse passer que les scripts qui portent le nonce de la page (" + v.directive + ").",
      () => "Faites mettre ce nonce dans la balise par votre outil.",
    ),
    "csp-unsure": note(
      (v) => capital(FROM[v.from]) + " ne permet que certains sites (" + v.directive + ").",
      (v) => "Vérifiez que celui du script en est : " + v.source + ".",
    ),
    "csp-wasm": fault((v) => capital(FROM[v.from]) + " interdit WebAssembly.", (v) =>
      (v.directive === "default-src" ? "Ajoutez une directive script-src avec ce que permet default-src et 'wasm-unsafe-eval'." : "Ajoutez 'wasm-unsafe-eval' à script-src.") + other),
    "csp-frame": fault((v) => capital(FROM[v.from]) + " interdit le cadre.",
      (v) => "Ajoutez " + v.source + " à frame-src" + (v.directive === "frame-src" ? "." : ", une directive à écrire.")),
    "wasm-csp": fault(
      () => "WebAssembly est interdit ici, par une politique de sécurité (CSP) que l’on ne peut pas lire.",
      () => "Ajoutez 'wasm-unsafe-eval' à script-src." + other,
    ),
    "wasm-absent": fault(
      () => "WebAssembly est absent de ce navigateur, ou éteint : c’est lui, et non la page.",
      () => "Rien à changer, ou prenez l’édition sans WebAssembly.",
    ),
  };
}

function placeSentences() {
  const near = (v) => " (" + v.where + ").";
  return {
    "attribute-near": note((v) => "L’attribut « " + v.name + " » n’existe pas.",
      (v) => "Écrivez « " + v.near + " »."),
    "attribute-unknown": note((v) => "L’attribut « " + v.name + " » n’existe pas.",
      () => "Attributs : " + ATTRIBUTES.join(", ") + "."),
    "attribute-value": note((v) => v.name + " ne peut pas valoir « " + v.value + " ».",
      (v) => "Valeurs : " + v.known.join(", ") + "."),
    "hidden-details": note((v) => "Le widget est dans un bloc replié" + near(v),
      () => "Il apparaît quand on l’ouvre."),
    "hidden-tab": note((v) => "Le widget est dans un onglet ou un panneau fermé" + near(v),
      () => "Il apparaît quand on l’ouvre."),
    "hidden-display": fault((v) => "Le widget est caché par la feuille de style" + near(v),
      () => "Retirez display: none, ou la règle qui le cache."),
    "hidden-visibility": fault((v) => "Le widget est rendu invisible par la feuille de style" + near(v),
      () => "Retirez visibility: hidden ou opacity: 0."),
    "hidden-size": fault((v) => "La place du widget est nulle ou presque" + near(v),
      () => "Donnez une largeur et une hauteur à ce bloc."),
    "frame-scripts": fault(() => "Le cadre n’a pas le droit d’exécuter de script (sandbox).",
      () => "Ajoutez allow-scripts à sandbox, ou retirez sandbox."),
    "frame-rights": note(
      () => "Le cadre est sans droits (sandbox) : on n’y appelle ni n’imprime ; il le dit et mène à la page.",
      () => "Retirez sandbox si vous le pouvez.",
    ),
    "frame-silent": fault(() => "Le cadre est là, mais le widget n’y répond pas.",
      () => "Ouvrez l’adresse du cadre seule ; vérifiez X-Frame-Options et frame-ancestors de son site."),
    "page-framed": note(() => "Cette page est elle-même dans un cadre.",
      () => "Lancez le diagnostic aussi sur la page qui l’entoure."),
    "page-unread": note(
      () => "Le code servi par le site n’a pas pu être relu : seul ce que montre le navigateur est jugé.",
      () => "Collez le code source et les en-têtes dans le guide.",
    ),
    "name-taken": fault(() => "Un autre script de la page a pris le nom <orientation-palliative>.",
      () => "Gardez un seul script du widget."),
    "state-altered": fault(() => "Le script est arrivé incomplet ou changé.", AGAIN),
    "state-start": fault(() => "Le widget n’a pas pu démarrer.",
      () => "La cause est dans la console du navigateur (F12)."),
    "state-stopped": fault(
      () => "Le widget s’est arrêté sur une erreur ; les contacts de secours l’ont remplacé.",
      () => "Rechargez la page ; si cela revient, signalez-le.",
    ),
  };
}
