//! Where a rule comes from: no rule stands in this crate without saying so.

/// The public source of a rule or of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Citation {
    /// Title of the source in its own language.
    pub title: &'static str,
    /// Where it can be read; `None` for a decision of this portal's designers.
    pub url: Option<&'static str>,
    /// The date the source states for itself, ISO 8601.
    pub stated: &'static str,
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
