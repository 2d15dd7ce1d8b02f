// The draft kept in this browser, with a number that grows with each writing: whoever
// writes says which one they have seen, and does not write over another.

function drafts(mode, act) {
  return new Promise(function (resolve, reject) {
    const asked = indexedDB.open(DRAFTS, 1);
    asked.onupgradeneeded = function () {
      asked.result.createObjectStore(KEPT);
    };
    asked.onerror = function () {
      reject(asked.error);
    };
    asked.onsuccess = function () {
      const base = asked.result;
      const transaction = base.transaction(KEPT, mode);
      let answer = null;
      act(transaction.objectStore(KEPT), function (value) {
        answer = value;
      });
      transaction.oncomplete = function () {
        base.close();
        resolve(answer);
      };
      transaction.onerror = transaction.onabort = function () {
        base.close();
        reject(transaction.error);
      };
    };
  });
}

// The number of the writing; 0 when another tab has written since `seen`.
function keepDraft(text, seen, when) {
  return drafts("readwrite", function (store, answer) {
    const found = store.get(KEPT);
    found.onsuccess = function () {
      const number = found.result ? found.result.number : 0;
      if (number !== seen) return answer(0);
      store.put({ number: number + 1, text: text, when: when }, KEPT);
      answer(number + 1);
    };
  });
}

// The draft kept, as [number, text, when]; nothing: null.
function loadDraft() {
  return drafts("readonly", function (store, answer) {
    const found = store.get(KEPT);
    found.onsuccess = function () {
      const kept = found.result;
      answer(kept ? [kept.number, kept.text, kept.when] : null);
    };
  });
}

function eraseDraft() {
  return new Promise(function (resolve, reject) {
    const asked = indexedDB.deleteDatabase(DRAFTS);
    asked.onsuccess = function () {
      resolve(true);
    };
    asked.onerror = asked.onblocked = function () {
      reject(asked.error);
    };
  });
}

// Whether the page may be closed: a browser asks first while something is not kept yet.
let unkept = false;
function setUnkept(value) {
  unkept = value;
}
if (typeof window !== "undefined") {
  window.addEventListener("beforeunload", function (event) {
    if (unkept) event.preventDefault();
  });
}
