//! The family of cases that the benchmarks use: ten years, two ministries, and the rules that real plans have.

use super::{Chance, FIRST_YEAR, id, put, scaled};
use beslismacht::model::relation::RelationKind;
use beslismacht::model::schema::TableId;
use beslismacht::model::workbook::Workbook;

const DOMAINS: usize = 5;
/// Kinds of relation that real plans have twice as many of as of others.
const COMMON: [RelationKind; 2] = [RelationKind::Requires, RelationKind::Excludes];

/// What a planning case stresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Control ladders, with budgets for about a third of all that could be done.
    Ladder,
    /// Ladders without starts to choose, with fixed shares and without carry-over: only which.
    Plain,
    /// No services: every candidate brings points by itself.
    PointsOnly,
    /// Ladders, with budgets for about an eighth.
    Tight,
    /// Ladders, with budgets for about two thirds.
    Loose,
    /// Ladders, with 30 candidates on the first service.
    Crowded,
}

impl Shape {
    /// All shapes.
    pub const ALL: [Self; 6] = [Self::Ladder, Self::Plain, Self::PointsOnly, Self::Tight, Self::Loose, Self::Crowded];

    /// Its name in figures and titles.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ladder => "ladder",
            Self::Plain => "plain",
            Self::PointsOnly => "points only",
            Self::Tight => "tight",
            Self::Loose => "loose",
            Self::Crowded => "crowded",
        }
    }

    /// The part of all costs that the budgets pay for, in percent.
    const fn affordable(self) -> i64 {
        match self {
            Self::Tight => 12,
            Self::Loose => 66,
            _ => 33,
        }
    }
}

/// How large a planning case is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// How many candidates it has.
    pub candidates: usize,
    /// How many services.
    pub services: usize,
    /// How many years the horizon has; at least 4, which a candidate may take.
    pub years: u8,
    /// How many candidates move the first service first of all; the others are spread over all services.
    pub crowd: usize,
}

impl Size {
    /// The usual size with this many candidates: ten years, about six candidates for each service.
    pub fn usual(candidates: usize, shape: Shape) -> Self {
        let services = if shape == Shape::PointsOnly { 0 } else { (candidates / 6).max(1) };
        Self { candidates, services, years: 10, crowd: if shape == Shape::Crowded { 30 } else { 0 } }
    }
}

/// A planning case with this many candidates: ten years, the ministries `defence` and `economic_affairs`, five domains, about
/// six candidates for each service, and a ladder of five rungs. Candidates cost money over one to four years, may start in
/// a window of up to three, and split their bill within ranges; some require or exclude each other.
pub fn planning(candidates: usize, seed: u64, shape: Shape) -> Workbook {
    sized_planning(Size::usual(candidates, shape), seed, shape)
}

/// A planning case of another size than the usual.
pub fn sized_planning(size: Size, seed: u64, shape: Shape) -> Workbook {
    let Size { candidates, services, years, crowd } = size;
    let years = i64::from(years.max(4));
    let mut plan = Plan { chance: Chance::new(seed), candidates, services, years, crowd, shape, costs: Vec::new() };
    let mut workbook = Workbook::new(plan.settings(seed));
    plan.domains(&mut workbook);
    plan.services(&mut workbook);
    plan.candidates(&mut workbook);
    plan.effects(&mut workbook);
    plan.budgets(&mut workbook);
    plan.relations(&mut workbook);
    plan.limits(&mut workbook);
    workbook
}

struct Plan {
    chance: Chance,
    candidates: usize,
    services: usize,
    years: i64,
    crowd: usize,
    shape: Shape,
    /// The public cost of each candidate, in tenths.
    costs: Vec<i64>,
}

