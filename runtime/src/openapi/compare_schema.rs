//! Schemas compared: what a client sends may not become narrower, what it is answered not wider.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::compare::Change;

/// Who has to understand a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Direction {
    /// The server, from the client.
    Sent,
    /// The client.
    Answered,
    /// The client, as a failure: new kinds of those are to be expected.
    Failed,
}

/// Two documents, and what has been found so far.
pub(super) struct Comparison<'d> {
    old: &'d Value,
    new: &'d Value,
    changes: Vec<Change>,
    /// Pairs of references that are being compared, which may go round in circles, in this place.
    open: BTreeSet<(String, String)>,
}

impl<'d> Comparison<'d> {
    pub(super) fn new(old: &'d Value, new: &'d Value) -> Self {
        Self { old, new, changes: Vec::new(), open: BTreeSet::new() }
    }

    pub(super) fn breaks(&mut self, place: &str, what: String) {
        self.add(place, what, true);
    }

    pub(super) fn tells(&mut self, place: &str, what: String) {
        self.add(place, what, false);
    }

    fn add(&mut self, place: &str, what: String, breaks_clients: bool) {
        let change = Change::new(place, what, breaks_clients);
        if !self.changes.contains(&change) {
            self.changes.push(change);
        }
    }

    pub(super) fn finish(self) -> Vec<Change> {
        self.changes
    }

    /// `shown` is the value in words: `the answer 200`, `` `title` of the answer 200 ``.
    pub(super) fn schemas(
        &mut self,
        place: &str,
        shown: &str,
        old: &Value,
        new: &Value,
        direction: Direction,
    ) {
        let pair = (reference(old), reference(new));
        let is_reference = !pair.0.is_empty() || !pair.1.is_empty();
        if is_reference && !self.open.insert(pair.clone()) {
            return;
        }
        let (before, now) = (resolved(self.old, old), resolved(self.new, new));
        self.resolved_schemas(place, shown, before, now, direction);
        if is_reference {
            self.open.remove(&pair);
        }
    }

    fn resolved_schemas(&mut self, place: &str, shown: &str, old: &Value, new: &Value, direction: Direction) {
        let none = Map::new();
        let (before, now) = (old.as_object().unwrap_or(&none), new.as_object().unwrap_or(&none));
        self.sets(place, shown, before, now, direction);
        self.bounds(place, shown, before, now, direction);
        self.properties(place, shown, old, new, direction);
        if before.contains_key("items") || now.contains_key("items") {
            self.schemas(place, &format!("an item of {shown}"), &old["items"], &new["items"], direction);
        }
        self.additional_properties(place, shown, old, new, direction);
        self.keywords(place, shown, old, new);
    }

    /// Members without a name of their own.
    fn additional_properties(
        &mut self,
        place: &str,
        shown: &str,
        old: &Value,
        new: &Value,
        direction: Direction,
    ) {
        let (before, now) = (&old["additionalProperties"], &new["additionalProperties"]);
        if before.is_object() && now.is_object() {
            self.schemas(place, &format!("a member of {shown}"), before, now, direction);
        } else if before != now {
            let what = format!("{shown} has other rules for members without a name");
            self.changed(place, what, *now == false, direction);
        }
    }

    /// What is only seen to be another: texts, and rules of which it is not known whether they are stricter.
    fn keywords(&mut self, place: &str, shown: &str, old: &Value, new: &Value) {
        for text in ["description", "title", "default", "examples", "deprecated"] {
            if old[text] != new[text] {
                self.tells(place, format!("the {text} of {shown} has changed"));
            }
        }
        for keyword in [
            "pattern",
            "uniqueItems",
            "format",
            "multipleOf",
            "not",
            "prefixItems",
            "propertyNames",
            "contentEncoding",
        ] {
            if old[keyword] != new[keyword] {
                self.breaks(
                    place,
                    format!("the {keyword} of {shown} is now {} (was {})", new[keyword], old[keyword]),
                );
            }
        }
    }

    /// What may be: types, values, alternatives.
    fn sets(
        &mut self,
        place: &str,
        shown: &str,
        old: &Map<String, Value>,
        new: &Map<String, Value>,
        direction: Direction,
    ) {
        for (keyword, may_be) in [("type", "of type "), ("enum", ""), ("const", "")] {
            let (before, now) = (set(old.get(keyword)), set(new.get(keyword)));
            if before == now {
                continue;
            }
            match (before, now) {
                (Some(before), Some(now)) => {
                    for gone in before.iter().filter(|value| !now.contains(value)) {
                        self.changed(
                            place,
                            format!("{shown} may no longer be {may_be}{gone}"),
                            true,
                            direction,
                        );
                    }
                    for new in now.iter().filter(|value| !before.contains(value)) {
                        self.changed(place, format!("{shown} may be {may_be}{new} now"), false, direction);
                    }
                }
                (None, Some(now)) => {
                    let what = format!("{shown} is only {may_be}{} now", now.join(", "));
                    self.changed(place, what, true, direction);
                }
                (Some(before), None) => {
                    let what = format!("{shown} is no longer only {may_be}{}", before.join(", "));
                    self.changed(place, what, false, direction);
                }
                (None, None) => {}
            }
        }
        self.alternatives(place, shown, old, new, direction);
    }

