//! The lines of the table.

use super::{Command, Command as C, Context, Context as X};
use crate::analyse::AnalysisKind;

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
}

#[expect(clippy::too_many_arguments, reason = "a line of the table below reads best as a line")]
const fn entry(
    command: Command,
    context: Context,
    id: &'static str,
    keys: &'static [&'static str],
    hint: u8,
    title: &'static str,
    doc: &'static str,
) -> Entry {
    Entry { command, id, title, doc, keys, context, hint }
}

/// Every command.
pub const COMMANDS: &[Entry] = &all();

/// The commands of [`OTHERS`], and behind the one for the list of analyses one for each analysis.
#[allow(clippy::large_stack_arrays, reason = "it is made while the program is built")]
const fn all() -> [Entry; OTHERS.len() + AnalysisKind::ALL.len()] {
    let mut all = [OTHERS[0]; OTHERS.len() + AnalysisKind::ALL.len()];
    let (mut from, mut to) = (0, 0);
    while from < OTHERS.len() {
        all[to] = OTHERS[from];
        to += 1;
        if matches!(OTHERS[from].command, Command::GoAnalyses) {
            let mut at = 0;
            while at < AnalysisKind::ALL.len() {
                let kind = AnalysisKind::ALL[at];
                let spec = kind.spec();
                all[to] = entry(C::GoAnalysis(kind), X::Everywhere, spec.id, &[], 0, spec.title, spec.question);
                (at, to) = (at + 1, to + 1);
            }
        }
        from += 1;
    }
    all
}

