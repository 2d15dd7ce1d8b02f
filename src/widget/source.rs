//! Where something comes from.

use leptos::prelude::*;

use super::visit::Visit;
use crate::model::SourceRef;
use crate::orientation::source_in_words;

/// Sources as a list, each once, with a link where the document has an address.
pub fn source_list(visit: &Visit, sources: &[SourceRef]) -> AnyView {
    let mut unique: Vec<&SourceRef> = sources.iter().collect();
    unique.sort();
    unique.dedup();
    let items: Vec<AnyView> = unique.into_iter().map(|source| item(visit, source)).collect();
    view! { <ul class="op-sources">{items}</ul> }.into_any()
}

fn item(visit: &Visit, source: &SourceRef) -> AnyView {
    let told = source_in_words(&visit.data, visit.voice, source);
    let document = visit.data.sources.sources.iter().find(|s| s.id == source.source());
    match document.and_then(|document| document.url.clone()) {
        None => view! { <li>{told}</li> }.into_any(),
        Some(url) => view! {
            <li><a href=url rel="noopener noreferrer" target="_blank">{told}</a></li>
        }
        .into_any(),
    }
}
