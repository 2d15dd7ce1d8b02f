//! Accessibility: axe-core on the page that is open, shadow trees included.

use std::fs;

use anyhow::{Context, ensure};
use orientation_palliative::tool::provision::{self, Component};
use serde::Deserialize;

use crate::visit::Visit;

/// Every rule of WCAG 2.0 to 2.2, A and AA, and the best practices. Nothing is
/// preloaded: axe would fetch style sheets again.
const RUN: &str = r#"
return axe.run(document, {
  runOnly: {
    type: "tag",
    values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
  },
  preload: false,
}).then((found) => ({
  passes: found.passes.map((rule) => rule.id),
  inWidget: found.passes.some((rule) => rule.nodes.some((node) => Array.isArray(node.target[0]))),
  violations: found.violations.map((rule) => ({
    id: rule.id,
    impact: rule.impact || "",
    help: rule.help,
    nodes: rule.nodes.map((node) => ({
      target: node.target.flat().join(" >> "),
      summary: node.failureSummary || "",
    })),
  })),
}));"#;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Found {
    passes: Vec<String>,
    /// Whether a rule looked at something inside a shadow tree.
    in_widget: bool,
    violations: Vec<Violation>,
}

/// A rule that the page breaks.
#[derive(Debug, Deserialize)]
pub struct Violation {
    /// The rule.
    pub id: String,
    impact: String,
    help: String,
    nodes: Vec<Node>,
}

#[derive(Debug, Deserialize)]
struct Node {
    target: String,
    summary: String,
}

/// Fails when the page breaks a rule. `screen` names what is on display.
pub async fn check(visit: &Visit, screen: &str) -> anyhow::Result<()> {
    let violations = violations(visit).await.with_context(|| format!("axe on {screen}"))?;
    let told: Vec<_> = violations.iter().map(Violation::tell).collect();
    ensure!(told.is_empty(), "{screen} breaks rules of accessibility:\n{}", told.join("\n"));
    Ok(())
}

/// The rules that the page breaks.
pub async fn violations(visit: &Visit) -> anyhow::Result<Vec<Violation>> {
    if visit.run("return typeof axe", vec![]).await? == "undefined" {
        let found = provision::locate(&[visit.session().engine])?;
        let source = fs::read_to_string(found.path(Component::AxeCore)?)?;
        // A script of the driver, not of the page: no policy forbids it and
        // nothing is requested.
        visit.run(&source, vec![]).await.context("injecting axe-core")?;
    }
    let found: Found = serde_json::from_value(visit.run(RUN, vec![]).await?)?;
    ensure!(!found.passes.is_empty() && found.in_widget, "axe has not looked into the widget");
    Ok(found.violations)
}

impl Violation {
    /// Rule, impact, then each place with what would fix it.
    fn tell(&self) -> String {
        let places: Vec<_> = self
            .nodes
            .iter()
            .map(|node| {
                format!("    {}\n      {}", node.target, node.summary.replace('\n', "\n      "))
            })
            .collect();
        format!("  {} ({}): {}\n{}", self.id, self.impact, self.help, places.join("\n"))
    }
}
