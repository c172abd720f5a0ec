//! `delete_file`.

use axum::http::Method;
use contract::path;

use crate::client::Server;
use crate::upload::{ASKED, photo};

#[tokio::test]
async fn what_is_not_received_is_taken_back_and_nothing_of_it_is_left() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let content = photo(1000, 1);
    let id = patient.begin(ASKED, &content).await;
    patient.part(&id, 0, &content.bytes[..500]).await;
    assert_eq!(patient.write(Method::DELETE, &path::file(&id), &[], None).await.status, 204);
    assert_eq!(patient.files(ASKED).await.files, []);
    patient.file(&id).await.refused(410, "upload_over");
    patient.part(&id, 500, &content.bytes[500..]).await.refused(410, "upload_over");
    patient.write(Method::DELETE, &path::file(&id), &[], None).await.refused(410, "upload_over");
    let (names, parts): (u32, u32) = server
        .state
        .store
        .with(|db| {
            let count = |sql: &str| db.query_row(sql, [], |row| row.get(0));
            Ok::<_, mock_server::refusal::Refusal>((
                count("SELECT count(*) FROM file WHERE name <> ''")?,
                count("SELECT count(*) FROM file_part")?,
            ))
        })
        .unwrap();
    assert_eq!((names, parts), (0, 0));
    let anew = patient.begin(ASKED, &content).await;
    assert_eq!(patient.rest(&anew, &content, 0).await.status, 200);
}

#[tokio::test]
async fn what_the_fund_has_stays() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let file = patient.send_file(ASKED, &photo(1000, 1)).await;
    patient.write(Method::DELETE, &path::file(&file.id), &[], None).await.refused(409, "file_received");
    assert_eq!(patient.files(ASKED).await.files, [file]);
}
