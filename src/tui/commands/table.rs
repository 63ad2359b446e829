//! The commands that are no screen's own: everywhere, in an open case, in tables, in what lies over a screen.

use std::sync::LazyLock;

use super::{Command, Command as C, Context, Run, Run as R};
use crate::messages::text_of;
use crate::tui::update::{
    self, access, analyses, edits, history, jobs, kept, moving, opening, own, repeat, scenarios, second_case, what_if,
};
use crate::tui::{popups, screens};

/// A line of the table of commands.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// The command.
    pub command: Command,
    /// Its name in keymap files.
    pub id: &'static str,
    /// The keys that it has unless the keymap file changes them.
    pub keys: &'static [&'static str],
    /// Where it means something.
    pub context: Context,
    /// How soon the footer shows it: 1 first, 9 last, 0 never.
    pub hint: u8,
    /// What does it.
    pub(crate) run: Run,
}

impl Entry {
    /// Its name in the footer and the palette.
    pub fn title(&self) -> String {
        match self.command {
            Command::Go(screen) => screen.title(),
            Command::GoAnalysis(kind) => kind.spec().title(),
            _ => text_of("command", self.context.id(), self.id, "title"),
        }
    }

    /// What it does, in one sentence.
    pub fn doc(&self) -> String {
        match self.command {
            Command::Go(screen) => text_of("screen", "", screen.0, "doc"),
            Command::GoAnalysis(kind) => kind.spec().question(),
            _ => text_of("command", self.context.id(), self.id, "doc"),
        }
    }
}

/// A line of the table of commands before it is known where it stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Binding {
    command: Command,
    id: &'static str,
    keys: &'static [&'static str],
    hint: u8,
    run: Run,
}

impl Binding {
    /// The line in a place.
    fn entry(&self, context: Context) -> Entry {
        let Self { command, id, keys, hint, run } = *self;
        Entry { command, id, keys, context, hint, run }
    }
}

/// A command with its name in keymap files, its keys, how soon the footer shows it, and what does it.
pub(crate) const fn bind(
    command: Command,
    id: &'static str,
    keys: &'static [&'static str],
    hint: u8,
    run: Run,
) -> Binding {
    Binding { command, id, keys, hint, run }
}

/// Every command.
pub static COMMANDS: LazyLock<Vec<Entry>> = LazyLock::new(|| Context::all().iter().copied().flat_map(of).collect());

/// The commands of a place, in the order of the help.
fn of(context: Context) -> Vec<Entry> {
    let lines: &[Binding] = match context {
        Context::Always => ALWAYS,
        Context::Everywhere => {
            let shown = screens::SCREENS
                .iter()
                .flat_map(|spec| spec.binding().into_iter().chain(spec.everywhere.iter().copied()));
            return EVERYWHERE
                .iter()
                .copied()
                .chain(shown)
                .chain(EVERYWHERE_TOO.iter().copied())
                .map(|it| it.entry(context))
                .collect();
        }
        Context::Case => CASE,
        Context::Table => TABLE,
        Context::Screen(screen) => screen.spec().commands,
        Context::Line => popups::prompt::COMMANDS,
        Context::List => popups::list::OF_LIST,
        Context::Typing => popups::COMMANDS,
        Context::Question => popups::confirm::COMMANDS,
        Context::Dialog => popups::text::COMMANDS,
        Context::Form => popups::form::COMMANDS,
        Context::Options => OPTIONS,
        Context::Conflicts => popups::merge::COMMANDS,
    };
    lines.iter().map(|line| line.entry(context)).collect()
}

/// Also while something is typed or asked.
#[rustfmt::skip]
const ALWAYS: &[Binding] = &[
    bind(C::Suspend, "suspend", &["ctrl-z"], 0, R::Do(update::suspend)),
    bind(C::Redraw, "redraw", &["ctrl-l"], 0, R::Do(update::redraw)),
];

/// Everywhere, before those that show a screen.
#[rustfmt::skip]
const EVERYWHERE: &[Binding] = &[
    bind(C::Help, "help", &["?", "f1"], 8, R::It(update::popups::help)),
    bind(C::Palette, "palette", &[":"], 8, R::It(update::palette)),
    bind(C::Back, "back", &["esc"], 0, R::Do(update::back)),
    bind(C::Close, "close", &["q"], 9, R::Do(opening::close)),
    bind(C::Cancel, "cancel", &["ctrl-c"], 0, R::Do(update::cancel)),
    bind(C::NextScreen, "next-screen", &["tab"], 0, R::Which(update::step_screen)),
    bind(C::PreviousScreen, "previous-screen", &["shift-tab"], 0, R::Which(update::step_screen)),
];

