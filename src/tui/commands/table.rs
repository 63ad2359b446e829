//! The commands that are no screen's own: everywhere, in an open case, in tables, in what lies over a screen.

use std::sync::LazyLock;

use super::{Command, Command as C, Context, Run, Run as R};
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
    /// Its name in the footer and the palette.
    pub title: &'static str,
    /// What it does, in one sentence.
    pub doc: &'static str,
    /// The keys that it has unless the keymap file changes them.
    pub keys: &'static [&'static str],
    /// Where it means something.
    pub context: Context,
    /// How soon the footer shows it: 1 first, 9 last, 0 never.
    pub hint: u8,
    /// What does it.
    pub(crate) run: Run,
}

/// A line of the table of commands before it is known where it stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Binding {
    command: Command,
    id: &'static str,
    title: &'static str,
    doc: &'static str,
    keys: &'static [&'static str],
    hint: u8,
    run: Run,
}

impl Binding {
    /// The line in a place.
    fn entry(&self, context: Context) -> Entry {
        let Self { command, id, title, doc, keys, hint, run } = *self;
        Entry { command, id, title, doc, keys, context, hint, run }
    }
}

/// A command with its name in keymap files, its keys, how soon the footer shows it, its name, what it does in one sentence, and
/// what does it.
#[expect(clippy::too_many_arguments, reason = "a line of a table of commands reads best as a line")]
pub(crate) const fn bind(
    command: Command,
    id: &'static str,
    keys: &'static [&'static str],
    hint: u8,
    title: &'static str,
    doc: &'static str,
    run: Run,
) -> Binding {
    Binding { command, id, title, doc, keys, hint, run }
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
                .flat_map(|spec| spec.go.iter().map(|go| go.binding(spec)).chain(spec.everywhere.iter().copied()));
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
    bind(C::Suspend, "suspend", &["ctrl-z"], 0, "Suspend", "Gives the terminal back to the shell; `fg` comes back.", R::Do(update::suspend)),
    bind(C::Redraw, "redraw", &["ctrl-l"], 0, "Redraw", "Draws the whole screen anew.", R::Do(update::redraw)),
];

/// Everywhere, before those that show a screen.
#[rustfmt::skip]
const EVERYWHERE: &[Binding] = &[
    bind(C::Help, "help", &["?", "f1"], 8, "Help", "Shows every key that works here, to be searched.", R::It(update::popups::help)),
    bind(C::Palette, "palette", &[":"], 8, "Commands", "Finds a command by its name and does it.", R::It(update::palette)),
    bind(C::Back, "back", &["esc"], 0, "Back", "Goes back one layer; never quits.", R::Do(update::back)),
    bind(C::Close, "close", &["q"], 9, "Close, quit", "Closes the top layer; on a screen it quits, after a question where something would be lost.", R::Do(opening::close)),
    bind(C::Cancel, "cancel", &["ctrl-c"], 0, "Stop", "Stops the running work first; with nothing running it quits, after a question where something would be lost.", R::Do(update::cancel)),
    bind(C::NextScreen, "next-screen", &["tab"], 0, "Next screen", "Goes to the next screen.", R::Which(update::step_screen)),
    bind(C::PreviousScreen, "previous-screen", &["shift-tab"], 0, "Previous screen", "Goes to the previous screen.", R::Which(update::step_screen)),
];

/// Everywhere, after those that show a screen.
#[rustfmt::skip]
const EVERYWHERE_TOO: &[Binding] = &[
    bind(C::OpenCase, "open", &["ctrl-o"], 0, "Open a case", "Chooses another case.", R::Do(opening::choose_case)),
    bind(C::NewCase, "new", &["ctrl-n"], 0, "New case", "Makes a new case step by step.", R::It(opening::new_case)),
    bind(C::Tour, "tour", &["f2"], 0, "Guided tour", "Walks through the tutorial case in five minutes.", R::Do(update::tour)),
    bind(C::NextTheme, "theme", &["f3"], 0, "Next theme", "Goes to the next theme: terminal, colour-blind, high-contrast, mono.", R::Do(update::next_theme)),
    bind(C::ToggleAscii, "ascii", &["f4"], 0, "ASCII characters", "Draws lines and bars with ASCII characters, or with Unicode again.", R::Do(update::toggle_ascii)),
    bind(C::ShowMessage, "message", &["f8"], 0, "Last message", "Shows the last line of news whole.", R::It(update::show_message)),
    bind(C::WriteKeymap, "write-keymap", &[], 0, "Write a keymap file", "Writes a file with every key into the settings folder, to be changed there.", R::Do(update::write_keymap)),
];

