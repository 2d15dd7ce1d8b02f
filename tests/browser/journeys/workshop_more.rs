//! What a coordinator does further in the workshop.

use anyhow::ensure;
use serde_json::json;

use super::workshop::{archive, choose_file, press, quiet, sound, start, write};
use crate::visit::Visit;

/// A click on a sentence of the widget leads to its field.
pub async fn a_click_in_the_widget_leads_to_its_field(visit: &Visit) -> anyhow::Result<()> {
    start(visit).await?;
    visit.wait("the widget beside", &beside("!!legend"), vec![]).await?;
    visit.run("lab.field('un clic mène au champ').click()", vec![]).await?;
    visit.run(&beside("legend.click()"), vec![]).await?;
    let says = |node: &str| {
        format!("return ({node}?.value || '').replace(/\\s/g, ' ') === 'Qui êtes-vous ?'")
    };
    visit.wait("its field shown", &says("lab.field('Texte')"), vec![]).await?;
    visit.wait("its field focused", &says("document.activeElement"), vec![]).await?;
    quiet(visit).await
}

fn beside(then: &str) -> String {
    format!(
        "const tree = document.querySelector('orientation-palliative')?.shadowRoot;
         const all = Array.from(tree?.querySelectorAll('*') || []);
         const legend = all.reverse().find((node) => node.textContent.replace(/\\s/g, ' ').trim() === 'Qui êtes-vous ?');
         if (!legend) return null;
         return {then}"
    )
}

/// The national register is read; what it says otherwise is taken, with its date as source.
pub async fn the_national_register_is_taken_up_again(visit: &Visit) -> anyhow::Result<()> {
    start(visit).await?;
    press(visit, "À vérifier").await?;
    let mut fields = vec![""; 32];
    (fields[0], fields[1], fields[3], fields[4]) =
        ("structureet", "920000650", "HOPITAL FOCH", "HOPITAL FOCH");
    (fields[7], fields[8], fields[9], fields[13]) = ("40", "R", "WORTH", "92");
    (fields[11], fields[15], fields[16]) = ("BP 36", "92151 SURESNES CEDEX", "0199001234");
    let text = format!("finess;etalab;111;2026-11-12\r\n{}\r\n", fields.join(";"));
    choose_file(visit, "Fichier de l’extraction", "etalab.csv", &text).await?;
    press(visit, "Prendre").await?;
    visit.wait("it taken", "return document.body.textContent.includes('Pris.')", vec![]).await?;
    sound(visit).await?;
    let folder = archive(visit).await?;
    ensure!(folder["structures.json"].contains("0199001234"), "the number is not taken");
    ensure!(folder["sources.json"].contains("2026-11-12"), "the extract is no source");
    quiet(visit).await
}

/// What was saved is opened again, and so is a published script; what is neither is told.
pub async fn an_archive_and_a_script_are_opened_again(visit: &Visit) -> anyhow::Result<()> {
    start(visit).await?;
    press(visit, "Ouvrir").await?;
    choose_file(visit, "Ou apporter un fichier", "notes.txt", "rien").await?;
    let told = "return document.querySelector('.message').textContent.includes('notes.txt')";
    visit.wait("what it is not", told, vec![]).await?;
    let script = visit.site().packaged(crate::host::SCRIPT)?;
    choose_file(visit, "Ou apporter un fichier", "orientation-palliative.js", &script).await?;
    let told = "return document.querySelector('.message').textContent.includes('publié')";
    visit.wait("that it was published", told, vec![]).await?;
    sound(visit).await?;
    let again = archive(visit).await?;
    ensure!(again.contains_key("flow.json") && !again.contains_key("vignettes/enfants.json"), "");
    quiet(visit).await
}

/// Two tabs on one draft: the second one that writes is told, and nothing is lost.
pub async fn two_tabs_do_not_write_over_each_other(visit: &Visit) -> anyhow::Result<()> {
    start(visit).await?;
    press(visit, "Phrases").await?;
    // Another tab has written meanwhile.
    visit.wait("the other tab", "return lab.overtake()", vec![]).await?;
    press(visit, "Structures").await?;
    write(visit, "Nom d’une nouvelle structure", "Essai").await?;
    press(visit, "Ajouter cette structure").await?;
    press(visit, "Garder celui de cet onglet").await?;
    let mine = "return lab.kept().then((text) => text.includes(arguments[0]))";
    visit.wait("mine kept", mine, vec![json!("Essai")]).await?;
    quiet(visit).await
}
