//! Sending files in tests: contents of any size, and requests as the app makes them.

use axum::body::Body;
use axum::http::{Method, Request};
use contract::attachment::{SentFile, SentFiles};
use contract::header::{CSRF_TOKEN, IDEMPOTENCY_KEY, UPLOAD_OFFSET};
use contract::{DocumentId, FileId, path};
use domain::attachment::Sha256;
use serde_json::{Value, json};
use sha2::Digest as _;

use crate::client::{Answer, Client};

/// A document for which the fund waits for files.
pub const ASKED: &str = "patient-asthma";
/// The largest file that is taken.
pub const LARGEST: usize = 10 * 1024 * 1024;
/// The largest part.
pub const PART: usize = 256 * 1024;

/// A file on somebody's device.
#[derive(Debug, Clone)]
pub struct Content {
    pub name: String,
    pub kind: &'static str,
    pub bytes: Vec<u8>,
}

/// A photograph of so many bytes; `seed` tells it from others.
pub fn photo(size: usize, seed: u8) -> Content {
    let mut bytes: Vec<u8> = (0..size).map(|at| seed.wrapping_add(at.to_le_bytes()[0])).collect();
    for (byte, magic) in bytes.iter_mut().zip([0xff, 0xd8, 0xff, 0xe0]) {
        *byte = magic;
    }
    Content { name: format!("снимка {seed}.jpg"), kind: "jpeg", bytes }
}

impl Content {
    pub fn sha256(&self) -> Sha256 {
        Sha256(sha2::Sha256::digest(&self.bytes).into())
    }

    pub fn announcement(&self) -> Value {
        json!({
            "name": self.name, "type": self.kind, "size": self.bytes.len(), "sha256": self.sha256().to_string(),
        })
    }
}

pub fn files_of(document: &str) -> String {
    path::document_files(&DocumentId(document.to_owned()))
}

impl Client<'_> {
    /// Announces a file.
    pub async fn announce(&self, document: &str, content: &Content) -> Answer {
        self.write(Method::POST, &files_of(document), &[], Some(content.announcement())).await
    }

    /// Announces a file that is taken.
    pub async fn begin(&self, document: &str, content: &Content) -> FileId {
        let answer = self.announce(document, content).await;
        assert_eq!(answer.status, 201, "{}", answer.text());
        serde_json::from_slice::<SentFile>(&answer.body).unwrap().id
    }

    /// Sends bytes from an offset on.
    pub async fn part(&self, id: &FileId, offset: usize, bytes: &[u8]) -> Answer {
        let key = mock_server::secret::token().unwrap();
        self.part_with_key(id, offset, bytes, &key).await
    }

    pub async fn part_with_key(&self, id: &FileId, offset: usize, bytes: &[u8], key: &str) -> Answer {
        Answer::of(self.server.send(self.part_request(id, offset, bytes, key)).await).await
    }

    /// Sends bytes, and hears nothing of the answer.
    pub async fn part_unheard(&self, id: &FileId, offset: usize, bytes: &[u8], key: &str) {
        drop(self.server.send(self.part_request(id, offset, bytes, key)).await);
    }

    fn part_request(&self, id: &FileId, offset: usize, bytes: &[u8], key: &str) -> Request<Body> {
        let offset = offset.to_string();
        let headers = [
            (CSRF_TOKEN, self.csrf.as_str()),
            (IDEMPOTENCY_KEY, key),
            (UPLOAD_OFFSET, &offset),
            ("content-type", "application/partial-upload"),
        ];
        let mut request = self.request(Method::PATCH, &path::file(id), &headers);
        *request.body_mut() = Body::from(bytes.to_vec());
        request
    }

    /// Sends everything from an offset on, part by part, and gives the last answer.
    pub async fn rest(&self, id: &FileId, content: &Content, mut offset: usize) -> Answer {
        loop {
            let end = content.bytes.len().min(offset + PART);
            let answer = self.part(id, offset, &content.bytes[offset..end]).await;
            if answer.status != 200 || end == content.bytes.len() {
                return answer;
            }
            offset = end;
        }
    }

    /// Sends a whole file that is received.
    pub async fn send_file(&self, document: &str, content: &Content) -> SentFile {
        let id = self.begin(document, content).await;
        let file: SentFile = self.rest(&id, content, 0).await.read();
        assert!(file.receipt.is_some());
        file
    }

    pub async fn files(&self, document: &str) -> SentFiles {
        self.get(&files_of(document)).await.read()
    }

    pub async fn file(&self, id: &FileId) -> Answer {
        self.get(&path::file(id)).await
    }
}
