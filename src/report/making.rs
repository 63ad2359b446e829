//! From a case and its answer to plain data with every name resolved.

use super::data::{
    CaseHeader, Comparison, DomainLine, EvaluationReport, Impossible, Input, KeptLine, Level, LevelLine, LevelProof,
    Levels, MinistryLine, Parts, PickLine, PlanLine, PlanProof, PortfolioReport, PriceLine, RuleLine, ServiceLine,
    Shares, SolverLine, SpendingLine, Standing, Totals, YearLine,
};
use super::holders::votes;
use super::number::{Figure, percentage};
use super::words;
use crate::measure::{DomainResult, Evaluation, Measures, PickResult, ServiceResult, Verdict};
use crate::model::schema::Unit;
use crate::model::{Candidate, CandidateIx, Case, Domain, Pick, Portfolio, RungIx, ServiceIx, Status};
use crate::optimise::{Answer, Closeness, SolverReport, Stop};
use crate::say;

/// The head of every report. `changes` is what was changed for this run only, as it was typed.
pub fn header(case: &Case, path: String, inputs: Vec<Input>, changes: Vec<String>) -> CaseHeader {
    CaseHeader {
        title: case.title.clone(),
        path,
        inputs,
        changes,
        withheld: String::new(),
        money: case.money_unit(),
        horizon: (case.first_year, case.last_year),
        ministries: case.ministries.iter().map(|ministry| ministry.id.clone()).collect(),
        candidates: case.candidates.len(),
    }
}

/// The report of what the optimiser answered.
pub fn report_of_answer(case: &Case, answer: &Answer, header: CaseHeader) -> PortfolioReport {
    let found = answer.evaluation.as_ref();
    let impossible = answer.conflict.as_ref().map(|conflict| Impossible {
        conflict: conflict.words.clone(),
        conflict_told: conflict.lines.clone(),
        repair: conflict.repair.clone(),
        proven_smallest: conflict.proven_smallest,
    });
    // The inputs' hashes are those of the files, so whoever has only this answer must learn what was changed beside them.
    let mut options = answer.solver.options.clone();
    if !header.changes.is_empty() {
        options.push(("changed_for_this_run".to_owned(), header.changes.join("; ")));
    }
    let found_parts = found.map(|evaluation| parts(case, evaluation)).unwrap_or_default();
    let proof = answer.level.map(|it| LevelProof { proven: it.proven, impossible: level(case, it.impossible) });
    let levels = found_parts.levels.clone().map(|levels| Levels { proof, ..levels });
    PortfolioReport {
        case: header,
        status: standing(answer),
        objective: found.map(|evaluation| Figure(evaluation.objective)),
        bound: answer.bound.map(Figure),
        gap: answer.gap.map(Figure),
        totals: found.map(totals).unwrap_or_default(),
        solver: SolverLine { options, ..solver(&answer.solver) },
        parts: Parts { levels, ..found_parts },
        prices: prices(case, answer),
        binding: Vec::new(),
        prices_of: answer.prices.as_ref().map(|_| "relaxation"),
        plan: answer.closeness.as_ref().zip(answer.portfolio.as_ref()).map(|(it, found)| plan(case, it, found)),
        impossible,
        stopped: answer.stopped.map(|stop| stopped(stop, answer)).unwrap_or_default(),
        brief: None,
    }
}

