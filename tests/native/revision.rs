//! A dataset under revision: whatever is done to it can be undone, saved and opened again.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};

use crate::common::DATA;
use orientation_palliative::drawing::diagram;
use orientation_palliative::model::Dataset;
use orientation_palliative::packaging::{data, with_dataset};
use orientation_palliative::revision::{Draft, Folder, open, pack, read, unpack};
use orientation_palliative::tool::dataset;

fn lying(dir: &Path, prefix: &str, into: &mut Folder) {
    for entry in fs::read_dir(dir).unwrap().flatten() {
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            lying(&entry.path(), &format!("{name}/"), into);
        } else {
            into.insert(name, fs::read_to_string(entry.path()).unwrap());
        }
    }
}

pub static FOLDER: LazyLock<Folder> = LazyLock::new(|| {
    let mut folder = Folder::new();
    lying(Path::new("data"), "", &mut folder);
    // The workshop's own words are of no dataset.
    folder.retain(|name, _| !name.starts_with("workshop/"));
    folder
});

/// Every place of a file, its own included.
pub fn places(value: &Value, at: &str, into: &mut Vec<String>) {
    into.push(at.to_owned());
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(i, item)| places(item, &format!("{at}/{i}"), into));
        }
        Value::Object(fields) => {
            for (key, value) in fields {
                let key = key.replace('~', "~0").replace('/', "~1");
                places(value, &format!("{at}/{key}"), into);
            }
        }
        _ => {}
    }
}

/// One thing that somebody may do, wherever it falls.
fn act(draft: &mut Draft, (file, place, what): (usize, usize, u8)) {
    let names: Vec<String> = draft.names().map(str::to_owned).collect();
    let file = &names[file % names.len()];
    let mut all = Vec::new();
    draft.value(file, "").into_iter().for_each(|root| places(root, "", &mut all));
    let at = all.get(place % all.len().max(1)).cloned().unwrap_or_default();
    // What cannot be done changes nothing: that is part of what is tried.
    let _ = match what % 7 {
        0 => draft.set("remplacer", file, &at, Some(json!("autre"))),
        1 => draft.set("retirer", file, &at, None),
        2 => draft.insert("insérer", file, &at, json!({"id": "nouveau"})),
        3 => draft.set("ajouter un champ", file, &format!("{at}/nouveau"), Some(json!(1))),
        4 => draft.shift("déplacer", file, &at, place % 5, what as usize % 5),
        // A file that is no JSON takes no other change.
        5 if place % 40 == 0 => draft.set_text("récrire", file, "{ pas du JSON".to_owned()),
        _ => {
            let before = draft.clone();
            draft.undo();
            draft.redo();
            assert!(before.done() == draft.done(), "undone and done again is as before");
            Ok(())
        }
    };
}

