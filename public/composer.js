// The integrators' page: composes the code to paste and shows it at work.
(function () {
  "use strict";
  const form = document.getElementById("composer");
  const code = document.getElementById("code");
  const preview = document.querySelector(".preview > orientation-palliative");
  const original = code.textContent;
  const fields = form.querySelectorAll("[data-attribut]");

  function escape(text) {
    return text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
  }

  // The attributes chosen, by name.
  function chosen() {
    const attributes = {};
    fields.forEach(function (field) {
      const value = field.localName === "div" ? ticked(field) : field.value.trim();
      if (value) attributes[field.dataset.attribut] = value;
    });
    return attributes;
  }

  // The boxes ticked; all of them, or none, is what holds without the attribute.
  function ticked(group) {
    const boxes = Array.from(group.querySelectorAll("input"));
    const kept = boxes.filter(function (box) { return box.checked; });
    if (kept.length === boxes.length) return "";
    return kept.map(function (box) { return box.value; }).join(" ");
  }

  function compose() {
    const attributes = chosen();
    const written = Object.keys(attributes).map(function (name) {
      return " " + name + '="' + escape(attributes[name]) + '"';
    });
    code.textContent = original.replace("<orientation-palliative>", function () {
      return "<orientation-palliative" + written.join("") + ">";
    });
    tellContrast(attributes.accent);
    window.OrientationPalliative.mount(preview, attributes);
  }

  // Relative luminance and contrast, as WCAG 2.2 defines them.
  function luminance(rgb) {
    const linear = rgb.map(function (channel) {
      const c = channel / 255;
      return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    });
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  }

  function channels(colour) {
    const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(colour);
    const full = short
      ? "#" + short[1] + short[1] + short[2] + short[2] + short[3] + short[3]
      : colour;
    if (!/^#[0-9a-f]{6}$/i.test(full)) return null;
    return [1, 3, 5].map(function (at) { return parseInt(full.slice(at, at + 2), 16); });
  }

  function tellContrast(colour) {
    const status = document.getElementById("contraste");
    if (!colour) { status.textContent = "Sans choix : #0e5a63."; return; }
    const rgb = channels(colour);
    if (!rgb) { status.textContent = "Écrire une couleur comme #1a5f6b."; return; }
    const ground = luminance([0xfb, 0xf8, 0xf3]) + 0.05;
    const own = luminance(rgb) + 0.05;
    const ratio = Math.max(ground, own) / Math.min(ground, own);
    status.textContent = "Contraste sur fond clair : " + ratio.toFixed(1).replace(".", ",") +
      (ratio >= 4.5 ? ", lisible." : ", trop faible : le widget l’assombrira.");
  }

  // Where a page may not write to the clipboard, selects the code instead.
  document.getElementById("copier").addEventListener("click", async function () {
    const status = document.getElementById("copie");
    try {
      await navigator.clipboard.writeText(code.textContent);
      status.textContent = "Le code est copié.";
    } catch (error) {
      getSelection().selectAllChildren(code);
      status.textContent = "Le code est sélectionné : copiez-le avec Ctrl+C (ou ⌘C).";
    }
  });
  form.addEventListener("change", compose);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
})();