/// How much a portfolio changes of a plan that was to stay.
fn plan(case: &Case, closeness: &Closeness, found: &Portfolio) -> PlanLine {
    let before = &closeness.plan;
    let only = |one: &Portfolio, other: &Portfolio| -> Vec<CandidateIx> {
        one.picks().iter().map(|pick| pick.candidate).filter(|&it| !other.contains(it)).collect()
    };
    let both = |is: &dyn Fn(&Pick, &Pick) -> bool| -> Vec<CandidateIx> {
        let kept = found.picks().iter().filter(|pick| before.pick(pick.candidate).is_some_and(|old| is(old, pick)));
        kept.map(|pick| pick.candidate).collect()
    };
    let all = [
        only(found, before),
        only(before, found),
        both(&|old, new| old.start != new.start),
        both(&|old, new| old.start == new.start && old.shares != new.shares),
    ];
    let ids = |at: usize| all[at].iter().map(|&it| case[it].id.clone()).collect();
    PlanLine {
        plan: say!("plan-the-plan"),
        enter: ids(0),
        leave: ids(1),
        moved: ids(2),
        paid_otherwise: ids(3),
        names: all.each_ref().map(|ixs| ixs.iter().map(|&it| case[it].name.clone()).collect()),
        proven: PlanProof {
            picks: closeness.fewest_picks,
            starts: closeness.fewest_starts,
            shares: closeness.fewest_shares,
        },
        kept: closeness.kept.as_ref().map(|kept| {
            let objective = crate::measure::evaluate(case, found).objective;
            let reached = percentage(objective, kept.best).unwrap_or(rust_decimal::Decimal::ONE_HUNDRED);
            KeptLine {
                keep: Figure(kept.percent),
                reached: Figure(reached),
                best: Figure(kept.best),
                best_proven: kept.is_best,
                best_of_these: kept.is_best_of_these,
            }
        }),
    }
}

fn prices(case: &Case, answer: &Answer) -> Vec<PriceLine> {
    let by_ministry = case.ministries.iter().zip(answer.prices.iter().flatten());
    by_ministry
        .flat_map(|(ministry, years)| {
            case.years().zip(years).map(|(year, &price)| PriceLine {
                ministry: ministry.id.clone(),
                year,
                price: Figure(price),
            })
        })
        .collect()
}

/// The report of a portfolio of the planner's own; `best` is what the optimiser answered for the same case.
pub fn report_of_evaluation(
    case: &Case,
    portfolio: &Portfolio,
    evaluation: &Evaluation,
    best: Option<&Answer>,
    header: CaseHeader,
    file: String,
) -> EvaluationReport {
    // What is asked of something withheld is withheld with it; that it is broken is told.
    let is_told = |verdict: &&Verdict| !(verdict.holds && verdict.rule.is_withheld(case));
    let rules: Vec<_> =
        evaluation.verdicts.iter().filter(is_told).map(|verdict| rule(case, &header, verdict)).collect();
    EvaluationReport {
        file,
        keeps_all_rules: evaluation.keeps_all_rules(),
        objective: Figure(evaluation.objective),
        totals: totals(evaluation),
        broken: rules.iter().filter(|rule| !rule.holds).cloned().collect(),
        best: best.map(|answer| comparison(case, portfolio, evaluation, answer)),
        parts: parts(case, evaluation),
        rules,
        case: header,
    }
}

fn comparison(case: &Case, portfolio: &Portfolio, evaluation: &Evaluation, answer: &Answer) -> Comparison {
    let best = answer.evaluation.as_ref();
    let only_in = |one: &Portfolio, other: &Portfolio| {
        let picks = one.picks().iter().filter(|pick| !other.contains(pick.candidate));
        picks.map(|pick| case[pick.candidate].name.clone()).collect::<Vec<_>>()
    };
    let none = Portfolio::default();
    let best_portfolio = answer.portfolio.as_ref().unwrap_or(&none);
    Comparison {
        status: standing(answer),
        objective: best.map(|best| Figure(best.objective)),
        bound: answer.bound.map(Figure),
        gap: answer.gap.map(Figure),
        distance: best.and_then(|best| best.objective.checked_sub(evaluation.objective)).map(Figure),
        solver: solver(&answer.solver),
        missing: only_in(best_portfolio, portfolio),
        extra: only_in(portfolio, best_portfolio),
    }
}

