//! The words in which journeys speak of a widget.
//!
//! Everything is found through the attributes that the views promise
//! (`data-screen`, `data-question`, `data-action`…), never through words or
//! classes, and is clicked and typed as a visitor would.

use std::collections::BTreeMap;

use anyhow::{Context, bail, ensure};
use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::WebElement;

use crate::{journeys::paths, visit::Visit};

const LOOKS: &str = include_str!("scripts/widget.js");

/// Answers by question.
pub type Answers<'a> = BTreeMap<&'a str, &'a str>;

/// A widget of the page that is open.
#[derive(Clone, Copy)]
pub struct Widget<'v> {
    /// The visit it belongs to.
    pub visit: &'v Visit,
    index: usize,
}

/// What stands on display.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
pub struct Screen {
    /// `question`, `stop` or `outcome`.
    pub kind: String,
    /// The question's id, when it is one.
    pub question: Option<String>,
}

/// The outcome as it is shown.
#[derive(Clone, Debug, Deserialize)]
pub struct Outcome {
    /// The groups, in order.
    pub groups: Vec<Group>,
    /// What is told to be absent.
    pub absences: Vec<Absence>,
}

/// One group of an outcome.
#[derive(Clone, Debug, Deserialize)]
pub struct Group {
    /// Its id.
    pub id: String,
    /// All of its text.
    pub text: String,
    /// Its cards.
    pub cards: Vec<Card>,
}

/// One structure of an outcome.
#[derive(Clone, Debug, Deserialize)]
pub struct Card {
    /// The structure's id.
    pub id: String,
    /// All of its text.
    pub text: String,
}

/// Something told to be absent.
#[derive(Clone, Debug, Deserialize)]
pub struct Absence {
    /// The row.
    pub row: String,
    /// All of its text.
    pub text: String,
}

impl<'v> Widget<'v> {
    /// The widget of that index on the page, from 0.
    pub fn new(visit: &'v Visit, index: usize) -> Self {
        Self { visit, index }
    }

    /// Waits until it shows its first screen.
    pub async fn ready(self) -> anyhow::Result<()> {
        self.wait("the widget's first screen", "screen", json!([])).await.map(drop)
    }

    /// What stands on display.
    pub async fn screen(self) -> anyhow::Result<Screen> {
        Ok(serde_json::from_value(self.wait("a screen", "screen", json!([])).await?)?)
    }

    /// Answers the question on display, which must be that one.
    pub async fn answer(self, question: &str, answer: &str) -> anyhow::Result<Screen> {
        self.choose(question, answer).await?;
        self.go_on().await.with_context(|| format!("answering {question} with {answer}"))
    }

    /// Chooses an answer without sending it.
    pub async fn choose(self, question: &str, answer: &str) -> anyhow::Result<()> {
        self.expect_question(question).await?;
        let offered = self.look("offered", json!([])).await?;
        let what = format!("the answer {answer} to {question}; offered: {offered}");
        self.element(&what, "choice", json!([question, answer])).await?.click().await?;
        Ok(())
    }

    /// Types the beginning of a commune, takes its suggestion and goes on.
    pub async fn commune_by_typing(self, typed: &str, code: &str) -> anyhow::Result<Screen> {
        self.expect_question("commune").await?;
        self.type_commune(typed).await?;
        self.click(&format!("[data-suggestion=\"{code}\"]")).await?;
        self.go_on().await
    }

    /// Types into the commune's field, over what stood there.
    pub async fn type_commune(self, typed: &str) -> anyhow::Result<()> {
        let field = self.shown("input[data-commune]").await?;
        field.clear().await?;
        field.send_keys(typed).await?;
        Ok(())
    }

    /// Takes a commune from the whole list and goes on.
    pub async fn commune_by_list(self, code: &str) -> anyhow::Result<Screen> {
        self.expect_question("commune").await?;
        self.click("[data-action=list]").await?;
        let listed = format!("{code} in the list");
        self.element(&listed, "listed", json!([code])).await?.click().await?;
        self.go_on().await
    }

    /// Sends the answer and gives the screen that follows. A suggestion may have
    /// sent it already.
    pub async fn go_on(self) -> anyhow::Result<Screen> {
        let before = self.screen().await?;
        if before.kind == "question" {
            self.click("[data-action=continue]").await?;
        }
        self.screen_after(&before).await
    }

    /// Goes one question back.
    pub async fn back(self) -> anyhow::Result<Screen> {
        self.press("[data-action=back]").await
    }

    /// Goes on after a stop.
    pub async fn resume(self) -> anyhow::Result<Screen> {
        self.press("[data-screen=stop] [data-action=resume]").await
    }

    /// Begins afresh.
    pub async fn restart(self) -> anyhow::Result<Screen> {
        self.press("[data-action=restart]").await
    }

