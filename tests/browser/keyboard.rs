//! A visitor who has a keyboard and nothing else.

use anyhow::{Context, bail};
use serde::Deserialize;
use serde_json::json;
use thirtyfour::Key;

use crate::{journeys::paths, moves::Answers, shown::Screen, visit::Visit, widget::Widget};

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

/// Answers whatever is asked, until the outcome, and sharpens it with what is left to
/// say, without a pointer.
pub async fn walk(widget: Widget<'_>, answers: &Answers<'_>) -> anyhow::Result<()> {
    let mut left = answers.clone();
    let mut screen = widget.screen().await?;
    loop {
        screen = match screen.question.as_deref() {
            Some(question) => {
                let answer = left.remove(question).with_context(|| question.to_owned())?;
                match question {
                    "commune" => commune(widget, &screen, answer).await?,
                    _ => choice(widget, &screen, answer).await?,
                }
            }
            None if left.is_empty() => return Ok(()),
            None => refine(widget, &screen, &left).await?,
        };
    }
}

/// To the line that hides the questions by Tab, Enter, to the first one that there is an
/// answer to by Tab, Enter.
async fn refine(widget: Widget<'_>, screen: &Screen, left: &Answers<'_>) -> anyhow::Result<Screen> {
    let visit = widget.visit;
    let offered = widget.refinable().await?;
    let next = offered.iter().find(|question| left.contains_key(question.as_str()));
    let next = next.with_context(|| format!("never asked: {left:?}"))?;
    tab_to(visit, "[data-refine] > summary").await?;
    press(visit, Key::Enter).await?;
    tab_to(visit, &format!("[data-refine] [data-change=\"{next}\"]")).await?;
    press(visit, Key::Enter).await?;
    widget.screen_after(screen).await
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
