//! Phrases of thieves, and topics on which the fund does not write.

use crate::message_check::finding::{Finding, Problem};
use crate::message_check::words::Pattern::{self, Is, Starts};
use crate::message_check::words::{Word, matches};

/// "възстановяване на здравноосигурителни средства", "здравноосигурителни вноски", "предплатена сума",
/// "въведете вашия ЕГН/ЛНЧ": the fund's list, with the endings left open.
const FRAUD: &[&[Pattern]] = &[
    &[Starts("възстановяван"), Is("на"), Starts("здравноосигурителн"), Starts("средств")],
    &[Starts("здравноосигурителн"), Starts("вноск")],
    &[Starts("предплатен"), Starts("сум")],
    &[Starts("въвед"), Starts("ваш"), Is("егн")],
    &[Starts("въвед"), Starts("ваш"), Is("лнч")],
];

/// "дължими суми/суми за възстановяване, както и … здравноосигурителен статус".
const OTHER_TOPICS: &[&[Pattern]] = &[
    &[Starts("дължим")],
    &[Starts("задължени")],
    &[Starts("неплатен")],
    &[Starts("сум"), Is("за"), Starts("възстановяван")],
    &[Starts("възстановяван"), Is("на"), Starts("сум")],
    &[Starts("възстановяван"), Is("на"), Starts("средств")],
    &[Starts("здравноосигурител"), Starts("статус")],
    &[Starts("прекъснат"), Starts("здравноосигурителн")],
];

/// Every such phrase.
pub fn find(words: &[Word]) -> Vec<Finding> {
    let lists = [(Problem::FraudPhrase, FRAUD), (Problem::OtherTopic, OTHER_TOPICS)];
    let found = lists.into_iter().flat_map(|(problem, patterns)| {
        let spans = patterns.iter().flat_map(|pattern| matches(words, pattern));
        spans.map(move |span| Finding::at(problem, span))
    });
    found.collect()
}
