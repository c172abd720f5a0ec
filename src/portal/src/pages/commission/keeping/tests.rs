use super::*;
use contract::commission::Commission;
use domain::rules::day;
use domain::telk::plan::{DayOf, Paper};

fn visit(day: &str) -> Change {
    Change::Day(DayOf::Visit, day::parse(day))
}

fn saved(changes: &[Change], tag: &str) -> Saved {
    let commission = Commission::of(&apply(&Plan::default(), changes), Some("chobanova".to_owned()), false);
    Saved { commission, tag: tag.to_owned() }
}

/// What is kept after the server told an empty plan and these notes were made, each as it stands.
fn kept(notes: &[(Change, Standing)]) -> Kept {
    let mut kept = Kept::default();
    kept.take(saved(&[], "1"));
    kept.notes = notes
        .iter()
        .map(|(change, standing)| Note { change: change.clone(), standing: standing.clone() })
        .collect();
    kept
}

fn standings(kept: &Kept) -> Vec<Standing> {
    kept.notes.iter().map(|note| note.standing.clone()).collect()
}

#[test]
fn what_was_noted_stays_whatever_the_server_has_and_what_somebody_else_noted_is_taken_over() {
    let mut kept = kept(&[(visit("2026-12-10"), Standing::Waiting)]);
    kept.take(saved(&[Change::Ready(Paper::Medicines, true)], "2"));
    assert_eq!(kept.shown().day(DayOf::Visit), Some(day!("2026-12-10")));
    assert!(kept.shown().ready.contains(&Paper::Medicines));
    assert_eq!(standings(&kept), [Standing::Waiting]);
}

#[test]
fn what_both_noted_differently_is_asked_and_what_both_noted_alike_is_saved() {
    let mut kept = kept(&[
        (visit("2026-12-10"), Standing::Saving),
        (Change::Ready(Paper::Tests, true), Standing::Saving),
    ]);
    kept.take(saved(&[visit("2026-12-11"), Change::Ready(Paper::Tests, true)], "2"));
    assert_eq!(standings(&kept), [Standing::Other(visit("2026-12-11")), Standing::Saved]);
    assert_eq!(kept.shown().day(DayOf::Visit), Some(day!("2026-12-10")), "one's own stays in its field");
}

#[test]
fn what_was_on_its_way_when_somebody_else_was_first_goes_again() {
    let mut kept = kept(&[(visit("2026-12-10"), Standing::Saving)]);
    kept.take(saved(&[Change::Place("Другаде".to_owned())], "2"));
    assert_eq!(standings(&kept), [Standing::Waiting]);
    assert_eq!(kept.next(), [visit("2026-12-10")]);
    assert_eq!(standings(&kept), [Standing::Saving]);
    assert_eq!(kept.next(), [], "nothing goes twice");
}

#[test]
fn what_cannot_be_noted_is_not_sent_and_stays_to_be_seen() {
    let mut kept = kept(&[]);
    let long = Change::Place("х".repeat(201));
    assert_eq!(kept.put(long.clone()), Some(Problem::PlaceTooLong));
    assert_eq!(standings(&kept), [Standing::Wrong(Problem::PlaceTooLong)]);
    assert_eq!((kept.next(), kept.shown().place.len()), (vec![], 402));
}

#[test]
fn a_note_that_goes_back_to_what_is_saved_needs_no_saving_unless_something_is_on_its_way() {
    let mut kept = kept(&[(visit("2026-12-10"), Standing::Failed(ApiError::Offline))]);
    kept.put(Change::Day(DayOf::Visit, None));
    assert_eq!(standings(&kept), []);
    kept.busy = true;
    kept.put(Change::Day(DayOf::Visit, None));
    assert_eq!(standings(&kept), [Standing::Waiting], "what is on its way may be that very field");
}
