//! What is told: every subject of a message, in one table.

use chrono::TimeDelta;

use crate::citation::{Citation, DESIGN, EXTENSION_PRECEDENT, STATUS_NOTICE};
use crate::coded::codes;
use crate::insurance::System;
use crate::notification::channel::Channel;
use crate::notification::sender::Sender;
use crate::notification::topic::{Topic, Urgency};
use crate::rules::sources::{ALTAI_REPRESENTATIVES, PRACTICE_RULES_2021};

codes! {
    /// Why a subject cannot be switched off.
    pub enum Kept {
        /// Somebody asked for it just now.
        AskedFor = "asked_for",
        /// It protects the account: who broke in would switch it off first.
        Safety = "safety",
        /// It says who may see one's documents.
        OthersAccess = "others_access",
        /// It says that something told before is not true.
        Corrects = "corrects",
        /// Afterwards there is no account to look into.
        AccountEnds = "account_ends",
    }
}

codes! {
    /// To whom it goes.
    pub enum Audience {
        /// The person it is about, and proxies who receive messages.
        PersonAndProxies = "person_and_proxies",
        /// Both sides of a grant, whatever it covers now.
        BothSides = "both_sides",
        /// The account holder alone, whoever else has access.
        Holder = "holder",
        /// The contact itself that is to be verified: to nobody's other contact.
        TheContact = "the_contact",
    }
}

/// How long a message stays true, if nothing happens that makes it untrue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Valid {
    /// So long after it was caused.
    For(TimeDelta),
    /// To the end of the day it speaks of, in the person's zone.
    ThroughItsDay,
    /// Until a later event.
    UntilLater,
}

/// What is known of a subject.
struct Row {
    sender: Sender,
    urgency: Urgency,
    topic: Topic,
    audience: Audience,
    of_document: bool,
    kept: Option<Kept>,
    channels: &'static [Channel],
    valid: Valid,
    undone_by: &'static [Subject],
    system: Option<System>,
    source: Citation,
}

/// By any channel.
const ANY: &[Channel] = &[Channel::Sms, Channel::Viber, Channel::Email, Channel::Push];
/// Codes: a notice on a locked screen would show them, and Viber shows them on every device.
const CODE: &[Channel] = &[Channel::Sms, Channel::Email];

/// A message with a code that verifies a contact stays true as long as the code.
const CONTACT_CODE: Valid = Valid::For(crate::notification::verification::CODE_VALIDITY);
const INVITATION_CODE: Valid = Valid::For(crate::access::invitation::CODE_VALIDITY);
const WEEK: Valid = Valid::For(TimeDelta::days(7));

