//! What a single value may be: statuses, headers, texts with fields in them.

use proc_macro2::Span;
use quote::format_ident;
use syn::{LitInt, LitStr, Member, Path};

use super::attr::StatusToken;
use super::model::{Argument, Field, Filled, Status, Template};
use super::template::Holes;
use crate::errors::Errors;
use crate::names::{STATUSES, nearest, status_by_name};

const RANGE: &str = "a problem is a failure: its status is 400 to 599";

pub(super) fn status(token: &StatusToken, errors: &mut Errors) -> Option<Status> {
    match token {
        StatusToken::Number(literal) => status_number(literal, errors).map(Status::Number),
        StatusToken::Path(path) => status_path(path, errors),
        StatusToken::Text(text) => {
            let value = text.value();
            let help = if value.parse::<u16>().is_ok() { &value } else { "404" };
            errors.push(text, format!("a status is a number, not a text\nhelp: write `{help}`"));
            None
        }
    }
}

fn status_number(literal: &LitInt, errors: &mut Errors) -> Option<u16> {
    let number = literal.base10_parse::<u16>().ok().filter(|number| (400..=599).contains(number));
    if number.is_none() {
        let help = "write 404, for example; a success is what the handler returns in `Ok`";
        errors.push(literal, format!("{RANGE}, not {literal}\nhelp: {help}"));
    }
    number
}

fn status_path(path: &Path, errors: &mut Errors) -> Option<Status> {
    let Some(name) = path.get_ident().map(ToString::to_string) else {
        return Some(Status::Const(path.clone()));
    };
    match status_by_name(&name) {
        Some(number @ 400..=599) => return Some(Status::Number(number)),
        Some(number) => {
            let help = "write `NOT_FOUND`, for example; a success is what the handler returns in `Ok`";
            errors.push(path, format!("{RANGE}, not {number}\nhelp: {help}"));
        }
        None => {
            let failures = STATUSES.iter().filter(|(_, number)| *number >= 400).map(|(name, _)| *name);
            match nearest(&name, failures) {
                Some(near) => {
                    errors.push(path, format!("no status is called `{name}`\nhelp: write `{near}`"));
                }
                None => return Some(Status::Const(path.clone())),
            }
        }
    }
    None
}

/// A field name of RFC 9110 §5.1, other than those that follow from the body.
pub(super) fn header_name(name: &LitStr, errors: &mut Errors) {
    let value = name.value();
    let is_token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    if value.is_empty() || !value.bytes().all(is_token) {
        errors.push(
            name,
            format!(
                "`{value}` is not the name of a header\n\
                 help: it is made of letters, digits and `-`: `\"Retry-After\"`"
            ),
        );
    } else if ["content-type", "content-length", "transfer-encoding"].contains(&&*value.to_ascii_lowercase())
    {
        errors.push(name, format!("`{value}` follows from the problem's body\nhelp: leave it out"));
    }
}

/// A field value of RFC 9110 §5.5, in as far as it is known.
pub(super) fn header_value(value: &LitStr, errors: &mut Errors) {
    if let Some(bad) = value.value().chars().find(|&c| c != '\t' && !(' '..='~').contains(&c)) {
        errors.push(
            value,
            format!("a header cannot carry {bad:?}\nhelp: use visible ASCII characters and spaces alone"),
        );
    }
}

/// A URI reference, in as far as its characters tell (RFC 3986 §2).
pub(super) fn uri(key: &str, uri: &LitStr, errors: &mut Errors) {
    let value = uri.value();
    if value.is_empty()
        || value.chars().any(|c| c.is_whitespace() || c.is_control() || "<>\"\\^`".contains(c))
    {
        errors.push(
            uri,
            format!(
                "`{key}` is a URI, and {value:?} is none\n\
                 help: write `{key} = \"https://example.org/problems/taken\"`"
            ),
        );
    }
}

