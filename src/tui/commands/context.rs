//! Where commands mean something: everywhere, in an open case, on one screen, in one layer.

/// Where a command means something. What is open decides which contexts hold, from the nearest to the widest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names are those of the screens")]
pub enum Context {
    /// Also while something is typed or asked.
    Always,
    Everywhere,
    Case,
    Table,
    Overview,
    Candidates,
    Services,
    Budgets,
    Portfolio,
    Rules,
    Compare,
    Findings,
    Tables,
    Settings,
    Analyses,
    /// What one analysis found.
    Study,
    Scenarios,
    Changes,
    Grid,
    Picker,
    /// A line is being typed: letters go into it.
    Line,
    /// A list with a line to search in it.
    List,
    /// What letters go into: a line, or the search of a list.
    Typing,
    /// A question with its answers.
    Question,
    /// A text to read or a question.
    Dialog,
    /// The form of a row.
    Form,
    /// The options of an analysis.
    Options,
    /// Cells that were changed here and on disk.
    Conflicts,
}

impl Context {
    /// All contexts, in the order of the help.
    pub(crate) const ALL: [Self; 28] = [
        Self::Always,
        Self::Everywhere,
        Self::Case,
        Self::Table,
        Self::Overview,
        Self::Candidates,
        Self::Services,
        Self::Budgets,
        Self::Portfolio,
        Self::Rules,
        Self::Compare,
        Self::Findings,
        Self::Tables,
        Self::Settings,
        Self::Analyses,
        Self::Study,
        Self::Scenarios,
        Self::Changes,
        Self::Grid,
        Self::Picker,
        Self::Line,
        Self::List,
        Self::Typing,
        Self::Question,
        Self::Dialog,
        Self::Form,
        Self::Options,
        Self::Conflicts,
    ];

    /// Its name in keymap files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Always => "always",
            Self::Everywhere => "everywhere",
            Self::Case => "case",
            Self::Table => "table",
            Self::Overview => "overview",
            Self::Candidates => "candidates",
            Self::Services => "services",
            Self::Budgets => "budgets",
            Self::Portfolio => "portfolio",
            Self::Rules => "rules",
            Self::Compare => "compare",
            Self::Findings => "findings",
            Self::Tables => "tables",
            Self::Settings => "settings",
            Self::Analyses => "analyses",
            Self::Study => "study",
            Self::Scenarios => "scenarios",
            Self::Changes => "scenario-changes",
            Self::Grid => "scenario-grid",
            Self::Picker => "picker",
            Self::Line => "line",
            Self::List => "list",
            Self::Typing => "typing",
            Self::Question => "question",
            Self::Dialog => "dialog",
            Self::Form => "form",
            Self::Options => "options",
            Self::Conflicts => "conflicts",
        }
    }

    /// Whether both can hold at the same time and this one is asked first, so that its keys hide those of the wider one.
    pub(crate) const fn is_nearer_than(self, wider: Self) -> bool {
        let screen = matches!(
            self,
            Self::Candidates
                | Self::Services
                | Self::Budgets
                | Self::Portfolio
                | Self::Rules
                | Self::Compare
                | Self::Findings
                | Self::Tables
                | Self::Settings
                | Self::Analyses
                | Self::Study
                | Self::Scenarios
                | Self::Changes
                | Self::Grid
        );
        match wider {
            Self::Table => screen,
            Self::Case => screen || matches!(self, Self::Table | Self::Overview),
            Self::Everywhere => screen || matches!(self, Self::Table | Self::Overview | Self::Case | Self::Picker),
            Self::Typing => matches!(self, Self::Line | Self::List),
            Self::Dialog => matches!(self, Self::Question),
            Self::Always => !matches!(self, Self::Always),
            _ => false,
        }
    }

    /// Whether keys that are characters type them there, so that they can do nothing else.
    pub(crate) const fn types_letters(self) -> bool {
        matches!(self, Self::Line | Self::List | Self::Typing)
    }

    /// Its heading in the help.
    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::Always => "Always, also while typing",
            Self::Everywhere => "Everywhere",
            Self::Case => "On every screen of a case",
            Self::Table => "In tables",
            Self::Overview => "Overview",
            Self::Candidates => "Candidates",
            Self::Services => "Services",
            Self::Budgets => "Budgets",
            Self::Portfolio => "Portfolio",
            Self::Rules => "Rules",
            Self::Compare => "Compare",
            Self::Findings => "Findings",
            Self::Tables => "Tables",
            Self::Settings => "Settings",
            Self::Analyses => "Analyses",
            Self::Study => "What an analysis found",
            Self::Scenarios => "Scenarios",
            Self::Changes => "Changes of a scenario",
            Self::Grid => "Scenarios in a grid",
            Self::Picker => "Choosing a case",
            Self::Line => "In a line that is typed",
            Self::List => "In lists with a search line",
            Self::Typing => "Wherever letters are typed",
            Self::Question => "Answers to questions, where they are offered",
            Self::Dialog => "In questions and texts",
            Self::Form => "In forms",
            Self::Options => "In the options of an analysis",
            Self::Conflicts => "Where a cell was changed here and on disk",
        }
    }
}
