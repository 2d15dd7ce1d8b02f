//! Another filière: its starting point is whole, and nothing here knows the first one.

use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use crate::common::{brume, fresh};
use orientation_palliative::check::prove;
use orientation_palliative::config::{Config, View};
use orientation_palliative::directory::{Filters, search};
use orientation_palliative::model::{Dataset, State, Voice, bundle};
use orientation_palliative::orientation::{Answers, Session, outcome};
use orientation_palliative::reading::from_inline;
use orientation_palliative::review;
use orientation_palliative::tool::{coverage, dataset, inline, new_filiere, vignettes};
use orientation_palliative::wording::summary;

/// A starting point, written once, and what it holds.
static BRUME: LazyLock<(PathBuf, Dataset)> = LazyLock::new(|| {
    let dir = brume("brume");
    let data = dataset::load_proven(&dir).unwrap_or_else(|problems| panic!("{problems:#?}"));
    (dir, data)
});

fn answers(given: &[(&str, &str)]) -> Answers {
    given.iter().map(|(q, a)| ((*q).to_owned(), (*a).to_owned())).collect()
}

#[test]
fn a_folder_that_holds_something_is_left_alone() {
    let dir = fresh("taken");
    fs::create_dir_all(&dir).unwrap();
    new_filiere::write(&dir).expect("an empty folder is as good as none");
    let told = new_filiere::write(&dir).unwrap_err().to_string();
    assert!(told.contains("is not empty"), "{told}");
    let file = dir.join("filiere.json");
    assert!(new_filiere::write(&file).unwrap_err().to_string().contains("cannot be used"));
}

#[test]
fn every_path_of_the_starting_point_holds() {
    let (proof, problems) = prove(&BRUME.1);
    assert_eq!(problems, []);
    assert!(proof.paths > 50 && proof.absences > 0, "{proof:?}");
}

#[test]
fn what_is_invented_says_so() {
    let (dir, data) = &*BRUME;
    let text = fs::read_to_string(dir.join("structures.json")).unwrap();
    assert!(text.contains("ARCEP"));
    let phones = data.structures.structures.iter().flat_map(|s| &s.contacts);
    for contact in phones.filter(|c| c.value.len() == 10 && c.value.starts_with('0')) {
        let fiction = ["019900", "063998"].iter().any(|range| contact.value.starts_with(range));
        assert!(fiction, "{}", contact.value);
    }
    let cited = |id: &str| data.sources.sources.iter().find(|s| s.id == id).unwrap();
    for structure in &data.structures.structures {
        assert!(cited(structure.sources[0].source()).title.contains("inventé"), "{}", structure.id);
    }
}

#[test]
fn the_engine_orients_in_its_terms() {
    let data = &BRUME.1;
    let given = [("danger", "non"), ("profil", "famille"), ("demande", "soins")];
    let session = Session::replay(data, false, answers(&given));
    let next = outcome(data, &session).next.unwrap();
    assert_eq!(next.id, "village");
    assert_eq!(next.answers, ["00001", "00002", "00003", "00004", "ne-sait-pas", "0V", "autre"]);
    let given = [&given[..], &[("village", "00003"), ("situation", "2")]].concat();
    let session = Session::replay(data, false, answers(&given));
    let found = outcome(data, &session);
    assert!(found.complete && found.dropped.is_empty());
    assert_eq!(found.absences[0].kind, "lits");
    assert_eq!(found.absences[0].state, State::Empty);
    let said = summary(data, &session).unwrap();
    assert_eq!(said, "Vous cherchez des soins, dans une situation difficile, au Gué-Blanc.");
}

#[test]
fn its_table_is_counted_and_its_structures_are_found() {
    let data = &BRUME.1;
    let cells = coverage::cells(data);
    let cell = cells.iter().find(|c| c.row == "lits" && c.territory == "aval").unwrap();
    assert_eq!((cell.count, cell.state), (0, State::Empty));
    for (typed, id) in
        [("hopital brumevile", "hopital-de-brumeville"), ("veilleurs", "les-veilleurs")]
    {
        let hits = search(data, typed, &Filters::default());
        assert_eq!(hits.first().map(|hit| hit.role.structure.id.as_str()), Some(id), "{typed}");
    }
}

