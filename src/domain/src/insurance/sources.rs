//! Sources on contributions and on interrupted rights.

use crate::citation::Citation;

/// The first announcement of 2010: rights are interrupted by the contributions of 36 months, in force
/// 01.02.2010.
pub const CHANGES_2010: Citation = Citation {
    title: "Безработни подават декларация за здравни осигуровки (НАП Пловдив)",
    url: Some(
        "https://dariknews.bg/regioni/plovdiv/bezrabotni-podavat-deklaraciq-za-zdravni-osigurovki-462818",
    ),
    stated: "2010-01",
};

/// The incomes of 2009 to 2011, by the income of an earlier year.
pub const INCOME_2011: Citation = Citation {
    title: "Минимален осигурителен доход за самоосигуряващи се лица 2011 г.",
    url: Some(
        "http://www.bgstuff.net/zakoni-i-normativni-aktove/osigurqvane/8496-mинимален-осигурителен-доход-за-самоосигуряващи-се-лица-2011-г",
    ),
    stated: "2011",
};

/// The revenue agency on what is owed in 2012, by the 10th.
pub const CONTRIBUTION_2012: Citation = Citation {
    title: "Здравни вноски по 16,80 лева до 10-то число (НАП, DarikNews.bg)",
    url: Some("https://doricism.rssing.com/chan-1369405/article557.html"),
    stated: "2012-01",
};

/// The revenue agency moves the due date to the 25th, first for January 2013.
pub const DUE_2013: Citation = Citation {
    title: "Удължава се срокът за внасяне на здравни вноски от безработните (НАП)",
    url: Some(
        "https://econ.bg./Новини/Удължава-се-срокът-за-внасяне-на-здравни-вноски-от-безработните_l.a_i.407243_at.1.html",
    ),
    stated: "2013-01",
};

/// The incomes of 2012 and 2013.
pub const INCOME_2013: Citation = Citation {
    title: "Таблица на осигурителните вноски за 2012 и 2013 г.",
    url: Some(
        "http://www.bgstuff.net/zakoni-i-normativni-aktove/osigurqvane/8968-таблица-осигурителните-вноски-за-доо-дзпо-здравно-осигуряване-2012",
    ),
    stated: "2013-01-03",
};

/// The incomes of 2014.
pub const INCOME_2014: Citation = Citation {
    title: "Месечни размери на осигурителните доходи за 2014 г.",
    url: Some("http://www.tita.bg/page/69"),
    stated: "2014",
};

/// What is owed in 2017, and that it was 16.80 until December 2016.
pub const CONTRIBUTION_2017: Citation = Citation {
    title: "18,40 лв. здравна вноска за безработни (НАП)",
    url: Some("https://kibik.bg/1840-лв-здравна-вноска-за-безработни/"),
    stated: "2017-01",
};

/// The highest incomes of 2017 to 2022.
pub const HIGHEST_2017: Citation = Citation {
    title: "Максимален осигурителен доход 2017 – 2022 (activity.bg)",
    url: Some("https://activity.bg/?p=2193"),
    stated: "2022",
};

/// The revenue agency on 2018.
pub const CONTRIBUTION_2018: Citation = Citation {
    title: "The Unemployed Owe Monthly 20.40 BGN for Health Insurance Contributions",
    url: Some(
        "http://www.novinite.com/articles/187447/The+Unemployed+Owe+Monthly+20.40+BGN+for+Health+Insurance+Contributions",
    ),
    stated: "2018-01-30",
};

/// The revenue agency on 2020: two leva more than in 2019.
pub const CONTRIBUTION_2020: Citation = Citation {
    title: "Здравната вноска за безработните се увеличи с 2 лева (НАП)",
    url: Some("https://asenovgrad.net/news/485909/zdravnata-vnoska-za-bezrabotnite-se-uvelichi-s-2-leva"),
    stated: "2020-01",
};

/// The revenue agency on 2021.
pub const CONTRIBUTION_2021: Citation = Citation {
    title: "Здравната вноска за безработните става 26 лв. месечно (НАП)",
    url: Some("https://www.vesti.bg/bulgaria/zdravnata-vnoska-za-bezrabotnite-stava-26-lv.-mesechno-6120675"),
    stated: "2021-01",
};

/// The agency's page on rate and split, for 2021.
pub const AGENCY_2021: Citation = Citation {
    title: "Размер на здравноосигурителната вноска (НАП)",
    url: Some("https://nra.bg/wps/portal/nra/osiguryavane/zdravno-osiguryavane/razmer-osiguritelni-vnoski/"),
    stated: "2021",
};

/// The revenue agency on April 2022.
pub const CONTRIBUTION_2022: Citation = Citation {
    title: "Здравната вноска за безработните се увеличава от 1-ви април (НАП)",
    url: Some("https://news.bg/bulgaria/zdravnata-vnoska-za-bezrabotnite-se-uvelichava-ot-1-vi-april.html"),
    stated: "2022-04",
};

/// The revenue agency on August 2023.
pub const CONTRIBUTION_2023: Citation = Citation {
    title: "Увеличава се здравната вноска на пълнолетните, които не работят и не учат (НАП)",
    url: Some(
        "https://btvnovinite.bg/bulgaria/uvelichava-se-zdravnata-vnoska-na-palnoletnite-koito-ne-rabotjat-i-ne-uchat.html",
    ),
    stated: "2023-08",
};

