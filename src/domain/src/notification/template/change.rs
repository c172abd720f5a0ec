//! What of a new version breaks those who fill the template: systems send the values that the old one asked for.

use crate::notification::template::parse::Template;
use crate::notification::template::placeholder::{Declared, Type, kind_of};

/// A change that breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Alteration {
    /// A placeholder that the version in use does not have: nobody sends its value yet.
    Added {
        /// Its name.
        name: String,
        /// Its kind; `None` if there is none of the name.
        kind: Option<Type>,
    },
    /// A placeholder is gone: its value is sent, and not asked for.
    Removed {
        /// Its name.
        name: String,
    },
    /// Its values are of another kind.
    Retyped {
        /// Its name.
        name: String,
        /// Before.
        from: Option<Type>,
        /// Now.
        to: Option<Type>,
    },
    /// It was optional and is mandatory: who left it out gets no message any more.
    Mandatory {
        /// Its name.
        name: String,
    },
    /// It was mandatory and is optional: who lacks it is not told any more.
    Optional {
        /// Its name.
        name: String,
    },
}

/// Everything of a new version that breaks, in the order of its text, what is gone last. If there is anything, it must be
/// confirmed before the version is used.
#[must_use]
pub fn alterations(old: (&Template, &[Declared]), new: (&Template, &[Declared])) -> Vec<Alteration> {
    let (before, after) = (old.0.names(), new.0.names());
    let kinds = |name: &str| (kind_of(name, old.1), kind_of(name, new.1));
    let mut found: Vec<Alteration> = Vec::new();
    for name in &after {
        let (from, to) = kinds(name);
        let mandatory = |side: &Template| kind_of(name, new.1) == Some(Type::Flag) || side.is_mandatory(name);
        let (was, is) = (mandatory(old.0), mandatory(new.0));
        let name = (*name).to_owned();
        if !before.contains(&name.as_str()) {
            found.push(Alteration::Added { name, kind: to });
        } else if from != to {
            found.push(Alteration::Retyped { name, from, to });
        } else if was != is {
            found.push(if is { Alteration::Mandatory { name } } else { Alteration::Optional { name } });
        }
    }
    let gone = before.iter().filter(|name| !after.contains(name));
    found.extend(gone.map(|name| Alteration::Removed { name: (*name).to_owned() }));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notification::template::parse;

    #[test]
    fn a_placeholder_of_another_kind_breaks_as_well() {
        let template = parse("((when))").unwrap();
        let of = |kind| [Declared::new("when", kind)];
        let (day, time) = (of(Type::Day), of(Type::Time));
        let retyped =
            Alteration::Retyped { name: "when".to_owned(), from: Some(Type::Day), to: Some(Type::Time) };
        assert_eq!(alterations((&template, &day), (&template, &time)), [retyped]);
        assert_eq!(alterations((&template, &day), (&template, &day)), []);
    }
}
