//! The `WordPress` plugin as it is lived: installed by upload, used by an author whose posts may
//! hold neither a script nor a frame, and seen by visitors.

use anyhow::{Context, ensure};
use orientation_palliative::tool::build::integrity;
use serde_json::{Value, json};
use thirtyfour::By;

use super::hosts;
use crate::{
    host::SCRIPT,
    pictures,
    visit::Visit,
    wordpress::{ADMINISTRATOR, AUTHOR, PASSWORD, WordPress},
};

/// Publishes a post with the reader's own rights, as the editor does: cookie and nonce.
const PUBLISH: &str = "const ask = (method, url, headers, body) => {
        const request = new XMLHttpRequest();
        request.open(method, url, false);
        for (const name in headers) request.setRequestHeader(name, headers[name]);
        request.send(body);
        return request.responseText;
    };
    const nonce = ask('GET', '/wp-admin/admin-ajax.php?action=rest-nonce', {});
    const headers = { 'Content-Type': 'application/json', 'X-WP-Nonce': nonce };
    const [title, content] = arguments;
    const post = JSON.stringify({ title, content, status: 'publish' });
    return JSON.parse(ask('POST', '/index.php?rest_route=/wp/v2/posts', headers, post));";

/// Puts the block into the editor that is open, as its inserter does.
const INSERT: &str =
    "const block = wp.blocks.createBlock('orientation-palliative/widget', arguments[0]);
    wp.data.dispatch('core/block-editor').insertBlocks(block);
    wp.data.dispatch('core/editor').editPost({ title: 'Le bloc', status: 'publish' });
    return true;";

/// The height of the preview, once its page has told one: it is not what it began with.
const PREVIEWED: &str = "const frames = document.querySelectorAll('.editor-styles-wrapper iframe');
    const own = [...frames].find((frame) => frame.src.includes('orientation-palliative=page'));
    return own && own.clientHeight !== 600 && own.clientHeight;";

/// Saves what stands in the editor; gives the address once it is published.
const SAVED: &str = "const editor = wp.data.select('core/editor');
    return !editor.isSavingPost() && editor.isCurrentPostPublished() && editor.getPermalink();";

/// The page that is open, as the server sends it: the widget takes marks off its script.
const SOURCE: &str = "const request = new XMLHttpRequest();
    request.open('GET', location.href, false);
    request.send();
    return request.responseText;";

/// How the list of plugins describes this one on a French site.
const FRENCH: &str = "Dit à une personne malade";

/// The administrator uploads the ZIP; an author publishes with the block in the editor and with
/// the shortcode; visitors walk a path on both; a page without it has nothing of it.
pub async fn an_author_publishes_a_block_and_a_shortcode(visit: &Visit) -> anyhow::Result<()> {
    let site = WordPress::start(visit).await?;
    upload(visit, &site).await?;
    log_in(visit, &site, AUTHOR).await?;
    let shortcode = "Avant.\n\n[orientation_palliative territoire=\"sud\"]\n\nAprès.";
    let shortcode = publish(visit, "Le code court", shortcode).await?;
    let without = publish(visit, "Rien", "Un article sans rien.").await?;
    let block = publish_in_editor(visit, &site).await?;
    visit.session().web.delete_all_cookies().await?;
    for (name, address) in [("block", block), ("shortcode", shortcode)] {
        visit.session().web.goto(&address).await?;
        ensure_whole(visit).await.with_context(|| format!("{name}: {address}"))?;
        hosts::walk(visit).await.with_context(|| format!("{name}: {address}"))?;
        pictures::take(visit, &format!("wordpress-{name}"), 375).await?;
        pictures::restore(visit).await?;
    }
    visit.session().web.goto(&without).await?;
    let source = source(visit).await?;
    ensure!(
        !source.contains("plugins/orientation-palliative"),
        "a page without the widget knows of it"
    );
    ensure!(site.complaints().is_empty(), "PHP said {:#?}", site.complaints());
    Ok(())
}

/// The address of the plugin's page, alone on a line or in an Embed block, becomes a frame that
/// no sandbox keeps from calling and printing, as high as what it shows; the editors preview it.
pub async fn an_address_becomes_a_frame_that_may_call(visit: &Visit) -> anyhow::Result<()> {
    let site = WordPress::start(visit).await?;
    upload(visit, &site).await?;
    log_in(visit, &site, AUTHOR).await?;
    let address = format!("{}/?orientation-palliative=page&territoire=sud", site.origin);
    let shown = address.replace('&', "&amp;");
    let block = format!(
        "<!-- wp:embed {{\"url\":\"{address}\"}} -->\n<figure class=\"wp-block-embed\">\
         <div class=\"wp-block-embed__wrapper\">\n{shown}\n</div></figure>\n<!-- /wp:embed -->"
    );
    let block = publish(visit, "Le cadre", &block).await?;
    let alone = publish(visit, "L’adresse", &format!("Avant.\n\n{shown}\n\nAprès.")).await?;
    visit.session().web.delete_all_cookies().await?;
    for post in [block, alone] {
        visit.session().web.goto(&post).await?;
        let frame = "const frame = document.querySelector('iframe[data-orientation-palliative]');
            return frame && [frame.hasAttribute('sandbox'), frame.src];";
        let found = visit.run(frame, vec![]).await?;
        ensure!(found == json!([false, address]), "{post}: {found}");
        frame_walked(visit).await.with_context(|| post.clone())?;
    }
    without_rights(visit, &address).await?;
    ensure!(site.complaints().is_empty(), "PHP said {:#?}", site.complaints());
    Ok(())
}

