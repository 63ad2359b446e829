//! What each pick does, in short sentences: which service it moves, from which rung to which, and who pays.
//!
//! Rungs are climbed by several investments together, so a sentence says of a climb whether the pick brings it about
//! by itself, with which others, or whether the others would get there without it. All is said of the end of the
//! horizon, against what is left there when nothing is chosen.

use crate::model::order::InOrder as _;
use crate::say;
use rust_decimal::Decimal;

use super::control::with_gains;
use super::power::{Standing, standing};
use super::purchases::Bought;
use super::{Evaluation, Measures, PickResult};
use crate::messages::list;
use crate::model::candidate::holds;
use crate::model::exact::{shown, sum};
use crate::model::ownership::called;
use crate::model::{CandidateIx, Case, Percent, RungIx, ServiceIx, Year};
use crate::rules::words::{ministry, money, name, names, sentence};

impl Measures {
    /// What each pick does, for each pick of a portfolio that was measured, in the order of [`Evaluation::picks`].
    pub fn story(&self, case: &Case, evaluation: &Evaluation) -> Vec<String> {
        let scenes = scenes(self, case, evaluation);
        evaluation.picks.iter().map(|pick| self.sentence(case, pick, &scenes)).collect()
    }

    fn sentence(&self, case: &Case, pick: &PickResult, scenes: &[Scene]) -> String {
        let mut does: Vec<String> = Vec::new();
        let is_withheld = case[pick.candidate].withheld.is_some();
        if is_withheld {
            does.push(say!("story-withheld"));
        } else if pick.in_force > case.last_year {
            does.push(say!("story-force-only-from", in_force = pick.in_force));
        } else {
            let is_open = |service: &ServiceIx| case[*service].withheld.is_none();
            let touched = || self.touched(pick.candidate);
            does.extend(touched().filter(is_open).map(|service| scenes[service.0].says(pick.candidate)));
            does.extend(touched().any(|service| !is_open(&service)).then(|| say!("story-withheld")));
        }
        let points = if is_withheld { Decimal::ZERO } else { case[pick.candidate].points };
        if points > Decimal::ZERO {
            does.push(say!("story-brings-what-index", points = shown(points)));
        } else if points < Decimal::ZERO {
            does.push(say!("story-costs-what-index", points = shown(-points)));
        }
        if does.is_empty() {
            does.push(say!("story-moves-no-service"));
        }
        let when = if pick.in_force == pick.start {
            say!("story-from-start", start = pick.start)
        } else {
            say!("story-from-start-force", start = pick.start, in_force = pick.in_force)
        };
        // One sentence for each thing that it does: together they would be too long to read.
        let mut told = format!("{} ({when}) {}.", name(case, pick.candidate), does[0]);
        for more in &does[1..] {
            told.push_str(&say!("story-and-it", does = more));
        }
        format!("{told} {}", sentence(&pays(case, pick)))
    }

    /// The services that a candidate moves by itself or through a synergy, each once, in the order of the case.
    fn touched(&self, candidate: CandidateIx) -> impl Iterator<Item = ServiceIx> + use<> {
        let effects = self.moves(candidate).iter().map(|moved| moved.service);
        let synergies = self.synergies.iter().filter(|synergy| synergy.members.contains(&candidate));
        let mut services: Vec<_> = effects.chain(synergies.map(|synergy| synergy.service)).collect();
        services.order();
        services.dedup();
        services.into_iter()
    }
}

/// Who pays the bill of a pick.
fn pays(case: &Case, pick: &PickResult) -> String {
    if pick.bill.is_zero() {
        return say!("story-costs-public-nothing");
    }
    let payers = case.ministry_ixs().zip(&pick.shares).zip(&pick.paid).filter(|((_, share), _)| **share > 0);
    let payers: Vec<_> = payers
        .map(|((payer, &share), &paid)| match share {
            100 => say!("story-ministry-pays-all", ministry = ministry(case, payer), paid = money(case, paid)),
            _ => say!(
                "story-ministry-pays-share",
                ministry = ministry(case, payer),
                percent = share,
                paid = money(case, paid)
            ),
        })
        .collect();
    if payers.is_empty() { say!("story-nobody-pays-its", bill = money(case, pick.bill)) } else { list(&payers) }
}

