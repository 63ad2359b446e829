//! Checks a written proof: every leaf, every split, every decision that was settled.

use crate::say;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, Read as _};

use rust_decimal::Decimal;
use serde_json::Value;

use super::FORMAT;
use super::Floor;
use super::bound::{Open, bound, has_split};
use super::decision::{Decision, Trail};
use super::digest::digest;
use super::model::Model;
use super::parts::{PLACES, Slice, exact, years_that_count};
use crate::measure::evaluate;
use crate::model::{Aggregate, CandidateIx, Case, Pick, Portfolio, RungIx};
use crate::optimise::highest_level::HighestLevel;

/// What a proof proves.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Verified {
    /// The objective that no portfolio beats by more than 1e-6; none: no portfolio is possible.
    pub objective: Option<Decimal>,
    /// The level that every domain holds with it, and none a higher one, where the case goes by that first; inside, none below the
    /// first rung.
    pub level: Option<Option<RungIx>>,
    /// The portfolio that has it.
    pub portfolio: Option<Portfolio>,
    /// How many leaves were checked.
    pub leaves: usize,
    /// How many settled decisions were checked.
    pub settled: usize,
}

/// Why a proof is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", say!("verify-line", line = line, why = why))]
pub struct Refused {
    /// The line of the proof, from 1.
    pub line: usize,
    /// What is wrong with it, in words.
    pub why: String,
}

/// No more subtrees may wait for their turn: a search never splits so deep, and each of them takes memory.
const WAITING: usize = 10_000;

/// No line may be longer, in bytes: read as JSON it takes up to 32 times as much memory.
const LONGEST: usize = 4 << 20;

struct Checker<'a, R> {
    case: &'a Case,
    model: Model,
    lines: &'a mut Lines<R>,
    /// A bound in 10^-24 that is low enough.
    enough: i128,
    best: Option<Decimal>,
    found: Verified,
}

/// Recomputes a proof in exact arithmetic. `Ok` only if every portfolio of the case is covered by a leaf and no leaf can
/// hold a portfolio that beats the proof's own by more than 1e-6.
pub fn verify(case: &Case, proof: &str) -> Result<Verified, Refused> {
    verify_lines(case, proof.as_bytes())
}

/// The same from a reader, line by line: however large a file is, it takes no more memory than its longest line.
pub fn verify_lines(case: &Case, proof: impl BufRead) -> Result<Verified, Refused> {
    let mut lines = Lines { rest: proof, line: Vec::new(), last: 0 };
    let header = header(&mut lines)?;
    if case.aggregate == Aggregate::Weighted {
        return last_part((case, case), &header, None, lines);
    }
    let first = level(case, &header)?;
    let is_last = !header.1["portfolio"].is_null() || first.is_none();
    let (higher, header, before) = if is_last {
        (None, header, Verified::default())
    } else {
        let mut before = part((case, &case.at_level(first)), &header, Some(Floor(first)), &mut lines)?;
        if before.objective.take().is_some() {
            return Err(refused(header.0, say!("verify-level-not-impossible")));
        }
        (first, self::header(&mut lines)?, before)
    };
    let held = level(case, &header)?;
    if HighestLevel::above(case, held) != higher && !(higher.is_none() && header.1["portfolio"].is_null()) {
        return Err(refused(header.0, say!("verify-level-not-next")));
    }
    let found = last_part((case, &case.at_level(held)), &header, Some(Floor(held)), lines)?;
    Ok(Verified { leaves: before.leaves + found.leaves, settled: before.settled + found.settled, ..found })
}

/// The first line of a part.
fn header(lines: &mut Lines<impl BufRead>) -> Result<(usize, Value), Refused> {
    let last = lines.last.max(1);
    lines.next()?.ok_or_else(|| refused(last, say!("verify-proof-empty")))
}

/// The level that a part is about.
fn level(case: &Case, (line, header): &(usize, Value)) -> Result<Option<RungIx>, Refused> {
    match &header["level"] {
        Value::Null => Ok(None),
        level => {
            let known = case.rungs.iter().position(|rung| level == rung.id.as_str()).map(RungIx);
            known.map(Some).ok_or_else(|| refused(*line, say!("verify-level-unknown", level = level)))
        }
    }
}

/// A part with nothing behind it.
fn last_part<R: BufRead>(
    cases: (&Case, &Case),
    header: &(usize, Value),
    level: Option<Floor>,
    mut lines: Lines<R>,
) -> Result<Verified, Refused> {
    let found = part(cases, header, level, &mut lines)?;
    match lines.next()? {
        Some((line, _)) => Err(refused(line, say!("verify-tree-complete-but"))),
        None => Ok(found),
    }
}