/// On every screen of a case.
#[rustfmt::skip]
const CASE: &[Binding] = &[
    bind(C::Save, "save", &["ctrl-s"], 6, "Save", "Saves what was changed; files that were not changed stay as they are.", R::Do(opening::save_now)),
    bind(C::Undo, "undo", &["u"], 5, "Undo", "Undoes the last change.", R::Which(opening::undo)),
    bind(C::Redo, "redo", &["ctrl-r"], 0, "Redo", "Does the last undone change again.", R::Which(opening::undo)),
    bind(C::Optimise, "optimise", &["o"], 4, "Optimise", "Looks for the best portfolio now.", R::Do(jobs::recommend)),
    bind(C::ToggleFollow, "follow", &["O"], 0, "Follow edits", "Optimises again after each edit, or no longer.", R::Do(jobs::toggle_follow)),
    bind(C::CancelJob, "stop", &["ctrl-x"], 0, "Stop optimising", "Stops the running work and keeps the best found so far.", R::Do(jobs::stop)),
    bind(C::Export, "export", &["E"], 7, "Export", "Writes the recommended portfolio to a file, in the format of its ending.", R::It(opening::ask_export)),
    bind(C::ExportOwn, "export-own", &["ctrl-e"], 0, "Export own", "Writes your own portfolio to a file, in the format of its ending.", R::It(opening::ask_export_own)),
    bind(C::Reload, "reload", &["f5"], 0, "Read from disk", "Reads the case again where somebody changed its files on disk; your own portfolio stays.", R::Do(access::reload)),
    bind(C::TakeRecommended, "take", &["R"], 0, "Take recommended as own", "Makes the own portfolio the same as the recommended one.", R::It(own::take_recommended)),
    bind(C::OwnFromFile, "own-from-file", &["ctrl-t"], 0, "Own from a file", "Makes the own portfolio that of a file, such as a colleague's export or a kept one; undo brings the old one back.", R::Do(second_case::ask_own)),
    bind(C::ClearOwn, "clear-own", &[], 0, "Empty the own portfolio", "Takes every candidate out of the own portfolio.", R::It(own::empty)),
    bind(C::LockOwn, "lock-own", &["K"], 0, "Lock what is marked", "Locks the marked candidates in; without marks, those of the own portfolio.", R::It(own::lock_own)),
    bind(C::CompleteOwn, "complete-own", &["C"], 0, "Complete the own portfolio", "Looks for the best portfolio that contains the own one, and takes it as own.", R::Do(jobs::complete)),
    bind(C::KeepForComparison, "keep", &["M"], 0, "Keep for comparison", "Keeps the recommended portfolio of now under a name, to be compared with others, also at the next start.", R::It(kept::ask_keep)),
    bind(C::StopStudy, "stop-analysis", &[], 0, "Stop the analysis", "Stops the running analysis and those that wait, and keeps what is finished.", R::Do(analyses::stop)),
    bind(C::ShowProof, "proof", &["p"], 0, "The proof", "Says what is proven of the recommended portfolio, by whom and how.", R::It(jobs::show_proof)),
    bind(C::ShowHistory, "history", &["f6"], 0, "Every step", "Lists every step that was done or undone, and goes back or forth to any of them.", R::It(history::show)),
    bind(C::TryOn, "try-on", &["Z"], 0, "Scenario on or off", "Shows the whole case under a scenario, or the case itself again; edits go into the scenario meanwhile.", R::Do(what_if::try_on)),
    bind(C::FromEdits, "from-edits", &["i"], 0, "Edits into a scenario", "What was edited since the last save becomes a scenario instead; the case is as it was saved.", R::It(scenarios::from_edits)),
];

