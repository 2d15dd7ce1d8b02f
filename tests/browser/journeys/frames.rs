//! The widget in a frame, as a page of another origin.

use serde_json::json;

use super::hosts::{FILES, PAGE, high, page, walk};
use crate::{pictures, visit::Visit};

/// Copies the frame's page and the two small scripts beside the widget's.
fn furnish(visit: &Visit) -> anyhow::Result<String> {
    for file in ["cadre.html", "cadre.js", "hauteur.js"] {
        let text = visit.site().packaged(file)?;
        visit.site().beside(file, &text, "")?;
    }
    Ok(visit.base().replace("127.0.0.1", "localhost"))
}

const HEIGHT: &str = "return document.querySelector('iframe').clientHeight";

/// The frame grows with what it shows, across origins.
pub async fn a_frame_of_another_origin_tells_its_height(visit: &Visit) -> anyhow::Result<()> {
    let elsewhere = furnish(visit)?;
    let frame = format!(
        "<iframe src=\"{elsewhere}cadre.html\" title=\"Orientation\" data-orientation-palliative \
         width=\"600\" height=\"11\"></iframe><script src=\"hauteur.js\"></script>"
    );
    visit.site().beside(PAGE, &page("", &frame), "")?;
    visit.go(&FILES).await?;
    visit.wait("a tall frame", &format!("{HEIGHT} > 300"), vec![]).await?;
    high(visit).await?;
    visit.session().web.enter_frame(0).await?;
    let result = walk(visit).await;
    let inside = visit.run("return document.documentElement.scrollHeight", vec![]).await?;
    visit.session().web.enter_default_frame().await?;
    pictures::restore(visit).await?;
    result?;
    let grown = format!("{HEIGHT} >= arguments[0] - 1 && {HEIGHT}").replace("&& return", "&&");
    visit.wait("the height of the outcome", &grown, vec![json!(inside)]).await?;
    super::hosts::silent(visit).await
}

/// Neither the page itself nor another frame may set the height.
pub async fn a_message_that_is_not_the_frames_is_not_heard(visit: &Visit) -> anyhow::Result<()> {
    let elsewhere = furnish(visit)?;
    let liar = "<script>parent.postMessage({type:'orientation-palliative:hauteur',hauteur:5555},'*');\
                parent.postMessage('told','*')</script>";
    visit.site().beside("menteur.html", liar, "")?;
    let body = format!(
        "<iframe src=\"{elsewhere}cadre.html\" title=\"Orientation\" data-orientation-palliative \
         height=\"11\"></iframe><script src=\"hauteur.js\"></script>\
         <script>addEventListener('message', (e) => {{ if (e.data === 'told') window.told = true; }});\
         postMessage({{type:'orientation-palliative:hauteur',hauteur:4444}},'*');</script>\
         <iframe src=\"menteur.html\" title=\"Autre\"></iframe>"
    );
    visit.site().beside(PAGE, &page("", &body), "")?;
    visit.go(&FILES).await?;
    visit.wait("both messages", "return window.told === true", vec![]).await?;
    visit.wait("the frame's own height", &format!("{HEIGHT} > 300"), vec![]).await?;
    let height = visit.run(HEIGHT, vec![]).await?;
    anyhow::ensure!(height != json!(5555) && height != json!(4444), "the frame is {height} high");
    super::hosts::silent(visit).await
}
