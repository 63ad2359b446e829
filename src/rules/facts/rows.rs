//! What each row of a case says. A row is taken apart without `..`: a field that is added does not compile until somebody has
//! decided here what it means. A field that is named and not looked at is for readers alone.

use crate::model::{
    Candidate, CandidateIx, Case, Domain, Effect, Holder, Limit, Ministry, PowerRule, Relation, Risk, Rung, Scope,
    Service, ServiceIx,
};
use crate::rules::fact::Fact;
use crate::rules::{budget, floor, limit, lock, share, start, takeover_floor, target};

/// What a row says, in the order of the canonical form.
pub(super) type Row<'a> = Vec<Fact<'a>>;

pub(super) fn ministry(it: &Ministry) -> Row<'_> {
    let Ministry { id, name: _, voice, carry_over, budget } = it;
    let mut row = vec![Fact::head("ministry"), Fact::word(id).whatever(), Fact::same(*voice).of_view()];
    row.extend(budget::facts(*carry_over, budget));
    row
}

pub(super) fn rung(it: &Rung) -> Row<'_> {
    let Rung { id, name: _, at_least, power } = it;
    vec![Fact::head("rung"), Fact::word(id).whatever(), Fact::same(*at_least), Fact::same(*power)]
}

pub(super) fn domain<'a>(case: &'a Case, it: &'a Domain) -> Row<'a> {
    let Domain { id, name: _, weights, target, floor, row: _ } = it;
    let mut row = vec![Fact::head("domain"), Fact::word(id).whatever(), target::fact(case, *target)];
    row.extend(weights.iter().map(|&weight| Fact::same(weight).of_view()));
    let fact = floor::fact(floor.map(|rung| &case[rung])).of_view();
    row.push(if floor.is_some() { fact } else { fact.silent() });
    row
}

pub(super) fn service<'a>(case: &'a Case, at: ServiceIx, it: &'a Service) -> Row<'a> {
    let Service {
        id,
        domain,
        name: _,
        weight,
        control,
        drift,
        floor,
        power,
        quota,
        takeover_floor: _,
        holder: _,
        jurisdiction: _,
        depends_on: _,
        classification: _,
        withheld: _,
        note: _,
        source: _,
        row: _,
    } = it;
    let mut row = vec![Fact::head("service"), Fact::word(id).whatever(), Fact::at(&case[*domain].id, domain.0)];
    row.extend([*weight, *control, *drift].map(Fact::same));
    row.push(floor::fact(floor.map(|rung| &case[rung])));
    let power = match power {
        PowerRule::Ladder => "ladder",
        PowerRule::Banzhaf => "banzhaf",
        PowerRule::Shapley => "shapley",
    };
    row.extend([Fact::word(power), Fact::same(*quota)]);
    row.push(takeover_floor::fact(takeover_floor::asked(case, at)).of_view());
    row
}

