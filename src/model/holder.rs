//! Who holds stakes: the cap tables of services, and who owns the companies in them.

use super::index::{Money, Percent, ServiceIx};

/// A row of a cap table.
#[derive(Debug, Clone, PartialEq)]
pub struct Holder {
    /// The service.
    pub service: ServiceIx,
    /// Who holds the stake.
    pub holder: String,
    /// The holder's name for people; empty where its row does not say it.
    pub name: String,
    /// The law that the holder answers to.
    pub jurisdiction: String,
    /// The share of votes.
    pub stake: Percent,
    /// What the whole stake costs a buyer; `None` if it is not for sale.
    pub price: Option<Money>,
    /// Whether its row says that it votes with the country.
    pub marked: bool,
    /// Whether it votes with the country: because its row says so, or because the country controls it.
    pub home: bool,
    /// Who decides how it votes: itself, or whoever stands at the top of those who control it.
    pub party: String,
    /// Its row in `holders.csv`, from 0.
    pub row: usize,
}

/// A stake in a company that may itself hold stakes.
#[derive(Debug, Clone, PartialEq)]
pub struct Owner {
    /// The company.
    pub company: String,
    /// Who owns the stake.
    pub owner: String,
    /// The owner's name for people; empty where its row does not say it.
    pub name: String,
    /// The law that the owner answers to.
    pub jurisdiction: String,
    /// The share of votes.
    pub stake: Percent,
    /// Whether the owner decides in the company, whatever its stake.
    pub controls: bool,
    /// Whether the owner votes with the country.
    pub home: bool,
    /// Its row in `owners.csv`, from 0.
    pub row: usize,
}
