//! A table of the case on the screen: the cells of its file, and for candidates and services what is computed.

use crate::messages::{capital, word};
use crate::say;
use std::borrow::Cow;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::document::Document;
use super::table::{Grid, GridColumn, Total};
use super::theme::{Glyphs, Role};
use super::widgets::ladder::strip;
use super::widgets::number::fixed;
use crate::measure::{Evaluation, Step, ladder};
use crate::model::schema::{Kind, TableId, Unit};
use crate::model::{CandidateIx, Level, ServiceIx, Sheet};
use crate::report::number::year;
use crate::session::names::Names;
use crate::session::validation::{explain, unit_words};

/// A table of the case on the screen.
pub(crate) struct CaseTable<'a> {
    document: &'a Document,
    names: Names<'a>,
    sheet: &'a Sheet,
    columns: Vec<GridColumn>,
    sources: Vec<Source>,
    /// What stands in each column of the file.
    kinds: Vec<Option<Kind>>,
    money: String,
    glyphs: Glyphs,
}

/// Where the cells of a column come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Source {
    File(usize),
    Computed(Computed),
}

/// What is computed for a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Computed {
    Lock,
    RecommendedStart,
    OwnStart,
    Cost,
    Reach,
    Value,
    ControlEnd,
    ControlRecommended,
    ControlOwn,
    RungEnd,
    RungRecommended,
    ToNext,
    Ladder,
}

/// Cells of the small ladder in a row.
const LADDER: u16 = 26;

impl<'a> CaseTable<'a> {
    pub fn new(document: &'a Document, table: TableId) -> Self {
        let sheet = document.book.sheet(table);
        let names = Names::new(document.case());
        let kinds = sheet.header.iter().map(|name| sheet.schema().column(name).map(|it| it.kind)).collect();
        let (columns, sources, money) = (Vec::new(), Vec::new(), document.case().money_unit());
        let mut grid = Self { document, names, sheet, columns, sources, kinds, money, glyphs: Glyphs::Unicode };
        grid.keys();
        match table {
            TableId::Candidates => grid.candidates(),
            TableId::Services => grid.services(),
            _ => {}
        }
        for at in 0..sheet.header.len() {
            if !grid.sources.contains(&Source::File(at)) {
                grid.file_at(at);
            }
        }
        grid
    }

    /// The same, drawn with these characters.
    pub fn drawn_with(self, glyphs: Glyphs) -> Self {
        Self { glyphs, ..self }
    }

    fn candidates(&mut self) {
        use Computed as C;
        let number = |id: &str, help: String| GridColumn::number(id, &word(id), help);
        let lock = GridColumn::text("lock", "+-", say!("case-table-where-locked-where-locked"));
        self.computed(C::Lock, lock.pinned());
        let recommended = number("rec", say!("case-table-year-which-starts-recommended"));
        self.computed(C::RecommendedStart, recommended.pinned().no_sum());
        let own = number("own", say!("case-table-year-which-starts-your"));
        self.computed(C::OwnStart, own.pinned().no_sum());
        self.computed(C::Cost, number("cost", say!("case-table-whole-public-bill-after")));
        self.computed(C::Value, number("value", say!("case-table-reach-each-100-public")).no_sum());
        self.file("domain");
        self.computed(C::Reach, number("reach", say!("case-table-index-points-if-power")));
        self.file("status");
    }

    fn services(&mut self) {
        use Computed as C;
        for name in ["domain", "control"] {
            self.file(name);
        }
        let number = |id: &str, help: String| GridColumn::number(id, &word(id), help);
        let text = |id: &str, title: &str, help: String| GridColumn::text(id, &word(title), help);
        self.computed(C::ControlEnd, number("end", say!("case-table-control-end-horizon-nothing")));
        self.computed(C::ControlRecommended, number("rec", say!("case-table-control-end-recommended-portfolio")));
        self.computed(C::ControlOwn, number("own", say!("case-table-control-end-your-own")));
        self.computed(C::RungEnd, text("rung", "rung", say!("case-table-rung-end-nothing-chosen")));
        self.computed(
            C::RungRecommended,
            text("rec_rung", "rec rung", say!("case-table-rung-end-recommended-portfolio")),
        );
        let missing = say!("case-table-percentage-points-recommended-portfolio");
        self.computed(C::ToNext, GridColumn::number("to_next", &say!("case-table-next"), missing));
        self.computed(
            C::Ladder,
            GridColumn::text("ladder", &say!("case-table-ladder-title"), say!("case-table-ladder-drawn-scale-rungs")),
        );
    }

