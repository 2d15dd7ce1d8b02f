//! The decision flow, drawn in the widget.

use anyhow::ensure;

use crate::{axe, host::HostPage, visit::Visit, widget::Widget};

/// The flow's own file, of which every question must stand in the drawing.
const FLOW: &str = include_str!("../../../data/flow.json");

/// Two answers, then the drawing.
async fn drawn(visit: &Visit) -> anyhow::Result<Widget<'_>> {
    let widget = visit.open(&HostPage::default()).await?;
    widget.answer("urgence", "non").await?;
    widget.answer("profil", "proche").await?;
    widget.look_at("logigramme").await?;
    widget.wait_for("[data-flow]").await?;
    Ok(widget)
}

async fn size(widget: Widget<'_>) -> anyhow::Result<String> {
    Ok(widget.shown("[data-flow]").await?.attr("data-size").await?.unwrap_or_default())
}

/// What was answered is marked by a word, not by colour alone; the rest is not.
pub async fn the_drawing_marks_the_way_gone(visit: &Visit) -> anyhow::Result<()> {
    let widget = drawn(visit).await?;
    for (question, gone) in [("urgence", true), ("besoin", true), ("lieu", false)] {
        let text = widget.text(&format!("[data-node={question}]")).await?.unwrap_or_default();
        ensure!(text.contains("votre chemin") == gone, "{question}: {text}");
    }
    let here = widget.shown("[data-node=besoin]").await?.attr("aria-current").await?;
    ensure!(here.as_deref() == Some("step"), "besoin is not where the visitor stands");
    Ok(())
}

/// Larger, smaller, whole: by keys as by buttons.
pub async fn the_drawing_is_zoomed_by_keys_and_buttons(visit: &Visit) -> anyhow::Result<()> {
    let widget = drawn(visit).await?;
    let before = size(widget).await?;
    widget.shown("[data-flow]").await?.send_keys("+").await?;
    let larger = size(widget).await?;
    ensure!(larger > before, "+ led from {before} to {larger}");
    widget.click("[data-zoom-by=out]").await?;
    ensure!(size(widget).await? == before, "smaller is not what larger took away");
    widget.shown("[data-flow]").await?.send_keys("0").await?;
    ensure!(size(widget).await? == "0", "0 does not show the whole");
    let hidden = "const frame = document.querySelector('orientation-palliative').shadowRoot\
            .querySelector('[data-flow]');\
        return frame.scrollWidth - frame.clientWidth;";
    let hidden = visit.run(hidden, vec![]).await?;
    ensure!(hidden.as_f64().is_some_and(|width| width <= 1.0), "{hidden} pixels are hidden");
    Ok(())
}

/// Whatever letters the browser has, no label of an edge lies on a box.
pub async fn the_words_of_the_drawing_stand_apart(visit: &Visit) -> anyhow::Result<()> {
    drawn(visit).await?;
    let apart = "const root = document.querySelector('orientation-palliative').shadowRoot;\
        const all = selector => [...root.querySelectorAll(selector)];\
        const place = element => element.getBoundingClientRect();\
        const labels = all('[data-flow] [data-label]'), boxes = all('[data-node]').map(place);\
        const on = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2\
            && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;\
        const lying = labels.filter(label => boxes.some(box => on(place(label), box)));\
        return [labels.length, lying.map(label => label.textContent)];";
    let found = visit.run(apart, vec![]).await?;
    ensure!(found[0].as_u64() > Some(10), "labels: {found}");
    ensure!(found[1] == serde_json::json!([]), "on a box: {}", found[1]);
    Ok(())
}

/// A question off the path is read where one is; one on it is gone back to.
pub async fn a_box_of_the_drawing_opens_its_question(visit: &Visit) -> anyhow::Result<()> {
    let widget = drawn(visit).await?;
    widget.click("[data-node=lieu]").await?;
    widget.wait_for("[data-entry=lieu]").await?;
    widget.click("[data-node=profil]").await?;
    let screen = widget.screen().await?;
    ensure!(screen.question.as_deref() == Some("profil"), "{screen:?}");
    ensure!(widget.chosen().await? == "proche", "the answer given is not shown again");
    Ok(())
}

/// Who cannot see the drawing reads every question in a list; nothing breaks a rule.
pub async fn the_drawing_is_also_a_list_of_every_question(visit: &Visit) -> anyhow::Result<()> {
    let widget = drawn(visit).await?;
    widget.click("[data-outline] summary").await?;
    let flow: serde_json::Value = serde_json::from_str(FLOW)?;
    let questions = flow["questions"].as_array().cloned().unwrap_or_default();
    ensure!(!questions.is_empty(), "the flow has no question");
    for id in questions.iter().filter_map(|question| question["id"].as_str()) {
        widget.wait_for(&format!("[data-outline] [data-entry={id}]")).await?;
    }
    axe::check(visit, "the decision flow").await
}
