//! What the command line says of what is not as it should be: once, and where.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::common::brume;
use crate::review::copy;
use orientation_palliative::check::Problem;
use orientation_palliative::tool::{dataset, vignettes};

fn tool(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_orientation-palliative"));
    command.args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// What a folder is refused for, a line a problem.
fn refused(dir: &Path) -> Vec<String> {
    let problems = dataset::load(dir).expect_err("refused");
    problems.iter().map(ToString::to_string).collect()
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_is_no_panic() {
    for command in ["orient", "coverage", "review"] {
        let mut child = tool(&[command]).spawn().expect("started");
        drop(child.stdout.take());
        let mut told = String::new();
        child.stderr.take().expect("piped").read_to_string(&mut told).expect("text");
        child.wait().expect("ended");
        assert_eq!(told, "", "{command}");
    }
}

#[test]
fn a_folder_that_is_missing_is_one_problem() {
    let told = refused(Path::new("nulle-part"));
    assert!(told.len() == 1 && told[0].contains("nulle-part"), "{told:#?}");
    let dir = copy("without-texts");
    fs::remove_dir_all(dir.join("texts")).expect("removed");
    let told = refused(&dir);
    assert!(told.len() == 1 && told[0].contains("texts/fr"), "{told:#?}");
}

#[test]
fn a_stray_copy_and_a_key_written_twice_are_told() {
    let dir = copy("strays");
    fs::copy(dir.join("texts/fr/ui.json"), dir.join("texts/fr/ui (copie).json")).expect("a copy");
    fs::copy(dir.join("table.json"), dir.join("table - Copie.json")).expect("a copy");
    let text = fs::read_to_string(dir.join("filiere.json")).expect("a file");
    let text =
        text.replacen("\"name\": \"Hauts-de-Seine\",", "\"name\": \"X\",\n  \"name\": \"Y\",", 1);
    fs::write(dir.join("filiere.json"), format!("\u{feff}{text}")).expect("written");
    let told = refused(&dir);
    assert_eq!(told.len(), 3, "{told:#?}");
    for place in [
        "texts/fr/ui (copie).json: : ",
        "table - Copie.json: : ",
        "filiere.json: /name: ce champ est écrit deux fois",
    ] {
        assert!(told.iter().any(|line| line.starts_with(place)), "{place}: {told:#?}");
    }
    for stray in ["texts/fr/ui (copie).json", "table - Copie.json"] {
        fs::remove_file(dir.join(stray)).expect("removed");
    }
    let text = fs::read_to_string("data/filiere.json").expect("a file");
    fs::write(dir.join("filiere.json"), format!("\u{feff}{text}")).expect("written");
    dataset::load(&dir).expect("a mark before the text is read over");
}

#[cfg(unix)]
#[test]
fn a_pipe_and_a_file_without_end_are_refused() {
    let dir = copy("without-end");
    let file = dir.join("lexicon.json");
    fs::remove_file(&file).expect("removed");
    let made = Command::new("mkfifo").arg(&file).status().expect("mkfifo");
    assert!(made.success());
    assert!(refused(&dir)[0].contains("ce n’est pas un fichier"));
    fs::remove_file(&file).expect("removed");
    fs::File::create(&file).and_then(|file| file.set_len(100_000_000)).expect("a large file");
    let told = refused(&dir);
    assert!(
        told.len() == 1 && told[0].starts_with("lexicon.json: ") && told[0].contains("100000000"),
        "{told:#?}"
    );
}

#[test]
fn a_search_says_that_it_found_nothing() {
    let output = tool(&["search", "zzzzqqqq"]).output().expect("run");
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(told.contains("aucune structure") && told.contains("zzzzqqqq"), "{told}");
}

#[test]
fn a_wrong_id_in_a_vignette_is_told() {
    let dir = brume("brume-situations");
    let data = dataset::load(&dir).expect("sound");
    assert_eq!(vignettes::problems(&data, &dir), []);
    let file = dir.join("vignettes/vignettes.json");
    let text = fs::read_to_string(&file).expect("situations");
    for (right, wrong, told) in [
        ("\"profil\"", "\"profile\"", "la question « profile » n’existe pas"),
        ("\"famille\"", "\"famile\"", "profil"),
    ] {
        assert!(text.contains(right));
        fs::write(&file, text.replacen(right, wrong, 1)).expect("written");
        let found = vignettes::problems(&data, &dir);
        let here = |p: &&Problem| p.file == "vignettes/vignettes.json" && p.what.contains(told);
        assert!(found.iter().any(|p| here(&p)), "{found:?}");
        let output = tool(&["check", "--data"]).arg(&dir).output().expect("run");
        assert!(!output.status.success());
    }
}

#[test]
fn two_filieres_are_not_compared() {
    let output = tool(&["diff", "data"]).arg(brume("brume-to-compare")).output().expect("run");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success() && told.contains("deux filières"), "{told}");
}
