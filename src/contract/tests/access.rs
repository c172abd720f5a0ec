//! What a person on the wire may be let do, as the rules take it.
#![allow(missing_docs, reason = "tests are named as situations")]
#![allow(clippy::unwrap_used, reason = "a test that is surprised should stop")]

use contract::access::{Access, GrantPatch};
use contract::change::Changes;
use contract::person::{Person, RawPerson, Shared};
use contract::session::{RawSession, Session};
use domain::access::{About, Action, Holder, Refusal, Scope, Stage, allowed};
use domain::coded::{Code as _, Coded};
use domain::document::Kind;
use domain::person::Relation;
use serde_json::{Value, json};

fn person(more: &Value) -> Person {
    let mut json = json!({ "id": "p-1", "name": "А", "relation": "parent", "zone": "Europe/Sofia" });
    for (name, value) in more.as_object().unwrap() {
        json[name] = value.clone();
    }
    serde_json::from_value(json).unwrap()
}

fn may(person: &Person, action: Action, kind: &str) -> Result<(), Refusal> {
    let kind = Kind::from_code(kind);
    allowed(action, &person.holder(), About { kind: Some(&kind), ..About::default() })
}

#[test]
fn oneself_is_of_age_unless_the_server_says_otherwise() {
    assert_eq!(person(&json!({ "relation": "self" })).holder(), Holder::Own(Stage::Adult));
    let young = person(&json!({ "relation": "self", "stage": "own_sign_in" }));
    assert_eq!(young.holder(), Holder::Own(Stage::OwnSignIn));
    assert_eq!(may(&young, Action::Hide, "medicine_protocol"), Err(Refusal::TooYoung(Stage::OwnDecisions)));
    // A stage of a newer server gives away nothing.
    let newer = person(&json!({ "relation": "self", "stage": "emancipated" }));
    assert_eq!(newer.holder(), Holder::Own(Stage::OwnSignIn));
}

#[test]
fn codes_that_this_build_does_not_know_grant_nothing_and_are_kept() {
    let json = json!({ "scopes": ["look", "sign"], "kinds": ["voucher", "repair_application"] });
    let seen = person(&json);
    assert_eq!(may(&seen, Action::Look, "repair_application"), Ok(()));
    assert_eq!(may(&seen, Action::Look, "voucher"), Err(Refusal::KindNotCovered));
    assert_eq!(
        may(&seen, Action::ReportNotMine, "repair_application"),
        Err(Refusal::ScopeMissing(Scope::Act))
    );
    let again = serde_json::to_value(&seen).unwrap();
    assert_eq!((&again["scopes"], &again["kinds"]), (&json["scopes"], &json["kinds"]));
}

#[test]
fn an_empty_list_of_kinds_is_not_all_of_them() {
    let seen = person(&json!({ "scopes": ["look"], "kinds": [] }));
    assert_eq!(may(&seen, Action::Look, "medicine_protocol"), Err(Refusal::KindNotCovered));
    assert_eq!(may(&person(&json!({ "scopes": ["look"] })), Action::Look, "voucher"), Ok(()));
}

#[test]
fn a_server_that_does_not_speak_of_scopes_lets_look_and_no_more() {
    let seen = person(&json!({}));
    assert_eq!(may(&seen, Action::Look, "medicine_protocol"), Ok(()));
    assert!(may(&seen, Action::SendFiles, "medicine_protocol").is_err());
}

#[test]
fn changes_of_before_are_read_and_what_is_no_patch_is_not() {
    let before: Changes =
        serde_json::from_value(json!({ "sequence": 1, "reset": false, "changes": [] })).unwrap();
    assert!(before.access.is_empty());
    assert!(serde_json::from_value::<GrantPatch>(json!({ "basis": "parent" })).is_err());
    assert!(serde_json::from_value::<GrantPatch>(json!({ "until": "2027-02-30" })).is_err());
    let text = include_str!("../examples/access.json");
    let mut access: Value = serde_json::from_str(text).unwrap();
    access["held"][0]["narrowed"]["why"] = "court_order".into();
    let read: Access = serde_json::from_value(access.clone()).unwrap();
    assert_eq!(read.held[0].narrowed.as_ref().unwrap().why, Coded::Unknown("court_order".to_owned()));
    assert_eq!(serde_json::to_value(read).unwrap(), access);
}

#[test]
fn a_person_left_as_it_came_reads_as_the_person() {
    let mut all: Value = serde_json::from_str(include_str!("../examples/persons.json")).unwrap();
    all["persons"][1]["scopes"] = json!(["look", "sign"]);
    all["persons"][1]["kinds"] = json!(["voucher", "repair_application"]);
    all["persons"][0]["stage"] = "ward_of_court".into();
    for one in all["persons"].as_array().unwrap() {
        let raw: RawPerson = serde_json::from_value(one.clone()).unwrap();
        assert_eq!(serde_json::to_value(raw.read()).unwrap(), *one);
        if raw.relation == Coded::Known(Relation::Own) {
            assert_eq!(raw.own(), raw.read().holder());
        }
    }
}

#[test]
fn how_much_of_a_person_is_shared_follows_from_scopes_and_kinds() {
    let all: Value = serde_json::from_str(include_str!("../examples/persons.json")).unwrap();
    let shared = |scopes: Value, kinds: Value| {
        let mut person = all["persons"][1].clone();
        person["scopes"] = scopes;
        person["kinds"] = kinds;
        let raw: RawPerson = serde_json::from_value(person).unwrap();
        let looks = matches!(raw.read().holder(), Holder::Proxy(proxy) if proxy.scopes.has(Scope::Look));
        assert_eq!(raw.shared() != Shared::Nothing, looks, "as access itself says");
        raw.shared()
    };
    let kinds = json!(["medicine_protocol"]);
    assert_eq!(shared(json!(["look"]), Value::Null), Shared::Everything);
    assert_eq!(shared(Value::Null, Value::Null), Shared::Everything);
    assert_eq!(shared(json!(["look", "act"]), kinds.clone()), Shared::SomeKinds);
    assert_eq!(shared(json!(["receive"]), kinds), Shared::Nothing);
    assert_eq!(shared(json!([]), Value::Null), Shared::Nothing);
    let own: RawPerson = serde_json::from_value(all["persons"][0].clone()).unwrap();
    assert_eq!(own.shared(), Shared::Everything);
}

#[test]
fn of_a_session_every_page_reads_the_same() {
    let text = include_str!("../examples/session.json");
    let whole: Session = serde_json::from_str(text).unwrap();
    let raw: RawSession = serde_json::from_str(text).unwrap();
    assert_eq!(
        (raw.role(), &raw.csrf_token, raw.server_now),
        (whole.role, &whole.csrf_token, whole.server_now)
    );
    assert_eq!(raw.persons.iter().map(RawPerson::read).collect::<Vec<_>>(), whole.persons);
}
