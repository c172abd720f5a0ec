//! `append_file`.

use axum::body::Body;
use axum::http::Method;
use contract::attachment::SentFile;
use contract::header::{CSRF_TOKEN, IDEMPOTENCY_KEY, UPLOAD_OFFSET};
use contract::path;

use crate::client::{Answer, Server};
use crate::upload::{ASKED, Content, PART, photo};

#[tokio::test]
async fn the_last_byte_gives_the_receipt() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let content = photo(1000, 1);
    let id = patient.begin(ASKED, &content).await;
    let file: SentFile = patient.part(&id, 0, &content.bytes[..999]).await.read();
    assert_eq!((file.received, file.receipt), (999, None));
    let file: SentFile = patient.part(&id, 999, &content.bytes[999..]).await.read();
    let receipt = file.receipt.unwrap();
    assert_eq!((receipt.number.as_str(), receipt.size), ("ВХ-2026-000001", 1000));
    assert_eq!(receipt.sha256, content.sha256());
    assert_eq!(receipt.received_at.to_rfc3339(), "2026-11-22T08:00:00+00:00");
    // Somebody whose answer got lost asks with nothing.
    let again: SentFile = patient.part(&id, 1000, &[]).await.read();
    assert_eq!(again.receipt.as_ref(), Some(&receipt));
}

#[tokio::test]
async fn incoming_numbers_follow_each_other_and_begin_anew_with_the_year_of_bulgaria() {
    let server = Server::start();
    for (now, seed, number) in [
        ("2026-12-31T21:00:00Z", 1, "ВХ-2026-000001"),
        ("2026-12-31T21:59:59Z", 2, "ВХ-2026-000002"),
        ("2026-12-31T22:00:00Z", 3, "ВХ-2027-000001"),
    ] {
        server.control(Method::PUT, "/mock/clock", serde_json::json!({ "now": now })).await;
        let patient = server.sign_in("patient").await;
        let file = patient.send_file(ASKED, &photo(100, seed)).await;
        assert_eq!(file.receipt.unwrap().number, number);
    }
}

#[tokio::test]
async fn a_part_that_does_not_fit_changes_nothing_and_is_told_where_to_begin() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let content = photo(1000, 1);
    let id = patient.begin(ASKED, &content).await;
    patient.part(&id, 0, &content.bytes[..400]).await;
    for offset in [0, 399, 401, 1000, usize::MAX / 2] {
        let answer = patient.part_with_key(&id, offset, &content.bytes[400..500], "k").await;
        answer.refused(409, "upload_offset");
        assert_eq!(answer.header("upload-offset"), Some("400"), "{offset}");
    }
    // A refusal of how things stood is not kept under its key.
    assert_eq!(patient.part_with_key(&id, 400, &content.bytes[400..], "k").await.status, 200);
    let answer = patient.part(&id, 400, &content.bytes[400..]).await;
    answer.refused(409, "upload_offset");
    assert_eq!(answer.header("upload-offset"), Some("1000"));
}

#[tokio::test]
async fn the_same_key_adds_once_and_with_other_bytes_or_another_place_not_at_all() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let content = photo(1000, 1);
    let id = patient.begin(ASKED, &content).await;
    let first = patient.part_with_key(&id, 0, &content.bytes[..400], "k").await;
    let again = patient.part_with_key(&id, 0, &content.bytes[..400], "k").await;
    assert_eq!((again.status, &again.body), (first.status, &first.body));
    patient.part_with_key(&id, 0, &content.bytes[..401], "k").await.refused(422, "idempotency_key_reused");
    patient.part_with_key(&id, 400, &content.bytes[..400], "k").await.refused(422, "idempotency_key_reused");
    assert_eq!(patient.file(&id).await.read::<SentFile>().received, 400);
    let last = patient.part_with_key(&id, 400, &content.bytes[400..], "l").await;
    let again = patient.part_with_key(&id, 400, &content.bytes[400..], "l").await;
    assert_eq!(again.body, last.body, "one receipt");
    assert!(again.read::<SentFile>().receipt.is_some());
}

#[tokio::test]
async fn parts_are_as_large_as_the_server_says_and_no_file_larger_than_announced() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let content = photo(PART + 10, 1);
    let id = patient.begin(ASKED, &content).await;
    patient.part(&id, 0, &content.bytes[..=PART]).await.refused(413, "too_large");
    assert_eq!(patient.file(&id).await.read::<SentFile>().received, 0);
    assert_eq!(patient.part(&id, 0, &content.bytes[..PART]).await.status, 200);
    patient.part(&id, PART, &content.bytes[..11]).await.refused(413, "too_large");
    assert_eq!(patient.file(&id).await.read::<SentFile>().received, u64::try_from(PART).unwrap());
    assert_eq!(patient.part(&id, PART, &content.bytes[PART..]).await.status, 200);
}

