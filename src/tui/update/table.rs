//! The commands that are no screen's own: everywhere, in an open case, in tables, in what lies over a screen.

use std::sync::LazyLock;

use crate::session::new_case::Wizard;
use crate::session::on_disk::Overwrite;
use crate::session::{AskedBy, Purpose};
use crate::tui::actions::{
    self, access, analyses, edits, exporting, history, jobs, moving, opening, own, prompts, proposals, repeat,
    scenarios, second_case, what_if,
};
use crate::tui::event::Effect;
use crate::tui::popups::{confirm, form, import, keys, list, merge, options, prompt, text};
use crate::tui::screens::{SCREENS, portfolio};
use crate::tui::state::{App, Binding, Command as C, Context, Entry, Keymap, Registry, Run as R, Setup, bind};

/// Every screen and every command.
static REGISTRY: LazyLock<Registry> = LazyLock::new(|| Registry::new(SCREENS, of));

/// Every command.
pub static COMMANDS: LazyLock<Vec<Entry>> = LazyLock::new(|| REGISTRY.entries.clone());

impl App {
    /// The interface before anything is open.
    pub fn new(setup: &Setup, size: (u16, u16)) -> Self {
        Self::with(&REGISTRY, setup, size)
    }
}

impl Default for Keymap {
    fn default() -> Self {
        Self::new(&REGISTRY)
    }
}

impl Keymap {
    /// The keymap that a file makes of the default, with a sentence for each thing that is wrong with the file; the rest of the file
    /// holds.
    pub fn from_toml(text: &str) -> (Self, Vec<String>) {
        Self::read(&REGISTRY, text)
    }
}

/// The page of keys, in Markdown: what `src/tui/KEYS.md` holds.
pub fn key_page() -> String {
    Keymap::default().page()
}

/// The commands of a place, in the order of the help.
fn of(context: Context) -> Vec<Binding> {
    let lines = match context {
        Context::Always => ALWAYS,
        Context::Everywhere => {
            let shown = SCREENS.iter().flat_map(|spec| {
                let go = spec.go.map(|keys| bind(C::Go(spec.screen), spec.screen.0, keys, 0, R::Which(actions::go)));
                go.into_iter().chain(spec.everywhere.iter().copied())
            });
            return EVERYWHERE.iter().copied().chain(shown).chain(EVERYWHERE_TOO.iter().copied()).collect();
        }
        Context::Case => CASE,
        Context::Table => TABLE,
        Context::Screen(screen) => {
            SCREENS.iter().find(|spec| spec.screen == screen).map_or(&[][..], |spec| spec.commands)
        }
        Context::Line => prompt::COMMANDS,
        Context::List => list::COMMANDS,
        Context::Typing => keys::COMMANDS,
        Context::Question => confirm::COMMANDS,
        Context::Dialog => text::COMMANDS,
        Context::Form => form::COMMANDS,
        Context::Options => options::COMMANDS,
        Context::Conflicts => merge::COMMANDS,
        Context::Import => import::COMMANDS,
    };
    lines.to_vec()
}

/// Also while something is typed or asked.
#[rustfmt::skip]
const ALWAYS: &[Binding] = &[
    bind(C::Suspend, "suspend", &["ctrl-z"], 0, R::It(|app| app.effects.push(Effect::Suspend))),
    bind(C::Redraw, "redraw", &["ctrl-l"], 0, R::It(|app| app.effects.push(Effect::Redraw))),
];

/// Everywhere, before those that show a screen.
#[rustfmt::skip]
const EVERYWHERE: &[Binding] = &[
    bind(C::Help, "help", &["?", "f1"], 8, R::It(list::help)),
    bind(C::Palette, "palette", &[":"], 8, R::It(list::palette)),
    bind(C::Back, "back", &["esc"], 0, R::It(actions::back)),
    bind(C::Close, "close", &["q"], 9, R::It(opening::close)),
    bind(C::Cancel, "cancel", &["ctrl-c"], 0, R::It(actions::cancel)),
    bind(C::NextScreen, "next-screen", &["tab"], 0, R::Which(actions::step_screen)),
    bind(C::PreviousScreen, "previous-screen", &["shift-tab"], 0, R::Which(actions::step_screen)),
];

