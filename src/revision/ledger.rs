//! The structures as a table to search, sort and filter.

use serde_json::Value;

use super::choices::columns;
use super::draft::Draft;
use crate::directory::{fold, needs_checking};

/// The file of the structures, and the list in it.
pub const FILE: &str = "structures.json";
/// The list of the structures in it.
pub const LIST: &str = "/structures";
const TABLE: &str = "table.json";

/// A structure as a line of the table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// Its place in the list.
    pub at: usize,
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The first phone number, in digits; empty: none.
    pub phone: String,
    /// The name of its commune, or its code where the dataset lists no such commune.
    pub commune: String,
    /// What it is listed for, and in which column: rows and columns by id.
    pub roles: Vec<(String, String)>,
    /// The date of its oldest contact; empty: none is dated.
    pub oldest: String,
    /// Whether a contact has no date, or one so old that it is to be verified.
    pub doubtful: bool,
    /// What a search is made in, folded.
    words: String,
}

/// What is asked of the table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wanted {
    /// Words that a line must hold.
    pub words: String,
    /// Only those without a phone number.
    pub no_phone: bool,
    /// Only those of which a contact is older than this day; empty: whatever the date.
    pub older_than: String,
    /// Only those of which a contact was never verified, or long ago.
    pub doubtful: bool,
    /// Only those listed in this column; empty: wherever.
    pub column: String,
    /// Only those listed in this row; empty: whatever it is.
    pub row: String,
}

/// How the table is sorted.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Order {
    /// As in the data.
    #[default]
    Data,
    /// By name.
    Name,
    /// By commune, then by name.
    Commune,
    /// The oldest contact first; those without any before them.
    Oldest,
}

/// The lines that are wanted.
pub fn lines(draft: &Draft, wanted: &Wanted, order: Order) -> Vec<Line> {
    let roles = roles(draft);
    let all = draft.value(FILE, LIST).and_then(Value::as_array);
    let all = all.into_iter().flatten().enumerate();
    let mut lines: Vec<Line> = all.map(|(at, one)| line(draft, at, one, &roles)).collect();
    lines.retain(|line| wanted.holds(line));
    match order {
        Order::Data => {}
        Order::Name => lines.sort_by_key(|line| fold(&line.name)),
        Order::Commune => lines.sort_by_key(|line| (fold(&line.commune), fold(&line.name))),
        Order::Oldest => lines.sort_by_key(|line| line.oldest.clone()),
    }
    lines
}

impl Wanted {
    fn holds(&self, line: &Line) -> bool {
        let wants = |wanted: &str, held: &dyn Fn(&(String, String)) -> bool| {
            wanted.is_empty() || line.roles.iter().any(held)
        };
        fold(&self.words).split_whitespace().all(|word| line.words.contains(word))
            && (!self.no_phone || line.phone.is_empty())
            && (!self.doubtful || line.doubtful)
            && (self.older_than.is_empty() || line.oldest < self.older_than)
            && wants(&self.column, &|(_, column)| *column == self.column)
            && wants(&self.row, &|(row, _)| *row == self.row)
    }
}

fn line(draft: &Draft, at: usize, one: &Value, roles: &[(String, String, String)]) -> Line {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let (id, name) = (text(&one["id"]), text(&one["name"]));
    let contacts: Vec<&Value> = one["contacts"].as_array().into_iter().flatten().collect();
    let phone = contacts.iter().find(|contact| contact["field"] == "phone");
    let dates = || contacts.iter().map(|contact| text(&contact["date"]));
    let commune = text(&one["commune"]);
    let aliases = one["aliases"].as_array().into_iter().flatten().map(text);
    let values = contacts.iter().map(|contact| text(&contact["value"]));
    let commune = commune_name(draft, &commune).unwrap_or(commune);
    let mut words: Vec<String> = aliases.chain(values).collect();
    words.extend([id.clone(), name.clone(), commune.clone(), text(&one["finess"])]);
    let mine = roles.iter().filter(|(_, _, structure)| *structure == id);
    Line {
        at,
        phone: phone.map(|contact| text(&contact["value"])).unwrap_or_default(),
        oldest: dates().filter(|date| !date.is_empty()).min().unwrap_or_default(),
        doubtful: dates().any(|date| needs_checking(&date)),
        roles: mine.map(|(row, column, _)| (row.clone(), column.clone())).collect(),
        words: fold(&words.join(" ")),
        commune,
        id,
        name,
    }
}

fn commune_name(draft: &Draft, code: &str) -> Option<String> {
    let all = draft.value("communes.json", "/communes")?.as_array()?;
    Some(all.iter().find(|one| one["code"] == code)?["name"].as_str()?.to_owned())
}

/// Every placement: row, column, structure.
fn roles(draft: &Draft) -> Vec<(String, String, String)> {
    let columns: Vec<String> = columns(draft).into_iter().map(|(id, _)| id).collect();
    let rows = draft.value(TABLE, "/rows").and_then(Value::as_array).into_iter().flatten();
    let mut all = Vec::new();
    for row in rows {
        for column in &columns {
            for one in row["cells"][column]["placements"].as_array().into_iter().flatten() {
                let (Some(id), Some(structure)) = (row["id"].as_str(), one["structure"].as_str())
                else {
                    continue;
                };
                all.push((id.to_owned(), column.clone(), structure.to_owned()));
            }
        }
    }
    all
}
