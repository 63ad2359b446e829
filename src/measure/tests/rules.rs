use super::*;
use crate::measure::rules;
use crate::model::schema::Unit;
use crate::model::{Amount, CandidateIx, MinistryIx, ServiceIx};

/// Three candidates that cost 10, 20 and 30 in the year of their start, any of 2027 to 2029.
fn three() -> Text {
    text(2029).with(
        "candidates",
        "candidate,name,domain,instrument,pillar,cost_1,start_to\n\
         a,Alpha,d,grant,one,10,2029\nb,Beta,d,grant,two,20,2029\nc,Gamma,d,equity,two,30,2029",
    )
}

fn related(kind: &str, members: &str, count: &str) -> Case {
    three().with("relations", &format!("kind,members,count\n{kind},{members},{count}")).case()
}

/// The slack of the first relation, and whether it binds.
fn slack(case: &Case, picks: &str) -> (Decimal, bool, Unit) {
    let result = measured(case, picks);
    let verdict = verdict(&result, Rule::Relation(0));
    assert_eq!(verdict.holds, verdict.slack >= Decimal::ZERO);
    (verdict.slack, verdict.binds, verdict.unit)
}

#[test]
fn what_is_required_starts_no_later() {
    let case = related("requires", "a b c", "");
    // The latest of b and c starts 1 year before a, in the same year, 1 year after it.
    assert_eq!(slack(&case, "a 2029 100, b 2027 100, c 2028 100"), (d("1"), false, Unit::Years));
    assert_eq!(slack(&case, "a 2028 100, b 2027 100, c 2028 100"), (d("0"), true, Unit::Years));
    assert_eq!(slack(&case, "a 2028 100, b 2027 100, c 2029 100"), (d("-1"), false, Unit::Years));
    // One of the two is missing, both are.
    assert_eq!(slack(&case, "a 2028 100, b 2027 100"), (d("-1"), false, Unit::None));
    assert_eq!(slack(&case, "a 2028 100"), (d("-2"), false, Unit::None));
    // Without a nothing is required, whatever else is chosen.
    for picks in ["", "b 2027 100", "b 2027 100, c 2027 100"] {
        assert_eq!(slack(&case, picks), (d("0"), false, Unit::None));
        let result = measured(&case, picks);
        let verdict = verdict(&result, Rule::Relation(0));
        assert!(
            verdict.idle
                && verdict
                    .sentence(&case)
                    .ends_with("this does not apply, because the candidate itself is not chosen.")
        );
    }
}

#[test]
fn counts_of_members_are_kept() {
    let (all, two, none) = ("a 2027 100, b 2027 100, c 2027 100", "a 2027 100, b 2027 100", "");
    let excludes = related("excludes", "a b c", "");
    assert_eq!(slack(&excludes, all), (d("-2"), false, Unit::None));
    assert_eq!(slack(&excludes, "b 2027 100"), (d("0"), true, Unit::None));
    assert_eq!(slack(&excludes, none), (d("1"), false, Unit::None));
    let at_least = related("at_least", "a b c", "2");
    assert_eq!(slack(&at_least, none), (d("-2"), false, Unit::None));
    assert_eq!(slack(&at_least, two), (d("0"), true, Unit::None));
    assert_eq!(slack(&at_least, all), (d("1"), false, Unit::None));
    let at_most = related("at_most", "a b c", "2");
    assert_eq!(slack(&at_most, all), (d("-1"), false, Unit::None));
    assert_eq!(slack(&at_most, two), (d("0"), true, Unit::None));
}

#[test]
fn locks_are_kept() {
    let case = three()
        .with("candidates", "candidate,domain,status,reason\nin,d,locked_in,agreed\nout,d,locked_out,refused")
        .case();
    assert!(measured(&case, "in 2027 100").keeps_all_rules());
    assert_eq!(
        broken(&measured(&case, "out 2027 100")),
        [(Rule::LockedIn(CandidateIx(0)), d("-1")), (Rule::LockedOut(CandidateIx(1)), d("-1"))]
    );
}

#[test]
fn a_start_lies_in_its_window() {
    // The window is 2028 to 2030; the last cost comes 1 year after the start and the horizon ends in 2030: 2028 to 2029.
    let case = text(2030).with("candidates", "candidate,domain,cost_2,start_from,start_to\nc,d,1,2028,2030").case();
    let slack = |start: Year| {
        let result = measured(&case, &format!("c {start} 100"));
        verdict(&result, Rule::Start(CandidateIx(0))).slack
    };
    assert_eq!([2026, 2027, 2028, 2029, 2030, 2031].map(slack), *ds("-2 -1 0 0 -1 -2"));
}

