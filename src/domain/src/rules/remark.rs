//! What has to be said beside a fact. The words are in the app's locale files; here are only the reasons.

use crate::coded::codes;

codes! {
    /// A remark on an entry of a series, or the reason why a gap is declared.
    pub enum Remark {
        /// No source prints the amount: it follows from the minimum wage by the formula of its time.
        DerivedFromWage = "derived_from_wage",
        /// The source gives the year; that it starts on its first day follows from the minimum wage.
        StartsWithWage = "starts_with_wage",
        /// The amount in lev, converted by the law on the euro; no source prints the result.
        ConvertedByLaw = "converted_by_law",
        /// The day of the change is known from the press; number and issue of the decree are not.
        DecreeNotSeen = "decree_not_seen",
        /// The tie to the minimum wage was cut, and the decree that set the amount was not yet in force.
        NoDecreeYet = "no_decree_yet",
        /// The act is published, but on which day it came into force its source does not show.
        StartNotStated = "start_not_stated",
        /// Sources contradict each other on this time, and none settles it.
        Contradicted = "contradicted",
        /// No source was found for this time.
        NoSourceFound = "no_source_found",
        /// The guide speaks of its own year only.
        OutsideGuide = "outside_guide",
        /// Newer lists are known only in part; this group stands on an older list of the fund.
        OlderList = "older_list",
        /// The document gives two days on which it came into force; the later one is used.
        TwoStartsStated = "two_starts_stated",
        /// It stood in a bill; no source found says that it was adopted.
        BillOnly = "bill_only",
        /// The value rose by steps with something that is not asked; this is the lowest step.
        LowestStep = "lowest_step",
        /// Nobody has announced the days off of that time yet; they follow from the law.
        NotAnnounced = "not_announced",
        /// The source gives a month or a year; that it starts on the first day of it is assumed.
        FirstDayAssumed = "first_day_assumed",
        /// The source bears no date; the start is the earliest day of which it can speak.
        Undated = "undated",
        /// Known by hearsay; the text itself was not found.
        TextNotSeen = "text_not_seen",
        /// The source names the line, and not its hours.
        HoursNotStated = "hours_not_stated",
    }
}