/// Everywhere, after those that show a screen.
#[rustfmt::skip]
const EVERYWHERE_TOO: &[Binding] = &[
    bind(C::OpenCase, "open", &["ctrl-o"], 0, R::It(opening::choose_case)),
    bind(C::NewCase, "new", &["ctrl-n"], 0, R::It(|app| prompts::ask_wizard(app, Wizard::default()))),
    bind(C::ImportList, "import", &["f7"], 0, R::It(second_case::ask_list)),
    bind(C::Tour, "tour", &["f9"], 0, R::It(actions::tour)),
    bind(C::NextTheme, "theme", &["f3"], 0, R::It(actions::next_theme)),
    bind(C::ToggleAscii, "ascii", &["f4"], 0, R::It(actions::toggle_ascii)),
    bind(C::ShowMessage, "message", &["f8"], 0, R::It(actions::show_message)),
    bind(C::WriteKeymap, "write-keymap", &[], 0, R::It(|app| app.effects.push(Effect::WriteKeymap(app.keymap.to_toml())))),
];

/// On every screen of a case.
#[rustfmt::skip]
const CASE: &[Binding] = &[
    bind(C::Save, "save", &["ctrl-s"], 6, R::It(|app| opening::save(app, Overwrite::Ask))),
    bind(C::SaveWithReason, "save-why", &[], 0, R::It(opening::ask_why)),
    bind(C::Undo, "undo", &["u"], 5, R::Which(opening::undo)),
    bind(C::Redo, "redo", &["ctrl-r"], 0, R::Which(opening::undo)),
    bind(C::Optimise, "optimise", &["o"], 4, R::It(|app| jobs::optimise(app, Purpose::Recommend, AskedBy::Planner))),
    bind(C::ToggleFollow, "follow", &["O"], 0, R::It(jobs::toggle_follow)),
    bind(C::CancelJob, "stop", &["ctrl-x"], 0, R::It(jobs::stop)),
    bind(C::Export, "export", &["E"], 7, R::It(exporting::choose_export)),
    bind(C::ExportOwn, "export-own", &["ctrl-e"], 0, R::It(exporting::ask_export_own)),
    bind(C::Reload, "reload", &["f5"], 0, R::It(access::reload)),
    bind(C::TakeRecommended, "take", &["R"], 0, R::It(own::take_recommended)),
    bind(C::OwnFromFile, "own-from-file", &["ctrl-t"], 0, R::It(second_case::ask_own)),
    bind(C::ClearOwn, "clear-own", &[], 0, R::It(own::empty)),
    bind(C::LockOwn, "lock-own", &["K"], 0, R::It(own::lock_own)),
    bind(C::CompleteOwn, "complete-own", &["C"], 0, R::It(|app| jobs::optimise(app, Purpose::Complete, AskedBy::Planner))),
    bind(C::KeepForComparison, "keep", &["M"], 0, R::It(proposals::ask_keep)),
    bind(C::StopAnalysis, "stop-analysis", &[], 0, R::It(analyses::stop)),
    bind(C::ShowProof, "proof", &["p"], 0, R::It(portfolio::show_proof)),
    bind(C::ShowHistory, "history", &["f6"], 0, R::It(history::show)),
    bind(C::TryOn, "try-on", &["Z"], 0, R::It(what_if::try_on)),
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
    bind(C::Edit, "edit", &["enter", "f2"], 1, R::It(edits::edit)),
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
    bind(C::CopyCell, "copy-cell", &["y"], 7, R::Which(moving::copy)),
    bind(C::CopyRow, "copy-row", &["Y"], 0, R::Which(moving::copy)),
    bind(C::CopyColumn, "copy-column", &["ctrl-y"], 0, R::Which(moving::copy)),
    bind(C::AddRow, "add-row", &["a"], 6, R::Which(edits::add_row)),
    bind(C::DuplicateRow, "duplicate-row", &["A"], 0, R::Which(edits::add_row)),
    bind(C::ClearCells, "clear-cells", &["delete"], 0, R::It(edits::clear_cells)),
    bind(C::DeleteRows, "delete-rows", &["D"], 0, R::It(edits::delete_rows)),
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
