//! Every structure, searched as one types.

use std::ops::Range;

use leptos::prelude::*;

use super::super::card::{badge, state};
use super::super::contact::{details, phones};
use super::super::el::{El, button, classed, el, paragraph};
use super::super::heading::heading;
use super::super::source::source_list;
use super::super::visit::Visit;
use super::frame;
use super::term::with_terms;
use crate::config::View;
use crate::directory::{ELSEWHERE, Filters, Hit, PAGE, Role, by_role, columns, search};
use crate::model::{CareSetting, OpenTo, Structure, row_name, ui};
use crate::wording::{cited, listed_entry};

/// The field, the filters and what answers.
pub fn directory(visit: &Visit) -> El {
    let filters = RwSignal::new(Filters::default());
    let shown = RwSignal::new(PAGE);
    let typed = visit.browse.typed;
    let input = classed("input", "op-input")
        .attr("id", "op-search")
        .attr("type", "search")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("data-search", "")
        .value(move || typed.get())
        .on("input", move |event| {
            shown.set(PAGE);
            typed.set(event_target_value(&event));
        });
    let label = classed("label", "op-label").attr("for", "op-search");
    let results = {
        let visit = visit.clone();
        el("div").dynamic(move || results(&visit, &filters.get(), shown))
    };
    frame(visit, View::Annuaire, ui::DIRECTORY_LEAD)
        .child(label.text(visit.text(ui::DIRECTORY_LABEL)))
        .child(input)
        .child(filter_menus(visit, filters))
        .child(found(visit, filters))
        .child(results)
}

/// How many answer, announced.
fn found(visit: &Visit, filters: RwSignal<Filters>) -> El {
    let visit = visit.clone();
    let announced = move || {
        let (typed, filters) = (visit.browse.typed.get(), filters.get());
        if typed.trim().is_empty() && filters == Filters::default() {
            return visit.text(ui::DIRECTORY_EMPTY);
        }
        match search(&visit.data, &typed, &filters).len() {
            0 => visit.text(ui::DIRECTORY_NONE),
            1 => visit.text(ui::DIRECTORY_ONE),
            count => visit.say(&ui::directory_found(&count.to_string())),
        }
    };
    classed("p", "op-found").attr("role", "status").attr("data-found", "").text(announced)
}

fn results(visit: &Visit, filters: &Filters, shown: RwSignal<usize>) -> Vec<El> {
    let typed = visit.browse.typed.get();
    if typed.trim().is_empty() && *filters == Filters::default() {
        return Vec::new();
    }
    let hits = search(&visit.data, &typed, filters);
    let limit = shown.get().min(hits.len());
    let rest = hits.len() - limit;
    let groups = by_role(&hits[..limit]).into_iter().map(|(kind, hits)| {
        let cards = hits.into_iter().map(|hit| card(visit, hit));
        classed("section", "op-group")
            .attr("data-role", kind)
            .child(heading(visit, 1, "op-role", row_name(&visit.data, visit.voice(), kind)))
            .child(classed("div", "op-cards").children(cards))
    });
    let label = visit.say(&ui::outcome_others(&rest.to_string()));
    let more = button("op-second", label, move || shown.update(|shown| *shown += PAGE));
    groups.chain((rest > 0).then_some(more)).collect::<Vec<_>>()
}

/// One structure: what it does, where, in which state, how it is reached.
fn card(visit: &Visit, hit: &Hit) -> El {
    let structure = hit.role.structure;
    let entry = listed_entry(&visit.data, visit.voice(), structure, hit.role.kind);
    let remarks = entry.ask.iter().chain(&entry.remarks);
    let roles = std::iter::once(&hit.role).chain(&hit.others);
    let accesses = roles.clone().filter_map(|role| role.row?.access.as_ref());
    let accesses = accesses.flat_map(|access| access.sources.clone());
    let sources: Vec<_> =
        roles.clone().flat_map(|role| role.sources.to_vec()).chain(accesses).collect();
    let sources = classed("details", "op-why")
        .child(el("summary").text(visit.text(ui::SOURCES)))
        .child(source_list(&cited(&visit.data, visit.voice(), &sources)));
    classed("article", "op-card")
        .attr("data-card", structure.id.as_str())
        .attr("data-kind", hit.role.kind)
        .child(name(visit, &structure.name, &hit.marks))
        .children(roles.flat_map(|role| role_told(visit, role)))
        .child(classed("div", "op-reach").children(phones(&entry)).children(details(visit, &entry)))
        .children(remarks.map(|remark| paragraph("op-remark", remark.as_str())))
        .child(sources)
        .children(report(visit, structure))
}

/// The name, with what answered marked.
fn name(visit: &Visit, name: &str, marks: &[Range<usize>]) -> El {
    let mut name_el = heading(visit, 2, "op-name", String::new());
    let mut at = 0;
    for mark in marks {
        let plain = name.get(at..mark.start).unwrap_or_default();
        let marked = name.get(mark.clone()).unwrap_or_default();
        name_el = name_el.text(plain).child(el("mark").text(marked));
        at = mark.end;
    }
    name_el.text(name.get(at..).unwrap_or_default())
}

