//! Versions of a case, put side by side and together: by themselves, and as the drivers of Git.

use std::process::Command;

use super::support::Place;

#[test]
fn versions_are_compared_and_put_together_cell_by_cell() {
    let place = Place::new();
    for name in ["base", "mine", "theirs"] {
        place.case_from(&place.path("small"), name);
    }
    let same = place.output(&["diff", "base", "mine"], 0);
    assert!(same.contains("say the same"), "{same}");
    let budgets = place.read("base/budgets.csv");
    let mut lines: Vec<String> = budgets.lines().map(str::to_owned).collect();
    let with = |line: &str, amount: &str| format!("{},{amount}", line.rsplit_once(',').unwrap().0);
    let (first, second) = (lines[1].clone(), lines[2].clone());
    lines[1] = with(&first, "77");
    place.write("mine/budgets.csv", &(lines.join("\n") + "\n"));
    (lines[1], lines[2]) = (first.clone(), with(&second, "88"));
    place.write("theirs/budgets.csv", &(lines.join("\n") + "\n"));
    place.replace("theirs/case.toml", "title = \"", "title = \"Their ");
    let differs = place.output(&["diff", "base", "theirs"], 1);
    assert!(differs.contains("2 differences") && differs.contains("88"), "{differs}");
    assert_eq!(place.said(&["merge3", "base", "mine", "theirs"], 0), "");
    let merged = place.read("mine/budgets.csv");
    assert!(merged.contains(&with(&first, "77")) && merged.contains(&with(&second, "88")), "{merged}");
    assert!(place.read("mine/case.toml").contains("title = \"Their "));
    // What both changed stays as it is here, and is told.
    lines[1] = with(&first, "99");
    place.write("theirs/budgets.csv", &(lines.join("\n") + "\n"));
    let told = place.said(&["merge3", "base", "mine", "theirs"], 1);
    assert!(told.contains("became 77 here and 99 there"), "{told}");
    assert_eq!(place.read("mine/budgets.csv"), merged);
    place.said(&["merge3", "base", "mine", "theirs", "--theirs-hold"], 0);
    assert!(place.read("mine/budgets.csv").contains(&with(&first, "99")));
    place.said(&["merge3", "base", "mine", "nowhere"], 129);
    place.said(&["diff", "base", "nowhere/else"], 2);
}

/// People read names, labels and words of their language; programs the ids and columns of the files.
#[test]
fn what_differs_and_what_was_logged_has_no_id_and_no_other_language_for_people() {
    let place = Place::new();
    place.case_from(&place.path("small"), "after");
    let budgets = place.read("small/budgets.csv");
    let line = budgets.lines().nth(1).unwrap();
    place.write(
        "after/budgets.csv",
        &budgets.replacen(line, &format!("{}7.5", line.rsplit_once(',').unwrap().0.to_owned() + ","), 1),
    );
    let candidates = place.read("small/candidates.csv");
    let gone = candidates.lines().nth(1).unwrap();
    place.write("after/candidates.csv", &candidates.replacen(&format!("{gone}\n"), "", 1));
    place.replace("after/case.toml", "voice = 0.5", "voice = 0.4");
    let (id, ministry) = (gone.split(',').next().unwrap(), line.split(',').next().unwrap());
    for (language, words, not) in [
        ("en", ["Settings", "Budgets", "Candidates", "row is gone", "Voice of", "7.5"], "budgets.csv"),
        ("nl", ["Instellingen", "Budgetten", "Kandidaten", "rij verwijderd", "Stem van", "7,5"], "row"),
    ] {
        let table = place.output(&["diff", "small", "after", "--language", language, "--format", "md"], 1);
        for word in words {
            assert!(table.contains(word), "{word}: {table}");
        }
        for id in [id, ministry, "amount", not] {
            assert!(!table.contains(&format!("| {id}")), "{id}: {table}");
        }
        assert!(!table.contains("ministry.") && !table.contains("locked_in"), "{table}");
    }
    let json = place.json(&["diff", "small", "after"], 1);
    let rows = json["changes"].as_array().unwrap();
    assert!(rows.iter().any(|row| row["row"] == id && row["table"] == "candidates"), "{json}");
    assert!(rows.iter().any(|row| row["column"] == "amount" && row["after"] == "7.5"), "{json}");
    // One file alone has its names from the case beside it.
    let alone = place.output(&["diff", "small/budgets.csv", "after/budgets.csv"], 1);
    assert!(!alone.contains(ministry) && alone.contains("Ministry"), "{alone}");
    // A portfolio differs pick by pick.
    let head = "candidate,start,share_defence,share_economic_affairs\n";
    place.write("small/own-anna.csv", &format!("{head}{id},2028,50,50\n"));
    place.write("after/own-anna.csv", &format!("{head}{id},2029,50,50\n"));
    let picks = place.output(&["diff", "small/own-anna.csv", "after/own-anna.csv", "--format", "md"], 1);
    assert!(picks.contains("Own portfolio") && picks.contains("| start | 2028 | 2029 |"), "{picks}");
    assert!(!picks.contains(&format!("| {id}")), "{picks}");
    place.write("after/own-anna.csv", "who,what\n1,2\n");
    place.output(&["diff", "small/own-anna.csv", "after/own-anna.csv"], 1);
    std::fs::remove_file(place.path("small/own-anna.csv")).unwrap();
    // The log says the same as people say it, also of proposals.
    let best = place.output(&["optimise", "small", "--out", "best.csv"], 0);
    place.said(&["propose", "small", "Plan", "--from", "best.csv", "--author", "Anna"], 0);
    place.said(&["agree", "small", "Plan", "--author", "Bart"], 0);
    let log = place.output(&["log", "small", "--language", "nl", "--format", "md"], 0);
    assert!(log.contains("Voorstel") && log.contains("akkoord") && log.contains("voorgesteld"), "{best}{log}");
    assert!(!log.contains("agreed") && !log.contains("state") && !log.contains(".toml"), "{log}");
}

