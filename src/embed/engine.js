// The engine: one wasm instance for all the widgets of a page, started when the
// first of them is shown.

let starting = null; // the promise of a started engine
let stopped = false; // after a trap, nothing of the engine may be called again

function engine() {
  starting = starting || startEngine();
  return starting;
}

async function startEngine() {
  const refused = wasmRefused();
  if (refused) throw problem(refused);
  const bytes = decode(WASM, WASM_ORDER, WASM_SIZE, WASM_SUM);
  const bundle = decode(BUNDLE, BUNDLE_ORDER, BUNDLE_SIZE, BUNDLE_SUM);
  if (!bytes || !bundle) throw problem("altered", "somme de contrôle");
  try {
    // Bytes, not an address: nothing is fetched. The asynchronous way, since
    // browsers refuse large modules to the synchronous one.
    await wasm_bindgen(bytes, guarded);
  } catch (error) {
    throw problem(error instanceof WebAssembly.CompileError ? "altered" : "start", error);
  }
  try {
    wasm_bindgen.start(bundle);
  } catch (error) {
    throw problem("altered", error);
  }
  return wasm_bindgen;
}

// What the engine exports, each function watched: whatever stops Rust dead, a panic, a
// full memory or a full stack, comes out of one of them as a trap.
function guarded(exports) {
  const watched = {};
  Object.keys(exports).forEach(function (name) {
    const own = exports[name];
    watched[name] =
      typeof own !== "function"
        ? own
        : function () {
            try {
              return own.apply(null, arguments);
            } catch (error) {
              if (isTrap(error)) trapped(error);
              throw error;
            }
          };
  });
  return watched;
}

// A full stack is a RangeError, or an InternalError in Firefox.
function isTrap(error) {
  return error instanceof WebAssembly.RuntimeError || /^(Range|Internal)Error$/.test(error && error.name);
}

// Called from inside the engine: its stack must unwind before the page changes.
function trapped(trap) {
  if (stopped) return;
  stopped = true;
  Promise.resolve().then(function () {
    const error = problem("stopped", trap);
    starting = Promise.reject(error);
    starting.catch(function () {});
    report(error);
    mounted.forEach(function (element) {
      fail(element, "stopped");
    });
  });
}
