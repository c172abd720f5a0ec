//! Templates of messages, for staff.

use contract::notification::{NotificationContact, NotificationContacts};
use contract::path;
use contract::template::{
    NewTariff, NewVersion, TemplateCatalogue, TemplateSamples, TemplateSheet, TemplateTariff, TemplateText,
    TemplateVersion, TestSent, VersionDeed, VersionEdit, VersionTest,
};
use domain::coded::Code;
use domain::language::Language;
use domain::notification::{Channel, Subject};
use gloo_net::http::Method;

use super::ApiError;
use super::request::Ask;

/// Which text: what it tells, by which channel, in which language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// What it tells.
    pub subject: Subject,
    /// By which channel.
    pub channel: Channel,
    /// In which language.
    pub language: Language,
}

impl Place {
    /// Its name, as addresses have it: `subject/channel/language`.
    pub fn name(self) -> String {
        let (subject, channel, language) = self.codes();
        format!("{subject}/{channel}/{language}")
    }

    /// The codes, as addresses have them.
    pub fn codes(self) -> (&'static str, &'static str, &'static str) {
        (self.subject.code(), self.channel.code(), self.language.code())
    }
}

/// All subjects and how their texts stand.
///
/// # Errors
/// [`ApiError::NotAllowed`] for who is no staff.
pub async fn catalogue() -> Result<TemplateCatalogue, ApiError> {
    Ask::get(path::TEMPLATES).send().await?.read()
}

/// One text with its versions.
///
/// # Errors
/// [`ApiError::NotAllowed`] for who is no staff, [`ApiError::NotFound`] where there is no such text.
pub async fn text(at: Place) -> Result<TemplateText, ApiError> {
    let (subject, channel, language) = at.codes();
    Ask::get(&path::template(subject, channel, language)).send().await?.read()
}

/// Begins a version with the text of another.
///
/// # Errors
/// The server's code where one is open already.
pub async fn begin(at: Place, from: u32) -> Result<TemplateVersion, ApiError> {
    let (subject, channel, language) = at.codes();
    let path = path::template_versions(subject, channel, language);
    Ask::write(Method::POST, &path).json(&NewVersion { from })?.send().await?.read()
}

/// Writes a version, if it is still as it was read.
///
/// # Errors
/// [`ApiError::Changed`] when somebody wrote it meanwhile, [`ApiError::Fields`] when it is too long.
pub async fn write(
    at: Place,
    number: u32,
    tag: &str,
    edit: &VersionEdit,
) -> Result<TemplateVersion, ApiError> {
    let (subject, channel, language) = at.codes();
    let path = path::template_version(subject, channel, language, number);
    Ask::write(Method::PUT, &path).header("if-match", tag).json(edit)?.send().await?.read()
}

/// Does something with a version, if it is still as it was read.
///
/// # Errors
/// [`ApiError::Changed`] when somebody did something with it meanwhile, the server's code when it may not be done.
pub async fn deed(
    at: Place,
    number: u32,
    tag: &str,
    deed: &VersionDeed,
) -> Result<TemplateVersion, ApiError> {
    let (subject, channel, language) = at.codes();
    let path = path::template_deeds(subject, channel, language, number);
    Ask::write(Method::POST, &path).header("if-match", tag).json(deed)?.send().await?.read()
}

/// Sends a version to a verified contact of one's own.
///
/// # Errors
/// The server's `too_many` after too many, [`ApiError::Fields`] for a contact or a text that cannot be used.
pub async fn test(at: Place, number: u32, test: &VersionTest) -> Result<TestSent, ApiError> {
    let (subject, channel, language) = at.codes();
    let path = path::template_test(subject, channel, language, number);
    Ask::write(Method::POST, &path).json(test)?.send().await?.read()
}

/// Sample persons with values.
///
/// # Errors
/// [`ApiError::NotAllowed`] for who is no staff.
pub async fn samples(subject: Subject, language: Language) -> Result<TemplateSamples, ApiError> {
    Ask::get(&path::template_samples(subject.code(), language.code())).send().await?.read()
}

/// Everything in use in one language.
///
/// # Errors
/// [`ApiError::NotAllowed`] for who is no staff.
pub async fn sheet(language: Language) -> Result<TemplateSheet, ApiError> {
    Ask::get(&path::template_sheet(language.code())).send().await?.read()
}

/// Sets what messages cost, if it is still as it was read.
///
/// # Errors
/// [`ApiError::Changed`] when somebody set it meanwhile, [`ApiError::Fields`] when it cannot be taken.
pub async fn set_tariff(tag: &str, tariff: &NewTariff) -> Result<TemplateTariff, ApiError> {
    Ask::write(Method::PUT, path::TEMPLATE_TARIFF).header("if-match", tag).json(tariff)?.send().await?.read()
}

/// One's own contacts to which a test can go.
///
/// # Errors
/// When they cannot be had.
pub async fn contacts() -> Result<Vec<NotificationContact>, ApiError> {
    Ask::get(path::NOTIFICATION_CONTACTS).send().await?.read::<NotificationContacts>().map(|all| all.contacts)
}
