//! What no reader of a table passes over: columns that are nearly called like one that counts, and quotes that take in rows.

use super::support::Place;

/// A line that says where, in the place of a heading or a cell, with what it most likely means.
fn refused(place: &Place, arguments: &[&str], said: &[&str]) {
    let messages = place.said(arguments, 1);
    for said in said {
        assert!(messages.contains(said), "{arguments:?} should say {said:?}:\n{messages}");
    }
    // What `import` understood of a list is its result, also where no case can be made of it.
    assert!(arguments[0] == "import" || place.run(arguments).stdout.is_empty(), "{arguments:?}");
}

#[test]
fn a_case_whose_costs_are_called_otherwise_is_never_free() {
    for (written, means) in [
        ("cost", "\"cost\" is another spelling of cost_1"),
        ("Cost_1", "\"Cost_1\" is another spelling of cost_1"),
        ("cost 1", "\"cost 1\" is another spelling of cost_1"),
        ("cost_1\u{200b}", "\"cost_1\\u{200b}\" is another spelling of cost_1"),
        ("kosten_1", "\"kosten_1\" most likely means cost_1"),
        ("Uitgaven", "\"Uitgaven\" most likely means cost_1"),
        ("csot_1", "The column \"csot_1\" looks like cost_1"),
    ] {
        let place = Place::new();
        place.replace("small/candidates.csv", "cost_1,", &format!("{written},"));
        refused(&place, &["optimise", "small"], &["candidates.csv:1: The column ", means, "Rename it to cost_1"]);
        let found = place.json(&["check", "small"], 1);
        let found = found["findings"].as_array().unwrap();
        let [one] = found.iter().filter(|it| it["level"] == "error").collect::<Vec<_>>()[..] else {
            panic!("{found:#?}")
        };
        assert_eq!((one["line"].as_u64(), one["character"].as_u64()), (Some(1), Some(41)), "{written}");
    }
    let place = Place::new();
    place.replace("small/candidates.csv", "cost_1,cost_2,", "first,second,");
    refused(&place, &["optimise", "small"], &["candidates.csv:1: ", "no cost column", "Name the cost column cost_1"]);
}

#[test]
fn what_a_column_says_is_not_reset_by_a_capital() {
    for (file, from, to) in [
        ("candidates", ",share_defence,", ",Share_defence,"),
        ("candidates", ",share_defence,", ",aandeel defence,"),
        ("candidates", ",share_defence,", ",share_defense,"),
        ("candidates", ",status,", ",Status,"),
        ("services", ",control,", ",Control,"),
        ("services", ",control,", ",control\u{ad},"),
        ("budgets", ",amount", ",bedrag"),
        ("effects", ",control_gain,", ",control-gain,"),
    ] {
        let place = Place::new();
        place.replace(&format!("small/{file}.csv"), from, to);
        refused(&place, &["optimise", "small"], &[&format!("{file}.csv:1: The column ")]);
    }
}

#[test]
fn two_columns_for_one_thing_are_one_too_many() {
    for (file, from, to) in [
        ("candidates", ",cost_2,", ",cost,"),
        ("candidates", ",reason", ",gain"),
        ("candidates", ",reason", ",STATUS"),
        ("candidates", ",reason", ",cost_1"),
        ("candidates", ",reason", ",share defence"),
    ] {
        let place = Place::new();
        place.replace(&format!("small/{file}.csv"), from, to);
        refused(&place, &["optimise", "small"], &["candidates.csv:1: The column"]);
    }
}

#[test]
fn a_column_of_somebody_s_own_stays_a_note() {
    let place = Place::new();
    for own in ["remark", "owner", "region", "priority", "opmerking"] {
        place.replace("small/candidates.csv", ",reason", &format!(",reason,{own}"));
    }
    let found = place.json(&["check", "small"], 0);
    let known: Vec<_> = found["findings"].as_array().unwrap().iter().filter(|it| it["code"] != "short-row").collect();
    let [one] = known[..] else { panic!("{found:#}") };
    assert_eq!((&one["code"], &one["level"]), (&"unknown-column".into(), &"note".into()));
    assert!(one["message"].as_str().unwrap().contains("opmerking, priority, region, owner and remark"), "{found:#}");
}