impl Plan {
    fn settings(&self, seed: u64) -> String {
        let last_year = i64::from(FIRST_YEAR) + self.years - 1;
        let carry_over = if self.shape == Shape::Plain { ["0", "0"] } else { ["\"all\"", "0.25"] };
        format!(
            "format = 1\ntitle = \"Plan of {} candidates, {}, seed {seed}\"\nfirst_year = {FIRST_YEAR}\nlast_year = {last_year}\n\
             \n[objective]\nrisk = \"expected\"\ntiming = \"final\"\n\
             \n[[ministry]]\nid = \"defence\"\nname = \"Ministry of Defence\"\nvoice = 0.5\ncarry_over = {}\n\
             \n[[ministry]]\nid = \"economic_affairs\"\nname = \"Ministry of Economic Affairs\"\nvoice = 0.5\ncarry_over = {}\n\
             \n[[rung]]\nid = \"seat\"\nname = \"Seat at the table\"\nat_least = 10\npower = 0.1\n\
             \n[[rung]]\nid = \"consent\"\nname = \"Consent right\"\nat_least = 25\npower = 0.3\n\
             \n[[rung]]\nid = \"blocking\"\nname = \"Blocking minority\"\nat_least = 33.4\npower = 0.55\n\
             \n[[rung]]\nid = \"control\"\nname = \"Control\"\nat_least = 50.1\npower = 0.85\n\
             \n[[rung]]\nid = \"full\"\nname = \"Full control\"\nat_least = 75\npower = 1\n",
            self.candidates,
            self.shape.name(),
            carry_over[0],
            carry_over[1]
        )
    }

    fn domains(&mut self, workbook: &mut Workbook) {
        let rows = (0..DOMAINS).map(|at| {
            let weights = [self.chance.whole(1, 9), self.chance.whole(1, 9)];
            vec![id("domain", at), weights[0].to_string(), weights[1].to_string(), "0.5".to_owned()]
        });
        let rows = rows.collect();
        put(workbook, TableId::Domains, &["domain", "weight_defence", "weight_economic_affairs", "target"], rows);
    }

    fn services(&mut self, workbook: &mut Workbook) {
        let rows = (0..self.services).map(|at| {
            let drift = self.chance.text(&["0", "0", "0.2", "0.5"]);
            let control = self.chance.one_of(&[0, 0, 4, 8, 12, 20, 30]).unwrap_or(0);
            let weight = self.chance.whole(1, 5);
            vec![id("service", at), id("domain", at % DOMAINS), weight.to_string(), control.to_string(), drift]
        });
        let rows = rows.collect();
        put(workbook, TableId::Services, &["service", "domain", "weight", "control", "drift"], rows);
    }

    fn candidates(&mut self, workbook: &mut Workbook) {
        const HEADER: [&str; 14] = [
            "candidate",
            "domain",
            "instrument",
            "cofinance",
            "start_from",
            "start_to",
            "success",
            "points",
            "cost_1",
            "cost_2",
            "cost_3",
            "cost_4",
            "share_defence",
            "share_economic_affairs",
        ];
        let rows: Vec<_> = (0..self.candidates).map(|at| self.candidate(at)).collect();
        put(workbook, TableId::Candidates, &HEADER, rows);
    }

    fn candidate(&mut self, at: usize) -> Vec<String> {
        let plain = self.shape == Shape::Plain;
        let domain = if self.services == 0 { self.chance.below(DOMAINS) } else { self.home(at) % DOMAINS };
        let cofinance = if plain { 0 } else { self.chance.one_of(&[0, 0, 0, 20, 50]).unwrap_or(0) };
        let length = self.chance.whole(1, 4);
        let costs: Vec<i64> = (0..4).map(|year| if year < length { self.chance.whole(10, 400) } else { 0 }).collect();
        let all: i64 = costs.iter().sum();
        self.costs.push(all * (100 - cofinance) / 100);
        let from = i64::from(FIRST_YEAR) + self.chance.whole(0, self.years - length);
        let to = if plain { from } else { from + self.chance.whole(0, 2) };
        // Points grow with cost, so that value for money differs less than value.
        let points =
            if self.services == 0 { scaled((all / 20 + self.chance.whole(1, 40)).max(1), 1) } else { String::new() };
        let instruments = ["equity_stake", "launching_customer", "grant", "infrastructure_build"];
        let shares = match self.chance.below(if plain { 2 } else { 4 }) {
            0 => ["50", "50"],
            1 => ["30", "70"],
            2 => ["20-60", "40-80"],
            _ => ["", ""],
        };
        let fixed = [
            id("candidate", at),
            id("domain", domain),
            self.chance.text(&instruments),
            cofinance.to_string(),
            from.to_string(),
            to.to_string(),
            self.chance.text(&["1", "1", "0.9", "0.8", "0.7"]),
            points,
        ];
        let costs = costs.into_iter().map(|cost| scaled(cost, 1));
        fixed.into_iter().chain(costs).chain(shares.map(str::to_owned)).collect()
    }

