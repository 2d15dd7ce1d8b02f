//! Vignettes played: what a dataset shows to each, and where it departs from what is
//! expected.

mod differences;
mod expected;

use crate::model::{Dataset, Expected, Vignette};
use crate::orientation::{
    Answers, LocalTime, Outcome, Session, is_on_call, offered_at, outcome, walk,
};
use differences::list;
pub use expected::text_key;

impl Vignette {
    /// What the dataset shows in this vignette; an error tells what is wrong with
    /// the vignette itself.
    pub fn play(&self, data: &Dataset) -> Result<Outcome, String> {
        let on_call = self.on_call(data)?;
        let outcome = outcome(data, &Session::replay(data, on_call, self.answers.clone()));
        match &outcome {
            Outcome { complete: false, next, .. } => {
                let next = next.as_ref().map_or("?", |next| next.id.as_str());
                Err(format!("la question « {next} » reste sans réponse : lui en donner une"))
            }
            Outcome { dropped, .. } if !dropped.is_empty() => {
                Err(format!("personne ne demande {} : enlever ces réponses", list(dropped)))
            }
            _ => Ok(outcome),
        }
    }

    /// What the clock says in this vignette.
    fn on_call(&self, data: &Dataset) -> Result<bool, String> {
        let at: LocalTime = self.at.parse()?;
        Ok(is_on_call(at, &data.filiere.hours))
    }

    /// Where the dataset departs from what is expected; none: it holds.
    pub fn differences(&self, data: &Dataset) -> Vec<String> {
        match self.play(data) {
            Err(problem) => vec![problem],
            Ok(outcome) => {
                let numbers = data.filiere.emergency.iter().map(|e| e.number.clone()).collect();
                let walk = walk(data, outcome.on_call, &self.answers);
                let voice = Some(walk.situation.voice());
                let emergency = Some(numbers);
                let found = Expected { voice, emergency, ..Expected::of(data, &outcome) };
                let mut differences = self.expected.differences(&found);
                differences.extend(self.offered.iter().filter_map(|(q, wanted)| {
                    let found = self.offers(data, q);
                    let (wanted_ids, found_ids) = (list(wanted), list(&found));
                    let sentence = || {
                        format!(
                            "à la question « {q} », il faut proposer {wanted_ids} et on propose \
                             {found_ids}"
                        )
                    };
                    (found != *wanted).then(sentence)
                }));
                differences
            }
        }
    }

    /// The same vignette, expecting what the dataset shows; what it did not verify it does
    /// not verify now.
    ///
    /// # Errors
    /// What is wrong with the vignette itself.
    pub fn accepted(&self, data: &Dataset) -> Result<Self, String> {
        let outcome = self.play(data)?;
        let walk = walk(data, outcome.on_call, &self.answers);
        let numbers = || data.filiere.emergency.iter().map(|e| e.number.clone()).collect();
        let mut found = Expected::of(data, &outcome);
        found.voice = self.expected.voice.map(|_| walk.situation.voice());
        found.emergency = self.expected.emergency.as_ref().map(|_| numbers());
        found.refinements = self.expected.refinements.as_ref().and(found.refinements);
        for group in &mut found.groups {
            let before = self.expected.groups.iter().find(|known| known.group == group.group);
            if before.is_some_and(|before| before.why.is_none()) {
                group.why = None;
            }
        }
        let offered = self.offered.keys().map(|q| (q.clone(), self.offers(data, q))).collect();
        Ok(Self { expected: found, offered, ..self.clone() })
    }

    /// What a question offers in this vignette; nothing when it is not asked.
    pub fn offers(&self, data: &Dataset, question: &str) -> Vec<String> {
        let Ok(on_call) = self.on_call(data) else { return Vec::new() };
        let before = self.answers.iter().filter(|(asked, _)| *asked != question);
        let before: Answers = before.map(|(q, a)| (q.clone(), a.clone())).collect();
        let next = walk(data, on_call, &before);
        let mut asked = next.next.into_iter().chain(next.refinements);
        let Some(asked) = asked.find(|asked| asked.id == question) else { return Vec::new() };
        let offered = offered_at(asked, &next.situation);
        offered.into_iter().map(str::to_owned).collect()
    }
}
