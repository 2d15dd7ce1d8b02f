//! Everything a sheet holds, close together: the professional's page, and the long lists
//! overleaf for whoever asks for them.

use super::super::el::{El, classed, el, paragraph};
use super::super::visit::Visit;
use crate::model::ui;
use crate::wording::{Block, Cited, Phone, Run, Sheet};

/// Every section, with every structure, and the documents behind them.
pub fn dense(visit: &Visit, sheet: &Sheet) -> El {
    let documents: Vec<&str> = sheet.documents.iter().map(says).collect();
    let origins = format!("{} : {}", visit.text(ui::SOURCES), documents.join(" · "));
    let mut runs = sheet.runs().into_iter();
    let sections = sheet.sections.iter().map(|section| {
        let blocks = section.blocks.iter().zip(&mut runs);
        classed("div", "op-p-part")
            .child(paragraph("op-p-section", section.title.as_str()))
            .children(blocks.map(|(own, runs)| block(own, &runs)))
    });
    classed("div", "op-dense")
        .child(classed("div", "op-p-columns").children(sections))
        .child(paragraph("op-p-fine", origins))
}

fn says(cited: &Cited) -> &str {
    &cited.says
}

fn block(block: &Block, runs: &[Run]) -> El {
    let said = [&block.body, &block.say].into_iter().flatten();
    let list =
        (!runs.is_empty()).then(|| classed("ul", "op-p-list").children(runs.iter().map(run)));
    classed("div", if block.absence { "op-p-block op-p-absence" } else { "op-p-block" })
        .child(paragraph("op-p-role", block.title.as_str()))
        .children(said.map(|text| paragraph("op-p-body", text.as_str())))
        .children(list)
}

fn run(run: &Run) -> El {
    let names: Vec<&str> = run.entries.iter().map(|entry| entry.name.as_str()).collect();
    let phones = run.entries.iter().flat_map(|entry| &entry.phones);
    let remarks = (!run.remarks.is_empty())
        .then(|| el("span").text(format!(" · {}", run.remarks.join(" · "))));
    el("li")
        .child(el("strong").text(names.join(", ")))
        .children(phones.map(number))
        .children(remarks)
}

fn number(phone: &Phone) -> El {
    let year = if phone.year.is_empty() { String::new() } else { format!(" ({})", phone.year) };
    let number = classed("b", "op-p-call").text(phone.label.as_str());
    classed("span", "op-p-reach").child(number).text(year)
}
