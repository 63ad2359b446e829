//! Who controls whom: holders may be companies with owners of their own.
//!
//! A party *controls* a company when the votes of the party and of everything that it controls are more than half of it (the least
//! such relation; Ceri, Gottlob and Tanca 1990), or when its row says that it decides there, whatever the stakes. Whoever votes with the
//! country is one party, the home bloc. At the top of a holder stands the party that controls it and that nobody controls: as two majorities
//! of one company share an owner, there is one at most. Where companies control each other in a circle and nobody else does, the
//! circle is the party, under the first name of all that it controls.
//!
//! Companies are handed to whoever controls them, with all that they control, until nothing changes. The order does not matter: votes
//! only ever come together.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::limits::MOST_OWNERS;
use super::{Case, Holder, Owner, Percent};
use crate::messages::readable;

/// More than so many percent of the votes decide in a company.
const HALF: Percent = Decimal::from_parts(50, 0, 0, false, 0);

/// Who decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Decider<'a> {
    /// The home bloc.
    Home,
    /// This party.
    Party(&'a str),
}

/// Who controls whom in a case.
#[derive(Debug)]
pub struct Control<'a> {
    /// Each party by its position; the home bloc comes after all of them.
    ids: BTreeMap<&'a str, usize>,
    /// Each party that is marked home.
    home: Vec<bool>,
    /// The rows of each company, by owner.
    companies: BTreeMap<&'a str, Vec<&'a Owner>>,
    /// Who stands above each party, by position: itself where nobody does.
    leaders: Vec<usize>,
    /// The same by name.
    tops: Vec<Decider<'a>>,
}

impl<'a> Control<'a> {
    /// Works it out. Of more rows than a case may have none counts.
    pub fn of(case: &'a Case) -> Self {
        let mut companies: BTreeMap<&str, Vec<&Owner>> = BTreeMap::new();
        let rows = if case.owners.len() > MOST_OWNERS { &[] as &[Owner] } else { &case.owners };
        for it in rows.iter().filter(|it| it.owner != it.company) {
            companies.entry(&it.company).or_default().push(it);
        }
        for rows in companies.values_mut() {
            // The first of several who all are to decide.
            rows.sort_by(|one, other| one.owner.cmp(&other.owner));
        }
        let marked = || case.holders.iter().filter(|it| it.marked).map(|it| it.holder.as_str());
        let named = rows.iter().flat_map(|it| [it.company.as_str(), it.owner.as_str()]);
        let mut ids: BTreeMap<&str, usize> = named.chain(marked()).map(|id| (id, 0)).collect();
        ids.values_mut().enumerate().for_each(|(at, it)| *it = at);
        let mut home = vec![false; ids.len()];
        let owners = rows.iter().filter(|it| it.home).map(|it| it.owner.as_str());
        for id in owners.chain(marked()) {
            home[ids[id]] = true;
        }
        let leaders = home.iter().enumerate().map(|(at, home)| if *home { ids.len() } else { at }).collect();
        let mut control = Self { ids, home, companies, leaders, tops: Vec::new() };
        while control.hand_over() {}
        let mut known: BTreeMap<usize, Decider<'a>> = BTreeMap::new();
        for &leader in &control.leaders {
            known.entry(leader).or_insert_with(|| control.named(leader));
        }
        control.tops = control.leaders.iter().map(|leader| known[leader]).collect();
        control
    }

    /// Hands every company to whoever controls it; whether any was.
    fn hand_over(&mut self) -> bool {
        let mut changed = false;
        for (company, rows) in &self.companies {
            let at = self.ids[company];
            if self.leaders[at] != at {
                continue;
            }
            if let Some(leader) = self.decider(rows).filter(|leader| *leader != at) {
                self.leaders.iter_mut().filter(|it| **it == at).for_each(|it| *it = leader);
                changed = true;
            }
        }
        changed
    }

    fn decider(&self, rows: &[&Owner]) -> Option<usize> {
        self.by_right(rows).or_else(|| self.by_votes(rows))
    }

    fn by_right(&self, rows: &[&Owner]) -> Option<usize> {
        rows.iter().find(|it| it.controls).map(|it| self.leaders[self.ids[it.owner.as_str()]])
    }

