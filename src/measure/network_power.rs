//! Power of those at the top of a network of companies: how often the vote of each decides over a service.
//!
//! Every company votes as the votes in it go: yes when more than half of them say yes, in a service more than its quota. The players are
//! those at the top: whoever has no owners of its own, and the home bloc as one. Votes that no row tells of are many small ones, of which
//! half go each way (the oceanic game of Dubey and Shapley 1979). What the players vote then settles what the service does, a simple game
//! composed of the games in the companies (Gambarelli and Owen 1994; Crama and Leruth 2007, 2013). The power of a player is its absolute
//! Banzhaf index there: the share of the ways in which the other players can vote where its own vote decides.
//!
//! Where companies own each other in a circle, their votes may hold each other up: each way of voting has a least and a greatest outcome in
//! which all companies vote by their rule (Tarski 1955). A player surely decides where with its yes the least outcome is yes and
//! with its no the greatest is no, and may decide where with its yes the greatest is yes and with its no the least is no. So power lies
//! between two shares, whichever way the circles go.
//!
//! All ways are counted, in whole numbers. A company without a circle behind it, whose owners reach the service through it alone, is
//! counted first and then is one vote: it says yes in so many ways and no in so many. Who decides in it decides over the service
//! where its vote does.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::cap_table::Fraction;
use crate::model::order::InOrder as _;
use crate::model::ownership::{Control, Decider};
use crate::model::{Case, Percent, ServiceIx};

/// Votes that may meet in one place, of players and of companies that are counted first.
pub const MOST_VOTES: usize = 20;
/// Players at the top of a service: the shares then fit as fractions and as decimals.
pub const MOST_PLAYERS: usize = 80;
/// Companies in between.
pub const MOST_COMPANIES: usize = 60;
/// Stakes looked at in one place, once for each way of voting.
const MOST_LOOKS: usize = 1 << 27;
/// More than so many percent of the votes decide in a company.
const HALF: Percent = Decimal::from_parts(50, 0, 0, false, 0);
/// More decimal places than this no stake has.
const PLACES: u32 = 28;

/// The power of a player: exact where both are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlayerPower<'a> {
    /// The player.
    pub player: Decider<'a>,
    /// Its power is at least this, 0-1.
    pub least: Fraction,
    /// Its power is at most this, 0-1.
    pub most: Fraction,
}

/// Who decides over a service from the top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NetworkPower<'a> {
    /// All players who have votes, the most powerful first.
    pub players: Vec<PlayerPower<'a>>,
    /// Whether some company or the service has votes that no row tells of.
    pub has_untold: bool,
}

/// More stands behind a service than is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooMany;

/// The power of everybody at the top of a service, as its holders are now.
///
/// # Errors
///
/// If more stands behind it than [`MOST_VOTES`], [`MOST_PLAYERS`] and [`MOST_COMPANIES`] allow.
pub fn network_power<'a>(
    case: &'a Case,
    control: &Control<'a>,
    service: ServiceIx,
) -> Result<NetworkPower<'a>, TooMany> {
    let network = Network::of(case, control, service)?;
    let counted = network.count(SERVICE, &network.closed())?;
    let all = 1_i128 << counted.many.saturating_sub(1);
    let power = |(player, [least, most]): (usize, [i128; 2])| PlayerPower {
        player: network.players[player],
        least: Fraction::new(least, all),
        most: Fraction::new(most, all),
    };
    let mut players: Vec<PlayerPower<'_>> = counted.swings.into_iter().map(power).collect();
    players.order_by_key(|it| (std::cmp::Reverse((it.most, it.least)), it.player));
    Ok(NetworkPower { players, has_untold: network.has_untold })
}

/// The place of the service among the companies.
const SERVICE: usize = 0;

/// Who has votes somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Voter {
    /// A player, by position.
    Player(usize),
    /// A company, by position.
    Company(usize),
}

/// A company, or the service.
struct Company {
    /// Who has how many votes, in units of the last decimal place.
    votes: Vec<(Voter, i128)>,
    /// Yes is what has more than half of this.
    twice: i128,
}

/// All that stands behind a service.
struct Network<'a> {
    players: Vec<Decider<'a>>,
    companies: Vec<Company>,
    has_untold: bool,
}

/// A stake in percent, in units of the last decimal place. What is no percentage counts as the nearest.
fn units(percent: Percent) -> i128 {
    let percent = percent.clamp(Decimal::ZERO, Decimal::ONE_HUNDRED).normalize();
    percent.mantissa() * 10_i128.pow(PLACES.saturating_sub(percent.scale()))
}

