//! Portfolio: the picks with start, in force, shares and bill, the proof, and what is spent by ministry and year.

use super::drawn_table::draw_table;
use crate::analyse::complete::Step;
use crate::measure::Evaluation;
use crate::messages::word;
use crate::model::{Candidate, CandidateIx, Case, Ministry, MinistryIx, Year};
use crate::optimise::{Answer, Conflict, Status};
use crate::say;
use crate::session::{Purpose, Running, Shown, count_of};
use crate::tui::actions::{self, edits, own, repairs};
use crate::tui::canvas::{Canvas, Glyphs, Role, below, row, top};
use crate::tui::state::{App, Binding, Command as C, Context, Document, Popup, Run as R, Screen, Spec, TableKey, bind};
use crate::tui::table::{Grid, GridColumn};
use crate::tui::widgets::number;
use crate::tui::widgets::number::{fixed, money, plain, signed};
use ratatui::layout::Rect;
use rust_decimal::Decimal;
use std::borrow::Cow;
use std::collections::BTreeSet;

pub(crate) const SPEC: Spec = Spec {
    go: Some(&["5"]),
    commands: COMMANDS,
    instead: &[(C::Edit, R::It(edits::open_candidate)), (C::EditRow, R::It(edits::open_candidate))],
    grid: |app, document| Some(Box::new(PortfolioGrid::new(document, app.glyphs))),
    candidates,
    area: |_, body| table_area(body),
    draw,
    ..Spec::new(Screen::PORTFOLIO)
};

#[rustfmt::skip]
const COMMANDS: &[Binding] = &[
    bind(C::SwapWhose, "whose", &["W"], 0, R::It(actions::swap_whose)),
    bind(C::ToggleOwn, "toggle-own", &["space"], 2, R::It(own::toggle)),
    bind(C::SetStart, "set-start", &["S"], 4, R::It(own::ask_start)),
    bind(C::SetShares, "set-shares", &["P"], 3, R::It(own::ask_shares)),
    bind(C::ExplainCandidate, "explain-candidate", &["w"], 2, R::It(repairs::explain)),
    bind(C::LockIn, "lock-in", &["+"], 3, R::Which(edits::lock)),
    bind(C::LockOut, "lock-out", &["-"], 3, R::Which(edits::lock)),
    bind(C::Unlock, "unlock", &["\\"], 0, R::It(edits::unlock)),
];

fn empty() -> String {
    say!("portfolio-here-stands-recommended-portfolio")
}

/// Whose each of the shares is, as far as there is room: `Def/Eco`.
pub(super) fn payers(case: &Case) -> String {
    let begin = |at: usize| case.short_name(MinistryIx(at)).chars().take(3).collect::<String>();
    let all: Vec<String> = (0..case.ministries.len()).map(begin).collect();
    if all.len() > 3 || all.iter().any(String::is_empty) { word("shares") } else { all.join("/") }
}

/// The same with whole names.
fn whole(case: &Case) -> String {
    let names: Vec<&str> = (0..case.ministries.len()).map(|at| case.short_name(MinistryIx(at))).collect();
    names.join(" / ")
}

/// The years that a strip with a sign for each of them is about: `27-29`, or `2027-2036` where that is no wider than the strip.
fn span(case: &Case) -> String {
    let (first, last) = (case.first_year, case.last_year);
    if last - first >= 8 { format!("{first}-{last}") } else { format!("{:02}-{:02}", first % 100, last % 100) }
}

/// The picks of the recommended and the own portfolio.
pub(crate) struct PortfolioGrid<'a> {
    document: &'a Document,
    columns: Vec<GridColumn>,
    rows: Vec<CandidateIx>,
    signs: [&'static str; 4],
}

