//! The keys of the interface itself, which no datum gives rise to.
//!
//! Beside these, `ui.json` may hold `ui.summary.<question>.<answer>`: the words of
//! an answer in the sentence that sums a situation up. An answer without one is
//! left out of that sentence.

use super::keys::{keys, messages};

/// What the keys of [the summary](self) begin with.
pub const SUMMARY: &str = "ui.summary.";

keys! {
    // Around every screen.
    TITLE = "ui.title";
    EMERGENCY = "ui.emergency";
    FRAME_MENU = "ui.frame.menu";
    FRAME_BACK = "ui.frame.back";
    FRAME_QUESTIONS = "ui.frame.questions";

    // Before, without or instead of the widget; the embedding script reads these too.
    FALLBACK_INTRO = "ui.fallback.intro";
    FALLBACK_DIRECTORY = "ui.fallback.directory";
    FALLBACK_PAGE = "ui.fallback.page";

    // A question.
    CONTINUE = "ui.continue";
    BACK = "ui.back";
    CANCEL_CHANGE = "ui.cancel-change";
    RESTART = "ui.restart";
    NO_CHOICE = "ui.no-choice";
    PROGRESS_CHANGE = "ui.progress.change";

    // The commune.
    COMMUNE_LABEL = "ui.commune.label";
    COMMUNE_EXAMPLE = "ui.commune.example";
    COMMUNE_FOUND_ONE = "ui.commune.found-one";
    COMMUNE_WHAT_TO_DO = "ui.commune.what-to-do";
    COMMUNE_SHOW_LIST = "ui.commune.show-list";
    COMMUNE_HIDE_LIST = "ui.commune.hide-list";
    COMMUNE_LIST_NONE = "ui.commune.list-none";
    COMMUNE_OTHERWISE = "ui.commune.otherwise";
    COMMUNE_ELSEWHERE = "ui.commune.elsewhere";

    // The answers given.
    ANSWERS = "ui.answers";
    CHANGE = "ui.change";
    DROPPED = "ui.dropped";
    VALUE_WORKING_HOURS = "ui.value.horaire.ouvrees";
    VALUE_ON_CALL = "ui.value.horaire.astreinte";
    VALUE_UNKNOWN_TERRITORY = "ui.value.territoire.inconnu";
    VALUE_ELSEWHERE = "ui.value.territoire.ailleurs";

    // A place in a sentence.

    // The outcome.
    OUTCOME_TITLE = "ui.outcome.title";
    OUTCOME_EDIT = "ui.outcome.edit";
    OUTCOME_CLOCK = "ui.outcome.clock";
    OUTCOME_NOW = "ui.outcome.now";
    OUTCOME_NOW_NIGHT = "ui.outcome.now-night";
    OUTCOME_NEXT = "ui.outcome.next";
    OUTCOME_NEXT_NIGHT = "ui.outcome.next-night";
    OUTCOME_MORE = "ui.outcome.more";
    OUTCOME_MISSING = "ui.outcome.missing";
    OUTCOME_OTHER = "ui.outcome.other";
    OUTCOME_NO_NUMBER = "ui.outcome.no-number";
    OUTCOME_DETAILS = "ui.outcome.details";
    OUTCOME_YEARS = "ui.outcome.years";
    OUTCOME_REFINE = "ui.outcome.refine";
    OUTCOME_REFINE_HINT = "ui.outcome.refine-hint";
    OUTCOME_LIMITS = "ui.outcome.limits";
    PRINT = "ui.print";
    JOIN_AND = "ui.join.and";
    JOIN_OR = "ui.join.or";
    JOIN_OPTIONAL = "ui.join.optional";
    WHY_ANSWERS = "ui.why-answers";
    SOURCES = "ui.sources";

    // A card.
    BADGE_DEPARTMENT = "ui.badge.departement";
    BADGE_REGION = "ui.badge.region";
    BADGE_COUNTRY = "ui.badge.pays";
    BADGE_ELSEWHERE = "ui.badge.elsewhere";
    NEAR = "ui.near";
    ZONE_UNSTATED = "ui.zone-unstated";

    // What one keeps.
    KEEP_LINK_TO = "ui.keep.link-to";
    KEEP_MORE = "ui.keep.more";
    KEEP_COPY_LINK = "ui.keep.copy-link";
    KEEP_COPY_TEXT = "ui.keep.copy-text";
    KEEP_SHARE = "ui.keep.share";
    KEEP_SAVE = "ui.keep.save";
    KEEP_VCARD = "ui.keep.vcard";
    KEEP_LINK_COPIED = "ui.keep.link-copied";
    KEEP_LINK_LOCAL = "ui.keep.link-local";
    KEEP_TEXT_COPIED = "ui.keep.text-copied";
    KEEP_SAVED = "ui.keep.saved";
    KEEP_CONTACT_SAVED = "ui.keep.contact-saved";
    KEEP_BY_HAND = "ui.keep.by-hand";
    KEEP_FAILED = "ui.keep.failed";
    KEEP_NOTES = "ui.keep.notes";
    KEEP_QR = "ui.keep.qr";
    KEEP_PRINT_LISTS = "ui.keep.print-lists";
    KEEP_PRINT_BLOCKED = "ui.keep.print-blocked";
    KEEP_OWN_TEAM = "ui.keep.own-team";
    KEEP_OWN_DOCTOR = "ui.keep.own-doctor";
    KEEP_OWN_NURSE = "ui.keep.own-nurse";
    SINCE_HOURS = "ui.since.hours";
    SINCE_OUTCOME = "ui.since.outcome";
    SINCE_PATH = "ui.since.path";
    SINCE_FILIERE = "ui.since.filiere";
    SINCE_DAMAGED = "ui.since.damaged";

    // The decision flow, drawn.
    FLOW_LEAD = "ui.flow.lead";
    FLOW_LABEL = "ui.flow.label";
    FLOW_IN = "ui.flow.in";
    FLOW_OUT = "ui.flow.out";
    FLOW_WHOLE = "ui.flow.whole";
    FLOW_PATH = "ui.flow.path";
    FLOW_LIST = "ui.flow.list";

    // Dates.
    FIRST_OF_MONTH = "ui.date.first";
    JANUARY = "ui.month.01";
    FEBRUARY = "ui.month.02";
    MARCH = "ui.month.03";
    APRIL = "ui.month.04";
    MAY = "ui.month.05";
    JUNE = "ui.month.06";
    JULY = "ui.month.07";
    AUGUST = "ui.month.08";
    SEPTEMBER = "ui.month.09";
    OCTOBER = "ui.month.10";
    NOVEMBER = "ui.month.11";
    DECEMBER = "ui.month.12";

    // The views beside the questions.
    VIEWS = "ui.views";
    VIEW_ORIENTATION = "ui.view.orientation";
    VIEW_DIRECTORY = "ui.view.annuaire";
    VIEW_MAP = "ui.view.carte";
    VIEW_GRADATION = "ui.view.gradation";
    VIEW_COVERAGE = "ui.view.couverture";
    VIEW_LEXICON = "ui.view.lexique";
    VIEW_FLOW = "ui.view.logigramme";
    VIEW_COMMUNE = "ui.view-commune";
    DIRECTORY_LEAD = "ui.directory.lead";
    DIRECTORY_LABEL = "ui.directory.label";
    DIRECTORY_EMPTY = "ui.directory.empty";
    DIRECTORY_NONE = "ui.directory.none";
    DIRECTORY_ONE = "ui.directory.one";
    FILTERS = "ui.filters";
    FILTER_ALL = "ui.filter.all";
    FILTER_KIND = "ui.filter.kind";
    FILTER_TERRITORY = "ui.filter.territory";
    FILTER_PLACE = "ui.filter.place";
    FILTER_LEVEL = "ui.filter.level";
    FILTER_ACCESS = "ui.filter.access";
    FILTER_PUBLIC = "ui.filter.public";
    FILTER_PROFESSIONALS = "ui.filter.professionals";
    ACCESS_PUBLIC = "ui.access.public";
    ACCESS_PROFESSIONALS = "ui.access.professionals";
    ACCESS_BOTH = "ui.access.both";
    WORKS_HOME = "ui.works.domicile";
    WORKS_INSTITUTION = "ui.works.etablissement";
    WORKS_HOSPITAL = "ui.works.hopital";
    WORKS_ANYWHERE = "ui.works.distance";
    REPORT = "ui.report";
    MAP_LEAD = "ui.map.lead";
    MAP_LABEL = "ui.map.label";
    MAP_HERE = "ui.map.here";
    MAP_BEYOND = "ui.map.beyond";
    MAP_BEYOND_BODY = "ui.map.beyond-body";
    GRADATION_LEAD = "ui.gradation.lead";
    GRADATION_LIVING = "ui.gradation.living";
    GRADATION_HOSPITAL = "ui.gradation.hospital";
    COVERAGE_LEAD = "ui.coverage.lead";
    COVERAGE_CAPTION = "ui.coverage.caption";
    COVERAGE_RESOURCE = "ui.coverage.resource";
    COVERAGE_SOURCES = "ui.coverage.sources";
    COVERAGE_CSV = "ui.coverage.csv";
    COVERAGE_CSV_HEADER = "ui.coverage.csv-header";
    LEXICON_LEAD = "ui.lexicon.lead";
}

