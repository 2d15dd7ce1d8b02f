//! How large the script is, on disk and on the way to a visitor.

use std::fmt;
use std::io::Write;

use anyhow::Result;
use flate2::Compression;
use flate2::write::GzEncoder;

/// What the script may weigh in brotli, in bytes.
pub const BUDGET: usize = 130_000;

/// Sizes of one file, in bytes.
#[derive(Clone, Copy, Debug)]
pub struct Sizes {
    /// As it is.
    pub raw: usize,
    /// Compressed with gzip, level 9.
    pub gzip: usize,
    /// Compressed with brotli, quality 11.
    pub brotli: usize,
}

impl Sizes {
    /// Measures.
    pub fn of(bytes: &[u8]) -> Result<Self> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(bytes)?;
        let mut brotli = Vec::new();
        let params =
            brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
        brotli::BrotliCompress(&mut &bytes[..], &mut brotli, &params)?;
        Ok(Self { raw: bytes.len(), gzip: gzip.finish()?.len(), brotli: brotli.len() })
    }

    /// Whether the budget is kept.
    pub fn within_budget(self) -> bool {
        self.brotli <= BUDGET
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, size) in [("raw", self.raw), ("gzip", self.gzip), ("brotli", self.brotli)] {
            writeln!(f, "  {name:<8}{:>9} KB", kilobytes(size, '.'))?;
        }
        let verdict = if self.within_budget() { "kept" } else { "EXCEEDED" };
        write!(f, "  budget  {:>9} KB in brotli: {verdict}", kilobytes(BUDGET, '.'))
    }
}

/// Thousands of bytes with one decimal.
pub fn kilobytes(size: usize, point: char) -> String {
    let tenths = (size + 50) / 100;
    format!("{}{point}{}", tenths / 10, tenths % 10)
}
