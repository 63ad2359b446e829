//! A case as the program computes with it: typed, with every default filled in and every id resolved to a position.

use rust_decimal::Decimal;

use super::candidate::{Candidate, Effect, Status};
use super::change::Change;
use super::holder::{Holder, Owner};
use super::index::{CandidateIx, DomainIx, MinistryIx, Money, Percent, RungIx, ServiceIx, Year};
use super::relation::Relation;
use crate::messages::{readable, text_of};

/// Everything that the planners decide on, typed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Case {
    /// The title in reports.
    pub title: String,
    /// The currency of all money.
    pub currency: String,
    /// What one unit of money is, such as `million`.
    pub unit: String,
    /// The country's own law, or several: no order under it is foreign.
    pub jurisdiction: String,
    /// The first year of the horizon.
    pub first_year: Year,
    /// The last year of the horizon.
    pub last_year: Year,
    /// Whether an effect counts times its success.
    pub risk: Risk,
    /// Which years the index is taken from.
    pub timing: Timing,
    /// What comes first: the index, or the level of the weakest domain.
    pub aggregate: Aggregate,
    /// At least this many domains reach their target.
    pub domains_at_target: usize,
    /// What it must cost at least to take over a service that says nothing of its own.
    pub takeover_floor: Option<Money>,
    /// The levels of classification, from low to high.
    pub levels: Vec<String>,
    /// The funders.
    pub ministries: Vec<Ministry>,
    /// The control ladder, from low to high.
    pub rungs: Vec<Rung>,
    /// The technology areas.
    pub domains: Vec<Domain>,
    /// The services.
    pub services: Vec<Service>,
    /// The candidates.
    pub candidates: Vec<Candidate>,
    /// What holds between candidates.
    pub relations: Vec<Relation>,
    /// Bounds on spending.
    pub limits: Vec<Limit>,
    /// Cap tables.
    pub holders: Vec<Holder>,
    /// Who stands behind holders.
    pub owners: Vec<Owner>,
    /// The scenarios' changes, in file order.
    pub scenarios: Vec<ScenarioChange>,
    /// Rows of scenarios that cannot be read: the scenario and the row in `scenarios.csv`, from 0.
    pub unread_scenarios: Vec<(String, usize)>,
}

/// Whether an effect counts times its success.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Risk {
    /// An effect counts times its success.
    #[default]
    Expected,
    /// As if everything succeeds.
    Full,
}

/// Which years the index is taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Timing {
    /// Power at the end of the last year.
    #[default]
    Final,
    /// The mean over the years of the horizon.
    Average,
}

/// What comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Aggregate {
    /// The weighted index.
    #[default]
    Weighted,
    /// The level of the weakest domain, and among portfolios that hold the highest one the weighted index.
    Weakest,
}

/// A funder.
#[derive(Debug, Clone, PartialEq)]
pub struct Ministry {
    /// Its id.
    pub id: String,
    /// Its name in reports.
    pub name: String,
    /// Its part in the joint domain weights, as written: not normalised.
    pub voice: Decimal,
    /// What may move to the next year.
    pub carry_over: CarryOver,
    /// What it can spend in each year of the horizon, before carry-over.
    pub budget: Vec<Money>,
}

/// What of a year's money may move to the next year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CarryOver {
    /// Everything that is left.
    All,
    /// At most this fraction (0-1) of the year's own budget.
    Fraction(Decimal),
}

/// A step of the control ladder.
#[derive(Debug, Clone, PartialEq)]
pub struct Rung {
    /// Its id.
    pub id: String,
    /// Its name in reports.
    pub name: String,
    /// From this much control, inclusive.
    pub at_least: Percent,
    /// So much power, 0-1.
    pub power: Decimal,
}

/// A technology area.
#[derive(Debug, Clone, PartialEq)]
pub struct Domain {
    /// Its id.
    pub id: String,
    /// Its name in reports.
    pub name: String,
    /// Its weight for each ministry, as written: not normalised.
    pub weights: Vec<Decimal>,
    /// The power that counts as reached, 0-1.
    pub target: Decimal,
    /// A rung whose power the domain must hold at the end of the horizon.
    pub floor: Option<RungIx>,
    /// Its row in `domains.csv`, from 0.
    pub row: usize,
}