    fn computed(&mut self, what: Computed, column: GridColumn) {
        self.columns.push(GridColumn { title: capital(&column.title), ..column });
        self.sources.push(Source::Computed(what));
    }

    /// The id that stands further back because rows have names, and the column of the names in the spoken language.
    fn named(&self) -> Option<(&'static str, usize)> {
        let id = self.sheet.schema().key.last().filter(|id| self.kind(id) == Some(Kind::Id))?;
        self.sheet.name_columns().into_iter().flatten().next().map(|at| (*id, at))
    }

    fn kind(&self, name: &str) -> Option<Kind> {
        self.sheet.schema().column(name).map(|column| column.kind)
    }

    /// What rows are called: by their names where the table has some, and else by their ids.
    fn keys(&mut self) {
        let named = self.named();
        for name in self.sheet.schema().key {
            match named {
                Some((id, at)) if id == *name => self.file_at(at),
                _ => self.file(name),
            }
        }
    }

    fn file(&mut self, name: &str) {
        if let Some(at) = self.sheet.column(name)
            && !self.sources.contains(&Source::File(at))
        {
            self.file_at(at);
        }
    }

    fn file_at(&mut self, at: usize) {
        let name = &self.sheet.header[at];
        let schema = self.sheet.schema().column(name);
        let adds = schema.is_none_or(|it| it.kind != Kind::Year && !matches!(it.unit, Unit::Year | Unit::Fraction));
        let number = schema.is_some_and(|column| {
            matches!(column.kind, Kind::Number { .. } | Kind::Whole { .. } | Kind::Year | Kind::Amount)
        });
        self.columns.push(GridColumn {
            id: name.to_lowercase(),
            title: self.document.case().label(self.sheet.schema(), name),
            number,
            pinned: match self.named() {
                Some((id, names)) => at == names || name != id && self.sheet.schema().key.contains(&name.as_str()),
                None => self.sheet.schema().key.contains(&name.as_str()),
            },
            is_id: self.named().is_some_and(|(id, _)| id == name),
            titled: false,
            total: if adds { Total::Sum } else { Total::Range },
            source: Some(at),
            unit: schema.map_or_else(String::new, |column| unit_words(column.unit, &self.money)),
            help: Cow::Borrowed(""),
        });
        self.sources.push(Source::File(at));
    }

