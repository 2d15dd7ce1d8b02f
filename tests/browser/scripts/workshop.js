// What somebody does in the workshop, by the words that they read.
window.lab = (function () {
  const plain = (text) => (text || "").replace(/\s+/g, " ").trim();
  const seen = (node) => !!node.getClientRects().length;
  const fire = (node, kind) => node.dispatchEvent(new Event(kind, { bubbles: true }));

  function field(label) {
    const named = Array.from(document.querySelectorAll("label")).filter(seen);
    const found = named.find((node) => plain(node.textContent) === label) || named.find((node) => plain(node.textContent).startsWith(label));
    return found ? document.getElementById(found.htmlFor) : null;
  }

  // What a button gives is kept instead of saved.
  const real = URL.createObjectURL.bind(URL);
  URL.createObjectURL = function (blob) {
    if (window.taking) {
      window.taking = false;
      if (blob.type === "application/zip") {
        blob.arrayBuffer().then((bytes) => (window.taken = new Uint8Array(bytes).join(",")));
      } else {
        blob.text().then((text) => (window.taken = text));
      }
    }
    return real(blob);
  };
  HTMLAnchorElement.prototype.click = function () {};

  return {
    field,
    press(text) {
      const all = Array.from(document.querySelectorAll("button")).filter(seen);
      const found = all.find((node) => plain(node.textContent) === text) || all.find((node) => plain(node.textContent).startsWith(text));
      if (!found || found.disabled) return false;
      found.focus();
      found.click();
      return true;
    },
    write(label, text) {
      const node = field(label);
      if (!node) return false;
      node.focus();
      node.value = text;
      fire(node, "input");
      fire(node, "change");
      node.blur();
      return true;
    },
    choose(label, value) {
      const node = field(label);
      if (!node || !Array.from(node.options).some((option) => option.value === value)) return false;
      node.value = value;
      fire(node, "change");
      return true;
    },
    choose_file(label, name, text) {
      const node = field(label);
      if (!node) return false;
      const given = new DataTransfer();
      given.items.add(new File([text], name));
      node.files = given.files;
      fire(node, "change");
      return true;
    },
    overtake() {
      return new Promise((resolve) => {
        const asked = indexedDB.open("orientation-palliative-atelier", 1);
        asked.onupgradeneeded = () => asked.result.createObjectStore("brouillon");
        asked.onsuccess = () => {
          const store = asked.result.transaction("brouillon", "readwrite");
          store.objectStore("brouillon").put({ number: 99, text: "{}", when: "ailleurs" }, "brouillon");
          store.oncomplete = () => {
            asked.result.close();
            resolve(true);
          };
        };
      });
    },
    unfold(text) {
      const all = Array.from(document.querySelectorAll("summary")).filter(seen);
      const found = all.find((node) => plain(node.textContent).startsWith(text));
      if (found && !found.parentNode.open) found.click();
      return !!found;
    },
    cell(column, row) {
      const all = Array.from(document.querySelectorAll("button.case"));
      const found = all.find((node) => {
        const name = node.getAttribute("aria-label");
        return name.startsWith(row) && name.includes(column);
      });
      if (found) found.click();
      return !!found;
    },
    take(id) {
      window.taking = true;
      document.getElementById(id).click();
    },
    parts() {
      return Array.from(document.querySelectorAll(".plan > nav button")).map((node) => plain(node.textContent));
    },
    forget() {
      // What is about to be kept is kept first.
      return new Promise((resolve) => setTimeout(resolve, 900)).then(
        () =>
          new Promise((resolve) => {
            const asked = indexedDB.deleteDatabase("orientation-palliative-atelier");
            asked.onsuccess = () => resolve(true);
            asked.onerror = asked.onblocked = () => resolve(false);
          }),
      );
    },
    kept() {
      return new Promise((resolve) => {
        const asked = indexedDB.open("orientation-palliative-atelier", 1);
        asked.onsuccess = () => {
          const found = asked.result.transaction("brouillon").objectStore("brouillon").get("brouillon");
          found.onsuccess = () => {
            asked.result.close();
            resolve(found.result ? found.result.text : "");
          };
        };
      });
    },
  };
})();
