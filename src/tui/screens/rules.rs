//! Rules: relations, limits, floors, targets, locks and budgets; for each, whether the recommended and the own portfolio
//! keep it, whether it binds, and by how much.

use super::drawn_table::{draw_table, line_below};
use crate::measure::{Evaluation, Rule, Verdict};
use crate::messages::word;
use crate::model::order::InOrder as _;
use crate::model::schema::TableId;
use crate::say;
use crate::tui::actions::edits::{show_cell, show_setting};
use crate::tui::canvas::{Canvas, Role, below, top};
use crate::tui::state::{App, Binding, Command as C, Document, Run as R, Screen, Spec, TableKey, bind};
use crate::tui::table::{Grid, GridColumn, Order};
use crate::tui::widgets::number::plain;
use ratatui::layout::Rect;
use rust_decimal::Decimal;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

pub(crate) const SPEC: Spec = Spec {
    go: Some(&["6"]),
    commands: COMMANDS,
    grid: |_, document| Some(Box::new(RuleGrid::new(document)?)),
    area: |_, body| table_area(body),
    draw,
    ..Spec::new(Screen::RULES)
};

#[rustfmt::skip]
const COMMANDS: &[Binding] = &[
    bind(C::Edit, "edit", &["enter"], 1, R::It(go_to_rule)),
    bind(C::NextDifference, "next-match", &["n"], 2, R::Which(next_broken)),
    bind(C::PreviousDifference, "previous-match", &["N"], 0, R::Which(next_broken)),
];

/// Lines below the table that say the rule under the cursor in full.
const DETAIL: u16 = 5;

/// The rules, with what each portfolio makes of them.
pub(crate) struct RuleGrid<'a> {
    document: &'a Document,
    columns: Vec<GridColumn>,
    rows: Vec<Rule>,
    /// Where no portfolio is possible: the rules that cannot hold together.
    conflict: &'a [Rule],
    recommended: Judged<'a>,
    own: Judged<'a>,
}

/// What a portfolio makes of each rule.
#[derive(Default)]
struct Judged<'a> {
    verdicts: HashMap<Rule, &'a Verdict>,
}

impl<'a> Judged<'a> {
    fn of(evaluation: &'a Evaluation) -> Self {
        Self { verdicts: evaluation.verdicts.iter().map(|verdict| (verdict.rule, verdict)).collect() }
    }
}

impl<'a> RuleGrid<'a> {
    /// The rules as they are now; none while the case has errors.
    pub fn new(document: &'a Document) -> Option<Self> {
        let columns = vec![
            GridColumn::text("kind", &word("kind"), say!("rules-sort-rule")).pinned(),
            GridColumn::text("rec", &word("recommended"), say!("rules-whether-recommended-portfolio-keeps")),
            GridColumn::number("rec_slack", &word("spare"), say!("rules-how-far-recommended-portfolio")),
            GridColumn::text("own", &word("own"), say!("rules-whether-your-own-portfolio")),
            GridColumn::number("own_slack", &word("spare"), say!("rules-how-far-your-own")),
            GridColumn::text("rule", &word("rule"), say!("rules-rule-words")),
        ];
        let own = Judged::of(document.snapshot.own_evaluation.as_ref()?);
        let shown = document.best.shown.as_ref().filter(|_| !document.is_stale());
        let recommended = shown.and_then(|shown| shown.answer.evaluation.as_ref()).map(Judged::of).unwrap_or_default();
        let conflict = shown.and_then(|shown| shown.answer.conflict.as_ref()).map_or(&[][..], |it| it.rules.as_slice());
        let mut rows: Vec<Rule> = own
            .verdicts
            .iter()
            .chain(&recommended.verdicts)
            .filter(|(_, it)| matters(it))
            .map(|(rule, _)| *rule)
            .collect();
        rows.extend(conflict);
        rows.order_by_key(|rule| (order(*rule), *rule));
        rows.dedup();
        // One that was not begun keeps and breaks nothing.
        let own = if document.own.picks.is_empty() { Judged::default() } else { own };
        Some(Self { document, columns, rows, conflict, recommended, own })
    }

