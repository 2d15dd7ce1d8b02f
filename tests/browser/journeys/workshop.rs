//! A coordinator revises the pathway in the workshop, and gets a new widget out.

use anyhow::{Context, ensure};
use orientation_palliative::drawing::diagram;
use orientation_palliative::packaging::{integrity, with_dataset};
use orientation_palliative::revision::{Folder, Revised, read, unpack};
use orientation_palliative::{comparison::diff, model::Dataset};
use serde_json::{Value, json};

use crate::host::{HostPage, SCRIPT};
use crate::visit::Visit;

const PAGE: &str = "atelier.html";
const FOCH: &str = "Hôpital Foch";
/// No number of anybody: French numbers of fiction end so.
const NUMBER: &str = "0199001234";

/// What the trials do by hand, as a page would see it: `lab.press('text')`,
/// `lab.write('label', 'text')`, `lab.take('id')` for the file that a button gives.
const LAB: &str = include_str!("../scripts/workshop.js");

async fn open(visit: &Visit) -> anyhow::Result<()> {
    let page = visit.site().packaged(PAGE)?;
    visit.site().write(PAGE, &visit.site().recorded(&page)?)?;
    visit.go(&[PAGE]).await?;
    begin(visit).await
}

async fn begin(visit: &Visit) -> anyhow::Result<()> {
    visit
        .wait("the workshop", "return !!document.getElementById('ouvrir-integre')", vec![])
        .await?;
    visit.run(LAB, vec![]).await?;
    Ok(())
}

/// Opens the dataset built in, and waits until it is proven.
pub async fn start(visit: &Visit) -> anyhow::Result<()> {
    open(visit).await?;
    visit.run("document.getElementById('ouvrir-integre').click()", vec![]).await?;
    sound(visit).await
}

pub async fn sound(visit: &Visit) -> anyhow::Result<()> {
    let said = "return document.getElementById('etat')?.textContent.startsWith('Aucune faute')";
    patiently(visit, "a proven draft", said).await.map(drop)
}

/// Waits for what takes long: beside other trials, a machine walks every path for a while.
async fn patiently(visit: &Visit, what: &str, script: &str) -> anyhow::Result<Value> {
    for _ in 0..5 {
        if let Ok(value) = visit.wait(what, script, vec![]).await {
            return Ok(value);
        }
    }
    visit.wait(what, script, vec![]).await
}

pub async fn press(visit: &Visit, label: &str) -> anyhow::Result<()> {
    visit.wait(label, "return lab.press(arguments[0])", vec![json!(label)]).await?;
    Ok(())
}

pub async fn write(visit: &Visit, label: &str, text: &str) -> anyhow::Result<()> {
    let script = "return lab.write(arguments[0], arguments[1])";
    visit.wait(label, script, vec![json!(label), json!(text)]).await?;
    Ok(())
}

/// Chooses a file of that text in a field.
pub async fn choose_file(visit: &Visit, label: &str, name: &str, text: &str) -> anyhow::Result<()> {
    let script = "return lab.choose_file(arguments[0], arguments[1], arguments[2])";
    visit.wait(label, script, vec![json!(label), json!(name), json!(text)]).await?;
    Ok(())
}

/// The text of the file that a button gives.
async fn given(visit: &Visit, button: &str) -> anyhow::Result<String> {
    visit.run("window.taken = ''; lab.take(arguments[0])", vec![json!(button)]).await?;
    let text = visit.wait("the file", "return window.taken || null", vec![]).await?;
    Ok(text.as_str().context("no text")?.to_owned())
}

pub async fn archive(visit: &Visit) -> anyhow::Result<Folder> {
    press(visit, "Enregistrer, publier").await?;
    let text = given(visit, "sauver-zip").await?;
    let bytes: Vec<u8> = serde_json::from_str(&format!("[{text}]"))?;
    unpack(&bytes).map_err(anyhow::Error::msg)
}

fn dataset(folder: &Folder) -> anyhow::Result<Dataset> {
    let Revised { dataset, problems } = read(folder);
    ensure!(problems.is_empty(), "{problems:?}");
    dataset.context("no dataset")
}

/// Its page asks for nothing and says nothing; that it keeps a draft is told.
async fn silent(visit: &Visit) -> anyhow::Result<()> {
    let traces = visit.take_traces().await?;
    ensure!(traces.said.is_empty() && traces.heard.is_empty(), "said {traces:?}");
    ensure!(visit.asked().len() <= 1, "asked for {:?}", visit.asked());
    Ok(())
}

/// The same, and the draft is forgotten.
pub async fn quiet(visit: &Visit) -> anyhow::Result<()> {
    silent(visit).await?;
    // Other trials share the browser: they find nothing of this one.
    visit.wait("the draft forgotten", "return lab.forget()", vec![]).await?;
    Ok(())
}

/// Opens a structure, and its first contact.
pub async fn foch(visit: &Visit) -> anyhow::Result<()> {
    write(visit, "Chercher un nom, un numéro, une commune", "foch suresnes").await?;
    press(visit, FOCH).await?;
    visit.wait("its contact", "return lab.unfold('téléphone :')", vec![]).await?;
    Ok(())
}

