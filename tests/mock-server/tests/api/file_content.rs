//! `get_file_content`.

use contract::path;

use crate::client::Server;
use crate::upload::{ASKED, Content, PART, photo};

#[tokio::test]
async fn a_file_comes_back_as_it_was_sent_to_be_saved_and_not_shown() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let content = Content { name: "снимка.exe".to_owned(), ..photo(PART * 2 + 7, 1) };
    let file = patient.send_file(ASKED, &content).await;
    let answer = patient.get(&path::file_content(&file.id)).await;
    assert_eq!(answer.status, 200);
    assert!(answer.body == content.bytes);
    let name = "attachment; filename*=UTF-8''%D1%81%D0%BD%D0%B8%D0%BC%D0%BA%D0%B0.exe.jpg";
    for (header, value) in [
        ("content-disposition", name),
        ("content-type", "image/jpeg"),
        ("x-content-type-options", "nosniff"),
        ("cache-control", "no-store"),
    ] {
        assert_eq!(answer.header(header), Some(value));
    }
}

#[tokio::test]
async fn what_is_not_received_has_nothing_to_give_back() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let id = patient.begin(ASKED, &photo(1000, 1)).await;
    patient.part(&id, 0, &photo(1000, 1).bytes[..999]).await;
    patient.get(&path::file_content(&id)).await.refused(403, "not_allowed");
}
