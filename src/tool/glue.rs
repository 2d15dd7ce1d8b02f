//! The glue of wasm-bindgen without what these scripts never use.
//!
//! wasm-bindgen writes for every way to load a module, and names what passes between
//! the two sides so that no two programs clash. Here one script holds both sides, and
//! somebody on a poor network waits for it: half of the glue is left out. Each cut
//! makes sure of what it cuts, so that another version of wasm-bindgen is noticed.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use walrus::Module;

/// How the script starts a module, in place of the ways that wasm-bindgen offers:
/// `wasm_bindgen(bytes, guard)`. What goes through `guard` are the module's exports.
const LOADER: &str = "let wasm;
async function load(bytes, guard) {
const { instance } = await WebAssembly.instantiate(bytes, __wbg_get_imports());
wasm = guard(instance.exports);
START
}
return Object.assign(load, exports);
";

/// What a module exports when it prepares its tables.
const START: &str = "__wbindgen_start";

/// The glue made small, and the names in its module with it.
pub fn small(glue: &str, module: &mut Module) -> Result<String> {
    let glue = without(glue, "let script_src;", "}\n")?;
    let glue = without_streams(&glue)?;
    let loaders = between(&glue, "let wasmModule,", "{ initSync }, exports);\n")?;
    // A module without tables of references has nothing to prepare.
    let starts = module.exports.iter().any(|export| export.name == START);
    let loader = LOADER.replace("START\n", if starts { "wasm.__wbindgen_start();\n" } else { "" });
    let glue = glue.replace(loaders, &loader);
    drop_streams(module);
    let glue = short_imports(&glue, module)?;
    Ok(short_exports(glue, module))
}

/// What stands from a beginning to an end, both included.
fn between<'a>(text: &'a str, from: &str, until: &str) -> Result<&'a str> {
    let missing = || format!("the glue of wasm-bindgen has changed: it lacks {from:?}");
    let start = text.find(from).with_context(missing)?;
    let length = text[start..].find(until).with_context(missing)? + until.len();
    Ok(&text[start..start + length])
}

fn without(text: &str, from: &str, until: &str) -> Result<String> {
    Ok(text.replacen(between(text, from, until)?, "", 1))
}

/// Leptos brings a crate for streams whose classes stand in the glue whether or not
/// anything uses them.
fn without_streams(glue: &str) -> Result<String> {
    const CLASS: &str = "class IntoUnderlying";
    let mut glue = glue.to_owned();
    while let Some(at) = glue.find(CLASS) {
        let rest = &glue[at + "class ".len()..];
        let name = rest.split(' ').next().unwrap_or_default().to_owned();
        glue = without(&glue, &format!("class {name} "), &format!("exports.{name} = {name};\n"))?;
        glue = without(&glue, &format!("const {name}Finalization"), ", 1));\n")?;
    }
    Ok(glue)
}

/// Their entry points, which keep their code alive: nothing here calls them.
fn drop_streams(module: &mut Module) {
    let of_streams = |name: &str| name.contains("intounderlying");
    let unused = module.exports.iter().filter(|export| of_streams(&export.name));
    let unused: Vec<_> = unused.map(walrus::Export::id).collect();
    for id in unused {
        module.exports.delete(id);
    }
    walrus::passes::gc::run(module);
}

/// Leaves out what the module does not import, and numbers the rest.
fn short_imports(glue: &str, module: &mut Module) -> Result<String> {
    const FROM: &str = "const import0 = {";
    const UNTIL: &str = "\n};\n        return {\n";
    let mut shorter = BTreeMap::new();
    // Those of the glue: an instruction may import from a module of its own.
    let own = module.imports.iter_mut().filter(|import| import.module.ends_with("_bg.js"));
    for (number, import) in own.enumerate() {
        let short = format!("i{number}");
        shorter.insert(std::mem::replace(&mut import.name, short.clone()), short);
    }
    let all = between(glue, FROM, UNTIL)?;
    let mut kept = format!("{FROM}\n__proto__: null,\n");
    let (mut name, mut found) = (None, 0);
    for line in all[FROM.len()..all.len() - UNTIL.len()].lines().map(str::trim_start) {
        if let Some((own, function)) = import_opening(line) {
            name = shorter.get(own);
            found += usize::from(name.is_some());
            kept.extend(name.map(|name| format!("{name}: {function}\n")));
        } else if name.is_some() {
            kept += line;
            kept.push('\n');
        }
    }
    ensure!(found == shorter.len(), "the glue's imports are written otherwise");
    Ok(glue.replace(all, &(kept + UNTIL)))
}

