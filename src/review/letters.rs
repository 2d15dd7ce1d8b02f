//! What is written to each structure that has something to verify: a letter, and the
//! same as a link that opens a mail.

use super::lines::{is_phone, listed};
use crate::directory::{needs_checking, phone_label};
use crate::model::review as texts;
use crate::model::{Contact, ContactField, Dataset, Message, Structure, StructureId, Voice};
use crate::wording::date_in_words;

/// The longest link that mail programs open whole: Outlook and Windows take about 2,000
/// characters.
pub const LONGEST_LINK: usize = 2_000;

/// What is asked of one structure.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Letter {
    /// Id of the structure.
    pub structure: StructureId,
    /// To whom it is written, and their address where one is known.
    pub to: Vec<String>,
    /// What it is about.
    pub subject: String,
    /// Its text: a blank line between paragraphs.
    pub body: String,
    /// The link that opens it in a mail program. The dataset holds no mail address: the
    /// recipient is left to fill in.
    pub mailto: String,
    /// Whether the link holds all of the text. Else it says how many contacts it leaves
    /// out, the last ones, or holds the subject only.
    pub whole: bool,
}

/// The letters to send: to whoever has no number though somebody is sent to them, and to
/// whoever has a contact that is too old or undated, in the order of the sheet.
pub fn letters(data: &Dataset) -> Vec<Letter> {
    let old = |s: &Structure| s.contacts.iter().any(|contact| needs_checking(&contact.date));
    let asked = listed(data).into_iter().filter(|(s, wanting)| *wanting || old(s));
    asked.map(|(structure, wanting)| Writing { data, structure, wanting }.letter()).collect()
}

struct Writing<'a> {
    data: &'a Dataset,
    structure: &'a Structure,
    /// Whether one asks for a number that is not known.
    wanting: bool,
}

impl Writing<'_> {
    fn letter(&self) -> Letter {
        let subject = self.say(&texts::subject(&self.structure.name));
        let contacts = self.contacts();
        let body = self.body(&contacts, 0);
        let (mailto, whole) = self.link(&subject, &contacts);
        let address = self.structure.contacts.iter().find(|c| c.field == ContactField::Address);
        let name = self.say(&texts::to(&self.structure.name));
        let to = [name].into_iter().chain(address.map(|address| address.value.clone())).collect();
        Letter { structure: self.structure.id.clone(), to, subject, body, mailto, whole }
    }

    fn body(&self, contacts: &[String], left_out: usize) -> String {
        let filiere = &self.data.filiere.name;
        let mut paragraphs = vec![self.text(texts::HELLO), self.say(&texts::who(filiere))];
        if !self.structure.contacts.is_empty() {
            paragraphs.push(self.say(&texts::stands(&self.structure.name)));
        }
        paragraphs.extend_from_slice(contacts);
        if left_out > 0 {
            paragraphs.push(self.say(&texts::left_out(&left_out.to_string())));
        }
        paragraphs.extend([texts::HOW, texts::SIGNED, texts::THANKS].map(|key| self.text(key)));
        paragraphs.push(self.say(&texts::sign(filiere)));
        paragraphs.join("\n\n")
    }

    /// What stands today, each with the place for an answer; first what is wanting.
    fn contacts(&self) -> Vec<String> {
        let wanting = self.wanting.then(|| self.text(texts::NO_PHONE));
        let contacts = self.structure.contacts.iter().map(|contact| self.contact(contact));
        wanting.into_iter().chain(contacts).collect()
    }

    fn contact(&self, contact: &Contact) -> String {
        let field = self.text(match contact.field {
            ContactField::Phone if contact.switchboard => texts::SWITCHBOARD,
            ContactField::Phone => texts::PHONE,
            ContactField::Address => texts::ADDRESS,
            ContactField::Web => texts::WEB,
        });
        let value =
            if is_phone(contact) { phone_label(&contact.value) } else { contact.value.clone() };
        let cited = contact.source.source();
        let source = self.data.sources.sources.iter().find(|source| source.id == cited);
        let date = match contact.date.as_str() {
            "" => self.text(texts::UNDATED),
            date => self.say(&texts::dated(&date_in_words(&self.data.texts, date))),
        };
        let lines = [
            self.say(&texts::contact(&field, &value)),
            self.say(&texts::origin(source.map_or(cited, |source| &source.title), &date)),
            self.text(texts::ANSWER),
        ];
        lines.join("\n")
    }

    /// The link, with as many contacts as it holds, and whether it holds all.
    fn link(&self, subject: &str, contacts: &[String]) -> (String, bool) {
        for kept in (0..=contacts.len()).rev() {
            let body = self.body(&contacts[..kept], contacts.len() - kept);
            let link = format!("mailto:?subject={}&body={}", encoded(subject), encoded(&body));
            if link.len() <= LONGEST_LINK {
                return (link, kept == contacts.len());
            }
        }
        (format!("mailto:?subject={}", encoded(subject)), false)
    }

    fn text(&self, key: &str) -> String {
        self.data.texts.get(key, Voice::Anyone).to_owned()
    }

    fn say(&self, message: &Message) -> String {
        self.data.texts.say(message, Voice::Anyone)
    }
}

/// A text within a link (RFC 6068): whatever is no letter, digit or mark of the first
/// alphabet is escaped, and a line ends as mails have it.
fn encoded(text: &str) -> String {
    let mut link = String::with_capacity(text.len() * 2);
    for byte in text.replace('\u{a0}', " ").bytes() {
        match byte {
            b'\n' => link.push_str("%0D%0A"),
            b'-' | b'.' | b'_' | b'~' => link.push(char::from(byte)),
            _ if byte.is_ascii_alphanumeric() => link.push(char::from(byte)),
            _ => link.push_str(&format!("%{byte:02X}")),
        }
    }
    link
}
