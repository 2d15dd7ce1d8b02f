//! The pages that are printed, signed and handed out: one style for all of them.

use crate::markup::escape;

const STYLE: &str = include_str!("paper.css");

/// A page from its title, as text, and its content, as HTML.
pub fn paper(title: &str, body: &str) -> String {
    page(title, "", STYLE, body)
}

/// A page for a wide table.
pub fn wide_paper(title: &str, body: &str) -> String {
    let landscape = format!("{STYLE}@page {{ size: A4 landscape; margin: 12mm; }}\n");
    page(title, " class=\"wide\"", &landscape, body)
}

/// A page whose content is drawn to the size of the sheet.
pub fn drawn_paper(title: &str, style: &str, body: &str) -> String {
    page(title, "", style, body)
}

fn page(title: &str, class: &str, style: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{}</title>\n<style>\n{style}</style>\n</head>\n<body{class}>\n{body}\n</body>\n</html>\n",
        escape(title)
    )
}
