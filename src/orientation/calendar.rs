//! Working hours in France: which hour of which day is on-call time.
//!
//! The rule works on local time, as a clock on a wall in Paris shows it: the two
//! clock changes of the year need no case of their own, and fall on Sundays.

use std::fmt;
use std::str::FromStr;

use crate::model::Hours;

/// A date and time as read on a clock in France.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct LocalTime {
    /// Year of the Gregorian calendar.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
}

impl FromStr for LocalTime {
    type Err = String;

    /// Reads `YYYY-MM-DDTHH:MM`; what follows the minutes is ignored.
    fn from_str(text: &str) -> Result<Self, String> {
        let wrong =
            || format!("« {text} » n’est pas une date : écrire par exemple 2026-12-25T10:00");
        let number = |from: usize, to: usize| -> Option<u16> { text.get(from..to)?.parse().ok() };
        let small = |from, to| number(from, to).and_then(|n| u8::try_from(n).ok());
        let parts = || {
            Some(Self {
                year: i32::from(number(0, 4)?),
                month: small(5, 7)?,
                day: small(8, 10)?,
                hour: small(11, 13)?,
                minute: small(14, 16)?,
            })
        };
        let marks = text.get(4..5) == Some("-") && text.get(10..11) == Some("T");
        parts().filter(|time| marks && time.exists()).ok_or_else(wrong)
    }
}

impl fmt::Display for LocalTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { year, month, day, hour, minute } = self;
        write!(f, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}")
    }
}

impl LocalTime {
    fn exists(self) -> bool {
        (1..=12).contains(&self.month)
            && (1..=days_in_month(self.year, self.month)).contains(&self.day)
            && self.hour < 24
            && self.minute < 60
    }

    /// Day of the week, 0 = Monday.
    fn weekday(self) -> i32 {
        (days_from_epoch(self.year, self.month, self.day) + 3).rem_euclid(7)
    }
}

/// Whether a time lies outside working hours: on a Saturday, a Sunday, a public
/// holiday, or before the opening or from the closing hour on.
pub fn is_on_call(time: LocalTime, hours: &Hours) -> bool {
    let open = (hours.open..hours.close).contains(&time.hour);
    !open || time.weekday() >= 5 || is_public_holiday(time)
}

/// Whether a day is one of the eleven public holidays of metropolitan France
/// (Code du travail, article L3133-1).
pub fn is_public_holiday(time: LocalTime) -> bool {
    const FIXED: [(u8, u8); 8] =
        [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)];
    let day = days_from_epoch(time.year, time.month, time.day);
    let easter = easter_sunday(time.year);
    // Easter Monday, Ascension Thursday, Whit Monday.
    let movable = [easter + 1, easter + 39, easter + 50];
    FIXED.contains(&(time.month, time.day)) || movable.contains(&day)
}

/// Easter Sunday, in days from 1970-01-01 (the anonymous Gregorian algorithm).
fn easter_sunday(year: i32) -> i32 {
    let (century, of_century) = (year / 100, year % 100);
    let golden = year % 19;
    let shift = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - shift + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let march_based = epact + weekday - 7 * late + 114;
    let (month, day) = (march_based / 31, march_based % 31 + 1);
    days_from_epoch(year, u8::try_from(month).unwrap_or(4), u8::try_from(day).unwrap_or(1))
}

/// Days from 1970-01-01 to a day of the Gregorian calendar.
fn days_from_epoch(year: i32, month: u8, day: u8) -> i32 {
    // Years that begin in March put the leap day last.
    let (month, day) = (i32::from(month), i32::from(day));
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

fn days_in_month(year: i32, month: u8) -> u8 {
    let next = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    let length = days_from_epoch(next.0, next.1, 1) - days_from_epoch(year, month, 1);
    u8::try_from(length).unwrap_or(31)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on_call(text: &str) -> bool {
        let hours = Hours { open: 9, close: 18, sources: vec![] };
        is_on_call(text.parse().unwrap(), &hours)
    }

    #[test]
    fn a_working_day_opens_at_nine_and_closes_at_eighteen() {
        for (at, expected) in [("08:59", true), ("09:00", false), ("17:59", false), ("18:00", true)]
        {
            assert_eq!(on_call(&format!("2026-11-24T{at}")), expected, "Tuesday at {at}");
        }
    }

    #[test]
    fn saturdays_and_sundays_are_on_call_all_day() {
        assert!(on_call("2026-11-21T10:00") && on_call("2026-11-22T10:00"));
        assert!(!on_call("2026-11-20T10:00") && !on_call("2026-11-23T10:00"));
    }

    #[test]
    fn public_holidays_are_on_call_all_day() {
        let days_2026 = [
            "01-01", "04-06", "05-01", "05-08", "05-14", "05-25", "07-14", "08-15", "11-01",
            "11-11", "12-25",
        ];
        let mut found = Vec::new();
        for month in 1..=12 {
            for day in 1..=days_in_month(2026, month) {
                let time = LocalTime { year: 2026, month, day, hour: 10, minute: 0 };
                if is_public_holiday(time) {
                    found.push(format!("{month:02}-{day:02}"));
                }
            }
        }
        assert_eq!(found, days_2026);
    }

    #[test]
    fn easter_monday_is_found_in_other_years() {
        // Dates of Easter published for 2000-2038, the earliest and latest among them.
        for date in
            ["2000-04-24", "2008-03-24", "2011-04-25", "2024-04-01", "2025-04-21", "2038-04-26"]
        {
            assert!(on_call(&format!("{date}T10:00")), "{date}");
        }
    }

    #[test]
    fn the_working_days_around_both_clock_changes_keep_their_hours() {
        // 2026-03-29 and 2026-10-25 are the Sundays on which clocks change.
        for monday in ["2026-03-30", "2026-10-26"] {
            assert!(on_call(&format!("{monday}T08:59")) && !on_call(&format!("{monday}T09:00")));
            assert!(!on_call(&format!("{monday}T17:59")) && on_call(&format!("{monday}T18:00")));
        }
        assert!(on_call("2026-03-29T03:00") && on_call("2026-10-25T02:30"));
    }

    #[test]
    fn a_date_that_does_not_exist_is_refused() {
        for text in
            ["2026-02-29T10:00", "2026-13-01T10:00", "2026-01-01T24:00", "2026-01-01", "hier"]
        {
            assert!(text.parse::<LocalTime>().is_err(), "{text}");
        }
        assert!("2028-02-29T10:00".parse::<LocalTime>().is_ok());
    }
}
