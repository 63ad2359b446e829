//! The planner's own portfolio: picks by the candidates' ids, so that they stay with their candidate when rows move.

use crate::say;
use std::fmt::Write as _;

use litemap::LiteMap;
use serde::{Deserialize, Serialize};

use crate::model::heading::{self, Columns};
use crate::model::quotes::open_quote;
use crate::model::schema::TableId;
use crate::model::{Candidate, Case, MinistryIx, Pick, Portfolio, ShareRange, Sheet, Year};

/// A start and a split of the bill.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserPick {
    /// The year in which it starts.
    pub start: Year,
    /// The whole percent that each ministry pays, in the order of the case.
    pub shares: Vec<u8>,
}

impl UserPick {
    /// Who pays how much, by name: `Defence 30 %, Economic Affairs 70 %`. Who pays nothing is left out.
    pub fn payers(&self, case: &Case) -> String {
        let of = |(at, share): (usize, &u8)| say!("own-payer", name = case.short_name(MinistryIx(at)), share = share);
        let paying = self.shares.iter().enumerate().filter(|(_, share)| **share > 0);
        paying.map(of).collect::<Vec<_>>().join(", ")
    }

    /// What differs from what it was: the year, else what the first ministry pays whose part is another one.
    pub fn moved(&self, was: &Self, case: &Case) -> String {
        if self.start != was.start {
            return say!("news-from-to", old = was.start, new = self.start);
        }
        let shares = was.shares.iter().zip(&self.shares).enumerate();
        let differ = |&(_, (old, new)): &(usize, (&u8, &u8))| old != new;
        let of = |(at, (old, new)): (usize, (&u8, &u8))| {
            say!("own-pays-instead", name = case.short_name(MinistryIx(at)), old = old, new = new)
        };
        shares.into_iter().find(differ).map_or_else(String::new, of)
    }
}

/// The planner's own portfolio, by candidate id.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct UserPortfolio {
    /// The picks.
    pub picks: LiteMap<String, UserPick>,
}

impl UserPortfolio {
    /// The own portfolio that a portfolio of a case makes.
    pub fn of(case: &Case, portfolio: &Portfolio) -> Self {
        let picks = portfolio
            .picks()
            .iter()
            .filter_map(|pick| {
                let id = case.candidates.get(pick.candidate.0)?.id.clone();
                Some((id, UserPick { start: pick.start, shares: pick.shares.clone() }))
            })
            .collect();
        Self { picks }
    }

    /// The portfolio as the present case understands it. Candidates that are no longer there are left out; a split that
    /// does not fit the ministries becomes the usual one.
    pub fn portfolio(&self, case: &Case) -> Portfolio {
        let picks = case.candidate_ixs().filter_map(|candidate| {
            let own = self.picks.get(&case[candidate].id)?;
            let fits = own.shares.len() == case.ministries.len();
            let shares = if fits { own.shares.clone() } else { ShareRange::even_split(&case[candidate].shares) };
            Some(Pick { candidate, start: own.start, shares })
        });
        Portfolio::new(picks.collect())
    }

    /// What a candidate gets when it is put in: its first possible year and the usual split.
    pub fn usual(case: &Case, candidate: &Candidate) -> UserPick {
        let starts = candidate.starts(case.first_year, case.last_year);
        let start = if starts.is_empty() { candidate.start_from } else { *starts.start() };
        UserPick { start, shares: ShareRange::even_split(&candidate.shares) }
    }

    /// The CSV that is kept beside the case: `candidate,start,share_<ministry>…`.
    pub fn to_csv(&self, case: &Case) -> String {
        self.to_csv_of(&case.ministries.iter().map(|it| it.id.clone()).collect::<Vec<_>>())
    }

    /// The same where only the ids of the ministries are known.
    pub fn to_csv_of(&self, ministries: &[String]) -> String {
        let mut text = header(ministries);
        for (id, pick) in &self.picks {
            let shares: Vec<_> = pick.shares.iter().map(ToString::to_string).collect();
            let _ = writeln!(text, "{id},{},{}", pick.start, shares.join(","));
        }
        text
    }

    /// Whether a text is empty or has the columns of an own portfolio; of any other nothing could be read.
    pub fn is_table(text: &str) -> bool {
        let mut reader = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
        let header = reader.headers().cloned().unwrap_or_default();
        header.is_empty() || ["candidate", "start"].iter().all(|name| header.iter().any(|cell| cell == *name))
    }

