use rust_decimal::Decimal;

use super::*;
use crate::model::Case;
use crate::model::compile::compile;

fn options(map: &[&str]) -> Options {
    Options { columns: map.iter().map(|text| Options::map(text).unwrap()).collect(), ..Options::default() }
}

/// What is made of a text.
fn of(text: &str, options: &Options) -> Understood {
    match read("list.csv", text, options) {
        Ok(grid) => understand(&grid, "list.csv", "list", options),
        Err(wrong) => Understood { wrong: vec![wrong], ..Understood::default() },
    }
}

/// The case that a text makes.
fn case(text: &str, options: &Options) -> (Understood, Case) {
    let made = of(text, options);
    let Some(book) = &made.case else { panic!("{text}\n{:#?}\n{:#?}", made.wrong, made.columns) };
    let case = compile(book).case;
    (made, case)
}

/// The sums by year: of the list, of what is left out, and of the case.
fn sums(made: &Understood) -> Vec<(i32, String)> {
    made.sums
        .iter()
        .map(|sum| {
            let left_out: Decimal = sum.left_out.values().copied().sum();
            assert_eq!(sum.list - left_out, sum.case, "{sum:?}");
            (sum.year, sum.case.normalize().to_string())
        })
        .collect()
}

fn pairs(all: &[(i32, &str)]) -> Vec<(i32, String)> {
    all.iter().map(|(year, sum)| (*year, (*sum).to_owned())).collect()
}

fn reasons(made: &Understood) -> Vec<(usize, Reason)> {
    made.left_out.iter().map(|out| (out.line, out.reason)).collect()
}

#[test]
fn one_table_from_elsewhere_becomes_a_case_and_every_guess_is_told() {
    assert_eq!(of("Project;x\n", &Options::default()).wrong[0].code, "missing-file");
    let text = "Naam,Kosten 2028,2027,Benefit (points),Colour\nNew cable,1,2,5,red\nNew cable,3,,6,blue\n";
    let (made, case) = case(text, &Options { budget: Some(Decimal::TEN), ..Options::default() });
    assert_eq!((case.first_year, case.last_year), (2027, 2028));
    let [one, two] = case.candidates.as_slice() else { panic!("two candidates") };
    assert_eq!((one.id.as_str(), two.id.as_str()), ("new_cable", "new_cable_2"));
    assert_eq!(one.costs, [Decimal::TWO, Decimal::ONE]);
    let roles: Vec<String> = made.columns.iter().map(|column| column.role.token()).collect();
    assert_eq!(roles, ["name", "2028", "2027", "gain", "keep"]);
    assert_eq!(sums(&made), pairs(&[(2027, "2"), (2028, "4")]));
    let budgets = made.case.as_ref().unwrap().file("budgets.csv").unwrap();
    assert_eq!(budgets, "ministry,year,amount\njoint,2027,3.3333\njoint,2028,6.6666\n");
    assert!(made.case.unwrap().file("candidates.csv").unwrap().contains(",Colour\n"));
}

#[test]
fn a_budget_bill_becomes_a_case_of_what_is_spent() {
    let text = "Begrotingsjaar,Naam Begroting,Omschrijving artikel,V/U/O (Verplichtingen/Uitgaven/Ontvangsten),Indicatie totaal regel Ja/Nee,Financieel instrument,Uitsplitsing zoals in b-tabel,Bedrag t-1,Bedrag t,Bedrag t+1,\n\
        2017,Defensie,Inzet,U,N,Opdrachten,- Crisis,267491,286290,\"1,322,682\",\n\
        2017,Defensie,Inzet,U,N,Opdrachten,- Nationaal,2109,,3111,\n\
        2017,Defensie,Inzet,O,N,,- Crisis ontvangst,35212,16774,33783,\n\
        2017,Defensie,Inzet,V,J,,Verplicht,268240,289601,325793,\n\
        2017,Defensie,Geheim,U,J,,Geheime dienst,5385,5390,5389,\n\
        2017,Economische Zaken,Bedrijven,U,N,Subsidies,Regeling A,\"5,247\",\"6,050\",0,\n\
        2017,Economische Zaken,Bedrijven,U,N,Subsidies,Regeling B,7,8,9,\n";
    let (made, case) = case(text, &Options { unit: Some(MoneyUnit::Thousand), ..Options::default() });
    assert_eq!(sums(&made), pairs(&[(2017, "297738"), (2018, "1331191")]));
    assert_eq!(reasons(&made), [(4, Reason::Received), (5, Reason::Committed)]);
    assert_eq!(case.money_unit(), "thousand");
    let ministries: Vec<&str> = case.ministries.iter().map(|ministry| ministry.id.as_str()).collect();
    assert_eq!(ministries, ["defence", "economic_affairs"]);
    assert_eq!(
        case.candidates.iter().map(|it| (it.shares[0].min, it.shares[1].min)).collect::<Vec<_>>(),
        [(100, 0), (100, 0), (100, 0), (0, 100), (0, 100)]
    );
    assert!(made.told.iter().any(|told| told.contains("Line 6 is marked as a total and kept")), "{:#?}", made.told);
    let all = of(text, &Options { only: vec![Options::only("V/U/O…=O,V").unwrap()], ..Options::default() });
    assert_eq!(reasons(&all).iter().filter(|(_, reason)| *reason == Reason::NotAsked).count(), 5);
}

