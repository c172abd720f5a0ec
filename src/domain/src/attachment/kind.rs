//! What a file is, by its first bytes and not by its name.

use crate::citation::Citation;
use crate::coded::codes;

codes! {
    /// Types of files that can be sent: what scanners and the cameras of phones make, and office computers open.
    pub enum FileType {
        /// Portable Document Format (ISO 32000).
        Pdf = "pdf",
        /// JPEG, as cameras write it.
        Jpeg = "jpeg",
        /// PNG, as screenshots are.
        Png = "png",
        /// HEIC: what phones of Apple write unless told otherwise (ISO/IEC 23008-12 with HEVC).
        Heic = "heic",
    }
}

/// So many bytes from the beginning of a file are enough to tell its type.
pub const HEAD_LENGTH: usize = 64;

/// The source of the signatures of PDF, JPEG and PNG; the brands of HEIC are those of ISO/IEC 23008-12, annex B.
pub const SNIFF_SOURCE: Citation = Citation {
    title: "WHATWG MIME Sniffing Standard, 6 and 7.1",
    url: Some("https://mimesniff.spec.whatwg.org/"),
    stated: "undated",
};

/// Signatures at the very beginning. A reader may forgive what stands before them; a portal need not.
const SIGNATURES: [(&[u8], FileType); 3] = [
    (b"%PDF-", FileType::Pdf),
    (&[0xff, 0xd8, 0xff], FileType::Jpeg),
    (&[0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n'], FileType::Png),
];

/// Brands of still images and of bursts of them coded with HEVC. `mif1` and `msf1` alone name the container only, which
/// may hold AV1 as well, so they do not count.
const HEIC_BRANDS: [&[u8]; 6] = [b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"];

/// The type that a file really has, by its beginning; `None` when it is none of [`FileType`].
///
/// [`HEAD_LENGTH`] bytes are enough; of a shorter file give all.
///
/// ```
/// use domain::attachment::{FileType, sniff};
/// assert_eq!(sniff(b"%PDF-1.7\n"), Some(FileType::Pdf));
/// assert_eq!(sniff(b"MZ\x90\x00"), None, "a program for Windows, whatever it is called");
/// ```
#[must_use]
pub fn sniff(head: &[u8]) -> Option<FileType> {
    let signed = SIGNATURES.iter().find(|(signature, _)| head.starts_with(signature));
    signed.map(|(_, kind)| *kind).or_else(|| is_heic(head).then_some(FileType::Heic))
}

/// Whether a file begins with a box `ftyp` (ISO/IEC 14496-12, 4.3) that names a brand of HEIC, first or among those it is
/// compatible with.
fn is_heic(head: &[u8]) -> bool {
    let Some((size, rest)) = head.split_first_chunk::<4>() else { return false };
    let Some(brands) = rest.strip_prefix(b"ftyp") else { return false };
    // Without the size and the type of the box; the rest of a longer box lies outside of the head.
    let length = usize::try_from(u32::from_be_bytes(*size)).unwrap_or(usize::MAX).saturating_sub(8);
    let brands = &brands[..brands.len().min(length)];
    // The second word is a version and no brand.
    let mut words = brands.chunks_exact(4).enumerate().filter(|(place, _)| *place != 1);
    words.any(|(_, word)| HEIC_BRANDS.contains(&word))
}

impl FileType {
    /// Its media type (IANA).
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Heic => "image/heic",
        }
    }

    /// Endings of its names, with the dot, the usual one first.
    #[must_use]
    pub const fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Pdf => &[".pdf"],
            Self::Jpeg => &[".jpg", ".jpeg"],
            Self::Png => &[".png"],
            Self::Heic => &[".heic", ".heif"],
        }
    }
}
