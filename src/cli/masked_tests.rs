//! What is above the level of the readers is nowhere in what is written: every command, every format.

use std::fs;
use std::io::Read as _;
use std::path::Path;

use super::*;
use crate::analyse::AnalysisKind;
use crate::analyse::spec::ParamKind;
use crate::report::formats::{FORMATS, Format};

/// A small case in which every text of what is classified says `falcon`.
const FILES: &[(&str, &str)] = &[
    (
        "case.toml",
        "format = 1\ntitle = \"Plans beside falcon-id\"\nfirst_year = 2027\nlast_year = 2028\n[[ministry]]\nid = \"m\"\n\
         [[ministry]]\nid = \"n\"\n[[rung]]\nid = \"seat\"\nat_least = 10\npower = 0.3\n[[rung]]\nid = \"most\"\n\
         at_least = 50\npower = 0.8\n",
    ),
    ("domains.csv", "domain,weight_m,weight_n\nd,2,1\ne,1,1\n"),
    (
        "services.csv",
        "service,domain,name,control,holder,jurisdiction,power,classification,note,source\nopen,d,Open,5,Acme,NL,,,,\n\
         falcon-net,e,Falconnet,20,Falconco,Falconia,,secret,Falcon remark,Falcon source\n",
    ),
    (
        "candidates.csv",
        "candidate,name,domain,instrument,pillar,cost_1,share_m,share_n,start_from,success,points,status,reason,classification,note,source,other\n\
         otter,Otter,d,grant,one,5,50,50,2027,0.9,1,,,,,,\n\
         badger,Badger beside Operation Falcon,e,grant,two,6,50,50,2027,1,0,,,internal,,,\n\
         falcon-id,Operation Falcon,d,falcon-kind,falcon-pillar,7,40-60,40-60,2027,0.5,2,,Falcon reason,secret,Falcon note,Falcon source,Falcon own\n\
         falcon-locked,Locked Falcon,d,grant,one,1,50,50,2027,1,0,locked_in,Falcon must,secret,,,\n",
    ),
    (
        "effects.csv",
        "candidate,service,control_gain,note,source\notter,open,10,,\nbadger,falcon-net,35,,\nfalcon-id,open,40,Falcon effect,Falcon said\n",
    ),
    ("budgets.csv", "ministry,year,amount\nm,2027,8\nn,2027,8\n"),
    (
        "relations.csv",
        "kind,members,count,service,control_gain,note\nat_most,otter badger falcon-id,2,,,\nsynergy,otter falcon-locked,,open,3,falcon joint\n",
    ),
    ("limits.csv", "scope,value,max\ninstrument,grant,40\n"),
    (
        "holders.csv",
        "service,holder,jurisdiction,stake,bloc,note\nfalcon-net,falcon-home,Falconia,30,home,Falcon share\nfalcon-net,falcon-else,,50,,\n",
    ),
    (
        "scenarios.csv",
        "scenario,table,id,column,change,note\nlate,candidates,falcon-id,cost_1,*1.5,Falcon late\n\
         late,candidates,falcon-id,name,=Later Falcon,\nshort,budgets,*,amount,*0.5,\n",
    ),
];

struct Place(tempfile::TempDir);

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let files: Vec<_> = FILES.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        crate::store::create_files(&folder.path().join("case"), &files).unwrap();
        let own = "candidate,start,share_m,share_n\nfalcon-id,2027,50,50\nfalcon-locked,2027,50,50\n";
        crate::store::write_file(&folder.path().join("with-falcon-id.csv"), own.as_bytes()).unwrap();
        Self(folder)
    }

    fn path(&self, name: &str) -> String {
        self.0.path().join(name).display().to_string()
    }

    /// What a command writes in a format; none where it writes nothing.
    fn written(&self, arguments: &[&str], format: &Format) -> Option<Vec<u8>> {
        let out = self.path("out");
        let _ = fs::remove_file(&out);
        let all = arguments.iter().map(|argument| match *argument {
            "CASE" => self.path("case"),
            "OWN" => self.path("with-falcon-id.csv"),
            other => other.to_owned(),
        });
        let all = std::iter::once("beslismacht".to_owned()).chain(all);
        let more = ["--out", &out, "--format", format.id].map(str::to_owned);
        let all: Vec<OsString> = all.chain(more).map(OsString::from).collect();
        let _ = run(all);
        fs::read(Path::new(&out)).ok()
    }
}