fn shared() -> Case {
    text(2027)
        .ministries(&[("a", ""), ("b", "")])
        .with("domains", "domain,weight_a,weight_b\nd,1,1")
        .with("candidates", "candidate,domain,share_a,share_b\nrange,d,20-60,30-80\nfixed,d,40,60\nany,d,,")
        .case()
}

#[test]
fn shares_lie_in_their_ranges_and_add_up_to_100() {
    let case = shared();
    let slack = |picks: &str| {
        let result = measured(&case, picks);
        let verdict = &result.verdicts[1];
        assert!(matches!(verdict.rule, Rule::Shares(_)));
        (verdict.slack, verdict.holds, verdict.binds)
    };
    // a could give 30 to b (50 - 20, 80 - 50 = 30) or take 10 from it (60 - 50, 50 - 30 = 20): at most 30 can move.
    assert_eq!(slack("range 2027 50 50"), (d("30"), true, false));
    assert_eq!(slack("fixed 2027 40 60"), (d("0"), true, true));
    // 99 and 101 in all; 70 is 10 above 60; 0 and 100 are 20 below and 20 above, which is one mistake; 200 % is 100 too much.
    assert_eq!(slack("range 2027 50 49"), (d("-1"), false, false));
    assert_eq!(slack("range 2027 51 50"), (d("-1"), false, false));
    assert_eq!(slack("range 2027 70 30"), (d("-10"), false, false));
    assert_eq!(slack("range 2027 0 100"), (d("-20"), false, false));
    assert_eq!(slack("any 2027 100 100"), (d("-100"), false, false));
    // 90 of 100: 10 are missing, whether or not the share that is too small is also out of its range.
    assert_eq!(slack("fixed 2027 30 60"), (d("-10"), false, false));
    // A portfolio without shares pays nothing: 100 % are missing.
    assert_eq!(slack("range 2027"), (d("-100"), false, false));
}

fn limited(limit: &str) -> Case {
    three().with("limits", &format!("scope,value,min,max\n{limit}")).case()
}

#[test]
fn limits_in_money_bound_what_is_spent_on_a_scope() {
    let picks = "a 2027 100, b 2028 100, c 2029 100";
    let slack = |limit: &str, rule: Rule| verdict(&measured(&limited(limit), picks), rule).slack;
    // grant: 10 + 20 = 30; two: 20 + 30 = 50; the domain and the ministry: 60.
    assert_eq!(slack("instrument,grant,,40", Rule::LimitMax(0)), d("10"));
    assert_eq!(slack("pillar,two,55,", Rule::LimitMin(0)), d("-5"));
    assert_eq!(slack("domain,d,60,", Rule::LimitMin(0)), d("0"));
    assert_eq!(slack("ministry,a,,59.99", Rule::LimitMax(0)), d("-0.01"));
}

#[test]
fn limits_in_percent_are_of_all_public_spending() {
    let slack = |limit: &str, rule: Rule, picks: &str| {
        let result = measured(&limited(limit), picks);
        let verdict = verdict(&result, rule);
        (verdict.slack, verdict.holds, verdict.unit)
    };
    // grant is 30 of 60; 50 % of 60 is 30, 50.01 % is 30.006, 49.99 % is 29.994.
    let picks = "a 2027 100, b 2028 100, c 2029 100";
    assert_eq!(slack("instrument,grant,50%,", Rule::LimitMin(0), picks), (d("0"), true, Unit::Money));
    assert_eq!(slack("instrument,grant,50.01%,", Rule::LimitMin(0), picks), (d("-0.006"), false, Unit::Money));
    assert_eq!(slack("instrument,grant,,49.99%", Rule::LimitMax(0), picks), (d("-0.006"), false, Unit::Money));
    // Of b alone the pillar two has everything: 100 % of 20 at most.
    assert_eq!(slack("pillar,two,,100%", Rule::LimitMax(0), "b 2027 100"), (d("0"), true, Unit::Money));
    // Of no spending at all every part is kept: 30 % of 0 is 0.
    assert_eq!(slack("instrument,grant,30%,", Rule::LimitMin(0), ""), (d("0"), true, Unit::Money));
}

#[test]
fn limits_count_the_bill_after_cofinancing_and_the_ministrys_part_of_it() {
    // 200 × (1 - 0.5) = 100, of which a pays 30 % = 30 and b 70 % = 70.
    let case = text(2027)
        .ministries(&[("a", ""), ("b", "")])
        .with("domains", "domain,weight_a,weight_b\nd,1,1")
        .with("budgets", "ministry,year,amount\na,2027,100\nb,2027,100")
        .with("candidates", "candidate,domain,cost_1,cofinance\nc,d,200,50")
        .with("limits", "scope,value,min,max\nministry,a,,25\nministry,b,75%,\ndomain,d,100,100")
        .case();
    let result = measured(&case, "c 2027 30 70");
    assert_eq!(broken(&result), [(Rule::LimitMax(0), d("-5")), (Rule::LimitMin(1), d("-5"))]);
    assert!(verdict(&result, Rule::LimitMin(2)).binds && verdict(&result, Rule::LimitMax(2)).binds);
}

