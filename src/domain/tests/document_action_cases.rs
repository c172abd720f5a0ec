//! What documents need from the patient, and what others do with them.
#![allow(missing_docs, reason = "tests are named as situations")]
#![allow(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use chrono::NaiveDate;
use domain::coded::{Code, Coded};
use domain::document::*;

fn status(code: &str) -> Coded<Status> {
    Status::from_code(code)
}

fn kind(code: &str) -> Coded<Kind> {
    Kind::from_code(code)
}

fn protocol() -> Coded<Kind> {
    Coded::Known(Kind::MedicineProtocol)
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn attention_begins_thirty_days_before_the_last_day() {
    let last = day("2026-12-31");
    let dates = Dates::valid_to(Some(last));
    let asked = |today| attention(&protocol(), &status("approved"), dates, day(today));
    assert_eq!(asked("2026-11-30"), None);
    assert_eq!(asked("2026-12-01"), Some(Attention::EndsSoon { last_day: last }));
    assert_eq!(asked("2027-01-01"), Some(Attention::EndsSoon { last_day: last }));
    let december = day("2026-12-01");
    assert_eq!(attention(&protocol(), &status("approved"), Dates::default(), december), None);
    assert_eq!(attention(&protocol(), &status("refused"), dates, december), None);
}

#[test]
fn each_kind_is_brought_to_attention_as_early_as_it_needs() {
    let last = day("2026-12-31");
    for (of, now, quiet, loud) in [
        ("referral", "issued", "2026-12-20", "2026-12-21"),
        ("prescription", "partly_dispensed", "2026-12-23", "2026-12-24"),
        ("telk_decision", "in_force", "2026-09-01", "2026-09-02"),
        ("lkk_protocol", "issued", "2026-11-30", "2026-12-01"),
        ("holiday_voucher", "approved", "2026-11-30", "2026-12-01"),
    ] {
        let asked = |today| attention(&kind(of), &status(now), Dates::valid_to(Some(last)), day(today));
        assert_eq!(asked(quiet), None, "{of}");
        assert_eq!(asked(loud), Some(Attention::EndsSoon { last_day: last }), "{of}");
    }
    let sheet = attention(&kind("sick_sheet"), &status("issued"), Dates::valid_to(Some(last)), last);
    assert_eq!(sheet, None, "leave that ends is no loss");
}

#[test]
fn the_earlier_of_two_last_days_counts() {
    let dates =
        Dates { valid_to: Some(day("2027-06-30")), use_until: Some(day("2026-12-10")), appeal_until: None };
    let asked = |today| attention(&kind("device_application"), &status("approved"), dates, day(today));
    assert_eq!(asked("2026-11-09"), None);
    assert_eq!(asked("2026-11-10"), Some(Attention::EndsSoon { last_day: day("2026-12-10") }));
}

#[test]
fn a_refusal_needs_one_until_the_last_day_of_appeal_and_not_after() {
    let last = day("2026-12-07");
    let dates = Dates { appeal_until: Some(last), ..Dates::default() };
    let asked = |today| next_steps(&protocol(), &status("refused"), dates, day(today));
    assert_eq!(asked("2026-12-07").needed, Some(Attention::AppealEnds { last_day: last }));
    assert_eq!(asked("2026-12-07").yours, YourTask::Appeal { last_day: last });
    assert_eq!((asked("2026-12-08").needed, asked("2026-12-08").yours), (None, YourTask::AskAboutRefusal));
    let undated = next_steps(&protocol(), &status("refused"), Dates::default(), last);
    assert_eq!((undated.needed, undated.yours), (None, YourTask::AskAboutRefusal));
}

#[test]
fn what_is_needed_from_you_and_what_others_do() {
    let today = day("2026-11-22");
    let device = YourTask::GetDevice { last_day: Some(day("2026-12-01")) };
    let new = YourTask::PlanNewProtocol { last_day: day("2026-12-01") };
    let rest = YourTask::FetchMedicine { last_day: Some(day("2026-12-01")) };
    let again = YourTask::ApplyAgain { last_day: day("2026-12-01") };
    let soon = Some("2026-12-01");
    for (of, now, last_day, yours, who, theirs) in [
        ("medicine_protocol", "registered", None, YourTask::Nothing, Body::Fund, TheirTask::Checking),
        (
            "medicine_protocol",
            "docs_required",
            None,
            YourTask::SendDocuments { to: Body::Fund },
            Body::Fund,
            TheirTask::Waiting,
        ),
        (
            "medicine_protocol",
            "docs_received",
            None,
            YourTask::Nothing,
            Body::Fund,
            TheirTask::CheckingDocuments,
        ),
        (
            "medicine_protocol",
            "approved",
            None,
            YourTask::UseProtocol { last_day: None },
            Body::Fund,
            TheirTask::Paying,
        ),
        ("medicine_protocol", "approved", soon, new, Body::Fund, TheirTask::Paying),
        ("repair_application", "approved", soon, device, Body::Fund, TheirTask::Paying),
        ("device_application", "refused", None, YourTask::AskAboutRefusal, Body::Fund, TheirTask::Finished),
        ("medicine_protocol", "terminated", None, YourTask::AskAboutEnd, Body::Fund, TheirTask::Finished),
        ("medicine_protocol", "expired", None, YourTask::AskForNew, Body::Fund, TheirTask::Finished),
        ("medicine_protocol", "on_the_moon", None, YourTask::AskFund, Body::Fund, TheirTask::Unknown),
        ("medicine_protocol", "dispensed", None, YourTask::AskFund, Body::Fund, TheirTask::Unknown),
        ("holiday_voucher", "approved", None, YourTask::AskFund, Body::Fund, TheirTask::Paying),
        ("lkk_protocol", "sent", None, YourTask::Apply { last_day: None }, Body::Nobody, TheirTask::Keeping),
        (
            "telk_protocol",
            "docs_required",
            None,
            YourTask::SendDocuments { to: Body::Telk },
            Body::Telk,
            TheirTask::Waiting,
        ),
        ("telk_protocol", "scheduled", None, YourTask::GoToHearing, Body::Telk, TheirTask::Sitting),
        ("telk_decision", "in_force", soon, again, Body::Telk, TheirTask::Keeping),
        ("telk_decision", "contested", None, YourTask::Nothing, Body::Telk, TheirTask::Checking),
        (
            "referral",
            "issued",
            None,
            YourTask::UseReferral { last_day: None },
            Body::Nobody,
            TheirTask::Keeping,
        ),
        ("referral", "used", None, YourTask::Nothing, Body::Nobody, TheirTask::Finished),
        ("prescription", "partly_dispensed", soon, rest, Body::Pharmacy, TheirTask::Dispensing),
        ("sick_sheet", "issued", None, YourTask::Nothing, Body::SocialInsurance, TheirTask::Checking),
        ("practice_document", "in_work", None, YourTask::Nothing, Body::Practice, TheirTask::Preparing),
        ("practice_document", "ready", None, YourTask::FetchDocument, Body::Practice, TheirTask::Keeping),
        ("practice_document", "refused", None, YourTask::AskPractice, Body::Practice, TheirTask::Finished),
        ("discharge_letter", "corrected", None, YourTask::Nothing, Body::Nobody, TheirTask::Keeping),
    ] {
        let steps = next_steps(&kind(of), &status(now), Dates::valid_to(last_day.map(day)), today);
        assert_eq!((steps.yours, steps.who, steps.theirs), (yours, who, theirs), "{of} {now}");
    }
}
