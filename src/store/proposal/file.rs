//! The file of a proposal: TOML that people can read, of which whatever the program does not know stays.

use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, TableLike, value};

use super::{By, LONGEST_REMARK, Proposal, Remark, State, seen, title_problem};
use crate::messages::list;
use crate::model::settings::what_is_wrong;
use crate::model::too_many::too_many_in;
use crate::say;

/// The version of the file.
const FORMAT: i64 = 1;

/// Reads the text of a proposal.
///
/// # Errors
/// What is wrong with it, in a sentence.
pub(super) fn read(text: &str) -> Result<Proposal, String> {
    let mut proposal = as_it_stands(text)?;
    // Two sides may have agreed at once, each in a copy of its own.
    if proposal.state == State::Proposed && proposal.settled() == State::Agreed {
        proposal.state = State::Agreed;
    }
    Ok(proposal)
}

/// What a text says, word for word.
fn as_it_stands(text: &str) -> Result<Proposal, String> {
    let document: DocumentMut = text.parse().map_err(|error| what_is_wrong(text, &error))?;
    if document.get("format").and_then(Item::as_integer).is_none_or(|format| format != FORMAT) {
        return Err(say!("proposal-format", format = FORMAT));
    }
    let of = |key| short(document.as_table(), key);
    let name = of("name")?;
    if let Some(why) = title_problem(&name) {
        return Err(why);
    }
    let by = By { author: of("author")?, ministry: of("ministry")?, date: of("date")? };
    let state = state_of(document.as_table())?.unwrap_or_default();
    let remarks = match document.get("remark") {
        None => Vec::new(),
        Some(item) => {
            let tables = item.as_array_of_tables().ok_or_else(|| say!("proposal-key-wrong", key = "remark"))?;
            tables.iter().map(|table| remark(table)).collect::<Result<_, _>>()?
        }
    };
    let picks = text_of(document.as_table(), "picks")?;
    if let Some((_, too_many)) = too_many_in(&picks) {
        return Err(too_many.trouble().message);
    }
    Ok(Proposal { stem: String::new(), name, by, state, made_for: of("made_for")?, remarks, picks })
}

fn remark(table: &dyn TableLike) -> Result<Remark, String> {
    let by = By { author: short(table, "author")?, ministry: short(table, "ministry")?, date: short(table, "date")? };
    let text = seen(&text_of(table, "text")?);
    if text.chars().count() > LONGEST_REMARK {
        return Err(say!("proposal-key-wrong", key = "text"));
    }
    Ok(Remark { by, state: state_of(table)?, text })
}

/// A text of the file; empty where the key is not there.
fn text_of(table: &dyn TableLike, key: &str) -> Result<String, String> {
    match table.get(key) {
        None => Ok(String::new()),
        Some(item) => item.as_str().map(str::to_owned).ok_or_else(|| say!("proposal-key-wrong", key = key)),
    }
}

/// A text of one line.
fn short(table: &dyn TableLike, key: &str) -> Result<String, String> {
    let text = text_of(table, key)?;
    // What is no name is no hash either.
    if text.is_empty() || title_problem(&text).is_none() {
        Ok(text)
    } else {
        Err(say!("proposal-key-wrong", key = key))
    }
}

fn state_of(table: &dyn TableLike) -> Result<Option<State>, String> {
    let id = text_of(table, "state")?;
    if id.is_empty() {
        return Ok(None);
    }
    let states = list(&State::ALL.map(State::id));
    State::by_id(&id).map(Some).ok_or_else(|| say!("proposal-state-unknown", state = id, states = states))
}

/// The text of a proposal's file; what `before` says else stays.
///
/// # Errors
/// Where that is no TOML.
pub(super) fn written(proposal: &Proposal, before: Option<&str>) -> Result<String, String> {
    let known = before.map(as_it_stands).transpose()?;
    let text = before.unwrap_or_default();
    let mut document: DocumentMut = text.parse().map_err(|error| what_is_wrong(text, &error))?;
    if before.is_none() {
        document["format"] = value(FORMAT);
    }
    let was = |of: fn(&Proposal) -> &str| known.as_ref().map_or("", of);
    // Of one that shares its name with another the file says the name alone.
    if before.is_none() {
        document["name"] = value(&proposal.name);
    }
    let texts: [(&str, &str, &str); 5] = [
        ("author", was(|it| &it.by.author), &proposal.by.author),
        ("ministry", was(|it| &it.by.ministry), &proposal.by.ministry),
        ("date", was(|it| &it.by.date), &proposal.by.date),
        ("made_for", was(|it| &it.made_for), &proposal.made_for),
        ("picks", was(|it| &it.picks), &proposal.picks),
    ];
    for (at, (key, old, new)) in texts.into_iter().enumerate() {
        if at == 3 && known.as_ref().is_none_or(|it| it.state != proposal.state) {
            document["state"] = value(proposal.state.id());
        }
        if old != new || before.is_none() {
            document[key] = value(new);
        }
    }
    let remarks = document.entry("remark").or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    let remarks = remarks.as_array_of_tables_mut().ok_or_else(|| say!("proposal-key-wrong", key = "remark"))?;
    // Those that stay where they are keep what the program does not know of them.
    let same =
        known.iter().flat_map(|it| &it.remarks).zip(&proposal.remarks).take_while(|(old, new)| old == new).count();
    while remarks.len() > same {
        remarks.remove(same);
    }
    for remark in proposal.remarks.iter().skip(same) {
        let mut table = Table::new();
        let By { author, ministry, date } = &remark.by;
        table["date"] = value(date);
        table["author"] = value(author);
        if !ministry.is_empty() {
            table["ministry"] = value(ministry);
        }
        if let Some(state) = remark.state {
            table["state"] = value(state.id());
        }
        table["text"] = value(&remark.text);
        remarks.push(table);
    }
    Ok(document.to_string())
}
