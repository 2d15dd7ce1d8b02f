//! The widget in a page of a real content manager: `WordPress`'s default theme of 2021,
//! its style sheets as they are published.

use std::fs;

use anyhow::{Context, ensure};
use orientation_palliative::tool::provision::{self, Component};
use serde_json::{Value, json};

use super::{hosts::FILES, paths};
use crate::{expected, pictures, visit::Visit, widget::Widget};

/// What the theme's own templates (`header.php`, `page.php`, `footer.php`) write around
/// the content of a page, where a block "custom HTML" stands as it was typed.
const AROUND: &str = include_str!("../pages/wordpress.html");

/// Place, colours and type of every element of the widget, counted from its own corner.
const LOOK: &str = "const host = document.querySelector('orientation-palliative');
    const origin = host.getBoundingClientRect();
    const told = ['color', 'backgroundColor', 'fontSize', 'fontFamily', 'fontWeight', 'lineHeight',
        'letterSpacing', 'textAlign', 'textDecorationLine', 'textTransform', 'borderTopWidth',
        'borderTopColor', 'paddingTop', 'marginTop', 'cursor', 'listStyleType', 'boxSizing'];
    const all = [...host.shadowRoot.querySelectorAll('.op, .op *')];
    // A slot has no box: it stands nowhere.
    return all.filter((element) => element.localName !== 'slot').map((element) => {
        const box = element.getBoundingClientRect();
        const style = getComputedStyle(element);
        const places = [box.left - origin.left, box.top - origin.top, box.width, box.height];
        return element.localName + ' ' + places.map(Math.round).join(' ') + ' '
            + told.map((name) => style[name]).join(' | ');
    });";

/// Lays the element out at that width, wherever it stands.
const WIDTH: &str = "const host = document.querySelector('orientation-palliative');
    for (const [name, value] of [['width', arguments[0] + 'px'], ['max-width', 'none']]) {
        host.style.setProperty(name, value, 'important');
    }";

/// Inside the theme as outside of it, every element is where and what it was; and it
/// works there.
pub async fn a_themes_style_sheets_change_nothing(visit: &Visit) -> anyhow::Result<()> {
    let themed = page(visit, true)?;
    let plain = page(visit, false)?;
    for width in [288, 720] {
        let (without, with) =
            (seen(visit, &plain, width).await?, seen(visit, &themed, width).await?);
        ensure!(without.len() > 20, "only {} elements", without.len());
        let changed: Vec<_> = without.iter().zip(&with).filter(|(a, b)| a != b).take(5).collect();
        ensure!(
            without.len() == with.len() && changed.is_empty(),
            "at {width} px, without and with the theme: {changed:#?}"
        );
    }
    let widget = open(visit, &themed).await?;
    for width in [320, 1280] {
        pictures::take(visit, "theme-question", width).await?;
    }
    widget.walk(&paths::relative(), async |_| Ok(())).await?;
    expected::agrees(widget, &paths::relative()).await?;
    for width in [320, 1280] {
        pictures::take(visit, "theme-outcome", width).await?;
    }
    pictures::restore(visit).await?;
    super::hosts::silent(visit).await
}

/// The page, with the theme's style sheets or with none.
fn page(visit: &Visit, themed: bool) -> anyhow::Result<String> {
    let sheet = provision::locate(&[visit.session().engine])?;
    let sheet = sheet.path(Component::Theme)?;
    let folder = sheet.parent().context("a style sheet in no folder")?;
    for name in ["style.css", "assets/css/print.css"] {
        let text = fs::read_to_string(folder.join(name)).with_context(|| name.to_owned())?;
        visit.site().beside(name.rsplit('/').next().unwrap_or(name), &text, "")?;
    }
    let links = "<link rel=\"stylesheet\" href=\"style.css\" media=\"all\">\n\
                 <link rel=\"stylesheet\" href=\"print.css\" media=\"print\">";
    Ok(AROUND.replace("{{styles}}", if themed { links } else { "" }))
}

async fn open<'v>(visit: &'v Visit, html: &str) -> anyhow::Result<Widget<'v>> {
    // Each page under a name of its own: a browser may keep what it has loaded.
    let themed = html.contains("style.css");
    let file = if themed { "theme.html" } else { "sans-theme.html" };
    visit.site().beside(file, html, "")?;
    visit.go(&[file, FILES[1], FILES[2]]).await?;
    let sheets = visit.run("return document.styleSheets.length", vec![]).await?;
    ensure!(sheets == json!(if themed { 2 } else { 0 }), "{file} has {sheets} style sheets");
    let widget = Widget::new(visit, 0);
    widget.ready().await?;
    Ok(widget)
}

/// What the first question looks like in a page, at that width.
async fn seen(visit: &Visit, html: &str, width: u32) -> anyhow::Result<Vec<String>> {
    open(visit, html).await?;
    visit.run(WIDTH, vec![json!(width)]).await?;
    // What the pointer rests on looks otherwise, wherever an earlier trial left it.
    visit.session().web.action_chain().move_to(0, 0).perform().await?;
    let look: Value = visit.run(LOOK, vec![]).await?;
    Ok(serde_json::from_value(look)?)
}
