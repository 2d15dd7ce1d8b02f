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

  const address = document.getElementById("c-adresse");
  const tool = document.getElementById("c-outil");
  const TOOLS = {
    html: "",
    wordpress: "Collez dans la page elle-même : WordPress en fait un bloc « HTML personnalisé ».",
    div: "Collez sous l’onglet « Code » ou « Source » ; n’ouvrez plus l’onglet « Visuel » ensuite.",
  };

  // An address that holds from every page of a site: a bare name is looked for beside each.
  function isWhole(value) {
    return /^(https:\/\/[^/]+)?\/[^/\s]/i.test(value);
  }

  const addressStatus = document.getElementById("adresse");
  const advice = addressStatus.textContent;

  function tellAddress() {
    const value = address.value.trim();
    const wrong = value !== "" && !isWhole(value);
    address.setAttribute("aria-invalid", String(wrong));
    addressStatus.textContent = wrong
      ? "Un nom seul ne suffit pas : il faut l’adresse entière, https://…, ou ce qui suit le nom du site à partir de « / »."
      : advice;
  }

  // The code in the form that the tool keeps.
  function formed(attributes) {
    const asDiv = tool.value === "div";
    const written = Object.keys(attributes).map(function (name) {
      return " " + (asDiv ? "data-" : "") + name + '="' + escape(attributes[name]) + '"';
    });
    const page = attributes.page;
    const opening = asDiv ? "<div data-orientation-palliative" : "<orientation-palliative";
    const text = original
      .replace("<orientation-palliative>", function () { return opening + written.join("") + ">"; })
      .replace("</orientation-palliative>", function () {
        const link = page ? '  <p><a href="' + escape(page) + '">' + code.dataset.page + "</a></p>\n" : "";
        return link + (asDiv ? "</div>" : "</orientation-palliative>");
      })
      .replace('src="' + code.dataset.script + '"', function () {
        const value = address.value.trim();
        return 'src="' + escape(isWhole(value) ? value : address.placeholder) + '"';
      });
    return tool.value === "wordpress" ? "<!-- wp:html -->\n" + text + "\n<!-- /wp:html -->" : text;
  }

  function compose() {
    const attributes = chosen();
    code.textContent = formed(attributes);
    tellAddress();
    document.getElementById("outil").textContent = TOOLS[tool.value];
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
    if (!isWhole(address.value.trim())) {
      status.textContent = "Donnez d’abord l’adresse du fichier sur votre site.";
      address.setAttribute("aria-invalid", "true");
      address.focus();
      return;
    }
    try {
      await navigator.clipboard.writeText(code.textContent);
      status.textContent = "Le code est copié.";
    } catch (error) {
      getSelection().selectAllChildren(code);
      status.textContent = "Le code est sélectionné : copiez-le avec Ctrl+C (ou ⌘C).";
    }
  });
  form.addEventListener("change", compose);
  code.textContent = formed({});
  form.addEventListener("submit", function (event) { event.preventDefault(); });
})();