    fn alternatives(
        &mut self,
        place: &str,
        shown: &str,
        old: &Map<String, Value>,
        new: &Map<String, Value>,
        direction: Direction,
    ) {
        let list = |schema: &Map<String, Value>| {
            let found = ["anyOf", "oneOf"].into_iter().find_map(|keyword| schema.get(keyword)?.as_array());
            found.cloned().unwrap_or_default()
        };
        let (before, now) = (list(old), list(new));
        // The same reference, or the same schema; of one alternative on each side alone its inside is compared.
        let gone: Vec<&Value> = before.iter().filter(|value| !now.contains(value)).collect();
        let added: Vec<&Value> = now.iter().filter(|value| !before.contains(value)).collect();
        for same in before.iter().filter(|value| now.contains(value)) {
            self.schemas(place, shown, same, same, direction);
        }
        if let ([one], [other]) = (&gone[..], &added[..]) {
            return self.schemas(place, shown, one, other, direction);
        }
        for gone in gone {
            self.changed(place, format!("{shown} may no longer be {}", alternative(gone)), true, direction);
        }
        for added in added {
            self.changed(place, format!("{shown} may be {} now", alternative(added)), false, direction);
        }
    }

    fn bounds(
        &mut self,
        place: &str,
        shown: &str,
        old: &Map<String, Value>,
        new: &Map<String, Value>,
        direction: Direction,
    ) {
        let bounds = [
            ("minimum", true),
            ("exclusiveMinimum", true),
            ("minLength", true),
            ("minItems", true),
            ("maximum", false),
            ("exclusiveMaximum", false),
            ("maxLength", false),
            ("maxItems", false),
        ];
        for (keyword, is_lower) in bounds {
            let number = |schema: &Map<String, Value>| schema.get(keyword).and_then(Value::as_f64);
            let (before, now) = (number(old), number(new));
            if before == now {
                continue;
            }
            let narrows = match (before, now) {
                (Some(before), Some(now)) => (now > before) == is_lower,
                (before, _) => before.is_none(),
            };
            let written =
                |schema: &Map<String, Value>| schema.get(keyword).map_or("none".to_owned(), Value::to_string);
            let what = format!("the {keyword} of {shown} is now {} (was {})", written(new), written(old));
            self.changed(place, what, narrows, direction);
        }
    }

    fn properties(&mut self, place: &str, shown: &str, old: &Value, new: &Value, direction: Direction) {
        let required = |schema: &Value, name: &str| {
            schema["required"].as_array().is_some_and(|names| names.iter().any(|other| other == name))
        };
        for (name, before) in old["properties"].as_object().into_iter().flatten() {
            let of = format!("`{name}` of {shown}");
            let Some(now) = new["properties"].get(name) else {
                let verb = if direction == Direction::Sent { "is no longer read" } else { "is gone" };
                self.breaks(place, format!("{of} {verb}"));
                continue;
            };
            match (required(old, name), required(new, name)) {
                (false, true) => self.changed(place, format!("{of} is required now"), true, direction),
                (true, false) => self.changed(place, format!("{of} may be missing now"), false, direction),
                _ => {}
            }
            self.schemas(place, &of, before, now, direction);
        }
        for (name, _) in new["properties"].as_object().into_iter().flatten() {
            if old["properties"].get(name).is_some() {
                continue;
            }
            let of = format!("`{name}` of {shown}");
            if direction == Direction::Sent && required(new, name) {
                self.breaks(place, format!("{of} is new and required"));
            } else {
                self.tells(place, format!("{of} is new"));
            }
        }
    }

    /// What becomes narrower breaks those who send it; what becomes wider those who are answered with it.
    fn changed(&mut self, place: &str, what: String, narrows: bool, direction: Direction) {
        let breaks = match direction {
            Direction::Sent => narrows,
            Direction::Answered => !narrows,
            Direction::Failed => false,
        };
        self.add(place, what, breaks);
    }
}

fn reference(schema: &Value) -> String {
    schema["$ref"].as_str().unwrap_or_default().to_owned()
}

fn resolved<'d>(document: &'d Value, schema: &'d Value) -> &'d Value {
    schema["$ref"].as_str().and_then(|uri| document.pointer(uri.strip_prefix('#')?)).unwrap_or(schema)
}

fn set(value: Option<&Value>) -> Option<Vec<String>> {
    match value? {
        Value::Array(values) => Some(values.iter().map(Value::to_string).collect()),
        value => Some(vec![value.to_string()]),
    }
}

/// An alternative in words: its name, where it has one.
fn alternative(schema: &Value) -> String {
    match schema["$ref"].as_str() {
        Some(uri) => format!("a `{}`", uri.rsplit('/').next().unwrap_or_default()),
        None => format!("`{schema}`"),
    }
}
