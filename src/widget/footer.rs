//! What stands under every screen: how old the data is.

use super::tag::{Tag, classed, paragraph, tag};
use super::visit::Visit;
use crate::directory::date_in_words;
use crate::model::ui;

/// The date of the data and, once it is over, the date of its review.
pub fn footer(visit: &Visit) -> Tag {
    let filiere = &visit.data.filiere;
    let told = |date: &str| date_in_words(&visit.data.texts, date);
    let values = [("date", told(&filiere.date)), ("filiere", filiere.name.clone())];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    // Dates written year first compare as texts do.
    let overdue = visit.today.as_ref() > filiere.review.as_str();
    let review = overdue.then(|| {
        let text = visit.fill(ui::REVIEW_DUE, &[("date", &told(&filiere.review))]);
        paragraph("op-overdue", text).attr("data-review", "")
    });
    classed("footer", "op-footer")
        .child(tag("p").text(visit.fill(ui::DATA_DATE, &values)))
        .children(review)
}
