//! A list to choose from, with a line to search in it: the palette, the help, and choices.

use crate::say;
use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use ratatui::layout::{Position, Rect};
use rust_decimal::Decimal;
use tui_input::Input;

use crate::session::comparison::{At, Side};
use crate::tui::app::App;
use crate::tui::canvas::{Canvas, after, below, centred, inner, left, row};
use crate::tui::commands::{Binding, Command as C, Run as R, bind};
use crate::tui::commands::{COMMANDS, Command, Context};
use crate::tui::keymap::Keymap;
use crate::tui::popups::input::draw_input;
use crate::tui::table::Values;
use crate::tui::text::{cells, width};
use crate::tui::theme::Role;
use crate::tui::update::{self, opening, popups};
use crate::tui::widgets::number::{fixed, rounded};

/// In lists with a search line.
#[rustfmt::skip]
pub(crate) const OF_LIST: &[Binding] = &[
    bind(C::Accept, "accept", &["enter"], 1, R::Do(popups::accept_list)),
    bind(C::Back, "back", &["esc"], 2, R::Do(opening::close_popup)),
    bind(C::Down, "down", &["down", "ctrl-n"], 0, R::Which(popups::move_on)),
    bind(C::Up, "up", &["up", "ctrl-p"], 0, R::Which(popups::move_on)),
    bind(C::PageDown, "page-down", &["ctrl-d", "pagedown"], 0, R::Which(popups::move_on)),
    bind(C::PageUp, "page-up", &["ctrl-u", "pageup"], 0, R::Which(popups::move_on)),
    bind(C::Cancel, "cancel", &["ctrl-c"], 0, R::Do(update::cancel)),
];

/// The longest bar of a value.
const BAR: usize = 30;

/// A list to choose from.
#[derive(Debug, Clone)]
pub(crate) struct List {
    /// Its heading.
    pub title: String,
    /// What was typed to find an entry.
    pub input: Input,
    /// All entries.
    pub items: Vec<Item>,
    /// The entries that match, best first.
    pub matches: Vec<usize>,
    /// The one under the cursor, among the matches.
    pub selected: usize,
}

/// An entry of a list.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    /// A heading above it, where it differs from the one before.
    pub group: String,
    /// Its name.
    pub label: String,
    /// The keys that do the same.
    pub keys: String,
    /// What it means.
    pub doc: String,
    /// What choosing it does.
    pub choice: Choice,
}

/// What choosing an entry does.
#[derive(Debug, Clone)]
pub(crate) enum Choice {
    /// Does a command, where this context holds.
    Run(Command, Context),
    /// Shows a table on the screen of tables.
    Table(crate::model::schema::TableId),
    /// Goes to a column of the table on the screen, by its position in the grid.
    Column(usize),
    /// Filters the table on the screen by this term; none where no filter says it.
    Filter(Option<String>),
    /// Puts a side of the comparison.
    Side(At, Side),
    /// Goes to the case as it was after so many steps.
    State(usize),
    /// Explains a candidate, by id.
    Explain(String),
    /// Tries a scenario on.
    Scenario(String),
}

impl List {
    /// A list of these entries.
    pub fn new(title: &str, items: Vec<Item>) -> Self {
        let matches = (0..items.len()).collect();
        Self { title: title.to_string(), input: Input::default(), items, matches, selected: 0 }
    }

    /// Every command that can be done in these contexts, by name.
    pub fn palette(keymap: &Keymap, contexts: &[Context]) -> Self {
        let mut items = command_items(keymap, contexts, "");
        for table in crate::model::schema::TABLES {
            items.push(Item {
                group: String::new(),
                label: format!("Table {}", table.name),
                keys: String::new(),
                doc: table.help(),
                choice: Choice::Table(table.id),
            });
        }
        items.sort_by_key(|item| item.label.to_lowercase());
        Self::new("Commands", items)
    }