/// What cannot be read is neither taken for a file without rows nor for one that was deleted.
#[test]
fn what_cannot_be_read_is_not_compared_and_not_merged() {
    let place = Place::new();
    for name in ["base", "mine", "theirs"] {
        place.case_from(&place.path("small"), name);
    }
    let budgets = place.read("base/budgets.csv");
    place.write("mine/budgets.csv", &budgets.replace("2029,20", "2029,21"));
    let mine = place.read("mine/budgets.csv");
    let (one, two) = (budgets.replacen("2028,30", "2028,\"30", 1), budgets.replace("2028,30", "2028,\"30"));
    for (theirs, says) in [
        (one.as_str(), "never closed"),
        (two.as_str(), "looks like a row"),
        ("who;what\n1;2\n", "no column"),
        ("\0\u{1}\u{2}x", "budgets.csv"),
    ] {
        place.write("theirs/budgets.csv", theirs);
        for files in [["base", "mine", "theirs"], ["base/budgets.csv", "mine/budgets.csv", "theirs/budgets.csv"]] {
            let told = place.said(&[&["merge3"], files.as_slice()].concat(), 129);
            assert!(told.contains(says), "{told}");
        }
        if says != "looks like a row" {
            let told = place.said(&["diff", "base", "theirs"], 2);
            assert!(told.contains(says), "{told}");
        }
        assert_eq!(place.read("mine/budgets.csv"), mine);
    }
    // A name that is nowhere deletes nothing, and is not the same as another one.
    place.said(&["merge3", "base/budgets.csv", "base/budgets.csv", "theirs/nowhere.csv"], 129);
    place.said(&["merge3", "base/budgets.csv", "nowhere.csv", "base/budgets.csv"], 129);
    place.said(&["diff", "one.csv", "other.csv"], 2);
    place.said(&["diff", "base/budgets.csv", "mine"], 2);
    assert_eq!(place.read("base/budgets.csv"), budgets);
    #[cfg(unix)]
    {
        std::fs::remove_file(place.path("theirs/budgets.csv")).unwrap();
        std::os::unix::fs::symlink(place.path("base/budgets.csv"), place.path("theirs/budgets.csv")).unwrap();
        place.said(&["diff", "base", "theirs"], 2);
        std::os::unix::fs::symlink(place.path("base"), place.path("mine/proposals")).unwrap();
        let told = place.said(&["merge3", "base", "mine", "base"], 129);
        assert!(told.contains("is a link to another folder"), "{told}");
    }
}

#[test]
fn git_compares_and_merges_with_them() {
    let place = Place::new();
    let program = env!("CARGO_BIN_EXE_beslismacht");
    let git = |arguments: &[&str]| {
        let mut command = Command::new("git");
        command.current_dir(place.path("small")).env("GIT_CONFIG_NOSYSTEM", "1").env("HOME", place.path("."));
        for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] {
            command.env_remove(name);
        }
        let settings = [
            "user.name=A".to_owned(),
            "user.email=a@example.org".to_owned(),
            format!("diff.beslismacht.command={program} diff"),
            format!("merge.beslismacht.driver={program} merge3 --path %P %O %A %B"),
        ];
        command.args(settings.iter().flat_map(|it| ["-c", it])).args(arguments);
        let output = command.output().unwrap();
        (output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned())
    };
    if Command::new("git").arg("--version").output().is_err() {
        return;
    }
    place.write("small/.gitattributes", "*.csv diff=beslismacht merge=beslismacht\n*.toml merge=beslismacht\n");
    let budgets = place.read("small/budgets.csv");
    let with = |at: usize, amount: &str, text: &str| {
        let change = |(number, line): (usize, &str)| match line.rsplit_once(',') {
            Some((key, _)) if number == at => format!("{key},{amount}"),
            _ => line.to_owned(),
        };
        text.lines().enumerate().map(change).collect::<Vec<_>>().join("\n") + "\n"
    };
    let commit = |text: &str, what: &str| {
        place.write("small/budgets.csv", text);
        assert!(git(&["add", "-A"]).0 && git(&["commit", "-q", "-m", what]).0, "{what}");
    };
    assert!(git(&["init", "-q", "-b", "main"]).0);
    commit(&budgets, "base");
    assert!(git(&["checkout", "-q", "-b", "theirs"]).0);
    commit(&with(1, "71", &budgets), "theirs");
    let (fine, told) = git(&["diff", "main", "theirs"]);
    assert!(fine && told.contains("One difference") && told.contains("71"), "{told}");
    assert!(git(&["checkout", "-q", "main"]).0);
    // Lines beside each other: as lines alone they could not be put together.
    commit(&with(2, "82", &budgets), "mine");
    assert!(git(&["merge", "-q", "-m", "both", "theirs"]).0);
    assert_eq!(place.read("small/budgets.csv"), with(1, "71", &with(2, "82", &budgets)));
    assert!(git(&["checkout", "-q", "theirs"]).0);
    commit(&with(2, "93", &with(1, "71", &budgets)), "theirs again");
    assert!(git(&["checkout", "-q", "main"]).0);
    assert!(!git(&["merge", "-q", "-m", "again", "theirs"]).0, "both changed the same cell");
    assert!(git(&["status", "--porcelain"]).1.contains("UU budgets.csv"), "Git knows that it is open");
    assert!(place.read("small/budgets.csv").contains(",82"), "what is here stays, and the file can be read");
}

