//! `orient`: what the widget shows for some answers.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use jiff::{Timestamp, tz::TimeZone};

use crate::keep::text_lines;
use crate::model::Dataset;
use crate::orientation::{
    AnswerError, Answers, LocalTime, Outcome, Session, Situation, is_on_call, outcome,
    possible_answers,
};
use crate::wording::Sheet;

use super::check::load_or_report;

/// Arguments of `orient`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Answers as a JSON object: question id → answer id.
    #[arg(long, default_value = "{}")]
    answers: String,
    /// Local time in France, `YYYY-MM-DDTHH:MM`; default: now.
    #[arg(long)]
    at: Option<String>,
    /// Print JSON.
    #[arg(long)]
    json: bool,
    /// Folder of the dataset.
    #[arg(long, default_value = "data")]
    data: PathBuf,
}

/// Prints the outcome of some answers, or the question that is still open.
pub fn run(args: &Args) -> Result<ExitCode> {
    let Some(data) = load_or_report(&args.data) else { return Ok(ExitCode::FAILURE) };
    match begin(&data, &args.answers, args.at.as_deref()) {
        Err(problems) => {
            for problem in problems {
                eprintln!("{problem}");
            }
            Ok(ExitCode::FAILURE)
        }
        Ok((_, outcome)) if args.json => {
            println!("{}", serde_json::to_string_pretty(&outcome)?);
            Ok(ExitCode::SUCCESS)
        }
        Ok((session, outcome)) => {
            print(&data, &session, &outcome);
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// The outcome of some answers at a time; every problem of the request otherwise.
pub fn orient(data: &Dataset, answers: &str, at: Option<&str>) -> Result<Outcome, Vec<String>> {
    begin(data, answers, at).map(|(_, outcome)| outcome)
}

fn begin(
    data: &Dataset,
    answers: &str,
    at: Option<&str>,
) -> Result<(Session, Outcome), Vec<String>> {
    let form = "écrire un objet JSON : '{\"urgence\":\"non\",\"profil\":\"proche\"}'";
    let answers: Answers = serde_json::from_str(answers)
        .map_err(|error| vec![format!("--answers : {error} ; {form}")])?;
    let at = at.map_or_else(|| Ok(now()), str::parse).map_err(|error: String| vec![error])?;
    let on_call = is_on_call(at, &data.filiere.hours);
    let wrong = wrong_ids(data, &answers);
    if wrong.is_empty() {
        let session = Session::replay(data, on_call, answers);
        let outcome = outcome(data, &session);
        return Ok((session, outcome));
    }
    Err(wrong)
}

/// The day it is in Paris.
pub(super) fn today() -> String {
    let now = now().to_string();
    now.split('T').next().unwrap_or_default().to_owned()
}

/// Now, as read on a clock in Paris.
pub(super) fn now() -> LocalTime {
    let paris = TimeZone::get("Europe/Paris").unwrap_or(TimeZone::UTC);
    let now = Timestamp::now().to_zoned(paris);
    let small = |n: i8| u8::try_from(n).unwrap_or_default();
    LocalTime {
        year: i32::from(now.year()),
        month: small(now.month()),
        day: small(now.day()),
        hour: small(now.hour()),
        minute: small(now.minute()),
    }
}

/// Ids that no question, or no answer of the question, has. An answer that exists
/// but lies off the path is no error: it is dropped, and told.
fn wrong_ids(data: &Dataset, answers: &Answers) -> Vec<String> {
    answers.iter().filter_map(|(q, a)| Some(wrong_id(data, q, a)?.to_string())).collect()
}

fn wrong_id(data: &Dataset, question: &str, answer: &str) -> Option<AnswerError> {
    let Some(asked) = data.question(question) else {
        let known = data.flow.questions.iter().map(|q| q.id.clone()).collect();
        return Some(AnswerError::UnknownQuestion { given: question.to_owned(), known });
    };
    let mut offered: Vec<String> = asked.answers.iter().map(|a| a.id.clone()).collect();
    if offered.is_empty() {
        let anybody = possible_answers(asked, &Situation::start(data, false));
        offered = anybody.into_iter().map(str::to_owned).collect();
    }
    let (question, given) = (question.to_owned(), answer.to_owned());
    (!offered.contains(&given)).then_some(AnswerError::UnknownAnswer { question, given, offered })
}

/// Prints the sheet, or the question that waits.
fn print(data: &Dataset, session: &Session, outcome: &Outcome) {
    for dropped in &outcome.dropped {
        println!("réponse écartée, hors du parcours : {dropped}");
    }
    if let Some(next) = &outcome.next {
        println!("question suivante : {}\nréponses : {}", next.id, next.answers.join(", "));
        return;
    }
    println!("{}", text_lines(data, &Sheet::of(data, session)).join("\n"));
    for refinement in &outcome.refinements {
        println!("pour préciser : {} ({})", refinement.id, refinement.answers.join(", "));
    }
}
