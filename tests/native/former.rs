//! Links that the former questions made, with the emergency first, reopen: what still counts
//! is kept, and what has changed is told.

use crate::common::DATA;
use orientation_palliative::keep::{ChangedSince, Link, link_of, reopen};
use orientation_palliative::orientation::{Session, outcome};

/// A link of the former version, as it was written; its outcome was another one.
fn former(answers: &str) -> Link {
    let text = format!("1~92~2025.1~o~0badcafe~{answers}");
    Link::decode(&text).expect("a link of the same form")
}

/// What is kept of it, in the order of the questions, and what is told.
fn reopened(answers: &str) -> (String, ChangedSince, Session) {
    let reopened = reopen(&DATA, false, &former(answers));
    let walk = reopened.session.walk(&DATA);
    let path = walk.situation.path.iter().map(|(q, a)| format!("{q}={a}"));
    let kept = path.collect::<Vec<_>>().join(" ");
    (kept, reopened.since, reopened.session)
}

#[test]
fn the_emergency_that_nobody_asks_about_any_more_is_dropped_and_told() {
    let (kept, since, session) = reopened("urgence.non~profil.proche~besoin.aidants~commune.92023");
    assert_eq!(kept, "profil=proche besoin=aidants commune=92023");
    assert_eq!(since, ChangedSince::Path);
    let shown = outcome(&DATA, &session);
    assert!(shown.complete && shown.dropped.is_empty(), "{shown:?}");
}

#[test]
fn care_keeps_every_answer_those_that_only_refine_included() {
    let (kept, since, session) = reopened(
        "urgence.non~profil.proche~besoin.soins~age.adulte~commune.92044~lieu.domicile~niveau.2~medecin.non",
    );
    assert_eq!(
        kept,
        "profil=proche besoin=soins urgence=non age=adulte commune=92044 lieu=domicile niveau=2 medecin=non"
    );
    assert_eq!(since, ChangedSince::Outcome, "the same answers lead to other people");
    assert!(outcome(&DATA, &session).groups.iter().any(|group| group.id == "sans-medecin"));
    // Made again, it is told to have changed no more.
    assert_eq!(reopen(&DATA, false, &link_of(&DATA, &session)).since, ChangedSince::Nothing);
}

#[test]
fn the_hour_that_a_professional_named_is_kept() {
    let (kept, since, session) = reopened(
        "urgence.non~profil.professionnel~besoin.avis~age.adulte~commune.92063~moment.astreinte",
    );
    assert!(kept.ends_with("commune=92063 moment=astreinte"), "{kept}");
    assert_eq!(since, ChangedSince::Outcome);
    assert!(outcome(&DATA, &session).on_call);
}

#[test]
fn an_emergency_that_is_not_ruled_out_stops_first() {
    let (kept, since, session) = reopened(
        "urgence.ne-sait-pas~profil.malade~besoin.soins~age.adulte~commune.92063~lieu.domicile~niveau.1~medecin.oui",
    );
    assert_eq!(kept, "profil=malade besoin=soins urgence=ne-sait-pas");
    assert_eq!(since, ChangedSince::Path);
    let shown: Vec<String> = outcome(&DATA, &session).groups.into_iter().map(|g| g.id).collect();
    assert_eq!(shown, ["urgence-vitale"]);
}

#[test]
fn whoever_had_gone_on_after_the_stop_goes_on() {
    let (kept, since, _) = reopened(
        "urgence.oui~alerte.continuer~profil.malade~besoin.soins~age.enfant~commune.92063",
    );
    assert_eq!(
        kept,
        "profil=malade besoin=soins urgence=oui alerte=continuer age=enfant commune=92063"
    );
    assert_eq!(since, ChangedSince::Outcome);
}

#[test]
fn a_hospital_that_changes_nothing_any_more_is_asked_again() {
    let (kept, since, session) = reopened(
        "urgence.non~profil.professionnel~besoin.consultation~age.adulte~commune.92050~suivi.beaujon",
    );
    assert_eq!(kept, "profil=professionnel besoin=consultation age=adulte commune=92050");
    assert_eq!(since, ChangedSince::Path);
    assert_eq!(outcome(&DATA, &session).next.map(|next| next.id).as_deref(), Some("suivi"));
}
