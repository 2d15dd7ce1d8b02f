// The optional second script: it reads and checks a dataset that the page carries.
// The two scripts know of each other by events of the document only, in whichever
// order they come: no name is added to the page.

let starting = null; // the promise of a started reader

function reader() {
  starting = starting || startReader();
  return starting;
}

async function startReader() {
  const bytes = decode(WASM, WASM_ORDER, WASM_SIZE, WASM_SUM);
  if (!bytes) throw new Error("orientation-palliative.donnees.js a été modifié ou tronqué");
  await wasm_bindgen(bytes, function (exports) {
    return exports;
  });
  return wasm_bindgen;
}

// Answers with the bytes of the dataset, or with what is wrong. Included twice, the
// script answers once.
document.addEventListener(NAME + ":reader", function (event) {
  const asked = event.detail;
  if (event.defaultPrevented || !asked) return;
  event.preventDefault();
  reader()
    .then(function (reader) {
      return reader.read(asked.text);
    })
    .then(
      function (bytes) {
        asked.done({ bytes: bytes, problems: "" });
      },
      function (error) {
        asked.done({ bytes: null, problems: String((error && error.message) || error) });
      },
    );
});

document.dispatchEvent(new CustomEvent(NAME + ":reader-ready"));