#[test]
fn years_before_the_base_year_are_past_unless_they_are_asked_for() {
    let text = "Naam,Bedrag t-2,Bedrag t-1,Bedrag t\nKabel,1,2,3\n- Fabriek,4,5,6\n";
    let base = Options { base_year: Some(2027), ..Options::default() };
    let (made, case) = self::case(text, &base);
    assert_eq!((case.first_year, sums(&made)), (2027, pairs(&[(2027, "9")])));
    assert_eq!(case.candidates[1].name, "Fabriek");
    assert!(made.told.iter().any(|told| told.contains("\"Bedrag t-1\" lie before the base year")), "{:#?}", made.told);
    let asked = Options { base_year: Some(2027), ..options(&["Bedrag t-1=t-1"]) };
    assert_eq!(sums(&self::case(text, &asked).0), pairs(&[(2026, "7"), (2027, "9")]));
}

#[test]
fn ministries_that_pay_together_are_no_third_one_and_their_shares_are_free() {
    let text = "name,ministry,2027\nA,Defence,10\nB,EZ,20\nC,Defence / EZ,40\nD,Defensie en Economische Zaken en Klimaat,1\nE,Defensie & EZ,1\n";
    let (made, case) = self::case(text, &Options::default());
    let ministries: Vec<&str> = case.ministries.iter().map(|ministry| ministry.id.as_str()).collect();
    assert_eq!(ministries, ["defence", "economic_affairs"]);
    let shares = |at: usize| case.candidates[at].shares.iter().map(|share| (share.min, share.max)).collect::<Vec<_>>();
    assert_eq!((shares(0), shares(2)), (vec![(100, 100), (0, 0)], vec![(0, 100), (0, 100)]));
    let told = made.told.join("\n");
    assert!(
        told.contains("2 ministries were found: Defence and EZ.") && told.contains("3 rows are paid by several"),
        "{told}"
    );
}

#[test]
fn an_amount_that_is_not_understood_is_unknown_in_the_sums() {
    let text = "Hoofdstuk,name,note,2027,2028\nX,Cloud,a,10,3k\nX,Cable,b,1.2m,\nX,Lab,c,10%,\nX,Fab,d,1e3,\nX,Ship,e,PM,\nX,Total defence,f,5,\n";
    let (made, _) = self::case(text, &Options::default());
    let unread = Reason::NotUnderstood;
    assert_eq!(reasons(&made), [(3, unread), (4, unread), (5, unread), (6, Reason::NoAmount)]);
    let unknown: Vec<_> = made.sums.iter().map(|sum| (sum.year, sum.unknown)).collect();
    assert_eq!(unknown, [(2027, 3), (2028, 1)]);
    assert_eq!(made.left_out[0].name, "Cable");
    let told = made.told.join("\n");
    assert!(told.contains("4 amounts are not understood") && told.contains("1 cell holds no amount"), "{told}");
    assert!(told.contains("Line 7 begins like a total") && told.contains("\"Total defence\""), "{told}");
}