impl<'a> PortfolioGrid<'a> {
    pub fn new(document: &'a Document, glyphs: Glyphs) -> Self {
        let case = document.case();
        let columns = vec![
            GridColumn::text("name", &word("name"), say!("portfolio-name")).pinned(),
            GridColumn::number("rec", &word("rec"), say!("portfolio-year-which-starts-recommended")).pinned().no_sum(),
            GridColumn::number("own", &word("own"), say!("portfolio-year-which-starts-your")).pinned().no_sum(),
            GridColumn::number("bill", &word("bill"), say!("portfolio-whole-public-bill-after")),
            GridColumn::text("shares", &payers(case), say!("portfolio-each-ministry-pays-percent", who = whole(case))),
            GridColumn::text("years", &span(case), say!("portfolio-each-year-horizon-paid")),
            GridColumn::number("force", &word("in force"), say!("portfolio-from-end-year-effect")).no_sum(),
            GridColumn::text("domain", &word("domain"), say!("portfolio-home-domain")),
            GridColumn { is_id: true, ..GridColumn::text("candidate", &word("candidate"), say!("portfolio-id")) },
        ];
        let picked: BTreeSet<&str> = document
            .own
            .picks
            .keys()
            .chain(document.best.shown.iter().flat_map(|shown| shown.picks.keys()))
            .map(String::as_str)
            .collect();
        let rows = case.candidate_ixs().filter(|&ix| picked.contains(case[ix].id.as_str())).collect();
        let signs = [glyphs.empty(), glyphs.bar(3), glyphs.horizontal(), glyphs.bar(0)];
        Self { document, columns, rows, signs }
    }

    pub fn candidate(&self, row: usize) -> Option<CandidateIx> {
        self.rows.get(row).copied()
    }

    fn start(&self, row: usize, which: usize) -> Option<Year> {
        let id = &self.document.case()[self.candidate(row)?].id;
        let recommended = || self.document.best.shown.as_ref()?.picks.get(id);
        let pick = if which == 1 { recommended() } else { self.document.own.picks.get(id) };
        pick.map(|pick| pick.start)
    }

    /// A sign for each year: before the start, paid for, waited for, in force.
    fn timeline(&self, row: usize) -> String {
        let Some(ix) = self.candidate(row) else { return String::new() };
        let case = self.document.case();
        let Some(start) = self.start(row, 1).or_else(|| self.start(row, 2)) else { return String::new() };
        let it = &case[ix];
        let paid = i32::try_from(it.cost_years()).unwrap_or(i32::MAX);
        let sign = |year: Year| match year {
            year if year < start => self.signs[0],
            year if year >= it.in_force(start) => self.signs[3],
            year if year - start < paid => self.signs[1],
            _ => self.signs[2],
        };
        case.years().map(sign).collect()
    }

    fn shares(&self, row: usize) -> Option<String> {
        let id = &self.document.case()[self.candidate(row)?].id;
        let recommended = self.document.best.shown.as_ref().and_then(|shown| shown.picks.get(id));
        let pick = recommended.or_else(|| self.document.own.picks.get(id))?;
        Some(pick.shares.iter().map(ToString::to_string).collect::<Vec<_>>().join("/"))
    }
}