pub(super) fn candidate<'a>(case: &'a Case, at: CandidateIx, it: &'a Candidate) -> Row<'a> {
    let Candidate {
        id,
        name: _,
        domain,
        instrument,
        pillar,
        costs,
        cofinance,
        shares,
        start_from,
        start_to,
        lead_time,
        success,
        points,
        status,
        reason: _,
        classification: _,
        withheld: _,
        effects,
        note: _,
        source: _,
        row: _,
        #[cfg(test)]
        overrun,
    } = it;
    // Where a takeover has to cost enough less control may be enough where more is not: nothing less is harder there.
    let is_asked = |service: ServiceIx| takeover_floor::asked(case, service).is_some();
    let shares_in =
        |relation: &Relation| relation.joint().is_some_and(|it| is_asked(it.service) && it.members.contains(&at));
    let is_kept = effects.iter().any(|it| is_asked(it.service)) || case.relations.iter().any(shares_in);
    let success = if is_kept { Fact::same(*success) } else { Fact::lower(*success) };
    let success = if case.risk == Risk::Full { success.whatever() } else { success };
    let mut row = vec![
        Fact::head("candidate"),
        Fact::word(id).whatever(),
        Fact::at(&case[*domain].id, domain.0).of_view(),
        Fact::word(instrument).of_view(),
        Fact::word(pillar).of_view(),
        Fact::lower(*cofinance).of_view(),
    ];
    row.extend(start::facts(*start_from, *start_to));
    // What wears off may be there at the end because it came later.
    let lead_time = if it.wears_off() || is_kept { Fact::same(*lead_time) } else { Fact::higher(*lead_time) };
    row.extend([lead_time, success, Fact::lower(*points).of_view(), lock::fact(*status)]);
    #[cfg(test)]
    row.push(Fact::higher(*overrun));
    row.push(Fact::head("costs"));
    let priced = it.cost_years();
    row.extend(costs.iter().take(priced).map(|&cost| Fact::higher(cost)));
    row.extend(costs.iter().skip(priced).map(|&cost| Fact::higher(cost).silent()));
    row.push(Fact::head("shares"));
    row.extend(shares.iter().flat_map(|&range| share::facts(range)));
    for effect in effects {
        let Effect { service, control_gain, buys_from, grants, prevents: _, lasts, row: _ } = effect;
        let by_votes = case[*service].power != PowerRule::Ladder;
        let right = Fact::right(grants.map_or("", |rung| &case[rung].id), grants.map(|rung| rung.0));
        let id = Fact::at(&case[*service].id, service.0);
        let less = if is_asked(*service) { Fact::same } else { Fact::lower };
        row.extend([Fact::head("effect"), id, less(*control_gain), right]);
        row.push(takeover_floor::lifted(effect, is_asked(*service)));
        row.extend(lasts.map(|lasts| less(lasts.into())));
        if by_votes && !buys_from.is_empty() {
            row.extend([Fact::word("buys_from"), Fact::word(buys_from)]);
        }
    }
    row
}

pub(super) fn relation<'a>(case: &'a Case, it: &'a Relation) -> Row<'a> {
    let Relation { kind, members, count, service, control_gain, row } = it;
    let shape = kind.shape();
    let mut facts = vec![Fact::head(kind.word()), Fact::same(row + 1).whatever()];
    facts.extend(shape.counts.then(|| Fact::same(*count)));
    facts.extend(service.map(|service| Fact::at(&case[service].id, service.0)));
    facts.extend(shape.moves.then(|| Fact::same(*control_gain)));
    facts.extend(members.iter().map(|&member| Fact::at(&case[member].id, member.0)));
    facts
}

pub(super) fn limit<'a>(case: &'a Case, it: &'a Limit) -> Row<'a> {
    let Limit { scope, min, max, row } = it;
    let value = scope.value(case);
    let value = match scope {
        Scope::Domain(domain) => Fact::at(value, domain.0),
        Scope::Ministry(ministry) => Fact::at(value, ministry.0),
        Scope::Instrument(_) | Scope::Pillar(_) => Fact::word(value),
    };
    let [min, max] = limit::facts(*min, *max);
    vec![Fact::head("limit"), Fact::same(row + 1).whatever(), Fact::word(scope.word()), value, min, max]
}

/// A row of a cap table, where it decides the power of its service or what it costs to take that over.
pub(super) fn holder<'a>(case: &'a Case, it: &'a Holder) -> Row<'a> {
    let Holder { service, holder, name: _, jurisdiction: _, stake, price, marked: _, home, party, row: _ } = it;
    let owner = &case[*service];
    let is_asked = takeover_floor::asked(case, *service).is_some();
    if owner.power == PowerRule::Ladder && !is_asked {
        return Vec::new();
    }
    // Where only the price counts a portfolio does the same whoever holds what.
    let of_table = |fact: Fact<'a>| if owner.power == PowerRule::Ladder { fact.of_view() } else { fact };
    let bloc = Fact::word(if *home { "home" } else { "" });
    let names = [Fact::at(&owner.id, service.0), Fact::word(holder), Fact::same(*stake), bloc].map(of_table);
    let mut row = vec![Fact::head("holder")];
    row.extend(names);
    row.extend((!home && party != holder).then(|| of_table(Fact::word(party))));
    if is_asked && !home {
        row.push(Fact::head("price"));
        row.push(takeover_floor::price(*price).of_view());
    }
    row
}