/// Checks a part: of `case`, which has the digest of `whole`.
fn part<R: BufRead>(
    (whole, case): (&Case, &Case),
    (at, header): &(usize, Value),
    level: Option<Floor>,
    lines: &mut Lines<R>,
) -> Result<Verified, Refused> {
    let fail = |why: String| refused(*at, why);
    if header["format"] != FORMAT {
        return Err(fail(say!("verify-format-not-format", format = FORMAT)));
    }
    if header["case"] != digest(whole).as_str() {
        return Err(fail(say!("verify-proof-another-case")));
    }
    let (objective, portfolio) = best(case, header).map_err(fail)?;
    let groups = groups(case, header).map_err(fail)?;
    let homes = homes(case, header, groups.len()).map_err(fail)?;
    let model = Model::new(case, &groups, &homes).map_err(fail)?;
    let enough = match objective {
        Some(best) => {
            let best = best.round_dp_with_strategy(PLACES, rust_decimal::RoundingStrategy::ToNegativeInfinity);
            exact(best).and_then(|best| fine(best.checked_add(1_000_000).ok_or_else(far)?)).map_err(fail)?
        }
        None => i128::MIN,
    };
    // A bound below what every portfolio is worth says that there is none.
    let worst = fine(model.worst).and_then(|worst| worst.checked_sub(1).ok_or_else(far)).map_err(fail)?;
    let enough = enough.max(worst);
    let open = Open::of(case, &model);
    let found = Verified { objective, level: level.map(|it| it.0), portfolio, leaves: 0, settled: 0 };
    let mut checker = Checker { case, model, lines, enough, best: objective, found };
    checker.tree(open)?;
    Ok(checker.found)
}

/// The lines of a proof that are not empty, read one by one: proofs may be large.
struct Lines<R> {
    rest: R,
    line: Vec<u8>,
    /// The number of the last line that was read, from 1.
    last: usize,
}

impl<R: BufRead> Lines<R> {
    fn next(&mut self) -> Result<Option<(usize, Value)>, Refused> {
        loop {
            self.line.clear();
            let at = self.last.saturating_add(1);
            let most = u64::try_from(LONGEST).unwrap_or(u64::MAX);
            let read = self.rest.by_ref().take(most).read_until(b'\n', &mut self.line);
            if read.map_err(|error| refused(at, say!("verify-cannot-read-error", error = error)))? == 0 {
                return Ok(None);
            }
            self.last = at;
            if self.line.len() >= LONGEST && self.line.last() != Some(&b'\n') {
                return Err(refused(at, say!("verify-longer-than-longest", longest = LONGEST)));
            }
            if self.line.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            let value = serde_json::from_slice(&self.line);
            return Ok(Some((at, value.map_err(|error| refused(at, say!("verify-not-json-error", error = error)))?)));
        }
    }
}

/// A number as it may stand in a proof: digits, and at most `places` of them after a point.
fn plain(text: &str, places: usize) -> Option<Decimal> {
    let (whole, rest) = text.split_once('.').map_or((text, None), |(whole, rest)| (whole, Some(rest)));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|letter| letter.is_ascii_digit());
    let fine = digits(whole) && rest.is_none_or(|rest| digits(rest) && rest.len() <= places);
    text.parse().ok().filter(|_| fine)
}

/// From 10^-12 to 10^-24.
fn fine(number: i128) -> Result<i128, String> {
    number.checked_mul(10_i128.pow(PLACES)).ok_or_else(far)
}

fn far() -> String {
    say!("verify-objective-too-large")
}

fn refused(line: usize, why: impl Into<String>) -> Refused {
    Refused { line, why: why.into() }
}