fn rule(case: &Case, header: &CaseHeader, verdict: &Verdict) -> RuleLine {
    let is_withheld = verdict.rule.is_withheld(case);
    let by = (!verdict.holds && !is_withheld).then(|| Figure(verdict.slack.abs()));
    let unit = if is_withheld { Unit::None } else { verdict.unit };
    RuleLine {
        rule: verdict.rule.describe(case),
        by: by.unwrap_or_default(),
        unit: words::unit(header, unit),
        is_years: unit == Unit::Years,
        is_withheld,
        holds: verdict.holds,
        binds: verdict.binds,
    }
}

fn standing(answer: &Answer) -> Standing {
    match answer.status {
        crate::optimise::Status::Optimal => Standing::Optimal,
        crate::optimise::Status::Feasible => Standing::Feasible,
        crate::optimise::Status::Infeasible => Standing::Infeasible,
        crate::optimise::Status::Unknown => Standing::Unknown,
    }
}

fn stopped(stop: Stop, answer: &Answer) -> String {
    match stop {
        Stop::TimeLimit | Stop::Cancelled if answer.closeness.is_some() => say!("making-search-closest"),
        _ if answer.status == crate::optimise::Status::Optimal => {
            say!("making-search-lowest-bill-among")
        }
        Stop::TimeLimit => say!("making-search-stopped-time-limit"),
        Stop::MemoryLimit => say!("making-search-stopped-memory-limit"),
        Stop::GapReached => say!("making-search-stopped-gap-asked"),
        Stop::Cancelled => say!("making-search-cancelled"),
        Stop::TooFarApart => {
            say!("making-solver-cannot-tell-numbers")
        }
    }
}

fn solver(report: &SolverReport) -> SolverLine {
    SolverLine {
        is_word: report.is_word,
        name: report.name.clone(),
        version: report.version.clone(),
        seconds: report.seconds,
        nodes: report.nodes,
        options: report.options.clone(),
        why: report.why.clone(),
    }
}

fn totals(evaluation: &Evaluation) -> Totals {
    Totals {
        gain: Some(Figure(evaluation.gain)),
        points: Some(Figure(evaluation.points)),
        index_before: Some(Figure(evaluation.index_before)),
        index_after: Some(Figure(evaluation.index_after)),
        cost: Some(Figure(evaluation.cost)),
    }
}

fn parts(case: &Case, evaluation: &Evaluation) -> Parts {
    let years = evaluation.years.iter().map(|year| YearLine {
        year: year.year,
        index_before: Figure(year.index_before),
        index_after: Figure(year.index_after),
    });
    Parts {
        portfolio: picks(case, evaluation),
        spending: spending(case, evaluation),
        services: services(case, evaluation),
        domains: domains(case, evaluation),
        ministries: ministries(case, evaluation),
        years: years.collect(),
        levels: case.has_levels().then(|| levels(case, evaluation)),
    }
}

/// The level of each domain that has services, and of the whole.
fn levels(case: &Case, evaluation: &Evaluation) -> Levels {
    let level = |rung| level(case, rung);
    let counted = case.domains.iter().zip(&evaluation.domains).filter(|(_, result)| result.has_services);
    let line = |(domain, result): (&Domain, &DomainResult)| LevelLine {
        domain: domain.id.clone(),
        name: domain.name.clone(),
        level_before: level(result.level_before),
        level_after: level(result.level_after),
        floor: level(domain.floor),
        power_after: Figure(result.power_after),
    };
    Levels {
        overall_before: level(evaluation.overall_before()),
        overall: level(evaluation.overall()),
        weakest: evaluation.weakest().map(|domain| case[domain].id.clone()).unwrap_or_default(),
        proof: None,
        domains: counted.map(line).collect(),
    }
}

fn level(case: &Case, rung: Option<RungIx>) -> Level {
    let rung = rung.and_then(|rung| case.rungs.get(rung.0));
    Level { id: rung.map(|it| it.id.clone()), name: rung.map(|it| it.name.clone()).unwrap_or_default() }
}

fn picks(case: &Case, evaluation: &Evaluation) -> Vec<PickLine> {
    let sentences = Measures::new(case).story(case, evaluation);
    let known = evaluation.picks.iter().zip(sentences).filter(|(pick, _)| pick.candidate.0 < case.candidates.len());
    known.map(|(pick, sentence)| pick_line(case, pick, sentence)).collect()
}

