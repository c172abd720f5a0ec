//! Two who changed the same thing at the same time, in two tabs or as two carers: what both changed, as data.

/// A change of one field of a whole to a value.
pub trait Field: Clone + PartialEq {
    /// What it is a field of.
    type Whole: Clone;

    /// Whether two changes are of the same field.
    fn same_field(&self, other: &Self) -> bool;
    /// The same field as it is in a whole.
    #[must_use]
    fn as_in(&self, whole: &Self::Whole) -> Self;
    /// Makes the change.
    fn make(&self, whole: &mut Self::Whole);
    /// Every field that a whole has, as it is there. Each at most once.
    fn all(whole: &Self::Whole) -> Vec<Self>;
}

/// A field that both changed, each to something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict<C> {
    /// As it was.
    pub base: C,
    /// As the one wants it whose changes are not saved.
    pub mine: C,
    /// As it is saved.
    pub theirs: C,
}

/// What became of two changes of the same thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged<C: Field> {
    /// With all that only one of both changed, or both to the same. Of a conflict it has what is saved.
    pub whole: C::Whole,
    /// What the one may save without asking: nobody else changed it.
    pub mine: Vec<C>,
    /// What both changed.
    pub conflicts: Vec<Conflict<C>>,
}

/// Everything that differs, as changes from one to the other.
#[must_use]
pub fn changes<C: Field>(from: &C::Whole, to: &C::Whole) -> Vec<C> {
    let mut fields = C::all(to);
    for field in C::all(from) {
        if !fields.iter().any(|other| other.same_field(&field)) {
            fields.push(field.as_in(to));
        }
    }
    fields.retain(|field| field.as_in(from) != *field);
    fields
}

/// Makes changes, in their order.
#[must_use]
pub fn apply<C: Field>(whole: &C::Whole, changes: &[C]) -> C::Whole {
    let mut after = whole.clone();
    for change in changes {
        change.make(&mut after);
    }
    after
}

/// Puts together what somebody changed from `base` to `mine` while `theirs` was saved. A conflict is for that person to
/// decide: saving its `mine` over `theirs` is then [`apply`].
#[must_use]
pub fn merge<C: Field>(base: &C::Whole, mine: &C::Whole, theirs: &C::Whole) -> Merged<C> {
    let saved: Vec<C> = changes(base, theirs);
    let mut clean = Vec::new();
    let mut conflicts = Vec::new();
    for change in changes::<C>(base, mine) {
        match saved.iter().find(|other| other.same_field(&change)) {
            None => clean.push(change),
            Some(same) if *same == change => {}
            Some(other) => {
                conflicts.push(Conflict { base: change.as_in(base), theirs: other.clone(), mine: change });
            }
        }
    }
    Merged { whole: apply(theirs, &clean), mine: clean, conflicts }
}