#[test]
fn three_hundred_changes_undone_end_where_they_began() {
    let mut runner = TestRunner::new(Config {
        cases: 4,
        max_shrink_iters: 0,
        failure_persistence: None,
        ..Config::default()
    });
    let acts = prop::collection::vec((any::<usize>(), any::<usize>(), any::<u8>()), 300);
    let small: Folder = FOLDER
        .iter()
        .filter(|(name, _)| !name.starts_with("vignettes/") && !name.starts_with("schemas/"))
        .map(|(name, text)| (name.clone(), text.clone()))
        .collect();
    let kept = small.clone();
    runner
        .run(&acts, |acts| {
            let mut draft = Draft::of(small.clone());
            for one in acts {
                act(&mut draft, one);
            }
            prop_assert!(draft.done().len() > 50, "{} steps", draft.done().len());
            let end = draft.folder();
            let steps = draft.done().len();
            (0..steps).for_each(|_| draft.undo());
            prop_assert!(draft.folder() == kept, "undone, not as it began");
            (0..steps).for_each(|_| draft.redo());
            prop_assert!(draft.folder() == end, "done again, not as it was");
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_step_that_cannot_be_done_whole_changes_nothing() {
    let mut draft = Draft::of(FOLDER.clone());
    assert!(draft.shift("déplacer", "structures.json", "/structures", 0, 100_000).is_err());
    assert!(draft.set("", "structures.json", "/rien/ici", Some(json!(1))).is_err());
    assert!(draft.is_unchanged() && draft.done().is_empty());
}

#[test]
fn what_was_not_changed_keeps_its_very_text() {
    let mut draft = Draft::of(FOLDER.clone());
    let at = "/structures/0/contacts/0/value";
    draft.set("téléphone", "structures.json", at, Some(json!("0147000000"))).unwrap();
    let now = draft.folder();
    let changed: Vec<&String> = now.keys().filter(|name| now[*name] != FOLDER[*name]).collect();
    assert_eq!(changed, ["structures.json"]);
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let (was, is) = (lines(&FOLDER["structures.json"]), lines(&now["structures.json"]));
    assert_eq!(was.iter().zip(&is).filter(|(a, b)| a != b).count(), 1);
    assert_eq!(was.len(), is.len());
    draft.undo();
    assert!(draft.is_unchanged());
}

#[test]
fn every_data_file_stands_as_the_workshop_writes_it() {
    let ours = |name: &&String| !name.starts_with("vignettes/") && !name.starts_with("schemas/");
    for name in FOLDER.keys().filter(ours) {
        let mut draft = Draft::of(FOLDER.clone());
        draft.set("un champ", name, "/zzz", Some(json!("z"))).unwrap();
        let lines = FOLDER[name].lines().count() + 1;
        let differs = draft.text(name).lines().count().abs_diff(lines);
        assert!(differs <= 1, "{name}: saving one change would rewrite the file");
    }
}

#[test]
fn an_archive_gives_back_the_folder_wherever_it_stands_in_it() {
    let bytes = pack(&FOLDER).unwrap();
    assert!(bytes == pack(&FOLDER).unwrap(), "the same files give the same bytes");
    assert!(unpack(&bytes).unwrap() == *FOLDER);
    let below =
        FOLDER.iter().map(|(name, text)| (format!("mon dossier/data/{name}"), text.clone()));
    assert!(unpack(&pack(&below.collect()).unwrap()).unwrap() == *FOLDER);
    let none = Folder::from([("autre.json".to_owned(), "{}".to_owned())]);
    assert!(unpack(&pack(&none).unwrap()).unwrap_err().contains("filiere.json"));
    assert!(unpack(b"PK rien").unwrap_err().contains("ZIP"));
}

#[test]
fn a_published_script_gives_back_its_dataset() {
    let mut drawn = DATA.clone();
    drawn.diagram = diagram(&DATA).unwrap();
    let script = format!("<script>{}</script>", data(&drawn, None).unwrap());
    let opened = open(vec![("page.html".to_owned(), script.clone().into_bytes())]).unwrap();
    assert!(opened.published);
    let revised = read(&opened.folder);
    assert_eq!(revised.problems, []);
    let mut found = revised.dataset.unwrap();
    assert_eq!(found.structures, DATA.structures);
    assert_eq!(found.flow, DATA.flow);
    found.texts.0.remove("poster");
    let mut expected = DATA.texts.clone();
    expected.0.remove("poster");
    assert_eq!(found.texts, expected);
    let altered = script.replacen("const BUNDLE_SUM = ", "const BUNDLE_SUM = 1", 1);
    let why = open(vec![("s.js".to_owned(), altered.into_bytes())]).unwrap_err();
    assert!(why.contains("modifié"), "{why}");
    assert!(open(vec![("x.js".to_owned(), b"rien".to_vec())]).unwrap_err().contains("x.js"));
}

/// Another dataset in a script keeps where the widget is hosted alone.
#[test]
fn a_new_dataset_keeps_the_address_of_the_script() {
    let mut drawn = DATA.clone();
    drawn.diagram = diagram(&DATA).unwrap();
    for address in [None, Some("https://aide.exemple.fr/palliatif/")] {
        let around =
            |dataset: &Dataset| format!("a\n{}const WASM = '';\n", data(dataset, address).unwrap());
        let mut other = drawn.clone();
        other.structures.structures[0].name = "Un autre nom".to_owned();
        let swapped = with_dataset(&around(&drawn), &other).unwrap();
        assert!(swapped == around(&other), "{address:?}");
        assert!(swapped != around(&drawn));
    }
}

/// What the workshop saves is read by the tool as the folder is: the same script follows.
#[test]
fn the_tool_reads_an_archive_as_it_reads_the_folder() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("filiere.zip");
    fs::write(&path, pack(&FOLDER).unwrap()).unwrap();
    assert!(dataset::load(&path).unwrap() == *DATA);
    fs::write(&path, "PK rien").unwrap();
    let problems = dataset::load(&path).unwrap_err();
    assert!(problems[0].to_string().contains("ZIP"), "{problems:?}");
}
