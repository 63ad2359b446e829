use super::*;
use crate::model::{CandidateIx, MinistryIx};
use crate::rules::YearSpending;

const TWO: [(&str, &str); 2] = [("a", "carry_over = 0"), ("b", "carry_over = 0")];

fn two(last_year: Year) -> Text {
    text(last_year).ministries(&TWO).with("domains", "domain,weight_a,weight_b\nd,1,1")
}

/// One candidate for each year, so that spending by year is whatever the test wants.
fn spends(carry_over: &str, budgets: &str, costs: &str) -> Evaluation {
    let carry_over = format!("carry_over = {carry_over}");
    let rows = budgets.split_whitespace().zip(2027..).map(|(amount, year)| format!("\na,{year},{amount}"));
    let cost = costs.split_whitespace().zip(2027..);
    let candidates = cost.clone().map(|(cost, year)| format!("\nc{year},d,{cost},{year}"));
    let picks: Vec<_> = cost.map(|(_, year)| format!("c{year} {year} 100")).collect();
    let case = text(2029)
        .ministries(&[("a", &carry_over)])
        .with("budgets", &["ministry,year,amount".to_owned(), rows.collect()].concat())
        .with("candidates", &["candidate,domain,cost_1,start_from".to_owned(), candidates.collect()].concat())
        .case();
    measured(&case, &picks.join(", "))
}

fn budget(year: Year) -> Rule {
    Rule::Budget { ministry: MinistryIx(0), year }
}

#[test]
fn others_pay_the_cofinanced_part_of_every_year() {
    // 25 % is paid by others, 75 % is left: 10 × 0.75 = 7.5, 20.5 × 0.75 = 15.375, 0, 4 × 0.75 = 3.
    // In all 7.5 + 15.375 + 0 + 3 = 25.875.
    let case = text(2030)
        .with("candidates", "candidate,domain,cost_1,cost_2,cost_3,cost_4,cofinance\nc,d,10,20.5,,4,25")
        .case();
    let result = measured(&case, "c 2027 100");
    let spent: Vec<_> = result.spending[0].iter().map(|year| year.spent).collect();
    assert_eq!(spent, ds("7.5 15.375 0 3"));
    assert_eq!(result.picks[0].bill, d("25.875"));
    assert_eq!(result.cost, d("25.875"));
}

#[test]
fn a_bill_moves_with_its_start() {
    let case = text(2029).with("candidates", "candidate,domain,cost_1,cost_2,start_to\nc,d,3,4,2028").case();
    let result = measured(&case, "c 2028 100");
    let spent: Vec<_> = result.spending[0].iter().map(|year| year.spent).collect();
    assert_eq!(spent, ds("0 3 4"));
}

#[test]
fn shares_split_every_year_of_the_bill() {
    // 33 % of 10.01 = 3.3033 and of 5 = 1.65, together 4.9533; 67 %: 6.7067 and 3.35, together 10.0567.
    // 4.9533 + 10.0567 = 15.01, the whole bill.
    let case = two(2028)
        .with("candidates", "candidate,domain,cost_1,cost_2\nc,d,10.01,5")
        .with("budgets", "ministry,year,amount\na,2027,10\na,2028,10\nb,2027,10\nb,2028,10")
        .case();
    let result = measured(&case, "c 2027 33 67");
    let spent = |m: usize| result.spending[m].iter().map(|year| year.spent).collect::<Vec<_>>();
    assert_eq!(spent(0), ds("3.3033 1.65"));
    assert_eq!(spent(1), ds("6.7067 3.35"));
    assert_eq!(result.picks[0].paid, ds("4.9533 10.0567"));
    assert_eq!(result.ministries.iter().map(|it| it.spent).collect::<Vec<_>>(), ds("4.9533 10.0567"));
    assert!(result.keeps_all_rules());
}

#[test]
fn all_that_is_left_is_carried_over() {
    // 10 - 4 = 6 left; 10 + 6 - 13 = 3 left; 10 + 3 - 12 = 1 left.
    let result = spends("\"all\"", "10 10 10", "4 13 12");
    let carried: Vec<_> = result.spending[0].iter().map(|year| (year.carried_in, year.carried_out)).collect();
    assert_eq!(carried, [(d("0"), d("6")), (d("6"), d("3")), (d("3"), d("1"))]);
    assert!(result.keeps_all_rules());
    assert_eq!(verdict(&result, budget(2028)).slack, d("3"));
}

