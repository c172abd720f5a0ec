//! What the tests of templates share.

use axum::http::Method;
use contract::path;
use contract::template::{TemplateText, TemplateVersion};
use serde_json::{Value, json};

use crate::client::{Answer, Client, Server};

/// A text: subject, channel, language.
pub type Text = (&'static str, &'static str, &'static str);

/// One of which only the first version is there.
pub const PLAIN: Text = ("protocol.registered", "sms", "bg");
/// One with a draft.
pub const DRAFT: Text = ("aid.approved", "sms", "bg");
/// One that waits for approval.
pub const SUBMITTED: Text = ("protocol.refused", "sms", "bg");
/// One that was rejected.
pub const REJECTED: Text = ("visit.reminder", "viber", "bg");
/// One that is approved, and breaks those who fill it.
pub const APPROVED: Text = ("check_up.due", "sms", "bg");
/// One whose second version is in use.
pub const SECOND: Text = ("protocol.approved", "sms", "bg");

pub async fn text(client: &Client<'_>, (subject, channel, language): Text) -> TemplateText {
    client.get(&path::template(subject, channel, language)).await.read()
}

pub async fn version(client: &Client<'_>, of: Text, number: u32) -> TemplateVersion {
    let versions = text(client, of).await.versions;
    versions.into_iter().find(|version| version.number == number).unwrap()
}

pub fn state(version: &TemplateVersion) -> &str {
    version.state.code()
}

pub async fn begin(client: &Client<'_>, (subject, channel, language): Text, from: u32) -> Answer {
    let path = path::template_versions(subject, channel, language);
    client.write(Method::POST, &path, &[], Some(json!({ "from": from }))).await
}

/// Writes a version as it was last seen.
pub async fn write(client: &Client<'_>, of: Text, number: u32, edit: Value) -> Answer {
    let tag = version(client, of, number).await.tag;
    write_with(client, of, number, &[("if-match", &tag)], edit).await
}

pub async fn write_with(
    client: &Client<'_>,
    (subject, channel, language): Text,
    number: u32,
    headers: &[(&str, &str)],
    edit: Value,
) -> Answer {
    let path = path::template_version(subject, channel, language, number);
    client.write(Method::PUT, &path, headers, Some(edit)).await
}

/// Does something with a version as it was last seen.
pub async fn deed(client: &Client<'_>, of: Text, number: u32, deed: Value) -> Answer {
    let tag = version(client, of, number).await.tag;
    deed_with(client, of, number, &[("if-match", &tag)], deed).await
}

pub async fn deed_with(
    client: &Client<'_>,
    (subject, channel, language): Text,
    number: u32,
    headers: &[(&str, &str)],
    deed: Value,
) -> Answer {
    let path = path::template_deeds(subject, channel, language, number);
    client.write(Method::POST, &path, headers, Some(deed)).await
}

pub fn to(deed: &str) -> Value {
    json!({ "deed": deed })
}

/// Gives a persona another role, as when somebody changes to another desk.
pub fn becomes(server: &Server, persona: &str, role: &str) {
    let sql = "UPDATE account SET role = ? WHERE key = ?";
    server.state.store.with(|db| db.execute(sql, [role, persona])).unwrap();
}
