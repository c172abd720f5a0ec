//! `get_file`.

use axum::http::Method;
use contract::attachment::SentFile;
use contract::{FileId, path};

use crate::client::{Answer, Server};
use crate::upload::{ASKED, photo};

#[tokio::test]
async fn it_says_where_to_go_on_in_body_and_header() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let content = photo(1000, 1);
    let id = patient.begin(ASKED, &content).await;
    for (part, received) in [(0..0, 0), (0..300, 300), (300..301, 301)] {
        patient.part(&id, part.start, &content.bytes[part]).await;
        let answer = patient.file(&id).await;
        assert_eq!(answer.header("upload-offset"), Some(received.to_string().as_str()));
        assert_eq!(answer.read::<SentFile>().received, received);
        let head = patient.request(Method::HEAD, &path::file(&id), &[]);
        let head = Answer::of(server.send(head).await).await;
        assert_eq!((head.status.as_u16(), head.body.len()), (200, 0));
        assert_eq!(head.header("upload-offset"), Some(received.to_string().as_str()));
    }
}

#[tokio::test]
async fn a_file_without_new_bytes_is_forgotten_after_a_day() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let content = photo(1000, 1);
    let id = patient.begin(ASKED, &content).await;
    server.advance(24 * 60 * 60 - 1).await;
    let patient = server.sign_in("patient").await;
    assert_eq!(patient.part(&id, 0, &content.bytes[..300]).await.status, 200);
    server.advance(24 * 60 * 60 - 1).await;
    let patient = server.sign_in("patient").await;
    assert_eq!(patient.file(&id).await.status, 200, "counted from its last bytes");
    server.advance(1).await;
    patient.file(&id).await.refused(410, "upload_over");
    patient.part(&id, 300, &content.bytes[300..]).await.refused(410, "upload_over");
    assert_eq!(patient.files(ASKED).await.files, []);
    let anew = patient.begin(ASKED, &content).await;
    assert_ne!(anew, id);
    assert_eq!(patient.rest(&anew, &content, 0).await.status, 200);
}

#[tokio::test]
async fn files_of_others_and_those_that_are_not_there_get_the_same_answer() {
    let server = Server::start();
    let (patient, carer) = (server.sign_in("patient").await, server.sign_in("carer").await);
    let begun = patient.begin(ASKED, &photo(1000, 1)).await;
    let received = patient.send_file(ASKED, &photo(1000, 2)).await.id;
    let mut bodies = std::collections::BTreeSet::new();
    for id in [begun.as_str(), received.as_str(), "not-there", "%D1%8F", &"x".repeat(60)] {
        let address = format!("/api/v1/files/{id}");
        for answer in [
            carer.get(&address).await,
            carer.get(&format!("{address}/content")).await,
            carer.write(Method::DELETE, &address, &[], None).await,
            carer.part(&FileId(id.to_owned()), 0, b"x").await,
        ] {
            answer.refused(403, "not_allowed");
            bodies.insert(answer.text().replace(answer.header("x-request-id").unwrap(), ""));
        }
    }
    assert_eq!(bodies.len(), 1);
    assert_eq!(patient.file(&begun).await.status, 200);
}
