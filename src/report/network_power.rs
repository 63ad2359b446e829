//! How often the vote of everybody at the top decides over a service, through all companies in between.

use rust_decimal::Decimal;

use super::data::{Network, PlayerLine};
use super::number::{Figure, plain};
use crate::measure::cap_table::{Fraction, PLACES, rounded};
use crate::measure::network_power::{MOST_COMPANIES, MOST_PLAYERS, MOST_VOTES, PlayerPower, network_power};
use crate::messages::list;
use crate::model::ownership::{Control, Decider, called, jurisdiction};
use crate::model::{Case, ServiceIx};
use crate::say;

/// For programs.
pub(super) fn network(case: &Case, service: ServiceIx) -> Network {
    let Ok(found) = network_power(case, &Control::of(case), service) else {
        return Network { known: "too-many", players: Vec::new() };
    };
    let line = |it: &PlayerPower<'_>| {
        let (player, law) = match it.player {
            Decider::Home => (None, ""),
            Decider::Party(party) => (Some(party.to_owned()), jurisdiction(case, party)),
        };
        let [at_least, at_most] = bounds(it).map(Figure);
        PlayerLine { player, home: it.player == Decider::Home, jurisdiction: law.to_owned(), at_least, at_most }
    };
    let is_exact = found.players.iter().all(|it| it.least == it.most);
    Network { known: if is_exact { "exact" } else { "bounds" }, players: found.players.iter().map(line).collect() }
}

/// For people, in paragraphs.
pub(super) fn network_in_words(case: &Case, control: &Control<'_>, service: ServiceIx) -> Vec<String> {
    let Ok(found) = network_power(case, control, service) else {
        let (votes, players, companies) = (MOST_VOTES, MOST_PLAYERS, MOST_COMPANIES);
        return vec![say!("holders-network-too-many", votes = votes, players = players, companies = companies)];
    };
    if found.players.is_empty() {
        return vec![say!("holders-network-nobody")];
    }
    let one = |it: &PlayerPower<'_>| {
        let name = match it.player {
            Decider::Home => say!("ownership-home"),
            Decider::Party(party) => called(case, party),
        };
        let [least, most] = bounds(it).map(plain);
        if it.least == it.most {
            say!("holders-network-one", name = name, power = least)
        } else {
            say!("holders-network-between", name = name, least = least, most = most)
        }
    };
    let players: Vec<String> = found.players.iter().map(one).collect();
    let mut lines = vec![say!("holders-network", players = list(&players))];
    let is_open = found.players.iter().any(|it| it.least != it.most);
    lines.extend(is_open.then(|| say!("holders-network-circle")));
    lines.extend(found.has_untold.then(|| say!("holders-network-untold")));
    lines
}

/// The least and the most that a power may be, as decimals: where it is not exact, the one rounded down and the other up.
fn bounds(it: &PlayerPower<'_>) -> [Decimal; 2] {
    if it.least == it.most {
        return [rounded(it.least); 2];
    }
    let scale = 10_i128.pow(PLACES);
    let decimal = |power: Fraction| Decimal::from_i128_with_scale(power.to_integer(), PLACES).normalize();
    [decimal((it.least * scale).floor()), decimal((it.most * scale).ceil())]
}
