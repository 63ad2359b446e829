//! Tiny cases that use every rule of the model, each with a good chance, for comparing with an exhaustive search.

use super::{Chance, FIRST_YEAR, id, put, range, scaled};
use beslismacht::model::relation::RelationKind;
use beslismacht::model::schema::TableId;
use beslismacht::model::workbook::Workbook;

/// Kinds of relation that stand in for two: they are tried out in more ways than others.
const OFTEN: [RelationKind; 2] = [RelationKind::Requires, RelationKind::Synergy];

/// What a tiny case is made of.
struct Small {
    chance: Chance,
    years: i64,
    ministries: usize,
    rungs: usize,
    domains: usize,
    services: usize,
    candidates: usize,
    /// How many share ranges may still be left open, which keeps an exhaustive search fast.
    open_shares: usize,
}

/// A tiny random case: 2 to 6 candidates, 1 to 3 years, 1 to 3 ministries, and with a good chance each of: several starts,
/// narrow and open share ranges, every kind of carry-over, cofinancing, drift, grants, synergies, all relations, limits in
/// money and in percent, floors, targets, locks, lead times, success, negative points, both settings of risk and of
/// timing, ties, costs of zero, and rules that cannot hold together.
pub fn small(seed: u64) -> Workbook {
    let mut chance = Chance::new(seed);
    let years = chance.whole(1, 3);
    let ministries = chance.one_of(&[1, 1, 2, 2, 2, 2, 2, 2, 3]).unwrap_or(2);
    let rungs = chance.one_of(&[0, 1, 2, 3, 3, 4]).unwrap_or(3);
    let domains = chance.below(3) + 1;
    let services = chance.one_of(&[0, 1, 1, 2, 2, 3, 4]).unwrap_or(2);
    let candidates = chance.below(5) + 2;
    let mut small = Small { chance, years, ministries, rungs, domains, services, candidates, open_shares: 2 };
    let mut workbook = Workbook::new(small.settings(seed));
    small.domains(&mut workbook);
    small.services(&mut workbook);
    small.candidates(&mut workbook);
    small.effects(&mut workbook);
    small.budgets(&mut workbook);
    small.relations(&mut workbook);
    small.limits(&mut workbook);
    workbook
}

impl Small {
    fn settings(&mut self, seed: u64) -> String {
        let last_year = i64::from(FIRST_YEAR) + self.years - 1;
        let risk = self.chance.text(&["expected", "full"]);
        let timing = self.chance.text(&["final", "average"]);
        let targets = if self.chance.yes(20) { self.chance.below(self.domains) + 1 } else { 0 };
        let mut parts = vec![format!(
            "format = 1\ntitle = \"Small case {seed}\"\nfirst_year = {FIRST_YEAR}\nlast_year = {last_year}\n\n\
             [objective]\nrisk = \"{risk}\"\ntiming = \"{timing}\"\n\n[require]\ndomains_at_target = {targets}\n"
        )];
        for at in 0..self.ministries {
            let voice = if at == 0 { self.chance.whole(1, 3) } else { self.chance.whole(0, 3) };
            let carry_over = self.chance.text(&["0", "\"all\"", "\"all\"", "0.5", "0.25", "1"]);
            let id = id("m", at);
            parts.push(format!("\n[[ministry]]\nid = \"{id}\"\nvoice = {voice}\ncarry_over = {carry_over}\n"));
        }
        let (mut at_least, mut power) = (self.chance.whole(0, 20), 0);
        for at in 0..self.rungs {
            power = (power + self.chance.one_of(&[0, 10, 20, 25, 33]).unwrap_or(0)).min(100);
            let (id, at_least_text, power) = (id("r", at), scaled(at_least * 10, 1), scaled(power, 2));
            parts.push(format!("\n[[rung]]\nid = \"{id}\"\nat_least = {at_least_text}\npower = {power}\n"));
            at_least += self.chance.whole(1, 24);
        }
        parts.concat()
    }

    fn domains(&mut self, workbook: &mut Workbook) {
        let weights = (0..self.ministries).map(|ministry| format!("weight_{}", id("m", ministry)));
        let header: Vec<_> = ["domain", "target"].into_iter().map(str::to_owned).chain(weights).collect();
        let rows = (0..self.domains).map(|at| {
            let target = self.chance.text(&["", "0", "0.2", "0.33", "1"]);
            let mut cells = vec![id("d", at), target];
            let lowest = i64::from(at == 0);
            cells.extend((0..self.ministries).map(|_| self.chance.whole(lowest, 5).to_string()));
            cells
        });
        let rows = rows.collect();
        put(workbook, TableId::Domains, &header, rows);
    }

