//! `orient`: what the widget shows for some answers.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use jiff::{Timestamp, tz::TimeZone};

use crate::model::{Dataset, Join, Voice};
use crate::orientation::{
    Answers, Card, LocalTime, Outcome, Session, is_on_call, outcome, possible_answers,
};

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
    match orient(&data, &args.answers, args.at.as_deref()) {
        Err(problems) => {
            for problem in problems {
                eprintln!("{problem}");
            }
            Ok(ExitCode::FAILURE)
        }
        Ok(outcome) if args.json => {
            println!("{}", serde_json::to_string_pretty(&outcome)?);
            Ok(ExitCode::SUCCESS)
        }
        Ok(outcome) => {
            print(&data, &outcome);
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// The outcome of some answers at a time; every problem of the request otherwise.
pub fn orient(data: &Dataset, answers: &str, at: Option<&str>) -> Result<Outcome, Vec<String>> {
    let form = "écrire un objet JSON : '{\"urgence\":\"non\",\"profil\":\"proche\"}'";
    let answers: Answers = serde_json::from_str(answers)
        .map_err(|error| vec![format!("--answers : {error} ; {form}")])?;
    let at = at.map_or_else(|| Ok(now()), str::parse).map_err(|error: String| vec![error])?;
    let on_call = is_on_call(at, &data.filiere.hours);
    let wrong = wrong_ids(data, &answers);
    if wrong.is_empty() {
        return Ok(outcome(data, &Session::replay(data, on_call, answers)));
    }
    Err(wrong)
}

/// Now, as read on a clock in Paris.
fn now() -> LocalTime {
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
    let wrong = |(question, answer): (&String, &String)| {
        let Some(asked) = data.question(question) else {
            let known: Vec<&str> = data.flow.questions.iter().map(|q| q.id.as_str()).collect();
            return Some(format!(
                "« {question} » n’est pas une question ; questions : {}",
                known.join(", ")
            ));
        };
        let start = crate::orientation::Situation::start(data, false);
        let mut known: Vec<&str> = asked.answers.iter().map(|a| a.id.as_str()).collect();
        if known.is_empty() {
            known = possible_answers(asked, &start);
        }
        let offered = known.contains(&answer.as_str());
        (!offered).then(|| {
            format!(
                "« {answer} » n’est pas une réponse à « {question} » ; réponses : {}",
                known.join(", ")
            )
        })
    };
    answers.iter().filter_map(wrong).collect()
}

fn print(data: &Dataset, outcome: &Outcome) {
    for dropped in &outcome.dropped {
        println!("réponse écartée, hors du parcours : {dropped}");
    }
    if let Some(next) = &outcome.next {
        println!("question suivante : {}\nréponses : {}", next.id, next.answers.join(", "));
        return;
    }
    for group in &outcome.groups {
        let join = match group.join {
            Join::And => "et",
            Join::Or => "ou bien",
            Join::Optional => "si besoin",
        };
        println!("\n[{join}] {}  ({})", group.role, group.why.join(", "));
        group.cards.iter().for_each(|card| print_card(data, card));
    }
    for absence in &outcome.absences {
        println!("\nabsent : {} ({}, {})", absence.kind, absence.territory, absence.state.id());
    }
    for reserved in &outcome.reserved {
        println!("\nréservé à d’autres patients : {} ({})", reserved.name, reserved.kind);
    }
}

fn print_card(data: &Dataset, card: &Card) {
    let row = data.texts.find(&format!("rows.{}.name", card.kind), Voice::Professional);
    let sources: Vec<&str> = card.sources.iter().map(|s| s.0.as_str()).collect();
    let kind = row.unwrap_or(&card.kind);
    println!(
        "  - {} : {kind}, {}, {} ({})",
        card.name,
        card.territory,
        card.state.id(),
        sources.join(", ")
    );
}
