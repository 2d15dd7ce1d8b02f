//! From the sources to wasm: cargo compiles, wasm-bindgen makes the glue.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};
use cargo_metadata::Message;
use wasm_bindgen_cli_support::Bindgen;

use super::glue::small;
use super::lean;
use super::progress::step;

/// The target the widget is compiled for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// How the widget is compiled.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Profile {
    /// What ships: as small as it can be.
    #[default]
    Shipped,
    /// For trying things out: several times larger, rebuilt in seconds.
    Draft,
}

/// Which of the wasm modules.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Part {
    /// The engine and the views.
    Widget,
    /// The same for the edition in plain JavaScript: compiled to the first version of
    /// wasm, which has nothing that JavaScript lacks.
    Plain,
    /// What reads and checks a dataset that a page carries.
    Reader,
    /// Where a coordinator revises a dataset.
    Workshop,
}

impl Part {
    /// The name of the feature in `Cargo.toml`.
    fn feature(self) -> &'static str {
        match self {
            Self::Widget | Self::Plain => "widget",
            Self::Reader => "reader",
            Self::Workshop => "workshop",
        }
    }

    /// Whether the standard library is rebuilt for it.
    fn is_lean(self, profile: Profile) -> bool {
        match self {
            Self::Plain => true,
            // Nobody waits for it on a poor network, and a panic is to be read.
            Self::Workshop => false,
            Self::Widget | Self::Reader => profile == Profile::Shipped,
        }
    }

    /// The name of the profile in `Cargo.toml`: one for each module, since cargo
    /// writes all under the same file name.
    fn profile(self, profile: Profile) -> &'static str {
        match (self, profile) {
            (Self::Plain, _) => "plain",
            (Self::Widget, Profile::Shipped) => "widget",
            (Self::Widget, Profile::Draft) => "widget-draft",
            (Self::Reader, Profile::Shipped) => "reader",
            (Self::Reader, Profile::Draft) => "reader-draft",
            (Self::Workshop, Profile::Shipped) => "workshop",
            (Self::Workshop, Profile::Draft) => "workshop-draft",
        }
    }
}

/// The modules of a build, compiled.
pub struct Modules {
    /// The widget.
    pub widget: Compiled,
    /// The reader of datasets that pages carry.
    pub reader: Compiled,
    /// The workshop.
    pub workshop: Compiled,
}

/// Compiles the modules of the project in `root`.
pub fn compile_all(root: &Path, profile: Profile) -> Result<Modules> {
    let widget = compile(root, Part::Widget, profile)?;
    let reader = compile(root, Part::Reader, profile)?;
    Ok(Modules { widget, reader, workshop: compile(root, Part::Workshop, profile)? })
}

/// A compiled module.
pub struct Compiled {
    /// The script that joins wasm to the page; defines `wasm_bindgen`.
    pub glue: String,
    /// The module.
    pub wasm: Vec<u8>,
}

/// Compiles one module of the project in `root`.
fn compile(root: &Path, part: Part, profile: Profile) -> Result<Compiled> {
    let wasm = module(root, part, profile)?;
    step("make the glue", || bind(wasm))
}

/// What cargo makes of the project in `root`, before its glue is made.
pub fn module(root: &Path, part: Part, profile: Profile) -> Result<Vec<u8>> {
    ensure_target()?;
    if part.is_lean(profile) {
        lean::ensure_source()?;
    }
    let step_name = match part {
        Part::Widget => "compile the widget (minutes the first time)",
        Part::Plain => "compile the widget for plain JavaScript (minutes the first time)",
        Part::Reader => "compile the reader of carried datasets",
        Part::Workshop => "compile the workshop (minutes the first time)",
    };
    let path = step(step_name, || cargo_build(root, part, profile))?;
    fs::read(&path).with_context(|| path.display().to_string())
}

