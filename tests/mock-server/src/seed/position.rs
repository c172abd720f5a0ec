//! Where a field stands in a JSON text.

use std::collections::HashMap;

use serde_json::value::RawValue;

/// The offset of `part`, which must be a slice of `whole`; the beginning otherwise.
pub fn offset(whole: &str, part: &str) -> usize {
    let offset = (part.as_ptr() as usize).wrapping_sub(whole.as_ptr() as usize);
    if offset <= whole.len() { offset } else { 0 }
}

/// Line and column, from 1, of an offset.
pub fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or("");
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
    (line, column)
}

/// The offset of the value at a path such as `documents[3].person`; as far as the path leads.
pub fn of_field(text: &str, field: &str) -> usize {
    let mut here = text;
    for step in field.split(['.', '[']).filter(|step| !step.is_empty()) {
        let next = match step.strip_suffix(']').map(str::parse::<usize>) {
            Some(Ok(index)) => serde_json::from_str::<Vec<&RawValue>>(here)
                .ok()
                .and_then(|items| items.get(index).map(|raw| raw.get())),
            _ => serde_json::from_str::<HashMap<String, &RawValue>>(here)
                .ok()
                .and_then(|fields| fields.get(step).map(|raw| raw.get())),
        };
        let Some(next) = next else { break };
        here = next;
    }
    offset(text, here)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_found_by_its_path() {
        let text = "{\n  \"a\": [1, {\"й\": \"x\",\n \"b\": 7}]\n}";
        for (field, place) in
            [("a", (2, 8)), ("a[1].b", (3, 7)), ("a[1].й", (2, 18)), ("a[9]", (2, 8)), ("", (1, 1))]
        {
            assert_eq!(line_and_column(text, of_field(text, field)), place, "{field}");
        }
    }
}
