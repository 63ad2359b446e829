use super::*;
use crate::measure::Measures;

fn told(case: &Case, picks: &str) -> Vec<String> {
    let measures = Measures::new(case);
    measures.story(case, &measures.evaluate(case, &portfolio(case, picks)))
}

/// A service with 5 % of control, and candidates that bring 5, 5, 20 and 45 points or a right.
fn case() -> Case {
    text(2030)
        .ministries(&[("a", ""), ("b", "")])
        .set("[[rung]]\nid = \"seat\"\nname = \"Seat\"\nat_least = 10\npower = 0.1\n")
        .set("[[rung]]\nid = \"block\"\nname = \"Blocking minority\"\nat_least = 30\npower = 0.4\n")
        .with("domains", "domain,weight_a,weight_b\nd,1,1")
        .with("services", "service,domain,name,control\ns,d,Core cloud,5\nt,d,Cables,40")
        .with(
            "candidates",
            "candidate,name,domain,cost_1,cost_2,start_to,success,points\n\
             x,Alpha,d,10,10,2029,,\ny,Beta,d,,,,,\nz,Gamma,d,8,,,0.5,\nv,Delta,d,1,,,,-2\nw,Echo,d,1,,,,1.5",
        )
        .with("effects", "candidate,service,control_gain,grants\nx,s,5,\ny,s,5,\nz,s,40,\nv,s,,block\nx,t,3,")
        .with("budgets", "ministry,year,amount\na,2027,100\nb,2027,100\na,2028,100\nb,2028,100")
        .case()
}

#[test]
fn a_climb_by_one_is_told_as_its_own() {
    assert_eq!(
        told(&case(), "x 2027 40 60"),
        [
            "Alpha (from 2027, in force at the end of 2028) adds 5 percentage points of control over Core cloud, which raises it from no influence to Seat. It adds 3 percentage points of control over Cables, which stays at Blocking minority. The Ministry of A pays 40 %, 8 million EUR and the Ministry of B pays 60 %, 12 million EUR."
        ]
    );
}

#[test]
fn a_climb_that_needs_several_is_told_of_all() {
    // 5 + 5 + 20 = 30: both are needed. Gamma counts 40 × 0.5 = 20.
    let told = told(&case(), "x 2027 100 0, z 2027 0 100");
    assert!(told[0].contains("raises it from no influence to Blocking minority together with Gamma"), "{told:#?}");
    assert!(told[1].contains("adds 20 percentage points of control"), "{told:#?}");
    assert!(told[1].contains("raises it from no influence to Blocking minority together with Alpha"), "{told:#?}");
    assert!(told[1].ends_with("The Ministry of B pays all of it, 8 million EUR."), "{told:#?}");
}

#[test]
fn a_climb_that_others_would_make_too_is_not_claimed() {
    // 5 + 5 reaches the seat: each alone is enough.
    let two = told(&case(), "x 2027 100 0, y 2027 100 0");
    assert!(two[0].contains("raises it from no influence to Seat (Beta would achieve this anyway)"), "{two:#?}");
    // 5 + 20 + 5 + 5 = 35: Gamma is needed, and one of Alpha and Beta.
    let three = told(&case(), "x 2027 100 0, y 2027 100 0, z 2027 100 0");
    assert!(three[0].contains("which would rise from no influence to Blocking minority even without it"), "{three:#?}");
    assert!(three[2].contains("to Blocking minority together with some of Alpha and Beta"), "{three:#?}");
    assert!(three[1].ends_with("It costs the public nothing."), "{three:#?}");
}

#[test]
fn rights_points_and_late_effects_are_told() {
    let told = told(&case(), "v 2027 100 0, w 2027 100 0, x 2030 100 0");
    assert!(
        told[0].starts_with("Alpha (from 2030, in force at the end of 2031) is in force only from the end of 2031")
    );
    assert!(told[1].contains(
        "grants the rights of Blocking minority over Core cloud, which raises it from no influence to Blocking minority"
    ));
    assert!(told[1].contains("costs 2 points directly"), "{told:#?}");
    assert!(told[2].contains("Echo (from 2027) brings 1.5 points directly"), "{told:#?}");
}

#[test]
fn what_has_worn_off_is_told() {
    let mut case = case();
    case.candidates[0].effects[0].lasts = Some(1);
    let told = told(&case, "x 2027 40 60");
    let said = "Alpha (from 2027, in force at the end of 2028) moves Core cloud until the end of 2028 and has worn off since. It adds";
    assert!(told[0].starts_with(said), "{told:?}");
}