/// A number is corrected, seen in the widget beside, published, and shown by a bare page.
pub async fn a_number_is_corrected_and_published(visit: &Visit) -> anyhow::Result<()> {
    start(visit).await?;
    foch(visit).await?;
    write(visit, "Valeur", NUMBER).await?;
    sound(visit).await?;
    let label = "01 99 00 12 34";
    let beside = "const tree = document.querySelector('orientation-palliative').shadowRoot;
        const field = tree.querySelector('input:not([type=radio]):not([type=checkbox])');
        if (field && !field.value) { field.value = 'foch'; field.dispatchEvent(new Event('input', { bubbles: true })); }
        return tree.textContent.replace(/\\s+/g, ' ').includes(arguments[0])";
    visit.run("lab.choose('Vue', 'annuaire')", vec![]).await?;
    visit.wait("the number beside", beside, vec![json!(label)]).await?;
    let folder = archive(visit).await?;
    press(visit, "Fabriquer le widget").await?;
    let made = "return !!document.getElementById('sauver-script')";
    patiently(visit, "the script", made).await?;
    let told = "return document.getElementById('fabrique').dataset.integrity";
    let told = visit.run(told, vec![]).await?;
    let script = given(visit, "sauver-script").await?;
    ensure!(told == json!(integrity(script.as_bytes())), "{told}");
    let mut data = dataset(&folder)?;
    data.diagram = diagram(&data)?;
    let ours = with_dataset(&visit.site().packaged(SCRIPT)?, &data)?;
    ensure!(script == ours, "the tool makes another script of the same archive");
    let page = given(visit, "sauver-page").await?;
    ensure!(page.contains(&script), "the page holds another script");
    quiet(visit).await?;
    let bare =
        HostPage { attributes: "vues=\"annuaire\" ouvert".to_owned(), ..HostPage::default() };
    let page = visit.site().host(&bare)?;
    visit.site().write(SCRIPT, &script)?;
    visit.go(&[page, SCRIPT]).await?;
    visit.wait("the new number", beside, vec![json!(label)]).await?;
    Ok(())
}

/// A structure is moved: the report counts what `diff` counts.
pub async fn a_structure_is_moved_and_the_report_counts(visit: &Visit) -> anyhow::Result<()> {
    start(visit).await?;
    let before = dataset(&archive(visit).await?)?;
    press(visit, "Qui fait quoi, où").await?;
    visit
        .wait("the cell", "return lab.cell(', Centre', 'Unité de soins palliatifs')", vec![])
        .await?;
    visit.wait("the move", "return lab.choose('Déplacer ', 'sud')", vec![]).await?;
    sound(visit).await?;
    let after = dataset(&archive(visit).await?)?;
    ensure!(
        after.row("usp").is_some_and(|row| row.cells["sud"].placements.len() == 1),
        "not moved"
    );
    press(visit, "Ce qui change").await?;
    press(visit, "Comparer").await?;
    let count = "return document.getElementById('rapport')?.dataset.changed";
    let told = patiently(visit, "the report", count).await?;
    let expected = diff(&before, &after).changed;
    ensure!(
        expected > 100 && told == json!(expected.to_string()),
        "{told}, {expected} by the tool"
    );
    quiet(visit).await
}

/// A rule is broken: the fault stands at its field, publishing is refused, undo mends it.
pub async fn a_fault_stands_at_its_field_and_nothing_is_published(
    visit: &Visit,
) -> anyhow::Result<()> {
    start(visit).await?;
    foch(visit).await?;
    write(visit, "Valeur", "12 34").await?;
    let field = "const field = lab.field('Valeur');
        if (!field || field.getAttribute('aria-invalid') !== 'true') return null;
        const told = field.getAttribute('aria-describedby').split(' ').map((id) => document.getElementById(id)?.textContent).join(' ');
        return told";
    let told = visit.wait("the fault", field, vec![]).await?;
    ensure!(told.as_str().is_some_and(|told| told.contains("chiffres")), "{told}");
    press(visit, "Enregistrer, publier").await?;
    let shut = visit.run("return document.getElementById('fabriquer').disabled", vec![]).await?;
    ensure!(shut == json!(true), "published with a fault");
    press(visit, "Fautes").await?;
    visit
        .wait("the fault's place", "return lab.press('Structures › Hôpital Foch')", vec![])
        .await?;
    let on = "return document.activeElement === lab.field('Valeur')";
    visit.wait("the focus on the field", on, vec![]).await?;
    press(visit, "Annuler").await?;
    sound(visit).await?;
    quiet(visit).await
}

/// The page is left in the middle: nothing is lost, undo included.
pub async fn a_page_reloaded_in_the_middle_loses_nothing(visit: &Visit) -> anyhow::Result<()> {
    start(visit).await?;
    foch(visit).await?;
    write(visit, "Valeur", NUMBER).await?;
    sound(visit).await?;
    let kept = "return lab.kept().then((text) => text.includes(arguments[0]))";
    visit.wait("the draft kept", kept, vec![json!(NUMBER)]).await?;
    silent(visit).await?;
    visit.go(&[PAGE]).await?;
    begin(visit).await?;
    let resume = "const button = document.getElementById('reprendre-brouillon');
        if (button) button.click(); return !!button";
    visit.wait("the draft offered", resume, vec![]).await?;
    sound(visit).await?;
    let text = archive(visit).await?["structures.json"].clone();
    ensure!(text.contains(NUMBER), "the number is lost");
    press(visit, "Annuler").await?;
    sound(visit).await?;
    let text = archive(visit).await?["structures.json"].clone();
    ensure!(!text.contains(NUMBER), "nothing was undone");
    press(visit, "Effacer le brouillon gardé").await?;
    visit.wait("it erased", "return document.body.textContent.includes('Effacé.')", vec![]).await?;
    quiet(visit).await
}
