//! `get_access`, and what it comes to everywhere else.

use axum::http::Method;
use contract::access::{Access, Grant, Invited};
use contract::document::DocumentIndex;
use contract::path;
use contract::person::Persons;
use domain::coded::Coded;
use serde_json::{Value, json};

use crate::client::{Client, Server};

/// Everything the account gave and holds.
pub async fn access(client: &Client<'_>) -> Access {
    client.get(path::ACCESS).await.read()
}

/// The grant with this id, on whichever side.
pub async fn grant(client: &Client<'_>, id: &str) -> Grant {
    let Access { given, held, .. } = access(client).await;
    given.into_iter().chain(held).find(|grant| grant.id.as_str() == id).unwrap()
}

/// The mother's invitation to look at everything until the end of February.
pub fn offer() -> Value {
    json!({ "basis": "mandate", "scopes": ["look"], "until": "2027-02-28", "label": "Дъщеря ми" })
}

pub async fn invite(client: &Client<'_>, body: Value) -> Invited {
    let answer = client.write(Method::POST, path::INVITATIONS, &[], Some(body)).await;
    assert_eq!(answer.status, 201, "{}", answer.text());
    serde_json::from_slice(&answer.body).unwrap()
}

/// Accepts and answers with the grant's id.
pub async fn accept(client: &Client<'_>, code: &str) -> String {
    let answer =
        client.write(Method::POST, path::INVITATION_ACCEPTANCE, &[], Some(json!({ "code": code }))).await;
    assert_eq!(answer.status, 201, "{}", answer.text());
    answer.json()["id"].as_str().unwrap().to_owned()
}

/// The mother lets the patient in on these terms.
pub async fn let_in(server: &Server, offer: Value) -> String {
    let invited = invite(&server.sign_in("mother").await, offer).await;
    accept(&server.sign_in("patient").await, &invited.code).await
}

pub async fn persons(client: &Client<'_>) -> Vec<String> {
    let Persons { persons } = client.get(path::PERSONS).await.read();
    persons.into_iter().map(|person| person.id.0).collect()
}

pub async fn documents(client: &Client<'_>, person: &str) -> Vec<String> {
    let DocumentIndex { documents, .. } = client.get(path::DOCUMENTS).await.read();
    let theirs = documents.into_iter().filter(|entry| entry.person.as_str() == person);
    theirs.map(|entry| entry.id.0).collect()
}

#[tokio::test]
async fn both_sides_see_the_same_grant_from_their_own_side() {
    let server = Server::start();
    let held = access(&server.sign_in("carer").await).await;
    let ids: Vec<_> = held.held.iter().map(|grant| (grant.id.as_str(), grant.basis.code())).collect();
    assert_eq!(
        ids,
        [("g-stefka-georgi", "mandate"), ("g-boris-georgi", "parent"), ("g-ani-georgi", "parent")]
    );
    assert!(held.given.is_empty() && held.invitations.is_empty());
    let given = access(&server.sign_in("mother").await).await;
    let [grant] = given.given.as_slice() else { panic!("{given:?}") };
    assert_eq!((grant.other.as_str(), grant.name.as_str()), ("Георги Образцов", "Стефка Образцова"));
    assert_eq!(Grant { other: held.held[0].other.clone(), ..grant.clone() }, held.held[0]);
    assert_eq!(held.held[0].other, "Стефка Образцова");
    assert_eq!(grant.until.map(|day| day.to_string()).as_deref(), Some("2027-02-15"));
    assert_eq!(grant.upcoming[0].on.to_string(), "2027-02-16");
    assert_eq!((grant.notices[0].lead, grant.notices[0].days), (90, 86));
    let son = access(&server.sign_in("teen").await).await;
    assert_eq!(son.given[0].notices[0].what.code(), "narrows");
    assert_eq!((son.given[0].notices[0].lead, son.given[0].notices[0].days), (30, 9));
}

#[tokio::test]
async fn strangers_see_none_of_it_and_a_tag_saves_the_second_answer() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let answer = patient.get(path::ACCESS).await;
    assert_eq!(answer.json(), json!({ "given": [], "held": [], "invitations": [] }));
    let tag = answer.header("etag").unwrap();
    assert_eq!(patient.get_with(path::ACCESS, &[("if-none-match", tag)]).await.status, 304);
    let_in(&server, offer()).await;
    assert_eq!(patient.get_with(path::ACCESS, &[("if-none-match", tag)]).await.status, 200);
}

#[tokio::test]
async fn persons_say_what_the_account_may_do_with_each() {
    let server = Server::start();
    let Persons { persons } = server.sign_in("carer").await.get(path::PERSONS).await.read();
    let told: Vec<Value> = persons.iter().map(|person| serde_json::to_value(person).unwrap()).collect();
    assert_eq!(told[0].get("scopes"), None, "one's own");
    assert_eq!(told[1]["scopes"], json!(["look", "act", "receive"]));
    assert_eq!(
        (told[3]["scopes"].clone(), told[3]["until"].clone()),
        (json!(["look", "act"]), json!("2027-02-15"))
    );
    let own: Persons = server.sign_in("teen").await.get(path::PERSONS).await.read();
    assert_eq!(own.persons[0].stage.as_ref().map(Coded::code), Some("own_sign_in"));
}

#[tokio::test]
async fn a_grant_for_some_kinds_opens_those_and_nothing_else() {
    let server = Server::start();
    let mut some = offer();
    some["kinds"] = json!(["device_application"]);
    let_in(&server, some).await;
    let patient = server.sign_in("patient").await;
    assert_eq!(documents(&patient, "p-carer-stefka").await, ["stefka-walker"]);
    let page = patient.get(&format!("{}?person=p-carer-stefka", path::DOCUMENT_PAGES)).await.json();
    assert_eq!(page["documents"].as_array().unwrap().len(), 1);
    let found = patient.post(path::DOCUMENT_SEARCH, json!({ "text": "Стефка" })).await.json();
    assert_eq!(found["documents"].as_array().unwrap().len(), 1);
    assert_eq!(patient.get("/api/v1/documents/stefka-walker").await.status, 200);
    patient.get("/api/v1/documents/stefka-memory").await.refused(403, "not_allowed");
    patient.get("/api/v1/persons/p-carer-stefka/insurance").await.refused(403, "not_allowed");
    let before = patient.get(path::DOCUMENTS).await.json()["sequence"].as_u64().unwrap();
    server.event("stefka-memory", "protocol.terminated").await;
    let missed = patient.get(&format!("{}?after={before}", path::CHANGES)).await.json();
    assert_eq!((missed["changes"].clone(), missed["sequence"].as_u64()), (json!([]), Some(before)));
    server.event("stefka-walker", "aid.expiry_reminder").await;
    let missed = patient.get(&format!("{}?after={before}", path::CHANGES)).await.json();
    assert_eq!(missed["changes"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn who_only_receives_messages_sees_the_person_and_no_document() {
    let server = Server::start();
    let mut receive = offer();
    receive["scopes"] = json!(["receive"]);
    let_in(&server, receive).await;
    let patient = server.sign_in("patient").await;
    assert_eq!(persons(&patient).await, ["p-patient", "p-carer-stefka"]);
    assert!(documents(&patient, "p-carer-stefka").await.is_empty());
    patient.get("/api/v1/documents/stefka-walker").await.refused(403, "not_allowed");
    patient.get("/api/v1/persons/p-carer-stefka/insurance").await.refused(403, "not_allowed");
}