/// The name of an import, and what follows it, when a line begins one.
fn import_opening(line: &str) -> Option<(&str, &str)> {
    let (name, function) = line.split_once(": ")?;
    (name.starts_with("__wb") && function.starts_with("function(")).then_some((name, function))
}

/// Numbers the exports whose names hold the types that they take.
fn short_exports(glue: String, module: &mut Module) -> String {
    let long = module.exports.iter_mut().filter(|e| e.name.contains("___convert__closures"));
    let mut glue = glue;
    let mut names: Vec<_> = long.collect();
    // A name may begin another one: the longest first.
    names.sort_by_key(|export| std::cmp::Reverse(export.name.len()));
    for (number, export) in names.into_iter().enumerate() {
        let short = format!("e{number}_");
        glue = glue.replace(&export.name, &short);
        export.name = short;
    }
    glue
}

#[cfg(test)]
mod tests {
    use walrus::{ConstExpr, ModuleConfig, ValType};

    use super::*;

    const GLUE: &str = "let wasm_bindgen = (function(exports) {
let script_src;
if (false) {
script_src = here();
            }
class Kept {
}
class IntoUnderlyingSink {
}
exports.IntoUnderlyingSink = IntoUnderlyingSink;
function __wbg_get_imports() {
const import0 = {
__proto__: null,
__wbg_used_0123: function(a) {
const inner = {
};
return inner;
},
__wbg_unused_4567: function() {
return never;
},
};
        return {
\"x\": import0 };
}
function wasm___convert__closures(a) { wasm.wasm___convert__closures(a); }
const IntoUnderlyingSinkFinalization = f(ptr => wasm.free(ptr, 1));
let wasmModule, wasmInstance, wasm;
return Object.assign(__wbg_init, { initSync }, exports);
})({});
";

    fn module() -> Module {
        let mut module = Module::with_config(ModuleConfig::new());
        let kind = module.types.add(&[], &[]);
        let (function, _) = module.add_import_func("./x_bg.js", "__wbg_used_0123", kind);
        let (foreign, _) = module.add_import_func("foreign", "kept", kind);
        module.exports.add("wasm___convert__closures", function);
        module.exports.add("own", foreign);
        let value = ConstExpr::Value(walrus::ir::Value::I32(0));
        let global = module.globals.add_local(ValType::I32, false, false, value);
        module.exports.add("intounderlyingsink_close", global);
        module
    }

    #[test]
    fn what_is_used_has_one_short_name_on_both_sides() {
        let mut module = module();
        let glue = small(GLUE, &mut module).unwrap();
        let imports: Vec<_> = module.imports.iter().map(|i| i.name.as_str()).collect();
        let exports: Vec<_> = module.exports.iter().map(|e| e.name.as_str()).collect();
        assert_eq!((imports, exports), (vec!["i0", "kept"], vec!["e0_", "own"]));
        assert!(glue.contains("i0: function(a) {\nconst inner = {\n};\nreturn inner;"), "{glue}");
        assert!(glue.contains("class Kept {\n}\n"), "{glue}");
        assert!(glue.contains("function e0_(a) { wasm.e0_(a); }"), "{glue}");
        assert!(glue.contains("wasm = guard(instance.exports);\n}\n"), "{glue}");
        for gone in ["__wbg_u", "never", "Underlying", "script_src", "initSync"] {
            assert!(!glue.contains(gone), "{gone} in {glue}");
        }
        assert!(glue.contains("return Object.assign(load, exports);\n})({});"), "{glue}");
    }

    #[test]
    fn another_glue_is_noticed() {
        let renamed = GLUE.replace("__wbg_used_0123: ", "__wbg_used_0123 = ");
        assert!(small(&renamed, &mut module()).is_err());
        assert!(small(&GLUE.replace("initSync", "init"), &mut module()).is_err());
    }
}
