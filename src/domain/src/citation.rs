//! Where a rule comes from, and how far it can be trusted: no rule stands in this crate without saying so.

use crate::coded::codes;

/// The public source of a rule or of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Citation {
    /// Title of the source in its own language.
    pub title: &'static str,
    /// Where it can be read; `None` for a decision of this portal's designers, or where no address is known.
    pub url: Option<&'static str>,
    /// The date the source states for itself, ISO 8601 (`2010`, `2010-06` or `2010-06-30`); `undated` where
    /// it states none.
    pub stated: &'static str,
}

impl Citation {
    /// Whether a reader could find the source: it has a title, a date, and, if it has an address, a web
    /// address.
    #[must_use]
    pub const fn is_complete(&self) -> bool {
        let addressed = match self.url {
            Some(url) => starts_with(url.as_bytes(), b"https://") || starts_with(url.as_bytes(), b"http://"),
            None => true,
        };
        !self.title.is_empty() && self.stated.len() >= 4 && addressed
    }
}

const fn starts_with(text: &[u8], start: &[u8]) -> bool {
    let mut at = 0;
    while at < start.len() {
        if at >= text.len() || text[at] != start[at] {
            return false;
        }
        at += 1;
    }
    true
}

codes! {
    /// How well a fact is supported by its citation. Everything but [`Confidence::Unverified`] counts as
    /// verified.
    pub enum Confidence {
        /// The text of the law, or a page of the authority itself.
        Official = "A",
        /// The press or a partner of the authority, quoting it.
        Press = "B",
        /// One secondary page.
        Secondary = "C",
        /// Derived or reported, but found in no source: shown as such, never calculated with.
        Unverified = "NV",
    }
}

impl Confidence {
    /// Whether an answer may rest on it.
    #[must_use]
    pub const fn is_verified(self) -> bool {
        !matches!(self, Self::Unverified)
    }
}

/// The fund's notice that started the SMS and Viber service: it lists the fourteen events.
pub const STATUS_NOTICE: Citation = Citation {
    title: "НЗОК стартира SMS и VIBER известяване",
    url: Some("https://www.nhif.bg/bg/nzok-za-teb/useful/611"),
    stated: "2024-08-28",
};

/// The precedent for "extended by the fund": validity was extended for everybody in 2020 and 2021.
pub const EXTENSION_PRECEDENT: Citation = Citation {
    title: "Удължени протоколи за скъпоструващи лекарства (2020, 2021), съобщено от news.bg и actualno.com",
    url: Some("https://www.actualno.com/health/1465095"),
    stated: "2021-01-01",
};

/// A decision of the portal's designers where no public source states a rule; shown as such.
pub const DESIGN: Citation =
    Citation {
        title: "Решение на създателите на портала", url: None, stated: "2026-11-22"
    };
