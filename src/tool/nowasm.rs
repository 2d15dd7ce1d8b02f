//! The widget without wasm: the same module, turned into plain JavaScript by
//! Binaryen's `wasm2js`, for browsers and pages where WebAssembly may not run.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::progress::step;
use super::provision::npm_package;
use super::wasm::{Compiled, Part, Profile, bind, module};

/// The releases used: another one may make other code, so they change on purpose.
const BINARYEN: &str = "binaryen@132.0.0";
const TERSER: &str = "terser@5.51.2";

/// How wasm2js has a trap tell itself.
const TRAP: &str = "throw new Error('abort')";

/// The widget of the project in `root` as plain JavaScript.
///
/// The glue expects a `WebAssembly`: the script defines one of its own, whose only
/// module is the translated one.
pub fn compile(root: &Path, profile: Profile) -> Result<Compiled> {
    let binaryen = npm_package(BINARYEN)?.join("bin");
    let terser = npm_package(TERSER)?.join("bin/terser");
    let compiled = bind(module(root, Part::Plain, profile)?)?;
    let folder = root.join("target/nowasm");
    fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
    let [wasm, lowered, script] = ["a.wasm", "b.wasm", "c.js"].map(|name| folder.join(name));
    fs::write(&wasm, &compiled.wasm)?;
    step("lower the wasm", || {
        let mut command = Command::new("node");
        // Typed arrays cannot take a store that lies across their cells.
        command.arg(binaryen.join("wasm-opt")).args(["-Oz", "--alignment-lowering"]);
        run(command.arg(&wasm).arg("-o").arg(&lowered))
    })?;
    step("turn it into JavaScript", || {
        let mut command = Command::new("node");
        command.arg(binaryen.join("wasm2js")).arg("-O3");
        run(command.arg(&lowered).arg("-o").arg(&script))
    })?;
    let source = fs::read_to_string(&script)?;
    let glue = format!("{}\n{}", shim(&source)?, fresh_views(&compiled.glue)?);
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
