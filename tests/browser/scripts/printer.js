// Prints to a record instead of paper: what stands in the frame that is printed, and
// the page itself where that is what is printed. Runs before the widget's script.
window.printed = [];
(() => {
  const record = (view, told) => () => {
    view.dispatchEvent(new Event("beforeprint"));
    window.printed.push(told());
    view.dispatchEvent(new Event("afterprint"));
  };
  const frame = (view) => () => {
    const page = view.document;
    const rules = page.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]);
    return {
      text: page.body.textContent,
      rules: rules.length,
      sheet: rules.some((rule) => rule.cssText.startsWith("@page")),
      ground: view.getComputedStyle(page.body).marginTop,
      fields: page.querySelectorAll("input, button, select, textarea, iframe").length,
      address: view.location.href,
      lang: page.documentElement.lang,
    };
  };
  window.print = record(window, () => "the page");
  const listen = EventTarget.prototype.addEventListener;
  HTMLIFrameElement.prototype.addEventListener = function (type, heard, options) {
    const own = this;
    listen.call(own, type, (event) => {
      own.contentWindow.print = record(own.contentWindow, frame(own.contentWindow));
      heard.call(own, event);
    }, options);
  };
})();