#[tokio::test]
async fn other_content_is_found_out_and_nothing_of_it_stays() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let content = photo(1000, 1);
    let id = patient.begin(ASKED, &content).await;
    let mut damaged = content.clone();
    damaged.bytes[999] ^= 1;
    patient.rest(&id, &damaged, 0).await.refused(422, "file_damaged");
    patient.file(&id).await.refused(410, "upload_over");
    assert_eq!(patient.files(ASKED).await.files, []);
    assert!(patient.send_file(ASKED, &content).await.receipt.is_some(), "sent anew");
}

#[tokio::test]
async fn a_renamed_program_is_found_out_as_soon_as_its_beginning_is_there() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let program = |size: usize| {
        let mut bytes = photo(size, 1).bytes;
        bytes[..4].copy_from_slice(b"MZ\x90\x00");
        Content { bytes, ..photo(size, 1) }
    };
    let id = patient.begin(ASKED, &program(1000)).await;
    assert_eq!(patient.part(&id, 0, &program(1000).bytes[..63]).await.status, 200, "too little to tell");
    patient.part(&id, 63, &program(1000).bytes[63..64]).await.refused(415, "file_type");
    patient.file(&id).await.refused(410, "upload_over");
    let short = patient.begin(ASKED, &program(20)).await;
    patient.rest(&short, &program(20), 0).await.refused(415, "file_type");
    // A picture that is announced as a letter.
    let letter = Content { kind: "pdf", ..photo(1000, 2) };
    let id = patient.begin(ASKED, &letter).await;
    patient.rest(&id, &letter, 0).await.refused(415, "file_type");
    assert_eq!(patient.files(ASKED).await.files, []);
}

#[tokio::test]
async fn what_a_part_needs() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let id = patient.begin(ASKED, &photo(1000, 1)).await;
    let kind = ("content-type", "application/partial-upload");
    for headers in [
        vec![kind],
        vec![(UPLOAD_OFFSET, "0")],
        vec![(UPLOAD_OFFSET, "0"), ("content-type", "application/json")],
        vec![(UPLOAD_OFFSET, "+0"), kind],
        vec![(UPLOAD_OFFSET, "-1"), kind],
        vec![(UPLOAD_OFFSET, ""), kind],
        vec![(UPLOAD_OFFSET, "0x0"), kind],
        vec![(UPLOAD_OFFSET, "99999999999999999999"), kind],
    ] {
        patient.write(Method::PATCH, &path::file(&id), &headers, None).await.refused(400, "malformed");
    }
    let mut request = patient.request(
        Method::PATCH,
        &path::file(&id),
        &[kind, (UPLOAD_OFFSET, "0"), (IDEMPOTENCY_KEY, "k")],
    );
    *request.body_mut() = Body::from("x");
    request.headers_mut().insert(CSRF_TOKEN, "wrong".parse().unwrap());
    Answer::of(server.send(request).await).await.refused(403, "csrf_failed");
    assert_eq!(patient.file(&id).await.read::<SentFile>().received, 0);
}

#[tokio::test]
async fn a_document_decided_meanwhile_takes_nothing_more_and_keeps_what_it_has() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let content = photo(1000, 1);
    let id = patient.begin(ASKED, &content).await;
    patient.part(&id, 0, &content.bytes[..400]).await;
    let sent = patient.send_file(ASKED, &photo(1000, 2)).await;
    server.event(ASKED, "protocol.refused").await;
    patient.part(&id, 400, &content.bytes[400..]).await.refused(409, "files_closed");
    assert_eq!(
        patient.announce(ASKED, &photo(1000, 2)).await.read::<SentFile>(),
        sent,
        "its receipt is still there"
    );
    server.event(ASKED, "protocol.docs_required").await;
    assert_eq!(patient.rest(&id, &content, 400).await.status, 200);
}

#[tokio::test]
async fn nobody_waits_for_it_and_the_session_does_not_live_of_it() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let content = photo(1000, 1);
    let id = patient.begin(ASKED, &content).await;
    let send = async |offset: usize, background: bool| {
        let offset_text = offset.to_string();
        let mut headers =
            vec![(UPLOAD_OFFSET, offset_text.as_str()), ("content-type", "application/partial-upload")];
        headers.extend(background.then_some(("x-background", "1")));
        headers.extend([(CSRF_TOKEN, patient.csrf.as_str())]);
        let key = mock_server::secret::token().unwrap();
        headers.push((IDEMPOTENCY_KEY, &key));
        let mut request = patient.request(Method::PATCH, &path::file(&id), &headers);
        *request.body_mut() = Body::from(content.bytes[offset..offset + 10].to_vec());
        let answer = Answer::of(server.send(request).await).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        answer.header("x-session-expires-in").unwrap().to_owned()
    };
    server.advance(10 * 60).await;
    assert_eq!(send(0, true).await, "600");
    assert_eq!(send(10, false).await, "1200");
}