/// Whether bytes tell what is classified; in a workbook those of every part, and the names of the parts.
fn tells(bytes: &[u8]) -> bool {
    let Ok(mut parts) = zip::ZipArchive::new(std::io::Cursor::new(bytes)) else {
        return String::from_utf8_lossy(bytes).to_lowercase().contains("falcon");
    };
    (0..parts.len()).any(|at| {
        let mut part = parts.by_index(at).unwrap();
        let mut text = part.name().unwrap().into_owned().into_bytes();
        part.read_to_end(&mut text).unwrap();
        String::from_utf8_lossy(&text).to_lowercase().contains("falcon")
    })
}

/// Every command that writes a report, each with what it needs.
fn all_commands() -> Vec<Vec<&'static str>> {
    let mut all: Vec<Vec<&str>> = vec![
        vec!["check", "CASE"],
        vec!["optimise", "CASE"],
        vec!["optimise", "CASE", "--brief"],
        vec!["optimise", "CASE", "--budget", "1"],
        vec!["optimise", "CASE", "--scenario", "late", "--set", "candidates.cost_1[falcon-id]=6"],
        vec!["evaluate", "CASE", "OWN"],
        vec!["evaluate", "CASE", "OWN", "--brief"],
        vec!["compare", "CASE", "OWN", "late", "CASE"],
    ];
    for kind in AnalysisKind::ALL {
        let spec = kind.spec();
        let mut arguments = vec![spec.command.name, "CASE"];
        arguments.extend(spec.command.by.into_iter().flat_map(|by| ["--by", by]));
        for param in spec.params {
            match param.kind {
                ParamKind::Portfolio => arguments.push("OWN"),
                ParamKind::Candidate => arguments.push("otter"),
                ParamKind::Own => arguments.extend(["--own", "OWN"]),
                _ => {}
            }
        }
        if spec.params.iter().any(|param| param.kind == ParamKind::Candidate) {
            all.push(arguments.iter().map(|it| if *it == "otter" { "withheld-1" } else { *it }).collect());
        }
        all.push(arguments);
    }
    all
}

#[test]
fn nothing_above_the_level_is_in_the_bytes_of_any_command_in_any_format() {
    let place = Place::new();
    let mut told = 0;
    for command in all_commands() {
        for format in FORMATS {
            let masked = [command.as_slice(), &["--for", "internal"]].concat();
            let Some(bytes) = place.written(&masked, format) else { continue };
            assert!(!tells(&bytes), "{masked:?} {}: {}", format.id, String::from_utf8_lossy(&bytes));
            told += 1;
        }
        // The words are there for who may see everything, so that the search finds what it looks for.
        let whole = place.written(&[command.as_slice(), &["--for", "secret"]].concat(), FORMATS[2]);
        assert!(
            command[0] == "check" || command.contains(&"withheld-1") || whole.is_some_and(|it| tells(&it)),
            "{command:?}"
        );
    }
    assert!(told >= 80, "{told}");
}

