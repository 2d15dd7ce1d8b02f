//! Mutants of one condition: wider, narrower, the other way round.

use serde_json::{Value, json};

use crate::model::{
    Dataset, HOURS, TERRITORY_ELSEWHERE, TERRITORY_UNKNOWN, VAR_HOURS, VAR_TERRITORY,
};

use super::mutant::{Change, Files, Mutant};

/// Each case of a condition removed; in each case, each variable removed or asked the
/// other way round, each value removed, each other value accepted.
pub(super) fn mutants(
    data: &Dataset,
    files: &Files,
    file: &'static str,
    at: &str,
    when: &Value,
) -> Vec<Mutant> {
    let mut made = Vec::new();
    if let Value::Array(cases) = when {
        for (i, case) in cases.iter().enumerate() {
            made.push(files.mutant(file, &format!("{at}/{i}"), Change::Remove));
            made.extend(mutants(data, files, file, &format!("{at}/{i}"), case));
        }
    }
    for (var, accepted) in when.as_object().into_iter().flatten() {
        let at = format!("{at}/{var}");
        let accepted: Vec<&str> =
            accepted.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let values = values(data, var);
        let others: Vec<&str> = values.into_iter().filter(|v| !accepted.contains(v)).collect();
        made.push(files.mutant(file, &at, Change::Remove));
        if !others.is_empty() {
            made.push(files.mutant(file, &at, Change::Set(json!(others))));
        }
        // The only value removed would leave a condition that nothing meets.
        for i in (0..accepted.len()).filter(|_| accepted.len() > 1) {
            made.push(files.mutant(file, &format!("{at}/{i}"), Change::Remove));
        }
        for other in others {
            made.push(files.mutant(file, &at, Change::Push(json!(other))));
        }
    }
    made
}

/// The values that a variable can take; none for the communes.
fn values<'a>(data: &'a Dataset, var: &str) -> Vec<&'a str> {
    match var {
        VAR_TERRITORY => {
            let own = data.filiere.territories.iter().map(|territory| territory.id.as_str());
            own.chain([TERRITORY_UNKNOWN, TERRITORY_ELSEWHERE]).collect()
        }
        VAR_HOURS => HOURS.to_vec(),
        question => {
            let answers = data.question(question).into_iter().flat_map(|q| &q.answers);
            answers.map(|answer| answer.id.as_str()).collect()
        }
    }
}
