//! What a value may look like: one grammar for each kind of it.
//!
//! A dataset, a sheet that comes back, a dataset that a page carries and the attributes
//! of an element are all held to these, so that whatever was accepted once reopens,
//! dials and prints as it was meant.

/// The longest id, in characters.
pub const LONGEST_ID: usize = 64;
/// The longest web or mail address, in characters.
pub const LONGEST_ADDRESS: usize = 500;
/// The numbers of a vital or social emergency in France: the only ones that may stand
/// on the emergency line. Arcep, list of the emergency numbers (decision n° 02-1179 as
/// amended), <https://arcep.fr/demarches-et-services/utilisateurs/je-cherche-la-liste-des-numeros-durgence.html>.
pub const EMERGENCY: [&str; 12] =
    ["15", "17", "18", "112", "114", "115", "119", "191", "196", "197", "116000", "116117"];
/// The one of them that is written to: it answers no voice (same source).
pub const WRITTEN_TO: &str = "114";

/// Why a text is no phone number to show.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum PhoneFault {
    /// It is none.
    Form,
    /// It costs more than a call.
    Paid,
}

/// An id: letters, digits and hyphens, which a link needs not escape; a hyphen never
/// at an end.
pub fn is_id(text: &str) -> bool {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
    text.len() <= LONGEST_ID && text.bytes().all(plain) && has_firm_ends(text)
}

/// A version: an id that may hold full stops.
pub fn is_version(text: &str) -> bool {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'.';
    text.len() <= LONGEST_ID && text.bytes().all(plain) && has_firm_ends(text)
}

fn has_firm_ends(text: &str) -> bool {
    let firm = |byte: Option<u8>| byte.is_some_and(|b| b.is_ascii_alphanumeric());
    firm(text.bytes().next()) && firm(text.bytes().last())
}

/// A citation: the id of a source, with a line or two of it.
pub fn is_citation(text: &str) -> bool {
    let line = |text: &str| (1..=6).contains(&text.len()) && is_digits(text);
    match text.split_once(':') {
        None => is_id(text),
        Some((id, lines)) => {
            is_id(id)
                && match lines.split_once('-') {
                    None => line(lines),
                    Some((first, last)) => line(first) && line(last),
                }
        }
    }
}

/// A phone number as it is dialled in France: ten digits, or a short number.
pub fn phone(text: &str) -> Result<(), PhoneFault> {
    if !is_digits(text) {
        return Err(PhoneFault::Form);
    }
    let bytes = text.as_bytes();
    match (bytes.len(), bytes[0]) {
        // 081, 082 and 089 are the shared-cost and premium-rate prefixes, 118 that of
        // the paid directories.
        (10, b'0') if matches!(&bytes[1..3], b"81" | b"82" | b"89") => Err(PhoneFault::Paid),
        (6, b'1') if text.starts_with("118") => Err(PhoneFault::Paid),
        (10, b'0') if matches!(bytes[1], b'1'..=b'7' | b'9') || &bytes[1..3] == b"80" => Ok(()),
        (2 | 3, b'1') | (4, b'1' | b'3') => Ok(()),
        (6, b'1') if text.starts_with("116") => Ok(()),
        _ => Err(PhoneFault::Form),
    }
}

/// A public web address: `https`, a host with a name, and nothing that reads otherwise
/// than it leads.
pub fn is_web(text: &str) -> bool {
    let host = text.strip_prefix("https://").and_then(host);
    host.is_some_and(|host| {
        let last = host.rsplit('.').next().unwrap_or_default();
        host.contains('.') && last.len() > 1 && last.bytes().all(|b| b.is_ascii_alphabetic())
    })
}

/// The address of a page that shows the widget: as [`is_web`], on a machine of one's own
/// or an inner network too.
pub fn is_page(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    !text.contains('#') && rest.and_then(host).is_some()
}

