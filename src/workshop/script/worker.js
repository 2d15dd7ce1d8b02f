// A second thread runs this same script, for what would keep the page from answering.

let worker = null;
const waiting = new Map(); // number of a question → its promise
let asked = 0;

function startWorker() {
  const own = document.getElementById("atelier-moteur").textContent;
  const address = URL.createObjectURL(new Blob([own], { type: "text/javascript" }));
  const made = new Worker(address);
  made.onmessage = function (event) {
    const promise = waiting.get(event.data.number);
    waiting.delete(event.data.number);
    if (!promise) return;
    if (event.data.error) promise.reject(event.data.error);
    else promise.resolve(event.data.answer);
  };
  made.onerror = function (event) {
    event.preventDefault();
    waiting.forEach(function (promise) {
      promise.reject(event.message || "erreur");
    });
    waiting.clear();
    worker = null;
  };
  return made;
}

// Asks the second thread; without one, this one answers once the page has been shown.
function ask(kind, files, other) {
  const number = ++asked;
  return new Promise(function (resolve, reject) {
    try {
      worker = worker || startWorker();
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
    waiting.set(number, { resolve: resolve, reject: reject });
    worker.postMessage({ number: number, kind: kind, files: files, other: other });
  });
}

// Gives up what was asked: the thread ends, and the next question starts another one.
function giveUp() {
  if (!waiting.size) return;
  worker.terminate();
  worker = null;
  waiting.forEach(function (promise) {
    promise.reject("");
  });
  waiting.clear();
}
