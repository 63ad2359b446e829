//! A report that was made already, as readers of a level of classification may see it.

use super::analysis::{AnalysisReport, TableReport};
use super::chart::Chart;
use super::data::{CaseHeader, Input};
use super::document::{Block, Item, Table, Value};
use crate::messages::word;
use crate::model::Mask;

impl CaseHeader {
    /// The head as readers of the level may see it: with what is withheld, and without the hash of a file that they cannot have,
    /// by which a guess at its text could be tried.
    #[must_use]
    pub fn masked(self, mask: &Mask) -> Self {
        let Some(withheld) = mask.sentence() else { return self };
        let input = |it: Input| Input {
            sha256: if mask.changes(&it.file) { word("withheld") } else { it.sha256 },
            file: mask.text(&it.file),
        };
        Self {
            title: mask.text(&self.title),
            path: mask.text(&self.path),
            inputs: self.inputs.into_iter().map(input).collect(),
            changes: self.changes.iter().map(|change| mask.text(change)).collect(),
            withheld,
            ..self
        }
    }
}

impl AnalysisReport {
    /// What was put in words before it was known for whom, as readers of the level may see it.
    #[must_use]
    pub fn masked(self, mask: &Mask) -> Self {
        let all = |texts: Vec<String>| texts.iter().map(|text| mask.text(text)).collect();
        Self {
            case: self.case.masked(mask),
            title: mask.text(&self.title),
            summary: all(self.summary),
            open: all(self.open),
            tables: self.tables.into_iter().map(|table| table.masked(mask)).collect(),
            charts: self.charts.into_iter().map(|chart| masked_chart(chart, mask)).collect(),
            page: self.page.into_iter().map(|block| masked_block(block, mask)).collect(),
            ..self
        }
    }
}

impl TableReport {
    /// The table as readers of the level may see it.
    #[must_use]
    pub fn masked(self, mask: &Mask) -> Self {
        let (about, title) = (mask.text(&self.about), mask.text(&self.title));
        Self { case: self.case.masked(mask), title, about, table: self.table.masked(mask) }
    }
}

impl Table {
    /// The table as readers of the level may see it.
    #[must_use]
    pub fn masked(mut self, mask: &Mask) -> Self {
        self.title = mask.text(&self.title);
        self.note = mask.text(&self.note);
        for column in &mut self.columns {
            column.head = mask.text(&column.head);
            column.key = mask.text(&column.key);
        }
        self.rows.iter_mut().flatten().for_each(|value| mask_value(value, mask));
        self
    }
}

fn mask_value(value: &mut Value, mask: &Mask) {
    match value {
        Value::Text(text) => *text = mask.text(text),
        Value::List(texts) => texts.iter_mut().for_each(|text| *text = mask.text(text)),
        Value::Marked(_, value) => mask_value(value, mask),
        Value::Told(exact, shown) => [exact, shown].into_iter().for_each(|value| mask_value(value, mask)),
        Value::Word(_)
        | Value::Figure(_)
        | Value::Share(_)
        | Value::Count(_)
        | Value::Year(_)
        | Value::Moment(_)
        | Value::Flag(_)
        | Value::Bar(_)
        | Value::Empty => {}
    }
}

/// A block of a page: what analyses do not put there stays as it is.
fn masked_block(block: Block, mask: &Mask) -> Block {
    let item = |it: Item| Item {
        lead: mask.text(&it.lead),
        text: mask.text(&it.text),
        more: it.more.iter().map(|more| mask.text(more)).collect(),
        ..it
    };
    match block {
        Block::Heading(text) => Block::Heading(mask.text(&text)),
        Block::Subheading(text) => Block::Subheading(mask.text(&text)),
        Block::Paragraph(role, text) => Block::Paragraph(role, mask.text(&text)),
        Block::List(items) => Block::List(items.into_iter().map(item).collect()),
        Block::Table(table) => Block::Table(table.masked(mask)),
        Block::Chart(chart) => Block::Chart(masked_chart(chart, mask)),
        Block::Page(blocks) => Block::Page(blocks.into_iter().map(|block| masked_block(block, mask)).collect()),
        Block::Facts(_) | Block::Inputs | Block::Only(..) => block,
    }
}

fn masked_chart(mut chart: Chart, mask: &Mask) -> Chart {
    chart.title = mask.text(&chart.title);
    for series in &mut chart.series {
        series.name = mask.text(&series.name);
        series.points.iter_mut().for_each(|(_, _, label)| *label = mask.text(label));
    }
    chart
}
