// Counts what a page may lose sight of: the memory of each engine that is started, and the
// listeners of what outlives a widget. Runs before the widget's script.
(() => {
  const memories = [];
  if (window.WebAssembly) {
    const own = WebAssembly.instantiate;
    WebAssembly.instantiate = async (...given) => {
      const made = await own.apply(WebAssembly, given);
      const exports = (made.instance || made).exports;
      if (exports.memory) memories.push(exports.memory);
      return made;
    };
  }
  let listeners = 0;
  const lasting = (target) => target === undefined || target === window || target === document
    || target.localName === "orientation-palliative" || target instanceof MediaQueryList;
  for (const [name, step] of [["addEventListener", 1], ["removeEventListener", -1]]) {
    const own = EventTarget.prototype[name];
    EventTarget.prototype[name] = function (...given) {
      const once = given[2] && given[2].once;
      if (lasting(this) && !once) listeners += step;
      return own.apply(this, given);
    };
  }
  window.held = () => ({
    memory: memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0),
    listeners,
    nodes: [...document.querySelectorAll("*")].reduce((sum, element) =>
      sum + 1 + (element.shadowRoot ? element.shadowRoot.querySelectorAll("*").length : 0), 0),
  });
})();
