//! What visitors and integrators live through, as sentences.

mod accessibility;
mod answers;
mod back;
mod budget;
mod diagnosis;
mod diagnosis_place;
mod drawn;
mod embedding;
mod endurance;
mod faults;
mod filiere;
mod flow;
mod forms;
mod frame;
mod frames;
mod guide;
mod handed;
mod help;
mod hostile_data;
mod hosts;
mod hosts_failing;
mod keep;
mod keep_saved;
mod layouts;
mod life;
mod outcomes;
mod page_faults;
mod paper;
mod paper_alone;
pub mod paths;
mod profiles;
mod really_saved;
mod recorders;
mod routers;
mod sheet;
mod silence;
mod steady;
mod theme;
mod views;
mod wordpress;
mod wordpress_diagnosis;
mod workshop;
mod workshop_looks;
mod workshop_more;

use std::{future::Future, pin::Pin};

use orientation_palliative::tool::provision::Engine;

pub use keep::{quiet, reload_at};

use crate::{host::Over, visit::Visit};

/// What a journey comes to.
type Running<'v> = Pin<Box<dyn Future<Output = anyhow::Result<()>> + 'v>>;

/// One journey.
#[derive(Clone, Copy)]
pub struct Journey {
    /// The sentence that it proves.
    pub name: &'static str,
    /// Where it makes sense.
    where_: Where,
    /// Runs it.
    pub run: for<'v> fn(&'v Visit) -> Running<'v>,
}

/// Where a journey makes sense.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Where {
    /// In every engine, over http, from the disk and without wasm.
    Everywhere,
    /// In every engine, over http and from the disk: wasm is what it is about.
    Wasm,
    /// In every engine, from a server, with wasm and without.
    Served,
    /// In every engine, over http: the disk would show nothing else.
    Http,
    /// Over http, in the engines whose driver can print.
    Printers,
    /// Over http, in the engines whose size of letters a driver can set.
    Settable,
    /// Over http, in the engine that can be asked what it holds in memory.
    Chromium,
}

impl Journey {
    /// Whether it runs in that engine, that way.
    pub fn runs(&self, engine: Engine, over: Over) -> bool {
        match self.where_ {
            Where::Everywhere => true,
            Where::Wasm => over != Over::NoWasm,
            Where::Served => over != Over::File,
            Where::Http => over == Over::Http,
            Where::Chromium => over == Over::Http && engine == Engine::Chromium,
            Where::Printers | Where::Settable => over == Over::Http && engine != Engine::Webkit,
        }
    }
}

macro_rules! journeys {
    ($($where_:ident: $($module:ident::$name:ident),* $(,)?;)*) => {
        vec![$($(Journey {
            name: stringify!($name),
            where_: Where::$where_,
            run: |visit| Box::pin($module::$name(visit)),
        }),*),*]
    };
}

/// Every journey.
pub fn all() -> Vec<Journey> {
    [in_several_ways(), over_http(), in_some_engines()].concat()
}

