//! The sheet as a page to print.

use crate::directory::phone_label;
use crate::drawing::wide_paper;
use crate::markup::escape;
use crate::review::Line;

/// The columns of the printed sheet.
const COLUMNS: [&str; 9] = [
    "Structure",
    "FINESS",
    "Champ",
    "Valeur",
    "Standard",
    "Source",
    "Date",
    "À faire",
    "Correction",
];

/// The sheet as a page to print.
pub fn html(filiere: &str, date: &str, lines: &[Line]) -> String {
    let row = |line: &Line| {
        let Line { nom, finess, champ, valeur, standard, source, date, .. } = line;
        let to_do = [&line.a_faire, &line.remarque].map(String::as_str).join("\n");
        let field = match champ.as_str() {
            "phone" => "téléphone",
            "address" => "adresse",
            "web" => "site",
            _ => "",
        };
        let value = if champ == "phone" { phone_label(valeur) } else { valeur.clone() };
        let cells = [nom, finess, field, &value, standard, source, date, to_do.trim(), ""];
        let cell =
            |(name, text): (&str, &str)| format!("<td data-label=\"{name}\">{}</td>", escape(text));
        let cells: String = COLUMNS.into_iter().zip(cells).map(cell).collect();
        format!("<tr>{cells}</tr>\n")
    };
    let head = COLUMNS.map(|name| format!("<th scope=\"col\">{name}</th>")).concat();
    let rows: String = lines.iter().map(row).collect();
    let title = format!("À vérifier : filière {filiere}, données du {date}");
    let body = format!(
        "<h1>{}</h1>\n<table class=\"stacked\">\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\
         </tbody>\n</table>",
        escape(&title)
    );
    wide_paper(&title, &body)
}
