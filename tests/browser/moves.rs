//! What a visitor does with a widget: the verbs of the journeys.

use std::collections::BTreeMap;

use anyhow::{Context, bail, ensure};
use serde_json::json;

use crate::{
    journeys::paths,
    shown::{Outcome, Screen},
    widget::Widget,
};

/// Answers by question.
pub type Answers<'a> = BTreeMap<&'a str, &'a str>;

impl Widget<'_> {
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

    /// Takes an entry of a menu.
    pub async fn pick(self, menu: &str, value: &str) -> anyhow::Result<()> {
        self.shown(menu).await?;
        let what = format!("{value} in {menu}");
        Ok(self.element(&what, "option", json!([menu, value])).await?.click().await?)
    }

    /// Sends the answer and gives the screen that follows.
    pub async fn go_on(self) -> anyhow::Result<Screen> {
        self.press("[data-action=continue]").await
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

    /// Looks at a view, through the menu at the foot where it is folded.
    pub async fn look_at(self, view: &str) -> anyhow::Result<()> {
        let way = format!("[data-view={view}]");
        if self.look("shown", json!([way])).await?.is_null() {
            self.click("[data-menu] > summary").await?;
        }
        self.click(&way).await?;
        self.wait_for(&format!("[data-screen={view}]")).await
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

    /// Clicks, and gives the screen that follows.
    async fn press(self, selector: &str) -> anyhow::Result<Screen> {
        let before = self.screen().await?;
        self.click(selector).await?;
        self.screen_after(&before).await
    }

    async fn expect_question(self, question: &str) -> anyhow::Result<()> {
        let screen = self.screen().await?;
        ensure!(screen.question.as_deref() == Some(question), "{screen:?} is not {question}");
        Ok(())
    }
}
