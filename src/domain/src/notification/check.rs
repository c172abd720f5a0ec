//! What of the wishes cannot be saved, and what can but should be said.

use chrono::{DateTime, Utc};

use crate::coded::{Code, codes};
use crate::notification::channel::Channel;
use crate::notification::contact::{Contact, Obstacle, contact_for};
use crate::notification::lead::{Leads, leads};
use crate::notification::preference::{Cell, Preferences, WAITS, What, Wish};
use crate::notification::subject::Subject;

codes! {
    /// What is wrong.
    pub enum PreferenceProblem {
        /// Quiet hours end when they begin.
        QuietEmpty = "quiet.empty",
        /// Quiet hours are set to seconds.
        QuietSeconds = "quiet.seconds",
        /// A channel stands twice in the order.
        OrderTwice = "fallback.twice",
        /// A wait that is not offered.
        WaitNotOffered = "fallback.wait",
        /// A lead that is not offered, or of what nobody chooses a lead of.
        LeadNotOffered = "lead.not_offered",
        /// What cannot be switched off is switched off by every channel.
        KeptOff = "wish.kept",
        /// It is wanted by a channel by which it never goes.
        ChannelNever = "wish.channel",
        /// About somebody whom the account does not care for.
        PersonUnknown = "wish.person",
    }
}

/// A problem, and the cell it is about, if it is about one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// What.
    pub problem: PreferenceProblem,
    /// Where.
    pub cell: Option<Cell>,
    /// Of which subject, where it is about a lead.
    pub subject: Option<Subject>,
}

/// Everything that cannot be saved; `people` are the opaque ids of those whom the account cares for, itself among them.
#[must_use]
pub fn check(preferences: &Preferences, people: &[&str]) -> Vec<Wrong> {
    let plain = |problem| Wrong { problem, cell: None, subject: None };
    let mut wrong = Vec::new();
    if let Some(quiet) = preferences.quiet {
        if quiet.from == quiet.to {
            wrong.push(plain(PreferenceProblem::QuietEmpty));
        }
        let whole = |time: chrono::NaiveTime| {
            use chrono::Timelike;
            time.second() == 0 && time.nanosecond() == 0
        };
        if !whole(quiet.from) || !whole(quiet.to) {
            wrong.push(plain(PreferenceProblem::QuietSeconds));
        }
    }
    let order = &preferences.fallback.order;
    if order.iter().enumerate().any(|(place, channel)| order[..place].contains(channel)) {
        wrong.push(plain(PreferenceProblem::OrderTwice));
    }
    if !WAITS.contains(&preferences.fallback.wait) {
        wrong.push(plain(PreferenceProblem::WaitNotOffered));
    }
    for lead in &preferences.leads {
        let offered =
            matches!(leads(lead.subject), Some(Leads::Chosen { from, .. }) if from.contains(&lead.days));
        if !offered {
            let subject = Some(lead.subject);
            wrong.push(Wrong { problem: PreferenceProblem::LeadNotOffered, cell: None, subject });
        }
    }
    for (cell, wish) in &preferences.wishes {
        wrong.extend(of_cell(cell, *wish, preferences, people).map(|problem| Wrong {
            problem,
            cell: Some(cell.clone()),
            subject: None,
        }));
    }
    wrong
}

fn of_cell(cell: &Cell, wish: Wish, preferences: &Preferences, people: &[&str]) -> Option<PreferenceProblem> {
    if !people.contains(&cell.person.as_str()) {
        return Some(PreferenceProblem::PersonUnknown);
    }
    // Of a group everything may be said: its subjects take of it what they can.
    let What::Subject(subject) = cell.what else { return None };
    if wish == Wish::On && !subject.channels().contains(&cell.channel) {
        return Some(PreferenceProblem::ChannelNever);
    }
    let off = |channel: &Channel| preferences.cell(&cell.person, cell.what, *channel) == Some(Wish::Off);
    let all_off = subject.kept().is_some() && subject.channels().iter().all(off);
    (wish == Wish::Off && all_off).then_some(PreferenceProblem::KeptOff)
}

