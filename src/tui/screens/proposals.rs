//! Proposals: every portfolio with a name, how far it has come, what it gives and breaks in the case as it is now; to be opened,
//! compared, discussed and agreed.

use super::drawn_table::{draw_table, line_below};
use crate::messages::word;
use crate::report;
use crate::say;
use crate::session::second_case::PortfolioFile;
use crate::store::proposal::{Proposal, State, case_hash};
use crate::tui::actions::proposals;
use crate::tui::canvas::{Canvas, Role, top};
use crate::tui::state::{App, Binding, Command as C, Document, Run as R, Screen, Spec, TableKey, bind};
use crate::tui::table::{Grid, GridColumn};
use crate::tui::widgets::number::{fixed, signed};
use ratatui::layout::Rect;
use std::borrow::Cow;
use std::fmt::Write as _;

pub(crate) const SPEC: Spec = Spec {
    tab: Some(Screen::COMPARE),
    everywhere: &[bind(C::Go(Screen::PROPOSALS), "proposals", &["B"], 0, R::Which(crate::tui::actions::go))],
    commands: COMMANDS,
    settle: super::compare::settle,
    grid: |app, document| Some(Box::new(ProposalGrid::new(app, document))),
    draw,
    ..Spec::new(Screen::PROPOSALS)
};

#[rustfmt::skip]
const COMMANDS: &[Binding] = &[
    bind(C::Edit, "open", &["enter"], 1, R::It(proposals::open)),
    bind(C::Only("compare"), "compare-with", &["c"], 2, R::It(proposals::compare)),
    bind(C::Only("propose"), "propose", &["p"], 3, R::Which(proposals::ask)),
    bind(C::Only("agree"), "agree", &["a"], 3, R::Which(proposals::ask)),
    bind(C::Only("reject"), "reject", &["X"], 4, R::Which(proposals::ask)),
    bind(C::Only("remark"), "remark", &["r"], 4, R::Which(proposals::ask)),
    bind(C::DeleteRows, "delete", &["D", "delete"], 0, R::It(proposals::ask_delete)),
];

struct ProposalGrid<'a> {
    document: &'a Document,
    files: Vec<&'a PortfolioFile>,
    open: Option<(&'a str, bool)>,
    columns: Vec<GridColumn>,
}

impl<'a> ProposalGrid<'a> {
    fn new(app: &'a App, document: &'a Document) -> Self {
        let columns = vec![
            GridColumn::text("name", &word("name"), say!("proposal-column-name")).pinned(),
            GridColumn::text("state", &word("state"), say!("proposal-column-state")),
            GridColumn::text("author", &word("author"), say!("proposal-column-author")),
            GridColumn::number("objective", &word("points"), say!("proposal-column-points")).no_sum(),
            GridColumn::number("broken", &word("broken"), say!("proposal-column-broken")).no_sum(),
            GridColumn::number("cost", &word("bill"), say!("proposal-column-bill")).no_sum(),
            GridColumn::number("picks", &word("picks"), say!("proposal-column-picks")).no_sum(),
            GridColumn::number("remarks", &word("remarks"), say!("proposal-column-remarks")).no_sum(),
            GridColumn::text("date", &word("date"), say!("proposal-column-date")),
            GridColumn::text("ministry", &word("ministry"), say!("proposal-column-ministry")),
        ];
        let open = app.comparison.open.as_deref().map(|name| (name, proposals::is_changed(app)));
        Self { document, files: proposals::proposals(app).collect(), open, columns }
    }
}