/// In tables.
#[rustfmt::skip]
const TABLE: &[Binding] = &[
    bind(C::Down, "down", &["j", "down"], 0, "Down", "Moves down.", R::Which(moving::go)),
    bind(C::Up, "up", &["k", "up"], 0, "Up", "Moves up.", R::Which(moving::go)),
    bind(C::Left, "left", &["h", "left"], 0, "Left", "Moves one column to the left.", R::Which(moving::go)),
    bind(C::Right, "right", &["l", "right"], 0, "Right", "Moves one column to the right.", R::Which(moving::go)),
    bind(C::PageDown, "page-down", &["ctrl-d", "pagedown"], 0, "Page down", "Moves half a screen down.", R::Which(moving::go)),
    bind(C::PageUp, "page-up", &["ctrl-u", "pageup"], 0, "Page up", "Moves half a screen up.", R::Which(moving::go)),
    bind(C::Top, "top", &["g", "ctrl-home"], 0, "First row", "Goes to the first row.", R::Which(moving::go)),
    bind(C::Bottom, "bottom", &["G", "ctrl-end"], 0, "Last row", "Goes to the last row.", R::Which(moving::go)),
    bind(C::FirstColumn, "first-column", &["^", "home"], 0, "First column", "Goes to the first column.", R::Which(moving::go)),
    bind(C::LastColumn, "last-column", &["$", "end"], 0, "Last column", "Goes to the last column.", R::Which(moving::go)),
    bind(C::GoColumn, "go-column", &["c"], 0, "Go to a column", "Finds a column by a few letters of its name, also a hidden one, and goes to it.", R::It(moving::choose_column)),
    bind(C::Edit, "edit", &["enter"], 1, "Edit", "Edits the cell, or opens what it stands for.", R::It(edits::edit)),
    bind(C::EditRow, "edit-row", &["e"], 3, "Form", "Edits the whole row in a form.", R::It(edits::edit_row)),
    bind(C::Search, "search", &["/"], 0, "Search", "Looks for a text; ‹next-match› and ‹previous-match› go on.", R::Which(moving::ask)),
    bind(C::NextMatch, "next-match", &["n"], 0, "Next match", "Goes to the next row with the text.", R::Which(moving::find_next)),
    bind(C::PreviousMatch, "previous-match", &["N"], 0, "Previous match", "Goes to the previous row with the text.", R::Which(moving::find_next)),
    bind(C::Filter, "filter", &["f"], 4, "Filter", "Shows only rows that match: text, !text, cost>50, domain=chips|cloud, name~fiber, /^a.*b$/ as a regular expression.", R::Which(moving::ask)),
    bind(C::ClearFilter, "clear-filter", &["F"], 0, "Show all rows", "Takes the filter away.", R::Which(moving::arrange)),
    bind(C::OnlyThis, "only-this", &[","], 0, "Only this value", "Shows only the rows that have in this column what this cell has; the same key there shows the others again.", R::It(moving::only_this)),
    bind(C::Values, "values", &["#"], 0, "Values of the column", "Counts the values of this column in the visible or marked rows, with sum, mean and median; ‹list/accept› on one shows only its rows.", R::It(moving::show_values)),
    bind(C::Sort, "sort", &["s"], 5, "Sort", "Sorts by this column: up, down, as in the file; where it is the same, by the columns sorted by before.", R::Which(moving::arrange)),
    bind(C::Hide, "hide-column", &["H"], 0, "Hide column", "Hides this column.", R::Which(moving::arrange)),
    bind(C::ShowAll, "show-columns", &["U"], 0, "Show all columns", "Shows every column, unpins those that were pinned and gives each its own width again.", R::Which(moving::arrange)),
    bind(C::Pin, "pin-column", &["!"], 0, "Pin column", "Keeps this column at the left when the table scrolls sideways, or no longer.", R::Which(moving::arrange)),
    bind(C::Narrower, "narrower", &["<"], 0, "Narrower", "Makes this column narrower.", R::Which(moving::arrange)),
    bind(C::Wider, "wider", &[">"], 0, "Wider", "Makes this column wider.", R::Which(moving::arrange)),
    bind(C::Fit, "fit-column", &["_"], 0, "Whole width", "Makes this column so wide that every cell is shown whole, or as it was again.", R::Which(moving::arrange)),
    bind(C::WholeCell, "whole-cell", &["t"], 0, "Whole text", "Shows the whole text of the cell.", R::It(moving::show_cell)),
    bind(C::Mark, "mark", &["v"], 0, "Mark", "Marks this row, or takes its mark away, and goes down.", R::Which(moving::mark)),
    bind(C::MarkRange, "mark-range", &["V"], 0, "Mark from here", "Marks every row from this one to where the cursor goes; the same key ends it.", R::It(moving::mark_range)),
    bind(C::MarkDown, "mark-down", &["shift-down"], 0, "Mark downwards", "Marks this row and the next one, and goes there; dragging the mouse marks too.", R::Which(moving::mark_on)),
    bind(C::MarkUp, "mark-up", &["shift-up"], 0, "Mark upwards", "Marks this row and the one above, and goes there.", R::Which(moving::mark_on)),
    bind(C::MarkAll, "mark-all", &["ctrl-a"], 0, "Mark all", "Marks every visible row, or takes all marks away.", R::Which(moving::mark)),
    bind(C::Bulk, "bulk", &["b", "="], 0, "Change marked", "Changes this column in the marked rows: *1.1, +2, =v.", R::It(edits::bulk)),
    bind(C::Repeat, "repeat", &["."], 0, "Repeat the edit", "Does the last edit of a cell again on this one, or on the marked rows: the same text, the same *1.1, the same lock with its reason.", R::It(repeat::again)),
    bind(C::FillDown, "fill-down", &["J"], 0, "Fill down", "Copies the top marked cell of this column into the other marked rows; without marks, this cell into the next row.", R::It(edits::fill_down)),
    bind(C::CopyCell, "copy-cell", &["y"], 7, "Copy", "Copies the cell to the clipboard.", R::DoWhich(moving::copy)),
    bind(C::CopyRow, "copy-row", &["Y"], 0, "Copy row", "Copies the marked rows, or this one, for a spreadsheet.", R::DoWhich(moving::copy)),
    bind(C::CopyColumn, "copy-column", &["ctrl-y"], 0, "Copy column", "Copies the visible cells of this column.", R::DoWhich(moving::copy)),
    bind(C::AddRow, "add-row", &["a"], 6, "Add", "Adds a row below this one.", R::Which(edits::add_row)),
    bind(C::DuplicateRow, "duplicate-row", &["A"], 0, "Duplicate", "Adds a copy of this row below it.", R::Which(edits::add_row)),
    bind(C::DeleteRows, "delete-rows", &["D", "delete"], 0, "Delete rows", "Deletes the marked rows, or this one; undo brings them back.", R::It(edits::delete_rows)),
];

/// In the options of an analysis.
#[rustfmt::skip]
const OPTIONS: &[Binding] = &[
    bind(C::Edit, "edit", &["enter"], 1, "Edit", "Edits this option.", R::It(update::popups::edit_option)),
    bind(C::RunStudy, "run", &["r"], 2, "Run", "Runs the analysis with these options.", R::Do(update::popups::run_options)),
    bind(C::Back, "back", &["esc", "q"], 3, "Back", "Closes the options; what was changed stays.", R::Do(opening::close_popup)),
    bind(C::Down, "down", &["j", "down", "tab"], 0, "Down", "Goes to the next option.", R::Which(update::popups::move_on)),
    bind(C::Up, "up", &["k", "up", "shift-tab"], 0, "Up", "Goes to the previous option.", R::Which(update::popups::move_on)),
    bind(C::Help, "help", &["?", "f1"], 7, "Help", "Shows every key that works here.", R::It(update::popups::help)),
    bind(C::Cancel, "cancel", &["ctrl-c"], 0, "Stop", "Stops the running work first; with nothing running it closes the options.", R::Do(update::cancel)),
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
            assert!(entry.doc.ends_with('.') && entry.title.len() < 32, "{}", entry.id);
        }
    }
}
