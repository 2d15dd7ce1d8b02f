//! The kinds of street, in full.
//!
//! The register writes them as codes and publishes no labels. They are those of « Adresses :
//! types de voies ATV » (<https://data.gouv.fr/datasets/adresses-types-de-voies>), whose column
//! `finess` tells which of them the register uses, and of the variable `typeVoie` of the
//! Sirene directory (INSEE).

/// The codes and what each says.
const KINDS: &[(&str, &str)] = &[
    ("ACH", "ancien chemin"),
    ("AIRE", "aire"),
    ("ALL", "allée"),
    ("ART", "ancienne route"),
    ("AV", "avenue"),
    ("BD", "boulevard"),
    ("BLD", "boulevard"),
    ("CAR", "carrefour"),
    ("CARR", "carrefour"),
    ("CC", "centre commercial"),
    ("CHE", "chemin"),
    ("CHEM", "chemin"),
    ("CHS", "chaussée"),
    ("CHT", "château"),
    ("CLOS", "clos"),
    ("COR", "corniche"),
    ("COTE", "côte"),
    ("COUR", "cour"),
    ("CRS", "cours"),
    ("DOM", "domaine"),
    ("DSC", "descente"),
    ("ECA", "écart"),
    ("ESP", "esplanade"),
    ("FG", "faubourg"),
    ("FBG", "faubourg"),
    ("GPL", "grande place"),
    ("GR", "grande rue"),
    ("HAM", "hameau"),
    ("HLE", "halle"),
    ("IMM", "immeuble"),
    ("IMP", "impasse"),
    ("LD", "lieu-dit"),
    ("LOT", "lotissement"),
    ("MAR", "marché"),
    ("MTE", "montée"),
    ("PAS", "passage"),
    ("PL", "place"),
    ("PLE", "petite allée"),
    ("PLN", "plaine"),
    ("PLT", "plateau"),
    ("PRO", "promenade"),
    ("PROM", "promenade"),
    ("PRV", "parvis"),
    ("QU", "quai"),
    ("QUA", "quartier"),
    ("R", "rue"),
    ("RES", "résidence"),
    ("RLE", "ruelle"),
    ("ROC", "rocade"),
    ("RPT", "rond-point"),
    ("RTE", "route"),
    ("SEN", "sente"),
    ("SQ", "square"),
    ("TPL", "terre-plein"),
    ("TRA", "traverse"),
    ("VLA", "villa"),
    ("VLGE", "village"),
];

/// What a code says; words that are no code are as they are.
pub(super) fn in_full(kind: &str) -> String {
    let code = kind.trim().trim_end_matches('.');
    let known = KINDS.iter().find(|(known, _)| known.eq_ignore_ascii_case(code));
    known.map_or_else(|| kind.trim().to_lowercase(), |(_, full)| (*full).to_owned())
}

/// Whether a word, in small letters without accents, is a kind of street.
pub(super) fn is_kind(word: &str) -> bool {
    const OTHERS: [&str; 6] = ["cite", "mail", "parc", "quai", "rue", "voie"];
    let first = |full: &str| crate::directory::fold(full);
    OTHERS.contains(&word) || KINDS.iter().any(|(_, full)| first(full) == word)
}

/// A street from its number, the letter beside it, its kind and its name. Some names
/// begin with the kind again.
pub(super) fn written([number, index, kind, name]: [&str; 4]) -> String {
    let full = in_full(kind);
    let folded = crate::directory::fold(&full);
    let again = crate::directory::fold(name);
    let again = !folded.is_empty()
        && again.strip_prefix(&folded).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    let name = if again { name.split_once(' ').map_or("", |(_, rest)| rest) } else { name };
    let number = number.trim_start_matches('0');
    [number, index, &full, name]
        .map(str::trim)
        .join(" ")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_written_in_full_and_once() {
        for (parts, expected) in [
            (["1", "", "BD", "RICHARD WALLACE"], "1 boulevard RICHARD WALLACE"),
            (["45", "B", "AV", "FOCH"], "45 B avenue FOCH"),
            (["141", "", "GR", ""], "141 grande rue"),
            (["40", "", "CHE", "CHEMIN SAFER MORANGE"], "40 chemin SAFER MORANGE"),
            (["", "", "", "ZAC CHAMPIGNY"], "ZAC CHAMPIGNY"),
            (["0012", "", "R", "DE PARIS"], "12 rue DE PARIS"),
        ] {
            assert_eq!(written(parts), expected);
        }
        assert!(is_kind("boulevard") && is_kind("allee") && !is_kind("foch"));
    }
}
