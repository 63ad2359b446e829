//! The formats, on a report made by hand.

use super::data::*;
use super::formats::{DEFAULT, by_id};
use super::*;

fn figure(text: &str) -> Figure {
    Figure(text.parse().unwrap())
}

fn pick(candidate: &str, name: &str, domain: &str, pillar: &str, shares: (u8, u8), paid: (&str, &str)) -> PickLine {
    let cost = figure(paid.0).0 + figure(paid.1).0;
    PickLine {
        candidate: candidate.into(),
        name: name.into(),
        domain: domain.into(),
        instrument: "grant".into(),
        has_legal_risk: false,
        start: 2027,
        in_force: 2029,
        shares: Shares(vec![("defence".into(), shares.0), ("economy".into(), shares.1)]),
        cost: Figure(cost),
        sentence: format!("{name} (from 2027, in force at the end of 2029) lifts a service; somebody pays."),
        pillar: pillar.into(),
        paid: vec![figure(paid.0), figure(paid.1)],
        cofinanced: figure("12.5"),
        locked: String::new(),
    }
}

fn spending(ministry: &str, budget: &str, spent: &str, carried_out: &str) -> SpendingLine {
    SpendingLine {
        ministry: ministry.into(),
        year: 2027,
        budget: figure(budget),
        carried_in: figure("0"),
        spent: figure(spent),
        carried_out: figure(carried_out),
        lapsed: Figure(figure(budget).0 - figure(spent).0 - figure(carried_out).0),
    }
}

fn parts() -> Parts {
    let mut locked = pick("cable", "Kabel 量子 | north", "subsea", "", (100, 0), ("30", "0"));
    locked.locked = "signed in 2026".into();
    let service = |service: &str, after: &str, rung: Option<&str>, power: &str| ServiceLine {
        votes: None,
        service: service.into(),
        domain: "cloud".into(),
        control_before: figure("4"),
        control_after: figure(after),
        rung_before: None,
        rung_after: rung.map(str::to_owned),
        power_before: figure("0"),
        power_after: figure(power),
        name: format!("Service {service}"),
        rung_names: (String::new(), rung.map(|_| "Seat at the table".to_owned()).unwrap_or_default()),
    };
    let domain = |id: &str, name: &str, after: &str, at_target: bool| DomainLine {
        domain: id.into(),
        weight: figure("0.5"),
        power_before: figure("0"),
        power_after: figure(after),
        target: figure("0.1"),
        at_target,
        name: name.into(),
    };
    let ministry = |id: &str, name: &str, spent: &str, gain: &str| MinistryLine {
        ministry: id.into(),
        spent: figure(spent),
        gain_by_own_weights: figure(gain),
        name: name.into(),
    };
    Parts {
        portfolio: vec![
            pick("cloud", "Government cloud", "cloud", "innovating_government", (40, 60), ("4", "6")),
            locked,
        ],
        spending: vec![spending("defence", "40", "34", "0.4"), spending("economy", "5", "6", "0")],
        services: vec![service("iaas", "12.5", Some("seat"), "0.1"), service("mail", "4", None, "0")],
        domains: vec![domain("cloud", "Cloud", "0.1", true), domain("subsea", "Subsea cables", "0", false)],
        ministries: vec![ministry("defence", "Defence", "34", "4"), ministry("economy", "Economic Affairs", "6", "6")],
        years: vec![YearLine { year: 2027, index_before: figure("0"), index_after: figure("5") }],
        levels: None,
    }
}

pub(super) fn report() -> PortfolioReport {
    PortfolioReport {
        case: CaseHeader {
            title: "A case for two".into(),
            path: "portfolios/two".into(),
            inputs: vec![Input { file: "case.toml".into(), sha256: "ab".repeat(32) }],
            changes: vec!["objective.risk=full".into()],
            withheld: String::new(),
            money: "million EUR".into(),
            horizon: (2027, 2028),
            ministries: vec!["defence".into(), "economy".into()],
            candidates: 7,
        },
        status: Standing::Optimal,
        objective: Some(figure("5.25")),
        bound: Some(figure("5.2500000000005")),
        gap: Some(figure("0.0000000000005")),
        totals: Totals {
            gain: Some(figure("5")),
            points: Some(figure("0.25")),
            index_before: Some(figure("0")),
            index_after: Some(figure("5")),
            cost: Some(figure("40")),
        },
        solver: SolverLine {
            is_word: false,
            name: "HiGHS".into(),
            version: "1.0".into(),
            seconds: "0.125".parse().unwrap(),
            nodes: 3,
            options: vec![("threads".into(), "1".into())],
            why: "It fits.".into(),
        },
        parts: parts(),
        binding: Vec::new(),
        prices: vec![PriceLine { ministry: "economy".into(), year: 2027, price: figure("0.125") }],
        prices_of: Some("relaxation"),
        plan: None,
        impossible: None,
        stopped: String::new(),
        brief: None,
    }
}