/// The portfolio of the header, measured by the evaluator.
fn best(case: &Case, header: &Value) -> Result<(Option<Decimal>, Option<Portfolio>), String> {
    if header["portfolio"].is_null() && header["objective"].is_null() {
        return Ok((None, None));
    }
    let mut picks = Vec::new();
    let mut picked = BTreeSet::new();
    for pick in header["portfolio"].as_array().ok_or(&say!("verify-portfolio-missing"))? {
        let candidate = candidate(case, &pick[0])?;
        let start = year(&pick[1])?;
        let shares = pick[2].as_array().ok_or(&say!("verify-shares-pick-missing"))?;
        let shares = shares.iter().map(|share| share.as_u64().and_then(|share| u8::try_from(share).ok()));
        let shares = shares.collect::<Option<Vec<u8>>>().ok_or(&say!("verify-share-not-whole"))?;
        if shares.len() != case.ministries.len() {
            return Err(say!("verify-id-needs-share", id = case.candidates[candidate].id));
        }
        // Before anything is measured: a file must not fill the memory with picks.
        if !picked.insert(candidate) {
            return Err(say!("saved-id-picked-twice", id = case.candidates[candidate].id));
        }
        picks.push(Pick { candidate: CandidateIx(candidate), start, shares });
    }
    let portfolio = Portfolio::new(picks);
    let evaluation = evaluate(case, &portfolio);
    if let Some(broken) = evaluation.broken().next() {
        return Err(say!("verify-portfolio-breaks-rule", sentence = broken.sentence(case).trim_end_matches('.')));
    }
    let claimed = header["objective"].as_str().ok_or(&say!("verify-objective-missing"))?;
    let size = plain(claimed.strip_prefix('-').unwrap_or(claimed), 28).ok_or(&say!("verify-objective-not-plain"))?;
    let claimed = if claimed.starts_with('-') { -size } else { size };
    let apart = claimed.checked_sub(evaluation.objective).map(|apart| apart.abs());
    if apart.is_none_or(|apart| apart > Decimal::new(1, 9)) {
        return Err(say!("verify-portfolio-worth-objective", objective = evaluation.objective, claimed = claimed));
    }
    Ok((Some(evaluation.objective), Some(portfolio)))
}

fn groups(case: &Case, header: &Value) -> Result<Vec<Vec<Slice>>, String> {
    let years = years_that_count(case);
    let mut seen = vec![vec![false; years.end]; case.services.len()];
    let mut groups = Vec::new();
    for group in header["diagrams"].as_array().ok_or(&say!("verify-diagrams-missing"))? {
        let mut slices = Vec::new();
        for entry in group.as_array().ok_or(&say!("verify-diagram-not-list"))? {
            let id = if entry.is_array() { &entry[0] } else { entry };
            let service = case
                .services
                .iter()
                .position(|service| id == service.id.as_str())
                .ok_or(&say!("verify-service-unknown"))?;
            for year in if entry.is_array() { some_years(case, entry)? } else { years.clone() } {
                if std::mem::replace(&mut seen[service][year], true) {
                    return Err(say!("verify-service-id-two", id = case.services[service].id));
                }
                slices.push((service, year));
            }
        }
        if slices.is_empty() {
            return Err(say!("verify-diagram-has-no"));
        }
        groups.push(slices);
    }
    match seen.iter().position(|seen| seen[years.clone()].contains(&false)) {
        Some(missing) => Err(say!("verify-service-id-no", id = case.services[missing].id)),
        None => Ok(groups),
    }
}

/// The years of an entry that names a service with its first and its last year.
fn some_years(case: &Case, entry: &Value) -> Result<std::ops::Range<usize>, String> {
    let counted = years_that_count(case);
    let position = |at: usize| {
        let position = case.year_ix(year(&entry[at])?).filter(|it| counted.contains(it));
        position.ok_or_else(|| say!("verify-value-not-year", value = entry[at]))
    };
    let (first, last) = (position(1)?, position(2)?);
    if entry.as_array().is_some_and(|entry| entry.len() == 3) && first <= last {
        Ok(first..last + 1)
    } else {
        Err(say!("verify-diagram-not-list"))
    }
}

fn homes(case: &Case, header: &Value, groups: usize) -> Result<BTreeMap<usize, usize>, String> {
    let mut homes = BTreeMap::new();
    for (id, group) in header["homes"].as_object().ok_or(&say!("verify-homes-missing"))? {
        let candidate = case.candidate_by_id(id).ok_or_else(|| say!("verify-candidate-id-unknown", id = id))?;
        let group = group.as_u64().and_then(|it| usize::try_from(it).ok()).filter(|&it| it < groups);
        homes.insert(candidate.0, group.ok_or_else(|| say!("verify-home-id-not", id = id))?);
    }
    Ok(homes)
}

fn candidate(case: &Case, id: &Value) -> Result<usize, String> {
    let found = id.as_str().and_then(|id| case.candidate_by_id(id));
    found.map(|it| it.0).ok_or_else(|| say!("verify-candidate-id-unknown", id = id))
}