/// A key infrastructure service.
#[derive(Debug, Clone, PartialEq)]
pub struct Service {
    /// Its id.
    pub id: String,
    /// Its domain.
    pub domain: DomainIx,
    /// Its name in reports.
    pub name: String,
    /// Its weight in its domain, as written: not normalised.
    pub weight: Decimal,
    /// The share of control the country holds now.
    pub control: Percent,
    /// Control that wears off each year, in percentage points.
    pub drift: Percent,
    /// A rung whose power must be held at the end of the horizon.
    pub floor: Option<RungIx>,
    /// How control becomes power.
    pub power: PowerRule,
    /// The share of votes that a coalition must exceed to decide.
    pub quota: Percent,
    /// What it must cost an outside buyer at least to take control at the end of the horizon; 0 asks for nothing, whatever the case asks.
    pub takeover_floor: Option<Money>,
    /// Who holds the rest of the control now.
    pub holder: String,
    /// The law that the holder answers to.
    pub jurisdiction: String,
    /// The services that it cannot do without.
    pub depends_on: Vec<ServiceIx>,
    /// Its level of classification, by its place among those of the case.
    pub classification: usize,
    /// The id that was masked, where it was: it alone decides in which order rows are gone through, and is never told.
    pub withheld: Option<String>,
    /// A remark for readers.
    pub note: String,
    /// Where the figures come from.
    pub source: String,
    /// Its row in `services.csv`, from 0.
    pub row: usize,
}

/// How control becomes power.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, PartialOrd, Ord)]
pub enum PowerRule {
    /// By the rungs of `case.toml`.
    #[default]
    Ladder,
    /// The absolute Banzhaf index of the cap table.
    Banzhaf,
    /// The Shapley–Shubik index of the cap table.
    Shapley,
}

/// A bound on public spending over the horizon.
#[derive(Debug, Clone, PartialEq)]
pub struct Limit {
    /// Whose spending.
    pub scope: Scope,
    /// At least so much.
    pub min: Option<Amount>,
    /// At most so much.
    pub max: Option<Amount>,
    /// Its row in `limits.csv`, from 0.
    pub row: usize,
}

/// Whose spending a limit bounds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// The candidates of a domain.
    Domain(DomainIx),
    /// The candidates with an instrument.
    Instrument(String),
    /// The candidates of a pillar.
    Pillar(String),
    /// What a ministry pays.
    Ministry(MinistryIx),
}

impl Scope {
    /// Its word in `limits.csv`.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Domain(_) => "domain",
            Self::Instrument(_) => "instrument",
            Self::Pillar(_) => "pillar",
            Self::Ministry(_) => "ministry",
        }
    }

    /// Which of these it is, as `limits.csv` says it.
    pub fn value<'a>(&'a self, case: &'a Case) -> &'a str {
        match self {
            Self::Domain(domain) => &case[*domain].id,
            Self::Ministry(ministry) => &case[*ministry].id,
            Self::Instrument(word) | Self::Pillar(word) => word,
        }
    }

    /// Whether spending on a candidate can be in it: a ministry may pay a part of any bill.
    pub fn concerns(&self, candidate: &Candidate) -> bool {
        match self {
            Self::Domain(domain) => candidate.domain == *domain,
            Self::Instrument(word) => candidate.instrument == *word,
            Self::Pillar(word) => candidate.pillar == *word,
            Self::Ministry(_) => true,
        }
    }
}

/// An amount of public spending.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Amount {
    /// In money.
    Money(Money),
    /// In percent of the portfolio's whole public spending.
    Percent(Percent),
}

impl std::fmt::Display for Amount {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Money(money) => write!(f, "{}", money.normalize()),
            Self::Percent(percent) => write!(f, "{}%", percent.normalize()),
        }
    }
}

/// One change of a scenario, as text: it is applied to the workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScenarioChange {
    /// The scenario that it belongs to.
    pub scenario: String,
    /// The name of the scenario for people; empty where this row does not say it.
    pub name: String,
    /// The change.
    pub change: Change,
    /// Its row in `scenarios.csv`, from 0.
    pub row: usize,
}

impl Case {
    /// Whether it goes by levels: the weakest domain comes first, or some domain has to hold a level.
    pub fn has_levels(&self) -> bool {
        self.aggregate == Aggregate::Weakest || self.domains.iter().any(|domain| domain.floor.is_some())
    }

    /// The level that so much power is: the highest rung with no more power, and the last of those with as much; none below
    /// the first.
    pub fn level_of(&self, power: Decimal) -> Option<RungIx> {
        self.rungs.iter().rposition(|rung| rung.power <= power).map(RungIx)
    }