#[test]
fn alternatives_of_one_asset_exclude_each_other() {
    let text = "Asset_ID,Alternative_ID,Cost_USD,PoF_Post_Action,Risk_Level\n\
        IT_SYSTEM_001,Defer,0,0.38,High\nIT_SYSTEM_001,Pilot,19806,0.25,High\nDC_002,Defer,0,0.27,Low\nDC_002,Full,9703,0.26,Low\nALONE_3,Full,1,0.1,Low\n";
    let (made, case) = case(text, &Options::default());
    let ids: Vec<&str> = case.candidates.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids, ["it_system_001_defer", "it_system_001_pilot", "dc_002_defer", "dc_002_full", "alone_3_full"]);
    let relations = made.case.as_ref().unwrap().file("relations.csv").unwrap();
    assert_eq!(relations.matches("excludes,").count(), 2, "{relations}");
    assert!(relations.contains("excludes,it_system_001_defer it_system_001_pilot,,,"), "{relations}");
    assert_eq!((case.money_unit().as_str(), sums(&made)), ("USD", pairs(&[(2027, "29510")])));
    // The id of the asset again and again, with an option beside it, is the same.
    let (made, _) = self::case("id,option,cost\na,small,1\na,large,2\nb,only,3\n", &Options::default());
    assert!(made.case.unwrap().file("relations.csv").unwrap().contains("excludes,a_small a_large,,,"));
    let (made, _) = self::case("id,cost,alternatief van\na,1,\nb,2,a\nc,3,\n", &Options::default());
    assert!(made.case.unwrap().file("relations.csv").unwrap().contains("excludes,a b,,,"));
}

#[test]
fn a_list_of_whole_life_costs_falls_into_the_first_year_and_says_what_holds_no_amount() {
    let text = "year;project_number;project_name;department;report_category;colour;colour;start_date;end_date;total_baseline;wlc_baseline_incl_NCG;budget_comment;TOTAL Baseline Benefits (£m);benefits_comment\n\
        2023;CO_0024_2021-Q2;Pensions;CO;Transformation;;Amber;20.05.2020;30.09.2024;7.9;34;\"Two\nlines; here\";;none\n\
        2023;CO_0020;Commercial;CO;Transformation;Blue;Red;01.04.2017;31.03.2023;3.7;26.5;x;60;none\n\
        2023;D_1;Secret;DEFRA;ICT;;;Exempt under Section 43;Exempt under Section 43;Exempt;Exempt under Section 43;x;Exempt under Section 43;y\n\
        2023;D_2;Early;DEFRA;ICT;;;01.04.2017;;1;Early planning;x;;y\n";
    let (made, case) = case(text, &Options::default());
    assert_eq!(sums(&made), pairs(&[(2023, "60.5")]));
    assert_eq!(reasons(&made), [(5, Reason::NoAmount), (6, Reason::NoAmount)]);
    assert_eq!(case.money_unit(), "million GBP");
    assert_eq!(case.candidates[1].points, Decimal::from(60));
    let told = made.told.join("\n");
    for said in [
        "2 cells hold no amount: \"Early planning\" (1) and \"Exempt under Section 43\" (1).",
        "falls in the year of the start, or in the first year, 2023",
        "2 candidates started before the first year",
        "The column \"benefits_comment\" sounds like gain",
        "\"total_baseline\" holds figures and is not used",
        "Texts of several lines",
    ] {
        assert!(told.contains(said), "{said}: {told}");
    }
    let candidates = made.case.unwrap().file("candidates.csv").unwrap();
    assert!(
        candidates.starts_with("candidate,name,domain,cost_1,points,project_number,colour,colour 2,"),
        "{candidates}"
    );
    assert!(candidates.contains(",CO_0024_2021-Q2,"), "{candidates}");
}

