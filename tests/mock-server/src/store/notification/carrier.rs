//! The carrier as it is played: what it says of what is sent, and when. Some numbers and addresses change that.

use chrono::TimeDelta;
use domain::notification::Channel;
use domain::notification::delivery::{Failure, Signal};

/// A contact that causes things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Magic {
    /// The end of a number, or the beginning of an address.
    pub mark: &'static str,
    /// What happens, for the control page.
    pub effect: &'static str,
    play: Play,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Play {
    NoViber,
    ViberSilent,
    ThirdTime,
    Stop,
    Dead,
    Full,
    Bounce,
}

/// All of them.
pub const ALL: [Magic; 7] = [
    magic("9901", "a number that has no Viber: it says so at once", Play::NoViber),
    magic("9902", "Viber says nothing at all: the next channel follows after the wait", Play::ViberSilent),
    magic("9903", "out of reach three times, then delivered", Play::ThirdTime),
    magic("9904", "SMS is stopped by the carrier, and from then on by the contact", Play::Stop),
    magic("9905", "no such number: everything fails for good", Play::Dead),
    magic("full@", "the mailbox is full, each time", Play::Full),
    magic("bounce@", "no such address", Play::Bounce),
];

const fn magic(mark: &'static str, effect: &'static str, play: Play) -> Magic {
    Magic { mark, effect, play }
}

impl Magic {
    fn is(&self, address: &str) -> bool {
        match self.play {
            Play::Full | Play::Bounce => address.starts_with(self.mark),
            _ => address.ends_with(self.mark),
        }
    }
}

/// What the carrier says of what was sent for the `times`-th time, and how long after. SMS arrive after five seconds; Viber after
/// two, and is read after three minutes; of e-mails and notices nothing is said.
#[must_use]
pub fn words(channel: Channel, address: &str, times: u32) -> Vec<(TimeDelta, Signal)> {
    let play = ALL.iter().find(|magic| magic.is(address)).map(|magic| magic.play);
    let fails = |after, why| vec![(TimeDelta::seconds(after), Signal::Fail(why))];
    match (channel, play) {
        (Channel::Viber, Some(Play::NoViber)) => fails(1, Failure::NotOnChannel),
        (Channel::Viber, Some(Play::ViberSilent)) => Vec::new(),
        (Channel::Sms | Channel::Viber, Some(Play::ThirdTime)) if times <= 3 => {
            fails(1, Failure::Unreachable)
        }
        (Channel::Sms, Some(Play::Stop)) => fails(1, Failure::Stopped),
        (Channel::Sms | Channel::Viber, Some(Play::Dead)) => fails(1, Failure::NoSuchContact),
        (Channel::Email, Some(Play::Full)) => fails(30, Failure::Full),
        (Channel::Email, Some(Play::Bounce)) => fails(30, Failure::NoSuchContact),
        (Channel::Sms, _) => vec![(TimeDelta::seconds(5), Signal::Deliver)],
        (Channel::Viber, _) => {
            vec![(TimeDelta::seconds(2), Signal::Deliver), (TimeDelta::minutes(3), Signal::Read)]
        }
        (Channel::Email | Channel::Push, _) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_mark_that_fits_decides_and_others_change_nothing() {
        let said = |channel, address, times| words(channel, address, times).into_iter().map(|(_, said)| said);
        let viber = said(Channel::Viber, "+359880009901", 1).collect::<Vec<_>>();
        assert_eq!(viber, [Signal::Fail(Failure::NotOnChannel)]);
        assert_eq!(said(Channel::Sms, "+359880009901", 1).collect::<Vec<_>>(), [Signal::Deliver]);
        assert_eq!(said(Channel::Sms, "+359880009903", 4).collect::<Vec<_>>(), [Signal::Deliver]);
        assert_eq!(said(Channel::Email, "full@primer.example", 1).count(), 1);
        assert_eq!(said(Channel::Email, "maria@primer.example", 1).count(), 0);
    }
}
