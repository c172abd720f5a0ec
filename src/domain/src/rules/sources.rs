//! Sources that several families of rules cite. A source of one family stands in that family's `sources.rs`.

use crate::citation::Citation;

/// The patient guide of 2010: source of the `BG10-` and `EX` rules. Its last line cites 2011, so it was
/// edited then.
pub const GUIDE_2010: Citation = Citation {
    title: "Аз съм здравноосигурен. Права и задължения на здравноосигурените пациенти през 2010 г.",
    url: Some("https://www.lichen-lekar.com/docs/rights2010.html"),
    stated: "2010",
};

/// Internal rules of a practice. Their head says in force from 01.06.2020, their foot from 01.06.2021
/// (conflict C6).
pub const PRACTICE_RULES_2021: Citation = Citation {
    title: "Правилник за вътрешния ред, АИППМП д-р Виктория Чобанова",
    url: Some("https://drchobanova.com/"),
    stated: "2021-05-29",
};

/// The same practice's posts on TELK, referrals and care outside insurance.
pub const PRACTICE_POSTS_2019: Citation = Citation {
    title: "Подготовка за ТЕЛК; Издаване на направление, АИППМП д-р Виктория Чобанова",
    url: Some("https://drchobanova.com/category/news/"),
    stated: "2019-01",
};

/// The same practice's post on TELK.
pub const PRACTICE_TELK_2019: Citation = Citation {
    title: "Подготовка за ТЕЛК, АИППМП д-р Виктория Чобанова",
    url: Some(
        "https://drchobanova.com/%D0%BF%D0%BE%D0%B4%D0%B3%D0%BE%D1%82%D0%BE%D0%B2%D0%BA%D0%B0-%D0%B7%D0%B0-%D1%82%D0%B5%D0%BB%D0%BA/",
    ),
    stated: "2019-01",
};

/// The same practice's post on sick leave.
pub const PRACTICE_SICK_LEAVE_2021: Citation = Citation {
    title: "Издаване на болничен лист, АИППМП д-р Виктория Чобанова",
    url: Some("https://drchobanova.com/category/news/"),
    stated: "2021-02",
};

/// A clinic of Altai krai on insurance representatives; the text is from the end of 2017.
pub const ALTAI_REPRESENTATIVES: Citation =
    Citation {
        title: "Служба страховых представителей (Алтайский край)", url: None, stated: "2017"
    };