#[test]
fn one_table_with_two_columns_for_one_thing_or_a_column_that_is_nearly_ours_is_refused() {
    let place = Place::new();
    for (text, said) in [
        ("candidate,cost,cost_1,gain\na,5,9,3\n", "q.csv:1: The columns \"cost_1\" and \"cost\" mean the same thing"),
        ("candidate,cost,gain,points\na,5,3,500\n", "q.csv:1: The columns \"points\" and \"gain\" mean the same thing"),
        ("candidate,cost,cost,gain\na,5,9,3\n", "q.csv:1: The column cost appears more than once in the header"),
        (
            "candidate,cost,gain,Status\na,5,3,locked_out\n",
            "q.csv:1: The column \"Status\" is another spelling of status",
        ),
        ("candidate,Cost,gain\na,5,3\n", "q.csv:1: The table has no column cost. Rename the column Cost to cost."),
        (
            "candidate,cost\u{200b},gain\na,5,3\n",
            "q.csv:1: The table has no column cost. Rename the column cost\\u{200b} to",
        ),
        (
            "candidate,uitgaven,gain\na,5,3\n",
            "q.csv:1: The table has no column cost. Rename the column uitgaven to cost.",
        ),
        ("Candidate,cost,gain\na,5,3\n", "q.csv:1: The table has no column candidate. Rename the column Candidate to"),
    ] {
        place.write("q.csv", text);
        refused(&place, &["optimise", "q.csv", "--budget", "10"], &[said]);
        let found = place.json(&["check", "q.csv", "--budget", "10"], 1);
        assert_eq!(found["errors"], 1, "{text:?}: {found:#}");
    }
    place.write("q.csv", "candidate,cost,gain,remark,owner\na,5,3,x,y\n");
    place.output(&["optimise", "q.csv", "--budget", "10"], 0);
}

#[test]
fn a_portfolio_with_a_column_that_is_nearly_ours_is_refused() {
    let place = Place::new();
    for (head, said) in [
        (
            "candidate,Start,share_defence,share_economy",
            "mine.csv:1:11: The column \"Start\" is another spelling of start",
        ),
        (
            "candidate,startjaar,share_defence,share_economy",
            "mine.csv:1:11: The column \"startjaar\" most likely means start",
        ),
        (
            "Candidate,start,share_defence,share_economy",
            "mine.csv:1:1: The column \"Candidate\" is another spelling of",
        ),
        (
            "candidate,start,Share_defence,share_economy",
            "mine.csv:1:17: The column \"Share_defence\" is another spelling of",
        ),
        (
            "candidate,start,share_defence,share_defence",
            "mine.csv:1:31: The column share_defence appears more than once in the header",
        ),
        (
            "candidate,start,share_defence,share-defence",
            "mine.csv:1:31: The columns share_defence and \"share-defence\"",
        ),
        ("candidate,start,share_defnce,share_economy", "mine.csv:1:17: The column \"share_defnce\" looks like"),
    ] {
        place.write("mine.csv", &format!("{head}\naudit,2027,40,60\n"));
        refused(&place, &["evaluate", "small", "mine.csv", "--alone"], &[said]);
    }
    place.write("mine.csv", "candidate,start,share_defence,share_economy,remark\naudit,2027,40,60,x\n");
    place.output(&["evaluate", "small", "mine.csv", "--alone"], 0);
}