#[test]
fn its_situations_hold() {
    let (dir, data) = &*BRUME;
    let files = vignettes::load(dir).unwrap();
    let all: Vec<_> = files.iter().flat_map(|(_, file)| &file.vignettes).collect();
    assert!(all.len() >= 3);
    for vignette in all {
        assert_eq!(vignette.differences(data), Vec::<String>::new(), "{}", vignette.id);
    }
}

#[test]
fn a_corrected_number_leaves_the_comments_in_place() {
    let (dir, data) = &*BRUME;
    let sheet = review::csv_text(&review::lines(data, &review::Remarks::new())).unwrap();
    let sheet = sheet.replace("0199000110", "0199000111");
    let sheet = review::read(sheet.as_bytes()).unwrap();
    let changes = review::changes(data, &sheet, "2026-12-31").unwrap();
    assert_eq!(changes.len(), 1);
    let before = fs::read_to_string(dir.join("structures.json")).unwrap();
    let after = review::apply(&data.structures, &changes);
    let text = orientation_palliative::reading::to_text_keeping_comments(&after, &before);
    let text = text.unwrap();
    assert!(text.contains("0199000111") && !text.contains("0199000110"));
    let count = |text: &str| text.matches("$comment").count();
    assert_eq!(count(&text), count(&before));
}

#[test]
fn it_becomes_bytes_and_a_block_of_a_page_and_comes_back() {
    let (dir, data) = &*BRUME;
    assert_eq!(bundle::from_bytes(&bundle::to_bytes(data)).as_ref(), Ok(data));
    let block = inline::block(dir).unwrap();
    let (tag, rest) = block.split_once('\n').unwrap();
    assert_eq!(tag, "<script type=\"application/json\" id=\"filiere-brume\">");
    let json = rest.strip_suffix("\n</script>\n").unwrap();
    assert!(!json.contains('<'), "markup could end the block");
    let mut read = from_inline(json).unwrap();
    for (mine, other) in [
        (&mut read.filiere.schema, &data.filiere.schema),
        (&mut read.sources.schema, &data.sources.schema),
    ] {
        mine.clone_from(other);
    }
    assert_eq!(&read, data);
}

#[test]
fn a_block_is_refused_with_all_its_problems() {
    let block = inline::block(&BRUME.0).unwrap();
    let json = block.split_once('\n').unwrap().1.strip_suffix("\n</script>\n").unwrap();
    let mut all: serde_json::Value = serde_json::from_str(json).unwrap();
    all["table"]["rows"][2]["cells"]["aval"]["state"] = "maybe".into();
    all["flow"]["rules"][1]["join"] = 3.into();
    all["flow"]["rules"][4]["when"] = "always".into();
    all.as_object_mut().unwrap().remove("lexicon");
    let problems = from_inline(&all.to_string()).unwrap_err();
    let places: Vec<String> = problems.iter().map(|p| format!("{}{}", p.file, p.pointer)).collect();
    for place in ["flow.json/rules/1/join", "flow.json/rules/4/when", "lexicon.json", "table.json"]
    {
        assert!(places.iter().any(|p| p.starts_with(place)), "{place} in {places:?}");
    }
    assert!(from_inline("{").unwrap_err()[0].what.contains("JSON"));
    // Of the expected form, and still not fit to be shown.
    let unsound = json.replace("\"village\"", "\"ville\"").replace("\"amont\"", "\"haut\"");
    assert!(from_inline(&unsound).is_err());
}

#[test]
fn it_has_no_map_and_offers_none() {
    let data = &BRUME.1;
    assert!(data.communes.communes.iter().all(|commune| commune.tile.is_none()));
    let offered = Config::default().offered(data);
    // The drawing is made by a build: what is read from a folder has none.
    let missing: Vec<_> = View::ALL.iter().filter(|view| !offered.contains(view)).collect();
    assert_eq!(missing, [&View::Carte, &View::Logigramme]);
}

#[test]
fn an_interface_text_that_it_does_not_say_is_the_projects() {
    let data = &BRUME.1;
    assert_eq!(data.texts.get("ui.back", Voice::Anyone), "Revenir");
    assert_eq!(data.texts.get("ui.title", Voice::Anyone), "Soins palliatifs en Pays de Brume");
    assert!(data.texts.find("ui.summary.profil.malade", Voice::Anyone).is_none());
}
