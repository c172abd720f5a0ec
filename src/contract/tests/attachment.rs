//! Files on the wire: what is read, what is refused, and what comes to the rules.
#![allow(missing_docs, reason = "tests are named as situations")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that is surprised should stop")]

use contract::attachment::{FileLimits, NewFile, SentFile, SentFiles};
use domain::attachment::{self, FileType, Limits, Sha256};
use domain::coded::Coded;
use serde_json::{Value, json};

fn example(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn files() -> Value {
    example(include_str!("../examples/sent_files.json"))
}

#[test]
fn a_receipt_comes_to_the_rules_as_it_was_given() {
    let files: SentFiles = serde_json::from_value(files()).unwrap();
    let receipt = attachment::Receipt::from(files.files[0].receipt.as_ref().unwrap());
    assert_eq!((receipt.number.as_str(), receipt.size), ("ВХ-2026-000123", 3_145_728));
    assert_eq!(contract::attachment::Receipt::from(receipt), files.files[0].receipt.clone().unwrap());
}

#[test]
fn limits_of_a_newer_server_are_read_and_types_nobody_here_knows_are_left_out() {
    assert_eq!(Limits::from(&FileLimits::from(Limits::ours())), Limits::ours());
    let mut json = files();
    json["limits"]["types"] = json!(["tiff", "pdf"]);
    json["closed"] = "moving_house".into();
    json["files"][0]["state"] = "being_scanned".into();
    let read: SentFiles = serde_json::from_value(json.clone()).unwrap();
    assert_eq!(Limits::from(&read.limits).types, [FileType::Pdf]);
    assert_eq!(read.closed, Some(Coded::Unknown("moving_house".to_owned())));
    assert_eq!(serde_json::to_value(read).unwrap(), json, "written back as it came");
}

#[test]
fn what_cannot_be_is_not_read() {
    let upper = Sha256([0xab; 32]).to_string().to_uppercase();
    for (member, bad) in [
        ("sha256", json!("")),
        ("sha256", json!(upper)),
        ("size", json!(-1)),
        ("size", json!(1.5)),
        ("type", json!("image/jpeg")),
        ("name", json!(null)),
        ("path", json!("/")),
    ] {
        let mut json = example(include_str!("../examples/new_file.json"));
        json[member] = bad;
        assert!(serde_json::from_value::<NewFile>(json).is_err(), "{member}");
    }
    let mut json = example(include_str!("../examples/sent_file.json"));
    json["expires"] = "tomorrow".into();
    assert!(serde_json::from_value::<SentFile>(json).is_err());
}
