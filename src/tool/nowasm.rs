//! The widget without wasm: the same module, turned into plain JavaScript by
//! Binaryen's `wasm2js`, for browsers and pages where WebAssembly may not run.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use super::progress::step;
use super::provision::npm_package;
use super::wasm::{Compiled, Part, Profile, bind, module};

/// The releases used: another one may make other code, so they change on purpose.
const BINARYEN: &str = "binaryen@132.0.0";
const TERSER: &str = "terser@5.51.2";

/// How wasm2js has a trap tell itself.
const TRAP: &str = "throw new Error('abort')";

/// The custom section `target_features`, with no feature.
const NO_FEATURES: &[u8] = b"\x00\x11\x0ftarget_features\x00";

/// What compilers use beyond the first version of wasm.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-mutable-globals",
    "--enable-multivalue",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// The widget of the project in `root` as plain JavaScript.
///
/// The glue expects a `WebAssembly`: the script defines one of its own, whose only
/// module is the translated one.
pub fn compile(root: &Path, profile: Profile) -> Result<Compiled> {
    let binaryen = npm_package(BINARYEN)?.join("bin");
    let terser = npm_package(TERSER)?.join("bin/terser");
    let module = without_features(&module(root, Part::Widget, profile)?)?;
    let compiled = bind(module)?;
    let folder = root.join("target/nowasm");
    fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
    let [wasm, lowered, script] = ["a.wasm", "b.wasm", "c.js"].map(|name| folder.join(name));
    fs::write(&wasm, &compiled.wasm)?;
    step("lower the wasm", || {
        let passes = [
            // wasm2js makes stores of short copies, which typed arrays cannot take where
            // they lie across cells.
            "--llvm-memory-copy-fill-lowering",
            "--llvm-nontrapping-fptoint-lowering",
            "--signext-lowering",
            "-Oz",
            "--alignment-lowering",
        ];
        let mut command = Command::new("node");
        command.arg(binaryen.join("wasm-opt")).args(FEATURES).args(passes);
        run(command.arg(&wasm).arg("-o").arg(&lowered))
    })?;
    step("turn it into JavaScript", || {
        let mut command = Command::new("node");
        command.arg(binaryen.join("wasm2js")).args(FEATURES).arg("-O3");
        run(command.arg(&lowered).arg("-o").arg(&script))
    })?;
    let source = fs::read_to_string(&script)?;
    let glue = format!("{}\n{}", shim(&source)?, fresh_views(&fixed_slots(&compiled.glue)?)?);
    fs::write(&script, &glue)?;
    let small = folder.join("d.js");
    step("make it small", || {
        let mut command = Command::new("node");
        command.arg(terser).args(["--mangle", "--compress", "--output"]);
        run(command.arg(&small).arg("--").arg(&script))
    })?;
    // Names of the top level are kept: the parts that follow speak of them.
    Ok(Compiled { glue: fs::read_to_string(&small)? + "\n", wasm: Vec::new() })
}

/// The module with an empty list of the features it was compiled for: by the list, or
/// without any, wasm-bindgen would choose tables of references that JavaScript lacks.
fn without_features(module: &[u8]) -> Result<Vec<u8>> {
    let (head, mut rest) = module.split_at_checked(8).context("not a wasm module")?;
    let mut out = head.to_vec();
    while let Some((&kind, after)) = rest.split_first() {
        let (length, content) = leb128(after)?;
        let section = content.get(..length).context("a section is cut short")?;
        let size = rest.len() - content.len() + length;
        let name = "target_features";
        if kind == 0 && section.get(1..=name.len()) == Some(name.as_bytes()) {
            out.extend_from_slice(NO_FEATURES);
        } else {
            out.extend_from_slice(&rest[..size]);
        }
        rest = &rest[size..];
    }
    Ok(out)
}

/// A length as wasm writes it, and what follows.
fn leb128(bytes: &[u8]) -> Result<(usize, &[u8])> {
    let mut value = 0;
    for (at, &byte) in bytes.iter().enumerate().take(5) {
        value |= usize::from(byte & 0x7f) << (7 * at);
        if byte < 0x80 {
            return Ok((value, &bytes[at + 1..]));
        }
    }
    bail!("a length is not closed")
}

/// A `WebAssembly` that knows one module: the translated one.
fn shim(source: &str) -> Result<String> {
    let body: Vec<&str> = source.lines().filter(|line| !line.starts_with("import * as")).collect();
    let body = body.join("\n");
    let (body, _) = body.split_once("var retasmFunc =").context("wasm2js has changed")?;
    ensure!(body.matches(TRAP).count() == 1, "wasm2js traps otherwise");
    let body = body.replace(TRAP, "throw new RuntimeError('abort')");
    Ok(format!(
        "const WebAssembly = (function () {{\n{body}\n\
         function Module() {{}}\nfunction Instance() {{}}\nclass RuntimeError extends Error {{}}\n\
         function instantiate(bytes, imports) {{\n\
         return Promise.resolve({{ module: null, instance: {{ exports: asmFunc(imports) }} }});\n}}\n\
         return {{ Module, Instance, instantiate, CompileError: Module, RuntimeError }};\n}})();"
    ))
}

/// Code that was compiled for tables of references asks where their fixed slots end,
/// which no table answers here: the glue's own heap has as many (`JSIDX_RESERVED`).
fn fixed_slots(glue: &str) -> Result<String> {
    let asked = "require(\"__wbindgen_externref_xform__\")";
    ensure!(glue.matches(asked).count() == 1, "wasm-bindgen has changed: review `fixed_slots`");
    ensure!(glue.contains("heap = new Array(1024)"), "the glue's heap begins elsewhere");
    Ok(glue.replace(asked, "{ __wbindgen_externref_statics_end: () => 1028 }"))
}

/// The glue keeps views of the memory until its buffer is detached; here a memory
/// that has grown is another buffer, and the former one stays as it was.
fn fresh_views(glue: &str) -> Result<String> {
    let mut out = String::with_capacity(glue.len());
    let mut parts = glue.split("Memory0 === null ||");
    let mut before = parts.next().unwrap_or_default();
    let mut views = 0;
    for part in parts {
        let at = before.rfind("cached").context("the glue's views have another name")?;
        let name = &before[at..];
        out += before;
        out += &format!("Memory0 === null || {name}Memory0.buffer !== wasm.memory.buffer ||");
        before = part;
        views += 1;
    }
    ensure!(views > 0, "the glue of wasm-bindgen has changed: review `fresh_views`");
    Ok(out + before)
}

fn run(command: &mut Command) -> Result<()> {
    let status = command.status().context("node could not be run: install nodejs and npm")?;
    ensure!(status.success(), "{command:?} ended with {status}");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_list_of_features_is_emptied() {
        let header = b"\0asm\x01\0\0\0";
        let features = b"\x00\x15\x0ftarget_features\x01+\x02gc".as_slice();
        let other = b"\x00\x03\x02ab".as_slice();
        let module = [header.as_slice(), other, features, other].concat();
        let expected = [header.as_slice(), other, NO_FEATURES, other].concat();
        assert_eq!(without_features(&module).unwrap(), expected);
        assert!(without_features(&module[..12]).is_err());
    }
}