#[test]
fn two_ministries_own_columns_become_shares() {
    let text = "Programma;Kosten Defensie (x € 1.000);Kosten EZ (x € 1.000);Totaal;Baten\n\
        Kabel;1.000;3.000;4.000;5\nWolk;1;2;3;6\nChips;;7;7;8\n";
    let (made, case) = case(text, &Options { decimal: Some(crate::model::DecimalMark::Comma), ..Options::default() });
    let shares: Vec<(u8, u8)> = case.candidates.iter().map(|it| (it.shares[0].min, it.shares[1].max)).collect();
    assert_eq!(shares, [(25, 75), (33, 67), (0, 100)]);
    assert_eq!((case.money_unit().as_str(), sums(&made)), ("thousand EUR", pairs(&[(2027, "4010")])));
    assert_eq!(made.columns[3].role, Role::Sum);
    assert!(made.told.iter().any(|told| told.contains("The shares of 1 candidate are rounded")));
    let text = ";Defensie;;EZ;\nNaam;2027;2028;2027;2028\na;1;2;3;4\nb;1;1;1;1\n";
    let (made, case) = self::case(text, &Options::default());
    assert_eq!(sums(&made), pairs(&[(2027, "6"), (2028, "8")]));
    assert_eq!((case.candidates[0].shares[0].min, case.candidates[1].shares[0].min), (30, 50));
    assert!(made.told.iter().any(|told| told.contains("differently from year to year")), "{:#?}", made.told);
    for heads in ["Aandeel Defensie;Aandeel EZ", "Defensie;EZ", "Defensie %;EZ %"] {
        let text = format!("Naam;Kosten;{heads}\na;5;40 %;60 %\nb;5;;\n");
        let (_, case) = self::case(&text, &Options::default());
        assert_eq!((case.candidates[0].shares[0].min, case.candidates[1].shares[0].max), (40, 100), "{heads}");
    }
}

#[test]
fn a_list_with_a_row_for_each_year_becomes_costs_by_year() {
    let text = "Project,Jaar,Bedrag,Baten,Domein\nKabel,2027,10,5,zee\n,2028,20,,\nWolk,2028,\"(5)\",6,wolk\n,2029,7,,\n,2029,1,,\nTotaal,2027,10,,\n";
    let (made, case) = case(text, &Options::default());
    assert_eq!(sums(&made), pairs(&[(2027, "10"), (2028, "20"), (2029, "8")]));
    assert_eq!(reasons(&made), [(4, Reason::Negative), (7, Reason::Total)]);
    // What follows a row that is left out stays what it is.
    let names: Vec<&str> = case.candidates.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["Kabel", "Wolk"]);
    let text = "id,year,cost\n1,2027,10\n1,2028,20\n2,2027,5\n2,2027,6\n";
    let (made, case) = self::case(text, &Options::default());
    assert_eq!((sums(&made), case.candidates.len()), (pairs(&[(2027, "21"), (2028, "20")]), 2));
    assert!(made.told.iter().any(|told| told.contains("1 row of the same candidate and year")));
}

#[test]
fn rows_that_are_no_candidates_are_left_out_and_named() {
    let text = "Investeringslijst 2027;;;\nbedragen x 1 000;;;\n;;;\nDomein;Naam;2027;2028\nZee;Kabel;1.000;2.000\n;Boei;5;\n;;;\nSubtotaal;;1.005;2.000\nDomein;Naam;2027;2028\nWolk;Bouw;7;8\n;Huur;n.v.t.;\n;Koop;-;3\n;;1.012;2.011\nBron: ministerie;;;\n* exclusief btw;;;\n";
    let (made, case) = case(text, &Options::default());
    assert_eq!(sums(&made), pairs(&[(2027, "1012"), (2028, "2011")]));
    let expected = [
        (7, Reason::Empty),
        (8, Reason::Total),
        (9, Reason::Heading),
        (11, Reason::NoAmount),
        (13, Reason::Sum),
        (14, Reason::Note),
        (15, Reason::Note),
    ];
    assert_eq!(reasons(&made), expected);
    assert_eq!(case.money_unit(), "thousand");
    let domains: Vec<&str> = case.candidates.iter().map(|it| case.domains[it.domain.0].id.as_str()).collect();
    assert_eq!(domains, ["zee", "zee", "wolk", "wolk"]);
    let text = "Naam;2027\nZee;\nKabel;5\nBoei;6\nWolk;\nBouw;7\n";
    let (made, case) = self::case(text, &Options::default());
    assert_eq!(reasons(&made), [(2, Reason::Group), (5, Reason::Group)]);
    assert_eq!(case.domains[case.candidates[2].domain.0].id, "wolk");
}

#[test]
fn good_ids_stay_and_only_one_that_is_there_already_becomes_another() {
    let (made, case) = case("id,cost,gain\na,1,1\na,2,2\na_2,3,3\n", &Options::default());
    let ids: Vec<&str> = case.candidates.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids, ["a", "a_3", "a_2"]);
    assert!(made.told.iter().any(|told| told == "Line 3: another row has the id a already, so this one is a_3."));
}