    /// Shows an answered question again.
    pub async fn change(self, question: &str) -> anyhow::Result<Screen> {
        self.press(&format!("[data-answers] [data-change=\"{question}\"]")).await
    }

    /// Answers whatever is asked, until the outcome; every answer is used.
    /// `on_screen` is called on each screen, the outcome too.
    pub async fn walk(
        self,
        answers: &Answers<'_>,
        mut on_screen: impl AsyncFnMut(&Screen) -> anyhow::Result<()>,
    ) -> anyhow::Result<Outcome> {
        let mut left = answers.clone();
        let mut screen = self.screen().await?;
        while screen.kind == "question" {
            on_screen(&screen).await?;
            let question = screen.question.clone().context("a question without an id")?;
            let Some(answer) = left.remove(question.as_str()) else {
                bail!("{question} is asked, and the journey has no answer to it");
            };
            screen = match question.as_str() {
                "commune" => self.commune_by_typing(paths::typed(answer), answer).await?,
                _ => self.answer(&question, answer).await?,
            };
        }
        on_screen(&screen).await?;
        ensure!(left.is_empty(), "never asked: {left:?}");
        self.outcome().await
    }

    /// The outcome, which must be on display.
    pub async fn outcome(self) -> anyhow::Result<Outcome> {
        let screen = self.screen().await?;
        ensure!(screen.kind == "outcome", "{screen:?} is not the outcome");
        Ok(serde_json::from_value(self.look("outcome", json!([])).await?)?)
    }

    /// The text of the first element on display that matches; `None` without one.
    pub async fn text(self, selector: &str) -> anyhow::Result<Option<String>> {
        Ok(serde_json::from_value(self.look("text", json!([selector])).await?)?)
    }

    /// The errors on display.
    pub async fn errors(self) -> anyhow::Result<Vec<String>> {
        Ok(serde_json::from_value(self.look("errors", json!([])).await?)?)
    }

    /// What stands in the commune's field.
    pub async fn typed(self) -> anyhow::Result<String> {
        Ok(serde_json::from_value(self.look("typed", json!([])).await?)?)
    }

    /// The answer chosen on display, empty without one.
    pub async fn chosen(self) -> anyhow::Result<String> {
        Ok(serde_json::from_value(self.look("chosen", json!([])).await?)?)
    }

    /// The questions whose answers can be changed from here.
    pub async fn changeable(self) -> anyhow::Result<Vec<String>> {
        Ok(serde_json::from_value(self.look("answers", json!([])).await?)?)
    }

    /// How far the content reaches beyond the widget, in CSS pixels.
    pub async fn overflow(self) -> anyhow::Result<f64> {
        Ok(serde_json::from_value(self.look("overflow", json!([])).await?)?)
    }

    /// Clicks the first element on display that matches.
    pub async fn click(self, selector: &str) -> anyhow::Result<()> {
        let element = self.shown(selector).await?;
        element.click().await.with_context(|| format!("clicking {selector}"))
    }

    /// Waits until something that matches is on display.
    pub async fn wait_for(self, selector: &str) -> anyhow::Result<()> {
        self.shown(selector).await.map(drop)
    }

    /// Clicks, and gives the screen that follows.
    async fn press(self, selector: &str) -> anyhow::Result<Screen> {
        let before = self.screen().await?;
        self.click(selector).await?;
        self.screen_after(&before).await
    }

    /// The screen, once it is another one.
    pub async fn screen_after(self, before: &Screen) -> anyhow::Result<Screen> {
        let errors = self.look("errors", json!([])).await?;
        let what = format!("the screen after {before:?}; errors: {errors}");
        let other = self.wait(&what, "another", json!([before.kind, before.question])).await?;
        Ok(serde_json::from_value(other)?)
    }

    async fn expect_question(self, question: &str) -> anyhow::Result<()> {
        let screen = self.screen().await?;
        ensure!(screen.question.as_deref() == Some(question), "{screen:?} is not {question}");
        Ok(())
    }

    async fn shown(self, selector: &str) -> anyhow::Result<WebElement> {
        self.element(selector, "shown", json!([selector])).await
    }

    async fn element(self, what: &str, look: &str, given: Value) -> anyhow::Result<WebElement> {
        let found = self.wait(what, look, given).await?;
        Ok(WebElement::from_json(found, self.visit.session().web.handle().clone())?)
    }

    async fn wait(self, what: &str, look: &str, given: Value) -> anyhow::Result<Value> {
        self.visit.wait(what, LOOKS, self.arguments(look, given)).await
    }

    async fn look(self, look: &str, given: Value) -> anyhow::Result<Value> {
        self.visit.run(LOOKS, self.arguments(look, given)).await
    }

    fn arguments(self, look: &str, given: Value) -> Vec<Value> {
        let mut arguments = vec![json!(self.index), json!(look)];
        if let Value::Array(given) = given {
            arguments.extend(given);
        }
        arguments
    }
}
