//! Templates of messages: what staff write, approve and put in use, and what of it is public.
//!
//! Everything that is decided is decided by `domain::notification::template`; here stands how it travels.

mod catalogue;
mod published;
mod sample;
mod sheet;
mod tariff;
mod version;
mod write;

pub use catalogue::{Placeholder, TemplateCatalogue, TemplateCell, TemplateSubject};
pub use published::{PublishedSubject, PublishedTemplates, PublishedText, Readable};
pub use sample::{SampleValue, TemplateSample, TemplateSamples};
pub use sheet::{SheetText, TemplateSheet};
pub use tariff::{NewTariff, TemplateTariff};
pub use version::{DoneDeed, StaffMember, TemplateText, TemplateVersion, UsedPeriod};
pub use write::{NewVersion, TestSent, VersionDeed, VersionEdit, VersionTest};