impl Grid for PortfolioGrid<'_> {
    fn shape(&self) -> (usize, &[GridColumn]) {
        (self.rows.len(), &self.columns)
    }

    fn cell(&self, row: usize, column: usize) -> Cow<'_, str> {
        let Some(ix) = self.candidate(row) else { return Cow::Borrowed("") };
        let case = self.document.case();
        let it = &case[ix];
        match column {
            0 => Cow::Borrowed(&it.name),
            1 | 2 => self.start(row, column).map_or(Cow::Borrowed(""), |year| Cow::Owned(year.to_string())),
            3 => self.number(row, 3).map_or(Cow::Borrowed(""), |bill| Cow::Owned(fixed(bill, 1))),
            4 => Cow::Owned(self.shares(row).unwrap_or_default()),
            5 => Cow::Owned(self.timeline(row)),
            6 => self
                .start(row, 1)
                .or_else(|| self.start(row, 2))
                .map_or(Cow::Borrowed(""), |start| Cow::Owned(it.in_force(start).to_string())),
            8 => Cow::Borrowed(&it.id),
            7 => case.domains.get(it.domain.0).map_or(Cow::Borrowed(""), |domain| Cow::Borrowed(&domain.name)),
            _ => Cow::Borrowed(""),
        }
    }

    fn sum_words(&self, rows: &[usize], column: usize) -> Option<String> {
        // A row can be in one of the two portfolios only.
        let bills = |which: usize| -> Decimal {
            rows.iter().filter(|&&row| self.start(row, which).is_some()).filter_map(|&row| self.number(row, 3)).sum()
        };
        (column == 3)
            .then(|| say!("portfolio-bill-recommended-plain", recommended = plain(bills(1)), own = plain(bills(2))))
    }

    fn number(&self, row: usize, column: usize) -> Option<Decimal> {
        match column {
            3 => self.document.snapshot.worth.get(self.candidate(row)?.0).and_then(|worth| worth.bill),
            _ => crate::session::bulk::parse_number(&self.cell(row, column)),
        }
    }

    fn role(&self, _row: usize, column: usize) -> Role {
        match column {
            1 if self.document.is_stale() => Role::Warn,
            1 => Role::Good,
            2 => Role::Accent,
            7 | 8 => Role::Dim,
            _ => Role::Text,
        }
    }
}

/// Lines below the table with the sentence about the pick under the cursor.
const DETAIL: u16 = 4;

/// Lines above the table: the answer, its proof, the own portfolio, what each ministry gains by its own weights.
const HEAD: u16 = 4;

/// Where the table stands: below the proof.
fn table_area(body: Rect) -> Rect {
    let area = below(body, HEAD);
    if area.height >= 30 {
        top(area, area.height - DETAIL - 14)
    } else if area.height >= 12 {
        top(area, area.height - DETAIL)
    } else {
        area
    }
}

/// Draws the screen: the proof, the picks, why the one under the cursor, and what is spent.
fn draw(app: &App, document: &Document, canvas: &mut Canvas<'_>, body: Rect) {
    draw_proof(app, document, canvas, top(body, HEAD));
    let table = table_area(body);
    let impossible = document.best.shown.as_ref().filter(|shown| shown.answer.conflict.is_some());
    let so_far = document.best.running.as_ref().and_then(so_far);
    let empty = so_far.unwrap_or_else(|| impossible.map_or_else(empty, |shown| proof(shown, document.is_stale())));
    draw_table(app, canvas, table, TableKey::PORTFOLIO, &empty);
    let rest = below(body, table.y - body.y + table.height);
    if rest.height == 0 {
        return;
    }
    let detail = top(rest, DETAIL);
    canvas.repeat(row(detail, 0), canvas.glyphs.horizontal(), Role::Line);
    let grid = PortfolioGrid::new(document, app.glyphs);
    let pick = app.table_state(TableKey::PORTFOLIO).current().and_then(|row| grid.candidate(row));
    if let Some(ix) = pick {
        canvas.paragraph(below(detail, 1), &app.said(&why(document, &document.case()[ix])), Role::Text);
    }
    super::budgets::draw_together(app, document, canvas, below(rest, detail.height));
}

/// The sentence why a candidate is in the recommended portfolio; of one that is in the own portfolio only, what it is.
fn why(document: &Document, candidate: &Candidate) -> String {
    let recommended = document.best.shown.as_ref().and_then(|shown| {
        let picks = &shown.answer.evaluation.as_ref()?.picks;
        let at = picks.iter().position(|pick| shown.case[pick.candidate].id == candidate.id)?;
        shown.story.get(at).cloned()
    });
    recommended.unwrap_or_else(|| {
        say!("portfolio-your-own-portfolio", candidates = super::candidates::words(document.case(), candidate))
    })
}

