//! `Schemas`: the schemas of a document, each type once, under `components/schemas`.

use std::collections::{BTreeMap, BTreeSet};

use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use super::contract::ParameterSchema;
use super::describe::HasSchema;
use crate::SecurityScheme;

/// Where the schemas of what clients send stand until the document is whole: a type may look different when it is read
/// and when it is written.
const SENT: &str = "#/components/sent/";
const FINAL: &str = "#/components/schemas/";

/// The schemas of a document: a type is described where it is first used, and referred to from then on.
#[derive(Debug)]
pub struct Schemas {
    sent: SchemaGenerator,
    answered: SchemaGenerator,
    /// Schemas that belong to no type: by name, each with its owner.
    named: BTreeMap<String, (String, Value)>,
    schemes: BTreeMap<String, SecurityScheme>,
}

impl Schemas {
    pub(super) fn new() -> Self {
        let settings = |path: &'static str| {
            SchemaSettings::draft2020_12().with(|settings| {
                settings.definitions_path = path.into();
                settings.meta_schema = None;
            })
        };
        Self {
            sent: settings("/components/sent").for_deserialize().into_generator(),
            answered: settings("/components/schemas").for_serialize().into_generator(),
            named: BTreeMap::new(),
            schemes: BTreeMap::new(),
        }
    }

    /// The schema of what a client sends: what serde reads.
    pub fn sent<T: HasSchema + ?Sized>(&mut self) -> Value {
        T::schema(&mut self.sent).to_value()
    }

    /// The schema of what a client is answered: what serde writes.
    pub fn answered<T: HasSchema + ?Sized>(&mut self) -> Value {
        T::schema(&mut self.answered).to_value()
    }

    pub(super) fn parameter(&mut self, schema: ParameterSchema) -> Value {
        match schema.0 {
            Some(schema) => schema(&mut self.sent).to_value(),
            None => text(),
        }
    }

    /// What a schema of [`sent`](Self::sent) refers to, or itself.
    pub(super) fn resolved(&self, schema: &Value) -> Value {
        let name = schema["$ref"].as_str().and_then(|uri| uri.strip_prefix(SENT));
        name.and_then(|name| self.sent.definitions().get(&decoded(name))).unwrap_or(schema).clone()
    }

    /// What a schema of [`named`](Self::named) refers to, or itself.
    pub(super) fn resolved_name<'s>(&'s self, schema: &'s Value) -> &'s Value {
        let name = schema["$ref"].as_str().and_then(|uri| uri.strip_prefix(FINAL));
        name.and_then(|name| self.named.get(name)).map_or(schema, |(_, schema)| schema)
    }

    /// A schema that is no type's, under a name of its own: `owner` tells it from others that would have the same.
    pub(super) fn named(&mut self, name: &str, owner: &str, schema: Value) -> Value {
        let taken = |name: &str| self.named.get(name).is_some_and(|(other, _)| other != owner);
        let name = unique(name, taken);
        let reference = json!({ "$ref": format!("{FINAL}{name}") });
        self.named.entry(name).or_insert_with(|| (owner.to_owned(), schema));
        reference
    }

    /// The name of a security scheme: its own, unless another has it.
    pub(super) fn security_scheme(&mut self, scheme: SecurityScheme) -> String {
        let allowed = |letter: char| letter.is_ascii_alphanumeric() || ".-_".contains(letter);
        let name: String = scheme.name().chars().filter(|letter| allowed(*letter)).collect();
        let name = unique(&name, |name| self.schemes.get(name).is_some_and(|other| *other != scheme));
        self.schemes.insert(name.clone(), scheme);
        name
    }

    pub(super) fn security_schemes(&self) -> Map<String, Value> {
        self.schemes.iter().map(|(name, scheme)| (name.clone(), scheme.to_value())).collect()
    }

    /// All of them by their names, and the rest of the document with the names that they have in the end.
    pub(super) fn finish(mut self, document: &mut Value) -> Map<String, Value> {
        let mut schemas: Map<String, Value> =
            self.named.into_iter().map(|(name, (_, schema))| (name, schema)).collect();
        let renamed = add(&mut schemas, self.answered.take_definitions(false), FINAL, |_, _| false);
        refer(document, &renamed);
        schemas.values_mut().for_each(|schema| refer(schema, &renamed));

        let sent = self.sent.take_definitions(false);
        let different = different(&sent, &schemas);
        let renamed = add(&mut schemas, sent, SENT, |name, schemas| {
            !different.contains(name) && schemas.contains_key(name)
        });
        refer(document, &renamed);
        schemas.values_mut().for_each(|schema| refer(schema, &renamed));
        used(document, schemas)
    }
}

