//! A visitor who has a keyboard and nothing else.

use anyhow::{Context, bail};
use serde::Deserialize;
use serde_json::json;
use thirtyfour::Key;

use crate::{
    journeys::paths,
    moves::Answers,
    shown::{Outcome, Screen},
    visit::Visit,
    widget::Widget,
};

/// No screen has more stops of the Tab key than this, nor more answers.
const TOO_MANY: usize = 60;

/// Where the focus is, through shadow trees.
const FOCUS: &str = r#"
let at = document.activeElement;
while (at && at.shadowRoot && at.shadowRoot.activeElement) at = at.shadowRoot.activeElement;
return at && {
  matches: at.matches(arguments[0]),
  value: at.value || "",
  checked: Boolean(at.checked),
  what: at.outerHTML.slice(0, 160),
};"#;

/// What has the focus.
#[derive(Debug, Deserialize)]
struct Focus {
    /// Whether it is what was asked about.
    matches: bool,
    value: String,
    checked: bool,
    /// The beginning of its markup, for messages.
    what: String,
}

/// Answers whatever is asked, until the outcome, without a pointer.
pub async fn walk(widget: Widget<'_>, answers: &Answers<'_>) -> anyhow::Result<Outcome> {
    let mut screen = widget.screen().await?;
    while screen.kind == "question" {
        let question = screen.question.clone().context("a question without an id")?;
        let answer = answers.get(question.as_str()).context(question.clone())?;
        screen = match question.as_str() {
            "commune" => commune(widget, &screen, answer).await?,
            _ => choice(widget, &screen, answer).await?,
        };
    }
    widget.outcome().await
}

/// Presses a key.
pub async fn press(visit: &Visit, key: impl Into<char>) -> anyhow::Result<()> {
    let key = key.into();
    Ok(visit.session().web.action_chain().key_down(key).key_up(key).perform().await?)
}

/// Presses Tab until what matches has the focus.
async fn tab_to(visit: &Visit, selector: &str) -> anyhow::Result<()> {
    let mut passed = Vec::new();
    for _ in 0..TOO_MANY {
        press(visit, Key::Tab).await?;
        let focus = focus(visit, selector).await?;
        if focus.matches {
            return Ok(());
        }
        passed.push(focus.what);
    }
    bail!("Tab does not reach {selector}; it passed\n{}", passed.join("\n"))
}

/// To the radios by Tab, to the answer by arrows, to the button by Tab, Enter.
async fn choice(widget: Widget<'_>, screen: &Screen, answer: &str) -> anyhow::Result<Screen> {
    let visit = widget.visit;
    let question = screen.question.as_deref().unwrap_or_default();
    let radio = format!("input[type=radio][name=\"{question}\"]");
    tab_to(visit, &radio).await?;
    if !focus(visit, &radio).await?.checked {
        press(visit, ' ').await?;
    }
    for _ in 0..TOO_MANY {
        let focus = focus(visit, &radio).await?;
        if focus.value == answer && focus.checked {
            tab_to(visit, "[data-action=continue]").await?;
            press(visit, Key::Enter).await?;
            return widget.screen_after(screen).await;
        }
        press(visit, Key::Down).await?;
    }
    bail!("arrows do not reach {answer} of {question}")
}

/// To the field by Tab, its name or code typed, to the suggestion by Tab or by
/// the down arrow, Enter.
async fn commune(widget: Widget<'_>, screen: &Screen, code: &str) -> anyhow::Result<Screen> {
    let visit = widget.visit;
    tab_to(visit, "input[data-commune]").await?;
    for character in paths::typed(code).chars() {
        press(visit, character).await?;
    }
    let suggestion = format!("[data-suggestion=\"{code}\"]");
    widget.wait_for(&suggestion).await?;
    press(visit, Key::Down).await?;
    let field = focus(visit, "input[data-commune]").await?;
    if !field.matches && !focus(visit, &suggestion).await?.matches {
        tab_to(visit, &suggestion).await?;
    }
    press(visit, Key::Enter).await?;
    if &widget.screen().await? == screen {
        tab_to(visit, "[data-action=continue]").await?;
        press(visit, Key::Enter).await?;
    }
    widget.screen_after(screen).await
}

async fn focus(visit: &Visit, selector: &str) -> anyhow::Result<Focus> {
    Ok(serde_json::from_value(visit.run(FOCUS, vec![json!(selector)]).await?)?)
}