/// Parts are made of the case itself; what they found together is masked when it is written for somebody.
#[test]
fn nothing_above_the_level_is_in_the_bytes_of_parts_that_were_put_together() {
    let (place, mut told) = (Place::new(), 0);
    let ends = |arguments: &[&str]| {
        run(std::iter::once("beslismacht").chain(arguments.iter().copied()).map(OsString::from).collect::<Vec<_>>())
    };
    for command in all_commands() {
        let parts = ["1/2", "2/2"].map(|shard| {
            let part = place.path(&format!("{}.part", shard.replace('/', " of ")));
            let _ = fs::remove_file(&part);
            let json = FORMATS[2].id;
            let all = command.iter().map(|it| match *it {
                "CASE" => place.path("case"),
                "OWN" => place.path("with-falcon-id.csv"),
                other => other.to_owned(),
            });
            let more = ["--shard", shard, "--format", json, "--out", &part].map(str::to_owned);
            let all: Vec<String> = all.chain(more).collect();
            let _ = ends(&all.iter().map(String::as_str).collect::<Vec<_>>());
            part
        });
        if !parts.iter().all(|part| Path::new(part).exists()) {
            continue;
        }
        for format in FORMATS {
            let merge = |level| ["merge", &parts[0], &parts[1], "--for", level];
            let Some(bytes) = place.written(&merge("internal"), format) else { continue };
            assert!(!tells(&bytes), "{command:?} {}: {}", format.id, String::from_utf8_lossy(&bytes));
            let text = String::from_utf8_lossy(&bytes);
            assert!(format.is_binary() || format.one_table || text.contains("withheld"), "{command:?}: {text}");
            assert!(place.written(&merge("secret"), format).is_some_and(|it| format.one_table || tells(&it)));
            told += 1;
        }
        assert_eq!(ends(&["merge", &parts[0], &parts[1], "--for", "sceret"]), Code::Usage.into());
    }
    assert!(told >= 20, "{told}");
}

/// A log, versions and proposals hold more than the case: what was called otherwise once, and what is gone.
#[test]
fn nothing_above_the_level_is_in_the_bytes_of_logs_differences_and_proposals() {
    use crate::model::schema::TableId;
    use crate::session::on_disk::{CaseOnDisk, Overwrite, SaveRequest};
    use crate::store::proposal::{By, Deed, State, perform_logged};

    let place = Place::new();
    let (folder, before) = (place.0.path().join("case"), place.0.path().join("before"));
    fs::create_dir(&before).unwrap();
    for (name, _) in FILES {
        fs::copy(folder.join(name), before.join(name)).unwrap();
    }
    let (mut opened, loaded) = CaseOnDisk::read(&folder, "a test", None, None).unwrap();
    opened.sign("Anna beside Falcon-id");
    let mut book = loaded.book;
    let mut save = |book: &crate::model::Workbook, generation, own: &str| {
        let (path, own, why) = (folder.clone(), own.to_owned(), "otters, and Operation Falcon".to_owned());
        let request = SaveRequest { path, generation, book: book.clone(), own, why, over: Overwrite::Ask };
        let outcome = opened.save(&request);
        assert!(matches!(outcome, crate::session::on_disk::SaveOutcome::Saved(..)), "{outcome:?}");
    };
    let set = |book: &mut crate::model::Workbook, table: TableId, id: &str, column: &str, text: &str| {
        let sheet = book.sheet_mut(table);
        let (row, at) = (sheet.row_of(id).unwrap(), sheet.column(column).unwrap());
        sheet.set(row, at, text);
    };
    // What is open is told; what was secret under another id, of another level or in a row that is gone is not.
    set(&mut book, TableId::Candidates, "otter", "cost_1", "4.5");
    set(&mut book, TableId::Candidates, "badger", "note", "before Operation Falcon");
    set(&mut book, TableId::Candidates, "falcon-id", "name", "Falcon as it was");
    set(&mut book, TableId::Candidates, "falcon-id", "cost_1", "7.5");
    save(&book, 1, "candidate,start,share_m,share_n\nfalcon-id,2027,50,50\notter,2027,50,50\n");
    set(&mut book, TableId::Candidates, "falcon-locked", "candidate", "falcon-renamed");
    let relations = book.sheet_mut(TableId::Relations);
    let members = relations.column("members").unwrap();
    relations.set(1, members, "otter falcon-renamed");
    save(&book, 2, "");
    book.sheet_mut(TableId::Relations).remove_rows(|row| row == 1);
    let gone = book.sheet(TableId::Candidates).row_of("falcon-renamed").unwrap();
    book.sheet_mut(TableId::Candidates).remove_rows(|row| row == gone);
    set(&mut book, TableId::Services, "falcon-net", "note", "Falcon said again");
    save(&book, 3, "");
    let by = By { author: "Bert of Falcon-id".to_owned(), ministry: String::new(), date: String::new() };
    let picks = "candidate,start,share_m,share_n\nfalcon-id,2027,50,50\nbadger,2027,50,50\n".to_owned();
    let keep = Deed::Keep { picks, made_for: String::new(), state: State::Proposed };
    perform_logged(&folder, "Plan of falcon-id", &keep, &by).unwrap();
    perform_logged(&folder, "Plan of falcon-id", &Deed::Remark("Operation Falcon is late".to_owned()), &by).unwrap();

    let (before, mut told) = (before.display().to_string(), 0);
    for command in
        [vec!["log", "CASE"], vec!["diff", &before, "CASE"], vec!["diff", "CASE", &before], vec!["proposals", "CASE"]]
    {
        for format in FORMATS {
            let masked = [command.as_slice(), &["--for", "internal"]].concat();
            let Some(bytes) = place.written(&masked, format) else { continue };
            assert!(!tells(&bytes), "{masked:?} {}: {}", format.id, String::from_utf8_lossy(&bytes));
            let text = String::from_utf8_lossy(&bytes).to_lowercase();
            assert!(format.is_binary() || text.contains("withheld"), "{masked:?} {}: {text}", format.id);
            assert!(format.is_binary() || command[0] == "proposals" || text.contains("4.5"), "what is open: {text}");
            told += 1;
        }
        let whole = place.written(&[command.as_slice(), &["--for", "secret"]].concat(), FORMATS[2]);
        assert!(whole.is_some_and(|it| tells(&it)), "{command:?}");
    }
    assert!(told >= 16, "{told}");
    // One file does not say what another one classifies.
    let files = ["effects.csv", "effects.csv"].map(|name| folder.join(name).display().to_string());
    let alone = ["diff", &files[0], &files[1], "--for", "internal"];
    assert!(place.written(&alone, FORMATS[2]).is_none());
}

