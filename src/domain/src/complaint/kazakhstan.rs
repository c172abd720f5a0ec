//! Kazakhstan: the channels of the fund of social medical insurance, what each asks for, and how many used
//! them.

use crate::citation::Citation;
use crate::coded::{Code, codes};
use crate::complaint::sources::KAZAKHSTAN_CHANNELS;

/// Where it is written.
pub const SOURCE: Citation = KAZAKHSTAN_CHANNELS;

codes! {
    /// A way to complain, in the order of the source.
    pub enum Channel {
        /// The service of patient support and internal expertise of the clinic itself; the source asks to go
        /// there first.
        Clinic = "clinic",
        /// The contact centre 1406 ([`crate::hotline::Line::Kazakhstan`]).
        CallCentre = "call_centre",
        /// The app Qoldau 24/7: text, with documents if one likes; the number it gives shows the status.
        Qoldau = "qoldau",
        /// The banners on the home page of fms.kz.
        Site = "site",
        /// Saqtandyrybot in Telegram: main menu, "Отправить обращение на 1406".
        TelegramBot = "telegram_bot",
    }
}

codes! {
    /// What a channel asks for.
    pub enum Field {
        /// The matter, in words.
        Matter = "matter",
        /// The region.
        Region = "region",
        /// The name of the medical organisation.
        Organisation = "organisation",
        /// Documents.
        Attachments = "attachments",
    }
}

impl Channel {
    /// What has to be given, in the order in which it is asked for. By phone and in the clinic one simply
    /// speaks.
    #[must_use]
    pub const fn required(self) -> &'static [Field] {
        match self {
            Self::Clinic | Self::CallCentre => &[],
            Self::Qoldau | Self::Site => &[Field::Matter],
            Self::TelegramBot => &[Field::Region, Field::Organisation, Field::Matter],
        }
    }

    /// What may be given besides.
    #[must_use]
    pub const fn optional(self) -> &'static [Field] {
        match self {
            Self::Qoldau => &[Field::Attachments],
            Self::Clinic | Self::CallCentre | Self::Site | Self::TelegramBot => &[],
        }
    }

    /// Whether it takes complaints at any hour.
    #[must_use]
    pub const fn is_always_open(self) -> bool {
        matches!(self, Self::Qoldau | Self::Site | Self::TelegramBot)
    }

    /// Whether the complaint gets a number by which its status can be followed.
    #[must_use]
    pub const fn gives_number(self) -> bool {
        matches!(self, Self::Qoldau)
    }
}

/// A complaint as far as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Draft<'a> {
    /// The matter, in words.
    pub matter: &'a str,
    /// The region.
    pub region: &'a str,
    /// The name of the medical organisation.
    pub organisation: &'a str,
    /// The clinic's own service was tried before.
    pub clinic_tried: bool,
}

impl Draft<'_> {
    fn has(&self, field: Field) -> bool {
        match field {
            Field::Matter => !self.matter.trim().is_empty(),
            Field::Region => !self.region.trim().is_empty(),
            Field::Organisation => !self.organisation.trim().is_empty(),
            Field::Attachments => true,
        }
    }
}

/// What a channel does with a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It takes it.
    Accepted,
    /// The form does not take it without this.
    Rejected(Field),
    /// The bot asks for this next; nothing is sent yet.
    NextPrompt(Field),
}

/// What a channel does with a draft, and the hint that goes with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    /// What it does.
    pub verdict: Verdict,
    /// The clinic's own service should be tried first; the fund takes the complaint all the same.
    pub clinic_first: bool,
}

/// What a channel does with a draft.
#[must_use]
pub fn submit(channel: Channel, draft: &Draft<'_>) -> Answer {
    let missing = channel.required().iter().find(|field| !draft.has(**field));
    let verdict = match (missing, channel) {
        (None, _) => Verdict::Accepted,
        (Some(field), Channel::TelegramBot) => Verdict::NextPrompt(*field),
        (Some(field), _) => Verdict::Rejected(*field),
    };
    Answer { verdict, clinic_first: channel != Channel::Clinic && !draft.clinic_tried }
}

codes! {
    /// What people complain and ask about, in the order of the source. It gives numbers for the first two.
    pub enum Topic {
        /// How contributions are paid.
        Payment = "payment",
        /// Taking part in the insurance (ОСМС).
        Participation = "participation",
        /// Being counted among the privileged.
        Privileged = "privileged",
        /// Whether one is insured.
        InsuredStatus = "insured_status",
    }
}

/// How exactly the source gives a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Number {
    /// Exactly.
    Exactly(u32),
    /// More than this.
    MoreThan(u32),
    /// About this.
    About(u32),
}

impl Number {
    /// The number itself.
    #[must_use]
    pub const fn value(self) -> u32 {
        match self {
            Self::Exactly(number) | Self::MoreThan(number) | Self::About(number) => number,
        }
    }
}

/// Complaints and questions in half a year.
pub const TOTAL: Number = Number::Exactly(474_708);

impl Topic {
    /// How many of them in half a year, where the source says.
    #[must_use]
    pub const fn number(self) -> Option<Number> {
        match self {
            Self::Payment => Some(Number::About(236_000)),
            Self::Participation => Some(Number::MoreThan(47_000)),
            Self::Privileged | Self::InsuredStatus => None,
        }
    }

    /// Its place in the source, from 1.
    #[must_use]
    pub fn category(self) -> usize {
        1 + Self::ALL.iter().take_while(|topic| **topic != self).count()
    }
}

impl Channel {
    /// How many came through it in half a year, where the source says.
    #[must_use]
    pub const fn number(self) -> Option<Number> {
        match self {
            Self::Qoldau => Some(Number::MoreThan(82_000)),
            Self::Site => Some(Number::About(2_500)),
            Self::Clinic | Self::CallCentre | Self::TelegramBot => None,
        }
    }
}

/// The share of [`TOTAL`] in hundredths of a percent, rounded half up: 4971 is 49.71 %.
#[must_use]
pub fn share(number: Number) -> u32 {
    let total = u64::from(TOTAL.value());
    let share = (u64::from(number.value()) * 10_000 + total / 2) / total;
    u32::try_from(share).unwrap_or(u32::MAX)
}