    fn by_votes(&self, rows: &[&Owner]) -> Option<usize> {
        let mut votes: BTreeMap<usize, Percent> = BTreeMap::new();
        for it in rows {
            *votes.entry(self.leaders[self.ids[it.owner.as_str()]]).or_default() += it.stake;
        }
        votes.into_iter().find(|(_, votes)| *votes > HALF).map(|(leader, _)| leader)
    }

    /// A leader as who decides.
    fn named(&self, leader: usize) -> Decider<'a> {
        let in_circle = self.is_circle(leader);
        let mut followers =
            self.ids.iter().filter(|&(_, &at)| if in_circle { self.leaders[at] == leader } else { at == leader });
        followers.next().map_or(Decider::Home, |(id, _)| Decider::Party(id))
    }

    /// Whether a leader is a company that those whom it controls control.
    fn is_circle(&self, leader: usize) -> bool {
        let company = self.ids.iter().find(|&(_, &at)| at == leader).and_then(|(id, _)| self.companies.get(id));
        company.is_some_and(|rows| self.decider(rows) == Some(leader))
    }

    /// Who decides over what a party does: itself, or whoever stands at the top of those who control it. `None` of a party that
    /// no row about owners names.
    pub fn top(&self, id: &str) -> Option<Decider<'a>> {
        self.ids.get(id).map(|&at| self.tops[at])
    }

    /// Whether a party is marked home.
    pub fn is_marked(&self, id: &str) -> bool {
        self.ids.get(id).is_some_and(|&at| self.home[at])
    }

    /// The companies that control themselves in a circle, with nobody at the top: one of each circle.
    pub fn circles(&self) -> impl Iterator<Item = &'a str> {
        self.companies.keys().copied().filter(|id| {
            let at = self.ids[id];
            self.leaders[at] == at && self.is_circle(at)
        })
    }

    /// Who decides in a company by a right, and who has more than half of its votes.
    pub fn claims(&self, company: &str) -> [Option<Decider<'a>>; 2] {
        let rows = self.companies.get(company).map_or(&[] as &[_], Vec::as_slice);
        [self.by_right(rows), self.by_votes(rows)].map(|leader| leader.map(|leader| self.named(leader)))
    }

    /// The rows about a company, by owner.
    pub fn owners(&self, company: &str) -> &[&'a Owner] {
        self.companies.get(company).map_or(&[], Vec::as_slice)
    }
}

/// Says of each holder who decides how it votes, and whether that is the country.
///
/// Where the row of a holder is marked, the mark holds; where it is not, no mark of the same holder elsewhere counts for it, but who
/// controls it does.
pub fn settle(case: &mut Case) {
    let settled: Vec<(bool, String)> = {
        let control = (!case.owners.is_empty()).then(|| Control::of(case));
        let of = |it: &Holder| {
            let itself = || it.holder.clone();
            if it.marked {
                return (true, itself());
            }
            let top = control.as_ref().filter(|control| !control.is_marked(&it.holder));
            match top.and_then(|control| control.top(&it.holder)) {
                Some(Decider::Home) => (true, itself()),
                Some(Decider::Party(party)) => (false, party.to_owned()),
                None => (false, itself()),
            }
        };
        case.holders.iter().map(of).collect()
    };
    for (holder, (home, party)) in case.holders.iter_mut().zip(settled) {
        (holder.home, holder.party) = (home, party);
    }
}

/// What a party is called: by the first row that names it, else by its id as it is read.
pub fn called(case: &Case, party: &str) -> String {
    named(case, party).map_or_else(|| readable(party), str::to_owned)
}

/// The name that a row gives a party; `None` where none does.
pub fn named<'a>(case: &'a Case, party: &str) -> Option<&'a str> {
    let holders = case.holders.iter().filter(|it| it.holder == party).map(|it| it.name.as_str());
    let owners = case.owners.iter().filter(|it| it.owner == party).map(|it| it.name.as_str());
    holders.chain(owners).find(|name| !name.is_empty())
}

/// The law that a party answers to, as far as a row says it.
pub fn jurisdiction<'a>(case: &'a Case, party: &str) -> &'a str {
    let owners = case.owners.iter().filter(|it| it.owner == party).map(|it| &it.jurisdiction);
    let holders = case.holders.iter().filter(|it| it.holder == party).map(|it| &it.jurisdiction);
    owners.chain(holders).find(|law| !law.is_empty()).map_or("", String::as_str)
}
