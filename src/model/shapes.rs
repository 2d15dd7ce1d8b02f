//! What each type of the format is made of, in the order of its bytes.
//!
//! A field or a variant that is missing here does not compile.

use super::pack::{Packed, Reader, Writer};
use super::{
    Access, Alike, Answer, Apart, At, Branch, CareSetting, Cell, Commune, Communes, Contact,
    ContactField, Dataset, Department, Diagram, DiagramBox, DiagramEdge, Elsewhere, ElsewhereEntry,
    EmergencyNumber, End, Filiere, Flow, Gradation, GradationCell, GradationLevel, Guarantee,
    Hours, Join, Lexicon, Never, Offer, OpenTo, Outside, Placement, Question, QuestionKind, Reach,
    Row, Rule, Source, SourceRef, Sources, Spoken, SpokenTo, Stage, StageBy, State, Structure,
    Structures, Table, Target, Term, Territory, Text, Texts, Voice, Voices, When, Zone,
};

/// A type of named fields.
macro_rules! fields {
    ($name:ident { $($field:ident),* $(,)? }) => {
        impl Packed for $name {
            fn write(&self, to: &mut Writer) {
                let Self { $($field),* } = self;
                $($field.write(to);)*
            }

            fn read(from: &mut Reader<'_>) -> Self {
                $(let $field = Packed::read(from);)*
                Self { $($field),* }
            }
        }
    };
}

/// A type around another.
macro_rules! wrapper {
    ($name:ident) => {
        impl Packed for $name {
            fn write(&self, to: &mut Writer) {
                self.0.write(to);
            }

            fn read(from: &mut Reader<'_>) -> Self {
                Self(Packed::read(from))
            }
        }
    };
}

/// An enum whose variants hold nothing.
macro_rules! words {
    ($name:ident { $($variant:ident),* }) => {
        impl Packed for $name {
            fn write(&self, to: &mut Writer) {
                match self {
                    $(Self::$variant => (Self::$variant as u8).write(to),)*
                }
            }

            fn read(from: &mut Reader<'_>) -> Self {
                const ALL: &[$name] = &[$($name::$variant),*];
                ALL[usize::from(u8::read(from)) % ALL.len()]
            }
        }
    };
}

/// An enum whose variants hold one value each.
macro_rules! choice {
    ($name:ident { $first:ident $(, $place:literal => $variant:ident)* }) => {
        impl Packed for $name {
            fn write(&self, to: &mut Writer) {
                match self {
                    Self::$first(value) => {
                        0_u8.write(to);
                        value.write(to);
                    }
                    $(Self::$variant(value) => {
                        u8::write(&$place, to);
                        value.write(to);
                    })*
                }
            }

            fn read(from: &mut Reader<'_>) -> Self {
                match u8::read(from) {
                    $($place => Self::$variant(Packed::read(from)),)*
                    _ => Self::$first(Packed::read(from)),
                }
            }
        }
    };
}

fields!(Dataset {
    filiere,
    sources,
    flow,
    table,
    structures,
    communes,
    gradation,
    lexicon,
    elsewhere,
    texts,
    voices,
    diagram
});
fields!(Voices { schema, call, never, apart });
fields!(Never { voices, words, except, reason });
fields!(Apart { keys, reason });
fields!(Filiere {
    schema,
    id,
    name,
    version,
    date,
    review,
    territories,
    emergency,
    hours,
    directory,
    coordination,
    report_to,
    sources
});
fields!(Territory { id, name });
fields!(EmergencyNumber { number, sms, sources });
fields!(Hours { open, close, sources });
fields!(Sources { schema, sources });
fields!(Source { id, title, date, url });
wrapper!(SourceRef);
fields!(Flow { schema, start, voices, child, questions, ends, rules });
fields!(SpokenTo { voice, when });
words!(Voice { Anyone, Patient, Relative, Bereaved, Professional });
fields!(Question { id, kind, refines, alike, to, answers });
fields!(Alike { answers, reason });
words!(QuestionKind { Choice, Commune, Stop });
fields!(Answer { id, when, to });
choice!(Target { Always, 1 => Branches });
fields!(Branch { when, to });
fields!(End { id, when });
fields!(Rule { id, group, text, when, join, at, later, contact, offer, sources });
words!(Stage { Now, Next, More });
choice!(At { Same, 1 => By });
fields!(StageBy { public, professionnel });
words!(Join { And, Or, Optional });
choice!(Offer { Row, 1 => Structure, 2 => Elsewhere });
choice!(When { All, 1 => Any });
fields!(Table { schema, guarantees, rows });
fields!(Guarantee { id, sources });
fields!(Outside { fits, general });
fields!(Row { id, guarantee, outside, places, levels, reach, adults_only, nearest, access, cells });
fields!(Access { open_to, sources });
words!(OpenTo { Public, Professionals, Both });
words!(CareSetting { Domicile, Etablissement, Hopital, Distance });
words!(Reach { Territory, Commune });
fields!(Cell { state, placements, sources });
words!(State { Listed, OwnPatients, Deploying, SubjectToAvailability, Empty, NotCovered });
fields!(Placement { structure, state, only, communes, zone, note, sources });
words!(Zone { Stated, Unstated });
fields!(Structures { schema, structures });
fields!(Structure {
    id,
    name,
    aliases,
    finess,
    commune,
    position,
    carried_by,
    through,
    contacts,
    sources
});
fields!(Contact { field, value, switchboard, source, date });
words!(ContactField { Phone, Address, Web });
fields!(Communes { schema, communes });
fields!(Commune { code, name, short, postal, population, territory, centroid, tile, sources });
fields!(Gradation { schema, levels });
fields!(GradationLevel { level, living, hospital, sources });
fields!(GradationCell { team, join, rows });
fields!(Lexicon { schema, terms });
fields!(Term { id, term, expansion, forms, sources });
fields!(Elsewhere { schema, departments });
fields!(Department { code, name, entries });
fields!(ElsewhereEntry { kind, structure, adults_only, sources });
wrapper!(Texts);
fields!(Diagram { width, height, boxes, ways });
fields!(DiagramBox { id, end, x, y, width, height });
fields!(DiagramEdge { from, to, label, line, x, y, width });

fields!(Spoken { public, malade, proche, deuil, professionnel });
choice!(Text { Same, 1 => Voices });
