//! `review --finess`: the national register against the dataset, proposal by proposal.

use std::fs::File;
use std::io::{BufRead, IsTerminal, Read, Write, stdin, stdout};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};

use super::write;
use crate::model::{Dataset, grammar};
use crate::review::finess::{Proposal, Reader, Refresh, take};
use crate::tool::check::load_or_report;
use crate::tool::files;

/// How much of a file is read at a time.
const SLICE: usize = 1 << 20;

/// How proposals are decided.
#[derive(Clone, Copy, Debug)]
pub(super) struct Decision<'a> {
    /// The day of the extract, where its first line does not say it.
    pub(super) date: Option<&'a str>,
    /// Take them all.
    pub(super) yes: bool,
    /// The last day that an extract may be of.
    pub(super) today: &'a str,
}

/// Reads an extract, shows what it says otherwise, and writes what was taken, if the
/// dataset is sound afterwards.
pub(super) fn run(dir: &Path, extract: &Path, decision: Decision) -> Result<ExitCode> {
    let asks = !decision.yes && stdin().is_terminal() && stdout().is_terminal();
    let writes = decision.yes || asks;
    let _mine = if writes && dir.is_dir() { Some(files::lock(dir)?) } else { None };
    let Some(data) = load_or_report(dir) else { return Ok(ExitCode::FAILURE) };
    let Some(refresh) = read(&data, extract, decision)? else { return Ok(ExitCode::FAILURE) };
    tell(&data, extract, &refresh);
    let taken = if asks {
        ask(&refresh, &mut stdin().lock(), &mut stdout())?
    } else {
        refresh.proposals.iter().for_each(|proposal| print!("\n{proposal}"));
        refresh.proposals.iter().chain(&refresh.confirmed).cloned().collect()
    };
    println!(
        "\n{} valeur(s) redite(s) : seules leur source et leur date changent",
        refresh.confirmed.len()
    );
    if taken.is_empty() {
        println!("aucun changement : rien à écrire");
        return Ok(ExitCode::SUCCESS);
    }
    let (structures, sources) = take(&data, &taken);
    let Some(after) = write::after(dir, &data, &structures, &sources)? else {
        return Ok(ExitCode::FAILURE);
    };
    if !writes {
        println!(
            "{} changement(s) ; --yes pour les écrire tous, ou choisir sur un terminal",
            taken.len()
        );
        return Ok(ExitCode::SUCCESS);
    }
    write::write(dir, &after)?;
    println!("{} changement(s) écrit(s) dans {}", taken.len(), dir.display());
    Ok(ExitCode::SUCCESS)
}

/// What an extract says; what is wrong with it is printed.
fn read(data: &Dataset, path: &Path, decision: Decision) -> Result<Option<Refresh>> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mut reader = Reader::new(data).named(&name);
    if let Some(date) = decision.date {
        if !grammar::is_day(date) {
            eprintln!("« {date} » n’est pas un jour : écrire --date AAAA-MM-JJ");
            return Ok(None);
        }
        reader = reader.dated(date);
    }
    let mut file = File::open(path).with_context(|| path.display().to_string())?;
    let mut slice = vec![0; SLICE];
    loop {
        match file.read(&mut slice).with_context(|| path.display().to_string())? {
            0 => break,
            length => reader.push(&slice[..length]),
        }
    }
    let refused = match reader.finish() {
        Ok(refresh) if *refresh.date > *decision.today => {
            eprintln!(
                "{} : cet extrait est daté du {}, un jour à venir",
                path.display(),
                refresh.date
            );
            return Ok(None);
        }
        Ok(refresh) => return Ok(Some(refresh)),
        Err(refused) => refused,
    };
    for refused in &refused {
        println!("{} : {refused}", path.display());
    }
    eprintln!("cet extrait ne peut pas être lu ; rien n’est écrit");
    Ok(None)
}

