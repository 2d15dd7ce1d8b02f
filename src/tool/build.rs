//! `build`: writes `dist/`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Error, Result, anyhow};

use super::diagnosis::Diagnosis;
use super::edition::{Edition, PLAIN, Reader, WASM};
use super::package::{Parts, reader_script, workshop_script};
use super::progress::step;
use super::sizes::PartSizes;
use super::wasm::{Compiled, Modules, Profile, compile_all};
use super::{dataset, nowasm, pages, root, typings};
use crate::check::{Problem, in_order};
use crate::drawing::diagram;
use crate::model::grammar;
use crate::packaging::{Fallback, alone};

pub use crate::packaging::integrity;

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
    /// Also write the edition in plain JavaScript, *.nowasm.* (needs npm)
    #[arg(long)]
    nowasm: bool,
    /// Where the widget will be hosted alone: every fallback leads there; « https: » and a
    /// slash at its end
    #[arg(long, value_name = "URL", value_parser = web_folder)]
    address: Option<String>,
}

/// The address of a folder of the web.
pub fn web_folder(address: &str) -> Result<String, String> {
    if address.starts_with("https://") && address.ends_with('/') && grammar::is_page(address) {
        return Ok(address.to_owned());
    }
    Err("une adresse en https:// qui finit par « / » est attendue".to_owned())
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
    /// Where the widget will be hosted alone, if that is known.
    pub address: Option<String>,
}

impl Plan {
    /// The project's own folders, where no other is given.
    pub fn new(data: Option<PathBuf>, out: Option<PathBuf>) -> Self {
        let root = root();
        let data = data.unwrap_or_else(|| root.join("data"));
        let out = out.unwrap_or_else(|| root.join("dist"));
        Self { root, data, out, address: None }
    }

    /// The same, hosted at that address.
    #[must_use]
    pub fn hosted_at(self, address: Option<String>) -> Self {
        Self { address, ..self }
    }
}

/// The files of a build.
struct Package {
    edition: Edition,
    plain: Option<Edition>,
    reader: Reader,
    index: String,
    /// The page for an `<iframe>`.
    frame: String,
    typings: String,
    workshop: String,
    diagnosis: Diagnosis,
}

