// In the page around: gives each frame the height that its own page tells.
// Only a message that comes from that very frame, and from its origin, is heard.
(function () {
  "use strict";
  addEventListener("message", function (event) {
    const data = event.data;
    if (!data || data.type !== "orientation-palliative:hauteur") return;
    const height = Number(data.hauteur);
    if (!(height > 0 && height < 20000)) return;
    const frames = document.querySelectorAll("iframe[data-orientation-palliative]");
    for (let i = 0; i < frames.length; i++) {
      const frame = frames[i];
      const origin = new URL(frame.src, location.href).origin;
      if (event.source === frame.contentWindow && event.origin === origin) {
        frame.style.height = height + "px";
      }
    }
  });
})();
