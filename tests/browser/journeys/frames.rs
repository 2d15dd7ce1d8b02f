//! The widget in a frame, as a page of another origin.

use serde_json::json;

use super::hosts::{FILES, PAGE, high, page, walk};
use crate::{host::opened, pictures, visit::Visit};

/// Copies the frame's page, heard by the sites that are named, and the two small scripts
/// beside the widget's.
fn furnish(visit: &Visit, sites: &str) -> anyhow::Result<String> {
    for file in ["cadre.html", "cadre.js", "hauteur.js"] {
        let text = visit.site().packaged(file)?;
        let text = if file == "cadre.html" { opened(&text)? } else { text };
        let named = text.replace("data-sites=\"\"", &format!("data-sites=\"{sites}\""));
        anyhow::ensure!(file != "cadre.html" || sites.is_empty() || named != text);
        visit.site().beside(file, &named, "")?;
    }
    Ok(visit.base().replace("127.0.0.1", "localhost"))
}

/// The origin of the visit's pages.
fn own_site(visit: &Visit) -> String {
    visit.base().splitn(4, '/').take(3).collect::<Vec<_>>().join("/")
}

/// A page around a frame of another origin, which keeps every height that it hears.
fn around(elsewhere: &str) -> String {
    let frame = format!(
        "<script>window.heard = []; addEventListener('message', (event) => {{\
           if (event.data && event.data.hauteur) window.heard.push(event.data.hauteur); }});</script>\
         <iframe src=\"{elsewhere}cadre.html\" title=\"Orientation\" data-orientation-palliative \
         width=\"600\" height=\"700\"></iframe><script src=\"hauteur.js\"></script>"
    );
    page("", &frame)
}

const HEIGHT: &str = "return document.querySelector('iframe').clientHeight";

/// Walks a path in the frame, and gives the height of what it shows.
async fn walk_inside(visit: &Visit) -> anyhow::Result<serde_json::Value> {
    high(visit).await?;
    visit.session().web.enter_frame(0).await?;
    let result = walk(visit).await;
    let inside = visit.run("return document.body.scrollHeight", vec![]).await;
    visit.session().web.enter_default_frame().await?;
    pictures::restore(visit).await?;
    result?;
    inside
}

/// The frame grows with what it shows, across origins, by steps that tell nothing.
pub async fn a_frame_of_another_origin_tells_its_height(visit: &Visit) -> anyhow::Result<()> {
    let elsewhere = furnish(visit, &own_site(visit))?;
    visit.site().beside(PAGE, &around(&elsewhere), "")?;
    visit.go(&FILES).await?;
    let inside = walk_inside(visit).await?;
    let grown = format!("{HEIGHT} >= arguments[0] - 1 && {HEIGHT}").replace("&& return", "&&");
    visit.wait("the height of the outcome", &grown, vec![json!(inside)]).await?;
    let heard: Vec<u64> = serde_json::from_value(visit.run("return window.heard", vec![]).await?)?;
    let same = heard.windows(2).any(|pair| pair[0] == pair[1]);
    anyhow::ensure!(!heard.is_empty() && !same, "it told {heard:?}");
    anyhow::ensure!(heard.iter().all(|height| height % 100 == 0), "it told {heard:?}");
    super::hosts::silent(visit).await
}

/// A page of a site that the frame's page does not name hears nothing of it.
pub async fn a_stranger_hears_no_height(visit: &Visit) -> anyhow::Result<()> {
    for sites in ["", "https://hopital.example"] {
        let elsewhere = furnish(visit, sites)?;
        visit.site().beside(PAGE, &around(&elsewhere), "")?;
        visit.go(&FILES).await?;
        walk_inside(visit).await?;
        let heard = visit.run("return window.heard", vec![]).await?;
        anyhow::ensure!(heard == json!([]), "with « {sites} » named, a stranger heard {heard}");
        super::hosts::silent(visit).await?;
    }
    Ok(())
}

/// Neither the page itself nor another frame may set the height.
pub async fn a_message_that_is_not_the_frames_is_not_heard(visit: &Visit) -> anyhow::Result<()> {
    let elsewhere = furnish(visit, &own_site(visit))?;
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

/// A site that embeds the page by its address puts it into a frame without rights, with a
/// secret: it hears one height, which tells nothing, and the way to the page itself.
pub async fn a_frame_without_rights_leads_to_the_page(visit: &Visit) -> anyhow::Result<()> {
    let elsewhere = furnish(visit, "")?;
    let body = format!(
        "<script>window.heard = []; addEventListener('message', (event) => {{\
           if (event.data && event.data.secret) window.heard.push(event.data); }});</script>\
         <iframe src=\"{elsewhere}cadre.html#?secret=a1B2c3D4e5\" sandbox=\"allow-scripts\" \
         title=\"Orientation\" width=\"600\" height=\"1000\"></iframe>"
    );
    visit.site().beside(PAGE, &page("", &body), "")?;
    visit.go(&FILES).await?;
    let height = json!([{ "message": "height", "value": 1000, "secret": "a1B2c3D4e5" }]);
    let heard = "return window.heard.length && window.heard";
    let told = visit.wait("the height", heard, vec![]).await?;
    anyhow::ensure!(told == height, "it told {told}");
    visit.session().web.enter_frame(0).await?;
    let follow = "const line = document.getElementById('ouvrir');
        const shown = line.getClientRects().length > 0 && line.innerText;
        line.querySelector('a').addEventListener('click', (event) => event.preventDefault());
        line.querySelector('a').click();
        return shown;";
    let shown = visit.run(follow, vec![]).await;
    visit.session().web.enter_default_frame().await?;
    let shown = shown?;
    anyhow::ensure!(shown.as_str().is_some_and(|text| text.contains("ouvrez la page")), "{shown}");
    let link = "return window.heard.length > 1 && window.heard[1]";
    let link = visit.wait("the way to the page", link, vec![]).await?;
    let page = json!(format!("{elsewhere}orientation-palliative.html"));
    anyhow::ensure!(link["message"] == "link" && link["value"] == page, "it leads to {link}");
    visit.take_traces().await.map(drop)
}
