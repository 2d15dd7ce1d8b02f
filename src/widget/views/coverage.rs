//! What a filière owes, by territory: the table that a steering committee reads.

use super::super::el::{El, classed, el};
use super::super::keep::{csv_button, print_button};
use super::super::source::source_list;
use super::super::visit::Visit;
use super::frame;
use crate::config::View;
use crate::directory::{cell_in_words, columns, coverage_csv};
use crate::model::{Cell, Guarantee, Row, row_name, territory_name, ui};
use crate::wording::cited;

/// The name of the sheet to take away.
const FILE: &str = "couverture.csv";

/// The table, with ways to take it away.
pub fn coverage(visit: &Visit) -> El {
    let guarantees = visit.data.table.guarantees.iter();
    let table = classed("table", "op-table")
        .child(el("caption").text(visit.text(ui::COVERAGE_CAPTION)))
        .child(head(visit))
        .children(guarantees.map(|guarantee| body(visit, guarantee)));
    let actions = classed("div", "op-actions").child(download(visit)).child(print_button(visit));
    frame(visit, View::Couverture, ui::COVERAGE_LEAD).child(table).child(actions)
}

fn head(visit: &Visit) -> El {
    let cell = |text: String| el("th").attr("scope", "col").text(text);
    let columns = columns(&visit.data).into_iter().map(|id| cell(column_name(visit, id)));
    let first = cell(visit.text(ui::COVERAGE_RESOURCE));
    el("thead").child(el("tr").child(first).children(columns))
}

fn column_name(visit: &Visit, id: &str) -> String {
    let whole = visit.find(&format!("ui.badge.{id}"));
    whole.map_or_else(|| territory_name(&visit.data, id).to_owned(), str::to_owned)
}

fn body(visit: &Visit, guarantee: &Guarantee) -> El {
    let width = (columns(&visit.data).len() + 1).to_string();
    let title = el("th")
        .attr("scope", "rowgroup")
        .attr("colspan", width)
        .text(visit.text(&format!("guarantees.{}", guarantee.id)));
    let rows =
        visit.data.table.rows.iter().filter(|row| row.guarantee.as_ref() == Some(&guarantee.id));
    el("tbody")
        .attr("data-guarantee", guarantee.id.as_str())
        .child(classed("tr", "op-guarantee").child(title))
        .children(rows.map(|row| line(visit, row)))
}

fn line(visit: &Visit, row: &Row) -> El {
    let sources: Vec<_> = row.cells.values().flat_map(|cell| cell.sources.clone()).collect();
    let why = classed("details", "op-why")
        .child(el("summary").text(visit.text(ui::COVERAGE_SOURCES)))
        .child(source_list(&cited(&visit.data, visit.voice(), &sources)));
    let name = el("th").attr("scope", "row").text(row_name(&visit.data, visit.voice(), &row.id));
    let cells = columns(&visit.data);
    let cells = cells.into_iter().map(|id| cell(visit, id, row.cells.get(id)));
    el("tr").attr("data-row", row.id.as_str()).child(name.child(why)).children(cells)
}

fn cell(visit: &Visit, column: &str, cell: Option<&Cell>) -> El {
    let Some(cell) = cell else { return classed("td", "op-blank") };
    let class = if cell.state.is_absence() { "op-absent" } else { "op-present" };
    classed("td", class)
        .attr("data-label", column_name(visit, column))
        .attr("data-state", cell.state.id())
        .text(cell_in_words(&visit.data, visit.voice(), cell))
}

/// The table as a file.
fn download(visit: &Visit) -> El {
    let owned = visit.clone();
    let sheet = move || coverage_csv(&owned.data, &owned.text(ui::COVERAGE_CSV_HEADER));
    csv_button(visit, visit.text(ui::COVERAGE_CSV), FILE, sheet)
}
