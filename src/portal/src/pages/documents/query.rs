//! What the list shows: the part that stands in the address (codes and opaque ids), and the text that must not.

use std::sync::Arc;

use contract::PersonId;
use domain::coded::{Code, Coded, codes};
use domain::document::{Group, Kind, Status};
use domain::order::order;
use domain::search::{fold, holds};

use crate::route::{Route, join, known};
use crate::state::documents::Row;

codes! {
    /// Orders of the list.
    pub enum Sort {
        /// Newest change first.
        Changed = "changed",
        /// First to end first; without an end last.
        ValidTo = "valid_to",
        /// By number.
        Number = "number",
    }
}

/// The part of the query that stands in the address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// Only this person's.
    pub person: Option<PersonId>,
    /// Only of this kind.
    pub kind: Option<Kind>,
    /// Only in this group.
    pub group: Option<Group>,
    /// Only those that need the patient.
    pub needing: bool,
    /// The order.
    pub sort: Sort,
    /// Something in the address was not understood and left out.
    pub damaged: bool,
}

impl Default for Query {
    fn default() -> Self {
        Self { person: None, kind: None, group: None, needing: false, sort: Sort::Changed, damaged: false }
    }
}

impl Query {
    /// Reads the pairs of an address.
    pub fn read<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let mut query = Self::default();
        for (name, value) in pairs {
            let understood = match name {
                "person" => set(&mut query.person, PersonId::parse(value)),
                "kind" => set(&mut query.kind, known(value)),
                "group" => set(&mut query.group, known(value)),
                "need" => {
                    query.needing = value == "1";
                    query.needing
                }
                "sort" => known(value).is_some_and(|sort| {
                    query.sort = sort;
                    true
                }),
                _ => false,
            };
            query.damaged |= !understood;
        }
        query
    }

    /// The address of the list with this query.
    pub fn address(&self) -> String {
        let mut parts = Vec::new();
        let mut add = |name: &str, value: Option<&str>| {
            if let Some(value) = value {
                parts.push(format!("{name}={value}"));
            }
        };
        add("person", self.person.as_ref().map(PersonId::as_str));
        add("kind", self.kind.map(Code::code));
        add("group", self.group.map(Code::code));
        add("need", self.needing.then_some("1"));
        add("sort", (self.sort != Sort::Changed).then(|| self.sort.code()));
        join(&Route::Documents.path(), &parts)
    }

    /// Whether it leaves anything out.
    pub fn filters(&self) -> bool {
        self.person.is_some() || self.kind.is_some() || self.group.is_some() || self.needing
    }

    /// Whether it keeps a row. `needing` tells whether the row needs the patient today.
    fn keeps(&self, row: &Row, needing: impl Fn(&Row) -> bool) -> bool {
        let entry = &row.entry;
        self.person.as_ref().is_none_or(|person| entry.person == *person)
            && self.kind.is_none_or(|kind| entry.kind == Coded::Known(kind))
            && self.group.is_none_or(|group| entry.status.known().map(Status::group) == Some(group))
            && (!self.needing || needing(row))
    }
}

fn set<T>(place: &mut Option<T>, value: Option<T>) -> bool {
    let understood = value.is_some();
    *place = value;
    understood
}

/// Rows in the order of the query.
pub fn sorted(rows: &[Arc<Row>], sort: Sort) -> Vec<Arc<Row>> {
    let end = |row: &Row| (row.entry.valid_to.is_none(), row.entry.valid_to);
    let order = match sort {
        // The index comes newest first, and live changes are put in front.
        Sort::Changed => return rows.to_vec(),
        Sort::ValidTo => order(rows.len(), &|a, b| end(&rows[a]).cmp(&end(&rows[b]))),
        Sort::Number => order(rows.len(), &|a, b| rows[a].entry.number.cmp(&rows[b].entry.number)),
    };
    order.into_iter().filter_map(|index| rows.get(index).cloned()).collect()
}

