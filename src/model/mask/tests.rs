use super::Mask;
use crate::check::check;
use crate::model::compile::compile;
use crate::model::{Finding, Workbook};

const SETTINGS: &str = "format = 1\nfirst_year = 2027\nlast_year = 2028\n[[ministry]]\nid = \"m\"\n[[rung]]\nid = \"seat\"\n\
                        at_least = 10\npower = 0.3\n";

fn book() -> Workbook {
    Workbook::from_files(&[
        ("case.toml", SETTINGS),
        ("domains.csv", "domain,weight_m,note\nd,1,beside falcon\n"),
        (
            "services.csv",
            "service,domain,name,control,holder,power,classification\nopen,d,Open,10,Acme,,\n\
             falcon-net,d,Falconnet,20,Falconco,,secret\n",
        ),
        (
            "candidates.csv",
            "candidate,name,domain,instrument,pillar,cost_1,points,start_from,classification,note,own\n\
             otter,Otter,d,grant,one,5,1,2027,,\"with falcon, and\nOperation Falcon\",mine\n\
             falcon,Operation Falcon,d,grant,falconry,7,2,2027,confidential,\"falcon\nnote\",falcons\n\
             raised,Raised,d,grant,one,7,2,2027,,,\n",
        ),
        ("effects.csv", "candidate,service,control_gain,note\nfalcon,open,12,falcon note\notter,falcon-net,5,\n"),
        ("budgets.csv", "ministry,year,amount\nm,2027,50\n"),
        ("relations.csv", "kind,members,note\nrequires,otter falcon,\nexcludes,otter raised,fine\n"),
        ("limits.csv", "scope,value,max\ninstrument,grant,40\n"),
        (
            "holders.csv",
            "service,holder,jurisdiction,stake,bloc\nfalcon-net,falcon-co,Falconia,40,home\nfalcon-net,x,,60,\n",
        ),
        (
            "scenarios.csv",
            "scenario,table,id,column,change,note\nlate,candidates,falcon,name,=Falcon two,falcon\n\
             late,candidates,falcon,cost_1,*2,\nlate,effects,falcon:open,control_gain,=3,\n\
             late,relations,2,members,=otter falcon,\nhigh,candidates,raised,classification,=secret,\n",
        ),
    ])
}

fn text(book: &Workbook) -> String {
    crate::model::schema::TABLES.iter().filter_map(|table| book.file(table.file)).collect()
}

#[test]
fn nothing_above_the_level_is_left_in_any_table_and_every_figure_is() {
    let book = book();
    let (mask, masked) = Mask::of(&book, "internal", &Mask::default()).unwrap();
    let told = text(&masked).to_lowercase();
    assert!(!told.contains("falcon"), "{told}");
    assert!(told.contains("with withheld-1, and"), "also in a text of another row: {told}");
    let (before, after) = (compile(&book), compile(&masked));
    assert!(!Finding::any_error(&check(&masked, &after)), "{:?}", check(&masked, &after));
    let [one, other] = [&before.case, &after.case].map(crate::measure::Measures::new);
    for at in before.case.candidate_ixs() {
        assert_eq!(one.bill(at), other.bill(at));
        assert_eq!(before.case[at].effects, after.case[at].effects);
        assert_eq!(before.case[at].order_id(), before.case[at].id);
        assert_eq!(after.case[at].order_id(), before.case[at].id, "the order of the rows is that of the case itself");
    }
    assert_eq!(after.case.relations.len(), 2);
    assert_eq!(after.case.scenarios.len(), before.case.scenarios.len());
    // A scenario raises one, so it is withheld as well.
    let names: Vec<&str> = after.case.candidates.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["Otter", "Withheld 1", "Withheld 2"]);
    assert!(mask.sentence().unwrap().contains("2 investments and one service"), "{:?}", mask.sentence());
    assert!(mask.hides("falcon") && !mask.hides("otter"));
    assert!(mask.changes("candidates.csv") && !mask.changes("budgets.csv") && mask.changes("list.csv"));
    // What was compiled from the text itself is masked in the same way.
    let mut same = mask.case(&before.case);
    same.scenarios.clone_from(&after.case.scenarios);
    for (one, other) in same.candidates.iter_mut().zip(&after.case.candidates) {
        one.note.clone_from(&other.note);
        one.classification = other.classification;
    }
    assert_eq!(same.candidates, after.case.candidates);
    assert_eq!(same.services, after.case.services);
    assert_eq!(same.holders, after.case.holders);
}

#[test]
fn the_story_of_what_is_open_tells_nothing_of_what_is_withheld() {
    use crate::model::{CandidateIx, Pick, Portfolio};
    let mut book = book();
    let services = book.file("services.csv").unwrap().replace("open,d,Open,10", "open,d,Open,5");
    book.put_file("services.csv", &services);
    book.put_file("effects.csv", "candidate,service,control_gain\nfalcon,open,3\notter,open,3\notter,falcon-net,5\n");
    let case = compile(&Mask::of(&book, "internal", &Mask::default()).unwrap().1).case;
    let measures = crate::measure::Measures::new(&case);
    let pick = |at| Pick { candidate: CandidateIx(at), start: 2027, shares: vec![100] };
    let result = measures.evaluate(&case, &Portfolio::new(vec![pick(0), pick(1)]));
    let story = measures.story(&case, &result).swap_remove(0);
    assert!(story.contains("together with something withheld"), "{story}");
    assert!(story.contains("has an effect that is withheld") && !story.contains("Withheld"), "{story}");
    assert_eq!(case.relations[0].describe(&case), "a rule about something withheld");
}