/// The shares, if only one split of 100 percent lies in these ranges.
fn only_split(ranges: &[(u8, u8)]) -> Option<Vec<u8>> {
    let sum = |pick: fn(&(u8, u8)) -> u8| ranges.iter().map(|range| i32::from(pick(range))).sum::<i32>();
    let (least, most) = (sum(|range| range.0), sum(|range| range.1));
    let share = |&(low, high): &(u8, u8)| {
        let (low, high) = (i32::from(low), i32::from(high));
        let (from, to) = (low.max(100 - (most - high)), high.min(100 - (least - low)));
        (from == to).then(|| u8::try_from(from).ok()).flatten()
    };
    ranges.iter().map(share).collect()
}

fn year(value: &Value) -> Result<i32, String> {
    value.as_i64().and_then(|it| i32::try_from(it).ok()).ok_or_else(|| say!("verify-value-not-year", value = value))
}

impl<R: BufRead> Checker<'_, R> {
    /// Checks a subtree. Waiting subtrees are kept on a stack of their own: proofs may be deep.
    fn tree(&mut self, mut open: Open) -> Result<(), Refused> {
        let mut trail = Trail::default();
        // What decides each subtree that waits, and how much of the trail leads to it.
        let mut waiting: Vec<(Option<Decision>, usize)> = vec![(None, 0)];
        while let Some((decision, mark)) = waiting.pop() {
            trail.back_to(mark, &mut open);
            if let Some(decision) = &decision {
                decision.apply(&self.model, &mut open, &mut trail);
            }
            let Some((line, value)) = self.lines.next()? else {
                return Err(refused(self.lines.last, say!("verify-proof-ends-before")));
            };
            let fail = |why: String| refused(line, why);
            if waiting.len() >= WAITING {
                return Err(refused(line, say!("verify-too-many-subtrees")));
            }
            if let Some(split) = value.get("split") {
                let (one, other) = self.split(split).map_err(fail)?;
                waiting.push((Some(other), trail.len()));
                waiting.push((Some(one), trail.len()));
            } else if let Some(decisions) = value.get("fix") {
                self.fix(&mut open, &mut trail, decisions, &value).map_err(fail)?;
                waiting.push((None, trail.len()));
            } else if let Some(prices) = value.get("leaf") {
                self.found.leaves += 1;
                let prices = self.prices(prices).map_err(fail)?;
                let bound = bound(&self.model, &open, &prices, true).map_err(fail)?;
                if bound.is_some_and(|bound| bound > self.enough) {
                    return Err(refused(line, say!("verify-bound-this-leaf")));
                }
            } else if let Some(prices) = value.get("impossible") {
                self.found.leaves += 1;
                if !self.is_impossible(&open, prices).map_err(fail)? {
                    return Err(refused(line, say!("verify-this-leaf-not")));
                }
            } else if value.get("settled").is_some() {
                self.found.leaves += 1;
                self.settled(&open).map_err(fail)?;
            } else {
                return Err(refused(line, say!("verify-neither-split-fix")));
            }
        }
        Ok(())
    }

    fn fix(&mut self, open: &mut Open, trail: &mut Trail, decisions: &Value, value: &Value) -> Result<(), String> {
        for decision in decisions.as_array().ok_or(&say!("verify-decisions-missing"))? {
            let decision = self.decision(decision)?;
            let here = trail.len();
            decision.oppose(&self.model, open, trail)?;
            self.found.settled += 1;
            if let Some(prices) = value.get("with") {
                let prices = self.prices(prices)?;
                if bound(&self.model, open, &prices, true)?.is_some_and(|bound| bound > self.enough) {
                    return Err(say!("verify-opposite-settled-decision"));
                }
            } else if !self.is_impossible(open, value.get("impossible").ok_or(&say!("verify-multipliers-missing"))?)? {
                return Err(say!("verify-opposite-settled-decision-not"));
            }
            trail.back_to(here, open);
            decision.apply(&self.model, open, trail);
        }
        Ok(())
    }

    fn is_impossible(&self, open: &Open, prices: &Value) -> Result<bool, String> {
        let prices = self.prices(prices)?;
        Ok(bound(&self.model, open, &prices, false)?.is_none_or(|bound| bound < 0))
    }

    /// Multipliers in 10^-12, by row.
    fn prices(&self, value: &Value) -> Result<Vec<i128>, String> {
        let mut prices = vec![0; self.model.rhs.len()];
        for (name, price) in value.as_object().ok_or(&say!("verify-multipliers-not-table"))? {
            let row = self.model.names.get(name).ok_or_else(|| say!("verify-there-no-row", name = name))?;
            let price = price.as_str().ok_or(&say!("verify-multiplier-not-number"))?;
            if price.starts_with('-') {
                return Err(say!("verify-multiplier-name-negative", name = name));
            }
            let places = usize::try_from(PLACES).unwrap_or(0);
            prices[*row] = exact(plain(price, places).ok_or(&say!("verify-multiplier-not-plain"))?)?;
        }
        Ok(prices)
    }

    /// Everything is decided: the one portfolio that is left.
    fn settled(&self, open: &Open) -> Result<(), String> {
        let mut picks = Vec::new();
        for item in 0..self.model.items.len() {
            let starts: Vec<usize> = (0..open.starts[item].len()).filter(|&at| open.starts[item][at]).collect();
            let splits = has_split(&open.shares[item]);
            if starts.is_empty() || !splits {
                if !open.out[item] {
                    return Ok(());
                }
                continue;
            }
            let shares = only_split(&open.shares[item]).filter(|_| !open.out[item] && starts.len() == 1);
            let shares = shares.ok_or(&say!("verify-not-everything-decided"))?;
            let start = self.model.items[item].starts[starts[0]].year;
            picks.push(Pick { candidate: CandidateIx(item), start, shares });
        }
        let evaluation = evaluate(self.case, &Portfolio::new(picks));
        let low = self.best.is_some_and(|best| {
            best.checked_add(Decimal::new(1, 6)).is_some_and(|enough| evaluation.objective <= enough)
        });
        if low || !evaluation.keeps_all_rules() { Ok(()) } else { Err(say!("verify-better-portfolio-hidden")) }
    }

    fn decision(&self, value: &Value) -> Result<Decision, String> {
        let kind = value[0].as_str().ok_or(&say!("verify-decision-has-no"))?;
        let fields = match kind {
            "in" | "out" | "reached" | "missed" => 2,
            "not" | "until" | "after" => 3,
            _ => 4,
        };
        if value.as_array().map(Vec::len) != Some(fields) {
            return Err(say!("verify-decision-kind-has", kind = kind, fields = fields));
        }
        let domain = |value: &Value| {
            let found = self.case.domains.iter().position(|domain| value == domain.id.as_str());
            found.ok_or_else(|| say!("verify-domain-value-unknown", value = value))
        };
        match kind {
            "reached" => return Ok(Decision::Reached(domain(&value[1])?)),
            "missed" => return Ok(Decision::Missed(domain(&value[1])?)),
            _ => {}
        }
        let item = candidate(self.case, &value[1])?;
        let share = || -> Result<(usize, u8), String> {
            let ministry = self.case.ministries.iter().position(|ministry| value[2] == ministry.id.as_str());
            let percent = value[3].as_u64().and_then(|it| u8::try_from(it).ok()).filter(|&it| it <= 100);
            ministry.zip(percent).ok_or_else(|| say!("verify-share-not-well"))
        };
        let start = || -> Result<(usize, i32), String> {
            let year = year(&value[2])?;
            let start = self.model.items[item].starts.iter().position(|start| start.year == year);
            Ok((start.ok_or(&say!("verify-start-unknown"))?, year))
        };
        Ok(match kind {
            "in" => Decision::In(item),
            "out" => Decision::Out(item),
            "not" => Decision::Not(item, start()?.0),
            "until" => Decision::Until(item, start()?.1),
            "after" => Decision::After(item, start()?.1),
            "at-most" => share().map(|(ministry, percent)| Decision::AtMost(item, ministry, percent))?,
            "at-least" => share().map(|(ministry, percent)| Decision::AtLeast(item, ministry, percent))?,
            _ => return Err(say!("verify-decision-kind-unknown", kind = kind)),
        })
    }

    /// Two decisions of which one always holds.
    fn split(&self, value: &Value) -> Result<(Decision, Decision), String> {
        let [one, other] = value.as_array().map_or(&[][..], Vec::as_slice) else {
            return Err(say!("verify-split-has-two"));
        };
        let (one, other) = (self.decision(one)?, self.decision(other)?);
        let covers = |a: &Decision, b: &Decision| match (a, b) {
            (Decision::In(a), Decision::Out(b)) | (Decision::Reached(a), Decision::Missed(b)) => a == b,
            (Decision::Until(a, year), Decision::After(b, later)) => a == b && year >= later,
            (Decision::AtMost(a, m, share), Decision::AtLeast(b, n, more)) => {
                a == b && m == n && i32::from(*share) + 1 >= i32::from(*more)
            }
            _ => false,
        };
        if covers(&one, &other) || covers(&other, &one) {
            Ok((one, other))
        } else {
            Err(say!("verify-two-decisions-do"))
        }
    }
}
