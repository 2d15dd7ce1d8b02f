// The start: in the page, the workshop; in the second thread, its answers.

function started() {
  const bytes = decode(WASM, WASM_ORDER, WASM_SIZE, WASM_SUM);
  if (!bytes) return Promise.reject(new Error("atelier.html est incomplet"));
  return wasm_bindgen(bytes, function (exports) {
    return exports;
  });
}

if (typeof document === "undefined") {
  const ready = started();
  self.onmessage = function (event) {
    const { number, kind, files, other } = event.data;
    ready
      .then(function () {
        self.postMessage({ number: number, answer: wasm_bindgen.work(kind, files, other) });
      })
      .catch(function (error) {
        self.postMessage({ number: number, error: String(error) });
      });
  };
} else {
  started().then(
    function () {
      wasm_bindgen.show(document.getElementById("atelier"));
    },
    function (error) {
      document.getElementById("atelier-attente").textContent =
        "L’atelier ne peut pas s’ouvrir dans ce navigateur (" + error + "). Un navigateur à jour l’ouvre.";
    },
  );
}
