//! The page that stands alone, opened at one outcome after the other.

use anyhow::{Context, ensure};

use crate::{
    cases::Case,
    journeys::{quiet, reload_at},
    visit::Visit,
    widget::Widget,
};

/// Opens the page at the first case; later ones come with [`next`].
pub async fn first<'v>(visit: &'v Visit, case: &Case) -> anyhow::Result<Widget<'v>> {
    visit.go(&[visit.site().standalone_recorded(case.moment())?]).await?;
    Widget::new(visit, 0).ready().await?;
    next(visit, case).await
}

/// Opens the same page at a case of the same hour.
pub async fn next<'v>(visit: &'v Visit, case: &Case) -> anyhow::Result<Widget<'v>> {
    reload_at(visit, &case.fragment()).await.with_context(|| case.name())?;
    let widget = Widget::new(visit, 0);
    let screen = widget.screen().await?;
    ensure!(screen.kind == "outcome", "{}: {screen:?}", case.name());
    let told = widget.text("[data-since]").await?;
    ensure!(told.is_none(), "{}: a link just made is told to be old: {told:?}", case.name());
    Ok(widget)
}

/// Opens each case in turn, the page afresh where the hour changes.
pub async fn each<'c>(
    visit: &Visit,
    cases: impl IntoIterator<Item = &'c Case>,
    mut look: impl AsyncFnMut(Widget<'_>, &'c Case) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let mut hour = None;
    for case in cases {
        let widget = match hour.replace(case.on_call) {
            Some(same) if same == case.on_call => next(visit, case).await?,
            Some(_) => {
                quiet(visit).await?;
                first(visit, case).await?
            }
            None => first(visit, case).await?,
        };
        look(widget, case).await.with_context(|| case.name())?;
    }
    quiet(visit).await
}
