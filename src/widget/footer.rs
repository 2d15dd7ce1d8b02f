//! What stands under every screen: how old the data is.

use leptos::prelude::*;

use super::visit::Visit;
use crate::directory::date_in_words;
use crate::model::ui;

/// The date of the data and, once it is over, the date of its review.
pub fn footer(visit: &Visit) -> AnyView {
    let filiere = &visit.data.filiere;
    let date = date_in_words(&visit.data.texts, &filiere.date);
    let dated = visit.fill(ui::DATA_DATE, &[("date", &date), ("filiere", &filiere.name)]);
    // Dates written year first compare as texts do.
    let overdue = visit.today.as_ref() > filiere.review.as_str();
    let review = overdue.then(|| {
        let date = date_in_words(&visit.data.texts, &filiere.review);
        view! { <p class="op-overdue" data-review="">{visit.fill(ui::REVIEW_DUE, &[("date", &date)])}</p> }
    });
    view! {
        <footer class="op-footer">
            <p>{dated}</p>
            {review}
        </footer>
    }
    .into_any()
}