/// A title is the same for all problems of a kind (RFC 9457 §3.1.3).
pub(super) fn title(title: &LitStr, errors: &mut Errors) {
    let value = title.value();
    let varies = Holes::read(&value).is_ok_and(|holes| holes.plain().is_none());
    if varies {
        errors.push(
            title,
            "a title names the kind of problem and does not vary\n\
                 help: fill fields in where they belong: `detail = \"…\"`",
        );
    }
}

/// The text with its names resolved to fields.
pub(super) fn template(text: &LitStr, fields: &[Field], errors: &mut Errors) -> Option<Template> {
    let value = text.value();
    let holes = match Holes::read(&value) {
        Ok(holes) => holes,
        Err(complaint) => {
            errors.push(text, complaint);
            return None;
        }
    };
    if let Some(plain) = holes.plain() {
        let filled = Filled::Plain(LitStr::new(plain, text.span()));
        return Some(Template { written: text.clone(), filled });
    }
    let mut arguments: Vec<Argument> = Vec::new();
    let mut complaint = None;
    for (name, formatting) in holes.names() {
        let Some(field) = fields.iter().position(|field| is_called(&field.member, name)) else {
            complaint.get_or_insert_with(|| unknown_field(name, fields));
            continue;
        };
        match arguments.iter_mut().find(|argument| argument.field == field) {
            Some(argument) => argument.traits.extend(formatting),
            None => {
                let name = format_ident!("{}", argument_name(&fields[field]), span = Span::call_site());
                arguments.push(Argument { name, field, traits: formatting.into_iter().collect() });
            }
        }
    }
    if let Some(complaint) = complaint {
        errors.push(text, complaint);
        return None;
    }
    let rename = |name: &str| {
        let field = fields.iter().find(|field| is_called(&field.member, name));
        field.map_or_else(String::new, argument_name)
    };
    let renamed = holes.renamed(rename);
    // Where nothing was renamed, the literal as written lets the compiler point into it.
    let literal = if renamed == value { text.clone() } else { LitStr::new(&renamed, text.span()) };
    Some(Template { written: text.clone(), filled: Filled::Format { literal, arguments } })
}

/// A name that a format string may use: a field may be called `type`.
fn argument_name(field: &Field) -> String {
    match &field.member {
        Member::Named(name) if !name.to_string().starts_with("r#") => name.to_string(),
        _ => field.binding.to_string(),
    }
}

fn is_called(member: &Member, name: &str) -> bool {
    match member {
        Member::Named(ident) => ident.to_string().trim_start_matches("r#") == name.trim_start_matches("r#"),
        Member::Unnamed(index) => name.parse() == Ok(index.index),
    }
}

fn unknown_field(name: &str, fields: &[Field]) -> String {
    let names: Vec<String> = fields.iter().map(|field| shown(&field.member)).collect();
    if names.is_empty() {
        return format!(
            "`{{{name}}}` names a field, and there is none\n\
                 help: add the field, or write the brace twice: `{{{{`"
        );
    }
    let found = match name {
        "" => "`{}` names no field".to_owned(),
        name if name.chars().all(|c| c == '_' || c.is_alphanumeric()) => {
            format!("there is no field `{name}`")
        }
        name => format!("`{{{name}}}` is more than a field's name"),
    };
    let list: Vec<String> = names.iter().map(|name| format!("`{{{name}}}`")).collect();
    match nearest(name, names.iter().map(String::as_str)).filter(|_| !name.is_empty()) {
        Some(near) => format!("{found}\nhelp: write `{{{near}}}`"),
        None if list.len() == 1 => format!("{found}\nhelp: the one field is {}", list[0]),
        None => format!("{found}\nhelp: the fields are {}", list.join(", ")),
    }
}

/// A field's name as a format string says it.
pub(super) fn shown(member: &Member) -> String {
    match member {
        Member::Named(name) => name.to_string().trim_start_matches("r#").to_owned(),
        Member::Unnamed(index) => index.index.to_string(),
    }
}
