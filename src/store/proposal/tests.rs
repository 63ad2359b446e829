#![allow(clippy::disallowed_methods, reason = "the test plays the part of another program")]

use std::fs;

use super::*;
use crate::store::{self, PROPOSALS_FOLDER};

const PICKS: &str = "candidate,start,share_defence,share_economic_affairs\nown-cable,2029,100,0\n";

fn anna() -> By {
    By { author: "Anna de Vries".into(), ministry: "defence".into(), date: "2026-11-24T09:05:12Z".into() }
}

fn bart() -> By {
    By { author: "Bart".into(), ministry: String::new(), date: "2026-11-25T10:00:00Z".into() }
}

fn keep(picks: &str) -> Deed {
    Deed::Keep { picks: picks.into(), made_for: "abc".into(), state: State::Draft }
}

#[test]
fn what_is_pasted_into_a_remark_keeps_the_proposal_readable() {
    let case = tempfile::tempdir().unwrap();
    store::create(case.path(), &store::tutorial()).unwrap();
    perform(case.path(), "Plan", &keep(PICKS), &anna()).unwrap();
    let pasted = "so\u{ad}vereign\r\n\u{1b}[31mred\u{202e}\u{200b}";
    perform(case.path(), "Plan", &Deed::Remark(pasted.into()), &bart()).unwrap();
    let nothing = perform(case.path(), "Plan", &Deed::Remark("\u{200b} ".into()), &bart()).unwrap_err();
    assert!(nothing.to_string().contains("Type the remark"), "{nothing}");
    // One that another program wrote is read as well.
    let path = case.path().join("proposals/plan.toml");
    fs::write(&path, fs::read_to_string(&path).unwrap().replace("red", "re\\u200Bd")).unwrap();
    let (all, wrong) = read_all(case.path());
    assert_eq!((all[0].remarks[0].text.as_str(), wrong), ("sovereign\n[31mred", Vec::new()));
    // That something could not be logged is told.
    fs::remove_file(case.path().join(store::LOG_FILE)).unwrap();
    fs::create_dir(case.path().join(store::LOG_FILE)).unwrap();
    let (done, unlogged) = perform_logged(case.path(), "Plan", &Deed::Remark("so".into()), &bart()).unwrap();
    assert!(done.remarks.len() == 2 && unlogged.is_some(), "{unlogged:?}");
    // What is no TOML is told in one line, without the line itself.
    fs::write(&path, format!("format = 1\nx = {}", "[".repeat(90_000))).unwrap();
    let (_, wrong) = read_all(case.path());
    assert!(wrong[0].contains("Line 2") && wrong[0].len() < 300, "{}", wrong[0].len());
}

#[test]
fn a_proposal_is_made_discussed_agreed_and_thrown_away() {
    let case = tempfile::tempdir().unwrap();
    store::create(case.path(), &store::tutorial()).unwrap();
    let path = case.path().join("proposals/cables_first.toml");
    let does = |name: &str, deed: Deed, by: By| perform(case.path(), name, &deed, &by);
    assert_eq!(does("Cables first", keep(PICKS), anna()).unwrap().stem, "cables_first");
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains("\nown-cable,2029,100,0\n"), "a line for each pick: {text}");
    fs::write(&path, format!("# by hand\n{text}").replace('\r', "")).unwrap();
    does("cables FIRST", Deed::Decide(State::Proposed, String::new()), anna()).unwrap();
    does("cables_first", Deed::Remark("too many \"chips\"\nin 2029".into()), bart()).unwrap();
    does("Cables first", Deed::Decide(State::Agreed, "with thanks".into()), bart()).unwrap();
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.starts_with("# by hand\n"), "what the program does not know stays: {text}");
    let (all, wrong) = read_all(case.path());
    assert_eq!(wrong, Vec::<String>::new());
    let [one] = all.as_slice() else { panic!("{all:?}") };
    assert_eq!((one.state, one.picks.as_str(), &one.by), (State::Agreed, PICKS, &anna()));
    let remarks: Vec<_> = one.remarks.iter().map(|it| (it.by.author.as_str(), it.state, it.text.as_str())).collect();
    assert_eq!(
        remarks,
        [
            ("Anna de Vries", Some(State::Proposed), ""),
            ("Bart", None, "too many \"chips\"\nin 2029"),
            ("Bart", Some(State::Agreed), "with thanks")
        ]
    );
    let refused = does("Cables first", keep(PICKS), anna()).unwrap_err().to_string();
    assert!(refused.contains("agreed"), "what is agreed stays as it is: {refused}");
    let log = store::read_log(case.path()).unwrap().unwrap();
    assert_eq!(log.lines.len(), 5, "four deeds, and what was written by hand");
    assert_eq!((&log.broken, &log.changed), (&vec![], &vec![]));
    does("Cables first", Deed::Delete, anna()).unwrap();
    assert!(!case.path().join(PROPOSALS_FOLDER).exists(), "the folder goes with the last one");
    let log = store::read_log(case.path()).unwrap().unwrap();
    assert_eq!((log.lines.len(), log.changed), (6, Vec::new()));
}

