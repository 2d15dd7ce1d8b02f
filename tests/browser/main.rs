//! The packaged widget in three browser engines, over http and from `file://`.
//!
//! `cargo test --features browser --test browser -- [FILTER]`, where a trial is
//! called `<engine>::<http or file>::<sentence>`. It drives what lies in `dist/`
//! (or in the folder that `OP_DIST` names), and compares it with what the library says
//! natively of the dataset in `data/`.

// A trial is a test, though no `#[test]` tells the lints so.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod axe;
mod cases;
mod clock;
mod engine;
mod expected;
mod host;
mod journal;
mod journeys;
mod keyboard;
mod moves;
mod opened;
#[path = "../shared/payloads.rs"]
mod payloads;
mod pictures;
mod printed;
mod process;
mod server;
mod session;
mod shown;
mod visible;
mod visit;
mod widget;
mod wordpress;

use std::{
    process::ExitCode,
    sync::{Arc, LazyLock},
};

use libtest_mimic::{Arguments, Failed, Trial};
use orientation_palliative::tool::provision::Engine;
use tokio::runtime::Runtime;

use crate::{
    host::Over,
    journeys::Journey,
    visit::{Visit, Workshop},
};

/// One runtime for the drivers' clients and the server alike.
static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().expect("a runtime"));

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let workshop = Arc::new(Workshop::default());
    RUNTIME.spawn(process::end_all_when_interrupted());
    let trials = Engine::ALL.into_iter().flat_map(|engine| of_engine(engine, &workshop)).collect();
    let conclusion = libtest_mimic::run(&arguments, trials);
    RUNTIME.block_on(workshop.close());
    conclusion.exit_code()
}

/// Every trial of one engine.
fn of_engine(engine: Engine, workshop: &Arc<Workshop>) -> Vec<Trial> {
    let mut trials = Vec::new();
    for journey in journeys::all() {
        for over in Over::ALL {
            if journey.runs(engine, over) {
                trials.push(trial(engine, over, journey, workshop.clone()));
            }
        }
    }
    trials
}

fn trial(engine: Engine, over: Over, journey: Journey, workshop: Arc<Workshop>) -> Trial {
    let name = format!("{engine}::{over}::{}", journey.name);
    Trial::test(name, move || {
        RUNTIME
            .block_on(async {
                let visit = Visit::begin(&workshop, engine, over, journey.name).await?;
                let result = (journey.run)(&visit).await;
                visit.end(&workshop, result).await
            })
            .map_err(|error| Failed::from(format!("{error:#}")))
    })
}
