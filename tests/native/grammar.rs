//! Each kind of value has one grammar, and `check` holds every value to it.

use crate::common::DATA;
use crate::wrong_values::BAD_IDS;
use orientation_palliative::config::read;
use orientation_palliative::keep::{Link, link_of};
use orientation_palliative::model::grammar::{self, PhoneFault};
use orientation_palliative::orientation::Session;
use proptest::prelude::*;

#[test]
fn ids_are_what_a_link_can_hold() {
    for bad in BAD_IDS.into_iter().chain([&*"x".repeat(65), "a\u{202e}b"]) {
        assert!(!grammar::is_id(bad), "{bad:?}");
    }
    for good in ["92", "ne-sait-pas", "2A004", "0V", "x"] {
        assert!(grammar::is_id(good), "{good}");
    }
    assert!(
        grammar::is_version("2025.1")
            && !grammar::is_version("2025.")
            && !grammar::is_version("v 1")
    );
    assert!(grammar::is_citation("001:134-136") && grammar::is_citation("sae-2023"));
    assert!(!["001:", "001:a", ":1", "001:1-", "a b:1"].into_iter().any(grammar::is_citation));
}

#[test]
fn phone_numbers_are_those_that_are_dialled_in_france() {
    for good in [
        "0141183000",
        "0612345678",
        "0912345678",
        "0800009839",
        "0806123456",
        "15",
        "112",
        "3114",
        "1010",
        "116117",
    ] {
        assert_eq!(grammar::phone(good), Ok(()), "{good}");
    }
    for bad in [
        "",
        "12345",
        "0041183000",
        "01 41 18 30 00",
        "+33141183000",
        "9141183000",
        "2",
        "20",
        "4114",
        "015555",
        "01411830000",
        "٠١٤١١٨٣٠٠٠",
    ] {
        assert_eq!(grammar::phone(bad), Err(PhoneFault::Form), "{bad}");
    }
    for paid in ["0899123456", "0810123456", "0825123456", "118218"] {
        assert_eq!(grammar::phone(paid), Err(PhoneFault::Paid), "{paid}");
    }
}

#[test]
fn web_addresses_lead_where_they_read() {
    for good in [
        "https://www.corpalif.org/a/b.html?x=1#y",
        "https://exemple.fr",
        "https://a-b.exemple.fr:8443/%C3%A9",
    ] {
        assert!(grammar::is_web(good), "{good}");
    }
    for bad in [
        "http://exemple.fr",
        "https://",
        "https://exemple",
        "https://www.aphp.fr@evil.example/",
        "javascript:alert(1)",
        "data:text/html,x",
        "//exemple.fr",
        "https:exemple.fr",
        "HTTPS://exemple.fr",
        "https://exemple.fr/a b",
        "https://exemple.fr/\nTEL:15",
        "https://exemple.fr/\"onclick=x",
        "https://exemple.fr\\@evil.example",
        "https://exemple.fr/\u{202e}rf",
        "https://1.2.3.4/",
        "https://exemple..fr",
        "https://-a.fr",
        "https://exemple.fr:x/",
        "https://xn--/é",
        " https://exemple.fr",
    ] {
        assert!(!grammar::is_web(bad), "{bad}");
    }
    assert!(grammar::is_page("http://localhost:8080/a") && !grammar::is_page("https://a.fr/#b"));
    assert!(grammar::is_mail("qualite@exemple.fr"));
    assert!(
        !["javascript:x@a.fr", "a@b", "a@b.fr?cc=x@y.fr", "a b@c.fr", "@a.fr", "a@b.fr\n"]
            .into_iter()
            .any(grammar::is_mail)
    );
}

#[test]
fn dates_hours_and_places_exist() {
    for good in ["2021", "2024-02-29", "2021-12", "1900", "2100-12-31"] {
        assert!(grammar::is_date(good), "{good}");
    }
    for bad in [
        "",
        "9999",
        "1899",
        "2026-02-31",
        "2023-02-29",
        "2021-13",
        "2021-00",
        "2021-1",
        "21",
        "2021-01-08-",
        "2021-01-08T",
        "+021",
        "2021-01-08-1",
    ] {
        assert!(!grammar::is_date(bad), "{bad}");
    }
    assert!(
        grammar::are_hours(0, 24)
            && !grammar::are_hours(25, 3)
            && !grammar::are_hours(9, 9)
            && !grammar::are_hours(9, 25)
    );
    assert!(
        grammar::is_position([48.9, 2.3])
            && !grammar::is_position([91.0, 0.0])
            && !grammar::is_position([f64::NAN, 0.0])
    );
    assert!(
        grammar::is_insee("2A004")
            && grammar::is_insee("92050")
            && !grammar::is_insee("9205")
            && !grammar::is_insee("2C004")
    );
}

#[test]
fn the_address_of_links_is_a_page() {
    let problems = |value: &str| {
        let attributes = [("lien".to_owned(), value.to_owned())].into_iter().collect();
        read(&DATA, &attributes).problems
    };
    assert!(problems("https://exemple.fr/page").is_empty());
    for bad in
        ["javascript:alert(1)", "https://a@b.fr/", "https://a.fr/\u{202e}", "https://", "//a.fr"]
    {
        assert_eq!(problems(bad).len(), 1, "{bad}");
    }
}

/// Every id of the grammar.
const ID: &str = "[A-Za-z0-9]([A-Za-z0-9-]{0,62}[A-Za-z0-9])?";

proptest! {
    /// Whatever ids the grammar takes, their link reads back.
    #[test]
    fn every_id_survives_a_link(filiere in ID, version in ID, answer in ID) {
        prop_assert!(grammar::is_id(&filiere) && grammar::is_version(&version));
        let mut link = link_of(&DATA, &Session::new(false));
        link.filiere = filiere;
        link.version = version;
        link.answers.insert(answer.clone(), answer);
        prop_assert_eq!(Link::decode(&link.encode()), Ok(link));
    }
}