/// What was read, and what no proposal can be made of.
fn tell(data: &Dataset, path: &Path, refresh: &Refresh) {
    for refused in &refresh.refused {
        println!("{} : {refused}", path.display());
    }
    println!("{} : {}", path.display(), refresh.layout);
    println!("extrait du {}, {} établissements lus", refresh.date, refresh.establishments);
    if refresh.newer > 0 {
        println!("{} valeur(s) plus récente(s) que l’extrait, laissée(s)", refresh.newer);
    }
    let number = |id: &str| data.structure(id).and_then(|s| s.finess.clone()).unwrap_or_default();
    for id in &refresh.closed {
        println!("{id} : {} n’est pas dans l’extrait (fermé, ou numéro changé ?)", number(id));
    }
    for id in &refresh.unread {
        println!("{id} : l’extrait n’en dit rien ({})", number(id));
    }
    let (likely, none): (Vec<_>, Vec<_>) =
        refresh.without_number.iter().partition(|structure| !structure.candidates.is_empty());
    let none: Vec<&str> = none.iter().map(|structure| structure.structure.as_str()).collect();
    println!("{} structure(s) sans numéro FINESS ni nom voisin : {}", none.len(), none.join(", "));
    for structure in likely {
        println!("{} : pas de numéro FINESS", structure.structure);
        for one in &structure.candidates {
            println!("  peut-être {} {}, {}", one.number, one.name, one.place);
        }
    }
}

/// Asks for each proposal, then once for all that is said again. What is not answered is
/// left.
fn ask(
    refresh: &Refresh,
    input: &mut impl BufRead,
    output: &mut impl Write,
) -> Result<Vec<Proposal>> {
    let mut taken = Vec::new();
    let all = refresh.proposals.len();
    for (at, proposal) in refresh.proposals.iter().enumerate() {
        write!(output, "\n{proposal}({} sur {all}) prendre ? [o/N] ", at + 1)?;
        if said_yes(input, output)? {
            taken.push(proposal.clone());
        }
    }
    let again = refresh.confirmed.len();
    if again > 0 {
        write!(
            output,
            "\ndater du {} les {again} valeurs que l’extrait redit ? [o/N] ",
            refresh.date
        )?;
        if said_yes(input, output)? {
            taken.extend(refresh.confirmed.iter().cloned());
        }
    }
    Ok(taken)
}

fn said_yes(input: &mut impl BufRead, output: &mut impl Write) -> Result<bool> {
    output.flush()?;
    let mut answer = String::new();
    input.read_line(&mut answer)?;
    Ok(["o", "oui", "y"].contains(&answer.trim().to_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SourceRef;
    use crate::review::finess::{Field, Layout, Stated};

    fn proposal(value: &str) -> Proposal {
        let source = SourceRef("finess-2026-11".to_owned());
        let after = Stated { value: value.to_owned(), source, date: "2026-11-12".to_owned() };
        let structure = "a".to_owned();
        Proposal { structure, field: Field::Name, at: None, before: None, after, moved: false }
    }

    #[test]
    fn what_is_not_answered_yes_is_left() {
        let refresh = Refresh {
            date: "2026-11-12".to_owned(),
            layout: Layout::Published,
            establishments: 1,
            proposals: ["un", "deux", "trois"].map(proposal).to_vec(),
            confirmed: vec![proposal("redit")],
            newer: 0,
            closed: Vec::new(),
            unread: Vec::new(),
            without_number: Vec::new(),
            refused: Vec::new(),
        };
        for (answers, expected) in
            [("o\nn\noui\no\n", &["un", "trois", "redit"][..]), ("\nO\n\n\n", &["deux"]), ("", &[])]
        {
            let mut asked = Vec::new();
            let taken = ask(&refresh, &mut answers.as_bytes(), &mut asked).unwrap();
            let values: Vec<&str> = taken.iter().map(|p| p.after.value.as_str()).collect();
            assert_eq!(values, expected);
            assert!(
                String::from_utf8(asked).unwrap().contains("+ deux (finess-2026-11, 2026-11-12)")
            );
        }
    }
}
