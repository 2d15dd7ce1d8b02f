//! What stands around a poster: what it is, the emergency numbers, the signs, and
//! where all of it comes from.

use crate::directory::VERIFIED_SINCE;
use crate::model::{ContactField, SourceRef, Voice, poster, territory_name, ui};
use crate::wording::{contact_origins, date_in_words, source_in_words};

use super::legend::legend;
use super::paragraph::Paragraph;
use super::plan::{Plan, Setting};
use super::poster::{MARGIN, PAGE};
use super::wholes::ends;
use crate::drawing::explain::entry::TO_VERIFY;
use crate::drawing::explain::words::{said, said_with};
use crate::drawing::picture::layout::Size;
use crate::drawing::picture::svg::{ACCENT, ALARM, INK, Picture};
use crate::drawing::picture::text::Font;

const TITLE: Font = Font::bold(20.0);
const NUMBERS: Font = Font::bold(17.0);
const HEAD: f64 = 50.0;

/// What a poster is called.
pub fn title(plan: &Plan) -> String {
    let name = &plan.data.filiere.name;
    let title = match plan.territory {
        None => poster::title(name),
        Some(id) => poster::title_territory(name, territory_name(plan.data, id)),
    };
    said_with(plan.data, &title)
}

/// What stands around one side of a poster.
pub struct Frame {
    title: String,
    dates: String,
    side: String,
    emergency: String,
    foot: Paragraph,
    signs: bool,
    sign: Size,
}

impl Frame {
    /// Around the first side: the signs are explained.
    pub fn front(set: Setting) -> Self {
        Self::of(set, &to_verify(set.plan), true)
    }

    /// Around the other side: where all of it comes from.
    pub fn back(set: Setting) -> Self {
        let mut frame =
            Self::of(set, &format!("{} {}", phones(set.plan), sources(set.plan)), false);
        frame.side = said(set.plan.data, poster::BACK_LEAD);
        frame
    }

    fn of(set: Setting, foot: &str, signs: bool) -> Self {
        let filiere = &set.plan.data.filiere;
        let texts = &set.plan.data.texts;
        let in_words = |date: &str| date_in_words(texts, date);
        let (date, review) = (in_words(&filiere.date), in_words(&filiere.review));
        let dates = said_with(set.plan.data, &poster::dates(&filiere.version, &date, &review));
        let numbers: Vec<&str> = filiere.emergency.iter().map(|e| e.number.as_str()).collect();
        let emergency =
            format!("{} {}", texts.get(ui::EMERGENCY, Voice::Anyone), numbers.join(" · "));
        let foot = Paragraph::plain(foot, set.style.body(), PAGE.0 - 2.0 * MARGIN);
        let sign = (NUMBERS.width(&emergency) + 24.0, 34.0);
        let side = String::new();
        Self { title: title(set.plan), dates, side, emergency, foot, signs, sign }
    }

    /// Tells which letters stand on the first side, after its first `shown` ends
    /// without levels.
    pub fn telling(mut self, set: Setting, shown: usize) -> Self {
        let overleaf: Vec<&str> = ends(set).iter().skip(shown).map(|(letter, _)| *letter).collect();
        let data = set.plan.data;
        self.side = match overleaf.as_slice() {
            [] => said(data, poster::FRONT_ALONE),
            [only] => said_with(data, &poster::front_one(only)),
            [first, .., last] => said_with(data, &poster::front_several(first, last)),
        };
        self
    }

    /// Where the content begins and ends on a sheet.
    pub fn inside(&self, set: Setting) -> (f64, f64) {
        let signs = if self.signs { set.style.body + 9.0 } else { 5.0 };
        (MARGIN + HEAD, PAGE.1 - MARGIN - self.foot.height() - signs)
    }

    /// Draws it around a side.
    pub fn draw(&self, picture: &mut Picture, set: Setting) {
        let one = std::slice::from_ref;
        picture.text((MARGIN, MARGIN - 3.0), one(&self.title), TITLE, ACCENT);
        picture.text((MARGIN, MARGIN + 21.0), one(&self.dates), Font::regular(9.5), INK);
        picture.text((MARGIN, MARGIN + 33.0), one(&self.side), Font::bold(9.5), INK);
        let corner = (PAGE.0 - MARGIN - self.sign.0, MARGIN - 1.0);
        let look = format!("fill=\"#fff\" stroke=\"{ALARM}\" stroke-width=\"4\"");
        picture.rect(corner, self.sign, &look);
        let words = (corner.0 + 12.0, corner.1 + 8.5);
        picture.text(words, one(&self.emergency), NUMBERS, ALARM);
        let (_, bottom) = self.inside(set);
        if self.signs {
            legend(picture, set, (MARGIN, bottom + 5.0));
        }
        let foot = PAGE.1 - MARGIN - self.foot.height();
        picture.path(
            &format!("M{MARGIN} {:.1}H{:.1}", foot - 0.5, PAGE.0 - MARGIN),
            &format!("stroke=\"{ACCENT}\" stroke-width=\"0.5\""),
        );
        self.foot.draw(picture, (MARGIN, foot));
    }
}

fn sources(plan: &Plan) -> String {
    let mut ids: Vec<&str> = plan.cited().into_iter().map(SourceRef::source).collect();
    ids.dedup();
    let titles = ids.iter().map(|id| {
        let whole = SourceRef((*id).to_owned());
        format!("[{id}] {}", source_in_words(plan.data, Voice::Anyone, &whole))
    });
    let titles = titles.collect::<Vec<_>>().join(" ; ");
    said_with(plan.data, &poster::sources(&titles))
}

fn phones(plan: &Plan) -> String {
    let all: Vec<_> = plan
        .data
        .structures
        .structures
        .iter()
        .flat_map(|s| s.contacts.clone())
        .filter(|c| c.field == ContactField::Phone)
        .collect();
    let origins = contact_origins(plan.data, Voice::Anyone, &all);
    let numbers = said_with(plan.data, &poster::numbers(&origins));
    format!("{} {numbers}", to_verify(plan))
}

fn to_verify(plan: &Plan) -> String {
    let year = VERIFIED_SINCE.to_string();
    said_with(plan.data, &poster::to_verify(TO_VERIFY, &year))
}