messages! {
    call(number) = "ui.call";
    data_date(date, filiere) = "ui.data-date";
    review_due(date) = "ui.review-due";
    progress(number) = "ui.progress";
    commune_found(count) = "ui.commune.found";
    commune_chosen(name) = "ui.commune.chosen";
    commune_not_found(typed, filiere) = "ui.commune.not-found";
    commune_several(typed) = "ui.commune.several";
    commune_list_label(filiere) = "ui.commune.list-label";
    commune_department(name, code) = "ui.commune.department";
    commune_in_territory(name; territory) = "ui.commune.in-territory";
    answers_count(count) = "ui.answers-count";
    place_at(place) = "ui.place.at";
    place_at_le(place) = "ui.place.at-le";
    place_at_les(place) = "ui.place.at-les";
    place_department(place) = "ui.place.department";
    outcome_nearest(absence, name) = "ui.outcome.nearest";
    outcome_count(title, count) = "ui.outcome.count";
    outcome_others(count) = "ui.outcome.others";
    outcome_unreached(names) = "ui.outcome.unreached";
    outcome_ask(ask) = "ui.outcome.ask";
    outcome_through(name) = "ui.outcome.through";
    source_line(title, line) = "ui.source.line";
    source_lines(title, line) = "ui.source.lines";
    source_dated(title, date) = "ui.source.dated";
    badge_territory(territory) = "ui.badge.territory";
    contact_source(source, date) = "ui.contact.source";
    keep_dates(date, review, filiere) = "ui.keep.dates";
    keep_vcard_of(name) = "ui.keep.vcard-of";
    keep_copy_title(title, date, review) = "ui.keep.copy-title";
    flow_leads(label, to) = "ui.flow.leads";
    flow_leads_always(to) = "ui.flow.leads-always";
    directory_found(count) = "ui.directory.found";
    report_subject(name) = "ui.report-subject";
    map_nearest(name, territory) = "ui.map.nearest";
}

/// The months, in order.
pub const MONTHS: [&str; 12] = [
    JANUARY, FEBRUARY, MARCH, APRIL, MAY, JUNE, JULY, AUGUST, SEPTEMBER, OCTOBER, NOVEMBER,
    DECEMBER,
];
