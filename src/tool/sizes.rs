//! How large the script is, on disk and on the way to a visitor, and what of it
//! grew.

use std::fmt;
use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, bail};
use flate2::Compression;
use flate2::write::GzEncoder;
use serde::{Deserialize, Serialize};

use super::package::Parts;
use super::wasm::Profile;

/// What the script may weigh in brotli, in bytes.
pub const BUDGET: usize = 130_000;
/// The file that keeps the sizes last accepted.
const RECORD: &str = "sizes.json";

/// Sizes of one file, in bytes.
#[derive(Clone, Copy, Debug)]
pub struct Sizes {
    /// As it is.
    pub raw: usize,
    /// Compressed with gzip, level 9.
    pub gzip: usize,
    /// Compressed with brotli: quality 11, as servers send it; 4 for a draft, which changes
    /// with every save.
    pub brotli: usize,
}

/// What each part of the script weighs in brotli, compressed alone, in bytes.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct PartSizes {
    /// The engine and the views.
    pub wasm: usize,
    /// The dataset and its texts.
    pub data: usize,
    /// The style sheet.
    pub styles: usize,
    /// The custom element and the glue.
    pub scripts: usize,
}

impl Sizes {
    /// Measures.
    pub fn of(bytes: &[u8], profile: Profile) -> Result<Self> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(bytes)?;
        Ok(Self { raw: bytes.len(), gzip: gzip.finish()?.len(), brotli: brotli(bytes, profile)? })
    }

    /// The budget of the edition with wasm, and whether it is kept.
    pub fn verdict(self) -> String {
        let verdict = if self.within_budget() { "kept" } else { "EXCEEDED" };
        format!("  budget  {:>9} KB in brotli: {verdict}", kilobytes(BUDGET, '.'))
    }

    /// Whether the budget is kept.
    pub fn within_budget(self) -> bool {
        self.brotli <= BUDGET
    }
}

impl PartSizes {
    /// Measures.
    pub fn of(parts: &Parts, profile: Profile) -> Result<Self> {
        let Parts { wasm, data, styles, scripts } = parts;
        let size = |text: &String| brotli(text.as_bytes(), profile);
        let (wasm, data) = (size(wasm)?, size(data)?);
        Ok(Self { wasm, data, styles: size(styles)?, scripts: size(scripts)? })
    }

    /// The sizes last accepted.
    pub fn recorded(root: &Path) -> Result<Self> {
        let path = root.join(RECORD);
        let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        serde_json::from_str(&text).with_context(|| path.display().to_string())
    }

    /// Accepts these.
    pub fn record(&self, root: &Path) -> Result<()> {
        let path = root.join(RECORD);
        let text = serde_json::to_string_pretty(self)? + "\n";
        fs::write(&path, text).with_context(|| path.display().to_string())
    }

    /// All parts together.
    pub fn total(&self) -> usize {
        self.named().map(|(_, size)| size).iter().sum()
    }

    /// Each part with its size, and by how much it differs from the record.
    pub fn beside(&self, recorded: Option<&Self>) -> String {
        let before = recorded.map(Self::named);
        let line = |(at, (name, size)): (usize, (&str, usize))| {
            let change = before.map_or_else(String::new, |before| change(before[at].1, size));
            format!("  {name:<8}{:>9} KB{change}\n", kilobytes(size, '.'))
        };
        self.named().into_iter().enumerate().map(line).collect()
    }

    /// Fails when a script of these parts is over the budget and heavier than what was
    /// accepted; the error names the parts that grew.
    pub fn ensure_accepted(&self, script: Sizes, recorded: Option<&Self>) -> Result<()> {
        let accepted = recorded.is_some_and(|before| self.total() <= before.total());
        if script.within_budget() || accepted {
            return Ok(());
        }
        let over = kilobytes(script.brotli - BUDGET, '.');
        let Some(before) = recorded else {
            bail!("the script is {over} KB over its budget, and no sizes were accepted yet");
        };
        let grew = self.named().into_iter().zip(before.named()).filter_map(|(now, before)| {
            let more = now.1.checked_sub(before.1).filter(|&more| more > 0)?;
            Some(format!("{} by {} KB", now.0, kilobytes(more, '.')))
        });
        let grew: Vec<_> = grew.collect();
        bail!("the script is {over} KB over its budget; what grew: {}", grew.join(", "));
    }

    fn named(&self) -> [(&'static str, usize); 4] {
        let Self { wasm, data, styles, scripts } = *self;
        [("wasm", wasm), ("data", data), ("styles", styles), ("scripts", scripts)]
    }
}

fn change(before: usize, now: usize) -> String {
    match now.checked_sub(before) {
        Some(0) => String::new(),
        Some(more) => format!("  (+{} since the record)", kilobytes(more, '.')),
        None => format!("  (-{} since the record)", kilobytes(before - now, '.')),
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, size) in [("raw", self.raw), ("gzip", self.gzip), ("brotli", self.brotli)] {
            writeln!(f, "  {name:<8}{:>9} KB", kilobytes(size, '.'))?;
        }
        Ok(())
    }
}

/// Thousands of bytes with one decimal.
pub fn kilobytes(size: usize, point: char) -> String {
    let tenths = (size + 50) / 100;
    format!("{}{point}{}", tenths / 10, tenths % 10)
}

fn brotli(bytes: &[u8], profile: Profile) -> Result<usize> {
    let mut out = Vec::new();
    let quality = if profile == Profile::Shipped { 11 } else { 4 };
    let params = brotli::enc::BrotliEncoderParams { quality, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &params)?;
    Ok(out.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_grew_is_told_beside_its_size() {
        let before = PartSizes { wasm: 90_000, data: 25_000, styles: 3_000, scripts: 8_000 };
        let now = PartSizes { wasm: 92_300, data: 24_900, ..before };
        let message = now.beside(Some(&before));
        let lines: Vec<&str> = message.lines().map(str::trim).collect();
        assert!(lines[0].ends_with("92.3 KB  (+2.3 since the record)"), "{message}");
        assert!(lines[1].ends_with("24.9 KB  (-0.1 since the record)"), "{message}");
        assert!(lines[2].ends_with("3.0 KB") && lines[3].ends_with("8.0 KB"), "{message}");
        assert!(!now.beside(None).contains("record"));
    }

    #[test]
    fn only_a_script_that_grew_over_the_budget_is_refused() {
        let before = PartSizes { wasm: 90_000, data: 25_000, styles: 3_000, scripts: 8_000 };
        let grown = PartSizes { wasm: 92_300, ..before };
        let sizes = |brotli| Sizes { raw: 0, gzip: 0, brotli };
        let refused = |parts: PartSizes, brotli, recorded: Option<&PartSizes>| {
            parts.ensure_accepted(sizes(brotli), recorded).map_err(|error| error.to_string())
        };
        assert_eq!(refused(grown, BUDGET, None), Ok(()));
        assert_eq!(refused(before, BUDGET + 1, Some(&before)), Ok(()));
        assert!(refused(before, BUDGET + 1, None).is_err());
        let message = refused(grown, BUDGET + 5_000, Some(&before)).unwrap_err();
        assert!(
            message.contains("5.0 KB over") && message.ends_with("wasm by 2.3 KB"),
            "{message}"
        );
    }
}