    /// The case that goes by its index alone, in which every domain that has services holds at least this level as well.
    #[must_use]
    pub fn at_level(&self, level: Option<RungIx>) -> Self {
        let mut case = Self { aggregate: Aggregate::Weighted, ..self.clone() };
        let power = |rung: Option<RungIx>| rung.and_then(|rung| self.rungs.get(rung.0)).map(|rung| rung.power);
        for (at, domain) in case.domains.iter_mut().enumerate() {
            if power(level) > power(domain.floor) && self.services.iter().any(|service| service.domain.0 == at) {
                domain.floor = level;
            }
        }
        case
    }

    /// Whether any candidate can bring something: control, a right or points.
    pub fn can_gain(&self) -> bool {
        let brings = |it: &Effect| !it.control_gain.is_zero() || it.grants.is_some();
        let mut candidates = self.candidates.iter();
        candidates.any(|it| !it.points.is_zero() || it.effects.iter().any(brings))
            || self.relations.iter().any(|it| !it.control_gain.is_zero())
    }

    /// Whether it is the other case, whatever scenarios each has.
    pub fn is_but_for_scenarios(&self, other: &Self) -> bool {
        let bare = |case: &Self| Self { scenarios: Vec::new(), unread_scenarios: Vec::new(), ..case.clone() };
        self == other || (self.title == other.title && bare(self) == bare(other))
    }

    /// The name of a scenario for people: the first that one of its rows says, else its id as it is read.
    pub fn scenario_name(&self, id: &str) -> String {
        let own = self.scenarios.iter().filter(|it| it.scenario == id);
        own.map(|it| &it.name).find(|name| !name.is_empty()).cloned().unwrap_or_else(|| readable(id))
    }
}

macro_rules! at {
    ($($name:ident: $field:ident of $of:ty $(, $all:ident)?;)+) => {$(
        impl std::ops::Index<$name> for Case {
            type Output = $of;
            fn index(&self, index: $name) -> &$of {
                &self.$field[index.0]
            }
        }

        $(impl Case {
            #[doc = concat!("The positions of all ", stringify!($field), ".")]
            pub fn $all(&self) -> impl Iterator<Item = $name> + use<> {
                (0..self.$field.len()).map($name)
            }
        })?
    )+};
}

at! {
    MinistryIx: ministries of Ministry, ministry_ixs;
    RungIx: rungs of Rung;
    DomainIx: domains of Domain, domain_ixs;
    ServiceIx: services of Service, service_ixs;
    CandidateIx: candidates of Candidate, candidate_ixs;
}

impl Case {
    /// How many years the horizon has.
    pub fn horizon(&self) -> usize {
        usize::try_from(i64::from(self.last_year) - i64::from(self.first_year) + 1).unwrap_or(0)
    }

    /// The years of the horizon.
    pub fn years(&self) -> std::ops::RangeInclusive<Year> {
        self.first_year..=self.last_year
    }

    /// The position of a year in the horizon, if it is inside.
    pub fn year_ix(&self, year: Year) -> Option<usize> {
        usize::try_from(i64::from(year) - i64::from(self.first_year)).ok().filter(|&ix| ix < self.horizon())
    }

    /// The years in which a candidate can start: see [`Candidate::starts`].
    pub fn starts(&self, candidate: CandidateIx) -> std::ops::RangeInclusive<Year> {
        self[candidate].starts(self.first_year, self.last_year)
    }

    /// Whether a candidate may be chosen at all: it is not locked out, and can start in some year.
    pub fn may_be_chosen(&self, candidate: CandidateIx) -> bool {
        self[candidate].status != Status::LockedOut && !self.starts(candidate).is_empty()
    }

    /// The candidate with this id.
    pub fn candidate_by_id(&self, id: &str) -> Option<CandidateIx> {
        self.candidates.iter().position(|candidate| candidate.id == id).map(CandidateIx)
    }

    /// The ministry with this id.
    pub fn ministry_by_id(&self, id: &str) -> Option<MinistryIx> {
        self.ministries.iter().position(|ministry| ministry.id == id).map(MinistryIx)
    }

    /// Money with its unit, as reports write it: `million EUR`. A unit of the program's own is said in its language.
    pub fn money_unit(&self) -> String {
        let unit = text_of("unit", "", &self.unit, "");
        let unit = if unit.is_empty() { &self.unit } else { &unit };
        [unit.as_str(), &self.currency].join(" ").trim().to_owned()
    }
}

impl Service {
    /// The id that decides where it stands among others: also in a copy of the case in which it is masked.
    pub fn order_id(&self) -> &str {
        self.withheld.as_deref().unwrap_or(&self.id)
    }
}