/// Everything that is known of an answer, as a text.
pub(crate) fn proof(shown: &Shown, stale: bool) -> String {
    use std::fmt::Write as _;
    let answer = &shown.answer;
    let mut text = String::new();
    if stale {
        text.push_str(&say!("portfolio-this-about-case"));
    }
    let _ = write!(text, "{}\n\n", meaning(answer.status));
    if let Some(conflict) = &answer.conflict {
        text.push_str(&say!("portfolio-these-rules-cannot-hold"));
        for rule in &conflict.lines {
            let _ = writeln!(text, "  {rule}");
        }
        if let Some(repair) = &conflict.repair {
            text.push_str(&say!("portfolio-little-can-repair-2", repair = repair));
            text.push('\n');
        }
        text.push_str(&say!("portfolio-analysis-explain-has"));
    } else {
        for (name, value) in [
            ("objective", answer.evaluation.as_ref().map(|it| it.objective)),
            ("bound", answer.bound),
            ("gap", answer.gap),
        ] {
            let value = value.map_or_else(|| word("none"), number::exact);
            text.push_str(&say!("portfolio-name-value-index", name = word(name), value = value));
            text.push('\n');
        }
    }
    let solver = &answer.solver;
    text.push('\n');
    text += &say!(
        "portfolio-solver-did",
        solver = solver.name,
        version = solver.version,
        seconds = fixed(solver.seconds, 3),
        nodes = solver.nodes
    );
    for (name, value) in &solver.options {
        let _ = write!(text, "\n  {name} = {value}");
    }
    if !solver.why.is_empty() {
        let _ = write!(text, "\n\n{}", solver.why);
    }
    text.push_str(&prices(&shown.case, answer));
    text
}

/// That nothing is possible, a way out, the keys that show them all, and the rules that cannot hold together.
pub(crate) fn impossible(app: &App, conflict: &Conflict) -> String {
    let [portfolio, why] =
        [(C::Go(Screen::PORTFOLIO), Context::Everywhere), (C::ExplainCandidate, Context::Screen(Screen::PORTFOLIO))]
            .map(|(command, context)| app.keymap.shown(command, &[context]));
    let repair = conflict
        .repair
        .as_ref()
        .map_or_else(String::new, |repair| say!("portfolio-little-can-repair", repair = repair));
    say!(
        "portfolio-no-portfolio-keeps",
        repair = repair,
        portfolio = portfolio,
        why = why,
        together = together(conflict)
    )
}

/// The rules that cannot hold together, those about a single candidate's years and shares only counted.
pub(crate) fn together(conflict: &Conflict) -> String {
    let mut words = conflict.beside_facts().to_vec();
    match conflict.facts() {
        0 => {}
        1 => words.push(say!("portfolio-what-one-candidate")),
        many => words.push(say!("portfolio-what-many-candidates", many = many)),
    }
    words.join("; ")
}

/// What one more unit of money would bring each ministry in each year, with what that figure is worth; nothing where the
/// solver does not know it.
fn prices(case: &Case, answer: &Answer) -> String {
    use std::fmt::Write as _;
    let Some(prices) = &answer.prices else { return String::new() };
    let unit = case.money_unit();
    let unit = if unit.is_empty() { say!("portfolio-unit-money") } else { unit };
    let mut text = say!("portfolio-what-one-more-unit", unit = unit);
    for (ministry, years) in case.ministries.iter().zip(prices) {
        let _ = write!(text, "  {}:", ministry.name);
        for (year, price) in case.years().zip(years) {
            let _ = write!(text, " {year} {}", fixed(*price, 4));
        }
        text.push('\n');
    }
    text.truncate(text.trim_end().len());
    text
}

