//! T17: what a text makes as SMS and as a Viber message.

use domain::coded::Code;
use domain::sms::{count, viber};
use serde::Deserialize;
use serde_json::json;

use crate::case::{Case, Failure};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
enum Given {
    /// The text.
    #[serde(rename = "text")]
    Text(String),
    /// Pieces of it, each so many times.
    #[serde(rename = "pieces")]
    Pieces(Vec<(String, usize)>),
}

/// Compares encoding, units and parts.
pub fn check(case: &Case) -> Result<(), Failure> {
    let text = match case.given()? {
        Given::Text(text) => text,
        Given::Pieces(pieces) => pieces.iter().map(|(piece, times)| piece.repeat(*times)).collect(),
    };
    let said = count(&text);
    let units = |part: &str| part.chars().map(|character| said.encoding.units(character)).sum::<usize>();
    let parts: Vec<_> = said.parts.iter().map(|part| units(&text[part.clone()])).collect();
    let costly: Vec<_> =
        said.costly.iter().map(|it| format!("{} at {}: {}", it.character, it.at, it.why.code())).collect();
    let on_viber = viber(&text);
    case.expects(&json!({
        "encoding": said.encoding.code(),
        "units": said.units,
        "segments": said.parts.len(),
        "parts": parts,
        "free": said.free,
        "costly": costly,
        "viber": on_viber.characters,
        "viber_cut_at": on_viber.cut_at,
    }))
}
