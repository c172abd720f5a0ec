//! FS: which files may be sent, and which documents take any.

use domain::attachment::{Closed, Limits, accepting, check as check_file, download_name};
use domain::coded::Code as _;
use domain::document::Status;
use serde::Deserialize;
use serde_json::json;

use crate::case::{Case, Failure};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    #[serde(default = "letter")]
    name: String,
    #[serde(default = "one_page")]
    size: u64,
    /// The beginning of the content, in hexadecimal digits.
    #[serde(default = "pdf")]
    head: String,
    #[serde(default)]
    others: usize,
    #[serde(default = "asked_for")]
    status: String,
}

fn letter() -> String {
    "letter.pdf".to_owned()
}

fn one_page() -> u64 {
    80_000
}

fn pdf() -> String {
    "255044462d312e37".to_owned()
}

fn asked_for() -> String {
    Status::DocsRequired.code().to_owned()
}

fn bytes(digits: &str) -> Result<Vec<u8>, Failure> {
    let digits: String = digits.split_whitespace().collect();
    let pairs = (0..digits.len()).step_by(2).map(|at| digits.get(at..at + 2));
    let bytes = pairs.map(|pair| pair.and_then(|pair| u8::from_str_radix(pair, 16).ok()));
    bytes.collect::<Option<_>>().ok_or_else(|| Failure::malformed("`head` is not hexadecimal"))
}

/// Compares what is said of a file before it is sent, and of its document.
pub fn check(case: &Case) -> Result<(), Failure> {
    let given: Given = case.given()?;
    let limits = Limits::ours();
    let file = check_file(&given.name, given.size, &bytes(&given.head)?, given.others, &limits);
    let takes = accepting(&Status::from_code(&given.status), given.others, &limits);
    case.expects(&json!({
        "verdict": file.as_ref().map_or_else(|refusal| refusal.code(), |_| "ok"),
        "type": file.as_ref().map_or("", |(_, kind)| kind.code()),
        "shown": file.as_ref().map_or("", |(name, _)| name),
        "saved_as": file.as_ref().map_or_else(|_| String::new(), |(name, kind)| download_name(name, *kind)),
        "takes": takes.map_or_else(Closed::code, |()| "yes"),
    }))
}
