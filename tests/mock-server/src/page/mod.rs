//! Pages of the mock server: plain HTML, no script, no inline style.

pub mod forms;
pub mod identity;
pub mod presets;
pub mod show;

/// What `/` says when there is no built app.
pub const MISSING_APP: &str = "<main><h1>The app is not built</h1>\
     <p>This server answers the API, but it was started without a built app: give it one with <code>--dist</code>.</p>\
     <p><a href=\"/mock\">Personas, failures and clock</a></p></main>";

/// A whole page; `title` and `body` are HTML.
#[must_use]
pub fn layout(lang: &str, title: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<link rel=\"icon\" href=\"data:,\">\n\
         <link rel=\"stylesheet\" href=\"/mock/mock.css\">\n</head>\n\
         <body>\n{body}\n</body>\n</html>\n"
    )
}

/// Text as it may stand in HTML, also in a quoted attribute.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            other => html.push(other),
        }
    }
    html
}

/// The options of a `select`: value and label, both plain text.
#[must_use]
pub fn options<'a>(items: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let option = |(value, label): (&str, &str)| {
        format!("<option value=\"{}\">{}</option>", escape(value), escape(label))
    };
    items.into_iter().map(option).collect()
}