#[test]
fn the_figures_are_those_of_the_case_itself_and_what_is_withheld_is_said() {
    let place = Place::new();
    let json = |level: &str| -> serde_json::Value {
        let bytes = place.written(&["optimise", "CASE", "--for", level], FORMATS[2]).unwrap();
        serde_json::from_slice(&bytes).unwrap()
    };
    let (whole, masked) = (json("secret"), json("public"));
    for figure in ["objective", "bound", "cost", "gain", "index_after", "spending", "years", "ministries", "domains"] {
        assert_eq!(whole[figure], masked[figure], "{figure}");
    }
    let picks = |report: &serde_json::Value| {
        let picks = report["portfolio"].as_array().unwrap().iter();
        picks.map(|pick| (pick["start"].clone(), pick["shares"].clone(), pick["cost"].clone())).collect::<Vec<_>>()
    };
    assert_eq!(picks(&whole), picks(&masked), "the same investments, whatever they are called");
    assert!(whole["case"].get("withheld").is_none());
    let why = place.written(&["explain", "CASE", "withheld-1", "--for", "public"], FORMATS[2]).unwrap();
    let why: serde_json::Value = serde_json::from_slice(&why).unwrap();
    assert_eq!(why["effects"][0]["service"], "withheld", "not nothing: {why:#}");
    let said = masked["case"]["withheld"].as_str().unwrap();
    assert!(said.contains("3 investments and one service"), "{said}");
    for input in masked["case"]["inputs"].as_array().unwrap() {
        let is_hash = input["sha256"].as_str().unwrap().len() == 64;
        assert_eq!(
            is_hash,
            ["case.toml", "domains.csv", "budgets.csv", "limits.csv"].contains(&input["file"].as_str().unwrap())
        );
    }
    for format in FORMATS.iter().filter(|format| !format.one_table && !format.is_binary()) {
        let bytes = place.written(&["optimise", "CASE", "--for", "public"], format).unwrap();
        let text = String::from_utf8(bytes).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains("3 investments and one service"), "{}: {text}", format.id);
    }
}

