//! The diagnosis on pages that a real `WordPress` has made: what is told of their code, and on the
//! page itself.

use anyhow::{Context, ensure};
use orientation_palliative::tool::build::integrity;
use serde_json::json;

use super::diagnosis::{bookmark, diagnosed, pasted};
use super::wordpress::{log_in, publish, publish_in_editor, source, upload};
use super::{guide, hosts};
use crate::{
    host::SCRIPT,
    visit::Visit,
    wordpress::{ADMINISTRATOR, AUTHOR, WordPress},
};

/// A page: its name, its address, what is found in its code, and on the page itself.
type Case = (&'static str, String, &'static [&'static str], &'static [&'static str]);

/// The code of the guide, with the plugin's script.
fn code(known: &str) -> String {
    format!(
        "<script src=\"/wp-content/plugins/orientation-palliative/orientation-palliative-{}.min.js\" \
         integrity=\"{known}\" crossorigin=\"anonymous\" defer></script>\n\
         <orientation-palliative>\n  <a href=\"tel:15\">Urgence vitale : 15</a>\n\
         </orientation-palliative>",
        env!("CARGO_PKG_VERSION")
    )
}

/// Pages of an author and of an administrator, as `WordPress` serves them.
async fn pages(visit: &Visit, site: &WordPress) -> anyhow::Result<Vec<Case>> {
    let code = code(&integrity(visit.site().packaged(SCRIPT)?.as_bytes()));
    let escaped = code.replace('<', "&lt;").replace('>', "&gt;");
    let good: &[&str] = &["works", "file-good"];
    log_in(visit, site, ADMINISTRATOR).await?;
    let block = format!("<!-- wp:html -->\n{code}\n<!-- /wp:html -->");
    let by_block = publish(visit, "Bloc HTML", &block).await?;
    // Without a block, wpautop makes paragraphs of the lines.
    let classic = publish(visit, "Classique", &format!("Avant.\n\n{code}\n\nAprès.")).await?;
    log_in(visit, site, AUTHOR).await?;
    let stripped = publish(visit, "Retiré", &code).await?;
    let div = "<div data-orientation-palliative data-territoire=\"sud\">Urgence vitale : 15</div>";
    let div = publish(visit, "Div", div).await?;
    let paragraph = format!("<!-- wp:paragraph -->\n<p>{escaped}</p>\n<!-- /wp:paragraph -->");
    let paragraph = publish(visit, "Affiché", &paragraph).await?;
    let block = format!(
        "<!-- wp:code -->\n<pre class=\"wp-block-code\"><code>{escaped}</code></pre>\n<!-- /wp:code -->"
    );
    let block = publish(visit, "Bloc de code", &block).await?;
    let wrong = "[orientation_palliative territoire=\"ouest\"]";
    let wrong = publish(visit, "Mauvais territoire", wrong).await?;
    let shortcode = publish(visit, "Code court", "[orientation_palliative]").await?;
    let address = format!("{}/?orientation-palliative=page", site.origin);
    let frame = publish(visit, "Cadre", &format!("Avant.\n\n{address}\n\nAprès.")).await?;
    let nothing = publish(visit, "Rien", "Un article.").await?;
    let own = publish_in_editor(visit, site).await?;
    let absent: &[&str] = &["element-absent", "script-absent"];
    Ok(vec![
        ("an administrator's block of HTML", by_block, &[], good),
        ("an administrator's classic post", classic, &["element-inside:p"], good),
        ("an author's post, stripped", stripped, absent, absent),
        ("an author's div", div, &["script-absent"], &["script-absent"]),
        ("an author's paragraph", paragraph, &["escaped"], &["escaped"]),
        ("an author's block of code", block, &["escaped"], &["escaped"]),
        ("a shortcode", shortcode, &[], good),
        (
            "a shortcode with a wrong value",
            wrong,
            &["attribute-value:territoire"],
            &["works", "attribute-value:territoire", "file-good"],
        ),
        ("the plugin's block", own, &[], good),
        ("the plugin's frame", frame, &["frame-there"], &["works-frame"]),
        ("a post without it", nothing, absent, absent),
    ])
}

/// On each page, the bookmark; then its code in the guide's form.
pub async fn the_diagnosis_is_true_on_a_real_site(visit: &Visit) -> anyhow::Result<()> {
    let bookmark = bookmark(visit).await?;
    let site = WordPress::start(visit).await?;
    upload(visit, &site).await?;
    let pages = pages(visit, &site).await?;
    visit.session().web.delete_all_cookies().await?;
    let (mut wrong, mut codes) = (Vec::new(), Vec::new());
    for (name, address, _, expected) in &pages {
        visit.session().web.goto(address).await?;
        codes.push(source(visit).await?);
        let (verdict, found, _) = diagnosed(visit, &bookmark).await.context(*name)?;
        compare(&mut wrong, &format!("{name}, open ({verdict})"), found, expected);
    }
    guide::open(visit).await?;
    for ((name, _, expected, _), code) in pages.iter().zip(codes) {
        let (verdict, found) = pasted(visit, &code).await?;
        compare(&mut wrong, &format!("{name}, pasted ({verdict})"), found, expected);
    }
    guide::quiet(visit).await?;
    hosts::silent(visit).await?;
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

fn compare(wrong: &mut Vec<String>, name: &str, mut found: Vec<String>, expected: &[&str]) {
    let mut expected = expected.to_vec();
    found.sort();
    expected.sort_unstable();
    if json!(found) != json!(expected) {
        wrong.push(format!("{name}: {found:?}, not {expected:?}"));
    }
}
