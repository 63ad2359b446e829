//! The deletion filter (Chinneck and Dravnieks 1991): from rules that cannot hold together to an irreducible set of them.

/// What is left of the rules.
pub(super) struct Irreducible<R> {
    /// Without any one of these the others can hold, as far as that was settled.
    pub rules: Vec<R>,
    /// Those of them that stayed because it was not.
    pub unsettled: Vec<R>,
}

/// Says whether rules can hold together; `None` if that was not settled.
type CanHold<'a, R, E> = dyn FnMut(&[R]) -> Result<Option<bool>, E> + 'a;

/// Takes out lot by lot what the others do not need to be impossible; where they need some of a lot, it is halved.
/// `can_hold` says whether rules can hold together, or none if that was not settled: then they stay.
pub(super) fn deletion_filter<R: Copy + PartialEq, E>(
    rules: Vec<R>,
    lots: impl DoubleEndedIterator<Item = Vec<R>>,
    can_hold: &mut CanHold<'_, R, E>,
) -> Result<Irreducible<R>, E> {
    let mut left = Irreducible { rules, unsettled: Vec::new() };
    let mut waiting: Vec<Vec<R>> = lots.rev().collect();
    while let Some(lot) = waiting.pop() {
        let rest: Vec<R> = left.rules.iter().filter(|rule| !lot.contains(rule)).copied().collect();
        match can_hold(&rest)? {
            Some(false) => left.rules = rest,
            Some(true) if lot.len() <= 1 => {}
            None if lot.len() <= 1 => left.unsettled.extend(lot),
            _ => {
                let (first, second) = lot.split_at(lot.len() / 2);
                waiting.extend([second.to_vec(), first.to_vec()]);
            }
        }
    }
    Ok(left)
}