#[test]
fn what_comes_first_and_states_in_other_words_are_taken_over() {
    let text = "Naam;Kosten;Voorganger;Status;Type;Start\nKabel;5;;Gepland;ICT en bouw;Q2 2027\nBoei;6;kabel;Lopend;ICT;2028\nSchip;7;Kabel, Boei;vervallen;;01-03-2029\nDok;1;Kabbel;;;\n";
    let (made, case) = case(text, &Options { base_year: Some(2027), ..Options::default() });
    let book = made.case.as_ref().unwrap();
    let relations = book.file("relations.csv").unwrap();
    assert!(
        relations.contains("requires,boei kabel,,,") && relations.contains("requires,schip kabel boei,,,"),
        "{relations}"
    );
    let told = made.told.join("\n");
    assert!(
        told.contains("\"Kabbel\", which \"Dok\" needs first, is none of the candidates. Did you mean \"Kabel\"?"),
        "{told}"
    );
    assert!(told.contains("1 row has a state that the program has no word for: \"Lopend\" (1)"), "{told}");
    assert_eq!(case.candidates.iter().map(|it| it.start_from).collect::<Vec<_>>(), [2027, 2028, 2029, 2027]);
    assert_eq!(case.candidates[0].instrument, "ict_en_bouw");
    assert!(book.file("candidates.csv").unwrap().contains("list_status"), "{:?}", book.file("candidates.csv"));
    assert_eq!(sums(&made), pairs(&[(2027, "6"), (2028, "6"), (2029, "7")]));
}

#[test]
fn the_planner_says_what_no_heading_tells() {
    let text = "ref,boe_amt,what,FY27 plan,B28\nx1,5,Cable,1,2\nx2,6,Cloud,3,4\n";
    let (made, _) = case(text, &Options::default());
    assert_eq!(sums(&made), pairs(&[(2027, "4")]));
    let (made, _) = case("ref,boe_amt,what\nx1,5,Cable\nx2,6,Cloud\n", &options(&["boe_amt=cost_1", "what=name"]));
    assert_eq!(sums(&made), pairs(&[(2027, "11")]));
    let by_year = Options { year_of: Some("B{}".to_owned()), ..options(&["FY27 plan=2027", "boe_amt=keep"]) };
    let (made, _) = case(text, &by_year);
    assert_eq!(sums(&made), pairs(&[(2027, "4"), (2028, "6")]));
    let again = Options::of_toml(&made.mapping.to_toml()).unwrap();
    let (repeated, _) = case(text, &again);
    assert_eq!((sums(&repeated), repeated.columns.len()), (sums(&made), 5), "{}", made.mapping.to_toml());
    let wrong = of(text, &options(&["boe_amount=cost"])).wrong;
    assert!(wrong.iter().any(|it| it.remedy.contains("boe_amt")), "{wrong:#?}");
    let wrong = of("Naam;Bedrag t+1\na;5\n", &Options::default()).wrong;
    assert!(wrong[0].remedy.contains("--base-year"), "{wrong:#?}");
    let (made, _) = case("Naam;Bedrag t+1\na;5\n", &Options { base_year: Some(2026), ..Options::default() });
    assert_eq!(sums(&made), pairs(&[(2027, "5")]));
}

#[test]
fn cells_from_elsewhere_are_a_list_as_well_and_units_of_columns_are_made_one() {
    let rows = [["Project", "2027 (€ mln)", "2028 (k€)"], ["Cable", "1.5", "250"], ["Cloud", "2", "3"]];
    let grid = Grid::of_rows(rows.map(|row| row.map(str::to_owned).to_vec()), Some(crate::model::DecimalMark::Point));
    let made = understand(&grid, "list.xlsx", "list", &Options::default());
    assert_eq!(
        (sums(&made), made.money.as_str()),
        (pairs(&[(2027, "3500"), (2028, "253")]), "thousand EUR"),
        "{:#?}",
        made.wrong
    );
}

