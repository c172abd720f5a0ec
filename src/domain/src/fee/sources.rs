//! Sources of the user fees.

use crate::citation::Citation;

/// The fee of January 2005.
pub const FEE_2005: Citation = Citation {
    title: "Здравната такса вече е 1.50 лева",
    url: Some("https://spisaniemd.bg/vd-magazine/2005/02/zdravnata-taksa-veche-e-150-leva"),
    stated: "2005-02-01",
};

/// The fee of 2008.
pub const FEE_2008: Citation = Citation {
    title: "Потребителската такса при личния лекар става 2,20 лв.",
    url: Some("https://news.bg/crime/taksata-pri-lichniya-lekar-stava-2-20-lv.html"),
    stated: "2008",
};

/// The law of 2008: 1.00 lev for women from 60 and men from 63, at a doctor or dentist; 1 % and 2 % for all
/// others.
pub const REDUCED_2008: Citation = Citation {
    title: "Жените над 60 и мъжете над 63 г. ще плащат лекарска такса 1 лв.",
    url: Some(
        "https://blitz.bg/obshtestvo/zhenite-nad-60-i-mzhete-nad-63-g-shche-plashchat-lekarska-taksa-1-lv_news5529.html",
    ),
    stated: "2008-07-01",
};

/// The fund's answer that the reduced fee ended with 2010, and that students are free up to 26.
pub const ANSWER_2011: Citation = Citation {
    title: "Потребителски такси за 2011, пенсионери (НЗОК, въпроси и отговори)",
    url: Some("http://www.bgstuff.net/zdrave/drugi/8483-потребителски-такси-за-2011-пенсионери"),
    stated: "2011-01-01",
};

/// The fund's list of who pays nothing, from the time when the fee was 1 % of the minimum wage.
pub const LIST_2011: Citation = Citation {
    title: "Такса леглоден (НЗОК, въпроси и отговори)",
    url: Some("http://www.bgstuff.net/zdrave/drugi/9059-такса-леглоден"),
    stated: "2011",
};

/// The wage table from which amounts follow that no source prints.
pub const WAGE_TABLE: Citation = Citation {
    title: "Минимална работна заплата за страната за периода 2000 – 2021 (таксата е 1 %, за болничен ден 2 %)",
    url: Some(
        "http://trudipravo.bg/index.php/znanie-za-vas/3893-minimalna-rabotna-zaplata-za-stranata-za-perioda-2000-2021",
    ),
    stated: "2021",
};

/// The decree that set the amounts after the tie to the minimum wage was cut.
pub const DECREE_193: Citation = Citation {
    title: "ПМС № 193 от 28.08.2012 (ДВ, бр. 68 от 2012), в сила от 04.09.2012",
    url: Some("https://nhif.bg/bg/people/taxes"),
    stated: "2012-09-04",
};

/// The decree that corrected the amount for a hospital day.
pub const DECREE_230: Citation = Citation {
    title: "ПМС № 230 от 26.09.2012 (ДВ, бр. 75 от 02.10.2012)",
    url: Some("https://dv.parliament.bg/DVWeb/showMaterialDV.jsp?idMat=68749"),
    stated: "2012-10-02",
};

/// The decree that brought 1.00 lev for those who have retired.
pub const RETIRED_2014: Citation = Citation {
    title: "Пенсионерите от днес плащат 1 лев за преглед (ПМС № 312 от 27.12.2013)",
    url: Some(
        "https://www.actualno.com/healthy/pensionerite-ot-dnes-plashtat-1-lev-za-pregled-news_11094.html",
    ),
    stated: "2014-01-07",
};

/// The fund's page on fees, and on the price for taking a sample.
pub const FUND_PAGE: Citation = Citation {
    title: "Потребителска такса (НЗОК)",
    url: Some("https://nhif.bg/bg/people/taxes"),
    stated: "2014-01-07",
};

/// The cut of April 2025.
pub const STAY_2025: Citation = Citation {
    title: "Потребителската такса за ден болничен престой вече е 1 лев",
    url: Some("https://glasnews.bg/zdrave/potrebitelskata-taksa-den-bolnichen-prestoi-veche-e-1-lev-567308"),
    stated: "2025-04-18",
};

/// The fund's explanation of December 2025 of who pays what, and who pays nothing.
pub const LIST_2025: Citation = Citation {
    title: "Какво трябва да заплатите, когато ползвате извънболнична медицинска помощ (НЗОК)",
    url: Some(
        "https://www.blagoevgrad24.bg/novini/Bylgaria/\
         Kakvo-tryabva-da-zaplatite-kogato-polzvate-izvunbolnichna-medicinska-pomosht-2837697",
    ),
    stated: "2025-12-29",
};

/// The fees in euro.
pub const FEE_2026: Citation = Citation {
    title: "Лекарската такса остава без промяна – в лева или в евро плащат пациентите",
    url: Some(
        "https://bntnews.bg/news/lekarskata-taksa-ostava-bez-promyana-v-leva-ili-v-evro-plashtat-pacientite-1372445news.html",
    ),
    stated: "2026-01-05",
};