    /// The service that a candidate moves first of all.
    fn home(&self, at: usize) -> usize {
        if at < self.crowd { 0 } else { at % self.services.max(1) }
    }

    fn effects(&mut self, workbook: &mut Workbook) {
        let mut rows = Vec::new();
        if self.services > 0 {
            for at in 0..self.candidates {
                let home = self.home(at);
                rows.push(vec![id("candidate", at), id("service", home), self.chance.whole(3, 25).to_string()]);
                let second = self.chance.below(self.services);
                if self.shape != Shape::Plain && second != home && self.chance.yes(30) {
                    rows.push(vec![id("candidate", at), id("service", second), self.chance.whole(1, 10).to_string()]);
                }
            }
        }
        put(workbook, TableId::Effects, &["candidate", "service", "control_gain"], rows);
    }

    fn budgets(&mut self, workbook: &mut Workbook) {
        let all: i64 = self.costs.iter().sum();
        let each = all * self.shape.affordable() / (100 * 2 * self.years);
        let mut rows = Vec::new();
        for ministry in ["defence", "economic_affairs"] {
            for year in 0..self.years {
                let amount = each * self.chance.whole(70, 130) / 100;
                rows.push(vec![ministry.to_owned(), (i64::from(FIRST_YEAR) + year).to_string(), scaled(amount, 1)]);
            }
        }
        put(workbook, TableId::Budgets, &["ministry", "year", "amount"], rows);
    }

    fn relations(&mut self, workbook: &mut Workbook) {
        let mut rows = Vec::new();
        let (candidates, services) = (self.candidates, self.services);
        let mut relation = |kind: &RelationKind, chance: &mut Chance| {
            let (mut service, mut gain) = (String::new(), String::new());
            if kind.shape().moves {
                if services == 0 {
                    return;
                }
                (service, gain) = (id("service", chance.below(services)), chance.whole(2, 8).to_string());
            }
            let counts = kind.shape().counts;
            let mut members = chance.different(if counts { 4 } else { 2 }, candidates);
            // From later to earlier in the list, so that no circle of requirements arises.
            if *kind == RelationKind::Requires {
                members.sort_unstable_by(|a, b| b.cmp(a));
            }
            let members: Vec<_> = members.into_iter().map(|member| id("candidate", member)).collect();
            let count = if counts { "2" } else { "" };
            rows.push(vec![kind.word().to_owned(), members.join(" "), count.to_owned(), service, gain]);
        };
        let (common, others): (Vec<_>, Vec<_>) = RelationKind::ALL
            .iter()
            .filter(|kind| **kind != RelationKind::AtLeast)
            .partition(|kind| COMMON.contains(kind));
        for kind in std::iter::repeat_n(common, self.candidates / 10).flatten() {
            relation(kind, &mut self.chance);
        }
        if self.shape != Shape::Plain {
            for kind in std::iter::repeat_n(others, self.candidates / 20).flatten() {
                relation(kind, &mut self.chance);
            }
        }
        put(workbook, TableId::Relations, &["kind", "members", "count", "service", "control_gain"], rows);
    }

    fn limits(&mut self, workbook: &mut Workbook) {
        let mut rows = Vec::new();
        if self.shape != Shape::Plain {
            rows.push(["domain", "domain2", "", "35%"].map(str::to_owned).to_vec());
            rows.push(["instrument", "grant", "5%", ""].map(str::to_owned).to_vec());
        }
        put(workbook, TableId::Limits, &["scope", "value", "min", "max"], rows);
    }
}
