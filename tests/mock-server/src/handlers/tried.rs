//! What somebody tried and may not do, for the log of the person whose documents they are.

use contract::DocumentId;
use contract::problem::ProblemCode;
use domain::access::{Deed, Look};

use crate::refusal::Refusal;
use crate::state::App;
use crate::store::access::log;
use crate::store::session::Session;

/// The answer; where it says that this is not allowed, that is noted. Apart from what was tried, of which nothing is kept.
///
/// # Errors
/// What the answer says, and those of the database.
pub fn noted<T>(
    app: &App,
    session: &Session,
    deed: Deed,
    document: Option<&DocumentId>,
    answer: Result<T, Refusal>,
) -> Result<T, Refusal> {
    noted_as(app, session, (deed, Look::Asked), document, answer)
}

/// The same of a look, with how somebody came to it.
///
/// # Errors
/// As above.
pub fn noted_as<T>(
    app: &App,
    session: &Session,
    tried: (Deed, Look),
    document: Option<&DocumentId>,
    answer: Result<T, Refusal>,
) -> Result<T, Refusal> {
    let refused = answer.as_ref().is_err_and(|refusal| refusal.code == ProblemCode::NotAllowed);
    if let Some(document) = document.filter(|_| refused) {
        let now = app.clock.now();
        app.store.with(|db| log::note_refused(db, session, now, tried, document))?;
    }
    answer
}