/// The places of the rows that the query keeps and in which every word of the text occurs.
///
/// Places and no rows: at every key ten thousand of these would be counted as used once more, and once less.
/// `name` gives a person's name in lower case.
pub fn matching(
    rows: &[Arc<Row>],
    query: &Query,
    text: &str,
    name: impl Fn(&PersonId) -> String,
    needing: impl Fn(&Row) -> bool,
) -> Vec<usize> {
    let text = fold(text);
    let words: Vec<&str> = text.split_whitespace().collect();
    // Of each person the words that are not in the name, and so have to be in the row.
    let mut wanted: Vec<(PersonId, Vec<&str>)> = Vec::new();
    let mut holds_all = |row: &Row| {
        let person = &row.entry.person;
        let known = wanted.iter().position(|(id, _)| id == person);
        let place = known.unwrap_or_else(|| {
            let name = name(person);
            let rest = words.iter().copied().filter(|word| !holds(&name, word)).collect();
            wanted.push((person.clone(), rest));
            wanted.len() - 1
        });
        wanted.get(place).is_some_and(|(_, rest)| rest.iter().all(|word| holds(&row.haystack, word)))
    };
    let mut keeps = |row: &Row| query.keeps(row, &needing) && (words.is_empty() || holds_all(row));
    rows.iter().enumerate().filter_map(|(place, row)| keeps(row).then_some(place)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Query {
        Query::read(text.split('&').filter(|pair| !pair.is_empty()).filter_map(|pair| pair.split_once('=')))
    }

    #[test]
    fn the_address_is_read_back() {
        for text in [
            "",
            "person=p-1",
            "kind=medicine_protocol&group=open",
            "need=1&sort=valid_to",
            "group=in_use&sort=number",
        ] {
            let query = read(text);
            assert!(!query.damaged, "{text}");
            let path = if text.is_empty() { "/documents".to_owned() } else { format!("/documents?{text}") };
            assert_eq!(query.address(), path);
        }
    }

    #[test]
    fn what_is_not_understood_is_left_out_and_said() {
        for text in ["kind=spaceship", "person=a%20b", "need=yes", "sort=", "egn=1", "person=p-1&q=cancer"] {
            let query = read(text);
            assert!(query.damaged, "{text}");
            assert!(
                !read(query.address().trim_start_matches("/documents").trim_start_matches('?')).damaged,
                "{text}"
            );
        }
    }

    fn row(person: &str, number: &str, kind: &str) -> Arc<Row> {
        let entry = format!(
            r#"{{"id": "d-{number}", "person": "{person}", "kind": "{kind}", "number": "{number}", "subject": "Инсулин",
                "status": "approved", "changed_at": "2026-11-20", "hidden": false}}"#
        );
        let entry = serde_json::from_str(&entry).unwrap();
        Arc::new(Row { entry, haystack: fold(&format!("{number} Инсулин")), fresh: false })
    }

    #[test]
    fn every_word_is_in_the_row_or_in_the_name_of_its_person() {
        let rows = [
            row("p-1", "ПЛ-100", "medicine_protocol"),
            row("p-2", "НП-100", "referral"),
            row("p-1", "НП-205", "referral"),
        ];
        let name = |id: &PersonId| {
            if id.as_str() == "p-1" { "мария".to_owned() } else { "петър".to_owned() }
        };
        let found = |query: &str, text: &str| matching(&rows, &read(query), text, name, |_| false);
        assert_eq!(found("", ""), [0, 1, 2]);
        assert_eq!(found("", "100"), [0, 1]);
        assert_eq!(found("", "инсулин  МАРИЯ"), [0, 2]);
        assert_eq!(found("", "петър 1"), [1]);
        assert!(found("", "петър 2").is_empty());
        assert_eq!(found("person=p-1", "нп"), [2]);
        assert!(found("need=1", "").is_empty());
    }
}