fn floored(gain: &str, granted: &str) -> Evaluation {
    let case = text(2028)
        .set("[[rung]]\nid = \"seat\"\nname = \"Seat\"\nat_least = 10\npower = 0.1\n")
        .set("[[rung]]\nid = \"block\"\nname = \"Blocking\"\nat_least = 25\npower = 0.4\n")
        .with("services", "service,domain,control,drift,floor\ns,d,30,10,block")
        .with("candidates", "candidate,domain\nc,d")
        .with("effects", &format!("candidate,service,control_gain,grants\nc,s,{gain},{granted}"))
        .case();
    measured(&case, "c 2027 100")
}

#[test]
fn a_floor_is_power_at_the_end_of_the_horizon() {
    // 30 - 2 × 10 = 10 is left at the end; 10 + 15 = 25 is the rung, 24.9999 is below it: 0.1 - 0.4 = -0.3.
    let floor = Rule::Floor(ServiceIx(0));
    assert!(verdict(&floored("15", ""), floor).binds);
    assert_eq!(broken(&floored("14.9999", "")), [(floor, d("-0.3"))]);
    assert!(floored("0", "block").keeps_all_rules());
    assert_eq!(broken(&floored("0", "seat")), [(floor, d("-0.3"))]);
}

#[test]
fn a_candidate_that_the_case_does_not_have_is_reported_only() {
    let case = three().case();
    let stranger = Pick { candidate: CandidateIx(7), start: 2027, shares: vec![100] };
    let result = evaluate(&case, &Portfolio::new(vec![stranger]));
    assert_eq!(broken(&result), [(Rule::Known(CandidateIx(7)), d("-1"))]);
    assert!(result.picks.is_empty());
    assert_eq!(result.verdicts[0].sentence(&case), "Candidate number 8 is not in the case; this is broken.");
}

#[test]
fn every_broken_rule_is_reported_at_once() {
    // 10 + 20 + 30 = 60 of 50; a twice would be more. Shares of c add up to 90.
    let case = three()
        .with("budgets", "ministry,year,amount\na,2027,50")
        .with("relations", "kind,members\nexcludes,a b")
        .case();
    let result = measured(&case, "a 2027 100, a 2027 100, b 2027 100, c 2027 90");
    assert_eq!(
        broken(&result),
        [
            (Rule::Known(CandidateIx(0)), d("-1")),
            (Rule::Shares(CandidateIx(2)), d("-10")),
            // 10 + 10 + 20 + 27 = 67 of 50.
            (Rule::Budget { ministry: MinistryIx(0), year: 2027 }, d("-17")),
            (Rule::Relation(0), d("-1")),
        ]
    );
}

#[test]
fn numbers_beyond_all_bounds_do_not_bring_the_program_down() {
    let mut case = text(2028)
        .set("[[rung]]\nid = \"seat\"\nat_least = 10\npower = 1\n")
        .with("services", "service,domain,drift\ns,d,1\nt,d,1")
        .with("candidates", "candidate,domain,cost_1,cost_2\nx,d,1,1\ny,d,1,1")
        .with("effects", "candidate,service,control_gain\nx,s,1\ny,s,1")
        .with("limits", "scope,value,max\ndomain,d,1\ndomain,d,1%")
        .case();
    case.domains[0].weights = vec![Decimal::MAX];
    for service in &mut case.services {
        (service.weight, service.drift) = (Decimal::MAX, Decimal::MAX);
    }
    for candidate in &mut case.candidates {
        candidate.costs.fill(Decimal::MAX);
        candidate.points = Decimal::MAX;
        candidate.effects[0].control_gain = Decimal::MAX;
    }
    case.candidates[1].points = Decimal::MIN;
    case.ministries[0].budget.fill(Decimal::MAX);
    case.limits[0].max = Some(Amount::Money(Decimal::MAX));
    case.limits[1].max = Some(Amount::Percent(Decimal::MAX));
    let result = measured(&case, "x 2027 255, x 2028 255, y 2027 255");
    assert!(!result.keeps_all_rules());
    for verdict in &result.verdicts {
        assert!(!verdict.sentence(&case).is_empty());
    }
    assert_eq!(crate::measure::Measures::new(&case).story(&case, &result).len(), 3);
}