impl Grid for ProposalGrid<'_> {
    fn shape(&self) -> (usize, &[GridColumn]) {
        (self.files.len(), &self.columns)
    }

    fn cell(&self, row: usize, column: usize) -> Cow<'_, str> {
        let Some(file) = self.files.get(row) else { return Cow::Borrowed("") };
        let of = |take: fn(&Proposal) -> String| file.proposal().map(take).unwrap_or_default();
        Cow::Owned(match column {
            0 => match self.open.filter(|(name, _)| *name == &*file.name) {
                Some((name, false)) => say!("proposal-name-open", name = name),
                Some((name, true)) => say!("proposal-name-changed", name = name),
                None => file.name.to_string(),
            },
            1 => file.proposal().map_or_else(|| word("draft"), |it| word(it.state.id())),
            2 => of(|it| it.by.author.clone()),
            3 => file.gives().map(|gives| signed(gives.objective, 2)).unwrap_or_default(),
            4 => broken(self.document, file).map(|count| count.to_string()).unwrap_or_default(),
            5 => file.gives().map(|gives| fixed(gives.cost, 1)).unwrap_or_default(),
            6 => file.own.picks.len().to_string(),
            7 => of(|it| it.remarks.len().to_string()),
            8 => of(|it| report::day(&it.by)),
            9 => file.proposal().map(|it| report::ministry(self.document.case(), &it.by)).unwrap_or_default(),
            _ => String::new(),
        })
    }

    fn role(&self, row: usize, column: usize) -> Role {
        let Some(file) = self.files.get(row) else { return Role::Text };
        match (column, file.proposal().map(|it| it.state)) {
            (1, Some(State::Agreed)) => Role::Good,
            (1, Some(State::Rejected)) => Role::Dim,
            (1, Some(State::Proposed)) => Role::Accent,
            (4, _) if broken(self.document, file).is_some_and(|count| count > 0) => Role::Bad,
            _ => Role::Text,
        }
    }
}

/// How many rules a proposal breaks, and how many candidates it has that are gone.
fn broken(document: &Document, file: &PortfolioFile) -> Option<usize> {
    Some(file.gives()?.broken().count() + file.missing(document.case()).count())
}

/// The table, and below it what is to be known of the proposal under the cursor.
fn draw(app: &App, document: &Document, canvas: &mut Canvas<'_>, body: Rect) {
    let detail = if body.height >= 14 { (body.height / 2).min(14) } else { 0 };
    let table = top(body, body.height - detail);
    draw_table(app, canvas, table, TableKey::PROPOSALS, &say!("proposal-none-yet"));
    let at = app.table_state(TableKey::PROPOSALS).current();
    if let Some(file) = at.and_then(|at| proposals::proposals(app).nth(at)).filter(|_| detail > 0) {
        let rest = line_below(canvas, body, table);
        canvas.paragraph(rest, &about(document, file), Role::Text);
    }
}

/// What is to be known of a proposal: who made it for what, what it breaks, what was said of it.
fn about(document: &Document, file: &PortfolioFile) -> String {
    let case = document.case();
    let mut text = String::new();
    if let Some(it) = file.proposal() {
        text.push_str(&say!(
            "proposal-about",
            name = it.name,
            state = report::state_words(it),
            author = it.by.author,
            date = crate::messages::day(&it.by.date)
        ));
        let agreement = report::agreement(case, it);
        if !agreement.is_empty() {
            let _ = write!(text, " {agreement}");
        }
        if !it.made_for.is_empty() && it.made_for != case_hash(document.base_book()) {
            let _ = write!(text, " {}", say!("proposal-made-for-other"));
        }
    }
    let header = report::header(case, String::new(), Vec::new(), Vec::new());
    let broken = report::broken_rules(case, &header, file);
    text.push('\n');
    if broken.is_empty() && file.gives().is_some() {
        text.push_str(&say!("proposal-breaks-nothing"));
    }
    for (rule, by) in broken {
        let line = if by.is_empty() { rule } else { say!("proposal-breaks", rule = rule, by = by) };
        let _ = writeln!(text, "{line}");
    }
    for remark in file.proposal().into_iter().flat_map(|it| it.remarks.iter().rev()) {
        let state = remark.state.map(|state| word(state.id())).unwrap_or_default();
        let said = [state.as_str(), remark.text.as_str()].into_iter().filter(|it| !it.is_empty());
        let said = said.collect::<Vec<_>>().join(": ");
        let by = report::ministry(case, &remark.by);
        let author = if by.is_empty() { remark.by.author.clone() } else { format!("{} ({by})", remark.by.author) };
        let _ = write!(text, "\n{} {author}: {said}", crate::messages::day(&remark.by.date));
    }
    text
}
