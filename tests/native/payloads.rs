//! Every payload in every text of a dataset, through every output: nothing of it is more
//! than text there. Each output is read by an independent reader of its format.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use crate::common::DATA;
use orientation_palliative::comparison::{self, Cause, Diff, Example};
use orientation_palliative::directory::{active, coverage_csv};
use orientation_palliative::drawing::{draw, svg};
use orientation_palliative::keep::{link_of, qr_path, text_sheet, vcard};
use orientation_palliative::model::grammar::{
    is_citation, is_id, is_mail, is_version, is_web, phone, unseen,
};
use orientation_palliative::model::{Dataset, Voice};
use orientation_palliative::orientation::Session;
use orientation_palliative::packaging::Fallback;
use orientation_palliative::review;
use orientation_palliative::tool::review::html as sheet_page;
use orientation_palliative::tool::{dataset, draw as sheets, inline, new_filiere, vignettes};
use orientation_palliative::wording::{Sheet, listed_entry};
use scraper::{Html, Node};
use serde_json::Value;

#[path = "../shared/payloads.rs"]
mod shared;

mod files;

use shared::{PAYLOADS, each_text};

/// What is plain text wherever it stands.
const HARMLESS: &str = "mot";

/// The dataset with a text in the place of each that people read, each marked with a
/// number of its own.
fn with(payload: &str) -> Dataset {
    shared::with(&DATA, |count| format!("{payload} {count}"))
}

static PLAIN: LazyLock<Dataset> = LazyLock::new(|| with(HARMLESS));
/// Each payload, and the dataset that says it everywhere.
static FULL: LazyLock<Vec<(&str, Dataset)>> =
    LazyLock::new(|| PAYLOADS.into_iter().map(|payload| (payload, with(payload))).collect());

/// The kinds of elements of a page, each with its attributes; no address leads where
/// none of the format's own does.
fn kinds(page: &str) -> BTreeSet<String> {
    let page = Html::parse_document(page);
    let elements = page.tree.values().filter_map(|node| match node {
        Node::Element(element) => Some(element),
        _ => None,
    });
    elements
        .map(|element| {
            for (name, value) in element.attrs().filter(|(name, _)| ["href", "src"].contains(name))
            {
                let known = ["https://", "tel:", "sms:", "mailto:", "#"];
                assert!(known.iter().any(|start| value.starts_with(start)), "{name}={value}");
            }
            let mut names: Vec<&str> = element.attrs().map(|(name, _)| name).collect();
            names.sort_unstable();
            format!("{} {}", element.name(), names.join(" "))
        })
        .collect()
}

/// A page holds elements of no kind that it lacks with harmless texts.
fn assert_page(page: impl Fn(&str, &Dataset) -> String) {
    let known = kinds(&page(HARMLESS, &PLAIN));
    for (payload, data) in &*FULL {
        let found = kinds(&page(payload, data));
        let more: Vec<_> = found.difference(&known).collect();
        assert!(more.is_empty(), "{payload:?}: {more:?}");
    }
}

fn carer(on_call: bool) -> Session {
    let answers = [("profil", "proche"), ("besoin", "aidants"), ("commune", "92023")];
    let answers = answers.map(|(q, a)| (q.to_owned(), a.to_owned())).into_iter().collect();
    Session::replay(&DATA, on_call, answers)
}

#[test]
fn pages_to_print_and_to_embed_hold_text_only() {
    let mut situations = vignettes::load(Path::new("data")).unwrap();
    situations.truncate(2);
    for (_, file) in &mut situations {
        file.vignettes.truncate(6);
    }
    assert_page(|text, data| sheet_page(&data.filiere.name, "jour", &to_verify(text, data)));
    assert_page(|_, data| Fallback::of(data).html());
    assert_page(|text, data| {
        let mut all = situations.clone();
        for (_, file) in &mut all {
            text.clone_into(&mut file.title);
            file.vignettes.iter_mut().for_each(|j| text.clone_into(&mut j.situation));
        }
        vignettes::html(data, &all)
    });
    assert_page(|text, _| comparison::html(&told(text)));
}