#[test]
fn rules_speak_in_planners_words() {
    let case = text(2030)
        .ministries(&[("a", "carry_over = 0.5"), ("joint", "")])
        .set("[require]\ndomains_at_target = 1")
        .set("[[rung]]\nid = \"seat\"\nname = \"Seat at the table\"\nat_least = 10\npower = 0.1\n")
        .with("domains", "domain,name,weight_a,weight_joint\nd,Cloud,1,1")
        .with("services", "service,domain,name,floor\ns,d,Core cloud,seat")
        .with("budgets", "ministry,year,amount\na,2027,120\na,2029,80.50\njoint,2028,5")
        .with(
            "candidates",
            "candidate,name,domain,cost_1,start_from,start_to,share_a,status,reason\n\
             x,Alpha,d,1,2027,2029,40,locked_in,Signed in 2026.\ny,Beta,d,1,2028,,20-60,locked_out,\nz,Gamma,d,,,,,,",
        )
        .with("relations", "kind,members,count\nrequires,x z,\nexcludes,x y z,\nat_least,x z,1\nat_most,y z,1")
        .with("limits", "scope,value,min,max\ndomain,d,10,33.3%\nministry,a,5%,90\ninstrument,grant,,1")
        .case();
    let (a, joint, x, y, z) = (MinistryIx(0), MinistryIx(1), CandidateIx(0), CandidateIx(1), CandidateIx(2));
    let said = [
        (Rule::Known(x), "Alpha may be chosen only once"),
        (Rule::Start(x), "Alpha may start only in 2027 to 2029"),
        (Rule::Start(y), "Beta may start only in 2028"),
        (Rule::Shares(x), "the shares of the bill of Alpha must add up to 100 %, where the Ministry of A pays 40 %"),
        (
            Rule::Shares(y),
            "the shares of the bill of Beta must add up to 100 %, where the Ministry of A pays 20 to 60 %",
        ),
        (Rule::Shares(z), "the shares of the bill of Gamma must add up to 100 %"),
        (Rule::LockedIn(x), "Alpha is locked in: it must be chosen (Signed in 2026)"),
        (Rule::LockedOut(y), "Beta is locked out: it must not be chosen"),
        (Rule::Budget { ministry: a, year: 2027 }, "the Ministry of A may spend at most 120 million EUR in 2027"),
        (
            Rule::Budget { ministry: a, year: 2029 },
            "the Ministry of A may spend at most 80.5 million EUR in 2029, plus what it carries over",
        ),
        (Rule::Budget { ministry: joint, year: 2028 }, "the Ministry of JOINT may spend at most 5 million EUR in 2028"),
        (Rule::Relation(0), "Alpha requires Gamma, which starts no later"),
        (Rule::Relation(1), "at most one of Alpha, Beta and Gamma may be chosen"),
        (Rule::Relation(2), "at least 1 of Alpha and Gamma must be chosen"),
        (Rule::Relation(3), "at most 1 of Beta and Gamma may be chosen"),
        (
            Rule::LimitMin(0),
            "public spending on the domain Cloud must be at least 10 million EUR over the whole horizon",
        ),
        (
            Rule::LimitMax(0),
            "public spending on the domain Cloud may be at most 33.3 % of all public spending over the whole horizon",
        ),
        (Rule::LimitMin(1), "the Ministry of A must pay at least 5 % of all public spending over the whole horizon"),
        (Rule::LimitMax(1), "the Ministry of A may pay at most 90 million EUR over the whole horizon"),
        (
            Rule::LimitMax(2),
            "public spending on the instrument grant may be at most 1 million EUR over the whole horizon",
        ),
        (
            Rule::Floor(ServiceIx(0)),
            "Core cloud must hold at least the power of Seat at the table (0.1) at the end of 2030",
        ),
        (Rule::DomainsAtTarget, "at least 1 domain must reach the target by the end of 2030"),
    ];
    for (rule, words) in said {
        assert_eq!(rule.describe(&case), words);
    }
    let listed = rules(&case);
    assert!(said.iter().filter(|(rule, _)| !matches!(rule, Rule::Known(_))).all(|(rule, _)| listed.contains(rule)));
    // 3 starts, 3 shares, 2 locks, 2 × 4 budgets, 4 relations, 5 ends of limits, 1 floor, 1 target.
    assert_eq!(listed.len(), 27);
}

#[test]
fn verdicts_say_whether_a_rule_holds_binds_or_is_broken() {
    let case = three().with("budgets", "ministry,year,amount\na,2027,30\na,2028,20.5\na,2029,1").case();
    let result = measured(&case, "a 2027 100, c 2029 100, b 2027 100");
    let say = |year: Year| verdict(&result, Rule::Budget { ministry: MinistryIx(0), year }).sentence(&case);
    let budget = |text: &str| format!("The Ministry of A may spend at most {text}.");
    assert_eq!(say(2027), budget("30 million EUR in 2027; this binds: there is nothing to spare"));
    assert_eq!(say(2028), budget("20.5 million EUR in 2028; this holds with 20.5 million EUR to spare"));
    assert_eq!(say(2029), budget("1 million EUR in 2029; this is broken by 29 million EUR"));
}