pub(super) fn infeasible() -> PortfolioReport {
    PortfolioReport {
        status: Standing::Infeasible,
        objective: None,
        bound: None,
        gap: None,
        totals: Totals::default(),
        parts: Parts::default(),
        prices: Vec::new(),
        prices_of: None,
        impossible: Some(Impossible {
            conflict: vec!["the cable is locked in".into(), "Defence may spend at most 5 in 2027".into()],
            conflict_told: vec!["the cable is locked in".into(), "Defence may spend at most 5 in 2027".into()],
            repair: Some("raise the budget of Defence in 2027 by 25.".into()),
            proven_smallest: true,
        }),
        ..report()
    }
}

fn written(report: &dyn Report, format: &str, options: &Options<'_>) -> String {
    String::from_utf8(by_id(format).unwrap().write(report, options).unwrap()).unwrap()
}

fn plain(report: &dyn Report, format: &str) -> String {
    written(report, format, &Options::PLAIN)
}

#[test]
fn an_aligned_table() {
    insta::assert_snapshot!(plain(&report(), "table"));
}

#[test]
fn a_narrow_table_is_cut_in_the_names() {
    let narrow = Options { width: Some(78), ..Options::PLAIN };
    insta::assert_snapshot!(written(&report(), DEFAULT.id, &narrow));
}

#[test]
fn colour_changes_no_letter() {
    let coloured = written(&report(), "table", &Options { style: Style::COLOUR, ..Options::PLAIN });
    assert!(coloured.contains("\u{1b}[1m"));
    let mut bare = String::new();
    let mut escape = false;
    for c in coloured.chars() {
        match c {
            '\u{1b}' => escape = true,
            'm' if escape => escape = false,
            _ if escape => {}
            c => bare.push(c),
        }
    }
    assert_eq!(bare, plain(&report(), "table"));
}

#[test]
fn a_portfolio_as_csv() {
    insta::assert_snapshot!(plain(&report(), "csv"));
}

#[test]
fn one_json_object() {
    insta::assert_snapshot!(plain(&report(), "json"));
}

#[test]
fn a_note_for_a_minister() {
    insta::assert_snapshot!(plain(&report(), "md"));
}

#[test]
fn no_portfolio_is_possible() {
    let report = infeasible();
    insta::assert_snapshot!("infeasible_table", plain(&report, "table"));
    insta::assert_snapshot!("infeasible_json", plain(&report, "json"));
    insta::assert_snapshot!("infeasible_markdown", plain(&report, "md"));
}

#[test]
fn what_is_not_proven_says_so() {
    let mut report = report();
    report.status = Standing::Feasible;
    report.bound = Some(figure("6"));
    report.gap = Some(figure("0.75"));
    report.stopped = "The search was stopped by the time limit.".into();
    for text in [plain(&report, "table"), plain(&report, "md")] {
        assert!(text.contains("stopped by the time limit"), "{text}");
        let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(
            flat.contains("Not proven: a better portfolio may exist, but none above 6 (0.75 points more)"),
            "{text}"
        );
        assert!(!flat.contains("optimal (proven)"), "{text}");
    }
}

#[test]
fn nothing_found_yet_says_so() {
    let mut report = infeasible();
    report.status = Standing::Unknown;
    report.impossible = None;
    report.stopped = "The search was cancelled.".into();
    let text = plain(&report, "table");
    assert!(text.contains("No portfolio was found. The search was cancelled."), "{text}");
}

#[test]
fn a_name_cannot_break_the_note() {
    let note = plain(&report(), "md");
    assert!(note.contains("Kabel 量子 \\| north"), "{note}");
}

#[test]
fn a_long_list_is_shortened_in_a_terminal_alone() {
    let ids: Vec<String> = (1..=15).map(|at| format!("candidate-{at}")).collect();
    let table = Table::of("steps", "Steps", [&ids])
        .words("enter", |ids| (*ids).clone())
        .column(Column::of("picks", Kind::Words).for_programs(), |_| "all");
    let report = AnalysisReport {
        case: report().case,
        analysis: "frontier",
        title: "A frontier".to_owned(),
        summary: Vec::new(),
        open: Vec::new(),
        tables: vec![table.table()],
        charts: Vec::new(),
        page: Vec::new(),
    };
    let terminal = plain(&report, "table");
    assert!(terminal.contains("candidate-10, and 5 more") && terminal.contains("Long lists"), "{terminal}");
    assert!(!terminal.contains("candidate-11") && !terminal.contains("picks"), "{terminal}");
    let note = plain(&report, "md");
    assert!(note.contains("candidate-15") && !note.contains("picks"), "{note}");
    assert_eq!(plain(&report, "csv"), format!("enter,picks\n{},all\n", ids.join(" ")));
}

#[test]
fn parts_beside_their_total_add_up_as_they_are_shown() {
    let part = |key| Column::of(key, Kind::Money(2)).part_of("bill");
    let table = Table::of("bills", "Bills", [["0.01", "0.005", "0.005"].map(figure)])
        .money("bill", |row| row[0])
        .column(part("paid_a"), |row| row[1])
        .column(part("paid_b"), |row| row[2])
        .table();
    let view = table.view(Audience::Notes, "EUR", usize::MAX);
    let shown: Vec<&str> = view.rows[0].iter().map(|(_, cell)| cell.as_str()).collect();
    assert_eq!(shown, ["0.01", "0.01", "0.00"]);
    assert_eq!(view.title, "Bills, money in EUR");
}