/// Everywhere, after those that show a screen.
#[rustfmt::skip]
const EVERYWHERE_TOO: &[Binding] = &[
    bind(C::OpenCase, "open", &["ctrl-o"], 0, R::Do(opening::choose_case)),
    bind(C::NewCase, "new", &["ctrl-n"], 0, R::It(opening::new_case)),
    bind(C::Tour, "tour", &["f2"], 0, R::Do(update::tour)),
    bind(C::NextTheme, "theme", &["f3"], 0, R::Do(update::next_theme)),
    bind(C::ToggleAscii, "ascii", &["f4"], 0, R::Do(update::toggle_ascii)),
    bind(C::ShowMessage, "message", &["f8"], 0, R::It(update::show_message)),
    bind(C::WriteKeymap, "write-keymap", &[], 0, R::Do(update::write_keymap)),
];

/// On every screen of a case.
#[rustfmt::skip]
const CASE: &[Binding] = &[
    bind(C::Save, "save", &["ctrl-s"], 6, R::Do(opening::save_now)),
    bind(C::Undo, "undo", &["u"], 5, R::Which(opening::undo)),
    bind(C::Redo, "redo", &["ctrl-r"], 0, R::Which(opening::undo)),
    bind(C::Optimise, "optimise", &["o"], 4, R::Do(jobs::recommend)),
    bind(C::ToggleFollow, "follow", &["O"], 0, R::Do(jobs::toggle_follow)),
    bind(C::CancelJob, "stop", &["ctrl-x"], 0, R::Do(jobs::stop)),
    bind(C::Export, "export", &["E"], 7, R::It(opening::ask_export)),
    bind(C::ExportOwn, "export-own", &["ctrl-e"], 0, R::It(opening::ask_export_own)),
    bind(C::Reload, "reload", &["f5"], 0, R::Do(access::reload)),
    bind(C::TakeRecommended, "take", &["R"], 0, R::It(own::take_recommended)),
    bind(C::OwnFromFile, "own-from-file", &["ctrl-t"], 0, R::Do(second_case::ask_own)),
    bind(C::ClearOwn, "clear-own", &[], 0, R::It(own::empty)),
    bind(C::LockOwn, "lock-own", &["K"], 0, R::It(own::lock_own)),
    bind(C::CompleteOwn, "complete-own", &["C"], 0, R::Do(jobs::complete)),
    bind(C::KeepForComparison, "keep", &["M"], 0, R::It(kept::ask_keep)),
    bind(C::StopStudy, "stop-analysis", &[], 0, R::Do(analyses::stop)),
    bind(C::ShowProof, "proof", &["p"], 0, R::It(jobs::show_proof)),
    bind(C::ShowHistory, "history", &["f6"], 0, R::It(history::show)),
    bind(C::TryOn, "try-on", &["Z"], 0, R::Do(what_if::try_on)),
    bind(C::FromEdits, "from-edits", &["i"], 0, R::It(scenarios::from_edits)),
];

