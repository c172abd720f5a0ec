//! The program itself: its one line, its exit codes, a restart, and connections that end without an answer.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use crate::temp::TempFile;

/// A running server on a free port.
struct Running {
    child: Child,
    address: String,
}

impl Running {
    fn start(arguments: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_mock-server"))
            .args(["--port", "0", "--now", "2026-11-22T08:00:00Z", "--many", "30"])
            .args(arguments)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        let address = line.strip_prefix("http://").unwrap().trim_end().to_owned();
        assert!(address.starts_with("127.0.0.1:"), "{line}");
        Self { child, address }
    }

    /// Everything that comes back for a request on a connection of its own, until the connection ends.
    fn raw(&self, method: &str, path: &str, headers: &str, body: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let length = body.len();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\ncontent-type: application/json\r\n\
             content-length: {length}\r\n{headers}\r\n{body}",
            self.address
        )
        .unwrap();
        let mut bytes = Vec::new();
        // The connection may be reset in the middle: what came until then counts.
        let _ = stream.read_to_end(&mut bytes);
        String::from_utf8(bytes).unwrap()
    }

    fn sign_in(&self) -> String {
        let answer = self.raw("POST", "/mock/session", "", "{\"persona\":\"patient\"}");
        let cookie = answer.lines().find_map(|line| line.strip_prefix("set-cookie: ")).unwrap();
        format!("cookie: {}\r\n", cookie.split(';').next().unwrap())
    }

    fn stop(mut self) {
        Command::new("kill").arg(self.child.id().to_string()).status().unwrap();
        assert!(self.child.wait().unwrap().success());
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_database_file_survives_a_restart() {
    let file = TempFile::new("db.sqlite", "");
    std::fs::remove_file(&file.0).unwrap();
    let db = file.0.to_str().unwrap();
    let first = Running::start(&["--db", db]);
    let cookie = first.sign_in();
    let appended =
        first.raw("POST", "/mock/documents/patient-asthma/events", "", "{\"kind\":\"protocol.approved\"}");
    assert!(appended.starts_with("HTTP/1.1 201"), "{appended}");
    first.stop();
    let second = Running::start(&["--db", db]);
    let answer = second.raw("GET", "/api/v1/documents/patient-asthma", &cookie, "");
    assert!(answer.starts_with("HTTP/1.1 200") && answer.contains("\"status\":\"approved\""), "{answer}");
    let reset = second.raw("POST", "/mock/reset", "", "");
    assert!(reset.starts_with("HTTP/1.1 204"), "{reset}");
    let answer = second.raw("GET", "/api/v1/documents/patient-asthma", &second.sign_in(), "");
    assert!(answer.contains("\"status\":\"docs_required\""), "{answer}");
    second.stop();
}

#[test]
fn a_dropped_connection_gives_no_answer_and_a_cut_one_half_of_it() {
    let server = Running::start(&[]);
    let cookie = server.sign_in();
    let fail = |kind: &str| {
        let rule = format!("{{\"route\":\"get_document_index\",\"kind\":\"{kind}\",\"count\":1}}");
        assert!(server.raw("POST", "/mock/failures", "", &rule).starts_with("HTTP/1.1 201"));
    };
    fail("drop");
    assert_eq!(server.raw("GET", "/api/v1/documents", &cookie, ""), "");
    assert!(server.raw("GET", "/api/v1/documents", &cookie, "").starts_with("HTTP/1.1 200"));
    let log = server.raw("GET", "/mock/requests", "", "");
    assert!(log.contains("\"operation\":\"get_document_index\",\"status\":null"), "{log}");
    fail("cut");
    let cut = server.raw("GET", "/api/v1/documents", &cookie, "");
    let (head, body) = cut.split_once("\r\n\r\n").unwrap();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap();
    let length: usize = length.parse().unwrap();
    assert!(!body.is_empty() && body.len() < length, "{} of {length}", body.len());
}

#[test]
fn a_connection_at_rest_closes_before_an_answer_is_to_be_dropped() {
    let server = Running::start(&[]);
    let mut resting = TcpStream::connect(&server.address).unwrap();
    write!(resting, "GET /mock/clock HTTP/1.1\r\nhost: x\r\n\r\n").unwrap();
    let mut first = [0; 15];
    resting.read_exact(&mut first).unwrap();
    assert_eq!(&first, b"HTTP/1.1 200 OK");
    server.raw("POST", "/mock/failures", "", "{\"route\":\"*\",\"kind\":\"drop\"}");
    // Ends: with a connection that stays open this would wait for ever.
    let _ = resting.read_to_end(&mut Vec::new());
    server.stop();
}

#[test]
fn a_connection_that_was_only_just_opened_is_answered_all_the_same() {
    let server = Running::start(&[]);
    let mut fresh = TcpStream::connect(&server.address).unwrap();
    // Connections are taken in turn: once a later one has its answer, this one is waiting for its first request.
    server.raw("GET", "/mock/clock", "", "");
    server.raw("POST", "/mock/failures", "", "{\"route\":\"get_account\",\"kind\":\"drop\"}");
    write!(fresh, "GET /mock/clock HTTP/1.1\r\nhost: x\r\n\r\n").unwrap();
    let mut bytes = Vec::new();
    // Ends as well: as long as answers may be dropped no connection rests after its first answer.
    let _ = fresh.read_to_end(&mut bytes);
    let answer = String::from_utf8(bytes).unwrap();
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(answer.contains("connection: close"), "{answer}");
    server.stop();
}

#[test]
fn a_dropped_answer_takes_no_open_stream_with_it() {
    let server = Running::start(&[]);
    let cookie = server.sign_in();
    let mut stream = TcpStream::connect(&server.address).unwrap();
    stream.set_read_timeout(Some(std::time::Duration::from_secs(20))).unwrap();
    write!(stream, "GET /api/v1/changes/stream HTTP/1.1\r\nhost: x\r\n{cookie}\r\n").unwrap();
    let mut first = [0; 15];
    stream.read_exact(&mut first).unwrap();
    let rule = "{\"route\":\"get_document_index\",\"kind\":\"drop\",\"count\":1}";
    server.raw("POST", "/mock/failures", "", rule);
    assert_eq!(server.raw("GET", "/api/v1/documents", &cookie, ""), "");
    server.raw("POST", "/mock/documents/patient-asthma/events", "", "{\"kind\":\"protocol.approved\"}");
    let (mut told, mut part) = (String::new(), [0; 1024]);
    while !told.contains("event: change") {
        let read = stream.read(&mut part).unwrap();
        assert_ne!(read, 0, "the stream ended: {told}");
        told.push_str(&String::from_utf8_lossy(&part[..read]));
    }
    server.stop();
}

#[test]
fn open_streams_do_not_keep_the_server_from_stopping() {
    let server = Running::start(&[]);
    let cookie = server.sign_in();
    let mut stream = TcpStream::connect(&server.address).unwrap();
    write!(stream, "GET /api/v1/changes/stream HTTP/1.1\r\nhost: x\r\n{cookie}\r\n").unwrap();
    let mut first = [0; 15];
    stream.read_exact(&mut first).unwrap();
    assert_eq!(&first, b"HTTP/1.1 200 OK");
    server.stop();
    let _ = stream.read_to_end(&mut Vec::new());
}

#[test]
fn bad_input_ends_the_start_with_code_two_and_nothing_on_standard_output() {
    let seed = TempFile::new("bad.json", "{\n  \"documents\": [{\"id\": 7}]\n}");
    for (arguments, says) in [
        (&["--seed", seed.0.to_str().unwrap()][..], ":2:24: documents[0].id: invalid type: integer `7`"),
        (&["--port", "never"], "--port: no port: never"),
        (&["--now", "noon"], "--now: no RFC 3339 date-time"),
        (&["--what", "x"], "unknown flag: --what"),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_mock-server")).args(arguments).output().unwrap();
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{error}");
        assert!(error.contains(says), "{error}");
    }
}

#[test]
fn what_came_of_a_part_before_its_connection_broke_is_kept() {
    let server = Running::start(&[]);
    let session = server.raw("POST", "/mock/session", "", "{\"persona\":\"patient\"}");
    let (head, body) = session.split_once("\r\n\r\n").unwrap();
    let cookie = head.lines().find_map(|line| line.strip_prefix("set-cookie: ")).unwrap();
    let body: serde_json::Value = serde_json::from_str(body).unwrap();
    let headers = format!(
        "cookie: {}\r\nx-csrf-token: {}\r\n",
        cookie.split(';').next().unwrap(),
        body["csrf_token"].as_str().unwrap()
    );
    let content = crate::upload::photo(1000, 1);
    let keyed = format!("{headers}idempotency-key: k-1\r\n");
    let announcement = content.announcement().to_string();
    let begun = server.raw("POST", "/api/v1/documents/patient-asthma/files", &keyed, &announcement);
    let file: serde_json::Value = serde_json::from_str(begun.split_once("\r\n\r\n").unwrap().1).unwrap();
    let address = format!("/api/v1/files/{}", file["id"].as_str().unwrap());
    let mut broken = TcpStream::connect(&server.address).unwrap();
    write!(
        broken,
        "PATCH {address} HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\nupload-offset: 0\r\n\
         content-type: application/partial-upload\r\nidempotency-key: k-2\r\n{headers}\r\n"
    )
    .unwrap();
    broken.write_all(&content.bytes[..400]).unwrap();
    broken.shutdown(std::net::Shutdown::Both).unwrap();
    // The server hears of the end of the connection a moment later.
    let received = (0..200).find_map(|_| {
        let answer = server.raw("HEAD", &address, &headers, "");
        let offset = answer.lines().find_map(|line| line.strip_prefix("upload-offset: ")).unwrap().to_owned();
        std::thread::sleep(std::time::Duration::from_millis(10));
        (offset != "0").then_some(offset)
    });
    assert_eq!(received.as_deref(), Some("400"));
    server.stop();
}