/// Installs the wasm target when the toolchain lacks it.
pub fn ensure_target() -> Result<()> {
    if has_target()? {
        return Ok(());
    }
    step(&format!("install the target {TARGET}"), || {
        let status = Command::new("rustup").args(["target", "add", TARGET]).status();
        match status {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => bail!("`rustup target add {TARGET}` ended with {status}"),
            Err(_) => bail!(
                "the toolchain lacks the target {TARGET} and rustup is not here to add it: \
                 install rustup (https://rustup.rs), or your system's package of Rust's \
                 standard library for {TARGET}"
            ),
        }
    })
}

fn has_target() -> Result<bool> {
    let dir = rustc_path(&["--print", "target-libdir", "--target", TARGET])?;
    Ok(dir.is_some_and(|dir| dir.is_dir()))
}

/// What the compiler answers when asked for a path, if it does.
pub fn rustc_path(args: &[&str]) -> Result<Option<PathBuf>> {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc).args(args).output().context("rustc could not be run")?;
    let path = String::from_utf8_lossy(&output.stdout);
    Ok(output.status.success().then(|| PathBuf::from(path.trim())))
}

/// The cargo that runs this tool, else the one in the path.
pub fn cargo() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// Has cargo build the library; gives the path of the module.
fn cargo_build(root: &Path, part: Part, profile: Profile) -> Result<PathBuf> {
    let mut command = Command::new(cargo());
    command.arg("build");
    let mut flags = rustflags(root);
    if part.is_lean(profile) {
        lean::apply(&mut command, &mut flags)?;
    }
    if part == Part::Plain {
        flags.push("-Ctarget-cpu=mvp".to_owned());
    }
    let mut child = command
        .current_dir(root)
        .args(["--lib", "--target", TARGET, "--no-default-features"])
        .args(["--features", part.feature(), "--profile", part.profile(profile)])
        .args(["--message-format", "json-render-diagnostics"])
        .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f"))
        .env_remove("RUSTFLAGS")
        .stdout(Stdio::piped())
        .spawn()
        .context("cargo could not be run")?;
    let messages = child.stdout.take().context("cargo has no output")?;
    let mut module = None;
    for message in Message::parse_stream(BufReader::new(messages)) {
        if let Message::CompilerArtifact(artifact) = message? {
            let built = artifact.filenames.into_iter().find(|p| p.extension() == Some("wasm"));
            module = built.map(PathBuf::from).or(module);
        }
    }
    let status = child.wait()?;
    ensure!(status.success(), "the widget does not compile");
    module.context("cargo built no wasm module: is `cdylib` among the library's crate types?")
}

/// The flags in force, and the removal of this machine's paths from what ships:
/// panic messages name source files, which would tell where it was built and make
/// every machine's bytes different.
fn rustflags(root: &Path) -> Vec<String> {
    let mut flags: Vec<String> = match (env::var("CARGO_ENCODED_RUSTFLAGS"), env::var("RUSTFLAGS"))
    {
        (Ok(encoded), _) => encoded.split('\x1f').map(str::to_owned).collect(),
        (_, Ok(plain)) => plain.split_whitespace().map(str::to_owned).collect(),
        _ => Vec::new(),
    };
    flags.retain(|flag| !flag.is_empty());
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(env::home_dir()?.join(".cargo")));
    let absolute = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    for path in [Some(absolute), home].into_iter().flatten() {
        flags.push(format!("--remap-path-prefix={}=", path.display()));
    }
    flags
}

/// Makes the glue of a module.
pub fn bind(module: Vec<u8>) -> Result<Compiled> {
    let mut bindgen = Bindgen::new();
    let name = env!("CARGO_CRATE_NAME");
    bindgen
        .input_bytes(name, module)
        .no_modules(true)?
        .typescript(false)
        .remove_producers_section(true);
    let mut output = bindgen.remove_name_section(true).generate_output()?;
    let glue = output.js().to_owned();
    let module = output.wasm_mut();
    let glue = small(&glue, module)?;
    Ok(Compiled { glue, wasm: module.emit_wasm() })
}
