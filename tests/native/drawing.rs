//! The drawing says what the flow says: every question, answer, rule and structure
//! stands in it, and what an edge tells is so on every path.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use orientation_palliative::drawing::{
    Asked, Case, Graph, Known, Paths, Place, answers, draw, legend, panels, svg, variables,
};
use orientation_palliative::model::{Offer, QuestionKind};

use crate::common::DATA;

/// The general drawing, its words parted by one space each.
static GENERAL: LazyLock<String> = LazyLock::new(|| words(None));

fn words(territory: Option<&str>) -> String {
    let picture = svg(&draw(&DATA, territory).unwrap());
    let texts = picture.split('<').filter_map(|piece| piece.split_once('>'));
    let shown: String = texts.map(|(_, text)| text).collect();
    let shown = shown.replace("&amp;", "&").replace("&quot;", "\"");
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn assert_says(drawing: &str, text: &str) {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(drawing.contains(&text), "the drawing lacks « {text} »");
}

#[test]
fn every_question_and_every_answer_stands_in_the_drawing() {
    for question in &DATA.flow.questions {
        assert_says(&GENERAL, &legend(&DATA, &question.id));
        for answer in answers(&DATA, &question.id, None) {
            assert_says(&GENERAL, &answer);
        }
    }
}

#[test]
fn every_rule_stands_in_a_panel_under_its_title() {
    let paths = Paths::of(&DATA, None);
    let graph = Graph::of(&DATA, &paths);
    let panels = panels(&DATA, &paths, &graph, None);
    let sections = panels.iter().flat_map(|panel| &panel.sections);
    let entries: Vec<_> = sections.flat_map(|section| &section.entries).collect();
    for rule in &DATA.flow.rules {
        let entry = entries.iter().find(|entry| entry.rule.id == rule.id);
        let entry = entry.unwrap_or_else(|| panic!("no panel tells the rule {}", rule.id));
        assert_says(&GENERAL, &entry.title);
        for source in &rule.sources {
            assert_says(&GENERAL, &source.0);
        }
    }
}

#[test]
fn a_territory_shows_each_structure_that_the_rules_offer_there() {
    for territory in &DATA.filiere.territories {
        let drawing = words(Some(&territory.id));
        let offers = DATA.flow.rules.iter().flat_map(|rule| &rule.offer);
        let rows = offers.filter_map(|offer| match offer {
            Offer::Row(row) => DATA.row(row),
            _ => None,
        });
        for placement in
            rows.filter_map(|row| row.cells.get(&territory.id)).flat_map(|c| &c.placements)
        {
            assert_says(&drawing, DATA.structure_name(&placement.structure));
        }
        for commune in DATA.communes.communes.iter().filter(|c| c.territory == territory.id) {
            assert_says(&drawing, &commune.name);
        }
    }
}

#[test]
fn on_every_path_exactly_one_edge_is_taken_and_it_leads_where_the_flow_does() {
    let territories = DATA.filiere.territories.iter().map(|t| Some(t.id.as_str()));
    for territory in territories.chain([None]) {
        let paths = Paths::of(&DATA, territory);
        let graph = Graph::of(&DATA, &paths);
        for step in &paths.steps {
            let from = graph.places.iter().position(|at| *at == Place::Question(step.from));
            let taken: Vec<Place> = graph
                .leaving(from.unwrap())
                .filter(|edge| edge.when.iter().any(|case| holds(case, &step.known)))
                .map(|edge| graph.places[edge.to])
                .collect();
            assert_eq!(taken, [step.to], "{step:?}");
        }
    }
}

fn holds(case: &Case, known: &Known) -> bool {
    let asked = |asked: &Asked| {
        asked.among.contains(&known.get(asked.variable).copied().unwrap_or_default())
    };
    case.iter().all(asked)
}

#[test]
fn every_end_is_reached_and_every_path_has_one() {
    let paths = Paths::of(&DATA, None);
    let reached: BTreeSet<Place> = paths.outcomes.keys().copied().collect();
    for end in &DATA.flow.ends {
        assert!(reached.contains(&Place::End(&end.id)), "no path ends at {}", end.id);
    }
    assert!(!reached.contains(&Place::End("")));
    assert!(!variables(&DATA).is_empty());
}

#[test]
fn nothing_is_smaller_than_eight_points_and_levels_wear_a_pattern_each() {
    let picture = svg(&draw(&DATA, None).unwrap());
    let sizes = picture.split("font-size=\"").skip(1);
    for size in sizes.filter_map(|rest| rest.split('"').next()) {
        assert!(size.parse::<f64>().unwrap() >= 8.0, "a text of {size} points");
    }
    assert!(!picture.contains("scale("), "the flow does not fit its sheet at its size");
    for level in 0..DATA.gradation.levels.len() {
        assert!(picture.contains(&format!("fill=\"url(#level-{level})\"")));
    }
}

#[test]
fn the_emergency_way_comes_first() {
    let paths = Paths::of(&DATA, None);
    let graph = Graph::of(&DATA, &paths);
    let first = panels(&DATA, &paths, &graph, None).remove(0);
    let stop = DATA.flow.questions.iter().find(|q| q.kind == QuestionKind::Stop).unwrap();
    assert_eq!(first.place, Place::Question(&stop.id));
    let numbers = DATA.filiere.emergency.iter().map(|emergency| emergency.number.as_str());
    let numbers = numbers.collect::<Vec<_>>().join(" · ");
    let sheets = draw(&DATA, None).unwrap().sheets.len();
    assert_eq!(GENERAL.matches(&numbers).count(), sheets, "each sheet says whom to call");
}
