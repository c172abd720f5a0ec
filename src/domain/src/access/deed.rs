//! What stands in the log of access, and what an open page is told.

use crate::coded::codes;

codes! {
    /// What somebody did.
    pub enum Deed {
        /// Looked at a list of documents.
        LookedAtList = "looked_at_list",
        /// Searched the documents.
        Searched = "searched",
        /// Opened a document, or looked at its files.
        OpenedDocument = "opened_document",
        /// Looked at the record of health insurance.
        LookedAtInsurance = "looked_at_insurance",
        /// Looked at the GP with whom somebody is registered.
        LookedAtGp = "looked_at_gp",
        /// Looked at the record of check-ups, follow-up and immunisations.
        LookedAtPrevention = "looked_at_prevention",
        /// Marked a check-up as done.
        MarkedCheckUp = "marked_check_up",
        /// Took such a mark back.
        TookMarkBack = "took_mark_back",
        /// Answered an invitation to a check-up.
        AnsweredInvitation = "answered_invitation",
        /// Looked at the plan for TELK.
        LookedAtPlan = "looked_at_plan",
        /// Changed the plan for TELK.
        ChangedPlan = "changed_plan",
        /// Sent a file.
        SentFile = "sent_file",
        /// Downloaded the content of a file.
        DownloadedFile = "downloaded_file",
        /// Reported an entry: "this was not me".
        Reported = "reported",
        /// Hid a document from proxies.
        Hid = "hid",
        /// Showed a hidden document again.
        ShowedAgain = "showed_again",
        /// Invited somebody.
        Invited = "invited",
        /// Took an invitation back.
        WithdrewInvitation = "withdrew_invitation",
        /// Accepted an invitation.
        Accepted = "accepted",
        /// Declined an invitation.
        Declined = "declined",
        /// Changed scopes, kinds or the last day.
        ChangedAccess = "changed_access",
        /// Took access back.
        Revoked = "revoked",
        /// Gave access up.
        GaveUp = "gave_up",
        /// Asked for access to be renewed.
        AskedRenewal = "asked_renewal",
        /// Looked at this log.
        LookedAtLog = "looked_at_log",
    }
}

codes! {
    /// What happened to access, as open pages are told.
    pub enum Told {
        /// It began.
        Granted = "granted",
        /// It reaches further, less far, or until another day; or there is news about it.
        Changed = "changed",
        /// It was taken back or given up.
        Revoked = "revoked",
        /// Its last day is over.
        Expired = "expired",
        /// It ended with the age of the person.
        EndedByAge = "ended_by_age",
        /// The owner hid a document, or showed one again. Only the owner's own pages are told so; a proxy's hear `changed`.
        Hidden = "hidden",
    }
}