/// The host of what stands after the scheme; nothing unless all of it is sound.
fn host(rest: &str) -> Option<&str> {
    let plain = |b: u8| b.is_ascii_graphic() && !b"\"'<>\\^`{|}".contains(&b);
    if rest.len() > LONGEST_ADDRESS || !rest.bytes().all(plain) {
        return None;
    }
    let authority = rest.split(['/', '?', '#']).next()?;
    let (host, port) = authority.split_once(':').map_or((authority, None), |(h, p)| (h, Some(p)));
    let port_is_sound = port.is_none_or(|port| port.len() <= 5 && is_digits(port));
    (port_is_sound && host.split('.').all(is_label)).then_some(host)
}

/// A part of a host's name. Neither `@` nor `%` is one of its characters.
fn is_label(label: &str) -> bool {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
    label.len() <= 63 && label.bytes().all(plain) && has_firm_ends(label)
}

/// A mail address, without the parts that a `mailto:` link would read as its own.
pub fn is_mail(text: &str) -> bool {
    let Some((local, host)) = text.split_once('@') else { return false };
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"._+-".contains(&b);
    text.len() <= LONGEST_ADDRESS
        && local.bytes().all(plain)
        && has_firm_ends(local)
        && host.contains('.')
        && host.split('.').all(is_label)
}

/// A date as precise as it is known, of which each part exists: `2021`, `2021-01` or
/// `2021-01-08`.
pub fn is_date(text: &str) -> bool {
    let mut parts = text.split('-');
    let mut next = |length: usize| {
        parts.next().map(|part| {
            let digits = part.len() == length && is_digits(part);
            digits.then(|| part.parse::<u16>().ok()).flatten().unwrap_or_default()
        })
    };
    let (year, month, day) = (next(4), next(2), next(2));
    let sound = |part: Option<u16>, most: u16| part.is_none_or(|n| (1..=most).contains(&n));
    year.is_some_and(|year| (1900..=2100).contains(&year))
        && sound(month, 12)
        && sound(day, days(year.unwrap_or_default(), month.unwrap_or_default()))
        && parts.next().is_none()
}

/// A date to the day.
pub fn is_day(text: &str) -> bool {
    text.len() == "2021-01-08".len() && is_date(text)
}

fn days(year: u16, month: u16) -> u16 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Working hours that a day has, and that open before they close.
pub fn are_hours(open: u8, close: u8) -> bool {
    open < close && close <= 24
}

/// Latitude and longitude, in degrees.
pub fn is_position([latitude, longitude]: [f64; 2]) -> bool {
    latitude.abs() <= 90.0 && longitude.abs() <= 180.0
}

/// The code of a commune: five digits, or `2A` or `2B` and three.
pub fn is_insee(text: &str) -> bool {
    let rest = text.strip_prefix("2A").or_else(|| text.strip_prefix("2B"));
    rest.map_or(text.len() == 5, |rest| rest.len() == 3) && is_digits(rest.unwrap_or(text))
}

/// A postal code.
pub fn is_postal(text: &str) -> bool {
    text.len() == 5 && is_digits(text)
}

/// A number of the national register of establishments.
pub fn is_finess(text: &str) -> bool {
    text.len() == 9 && text.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase())
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// The first character of a text that nobody sees and that changes what is read: a
/// control, a line break, a mark of direction, a space of no width, what stands for
/// something unreadable.
pub fn unseen(text: &str) -> Option<char> {
    text.chars().find(|c| {
        c.is_control()
            || matches!(*c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{feff}' | '\u{fffd}')
            || matches!(*c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
            || matches!(*c, '\u{e000}'..='\u{f8ff}' | '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..)
    })
}

/// Whether a text was read in another alphabet than it was written in (« KlÃ©ber »).
pub fn is_garbled(text: &str) -> bool {
    let pairs = text.chars().zip(text.chars().skip(1));
    pairs.into_iter().any(|(first, second)| match first {
        'Ã' | 'Â' => {
            matches!(second, '\u{80}'..='\u{9f}' | '\u{a1}'..='\u{ba}' | '\u{bc}'..='\u{bf}')
        }
        'â' => matches!(second, '\u{80}'..='\u{9f}' | '€'),
        _ => false,
    })
}