/// The revenue agency on 2024.
pub const CONTRIBUTION_2024: Citation = Citation {
    title: "Минималната здравна осигуровка за безработните става 37,32 лв. (НАП)",
    url: Some("http://www.antenneair.eu/минималната-здравна-осигуровка-за-бе/българия/здраве/01/2024/"),
    stated: "2024-01",
};

/// The highest incomes by year.
pub const HIGHEST_2024: Citation = Citation {
    title: "Справочник „Максимален осигурителен доход“",
    url: Some("https://www.balans.bg/spravochnitsi/maxod"),
    stated: "2024",
};

/// The budget law of 2025: incomes from January to March, and from April to December.
pub const BUDGET_2025: Citation = Citation {
    title: "Закон за бюджета на ДОО за 2025 г. (ДВ, бр. 25 от 25.03.2025), чл. 9",
    url: Some(
        "https://schetovoditel-plovdiv.com/v-darjaven-vestnik-82-ot-27-09-2024-g-e-obnarodvan-zakon-za-izmenenie-dopalnenie-na-targovskiat-zakon-2-3/",
    ),
    stated: "2025-03-25",
};

/// The revenue agency on April 2025.
pub const CONTRIBUTION_2025: Citation = Citation {
    title: "От 1 април: Минималната здравна вноска за безработните става 43,08 лв. месечно (НАП)",
    url: Some(
        "https://dnesplus.bg/bulgaria/ot-1-april-minimalnata-zdravna-vnoska-za-bezrabotnite-stava-4308-lv-mesechno_1186126",
    ),
    stated: "2025-03-26",
};

/// The revenue agency's reminder of August 2025: amount, due date, and more than three in three years.
pub const REMINDER_2025: Citation = Citation {
    title: "Днес изтича срокът за плащане на здравни осигуровки от зрелостници (НАП)",
    url: Some(
        "https://offnews.bg/zdrave/dnes-izticha-srokat-za-plashtane-na-zdravni-osigurovki-ot-zrelostnitci-850292.html",
    ),
    stated: "2025-08-25",
};

/// The bill for 2026. That it was adopted no source found says.
pub const BILL_2026: Citation = Citation {
    title: "Законопроект за бюджета на ДОО за 2026 г.",
    url: Some(
        "https://novinata.bg/bulgaria/ns-prie-na-parvo-chetene-zakonoproektite-za-byudjetite-na-doo-i-na-nzok-za-2026-g/",
    ),
    stated: "2025-11",
};

/// That the rate stays as it is, and is to stay in 2026.
pub const RATE_2025: Citation = Citation {
    title: "Депутатите ще гледат на първо четене бюджетите на ДОО и НЗОК (вноската остава 8 %)",
    url: Some(
        "https://www.varna24.bg/novini/Bylgaria/Deputatite-shte-gledat-na-purvo-chetene-byudzhetite-na-DOO-i-NZOK-2792335",
    ),
    stated: "2025-11-20",
};

/// For whom the state pays.
pub const STATE_PAYS_2023: Citation = Citation {
    title: "Някои граждани са здравноосигурени за сметка на държавния бюджет. Вие може да сте един от тях",
    url: Some(
        "https://ruse24.bg/novini/Bylgaria/Nyakoi-grazhdani-sa-zdravnoosigureni-za-smetka-na-durzhavniya-byudzhet-Vie-mozhe-da-ste-edin-ot-tyah-2321662",
    ),
    stated: "2023-12",
};

/// Sixty months instead of 36, from 28.12.2015, with examples of both.
pub const SIXTY_MONTHS: Citation = Citation {
    title: "През 2016 г. плащаме 5 години назад за здравни права (НАП)",
    url: Some("https://www.vesti.bg/bulgaria/prez-2016-g.-plashtame-5-godini-nazad-za-zdravni-prava-6039398"),
    stated: "2015-12",
};

/// Sixty months, as the revenue agency said in 2023.
pub const SIXTY_MONTHS_2023: Citation = Citation {
    title: "Здравната вноска за безработните остава 28,40 лева (НАП)",
    url: Some("https://www.vidin.tv/2023/01/23/zdravna-vnoska/"),
    stated: "2023-01-23",
};

/// The revenue agency on those who return from abroad, and that an application need not come first since
/// 08.03.2013.
pub const ABROAD_2014: Citation = Citation {
    title: "Здравни права на българите, които се връщат от чужбина (НАП)",
    url: Some("http://rousse.dir.bg/2014/07/28/news17116171.html"),
    stated: "2014-07-28",
};

/// That rights are back at once after twelve contributions are paid.
pub const BACK_AT_ONCE: Citation = Citation {
    title: "Възстановяване на здравноосигурителни права след завръщане от чужбина (НЗОК, въпроси и отговори)",
    url: Some("http://www.bgstuff.net/zdrave/drugi/2467"),
    stated: "2010",
};

/// Twelve contributions on half of the minimum income, by an expert's answer.
pub const HALF_BASE: Citation = Citation {
    title: "Отговор 6479 на експерт, balans.bg",
    url: Some("http://balans.bg/6479-vypros-po-chl-40a-na-zzo/"),
    stated: "2013",
};