/// Runs `build`.
pub fn run(args: Args) -> Result<ExitCode> {
    let profile = if args.draft { Profile::Draft } else { Profile::Shipped };
    let plan = Plan::new(args.data, args.out).hosted_at(args.address);
    // Compiling takes minutes: what would not ship is told before.
    dataset::load_proven(&plan.data).map_err(refused)?;
    let compiled = compile_all(&plan.root, profile)?;
    let plain = args.nowasm.then(|| nowasm::compile(&plan.root, profile)).transpose()?;
    let package = make(&plan, &compiled, plain.as_ref(), profile)?;
    let Edition { sizes, parts, .. } = package.edition;
    if args.record {
        parts.record(&plan.root)?;
    }
    if !args.draft {
        parts.ensure_accepted(sizes, PartSizes::recorded(&plan.root).ok().as_ref())?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Compiles, packages, writes and tells both editions.
pub fn build(plan: &Plan, profile: Profile) -> Result<()> {
    let compiled = compile_all(&plan.root, profile)?;
    let plain = nowasm::compile(&plan.root, profile)?;
    make(plan, &compiled, Some(&plain), profile).map(drop)
}

/// Packages and writes, with a widget that is already compiled. Of a draft, what only
/// walking every path shows is told once the draft is there to be looked at.
pub fn finish(plan: &Plan, compiled: &Modules, profile: Profile) -> Result<()> {
    if profile == Profile::Shipped {
        return make(plan, compiled, None, profile).map(drop);
    }
    step("package a draft", || package(plan, compiled, None, profile)?.write(plan))?;
    let proven = step("walk every path", || Ok(dataset::load_proven(&plan.data)))?;
    // It is served all the same: whoever revises the data wants to see what they do.
    proven.map(drop).or_else(|problems| {
        eprintln!("{}", refused(problems));
        Ok(())
    })
}

fn make(
    plan: &Plan,
    compiled: &Modules,
    plain: Option<&Compiled>,
    profile: Profile,
) -> Result<Package> {
    let package = step("package", || package(plan, compiled, plain, profile))?;
    package.write(plan)?;
    package.edition.tell(&plan.out, PartSizes::recorded(&plan.root).ok().as_ref());
    if let Some(plain) = &package.plain {
        plain.tell(&plan.out, None);
    }
    package.reader.tell(&plan.out);
    Ok(package)
}

/// Puts everything together, in memory: nothing is written unless all of it can be.
fn package(
    plan: &Plan,
    compiled: &Modules,
    plain: Option<&Compiled>,
    profile: Profile,
) -> Result<Package> {
    let root = &plan.root;
    let read = match profile {
        Profile::Shipped => dataset::load_proven(&plan.data),
        Profile::Draft => dataset::load(&plan.data),
    };
    let mut dataset = read.map_err(refused)?;
    dataset.diagram = diagram(&dataset)?;
    let html = Fallback::of(&dataset).leading_to(plan.address.as_deref()).html();
    let alone = alone(&dataset, &Fallback::of(&dataset).html())?;
    let edition = |name, compiled| {
        let parts = Parts::new(root, compiled, &dataset, plan.address.as_deref())?;
        Edition::new(name, &parts, &alone, profile)
    };
    let plain = plain.map(|plain| edition(PLAIN, plain)).transpose()?;
    let edition = edition(WASM, &compiled.widget)?;
    let reader = Reader::new(reader_script(root, &compiled.reader)?, profile)?;
    let editions: Vec<&Edition> = plain.iter().chain([&edition]).collect();
    let diagnosis = Diagnosis::new(root, &dataset, &editions)?;
    let bookmark = diagnosis.bookmark();
    let index = pages::index(root, &dataset, &html, &edition, plain.as_ref(), &reader, &bookmark)?;
    let frame = pages::frame(root, &dataset, &html)?;
    let typings = typings::typings(&dataset);
    let folder = dataset::folder(&plan.data).map_err(refused)?;
    let engine = workshop_script(root, &compiled.workshop)?;
    let workshop = pages::workshop(root, &folder, &edition.script, &engine)?;
    Ok(Package { edition, plain, reader, index, frame, typings, workshop, diagnosis })
}

impl Package {
    /// Writes the files, and those of `public/` beside them.
    fn write(&self, plan: &Plan) -> Result<()> {
        fs::create_dir_all(&plan.out).with_context(|| plan.out.display().to_string())?;
        copy(&plan.root.join("public"), &plan.out)?;
        forget_versions(&plan.out)?;
        for edition in self.plain.iter().chain([&self.edition]) {
            edition.write(&plan.out)?;
        }
        self.reader.write(&plan.out)?;
        self.diagnosis.write(&plan.out)?;
        let files = [
            ("index.html", &self.index),
            ("cadre.html", &self.frame),
            ("atelier.html", &self.workshop),
            (typings::FILE, &self.typings),
        ];
        for (name, text) in files {
            let path = plan.out.join(name);
            fs::write(&path, text).with_context(|| path.display().to_string())?;
        }
        Ok(())
    }
}

/// Takes the scripts of other versions out of a folder: no release may carry them along.
fn forget_versions(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)?.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with(&format!("{WASM}-")) && name.ends_with(".min.js") {
            fs::remove_file(entry.path()).with_context(|| name)?;
        }
    }
    Ok(())
}

/// A dataset with problems does not ship.
fn refused(problems: Vec<Problem>) -> Error {
    let lines: Vec<String> = in_order(problems).iter().map(ToString::to_string).collect();
    anyhow!("the dataset may not ship:\n{}", lines.join("\n"))
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