    fn services(&mut self, workbook: &mut Workbook) {
        let mut weighted = vec![false; self.domains];
        let rows = (0..self.services).map(|at| {
            let domain = self.chance.below(self.domains);
            let weight = if weighted[domain] { self.chance.whole(0, 3) } else { self.chance.whole(1, 3) };
            weighted[domain] = true;
            let control = self.chance.one_of(&[0, 0, 50, 100, 255, 333, 600, 990]).unwrap_or(0);
            let drift = self.chance.text(&["", "", "0.5", "3", "12.5", "40"]);
            let floor = if self.rungs > 0 && self.chance.yes(15) {
                id("r", self.chance.below(self.rungs))
            } else {
                String::new()
            };
            vec![id("s", at), id("d", domain), weight.to_string(), scaled(control, 1), drift, floor]
        });
        let rows = rows.collect();
        put(workbook, TableId::Services, &["service", "domain", "weight", "control", "drift", "floor"], rows);
    }

    fn candidates(&mut self, workbook: &mut Workbook) {
        const FIXED: [&str; 12] = [
            "candidate",
            "domain",
            "instrument",
            "pillar",
            "cofinance",
            "start_from",
            "start_to",
            "lead_time",
            "success",
            "points",
            "status",
            "reason",
        ];
        let costs = (1..=self.years).map(|year| format!("cost_{year}"));
        let shares = (0..self.ministries).map(|ministry| format!("share_{}", id("m", ministry)));
        let header: Vec<_> = FIXED.into_iter().map(str::to_owned).chain(costs).chain(shares).collect();
        let mut rows: Vec<Vec<String>> = Vec::new();
        for at in 0..self.candidates {
            let twin = rows.last().filter(|_| self.chance.yes(8)).cloned();
            let mut row = if let Some(twin) = twin { twin } else { self.candidate() };
            row[0] = id("c", at);
            rows.push(row);
        }
        put(workbook, TableId::Candidates, &header, rows);
    }

    /// A candidate's cells, all but its id.
    fn candidate(&mut self) -> Vec<String> {
        let first = i64::from(FIRST_YEAR);
        let from = first + self.chance.whole(0, self.years - 1).min(self.chance.whole(0, 2));
        let to = from + self.chance.whole(0, self.years);
        let status =
            self.chance.one_of(&["", "", "", "", "", "", "", "", "free", "locked_in", "locked_out"]).unwrap_or("");
        let reason = if status.starts_with("locked") { "decided before" } else { "" };
        let mut row = vec![
            String::new(),
            id("d", self.chance.below(self.domains)),
            self.chance.text(&["grant", "equity_stake", ""]),
            self.chance.text(&["innovating_government", "economy_and_defence", ""]),
            self.chance.text(&["", "", "", "25", "50", "33.3", "100"]),
            if from == first && self.chance.yes(50) { String::new() } else { from.to_string() },
            if to == from { String::new() } else { to.to_string() },
            self.chance.text(&["", "", "", "1", "2", "3", "4"]),
            self.chance.text(&["", "", "1", "0.5", "0.8", "0.25", "0"]),
            self.chance.text(&["", "", "0", "2", "2", "4.5", "0.1", "-1", "-3.25"]),
            status.to_owned(),
            reason.to_owned(),
        ];
        let length = self.chance.whole(1, self.years).min(self.chance.whole(1, 3));
        let free = self.chance.yes(10);
        row.extend((0..self.years).map(|year| match year {
            _ if free || year >= length => String::new(),
            _ => self.chance.text(&["0", "2", "5", "5", "7.5", "10", "12.34", "20"]),
        }));
        row.extend(self.shares());
        row
    }

    /// Ranges that can add up to 100: around a split, with open ones only where not too many are open already.
    fn shares(&mut self) -> Vec<String> {
        if self.ministries == 1 {
            return vec![self.chance.text(&["", "100", "0-100", "20-100"])];
        }
        if self.open_shares > 0 && self.ministries == 2 && self.chance.yes(35) {
            self.open_shares -= 1;
            return vec![self.chance.text(&["", "", "30-100"]), self.chance.text(&["", "10-60"])];
        }
        let mut left = 100;
        (0..self.ministries)
            .map(|ministry| {
                let rest = self.ministries - 1 - ministry;
                let share = if rest == 0 {
                    left
                } else {
                    self.chance.one_of(&[0, 25, 33, 40, 50, 75, 100]).unwrap_or(0).min(left)
                };
                left -= share;
                let (less, more) = (self.chance.whole(-4, 4).max(0), self.chance.whole(-4, 4).max(0));
                range((share - less).max(0), (share + more).min(100))
            })
            .collect()
    }