/// A frame without rights of the plugin's page says so, and leads to the page that has them.
async fn without_rights(visit: &Visit, address: &str) -> anyhow::Result<()> {
    let frame = "const frame = document.createElement('iframe');
        frame.setAttribute('sandbox', 'allow-scripts');
        frame.title = 'Orientation';
        frame.src = arguments[0];
        document.body.replaceChildren(frame);";
    visit.run(frame, vec![json!(address)]).await?;
    visit.session().web.enter_frame(0).await?;
    let line = "const line = document.getElementById('ouvrir');
        return line && line.getClientRects().length > 0 && line.querySelector('a').href;";
    let link = visit.wait("the line of a frame without rights", line, vec![]).await;
    visit.session().web.enter_default_frame().await?;
    let link = link?;
    let alone = "/plugins/orientation-palliative/orientation-palliative.html";
    ensure!(link.as_str().is_some_and(|link| link.ends_with(alone)), "it leads to {link}");
    Ok(())
}

/// Walks a path in the first frame, which grows with it.
async fn frame_walked(visit: &Visit) -> anyhow::Result<()> {
    hosts::high(visit).await?;
    visit.session().web.enter_frame(0).await?;
    let result = hosts::walk(visit).await;
    let inside = visit.run("return document.body.scrollHeight", vec![]).await;
    visit.session().web.enter_default_frame().await?;
    pictures::restore(visit).await?;
    result?;
    let grown = "const height = document.querySelector('iframe').clientHeight;
        return height >= arguments[0] - 1 && height;";
    visit.wait("a frame as high as the outcome", grown, vec![inside?]).await.map(drop)
}

/// As the administrator, installs and activates the ZIP through the form of the administration.
pub async fn upload(visit: &Visit, site: &WordPress) -> anyhow::Result<()> {
    log_in(visit, site, ADMINISTRATOR).await?;
    let web = &visit.session().web;
    web.goto(format!("{}/wp-admin/plugin-install.php?tab=upload", site.origin)).await?;
    web.find(By::Name("pluginzip")).await?.send_keys(site.zip.to_string_lossy()).await?;
    visit.run("document.getElementById('install-plugin-submit').click()", vec![]).await?;
    let link = "const link = document.querySelector('a[href*=\"action=activate\"]');
        return location.search.includes('upload-plugin') && link && link.href;";
    let link = visit.wait("the link that activates the plugin", link, vec![]).await?;
    web.goto(link.as_str().context("no address")?).await?;
    // The activation answers by sending the browser to the list of the plugins.
    let told = "return document.body?.textContent.includes(arguments[0])";
    visit.wait("the plugin's own words in French", told, vec![json!(FRENCH)]).await?;
    let active =
        "return Boolean(document.querySelector('tr.active[data-slug=orientation-palliative]'))";
    visit.wait("the active plugin", active, vec![]).await.map(drop)
}

/// Logs in through the form, whoever was before.
pub async fn log_in(visit: &Visit, site: &WordPress, who: &str) -> anyhow::Result<()> {
    let web = &visit.session().web;
    web.goto(format!("{}/wp-login.php", site.origin)).await?;
    web.delete_all_cookies().await?;
    web.goto(format!("{}/wp-login.php", site.origin)).await?;
    let fill = "document.getElementById('user_login').value = arguments[0];
        document.getElementById('user_pass').value = arguments[1];
        document.getElementById('wp-submit').click();";
    visit.run(fill, vec![json!(who), json!(PASSWORD)]).await?;
    let inside = "return Boolean(document.getElementById('wpadminbar'))";
    visit.wait(&format!("the administration, as {who}"), inside, vec![]).await.map(drop)
}

/// Publishes a post as whoever is logged in; gives its address.
pub async fn publish(visit: &Visit, title: &str, content: &str) -> anyhow::Result<String> {
    let post = visit.run(PUBLISH, vec![json!(title), json!(content)]).await?;
    post["link"].as_str().map(str::to_owned).with_context(|| format!("{title}: {post}"))
}

/// Inserts the block in the editor, sees its preview, publishes; gives the post's address.
pub async fn publish_in_editor(visit: &Visit, site: &WordPress) -> anyhow::Result<String> {
    visit.session().web.goto(format!("{}/wp-admin/post-new.php", site.origin)).await?;
    let ready = "return Boolean(window.wp && wp.data && wp.data.select('core/editor')
        && wp.data.select('core/editor').getCurrentPostId() && document.querySelector('.is-root-container'))";
    visit.wait("the editor", ready, vec![]).await?;
    visit.run(INSERT, vec![json!({ "territoire": "sud" })]).await?;
    visit.wait("the height of the preview", PREVIEWED, vec![]).await?;
    visit.run("wp.data.dispatch('core/editor').savePost()", vec![]).await?;
    let address = visit.wait("the published post", SAVED, vec![]).await?;
    address.as_str().map(str::to_owned).context("no address")
}

/// The page's script has its integrity value, and what the server sends says whom to call.
async fn ensure_whole(visit: &Visit) -> anyhow::Result<()> {
    let source = source(visit).await?;
    let value = integrity(visit.site().packaged(SCRIPT)?.as_bytes());
    for expected in [
        format!("integrity=\"{value}\" crossorigin=\"anonymous\" defer"),
        "<orientation-palliative territoire=\"sud\" page=\"http".to_owned(),
        "Urgence vitale : 15. <a href=".to_owned(),
    ] {
        ensure!(source.contains(&expected), "{expected} is not in\n{source}");
    }
    Ok(())
}

/// The code of the page that is open.
pub async fn source(visit: &Visit) -> anyhow::Result<String> {
    match visit.run(SOURCE, vec![]).await? {
        Value::String(source) => Ok(source),
        other => anyhow::bail!("no page, but {other}"),
    }
}