    /// Every column of a table.
    pub fn columns(columns: &[crate::tui::table::GridColumn]) -> Self {
        let items = columns.iter().enumerate().map(|(at, column)| Item {
            group: String::new(),
            label: column.title.clone(),
            keys: column.unit.clone(),
            doc: column.help.to_string(),
            choice: Choice::Column(at),
        });
        Self::new("Columns", items.collect())
    }

    /// The values of a column, how often each occurs, and for numbers what they come to.
    pub fn values(title: &str, values: &Values) -> Self {
        let most = values.groups.iter().map(|group| group.rows).max().unwrap_or(1).max(1);
        let items = values.groups.iter().map(|group| {
            let share = Decimal::from(group.rows * 100).checked_div(Decimal::from(values.rows)).unwrap_or_default();
            Item {
                group: String::new(),
                label: if group.label.is_empty() { "(empty)".to_owned() } else { group.label.clone() },
                keys: format!("{:>7} {:>5} %", group.rows, fixed(share, 1)),
                doc: "#".repeat((group.rows * BAR).div_ceil(most)),
                choice: Choice::Filter(group.filter.clone()),
            }
        });
        let numbers = values.numbers.map_or_else(String::new, |(sum, mean, median)| {
            let [sum, mean, median] = [sum, mean, median].map(|it| rounded(it, 4).normalize());
            say!("list-sum-sum-mean", sum = sum, mean = mean, median = median)
        });
        let rows = crate::session::count_of(values.rows, "row");
        Self::new(&format!("{title} in {rows}{numbers}"), items.collect())
    }

    /// Every key that works in these contexts, then those of everything else.
    pub fn help(keymap: &Keymap, contexts: &[Context]) -> Self {
        let mut items = Vec::new();
        let others = Context::all().iter().filter(|context| !contexts.contains(context));
        for &context in contexts.iter().chain(others) {
            items.extend(command_items(keymap, &[context], &context.title()));
        }
        Self::new(&say!("list-keys-what-they"), items)
    }

    /// Finds the entries that match what was typed.
    pub fn search(&mut self) {
        self.selected = 0;
        let words = self.input.value();
        if words.trim().is_empty() {
            self.matches = (0..self.items.len()).collect();
            return;
        }
        let pattern = Pattern::parse(words, CaseMatching::Ignore, Normalization::Smart);
        // Letters that are strewn over a sentence are no match; those of a name may be.
        let inside = Pattern::new(words, CaseMatching::Ignore, Normalization::Smart, AtomKind::Substring);
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut buffer = Vec::new();
        let mut scored: Vec<(u32, usize)> = Vec::new();
        for (at, item) in self.items.iter().enumerate() {
            let mut score =
                |pattern: &Pattern, text: &str| pattern.score(Utf32Str::new(text, &mut buffer), &mut matcher);
            // A match in the name counts for more than one in the sentence or the keys.
            let best = score(&pattern, &item.label).map(|score| score * 4);
            let best = best.max(score(&inside, &format!("{} {}", item.doc, item.keys)));
            scored.extend(best.map(|score| (score, at)));
        }
        scored.sort_by_key(|&(score, at)| (std::cmp::Reverse(score), at));
        self.matches = scored.into_iter().map(|(_, at)| at).collect();
    }

    /// Moves the cursor.
    pub fn go(&mut self, by: isize) {
        self.selected = self.selected.saturating_add_signed(by).min(self.matches.len().saturating_sub(1));
    }

    /// The entry under the cursor.
    pub fn chosen(&self) -> Option<&Item> {
        self.matches.get(self.selected).map(|&at| &self.items[at])
    }
}

fn command_items(keymap: &Keymap, contexts: &[Context], group: &str) -> Vec<Item> {
    let mut seen = std::collections::HashSet::new();
    let mut items = Vec::new();
    for &context in contexts {
        for entry in COMMANDS.iter().filter(|entry| entry.context == context) {
            if seen.insert(entry.command) {
                items.push(Item {
                    group: group.to_owned(),
                    label: entry.title(),
                    keys: keymap.shown(entry.command, &[context]),
                    doc: keymap.said(&entry.doc(), &[context]).into_owned(),
                    choice: Choice::Run(entry.command, context),
                });
            }
        }
    }
    items
}