#[test]
fn a_fraction_of_the_years_own_budget_is_carried_over() {
    // 10 - 4 = 6 left, at most 0.25 × 10 = 2.5 is carried; 20 + 2.5 - 15 = 7.5 left, at most 0.25 × 20 = 5 is carried,
    // which does not grow by what was carried in; 10 + 5 - 15 = 0 left.
    let result = spends("0.25", "10 20 10", "4 15 15");
    let carried: Vec<_> = result.spending[0].iter().map(|year| year.carried_out).collect();
    assert_eq!(carried, ds("2.5 5 0"));
    // 6 - 2.5 and 7.5 - 5 are left and not carried: budget + in = spent + out + lapsed in every year.
    assert_eq!(result.spending[0].iter().map(YearSpending::lapsed).collect::<Vec<_>>(), ds("3.5 2.5 0"));
    assert!(result.keeps_all_rules());
    assert!(verdict(&result, budget(2029)).binds);
    assert!(!verdict(&result, budget(2028)).binds);
}

#[test]
fn less_than_the_fraction_is_carried_where_less_is_left() {
    // 10 - 9 = 1 left, below 0.25 × 10 = 2.5.
    let result = spends("0.25", "10 0 0", "9 0 0");
    assert_eq!(result.spending[0][1].carried_in, d("1"));
    // In a year without a budget of its own nothing can be carried on: min(1, 0.25 × 0) = 0.
    assert_eq!(result.spending[0][2].carried_in, d("0"));
}

#[test]
fn nothing_is_carried_over_by_default() {
    // 10 - 4 = 6 left and lost; 11 are spent of 10: 1 too much.
    let result = spends("0", "10 10 10", "4 11 10");
    let carried: Vec<_> = result.spending[0].iter().map(|year| year.carried_out).collect();
    assert_eq!(carried, ds("0 0 0"));
    assert_eq!(broken(&result), [(budget(2028), d("-1"))]);
}

#[test]
fn what_is_overspent_breaks_its_own_year_only() {
    // 12 of 10 is 2 too much; the next year has its own 10 again, of which 9 are spent and 1 is carried: 11 - 11 = 0.
    let result = spends("\"all\"", "10 10 10", "12 9 11");
    assert_eq!(broken(&result), [(budget(2027), d("-2"))]);
    assert_eq!(result.spending[0][2].carried_in, d("1"));
    assert!(verdict(&result, budget(2029)).binds);
}

#[test]
fn a_year_without_a_budget_row_has_none() {
    let case = text(2028)
        .with("budgets", "ministry,year,amount\na,2027,5")
        .with("candidates", "candidate,domain,cost_1,start_from\nc,d,0.01,2028")
        .case();
    assert_eq!(broken(&measured(&case, "c 2028 100")), [(budget(2028), d("-0.01"))]);
}

#[test]
fn what_falls_after_the_horizon_is_billed_and_the_start_is_broken() {
    // The second cost falls in 2029. The window ends where the last cost is paid in time: 2028 - 1 = 2027, one year early.
    let case = text(2028).with("candidates", "candidate,domain,cost_1,cost_2,start_to\nc,d,3,4,2028").case();
    let result = measured(&case, "c 2028 100");
    assert_eq!(result.cost, d("7"));
    assert_eq!(result.spending[0].iter().map(|year| year.spent).collect::<Vec<_>>(), ds("0 3"));
    assert_eq!(broken(&result), [(Rule::Start(CandidateIx(0)), d("-1"))]);
}

#[test]
fn of_two_picks_of_one_candidate_both_are_paid_and_one_counts() {
    let case = text(2028).with("candidates", "candidate,domain,cost_1,start_to,points\nc,d,3,2028,5").case();
    let result = measured(&case, "c 2027 100, c 2028 100");
    assert_eq!(result.cost, d("6"));
    assert_eq!(result.points, d("5"));
    assert_eq!(broken(&result), [(Rule::Known(CandidateIx(0)), d("-1"))]);
}
