//! A template with its values.

use crate::coded::codes;
use crate::notification::template::parse::{Template, What};
use crate::notification::template::placeholder::{Declared, Type, kind_of};

/// The value of a placeholder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A text.
    Text(String),
    /// Whether a flag is set.
    Flag(bool),
}

codes! {
    /// What is wrong with a template and its values.
    pub enum RenderProblem {
        /// There is no such placeholder.
        Unknown = "unknown",
        /// It has no value.
        Missing = "missing",
        /// Its value is of another kind: a day that is no day, an address that is none, a text for a flag.
        WrongKind = "wrong_kind",
        /// A flag stands where a value belongs, or a conditional asks whether a mandatory value is there.
        WrongUse = "wrong_use",
        /// A value that the template does not ask for.
        NotAsked = "not_asked",
    }
}

/// What is wrong, and with which placeholder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RenderError {
    /// What.
    pub problem: RenderProblem,
    /// Its name.
    pub name: String,
}

fn error(problem: RenderProblem, name: &str) -> RenderError {
    RenderError { problem, name: name.to_owned() }
}

/// What is wrong with a template whatever its values: placeholders that there are not, and those used as what they are not.
#[must_use]
pub fn wrong_names(template: &Template, declared: &[Declared]) -> Vec<RenderError> {
    let mut errors: Vec<RenderError> = Vec::new();
    for atom in template.atoms() {
        let field = match atom.what {
            What::Field(name) => Some((name, false)),
            What::Words(_) => None,
        };
        for (name, asks) in atom.when.map(|name| (name, true)).into_iter().chain(field) {
            let problem = match kind_of(name, declared) {
                None => RenderProblem::Unknown,
                Some(Type::Flag) if !asks => RenderProblem::WrongUse,
                Some(kind) if kind != Type::Flag && asks && template.is_mandatory(name) => {
                    RenderProblem::WrongUse
                }
                Some(_) => continue,
            };
            let found = error(problem, name);
            if !errors.contains(&found) {
                errors.push(found);
            }
        }
    }
    errors
}

impl Value {
    /// Whether it counts as set where a conditional asks.
    #[must_use]
    pub fn is_set(&self) -> bool {
        match self {
            Self::Text(text) => !text.trim().is_empty(),
            Self::Flag(flag) => *flag,
        }
    }
}

/// The text of a message.
///
/// ```
/// use domain::notification::template::{Declared, Type, Value, parse, render};
/// let template = parse("Протокол ((number)) е одобрен.").unwrap();
/// let declared = [Declared::new("number", Type::Number)];
/// let values = [("number", Value::Text("123".into()))];
/// assert_eq!(render(&template, &declared, &values).unwrap(), "Протокол 123 е одобрен.");
/// assert!(render(&template, &declared, &[]).is_err());
/// ```
///
/// # Errors
/// Everything that is wrong: first the template's own, then values in the order of the text, then what nobody asked for.
pub fn render(
    template: &Template,
    declared: &[Declared],
    values: &[(&str, Value)],
) -> Result<String, Vec<RenderError>> {
    let mut errors = wrong_names(template, declared);
    let value = |name: &str| values.iter().find(|(other, _)| *other == name).map(|(_, value)| value);
    for name in template.names() {
        let Some(kind) = kind_of(name, declared) else { continue };
        let optional = kind != Type::Flag && !template.is_mandatory(name);
        match value(name) {
            None if optional => {}
            Some(Value::Text(text)) if optional && text.trim().is_empty() => {}
            None => errors.push(error(RenderProblem::Missing, name)),
            Some(Value::Flag(_)) if kind == Type::Flag => {}
            Some(Value::Text(text)) if kind.takes(text) => {}
            Some(_) => errors.push(error(RenderProblem::WrongKind, name)),
        }
    }
    let names = template.names();
    let not_asked = values.iter().filter(|(name, _)| !names.contains(name));
    errors.extend(not_asked.map(|(name, _)| error(RenderProblem::NotAsked, name)));
    if !errors.is_empty() {
        return Err(errors);
    }
    let mut text = String::new();
    for atom in template.atoms() {
        if atom.when.is_some_and(|name| !value(name).is_some_and(Value::is_set)) {
            continue;
        }
        match atom.what {
            What::Words(words) => text.push_str(words),
            What::Field(name) => {
                if let Some(Value::Text(value)) = value(name) {
                    text.push_str(value);
                }
            }
        }
    }
    Ok(text)
}
