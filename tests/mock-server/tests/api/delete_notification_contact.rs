//! `delete_notification_contact`.

use axum::http::Method;
use contract::{ContactId, path};

use crate::add_notification_contact::add;
use crate::client::{Answer, Client, Server};
use crate::list_notification_contacts::contacts;

async fn delete(client: &Client<'_>, id: &str) -> Answer {
    let path = path::notification_contact(&ContactId(id.to_owned()));
    client.write(Method::DELETE, &path, &[], None).await
}

#[tokio::test]
async fn a_contact_that_is_for_one_person_alone_goes_and_those_of_the_account_stay() {
    let server = Server::start();
    let carer = server.sign_in("carer").await;
    add(&carer, "p-carer-boris", "phone", "0888123456").await;
    delete(&server.sign_in("patient").await, "c-0001").await.refused(403, "not_allowed");
    assert_eq!(delete(&carer, "c-0001").await.status, 204);
    for id in ["c-0001", "own-phone", "not-there"] {
        delete(&carer, id).await.refused(403, "not_allowed");
    }
    assert_eq!(contacts(&carer).await.len(), 2);
}
