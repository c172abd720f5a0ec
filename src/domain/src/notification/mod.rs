//! Messages: what is told, to whom, by which channel, when, and whether it arrived.
//!
//! Where the fund's notice or another source states something, it stands beside the row; all else is a decision of the
//! designers ([`crate::citation::DESIGN`]): the fund states neither the order of its channels, nor how one agrees or
//! declines, nor any wording.

pub mod announced;
pub mod channel;
pub mod check;
pub mod contact;
pub mod delivery;
pub mod genuine;
pub mod inbox;
pub mod lead;
pub mod leave;
pub mod medical;
pub mod merge;
pub mod plan;
pub mod preference;
pub mod quiet;
pub mod receive;
pub mod sender;
pub mod stop;
pub mod subject;
pub mod summary;
pub mod template;
pub mod topic;
pub mod truth;
pub mod verification;
pub mod way;

pub use announced::{Silence, access_ahead, access_changed, announced, news};
pub use channel::{Channel, Reach};
pub use check::{PreferenceProblem, Wrong, check, lacking};
pub use contact::{Address, AddressProblem, Contact, Obstacle, ObstacleCode, Proof, Stop, contact_for};
pub use inbox::{Ground, WhyNot, ground, sees_others, stays};
pub use lead::{Lead, Leads, due, lead_of, leads, longest};
pub use leave::{Leaving, Stays, leave};
pub use merge::{Change, Conflict, Merged, apply, changes, merge};
pub use plan::{Answer, Leg, Message, NotTold, Outcome, Plan, plan, says_whom};
pub use preference::{Cell, Fallback, Meanwhile, Preferences, What, Wish, meanwhile};
pub use quiet::{Quiet, Release, release, release_for_all};
pub use receive::{Candidate, NotReceived, Occurrence, Standing, receives};
pub use sender::Sender;
pub use stop::{Reply, Undo, read_reply, undo};
pub use subject::{Audience, Kept, Subject, Valid};
pub use summary::{How, Line, summary};
pub use topic::{Topic, Urgency};
pub use truth::{Fact, Later, Outdated, OutdatedCode, Turn, still_true};
pub use verification::{Challenge, ProofCode, Tried, proof_channel};
pub use way::{Because, Hop, NoWay, NotBy, Ways, ways};
