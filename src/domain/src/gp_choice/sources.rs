//! Sources on choosing a GP.

use crate::citation::Citation;

/// The two windows and what opens the choice at any time, by the fund.
pub const CHANGE_2025: Citation = Citation {
    title: "Идва моментът за смяна на личен лекар: Как да го направите стъпка по стъпка",
    url: Some(
        "https://fakti.bg/bulgaria/1016944-idva-momentat-za-smana-na-lichen-lekar-kak-da-go-napravite-stapka-po-stapka",
    ),
    stated: "2025-11-25",
};

/// The fund's expert: the choice is signed with one's own electronic signature only.
pub const SIGNATURE_2025: Citation = Citation {
    title: "Смяна на личен лекар през декември – НЗОК разяснява процедурите и здравните ни права",
    url: Some(
        "https://www.vesti.bg/bulgaria/smiana-na-lichen-lekar-prez-dekemvri-nzok-raziasniava-procedurite-i-zdravnite-ni-prava-6247870",
    ),
    stated: "2025-12-27",
};

/// The two windows once more, and the form that can be downloaded.
pub const FORM_2025: Citation = Citation {
    title: "Изтича срокът за смяна на личен лекар",
    url: Some("https://www.segabg.com/hot/category-zdrave/izticha-srokut-za-smyana-na-lichen-lekar"),
    stated: "2025-12-29",
};

/// The form to print, the choice on line by the patient or a parent, and the temporary choice.
pub const CHOICE_2017: Citation = Citation {
    title: "Сменяме личния лекар до края на юни",
    url: Some("https://vidinvest.com/2017/06/02/smenqme-lichniq-lekar-do-kraq-na-uni/"),
    stated: "2017-06-02",
};

/// The one page that adds "within a calendar year" to the one to five months of a temporary choice.
pub const WITHIN_A_YEAR: Citation = Citation {
    title: "От днес – първи декември до 31 декември можем да сменим личния си лекар",
    url: Some("https://blagoevgrad-news.com/?p=97470"),
    stated: "undated",
};
