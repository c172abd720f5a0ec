//! The way to who may come along when a child goes to the doctor.

use contract::person::RawPerson;
use domain::coded::Coded;
use domain::moment::Zone;
use domain::person::Relation;
use leptos::prelude::*;

use crate::calculator::catalogue;
use crate::i18n::t;
use crate::i18n::texts::board as bo;

/// The way there; nothing where one cares for nobody whom it is about. It takes nothing of the person along.
pub fn with_a_child(persons: &[RawPerson]) -> AnyView {
    if !persons.iter().any(may_be_one) {
        return ().into_any();
    }
    view! {
        <p>
            <a href=catalogue::CHILD.route().path()>{t(bo::child())}</a>
        </p>
    }
    .into_any()
}

/// How old somebody is, nobody tells us: who is somebody's child or ward may be one under age. The rules are those of Bulgaria.
fn may_be_one(person: &RawPerson) -> bool {
    person.zone == Zone::Sofia && matches!(person.relation, Coded::Known(Relation::Child | Relation::Ward))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_for_those_who_care_for_a_child_in_bulgaria() {
        let may_be_one = |relation: &str, zone: &str| {
            let text = format!(r#"{{"id": "p-1", "name": "A", "relation": "{relation}", "zone": "{zone}"}}"#);
            may_be_one(&serde_json::from_str(&text).unwrap())
        };
        for relation in ["child", "ward"] {
            assert!(may_be_one(relation, "Europe/Sofia"), "{relation}");
            assert!(!may_be_one(relation, "Asia/Almaty"), "{relation}");
        }
        for relation in ["self", "parent", "partner", "other", "godchild"] {
            assert!(!may_be_one(relation, "Europe/Sofia"), "{relation}");
        }
    }
}