/// With the lines of the page in a repository above the case, two planners who said something of one proposal at once have both said it,
/// and logs that both began are whole together.
#[test]
fn git_puts_proposals_and_logs_together_with_the_lines_of_the_page() {
    let place = Place::new();
    let git = |arguments: &[&str]| {
        let name = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"];
        let mut command = Command::new("git");
        command.args([&name, arguments].concat()).current_dir(place.path("."));
        command.env("GIT_CONFIG_NOSYSTEM", "1").env("HOME", place.path("."));
        for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] {
            command.env_remove(name);
        }
        let output = command.output().unwrap();
        (output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned())
    };
    if Command::new("git").arg("--version").output().is_err() {
        return;
    }
    let page = std::fs::read_to_string(super::support::root().join("src/cli/README.md")).unwrap();
    let block = |says: &str| page.split("```").find(|block| block.contains(says)).unwrap().trim().to_owned();
    place.write(".gitattributes", &(block("**/proposals") + "\n"));
    place.write(".gitignore", "/best.csv\n.beslismacht-*\n");
    assert!(page.contains("the line `.beslismacht-*`"));
    assert!(git(&["init", "-q", "-b", "main"]).0);
    let program = env!("CARGO_BIN_EXE_beslismacht");
    for line in block("merge.beslismacht.driver").lines() {
        let (key, value) = line.trim_start_matches("git config ").split_once(' ').unwrap();
        assert!(git(&["config", key, &value.trim_matches('"').replace("beslismacht ", &format!("{program} "))]).0);
    }
    let commit = |what: &str| assert!(git(&["add", "-A"]).0 && git(&["commit", "-q", "-m", what]).0, "{what}");
    place.output(&["optimise", "small", "--out", "best.csv"], 0);
    let header = place.read("best.csv");
    let ministries: Vec<&str> =
        header.lines().next().unwrap().split(',').filter_map(|it| it.strip_prefix("share_")).collect();
    let (anna, bart) =
        (["--author", "Anna", "--ministry", ministries[0]], ["--author", "Bart", "--ministry", ministries[1]]);
    commit("base");
    assert!(git(&["checkout", "-q", "-b", "theirs"]).0);
    place.said(&[&["propose", "small", "Theirs", "--from", "best.csv"][..], &bart].concat(), 0);
    commit("theirs");
    assert!(git(&["checkout", "-q", "main"]).0);
    place.said(&[&["propose", "small", "Plan", "--from", "best.csv"][..], &anna].concat(), 0);
    commit("mine");
    let (merged, _) = git(&["merge", "-q", "-m", "both", "theirs"]);
    assert!(merged, "both began the log: {}", git(&["status"]).1);
    let log = place.output(&["log", "small"], 0);
    assert!(log.contains("Anna") && log.contains("Bart") && !log.contains("not whole"), "{log}");
    // Turned down there, and put forward again here with a remark: what was said last decides.
    assert!(git(&["checkout", "-q", "theirs"]).0 && git(&["merge", "-q", "main"]).0);
    place.said(&[&["reject", "small", "Plan", "no"][..], &bart].concat(), 0);
    commit("no");
    assert!(git(&["checkout", "-q", "main"]).0);
    std::thread::sleep(std::time::Duration::from_millis(1_100));
    place.said(&[&["propose", "small", "Plan", "--remark", "once more"][..], &anna].concat(), 0);
    commit("once more");
    assert!(git(&["merge", "-q", "-m", "said", "theirs"]).0);
    let now = place.json(&["proposals", "small"], 0);
    let plan = now["proposals"].as_array().unwrap().iter().find(|it| it["name"] == "Plan").unwrap();
    assert_eq!(plan["state"], "proposed", "{now}");
    let said = place.output(&["proposals", "small"], 0);
    assert!(said.contains("once more") && said.contains("no"), "{said}");
}