    /// The name of the file's column that a column of the grid shows.
    pub fn file_column(&self, column: usize) -> Option<&'a str> {
        match self.sources.get(column)? {
            Source::File(at) => self.sheet.header.get(*at).map(String::as_str),
            Source::Computed(_) => None,
        }
    }

    /// The columns of the grid in the order of the file, without what is computed.
    pub fn in_file_order(&self) -> Vec<usize> {
        let place = |at: &usize| self.sources.iter().position(|source| *source == Source::File(*at));
        (0..self.sheet.header.len()).filter_map(|at| place(&at)).collect()
    }

    fn compute(&self, what: Computed, row: usize) -> Option<Value<'a>> {
        let snapshot = &self.document.snapshot;
        let candidate = |row| snapshot.candidate(row);
        let service = |row| snapshot.service(row);
        match what {
            Computed::Lock => match self.sheet.cell(row, "status") {
                "locked_in" => Some(Value::Text("+")),
                "locked_out" => Some(Value::Text("-")),
                _ => None,
            },
            Computed::RecommendedStart | Computed::OwnStart => {
                let shown = || self.document.best.shown.as_ref().map(|shown| &shown.picks);
                let picks = if what == Computed::OwnStart { Some(&self.document.own.picks) } else { shown() };
                let pick = picks?.get(self.sheet.cell(row, "candidate"))?;
                Some(Value::Year(Decimal::from(pick.start)))
            }
            Computed::Cost => self.worth(candidate(row)?, |worth| worth.bill, 1),
            Computed::Reach => self.worth(candidate(row)?, |worth| worth.reach, 2),
            Computed::Value => self.worth(candidate(row)?, crate::session::Worth::value, 2),
            Computed::ControlEnd => control(snapshot.nothing.as_ref()?, service(row)?),
            Computed::ControlOwn if self.document.own.picks.is_empty() => None,
            Computed::ControlOwn => control(snapshot.own_evaluation.as_ref()?, service(row)?),
            Computed::ControlRecommended => control(self.recommended()?, self.shown_service(row)?),
            Computed::RungEnd => {
                let rung = snapshot.nothing.as_ref()?.services.get(service(row)?.0)?.rung_after?;
                Some(Value::Text(&self.document.snapshot.case.rungs.get(rung.0)?.name))
            }
            Computed::RungRecommended => {
                let rung = self.recommended()?.services.get(self.shown_service(row)?.0)?.rung_after?;
                let case = &self.document.best.shown.as_ref()?.case;
                Some(Value::Text(&case.rungs.get(rung.0)?.name))
            }
            Computed::ToNext => {
                let (steps, before, after) = self.on_ladder(row)?;
                let control = after.unwrap_or(before);
                let next = steps.iter().find(|step| !step.is_reached(control))?;
                Some(Value::Number(next.at_least - control, 1))
            }
            Computed::Ladder => {
                let (steps, before, after) = self.on_ladder(row)?;
                Some(Value::Drawn(strip(self.glyphs, LADDER, &steps, before, after)))
            }
        }
    }

    /// The ladder of a service, and where it stands on it at the end: with nothing chosen, and with the recommended portfolio.
    fn on_ladder(&self, row: usize) -> Option<(Arc<[Step]>, Decimal, Option<Decimal>)> {
        let service = self.document.snapshot.service(row)?;
        let case = self.document.case();
        let before = self.document.snapshot.nothing.as_ref()?.services.get(service.0)?.control_after;
        let after = self.recommended().and_then(|it| Some(it.services.get(self.shown_service(row)?.0)?.control_after));
        Some((ladder(case, service), before, after))
    }

    fn worth(
        &self,
        candidate: CandidateIx,
        take: impl Fn(crate::session::Worth) -> Option<Decimal>,
        places: u32,
    ) -> Option<Value<'a>> {
        let value = take(*self.document.snapshot.worth.get(candidate.0)?)?;
        Some(Value::Number(value, places))
    }

    fn recommended(&self) -> Option<&'a Evaluation> {
        self.document.best.shown.as_ref()?.answer.evaluation.as_ref()
    }

    /// The service of a row in the case that the answer is about: rows may have moved since.
    fn shown_service(&self, row: usize) -> Option<ServiceIx> {
        let shown = self.document.best.shown.as_ref()?;
        let id = self.sheet.cell(row, "service");
        let same = self
            .document
            .snapshot
            .service(row)
            .filter(|ix| shown.case.services.get(ix.0).is_some_and(|it| it.id == id));
        same.or_else(|| shown.case.services.iter().position(|service| service.id == id).map(ServiceIx))
    }
}

/// A computed cell.
enum Value<'a> {
    Number(Decimal, u32),
    Year(Decimal),
    Text(&'a str),
    Drawn(String),
}

fn control(evaluation: &Evaluation, service: ServiceIx) -> Option<Value<'static>> {
    Some(Value::Number(evaluation.services.get(service.0)?.control_after, 1))
}