    pub fn rule(&self, row: usize) -> Option<Rule> {
        self.rows.get(row).copied()
    }

    /// Whether the rule of a row cannot hold together with others.
    fn conflicts(&self, row: usize) -> bool {
        self.rows.get(row).is_some_and(|rule| self.conflict.contains(rule))
    }

    /// Whether a portfolio that is shown breaks the rule of a row, or no portfolio can keep it beside the others.
    fn is_trouble(&self, row: usize) -> bool {
        self.conflicts(row) || [1, 3].iter().any(|&column| self.verdict(row, column).is_some_and(|it| !it.holds))
    }

    fn verdict(&self, row: usize, column: usize) -> Option<&'a Verdict> {
        let rule = self.rows.get(row)?;
        self.judged(column).verdicts.get(rule).copied()
    }

    const fn judged(&self, column: usize) -> &Judged<'a> {
        if column <= 2 { &self.recommended } else { &self.own }
    }

    /// Whether a rule says nothing about a portfolio: what it is about is not chosen.
    fn is_idle(&self, row: usize, column: usize) -> bool {
        self.verdict(row, column).is_some_and(|verdict| verdict.idle)
    }
}

/// Rules about one candidate's start and shares are worth a line only where they are broken.
fn matters(verdict: &Verdict) -> bool {
    !verdict.holds || !verdict.rule.nature().is_fact
}

/// Kinds of rules in the order in which they are listed; what a candidate is like comes last.
const KINDS: [&str; 8] = ["target", "floor", "takeover", "relation", "limit", "budget", "carry over", "lock"];

fn order(rule: Rule) -> usize {
    KINDS.iter().position(|kind| *kind == rule.nature().word).unwrap_or(KINDS.len())
}

/// A verdict as a word, the same everywhere.
const fn verdict_word(verdict: &Verdict) -> &'static str {
    match (verdict.holds, verdict.binds) {
        (false, _) => "broken",
        (true, true) => "binds",
        (true, false) => "holds",
    }
}

impl Grid for RuleGrid<'_> {
    fn shape(&self) -> (usize, &[GridColumn]) {
        (self.rows.len(), &self.columns)
    }

    fn cell(&self, row: usize, column: usize) -> Cow<'_, str> {
        let Some(rule) = self.rows.get(row) else { return Cow::Borrowed("") };
        match column {
            0 => Cow::Owned(word(rule.nature().word)),
            1 if self.conflicts(row) => Cow::Owned(word("conflicts")),
            1 | 3 => Cow::Owned(match self.verdict(row, column) {
                Some(_) if self.is_idle(row, column) => word("idle"),
                verdict => verdict.map(verdict_word).map_or_else(String::new, word),
            }),
            2 | 4 => self.number(row, column).map_or(Cow::Borrowed(""), |slack| Cow::Owned(plain(slack))),
            5 => Cow::Owned(rule.describe(self.document.case())),
            _ => Cow::Borrowed(""),
        }
    }

    fn number(&self, row: usize, column: usize) -> Option<Decimal> {
        self.verdict(row, column).filter(|_| !self.is_idle(row, column)).map(|verdict| verdict.slack)
    }

    fn role(&self, row: usize, column: usize) -> Role {
        match (column, self.verdict(row, column)) {
            (1, _) if self.conflicts(row) => Role::Bad,
            (1..=4, Some(verdict)) if !verdict.holds => Role::Bad,
            (1 | 3, Some(_)) if self.is_idle(row, column) => Role::Dim,
            (1 | 3, Some(verdict)) if verdict.binds => Role::Warn,
            (1 | 3, Some(_)) => Role::Good,
            (0, _) => Role::Dim,
            _ => Role::Text,
        }
    }
}

/// Goes from one broken rule to the next, or to the one before.
fn next_broken(app: &mut App, command: C) {
    let direction = if command == C::NextDifference { Order::Up } else { Order::Down };
    let Some(grid) = app.document.as_ref().and_then(RuleGrid::new) else { return };
    let broken: HashSet<usize> = (0..grid.rows.len()).filter(|&at| grid.is_trouble(at)).collect();
    let found = app.with_table(TableKey::RULES, |_, state| state.step_to(direction, |row| broken.contains(&row)));
    if found != Some(true) {
        app.note(say!("rules-no-portfolio-shown"));
    }
}