#[test]
fn what_states_every_figure_is_refused_where_something_is_withheld() {
    let place = Place::new();
    let (case, to) = (place.path("case"), place.path("to"));
    let ends = |arguments: &[&str]| {
        let all = std::iter::once("beslismacht").chain(arguments.iter().copied()).map(OsString::from);
        run(all.collect::<Vec<_>>())
    };
    for arguments in [
        vec!["export", &case, "--lp", &to],
        vec!["export", &case, "--mps", &to],
        vec!["optimise", &case, "--proof", &to],
        vec!["frontier", &case, "--shard", "1/2", "--out", &to],
    ] {
        assert_eq!(ends(&[arguments.as_slice(), &["--for", "internal"]].concat()), Code::Usage.into(), "{arguments:?}");
        assert!(!Path::new(&to).exists(), "{arguments:?}");
    }
    assert_eq!(ends(&["export", &case, "--lp", &to, "--for", "secret"]), ExitCode::SUCCESS);
    assert!(tells(&fs::read(&to).unwrap()));
    assert_eq!(ends(&["check", &case, "--for", "sceret"]), Code::Usage.into());
}

/// The screens analyse the case itself; what was found is masked when it is written for somebody.
#[test]
fn what_was_found_before_it_was_known_for_whom_is_masked_as_well() {
    use crate::analyse::spec::Asker;
    use crate::analyse::values::{Asked, Values};
    use crate::analyse::{QueryRunner, Run, Solving};
    use crate::model::Mask;
    use crate::report::formats::Options;
    use std::ops::ControlFlow;

    let place = Place::new();
    let workbook = crate::store::open(&place.0.path().join("case")).unwrap().workbook;
    let case = crate::model::compile::compile(&workbook).case;
    let mask = Mask::of(&workbook, "internal", &Mask::default()).unwrap().0;
    let options = crate::optimise::Options::default();
    let go_on = &mut |_: &_| ControlFlow::Continue(());
    let best = crate::optimise::optimise(&case, &options, None, go_on).unwrap().portfolio.unwrap();
    for &kind in AnalysisKind::ALL {
        let spec = kind.spec();
        let portfolios: Vec<_> = spec
            .params
            .iter()
            .filter(|param| matches!(param.kind, ParamKind::Portfolio | ParamKind::Own))
            .map(|param| (param.name, best.clone()))
            .collect();
        let set = |name: &'static str| {
            let candidate = spec.param(name).is_some_and(|param| param.kind == ParamKind::Candidate);
            candidate.then(|| "falcon-id".to_owned())
        };
        let values = Values::of(spec, (&case, Asker::CommandLine), set);
        let asked = Asked { spec, case: &case, values: &values, portfolios: &portfolios, answer: None };
        let mut params = kind.read(&asked).unwrap();
        params.prepare(&case, &workbook).unwrap();
        let solving = Solving { options: options.clone() };
        let mut on = |_: &_| ControlFlow::Continue(());
        let runner = QueryRunner::new(&solving, 1, &mut on);
        let found = params.work(&Run { case: &case, runner: &runner, options: &options, pieces: None }, None).unwrap();
        let header = crate::report::header(&case, "with-falcon-id".to_owned(), Vec::new(), Vec::new());
        let report = crate::report::analyses::analysis_report(&mask.case(&case), &found, header).masked(&mask);
        for format in FORMATS {
            let Ok(bytes) = format.write(&report, &Options::PLAIN) else { continue };
            assert!(!tells(&bytes), "{} {}: {}", spec.command.name, format.id, String::from_utf8_lossy(&bytes));
        }
    }
}
