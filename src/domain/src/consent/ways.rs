//! What has to be known of a visit, and what would make it possible. No rule stands here: everything asks
//! [`admission`] what it would say, so that it cannot say anything else.

use chrono::NaiveDate;

use crate::coded::Code;
use crate::consent::house::{Admission, ChildUnder, Consultation, Escort, Exception, admission};
use crate::consent::law::consent;
use crate::fee::Age;
use crate::rules::NoData;

/// What would have a patient seen who is not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ways {
    /// Each of these persons would do by coming along.
    pub escorts: Vec<Escort>,
    /// Each of these would do where somebody else comes along.
    pub arrangements: Vec<Arrangement>,
}

/// Something that a parent can see to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arrangement {
    /// What.
    pub exception: Exception,
    /// What the practice says then.
    pub then: Admission,
}

/// Stands for anybody who does not represent the patient: the rules make no difference between them.
const SOMEBODY_ELSE: Escort = Escort::OtherRelative;

/// By what a patient would be seen who is not; nothing of one who is. What nobody can see to, such as how ill
/// somebody is, is no way.
///
/// ```
/// use domain::consent::{Consultation, Escort, Exception, ways};
/// use domain::fee::Age;
/// use domain::rules::day;
///
/// let today = day!("2026-11-22");
/// let with_grandmother = Consultation {
///     age: Age::Years(10),
///     incapacitated: false,
///     escort: Some(Escort::OtherRelative),
///     exceptions: &[],
/// };
/// let ways = ways(today, with_grandmother, today).unwrap();
/// assert_eq!(ways.escorts, [Escort::Parent, Escort::Guardian, Escort::Trustee]);
/// let told = &ways.arrangements[0];
/// assert_eq!((told.exception, told.then.rule), (Exception::ParentTold, Some("PR-52")));
/// assert!(told.then.escort_signs);
/// ```
///
/// # Errors
///
/// [`NoData`] where the practice's rules do not speak of the day.
pub fn ways(
    on: NaiveDate,
    consultation: Consultation<'_>,
    today: NaiveDate,
) -> Result<Ways, NoData<ChildUnder>> {
    if admission(on, consultation, today)?.seen {
        return Ok(Ways::default());
    }
    let mut ways = Ways::default();
    for escort in Escort::ALL.iter().copied() {
        let with = Consultation { escort: Some(escort), ..consultation };
        if admission(on, with, today)?.seen {
            ways.escorts.push(escort);
        }
    }
    let escort = consultation.escort.or(Some(SOMEBODY_ELSE));
    if ways.escorts.iter().any(|one| Some(*one) == escort) {
        // That somebody else comes along is enough already.
        return Ok(ways);
    }
    for exception in Exception::ALL.iter().copied().filter(|exception| exception.is_arranged()) {
        let exceptions = [consultation.exceptions, &[exception]].concat();
        let then = admission(on, Consultation { escort, exceptions: &exceptions, ..consultation }, today)?;
        if then.seen {
            ways.arrangements.push(Arrangement { exception, then });
        }
    }
    Ok(ways)
}

/// Which exceptions would turn the answer, each by itself; those of the consultation itself do not count. Nobody
/// need be asked about the others.
///
/// ```
/// use domain::consent::{Consultation, Exception, exceptions_that_matter};
/// use domain::fee::Age;
/// use domain::rules::day;
///
/// let today = day!("2026-11-22");
/// let alone =
///     Consultation { age: Age::Years(10), incapacitated: false, escort: None, exceptions: &[] };
/// // What a parent told the doctor is about somebody who comes along.
/// let matter = exceptions_that_matter(today, alone, today).unwrap();
/// assert_eq!(matter, [Exception::Critical, Exception::LawCase]);
/// ```
///
/// # Errors
///
/// [`NoData`] where the practice's rules do not speak of the day.
pub fn exceptions_that_matter(
    on: NaiveDate,
    consultation: Consultation<'_>,
    today: NaiveDate,
) -> Result<Vec<Exception>, NoData<ChildUnder>> {
    let seen = |exceptions: &[Exception]| {
        admission(on, Consultation { exceptions, ..consultation }, today).map(|said| said.seen)
    };
    if seen(&[])? {
        return Ok(Vec::new());
    }
    let mut matter = Vec::new();
    for exception in Exception::ALL {
        if seen(&[*exception])? {
            matter.push(*exception);
        }
    }
    Ok(matter)
}

/// Whether it matters who comes along: the practice does not see the patient alone.
///
/// # Errors
///
/// [`NoData`] where the practice's rules do not speak of the day.
pub fn escort_matters(
    on: NaiveDate,
    age: Age,
    incapacitated: bool,
    today: NaiveDate,
) -> Result<bool, NoData<ChildUnder>> {
    Ok(!admission(on, Consultation { age, incapacitated, escort: None, exceptions: &[] }, today)?.seen)
}

/// Whether it matters to the practice that somebody is incapacitated: children are not seen alone anyway. Where its
/// rules do not speak of the day, whether it matters to the law.
#[must_use]
pub fn incapacity_matters(on: NaiveDate, age: Age, today: NaiveDate) -> bool {
    let who = |incapacitated| consent(on, age, incapacitated, today).map(|said| said.who);
    match escort_matters(on, age, false, today) {
        Ok(anyway) => !anyway,
        Err(_) => who(false) != who(true),
    }
}
