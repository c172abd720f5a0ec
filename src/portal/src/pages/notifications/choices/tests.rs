use super::*;
use domain::language::Language;
use domain::notification::{Cell, Channel, Fallback, Topic, What, Wish};

fn wish(channel: Channel, wish: Wish) -> Change {
    let what = What::Topic(Topic::Protocols);
    Change::Wish(Cell { person: "p-1".to_owned(), what, channel }, wish)
}

fn saved(changes: &[Change], tag: &str) -> Saved {
    Saved { preferences: apply(&Preferences::default(), changes), tag: tag.to_owned() }
}

fn choices(own: &[(Change, Standing)]) -> Choices {
    let choices = Choices::default();
    choices.take(saved(&[], "1"));
    let own =
        own.iter().map(|(change, standing)| Choice { change: change.clone(), standing: standing.clone() });
    choices.own.set(own.collect());
    choices
}

fn standings(choices: Choices) -> Vec<Standing> {
    choices.own.with(|own| own.iter().map(|choice| choice.standing.clone()).collect())
}

#[test]
fn what_was_chosen_stays_in_its_control_whatever_the_server_has() {
    Owner::new().with(|| {
        let choices = choices(&[(wish(Channel::Sms, Wish::On), Standing::Failed(ApiError::Offline))]);
        assert_eq!(
            choices.with(|all| all.cell("p-1", What::Topic(Topic::Protocols), Channel::Sms)),
            Some(Wish::On)
        );
        choices.take(saved(&[Change::Language(Language::Kk)], "2"));
        assert_eq!(
            choices.with(|all| all.cell("p-1", What::Topic(Topic::Protocols), Channel::Sms)),
            Some(Wish::On)
        );
        assert_eq!(choices.shown().language, Language::Kk, "what somebody else chose is taken over");
        assert!(choices.unsaved());
    });
}

#[test]
fn what_both_changed_is_asked_and_what_only_one_changed_is_not() {
    Owner::new().with(|| {
        let own = [
            (wish(Channel::Sms, Wish::On), Standing::Saving),
            (wish(Channel::Viber, Wish::On), Standing::Saving),
        ];
        let choices = choices(&own);
        choices.take(saved(&[wish(Channel::Sms, Wish::Off)], "2"));
        let theirs = wish(Channel::Sms, Wish::Off);
        assert_eq!(standings(choices), [Standing::Other(theirs), Standing::Waiting]);
        assert_eq!(choices.next(), [wish(Channel::Viber, Wish::On)], "what is asked waits for the answer");
    });
}

#[test]
fn what_the_server_has_already_is_saved() {
    Owner::new().with(|| {
        let choices = choices(&[(wish(Channel::Sms, Wish::On), Standing::Saving)]);
        choices.take(saved(&[wish(Channel::Sms, Wish::On)], "2"));
        assert_eq!(standings(choices), [Standing::Saved]);
        assert!(!choices.unsaved());
    });
}

#[test]
fn what_was_saved_follows_the_server_from_then_on() {
    Owner::new().with(|| {
        let choices = choices(&[(wish(Channel::Sms, Wish::On), Standing::Saved)]);
        choices.take(saved(&[wish(Channel::Sms, Wish::Off)], "2"));
        assert!(standings(choices).is_empty());
        assert_eq!(
            choices.with(|all| all.cell("p-1", What::Topic(Topic::Protocols), Channel::Sms)),
            Some(Wish::Off)
        );
    });
}

#[test]
fn what_cannot_be_wanted_is_kept_and_not_sent() {
    Owner::new().with(|| {
        let choices = choices(&[]);
        choices.put(vec![Change::Fallback(Fallback { order: vec![Channel::Sms, Channel::Sms], wait: 30 })]);
        assert_eq!(standings(choices), [Standing::Wrong(PreferenceProblem::OrderTwice)]);
        assert!(choices.next().is_empty());
        // The next choice is not blamed for it.
        choices.put(vec![Change::Language(Language::Ru)]);
        assert_eq!(choices.next(), [Change::Language(Language::Ru)]);
    });
}
