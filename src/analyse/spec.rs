//! How an analysis is declared: what it is called, what it answers, and what it can be asked.
//!
//! The arguments of the command line, the form of options in the interface, the help, the palette and the page of reference
//! are all made from a [`Spec`], so that none of them can say something else than the others. The texts
//! stand in `messages`: `analysis-ID-title`, `-question`, `-about`, `-notes` and `-by`, `param-ID-NAME`, and
//! `param-ID-NAME-name` for what people read.

use rust_decimal::Decimal;

use crate::messages::{text_of, word};
use crate::model::Case;
use crate::model::typed::yes_or_no;
use crate::say;

/// The declaration of an analysis.
#[derive(Debug, Clone, Copy)]
pub struct Spec {
    /// Its name for programs: in keymap files, in the palette, in the names of exported files.
    pub id: &'static str,
    /// The command that runs it.
    pub command: CommandLine,
    /// What can be set, in the order in which it is shown.
    pub params: &'static [Param],
}

/// The command that runs an analysis.
#[derive(Debug, Clone, Copy)]
pub struct CommandLine {
    /// Its name. Analyses of the same name share a command, and `--by` chooses between them.
    pub name: &'static str,
    /// Where the command is shared: the value of `--by`. The first one is the default.
    pub by: Option<&'static str>,
}

/// Something that can be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Param {
    /// Its name in the form of options, and after `--` on the command line.
    pub name: &'static str,
    /// What stands for its value in the help of the command line.
    pub value: &'static str,
    /// What its text must be, which also says how it is asked for.
    pub kind: ParamKind,
    /// What it is unless it is set.
    pub preset: Preset,
}

impl Param {
    /// The portfolio that an analysis is about: the recommended one, the own one or a proposal.
    pub const PORTFOLIO: Self =
        Self { name: "portfolio", value: "PORTFOLIO", kind: ParamKind::Portfolio, preset: Preset::Text("recommended") };
}

/// What the text of a parameter must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParamKind {
    /// A whole number from the one to the other.
    Count(u32, u32),
    /// The same, or the word `all`.
    CountOrAll(u32, u32),
    /// A percentage, up to so much if there is an end.
    Percent(Option<u32>),
    /// Any whole number.
    Whole,
    /// `no` or `yes`; on the command line it is there or not.
    Switch,
    /// A measure. Two of them are the two parts of `--of A,B`.
    Axis,
    /// `none`, or the range of a voice.
    Voice,
    /// A percentage, or `ranking`.
    Weights,
    /// `all` or names of scenarios; `none` as well where that makes sense.
    Scenarios(NoScenario),
    /// The id of a candidate, or nothing.
    Candidate,
    /// A portfolio that must be there: a file on the command line; in the interface `recommended`, `own` or a kept proposal.
    Portfolio,
    /// A portfolio that is shown or judged beside others, if there is one: a file on the command line; in the interface the same.
    Own,
}

/// Whether an analysis can do without any scenario.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoScenario {
    /// It can.
    Possible,
    /// It is about scenarios.
    Senseless,
}

/// What a parameter is unless it is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Preset {
    /// This text.
    Text(&'static str),
    /// The first text; in the interface, where somebody waits, the second one for a case of many candidates.
    Quicker(&'static str, &'static str),
    /// The gain by the own weights of the ministry at this place where there are two, else this measure.
    Axis(usize, &'static str),
}

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asker {
    /// The command line.
    CommandLine,
    /// The interface, where somebody waits for the answer.
    Interface,
}

/// Cases of more candidates than this are large.
const SMALL: usize = 20;

impl Preset {
    /// The text.
    pub fn text(self, case: &Case, asker: Asker) -> String {
        match self {
            Self::Quicker(_, quicker) if asker == Asker::Interface && case.candidates.len() > SMALL => {
                quicker.to_owned()
            }
            Self::Text(text) | Self::Quicker(text, _) => text.to_owned(),
            Self::Axis(at, other) => match case.ministries.as_slice() {
                [one, two] => format!("own:{}", if at == 0 { &one.id } else { &two.id }),
                _ => other.to_owned(),
            },
        }
    }
}

impl Param {
    /// A text of it as people read it: percentages with their sign, yes and no in their language.
    pub fn shown(&self, text: &str) -> String {
        let is_percentage = matches!(self.kind, ParamKind::Percent(_) | ParamKind::Weights);
        match text {
            "" => say!("options-none"),
            text if self.kind == ParamKind::Switch => {
                yes_or_no(text).map_or_else(|| text.to_owned(), |yes| word(if yes { "yes" } else { "no" }))
            }
            "own" | "recommended" if self.is_portfolio() => word(text),
            text if is_percentage && text.parse::<Decimal>().is_ok() => format!("{text} %"),
            text => text.to_owned(),
        }
    }

    /// Whether it stands for a portfolio.
    pub fn is_portfolio(&self) -> bool {
        matches!(self.kind, ParamKind::Own | ParamKind::Portfolio)
    }
}

impl Spec {
    /// Its name for people.
    pub fn title(&self) -> String {
        text_of("analysis", "", self.id, "title")
    }

    /// What it answers, in one sentence.
    pub fn question(&self) -> String {
        text_of("analysis", "", self.id, "question")
    }

    /// What its command does, in one sentence. Of several that share a command the first one says it.
    pub fn about(&self) -> String {
        text_of("analysis", "", self.id, "about")
    }

    /// What stands below the help of its command, if anything.
    pub fn notes(&self) -> String {
        text_of("analysis", "", self.id, "notes")
    }

    /// What its value of `--by` means.
    pub fn by_help(&self) -> String {
        text_of("analysis", "", self.id, "by")
    }

    /// What a parameter of it is called where people read it.
    pub fn name_of(&self, param: &Param) -> String {
        text_of("param", self.id, param.name, "name")
    }

    /// What a parameter of it means.
    pub fn help_of(&self, param: &Param) -> String {
        text_of("param", self.id, param.name, "")
    }

    /// What a parameter of it means where its text is typed into a form.
    pub fn form_help_of(&self, param: &Param) -> String {
        match param.kind {
            ParamKind::Portfolio | ParamKind::Own => say!("spec-which-portfolio"),
            ParamKind::Scenarios(NoScenario::Possible) => say!("spec-which-scenarios-or-none"),
            ParamKind::Scenarios(_) => say!("spec-which-scenarios"),
            ParamKind::CountOrAll(..) => self.help_of(param).replace('`', "\""),
            _ => self.help_of(param),
        }
    }

    /// A parameter by its name.
    pub fn param(&self, name: &str) -> Option<&'static Param> {
        self.params.iter().find(|param| param.name == name)
    }

    /// The parameters of the form of options.
    pub fn form(&self) -> impl Iterator<Item = &'static Param> + use<> {
        // What a run is about comes first; beside whose portfolio it stands, last.
        let (own, others): (Vec<_>, Vec<_>) = self.params.iter().partition(|param| param.kind == ParamKind::Own);
        others.into_iter().chain(own)
    }

    /// Whether it chooses scenarios by itself.
    pub fn has_scenarios(&self) -> bool {
        self.params.iter().any(|param| matches!(param.kind, ParamKind::Scenarios(_)))
    }
}