fn role_told(visit: &Visit, role: &Role) -> Vec<El> {
    let does = visit.find(&format!("rows.{}.does", role.kind));
    let note = role.note.and_then(|note| visit.find(&format!("notes.{note}")));
    let marks = classed("p", "op-marks")
        .child(badge(visit, role.territory))
        .children(state(visit, role.state));
    let does = does.map(|does| with_terms(visit, "op-does", does));
    let remarks = [access(visit, role), note.map(str::to_owned)].into_iter().flatten();
    let remarks = remarks.map(|remark| paragraph("op-remark", remark));
    does.into_iter().chain([marks]).chain(remarks).collect::<Vec<_>>()
}

/// How one gets there, where a source says so.
fn access(visit: &Visit, role: &Role) -> Option<String> {
    let access = role.row?.access.as_ref()?;
    Some(visit.text(&format!("ui.access.{}", access.open_to.id())))
}

/// A message to whoever keeps the data, where the data says to whom.
fn report(visit: &Visit, structure: &Structure) -> Option<El> {
    let address = visit.data.filiere.report_to.as_ref()?;
    let subject = visit.say(&ui::report_subject(&structure.name));
    let subject: String = js_sys::encode_uri_component(&subject).into();
    let link = el("a").attr("href", format!("mailto:{address}?subject={subject}"));
    Some(classed("p", "op-report").child(link.text(visit.text(ui::REPORT))))
}

fn filter_menus(visit: &Visit, filters: RwSignal<Filters>) -> El {
    let kinds = visit.data.table.rows.iter();
    let kinds = kinds.map(|r| (r.id.clone(), row_name(&visit.data, visit.voice(), &r.id)));
    let territories = columns(&visit.data).into_iter().chain([ELSEWHERE]);
    let territories =
        territories.map(|id| (id.to_owned(), visit.text(&format!("territories.{id}"))));
    let places = PLACES.map(|(place, id)| (place, id.to_owned()));
    let options =
        places.each_ref().map(|(_, id)| (id.clone(), visit.text(&format!("ui.works.{id}"))));
    let levels = visit.data.gradation.levels.iter();
    let levels =
        levels.map(|l| (l.level.to_string(), visit.text(&format!("gradation.{}.title", l.level))));
    let some = |value: String| (!value.is_empty()).then_some(value);
    let by_kind = move |v: String| filters.update(|f| f.kind = some(v));
    let by_territory = move |v: String| filters.update(|f| f.territory = some(v));
    let by_place = move |v: String| {
        let place = places.iter().find(|(_, id)| *id == v).map(|(place, _)| *place);
        filters.update(|f| f.place = place);
    };
    let by_level = move |v: String| filters.update(|f| f.level = v.parse().ok());
    let open_to =
        [(OpenTo::Public, ui::FILTER_PUBLIC), (OpenTo::Professionals, ui::FILTER_PROFESSIONALS)];
    let people = open_to.map(|(open_to, key)| (open_to.id().to_owned(), visit.text(key)));
    let by_access = move |v: String| {
        let wanted = open_to.iter().find(|(to, _)| to.id() == v).map(|(to, _)| *to);
        filters.update(|f| f.open_to = wanted);
    };
    classed("details", "op-filters")
        .child(el("summary").text(visit.text(ui::FILTERS)))
        .child(menu(visit, "op-by-kind", ui::FILTER_KIND, kinds.collect::<Vec<_>>(), by_kind))
        .child(menu(
            visit,
            "op-by-territory",
            ui::FILTER_TERRITORY,
            territories.collect::<Vec<_>>(),
            by_territory,
        ))
        .child(menu(visit, "op-by-place", ui::FILTER_PLACE, options.into(), by_place))
        .child(menu(visit, "op-by-level", ui::FILTER_LEVEL, levels.collect::<Vec<_>>(), by_level))
        .child(menu(visit, "op-by-access", ui::FILTER_ACCESS, people.into(), by_access))
}

/// Places of work, and the ids of their texts.
const PLACES: [(CareSetting, &str); 4] = [
    (CareSetting::Domicile, "domicile"),
    (CareSetting::Etablissement, "etablissement"),
    (CareSetting::Hopital, "hopital"),
    (CareSetting::Distance, "distance"),
];

fn menu(
    visit: &Visit,
    id: &'static str,
    label: &str,
    options: Vec<(String, String)>,
    mut choose: impl FnMut(String) + 'static,
) -> El {
    let option = |(value, label): (String, String)| el("option").attr("value", value).text(label);
    let all = option((String::new(), visit.text(ui::FILTER_ALL)));
    let select = classed("select", "op-input")
        .attr("id", id)
        .attr("data-filter", id)
        .child(all)
        .children(options.into_iter().map(option))
        .on("change", move |event| choose(event_target_value(&event)));
    el("div")
        .child(classed("label", "op-label").attr("for", id).text(visit.text(label)))
        .child(select)
}
