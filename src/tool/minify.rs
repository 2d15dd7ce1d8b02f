//! Scripts and styles without what only their readers need.
//!
//! Whole lines only: nothing inside a line is understood, so nothing can be
//! misunderstood.

/// A script without its comment lines and its indentation.
pub fn minify_script(script: &str) -> String {
    minify(script, |line| line.starts_with("//"))
}

/// A style sheet without its comments and its indentation.
pub fn minify_styles(styles: &str) -> String {
    minify(styles, |_| false)
}

/// The lines that count: no block comment that begins a line, no line `dropped`.
fn minify(text: &str, dropped: fn(&str) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut lines = text.lines().map(str::trim);
    while let Some(line) = lines.next() {
        if line.starts_with("/*") {
            let mut last = line;
            while !last.ends_with("*/") {
                let Some(next) = lines.next() else { break };
                last = next;
            }
        } else if !line.is_empty() && !dropped(line) {
            out += line;
            out.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_are_left_out() {
        let script = "// Why.\nlet a = 1; // kept\n\n/**\n * What.\n */\n  f(\"//x\");\n";
        assert_eq!(minify_script(script), "let a = 1; // kept\nf(\"//x\");\n");
        let styles = "/* Calm. */\na {\n  color: red;\n}\n/* Two\n   lines. */\nb { c: d }\n";
        assert_eq!(minify_styles(styles), "a {\ncolor: red;\n}\nb { c: d }\n");
    }
}
