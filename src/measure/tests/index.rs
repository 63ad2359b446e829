use super::*;

const RUNGS: &str = "[[rung]]\nid = \"low\"\nat_least = 10\npower = 0.2\n\
                     [[rung]]\nid = \"high\"\nat_least = 50\npower = 0.5\n";

/// Voices 3 and 1, domain weights 2 6 and 5 0, in the first domain services of weight 1 and 3.
fn weighted() -> Text {
    text(2027)
        .set(RUNGS)
        .ministries(&[("a", "voice = 3"), ("b", "voice = 1")])
        .with("domains", "domain,weight_a,weight_b\nfirst,2,5\nsecond,6,0")
        .with("services", "service,domain,weight,control\none,first,1,50\ntwo,first,3,10")
        .with("candidates", "candidate,domain\nc,first")
        .with("effects", "candidate,service,control_gain\nc,two,40")
}

#[test]
fn weights_and_voices_are_normalised() {
    // Voices 3/4 and 1/4. W[first] = 3/4 × 2/8 + 1/4 × 5/5 = 0.1875 + 0.25 = 0.4375; W[second] = 3/4 × 6/8 + 0 = 0.5625.
    // D[first] = (1 × 0.5 + 3 × 0.2) / 4 = 0.275; D[second] = 0, as it has no services.
    // index = 100 × (0.4375 × 0.275 + 0.5625 × 0) = 12.03125.
    let case = weighted().case();
    let result = measured(&case, "");
    assert_eq!(result.domains.iter().map(|domain| domain.weight).collect::<Vec<_>>(), ds("0.4375 0.5625"));
    assert_eq!(result.domains.iter().map(|domain| domain.power_before).collect::<Vec<_>>(), ds("0.275 0"));
    assert_eq!(result.index_before, d("12.03125"));
    assert_eq!((result.index_after, result.gain), (d("12.03125"), d("0")));
    // With c, D[first] = (1 × 0.5 + 3 × 0.5) / 4 = 0.5: the index is 100 × 0.4375 × 0.5 = 21.875, 9.84375 more.
    let result = measured(&case, "c 2027 100 0");
    assert_eq!((result.index_after, result.gain), (d("21.875"), d("9.84375")));
}

#[test]
fn each_ministry_sees_the_gain_by_its_own_weights() {
    // a: 100 × 2/8 × (0.5 - 0.275) = 5.625; b: 100 × 5/5 × 0.225 = 22.5.
    let result = measured(&weighted().case(), "c 2027 100 0");
    assert_eq!(result.ministries.iter().map(|it| it.gain_by_own_weights).collect::<Vec<_>>(), ds("5.625 22.5"));
}

#[test]
fn the_index_of_today_is_before_any_drift() {
    // Today 15 is on the first rung: 0.2. At the end of the first year 15 - 10 is on none.
    let case = text(2027)
        .set(RUNGS)
        .with("domains", "domain,weight_a\nx,1")
        .with("services", "service,domain,control,drift\ns,x,15,10")
        .case();
    assert_eq!(crate::measure::Measures::new(&case).index_today(&case), d("20"));
    assert_eq!(measured(&case, "").index_before, d("0"));
}

#[test]
fn quotients_keep_all_digits() {
    // Three domains of weight 1: 1/3 has 28 digits; half of it is rounded to even at the 28th, and the index is 100 times
    // that.
    let case = text(2027)
        .set(RUNGS)
        .with("domains", "domain,weight_a\nx,1\ny,1\nz,1")
        .with("services", "service,domain,control\ns,x,50")
        .case();
    let result = measured(&case, "");
    assert_eq!(result.domains[0].weight, d("0.3333333333333333333333333333"));
    assert_eq!(result.index_before, d("16.66666666666666666666666666"));
}

/// Power 0 before; with c 0, 0.2 and 0.5 in the three years, as drift is none and b comes later.
fn over_time(timing: &str) -> Case {
    text(2029)
        .set(RUNGS)
        .set(&format!("[objective]\ntiming = \"{timing}\""))
        .with("services", "service,domain,control,drift\ns,d,15,4")
        .with("candidates", "candidate,domain,start_from,points\nc,d,2028,-0.5\ne,d,2029,2")
        .with("effects", "candidate,service,control_gain\nc,s,5\ne,s,45")
        .case()
}

