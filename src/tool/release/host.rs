//! The folder to host once: the page, the frame, and what lets a site embed the page by its
//! address (oEmbed), for any host of files.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::json;

use crate::tool::edition::{PLAIN, WASM, script_names};

/// The folder, inside that of a release.
pub const FOLDER: &str = "heberger";
/// What stands for the address of the folder where none is given.
const NO_ADDRESS: &str = "https://adresse-a-remplacer.example/";
/// What the frame loads beside the script.
const FRAME: [&str; 3] = ["cadre.html", "cadre.js", "hauteur.js"];
/// The discovered description.
const OEMBED: &str = "oembed.json";
/// The size that is asked for, in CSS pixels: the highest frame that `WordPress` makes.
const SIZE: [u16; 2] = [600, 1000];
const TITLE: &str = "Orientation en soins palliatifs";
const README: &str = "À déposer tel quel sur un hébergement de fichiers, à l’adresse\n{address}\n\n\
    - index.html : le widget, seul dans sa page, qui marche aussi sans réseau une fois enregistrée.\n\
    - orientation-palliative.nowasm.html : le même pour les navigateurs sans WebAssembly ; la\n  \
      première y mène quand elle ne peut pas démarrer.\n\
    - cadre.html : le même, pour un <iframe>.\n\
    - oembed.json : ce que lit un site où l’on colle l’adresse de la page (bloc « Contenu embarqué »\n  \
      de WordPress, par exemple). Le type application/json suffit.\n\n\
    Si l’adresse est une autre, remplacez-la dans index.html et dans oembed.json, ou refaites la\n\
    version avec : cargo run -- release --address https://…/\n";

/// Fills the folder, out of what was built; `address`: where it will stand, with a slash at its
/// end.
pub fn write(built: &Path, folder: &Path, address: Option<&str>) -> Result<()> {
    let address = address.unwrap_or(NO_ADDRESS);
    fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    let [script, ..] = script_names(WASM);
    for file in FRAME.into_iter().chain([script.as_str()]) {
        fs::copy(built.join(file), folder.join(file)).with_context(|| file.to_owned())?;
    }
    let page = format!("{WASM}.html");
    let mut page = fs::read_to_string(built.join(&page)).context(page)?;
    let plain = format!("{PLAIN}.html");
    if built.join(&plain).is_file() {
        fs::copy(built.join(&plain), folder.join(&plain)).context(plain.clone())?;
        page = falling_back_to(&page, &plain)?;
    }
    fs::write(folder.join("index.html"), discoverable(&page, address)?)?;
    // The frame leads to the page by the name that it has beside the script.
    fs::write(folder.join(format!("{WASM}.html")), page)?;
    fs::write(folder.join(OEMBED), oembed(address)?)?;
    fs::write(folder.join("LISEZMOI.txt"), README.replace("{address}", address))?;
    Ok(())
}

/// The page whose fallback leads to another: here, the same without `WebAssembly`, for the browsers
/// that have none.
fn falling_back_to(page: &str, other: &str) -> Result<String> {
    let element = format!("<{WASM}>");
    let (before, after) = page.split_once(&element).context("the page has no widget")?;
    Ok(format!("{before}<{WASM} page=\"{other}\">{after}"))
}

/// The page that names its own address and where it is described.
fn discoverable(page: &str, address: &str) -> Result<String> {
    let links = format!(
        "<link rel=\"canonical\" href=\"{address}\">\n<link rel=\"alternate\" \
         type=\"application/json+oembed\" href=\"{address}{OEMBED}\" title=\"{TITLE}\">\n"
    );
    let (head, rest) = page.split_once("<style>").context("the page has no styles")?;
    Ok(format!("{head}{links}<style>{rest}"))
}

/// The description, oEmbed 1.0.
fn oembed(address: &str) -> Result<String> {
    let [width, height] = SIZE;
    let frame = format!(
        "<iframe src=\"{address}cadre.html\" title=\"{TITLE}\" width=\"{width}\" \
         height=\"{height}\" style=\"display:block;border:0;width:100%\"></iframe>"
    );
    let described = json!({
        "version": "1.0",
        "type": "rich",
        "title": TITLE,
        "provider_name": "Orientation palliative",
        "provider_url": address,
        "width": width,
        "height": height,
        "html": frame,
    });
    Ok(serde_json::to_string_pretty(&described)? + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_tells_where_it_is_described_and_the_frame_is_there() {
        let [built, folder] = [(); 2].map(|()| tempfile::tempdir().unwrap());
        let page = "<head>\n<title>T</title>\n<style></style>\n</head><orientation-palliative>";
        let [script, ..] = script_names(WASM);
        for (file, text) in FRAME.map(|file| (file.to_owned(), "x")).into_iter().chain([
            (script.clone(), "x"),
            (format!("{WASM}.html"), page),
            (format!("{PLAIN}.html"), "plain"),
        ]) {
            fs::write(built.path().join(file), text).unwrap();
        }
        let address = "https://ressources.exemple.fr/soins/";
        write(built.path(), folder.path(), Some(address)).unwrap();
        let read = |file: &str| fs::read_to_string(folder.path().join(file)).unwrap();
        let index = read("index.html");
        assert!(index.contains(&format!("rel=\"canonical\" href=\"{address}\"")), "{index}");
        assert!(index.contains(&format!("href=\"{address}oembed.json\"")), "{index}");
        assert!(index.contains(&format!("page=\"{PLAIN}.html\"")), "{index}");
        assert_eq!(read(&format!("{PLAIN}.html")), "plain");
        let told: serde_json::Value = serde_json::from_str(&read(OEMBED)).unwrap();
        assert!(told["html"].as_str().unwrap().contains(&format!("{address}cadre.html")));
        assert_eq!((told["type"].as_str(), told["version"].as_str()), (Some("rich"), Some("1.0")));
        assert!(read("LISEZMOI.txt").contains(address) && read(&script) == "x");
        write(built.path(), folder.path(), None).unwrap();
        assert!(read("oembed.json").contains(NO_ADDRESS));
    }
}
