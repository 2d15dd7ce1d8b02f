//! The browser's own way back, on pages of every kind.

use anyhow::ensure;
use serde_json::{Value, json};

use super::hosts::{DEFERRED, ELEMENT, FILES, PAGE, high, page};
use crate::{host::HostPage, pictures, shown::Screen, visit::Visit, widget::Widget};

/// The page that one comes from.
const BEFORE: &str = "avant.html";

/// Opens a page that came after another one.
pub async fn arrive(visit: &Visit, html: &str, files: &[&'static str]) -> anyhow::Result<()> {
    visit.site().beside(BEFORE, &page("", "<h1>Avant</h1>"), "")?;
    visit.site().beside(PAGE, html, "")?;
    visit.go(&[BEFORE]).await?;
    visit.go(files).await?;
    Widget::new(visit, 0).ready().await
}

/// The browser's back (-1) or forward (1). By the page itself: drivers wait in vain for
/// a page to load when a frame goes back.
pub async fn go(visit: &Visit, by: i32) -> anyhow::Result<()> {
    visit
        .run("const by = arguments[0]; setTimeout(() => history.go(by))", vec![json!(by)])
        .await
        .map(drop)
}

/// One back, and the question that must then be asked.
pub async fn back_to(widget: Widget<'_>, question: &str) -> anyhow::Result<()> {
    let before = widget.screen().await?;
    go(widget.visit, -1).await?;
    is(&widget.screen_after(&before).await?, question)
}

fn is(screen: &Screen, question: &str) -> anyhow::Result<()> {
    ensure!(screen.question.as_deref() == Some(question), "{screen:?} is not {question}");
    Ok(())
}

/// One back, which leaves the page as it always did.
pub async fn leaves(visit: &Visit) -> anyhow::Result<()> {
    go(visit, -1).await?;
    let gone = "return location.pathname.endsWith(arguments[0])";
    visit.wait("the page before", gone, vec![json!(BEFORE)]).await.map(drop)
}

/// Time for what must not happen.
async fn settle() {
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
}

/// Back is one question back, or out of a view, and then leaves the page; forward comes
/// again; what was erased does not. The address never changes.
pub async fn the_browsers_way_back_walks_through_the_questions(
    visit: &Visit,
) -> anyhow::Result<()> {
    arrive(visit, &page(DEFERRED, ELEMENT), &FILES).await?;
    let widget = Widget::new(visit, 0);
    let address = visit.run("return location.href", vec![]).await?;
    let second = widget.answer("profil", "proche").await?;
    let third = widget.answer("besoin", "soins").await?;
    back_to(widget, "besoin").await?;
    go(visit, 1).await?;
    ensure!(widget.screen_after(&second).await? == third, "forward is not one question on");
    widget.look_at("lexique").await?;
    back_to(widget, "urgence").await?;
    // The widget's own button and the browser's agree.
    is(&widget.back().await?, "besoin")?;
    back_to(widget, "profil").await?;
    ensure!(visit.run("return location.href", vec![]).await? == address);
    ensure!(visit.run("return history.state", vec![]).await? == Value::Null);
    widget.answer("profil", "proche").await?;
    widget.answer("besoin", "soins").await?;
    is(&widget.restart().await?, "profil")?;
    settle().await;
    go(visit, 1).await?;
    settle().await;
    is(&widget.screen().await?, "profil")?;
    ensure!(widget.chosen().await?.is_empty(), "what was erased came back");
    go(visit, -1).await?;
    settle().await;
    let said = visit.take_traces().await?.said;
    ensure!(said.is_empty(), "the page said {said:?}");
    leaves(visit).await
}

/// Each back undoes the last step, whichever widget's it was; the button of one never
/// takes the other back.
pub async fn two_widgets_share_one_way_back(visit: &Visit) -> anyhow::Result<()> {
    visit.open(&HostPage { widgets: 2, ..HostPage::default() }).await?;
    let (one, other) = (Widget::new(visit, 0), Widget::new(visit, 1));
    one.answer("profil", "proche").await?;
    other.answer("profil", "proche").await?;
    one.answer("besoin", "soins").await?;
    back_to(one, "besoin").await?;
    is(&other.screen().await?, "besoin")?;
    back_to(other, "profil").await?;
    is(&one.screen().await?, "besoin")?;
    back_to(one, "profil").await?;
    one.answer("profil", "proche").await?;
    other.answer("profil", "proche").await?;
    is(&one.back().await?, "profil")?;
    settle().await;
    is(&other.screen().await?, "besoin")?;
    back_to(one, "besoin").await?;
    is(&other.screen().await?, "besoin")
}

/// In a frame, the page's back is the frame's.
pub async fn a_frame_has_its_own_way_back(visit: &Visit) -> anyhow::Result<()> {
    visit.site().beside("dedans.html", &page(DEFERRED, ELEMENT), "")?;
    let frame =
        "<iframe src=\"dedans.html\" title=\"Orientation\" width=\"600\" height=\"900\"></iframe>";
    visit.site().beside(PAGE, &page("", frame), "")?;
    visit.go(&FILES).await?;
    high(visit).await?;
    let web = &visit.session().web;
    web.clone().enter_frame(0).await?;
    let widget = Widget::new(visit, 0);
    widget.ready().await?;
    widget.answer("profil", "proche").await?;
    widget.answer("besoin", "soins").await?;
    // From inside: a driver may leave the frame when it goes back itself.
    let before = widget.screen().await?;
    visit.run("history.back()", vec![]).await?;
    is(&widget.screen_after(&before).await?, "besoin")?;
    is(&widget.back().await?, "profil")?;
    web.clone().enter_default_frame().await?;
    pictures::restore(visit).await?;
    let inside = visit.run("return frames[0].location.pathname", vec![]).await?;
    ensure!(inside.as_str().is_some_and(|path| path.ends_with("dedans.html")), "{inside}");
    super::hosts::silent(visit).await
}

/// `historique="non"`: no entry is made, and back leaves the page.
pub async fn a_page_may_do_without(visit: &Visit) -> anyhow::Result<()> {
    let element = ELEMENT.replacen("palliative", "palliative historique=\"non\"", 1);
    arrive(visit, &page(DEFERRED, &element), &FILES).await?;
    let widget = Widget::new(visit, 0);
    let entries = visit.run("return history.length", vec![]).await?;
    widget.answer("profil", "proche").await?;
    widget.answer("besoin", "soins").await?;
    ensure!(visit.run("return history.length", vec![]).await? == entries, "entries were made");
    ensure!(visit.run("return history.state", vec![]).await? == Value::Null);
    let said = visit.take_traces().await?.said;
    ensure!(said.is_empty(), "the page said {said:?}");
    leaves(visit).await
}

/// A router that keeps its own state, counts its own entries and loads whatever it hears
/// of.
const ROUTER: &str = "<script>
    window.heard = []; window.counted = 0;
    history.replaceState({ route: 1 }, '');
    const push = history.pushState;
    history.pushState = function () { window.counted += 1; return push.apply(history, arguments); };
    addEventListener('popstate', (event) => heard.push(event.state && event.state.route));
    </script>";

/// The host's router hears of its own entries only, finds its own state in every one, and
/// counts no step of the widget.
pub async fn a_router_is_left_alone(visit: &Visit) -> anyhow::Result<()> {
    arrive(visit, &page(&format!("{ROUTER}{DEFERRED}"), ELEMENT), &FILES).await?;
    let widget = Widget::new(visit, 0);
    widget.answer("profil", "proche").await?;
    widget.answer("besoin", "soins").await?;
    widget.answer("urgence", "non").await?;
    heard(visit, &json!([[], 1, 0])).await?;
    back_to(widget, "urgence").await?;
    heard(visit, &json!([[], 1, 0])).await?;
    visit.run("history.pushState({ route: 2 }, '', '?route=2')", vec![]).await?;
    go(visit, -1).await?;
    visit.wait("the router", "return heard.length === 1", vec![]).await?;
    heard(visit, &json!([[1], 1, 1])).await?;
    is(&widget.screen().await?, "urgence")?;
    back_to(widget, "besoin").await?;
    back_to(widget, "profil").await?;
    heard(visit, &json!([[1], 1, 1])).await?;
    let base = visit.run("return history.state", vec![]).await?;
    ensure!(base == json!({ "route": 1 }), "the host's own state has become {base}");
    let said = visit.take_traces().await?.said;
    ensure!(said.is_empty(), "the page said {said:?}");
    leaves(visit).await
}

/// The routes that the router heard of, the one it finds in the history, the entries that
/// it counted.
async fn heard(visit: &Visit, expected: &Value) -> anyhow::Result<()> {
    let told = "return [heard, history.state && history.state.route, counted]";
    let told = visit.run(told, vec![]).await?;
    ensure!(told == *expected, "the router was told {told}, not {expected}");
    Ok(())
}

/// Widgets come, are answered and go: none leaves a frame or a listener behind.
pub async fn widgets_that_left_hear_nothing(visit: &Visit) -> anyhow::Result<()> {
    let count = "window.listeners = 0;
        const add = window.addEventListener;
        window.addEventListener = function (kind) {
          if (kind === 'popstate') listeners += 1; return add.apply(window, arguments); };";
    let widget = visit.open(&HostPage { before: count.to_owned(), ..HostPage::default() }).await?;
    widget.answer("profil", "proche").await?;
    let away = "const element = document.querySelector('orientation-palliative');
        window.kept = element.shadowRoot; const made = kept.querySelectorAll('iframe').length;
        element.remove(); return [made, listeners];";
    ensure!(visit.run(away, vec![]).await? == json!([1, 0]), "the page is listened to");
    visit.wait("no frame", "return !kept.querySelector('iframe')", vec![]).await.map(drop)
}
