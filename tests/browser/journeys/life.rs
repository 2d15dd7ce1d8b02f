//! The widget's life in a page that changes around it.

use anyhow::ensure;
use serde_json::{Value, json};

use super::back::back_to;
use crate::{host::HostPage, visit::Visit, widget::Widget};

/// Moved, it stays where it was; taken out and put back, it goes on with the answers.
pub async fn moved_and_reinserted(visit: &Visit) -> anyhow::Result<()> {
    let widget = visit.open(&HostPage::default()).await?;
    widget.answer("profil", "proche").await?;
    let element = "const e = document.querySelector('orientation-palliative');";
    visit.run(&format!("{element} document.body.prepend(e);"), vec![]).await?;
    let moved = Widget::new(visit, 0).screen().await?;
    ensure!(moved.question.as_deref() == Some("besoin"), "moved, it shows {moved:?}");
    widget.answer("besoin", "soins").await?;
    back_to(widget, "besoin").await?;
    let away = format!("{element} e.remove(); window.kept = e;");
    visit.run(&away, vec![]).await?;
    let empty = "return !window.kept.shadowRoot.querySelector('[data-screen]')";
    visit.wait("an empty widget", empty, vec![]).await?;
    visit.run("document.body.append(window.kept);", vec![]).await?;
    let again = Widget::new(visit, 0).screen().await?;
    ensure!(again.question.as_deref() == Some("besoin"), "put back, it shows {again:?}");
    let told = widget.text("[data-since]").await?;
    ensure!(told.is_none(), "put back, it tells {told:?}");
    widget.answer("besoin", "soins").await?;
    // What was erased does not come back with it.
    widget.restart().await?;
    let again = "const e = document.querySelector('orientation-palliative'); e.remove();\
        setTimeout(() => { document.body.append(e); window.back = true; }, 50);";
    visit.run(again, vec![]).await?;
    visit.wait("the element put back", "return window.back === true", vec![]).await?;
    let erased = Widget::new(visit, 0).screen().await?;
    ensure!(erased.question.as_deref() == Some("profil"), "erased, it shows {erased:?}");
    Ok(())
}

/// The page's language and direction change: the widget stays French, and readable.
pub async fn a_change_of_language_around_it(visit: &Visit) -> anyhow::Result<()> {
    let widget = visit.open(&HostPage::default()).await?;
    visit.run("document.documentElement.lang = 'ar'; document.dir = 'rtl';", vec![]).await?;
    let told = "const root = document.querySelector('orientation-palliative').shadowRoot
        .querySelector('.op-root'); return [root.lang, getComputedStyle(root).direction];";
    let told = visit.run(told, vec![]).await?;
    ensure!(told == json!(["fr", "ltr"]), "it reads {told}");
    let screen = widget.answer("profil", "proche").await?;
    ensure!(screen.question.as_deref() == Some("besoin"), "{screen:?}");
    Ok(())
}

/// The visitor's preferences change while the widget is open: it follows each.
pub async fn preferences_are_followed_as_they_change(visit: &Visit) -> anyhow::Result<()> {
    visit.open(&HostPage::default()).await?;
    let ground = "const root = document.querySelector('orientation-palliative').shadowRoot;
        const style = getComputedStyle(root.querySelector('.op'));
        return [style.backgroundColor, style.colorScheme, matchMedia(arguments[0]).matches];";
    let light = prefer(visit, "prefers-color-scheme", "light", ground).await?;
    let dark = prefer(visit, "prefers-color-scheme", "dark", ground).await?;
    ensure!(light[0] != dark[0] && dark[1] == "dark", "light {light}, dark {dark}");
    let again = prefer(visit, "prefers-color-scheme", "light", ground).await?;
    ensure!(again == light, "it stays {again}");
    let moving = "const root = document.querySelector('orientation-palliative').shadowRoot;
        const moves = [...root.querySelectorAll('*')].filter((element) => {
          const style = getComputedStyle(element);
          return parseFloat(style.transitionDuration) > 0.001 || style.animationName !== 'none';
        });
        return [moves.map((element) => element.className), 0, matchMedia(arguments[0]).matches];";
    let moves = prefer(visit, "prefers-reduced-motion", "reduce", moving).await?;
    ensure!(moves[0] == json!([]), "these still move: {moves}");
    Ok(())
}

/// What a script of the page sees once the browser prefers that.
async fn prefer(visit: &Visit, name: &str, value: &str, script: &str) -> anyhow::Result<Value> {
    let wanted = json!({ "features": [{ "name": name, "value": value }] });
    visit.session().web.cdp().send_raw("Emulation.setEmulatedMedia", wanted).await?;
    let seen = visit.run(script, vec![json!(format!("({name}: {value})"))]).await?;
    let none = json!({ "features": [] });
    visit.session().web.cdp().send_raw("Emulation.setEmulatedMedia", none).await?;
    ensure!(seen[2] == true, "the browser does not prefer {value}");
    Ok(seen)
}