/// Every command but those of the analyses.
#[rustfmt::skip]
const OTHERS: &[Entry] = &[
    entry(C::Suspend, X::Always, "suspend", &["ctrl-z"], 0, "Suspend", "Gives the terminal back to the shell; `fg` comes back."),
    entry(C::Redraw, X::Always, "redraw", &["ctrl-l"], 0, "Redraw", "Draws the whole screen anew."),

    entry(C::Help, X::Everywhere, "help", &["?", "f1"], 8, "Help", "Shows every key that works here, to be searched."),
    entry(C::Palette, X::Everywhere, "palette", &[":"], 8, "Commands", "Finds a command by its name and does it."),
    entry(C::Back, X::Everywhere, "back", &["esc"], 0, "Back", "Goes back one layer; never quits."),
    entry(C::Close, X::Everywhere, "close", &["q"], 9, "Close, quit", "Closes the top layer; on a screen it quits, after a question where something would be lost."),
    entry(C::Cancel, X::Everywhere, "cancel", &["ctrl-c"], 0, "Stop", "Stops the running work first; with nothing running it quits, after a question where something would be lost."),
    entry(C::NextScreen, X::Everywhere, "next-screen", &["tab"], 0, "Next screen", "Goes to the next screen."),
    entry(C::PreviousScreen, X::Everywhere, "previous-screen", &["shift-tab"], 0, "Previous screen", "Goes to the previous screen."),
    entry(C::GoOverview, X::Everywhere, "overview", &["1"], 0, "Overview", "The case at a glance."),
    entry(C::GoCandidates, X::Everywhere, "candidates", &["2"], 0, "Candidates", "The investments that could be made."),
    entry(C::GoServices, X::Everywhere, "services", &["3"], 0, "Services", "The control of each service, now and after, on its ladder."),
    entry(C::GoBudgets, X::Everywhere, "budgets", &["4"], 0, "Budgets", "The money of each ministry in each year."),
    entry(C::GoPortfolio, X::Everywhere, "portfolio", &["5"], 0, "Portfolio", "The recommended and the own portfolio, with the proof."),
    entry(C::GoRules, X::Everywhere, "rules", &["6"], 0, "Rules", "Every rule: whether it holds, whether it binds, by how much."),
    entry(C::GoCompare, X::Everywhere, "compare", &["7"], 0, "Compare", "Two portfolios, or two cases, side by side."),
    entry(C::GoFindings, X::Everywhere, "findings", &["8"], 0, "Findings", "What is wrong with the case, and how to mend it."),
    entry(C::GoTables, X::Everywhere, "tables", &["9"], 0, "Tables", "Every table of the case: domains, effects, relations, limits, holders, scenarios."),
    entry(C::GoSettings, X::Everywhere, "settings", &["0"], 0, "Settings", "The settings of the case: objective, ministries, rungs."),
    entry(C::GoAnalyses, X::Everywhere, "analyses", &["x"], 0, "Analyses", "What the case can be asked: frontiers, alternatives, importance, robustness, stress, cooperation."),
    entry(C::GoScenarios, X::Everywhere, "scenarios", &["z"], 0, "Scenarios", "What if: what could happen, what it would cost, and the best portfolio then."),
    entry(C::OpenCase, X::Everywhere, "open", &["ctrl-o"], 0, "Open a case", "Chooses another case."),
    entry(C::NewCase, X::Everywhere, "new", &["ctrl-n"], 0, "New case", "Makes a new case step by step."),
    entry(C::Tour, X::Everywhere, "tour", &["f2"], 0, "Guided tour", "Walks through the tutorial case in five minutes."),
    entry(C::NextTheme, X::Everywhere, "theme", &["f3"], 0, "Next theme", "Goes to the next theme: terminal, colour-blind, high-contrast, mono."),
    entry(C::ToggleAscii, X::Everywhere, "ascii", &["f4"], 0, "ASCII characters", "Draws lines and bars with ASCII characters, or with Unicode again."),
    entry(C::ShowMessage, X::Everywhere, "message", &["f8"], 0, "Last message", "Shows the last line of news whole."),
    entry(C::WriteKeymap, X::Everywhere, "write-keymap", &[], 0, "Write a keymap file", "Writes a file with every key into the settings folder, to be changed there."),

    entry(C::Save, X::Case, "save", &["ctrl-s"], 6, "Save", "Saves what was changed; files that were not changed stay as they are."),
    entry(C::Undo, X::Case, "undo", &["u"], 5, "Undo", "Undoes the last change."),
    entry(C::Redo, X::Case, "redo", &["ctrl-r"], 0, "Redo", "Does the last undone change again."),
    entry(C::Optimise, X::Case, "optimise", &["o"], 4, "Optimise", "Looks for the best portfolio now."),
    entry(C::ToggleFollow, X::Case, "follow", &["O"], 0, "Follow edits", "Optimises again after each edit, or no longer."),
    entry(C::CancelJob, X::Case, "stop", &["ctrl-x"], 0, "Stop optimising", "Stops the running work and keeps the best found so far."),
    entry(C::Export, X::Case, "export", &["E"], 7, "Export", "Writes the recommended portfolio to a file: csv, json, md or a table."),
    entry(C::ExportOwn, X::Case, "export-own", &["ctrl-e"], 0, "Export own", "Writes your own portfolio to a file: csv for other commands and planners, md, json or a table."),
    entry(C::Reload, X::Case, "reload", &["f5"], 0, "Read from disk", "Reads the case again where somebody changed its files on disk; your own portfolio stays."),
    entry(C::TakeRecommended, X::Case, "take", &["R"], 0, "Take recommended as own", "Makes the own portfolio the same as the recommended one."),
    entry(C::OwnFromFile, X::Case, "own-from-file", &["ctrl-t"], 0, "Own from a file", "Makes the own portfolio that of a file, such as a colleague's export or a kept one; undo brings the old one back."),
    entry(C::ClearOwn, X::Case, "clear-own", &[], 0, "Empty the own portfolio", "Takes every candidate out of the own portfolio."),
    entry(C::LockOwn, X::Case, "lock-own", &["K"], 0, "Lock what is marked", "Locks the marked candidates in; without marks, those of the own portfolio."),
    entry(C::CompleteOwn, X::Case, "complete-own", &["C"], 0, "Complete the own portfolio", "Looks for the best portfolio that contains the own one, and takes it as own."),
    entry(C::KeepForComparison, X::Case, "keep", &["M"], 0, "Keep for comparison", "Keeps the recommended portfolio of now under a name, to be compared with others, also at the next start."),
    entry(C::StopStudy, X::Case, "stop-analysis", &[], 0, "Stop the analysis", "Stops the running analysis and those that wait, and keeps what is finished."),
    entry(C::ShowProof, X::Case, "proof", &["p"], 0, "The proof", "Says what is proven of the recommended portfolio, by whom and how."),

    entry(C::ShowHistory, X::Case, "history", &["f6"], 0, "Every step", "Lists every step that was done or undone, and goes back or forth to any of them."),

    entry(C::TryOn, X::Case, "try-on", &["Z"], 0, "Scenario on or off", "Shows the whole case under a scenario, or the case itself again; edits go into the scenario meanwhile."),
    entry(C::FromEdits, X::Case, "from-edits", &["i"], 0, "Edits into a scenario", "What was edited since the last save becomes a scenario instead; the case is as it was saved."),

    entry(C::Down, X::Table, "down", &["j", "down"], 0, "Down", "Moves down."),
    entry(C::Up, X::Table, "up", &["k", "up"], 0, "Up", "Moves up."),
    entry(C::Left, X::Table, "left", &["h", "left"], 0, "Left", "Moves one column to the left."),
    entry(C::Right, X::Table, "right", &["l", "right"], 0, "Right", "Moves one column to the right."),
    entry(C::PageDown, X::Table, "page-down", &["ctrl-d", "pagedown"], 0, "Page down", "Moves half a screen down."),
    entry(C::PageUp, X::Table, "page-up", &["ctrl-u", "pageup"], 0, "Page up", "Moves half a screen up."),
    entry(C::Top, X::Table, "top", &["g", "ctrl-home"], 0, "First row", "Goes to the first row."),
    entry(C::Bottom, X::Table, "bottom", &["G", "ctrl-end"], 0, "Last row", "Goes to the last row."),
    entry(C::FirstColumn, X::Table, "first-column", &["^", "home"], 0, "First column", "Goes to the first column."),
    entry(C::LastColumn, X::Table, "last-column", &["$", "end"], 0, "Last column", "Goes to the last column."),
    entry(C::GoColumn, X::Table, "go-column", &["c"], 0, "Go to a column", "Finds a column by a few letters of its name, also a hidden one, and goes to it."),
    entry(C::Edit, X::Table, "edit", &["enter"], 1, "Edit", "Edits the cell, or opens what it stands for."),
    entry(C::EditRow, X::Table, "edit-row", &["e"], 3, "Form", "Edits the whole row in a form."),
    entry(C::Search, X::Table, "search", &["/"], 0, "Search", "Looks for a text; ‹next-match› and ‹previous-match› go on."),
    entry(C::NextMatch, X::Table, "next-match", &["n"], 0, "Next match", "Goes to the next row with the text."),
    entry(C::PreviousMatch, X::Table, "previous-match", &["N"], 0, "Previous match", "Goes to the previous row with the text."),
    entry(C::Filter, X::Table, "filter", &["f"], 4, "Filter", "Shows only rows that match: text, !text, cost>50, domain=chips|cloud, name~fiber, /^a.*b$/ as a regular expression."),
    entry(C::ClearFilter, X::Table, "clear-filter", &["F"], 0, "Show all rows", "Takes the filter away."),
    entry(C::OnlyThis, X::Table, "only-this", &[","], 0, "Only this value", "Shows only the rows that have in this column what this cell has; the same key there shows the others again."),
    entry(C::Values, X::Table, "values", &["#"], 0, "Values of the column", "Counts the values of this column in the visible or marked rows, with sum, mean and median; ‹list/accept› on one shows only its rows."),
    entry(C::Sort, X::Table, "sort", &["s"], 5, "Sort", "Sorts by this column: up, down, as in the file; where it is the same, by the columns sorted by before."),
    entry(C::Hide, X::Table, "hide-column", &["H"], 0, "Hide column", "Hides this column."),
    entry(C::ShowAll, X::Table, "show-columns", &["U"], 0, "Show all columns", "Shows every column, unpins those that were pinned and gives each its own width again."),
    entry(C::Pin, X::Table, "pin-column", &["!"], 0, "Pin column", "Keeps this column at the left when the table scrolls sideways, or no longer."),
    entry(C::Narrower, X::Table, "narrower", &["<"], 0, "Narrower", "Makes this column narrower."),
    entry(C::Wider, X::Table, "wider", &[">"], 0, "Wider", "Makes this column wider."),
    entry(C::Fit, X::Table, "fit-column", &["_"], 0, "Whole width", "Makes this column so wide that every cell is shown whole, or as it was again."),
    entry(C::WholeCell, X::Table, "whole-cell", &["t"], 0, "Whole text", "Shows the whole text of the cell."),
    entry(C::Mark, X::Table, "mark", &["v"], 0, "Mark", "Marks this row, or takes its mark away, and goes down."),
    entry(C::MarkRange, X::Table, "mark-range", &["V"], 0, "Mark from here", "Marks every row from this one to where the cursor goes; the same key ends it."),
    entry(C::MarkDown, X::Table, "mark-down", &["shift-down"], 0, "Mark downwards", "Marks this row and the next one, and goes there; dragging the mouse marks too."),
    entry(C::MarkUp, X::Table, "mark-up", &["shift-up"], 0, "Mark upwards", "Marks this row and the one above, and goes there."),
    entry(C::MarkAll, X::Table, "mark-all", &["ctrl-a"], 0, "Mark all", "Marks every visible row, or takes all marks away."),
    entry(C::Bulk, X::Table, "bulk", &["b", "="], 0, "Change marked", "Changes this column in the marked rows: *1.1, +2, =v."),
    entry(C::Repeat, X::Table, "repeat", &["."], 0, "Repeat the edit", "Does the last edit of a cell again on this one, or on the marked rows: the same text, the same *1.1, the same lock with its reason."),
    entry(C::FillDown, X::Table, "fill-down", &["J"], 0, "Fill down", "Copies the top marked cell of this column into the other marked rows; without marks, this cell into the next row."),
    entry(C::CopyCell, X::Table, "copy-cell", &["y"], 7, "Copy", "Copies the cell to the clipboard."),
    entry(C::CopyRow, X::Table, "copy-row", &["Y"], 0, "Copy row", "Copies the marked rows, or this one, for a spreadsheet."),
    entry(C::CopyColumn, X::Table, "copy-column", &["ctrl-y"], 0, "Copy column", "Copies the visible cells of this column."),
    entry(C::AddRow, X::Table, "add-row", &["a"], 6, "Add", "Adds a row below this one."),
    entry(C::DuplicateRow, X::Table, "duplicate-row", &["A"], 0, "Duplicate", "Adds a copy of this row below it."),
    entry(C::DeleteRows, X::Table, "delete-rows", &["D", "delete"], 0, "Delete rows", "Deletes the marked rows, or this one; undo brings them back."),

    entry(C::Down, X::Overview, "down", &["j", "down"], 0, "Domains down", "Shows the next domain where not all have room."),
    entry(C::Up, X::Overview, "up", &["k", "up"], 0, "Domains up", "Shows the domain before."),

    entry(C::ToggleOwn, X::Candidates, "toggle-own", &["space"], 2, "In/out of own", "Puts the candidate into the own portfolio, or takes it out."),
    entry(C::SetStart, X::Candidates, "set-start", &["S"], 0, "Own start", "Sets the start year in the own portfolio."),
    entry(C::SetShares, X::Candidates, "set-shares", &["P"], 0, "Own shares", "Sets who pays how much in the own portfolio."),
    entry(C::LockIn, X::Candidates, "lock-in", &["+"], 3, "Lock in", "Makes the optimiser choose it; asks for the reason."),
    entry(C::LockOut, X::Candidates, "lock-out", &["-"], 3, "Lock out", "Keeps the optimiser from choosing it; asks for the reason."),
    entry(C::Unlock, X::Candidates, "unlock", &["\\"], 0, "Unlock", "Lets the optimiser choose again."),
    entry(C::ExplainCandidate, X::Candidates, "explain-candidate", &["w"], 2, "Why?", "Explains why this candidate is in or out, and what would have to change."),

    entry(C::SwapWhose, X::Budgets, "whose", &["W"], 2, "Whose spending", "Shows what the other portfolio spends: the recommended one or your own."),

    entry(C::SwapWhose, X::Portfolio, "whose", &["W"], 0, "Whose spending", "Shows what the other portfolio spends: the recommended one or your own."),
    entry(C::ToggleOwn, X::Portfolio, "toggle-own", &["space"], 2, "In/out of own", "Puts the candidate into the own portfolio, or takes it out."),
    entry(C::SetStart, X::Portfolio, "set-start", &["S"], 4, "Own start", "Sets the start year in the own portfolio."),
    entry(C::SetShares, X::Portfolio, "set-shares", &["P"], 3, "Own shares", "Sets who pays how much in the own portfolio."),

    entry(C::ExplainCandidate, X::Portfolio, "explain-candidate", &["w"], 2, "Why?", "Explains why this candidate is in or out, and what would have to change."),

    entry(C::Edit, X::Analyses, "edit", &["enter"], 1, "Show", "Shows what the analysis found."),
    entry(C::RunStudy, X::Analyses, "run", &["r"], 2, "Run", "Runs the analysis in the background, after another one that is running."),
    entry(C::StudyOptions, X::Analyses, "options", &["e"], 2, "Options", "Changes what the analysis is asked: points, percentages, axes, worlds, seeds."),
    entry(C::StopStudy, X::Analyses, "stop-analysis", &["ctrl-x"], 3, "Stop", "Stops the running analysis and those that wait, and keeps what is finished."),

    entry(C::Edit, X::Study, "edit", &["enter"], 1, "Open", "Goes to the candidate of the row, or shows the picks of its portfolio."),
    entry(C::RunStudy, X::Study, "run", &["r"], 1, "Run", "Runs the analysis in the background, after another one that is running."),
    entry(C::StudyOptions, X::Study, "options", &["e"], 2, "Options", "Changes what the analysis is asked: points, percentages, axes, worlds, seeds."),
    entry(C::StopStudy, X::Study, "stop-analysis", &["ctrl-x"], 4, "Stop", "Stops the running analysis and those that wait, and keeps what is finished."),
    entry(C::NextTable, X::Study, "next-table", &["]"], 2, "Next table", "Shows the next table of what was found."),
    entry(C::PreviousTable, X::Study, "previous-table", &["["], 0, "Previous table", "Shows the previous table of what was found."),
    entry(C::CycleShape, X::Study, "shape", &["t"], 3, "Chart/table", "Shows chart and table, the chart alone, or the table alone."),
    entry(C::ShowSummary, X::Study, "sentences", &["i"], 5, "All sentences", "Shows every sentence about what was found, and the note of the table."),
    entry(C::TakeRow, X::Study, "take-row", &["T"], 3, "Take as own", "Makes the own portfolio that of the row; undo brings the old one back."),
    entry(C::ApplyRepair, X::Study, "apply-repair", &["a"], 2, "Apply", "Makes the changes of this repair in the case, as one step; undo takes them back."),
    entry(C::ExplainCandidate, X::Study, "explain-candidate", &["w"], 3, "Why?", "Explains the candidate of the row, or one of those that the row names."),
    entry(C::ExportStudy, X::Study, "export", &["E"], 4, "Export", "Writes what was found to a file: md with charts, csv, json or tables."),
    entry(C::LockIn, X::Portfolio, "lock-in", &["+"], 3, "Lock in", "Makes the optimiser choose it; asks for the reason."),
    entry(C::LockOut, X::Portfolio, "lock-out", &["-"], 3, "Lock out", "Keeps the optimiser from choosing it; asks for the reason."),
    entry(C::Unlock, X::Portfolio, "unlock", &["\\"], 0, "Unlock", "Lets the optimiser choose again."),

    entry(C::Edit, X::Rules, "edit", &["enter"], 1, "Go to the rule", "Opens the table or setting in which the rule stands."),

    entry(C::NextDifference, X::Rules, "next-match", &["n"], 2, "Next broken", "Goes to the next rule that a portfolio breaks."),
    entry(C::PreviousDifference, X::Rules, "previous-match", &["N"], 0, "Previous broken", "Goes to the previous rule that a portfolio breaks."),

    entry(C::Edit, X::Findings, "edit", &["enter"], 1, "Go to the cell", "Opens the table at the cell that the finding is about."),

    entry(C::NextTable, X::Tables, "next-table", &["]"], 2, "Next table", "Shows the next table."),
    entry(C::PreviousTable, X::Tables, "previous-table", &["["], 2, "Previous table", "Shows the previous table."),

    entry(C::ChooseOther, X::Compare, "choose-other", &["c"], 1, "Compare with", "Chooses the left or the right side of the comparison."),
    entry(C::OpenBeside, X::Compare, "open-beside", &["b"], 1, "Case or file", "Opens a second case beside this one: what each gives, and every cell in which they differ; or a portfolio from a CSV, such as a colleague's."),
    entry(C::Edit, X::Compare, "edit", &["enter"], 5, "Go to the pick", "Goes to the candidate of a pick."),
    entry(C::ExplainCandidate, X::Compare, "explain-candidate", &["w"], 5, "Why?", "Explains why the candidate of a pick is in or out."),
    entry(C::ForgetKept, X::Compare, "forget-kept", &["D"], 0, "Throw a kept one away", "Throws the kept portfolio of the right or the left side away, after a question."),
    entry(C::ExportTable, X::Compare, "export", &["E"], 4, "Export", "Writes the comparison to a file: md, csv or an aligned table."),
    entry(C::TakeRow, X::Compare, "take-right", &["T"], 3, "Take as own", "Makes the own portfolio that of the right side; undo brings the old one back."),
    entry(C::NextDifference, X::Compare, "next-match", &["n"], 2, "Next difference", "Goes to the next row in which the two differ."),
    entry(C::PreviousDifference, X::Compare, "previous-match", &["N"], 0, "Previous difference", "Goes to the previous row in which the two differ."),

    entry(C::Edit, X::Scenarios, "changes", &["enter"], 1, "Changes", "Shows what the scenario changes, to be edited."),
    entry(C::AddRow, X::Scenarios, "new-scenario", &["a"], 2, "New", "Makes a scenario: its name, then its changes."),
    entry(C::RunScenario, X::Scenarios, "run", &["r"], 2, "Run", "Looks for the best portfolio under the marked scenarios, or under this one."),
    entry(C::RunAll, X::Scenarios, "run-all", &["X"], 3, "Run all", "Looks for the best portfolio under every scenario; stopping keeps what is finished."),
    entry(C::TryOn, X::Scenarios, "try-on", &["Z"], 3, "Try on", "Shows the whole case under this scenario, or the case itself again; edits go into the scenario meanwhile."),
    entry(C::OpenGrid, X::Scenarios, "grid", &["c"], 3, "Compare", "Puts the case and the marked scenarios side by side; without marks, all."),
    entry(C::CommitScenario, X::Scenarios, "commit", &["I"], 4, "Commit", "Makes the changes of this scenario in the case's own files, after showing them."),
    entry(C::FromEdits, X::Scenarios, "from-edits", &["i"], 4, "From edits", "What was edited since the last save becomes a scenario instead; the case is as it was saved."),
    entry(C::DuplicateRow, X::Scenarios, "copy-scenario", &["A"], 0, "Copy", "Makes a copy of this scenario."),
    entry(C::RenameScenario, X::Scenarios, "rename", &["e"], 5, "Rename", "Gives this scenario another name."),
    entry(C::DeleteRows, X::Scenarios, "delete", &["D", "delete"], 5, "Delete", "Deletes the marked scenarios, or this one; undo brings them back."),

    entry(C::Edit, X::Changes, "edit", &["enter"], 1, "Edit", "Edits the change, or its note or source."),
    entry(C::AddRow, X::Changes, "add-change", &["a"], 2, "Add", "Adds a change: the cell, and what becomes of it."),
    entry(C::DeleteRows, X::Changes, "delete", &["D", "delete"], 3, "Delete", "Deletes the marked changes, or this one; undo brings them back."),
    entry(C::RunScenario, X::Changes, "run", &["r"], 3, "Run", "Looks for the best portfolio under this scenario."),
    entry(C::TryOn, X::Changes, "try-on", &["Z"], 3, "Try on", "Shows the whole case under this scenario, or the case itself again; edits go into the scenario meanwhile."),
    entry(C::CommitScenario, X::Changes, "commit", &["I"], 4, "Commit", "Makes the changes of this scenario in the case's own files, after showing them."),
    entry(C::OpenGrid, X::Changes, "grid", &["c"], 4, "Compare", "Puts the case and the scenarios side by side."),
    entry(C::RenameScenario, X::Changes, "rename", &[], 0, "Rename", "Gives this scenario another name."),
    entry(C::NextTable, X::Changes, "next-scenario", &["]"], 5, "Next", "Shows the next scenario."),
    entry(C::PreviousTable, X::Changes, "previous-scenario", &["["], 5, "Previous", "Shows the previous scenario."),
    entry(C::Back, X::Changes, "back", &["esc"], 6, "List", "Goes back to the list of scenarios."),

    entry(C::NextDifference, X::Grid, "next-match", &["n"], 1, "Next difference", "Goes to the next row in which a scenario differs from the case."),
    entry(C::PreviousDifference, X::Grid, "previous-match", &["N"], 0, "Previous difference", "Goes to the previous row in which a scenario differs from the case."),
    entry(C::ExportTable, X::Grid, "export", &["E"], 4, "Export", "Writes the grid of scenarios to a file: md, csv or an aligned table."),
    entry(C::TurnWhose, X::Grid, "whose", &["m"], 2, "Whose portfolio", "Shows the best portfolio of each scenario, the recommended one of the case, or your own in every column."),
    entry(C::RunScenario, X::Grid, "run", &["r", "X"], 3, "Run", "Looks for the best portfolio under the scenarios that are shown."),
    entry(C::TryOn, X::Grid, "try-on", &["Z"], 3, "Try on", "Shows the whole case under the scenario of this column, or the case itself again."),
    entry(C::CommitScenario, X::Grid, "commit", &["I"], 4, "Commit", "Makes the changes of the scenario of this column in the case's own files, after showing them."),
    entry(C::Back, X::Grid, "back", &["esc"], 6, "List", "Goes back to the list of scenarios."),

    entry(C::Open, X::Picker, "open-case", &["enter", "l", "right"], 1, "Open", "Opens this case."),
    entry(C::OpenPath, X::Picker, "open-path", &["o", "/"], 2, "Open a folder", "Asks for the folder of a case, wherever it is, and opens it."),
    entry(C::NewCase, X::Picker, "new", &["n", "ctrl-n"], 2, "New case", "Makes a new case step by step."),
    entry(C::Down, X::Picker, "down", &["j", "down"], 0, "Down", "Moves down."),
    entry(C::Up, X::Picker, "up", &["k", "up"], 0, "Up", "Moves up."),
    entry(C::Top, X::Picker, "top", &["g", "home"], 0, "First", "Goes to the first."),
    entry(C::Bottom, X::Picker, "bottom", &["G", "end"], 0, "Last", "Goes to the last."),

    entry(C::Accept, X::Line, "accept", &["enter"], 1, "Accept", "Takes over what was typed."),
    entry(C::Back, X::Line, "back", &["esc"], 2, "Back", "Leaves all as it was."),
    entry(C::Complete, X::Line, "complete", &["tab"], 3, "Complete, or next", "Completes what was typed; where nothing can, takes the cell over and edits the one to the right."),
    entry(C::EditLeft, X::Line, "edit-left", &["shift-tab"], 0, "Previous", "Takes the cell over and edits the one to the left."),
    entry(C::Down, X::Line, "down", &["down"], 4, "Below", "Goes to the suggestion below; where there is none, takes the cell over and edits the one below."),
    entry(C::Up, X::Line, "up", &["up"], 0, "Above", "Goes to the suggestion above; where there is none, takes the cell over and edits the one above."),
    entry(C::Help, X::Line, "help", &["f1"], 8, "Help", "Shows every key that works here."),
    entry(C::Cancel, X::Line, "cancel", &["ctrl-c"], 0, "Stop", "Stops the running work first; with nothing running it closes the line."),

    entry(C::Accept, X::List, "accept", &["enter"], 1, "Choose", "Takes the entry under the cursor."),
    entry(C::Back, X::List, "back", &["esc"], 2, "Back", "Closes the list."),
    entry(C::Down, X::List, "down", &["down", "ctrl-n"], 0, "Down", "Moves down."),
    entry(C::Up, X::List, "up", &["up", "ctrl-p"], 0, "Up", "Moves up."),
    entry(C::PageDown, X::List, "page-down", &["ctrl-d", "pagedown"], 0, "Page down", "Moves a page down."),
    entry(C::PageUp, X::List, "page-up", &["ctrl-u", "pageup"], 0, "Page up", "Moves a page up."),
    entry(C::Cancel, X::List, "cancel", &["ctrl-c"], 0, "Stop", "Stops the running work first; with nothing running it closes the list."),

    entry(C::LetterLeft, X::Typing, "letter-left", &["left"], 0, "Letter left", "Goes one letter to the left."),
    entry(C::LetterRight, X::Typing, "letter-right", &["right"], 0, "Letter right", "Goes one letter to the right."),
    entry(C::WordLeft, X::Typing, "word-left", &["ctrl-left", "alt-b"], 0, "Word left", "Goes to the beginning of the word."),
    entry(C::WordRight, X::Typing, "word-right", &["ctrl-right", "alt-f"], 0, "Word right", "Goes to the next word."),
    entry(C::LineStart, X::Typing, "line-start", &["home", "ctrl-a"], 0, "Beginning of the line", "Goes to the beginning of the line."),
    entry(C::LineEnd, X::Typing, "line-end", &["end", "ctrl-e"], 0, "End of the line", "Goes to the end of the line."),
    entry(C::EraseBefore, X::Typing, "erase-before", &["backspace"], 0, "Erase before", "Takes the letter before the cursor away."),
    entry(C::EraseAfter, X::Typing, "erase-after", &["delete"], 0, "Erase after", "Takes the letter under the cursor away."),
    entry(C::EraseWord, X::Typing, "erase-word", &["ctrl-w", "ctrl-backspace"], 6, "Erase the word", "Takes the word before the cursor away."),
    entry(C::EraseToEnd, X::Typing, "erase-to-end", &["ctrl-k"], 0, "Erase to the end", "Takes everything from the cursor on away."),
    entry(C::EraseAll, X::Line, "erase-all", &["ctrl-u"], 7, "Empty the line", "Takes everything that was typed away."),

    entry(C::SaveFirst, X::Question, "save-first", &["s"], 1, "Save", "Saves, then does what the question is about."),
    entry(C::Keep, X::Question, "keep", &["k"], 1, "Keep", "Keeps what the question is about: unsaved edits for the next start, a scenario that is committed."),
    entry(C::ThrowAway, X::Question, "throw-away", &["d"], 1, "Throw away", "Throws away what the question is about: unsaved edits, or an own portfolio."),
    entry(C::Later, X::Question, "later", &["l", "c"], 1, "Later", "Decides nothing now: all stays as it is until it is asked again."),
    entry(C::LookAgain, X::Question, "look-again", &["r"], 1, "Look again", "Looks again whether a case that somebody else has open is free now."),
    entry(C::EditAnyway, X::Question, "edit-anyway", &["e"], 1, "Edit all the same", "Edits a case that somebody else has open."),
    entry(C::ExportFirst, X::Question, "export-first", &["x"], 1, "Export", "Exports the own portfolio that would be lost."),
    entry(C::WriteOver, X::Question, "write-over", &["w"], 1, "Write over", "Writes over what is there already: a file, or the rows of a table that are pasted again."),
    entry(C::AddAll, X::Question, "add-all", &["a"], 1, "Add all", "Adds pasted rows as new ones, also those that are in the table already."),
    entry(C::TakeMine, X::Question, "mine", &["m"], 1, "Mine", "Takes what was changed here, where files were changed here and on disk."),
    entry(C::TakeTheirs, X::Question, "theirs", &["t"], 1, "Theirs", "Takes what is on disk, where files were changed here and on disk."),
    entry(C::TakeBoth, X::Question, "both", &["b"], 1, "Both", "Puts both versions together, where files were changed here and on disk."),

    entry(C::Yes, X::Dialog, "yes", &["y", "enter"], 0, "Yes", "Gives the first answer."),
    entry(C::No, X::Dialog, "no", &["n"], 0, "No", "Gives the last answer."),
    entry(C::Back, X::Dialog, "back", &["esc", "q"], 3, "Back", "Closes it."),
    entry(C::Help, X::Dialog, "help", &["?", "f1"], 7, "Help", "Shows every key that works here."),
    entry(C::Down, X::Dialog, "down", &["j", "down"], 0, "Down", "Moves down."),
    entry(C::Up, X::Dialog, "up", &["k", "up"], 0, "Up", "Moves up."),
    entry(C::PageDown, X::Dialog, "page-down", &["ctrl-d", "pagedown", "space"], 0, "Page down", "Moves a page down."),
    entry(C::PageUp, X::Dialog, "page-up", &["ctrl-u", "pageup"], 0, "Page up", "Moves a page up."),
    entry(C::Cancel, X::Dialog, "cancel", &["ctrl-c"], 0, "Stop", "Stops the running work first; with nothing running it closes the text."),

    entry(C::Edit, X::Form, "edit", &["enter"], 1, "Edit", "Edits this field."),
    entry(C::Back, X::Form, "back", &["esc", "q"], 2, "Back", "Closes the form; what was changed stays changed and can be undone."),
    entry(C::Down, X::Form, "down", &["j", "down", "tab"], 0, "Down", "Goes to the next field."),
    entry(C::Up, X::Form, "up", &["k", "up", "shift-tab"], 0, "Up", "Goes to the previous field."),
    entry(C::Left, X::Form, "left", &["h", "left"], 0, "Left", "Goes to the column to the left in a small table."),
    entry(C::Right, X::Form, "right", &["l", "right"], 0, "Right", "Goes to the column to the right in a small table."),
    entry(C::Top, X::Form, "top", &["g", "home"], 0, "First field", "Goes to the first field."),
    entry(C::Bottom, X::Form, "bottom", &["G", "end"], 0, "Last field", "Goes to the last field."),
    entry(C::PageDown, X::Form, "page-down", &["ctrl-d"], 0, "Page down", "Moves a page down."),
    entry(C::PageUp, X::Form, "page-up", &["ctrl-u"], 0, "Page up", "Moves a page up."),
    entry(C::AddRow, X::Form, "add-row", &["a"], 3, "Add effect", "Adds an effect of this candidate."),
    entry(C::DeleteRows, X::Form, "delete-rows", &["D", "delete"], 4, "Delete effect", "Deletes the effect under the cursor."),
    entry(C::WholeCell, X::Form, "whole-cell", &["t"], 0, "Whole text", "Shows the whole text of the field."),
    entry(C::Undo, X::Form, "undo", &["u"], 5, "Undo", "Undoes the last change."),
    entry(C::Redo, X::Form, "redo", &["ctrl-r"], 0, "Redo", "Does the last undone change again."),
    entry(C::NextMatch, X::Form, "next-row", &["ctrl-n", "pagedown"], 6, "Next row", "Shows the form of the next row."),
    entry(C::PreviousMatch, X::Form, "previous-row", &["ctrl-p", "pageup"], 0, "Previous row", "Shows the form of the previous row."),
    entry(C::Help, X::Form, "help", &["?", "f1"], 7, "Help", "Shows every key that works here."),
    entry(C::Save, X::Form, "save", &["ctrl-s"], 0, "Save", "Saves what was changed."),
    entry(C::Edit, X::Options, "edit", &["enter"], 1, "Edit", "Edits this option."),
    entry(C::RunStudy, X::Options, "run", &["r"], 2, "Run", "Runs the analysis with these options."),
    entry(C::Back, X::Options, "back", &["esc", "q"], 3, "Back", "Closes the options; what was changed stays."),
    entry(C::Down, X::Options, "down", &["j", "down", "tab"], 0, "Down", "Goes to the next option."),
    entry(C::Up, X::Options, "up", &["k", "up", "shift-tab"], 0, "Up", "Goes to the previous option."),
    entry(C::Help, X::Options, "help", &["?", "f1"], 7, "Help", "Shows every key that works here."),
    entry(C::Cancel, X::Options, "cancel", &["ctrl-c"], 0, "Stop", "Stops the running work first; with nothing running it closes the options."),

    entry(C::Accept, X::Conflicts, "accept", &["enter"], 1, "Put together", "Puts the two versions together as chosen."),
    entry(C::TakeMine, X::Conflicts, "mine", &["m", "left", "h"], 2, "Mine", "Takes what was changed here, and goes to the next."),
    entry(C::TakeTheirs, X::Conflicts, "theirs", &["t", "right", "l"], 2, "Theirs", "Takes what is on disk, and goes to the next."),
    entry(C::Mark, X::Conflicts, "turn", &["space"], 3, "The other one", "Takes the other version."),
    entry(C::Back, X::Conflicts, "back", &["esc", "q"], 4, "Back", "Leaves all as it was."),
    entry(C::Down, X::Conflicts, "down", &["j", "down"], 0, "Down", "Goes to the next cell."),
    entry(C::Up, X::Conflicts, "up", &["k", "up"], 0, "Up", "Goes to the previous cell."),
    entry(C::PageDown, X::Conflicts, "page-down", &["ctrl-d", "pagedown"], 0, "Page down", "Moves a page down."),
    entry(C::PageUp, X::Conflicts, "page-up", &["ctrl-u", "pageup"], 0, "Page up", "Moves a page up."),
    entry(C::Help, X::Conflicts, "help", &["?", "f1"], 7, "Help", "Shows every key that works here."),
    entry(C::Cancel, X::Conflicts, "cancel", &["ctrl-c"], 0, "Stop", "Stops the running work first; with nothing running it leaves all as it was."),

    entry(C::Cancel, X::Form, "cancel", &["ctrl-c"], 0, "Stop", "Stops the running work first; with nothing running it closes the form."),
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn an_id_names_one_command_of_a_context() {
        let mut seen = HashSet::new();
        for entry in COMMANDS {
            assert!(seen.insert((entry.context, entry.id)), "{} twice in {}", entry.id, entry.context.id());
        }
    }

    #[test]
    fn every_command_is_described_in_full_sentences() {
        for entry in COMMANDS {
            assert!(entry.doc.ends_with('.') && entry.title.len() < 32, "{}", entry.id);
        }
    }
}
