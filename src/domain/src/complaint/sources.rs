//! Sources on complaints.

use crate::citation::Citation;

/// Kazakhstan's fund on the ways to complain, with numbers of half a year. The page bears no date.
pub const KAZAKHSTAN_CHANNELS: Citation = Citation {
    title: "Как пациенту подать жалобу онлайн?",
    url: Some("https://mobilaser.kz/kak-pacientu-podat-zhalobu-onlajn/technologies"),
    stated: "undated",
};

/// Which signals are not looked into.
pub const CODE_111: Citation = Citation {
    title: "Административнопроцесуален кодекс, чл. 111",
    url: Some("https://zakonite.bg/administrativnoprocesualen-kodeks-a382t1499.html"),
    stated: "undated",
};

/// By when a proposal is decided.
pub const CODE_118: Citation = Citation {
    title: "Административнопроцесуален кодекс, чл. 118",
    url: Some("https://zakonite.bg/administrativnoprocesualen-kodeks-a382t1506.html"),
    stated: "undated",
};

/// By when a signal is decided, known by hearsay only.
pub const CODE_121: Citation =
    Citation {
        title: "Административнопроцесуален кодекс, чл. 121", url: None, stated: "undated"
    };

/// The check of a regional health inspection.
pub const INSPECTION: Citation = Citation {
    title: "Нарушаване правата на пациента: ред за подаване на жалби (РЗИ Габрово; чл. 93 ЗЗ)",
    url: Some("http://rzi-gbr.org/news/narushavane-pravata-na-pacienta-red-za-podavane-na-jalbi-9.html"),
    stated: "undated",
};
