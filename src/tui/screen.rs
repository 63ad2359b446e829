//! What screens and the tables on them are called by.

use crate::analyse::AnalysisKind;
use crate::messages::text_of;
use crate::model::schema::TableId;

/// A screen, by the name of its commands in keymap files. What it holds is in `screens`, in a file of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Screen(pub(crate) &'static str);

/// Those that others lead to or ask about; one that nobody else names is named in its own file.
impl Screen {
    pub(crate) const OVERVIEW: Self = Self("overview");
    pub(crate) const CANDIDATES: Self = Self("candidates");
    pub(crate) const SERVICES: Self = Self("services");
    pub(crate) const BUDGETS: Self = Self("budgets");
    pub(crate) const PORTFOLIO: Self = Self("portfolio");
    pub(crate) const RULES: Self = Self("rules");
    pub(crate) const COMPARE: Self = Self("compare");
    pub(crate) const PROPOSALS: Self = Self("proposals");
    pub(crate) const PILLARS: Self = Self("pillars");
    pub(crate) const FINDINGS: Self = Self("findings");
    pub(crate) const TABLES: Self = Self("tables");
    pub(crate) const SETTINGS: Self = Self("settings");
    pub(crate) const ANALYSES: Self = Self("analyses");
    pub(crate) const ANALYSIS: Self = Self("study");
    pub(crate) const SCENARIOS: Self = Self("scenarios");
    pub(crate) const CHANGES: Self = Self("scenario-changes");
    pub(crate) const SCENARIO_GRID: Self = Self("scenario-grid");
    pub(crate) const PICKER: Self = Self("picker");

    /// Its name on its tab.
    pub(crate) fn title(self) -> String {
        text_of("screen", "", self.0, "title")
    }

    /// Its heading in the help.
    pub(crate) fn heading(self) -> String {
        let heading = text_of("screen", "", self.0, "heading");
        if heading.is_empty() { self.title() } else { heading }
    }
}

/// A table on some screen; its cursor, order and filter are kept by this.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum TableKey {
    /// A table of the case.
    Sheet(TableId),
    /// The table of a screen.
    Of(Screen),
    /// A table of what an analysis found, by its key.
    Analysis(AnalysisKind, &'static str),
}

/// Those of screens that others ask about.
impl TableKey {
    pub(crate) const CANDIDATES: Self = Self::Sheet(TableId::Candidates);
    pub(crate) const BUDGETS: Self = Self::Of(Screen::BUDGETS);
    pub(crate) const PORTFOLIO: Self = Self::Of(Screen::PORTFOLIO);
    pub(crate) const RULES: Self = Self::Of(Screen::RULES);
    pub(crate) const COMPARE: Self = Self::Of(Screen::COMPARE);
    pub(crate) const PROPOSALS: Self = Self::Of(Screen::PROPOSALS);
    pub(crate) const FINDINGS: Self = Self::Of(Screen::FINDINGS);
    pub(crate) const SETTINGS: Self = Self::Of(Screen::SETTINGS);
    pub(crate) const ANALYSES: Self = Self::Of(Screen::ANALYSES);
    pub(crate) const SCENARIOS: Self = Self::Of(Screen::SCENARIOS);
    pub(crate) const CHANGES: Self = Self::Of(Screen::CHANGES);
    pub(crate) const SCENARIO_GRID: Self = Self::Of(Screen::SCENARIO_GRID);
}
