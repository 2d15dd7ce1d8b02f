//! An outcome as plain text, for a message or a medical record.

use crate::directory::{date_in_words, needs_checking, phone_label};
use crate::few::Gather;
use crate::model::{Contact, ContactField, Dataset, Join, State, Voice, ui};
use crate::orientation::{
    Card, Group, Session, Sheet, absence_in_words, kinds, outcome, reserved_in_words, row_name,
    summary,
};

/// The outcome of a session as lines of text, in the voice of its answers. `link`,
/// where there is one, reopens it.
pub fn text_sheet(data: &Dataset, session: &Session, link: Option<&str>) -> String {
    let voice = session.walk(data).situation.voice();
    let page = Page { data, voice };
    let outcome = outcome(data, session);
    let sheet = Sheet::of(&outcome);
    let mut lines = vec![page.say(ui::TITLE), page.emergency()];
    lines.extend(summary(data, session).map(|told| format!("\n{told}")));
    page.section(&mut lines, ui::OUTCOME_FIRST, &sheet.first);
    let then = if sheet.first.is_empty() { ui::OUTCOME_HELP } else { ui::OUTCOME_THEN };
    page.section(&mut lines, then, &sheet.then);
    let absences = outcome.absences.iter().map(|a| absence_in_words(data, voice, a));
    let reserved = outcome.reserved.iter().map(|r| reserved_in_words(data, voice, r));
    let missing: Vec<String> = absences.chain(reserved).map(|told| format!("- {told}")).gather();
    if !missing.is_empty() {
        lines.push(page.title(ui::OUTCOME_MISSING));
        lines.extend(missing);
    }
    page.section(&mut lines, ui::OUTCOME_INSTEAD, &sheet.instead);
    lines.push(format!("\n{}", page.say(ui::OUTCOME_LIMITS)));
    lines.push(page.dates());
    lines.extend(link.map(|link| format!("{} {link}", page.say(ui::KEEP_LINK_TO))));
    // No-break spaces are for the screen: other programs show them as they like.
    lines.join("\n").replace('\u{a0}', " ") + "\n"
}

/// The dataset, and to whom it speaks.
struct Page<'a> {
    data: &'a Dataset,
    voice: Voice,
}

impl Page<'_> {
    fn say(&self, key: &str) -> String {
        self.data.texts.get(key, self.voice).to_owned()
    }

    fn title(&self, key: &str) -> String {
        format!("\n{}", self.say(key).to_uppercase())
    }

    fn emergency(&self) -> String {
        let numbers: Vec<&str> =
            self.data.filiere.emergency.iter().map(|entry| entry.number.as_str()).gather();
        format!("{} {}", self.say(ui::EMERGENCY), numbers.join(", "))
    }

    fn dates(&self) -> String {
        let filiere = &self.data.filiere;
        let told = |date: &str| date_in_words(&self.data.texts, date);
        let (date, review) = (told(&filiere.date), told(&filiere.review));
        let values = [("date", date.as_str()), ("review", &review), ("filiere", &filiere.name)];
        self.data.texts.fill(ui::KEEP_DATES, self.voice, &values)
    }

    fn section(&self, lines: &mut Vec<String>, title: &str, groups: &[&Group]) {
        if groups.is_empty() {
            return;
        }
        lines.push(self.title(title));
        for (at, group) in groups.iter().enumerate() {
            if at > 0 || group.join == Join::Optional {
                lines.push(format!("({})", self.say(join_key(group.join))));
            }
            self.group(lines, group);
        }
    }

    fn group(&self, lines: &mut Vec<String>, group: &Group) {
        lines.push(group.role.clone());
        if !group.body.is_empty() {
            lines.push(format!("  {}", group.body));
        }
        for kind in kinds(&group.cards) {
            let name = row_name(self.data, self.voice, kind.id);
            if name != group.role {
                lines.push(format!("  {name}"));
            }
            lines.extend(kind.shown.iter().map(|card| self.card(card)));
            if !kind.folded.is_empty() {
                let others: Vec<&str> = kind.folded.iter().map(|c| c.name.as_str()).gather();
                lines.push(format!("  {} {}", self.say(ui::KEEP_OTHERS), others.join(" ; ")));
            }
        }
    }

    fn card(&self, card: &Card) -> String {
        let contacts = self.data.structure(&card.id).map(|s| s.contacts.as_slice());
        let contacts = contacts.unwrap_or_default().iter().map(|contact| self.contact(contact));
        let state = self.data.texts.find(&format!("states.{}", card.state.id()), self.voice);
        let state = state.filter(|_| card.state != State::Listed);
        let state = state.map(|told| format!("[{told}]"));
        let parts: Vec<String> =
            [card.name.clone()].into_iter().chain(state).chain(contacts).gather();
        format!("  - {}", parts.join(", "))
    }

    fn contact(&self, contact: &Contact) -> String {
        let value = match contact.field {
            ContactField::Phone => phone_label(&contact.value),
            ContactField::Address | ContactField::Web => contact.value.clone(),
        };
        if contact.field == ContactField::Phone && needs_checking(&contact.date) {
            format!("{value} ({})", self.say(ui::CONTACT_CHECK))
        } else {
            value
        }
    }
}

fn join_key(join: Join) -> &'static str {
    match join {
        Join::And => ui::JOIN_AND,
        Join::Or => ui::JOIN_OR,
        Join::Optional => ui::JOIN_OPTIONAL,
    }
}
