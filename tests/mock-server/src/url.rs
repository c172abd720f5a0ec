//! Local paths and percent-encoding.

use std::fmt::Write as _;

/// The path to return to, if it leads nowhere but into this site; `/` otherwise.
#[must_use]
pub fn local(path: Option<&str>) -> &str {
    let path = path.unwrap_or("/");
    let inside = path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains('\\')
        && !path.chars().any(|c| c.is_control() || c.is_whitespace());
    if inside { path } else { "/" }
}

/// Percent-encodes a value of a query.
#[must_use]
pub fn encode(text: &str) -> String {
    text.bytes().fold(String::with_capacity(text.len()), |mut encoded, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
        encoded
    })
}

/// Decodes a percent-encoded path; `None` when it is no text.
#[must_use]
pub fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let pair = [rest.next()?, rest.next()?];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&pair).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_local_paths_are_returned_to() {
        assert_eq!(local(Some("/documents/d-1?group=open")), "/documents/d-1?group=open");
        for bad in
            ["", "//evil.example", "https://evil.example", "/\\evil.example", "/a\nb", "documents", "/\t/e"]
        {
            assert_eq!(local(Some(bad)), "/", "{bad:?}");
        }
        assert_eq!(local(None), "/");
    }

    #[test]
    fn encoding_and_back() {
        for text in ["/documents?a=b&c=d", "дом", "100 %"] {
            assert_eq!(decode(&encode(text)).as_deref(), Some(text));
        }
        assert_eq!(decode("%zz"), None);
        assert_eq!(decode("%e0"), None);
    }
}