    /// Reads what [`UserPortfolio::to_csv`] wrote. Rows that cannot be read are left out, and given as they are: also one with a quote that
    /// is never closed, which has others in it, and all of them where a column is nearly called like one of ours.
    pub fn from_csv(text: &str, ministries: &[String]) -> (Self, Unread) {
        let mut reader = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
        let header = reader.headers().cloned().unwrap_or_default();
        let column = |name: &str| header.iter().position(|cell| cell == name);
        let shares: Vec<_> = ministries.iter().map(|id| column(&format!("share_{id}"))).collect();
        let (id, start) = (column("candidate"), column("start"));
        let mut own = Self::default();
        let mut unread = Unread::default();
        let columns = Columns::of_portfolio(ministries.iter().map(String::as_str));
        let names: Vec<String> = header.iter().map(str::to_owned).collect();
        let known = |name: &str| {
            let share = name.strip_prefix("share_").is_some_and(|id| ministries.iter().any(|ministry| ministry == id));
            matches!(name, "candidate" | "start") || share
        };
        let uncertain = names.iter().any(|it| !known(it) && heading::trouble(it, &names, &columns, None).is_some());
        let open = open_quote(&Sheet::parse(TableId::Candidates, text)).is_some();
        let mut records = reader.records().peekable();
        while let Some(record) = records.next() {
            let certain = !(uncertain || open && records.peek().is_none());
            let pick = record.as_ref().ok().filter(|_| certain).and_then(|record| {
                let cell = |at: Option<usize>| at.and_then(|at| record.get(at));
                let shares = shares.iter().map(|&at| cell(at).map_or(Some(0), |text| text.parse().ok()));
                let pick = UserPick { start: cell(start)?.parse().ok()?, shares: shares.collect::<Option<_>>()? };
                Some((cell(id)?.to_string(), pick))
            });
            match pick {
                Some((id, pick)) => drop(own.picks.insert(id, pick)),
                None => unread.rows.push(record.unwrap_or_default()),
            }
        }
        unread.header = header;
        (own, unread)
    }
}

/// Rows of an own portfolio that cannot be read, with the names of their cells.
#[derive(Debug, Clone, Default)]
pub struct Unread {
    header: csv::StringRecord,
    rows: Vec<csv::StringRecord>,
}

impl Unread {
    /// Whether every row could be read.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.rows.len()
    }

    /// The rows of an own portfolio with these below them, each cell under its name, so that saving loses none; one whose candidate
    /// is in the portfolio now has been replaced. Cells with a name of their own get a column.
    pub fn below(&self, text: &str) -> String {
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
        let known = reader.headers().cloned().unwrap_or_default();
        let rows: Vec<csv::StringRecord> = reader.records().flatten().collect();
        let at = |name: &str| self.header.iter().position(|it| it == name);
        let id = at("candidate");
        let candidate = |row: &csv::StringRecord| id.and_then(|at| row.get(at)).map(str::to_owned);
        let kept: Vec<&csv::StringRecord> = self
            .rows
            .iter()
            .filter(|row| !rows.iter().any(|it| it.get(0).map(str::to_owned) == candidate(row)))
            .collect();
        if kept.is_empty() {
            return text.to_owned();
        }
        let more = self.header.iter().filter(|name| !known.iter().any(|it| it == *name));
        let names: Vec<&str> = known.iter().chain(more).collect();
        let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
        let cells = rows.iter().map(|row| (0..names.len()).map(|at| row.get(at).unwrap_or_default()).collect());
        let kept = kept.into_iter().map(|row| {
            names.iter().map(|name| at(name).and_then(|at| row.get(at)).unwrap_or_default()).collect::<Vec<&str>>()
        });
        for row in std::iter::once(names.clone()).chain(cells).chain(kept) {
            // A list of texts is written to memory: nothing can go wrong with it.
            let _ = writer.write_record(row);
        }
        writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_else(|| text.to_owned())
    }
}

/// The first line of an own portfolio.
pub fn header(ministries: &[String]) -> String {
    let mut text = String::from("candidate,start");
    for id in ministries {
        text.push_str(",share_");
        text.push_str(id);
    }
    text.push('\n');
    text
}

