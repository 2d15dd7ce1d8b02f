//! What stands under every screen: how old the data is.

use super::el::{El, classed, el, paragraph};
use super::visit::Visit;
use crate::model::ui;
use crate::wording::date_in_words;

/// The date of the data and, once it is over, the date of its review.
pub fn footer(visit: &Visit) -> El {
    let filiere = &visit.data.filiere;
    let in_words = |date: &str| date_in_words(&visit.data.texts, date);
    // Dates written year first compare as texts do.
    let overdue = visit.today.as_ref() > filiere.review.as_str();
    let review = overdue.then(|| {
        let text = visit.say(&ui::review_due(&in_words(&filiere.review)));
        paragraph("op-overdue", text).attr("data-review", "")
    });
    classed("footer", "op-footer")
        .child(el("p").text(visit.say(&ui::data_date(&in_words(&filiere.date), &filiere.name))))
        .children(review)
}
