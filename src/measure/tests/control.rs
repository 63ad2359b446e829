use super::*;
use crate::model::RungIx;

const RUNGS: &str = "[[rung]]\nid = \"seat\"\nat_least = 10\npower = 0.1\n\
                     [[rung]]\nid = \"block\"\nat_least = 25\npower = 0.4\n\
                     [[rung]]\nid = \"decide\"\nat_least = 50\npower = 1\n";

fn service(last_year: Year, service: &str) -> Text {
    text(last_year).set(RUNGS).with("services", &format!("service,domain,control,drift\ns,d,{service}"))
}

#[test]
fn control_wears_off_from_the_first_year_on() {
    // 30 - 2.5 × 1, × 2, × 3, × 4.
    let result = measured(&service(2030, "30,2.5").case(), "");
    assert_eq!(result.services[0].control_by_year, ds("27.5 25 22.5 20"));
    // At least 25 is the second rung, inclusive; below it the first.
    assert_eq!(result.services[0].power_by_year, ds("0.4 0.4 0.1 0.1"));
    assert_eq!(result.services[0].rung_before, Some(RungIx(0)));
}

#[test]
fn control_never_falls_below_0_and_gains_come_on_top() {
    // max(0, 3 - 2) = 1, max(0, 3 - 4) = 0, max(0, 3 - 6) = 0 + 5 in force from 2029.
    let case = service(2029, "3,2")
        .with("candidates", "candidate,domain,start_from\nc,d,2029")
        .with("effects", "candidate,service,control_gain\nc,s,5")
        .case();
    assert_eq!(measured(&case, "c 2029 100").services[0].control_by_year, ds("1 0 5"));
}

#[test]
fn control_never_rises_above_100_but_covers_drift() {
    // 90 - 5 + 25 = 110 -> 100, 80 + 25 = 105 -> 100, 75 + 25 = 100, 70 + 25 = 95.
    let case = service(2030, "90,5")
        .with("candidates", "candidate,domain\nc,d")
        .with("effects", "candidate,service,control_gain\nc,s,25")
        .case();
    assert_eq!(measured(&case, "c 2027 100").services[0].control_by_year, ds("100 100 100 95"));
}

#[test]
fn an_effect_holds_from_the_end_of_the_last_year_of_its_lead_time() {
    // Started in 2028 with a lead time of 2 it is in force at the end of 2028 + 2 - 1 = 2029.
    let case = service(2030, "0,0")
        .with("candidates", "candidate,domain,start_from,lead_time\nc,d,2028,2")
        .with("effects", "candidate,service,control_gain\nc,s,12")
        .case();
    let result = measured(&case, "c 2028 100");
    assert_eq!(result.picks[0].in_force, 2029);
    assert_eq!(result.services[0].control_by_year, ds("0 0 12 12"));
}

#[test]
fn without_a_lead_time_the_effect_holds_with_the_last_cost() {
    // The last cost that is not 0 falls in the third year: 2027 + 3 - 1 = 2029.
    let case = service(2030, "0,0")
        .with("candidates", "candidate,domain,cost_1,cost_2,cost_3,cost_4\nc,d,1,0,1,0")
        .with("effects", "candidate,service,control_gain\nc,s,12")
        .case();
    assert_eq!(measured(&case, "c 2027 100").services[0].control_by_year, ds("0 0 12 12"));
}

#[test]
fn an_effect_that_comes_after_the_horizon_counts_nothing_but_its_points_do() {
    let case = service(2028, "0,0")
        .with("candidates", "candidate,domain,lead_time,points\nc,d,3,1.5")
        .with("effects", "candidate,service,control_gain,grants\nc,s,60,decide")
        .case();
    let result = measured(&case, "c 2027 100");
    assert_eq!(result.services[0].control_by_year, ds("0 0"));
    assert_eq!((result.gain, result.objective), (d("0"), d("1.5")));
}

#[test]
fn at_expected_risk_a_gain_counts_times_its_success() {
    // 5 + 20 × 0.75 = 20 at expected risk, the first rung; 5 + 20 = 25 in full, the second.
    let with = |risk: &str| {
        service(2027, "5,0")
            .set(&format!("[objective]\nrisk = \"{risk}\""))
            .with("candidates", "candidate,domain,success\nc,d,0.75")
            .with("effects", "candidate,service,control_gain\nc,s,20")
            .case()
    };
    let expected = measured(&with("expected"), "c 2027 100");
    let full = measured(&with("full"), "c 2027 100");
    assert_eq!((expected.services[0].control_after, expected.gain), (d("20"), d("10")));
    assert_eq!((full.services[0].control_after, full.gain), (d("25"), d("40")));
}

fn synergy(risk: &str) -> Case {
    service(2029, "0,0")
        .set(&format!("[objective]\nrisk = \"{risk}\""))
        .with("candidates", "candidate,domain,success,start_to,lead_time\na,d,0.8,,1\nb,d,0.5,2028,1\nc,d,0.9,,1")
        .with("effects", "candidate,service,control_gain\na,s,10\nb,s,10")
        .with("relations", "kind,members,service,control_gain\nsynergy,a b,s,10\nsynergy,a b c,s,100")
        .case()
}