/// Those that also run from the disk, or without wasm.
#[expect(clippy::too_many_lines, reason = "one list")]
fn in_several_ways() -> Vec<Journey> {
    journeys! {
        Everywhere:
            recorders::whatever_a_page_leaves_behind_is_noticed,
            profiles::a_relative_reaches_the_carers_platform,
            profiles::an_ill_person_in_an_ehpad_is_told_who_comes,
            profiles::a_professional_at_night_is_told_what_is_not_covered,
            answers::going_back_finds_the_answer_again,
            answers::a_changed_answer_tells_what_it_drops,
            answers::an_unknown_commune_is_explained_and_nothing_is_lost,
            answers::an_emergency_stands_alone_and_can_be_left,
            accessibility::the_keyboard_alone_reaches_the_outcome,
            embedding::two_widgets_do_not_know_of_each_other,
            embedding::a_div_that_editors_keep_is_the_element,
            embedding::the_page_that_stands_alone_works,
            embedding::the_page_that_stands_alone_says_nothing,
            keep::a_copied_link_reopens_the_same_outcome,
            keep::what_cannot_be_copied_is_selected_in_a_field,
            keep::a_damaged_link_is_told_and_starts_afresh,
            keep_saved::an_offline_copy_opens_at_the_same_outcome,
            keep_saved::a_page_saved_at_any_step_reopens_with_one_widget,
            back::the_browsers_way_back_walks_through_the_questions,
            forms::clicks_that_the_page_stops_still_answer,
            forms::nothing_can_be_sent,
            frame::the_frame_is_thin,
            hosts::async_or_inserted_by_another_script,
            hosts::twice_at_the_end_of_a_page_in_quirks_mode,
            hosts::changed_prototypes_and_module_globals,
            hosts::every_style_unset,
            hosts::a_right_to_left_page,
            hosts::a_shadow_root_of_the_host,
            hosts::storage_that_throws,
            life::moved_and_reinserted,
            life::a_change_of_language_around_it,
            faults::a_closed_tree_is_taken_over,
            faults::another_document_takes_the_element,
            faults::a_translated_page_goes_on,
            faults::a_translated_page_shows_what_was_translated,
            faults::the_emergency_line_can_be_translated,
            steady::what_follows_stays_in_its_place,
            views::a_structure_is_found_by_its_misspelt_name,
            views::the_map_tells_what_a_commune_has_and_lacks,
            views::the_answers_stay_while_one_looks_elsewhere;
        Wasm:
            embedding::the_fallback_stays_without_webassembly,
            faults::an_engine_that_keeps_one_waiting,
            faults::no_contact_is_shown_twice,
            faults::every_fallback_leads_to_the_hosted_page,
            hosts_failing::an_absent_webassembly_is_named,
            filiere::another_filiere_is_built_in,
            filiere::the_second_script_may_come_last,
            workshop::a_number_is_corrected_and_published,
            workshop::a_structure_is_moved_and_the_report_counts,
            workshop::a_fault_stands_at_its_field_and_nothing_is_published,
            workshop::a_page_reloaded_in_the_middle_loses_nothing;
        Served:
            hosts::a_sandboxed_frame,
            hosts::a_strict_policy,
            hosts::trusted_types,
            paper_alone::our_print_button_prints_the_sheet_alone;
    }
}