impl<'a> Network<'a> {
    fn of(case: &'a Case, control: &Control<'a>, service: ServiceIx) -> Result<Self, TooMany> {
        let mut network = Self { players: Vec::new(), companies: Vec::new(), has_untold: false };
        // The companies by name, in the order of their places from 1 on.
        let mut names: Vec<&str> = Vec::new();
        let holders = case.holders.iter().filter(|it| it.service == service && !it.stake.is_zero());
        let holders: Vec<_> = holders
            .map(|it| {
                let id = it.holder.as_str();
                let voter = match (it.marked, control.is_marked(id)) {
                    (true, _) => network.player(Decider::Home),
                    // A mark elsewhere counts neither for this row nor against it.
                    (false, true) => network.player(Decider::Party(id)),
                    (false, false) => network.voter(control, id, &mut names),
                };
                (voter, it.stake)
            })
            .collect();
        network.add(holders, case[service].quota);
        while let Some(&company) = names.get(network.companies.len() - 1) {
            let rows = control.owners(company);
            let by_right = rows.iter().find(|it| it.controls);
            let votes = match by_right {
                Some(it) => vec![(network.voter(control, &it.owner, &mut names), Decimal::ONE_HUNDRED)],
                None => {
                    let rows = rows.iter().filter(|it| !it.stake.is_zero());
                    rows.map(|it| (network.voter(control, &it.owner, &mut names), it.stake)).collect()
                }
            };
            network.add(votes, HALF);
            if names.len() > MOST_COMPANIES || network.players.len() > MOST_PLAYERS {
                return Err(TooMany);
            }
        }
        if network.players.len() > MOST_PLAYERS { Err(TooMany) } else { Ok(network) }
    }

    /// Adds a company in which whoever has more than the quota of all votes decides, where half of the untold votes go along.
    fn add(&mut self, votes: Vec<(Voter, Percent)>, quota: Percent) {
        let votes: Vec<_> = votes.into_iter().map(|(voter, stake)| (voter, units(stake))).collect();
        let told: i128 = votes.iter().map(|(_, votes)| votes).sum();
        let untold = (units(Decimal::ONE_HUNDRED) - told).max(0);
        self.has_untold |= untold > 0;
        self.companies.push(Company { votes, twice: 2 * units(quota) - untold });
    }

    fn player(&mut self, player: Decider<'a>) -> Voter {
        let known = self.players.iter().position(|it| *it == player);
        Voter::Player(known.unwrap_or_else(|| {
            self.players.push(player);
            self.players.len() - 1
        }))
    }

    /// Who votes under a name in a company: the home bloc, a company in which somebody has votes, or a player.
    fn voter(&mut self, control: &Control<'a>, id: &'a str, names: &mut Vec<&'a str>) -> Voter {
        if control.is_marked(id) {
            return self.player(Decider::Home);
        }
        if control.owners(id).iter().all(|it| it.stake.is_zero() && !it.controls) {
            return self.player(Decider::Party(id));
        }
        let known = names.iter().position(|it| *it == id);
        Voter::Company(
            1 + known.unwrap_or_else(|| {
                names.push(id);
                names.len() - 1
            }),
        )
    }

    /// All who stand behind one, except through another; itself only where it is in a circle.
    fn behind(&self, company: usize, except: Option<usize>) -> BTreeSet<Voter> {
        let (mut found, mut open) = (BTreeSet::new(), vec![company]);
        while let Some(at) = open.pop() {
            for &(voter, _) in &self.companies[at].votes {
                match voter {
                    Voter::Company(next) if Some(next) != except && found.insert(voter) => open.push(next),
                    Voter::Company(_) => {}
                    Voter::Player(_) => {
                        found.insert(voter);
                    }
                }
            }
        }
        found
    }

    /// The companies that are counted first: without a circle behind them, and with nobody behind them who reaches the service otherwise.
    fn closed(&self) -> Vec<bool> {
        let behind: Vec<_> = (0..self.companies.len()).map(|at| self.behind(at, None)).collect();
        let in_circle = |at: usize| behind[at].contains(&Voter::Company(at));
        let is_closed = |at: usize| {
            let circle = in_circle(at)
                || behind[at].iter().any(|it| if let Voter::Company(it) = it { in_circle(*it) } else { false });
            at != SERVICE && !circle && behind[at].is_disjoint(&self.behind(SERVICE, Some(at)))
        };
        (0..self.companies.len()).map(is_closed).collect()
    }

    /// Counts the ways in which a company votes yes, and those in which each player decides over it.
    fn count(&self, company: usize, closed: &[bool]) -> Result<Counted, TooMany> {
        // What counts as one vote here, by position, and the companies in between, each after its owners where there is no circle.
        let mut places: BTreeMap<Voter, usize> = BTreeMap::new();
        let mut between: Vec<usize> = Vec::new();
        self.collect(company, closed, &mut places, &mut between);
        let looks: usize = between.iter().map(|it| self.companies[*it].votes.len()).sum();
        if places.len() > MOST_VOTES || looks.saturating_mul(1 << places.len()) > MOST_LOOKS {
            return Err(TooMany);
        }
        let mut voters: Vec<(usize, Counted)> = Vec::new();
        for (&voter, &at) in &places {
            let counted = match voter {
                Voter::Player(player) => Counted { many: 1, yes: 1, swings: vec![(player, [1, 1])] },
                Voter::Company(it) => self.count(it, closed)?,
            };
            voters.push((at, counted));
        }
        voters.order_by_key(|(at, _)| *at);
        let voters: Vec<Counted> = voters.into_iter().map(|(_, it)| it).collect();
        let place = |voter: Voter| match voter {
            Voter::Company(it) if !places.contains_key(&voter) => {
                voters.len() + between.iter().position(|at| *at == it).unwrap_or_default()
            }
            _ => places[&voter],
        };
        let votes_in = |it: &Company| it.votes.iter().map(|(voter, votes)| (place(*voter), *votes)).collect();
        let companies = between.iter().map(|at| &self.companies[*at]).map(|it| (votes_in(it), it.twice)).collect();
        Ok(Game::of(voters.len(), companies).counted(&voters))
    }