fn pick_line(case: &Case, pick: &PickResult, sentence: String) -> PickLine {
    let candidate = &case[pick.candidate];
    let shares = case.ministries.iter().zip(&pick.shares).map(|(ministry, &share)| (ministry.id.clone(), share));
    PickLine {
        candidate: candidate.id.clone(),
        name: candidate.name.clone(),
        domain: case[candidate.domain].id.clone(),
        instrument: candidate.instrument.clone(),
        has_legal_risk: candidate.has_legal_risk(),
        start: pick.start,
        in_force: pick.in_force,
        shares: Shares(shares.collect()),
        cost: Figure(pick.bill),
        sentence,
        pillar: candidate.pillar.clone(),
        paid: pick.paid.iter().copied().map(Figure).collect(),
        cofinanced: cofinanced(candidate, pick),
        locked: if candidate.status == Status::LockedIn { candidate.reason.clone() } else { String::new() },
    }
}

/// What others pay: all costs less the public bill.
fn cofinanced(candidate: &Candidate, pick: &PickResult) -> Figure {
    let whole = words::sum(candidate.costs.iter().copied().map(Figure));
    Figure(whole.0.checked_sub(pick.bill).unwrap_or_default())
}

fn spending(case: &Case, evaluation: &Evaluation) -> Vec<SpendingLine> {
    let by_ministry = case.ministries.iter().zip(&evaluation.spending);
    by_ministry
        .flat_map(|(ministry, years)| {
            years.iter().map(|year| SpendingLine {
                ministry: ministry.id.clone(),
                year: year.year,
                budget: Figure(year.budget),
                carried_in: Figure(year.carried_in),
                spent: Figure(year.spent),
                carried_out: Figure(year.carried_out),
                lapsed: Figure(year.lapsed()),
            })
        })
        .collect()
}

fn services(case: &Case, evaluation: &Evaluation) -> Vec<ServiceLine> {
    let lines = case.service_ixs().zip(&evaluation.services);
    lines.map(|(service, result)| service_line(case, service, &evaluation.picks, result)).collect()
}

fn service_line(case: &Case, ix: ServiceIx, picks: &[PickResult], result: &ServiceResult) -> ServiceLine {
    let service = &case[ix];
    let id = |rung: Option<RungIx>| rung.map(|rung| case[rung].id.clone());
    let name = |rung: Option<RungIx>| rung.map(|rung| case[rung].name.clone()).unwrap_or_default();
    ServiceLine {
        service: service.id.clone(),
        domain: case[service.domain].id.clone(),
        control_before: Figure(result.control_before),
        control_after: Figure(result.control_after),
        rung_before: id(result.rung_before),
        rung_after: id(result.rung_after),
        power_before: Figure(result.power_before),
        power_after: Figure(result.power_after),
        votes: votes(case, ix, picks),
        name: service.name.clone(),
        rung_names: (name(result.rung_before), name(result.rung_after)),
    }
}

fn domains(case: &Case, evaluation: &Evaluation) -> Vec<DomainLine> {
    let with_result = case.domains.iter().zip(&evaluation.domains);
    with_result
        .map(|(domain, result)| DomainLine {
            domain: domain.id.clone(),
            weight: Figure(result.weight),
            power_before: Figure(result.power_before),
            power_after: Figure(result.power_after),
            target: Figure(result.target),
            at_target: result.at_target,
            name: domain.name.clone(),
        })
        .collect()
}

fn ministries(case: &Case, evaluation: &Evaluation) -> Vec<MinistryLine> {
    let with_result = case.ministries.iter().zip(&evaluation.ministries);
    with_result
        .map(|(ministry, result)| MinistryLine {
            ministry: ministry.id.clone(),
            spent: Figure(result.spent),
            gain_by_own_weights: Figure(result.gain_by_own_weights),
            name: ministry.name.clone(),
        })
        .collect()
}
