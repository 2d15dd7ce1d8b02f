//! A widget as a visitor reads it; what a visitor does with it is in `moves`.
//!
//! Everything is found through the attributes that the views promise
//! (`data-screen`, `data-question`, `data-action`…), never through words or
//! classes, and is clicked and typed as a visitor would.

use anyhow::{Context, ensure};
use serde_json::{Value, json};
use thirtyfour::WebElement;

use crate::{
    shown::{Outcome, Screen},
    visit::Visit,
};

const LOOKS: &str = include_str!("scripts/widget.js");

/// A widget of the page that is open.
#[derive(Clone, Copy)]
pub struct Widget<'v> {
    /// The visit it belongs to.
    pub visit: &'v Visit,
    index: usize,
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

    /// The questions that would sharpen the outcome on display.
    pub async fn refinable(self) -> anyhow::Result<Vec<String>> {
        Ok(serde_json::from_value(self.look("refinements", json!([])).await?)?)
    }

    /// What does not fit: wider than the widget, or higher than its own box.
    pub async fn spills(self) -> anyhow::Result<Vec<String>> {
        Ok(serde_json::from_value(self.look("spills", json!([])).await?)?)
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

    /// The screen, once it is another one.
    pub async fn screen_after(self, before: &Screen) -> anyhow::Result<Screen> {
        let what = format!("the screen after {before:?}");
        match self.wait(&what, "another", json!([before.kind, before.question])).await {
            Ok(other) => Ok(serde_json::from_value(other)?),
            Err(error) => Err(error.context(format!("errors shown: {:?}", self.errors().await?))),
        }
    }

    /// The first element on display that matches.
    pub async fn shown(self, selector: &str) -> anyhow::Result<WebElement> {
        self.element(selector, "shown", json!([selector])).await
    }

    /// The element that a function of `scripts/widget.js` returns.
    pub async fn element(self, what: &str, look: &str, given: Value) -> anyhow::Result<WebElement> {
        let found = self.wait(what, look, given).await?;
        Ok(WebElement::from_json(found, self.visit.session().web.handle().clone())?)
    }

    /// Waits for what a function of `scripts/widget.js` returns.
    async fn wait(self, what: &str, look: &str, given: Value) -> anyhow::Result<Value> {
        self.visit.wait(what, LOOKS, self.arguments(look, given)).await
    }

    /// What a function of `scripts/widget.js` returns.
    pub async fn look(self, look: &str, given: Value) -> anyhow::Result<Value> {
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