/// The list of subjects and what is known of each, in one table.
macro_rules! subjects {
    ($($(#[$doc:meta])* $member:ident = $code:literal, $sender:ident $urgency:ident $topic:ident $audience:ident,
        document $of_document:literal, kept $kept:expr, by $channels:expr, $valid:expr, undone $undone:expr,
        in $system:expr, $source:expr;)+) => {
        codes! {
            /// The subjects, by sender. The fund's have the codes of their events, in the order of its notice.
            pub enum Subject { $($(#[$doc])* $member = $code,)+ }
        }

        static ROWS: &[Row] = &[$(Row {
            sender: Sender::$sender,
            urgency: Urgency::$urgency,
            topic: Topic::$topic,
            audience: Audience::$audience,
            of_document: $of_document,
            kept: $kept,
            channels: $channels,
            valid: $valid,
            undone_by: $undone,
            system: $system,
            source: $source,
        },)+];
    };
}

use Subject as S;
use Valid::{ThroughItsDay, UntilLater};

const BULGARIA: Option<System> = Some(System::Bulgaria);
const RUSSIA: Option<System> = Some(System::Russia);

/// The status of a protocol: no order of events is stated, so each may follow each.
const PROTOCOL: &[S] = &[
    S::ProtocolRegistered,
    S::ProtocolDocsRequired,
    S::ProtocolDocsReceived,
    S::ProtocolApproved,
    S::ProtocolRefused,
    S::ProtocolAnnulled,
    S::ProtocolTerminated,
    S::ProtocolExpired,
];
/// The same of devices and repairs.
const AID: &[S] =
    &[S::AidApplicationReceived, S::AidRepairReceived, S::AidApproved, S::AidRefused, S::AidAnnulled];
/// "Extended" undoes that a protocol ended by its date.
const PROTOCOL_END: &[S] = &[
    S::ProtocolRegistered,
    S::ProtocolDocsRequired,
    S::ProtocolDocsReceived,
    S::ProtocolApproved,
    S::ProtocolRefused,
    S::ProtocolAnnulled,
    S::ProtocolTerminated,
    S::Extended,
];
/// A reminder of the end is untrue after an extension, and after what ends the approval itself.
const AID_REMINDER: &[S] = &[S::Extended, S::AidRefused, S::AidAnnulled];
const EXTENSION: &[S] = &[
    S::ProtocolRefused,
    S::ProtocolAnnulled,
    S::ProtocolTerminated,
    S::ProtocolExpired,
    S::AidRefused,
    S::AidAnnulled,
];
const ACCESS: &[S] = &[S::AccessGranted, S::AccessChanged, S::AccessRevoked];

subjects! {
    /// "Регистриране на нов протокол"
    ProtocolRegistered = "protocol.registered", Fund Calm Protocols PersonAndProxies, document true, kept None,
        by ANY, UntilLater, undone PROTOCOL, in BULGARIA, STATUS_NOTICE;
    /// "Необходимост от допълнителни документи"
    ProtocolDocsRequired = "protocol.docs_required", Fund Action Protocols PersonAndProxies, document true, kept None,
        by ANY, UntilLater, undone PROTOCOL, in BULGARIA, STATUS_NOTICE;
    /// "Получаване на допълнителните документи"
    ProtocolDocsReceived = "protocol.docs_received", Fund Calm Protocols PersonAndProxies, document true, kept None,
        by ANY, UntilLater, undone PROTOCOL, in BULGARIA, STATUS_NOTICE;
    /// "Одобрение"
    ProtocolApproved = "protocol.approved", Fund Calm Protocols PersonAndProxies, document true, kept None,
        by ANY, UntilLater, undone PROTOCOL, in BULGARIA, STATUS_NOTICE;
    /// "Отказ": the time to contest runs.
    ProtocolRefused = "protocol.refused", Fund Action Protocols PersonAndProxies, document true, kept None,
        by ANY, UntilLater, undone PROTOCOL, in BULGARIA, STATUS_NOTICE;
    /// "Анулиране"
    ProtocolAnnulled = "protocol.annulled", Fund Action Protocols PersonAndProxies, document true, kept None,
        by ANY, UntilLater, undone PROTOCOL, in BULGARIA, STATUS_NOTICE;
    /// "Прекратяване"
    ProtocolTerminated = "protocol.terminated", Fund Action Protocols PersonAndProxies, document true, kept None,
        by ANY, UntilLater, undone PROTOCOL, in BULGARIA, STATUS_NOTICE;
    /// "Изтичане срока на протокола"
    ProtocolExpired = "protocol.expired", Fund Action Protocols PersonAndProxies, document true, kept None,
        by ANY, UntilLater, undone PROTOCOL_END, in BULGARIA, STATUS_NOTICE;
    /// "Постъпване на заявление за ПСПСМИ"
    AidApplicationReceived = "aid.application_received", Fund Calm Devices PersonAndProxies, document true, kept None,
        by ANY, UntilLater, undone AID, in BULGARIA, STATUS_NOTICE;
    /// "Постъпване на заявление за ремонт"
    AidRepairReceived = "aid.repair_received", Fund Calm Devices PersonAndProxies, document true, kept None,
        by ANY, UntilLater, undone AID, in BULGARIA, STATUS_NOTICE;
    /// "Одобрение": the six months to use it run.
    AidApproved = "aid.approved", Fund Action Devices PersonAndProxies, document true, kept None,
        by ANY, UntilLater, undone AID, in BULGARIA, STATUS_NOTICE;
    /// "Отказ"
    AidRefused = "aid.refused", Fund Action Devices PersonAndProxies, document true, kept None,
        by ANY, UntilLater, undone AID, in BULGARIA, STATUS_NOTICE;
    /// "Анулиране"
    AidAnnulled = "aid.annulled", Fund Action Devices PersonAndProxies, document true, kept None,
        by ANY, UntilLater, undone AID, in BULGARIA, STATUS_NOTICE;
    /// "Напомняне при изтичане на срока"
    AidExpiryReminder = "aid.expiry_reminder", Fund Action Devices PersonAndProxies, document true, kept None,
        by ANY, ThroughItsDay, undone AID_REMINDER, in BULGARIA, STATUS_NOTICE;
    /// Validity extended by the fund.
    Extended = "document.extended", Fund Calm Protocols PersonAndProxies, document true, kept None,
        by ANY, UntilLater, undone EXTENSION, in BULGARIA, EXTENSION_PRECEDENT;

    /// The code that verifies a contact.
    ContactCode = "contact.code", Portal Security Account TheContact, document false, kept Some(Kept::AskedFor),
        by CODE, CONTACT_CODE, undone &[], in None, DESIGN;
    /// The code of an invitation, for the inviter, who passes it on by another way.
    InvitationCode = "access.invitation_code", Portal Security Access Holder, document false, kept Some(Kept::AskedFor),
        by CODE, INVITATION_CODE, undone &[S::AccessGranted], in None, DESIGN;
    /// Access was given.
    AccessGranted = "access.granted", Portal Security Access BothSides, document false, kept Some(Kept::OthersAccess),
        by ANY, UntilLater, undone ACCESS, in None, DESIGN;
    /// Access reaches further, less far, or until another day.
    AccessChanged = "access.changed", Portal Security Access BothSides, document false, kept Some(Kept::OthersAccess),
        by ANY, UntilLater, undone ACCESS, in None, DESIGN;
    /// Access was taken back, given up, or is over.
    AccessRevoked = "access.revoked", Portal Security Access BothSides, document false, kept Some(Kept::OthersAccess),
        by ANY, UntilLater, undone ACCESS, in None, DESIGN;
    /// Access ends soon.
    AccessEndsSoon = "access.ends_soon", Portal Action Access BothSides, document false, kept Some(Kept::OthersAccess),
        by ANY, ThroughItsDay, undone ACCESS, in None, DESIGN;
    /// An age is near at which access changes: 90, 30 and 7 days ahead, to both sides.
    AgeAhead = "access.age_ahead", Portal Action Access BothSides, document false, kept Some(Kept::OthersAccess),
        by ANY, ThroughItsDay, undone ACCESS, in None, DESIGN;
    /// Somebody signed in on a device that was not used before.
    NewDevice = "account.new_device", Portal Security Account Holder, document false, kept Some(Kept::Safety),
        by ANY, WEEK, undone &[], in None, DESIGN;
    /// Sessions were ended, a contact was changed, a code was typed wrongly too often.
    SecurityNotice = "account.security_notice", Portal Security Account Holder, document false, kept Some(Kept::Safety),
        by ANY, WEEK, undone &[], in None, DESIGN;
    /// The account is being closed.
    AccountClosing = "account.closing", Portal Security Account Holder, document false, kept Some(Kept::AccountEnds),
        by ANY, WEEK, undone &[], in None, DESIGN;
    /// A message was withdrawn and replaced. It goes to whom the wrong one went.
    Correction = "message.correction", Portal Action Account PersonAndProxies, document true, kept Some(Kept::Corrects),
        by ANY, UntilLater, undone &[], in None, DESIGN;
    /// The copy of one's data can be fetched.
    DataReady = "account.data_ready", Portal Calm Account Holder, document false, kept None,
        by ANY, WEEK, undone &[], in None, DESIGN;

    /// A visit is near.
    VisitReminder = "visit.reminder", Practice Action Visits PersonAndProxies, document false, kept None,
        by ANY, ThroughItsDay, undone &[], in None, PRACTICE_RULES_2021;
    /// A document that was asked of the practice lies ready.
    DocumentReady = "practice.document_ready", Practice Calm PracticeDocuments PersonAndProxies, document true, kept None,
        by ANY, UntilLater, undone &[S::DocumentNeedsMore, S::DocumentRefused], in None, DESIGN;
    /// The practice needs facts or documents for it.
    DocumentNeedsMore = "practice.document_needs_more", Practice Action PracticeDocuments PersonAndProxies, document true,
        kept None, by ANY, UntilLater, undone &[S::DocumentReady, S::DocumentRefused], in None, DESIGN;
    /// The practice does not issue it.
    DocumentRefused = "practice.document_refused", Practice Action PracticeDocuments PersonAndProxies, document true,
        kept None, by ANY, UntilLater, undone &[S::DocumentReady, S::DocumentNeedsMore], in None, DESIGN;
    /// The month in which one may choose another general practitioner begins.
    GpWindowOpens = "gp.window_opens", Practice Calm Doctor PersonAndProxies, document false, kept None,
        by ANY, ThroughItsDay, undone &[S::GpWindowCloses], in BULGARIA, DESIGN;
    /// It ends.
    GpWindowCloses = "gp.window_closes", Practice Action Doctor PersonAndProxies, document false, kept None,
        by ANY, ThroughItsDay, undone &[], in BULGARIA, DESIGN;
    /// A check-up is due.
    CheckUpDue = "check_up.due", Practice Calm Prevention PersonAndProxies, document false, kept None,
        by ANY, ThroughItsDay, undone &[], in BULGARIA, PRACTICE_RULES_2021;
    /// A date of the commission on lasting incapacity: a sitting, the return of the file, a new application.
    TelkDate = "telk.date", Practice Action Commission PersonAndProxies, document true, kept None,
        by ANY, ThroughItsDay, undone &[], in BULGARIA, DESIGN;
    /// The contract with the practice changes; it says so a month ahead (PR-76).
    ContractChange = "contract.change", Practice Action Doctor PersonAndProxies, document false, kept None,
        by ANY, ThroughItsDay, undone &[], in BULGARIA, PRACTICE_RULES_2021;

    /// Invitation to a check-up.
    PreventionInvitation = "prevention.invitation", Insurer Calm Prevention PersonAndProxies, document false, kept None,
        by ANY, ThroughItsDay, undone &[S::PreventionAgain], in RUSSIA, ALTAI_REPRESENTATIVES;
    /// The invitation again.
    PreventionAgain = "prevention.again", Insurer Calm Prevention PersonAndProxies, document false, kept None,
        by ANY, ThroughItsDay, undone &[], in RUSSIA, ALTAI_REPRESENTATIVES;
    /// A complaint was registered.
    ComplaintRegistered = "complaint.registered", Insurer Calm Complaints Holder, document false, kept None,
        by ANY, UntilLater, undone &[S::ComplaintQuestion, S::ComplaintAnswered], in None, DESIGN;
    /// More has to be known to answer it.
    ComplaintQuestion = "complaint.question", Insurer Action Complaints Holder, document false, kept None,
        by ANY, UntilLater, undone &[S::ComplaintAnswered], in None, DESIGN;
    /// It was answered.
    ComplaintAnswered = "complaint.answered", Insurer Action Complaints Holder, document false, kept None,
        by ANY, UntilLater, undone &[S::ComplaintQuestion], in None, DESIGN;
    /// The time for an answer is over; it can be taken further.
    ComplaintOverdue = "complaint.overdue", Insurer Action Complaints Holder, document false, kept None,
        by ANY, UntilLater, undone &[S::ComplaintAnswered], in None, DESIGN;
}

impl Subject {
    fn row(self) -> &'static Row {
        &ROWS[self as usize]
    }

    /// In whose name it goes.
    #[must_use]
    pub fn sender(self) -> Sender {
        self.row().sender
    }

    /// In whose name it goes in a country's system. In Bulgaria the insurer is the fund, which writes about nothing but
    /// documents: there the portal itself tells how complaints go on.
    #[must_use]
    pub fn sender_in(self, system: Option<System>) -> Sender {
        let insured_by_fund = matches!(system, Some(System::Bulgaria) | None);
        if insured_by_fund && self.sender() == Sender::Insurer { Sender::Portal } else { self.sender() }
    }

    /// How pressing it is.
    #[must_use]
    pub fn urgency(self) -> Urgency {
        self.row().urgency
    }

    /// The group it stands in.
    #[must_use]
    pub fn topic(self) -> Topic {
        self.row().topic
    }

    /// To whom it goes.
    #[must_use]
    pub fn audience(self) -> Audience {
        self.row().audience
    }

    /// Whether it is about a document, so that what is hidden or not covered by a grant stays untold.
    #[must_use]
    pub fn of_document(self) -> bool {
        self.row().of_document
    }

    /// Why it cannot be switched off; `None` if it can.
    #[must_use]
    pub fn kept(self) -> Option<Kept> {
        self.row().kept
    }

    /// The channels by which it may go at all.
    #[must_use]
    pub fn channels(self) -> &'static [Channel] {
        self.row().channels
    }

    /// Whether it carries a code, which nobody else may read.
    #[must_use]
    pub fn carries_code(self) -> bool {
        matches!(self, Self::ContactCode | Self::InvitationCode)
    }

    /// How long it stays true if nothing happens.
    #[must_use]
    pub fn valid(self) -> Valid {
        self.row().valid
    }

    /// Whether a later event of the same thing makes it untrue. The same subject again always does: the newer message
    /// says how it is now.
    #[must_use]
    pub fn undone_by(self, later: Self) -> bool {
        later == self || self.row().undone_by.contains(&later)
    }

    /// Whether it happens in a country's system; a system that this build does not know has what all have.
    #[must_use]
    pub fn happens_in(self, system: Option<System>) -> bool {
        self.row().system.is_none_or(|only| system == Some(only))
    }

    /// Where it comes from.
    #[must_use]
    pub fn source(self) -> Citation {
        self.row().source
    }
}

#[cfg(test)]
mod tests;