#[test]
fn final_timing_takes_the_end_of_the_last_year() {
    // Nothing chosen: 11, 7, 3 % of control, power 0.2, 0, 0. With both: 11, 12, 53 %, power 0.2, 0.2, 0.5.
    let result = measured(&over_time("final"), "c 2028 100, e 2029 100");
    assert_eq!(result.years.iter().map(|year| year.index_before).collect::<Vec<_>>(), ds("20 0 0"));
    assert_eq!(result.years.iter().map(|year| year.index_after).collect::<Vec<_>>(), ds("20 20 50"));
    assert_eq!((result.index_before, result.index_after, result.gain), (d("0"), d("50"), d("50")));
    // Points: -0.5 + 2 = 1.5 on top of the gain.
    assert_eq!((result.points, result.objective), (d("1.5"), d("51.5")));
}

#[test]
fn average_timing_takes_the_mean_over_the_horizon() {
    // Before: (20 + 0 + 0) / 3 = 6.666…; after: (20 + 20 + 50) / 3 = 30; services still show the last year.
    let result = measured(&over_time("average"), "c 2028 100, e 2029 100");
    assert_eq!(result.index_before, d("6.6666666666666666666666666667"));
    assert_eq!(result.index_after, d("30"));
    assert_eq!(result.gain, d("23.3333333333333333333333333333"));
    assert_eq!(result.services[0].control_after, d("53"));
    assert_eq!(result.ministries[0].gain_by_own_weights, result.gain);
}

#[test]
fn nothing_chosen_means_nothing_also_where_something_is_locked_in() {
    let case = weighted().with("candidates", "candidate,domain,status,reason\nc,first,locked_in,agreed").case();
    assert_eq!(measured(&case, "c 2027 100 0").index_before, d("12.03125"));
}

fn targets(target: &str, needed: usize) -> Evaluation {
    let mut case = text(2027)
        .set(RUNGS)
        .set("[[rung]]\nid = \"all\"\nat_least = 90\npower = 1\n")
        .set(&format!("[require]\ndomains_at_target = {needed}"))
        .with("domains", "domain,weight_a,target\nd,1,\nempty,1,0.1\nfree,1,0")
        .with("services", "service,domain,control\nx,d,90\ny,d,90\nz,d,0")
        .case();
    case.domains[0].target = d(target);
    measured(&case, "")
}

#[test]
fn a_target_is_compared_without_dividing() {
    // D = 2/3. With 28 digits the quotient rounds up to 0.6666666666666666666666666667 and would reach that target; but
    // 2 < 3 × 0.6666666666666666666666666667.
    assert!(targets("0.6666666666666666666666666666", 0).domains[0].at_target);
    assert_eq!(targets("0", 0).domains[0].power_after, d("0.6666666666666666666666666667"));
    assert!(!targets("0.6666666666666666666666666667", 0).domains[0].at_target);
}

#[test]
fn enough_domains_must_reach_their_target() {
    // Of d (2/3 ≥ 0.6), the empty domain (0 < 0.1) and the free one (0 ≥ 0) two reach it.
    let result = targets("0.6", 2);
    assert!(verdict(&result, Rule::DomainsAtTarget).binds);
    assert_eq!(broken(&targets("0.6", 3)), [(Rule::DomainsAtTarget, d("-1"))]);
    assert!(targets("0.6", 0).verdicts.iter().all(|verdict| verdict.rule != Rule::DomainsAtTarget));
}

#[test]
fn weights_of_zero_do_not_bring_the_program_down() {
    let (case, _) = weighted()
        .with("domains", "domain,weight_a,weight_b\nfirst,0,0\nsecond,0,0")
        .with("services", "service,domain,weight,control\none,first,0,50\ntwo,first,0,10")
        .lenient();
    assert_eq!(measured(&case, "").index_after, d("0"));
}
