//! Sources on how long referrals and prescriptions are valid, and how old tests may be.

use crate::citation::Citation;

/// The fund on referrals: 30 calendar days from issue.
pub const REFERRAL_2026: Citation = Citation {
    title: "Личният лекар преценява дали се нуждаете от консултация със специалист (НЗОК)",
    url: Some("https://www.24chasa.bg/zdrave/article/22415352"),
    stated: "2026-03-06",
};

/// The fund on secondary exams: within 30 days from the primary one, as many as the specialist decides.
pub const SECONDARY_2025: Citation = Citation {
    title: "Има ли ограничение за личния лекар в броя издавани направления? (НЗОК)",
    url: Some(
        "https://www.burgas24.bg/novini/Bylgaria/Ima-li-ogranichenie-za-lichniya-lekar-v-broya-izdavani-napravleniya-2687620",
    ),
    stated: "2025-08-31",
};

/// A clinic on the referral to hospital, form 7.
pub const HOSPITAL_FORM: Citation = Citation {
    title: "Направление за хоспитализация, бл. № 7",
    url: Some("http://litomed.com/useful/preview/6"),
    stated: "undated",
};

/// The ordinance that set 30 days for one dispensing and up to 6 months for several. Its closing provisions
/// were not seen.
pub const ORDINANCE_2023: Citation = Citation {
    title: "Наредба за изменение и допълнение на Наредба № 4 от 2009 г. (ДВ, бр. 105 от 19.12.2023), чл. 6, ал. 4",
    url: Some("https://dv.parliament.bg/DVWeb/showMaterialDV.jsp?idMat=201963"),
    stated: "2023-12-19",
};

/// How to prepare for TELK: documents of the last 12 months.
pub const TELK_2025: Citation = Citation {
    title: "Освидетелстване от ТЕЛК: Как да се подготвиш?",
    url: Some("https://vratsa.eu/news/17658027777101/osvidetelstvane-ot-telk-kak-da-se-podgotvish"),
    stated: "2025-12-15",
};
