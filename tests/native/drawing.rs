//! The drawing says what the flow says: every question, answer, rule and structure
//! stands in it, and what an edge tells is so on every path.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use orientation_palliative::drawing::{
    Asked, Case, Graph, Known, Node, PAGE, Paths, answers, cited, draw, legend, panels, svg,
    variables,
};
use orientation_palliative::model::{Offer, QuestionKind, Rule};

use crate::common::DATA;

/// Every poster, the general one first, as SVG.
static POSTERS: LazyLock<Vec<(Option<&str>, String)>> = LazyLock::new(|| {
    let territories = DATA.filiere.territories.iter().map(|t| Some(t.id.as_str()));
    let all = std::iter::once(None).chain(territories);
    all.map(|territory| (territory, svg(&draw(&DATA, territory).unwrap()))).collect()
});

/// What is known at each step of every path.
static PATHS: LazyLock<Paths> = LazyLock::new(|| Paths::of(&DATA, None));

/// The general drawing, its words parted by one space each.
static GENERAL: LazyLock<String> = LazyLock::new(|| words(None));

fn words(territory: Option<&str>) -> String {
    let (_, picture) = POSTERS.iter().find(|(of, _)| *of == territory).unwrap();
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

/// Whether it is a line that the contract does not list.
fn is_outside(offer: &Offer) -> bool {
    let Offer::Row(row) = offer else { return false };
    DATA.row(row).is_some_and(|row| row.outside.is_some())
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
    let graph = Graph::of(&DATA, &PATHS);
    let panels = panels(&DATA, &PATHS, &graph, None);
    let sections = panels.iter().flat_map(|panel| &panel.sections);
    let entries: Vec<_> = sections.flat_map(|section| &section.entries).collect();
    let outside = |rule: &Rule| rule.offer.iter().any(is_outside);
    assert!(!entries.iter().any(|entry| outside(entry.rule)), "a poster draws the contract");
    for rule in DATA.flow.rules.iter().filter(|rule| !outside(rule)) {
        let entry = entries.iter().find(|entry| entry.rule.id == rule.id);
        let entry = entry.unwrap_or_else(|| panic!("no panel tells the rule {}", rule.id));
        assert_says(&GENERAL, &cited(&rule.sources));
        match rule.offer.as_slice() {
            // The emergency way has a title of its own.
            [Offer::Structure(number), ..] if rule.group == "urgence-vitale" => {
                assert_says(&GENERAL, DATA.structure_name(number));
            }
            _ => assert_says(&GENERAL, &entry.title),
        }
    }
}

#[test]
fn a_territory_shows_each_structure_that_the_rules_offer_there() {
    for territory in &DATA.filiere.territories {
        let drawing = words(Some(&territory.id));
        let offers = DATA.flow.rules.iter().flat_map(|rule| &rule.offer);
        let offers = offers.filter(|offer| !is_outside(offer));
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
            let from = graph.places.iter().position(|at| *at == Node::Question(step.from));
            let taken: Vec<Node> = graph
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
    let reached: BTreeSet<Node> = PATHS.outcomes.keys().copied().collect();
    for end in &DATA.flow.ends {
        assert!(reached.contains(&Node::End(&end.id)), "no path ends at {}", end.id);
    }
    assert!(!reached.contains(&Node::End("")));
    assert!(!variables(&DATA).is_empty());
}

#[test]
fn nothing_is_smaller_than_eight_points_and_levels_wear_a_pattern_each() {
    for (territory, picture) in POSTERS.iter() {
        let sizes = picture.split("font-size=\"").skip(1);
        for size in sizes.filter_map(|rest| rest.split('"').next()) {
            assert!(size.parse::<f64>().unwrap() >= 8.0, "{territory:?}: a text of {size} points");
        }
        assert!(!picture.contains("scale("), "{territory:?} is made smaller than it says");
        for level in 0..DATA.gradation.levels.len() {
            assert!(picture.contains(&format!("fill=\"url(#level-{level})\"")));
        }
    }
}

#[test]
fn a_poster_is_the_two_sides_of_one_sheet_and_nothing_stands_outside() {
    for (territory, picture) in POSTERS.iter() {
        let sides: Vec<&str> = picture.split("<svg ").skip(2).collect();
        assert_eq!(sides.len(), 2, "{territory:?}");
        for side in sides {
            let boxes = boxes(side);
            assert!(boxes.len() > 50, "{territory:?}: {} boxes", boxes.len());
            for [left, top, right, bottom] in boxes {
                let inside = left > 0.0 && top > 0.0 && right < PAGE.0 && bottom < PAGE.1;
                assert!(inside, "{territory:?}: {left} {top} {right} {bottom}");
            }
        }
    }
}

/// Left, top, right and bottom of every rectangle, and of every text as far as its
/// letters' height tells, moved to where it is drawn.
fn boxes(side: &str) -> Vec<[f64; 4]> {
    let mut moved = vec![(0.0, 0.0)];
    let mut boxes = Vec::new();
    // The patterns and arrow heads come first, and are drawn elsewhere.
    let drawn = side.split_once("</defs>").map_or(side, |(_, drawn)| drawn);
    for tag in drawn.split('<') {
        let number = |name: &str| -> f64 {
            let value = tag.split(&format!(" {name}=\"")).nth(1).and_then(|v| v.split('"').next());
            value.and_then(|v| v.parse().ok()).unwrap_or_default()
        };
        let (x, y) = moved.last().copied().unwrap();
        if let Some(by) = tag.strip_prefix("g transform=\"translate(") {
            let mut by = by.split([' ', ')']).map_while(|part| part.parse::<f64>().ok());
            moved.push((x + by.next().unwrap(), y + by.next().unwrap()));
        } else if tag.starts_with("/g>") {
            moved.pop();
        } else if tag.starts_with("rect ") {
            let (left, top) = (x + number("x"), y + number("y"));
            boxes.push([left, top, left + number("width"), top + number("height")]);
        } else if tag.starts_with("text ") {
            let foot = y + number("y");
            boxes.push([x + number("x").max(1.0), foot - number("font-size"), x + 1.0, foot]);
        }
    }
    boxes
}

#[test]
fn no_case_is_an_empty_phrase() {
    for territory in POSTERS.iter().map(|(territory, _)| *territory) {
        let words = words(territory);
        for hollow in [": ;", ": :", "; ;", ": —", "« »", "()"] {
            assert!(!words.contains(hollow), "{territory:?} says « {hollow} »");
        }
    }
}

#[test]
fn the_emergency_way_comes_first() {
    let graph = Graph::of(&DATA, &PATHS);
    let first = panels(&DATA, &PATHS, &graph, None).remove(0);
    let stop = DATA.flow.questions.iter().find(|q| q.kind == QuestionKind::Stop).unwrap();
    assert_eq!(first.place, Node::Question(&stop.id));
    let numbers = DATA.filiere.emergency.iter().map(|emergency| emergency.number.as_str());
    let numbers = numbers.collect::<Vec<_>>().join(" · ");
    assert_eq!(GENERAL.matches(&numbers).count(), 2, "each side says whom to call");
}