#[test]
fn a_rule_about_something_withheld_says_nothing_of_it() {
    use crate::model::{CandidateIx, Pick, Portfolio};
    use crate::rules::{Change, Rule};
    let mut book = book();
    let services = book.file("services.csv").unwrap().replace("classification\n", "classification,floor\n");
    book.put_file("services.csv", &services.replace("secret\n", "secret,seat\n"));
    let rows = book.file("candidates.csv").unwrap().replace(",own\n", ",own,status,reason\n");
    book.put_file("candidates.csv", &rows.replace(",falcons\n", ",falcons,locked_out,falcon treaty\n"));
    let case = compile(&Mask::of(&book, "internal", &Mask::default()).unwrap().1).case;
    let (falcon, net) = (CandidateIx(1), crate::model::ServiceIx(1));
    for rule in [Rule::Start(falcon), Rule::Shares(falcon), Rule::LockedOut(falcon), Rule::Floor(net)] {
        assert_eq!(rule.describe(&case), "a rule about something withheld", "{rule:?}");
    }
    assert!(Rule::Start(CandidateIx(0)).describe(&case).starts_with("Otter"));
    let lower = Change::Floor(net, crate::model::RungIx(0)).describe(&case);
    assert_eq!(lower, "loosen or give up a rule about something withheld");
    // A report tells those that are broken, and neither by how much nor the others.
    let portfolio = Portfolio::new(vec![Pick { candidate: falcon, start: 2027, shares: vec![100] }]);
    let evaluation = crate::measure::evaluate(&case, &portfolio);
    let header = crate::report::header(&case, String::new(), Vec::new(), Vec::new());
    let report = crate::report::report_of_evaluation(&case, &portfolio, &evaluation, None, header, String::new());
    let told: Vec<_> = report.rules.iter().filter(|line| line.rule.contains("withheld")).collect();
    assert!(!told.is_empty() && told.iter().all(|line| !line.holds && line.by.0.is_zero() && line.unit.is_empty()));
}

#[test]
fn who_may_see_everything_sees_the_case_as_it_is() {
    let book = book();
    let (mask, masked) = Mask::of(&book, "secret", &Mask::default()).unwrap();
    assert!(mask.is_empty() && masked == book && mask.sentence().is_none());
    assert_eq!(Mask::of(&book, "confidential", &Mask::default()).unwrap().0.counts, [1, 1]);
}

#[test]
fn what_cannot_be_told_apart_for_certain_is_refused() {
    let wrong = [
        ("candidates.csv", "candidate,domain,start_from,clasification\nfalcon,d,2027,secret\n"),
        ("candidates.csv", "candidate,domain,start_from,classification,classification\nfalcon,d,2027,,secret\n"),
        ("services.csv", "service,domain,Rubricering\nfalcon,d,secret\n"),
        ("candidates.csv", "candidate,domain,start_from,note\notter,d,2027,\"open\nfalcon,d,2027,secret\n"),
        ("case.toml", "format = \n"),
        ("case.toml", "format = 1\n[classification]\nlevels = 3\n"),
    ];
    for (file, text) in wrong {
        let mut book = book();
        book.put_file(file, text);
        assert!(Mask::of(&book, "internal", &Mask::default()).is_err(), "{text}");
    }
    let unknown = Mask::of(&book(), "intrenal", &Mask::default()).unwrap_err();
    assert!(unknown.contains("Did you mean internal?"), "{unknown}");
}

#[test]
fn cells_that_cannot_be_read_stay_wrong_and_tell_nothing() {
    let mut book = book();
    let rows = "candidate,name,domain,cost_1,points,start_from,status,classification\nfalcon 7,Falcon,falconland,Falcon 9,x falcon,falcon,falconed,falconic\n";
    book.put_file("candidates.csv", rows);
    for file in ["services.csv", "effects.csv", "relations.csv", "holders.csv", "scenarios.csv"] {
        let header = book.file(file).unwrap().lines().next().unwrap().to_owned();
        book.put_file(file, &header);
    }
    let (_, masked) = Mask::of(&book, "public", &Mask::default()).unwrap();
    let findings = check(&masked, &compile(&masked));
    let said = format!("{findings:?}").to_lowercase();
    assert!(Finding::any_error(&findings) && !said.contains("falcon"), "{said}");
    assert_eq!(masked.sheet(crate::model::schema::TableId::Candidates).cell(0, "cost_1"), "?");
}

#[test]
fn two_cases_side_by_side_call_the_same_thing_the_same() {
    let mut other = book();
    other.put_file(
        "candidates.csv",
        "candidate,domain,points,start_from,classification\nwithheld-3,d,1,2027,\nfalcon-new,d,1,2027,secret\nfalcon,d,2,2027,secret\n",
    );
    let first = Mask::of(&book(), "public", &Mask::default()).unwrap().0;
    let (_, masked) = Mask::of(&other, "public", &first).unwrap();
    let ids: Vec<String> = compile(&masked).case.candidates.into_iter().map(|it| it.id).collect();
    assert_eq!(ids, ["withheld-3", "withheld-4", "withheld-1"]);
}
