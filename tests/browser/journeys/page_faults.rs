//! The faults of a page or a browser that we know, and what the visitor must see.

/// What the visitor sees.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Seen {
    /// The widget, which answers.
    Widget,
    /// The emergency numbers, in the widget's place.
    Contacts,
    /// What the page has put in the element.
    Content,
}
use Seen::{Contacts, Content, Widget};

/// Faults of the page or the browser: what is wrong, a script that makes it so, and what
/// the visitor must see.
pub const FAULTS: [(&str, &str, Seen); 34] = [
    (
        "no zones of the world",
        "const Own = Intl.DateTimeFormat; Intl.DateTimeFormat = function (...given) { if (given[1] && given[1].timeZone) throw new RangeError('no zone'); return new Own(...given); };",
        Widget,
    ),
    ("no Intl", "delete window.Intl;", Widget),
    (
        "style sheets cannot be made",
        "window.CSSStyleSheet = function () { throw new TypeError('no sheet'); };",
        Widget,
    ),
    (
        "style sheets cannot be adopted",
        "for (const made of [Document, ShadowRoot]) delete made.prototype.adoptedStyleSheets;",
        Widget,
    ),
    ("no WebAssembly", "delete window.WebAssembly;", Contacts),
    (
        "WebAssembly is refused",
        "WebAssembly.Module = function () { throw new Error('refused'); };",
        Contacts,
    ),
    ("the engine never starts", "WebAssembly.instantiate = () => new Promise(() => {});", Contacts),
    (
        "the engine is refused",
        "WebAssembly.instantiate = () => Promise.reject(new TypeError('refused'));",
        Contacts,
    ),
    (
        "no memory is left",
        "WebAssembly.instantiate = () => Promise.reject(new RangeError('could not allocate memory'));",
        Contacts,
    ),
    (
        "instantiate throws",
        "WebAssembly.instantiate = () => { throw new Error('thrown'); };",
        Contacts,
    ),
    (
        "nothing can be inserted",
        "Node.prototype.insertBefore = () => { throw new Error('refused'); };",
        Contacts,
    ),
    (
        "nodes cannot be removed",
        "Element.prototype.remove = () => { throw new Error('refused'); };",
        Contacts,
    ),
    ("no shadow trees", "Element.prototype.attachShadow = undefined;", Content),
    (
        "shadow trees are refused",
        "Element.prototype.attachShadow = () => { throw new Error('refused'); };",
        Content,
    ),
    (
        "no elements of one's own",
        "Object.defineProperty(window, 'customElements', { value: undefined });",
        Content,
    ),
    (
        "elements cannot be defined",
        "customElements.define = () => { throw new Error('refused'); };",
        Content,
    ),
    ("no weak maps", "delete window.WeakMap;", Content),
    ("no console", "Object.defineProperty(window, 'console', { value: undefined });", Widget),
    (
        "no console and no WebAssembly",
        "Object.defineProperty(window, 'console', { value: undefined }); delete window.WebAssembly;",
        Contacts,
    ),
    (
        "the console throws, no WebAssembly",
        "console.error = () => { throw new Error('refused'); }; delete window.WebAssembly;",
        Contacts,
    ),
    (
        "events cannot be made",
        "window.CustomEvent = function () { throw new Error('refused'); };",
        Widget,
    ),
    (
        "events cannot be sent",
        "EventTarget.prototype.dispatchEvent = () => { throw new Error('refused'); };",
        Widget,
    ),
    (
        "a clock that throws",
        "window.Date = function () { throw new Error('no time'); }; Date.now = () => 0;",
        Widget,
    ),
    ("a clock that stands still", "Date.now = () => 0; Date.prototype.getTime = () => 0;", Widget),
    (
        "a clock out of its mind",
        "const Old = Date; window.Date = class extends Old { constructor() { super(NaN); } };",
        Widget,
    ),
    (
        "no long timers",
        "const wait = setTimeout; window.setTimeout = (work, ms, ...more) => { if (ms === 6000) throw new Error('refused'); return wait(work, ms, ...more); };",
        Widget,
    ),
    ("no matchMedia", "delete window.matchMedia;", Widget),
    (
        "styles cannot be read",
        "window.getComputedStyle = () => { throw new Error('refused'); };",
        Widget,
    ),
    (
        "the focus cannot be set",
        "HTMLElement.prototype.focus = () => { throw new Error('refused'); };",
        Widget,
    ),
    (
        "the history cannot be written",
        "for (const name of ['pushState', 'replaceState']) History.prototype[name] = () => { throw new Error('refused'); };",
        Widget,
    ),
    (
        "frames cannot be made",
        "const make = Document.prototype.createElement; Document.prototype.createElement = function (name, ...more) { if (/iframe/i.test(name)) throw new Error('refused'); return make.call(this, name, ...more); };",
        Widget,
    ),
    ("no microtasks by name", "delete window.queueMicrotask;", Widget),
    (
        "arrays with more methods",
        "Array.prototype.last = function () { return this[this.length - 1]; };",
        Widget,
    ),
    (
        "the address cannot be read",
        "Object.defineProperty(URL.prototype, 'href', { get() { throw new Error('refused'); } });",
        Widget,
    ),
];
