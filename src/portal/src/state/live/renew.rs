//! When it is another circle of persons: who there is, then everything of them, is read again.

use leptos::prelude::*;

use super::Live;
use crate::api;
use crate::state::session::SessionState;

impl Live {
    /// Asks who there is now, and then has everything read again. If that answer fails, the rest is read all the same: the
    /// server shows nothing of whom one may not see, and who is new has a name with the next session.
    pub async fn renew(self, session: SessionState) {
        let answer = api::session::renewed().await;
        // Whoever signed out meanwhile stays signed out.
        if let Ok(now) = answer
            && session.is_in()
        {
            session.enter(now);
            session.persons.update(|count| *count += 1);
        }
        self.resets.update(|count| *count += 1);
    }
}