#[test]
fn an_agreement_is_that_of_every_other_ministry_that_pays() {
    let case = tempfile::tempdir().unwrap();
    store::create(case.path(), &store::tutorial()).unwrap();
    let of = |author: &str, ministry: &str| By { author: author.into(), ministry: ministry.into(), ..anna() };
    let picks = "candidate,start,share_a,share_b,share_c,share_d\nx,2029,50,50,0,0\ny,2029,0,20,80,0\n";
    let does = |deed: Deed, by: &By| perform(case.path(), "Plan", &deed, by);
    let agree = || Deed::Decide(State::Agreed, String::new());
    let forward = || Deed::Decide(State::Proposed, String::new());
    let (a, b, c, d) = (of("Anna", "a"), of("Bart", "b"), of("Carla", "c"), of("Dirk", "d"));
    does(keep(picks), &a).unwrap();
    let refused = |deed: Deed, by: &By| does(deed, by).unwrap_err().to_string();
    assert!(refused(agree(), &b).contains("still a draft"));
    assert_eq!(does(forward(), &a).unwrap().awaits(), ["b", "c"], "d pays nothing, and a has said yes");
    assert!(refused(agree(), &a).contains("the other side"), "nobody agrees to his own");
    assert!(refused(agree(), &of("Aad", "a")).contains("your own ministry"));
    assert!(refused(agree(), &of("Nobody", "")).contains("for which ministry"));
    let half = does(agree(), &b).unwrap();
    assert_eq!((half.state, half.awaits(), half.agreed_by()), (State::Proposed, vec!["c".to_owned()], vec![&b]));
    let half = does(agree(), &d).unwrap();
    assert_eq!(
        (half.state, half.awaits()),
        (State::Proposed, vec!["c".to_owned()]),
        "who pays nothing decides nothing"
    );
    // Who turns it down can come round; nobody else can for them.
    assert_eq!(does(Deed::Decide(State::Rejected, "no".into()), &c).unwrap().state, State::Rejected);
    assert!(refused(agree(), &b).contains("Carla has turned"));
    let agreed = does(agree(), &c).unwrap();
    assert_eq!((agreed.state, agreed.awaits()), (State::Agreed, Vec::new()));
    assert!(refused(agree(), &b).contains("agreed already"));
    // Put forward again, or with other picks, everybody is asked anew.
    does(forward(), &b).unwrap();
    assert_eq!(read_all(case.path()).0[0].awaits(), ["a", "c"]);
    does(agree(), &a).unwrap();
    let other = Deed::Keep { picks: picks.replace("50,50", "40,60"), made_for: "abc".into(), state: State::Proposed };
    let changed = does(other, &a).unwrap();
    assert_eq!((changed.awaits(), changed.agreed_by()), (vec!["b".to_owned(), "c".to_owned()], Vec::new()));
    let log = store::read_log(case.path()).unwrap().unwrap();
    let said = |at: usize| (log.lines[at].change.column.clone(), log.lines[at].author.clone());
    assert_eq!(said(2), ("agreement".to_owned(), "Bart".to_owned()), "the state waits for the others");
    // Two that agreed at once, each in a copy of its own, have agreed when their words are put together.
    for by in [&b, &c] {
        does(agree(), by).unwrap();
    }
    let path = case.path().join("proposals/plan.toml");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replacen("state = \"agreed\"", "state = \"proposed\"", 1)).unwrap();
    assert_eq!(read_all(case.path()).0[0].state, State::Agreed);
    // A single side without a ministry: anybody else's word is the other side's.
    perform(case.path(), "Alone", &keep(picks), &of("Anna", "")).unwrap();
    perform(case.path(), "Alone", &forward(), &of("Anna", "")).unwrap();
    assert_eq!(perform(case.path(), "Alone", &agree(), &of("Bart", "")).unwrap().state, State::Agreed);
}

