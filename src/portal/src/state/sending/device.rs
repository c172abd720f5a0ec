//! Reading a file that the person chose.

use domain::attachment::{HEAD_LENGTH, Sha256};
use js_sys::{ArrayBuffer, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File};

/// The device cannot read the file: it was moved, changed or deleted after it was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unreadable;

impl From<JsValue> for Unreadable {
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// The size of a file in bytes.
pub fn size(file: &File) -> u64 {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a whole number, never negative"
    )]
    let size = file.size() as u64;
    size
}

/// The first bytes, as many as a type is told by.
///
/// # Errors
/// When the device cannot read them.
pub async fn head(file: &File) -> Result<Vec<u8>, Unreadable> {
    let end = u64::try_from(HEAD_LENGTH).unwrap_or_default().min(size(file));
    Ok(part(file, 0, end).await?.to_vec())
}

/// The bytes `from..to`. Read before they are sent, so that a file that cannot be read is not taken for a lost connection.
///
/// # Errors
/// When the device cannot read them all.
pub async fn part(file: &File, from: u64, to: u64) -> Result<Uint8Array, Unreadable> {
    // Files are far smaller than 2 GB; a larger one was refused by its size.
    let place = |at: u64| i32::try_from(at).map_err(|_| Unreadable);
    let slice = file.slice_with_i32_and_i32(place(from)?, place(to)?)?;
    let bytes = Uint8Array::new(&read(&slice).await?.into());
    if u64::from(bytes.length()) == to - from { Ok(bytes) } else { Err(Unreadable) }
}

/// The SHA-256 of a whole file, made by the browser.
///
/// # Errors
/// When the device cannot read it.
pub async fn digest(file: &File) -> Result<Sha256, Unreadable> {
    let content = read(file).await?;
    let subtle = window().crypto()?.subtle();
    let digest = JsFuture::from(subtle.digest_with_str_and_buffer_source("SHA-256", &content)?).await?;
    let bytes = Uint8Array::new(&digest).to_vec();
    bytes.try_into().map(Sha256).map_err(|_| Unreadable)
}

async fn read(blob: &Blob) -> Result<ArrayBuffer, Unreadable> {
    Ok(JsFuture::from(blob.array_buffer()).await?.dyn_into()?)
}

#[cfg(test)]
#[cfg(target_arch = "wasm32")]
mod tests {
    use js_sys::Array;
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;

    fn file(text: &str) -> File {
        File::new_with_str_sequence(&Array::of1(&text.into()), "a.pdf").unwrap()
    }

    #[wasm_bindgen_test]
    async fn a_file_is_read_in_parts_and_known_by_its_digest() {
        let file = file("abc");
        assert_eq!(size(&file), 3);
        assert_eq!(head(&file).await, Ok(b"abc".to_vec()));
        assert_eq!(part(&file, 1, 3).await.unwrap().to_vec(), b"bc");
        assert_eq!(part(&file, 1, 4).await.map(drop), Err(Unreadable), "more than there is");
        // The first example of FIPS 180-4.
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(digest(&file).await.unwrap().to_string(), expected);
    }
}