    fn effects(&mut self, workbook: &mut Workbook) {
        let mut rows = Vec::new();
        for candidate in 0..self.candidates {
            let number = self.chance.one_of(&[0, 1, 1, 1, 2, 2, 3]).unwrap_or(1);
            for service in self.chance.different(number, self.services) {
                let gain = self.chance.text(&["", "0", "3", "7", "10", "10", "12.5", "24.9999", "25", "40"]);
                let grants = if self.rungs > 0 && self.chance.yes(15) {
                    id("r", self.chance.below(self.rungs))
                } else {
                    String::new()
                };
                rows.push(vec![id("c", candidate), id("s", service), gain, grants]);
            }
        }
        put(workbook, TableId::Effects, &["candidate", "service", "control_gain", "grants"], rows);
    }

    fn budgets(&mut self, workbook: &mut Workbook) {
        let plenty = self.chance.one_of(&[1, 2, 2, 3, 4]).unwrap_or(2);
        let mut rows = Vec::new();
        for ministry in 0..self.ministries {
            for year in 0..self.years {
                if self.chance.yes(12) {
                    continue;
                }
                let amount = scaled(self.chance.whole(0, 60) * plenty, 1);
                rows.push(vec![id("m", ministry), (i64::from(FIRST_YEAR) + year).to_string(), amount]);
            }
        }
        put(workbook, TableId::Budgets, &["ministry", "year", "amount"], rows);
    }

    fn relations(&mut self, workbook: &mut Workbook) {
        let number = self.chance.one_of(&[0, 1, 1, 2, 2, 3]).unwrap_or(1);
        let mut rows = Vec::new();
        let often = |kind: &RelationKind| if OFTEN.contains(kind) { 2 } else { 1 };
        let kinds: Vec<_> = RelationKind::ALL.iter().flat_map(|kind| std::iter::repeat_n(*kind, often(kind))).collect();
        for _ in 0..number {
            let size = self.chance.whole(2, 3);
            let mut members = self.chance.different(usize::try_from(size).unwrap_or(2), self.candidates);
            let Some(kind) = self.chance.one_of(&kinds) else { continue };
            let (mut count, mut service, mut gain) = (String::new(), String::new(), String::new());
            // From later to earlier in the list, so that no circle of requirements arises.
            if kind == RelationKind::Requires {
                members.sort_unstable_by(|a, b| b.cmp(a));
            }
            if kind.shape().counts {
                count = self.chance.whole(1, 2).to_string();
            }
            if kind.shape().moves {
                if self.services == 0 {
                    continue;
                }
                service = id("s", self.chance.below(self.services));
                gain = self.chance.text(&["5", "10", "20.5"]);
            }
            let members: Vec<_> = members.into_iter().map(|member| id("c", member)).collect();
            rows.push(vec![kind.word().to_owned(), members.join(" "), count, service, gain]);
        }
        put(workbook, TableId::Relations, &["kind", "members", "count", "service", "control_gain"], rows);
    }

    fn limits(&mut self, workbook: &mut Workbook) {
        let number = self.chance.one_of(&[0, 0, 1, 1, 2]).unwrap_or(0);
        let mut rows = Vec::new();
        for _ in 0..number {
            let scope = self.chance.text(&["domain", "instrument", "pillar", "ministry", "ministry"]);
            let value = match scope.as_str() {
                "domain" => id("d", self.chance.below(self.domains)),
                "instrument" => self.chance.text(&["grant", "equity_stake"]),
                "pillar" => self.chance.text(&["innovating_government", "economy_and_defence"]),
                _ => id("m", self.chance.below(self.ministries)),
            };
            let (min, max) = match self.chance.below(4) {
                0 => (self.chance.text(&["1", "2.5", "10"]), String::new()),
                1 => (self.chance.text(&["5%", "20%", "33.3%"]), String::new()),
                2 => (String::new(), self.chance.text(&["0", "5", "12.5", "20"])),
                _ => (String::new(), self.chance.text(&["0%", "40%", "50%", "66.6%"])),
            };
            rows.push(vec![scope, value, min, max]);
        }
        put(workbook, TableId::Limits, &["scope", "value", "min", "max"], rows);
    }
}