#[test]
fn what_another_made_is_theirs_and_two_with_one_name_are_told_apart() {
    let case = tempfile::tempdir().unwrap();
    store::create(case.path(), &store::tutorial()).unwrap();
    perform(case.path(), "Plan", &keep(PICKS), &anna()).unwrap();
    let refused = perform(case.path(), "plan", &keep("candidate,start\n"), &bart()).unwrap_err().to_string();
    assert!(refused.contains("Anna de Vries"), "{refused}");
    let none = perform(case.path(), "Other", &Deed::Remark("x".into()), &bart()).unwrap_err().to_string();
    assert!(none.contains("Other"), "{none}");
    let folder = case.path().join(PROPOSALS_FOLDER);
    fs::copy(folder.join("plan.toml"), folder.join("theirs.toml")).unwrap();
    let names: Vec<String> = read_all(case.path()).0.into_iter().map(|it| it.name).collect();
    assert_eq!(names, ["Plan", "Plan (theirs)"]);
    perform(case.path(), "Plan (theirs)", &Deed::Remark("this one".into()), &bart()).unwrap();
    let text = fs::read_to_string(folder.join("theirs.toml")).unwrap();
    assert!(text.contains("name = \"Plan\"\n") && text.contains("this one"), "{text}");
}

#[test]
fn a_file_that_is_none_is_told_and_leaves_the_others() {
    let case = tempfile::tempdir().unwrap();
    store::create(case.path(), &store::tutorial()).unwrap();
    perform(case.path(), "Plan", &keep(PICKS), &anna()).unwrap();
    let folder = case.path().join(PROPOSALS_FOLDER);
    let good = fs::read_to_string(folder.join("plan.toml")).unwrap();
    for (at, bad) in [
        "nonsense",
        "name = \"x\"\n",
        &good.replace("draft", "maybe"),
        &good.replace("Anna", "\\u001b[31mAnna"),
        &good.replace("picks", "remark = 3\npicks"),
        &good.replace("\"Plan\"", "\"\""),
    ]
    .into_iter()
    .enumerate()
    {
        fs::write(folder.join(format!("bad-{at}.toml")), bad).unwrap();
    }
    let (all, wrong) = read_all(case.path());
    assert_eq!((all.len(), wrong.len()), (1, 6), "{wrong:#?}");
    assert!(wrong.iter().any(|it| it.contains("bad-2.toml") && it.contains("draft, proposed, agreed")), "{wrong:#?}");
    assert!(wrong.iter().all(|it| !it.contains('\u{1b}')), "{wrong:#?}");
    assert!(title_problem("two words, yes").is_none() && title_problem("a\nb").is_some());
}

#[test]
fn the_hash_of_a_case_is_that_of_its_texts() {
    let (mut book, other) = (store::tutorial(), store::tutorial());
    let text = book.file("budgets.csv").unwrap();
    book.put_file("budgets.csv", &text.replace('\n', "\r\n"));
    assert_eq!(case_hash(&book), case_hash(&other), "other ends of lines are no other case");
    book.put_file("budgets.csv", &text.replace("10", "11"));
    assert_ne!(case_hash(&book), case_hash(&other));
}