/// Something in force at the end of the horizon that moves a service.
struct Part {
    by: Vec<CandidateIx>,
    gain: Percent,
    grants: Option<RungIx>,
    /// Its bit among the purchases by name.
    bought: Bought,
}

/// All that moves one service, at the end of the horizon.
struct Scene<'a> {
    case: &'a Case,
    measures: &'a Measures,
    service: ServiceIx,
    /// Control that is left when nothing is chosen.
    left: Percent,
    parts: Vec<Part>,
    /// Who moved it until the end of which year.
    gone: Vec<(CandidateIx, Year)>,
}

/// The scene of every service, in one pass over what is in force: a case may have very many of both.
fn scenes<'a>(measures: &'a Measures, case: &'a Case, evaluation: &Evaluation) -> Vec<Scene<'a>> {
    let mut in_force: Vec<Option<Year>> = vec![None; case.candidates.len()];
    for pick in evaluation.picks.iter().filter(|pick| pick.in_force <= case.last_year) {
        if let Some(it) = in_force.get_mut(pick.candidate.0) {
            *it = Some(it.map_or(pick.in_force, |it| it.min(pick.in_force)));
        }
    }
    let scene = |service: ServiceIx| {
        let left = measures.control_before(service).last().copied().unwrap_or_default();
        Scene { case, measures, service, left, parts: Vec::new(), gone: Vec::new() }
    };
    let mut scenes: Vec<Scene> = case.service_ixs().map(scene).collect();
    for (candidate, since) in case.candidate_ixs().zip(&in_force) {
        let Some(since) = *since else { continue };
        for moved in measures.moves(candidate) {
            if !holds(moved.lasts, since, case.last_year) {
                let until = since.saturating_add_unsigned(moved.lasts.unwrap_or(0)) - 1;
                scenes[moved.service.0].gone.push((candidate, until));
                continue;
            }
            let part = Part { by: vec![candidate], gain: moved.gain, grants: moved.grants, bought: moved.bought };
            scenes[moved.service.0].parts.push(part);
        }
    }
    for synergy in measures.synergies.iter().filter(|synergy| synergy.members.iter().all(|it| in_force[it.0].is_some()))
    {
        let part = Part { by: synergy.members.clone(), gain: synergy.gain, grants: None, bought: 0 };
        scenes[synergy.service.0].parts.push(part);
    }
    scenes
}