#[test]
fn a_synergy_holds_when_all_members_do_and_succeeds_when_all_members_do() {
    // a: 10 × 0.8 = 8 from 2027; b: 10 × 0.5 = 5 from 2028; together 10 × 0.8 × 0.5 = 4 from 2028: 8, 17, 17.
    let result = measured(&synergy("expected"), "a 2027 100, b 2028 100");
    assert_eq!(result.services[0].control_by_year, ds("8 17 17"));
    // With c the three add 100 × 0.8 × 0.5 × 0.9 = 36 more.
    let result = measured(&synergy("expected"), "a 2027 100, b 2028 100, c 2027 100");
    assert_eq!(result.services[0].control_by_year, ds("8 53 53"));
}

#[test]
fn at_full_risk_a_synergy_counts_in_full() {
    // 10, then 10 + 10 + 10.
    let result = measured(&synergy("full"), "a 2027 100, b 2028 100");
    assert_eq!(result.services[0].control_by_year, ds("10 30 30"));
    assert_eq!(measured(&synergy("full"), "a 2027 100").services[0].control_after, d("10"));
}

#[test]
fn a_granted_rung_is_held_whatever_the_control_and_the_risk() {
    // In force from 2028; success 0.5 halves the gain (30 × 0.5 = 15, the first rung), not the right.
    let case = service(2029, "0,0")
        .with("candidates", "candidate,domain,success,start_from\nc,d,0.5,2028\nmore,d,1,2029")
        .with("effects", "candidate,service,control_gain,grants\nc,s,30,block\nmore,s,45,seat")
        .case();
    let result = measured(&case, "c 2028 100");
    assert_eq!(result.services[0].control_by_year, ds("0 15 15"));
    assert_eq!(result.services[0].power_by_year, ds("0 0.4 0.4"));
    assert_eq!(result.services[0].rung_after, Some(RungIx(1)));
    // 15 + 45 = 60 reaches the third rung by control, above both rights.
    let result = measured(&case, "c 2028 100, more 2029 100");
    assert_eq!(result.services[0].power_by_year, ds("0 0.4 1"));
    assert_eq!(result.services[0].rung_after, Some(RungIx(2)));
}

#[test]
fn a_rung_is_missed_by_the_least_bit() {
    let with = |gain: &str| {
        let case = service(2027, "0,0")
            .with("candidates", "candidate,domain\nc,d")
            .with("effects", &format!("candidate,service,control_gain\nc,s,{gain}"))
            .case();
        measured(&case, "c 2027 100").services[0].power_after
    };
    assert_eq!(with("49.9999"), d("0.4"));
    assert_eq!(with("50"), d("1"));
}

#[test]
fn an_effect_from_before_the_horizon_holds_from_its_first_year() {
    // Such a start is broken, 2 years too early; it is measured all the same: 12 in both years.
    let case = service(2028, "0,0")
        .with("candidates", "candidate,domain\nc,d")
        .with("effects", "candidate,service,control_gain\nc,s,12")
        .case();
    let result = measured(&case, "c 2025 100");
    assert_eq!(result.services[0].control_by_year, ds("12 12"));
    assert_eq!(broken(&result), [(Rule::Start(crate::model::CandidateIx(0)), d("-2"))]);
}

/// The example of the page about formulas: control and power by year for both starts, and a right that ends.
#[test]
fn what_wears_off_drops_to_what_the_others_give() {
    const LADDER: &str = "[[rung]]\nid = \"seat\"\nat_least = 10\npower = 0.4\n\
                          [[rung]]\nid = \"decide\"\nat_least = 20\npower = 1\n";
    let case = text(2030)
        .set(LADDER)
        .with("services", "service,domain,control\ns,d,8")
        .with("candidates", "candidate,domain,start_from,start_to\na,d,2028,\nb,d,2027,2029\nright,d,2027,")
        .with("effects", "candidate,service,control_gain,grants,lasts\na,s,5,,\nb,s,10,,2\nright,s,0,decide,1")
        .case();
    let of = |picks: &str| {
        let service = &measured(&case, picks).services[0];
        (service.control_by_year.clone(), service.power_by_year.clone())
    };
    assert_eq!(of("a 2028 100, b 2027 100"), (ds("18 23 13 13"), ds("0.4 1 0.4 0.4")));
    assert_eq!(of("a 2028 100, b 2029 100"), (ds("8 13 23 23"), ds("0 0.4 1 1")));
    assert_eq!(of("right 2027 100, a 2028 100"), (ds("8 13 13 13"), ds("1 0.4 0.4 0.4")));
}

/// The example of the page about formulas: a right of consent that ends, alone and with a stake.
#[test]
fn a_right_that_ends_leaves_what_the_stake_gives() {
    const LADDER: &str = "[[rung]]\nid = \"seat\"\nat_least = 25\npower = 0.2\n\
                          [[rung]]\nid = \"veto\"\nat_least = 34\npower = 0.5\n\
                          [[rung]]\nid = \"decide\"\nat_least = 51\npower = 1\n";
    let case = text(2029)
        .set(LADDER)
        .with("services", "service,domain,control\ns,d,30")
        .with("candidates", "candidate,domain,instrument,start_from\nright,d,consent_right,2028\nstake,d,,2029")
        .with(
            "effects",
            "candidate,service,control_gain,grants,prevents,lasts\nright,s,0,veto,takeover,1\nstake,s,5,,,",
        )
        .case();
    let power = |picks: &str| measured(&case, picks).services[0].power_by_year.clone();
    assert_eq!(power("right 2028 100"), ds("0.2 0.5 0.2"));
    assert_eq!(power("right 2028 100, stake 2029 100"), ds("0.2 0.5 0.5"));
}