impl Grid for CaseTable<'_> {
    fn shape(&self) -> (usize, &[GridColumn]) {
        (self.sheet.rows.len(), &self.columns)
    }

    fn cell(&self, row: usize, column: usize) -> Cow<'_, str> {
        match self.sources.get(column) {
            Some(Source::File(at)) => Cow::Borrowed(self.sheet.cell_at(row, *at)),
            Some(Source::Computed(what)) => match self.compute(*what, row) {
                Some(Value::Number(value, places)) => Cow::Owned(fixed(value, places)),
                Some(Value::Year(value)) => Cow::Owned(year(value)),
                Some(Value::Text(text)) => Cow::Borrowed(text),
                Some(Value::Drawn(text)) => Cow::Owned(text),
                None => Cow::Borrowed(""),
            },
            None => Cow::Borrowed(""),
        }
    }

    fn shown(&self, row: usize, column: usize) -> Cow<'_, str> {
        let Some(Source::File(at)) = self.sources.get(column) else { return self.cell(row, column) };
        let (text, table) = (self.sheet.cell_at(row, *at), self.sheet.table);
        let name = self.sheet.header.get(*at).map_or("", String::as_str);
        match (self.named(), self.kinds.get(*at).copied().flatten()) {
            // What has no name of its own is called by its id.
            (Some((id, names)), _) if names == *at && text.is_empty() => {
                let (id, name) = (self.sheet.cell(row, id), self.sheet.name(row));
                // A row that is set aside is not in the case.
                Cow::Borrowed(if name.is_empty() { self.names.row(table, id).unwrap_or(id) } else { name })
            }
            (Some((id, _)), Some(Kind::Id)) if id != name => self.names.shown(Kind::Ref(table), text),
            (_, kind) => kind.map_or(Cow::Borrowed(text), |kind| self.names.shown(kind, text)),
        }
    }

    fn number(&self, row: usize, column: usize) -> Option<Decimal> {
        match self.sources.get(column)? {
            Source::File(at) => crate::session::bulk::parse_number(self.sheet.cell_at(row, *at)),
            Source::Computed(what) => match self.compute(*what, row)? {
                Value::Number(value, _) | Value::Year(value) => Some(value),
                Value::Text(_) | Value::Drawn(_) => None,
            },
        }
    }

    fn help(&self, column: usize) -> Cow<'_, str> {
        let Some(Source::File(at)) = self.sources.get(column) else {
            return self.columns.get(column).map_or(Cow::Borrowed(""), |column| Cow::Borrowed(&*column.help));
        };
        let (schema, name) = (self.sheet.schema(), &self.sheet.header[*at]);
        let known = schema.column(name);
        let help = || say!("case-table-column-your-own");
        Cow::Owned(known.map_or_else(help, |column| explain(schema, column, name, &self.money)))
    }

    fn role(&self, row: usize, column: usize) -> Role {
        match self.sources.get(column) {
            Some(Source::Computed(Computed::RecommendedStart | Computed::ControlRecommended)) => {
                if self.document.is_stale() { Role::Warn } else { Role::Good }
            }
            Some(Source::Computed(Computed::OwnStart)) => Role::Accent,
            Some(Source::Computed(Computed::Lock)) => match self.sheet.cell(row, "status") {
                "locked_in" => Role::Good,
                _ => Role::Bad,
            },
            Some(Source::Computed(Computed::Ladder)) | None => Role::Text,
            Some(Source::Computed(_)) => Role::Dim,
            Some(Source::File(at)) => self.file_role(row, *at),
        }
    }
}

impl CaseTable<'_> {
    fn file_role(&self, row: usize, at: usize) -> Role {
        let name = &self.sheet.header[at];
        match self.document.snapshot.level(self.sheet.table, row, name) {
            Some(Level::Error) => return Role::Bad,
            Some(Level::Warning) => return Role::Warn,
            _ => {}
        }
        match (name.as_str(), self.sheet.cell_at(row, at)) {
            ("status", "locked_in") => Role::Good,
            ("status", "locked_out") => Role::Bad,
            ("note" | "source" | "reason", _) => Role::Dim,
            _ => Role::Text,
        }
    }
}
