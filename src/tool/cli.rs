//! The command line. A command is a variant of [`Command`] and a file beside this
//! one with its `Args` and its `run`.

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use super::{
    build, check, coverage, diff, draw, fuzz, inline, mutate, new_filiere, orient, release, review,
    schema, search, serve, test, vignettes,
};

const EXAMPLES: &str = r#"Examples:
  cargo run                                 build, then serve http://127.0.0.1:8080
  cargo run -- --port 9000 --open           the same on another port, in the browser
  cargo run -- build                        write dist/
  cargo run -- new-filiere ../filiere-91    begin another filière
  cargo run -- build --data ../filiere-91   embed it
  cargo run -- test                         every check
  cargo run -- test --only native           those that need no browser
  cargo run -- check --data ../filiere-91   what is wrong with a dataset
  cargo run -- orient --answers '{"profil":"proche","besoin":"aidants"}'
  cargo run -- COMMAND --help               the options of a command"#;

/// Orientation in a palliative-care pathway: builds, serves and checks the widget.
///
/// Without a command: builds the widget, serves the integrators' page and builds
/// again whenever a source or data file changes.
#[derive(Debug, Parser)]
#[command(version, after_help = EXAMPLES, args_conflicts_with_subcommands = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    serve: serve::Args,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Build, serve the integrators' page, build again on every change (the default).
    Serve(serve::Args),
    /// Write the widget, the offline page and the integrators' page to dist/.
    Build(build::Args),
    /// Install what the checks need, then run them all.
    Test(test::Args),
    /// Print every problem of a dataset: file, place, what is wrong, how to fix it.
    Check(check::Args),
    /// Print what is listed for each guarantee in each territory.
    Coverage(coverage::Args),
    /// Print what the widget shows for some answers.
    Orient(orient::Args),
    /// Find structures as the directory does: names, kinds, communes, misspelt or not.
    Search(search::Args),
    /// Write the sheet of what a coordinator should verify, or take it back corrected.
    Review(review::Args),
    /// Write the JSON schemas of the dataset's files.
    Schemas(schema::Args),
    /// Write the vignettes to be signed by the steering committee, as one document.
    #[command(alias = "journeys")]
    Vignettes(vignettes::Args),
    /// Change the data one element at a time: a check or a vignette must notice.
    Mutate(mutate::Args),
    /// Send changed links, attributes, words and datasets at random into the code.
    Fuzz(fuzz::Args),
    /// Print which situations two datasets orient otherwise, and why.
    Diff(diff::Args),
    /// Write a commented starting point for another filière into a new folder.
    NewFiliere(new_filiere::Args),
    /// Write a dataset as the block that a page carries (attribute `donnees`).
    Inline(inline::Args),
    /// Write the decision flow as a drawing: one general, one for each territory.
    Draw(draw::Args),
    /// Write the files of a release and their reproducible ZIP to release/.
    Release(release::Args),
}

/// Runs what the command line asks for.
pub fn run() -> Result<ExitCode> {
    let cli = Cli::parse();
    quiet_when_closed(cli.command.as_ref());
    match cli.command.unwrap_or(Command::Serve(cli.serve)) {
        Command::Serve(args) => serve::run(args),
        Command::Build(args) => build::run(args),
        Command::Test(args) => Ok(test::run(&args)),
        Command::Check(args) => check::run(&args),
        Command::Coverage(args) => coverage::run(&args),
        Command::Orient(args) => orient::run(&args),
        Command::Search(args) => search::run(&args),
        Command::Review(args) => review::run(&args),
        Command::Schemas(args) => schema::run(&args),
        Command::Vignettes(args) => vignettes::run(&args),
        Command::Mutate(args) => mutate::run(&args),
        Command::Fuzz(args) => fuzz::run(&args),
        Command::Diff(args) => diff::run(&args),
        Command::NewFiliere(args) => new_filiere::run(&args),
        Command::Inline(args) => inline::run(&args),
        Command::Draw(args) => draw::run(&args),
        Command::Release(args) => release::run(args),
    }
}

/// What is printed may be read in part only (`| head`): whoever prints ends there. What
/// serves or starts other programs goes on.
fn quiet_when_closed(command: Option<&Command>) {
    use Command::{Build, Fuzz, Release, Serve, Test};
    if !matches!(command, None | Some(Serve(_) | Build(_) | Fuzz(_) | Test(_) | Release(_))) {
        sigpipe::reset();
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::Cli;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }
}
