//! Going through every place of a dataset that holds a thing of one kind.

use crate::model::{Dataset, SourceRef, Target, When};

/// A place: the file and the JSON pointer.
pub(super) struct At {
    pub file: &'static str,
    pub pointer: String,
}

impl At {
    pub(super) fn new(file: &'static str, pointer: String) -> Self {
        Self { file, pointer }
    }
}

/// Every list of sources, with whether it may be empty.
#[expect(clippy::too_many_lines, reason = "one list: every place that cites")]
pub(super) fn source_lists(data: &Dataset) -> Vec<(At, &[SourceRef], bool)> {
    let mut found: Vec<(At, &[SourceRef], bool)> = Vec::new();
    let mut add = |file, pointer: String, sources, optional| {
        found.push((At::new(file, pointer), sources, optional));
    };
    add("filiere.json", "/sources".into(), &data.filiere.sources, false);
    add("filiere.json", "/hours/sources".into(), &data.filiere.hours.sources, false);
    for (i, number) in data.filiere.emergency.iter().enumerate() {
        add("filiere.json", format!("/emergency/{i}/sources"), &number.sources, false);
    }
    for (i, rule) in data.flow.rules.iter().enumerate() {
        add("flow.json", format!("/rules/{i}/sources"), &rule.sources, false);
    }
    for (i, guarantee) in data.table.guarantees.iter().enumerate() {
        add("table.json", format!("/guarantees/{i}/sources"), &guarantee.sources, false);
    }
    for (i, row) in data.table.rows.iter().enumerate() {
        if let Some(access) = &row.access {
            add("table.json", format!("/rows/{i}/access/sources"), &access.sources, false);
        }
        for (territory, cell) in &row.cells {
            let at = format!("/rows/{i}/cells/{territory}");
            add("table.json", format!("{at}/sources"), &cell.sources, false);
            for (j, placement) in cell.placements.iter().enumerate() {
                add("table.json", format!("{at}/placements/{j}/sources"), &placement.sources, true);
            }
        }
    }
    for (i, structure) in data.structures.structures.iter().enumerate() {
        add("structures.json", format!("/structures/{i}/sources"), &structure.sources, false);
        for (j, contact) in structure.contacts.iter().enumerate() {
            let one = std::slice::from_ref(&contact.source);
            add("structures.json", format!("/structures/{i}/contacts/{j}/source"), one, false);
        }
    }
    for (i, commune) in data.communes.communes.iter().enumerate() {
        add("communes.json", format!("/communes/{i}/sources"), &commune.sources, false);
    }
    for (i, level) in data.gradation.levels.iter().enumerate() {
        add("gradation.json", format!("/levels/{i}/sources"), &level.sources, false);
    }
    for (i, term) in data.lexicon.terms.iter().enumerate() {
        add("lexicon.json", format!("/terms/{i}/sources"), &term.sources, false);
    }
    for (i, department) in data.elsewhere.departments.iter().enumerate() {
        for (j, entry) in department.entries.iter().enumerate() {
            let at = format!("/departments/{i}/entries/{j}/sources");
            add("elsewhere.json", at, &entry.sources, false);
        }
    }
    found
}

/// Every id that the files give; those that they cite are given somewhere.
pub(super) fn ids(data: &Dataset) -> Vec<(At, &str)> {
    let mut found = vec![(At::new("filiere.json", "/id".into()), data.filiere.id.as_str())];
    let mut add = |more| found.extend(more);
    add(ids_of("filiere.json", "/territories", "id", each(&data.filiere.territories, |t| &t.id)));
    add(ids_of("sources.json", "/sources", "id", each(&data.sources.sources, |s| &s.id)));
    add(ids_of("flow.json", "/questions", "id", each(&data.flow.questions, |q| &q.id)));
    for (i, question) in data.flow.questions.iter().enumerate() {
        let list = format!("/questions/{i}/answers");
        add(ids_of("flow.json", &list, "id", each(&question.answers, |a| &a.id)));
    }
    add(ids_of("flow.json", "/ends", "id", each(&data.flow.ends, |end| &end.id)));
    add(ids_of("flow.json", "/rules", "id", each(&data.flow.rules, |r| &r.id)));
    add(ids_of("flow.json", "/rules", "group", each(&data.flow.rules, |r| &r.group)));
    add(ids_of("flow.json", "/rules", "text", each(&data.flow.rules, |r| r.text_key())));
    add(ids_of("table.json", "/guarantees", "id", each(&data.table.guarantees, |g| &g.id)));
    add(ids_of("table.json", "/rows", "id", each(&data.table.rows, |r| &r.id)));
    let structures = &data.structures.structures;
    add(ids_of("structures.json", "/structures", "id", each(structures, |s| &s.id)));
    add(ids_of("lexicon.json", "/terms", "id", each(&data.lexicon.terms, |t| &t.id)));
    let departments = &data.elsewhere.departments;
    add(ids_of("elsewhere.json", "/departments", "code", each(departments, |d| &d.code)));
    for (i, department) in departments.iter().enumerate() {
        let list = format!("/departments/{i}/entries");
        add(ids_of("elsewhere.json", &list, "kind", each(&department.entries, |e| &e.kind)));
    }
    found
}