#[test]
fn a_list_without_costs_or_with_two_of_them_makes_no_case() {
    let place = Place::new();
    for (text, said) in [
        ("Naam,Baten\nKabel,5\n", "list.csv:1: No column has a name for costs"),
        ("Naam,Besteding,Baten\nKabel,5,3\n", "The columns are Naam, Besteding, Baten. Name the column of costs cost"),
        (
            "Naam,Kosten,Price,Baten\nKabel,5,6,3\n",
            "list.csv:1: The columns \"Kosten\" and \"Price\" would both be read as",
        ),
        (
            "Naam,Kosten,gain,points\nKabel,5,6,3\n",
            "list.csv:1: The columns \"gain\" and \"points\" would both be read",
        ),
        ("Naam,Kosten,2027\nKabel,5,6\n", "The columns \"2027\" and \"Kosten\" both hold costs"),
        ("Naam,Kosten,Statsu\nKabel,5,6\n", "list.csv:1: The column \"Statsu\" looks like status"),
    ] {
        place.write("list.csv", text);
        refused(&place, &["import", "list.csv"], &[said]);
        assert!(!place.path("list").exists(), "{text:?}");
    }
    place.write("list.csv", "Naam,Uitgaven,Eigenaar\nKabel,12,x\n");
    assert_eq!(place.json(&["import", "list.csv", "--dry-run"], 0)["columns"][1]["read_as"], "cost");
    place.output(&["import", "list.csv"], 0);
    let costs = place.read("list/candidates.csv");
    assert!(costs.contains("cost_1") && costs.contains(",12,"), "{costs}");
}

#[test]
fn a_quote_that_is_never_closed_is_one_error_where_it_opens_in_every_reader() {
    let place = Place::new();
    let text = "candidate,cost,gain,name\na,1,2,ok\nb,1,2,\"open\nc,1,2,ok\nd,1,2,ok\n";
    place.write("q.csv", text);
    refused(
        &place,
        &["optimise", "q.csv", "--budget", "9"],
        &["has an error and", "q.csv:3: A double quote opens here"],
    );
    let found = place.json(&["check", "q.csv", "--budget", "9"], 1);
    assert_eq!(
        (found["findings"].as_array().unwrap().len(), &found["findings"][0]["character"]),
        (1, &7.into()),
        "{found:#}"
    );

    place.write("list.csv", "project,cost,gain,note\nA,1,2,ok\nB,1,2,\"open\nC,1,2,ok\nD,1,2,ok\n");
    refused(
        &place,
        &["import", "list.csv"],
        &["The file cannot be made into a case.\n  list.csv:3:7: A double quote opens here"],
    );
    assert!(!place.path("list").exists());

    place.write(
        "mine.csv",
        "candidate,start,share_defence,share_economy,note\naudit,2027,40,60,ok\nship,2028,40,60,\"open\nshop,1,2\n",
    );
    let refusal = place.said(&["evaluate", "small", "mine.csv", "--alone"], 1);
    assert_eq!(refusal.matches("mine.csv:").count(), 1, "{refusal}");
    assert!(refusal.contains("mine.csv:3:17: A double quote opens here and is never closed"), "{refusal}");

    for (file, from, to) in [
        ("candidates", "First order for a home cloud", "\"First order for a home cloud"),
        ("services", "Office and mail", "\"Office and mail"),
        ("domains", "Cloud,", "\"Cloud,"),
        ("effects", "stake,iaas,", "stake,\"iaas,"),
        ("budgets", "defence,2028,", "defence,\"2028,"),
        ("candidates", "candidate,name", "candidate,\"name"),
    ] {
        let place = Place::new();
        place.replace(&format!("small/{file}.csv"), from, to);
        let found = place.json(&["check", "small"], 1);
        let errors: Vec<_> = found["findings"].as_array().unwrap().iter().filter(|it| it["level"] == "error").collect();
        let [one] = errors[..] else { panic!("{file}: {found:#}") };
        assert_eq!(one["code"], "open-quote", "{file}: {found:#}");
        refused(&place, &["optimise", "small"], &["A double quote opens here and is never closed"]);
    }
}

#[test]
fn a_row_in_a_cell_is_told_in_every_reader() {
    let place = Place::new();
    place.write("q.csv", "candidate,cost,gain,name\na,1,2,\"two\nb,1,2,ok\nc,1,2,\"\nd,1,2,ok\n");
    let found = place.json(&["check", "q.csv", "--budget", "9"], 0);
    let one = &found["findings"][0];
    assert_eq!(
        (&one["code"], &one["line"], &one["character"]),
        (&"row-in-cell".into(), &2.into(), &7.into()),
        "{found:#}"
    );
    assert!(one["message"].as_str().unwrap().contains("looks like a row (line 3)"), "{found:#}");

    place.write("list.csv", "project,cost,note\nA,1,\"two\nB,1,ok\nC,1,\"\nD,1,ok\n");
    let said = place.json(&["import", "list.csv"], 0)["told"].to_string();
    assert!(said.contains("warning: list.csv:2: The cell has a line break"), "{said}");

    place.write(
        "mine.csv",
        "candidate,start,share_defence,share_economy,note\naudit,2027,40,60,\"a\nship,2027,40,60,\"\n",
    );
    let said = place.said(&["evaluate", "small", "mine.csv", "--alone"], 0);
    assert!(said.contains("warning: mine.csv:2:18: The cell has a line break"), "{said}");

    place.write(
        "small/budgets.csv",
        "ministry,year,amount,note\ndefence,2027,30,\"a\ndefence,2028,30,\"\neconomy,2027,9,\n",
    );
    let found = place.json(&["check", "small"], 0);
    assert!(found.to_string().contains("row-in-cell"), "{found:#}");
}

