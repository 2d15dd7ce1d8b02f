//! `build`: writes `dist/`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Error, Result, anyhow, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};

use super::package::{Parts, read};
use super::progress::step;
use super::sizes::{PartSizes, Sizes, kilobytes};
use super::wasm::{Compiled, Profile, compile};
use super::{dataset, guide, nowasm, page, root, typings};
use crate::check::{Problem, in_order};
use crate::config::surface::{API, EVENTS, PROPERTIES};
use crate::directory::date_in_words;
use crate::drawing::flow_map;
use crate::model::{Dataset, Filiere, Voice, ui};

/// Options of `build`.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The dataset to embed, a folder [default: data/]
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Where to write [default: dist/]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Build a large widget quickly, to try something out; never to publish
    #[arg(long)]
    draft: bool,
    /// Accept the sizes of this build: later ones are told beside them
    #[arg(long, conflicts_with = "draft")]
    record: bool,
    /// Also write orientation-palliative.nowasm.js, plain JavaScript (needs npm)
    #[arg(long)]
    nowasm: bool,
}

/// What a build reads and where it writes.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The project's folder.
    pub root: PathBuf,
    /// The dataset's folder.
    pub data: PathBuf,
    /// The folder to write.
    pub out: PathBuf,
}

impl Plan {
    /// The project's own folders, where no other is given.
    pub fn new(data: Option<PathBuf>, out: Option<PathBuf>) -> Self {
        let root = root();
        let data = data.unwrap_or_else(|| root.join("data"));
        let out = out.unwrap_or_else(|| root.join("dist"));
        Self { root, data, out }
    }
}

/// The files of a build.
struct Package {
    script: Script,
    offline: String,
    index: String,
    /// The page for an `<iframe>`.
    frame: String,
}

/// The script, and what is told of it.
struct Script {
    text: String,
    sizes: Sizes,
    parts: PartSizes,
    /// The value of an `integrity` attribute.
    integrity: String,
}

/// Runs `build`.
pub fn run(args: Args) -> Result<ExitCode> {
    let profile = if args.draft { Profile::Draft } else { Profile::Shipped };
    let plan = Plan::new(args.data, args.out);
    let (sizes, parts) = make(&plan, &compile(&plan.root, profile)?)?;
    let grown = PartSizes::recorded(&plan.root).is_ok_and(|before| parts.total() > before.total());
    if args.record {
        parts.record(&plan.root)?;
    }
    ensure!(
        args.draft || args.record || sizes.within_budget() || !grown,
        "the script is over its budget; its parts above tell what grew"
    );
    if args.nowasm {
        build_nowasm(&plan, profile)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes the script that needs no wasm, and tells its size.
fn build_nowasm(plan: &Plan, profile: Profile) -> Result<()> {
    let compiled = nowasm::compile(&plan.root, profile)?;
    let dataset = dataset::load_proven(&plan.data).map_err(refused)?;
    let fallback = page::Fallback::of(&dataset);
    let alone = alone(plan, &dataset, &fallback.html())?;
    let script = Script::new(&Parts::new(&plan.root, &compiled, &dataset, &fallback, &alone)?)?;
    let path = plan.out.join("orientation-palliative.nowasm.js");
    fs::write(&path, &script.text).with_context(|| path.display().to_string())?;
    println!("{}\n{}\n  integrity  {}", path.display(), script.sizes, script.integrity);
    Ok(())
}

/// Compiles, packages, writes and tells.
pub fn build(plan: &Plan, profile: Profile) -> Result<()> {
    finish(plan, &compile(&plan.root, profile)?)
}

/// Packages, writes and tells, with a widget that is already compiled.
pub fn finish(plan: &Plan, compiled: &Compiled) -> Result<()> {
    make(plan, compiled).map(|_| ())
}

fn make(plan: &Plan, compiled: &Compiled) -> Result<(Sizes, PartSizes)> {
    let package = step("package", || package(plan, compiled))?;
    package.write(plan)?;
    package.tell(plan);
    Ok((package.script.sizes, package.script.parts))
}

/// Puts everything together, in memory: nothing is written unless all of it can be.
fn package(plan: &Plan, compiled: &Compiled) -> Result<Package> {
    let mut dataset = dataset::load_proven(&plan.data).map_err(refused)?;
    dataset.map = flow_map(&dataset)?;
    let fallback = page::Fallback::of(&dataset);
    let alone = alone(plan, &dataset, &fallback.html())?;
    let parts = Parts::new(&plan.root, compiled, &dataset, &fallback, &alone)?;
    let script = Script::new(&parts)?;
    let fallback = fallback.html();
    let offline = page::fill(&alone, &[("reprise", ""), ("script", &script.text)])?;
    let index = index(plan, &dataset, &script, &fallback)?;
    let frame = frame(plan, &dataset, &fallback)?;
    Ok(Package { script, offline, index, frame })
}

impl Script {
    fn new(parts: &Parts) -> Result<Self> {
        let text = parts.script()?;
        let sizes = Sizes::of(text.as_bytes())?;
        let parts = PartSizes::of(parts)?;
        let integrity = integrity(text.as_bytes());
        Ok(Self { text, sizes, parts, integrity })
    }
}

/// The value of an `integrity` attribute for a script.
pub fn integrity(script: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(script)))
}

