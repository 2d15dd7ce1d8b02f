//! Where an outcome departs from what a vignette expects, as sentences.

use std::fmt::Display;

use crate::model::{Join, Stage};

use crate::model::{Expected, ExpectedGroup};

impl Expected {
    /// What an outcome has otherwise, each as a sentence.
    pub(super) fn differences(&self, found: &Self) -> Vec<String> {
        let clock = |on_call| if on_call { "l’astreinte" } else { "les heures ouvrées" };
        let whom = |professional| if professional { "un professionnel" } else { "une famille" };
        let mut differences = Vec::new();
        let mut compare = |what: &str, wanted: String, found: String| {
            differences.extend(differs(what, &wanted, &found));
        };
        compare("les heures", clock(self.on_call).into(), clock(found.on_call).into());
        let (wanted, spoken) = (whom(self.professional), whom(found.professional));
        compare("la personne à qui l’on parle", wanted.into(), spoken.into());
        if let (Some(wanted), Some(found)) = (self.voice, found.voice) {
            compare("la voix", list([wanted.id()]), list([found.id()]));
        }
        if let (Some(wanted), Some(found)) = (&self.emergency, &found.emergency) {
            compare("les numéros d’urgence", list(wanted), list(found));
        }
        if let (Some(wanted), Some(found)) = (&self.refinements, &found.refinements) {
            compare("les précisions proposées", list(wanted), list(found));
        }
        compare("les absences dites", list(&self.absences), list(&found.absences));
        compare("ce qui est réservé à d’autres", list(&self.reserved), list(&found.reserved));
        for at in 0..self.groups.len().max(found.groups.len()) {
            differences.extend(group(at + 1, self.groups.get(at), found.groups.get(at)));
        }
        differences
    }
}

/// What differs at one place among the groups.
fn group(at: usize, wanted: Option<&ExpectedGroup>, found: Option<&ExpectedGroup>) -> Vec<String> {
    match (wanted, found) {
        (Some(wanted), Some(found)) if wanted.group == found.group => wanted.differences(found),
        (wanted, found) => {
            let named = |group: Option<&ExpectedGroup>| list(group.map(|group| &group.group));
            let what = format!("le groupe n° {at}");
            differs(&what, &named(wanted), &named(found)).into_iter().collect()
        }
    }
}

impl ExpectedGroup {
    /// What the same group has otherwise; its reasons only where they are expected.
    fn differences(&self, found: &Self) -> Vec<String> {
        let own = |group: &Self| list([group.text.as_ref().unwrap_or(&group.group)]);
        let spoken = |group: &Self| if group.contact { "oui" } else { "non" }.to_owned();
        let pairs = |group: &Self| {
            let states = group.states.iter().map(|(id, state)| format!("{id} {}", state.id()));
            let both = |(id, value)| format!("{id} {value}");
            [list(states), list(group.notes.iter().map(both)), list(group.through.iter().map(both))]
        };
        let [states, notes, through] = pairs(self);
        let [other_states, other_notes, other_through] = pairs(found);
        let mut all = vec![
            ("les textes", own(self), own(found)),
            ("sa place", place(self.at), place(found.at)),
            ("le lien avec ce qui précède", word(self.join), word(found.join)),
            ("un interlocuteur à qui parler", spoken(self), spoken(found)),
            ("les structures", list(&self.structures), list(&found.structures)),
            ("les structures de la commune", list(&self.near), list(&found.near)),
            ("les standards", list(&self.ask), list(&found.ask)),
            ("ce par quoi l’on passe", through, other_through),
            ("les états", states, other_states),
            ("les communes non précisées", list(&self.zone_unstated), list(&found.zone_unstated)),
            ("les remarques", notes, other_notes),
        ];
        if let Some(why) = &self.why {
            all.push((
                "les réponses qui l’expliquent",
                list(why),
                list(found.why.iter().flatten()),
            ));
        }
        let differences = all.into_iter().filter_map(|(what, wanted, found)| {
            differs(&format!("{what} du groupe « {} »", self.group), &wanted, &found)
        });
        differences.collect()
    }
}

/// The sentence; none where there is no difference.
fn differs(what: &str, wanted: &str, found: &str) -> Option<String> {
    (wanted != found).then(|| format!("pour {what}, il faut {wanted} et on trouve {found}"))
}

/// Ids, in quotes; « rien » where there is none.
pub(super) fn list<T: Display>(ids: impl IntoIterator<Item = T>) -> String {
    let ids: Vec<String> = ids.into_iter().map(|id| format!("« {id} »")).collect();
    if ids.is_empty() { "rien".to_owned() } else { ids.join(", ") }
}

/// Where a group stands, as the outcome says it.
fn place(at: Stage) -> String {
    let word = match at {
        Stage::Now => "maintenant",
        Stage::Next => "ensuite",
        Stage::More => "à ajouter",
    };
    list([word])
}

/// How a group joins those before it.
fn word(join: Join) -> String {
    let word = match join {
        Join::And => "et",
        Join::Or => "ou",
        Join::Optional => "si besoin",
    };
    list([word])
}
