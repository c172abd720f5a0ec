//! Sources of the checks.

use crate::citation::Citation;

/// The ЕГН's weights, months and ninth digit, with the public sample 6101047500.
pub const EGN: Citation = Citation {
    title: "Проверка на ЕГН",
    url: Some("https://kik-info.com/spravochnik/proverka-na-egn.php"),
    stated: "2023",
};

/// The ЛНЧ's weights.
pub const LNCH: Citation = Citation {
    title: "python-stdnum, stdnum/bg/pnf.py",
    url: Some("https://github.com/arthurdejong/python-stdnum/blob/master/stdnum/bg/pnf.py"),
    stated: "2012",
};

/// How a Kazakh number is formed.
pub const IIN: Citation = Citation {
    title: "Постановление Правительства Республики Казахстан от 22 мая 2007 года № 406",
    url: Some("https://bestprofi.com/m/document/section/523409907"),
    stated: "2007-05-22",
};

/// That since the decree no. 853 of 26.08.2013 the number need not match the date of birth.
pub const IIN_NEED_NOT_MATCH: Citation = Citation {
    title: "Несовпадение ИИН с датой рождения - не ошибка (Министерство юстиции Республики Казахстан)",
    url: Some("http://nomad.su/?a=3-201904050026"),
    stated: "2019-04-05",
};

/// The СНИЛС's weights, and from which number on there are check numbers.
pub const SNILS: Citation = Citation {
    title: "Алгоритм формирования контрольного числа Страхового номера (ПФР)",
    url: Some("http://consultant.ru/document/cons_doc_LAW_124607/68ac3b2d1745f9cc7d4332b63c2818ca5d5d20d0"),
    stated: "2013",
};

/// What a policy of compulsory insurance is; of a check digit it says nothing.
pub const ENP: Citation = Citation {
    title: "Правила обязательного медицинского страхования (приказ Минздрава России № 108н), глава III",
    url: Some("https://docs.cntd.ru/document/554023464/titles/7DU0KB"),
    stated: "2024-09-04",
};
