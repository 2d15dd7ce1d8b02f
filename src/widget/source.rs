//! Where something comes from.

use super::contact::external;
use super::tag::{Tag, classed, tag};
use crate::wording::Cited;

/// Sources as a list, with a link where the document has an address.
pub fn source_list(sources: &[Cited]) -> Tag {
    classed("ul", "op-sources").children(sources.iter().map(item))
}

fn item(source: &Cited) -> Tag {
    match &source.url {
        Some(address) => tag("li").child(external(address).text(source.says.as_str())),
        None => tag("li").text(source.says.as_str()),
    }
}
