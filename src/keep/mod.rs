//! What a visitor takes away: a link, a text, a contact card, a QR code. Pure:
//! how each of them leaves the page is the widget's business.

mod link;
mod qr;
mod reopen;
mod text;
mod vcard;

pub use link::{Link, LinkError};
pub use qr::{QrPath, qr_path};
pub use reopen::{ChangedSince, Reopened, fingerprint, link_of, link_to, reopen};
pub use text::{text_lines, text_sheet};
pub use vcard::vcard;
