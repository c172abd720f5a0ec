//! Names of files: personal data, shown as they were given, and made safe to show and to save under.

use super::kind::FileType;

/// The longest name that is kept, in characters. File systems take at most 255 bytes, and a Cyrillic letter is two.
pub const NAME_LIMIT: usize = 120;

/// The longest ending that survives when a name is shortened, in characters with the dot.
const ENDING_LIMIT: usize = 10;

/// The name as it is shown and sent: the last part of a path, without characters that cannot be seen or that turn the
/// direction of writing (which makes `gpj.exe` look like `exe.jpg`), white space as single blanks, and not longer than
/// [`NAME_LIMIT`]. The ending stays. `None` when nothing is left.
///
/// ```
/// use domain::attachment::safe_name;
/// assert_eq!(safe_name("C:\\Сканирани\\решение ТЕЛК.pdf").as_deref(), Some("решение ТЕЛК.pdf"));
/// assert_eq!(safe_name("\u{202e}fdp.exe").as_deref(), Some("fdp.exe"));
/// assert_eq!(safe_name("../.."), None);
/// ```
#[must_use]
pub fn safe_name(given: &str) -> Option<String> {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let seen: String =
        last.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(visible).collect();
    let words: Vec<&str> = seen.split(' ').filter(|word| !word.is_empty()).collect();
    let name = shortened(&words.join(" "));
    // Names of folders, and names that are only dots.
    let says_something = name.chars().any(|c| c != '.' && c != ' ');
    says_something.then_some(name)
}

/// Whether a name is as [`safe_name`] leaves it: what a server takes.
#[must_use]
pub fn is_safe_name(name: &str) -> bool {
    safe_name(name).is_some_and(|safe| safe == name)
}

/// The name under which a file is given back: with an ending that fits its content, so that no system takes a picture
/// for a program because it came as `photo.exe`.
#[must_use]
pub fn download_name(name: &str, kind: FileType) -> String {
    let lower = name.to_lowercase();
    let fits = kind.endings().iter().any(|ending| lower.ends_with(ending));
    let ending = if fits { "" } else { kind.endings().first().copied().unwrap_or_default() };
    format!("{name}{ending}")
}

/// Not a control character, and none of the marks that Unicode has for formatting: directions (`Bidi_Control` of
/// Unicode's UAX #9), joiners, blanks without width, the byte order mark, tags.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "the shape that `filter` asks for")]
fn visible(c: &char) -> bool {
    !c.is_control()
        && !matches!(*c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

fn shortened(name: &str) -> String {
    let count = name.chars().count();
    if count <= NAME_LIMIT {
        return name.to_owned();
    }
    let ending = name.rfind('.').map(|at| &name[at..]).unwrap_or_default();
    let kept = if ending.chars().count() <= ENDING_LIMIT { ending } else { "" };
    let room = NAME_LIMIT - kept.chars().count();
    let head: String = name.chars().take(room).collect();
    format!("{}{kept}", head.trim_end())
}
