//! Sources on sick leave and on leave for carers.

use crate::citation::Citation;

/// The ministry of labour's answer: 14 days without a break, 40 in a calendar year.
pub const ANSWER_2011: Citation = Citation {
    title: "Колко дни болничен имам право (МТСП, въпроси и отговори)",
    url: Some(
        "http://www.bgstuff.net/zakoni-i-normativni-aktove/osigurqvane/8717-колко-дни-болничен-имам-право",
    ),
    stated: "2011-06-02",
};

/// A newspaper's legal advice on the same.
pub const ADVICE_2025: Citation = Citation {
    title: "Какви са срокове и условия за издаване на болничен лист?",
    url: Some(
        "https://trud.bg/a/articles/trudovopravna-konsultatsia-na-trud-news-kakvi-sa-srokove-i-uslovia-za-izdavane-na-bolnichen-list",
    ),
    stated: "2025-12-15",
};

/// The decree by which days of quarantine are not counted. On which day it came into force was not seen.
pub const DECREE_225: Citation = Citation {
    title: "ПМС № 225 от 12.07.2021 за изменение на Наредбата за медицинската експертиза (ДВ, бр. 59 от 16.07.2021)",
    url: Some("https://dv.parliament.bg/DVWeb/showMaterialDV.jsp?idMat=160083"),
    stated: "2021-07-16",
};

/// A lawyer's page on the causes for which the limits do not hold; it cites the ordinance of 2017.
pub const CAUSES: Citation = Citation {
    title: "Болнични листове и оспорването им",
    url: Some("https://stoynovlaw.com/posts/болнични-листове-и-оспорване-им/?lang=bg"),
    stated: "undated",
};

/// Article 45 of the social insurance code, quoted in an answer.
pub const CODE_45: Citation = Citation {
    title: "Изплащане на болнични при гледане на дете до 18 год. (чл. 45 КСО)",
    url: Some("http://balans.bg/2084-izplashtane-na-bolnichni-pri-gledane-na-dete-do-18-god/"),
    stated: "undated",
};

/// The insurance institute on sheets for past time.
pub const PAST_2026: Citation = Citation {
    title: "В кои случаи лекар може да издаде болничен за минал период (НОИ)",
    url: Some(
        "https://www.novinite.bg/articles/280115/v-koi-sluchai-lekar-mozhe-da-izdade-bolnichen-za-minal-period",
    ),
    stated: "2026-02-09",
};