    /// Collects what counts as one vote behind a company, and the companies in between with itself, its owners first.
    fn collect(&self, at: usize, closed: &[bool], votes: &mut BTreeMap<Voter, usize>, between: &mut Vec<usize>) {
        // Its place for now, so that a circle ends here; it is moved behind its owners below.
        between.push(at);
        for &(voter, _) in &self.companies[at].votes {
            match voter {
                Voter::Company(next) if !closed[next] => {
                    if !between.contains(&next) {
                        self.collect(next, closed, votes, between);
                    }
                }
                _ => {
                    let many = votes.len();
                    votes.entry(voter).or_insert(many);
                }
            }
        }
        between.retain(|it| *it != at);
        between.push(at);
    }
}

/// What was counted of a company.
struct Counted {
    /// Players behind it.
    many: usize,
    /// The ways, of `2^many`, in which it votes yes, as far as that is sure.
    yes: i128,
    /// By player, the ways of the others, of `2^(many - 1)`, in which it surely decides and in which it may.
    swings: Vec<(usize, [i128; 2])>,
}

/// The game in one place: the votes come first in all positions, then the companies, of which the last is the one that it is about.
struct Game {
    votes: usize,
    companies: Vec<(Vec<(usize, i128)>, i128)>,
    /// Whether a company has an owner that stands at its own place or after it.
    has_circle: bool,
}

impl Game {
    fn of(votes: usize, companies: Vec<(Vec<(usize, i128)>, i128)>) -> Self {
        let mut each = companies.iter().enumerate();
        let has_circle = each.any(|(at, (owners, _))| owners.iter().any(|(owner, _)| *owner >= votes + at));
        Self { votes, companies, has_circle }
    }

    /// Whether the company says yes when the votes of these bits do, in the least outcome or in the greatest.
    fn says(&self, ways: usize, greatest: bool, said: &mut [bool]) -> bool {
        for (at, said) in said.iter_mut().enumerate() {
            *said = if at < self.votes { ways >> at & 1 == 1 } else { greatest };
        }
        loop {
            let mut is_settled = true;
            for (at, (votes, twice)) in self.companies.iter().enumerate() {
                let yes: i128 = votes.iter().filter(|(voter, _)| said[*voter]).map(|(_, votes)| votes).sum();
                let says = 2 * yes > *twice;
                is_settled &= says == said[self.votes + at];
                said[self.votes + at] = says;
            }
            if is_settled || !self.has_circle {
                return said.last().copied().unwrap_or_default();
            }
        }
    }

    fn counted(&self, voters: &[Counted]) -> Counted {
        let many: usize = voters.iter().map(|it| it.many).sum();
        let mut said = vec![false; self.votes + self.companies.len()];
        let mut table = |greatest| -> Vec<bool> {
            (0..1_usize << self.votes).map(|ways| self.says(ways, greatest, &mut said)).collect()
        };
        let least = table(false);
        let most = if self.has_circle { table(true) } else { least.clone() };
        let ways = |but: Option<usize>| -> Vec<[i128; 2]> {
            let voters = voters.iter().enumerate().filter(|(at, _)| Some(*at) != but);
            voters.map(|(_, it)| [(1 << it.many) - it.yes, it.yes]).collect()
        };
        let yes = sum(least.iter().map(|it| i128::from(*it)).collect(), &ways(None));
        let mut swings: BTreeMap<usize, [i128; 2]> = BTreeMap::new();
        for (at, voter) in voters.iter().enumerate() {
            let with = 1_usize << at;
            let without = || (0..least.len()).filter(|it| it & with == 0);
            let decides = [
                without().map(|it| i128::from(least[it | with] && !most[it])).collect(),
                without().map(|it| i128::from(most[it | with] && !least[it])).collect(),
            ];
            let decides = decides.map(|it| sum(it, &ways(Some(at))));
            for (player, own) in &voter.swings {
                swings.insert(*player, [decides[0] * own[0], decides[1] * own[1]]);
            }
        }
        Counted { many, yes, swings: swings.into_iter().collect() }
    }
}

/// Adds up a table over all ways of voting, each as often as there are ways to a no and to a yes of each vote.
fn sum(mut table: Vec<i128>, ways: &[[i128; 2]]) -> i128 {
    for [no, yes] in ways.iter().rev() {
        let half = table.len() / 2;
        for at in 0..half {
            table[at] = table[at] * no + table[at + half] * yes;
        }
        table.truncate(half);
    }
    table.first().copied().unwrap_or_default()
}
