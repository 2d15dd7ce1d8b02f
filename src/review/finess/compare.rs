//! What an establishment of the register says, against what stands.

use super::address::Written;
use super::entry::Entry;
use super::names;
use super::spelling::Spelling;
use super::{Field, Proposal, Refresh, Stated};
use crate::check::contact_fault;
use crate::directory::fold;
use crate::model::{Contact, ContactField, Dataset, SourceRef, Structure, grammar};
use crate::review::Refused;
use crate::review::values::digits;

/// An extract, and the dataset that it is compared with.
#[derive(Debug)]
pub(super) struct Comparison<'a> {
    pub(super) data: &'a Dataset,
    /// Id of the extract among the sources.
    pub(super) source: String,
    pub(super) date: String,
    pub(super) spelling: Spelling,
}

impl Comparison<'_> {
    /// Adds what one establishment says of its structure; `line`: where it stands.
    pub(super) fn add(
        &mut self,
        structure: &Structure,
        entry: &Entry,
        line: u64,
        to: &mut Refresh,
    ) {
        self.spelling.speak_of(structure);
        self.name(structure, entry, to);
        self.phone(structure, entry, line, to);
        self.address(structure, entry, to);
    }

    fn name(&self, structure: &Structure, entry: &Entry, to: &mut Refresh) {
        let said = if entry.long_name.is_empty() { &entry.name } else { &entry.long_name };
        let readable = !said.is_empty() && !grammar::is_garbled(said);
        if !readable || names::same(structure, entry) {
            return;
        }
        let before = structure.sources.first().map(|source| {
            let cited = self.data.sources.sources.iter().find(|known| known.id == source.source());
            let date = cited.map(|known| known.date.clone()).unwrap_or_default();
            Stated { value: structure.name.clone(), source: source.clone(), date }
        });
        let value = self.spelling.name(said);
        to.proposals.push(self.proposal(structure, Field::Name, None, before, value));
    }

    fn phone(&self, structure: &Structure, entry: &Entry, line: u64, to: &mut Refresh) {
        let value = digits(&entry.phone);
        // One that is reached through a row has no number of its own to be told.
        if value.is_empty() || structure.through.is_some() {
            return;
        }
        let same = |contact: &Contact| contact.value == value;
        let contact = self.contact(ContactField::Phone, value.clone());
        match contact_fault(&contact) {
            Some((what, fix)) => {
                let what = format!("{} : {what}", structure.id);
                to.refused.push(Refused { line, what, fix: fix.to_owned() });
            }
            None => self.contacts(structure, Field::Phone, &value, &same, to),
        }
    }

    fn address(&self, structure: &Structure, entry: &Entry, to: &mut Refresh) {
        if entry.address.is_empty() {
            return;
        }
        let same = |contact: &Contact| Written::parse(&contact.value).is_same(&entry.address);
        let value = entry.address.spelled(&self.spelling);
        if !grammar::is_garbled(&value) {
            let before = to.proposals.len();
            self.contacts(structure, Field::Address, &value, &same, to);
            let moved = self.is_elsewhere(structure, &entry.address);
            to.proposals[before..].iter_mut().for_each(|proposal| proposal.moved = moved);
        }
    }

    /// Whether an address is in another commune than its structure.
    fn is_elsewhere(&self, structure: &Structure, address: &Written) -> bool {
        let commune = structure.commune.as_ref().and_then(|code| self.data.commune(code));
        let town = address.town();
        commune.is_some_and(|commune| fold(&commune.name) != town)
            || commune.is_none() && structure.position.is_some() && {
                let stood = structure.contacts.iter().find(|c| c.field == ContactField::Address);
                stood.is_some_and(|stood| Written::parse(&stood.value).town() != town)
            }
    }

    /// A value among the contacts of its kind: said again, said otherwise, or new.
    fn contacts(
        &self,
        structure: &Structure,
        field: Field,
        value: &str,
        same: &dyn Fn(&Contact) -> bool,
        to: &mut Refresh,
    ) {
        let kind = if field == Field::Phone { ContactField::Phone } else { ContactField::Address };
        let known: Vec<(usize, &Contact)> =
            structure.contacts.iter().enumerate().filter(|(_, c)| c.field == kind).collect();
        if let Some((at, contact)) = known.iter().find(|(_, contact)| same(contact)) {
            if contact.date < self.date {
                let after = contact.value.clone();
                let before = Some(stated(contact));
                let again = self.proposal(structure, field, Some(*at), before, after);
                to.confirmed.push(again);
            }
            return;
        }
        let target = meant(&known);
        if target.is_some_and(|(_, contact)| contact.date > self.date) {
            to.newer += 1;
            return;
        }
        let before = target.map(|(_, contact)| stated(contact));
        let at = target.map(|(at, _)| at);
        to.proposals.push(self.proposal(structure, field, at, before, value.to_owned()));
    }

    fn proposal(
        &self,
        structure: &Structure,
        field: Field,
        at: Option<usize>,
        before: Option<Stated>,
        value: String,
    ) -> Proposal {
        let source = SourceRef(self.source.clone());
        let after = Stated { value, source, date: self.date.clone() };
        Proposal { structure: structure.id.clone(), field, at, before, after, moved: false }
    }

    fn contact(&self, field: ContactField, value: String) -> Contact {
        let source = SourceRef(self.source.clone());
        Contact { field, value, switchboard: false, source, date: self.date.clone() }
    }
}

fn stated(contact: &Contact) -> Stated {
    let Contact { value, source, date, .. } = contact;
    Stated { value: value.clone(), source: source.clone(), date: date.clone() }
}

/// Which of several contacts of one kind the register speaks of: the one that came from
/// it, else the switchboard, else the only one; among others, none.
fn meant<'a>(known: &[(usize, &'a Contact)]) -> Option<(usize, &'a Contact)> {
    let from_register = |c: &Contact| c.source.0.starts_with(super::take::REGISTER);
    let find = |test: &dyn Fn(&Contact) -> bool| known.iter().find(|(_, c)| test(c)).copied();
    find(&from_register)
        .or_else(|| find(&|contact| contact.switchboard))
        .or_else(|| known.first().copied().filter(|_| known.len() == 1))
}