/// Those for which a server is enough.
#[expect(clippy::too_many_lines, reason = "one list")]
fn over_http() -> Vec<Journey> {
    journeys! {
        Http:
            outcomes::the_screen_says_what_the_sheet_says,
            back::two_widgets_share_one_way_back,
            back::a_frame_has_its_own_way_back,
            back::a_page_may_do_without,
            back::a_router_is_left_alone,
            back::widgets_that_left_hear_nothing,
            layouts::every_layout_gives_it_room,
            layouts::letters_keep_their_size,
            keep::a_copied_text_says_what_the_outcome_does,
            keep::a_page_left_and_come_back_to_has_forgotten,
            keep::what_is_told_too_late_changes_nothing,
            handed::what_is_shared_is_the_sheet,
            handed::a_structure_goes_to_the_address_book,
            handed::a_link_speaks_to_its_own_widget,
            handed::a_script_from_elsewhere_makes_its_copy,
            handed::every_screen_lets_one_forget,
            answers::the_commune_can_be_taken_from_the_list,
            answers::restarting_forgets_every_answer,
            accessibility::a_relatives_screens_break_no_rule,
            accessibility::an_ill_persons_screens_break_no_rule,
            accessibility::a_professionals_screens_break_no_rule,
            accessibility::an_emergency_and_an_error_break_no_rule,
            flow::the_drawing_marks_the_way_gone,
            flow::the_drawing_is_zoomed_by_keys_and_buttons,
            flow::the_words_of_the_drawing_stand_apart,
            flow::a_box_of_the_drawing_opens_its_question,
            flow::the_drawing_is_also_a_list_of_every_question,
            sheet::every_screen_fits_a_phone_and_a_desk,
            sheet::a_screen_that_is_turned_fits_again,
            filiere::a_page_carries_its_own_dataset,
            filiere::bad_data_are_refused_with_their_problems,
            filiere::the_missing_second_script_is_told,
            hosts::integrity_from_another_origin_under_a_base,
            frames::a_frame_of_another_origin_tells_its_height,
            frames::a_stranger_hears_no_height,
            frames::a_frame_without_rights_leads_to_the_page,
            frames::a_message_that_is_not_the_frames_is_not_heard,
            paper_alone::a_frame_that_may_not_print_says_so,
            hosts_failing::a_policy_against_wasm_is_named,
            hosts_failing::a_changed_file_is_named,
            hosts_failing::a_trap_shows_the_contacts,
            hosts_failing::a_refused_or_truncated_script_leaves_the_content,
            hosts_failing::another_script_with_the_same_element_is_named,
            hosts_failing::a_wrong_attribute_is_named,
            theme::a_themes_style_sheets_change_nothing,
            help::whatever_fails_help_stands_there,
            help::a_trap_at_the_start_shows_the_contacts,
            help::a_trap_at_any_step_shows_the_contacts,
            help::every_changed_letter_is_noticed,
            hostile_data::what_the_data_say_is_text,
            silence::nothing_leaves_whatever_is_touched,
            endurance::whatever_is_done_the_widget_stands,
            endurance::two_thousand_widgets_leave_nothing,
            drawn::the_posters_hold_in_any_font,
            drawn::the_drawing_holds_in_any_font,
            guide::the_integrators_page_breaks_no_rule_and_says_nothing,
            guide::a_choice_changes_the_code_and_the_preview,
            guide::the_code_takes_the_form_that_the_tool_keeps,
            diagnosis::what_is_pasted_is_told_as_it_is,
            diagnosis::the_bookmark_tells_what_is_wrong_where_it_is,
            diagnosis::the_bookmark_compares_the_file,
            diagnosis_place::a_policy_is_told_on_its_own_page,
            diagnosis_place::a_frame_that_works_is_said_to_work,
            diagnosis_place::the_panel_can_be_read_and_closed,
            diagnosis_place::the_same_can_be_pasted_into_a_page,
            views::a_filter_narrows_the_directory,
            views::the_gradation_opens_to_the_teams_of_a_commune,
            views::the_coverage_says_its_holes_and_can_be_taken_away,
            views::a_term_opens_where_it_stands,
            views::a_page_may_offer_one_view_only,
            views::every_view_fits_and_breaks_no_rule,
            wordpress::an_author_publishes_a_block_and_a_shortcode,
            wordpress::an_address_becomes_a_frame_that_may_call,
            wordpress_diagnosis::the_diagnosis_is_true_on_a_real_site,
            workshop_more::a_click_in_the_widget_leads_to_its_field,
            workshop_more::the_national_register_is_taken_up_again,
            workshop_more::an_archive_and_a_script_are_opened_again,
            workshop_more::two_tabs_do_not_write_over_each_other,
            workshop_looks::every_part_of_the_workshop_fits_and_breaks_no_rule;
    }
}

/// Those that not every engine can run.
fn in_some_engines() -> Vec<Journey> {
    journeys! {
        Chromium:
            budget::an_outcome_stays_within_its_budget,
            budget::an_outcome_fits_every_width,
            routers::turbo_is_left_alone,
            routers::htmx_is_left_alone,
            really_saved::a_page_saved_by_the_browser_itself_works,
            really_saved::a_page_kept_as_one_file_can_be_read,
            life::preferences_are_followed_as_they_change,
            workshop_looks::what_is_wrong_is_told_at_once,
            steady::the_browser_counts_no_shift,
            paper::an_outcome_fits_its_sheet;
        Settable:
            layouts::letters_follow_the_visitor;
        Printers:
            paper::long_lists_are_printed_on_request,
            paper::the_views_fit_their_sheets,
            paper::a_host_page_prints_its_outcome,
            paper::the_printed_sheet_keeps_the_emergency_line,
            drawn::the_posters_hold_on_paper_in_any_font;
    }
}
