//! The files of a case in three versions, put together one by one with what the program knows of them: tables cell by cell,
//! settings key by key, portfolios pick by pick, proposals with the remarks of both sides, the log with the lines of both.

use crate::model::order::InOrder as _;
use std::path::Path;

use super::three_way_merge::{Difference, ThreeWayMerge, Version};
use super::user_portfolio::UserPortfolio;
use crate::model::Workbook;
use crate::model::quotes::{Kind, Quote, quotes};
use crate::model::schema::TABLES;
use crate::model::workbook::SETTINGS_FILE;
use crate::say;
use crate::store::proposal::{self, By, Proposal, Remark, State};
use crate::store::{self, LOG_FILE, PROPOSALS_FOLDER};

/// The three versions of a file: that which both sides began with, this side's and the other's; `None` where it is not there.
pub type Three<'a> = [Option<&'a [u8]>; 3];

/// Whose text is kept where both changed the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Favour {
    /// This side's, and it is told.
    #[default]
    Mine,
    /// The other side's.
    Theirs,
}

/// A file that was put together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// Its bytes; `None` where it is gone.
    pub bytes: Option<Vec<u8>>,
    /// What both sides changed, and not to the same, in sentences.
    pub conflicts: Vec<String>,
}

/// What a file of a case is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// `case.toml` or a table.
    Case,
    /// Somebody's own portfolio.
    Own,
    /// A proposal.
    Proposal,
    /// The log of changes.
    Log,
}

/// What the file at a path in a case is, if it is one of a case.
pub fn what(path: &Path) -> Option<What> {
    let name = path.file_name()?.to_str()?;
    let folder = path.parent().and_then(Path::file_name);
    match name {
        _ if folder.is_some_and(|it| it == PROPOSALS_FOLDER)
            && Path::new(name).extension().is_some_and(|it| it == "toml") =>
        {
            Some(What::Proposal)
        }
        SETTINGS_FILE => Some(What::Case),
        _ if store::is_own(name) => Some(What::Own),
        LOG_FILE => Some(What::Log),
        _ => TABLES.iter().any(|table| table.file == name).then_some(What::Case),
    }
}

