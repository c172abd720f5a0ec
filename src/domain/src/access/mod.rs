//! Access of one person to another's documents: what a proxy may do, since when and until when.
//!
//! Nothing here is law: no public source says how a portal shares documents within a family. It is a decision of the
//! designers ([`crate::citation::DESIGN`]), and where an age is taken from the law, the law stands beside it. Who consents
//! to a treatment is another question ([`crate::consent`]).

pub mod action;
pub mod age;
pub mod deed;
pub mod grant;
pub mod invitation;
pub mod look;
pub mod notice;
pub mod rule;
pub mod scope;
pub mod terms;

pub use action::{About, Holder, Proxy, Refusal, allowed};
pub use age::{Stage, Threshold, Transition, stage, thresholds, transitions};
pub use deed::{Deed, Told};
pub use grant::{
    Effective, Grant, NarrowedBy, Owner, State, StateCode, Step, Upcoming, What, effective, ended_by_time,
    state, upcoming,
};
pub use invitation::{Code, CodeProblem, next_attempt};
pub use look::{Look, is_noted};
pub use notice::{Notice, notice};
pub use rule::{Action, Need, RULES, Rule, rule};
pub use scope::{Basis, Kinds, Scope, Scopes, Side};
pub use terms::{Terms, TermsProblem, check};
