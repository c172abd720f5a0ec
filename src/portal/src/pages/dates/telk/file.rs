//! When to bring back the file that the practice lends.

use chrono::NaiveDate;
use domain::validity::{Kind as Paper, validity};

use super::super::{practice, validity as shared};
use super::{DAY, granted_today};
use crate::calculator::{Answer, Given, Question, Stop};
use crate::i18n::texts::dates as f;

pub(super) fn questions(given: &Given) -> Vec<Question> {
    vec![granted_today(given, f::validity_from_handing())]
}

pub(super) fn answer(given: &Given) -> Result<Answer, Stop> {
    let paper = Paper::TelkFile;
    if !paper.series().scope().applies_to(Some(practice::id(given)?)) {
        return Ok(practice::ask_yours());
    }
    Ok(back(given.day(DAY)?, given.today()))
}

/// By when a file is to be back that was handed over on `lent`. For patients of that practice only.
pub fn back(lent: NaiveDate, today: NaiveDate) -> Answer {
    let paper = Paper::TelkFile;
    match validity(paper, lent, today) {
        Ok(valid) => shared::until(paper, &valid, valid.on(today)),
        Err(no_data) => shared::unknown(no_data),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calculator::{Tone, answered};
    use crate::pages::dates::telk::TELK;
    use domain::rules::day;

    #[test]
    fn the_file_is_back_within_seven_days_in_the_practice_that_says_so() {
        let said = |typed: &[(&'static str, &str)]| {
            answered(&TELK, &[[("topic", "file")].as_slice(), typed].concat(), day!("2026-11-22"))
        };
        let answer = said(&[("practice", "yes"), ("day", "20.11.2026")]).unwrap();
        assert_eq!(answer.sentence, f::validity_until_file(day!("2026-11-27")));
        assert_eq!(said(&[("practice", "no")]), Ok(practice::ask_yours()));
        assert_eq!(said(&[]), Err(Stop::Open));
        let before = said(&[("practice", "yes"), ("day", "31.12.2018")]).unwrap();
        assert_eq!(before.tone, Tone::Unknown);
    }
}
