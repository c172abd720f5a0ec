//! What can be wrong with a message, how bad it is, and who says so.

use std::ops::Range;

use crate::citation::{Citation, DESIGN, STATUS_NOTICE};
use crate::coded::codes;
use crate::sms::{PARTS_SOURCE, VIBER_SOURCE};

const NO_LINKS: Citation = Citation {
    title: "НЗОК ще известява с есемес и вайбър за протоколи за скъпоструващи лекарства",
    url: Some(
        "https://m.inews.bg/Здраве/НЗОК-ще-известява-с-есемес-и-вайбър-за-протоколи-за-скъпоструващи-лекарства_l.a_c.390_i.737956.html",
    ),
    stated: "2024-08-28",
};
const FRAUD: Citation = Citation {
    title: "Нови сигнали за SMS измами от името на НЗОК",
    url: Some("https://offnews.bg/zdrave/novi-signali-za-sms-izmami-ot-imeto-na-nzok-856011.html"),
    stated: "2025-11-20",
};
const ONLY_STATUS: Citation = Citation {
    title: "Предупреждение към гражданите: Продължават опитите за измама от името на НЗОК",
    url: Some(
        "https://www.plovdiv24.bg/novini/Bylgaria/Preduprezhdenie-kum-grazhdanite-Produlzhavat-opitite-za-izmama-ot-imeto-na-NZOK-2710928",
    ),
    stated: "2025-09-18",
};

codes! {
    /// What is wrong.
    pub enum Problem {
        /// The event is not one of the fourteen that the fund sends messages about.
        EventNotListed = "event_not_listed",
        /// A file hangs on it.
        Attachment = "attachment",
        /// The SMS has more than one part.
        SeveralParts = "several_parts",
        /// Viber would cut the end off.
        CutOff = "cut_off",
        /// A link, or something that a phone makes into one.
        Link = "link",
        /// A phrase of those who write in the fund's name to steal.
        FraudPhrase = "fraud_phrase",
        /// Debts, refunds or whether somebody is insured: the fund does not write about these.
        OtherTopic = "other_topic",
        /// An amount, an account, or a word that asks to pay.
        Money = "money",
        /// A full ЕГН.
        PersonalNumber = "personal_number",
        /// Ten digits with the check digit of a ЛНЧ: one in ten other numbers has it too.
        PerhapsForeignersNumber = "perhaps_foreigners_number",
    }
}

codes! {
    /// What follows.
    pub enum Severity {
        /// It must not be sent.
        Block = "block",
        /// Somebody should look at it.
        Warn = "warn",
    }
}

impl Problem {
    /// What follows.
    #[must_use]
    pub const fn severity(self) -> Severity {
        match self {
            Self::SeveralParts | Self::PerhapsForeignersNumber => Severity::Warn,
            _ => Severity::Block,
        }
    }

    /// Who says so.
    #[must_use]
    pub const fn citation(self) -> Citation {
        match self {
            Self::EventNotListed => STATUS_NOTICE,
            Self::Attachment | Self::Link | Self::Money => NO_LINKS,
            Self::SeveralParts => PARTS_SOURCE,
            Self::CutOff => VIBER_SOURCE,
            Self::FraudPhrase => FRAUD,
            Self::OtherTopic => ONLY_STATUS,
            Self::PersonalNumber | Self::PerhapsForeignersNumber => DESIGN,
        }
    }
}

/// Something wrong with a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What.
    pub problem: Problem,
    /// Where, in bytes of the text; `None` if it concerns the whole message.
    pub span: Option<Range<usize>>,
    /// Of [`Problem::SeveralParts`]: how many.
    pub parts: Option<usize>,
}

impl Finding {
    pub(super) const fn whole(problem: Problem) -> Self {
        Self { problem, span: None, parts: None }
    }

    pub(super) const fn at(problem: Problem, span: Range<usize>) -> Self {
        Self { problem, span: Some(span), parts: None }
    }
}
