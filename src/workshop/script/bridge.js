// What the workshop asks of the browser: files, a draft kept between visits, a thread for
// what takes long, and the widget beside. It decides nothing.

const DRAFTS = "orientation-palliative-atelier";
const KEPT = "brouillon";

// A file for whoever works here.
function download(name, content, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type: type }));
  link.download = name;
  link.click();
  setTimeout(function () {
    URL.revokeObjectURL(link.href);
  }, 60000);
}

// Files dropped or chosen, as pairs of a name and bytes; of a folder, by their path.
async function readFiles(list) {
  const read = [];
  for (const file of Array.from(list)) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    read.push([file.webkitRelativePath || file.name, bytes]);
  }
  return read;
}

// Files dropped on the window, wherever in it.
function onDrop(callback) {
  document.addEventListener("dragover", function (event) {
    event.preventDefault();
  });
  document.addEventListener("drop", function (event) {
    event.preventDefault();
    if (event.dataTransfer && event.dataTransfer.files.length) callback(event.dataTransfer.files);
  });
}

function builtIn(id) {
  return document.getElementById(id).textContent;
}

// Ctrl or Cmd with Z, Y or S, outside of what has an undo of its own.
function onKeys(callback) {
  document.addEventListener("keydown", function (event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === "s" || key === "z" || key === "y") {
      event.preventDefault();
      callback(key === "z" && event.shiftKey ? "y" : key);
    }
  });
}

function focusOn(id) {
  requestAnimationFrame(function () {
    const target = document.getElementById(id);
    if (!target) return;
    for (let at = target.parentElement; at; at = at.parentElement) {
      if (at.localName === "details") at.open = true;
    }
    target.scrollIntoView({ block: "center" });
    target.focus({ preventScroll: true });
  });
}

// A file of any length, slice by slice, the page answering in between.
async function eachSlice(list, take) {
  const file = list[0];
  const size = 1 << 20;
  for (let at = 0; at < file.size; at += size) {
    take(new Uint8Array(await file.slice(at, at + size).arrayBuffer()), Math.min(1, (at + size) / file.size));
    await new Promise(function (resolve) {
      setTimeout(resolve);
    });
  }
  return file.name;
}
