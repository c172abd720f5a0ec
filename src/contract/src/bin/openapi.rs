//! Prints the OpenAPI document as YAML.

use std::process::ExitCode;

fn main() -> ExitCode {
    match contract::openapi::yaml() {
        Ok(yaml) => {
            print!("{yaml}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