#[test]
fn what_could_be_read_otherwise_is_asked_or_said() {
    let made = of("Naam\tKosten\nKabel\t1.250\nAnder\t2.500\n", &Options::default());
    assert!(
        made.told.iter().any(|told| told.contains("comes to 3.75 with decimal points, and to")),
        "{:#?}",
        made.told
    );
    let made = of("Naam,Kosten\nA,\"1,234,567\"\nB,131.869\nC,5\n", &Options::default());
    assert!(made.told.iter().any(|told| told.contains("\"131.869\" on line 3")), "{:#?}", made.told);
    for text in [
        "Naam,Kosten,Price\na,1,2\n",
        "Naam,Kosten laag,Kosten hoog\na,1,2\n",
        "Naam,2027,FY2027\na,1,2\n",
        "Naam,2027,Kosten\na,1,2\n",
    ] {
        let wrong = of(text, &Options::default()).wrong;
        assert_eq!(wrong.first().map(|it| it.code), Some("duplicate-column"), "{text}: {wrong:#?}");
        assert!(wrong[0].remedy.contains("=keep"), "{wrong:#?}");
    }
    for (text, code) in [
        ("Naam,Kosten\nKabel,twelve\n", "missing-file"),
        ("what,ever\n1,2\n", "missing-column"),
        ("Naam,Baten\na,1\n", "missing-column"),
        ("Naam,Kosten,Statsu\na,1,x\n", "near-miss-column"),
        ("Naam,Kosten\na,€ 5\nb,6 USD\n", "mixed-currency"),
    ] {
        let wrong = of(text, &Options::default()).wrong;
        assert_eq!(wrong.first().map(|it| it.code), Some(code), "{text}: {wrong:#?}");
    }
}

/// Lists as governments publish them: titles and notes around the table, chapters and totals in it, numbers in the way of the country.
#[test]
fn lists_of_four_countries_become_cases_with_the_sums_of_their_files() {
    let dutch = "Bijlage 4: Digitale investeringen;;;;\nBedragen x € 1.000;;;;\n;;;;\n\
        Artikel;Omschrijving;Departement;2026;2027\n1;Veilige netwerken;;;\n1.1;Rijkscloud;EZ;12.500;14.250\n\
        1.2;Zeekabel;Defensie;1.250;-\nTotaal artikel 1;;;13.750;14.250\n2.1;Waferlijn (motie);EZ;0;25.000\n\
        Totaal;;;13.750;39.250\nBron: Rijksbegroting;;;;\n";
    let british = "\"Department for Digital - Investment pipeline (OFFICIAL)\"\n\"All figures £m, nominal. See notes.\"\n\"\"\n\
        Ref,Programme,Department,Delivery Confidence,FY25/26,FY26/27,Whole Life Cost,Notes\n\
        DD-001,Sovereign Cloud,DSIT,Amber,£12.5,£30.0,£42.5,\"Note 1: baseline, excludes VAT\"\n\
        DD-002,\"Cables, North Sea\",MOD,Green,£1.5,Exempt under Section 43,£1.5,Note 2\n\
        DD-004,Chip Pilot,MOD,Amber/Red,N/A,\"£1,250.0\",\"£1,250.0\",\n\
        ,Total,,,£14.0,\"£1,280.0\",\"£1,294.0\",\n\"Note 1: figures are rounded.\"\n";
    let german = "Haushaltsplan 2027 – Einzelplan 14 (Auszug);;;;;\nBeträge in 1.000 €;;;;;\n\
        Titel;Zweckbestimmung;Ressort;Ansatz 2027;Ansatz 2028;Bemerkung\n532 01;Verwaltungscloud;BMWK;12 500;13 750;\n\
        532 02;Seekabel „Ostsee“;BMVg;4 250;-;Kofinanzierung EU\n812 12;Schlüssel;BMVg;750;750;\nSumme;;;17 500;14 500;\n";
    let french = "Projet\tMinistère\tCrédits 2027 (M€)\tCrédits 2028 (M€)\tObservations\n\
        Cloud souverain\tÉconomie\t12,5\t14,25\t\nCâble sous-marin\tArmées\t1\u{202f}250,5\t2\u{202f}500\tcofinancement 20 %\n\
        Total général\t\t1\u{202f}263\t2\u{202f}514,25\t\n";
    for (text, unit, expected) in [
        (dutch, "thousand EUR", [(2026, "13750"), (2027, "39250")]),
        (british, "million GBP", [(2025, "14"), (2026, "1280")]),
        (german, "thousand EUR", [(2027, "17500"), (2028, "14500")]),
        (french, "million EUR", [(2027, "1263"), (2028, "2514.25")]),
    ] {
        let (made, case) = case(text, &Options::default());
        assert_eq!((sums(&made), case.money_unit().as_str()), (pairs(&expected), unit), "{text}");
        assert!(reasons(&made).iter().any(|(_, reason)| *reason == Reason::Total), "{text}");
    }
}
