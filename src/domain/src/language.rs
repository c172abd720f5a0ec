//! The languages of the portal.

use crate::coded::codes;

codes! {
    /// A language of the portal, by ISO 639-1 code. Bulgarian is the default.
    pub enum Language {
        /// Bulgarian.
        Bg = "bg",
        /// English.
        En = "en",
        /// Russian.
        Ru = "ru",
        /// Kazakh.
        Kk = "kk",
    }
}
