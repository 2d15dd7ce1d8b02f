//! What stands on the sheet for the fridge, over every path of a family.

use std::sync::LazyLock;

use crate::common::DATA;
use orientation_palliative::model::Voice;
use orientation_palliative::orientation::{Communes, Session, each_path, may_call, outcome_of};
use orientation_palliative::wording::{Block, Entry, Fridge, FridgeStep, Part, Phone, Sheet};

/// Every sheet of a family, by day and at night.
static SHEETS: LazyLock<Vec<Sheet>> =
    LazyLock::new(|| sheets(|voice| voice != Voice::Professional));

fn sheets(spoken: fn(Voice) -> bool) -> Vec<Sheet> {
    let mut sheets = Vec::new();
    for on_call in [false, true] {
        each_path(&DATA, on_call, Communes::OneByTerritory, &mut |walk| {
            if spoken(walk.situation.voice()) {
                sheets.push(Sheet::lay(walk, &outcome_of(walk)));
            }
        });
    }
    sheets
}

fn sheet(answers: &str, on_call: bool) -> Sheet {
    let pairs = answers.split(' ').filter_map(|pair| pair.split_once('='));
    let answers = pairs.map(|(q, a)| (q.to_owned(), a.to_owned())).collect();
    Sheet::of(&DATA, &Session::replay(&DATA, on_call, answers))
}

fn is_emergency(phone: &Phone) -> bool {
    DATA.filiere.emergency.iter().any(|one| one.number == phone.digits)
}

fn steps<'a>(fridge: &'a Fridge<'a>) -> impl Iterator<Item = (Part, &'a FridgeStep<'a>)> {
    fridge.parts.iter().flat_map(|part| part.steps.iter().map(move |step| (part.part, step)))
}

#[test]
fn at_most_four_numbers_stand_on_it() {
    assert!(SHEETS.len() > 1_000, "only {} sheets", SHEETS.len());
    let most = SHEETS.iter().map(|sheet| {
        let fridge = Fridge::of(&DATA, sheet);
        let numbers = fridge.phones().filter(|phone| !is_emergency(phone)).count();
        assert!(numbers <= 4, "{:?} has {numbers} numbers", sheet.situation);
        numbers
    });
    assert!(most.max() >= Some(2), "hardly a sheet has a number");
}

#[test]
fn all_that_comes_now_and_next_is_on_it_in_order_with_what_to_say() {
    for sheet in SHEETS.iter() {
        let fridge = Fridge::of(&DATA, sheet);
        let first = sheet.sections.iter().filter(|s| matches!(s.part, Part::Now | Part::Next));
        assert!(fridge.parts.len() >= first.count(), "a part is missing: {:?}", sheet.situation);
        let blocks = sheet.sections.iter().flat_map(|s| s.blocks.iter().map(move |b| (s.part, b)));
        for ((part, step), (own, block)) in steps(&fridge).zip(blocks) {
            assert_eq!(part, own);
            assert!(block.title.starts_with(step.title), "{} for {}", step.title, block.title);
            assert!(step.say == block.say.as_deref() || (step.spare && step.say.is_none()));
            if matches!(part, Part::Now | Part::Next) && !block.folded {
                let name = step.who.as_ref().map(|who| &who.entry.name);
                assert_eq!(name, block.entries.first().map(|entry| &entry.name));
            }
        }
    }
}

#[test]
fn what_explains_is_cut_only_where_a_page_does_not_hold_it() {
    let (mut whole, mut cut) = (0, 0);
    for sheet in SHEETS.iter() {
        let fridge = Fridge::of(&DATA, sheet);
        assert!(fridge.lines() <= 28, "{} lines: {:?}", fridge.lines(), sheet.situation);
        let first = |part| matches!(part, Part::Now | Part::Next);
        let blocks = sheet.sections.iter().flat_map(|s| &s.blocks);
        let open = steps(&fridge).zip(blocks).filter(|((part, _), b)| first(*part) && !b.folded);
        let (kept, given): (Vec<bool>, Vec<bool>) =
            open.map(|((_, step), block)| (step.body.is_some(), block.body.is_some())).unzip();
        let whole_ones = kept.iter().zip(&given).take_while(|(kept, given)| kept == given).count();
        assert_eq!(kept.first(), given.first(), "{:?}", sheet.situation);
        assert!(
            kept[whole_ones..].iter().all(|kept| !kept),
            "not the last of {:?}",
            sheet.situation
        );
        *if kept == given { &mut whole } else { &mut cut } += 1;
    }
    assert!(whole * 2 > cut, "{whole} sheets explain all that comes next, {cut} do not");
}

#[test]
fn a_dense_page_names_every_structure_with_all_its_numbers_and_each_sentence() {
    let mut together = 0;
    for sheet in &sheets(|voice| voice == Voice::Professional) {
        let mut told = Vec::new();
        for (block, runs) in sheet.blocks().zip(sheet.runs()) {
            let named = |entry: &Entry| (entry.structure.clone(), entry.phones.clone());
            let all: Vec<_> = runs.iter().flat_map(|r| &r.entries).map(|e| named(e)).collect();
            for entry in block.all() {
                let there = |(id, phones): &(String, Vec<Phone>)| {
                    *id == entry.structure && entry.phones.iter().all(|p| phones.contains(p))
                };
                assert!(all.iter().any(there), "{} in {:?}", entry.name, sheet.situation);
            }
            for run in runs {
                let silent = run.entries.iter().all(|entry| entry.phones.is_empty());
                assert!(run.entries.len() == 1 || silent, "{:?}", sheet.situation);
                together += usize::from(run.entries.len() > 1);
                told.extend(run.remarks.iter().map(|told| (*told).to_owned()));
            }
        }
        let remarks = sheet.blocks().flat_map(Block::all).flat_map(|entry| &entry.remarks);
        remarks.for_each(|remark| assert!(told.contains(remark), "{remark}"));
    }
    assert!(together > 100, "structures without a number stand together {together} times");
}

#[test]
fn no_number_on_it_is_for_professionals_only() {
    for sheet in SHEETS.iter() {
        let fridge = Fridge::of(&DATA, sheet);
        for who in steps(&fridge).filter_map(|(_, step)| step.who.as_ref()) {
            let entry = who.entry;
            let open = may_call(&DATA, sheet.voice, &entry.kind);
            assert!(open || who.phone.is_none(), "{} in {:?}", entry.name, sheet.situation);
        }
    }
}

#[test]
fn a_relative_at_night_finds_the_night_first_and_no_count_of_a_list_that_is_not_there() {
    let sheet = sheet(
        "urgence=non profil=proche besoin=soins age=adulte commune=92044 lieu=domicile",
        true,
    );
    let fridge = Fridge::of(&DATA, &sheet);
    let numbers: Vec<&str> = fridge.phones().map(|phone| phone.label.as_str()).collect();
    assert_eq!(numbers.first(), Some(&"15"));
    assert!(numbers.contains(&"01\u{a0}47\u{a0}58\u{a0}64\u{a0}11"), "{numbers:?}");
    let counted = |title: &str| title.ends_with(')') && title.contains(char::is_numeric);
    let lists = sheet.blocks().filter(|block| counted(&block.title)).count();
    assert!(lists > 0, "no list on this sheet is counted any more");
    assert!(steps(&fridge).all(|(_, step)| !counted(step.title)));
    assert!(sheet.has_lists());
}
