//! `page_documents`.

use contract::document::{DocumentIndex, DocumentPage};
use contract::path;

use crate::client::Server;

fn ids(page: &DocumentPage) -> Vec<String> {
    page.documents.iter().map(|entry| entry.id.to_string()).collect()
}

#[tokio::test]
async fn pages_put_together_are_the_index() {
    let server = Server::start();
    let many = server.sign_in("many").await;
    let index: DocumentIndex = many.get(path::DOCUMENTS).await.read();
    let mut all = Vec::new();
    let mut query = "limit=7".to_owned();
    loop {
        let page: DocumentPage = many.get(&format!("{}?{query}", path::DOCUMENT_PAGES)).await.read();
        all.extend(page.documents);
        let Some(cursor) = page.next_cursor else { break };
        query = format!("limit=7&cursor={cursor}");
    }
    assert_eq!(all, index.documents);
}

#[tokio::test]
async fn a_page_can_be_narrowed_by_person_kind_and_group() {
    let server = Server::start();
    let carer = server.sign_in("carer").await;
    for (query, expected) in [
        ("person=p-carer-boris", &["boris-sensors", "boris-antibiotic", "boris-insulin", "boris-growth"][..]),
        ("kind=repair_application", &["stefka-wheelchair"]),
        ("group=refused", &["stefka-wheelchair", "stefka-memory"]),
        ("group=in_use&person=p-carer-ani", &["ani-school", "ani-asthma"]),
        ("kind=referral", &["ani-blood"]),
        ("group=kept", &["ani-blood-result"]),
        ("kind=something_new", &[]),
        ("person=p-patient", &[]),
    ] {
        let page: DocumentPage = carer.get(&format!("{}?{query}", path::DOCUMENT_PAGES)).await.read();
        assert_eq!(ids(&page), expected, "{query}");
    }
}

#[tokio::test]
async fn a_cursor_serves_only_its_account_and_filter() {
    let server = Server::start();
    let carer = server.sign_in("carer").await;
    let page: DocumentPage = carer.get(&format!("{}?limit=2", path::DOCUMENT_PAGES)).await.read();
    let cursor = page.next_cursor.unwrap();
    let tampered = cursor.replace(page.documents[1].id.as_str(), "ani-asthma");
    for query in [format!("cursor={tampered}"), format!("cursor={cursor}&group=open"), "cursor=x".to_owned()]
    {
        carer.get(&format!("{}?{query}", path::DOCUMENT_PAGES)).await.refused(400, "malformed");
    }
    let patient = server.sign_in("patient").await;
    patient.get(&format!("{}?cursor={cursor}", path::DOCUMENT_PAGES)).await.refused(400, "malformed");
    // Another limit is fine.
    assert_eq!(carer.get(&format!("{}?limit=5&cursor={cursor}", path::DOCUMENT_PAGES)).await.status, 200);
}

#[tokio::test]
async fn a_query_that_cannot_be_read_is_malformed() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    for query in ["limit=0", "limit=201", "limit=x", "text=insulin", "kind=NOT%20A%20CODE", "limit=1&limit=2"]
    {
        patient.get(&format!("{}?{query}", path::DOCUMENT_PAGES)).await.refused(400, "malformed");
    }
}