/// Wanted channels that cannot be used with the contacts that there are, each with a cell that wants it: each leads to the
/// field in which that is mended. They can be saved.
#[must_use]
pub fn lacking<'a>(
    preferences: &'a Preferences,
    contacts: &[Contact],
    at: DateTime<Utc>,
) -> Vec<(&'a Cell, Obstacle)> {
    let mut found: Vec<(&Cell, Obstacle)> = Vec::new();
    for (cell, _) in preferences.wishes.iter().filter(|(_, wish)| *wish == Wish::On) {
        let known =
            found.iter().any(|(other, _)| other.person == cell.person && other.channel == cell.channel);
        if let Err(obstacle) = contact_for(contacts, &cell.person, cell.channel, at)
            && !known
        {
            found.push((cell, obstacle));
        }
    }
    let place = |channel: Channel| Channel::ALL.iter().position(|other| *other == channel);
    let order =
        crate::order::order(found.len(), &|a, b| place(found[a].0.channel).cmp(&place(found[b].0.channel)));
    order.into_iter().map(|index| found[index]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notification::lead::Lead;
    use crate::notification::preference::Fallback;
    use crate::notification::quiet::Quiet;
    use PreferenceProblem as P;
    use chrono::NaiveTime;

    fn cell(subject: Subject, channel: Channel) -> Cell {
        Cell { person: "maria".to_owned(), what: What::Subject(subject), channel }
    }

    fn problems(preferences: &Preferences) -> Vec<PreferenceProblem> {
        check(preferences, &["maria"]).iter().map(|wrong| wrong.problem).collect()
    }

    #[test]
    fn the_wishes_of_somebody_new_can_be_saved() {
        assert_eq!(problems(&Preferences::default()), []);
    }

    #[test]
    fn what_makes_no_sense_is_named() {
        let at = |minute, second| NaiveTime::from_hms_opt(22, minute, second).unwrap();
        let quiet = Some(Quiet { from: at(0, 30), to: at(0, 30), action: false });
        let fallback = Fallback { order: vec![Channel::Sms, Channel::Viber, Channel::Sms], wait: 7 };
        let leads = vec![Lead { subject: Subject::ProtocolApproved, days: 3 }];
        let preferences = Preferences { fallback, quiet, leads, ..Preferences::default() };
        let all = [P::QuietEmpty, P::QuietSeconds, P::OrderTwice, P::WaitNotOffered, P::LeadNotOffered];
        assert_eq!(problems(&preferences), all);
    }

    #[test]
    fn what_is_kept_cannot_be_off_by_every_channel_but_by_some() {
        let mut preferences = Preferences::default();
        for channel in [Channel::Sms, Channel::Viber, Channel::Email] {
            preferences.set(cell(Subject::NewDevice, channel), Wish::Off);
        }
        assert_eq!(problems(&preferences), []);
        preferences.set(cell(Subject::NewDevice, Channel::Push), Wish::Off);
        assert_eq!(problems(&preferences), [PreferenceProblem::KeptOff; 4]);
    }

    #[test]
    fn a_code_is_not_wanted_by_push_nor_anything_about_strangers() {
        let mut preferences = Preferences::default();
        preferences.set(cell(Subject::InvitationCode, Channel::Push), Wish::On);
        assert_eq!(problems(&preferences), [PreferenceProblem::ChannelNever]);
        assert_eq!(check(&preferences, &["ana"])[0].problem, PreferenceProblem::PersonUnknown);
    }

    #[test]
    fn each_wanted_channel_without_a_contact_is_named_once() {
        let mut preferences = Preferences::default();
        preferences.set(cell(Subject::VisitReminder, Channel::Email), Wish::On);
        preferences.set(cell(Subject::ProtocolApproved, Channel::Sms), Wish::On);
        preferences.set(cell(Subject::ProtocolRefused, Channel::Sms), Wish::On);
        let lacking = lacking(&preferences, &[], DateTime::UNIX_EPOCH);
        let channels: Vec<_> = lacking.iter().map(|(cell, _)| cell.channel).collect();
        assert_eq!(channels, [Channel::Sms, Channel::Email]);
    }
}