fn meaning(status: Status) -> String {
    match status {
        Status::Optimal => {
            say!("portfolio-proven-no-portfolio-keeps")
        }
        Status::Feasible => {
            say!("portfolio-not-proven-portfolio-measured")
        }
        Status::Infeasible => say!("portfolio-no-portfolio-keeps-every-2"),
        Status::Unknown => say!("portfolio-search-stopped-before-portfolio"),
    }
}

/// The proof in four lines: what it gains, what is proven and by whom, the own portfolio, what each ministry gains.
fn draw_proof(app: &App, document: &Document, canvas: &mut Canvas<'_>, area: Rect) {
    let best = &document.best;
    let taken = if document.is_stale() {
        canvas.right(row(area, 0), &say!("portfolio-stale-about-earlier"), Role::Warn) + 2
    } else {
        0
    };
    let area = Rect { width: area.width.saturating_sub(taken), ..area };
    if let Some(error) = &best.error {
        canvas.pieces(row(area, 0), &[(&format!("{} ", word("failed")), Role::Bad), (error, Role::Text)]);
    } else if let Some(shown) = &best.shown {
        draw_answer(app, canvas, area, &shown.case, &shown.answer);
    } else {
        canvas.text(row(area, 0), &say!("portfolio-no-portfolio-recommended"), Role::Dim);
    }
    if let Some(running) = &best.running {
        canvas.repeat(row(area, 1), " ", Role::Text);
        let (begin, role) = match (running.purpose, running.finds_why()) {
            (Purpose::Complete, _) => (label("own"), Role::Warn),
            (_, true) => (label("infeasible"), Role::Bad),
            (_, false) => (label("searching"), Role::Warn),
        };
        canvas.pieces(row(area, 1), &[(&begin, role), (&progress_words(app, running), Role::Text)]);
    }
    draw_own(app, document, canvas, row(area, 2));
    draw_gains(document, canvas, row(area, 3));
}

/// The word that a line begins with, as wide as all of them.
fn label(name: &str) -> String {
    format!("{:<13}", word(name))
}

/// What each ministry gains by its own weights, with the recommended and with the own portfolio.
fn draw_gains(document: &Document, canvas: &mut Canvas<'_>, area: Rect) {
    let shown = document.best.shown.as_ref();
    let recommended = shown.and_then(|shown| Some((shown.case.as_ref(), shown.answer.evaluation.as_ref()?)));
    let own = document.snapshot.own_evaluation.as_ref().filter(|_| !document.own.picks.is_empty());
    let comparison =
        [(String::new(), recommended), (format!("{} ", word("own")), own.map(|own| (document.case(), own)))];
    let of_ministry = |ministry: &Ministry| {
        let gain = |(name, side): &(String, Option<(&Case, &Evaluation)>)| {
            let (case, gives) = side.as_ref()?;
            let at = case.ministry_by_id(&ministry.id)?;
            Some(format!("{name}{}", signed(gives.ministries.get(at.0)?.gain_by_own_weights, 2)))
        };
        let gains: Vec<String> = comparison.iter().filter_map(gain).collect();
        (!gains.is_empty()).then(|| format!("{} {}", ministry.name, gains.join(", ")))
    };
    let parts: Vec<String> = document.case().ministries.iter().filter_map(of_ministry).collect();
    if !parts.is_empty() {
        canvas.pieces(area, &[(&label("priorities"), Role::Dim), (&parts.join("; "), Role::Text)]);
    }
}

