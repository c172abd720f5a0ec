//! Sources on check-ups and on what happens to those who miss them.

use crate::citation::Citation;

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