fn each<T>(items: &[T], id: impl Fn(&T) -> &str) -> Vec<&str> {
    items.iter().map(id).collect()
}

fn ids_of<'a>(
    file: &'static str,
    list: &str,
    field: &str,
    ids: Vec<&'a str>,
) -> Vec<(At, &'a str)> {
    let at = |i| At::new(file, format!("{list}/{i}/{field}"));
    ids.into_iter().enumerate().map(|(i, id)| (at(i), id)).collect()
}

/// Every mention of a structure by its id.
pub(super) fn structure_refs(data: &Dataset) -> Vec<(At, &str)> {
    use crate::model::Offer;
    let mut found =
        vec![(At::new("filiere.json", "/directory".into()), data.filiere.directory.as_str())];
    for (i, row) in data.table.rows.iter().enumerate() {
        for (territory, cell) in &row.cells {
            for (j, placement) in cell.placements.iter().enumerate() {
                let at = format!("/rows/{i}/cells/{territory}/placements/{j}/structure");
                found.push((At::new("table.json", at), &placement.structure));
            }
        }
    }
    for (i, rule) in data.flow.rules.iter().enumerate() {
        for (j, offer) in rule.offer.iter().enumerate() {
            if let Offer::Structure(id) = offer {
                found.push((At::new("flow.json", format!("/rules/{i}/offer/{j}/structure")), id));
            }
        }
    }
    for (i, structure) in data.structures.structures.iter().enumerate() {
        if let Some(id) = &structure.carried_by {
            found.push((At::new("structures.json", format!("/structures/{i}/carried_by")), id));
        }
    }
    for (i, department) in data.elsewhere.departments.iter().enumerate() {
        for (j, entry) in department.entries.iter().enumerate() {
            let at = format!("/departments/{i}/entries/{j}/structure");
            found.push((At::new("elsewhere.json", at), &entry.structure));
        }
    }
    found
}

/// Every condition.
#[expect(clippy::too_many_lines, reason = "one list: every place that asks a condition")]
pub(super) fn conditions(data: &Dataset) -> Vec<(At, &When)> {
    let mut found = Vec::new();
    for (i, question) in data.flow.questions.iter().enumerate() {
        let refines = question.refines.iter();
        found.extend(
            refines.map(|when| (At::new("flow.json", format!("/questions/{i}/refines")), when)),
        );
        found.extend(branches(question.to.as_ref(), &format!("/questions/{i}/to")));
        for (j, answer) in question.answers.iter().enumerate() {
            let at = format!("/questions/{i}/answers/{j}");
            found.extend(branches(answer.to.as_ref(), &format!("{at}/to")));
            let when = answer.when.iter();
            found.extend(when.map(|when| (At::new("flow.json", format!("{at}/when")), when)));
        }
    }
    for (i, spoken) in data.flow.voices.iter().enumerate() {
        found.push((At::new("flow.json", format!("/voices/{i}/when")), &spoken.when));
    }
    let child = data.flow.child.iter();
    found.extend(child.map(|when| (At::new("flow.json", "/child".to_owned()), when)));
    for (i, end) in data.flow.ends.iter().enumerate() {
        found.push((At::new("flow.json", format!("/ends/{i}/when")), &end.when));
    }
    for (i, rule) in data.flow.rules.iter().enumerate() {
        found.push((At::new("flow.json", format!("/rules/{i}/when")), &rule.when));
        let later = rule.later.iter();
        found.extend(later.map(|when| (At::new("flow.json", format!("/rules/{i}/later")), when)));
    }
    for (i, row) in data.table.rows.iter().enumerate() {
        let fits = row.outside.iter().map(|outside| &outside.fits);
        found.extend(
            fits.map(|when| (At::new("table.json", format!("/rows/{i}/outside/fits")), when)),
        );
        for (territory, cell) in &row.cells {
            for (j, placement) in cell.placements.iter().enumerate() {
                let at = format!("/rows/{i}/cells/{territory}/placements/{j}/only");
                found.extend(
                    placement.only.iter().map(|only| (At::new("table.json", at.clone()), only)),
                );
            }
        }
    }
    found
}

fn branches<'a>(target: Option<&'a Target>, at: &str) -> Vec<(At, &'a When)> {
    let Some(Target::Branches(branches)) = target else { return Vec::new() };
    let place = |i: usize| At::new("flow.json", format!("{at}/{i}/when"));
    branches.iter().enumerate().map(|(i, branch)| (place(i), &branch.when)).collect()
}