/// What the own portfolio gives, how far it is from the best, and the first rule that it breaks; how it is begun while it is
/// empty.
fn draw_own(app: &App, document: &Document, canvas: &mut Canvas<'_>, area: Rect) {
    if document.own.picks.is_empty() {
        let [put, take] = [(C::ToggleOwn, Context::Screen(Screen::PORTFOLIO)), (C::TakeRecommended, Context::Case)]
            .map(|(command, context)| app.keymap.shown(command, &[context]));
        canvas.pieces(
            area,
            &[
                (&label("own"), Role::Accent),
                (&say!("portfolio-none-yet-begin"), Role::Dim),
                (&put, Role::Key),
                (&say!("portfolio-puts-candidate"), Role::Dim),
                (&take, Role::Key),
                (&say!("portfolio-takes-recommended-one-begin"), Role::Dim),
            ],
        );
    } else if let Some(own) = &document.snapshot.own_evaluation {
        let broken = own.broken().count();
        let case = document.case();
        let rules = match own.broken().next() {
            None => say!("portfolio-keeps-every-rule"),
            Some(first) => {
                say!("portfolio-breaks-rule", rules = count_of(broken, "rule"), first = first.rule.describe(case))
            }
        };
        let text = say!(
            "portfolio-objective-points-distance",
            objective = signed(own.objective, 4),
            distance = distance(document, own.objective),
            cost = money(own.cost),
            money_unit = document.case().money_unit()
        );
        let role = if broken == 0 { Role::Good } else { Role::Bad };
        canvas.pieces(area, &[(&label("own"), Role::Accent), (&text, Role::Text), (&rules, role)]);
    } else {
        let errors = document.snapshot.stopping();
        let text = say!("portfolio-cannot-measured-while", errors = errors);
        canvas.pieces(area, &[(&label("own"), Role::Accent), (&text, Role::Warn)]);
    }
}

/// How far the own portfolio is from the best one, where that is known.
fn distance(document: &Document, own: Decimal) -> String {
    let best = document.best.shown.as_ref().filter(|_| !document.is_stale());
    let best = best.and_then(|shown| Some((shown.answer.evaluation.as_ref()?.objective, shown.answer.status)));
    match best {
        Some((best, Status::Optimal)) if best >= own => say!("portfolio-best-below-best", best = fixed(best - own, 4)),
        Some((best, _)) if best >= own => say!("portfolio-best-below-best-known", best = fixed(best - own, 4)),
        _ => String::new(),
    }
}

/// The best explanation so far, while why nothing is possible is looked for.
pub(crate) fn so_far(running: &Running) -> Option<String> {
    let conflict = running.progress.conflict.as_ref()?;
    Some(say!("portfolio-conflict-so-far", rules = conflict.rules.len(), together = together(conflict)))
}

/// How far a search is, in words: what it does, best so far, bound, gap, nodes, seconds. Once it is known that no portfolio is
/// possible, only what is looked for then.
pub(crate) fn progress_words(app: &App, running: &Running) -> String {
    let progress = &running.progress;
    let seconds = number::seconds(progress.seconds, 1);
    let stop = app.keymap.shown(C::CancelJob, &[Context::Case]);
    if running.finds_why() {
        return say!(
            "portfolio-no-portfolio-keeps-every",
            doing = progress.stage.words(),
            seconds = seconds,
            stop_key = stop
        );
    }
    if let (Purpose::Complete, Step::Most { kept, at_most }) = (running.purpose, running.step) {
        return say!(
            "portfolio-no-portfolio-keeps-every-rule",
            kept = kept,
            at_most = at_most,
            seconds = seconds,
            stop = stop
        );
    }
    let number = |value: Option<Decimal>| value.map_or_else(|| say!("portfolio-none-yet"), |value| fixed(value, 4));
    say!(
        "portfolio-stage-best-best",
        stage = progress.stage.words(),
        best = number(progress.best),
        bound = number(progress.bound),
        gap = number(progress.gap),
        nodes = progress.nodes,
        seconds = seconds,
        stop = stop
    )
}

