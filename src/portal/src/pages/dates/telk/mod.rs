//! Dates for TELK, the committee on lasting incapacity for work.

mod file;
mod protocol;
mod renewal;
mod tests_age;

pub use file::back as file_back;
pub use protocol::{file_price, of_house as protocol, unknown as no_protocol};
pub use renewal::again as apply_again;

use domain::coded::{Code, codes};

use super::practice;
use crate::calculator::{
    Answer, Calculator, Choice, Given, Kind, NO, Question, Stop, catalogue, written_day,
};
use crate::i18n::Msg;
use crate::i18n::texts::dates as f;

const TOPIC: &str = "topic";
/// The day that each topic starts from: of the session, of the request, of the handing over, of the expiry.
const DAY: &str = "day";

codes! {
    /// What one wants to know. What holds for everybody comes first, then what is a house rule.
    enum Topic {
        /// Until when tests count.
        Tests = "tests",
        /// When to apply again.
        Renewal = "renewal",
        /// When the protocol is made, and what it costs.
        Protocol = "protocol",
        /// When to bring the file back.
        File = "file",
    }
}

/// The calculator.
pub static TELK: Calculator = Calculator { entry: &catalogue::TELK, questions, answer, another_day: &[DAY] };

fn questions(given: &Given) -> Vec<Question> {
    let topics = Topic::ALL.iter().map(|topic| {
        let label = match topic {
            Topic::Tests => f::telk_topic_tests(),
            Topic::Renewal => f::telk_topic_renewal(),
            Topic::Protocol => f::telk_topic_protocol(),
            Topic::File => f::telk_topic_file(),
        };
        Choice::new(topic.code(), label)
    });
    let mut questions = vec![
        Question::new(TOPIC, f::telk_topic(), Kind::One(topics.collect()))
            .hint(f::telk_topic_hint())
            .granted(Topic::Tests.code()),
    ];
    match given.one(TOPIC) {
        Ok(Topic::Tests) => questions.extend(tests_age::questions(given)),
        Ok(Topic::Renewal) => questions.push(day(f::telk_expires())),
        Ok(Topic::Protocol) => questions.extend(of_the_house(given, protocol::questions)),
        Ok(Topic::File) => questions.extend(of_the_house(given, file::questions)),
        Err(_) => {}
    }
    questions
}

fn day(label: Msg) -> Question {
    Question::new(DAY, label, Kind::Day)
}

fn granted_today(given: &Given, label: Msg) -> Question {
    day(label).granted(written_day(given.today()))
}

/// Whose practice publishes no rules need not tell more.
fn of_the_house(given: &Given, more: fn(&Given) -> Vec<Question>) -> Vec<Question> {
    let mut questions = vec![practice::question()];
    if given.has(practice::PRACTICE) && !given.is(practice::PRACTICE, NO) {
        questions.extend(more(given));
    }
    questions
}

fn answer(given: &Given) -> Result<Answer, Stop> {
    match given.one(TOPIC)? {
        Topic::Tests => tests_age::answer(given),
        Topic::Renewal => renewal::answer(given),
        Topic::Protocol => protocol::answer(given),
        Topic::File => file::answer(given),
    }
}