/// Puts the three versions of a file together.
///
/// # Errors
/// Where one of them cannot be read, in a sentence.
pub fn merge(path: &Path, versions: Three<'_>, favour: Favour) -> Result<Merged, String> {
    let [base, mine, theirs] = versions;
    let whole = |bytes: Option<&[u8]>| Merged { bytes: bytes.map(<[u8]>::to_vec), conflicts: Vec::new() };
    // What one side left alone is the other side's, byte for byte.
    if mine == theirs || theirs == base {
        return Ok(whole(mine));
    }
    if mine == base {
        return Ok(whole(theirs));
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let what = what(path).ok_or_else(|| say!("merge3-not-of-case", file = name))?;
    let (Some(mine), Some(theirs)) = (mine, theirs) else {
        let conflicts = (favour == Favour::Mine).then(|| say!("merge3-deleted", file = name)).into_iter().collect();
        return Ok(Merged { conflicts, ..whole(if favour == Favour::Mine { mine } else { theirs }) });
    };
    let three = [base.unwrap_or_default(), mine, theirs];
    let mut merged = match what {
        What::Case => case_file(&name, three, favour)?,
        What::Own => own(&name, three, favour)?,
        What::Proposal => proposal(three, favour).map_err(|why| say!("proposal-wrong", path = name, why = why))?,
        What::Log => log(three)?,
    };
    if favour == Favour::Theirs {
        merged.conflicts.clear();
    }
    Ok(merged)
}

/// What both sides changed, as a sentence.
fn sentence(file: &str, it: &Difference) -> String {
    let said = |text: &Option<String>| crate::messages::cell(text.as_deref().unwrap_or_default());
    let (base, mine, theirs) = (said(&it.base), said(&it.here), said(&it.disk));
    say!("merge3-conflict", file = file, place = it.place, base = base, mine = mine, theirs = theirs)
}

fn case_file(name: &str, three: [&[u8]; 3], favour: Favour) -> Result<Merged, String> {
    let opened = three.map(|bytes| store::open_bytes(Path::new("."), &[(name.to_owned(), bytes.to_vec())], None));
    // Of what cannot be read, what there is to put together is not known.
    for (version, bytes) in opened.iter().zip(three) {
        if let Some(why) = store::why_no_table(&version.workbook, name).filter(|_| !bytes.is_empty()) {
            return Err(why);
        }
    }
    // Nor is a row deleted that a quote of one side took into a cell.
    let inside = |at: usize| {
        let sheet = opened[at].workbook.sheets().iter().find(|sheet| sheet.schema().file == name);
        let is_inside = |it: &Quote| matches!(it.kind, Kind::RowInside | Kind::PerhapsRowInside);
        sheet.map_or_else(Vec::new, |sheet| quotes(sheet).into_iter().filter(is_inside).collect())
    };
    let known = inside(0).len();
    if let Some(quote) = [inside(1), inside(2)].iter().filter(|all| all.len() > known).find_map(|all| all.first()) {
        let trouble = quote.trouble();
        let (line, message) = (quote.line, trouble.message);
        return Err(say!("merge3-row-in-cell", file = name, line = line, message = message, remedy = trouble.remedy));
    }
    let own = UserPortfolio::default();
    let [base, here, disk] = [0, 1, 2].map(|at| Version { book: &opened[at].workbook, own: &own });
    let ((book, _), conflicts) = together(ThreeWayMerge { base, disk, here }, favour);
    let text = book.file(name).unwrap_or_default();
    let stamp = opened[1].files.first();
    let bytes = stamp.map_or_else(|| text.clone().into_bytes(), |stamp| stamp.bytes(&text));
    Ok(Merged { bytes: Some(bytes), conflicts: conflicts.iter().map(|it| sentence(name, it)).collect() })
}

/// What is here with what the other side alone changed, and what both did.
fn together(versions: ThreeWayMerge<'_>, favour: Favour) -> ((Workbook, UserPortfolio), Vec<Difference>) {
    let conflicts = versions.conflicts();
    let theirs = if favour == Favour::Theirs { conflicts.as_slice() } else { &[] };
    let (mut book, mut own) = (versions.here.book.clone(), versions.here.own.clone());
    for change in versions.taking_over(theirs).changes {
        let _ = change.apply(&mut book, &mut own);
    }
    ((book, own), conflicts)
}

fn text_of(bytes: &[u8]) -> Result<&str, String> {
    std::str::from_utf8(bytes).ok().ok_or_else(|| say!("case-not-utf"))
}

/// The picks of three portfolios put together, with what both sides changed.
fn picks(three: [&str; 3], file: &str, favour: Favour) -> (String, Vec<String>) {
    // Who pays stands in the first line; a ministry that one side alone knows pays nothing on the other.
    let mut ministries: Vec<String> = Vec::new();
    for text in three {
        let names =
            text.lines().next().unwrap_or_default().split(',').filter_map(|it| it.trim().strip_prefix("share_"));
        ministries.extend(names.map(str::to_owned).filter(|name| !ministries.contains(name)).collect::<Vec<_>>());
    }
    let read = three.map(|text| UserPortfolio::from_csv(text, &ministries));
    let book = Workbook::from_files(&[]);
    let [base, here, disk] = [0, 1, 2].map(|at| Version { book: &book, own: &read[at].0 });
    let ((_, own), conflicts) = together(ThreeWayMerge { base, disk, here }, favour);
    let text = read[2].1.below(&read[1].1.below(&own.to_csv_of(&ministries)));
    (text, conflicts.iter().map(|it| sentence(file, it)).collect())
}

fn own(name: &str, three: [&[u8]; 3], favour: Favour) -> Result<Merged, String> {
    let [base, mine, theirs] = three.map(text_of);
    let versions = [base?, mine?, theirs?];
    // Somebody's own table may be called so as well.
    if !versions.iter().all(|text| UserPortfolio::is_table(text)) {
        return Err(say!("merge3-not-of-case", file = name));
    }
    let (text, conflicts) = picks(versions, name, favour);
    Ok(Merged { bytes: Some(text.into_bytes()), conflicts })
}

/// A proposal: the picks of both, the remarks of both by their dates, and the newer state where both gave one.
fn proposal(three: [&[u8]; 3], favour: Favour) -> Result<Merged, String> {
    let [base, mine, theirs] = three.map(text_of);
    let (base, mine_text, theirs) = (base?, mine?, theirs?);
    let read = |text: &str| if text.is_empty() { Ok(Proposal::default()) } else { proposal::read_text(text) };
    let (base, mine, theirs) = (read(base)?, read(mine_text)?, read(theirs)?);
    let (picks, mut conflicts) = picks([&base.picks, &mine.picks, &theirs.picks], &mine.name, favour);
    let mut merged = mine.clone();
    merged.picks = picks;
    if mine.picks == base.picks {
        (merged.made_for, merged.by) = (theirs.made_for.clone(), theirs.by.clone());
    }
    if mine.state == base.state || (favour == Favour::Theirs && theirs.state != base.state) {
        merged.state = theirs.state;
    } else if theirs.state != base.state && theirs.state != mine.state {
        let (mine, theirs) = (mine.state.id(), theirs.state.id());
        conflicts.push(say!("merge3-state", name = merged.name, mine = mine, theirs = theirs));
    }
    let new = theirs.remarks.iter().filter(|it| !mine.remarks.contains(it)).cloned();
    let known = base.remarks.len().min(merged.remarks.len());
    merged.remarks.extend(new);
    merged.remarks[known..].order_by(|one, other| one.by.date.cmp(&other.by.date));
    // What was said last on either side decides, where each side's state is what was said there.
    let by_remarks = |side: &Proposal| side.state_of_remarks() == Some(side.state);
    if by_remarks(&mine) && by_remarks(&theirs) {
        merged.state = merged.state_of_remarks().unwrap_or(merged.state);
    }
    // An agreement is to the picks that were on the table, and not to those that the other side put there meanwhile.
    let agreed = |side: &Proposal| side.state == State::Agreed && side.picks != merged.picks;
    if merged.state == State::Agreed && (agreed(&mine) || agreed(&theirs)) {
        let date = merged.remarks.iter().map(|it| it.by.date.as_str()).max().unwrap_or_default().to_owned();
        merged.state = State::Proposed;
        let by = By { date, ..merged.by.clone() };
        merged.remarks.push(Remark { by, state: Some(State::Proposed), text: String::new() });
        conflicts.push(say!("merge3-agreed-to-other", name = merged.name));
    }
    let text = proposal::text_of(&merged, mine_text)?;
    Ok(Merged { bytes: Some(text.into_bytes()), conflicts })
}

/// The log: the lines of this side, then those that only the other side has.
fn log(three: [&[u8]; 3]) -> Result<Merged, String> {
    let [_, mine, theirs] = three.map(text_of);
    let (mine, theirs) = (mine?, theirs?);
    let known: std::collections::HashSet<&str> = mine.lines().collect();
    let mut text = mine.to_owned();
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    for line in theirs.lines().filter(|line| !known.contains(line)) {
        text.push_str(line);
        text.push('\n');
    }
    Ok(Merged { bytes: Some(text.into_bytes()), conflicts: Vec::new() })
}

/// The files of a case in a folder by their paths in it, as they stand together.
///
/// # Errors
/// What the system refuses.
pub fn files(folder: &Path) -> Result<Vec<(String, Vec<u8>)>, store::StoreError> {
    let names = std::iter::once(SETTINGS_FILE).chain(TABLES.iter().map(|table| table.file)).chain([LOG_FILE]);
    let mut found = Vec::new();
    proposal::is_inside(&folder.join(PROPOSALS_FOLDER))?;
    let proposals = proposal::looks(folder)
        .into_iter()
        .filter_map(|(path, ..)| Some(format!("{PROPOSALS_FOLDER}/{}", path.file_name()?.to_str()?)));
    for name in names.map(str::to_owned).chain(store::own_files(folder)).chain(proposals) {
        found.extend(store::read_own(&folder.join(&name))?.map(|bytes| (name, bytes)));
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn merged(path: &str, three: [&str; 3], favour: Favour) -> (String, Vec<String>) {
        let merged = merge(Path::new(path), three.map(|text| Some(text.as_bytes())), favour).unwrap();
        (String::from_utf8(merged.bytes.unwrap()).unwrap(), merged.conflicts)
    }

    #[test]
    fn tables_and_picks_are_put_together_and_conflicts_told() {
        let base = "candidate,name,cost_1\nfab,Fab,90\ncable,Cable,10\n";
        let mine = "candidate,name,cost_1\nfab,Fab,80\ncable,Cable,10\n";
        let theirs = "candidate;name;cost_1\nfab;Fab;85\ncable;Cable;12,5\nlab;Lab;1\n";
        let (text, conflicts) = merged("a/candidates.csv", [base, mine, theirs], Favour::Mine);
        assert_eq!(text, "candidate,name,cost_1\nfab,Fab,80\ncable,Cable,12.5\nlab,Lab,1\n");
        assert!(conflicts.len() == 1 && conflicts[0].contains("fab cost_1"), "{conflicts:?}");
        let (text, conflicts) = merged("candidates.csv", [base, mine, theirs], Favour::Theirs);
        assert!(text.contains("fab,Fab,85") && conflicts.is_empty(), "{text} {conflicts:?}");
        let head = "candidate,start,share_a,share_b\n";
        let three =
            ["x,2027,40,60\n", "x,2028,40,60\n", "x,2027,40,60\ny,2030,0,100\n"].map(|it| format!("{head}{it}"));
        let three = three.each_ref().map(String::as_str);
        let notes = ["a,b\n", "a,b\n1,2\n", "a,b\n3,4\n"].map(|text| Some(text.as_bytes()));
        assert!(merge(Path::new("own-notes.csv"), notes, Favour::Mine).is_err());
        for own in ["own.csv", "own-anna.csv"] {
            let (text, conflicts) = merged(own, three, Favour::Mine);
            assert_eq!((text, conflicts.len()), (format!("{head}x,2028,40,60\ny,2030,0,100\n"), 0));
        }
    }

    #[test]
    fn a_proposal_keeps_what_both_sides_said_and_the_log_all_lines() {
        let base = "format = 1\nname = \"Plan\"\nauthor = \"A\"\nministry = \"\"\ndate = \"1\"\nstate = \"draft\"\n\
                    made_for = \"\"\npicks = \"\"\n";
        let said = |who: &str, date: &str| {
            format!("{base}\n[[remark]]\ndate = \"{date}\"\nauthor = \"{who}\"\ntext = \"{who} says\"\n")
        };
        let (mine, theirs) = (said("Bart", "3"), said("Anna", "2").replace("draft", "proposed"));
        let (text, conflicts) = merged("c/proposals/plan.toml", [base, &mine, &theirs], Favour::Mine);
        let read = proposal::read_text(&text).unwrap();
        let authors: Vec<_> = read.remarks.iter().map(|it| it.by.author.as_str()).collect();
        assert_eq!((authors, read.state.id(), conflicts), (vec!["Anna", "Bart"], "proposed", vec![]));
        // What was agreed to here had other picks than those that the author put there meanwhile.
        let picks = |start: u16| format!("picks = \"candidate,start,share_a\\nx,{start},100\\n\"");
        let base = base.replace("picks = \"\"", &picks(2027)).replace("draft", "proposed");
        let agreed = "\n[[remark]]\ndate = \"2\"\nauthor = \"Bart\"\nstate = \"agreed\"\ntext = \"\"\n";
        let mine = format!("{base}{agreed}").replacen("proposed", "agreed", 1);
        let theirs = base.replace("2027", "2028");
        let (text, conflicts) = merged("c/proposals/plan.toml", [&base, &mine, &theirs], Favour::Mine);
        let read = proposal::read_text(&text).unwrap();
        assert_eq!((read.state, read.agreed_by().len(), conflicts.len()), (State::Proposed, 0, 1), "{text}");
        let (text, _) = merged("changes.log", ["a\n", "a\nb\n", "a\nc\n"], Favour::Mine);
        assert_eq!(text, "a\nb\nc\n");
        assert!(merge(Path::new("x.csv"), [Some(b"a"), Some(b"b"), Some(b"c")], Favour::Mine).is_err());
    }
}
