//! The persona with very many documents, made by rule: the same every time.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use contract::document::{Document, Event, Facts, IndexEntry};
use contract::insurance::CurrentGround;
use contract::person::Person;
use contract::{DocumentId, EventId, PersonId};
use domain::coded::{Code as _, Coded};
use domain::document::{Actor, EventKind, Kind, Source, Status};
use domain::insurance::standing::Payment;
use domain::insurance::{Ground, System};
use domain::moment::{Moment, Zone};
use domain::month::Month;

use crate::seed::insurance::{Insured, Months, RecordInSpans};
use crate::seed::{Data, Seed};

/// How many documents there are.
pub const COUNT: u32 = 10_000;

const SUBJECTS: [&str; 8] = [
    "Инсулинови аналози",
    "Инвалидна количка, рамова",
    "Лекарства за бронхиална астма",
    "Слухов апарат, цифров",
    "Лекарства за хипертония, комбинирани",
    "Ортопедични обувки",
    "Биологично лечение на ревматоиден артрит",
    "Проходилка с колела",
];

/// The last day on which anything happened to any of them.
fn last_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 20).unwrap_or_default()
}

/// The persona's data, with so many documents.
#[must_use]
pub fn seed(count: u32) -> Seed {
    let person = Person::own(PersonId("p-many".to_owned()), "Камен Хилядов".to_owned(), Zone::Sofia);
    let mut sequence = 0;
    let documents = (0..count).map(|number| document(number, &person.id, &mut sequence)).collect();
    let insurance = vec![insured(person.id.clone())];
    Seed::generated(Data {
        account: "many".to_owned(),
        persons: vec![person],
        births: Vec::new(),
        grants: Vec::new(),
        documents,
        insurance,
        registrations: Vec::new(),
        prevention: Vec::new(),
        commissions: Vec::new(),
    })
}

/// He came back from abroad, paid for six months in a row, and the register tells of the years away by codes of its own.
fn insured(person: PersonId) -> Insured {
    let month = |year, month| Month::of(NaiveDate::from_ymd_opt(year, month, 1).unwrap_or_default());
    let span = |first, last, ground, payment: &str| Months {
        first,
        last: Some(last),
        ground,
        payment: Payment::from_code(payment),
        owed: None,
        state_group: None,
    };
    let no_other = Coded::Known(Ground::NoOther);
    let abroad = Ground::from_code("abroad");
    let record = RecordInSpans {
        as_of: last_day().and_time(NaiveTime::MIN).and_utc(),
        current: Some(CurrentGround { month: month(2026, 11), ground: no_other.clone(), state_group: None }),
        months: vec![
            span(month(2021, 1), month(2022, 2), Coded::Known(Ground::Employee), "paid"),
            span(month(2022, 3), month(2026, 3), abroad, "not_owed"),
            span(month(2026, 4), month(2026, 9), no_other.clone(), "paid"),
            span(month(2026, 10), month(2026, 10), no_other, "unknown"),
        ],
    };
    Insured { person, system: Coded::Known(System::Bulgaria), record: Some(record) }
}

fn document(number: u32, person: &PersonId, sequence: &mut u64) -> Document {
    let kind = Kind::MedicineProtocol;
    let device = number % 2 == 1;
    let (kind, prefix) = match (device, number % 10) {
        (false, _) => (kind, "ПЛ"),
        (true, 9) => (Kind::RepairApplication, "ЗР"),
        (true, _) => (Kind::DeviceApplication, "ЗП"),
    };
    // Five a day, the newest on the last day.
    let day = last_day() - Days::new(u64::from(number / 5));
    let steps = steps(kind, number);
    let begun = day - Days::new(14 * (steps.len() as u64 - 1));
    let mut from = None;
    let mut events = Vec::with_capacity(steps.len());
    for (place, (event, to)) in steps.iter().enumerate() {
        *sequence += 1;
        let at = moment(begun + Days::new(14 * place as u64), number);
        events.push(Event {
            id: EventId(format!("e-many-{number}-{place}")),
            sequence: *sequence,
            kind: Coded::Known(*event),
            from: from.map(Coded::Known),
            to: Coded::Known(*to),
            actor: Coded::Known(if *to == Status::Expired { Actor::System } else { Actor::RegionalFund }),
            source: Coded::Known(if device { Source::DeviceRegister } else { Source::ProtocolRegister }),
            at,
            reason: None,
        });
        from = Some(*to);
    }
    let status = from.unwrap_or(Status::Registered);
    let decided = matches!(status, Status::Approved | Status::Expired | Status::Terminated);
    let entry = IndexEntry {
        id: DocumentId(format!("many-{:05}", number + 1)),
        person: person.clone(),
        kind: Coded::Known(kind),
        number: format!("{prefix}-2200-{:06}", 100_000 + number),
        subject: SUBJECTS[number as usize % SUBJECTS.len()].to_owned(),
        status: Coded::Known(status),
        changed_at: events.last().map_or(Moment::Day(day), |event| event.at),
        valid_to: decided.then(|| if status == Status::Approved { day + Days::new(180) } else { day }),
        hidden: false,
        use_until: None,
        appeal_until: None,
    };
    let valid_from = decided.then_some(begun);
    Document {
        facts: Facts { valid_from, issuer: Some("РЗОК София-град".to_owned()), ..Facts::NONE },
        ..Document::new(entry, events)
    }
}

/// One time in eleven only the day is recorded.
fn moment(day: NaiveDate, number: u32) -> Moment {
    if number.is_multiple_of(11) {
        return Moment::Day(day);
    }
    let minutes = TimeDelta::minutes(7 * 60 + i64::from(number * 37 % 540));
    let at: DateTime<Utc> = day.and_time(NaiveTime::MIN).and_utc() + minutes;
    Moment::Instant(at)
}

fn steps(kind: Kind, number: u32) -> Vec<(EventKind, Status)> {
    use EventKind as E;
    let begin = match kind {
        Kind::DeviceApplication => (E::AidApplicationReceived, Status::Registered),
        Kind::RepairApplication => (E::AidRepairReceived, Status::Registered),
        _ => (E::ProtocolRegistered, Status::Registered),
    };
    let rest: &[(E, Status)] = match (kind, number / 2 % 8) {
        (Kind::MedicineProtocol, 0) => &[],
        (Kind::MedicineProtocol, 1) => &[(E::ProtocolDocsRequired, Status::DocsRequired)],
        (Kind::MedicineProtocol, 2) => &[
            (E::ProtocolDocsRequired, Status::DocsRequired),
            (E::ProtocolDocsReceived, Status::DocsReceived),
        ],
        (Kind::MedicineProtocol, 3) => &[(E::ProtocolRefused, Status::Refused)],
        (Kind::MedicineProtocol, 4) => {
            &[(E::ProtocolApproved, Status::Approved), (E::ProtocolExpired, Status::Expired)]
        }
        (Kind::MedicineProtocol, 5) => {
            &[(E::ProtocolApproved, Status::Approved), (E::ProtocolTerminated, Status::Terminated)]
        }
        (Kind::MedicineProtocol, _) => &[(E::ProtocolApproved, Status::Approved)],
        (_, 0 | 1) => &[],
        (_, 2) => &[(E::AidRefused, Status::Refused)],
        (_, 3) => &[(E::AidApproved, Status::Approved), (E::AidAnnulled, Status::Annulled)],
        (_, _) => &[(E::AidApproved, Status::Approved)],
    };
    std::iter::once(begin).chain(rest.iter().copied()).collect()
}