impl Package {
    /// Writes the files, and those of `public/` beside them.
    fn write(&self, plan: &Plan) -> Result<()> {
        fs::create_dir_all(&plan.out).with_context(|| plan.out.display().to_string())?;
        copy(&plan.root.join("public"), &plan.out)?;
        let files = [
            ("orientation-palliative.js", &self.script.text),
            ("orientation-palliative.html", &self.offline),
            ("index.html", &self.index),
            ("cadre.html", &self.frame),
            (typings::FILE, &typings::typings()),
        ];
        for (name, text) in files {
            let path = plan.out.join(name);
            fs::write(&path, text).with_context(|| path.display().to_string())?;
        }
        Ok(())
    }

    /// Prints what was made.
    fn tell(&self, plan: &Plan) {
        println!("{}", plan.out.join("orientation-palliative.js").display());
        let recorded = PartSizes::recorded(&plan.root).ok();
        print!("{}", self.script.parts.beside(recorded.as_ref()));
        println!("{}", self.script.sizes);
        println!("  integrity  {}", self.script.integrity);
    }
}

/// A dataset with problems does not ship.
fn refused(problems: Vec<Problem>) -> Error {
    let lines: Vec<String> = in_order(problems).iter().map(ToString::to_string).collect();
    anyhow!("the dataset may not ship:\n{}", lines.join("\n"))
}

/// The page that opens from disk, still without its script and without a place to
/// resume at: the widget makes its own copies from it.
fn alone(plan: &Plan, dataset: &Dataset, fallback: &str) -> Result<String> {
    let template = read(&plan.root.join("src/embed/offline.html"))?;
    let Filiere { date, review, .. } = &dataset.filiere;
    let told = |date: &str| date_in_words(&dataset.texts, date);
    let title = dataset.texts.get(ui::TITLE, Voice::Public);
    let values = [("title", title), ("date", &told(date)), ("review", &told(review))];
    let title = dataset.texts.fill(ui::KEEP_COPY_TITLE, Voice::Public, &values);
    page::fill(
        &template,
        &[
            ("title", &page::escape(&title)),
            ("data_date", &page::escape(date)),
            ("review_date", &page::escape(review)),
            ("fallback", fallback),
            ("reprise", "{{reprise}}"),
            ("script", "{{script}}"),
        ],
    )
}

/// The page that another site shows in an `<iframe>`.
fn frame(plan: &Plan, dataset: &Dataset, fallback: &str) -> Result<String> {
    let template = read(&plan.root.join("src/embed/frame.html"))?;
    let title = page::escape(dataset.texts.get(ui::TITLE, Voice::Public));
    page::fill(&template, &[("title", &title), ("fallback", fallback)])
}

/// The integrators' page.
fn index(plan: &Plan, dataset: &Dataset, script: &Script, fallback: &str) -> Result<String> {
    let template = read(&plan.root.join("index.html"))?;
    let sizes = script.sizes;
    page::fill(
        &template,
        &[
            ("version", env!("CARGO_PKG_VERSION")),
            ("filiere", &page::escape(&dataset.filiere.name)),
            ("data_date", &page::escape(&date_in_words(&dataset.texts, &dataset.filiere.date))),
            ("integrity", &script.integrity),
            ("fallback", fallback),
            ("fallback_source", &page::escape(&fallback.replace('\n', "\n  "))),
            ("raw", &kilobytes(sizes.raw, ',')),
            ("gzip", &kilobytes(sizes.gzip, ',')),
            ("brotli", &kilobytes(sizes.brotli, ',')),
            ("attributes", &guide::attributes()),
            ("events", &guide::named(&EVENTS)),
            ("properties", &guide::named(&PROPERTIES)),
            ("api", &guide::named(&API)),
            ("territories", &guide::territories(dataset)),
            ("changelog", &page::escape(&read(&plan.root.join("CHANGELOG.md"))?)),
        ],
    )
}

/// Copies a folder's content, subfolders included; no folder, nothing to copy.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    if !from.is_dir() {
        return Ok(());
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if source.is_dir() {
            copy(&source, &target)?;
        } else {
            fs::copy(&source, &target).with_context(|| source.display().to_string())?;
        }
    }
    Ok(())
}
