//! The committed OpenAPI document is the one that the code generates.
#![cfg(feature = "openapi")]
#![allow(missing_docs, reason = "tests are named as situations")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that is surprised should stop")]

use contract::openapi::{COMMAND, document, yaml};
use contract::problem::ProblemCode;
use utoipa::openapi::RefOr;

#[test]
fn the_committed_document_is_what_the_code_generates() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/openapi.yaml");
    let committed = std::fs::read_to_string(path).unwrap();
    let generated = yaml().unwrap();
    let line = committed.lines().zip(generated.lines()).position(|(a, b)| a != b);
    assert!(
        committed == generated,
        "public/openapi.yaml is not what the code generates (first in line {}). Run: {COMMAND}",
        line.map_or_else(|| "past the end".to_owned(), |line| (line + 1).to_string())
    );
}

#[test]
fn every_operation_tells_its_problems_and_has_an_example() {
    for (path, item) in document().paths.paths {
        for operation in [item.get, item.put, item.post, item.patch, item.delete].into_iter().flatten() {
            let name = operation.operation_id.clone().unwrap();
            for status in ["429", "500", "503"] {
                assert!(operation.responses.responses.contains_key(status), "{path} {name} {status}");
            }
            for (status, response) in &operation.responses.responses {
                let RefOr::T(response) = response else { continue };
                for content in response.content.values().filter(|_| status != "default") {
                    let RefOr::T(content) = content else { continue };
                    assert!(content.example.is_some(), "{path} {name} {status} has no example");
                }
            }
        }
    }
}

#[test]
fn every_problem_code_that_an_operation_can_meet_is_described() {
    let text = yaml().unwrap();
    // An address or a method that does not exist belongs to no operation.
    let apart = [ProblemCode::NotFound, ProblemCode::MethodNotAllowed];
    for code in ProblemCode::ALL.iter().filter(|code| !apart.contains(code)) {
        assert!(text.contains(&format!("(`{}`)", code.code())), "{code:?}");
    }
}
