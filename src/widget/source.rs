//! Where something comes from.

use super::contact::external;
use super::el::{El, classed, el};
use crate::wording::Cited;

/// Sources as a list, with a link where the document has an address.
pub fn source_list(sources: &[Cited]) -> El {
    classed("ul", "op-sources").children(sources.iter().map(item))
}

fn item(source: &Cited) -> El {
    match &source.url {
        Some(address) => el("li").child(external(address).text(source.says.as_str())),
        None => el("li").text(source.says.as_str()),
    }
}