/// Where it stands.
fn place(area: Rect) -> Rect {
    centred(area, area.width.saturating_sub(4).min(110), area.height.saturating_sub(2).min(34))
}

/// Lines below the entries, for the sentence about the one under the cursor.
const FOOT: u16 = 1;

/// The lines of entries that are visible, from the top.
fn window(list: &List, body: Rect) -> Vec<Line<'_>> {
    let rows = usize::from(body.height.saturating_sub(FOOT + 1));
    let lines = with_headings(list);
    let at = lines.iter().position(|line| *line == Line::Entry(list.selected)).unwrap_or(0);
    lines.into_iter().skip((at + 1).saturating_sub(rows)).take(rows).collect()
}

/// The entry, among the matches, that stands at a position of the screen.
pub(crate) fn entry_at(list: &List, area: Rect, at: Position) -> Option<usize> {
    let body = below(inner(place(area)), 2);
    if !body.contains(at) {
        return None;
    }
    match window(list, body).get(usize::from(at.y - body.y))? {
        Line::Entry(entry) => Some(*entry),
        Line::Heading(_) => None,
    }
}

/// Draws it.
pub(crate) fn draw(app: &App, list: &List, canvas: &mut Canvas<'_>, area: Rect) {
    let inside = canvas.frame(place(area), &list.title);
    canvas.text(inside, "Search:", Role::Dim);
    let count = match list.matches.len() {
        1 => "1 entry".to_owned(),
        count => format!("{count} entries"),
    };
    let taken = canvas.right(row(inside, 0), &count, Role::Dim);
    let line = left(row(inside, 0), inside.width.saturating_sub(taken + 1));
    draw_input(canvas, after(line, 8), &list.input);
    let body = below(inside, 2);
    // Keys stand where every name has ended.
    let names = list.items.iter().map(|item| width(&item.label)).max().unwrap_or(0).min(34);
    for (y, line) in (0..body.height).zip(window(list, body)) {
        let place = row(body, y);
        match line {
            Line::Heading(text) => drop(canvas.text(place, text, Role::Accent)),
            Line::Entry(at) => draw_item(app, canvas, place, (list, at), cells(names)),
        }
    }
    if list.matches.is_empty() {
        canvas.text(body, &app.keymap.said(&say!("list-nothing-matches-erase"), &[Context::Typing]), Role::Dim);
    }
    if let Some(item) = list.chosen() {
        canvas.text(row(body, body.height.saturating_sub(FOOT)), &app.said(&item.doc), Role::Accent);
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line<'a> {
    Heading(&'a str),
    Entry(usize),
}

/// The lines of the list: while nothing is searched, with a heading above each group.
fn with_headings(list: &List) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut above = "";
    for (at, &item) in list.matches.iter().enumerate() {
        let group = list.items[item].group.as_str();
        if list.input.value().trim().is_empty() && group != above {
            lines.push(Line::Heading(group));
            above = group;
        }
        lines.push(Line::Entry(at));
    }
    lines
}

fn draw_item(app: &App, canvas: &mut Canvas<'_>, place: Rect, (list, at): (&List, usize), names: u16) {
    let item = &list.items[list.matches[at]];
    let here = at == list.selected;
    if here {
        canvas.text(place, canvas.glyphs.marker(), Role::Accent);
    }
    let role = if here { Role::Row } else { Role::Text };
    canvas.text(left(after(place, 2), names), &item.label, role);
    canvas.text(left(after(place, names + 4), 18), &item.keys, Role::Key);
    canvas.text(after(place, names + 24), &app.said(&item.doc), Role::Dim);
    if here {
        canvas.restyle(left(after(place, 2), names), Role::Cursor);
    }
}
