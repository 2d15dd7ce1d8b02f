// The engine: one wasm instance for all the widgets of a page, started when the
// first of them is shown.

let starting = null; // the promise of a started engine
let stopped = false; // after a panic, nothing of the engine may be called again

function engine() {
  starting = starting || startEngine();
  return starting;
}

async function startEngine() {
  const refused = wasmRefused();
  if (refused) throw problem(refused);
  const bytes = decode(WASM, WASM_ORDER, WASM_SIZE);
  const bundle = decode(BUNDLE, BUNDLE_ORDER, BUNDLE_SIZE);
  if (!bytes || !bundle) throw problem("altered", "longueur");
  try {
    // Bytes, not an address: nothing is fetched. The asynchronous way, since
    // browsers refuse large modules to the synchronous one.
    await wasm_bindgen({ module_or_path: bytes });
  } catch (error) {
    throw problem(error instanceof WebAssembly.CompileError ? "altered" : "start", error);
  }
  try {
    wasm_bindgen.start(bundle, panicked);
  } catch (error) {
    throw problem("altered", error);
  }
  return wasm_bindgen;
}

// Called from inside a panic: the wasm stack must unwind before the page changes.
function panicked(message) {
  stopped = true;
  Promise.resolve().then(function () {
    const error = problem("stopped", message);
    starting = Promise.reject(error);
    starting.catch(function () {});
    report(error);
    mounted.forEach(function (element) {
      fail(element);
    });
  });
}
