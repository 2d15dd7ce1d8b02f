//! The answers given, each with a way to change it.

use leptos::prelude::*;

use super::heading::heading;
use super::visit::Visit;
use crate::model::{QuestionKind, ui};
use crate::orientation::answer_in_words;

/// The answers, under a heading.
pub fn answers_open(visit: &Visit) -> AnyView {
    let rows = rows(visit);
    view! {
        <section class="op-answers" data-answers="">
            {heading(visit, 1, "op-section", visit.text(ui::ANSWERS))}
            <dl>{rows}</dl>
        </section>
    }
    .into_any()
}

/// The answers, folded under the question; nothing before the first one.
pub fn answers_folded(visit: &Visit) -> Option<AnyView> {
    let rows = rows(visit);
    let count = rows.len().to_string();
    (!rows.is_empty()).then(|| {
        view! {
            <details class="op-answers" data-answers="">
                <summary>{visit.fill(ui::ANSWERS_COUNT, &[("count", &count)])}</summary>
                <dl>{rows}</dl>
            </details>
        }
        .into_any()
    })
}

/// Answers that a change made useless.
pub fn dropped(visit: &Visit) -> Option<AnyView> {
    let told: Vec<AnyView> = visit.session.with_untracked(|session| {
        let dropped = visit.config.told_dropped(session);
        let told = dropped.into_iter().map(|(question, answer)| {
            let legend = visit.text(&format!("questions.{question}.legend"));
            let answer = answer_in_words(&visit.data, visit.voice, question, answer);
            view! { <li>{legend} " " <strong>{answer}</strong></li> }.into_any()
        });
        told.collect()
    });
    (!told.is_empty()).then(|| {
        view! {
            <div class="op-dropped" role="status" data-dropped="">
                <p>{visit.text(ui::DROPPED)}</p>
                <ul>{told}</ul>
            </div>
        }
        .into_any()
    })
}

fn rows(visit: &Visit) -> Vec<AnyView> {
    visit.session.with_untracked(|session| {
        let path = session.walk(&visit.data).situation.path;
        // A stop asks nothing: there is nothing to change in it.
        let asked = path.into_iter().filter(|(question, _)| {
            visit.data.question(question).is_some_and(|q| q.kind != QuestionKind::Stop)
        });
        asked.map(|(question, answer)| row(visit, question, answer)).collect()
    })
}

fn row(visit: &Visit, question: &str, answer: &str) -> AnyView {
    let legend = visit.text(&format!("questions.{question}.legend"));
    let answer = answer_in_words(&visit.data, visit.voice, question, answer);
    let change = visit.text(ui::CHANGE);
    let name = format!("{change} : {legend}");
    let (id, revised, visit) = (question.to_owned(), question.to_owned(), visit.clone());
    view! {
        <div class="op-answer">
            <dt>{legend}</dt>
            <dd>
                <span>{answer}</span>
                <button
                    type="button"
                    class="op-link"
                    aria-label=name
                    data-change=id
                    on:click=move |_| visit.revise(&revised)
                >
                    {change}
                </button>
            </dd>
        </div>
    }
    .into_any()
}