fn draw_answer(app: &App, canvas: &mut Canvas<'_>, area: Rect, case: &Case, answer: &Answer) {
    let Some(evaluation) = &answer.evaluation else {
        if answer.status != Status::Infeasible {
            let text = say!("portfolio-search-stopped-before-portfolio-2");
            let text = app.said(&text);
            canvas.pieces(row(area, 0), &[(&label("stopped"), Role::Warn), (&text, Role::Text)]);
            return;
        }
        let words = answer.conflict.as_ref().map_or_else(String::new, together);
        let repair = answer.conflict.as_ref().and_then(|conflict| conflict.repair.as_deref()).unwrap_or_default();
        canvas.pieces(
            row(area, 0),
            &[
                (&label("infeasible"), Role::Bad),
                (&say!("portfolio-no-portfolio-keeps-every-3"), Role::Text),
                (&words, Role::Text),
            ],
        );
        let key = app.keymap.shown(C::ExplainCandidate, &[Context::Screen(Screen::PORTFOLIO)]);
        canvas.pieces(
            row(area, 1),
            &[
                (&label("way out"), Role::Accent),
                (&key, Role::Key),
                (&say!("portfolio-shows-all"), Role::Dim),
                (repair, Role::Text),
            ],
        );
        return;
    };
    let sum = if evaluation.points.is_zero() {
        String::new()
    } else {
        say!(
            "portfolio-gain-gain-evaluation",
            gain = signed(evaluation.gain, 2),
            evaluation = signed(evaluation.points, 2)
        )
    };
    let text = say!(
        "portfolio-objective-index-points",
        objective = signed(evaluation.objective, 4),
        sum = sum,
        cost = money(evaluation.cost),
        money_unit = case.money_unit(),
        evaluation = evaluation.picks.len()
    );
    canvas.pieces(row(area, 0), &[(&label("recommended"), Role::Accent), (&text, Role::Text)]);
    let (begin, role) = match answer.status {
        Status::Optimal => (label("proven"), Role::Good),
        _ => (label("not proven"), Role::Warn),
    };
    let bound = answer.bound.map_or_else(|| word("none"), |bound| fixed(bound, 6));
    let gap = answer.gap.map_or_else(|| "?".to_string(), |gap| fixed(gap, 6));
    let proof = say!(
        "portfolio-bound-bound-gap",
        bound = bound,
        gap = gap,
        seconds = fixed(answer.solver.seconds, 1),
        nodes = answer.solver.nodes,
        solver = answer.solver.name,
        version = answer.solver.version
    );
    canvas.pieces(row(area, 1), &[(&begin, role), (&proof, Role::Dim)]);
}

/// Shows what is proven of the recommended portfolio.
pub(crate) fn show_proof(app: &mut App) {
    let text = app.document.as_ref().and_then(|document| {
        let shown = document.best.shown.as_ref()?;
        Some(proof(shown, document.is_stale()))
    });
    match text {
        Some(text) => {
            app.proof_seen = true;
            app.popups.push(Popup::text(&say!("jobs-proof"), text));
        }
        None => app.note(say!("overview-no-portfolio-recommended")),
    }
}

/// The candidates of the marked rows, or of the one under the cursor.
fn candidates(app: &App, document: &Document) -> Vec<CandidateIx> {
    let grid = PortfolioGrid::new(document, app.glyphs);
    app.table_state(TableKey::PORTFOLIO).chosen_rows().into_iter().filter_map(|row| grid.candidate(row)).collect()
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::*;
    use crate::model::compile::compile;
    use crate::model::generate::{Shape, planning};
    use crate::optimise::{Options, SolverChoice, optimise};

    #[test]
    fn prices_are_shown_with_what_they_are_worth() {
        let case = compile(&planning(14, 5, Shape::Tight)).case;
        let options = Options { solver: SolverChoice::Engine, ..Options::default() };
        let mut answer = optimise(&case, &options, None, &mut |_| ControlFlow::Continue(())).unwrap();
        let said = prices(&case, &answer);
        assert!(said.contains("promise nothing"), "{said}");
        let first = answer.prices.as_ref().unwrap()[0][0];
        assert!(said.contains(&format!("  Ministry of Defence: 2027 {}", fixed(first, 4))), "{said}");
        answer.prices = None;
        assert!(prices(&case, &answer).is_empty());
    }
}
