//! The channels, and what each of them can tell.

use crate::citation::{Citation, DESIGN, STATUS_NOTICE};
use crate::coded::codes;

codes! {
    /// By which way a message goes.
    pub enum Channel {
        /// SMS.
        Sms = "sms",
        /// Viber.
        Viber = "viber",
        /// E-mail.
        Email = "email",
        /// A notice of the app on a device.
        Push = "push",
    }
}

codes! {
    /// What a message is sent to.
    pub enum Reach {
        /// A phone number.
        Phone = "phone",
        /// An e-mail address.
        Email = "email",
        /// A device on which the app has leave to show notices.
        Device = "device",
    }
}

/// Viber tells "delivered", "seen" and "expired", and a person can block a sender.
pub const VIBER_STATUSES: Citation =
    Citation { title: "Viber message statuses (Infobip documentation)", url: None, stated: "undated" };

impl Channel {
    /// What it is sent to. SMS and Viber go to the same number.
    #[must_use]
    pub const fn reach(self) -> Reach {
        match self {
            Self::Sms | Self::Viber => Reach::Phone,
            Self::Email => Reach::Email,
            Self::Push => Reach::Device,
        }
    }

    /// Whether it tells that a message arrived. E-mail tells only that it did not; a notice tells nothing.
    #[must_use]
    pub const fn tells_delivered(self) -> bool {
        matches!(self, Self::Sms | Self::Viber)
    }

    /// Whether it tells that a message was read. E-mail could by a hidden picture: the portal sends none.
    #[must_use]
    pub const fn tells_read(self) -> bool {
        matches!(self, Self::Viber)
    }

    /// Whether its text shows on a locked screen, where anybody reads it. Of an e-mail the title does.
    #[must_use]
    pub const fn on_lock_screen(self) -> bool {
        !matches!(self, Self::Email)
    }

    /// Whether its messages have a title beside the text.
    #[must_use]
    pub const fn has_title(self) -> bool {
        matches!(self, Self::Email | Self::Push)
    }

    /// Who says that there is this channel: the fund names SMS and Viber.
    #[must_use]
    pub const fn source(self) -> Citation {
        match self {
            Self::Sms | Self::Viber => STATUS_NOTICE,
            Self::Email | Self::Push => DESIGN,
        }
    }
}

impl Reach {
    /// The channels that go to such a contact.
    #[must_use]
    pub const fn channels(self) -> &'static [Channel] {
        match self {
            Self::Phone => &[Channel::Sms, Channel::Viber],
            Self::Email => &[Channel::Email],
            Self::Device => &[Channel::Push],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coded::Code;

    #[test]
    fn a_channel_goes_to_one_kind_of_contact() {
        for channel in Channel::ALL {
            let reaches = Reach::ALL.iter().filter(|reach| reach.channels().contains(channel));
            assert_eq!(reaches.copied().collect::<Vec<_>>(), [channel.reach()]);
        }
    }

    #[test]
    fn only_what_tells_delivered_tells_read() {
        assert!(Channel::ALL.iter().all(|channel| channel.tells_delivered() || !channel.tells_read()));
    }
}
