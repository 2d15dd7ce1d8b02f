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

const ABSENT: &[&str] = &["element-absent", "script-absent"];
const GOOD: &[&str] = &["works", "file-good"];

/// What an administrator posts, who may post scripts.
async fn by_administrator(
    visit: &Visit,
    site: &WordPress,
    code: &str,
) -> anyhow::Result<Vec<Case>> {
    log_in(visit, site, ADMINISTRATOR).await?;
    let block = format!("<!-- wp:html -->\n{code}\n<!-- /wp:html -->");
    let block = publish(visit, "Bloc HTML", &block).await?;
    // Without a block, wpautop makes paragraphs of the lines.
    let classic = publish(visit, "Classique", &format!("Avant.\n\n{code}\n\nAprès.")).await?;
    Ok(vec![
        ("an administrator's block of HTML", block, &[], GOOD),
        ("an administrator's classic post", classic, &["element-inside:p"], GOOD),
    ])
}

/// What an author posts: its title, its text, what is found in its code, and on the page.
#[expect(clippy::too_many_lines, reason = "one list")]
async fn by_author(visit: &Visit, site: &WordPress, code: &str) -> anyhow::Result<Vec<Case>> {
    log_in(visit, site, AUTHOR).await?;
    let shown = code.replace('<', "&lt;").replace('>', "&gt;");
    let posts: [(&str, String, &[&str], &[&str]); 8] = [
        ("Retiré", code.to_owned(), ABSENT, ABSENT),
        (
            "Div",
            "<div data-orientation-palliative data-territoire=\"sud\">Urgence : 15</div>"
                .to_owned(),
            &["script-absent"],
            &["script-absent"],
        ),
        (
            "Affiché",
            format!("<!-- wp:paragraph -->\n<p>{shown}</p>\n<!-- /wp:paragraph -->"),
            &["escaped"],
            &["escaped"],
        ),
        (
            "Bloc de code",
            format!(
                "<!-- wp:code -->\n<pre class=\"wp-block-code\"><code>{shown}</code></pre>\n<!-- /wp:code -->"
            ),
            &["escaped"],
            &["escaped"],
        ),
        (
            "Mauvais territoire",
            "[orientation_palliative territoire=\"ouest\"]".to_owned(),
            &["attribute-value:territoire"],
            &["works", "attribute-value:territoire", "file-good"],
        ),
        ("Code court", "[orientation_palliative]".to_owned(), &[], GOOD),
        (
            "Cadre",
            format!("Avant.\n\n{}/?orientation-palliative=page\n\nAprès.", site.origin),
            &["frame-there"],
            &["works-frame"],
        ),
        ("Rien", "Un article.".to_owned(), ABSENT, ABSENT),
    ];
    let mut cases = Vec::new();
    for (title, text, pasted, open) in posts {
        cases.push((title, publish(visit, title, &text).await?, pasted, open));
    }
    cases.push(("the plugin's block", publish_in_editor(visit, site).await?, &[], GOOD));
    Ok(cases)
}

/// On each page, the bookmark; then its code in the guide's form.
pub async fn the_diagnosis_is_true_on_a_real_site(visit: &Visit) -> anyhow::Result<()> {
    let bookmark = bookmark(visit).await?;
    let site = WordPress::start(visit).await?;
    upload(visit, &site).await?;
    let code = code(&integrity(visit.site().packaged(SCRIPT)?.as_bytes()));
    let mut pages = by_administrator(visit, &site, &code).await?;
    pages.extend(by_author(visit, &site, &code).await?);
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
