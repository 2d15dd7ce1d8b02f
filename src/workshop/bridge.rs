//! What the scripts of `src/workshop/script/` offer.

use js_sys::{Array, Function, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    /// A file for whoever works here.
    pub fn download(name: &str, content: &JsValue, kind: &str);
    /// Files dropped or chosen, as pairs of a name and bytes.
    #[wasm_bindgen(catch, js_name = readFiles)]
    pub async fn read_files(list: &JsValue) -> Result<JsValue, JsValue>;
    /// The first of these files, slice by slice with how much of it is read; its name.
    #[wasm_bindgen(catch, js_name = eachSlice)]
    pub async fn each_slice(list: &JsValue, take: &Function) -> Result<JsValue, JsValue>;
    /// Files dropped on the window.
    #[wasm_bindgen(js_name = onDrop)]
    pub fn on_drop(callback: &Function);
    /// The text of an element of the page.
    #[wasm_bindgen(js_name = builtIn)]
    pub fn built_in(id: &str) -> String;
    /// Ctrl with Z, Y or S.
    #[wasm_bindgen(js_name = onKeys)]
    pub fn on_keys(callback: &Function);
    /// Puts the focus on an element once it is shown.
    #[wasm_bindgen(js_name = focusOn)]
    pub fn focus_on(id: &str);

    /// Keeps a draft; the number of the writing, 0 when another tab has written.
    #[wasm_bindgen(catch, js_name = keepDraft)]
    pub async fn keep_draft(text: &str, seen: f64, when: &str) -> Result<JsValue, JsValue>;
    /// The draft kept: number, text, when.
    #[wasm_bindgen(catch, js_name = loadDraft)]
    pub async fn load_draft() -> Result<JsValue, JsValue>;
    /// Forgets the draft.
    #[wasm_bindgen(catch, js_name = eraseDraft)]
    pub async fn erase_draft() -> Result<JsValue, JsValue>;
    /// Whether something is not kept yet.
    #[wasm_bindgen(js_name = setUnkept)]
    pub fn set_unkept(value: bool);

    /// Asks another thread.
    #[wasm_bindgen(catch)]
    pub async fn ask(kind: &str, files: &str, other: &str) -> Result<JsValue, JsValue>;
    /// Gives up what was asked.
    #[wasm_bindgen(js_name = giveUp)]
    pub fn give_up();

    /// Shows the widget with a dataset.
    #[wasm_bindgen(js_name = showBeside)]
    pub fn show_beside(place: &Element, bytes: &Uint8Array, attributes: &str, now: &str);
    /// Hears the clicks in the widget.
    #[wasm_bindgen(js_name = onBeside)]
    pub fn on_beside(place: &Element, callback: &Function);
}

/// Pairs of a name and bytes, out of what [`read_files`] gives.
pub fn pairs(read: &JsValue) -> Vec<(String, Vec<u8>)> {
    let pair = |one: JsValue| {
        let pair = Array::from(&one);
        let name = pair.get(0).as_string().unwrap_or_default();
        (name, Uint8Array::new(&pair.get(1)).to_vec())
    };
    Array::from(read).iter().map(pair).collect()
}

/// A handler that lives as long as the page.
pub fn forever<T: wasm_bindgen::convert::FromWasmAbi + 'static, R>(
    handler: impl FnMut(T) -> R + 'static,
) -> Function
where
    R: wasm_bindgen::convert::ReturnWasmAbi + 'static,
{
    Closure::wrap(Box::new(handler) as Box<dyn FnMut(T) -> R>).into_js_value().unchecked_into()
}

/// A handler that takes a slice and how much is read.
pub fn slices(handler: impl FnMut(Uint8Array, f64) + 'static) -> Function {
    let handler = Box::new(handler) as Box<dyn FnMut(Uint8Array, f64)>;
    Closure::wrap(handler).into_js_value().unchecked_into()
}

/// Today, `YYYY-MM-DD`, by this machine's clock.
pub fn today() -> String {
    let text: String = js_sys::Date::new_0().to_iso_string().into();
    text.chars().take(10).collect()
}

/// Now, to the minute: `YYYY-MM-DD HH:MM` (UTC is near enough to tell two drafts apart).
pub fn now() -> String {
    let date = js_sys::Date::new_0();
    let two = |number: u32| format!("{number:02}");
    let day =
        format!("{}/{}/{}", two(date.get_date()), two(date.get_month() + 1), date.get_full_year());
    format!("{day} à {}:{}", two(date.get_hours()), two(date.get_minutes()))
}
