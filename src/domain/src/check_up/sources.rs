//! Sources on check-ups and on what happens to those who miss them.

use chrono::NaiveDate;

use crate::citation::Citation;
use crate::rules::sources::{ALTAI_REPRESENTATIVES, GUIDE_2010};
use crate::rules::{Scope, day};

/// The fund in December 2025: fines of the law on health.
pub const FINES_2025: Citation = Citation {
    title: "Няма да глобяват джипитата, ако пациенти не идват на прегледи (НЗОК)",
    url: Some("https://faktor.bg/nyama-da-globyavat-dzhipitata-ako-patsienti-ne-idvat-na-pregledi"),
    stated: "2025-12-05",
};

/// A mother fined by the regional health inspection because her child was not immunised.
pub const INSPECTION_2024: Citation = Citation {
    title: "Антиваксърка отнесе глоба: не реимунизирала детето си (РЗИ – Габрово)",
    url: Some("https://rositza.com/38122/antivaksarka-otnese-globa-ne-reimunizirala-deteto-si"),
    stated: "2024",
};

/// The ordinance on check-ups and follow-up: in force from 2017, changed last, as far as is known, with a new table for adults.
/// Its text was not seen.
pub const ORDINANCE_8: Citation = Citation {
    title: "Наредба № 8 от 2016 г. за профилактичните прегледи и диспансеризацията (изм. ДВ, бр. 3 от 2024 г.)",
    url: Some("https://lex.bg/bg/laws/ldoc/2136933195"),
    stated: "2024-01-09",
};

/// Something that a source says without any value to calculate with: it is shown, and until when the source speaks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Statement {
    /// Where it is written.
    pub citation: Citation,
    /// The rule's own id in that source.
    pub rule: Option<&'static str>,
    /// Whose it is.
    pub scope: Scope,
    /// The last day for which the source speaks.
    pub through: NaiveDate,
}

/// How often one is followed up depends on one's condition.
pub const FOLLOW_UP: Statement = Statement {
    citation: GUIDE_2010,
    rule: Some("BG10-53"),
    scope: Scope::Guide2010,
    through: day!("2010-12-31"),
};

/// Only the GP immunises.
pub const IMMUNISATION: Statement = Statement { rule: Some("BG10-50"), ..FOLLOW_UP };

/// A new table for adults came with the last change that is known.
pub const NEW_TABLE: Statement =
    Statement { citation: ORDINANCE_8, rule: None, scope: Scope::Law, through: day!("2024-01-09") };

/// Altai krai: who invites and reminds, by which list, that it is free and where.
pub const INVITATION: Statement = Statement {
    citation: ALTAI_REPRESENTATIVES,
    rule: Some("RU-03, RU-09"),
    scope: Scope::Altai,
    through: day!("2017-12-31"),
};