#[test]
fn a_quote_that_stands_alone_is_told_and_the_text_stays_as_it_is_written() {
    let place = Place::new();
    place.write("q.csv", "candidate,cost,gain,name\na,1,2,\"TV 27\" to 31\"\"\nb,2,3,27\" wide\n");
    let found = place.json(&["check", "q.csv", "--budget", "9"], 0);
    let places: Vec<_> = found["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| (it["code"].as_str().unwrap(), it["line"].as_u64().unwrap()))
        .collect();
    assert_eq!(places, [("stray-quote", 2), ("stray-quote", 3)], "{found:#}");
    let best = place.json(&["optimise", "q.csv", "--budget", "9"], 0);
    assert_eq!(best["portfolio"][0]["name"], "\"TV 27\" to 31\"\"");
    assert_eq!(best["portfolio"][1]["name"], "27\" wide");
    place.write("list.csv", "Naam,Kosten\n\"TV 27\" to 31\"\",5\n");
    let said = place.json(&["import", "list.csv"], 0)["told"].to_string();
    assert!(said.contains("warning: list.csv:2: The cell has a stray double quote"), "{said}");
}

#[test]
fn one_table_is_read_in_whatever_way_it_is_written() {
    let place = Place::new();
    for text in [
        "candidate,cost,gain\na,1.5,2\nb,20,1\n",
        "id,cost,gain\na,1.5,2\nb,20,1\n",
        "sep=;\ncandidate;cost;gain\na;1,5;2\nb;20;1\n",
        "candidate\tcost\tgain\na\t1.5\t2\nb\t20\t1\n",
        "candidate|cost|gain\ra|1,5|2\rb|20|1\r",
        "\u{feff}candidate;cost;gain\r\na;€\u{a0}1,50;2\r\nb;EUR 20,-;1\r\n",
    ] {
        place.write("q.csv", text);
        let best = place.json(&["optimise", "q.csv", "--budget", "9"], 0);
        assert_eq!((&best["cost"], &best["objective"]), (&"1.5".into(), &"2".into()), "{text:?}");
    }
}

#[test]
fn numbers_that_can_be_read_in_two_ways_are_told_and_the_planner_can_say_which() {
    let place = Place::new();
    place.write("q.csv", "candidate,cost,gain\na,1.250,5\nb,2.500,4\nc,12.000,9\n");
    let found = place.json(&["check", "q.csv", "--budget", "9000"], 0);
    let doubt = found["findings"].as_array().unwrap().iter().find(|it| it["code"] == "decimal-doubt").unwrap();
    assert!(doubt["message"].as_str().unwrap().contains("15.75 with decimal points, and to 15750"), "{doubt}");
    let cost = |arguments: &[&str]| {
        place.json(&[&["optimise", "q.csv", "--budget", "9000"], arguments].concat(), 0)["cost"].clone()
    };
    assert_eq!(cost(&["--decimal", "comma"]), "3750");
    assert_eq!(cost(&["--decimal", "point"]), "15.75");
}

#[test]
fn a_number_whose_groups_are_wrong_is_not_mended() {
    let place = Place::new();
    place.write("q.csv", "candidate,cost,gain\na,10.999.99,5\nb,\"1,5,0\",2\n");
    let found = place.json(&["check", "q.csv", "--budget", "9"], 1).to_string();
    assert!(!found.contains("1099999") && !found.contains("150"), "{found}");
}
