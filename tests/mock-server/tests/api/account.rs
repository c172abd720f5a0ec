//! `get_account`.

use contract::account::Account;
use contract::path;

use crate::client::Server;

#[tokio::test]
async fn the_account_has_name_contacts_language_and_a_tag() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let answer = patient.get(path::ACCOUNT).await;
    let account: Account = answer.read();
    assert_eq!(account.name, "Мария Примерова");
    assert_eq!(account.contacts.phone, "+359880000001");
    let tag = answer.header("etag").unwrap();
    let again = patient.get_with(path::ACCOUNT, &[("if-none-match", tag)]).await;
    assert_eq!((again.status.as_u16(), again.body.len()), (304, 0));
}

#[tokio::test]
async fn everybody_sees_their_own() {
    let server = Server::start();
    let (patient, carer) = (server.sign_in("patient").await, server.sign_in("carer").await);
    let (one, other) = (patient.get(path::ACCOUNT).await, carer.get(path::ACCOUNT).await);
    assert_eq!(other.json()["name"], "Георги Образцов");
    assert_ne!(one.header("etag"), other.header("etag"));
}
