//! Ids for the candidates of a list, and what the list says of them by id or name: alternatives and predecessors.

use std::collections::{HashMap, HashSet};

use litemap::LiteMap;

use super::items::Item;
use super::rows::undashed;
use crate::model::cell::{is_id, to_id};
use crate::model::guess::did_you_mean;

/// The ids of the candidates, and what became of those of the list.
pub(super) struct Ids {
    pub(super) of_each: Vec<String>,
    /// How many were made of a name, or of an id that was none here.
    pub(super) made: usize,
    /// Ids that another row has as well: the line, the id, and the one given instead.
    pub(super) again: Vec<(usize, String, String)>,
}

/// Gives every candidate an id of its own. Ids of the list that are good and that no row before has stay.
pub(super) fn ids(items: &[Item], alternatives: bool) -> Ids {
    let written: Vec<String> = items.iter().map(|item| written(item, alternatives)).collect();
    let mut taken: HashSet<String> = HashSet::new();
    let stays: Vec<bool> = written.iter().map(|id| is_id(id) && taken.insert(id.clone())).collect();
    let mut found = Ids { of_each: Vec::with_capacity(items.len()), made: 0, again: Vec::new() };
    let mut numbers: HashMap<String, usize> = HashMap::new();
    for (at, (item, written)) in items.iter().zip(&written).enumerate() {
        if stays[at] {
            found.of_each.push(written.clone());
            continue;
        }
        let from = if written.is_empty() { &item.name } else { written };
        let plain = Some(to_id(from)).filter(|id| is_id(id)).unwrap_or_else(|| format!("candidate_{}", at + 1));
        let number = numbers.entry(plain.clone()).or_insert(1);
        let mut id = plain.clone();
        while !taken.insert(id.clone()) {
            *number += 1;
            id = format!("{plain}_{number}");
        }
        if is_id(written) {
            found.again.push((item.line, written.clone(), id.clone()));
        } else {
            found.made += 1;
        }
        found.of_each.push(id);
    }
    found
}

/// The id that the list gives a candidate; of the ways of one asset, that of the asset and the way.
fn written(item: &Item, alternatives: bool) -> String {
    let of_way = |asset: &str| to_id(&format!("{asset}_{}", item.way));
    match (item.id.as_str(), item.asset.as_str(), item.way.as_str()) {
        ("", asset, way) if !asset.is_empty() && !way.is_empty() => of_way(asset),
        ("", asset, _) => {
            if item.name.is_empty() {
                to_id(asset)
            } else {
                String::new()
            }
        }
        (id, _, way) if alternatives && !way.is_empty() => of_way(id),
        (id, ..) => id.to_owned(),
    }
}

/// Candidates by everything that they are called by; two of one name are known by neither.
pub(super) struct Names<'a> {
    by_name: HashMap<String, Option<usize>>,
    all: Vec<&'a str>,
}

impl<'a> Names<'a> {
    pub(super) fn new(items: &'a [Item], ids: &'a [String]) -> Self {
        let mut by_name: HashMap<String, Option<usize>> = HashMap::new();
        let mut all = Vec::new();
        for (at, (item, id)) in items.iter().zip(ids).enumerate() {
            for name in [item.id.as_str(), id, item.name.as_str()] {
                if name.is_empty() {
                    continue;
                }
                all.push(name);
                by_name
                    .entry(plain(name))
                    .and_modify(|known| *known = known.filter(|known| *known == at))
                    .or_insert(Some(at));
            }
        }
        Self { by_name, all }
    }

    fn of(&self, name: &str) -> Option<usize> {
        self.by_name.get(&plain(name)).copied().flatten()
    }

    /// The name nearest to one that none has.
    pub(super) fn near(&self, name: &str) -> Option<&'a str> {
        did_you_mean(name, self.all.iter().copied())
    }

    /// The candidates that a cell names, and the names that none has.
    pub(super) fn in_cell(&self, text: &str) -> (Vec<usize>, Vec<String>) {
        if let Some(one) = self.of(text) {
            return (vec![one], Vec::new());
        }
        let text = text.replace(" en ", ",").replace(" and ", ",");
        let parts: Vec<&str> =
            text.split([',', ';', '/', '+', '&']).map(str::trim).filter(|part| !part.is_empty()).collect();
        let (mut found, mut missing) = (Vec::new(), Vec::new());
        for part in parts {
            let words = || part.split_whitespace().map(|word| self.of(word)).collect::<Option<Vec<_>>>();
            match self.of(part).map(|one| vec![one]).or_else(words) {
                Some(some) => found.extend(some),
                None if matches!(to_id(part).as_str(), "" | "geen" | "none" | "n_v_t" | "nvt" | "n_a" | "na") => {}
                None => missing.push(part.to_owned()),
            }
        }
        (found, missing)
    }
}

fn plain(name: &str) -> String {
    undashed(name.trim()).split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The candidates of which only one can be chosen, group by group: those of one asset, or that name each other.
pub(super) fn alternatives(items: &[Item], ids: &[String], repeated_ids: bool) -> Vec<Vec<usize>> {
    let names = Names::new(items, ids);
    // Of each candidate the first of its group; the first stands for itself.
    let mut first: Vec<usize> = (0..items.len()).collect();
    let mut by_asset: HashMap<String, usize> = HashMap::new();
    for (at, item) in items.iter().enumerate() {
        let asset = match item.asset.as_str() {
            "" if repeated_ids => item.id.as_str(),
            asset => asset,
        };
        if asset.is_empty() {
            continue;
        }
        let other = match names.of(asset) {
            Some(other) => other,
            None => *by_asset.entry(plain(asset)).or_insert(at),
        };
        let (one, other) = (root(&mut first, at), root(&mut first, other));
        first[one.max(other)] = one.min(other);
    }
    let mut groups: LiteMap<usize, Vec<usize>> = LiteMap::new();
    for at in 0..items.len() {
        groups.entry(root(&mut first, at)).or_default().push(at);
    }
    groups.into_tuple_vec().into_iter().map(|(_, group)| group).filter(|group| group.len() > 1).collect()
}

/// The first of a group; on the way there each member is led to it more directly.
fn root(first: &mut [usize], mut at: usize) -> usize {
    while first[at] != at {
        first[at] = first[first[at]];
        at = first[at];
    }
    at
}