fn table_area(body: Rect) -> Rect {
    if body.height >= DETAIL + 8 { top(body, body.height - DETAIL) } else { body }
}

fn draw(app: &App, document: &Document, canvas: &mut Canvas<'_>, body: Rect) {
    let table = table_area(body);
    let errors = super::findings::errors_text(app, document);
    draw_table(
        app,
        canvas,
        table,
        TableKey::RULES,
        errors.as_deref().unwrap_or(&say!("rules-here-stand-rules-portfolio")),
    );
    let detail = line_below(canvas, body, table);
    let (Some(grid), Some(at)) = (RuleGrid::new(document), app.table_state(TableKey::RULES).current()) else { return };
    let mut y = 0;
    if grid.conflicts(at)
        && let Some(rule) = grid.rule(at)
    {
        let text =
            say!("rules-no-portfolio-can", conflict = grid.conflict.len() - 1, rule = rule.describe(document.case()));
        y += canvas.paragraph(below(detail, y), &text, Role::Bad);
    }
    for (name, column) in [("recommended", 1), ("own", 3)] {
        if let Some(verdict) = grid.verdict(at, column) {
            let text = format!("{}: {}", word(name), verdict.sentence(document.case()));
            y += canvas.paragraph(below(detail, y), &text, grid.role(at, column));
        }
    }
}

/// Goes to where the rule under the cursor stands.
fn go_to_rule(app: &mut App) {
    let at = app.table_state(TableKey::RULES).current();
    let Some(document) = &app.document else { return };
    let rule = at.zip(RuleGrid::new(document)).and_then(|(at, grid)| grid.rule(at));
    let case = document.snapshot.case.clone();
    let relation = |at: usize| case.relations.get(at).map_or(0, |it| it.row);
    let limit = |at: usize| case.limits.get(at).map_or(0, |it| it.row);
    match rule {
        None => {}
        Some(Rule::DomainsAtTarget) => show_setting(app, "require.domains_at_target"),
        Some(Rule::CarryOver(ministry)) => {
            show_setting(app, &format!("ministry.{}.carry_over", case[ministry].id));
        }
        Some(Rule::DomainFloor(domain)) => show_cell(app, TableId::Domains, case[domain].row, "floor"),
        Some(Rule::Floor(service)) => show_cell(app, TableId::Services, case[service].row, "floor"),
        Some(Rule::TakeoverFloor(service)) if case[service].takeover_floor.is_none() => {
            show_setting(app, "require.takeover_floor");
        }
        Some(Rule::TakeoverFloor(service)) => show_cell(app, TableId::Services, case[service].row, "takeover_floor"),
        Some(Rule::Relation(at)) => show_cell(app, TableId::Relations, relation(at), "members"),
        Some(Rule::LimitMin(at)) => show_cell(app, TableId::Limits, limit(at), "min"),
        Some(Rule::LimitMax(at)) => show_cell(app, TableId::Limits, limit(at), "max"),
        Some(Rule::Budget { ministry, year }) => {
            app.screen = Screen::BUDGETS;
            let column = case.years().position(|it| it == year).map_or(1, |at| at + 1);
            app.with_table(TableKey::BUDGETS, |grid, state| {
                state.filter.clear();
                state.arrange(grid);
                state.go_to(ministry.0);
                state.column = column;
            });
        }
        Some(Rule::LockedIn(it) | Rule::LockedOut(it) | Rule::Known(it)) => {
            show_cell(app, TableId::Candidates, case[it].row, "status");
        }
        Some(Rule::Start(it)) => show_cell(app, TableId::Candidates, case[it].row, "start_from"),
        Some(Rule::Shares(it)) => {
            let column = case.ministries.first().map_or_else(String::new, |it| format!("share_{}", it.id));
            show_cell(app, TableId::Candidates, case[it].row, &column);
        }
    }
}