/// Adds definitions that stand behind `path`, with names that OpenAPI allows and no other has; those that are `shared`
/// are there already. Returns what has become of the references.
fn add(
    schemas: &mut Map<String, Value>,
    definitions: Map<String, Value>,
    path: &str,
    shared: impl Fn(&str, &Map<String, Value>) -> bool,
) -> BTreeMap<String, String> {
    let mut renamed = BTreeMap::new();
    for (name, schema) in definitions {
        let reference = format!("{path}{}", encoded(&name));
        let allowed: String = name
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-') { c } else { '_' })
            .collect();
        if shared(&name, schemas) {
            renamed.insert(reference, format!("{FINAL}{allowed}"));
            continue;
        }
        let wanted =
            if schemas.contains_key(&allowed) && path == SENT { format!("{allowed}Input") } else { allowed };
        let name = unique(&wanted, |name| schemas.contains_key(name));
        renamed.insert(reference, format!("{FINAL}{name}"));
        schemas.insert(name, schema);
    }
    renamed
}

/// The names of what is read otherwise than it is written, or has such a thing in it.
fn different(sent: &Map<String, Value>, schemas: &Map<String, Value>) -> BTreeSet<String> {
    let as_written = |schema: &Value| serde_json::to_string(schema).unwrap_or_default().replace(SENT, FINAL);
    let mut different: BTreeSet<String> = sent
        .iter()
        .filter(|(name, schema)| {
            schemas.get(*name).is_none_or(|other| as_written(schema) != as_written(other))
        })
        .map(|(name, _)| name.clone())
        .collect();
    loop {
        let before = different.len();
        for (name, schema) in sent {
            let mut refers = false;
            references(schema, &mut |uri| {
                refers |= uri.strip_prefix(SENT).is_some_and(|name| different.contains(&decoded(name)));
            });
            if refers {
                different.insert(name.clone());
            }
        }
        if different.len() == before {
            return different;
        }
    }
}

/// Those that the document refers to, and those that they refer to.
fn used(document: &Value, schemas: Map<String, Value>) -> Map<String, Value> {
    let mut names = BTreeSet::new();
    let mut open = Vec::new();
    let name_of = |uri: &str| uri.strip_prefix(FINAL).map(str::to_owned);
    references(document, &mut |uri| open.extend(name_of(uri)));
    while let Some(name) = open.pop() {
        if let Some(schema) = schemas.get(&name)
            && names.insert(name)
        {
            references(schema, &mut |uri| open.extend(name_of(uri)));
        }
    }
    schemas.into_iter().filter(|(name, _)| names.contains(name)).collect()
}

fn refer(schema: &mut Value, renamed: &BTreeMap<String, String>) {
    match schema {
        Value::Object(members) => {
            for (name, value) in members {
                match value {
                    Value::String(uri) if name == "$ref" => {
                        if let Some(new) = renamed.get(uri.as_str()) {
                            new.clone_into(uri);
                        }
                    }
                    // As `discriminator` names them.
                    value => refer(value, renamed),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| refer(item, renamed)),
        _ => {}
    }
}

fn references(schema: &Value, found: &mut impl FnMut(&str)) {
    match schema {
        Value::Object(members) => {
            for (name, value) in members {
                match value {
                    Value::String(uri) if name == "$ref" => found(uri),
                    value => references(value, found),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        _ => {}
    }
}

/// The schema of any text.
pub(super) fn text() -> Value {
    json!({ "type": "string" })
}

/// The name, or the first with a number behind it that is not taken.
fn unique(name: &str, taken: impl Fn(&str) -> bool) -> String {
    if !taken(name) {
        return name.to_owned();
    }
    (2..).map(|number| format!("{name}{number}")).find(|name| !taken(name)).unwrap_or_default()
}

/// A name in a JSON Pointer in a fragment, as schemars writes it.
fn encoded(name: &str) -> String {
    use std::fmt::Write;
    let mut text = String::with_capacity(name.len());
    for byte in name.bytes() {
        match byte {
            b'~' => text.push_str("~0"),
            b'/' => text.push_str("~1"),
            b'!' | b'$' | b'&'..=b';' | b'=' | b'?'..=b'Z' | b'_' | b'a'..=b'z' => text.push(byte.into()),
            // Writing to a string does not fail.
            _ => _ = write!(text, "%{byte:2X}"),
        }
    }
    text
}

fn decoded(name: &str) -> String {
    let name = percent_encoding::percent_decode_str(name).decode_utf8_lossy();
    name.replace("~1", "/").replace("~0", "~")
}
