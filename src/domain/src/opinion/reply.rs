//! Whether an opinion is answered, and its entry in the journal.

use chrono::NaiveDate;

use crate::coded::codes;

codes! {
    /// How an opinion reaches the practice (PR-82).
    pub enum Channel {
        /// Said to staff or to the head of the practice.
        Oral = "oral",
        /// Put into the box.
        Box = "box",
        /// Sent by the form on the site.
        SiteForm = "site_form",
        /// Written into the book.
        Book = "book",
    }
}

/// What the sender says of himself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a field of the form that is filled in or not")]
pub struct Sender {
    /// Names.
    pub name: bool,
    /// Postal address.
    pub address: bool,
    /// Telephone.
    pub phone: bool,
    /// E-mail.
    pub email: bool,
}

codes! {
    /// Whether it is answered (PR-85, PR-86). It is registered in any case.
    pub enum Reply {
        /// Yes.
        Due = "answered",
        /// No: none is wanted.
        NotWanted = "not_wanted",
        /// No: there are no names.
        NoName = "no_name",
        /// No: there is neither address nor phone nor e-mail.
        NoContact = "no_contact",
        /// No: there are neither names nor anything to reach the sender by.
        Anonymous = "anonymous",
    }
}

/// Whether an opinion is answered: when an answer is wanted, and the sender gave names and at least one of
/// address, phone and e-mail. The channel makes no difference.
#[must_use]
pub const fn reply(sender: Sender, wanted: bool) -> Reply {
    match (wanted, sender.name, sender.address || sender.phone || sender.email) {
        (false, _, _) => Reply::NotWanted,
        (true, true, true) => Reply::Due,
        (true, false, true) => Reply::NoName,
        (true, true, false) => Reply::NoContact,
        (true, false, false) => Reply::Anonymous,
    }
}

codes! {
    /// A column of the journal (PR-83).
    pub enum Column {
        /// Date received.
        Received = "received",
        /// Who submitted it; "anonymous" is an entry too.
        Submitter = "submitter",
        /// What it is about.
        Topic = "topic",
        /// Date of the answer.
        Answered = "answered",
    }
}

/// An entry of the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Entry<'a> {
    /// Date received.
    pub received: Option<NaiveDate>,
    /// Who submitted it.
    pub submitter: &'a str,
    /// What it is about.
    pub topic: &'a str,
    /// Date of the answer.
    pub answered: Option<NaiveDate>,
}

/// The columns that an entry lacks. The date of the answer is asked for only where one was given. An entry
/// that lacks nothing is valid.
#[must_use]
pub fn lacking(entry: &Entry<'_>, stage: Stage) -> Vec<Column> {
    let lacks = [
        (Column::Received, entry.received.is_none()),
        (Column::Submitter, entry.submitter.trim().is_empty()),
        (Column::Topic, entry.topic.trim().is_empty()),
        (Column::Answered, stage == Stage::Answered && entry.answered.is_none()),
    ];
    lacks.into_iter().filter(|(_, lacks)| *lacks).map(|(column, _)| column).collect()
}

codes! {
    /// How far an entry of the journal has come.
    pub enum Stage {
        /// It waits for its answer.
        Open = "open",
        /// It was answered.
        Answered = "answered",
        /// No answer is due.
        NoAnswerDue = "no_answer_due",
    }
}
