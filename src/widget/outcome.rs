//! The outcome: a sheet, rendered. What it says is decided in [`crate::wording`].

use super::answers::{asked_rows, dropped};
use super::block::block_view;
use super::el::{El, button, classed, el, paragraph};
use super::heading::{heading, screen_heading};
use super::keep::keep;
use super::paper::{lists, paper};
use super::source::source_list;
use super::visit::Visit;
use crate::model::ui;
use crate::wording::{Asked, Block, Section, Sheet};

/// Whom to turn to, in order; what is missing; what to keep; where it comes from.
pub fn outcome_screen(visit: &Visit, sheet: &Sheet) -> El {
    // One paragraph: two would take a line more of a phone.
    let clock = sheet.clock.iter().map(|clock| format!(" {clock}"));
    let limits = paragraph("op-limits", sheet.limits.clone())
        .attr("data-limits", "")
        .children(clock.map(|clock| el("span").attr("data-clock", "").text(clock)));
    let lists = lists(sheet);
    classed("div", "op-screen op-outcome")
        .attr("data-screen", "outcome")
        .child(screen_heading(visit, sheet.title.clone()))
        .child(situation(visit, sheet))
        .child(limits)
        .children(dropped(visit))
        .children(sheet.sections.iter().map(|section| part(visit, section)))
        .children(refine(visit, &sheet.refine))
        .child(keep(visit, lists))
        .children(sheet.years.clone().map(|years| paragraph("op-years", years)))
        .child(origins(visit, sheet))
        .child(paper(visit, sheet, lists))
}

/// Who, what for and where, with the answers it rests on behind one word.
fn situation(visit: &Visit, sheet: &Sheet) -> El {
    let summary = sheet.situation.iter().cloned();
    let answers = classed("details", "op-answers")
        .attr("data-answers", "")
        .child(el("summary").text(visit.text(ui::OUTCOME_EDIT)))
        .child(el("dl").children(asked_rows(visit, &sheet.answers)));
    classed("div", "op-situation")
        .children(summary.map(|summary| paragraph("op-lead", summary).attr("data-summary", "")))
        .child(answers)
}

fn part(visit: &Visit, section: &Section) -> El {
    let title = heading(visit, 1, "op-section", section.title.clone());
    let part = if section.folded {
        classed("details", "op-part op-fold").child(el("summary").child(title))
    } else {
        classed("section", "op-part").child(title)
    };
    part.attr("data-part", section.part.id())
        .children(section.blocks.iter().map(|block| block_view(visit, block)))
}

/// The questions that would sharpen the outcome, behind one line; none is needed.
fn refine(visit: &Visit, asked: &[Asked]) -> Option<El> {
    (!asked.is_empty()).then(|| {
        classed("details", "op-fold")
            .attr("data-refine", "")
            .child(el("summary").text(visit.text(ui::OUTCOME_REFINE)))
            .child(el("p").text(visit.text(ui::OUTCOME_REFINE_HINT)))
            .child(el("ul").children(asked.iter().map(|asked| refinement(visit, asked))))
    })
}

fn refinement(visit: &Visit, asked: &Asked) -> El {
    let (id, own) = (asked.question.clone(), visit.clone());
    let button = button("op-link", asked.legend.clone(), move || own.revise(&id))
        .attr("data-change", asked.question.as_str());
    let answer = asked.answer.iter().map(|answer| el("span").text(format!(" {answer}")));
    el("li").child(button).children(answer)
}

/// Why each thing is said, and every document behind it, behind one line.
fn origins(visit: &Visit, sheet: &Sheet) -> El {
    let blocks = sheet.blocks().map(|block| origin(visit, block));
    classed("details", "op-fold op-documents")
        .attr("data-sources", "")
        .child(el("summary").text(visit.text(ui::SOURCES)))
        .children(blocks)
        .child(source_list(&sheet.documents))
}

fn origin(visit: &Visit, block: &Block) -> El {
    let contacts = block.all().filter_map(|entry| {
        let origins = entry.origins.as_ref()?;
        Some(paragraph("op-origin", format!("{} : {origins}", entry.name)))
    });
    let why = &block.why;
    classed("div", "op-why")
        .attr("data-why", block.id.as_str())
        .child(heading(visit, 2, "op-name", block.title.clone()))
        .children(why.rule.iter().map(|rule| el("p").text(rule.clone())))
        .children(why.answers.iter().map(|said| paragraph("op-why-answers", said.clone())))
        .children(contacts)
        .child(source_list(&why.sources))
}
