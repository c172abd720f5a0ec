//! Dates, times, numbers and amounts, written by the browser's Intl in the chosen language.

use std::cell::RefCell;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use domain::coded::Code;
use domain::language::Language;
use domain::moment::{Moment, Zone};
use domain::money::Money;
use domain::month::Month;
use js_sys::{Array, Date, Intl, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

thread_local! {
    /// Making a formatter costs far more than using it.
    static DATES: RefCell<Vec<(Language, Style, Intl::DateTimeFormat)>> = RefCell::default();
}

/// How a date is written. The zone of a day without time is UTC, so that the browser's zone never shifts it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Day,
    ShortDay,
    Month,
    ShortMonth,
    Time(Zone),
}

fn options(pairs: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (name, value) in pairs {
        // Setting a member of a plain new object cannot fail.
        let _ = Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    options
}

fn locales(language: Language) -> Array {
    let tag = match language {
        // Plain "en" writes American order.
        Language::En => "en-GB",
        // Kazakh groups digits and places currencies as Russian does, which every browser knows.
        Language::Kk => "ru",
        Language::Bg | Language::Ru => language.code(),
    };
    Array::of1(&tag.into())
}

fn formatter(language: Language, style: Style) -> Intl::DateTimeFormat {
    let options = match style {
        Style::Day => options(&[("dateStyle", "long"), ("timeZone", "UTC")]),
        Style::ShortDay => {
            options(&[("day", "2-digit"), ("month", "2-digit"), ("year", "numeric"), ("timeZone", "UTC")])
        }
        Style::Month => options(&[("month", "long"), ("year", "numeric"), ("timeZone", "UTC")]),
        Style::ShortMonth => options(&[("month", "2-digit"), ("year", "numeric"), ("timeZone", "UTC")]),
        Style::Time(zone) => {
            let date = if language == Language::Kk { "short" } else { "long" };
            options(&[("dateStyle", date), ("timeStyle", "short"), ("timeZone", zone.code())])
        }
    };
    Intl::DateTimeFormat::new(&locales(language), &options)
}

fn write_date(language: Language, style: Style, instant: DateTime<Utc>) -> String {
    #[allow(clippy::cast_precision_loss, reason = "milliseconds of any date of a document are exact in f64")]
    let date = Date::new(&JsValue::from_f64(instant.timestamp_millis() as f64));
    let formatted = DATES.with_borrow_mut(|made| {
        let place = made.iter().position(|(own, kind, _)| *own == language && *kind == style);
        let place = place.unwrap_or_else(|| {
            made.push((language, style, formatter(language, style)));
            made.len() - 1
        });
        made[place].2.format().call1(&JsValue::UNDEFINED, &date)
    });
    // A date that the browser cannot write is written the international way.
    formatted.ok().and_then(|text| text.as_string()).unwrap_or_else(|| instant.date_naive().to_string())
}

fn midnight(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc()
}

/// A day in words: "3 май 2026 г."; in Kazakh in figures.
pub fn day(language: Language, day: NaiveDate) -> String {
    // Many builds of browsers know no Kazakh names of months.
    let style = if language == Language::Kk { Style::ShortDay } else { Style::Day };
    write_date(language, style, midnight(day))
}

/// A day in figures, for lists: "03.05.2026 г.".
pub fn short_day(language: Language, day: NaiveDate) -> String {
    write_date(language, Style::ShortDay, midnight(day))
}

/// A month in words: "май 2026 г."; in Kazakh in figures, as days are.
pub fn month(language: Language, month: Month) -> String {
    let style = if language == Language::Kk { Style::ShortMonth } else { Style::Month };
    write_date(language, style, midnight(month.first_day()))
}

/// When something happened, as exactly as it is known.
pub fn moment(language: Language, moment: Moment, zone: Zone) -> String {
    match moment {
        Moment::Instant(instant) => write_date(language, Style::Time(zone), instant),
        Moment::Day(recorded) => day(language, recorded),
    }
}

/// A whole number with the language's grouping.
pub fn number(language: Language, number: usize) -> String {
    if number < 1000 {
        return number.to_string();
    }
    #[allow(clippy::cast_precision_loss, reason = "counts of documents are far below 2^53")]
    let value = JsValue::from_f64(number as f64);
    Intl::NumberFormat::new(&locales(language), &Object::new())
        .format()
        .call1(&JsValue::UNDEFINED, &value)
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_else(|| number.to_string())
}

/// An amount with its currency. Intl takes a decimal text, so no amount ever passes through a float.
pub fn money(language: Language, money: Money) -> String {
    let sign = if money.minor < 0 { "-" } else { "" };
    let minor = money.minor.unsigned_abs();
    let decimal = format!("{sign}{}.{:02}", minor / 100, minor % 100);
    let code = money.currency.code();
    Intl::NumberFormat::new(&locales(language), &options(&[("style", "currency"), ("currency", code)]))
        .format()
        .dyn_into::<js_sys::Function>()
        .ok()
        .and_then(|format| format.call1(&JsValue::UNDEFINED, &decimal.as_str().into()).ok())
        .and_then(|text| text.as_string())
        .unwrap_or_else(|| format!("{decimal} {code}"))
}

#[cfg(test)]
#[cfg(target_arch = "wasm32")]
mod tests {
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;
    use domain::money::Currency;

    const NO_BREAK: char = '\u{a0}';

    /// Browsers differ in the kind of space they write.
    fn plain(text: String) -> String {
        text.replace([NO_BREAK, '\u{202f}'], " ")
    }

    fn may(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 5, day).unwrap()
    }

    #[wasm_bindgen_test]
    fn a_day_is_written_as_each_language_writes_it() {
        let written = |language| plain(day(language, may(3)));
        assert_eq!(written(Language::Bg), "3 \u{43c}\u{430}\u{439} 2026 \u{433}.");
        assert_eq!(written(Language::En), "3 May 2026");
        assert_eq!(written(Language::Ru), "3 \u{43c}\u{430}\u{44f} 2026 \u{433}.");
        assert_eq!(written(Language::Kk), "03.05.2026");
    }

    #[wasm_bindgen_test]
    fn a_month_is_written_as_each_language_writes_it() {
        let written = |language| plain(month(language, Month::of(may(3))));
        assert_eq!(written(Language::Bg), "\u{43c}\u{430}\u{439} 2026 \u{433}.");
        assert_eq!(written(Language::En), "May 2026");
        assert_eq!(written(Language::Ru), "\u{43c}\u{430}\u{439} 2026 \u{433}.");
        assert_eq!(written(Language::Kk), "05.2026");
    }

    #[wasm_bindgen_test]
    fn an_instant_is_written_in_the_zone_of_its_reader_whatever_the_zone_of_the_browser() {
        let late = Moment::Instant(midnight(may(31)) + chrono::TimeDelta::minutes(21 * 60 + 30));
        let sofia = plain(moment(Language::En, late, Zone::Sofia));
        assert!(sofia.contains("1 June 2026") && sofia.contains("00:30"), "{sofia}");
        let almaty = plain(moment(Language::Kk, late, Zone::Almaty));
        assert!(almaty.contains("01.06.2026") && almaty.contains("02:30"), "{almaty}");
    }

    #[wasm_bindgen_test]
    fn an_amount_keeps_every_cent_and_says_its_currency() {
        let amount = Money { minor: 9_007_199_254_740_993, currency: Currency::Eur };
        let written = plain(money(Language::Bg, amount));
        assert!(written.ends_with("409,93 \u{20ac}"), "{written}");
        let english = money(Language::En, Money { minor: -150, currency: Currency::Bgn });
        assert!(english.contains("1.50") && english.contains("BGN") && english.contains('-'), "{english}");
    }
}