/// In tables.
#[rustfmt::skip]
const TABLE: &[Binding] = &[
    bind(C::Down, "down", &["j", "down"], 0, R::Which(moving::go)),
    bind(C::Up, "up", &["k", "up"], 0, R::Which(moving::go)),
    bind(C::Left, "left", &["h", "left"], 0, R::Which(moving::go)),
    bind(C::Right, "right", &["l", "right"], 0, R::Which(moving::go)),
    bind(C::PageDown, "page-down", &["ctrl-d", "pagedown"], 0, R::Which(moving::go)),
    bind(C::PageUp, "page-up", &["ctrl-u", "pageup"], 0, R::Which(moving::go)),
    bind(C::Top, "top", &["g", "ctrl-home"], 0, R::Which(moving::go)),
    bind(C::Bottom, "bottom", &["G", "ctrl-end"], 0, R::Which(moving::go)),
    bind(C::FirstColumn, "first-column", &["^", "home"], 0, R::Which(moving::go)),
    bind(C::LastColumn, "last-column", &["$", "end"], 0, R::Which(moving::go)),
    bind(C::GoColumn, "go-column", &["c"], 0, R::It(moving::choose_column)),
    bind(C::Edit, "edit", &["enter"], 1, R::It(edits::edit)),
    bind(C::EditRow, "edit-row", &["e"], 3, R::It(edits::edit_row)),
    bind(C::Search, "search", &["/"], 0, R::Which(moving::ask)),
    bind(C::NextMatch, "next-match", &["n"], 0, R::Which(moving::find_next)),
    bind(C::PreviousMatch, "previous-match", &["N"], 0, R::Which(moving::find_next)),
    bind(C::Filter, "filter", &["f"], 4, R::Which(moving::ask)),
    bind(C::ClearFilter, "clear-filter", &["F"], 0, R::Which(moving::arrange)),
    bind(C::OnlyThis, "only-this", &[","], 0, R::It(moving::only_this)),
    bind(C::Values, "values", &["#"], 0, R::It(moving::show_values)),
    bind(C::Sort, "sort", &["s"], 5, R::Which(moving::arrange)),
    bind(C::Hide, "hide-column", &["H"], 0, R::Which(moving::arrange)),
    bind(C::ShowAll, "show-columns", &["U"], 0, R::Which(moving::arrange)),
    bind(C::Pin, "pin-column", &["!"], 0, R::Which(moving::arrange)),
    bind(C::Narrower, "narrower", &["<"], 0, R::Which(moving::arrange)),
    bind(C::Wider, "wider", &[">"], 0, R::Which(moving::arrange)),
    bind(C::Fit, "fit-column", &["_"], 0, R::Which(moving::arrange)),
    bind(C::WholeCell, "whole-cell", &["t"], 0, R::It(moving::show_cell)),
    bind(C::Mark, "mark", &["v"], 0, R::Which(moving::mark)),
    bind(C::MarkRange, "mark-range", &["V"], 0, R::It(moving::mark_range)),
    bind(C::MarkDown, "mark-down", &["shift-down"], 0, R::Which(moving::mark_on)),
    bind(C::MarkUp, "mark-up", &["shift-up"], 0, R::Which(moving::mark_on)),
    bind(C::MarkAll, "mark-all", &["ctrl-a"], 0, R::Which(moving::mark)),
    bind(C::Bulk, "bulk", &["b", "="], 0, R::It(edits::bulk)),
    bind(C::Repeat, "repeat", &["."], 0, R::It(repeat::again)),
    bind(C::FillDown, "fill-down", &["J"], 0, R::It(edits::fill_down)),
    bind(C::CopyCell, "copy-cell", &["y"], 7, R::DoWhich(moving::copy)),
    bind(C::CopyRow, "copy-row", &["Y"], 0, R::DoWhich(moving::copy)),
    bind(C::CopyColumn, "copy-column", &["ctrl-y"], 0, R::DoWhich(moving::copy)),
    bind(C::AddRow, "add-row", &["a"], 6, R::Which(edits::add_row)),
    bind(C::DuplicateRow, "duplicate-row", &["A"], 0, R::Which(edits::add_row)),
    bind(C::DeleteRows, "delete-rows", &["D", "delete"], 0, R::It(edits::delete_rows)),
];

/// In the options of an analysis.
#[rustfmt::skip]
const OPTIONS: &[Binding] = &[
    bind(C::Edit, "edit", &["enter"], 1, R::It(update::popups::edit_option)),
    bind(C::RunStudy, "run", &["r"], 2, R::Do(update::popups::run_options)),
    bind(C::Back, "back", &["esc", "q"], 3, R::Do(opening::close_popup)),
    bind(C::Down, "down", &["j", "down", "tab"], 0, R::Which(update::popups::move_on)),
    bind(C::Up, "up", &["k", "up", "shift-tab"], 0, R::Which(update::popups::move_on)),
    bind(C::Help, "help", &["?", "f1"], 7, R::It(update::popups::help)),
    bind(C::Cancel, "cancel", &["ctrl-c"], 0, R::Do(update::cancel)),
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn an_id_names_one_command_of_a_context() {
        let mut seen = HashSet::new();
        for entry in COMMANDS.iter() {
            assert!(seen.insert((entry.context, entry.id)), "{} twice in {}", entry.id, entry.context.id());
        }
    }

    #[test]
    fn every_command_is_described_in_full_sentences() {
        for entry in COMMANDS.iter() {
            assert!(entry.doc().ends_with('.') && (1..32).contains(&entry.title().len()), "{}", entry.id);
        }
    }
}
