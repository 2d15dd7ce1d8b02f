//! Which engine holds in which kind of page, read from the names of the tests.

use std::collections::BTreeMap;

/// The kinds of page, each with what the names of its tests hold.
const KINDS: [(&str, &[&str]); 7] = [
    ("http", &["::http::"]),
    ("file", &["::file::"]),
    ("strict CSP", &["a_strict_policy"]),
    ("Trusted Types", &["trusted_types"]),
    ("no wasm", &["::nowasm::", "without_webassembly"]),
    ("two", &["two_widgets"]),
    ("hostile", &["every_style_unset", "changed_prototypes"]),
];

/// Passed and failed tests, by engine and kind of page.
#[derive(Debug, Default)]
pub struct Matrix {
    cells: BTreeMap<(String, &'static str), (usize, usize)>,
}

impl Matrix {
    /// Notes a line of a runner, if it tells the result of a browser test:
    /// `test chromium::http::a_sentence ... ok`.
    pub fn note(&mut self, line: &str) {
        let Some((name, result)) = line.strip_prefix("test ").and_then(|l| l.split_once(" ... "))
        else {
            return;
        };
        let (name, passed) = (name.trim(), result.trim() == "ok");
        let Some((engine, _)) = name.split_once("::") else { return };
        for (kind, marks) in KINDS {
            if marks.iter().any(|mark| name.contains(mark)) {
                let cell = self.cells.entry((engine.to_owned(), kind)).or_default();
                *(if passed { &mut cell.0 } else { &mut cell.1 }) += 1;
            }
        }
    }

    /// The table, one engine a line; empty when no browser test ran.
    pub fn table(&self) -> String {
        let mut engines: Vec<&str> = self.cells.keys().map(|(engine, _)| engine.as_str()).collect();
        engines.dedup();
        let mut lines = vec![row("", KINDS.map(|(kind, _)| kind.to_owned()))];
        for engine in &engines {
            let cell = |kind| match self.cells.get(&((*engine).to_owned(), kind)) {
                None => "-".to_owned(),
                Some((passed, 0)) => format!("{passed} ok"),
                Some((passed, failed)) => format!("{failed} of {} FAILED", passed + failed),
            };
            lines.push(row(engine, KINDS.map(|(kind, _)| cell(kind))));
        }
        if engines.is_empty() { String::new() } else { lines.join("\n") }
    }
}

fn row(head: &str, cells: [String; KINDS.len()]) -> String {
    format!("{head:<10}{}", cells.map(|cell| format!(" {cell:<15}")).concat()).trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_test_counts_in_the_cells_that_its_name_belongs_to() {
        let mut matrix = Matrix::default();
        matrix.note("test chromium::http::a_strict_policy ... ok");
        matrix.note("test chromium::file::every_style_unset ... FAILED");
        matrix.note("test result: ok. 1 passed; 0 failed;");
        let lines: Vec<String> = matrix.table().lines().map(str::to_owned).collect();
        let cells: Vec<&str> =
            lines[1].split("  ").map(str::trim).filter(|c| !c.is_empty()).collect();
        assert_eq!(cells[..4], ["chromium", "1 ok", "1 of 1 FAILED", "1 ok"]);
        assert_eq!(Matrix::default().table(), "");
    }
}
