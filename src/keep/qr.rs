//! A text as a QR code.

use std::fmt::Write;

use qrcodegen::{QrCode, QrCodeEcc};

/// The quiet zone that readers ask for, in modules.
const MARGIN: i32 = 4;

/// A QR code as the outline of its dark modules.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct QrPath {
    /// The side of the square that holds it with its quiet zone, in modules.
    pub side: i32,
    /// The `d` of an SVG path, one unit a module.
    pub d: String,
}

/// The QR code of a text; `None` for one too long to hold.
pub fn qr_path(text: &str) -> Option<QrPath> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let size = code.size();
    let mut d = String::new();
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let from = x;
            while x < size && code.get_module(x, y) {
                x += 1;
            }
            if x > from {
                let (left, top, width) = (from + MARGIN, y + MARGIN, x - from);
                // Writing to a string does not fail.
                let _ = write!(d, "M{left} {top}h{width}v1h-{width}z");
            }
            x += 1;
        }
    }
    Some(QrPath { side: size + 2 * MARGIN, d })
}
