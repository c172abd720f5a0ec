//! `.br` and `.gz` beside every file that gets smaller by it.

use anyhow::{Context, Result};
use flate2::{Compression, write::GzEncoder};
use std::io::Write;

const TEXT: [&str; 11] =
    ["bin", "css", "html", "js", "json", "mjs", "svg", "txt", "wasm", "webmanifest", "yaml"];

/// Whether files of that name are worth compressing.
pub fn worthwhile(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, extension)| TEXT.contains(&extension))
}

/// Brotli, at its strongest.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let params = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut small = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut small, &params).context("brotli")?;
    Ok(small)
}

/// Gzip, at its strongest.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).context("gzip")?;
    encoder.finish().context("gzip")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn what_is_compressed_comes_back_as_it_was() -> Result<()> {
        let text = "прозрачност ".repeat(200).into_bytes();
        let mut from_gzip = Vec::new();
        flate2::read::GzDecoder::new(&*gzip(&text)?).read_to_end(&mut from_gzip)?;
        let mut from_brotli = Vec::new();
        brotli::BrotliDecompress(&mut &*brotli(&text)?, &mut from_brotli)?;
        assert!(from_gzip == text && from_brotli == text);
        Ok(())
    }

    #[test]
    fn pictures_and_fonts_are_compressed_already() {
        assert!(worthwhile("a/b.wasm") && worthwhile("index.html"));
        assert!(!worthwhile("font.woff2") && !worthwhile("photo.png") && !worthwhile("LICENSE"));
    }
}
