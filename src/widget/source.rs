//! Where something comes from.

use super::contact::external;
use super::tag::{Tag, classed, tag};
use super::visit::Visit;
use crate::few::{Gather, sort_few};
use crate::model::SourceRef;
use crate::orientation::source_in_words;

/// Sources as a list, each once, with a link where the document has an address.
pub fn source_list(visit: &Visit, sources: &[SourceRef]) -> Tag {
    let mut unique: Vec<&SourceRef> = sources.iter().gather();
    sort_few(&mut unique, |source| *source);
    unique.dedup();
    classed("ul", "op-sources").children(unique.into_iter().map(|source| item(visit, source)))
}

fn item(visit: &Visit, source: &SourceRef) -> Tag {
    let told = source_in_words(&visit.data, visit.voice, source);
    let document = visit.data.sources.sources.iter().find(|s| s.id == source.source());
    match document.and_then(|document| document.url.as_deref()) {
        Some(address) => tag("li").child(external(address).text(told)),
        None => tag("li").text(told),
    }
}