/// The sheet of what is to be verified, with a text in each remark and each number of the
/// register.
fn to_verify(text: &str, data: &Dataset) -> Vec<review::Line> {
    let mut data = data.clone();
    for structure in &mut data.structures.structures {
        structure.finess = Some(text.to_owned());
    }
    let ids = data.structures.structures.iter().map(|structure| structure.id.clone());
    review::lines(&data, &ids.map(|id| (id, text.to_owned())).collect())
}

/// A difference that says one text everywhere.
fn told(text: &str) -> Diff {
    let text = || text.to_owned();
    let example = Example {
        path: vec![text()],
        situation: text(),
        differences: vec![text()],
        before: None,
        after: None,
    };
    let cause = |situations, example| Cause {
        what: text(),
        title: text(),
        details: vec![text()],
        situations,
        shown_in: Some(1),
        example,
    };
    let causes = vec![cause(1, Some(example)), cause(0, None)];
    Diff { old: text(), new: text(), situations: 1, changed: 1, causes, together: 0 }
}

#[test]
fn the_block_of_a_page_is_one_block_of_data() {
    let (sections, texts) = dataset::contents(Path::new("data")).unwrap();
    for payload in PAYLOADS {
        let mut sections = sections.clone();
        sections.get_mut("filiere").unwrap()["name"] = payload.into();
        let mut texts = texts.clone();
        for file in texts.values_mut() {
            each_text(file, &mut |text| *text = payload.into());
        }
        let block = inline::block_of(payload, (sections, texts));
        let found = kinds(&block);
        let known = ["html ", "head ", "body ", "script id type"].map(str::to_owned);
        assert_eq!(found, known.into_iter().collect(), "{payload}");
        let page = Html::parse_document(&block);
        let json: String = page.root_element().text().collect();
        let read: Value = serde_json::from_str(&json).expect("data");
        assert_eq!(read["filiere"]["name"], payload);
    }
}

/// An invented filière, whose drawings have room, with a text in the place of each that
/// is drawn: as much of it as fits there.
fn drawn(payload: &str) -> Dataset {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("brume-drawn");
    if !dir.exists() {
        new_filiere::write(&dir).unwrap();
    }
    let mut all = serde_json::to_value(dataset::load(&dir).unwrap()).unwrap();
    let mut put = |value: &mut Value| {
        let Some(length) = value.as_str().map(|text| text.chars().count()) else { return };
        *value = payload.chars().cycle().take(length).collect::<String>().into();
    };
    for list in ["/structures/structures", "/communes/communes", "/filiere/territories"] {
        let items = all.pointer_mut(list).unwrap().as_array_mut().unwrap();
        for item in items {
            put(&mut item["name"]);
        }
    }
    each_text(&mut all["texts"], &mut put);
    serde_json::from_value(all).unwrap()
}

#[test]
fn drawings_hold_text_only() {
    let draw = |payload: &str| {
        let data = drawn(payload);
        let drawing = draw(&data, None).unwrap_or_else(|error| panic!("{payload:?}: {error}"));
        (shapes(&svg(&drawing)), kinds(&sheets::page(&data, &drawing)))
    };
    let known = draw(HARMLESS);
    for payload in PAYLOADS {
        let found = draw(payload);
        let more: Vec<_> =
            found.0.difference(&known.0).chain(found.1.difference(&known.1)).collect();
        assert!(more.is_empty(), "{payload:?}: {more:?}");
    }
}

fn shapes(text: &str) -> BTreeSet<String> {
    let drawing = roxmltree::Document::parse(text).expect("XML");
    let elements = drawing.descendants().filter(roxmltree::Node::is_element);
    elements
        .map(|element| {
            let names: BTreeSet<&str> = element.attributes().map(|a| a.name()).collect();
            format!("{} {names:?}", element.tag_name().name())
        })
        .collect()
}
