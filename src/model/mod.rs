//! The data format: the serde types *are* the format of the files in `data/`.
//!
//! A dataset is a folder that describes one *filière* (the palliative-care
//! pathway of a territory). Each file of the folder is one field of [`Dataset`];
//! the same structure is what the widget embeds, as bytes ([`bundle`]).
//!
//! Data holds no prose: every sentence stands in `texts/`, under a key made from
//! an id of the data. Texts hold no rule.

pub mod bundle;
mod commune;
mod diagram;
mod elsewhere;
mod filiere;
mod flow;
mod gradation;
pub mod grammar;
mod keys;
mod lexicon;
mod listing;
mod map;
mod message;
mod names;
mod pack;
pub mod poster;
pub mod review;
mod rule;
mod shapes;
mod source;
mod structure;
mod table;
mod texts;
pub mod ui;
mod vignette;
mod voices;
mod when;

pub use commune::{Commune, Communes};
pub use diagram::{Diagram, DiagramBox, DiagramEdge};
pub use elsewhere::{Department, Elsewhere, ElsewhereEntry};
pub use filiere::{EmergencyNumber, Filiere, Hours, Territory};
pub use flow::{Alike, Answer, Branch, End, Flow, Question, QuestionKind, SpokenTo, Target};
pub use gradation::{Gradation, GradationCell, GradationLevel};
pub use lexicon::{Lexicon, Term};
pub use listing::Listing;
pub use map::Map;
pub use message::{FAMILIES, Form, Message};
pub use names::{row_name, territory_name};
pub use rule::{At, Join, Offer, Rule, Stage, StageBy};
pub use source::{Source, SourceRef, Sources};
pub use structure::{Contact, ContactField, Structure, Structures};
pub use table::{
    Access, CareSetting, Cell, Guarantee, OpenTo, Outside, Placement, Reach, Row, State, Table,
    Zone,
};
pub use texts::{Spoken, Text, TextFile, Texts, Voice};
pub use vignette::{Expected, ExpectedGroup, Vignette, Vignettes};
pub use voices::{Apart, Never, Voices};
pub use when::When;

use serde::{Deserialize, Serialize};

/// Id of a question, stable: it stands in permalinks and vignettes.
pub type QuestionId = String;
/// Id of an answer; for the question of kind [`QuestionKind::Commune`], an INSEE
/// code, a department number, `ne-sait-pas` or `autre`.
pub type AnswerId = String;
/// Id of a row of the coverage table (`usp`, `emtsp`, `aidants`…).
pub type RowId = String;
/// Id of a structure or service (`hopital-foch`).
pub type StructureId = String;
/// Id of a territory of the filière (`nord`), or one of [`WHOLE`].
pub type TerritoryId = String;

/// The answer that every question offers.
pub const UNKNOWN: &str = "ne-sait-pas";
/// The commune answer of somebody who lives outside the departments listed.
pub const OTHER: &str = "autre";
/// The target of a flow that ends the questions.
pub const OUTCOME: &str = "fin";
/// Columns that are wider than one territory: the department, the region, the country.
pub const WHOLE: [&str; 3] = ["departement", "region", "pays"];
/// Of these, the columns that also count for somebody who lives outside the filière.
pub const BEYOND: [&str; 2] = ["region", "pays"];
/// The derived variable that says in which territory the visitor's commune lies:
/// the id of a territory, [`TERRITORY_UNKNOWN`] or [`TERRITORY_ELSEWHERE`].
pub const VAR_TERRITORY: &str = "territoire";
/// The derived variable that says which hours it is: `ouvrees` or `astreinte`.
pub const VAR_HOURS: &str = "horaire";
/// Value of [`VAR_TERRITORY`] when the visitor does not know or has not said.
pub const TERRITORY_UNKNOWN: &str = "inconnu";
/// Value of [`VAR_TERRITORY`] for a commune outside the filière.
pub const TERRITORY_ELSEWHERE: &str = "ailleurs";
/// Values of [`VAR_HOURS`]: working hours, then on-call hours.
pub const HOURS: [&str; 2] = ["ouvrees", "astreinte"];
/// The question by which a professional corrects the clock.
pub const QUESTION_HOURS: &str = "moment";
/// The question that a page may answer by the attribute of the same name; its answers
/// are the dataset's own.
pub const QUESTION_PROFILE: &str = "profil";
/// The files of texts that no visitor reads: posters, and what is written to whoever
/// verifies. The widget carries none of them.
pub const UNCARRIED: [&str; 2] = [poster::FILE, review::FILE];
/// The question whose answers are the levels of the gradation.
pub const QUESTION_LEVEL: &str = "niveau";

/// Everything the widget knows about one filière.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Dataset {
    /// `filiere.json`: identity, territories, emergency numbers, hours.
    pub filiere: Filiere,
    /// `sources.json`: the documents every datum cites.
    pub sources: Sources,
    /// `flow.json`: the questions and the rules that lead to an outcome.
    pub flow: Flow,
    /// `table.json`: what is listed for each guarantee in each territory.
    pub table: Table,
    /// `structures.json`: the named structures and services, with their contacts.
    pub structures: Structures,
    /// `communes.json`: the communes of the filière and their territory.
    pub communes: Communes,
    /// `gradation.json`: level of complexity by place of care.
    pub gradation: Gradation,
    /// `lexicon.json`: the terms of the field.
    pub lexicon: Lexicon,
    /// `elsewhere.json`: what is known for the neighbouring departments.
    pub elsewhere: Elsewhere,
    /// `texts/<language>/*.json`: every sentence that somebody reads.
    pub texts: Texts,
    /// `voices.json`: what each voice never says; empty in what a browser carries.
    #[serde(default)]
    pub voices: Voices,
    /// The drawing of the flow, made when the widget is packaged; empty until then.
    #[serde(skip)]
    pub diagram: Diagram,
}

impl Dataset {
    /// The structure of that id; [`crate::check`] makes sure that each cited id has one.
    pub fn structure(&self, id: &str) -> Option<&Structure> {
        self.structures.structures.iter().find(|s| s.id == id)
    }

    /// A structure's name; its id when the dataset lacks it.
    pub fn structure_name<'a>(&'a self, id: &'a str) -> &'a str {
        self.structure(id).map_or(id, |structure| &structure.name)
    }

    /// The row of that id.
    pub fn row(&self, id: &str) -> Option<&Row> {
        self.table.rows.iter().find(|r| r.id == id)
    }

    /// The commune of that INSEE code.
    pub fn commune(&self, code: &str) -> Option<&Commune> {
        self.communes.communes.iter().find(|c| c.code == code)
    }

    /// The question of that id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.flow.questions.iter().find(|q| q.id == id)
    }
}
