// Other threads run this same script, for what would keep the page from answering: one for
// each kind of question, so that the widget beside does not wait for the proof.

const workers = new Map(); // kind → its thread and the promises that wait for it
let asked = 0;

function startWorker(kind) {
  const own = document.getElementById("atelier-moteur").textContent;
  const address = URL.createObjectURL(new Blob([own], { type: "text/javascript" }));
  const started = { thread: new Worker(address), waiting: new Map() };
  started.thread.onmessage = function (event) {
    const promise = started.waiting.get(event.data.number);
    started.waiting.delete(event.data.number);
    if (!promise) return;
    if (event.data.error) promise.reject(event.data.error);
    else promise.resolve(event.data.answer);
  };
  started.thread.onerror = function (event) {
    event.preventDefault();
    end(kind, event.message || "erreur");
  };
  workers.set(kind, started);
  return started;
}

// Ends a thread; whoever waits for it is told why.
function end(kind, why) {
  const started = workers.get(kind);
  workers.delete(kind);
  started.thread.terminate();
  started.waiting.forEach(function (promise) {
    promise.reject(why);
  });
}

// Asks another thread; without one, this one answers once the page has been shown.
function ask(kind, files, other) {
  const number = ++asked;
  return new Promise(function (resolve, reject) {
    let started;
    try {
      started = workers.get(kind) || startWorker(kind);
    } catch (error) {
      setTimeout(function () {
        try {
          resolve(wasm_bindgen.work(kind, files, other));
        } catch (error) {
          reject(String(error));
        }
      }, 50);
      return;
    }
    started.waiting.set(number, { resolve: resolve, reject: reject });
    started.thread.postMessage({ number: number, kind: kind, files: files, other: other });
  });
}

// Gives up what is still being worked at: the draft has changed meanwhile.
function giveUp() {
  workers.forEach(function (started, kind) {
    if (started.waiting.size) end(kind, "");
  });
}