/// The whole percents that a text says, one for each ministry.
///
/// # Errors
/// What is wrong with it.
pub fn parse_shares(text: &str, ministries: usize) -> Result<Vec<u8>, String> {
    let words: Vec<&str> =
        text.split([' ', '/', ',', ';', '-', '–', '%', '\t']).filter(|word| !word.is_empty()).collect();
    let parsed: Option<Vec<u8>> = words.iter().map(|word| word.parse::<u8>().ok()).collect();
    match parsed {
        Some(shares) if shares.len() == ministries => {
            let sum: u32 = shares.iter().map(|&share| u32::from(share)).sum();
            if sum == 100 { Ok(shares) } else { Err(say!("user-portfolio-they-add-up", sum = sum)) }
        }
        _ => Err(say!("user-portfolio-ministries-whole-percents", ministries = ministries)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_split_keeps_the_ranges_and_adds_up() {
        let range = |min, max| ShareRange { min, max };
        assert_eq!(ShareRange::even_split(&[ShareRange::ANY, ShareRange::ANY]), [50, 50]);
        assert_eq!(ShareRange::even_split(&[range(20, 30), ShareRange::ANY]), [30, 70]);
        assert_eq!(ShareRange::even_split(&[range(40, 40), range(0, 100), range(0, 100)]), [40, 30, 30]);
        assert_eq!(ShareRange::even_split(&[range(0, 10), range(0, 20)]), [10, 20]);
    }

    #[test]
    fn rows_that_cannot_be_read_stay_when_it_is_written() {
        let ministries = ["a".to_owned(), "b".to_owned()];
        let text = "note,candidate,start,share_a,share_b\n,x,2027,40,60\nasked,z,soon,1,99\n,y,2030,half,\n";
        let (_, unread) = UserPortfolio::from_csv(text, &ministries);
        let mine = "candidate,start,share_a,share_b\nx,2028,40,60\n";
        let kept = unread.below(mine);
        assert_eq!(kept, "candidate,start,share_a,share_b,note\nx,2028,40,60,\nz,soon,1,99,asked\ny,2030,half,,\n");
        assert_eq!(UserPortfolio::from_csv(&kept, &ministries).1.count(), 2);
        let replaced = "candidate,start,share_a,share_b\ny,2028,40,60\nz,2029,0,100\n";
        assert_eq!(unread.below(replaced), replaced, "a row of a candidate that is in now was replaced");
        assert_eq!(UserPortfolio::from_csv(mine, &ministries).1.below(mine), mine);
    }

    #[test]
    fn a_quote_or_a_name_that_would_lose_something_leaves_the_rows_as_they_are() {
        let ministries = ["a".to_owned(), "b".to_owned()];
        let text = "candidate,start,share_a,share_b,note\nx,2027,40,60,\ny,2027,40,60,\"open\nz,2028,1,99,\n";
        let (own, unread) = UserPortfolio::from_csv(text, &ministries);
        assert_eq!((own.picks.len(), unread.count()), (1, 1));
        assert!(unread.below("candidate,start,share_a,share_b\nx,2027,40,60\n").contains("\"open\nz,2028,1,99,"));
        let (own, unread) = UserPortfolio::from_csv("candidate,start,Share_a,share_b\nx,2027,40,60\n", &ministries);
        assert_eq!((own.picks.len(), unread.count()), (0, 1));
    }

    #[test]
    fn what_is_written_is_read_back() {
        let text = "candidate,start,share_a,share_b\nx,2027,40,60\ny,2030,0,100\nz,soon,1,99\n";
        let (own, unread) = UserPortfolio::from_csv(text, &["a".into(), "b".into()]);
        assert_eq!(unread.count(), 1);
        assert_eq!(own.picks.get("x").unwrap(), &UserPick { start: 2027, shares: vec![40, 60] });
        let mut case = Case::default();
        for id in ["a", "b"] {
            case.ministries.push(crate::model::Ministry {
                id: id.into(),
                name: String::new(),
                voice: 1.into(),
                carry_over: crate::model::CarryOver::All,
                budget: Vec::new(),
            });
        }
        assert_eq!(UserPortfolio::from_csv(&own.to_csv(&case), &["a".into(), "b".into()]).0, own);
    }
}