impl Scene<'_> {
    /// Where the service stands with those parts only for which all who bring them about are in.
    fn with(&self, is_in: impl Fn(CandidateIx) -> bool) -> Standing {
        let parts = || self.parts.iter().filter(|part| part.by.iter().all(|&candidate| is_in(candidate)));
        let control = with_gains(self.left, sum(parts().map(|part| part.gain)));
        let bought = parts().fold(0, |bought, part| bought | part.bought);
        let last = self.case.horizon().saturating_sub(1);
        let ladder = self.measures.ladder_after(self.case, self.service, last, bought);
        standing(self.case, ladder, control, parts().filter_map(|part| part.grants).max())
    }

    /// What the candidate adds by itself and through synergies, in percentage points.
    fn gain(&self, candidate: CandidateIx) -> Percent {
        sum(self.parts.iter().filter(|part| part.by.contains(&candidate)).map(|part| part.gain))
    }

    /// Of whom the candidate buys by name, as words behind what it adds.
    fn seller(&self, candidate: CandidateIx) -> String {
        let is_open = self.case[self.service].withheld.is_none();
        let buys = self.parts.iter().any(|part| part.by == [candidate] && part.bought != 0);
        let effects = &mut self.case[candidate].effects.iter();
        let effect = effects.find(|it| it.service == self.service).filter(|_| buys && is_open);
        effect.map_or_else(String::new, |it| say!("story-bought-from", holder = called(self.case, &it.buys_from)))
    }

    /// The others that move the service, each once, in the order of the case.
    fn others(&self, candidate: CandidateIx) -> Vec<CandidateIx> {
        let mut others: Vec<_> = self.parts.iter().flat_map(|part| &part.by).copied().collect();
        others.order();
        others.dedup();
        others.retain(|&other| other != candidate);
        others
    }

    /// What the candidate does to the service, as a part of a sentence that begins with its name.
    fn says(&self, candidate: CandidateIx) -> String {
        let (before, after) = (self.with(|_| false), self.with(|_| true));
        let service = &self.case[self.service].name;
        let gain = self.gain(candidate);
        let rights = self.parts.iter().filter(|part| part.by == [candidate]).find_map(|part| part.grants);
        let mut adds = Vec::new();
        if gain > Decimal::ZERO {
            adds.push(say!("story-adds-gain-points", gain = shown(gain), service = service) + &self.seller(candidate));
        }
        if let Some(rung) = rights.and_then(|rung| self.case.rungs.get(rung.0)) {
            adds.push(say!("story-confers-rights-rung", rung = rung.name, service = service));
        }
        if let Some((_, until)) = self.gone.iter().find(|(it, _)| adds.is_empty() && *it == candidate) {
            return say!("story-worn-off", service = service, until = until);
        }
        if adds.is_empty() {
            return say!("story-adds-nothing-service", service = service);
        }
        let adds = list(&adds);
        if after == before {
            return say!("story-adds-which-stays", adds = adds, rung = self.called(after));
        }
        let climb = say!("story-from-called-called", before = self.called(before), after = self.called(after));
        let gets_there = |with: Standing| with.power >= after.power && with.rung >= after.rung;
        let alone = gets_there(self.with(|other| other == candidate));
        let needed = !gets_there(self.with(|other| other != candidate));
        let others = self.others(candidate);
        let needs_too: Vec<_> =
            others.iter().copied().filter(|&other| !gets_there(self.with(|it| it != other))).collect();
        let is_open = |candidate: &CandidateIx| self.case[*candidate].withheld.is_none();
        let called = |candidates: &[CandidateIx]| {
            let open: Vec<CandidateIx> = candidates.iter().copied().filter(is_open).collect();
            let withheld = (open.len() < candidates.len()).then(|| say!("story-something-withheld"));
            list(&names(self.case, &open).into_iter().map(str::to_owned).chain(withheld).collect::<Vec<_>>())
        };
        let needs_too = if others.iter().any(is_open) { needs_too } else { others.clone() };
        match (alone, needed) {
            (true, true) => say!("story-adds-which-lifts", adds = adds, climb = climb),
            (true, false) => say!("story-adds-which-lifts-climb", adds = adds, climb = climb, others = called(&others)),
            (false, true) if needs_too.is_empty() => {
                say!("story-adds-which-lifts-climb-together", adds = adds, climb = climb, others = called(&others))
            }
            (false, true) => say!(
                "story-adds-which-lifts-climb-together-called",
                adds = adds,
                climb = climb,
                others = called(&needs_too)
            ),
            (false, false) => say!("story-adds-which-climbs", adds = adds, climb = climb),
        }
    }

    /// A standing by the name of its rung, or by its power.
    fn called(&self, standing: Standing) -> String {
        match standing.rung.and_then(|rung| self.case.rungs.get(rung.0)) {
            Some(rung) => rung.name.clone(),
            None if standing.power.is_zero() => say!("compare-no-rung"),
            None => say!("story-power", power = shown(standing.power)),
        }
    }
}
