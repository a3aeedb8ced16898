//! The values of keys, judged: status, media type, header, quantity.

use proc_macro2::Ident;
use syn::spanned::Spanned;
use syn::{Expr, ExprLit, ExprPath, Lit, LitStr};

use super::methods::is_token;
use super::model::Status;
use crate::errors::Errors;
use crate::names;

pub(super) fn ungrouped(value: &Expr) -> &Expr {
    match value {
        Expr::Group(group) => ungrouped(&group.expr),
        Expr::Paren(paren) => ungrouped(&paren.expr),
        other => other,
    }
}

const INFORMATIONAL: &str =
    "a 1xx status is not an answer: another one follows it (RFC 9110 §15.2)\nhelp: a status of 200 to 599";

pub(super) fn status(value: &Expr, errors: &mut Errors) -> Option<Status> {
    let message = match ungrouped(value) {
        Expr::Lit(ExprLit { lit: Lit::Int(number), .. }) => match number.base10_parse::<u16>() {
            Ok(code @ 200..=599) => return Some(Status::Code(code, number.span(), None)),
            Ok(100..=199) => INFORMATIONAL.to_owned(),
            _ => format!("`{number}` is not a status\nhelp: a status is 200 to 599 (RFC 9110 §15)"),
        },
        Expr::Path(path) if path.qself.is_some() => return Some(Status::Constant(Box::new(path.clone()))),
        Expr::Path(path) => return named_status(value, path, errors),
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => {
            let text = text.value();
            let number = text.split_whitespace().next().and_then(|word| word.parse::<u16>().ok());
            let upper = text.to_ascii_uppercase().replace([' ', '-'], "_");
            let help = match (number, names::nearest(&upper, names::STATUSES.iter().map(|(name, _)| *name))) {
                (Some(number), _) => format!("`status = {number}`"),
                (None, Some(name)) => format!("`status = {name}`"),
                (None, None) => "`status = 201`, or `status = CREATED`".to_owned(),
            };
            format!("a status is a number or a name, not a string\nhelp: {help}")
        }
        Expr::Lit(ExprLit { lit: Lit::Float(number), .. }) => {
            let whole = number.base10_digits().split('.').next().unwrap_or_default().to_owned();
            format!("a status is a whole number\nhelp: `status = {whole}`")
        }
        Expr::Unary(_) => "a status is not negative\nhelp: a status is 200 to 599 (RFC 9110 §15)".to_owned(),
        _ => "a status is a number, a name of RFC 9110, or the path of a constant\nhelp: `status = 201`, `status = CREATED`, `status = limits::TEAPOT`".to_owned(),
    };
    errors.push(value, message);
    None
}

/// The status of a name of RFC 9110, alone or of `StatusCode`; or a constant of that path.
fn named_status(value: &Expr, path: &ExprPath, errors: &mut Errors) -> Option<Status> {
    let known = path.path.get_ident().and_then(|name| names::status_by_name(&name.to_string()));
    let of_type = match path.path.segments.iter().collect::<Vec<_>>()[..] {
        [.., ty, name] if ty.ident == "StatusCode" => names::status_by_name(&name.ident.to_string()),
        _ => None,
    };
    if let (None, Some(name)) = (known, path.path.get_ident()) {
        let upper = shouted(&name.to_string());
        let nearest = names::nearest(&upper, names::STATUSES.iter().map(|(name, _)| *name));
        // A constant of the user's own is in upper case.
        if let Some(nearest) = nearest.filter(|_| *name != upper) {
            errors.push(name, format!("there is no status `{name}`\nhelp: `status = {nearest}`"));
            return None;
        }
    }
    match known.or(of_type) {
        Some(code) if code < 200 => {
            errors.push(value, INFORMATIONAL);
            None
        }
        Some(code) => {
            let is_path = known.is_none();
            Some(Status::Code(code, path.span(), is_path.then(|| Box::new(path.clone()))))
        }
        None => Some(Status::Constant(Box::new(path.clone()))),
    }
}

/// `NoContent` and `no_content` as `NO_CONTENT`.
fn shouted(name: &str) -> String {
    let mut upper = String::new();
    for letter in name.chars() {
        let starts_word =
            letter.is_ascii_uppercase() && upper.ends_with(|last: char| last.is_ascii_lowercase());
        if starts_word {
            upper.push('_');
        }
        upper.push(letter);
    }
    upper.to_ascii_uppercase()
}

/// `type/subtype` with parameters (RFC 9110 §8.3.1).
pub(super) fn media_type(text: &LitStr, errors: &mut Errors) -> Option<String> {
    const KNOWN: [&str; 17] = [
        "application/json",
        "application/xml",
        "application/pdf",
        "application/zip",
        "application/octet-stream",
        "application/problem+json",
        "application/javascript",
        "application/x-www-form-urlencoded",
        "text/plain",
        "text/html",
        "text/css",
        "text/csv",
        "text/javascript",
        "text/markdown",
        "image/png",
        "image/jpeg",
        "image/svg+xml",
    ];
    let value = text.value();
    let mut parts = value.split(';').map(str::trim);
    let essence = parts.next().unwrap_or_default();
    let is_parameter = |part: &str| match part.split_once('=') {
        Some((name, value)) => {
            is_token(name)
                && (is_token(value) || (value.len() >= 2 && value.starts_with('"') && value.ends_with('"')))
        }
        None => false,
    };
    let well_formed =
        essence.split_once('/').is_some_and(|(kind, subtype)| is_token(kind) && is_token(subtype));
    let message = if !well_formed {
        match KNOWN.iter().find(|known| known.split('/').nth(1) == Some(essence)) {
            Some(known) => format!("`{value}` is not a media type\nhelp: `\"{known}\"`"),
            None => format!(
                "`{value}` is not a media type\nhelp: it is `type/subtype`, such as `\"text/csv\"` (RFC 9110 §8.3.1)"
            ),
        }
    } else if let Some(part) = parts.find(|part| !is_parameter(part)) {
        format!(
            "`{part}` is not a parameter of a media type\nhelp: it is `name=value`, such as `\"text/csv; charset=utf-8\"`"
        )
    } else if let Some(known) = misspelt(essence, &KNOWN) {
        format!("there is no media type `{essence}`\nhelp: did you mean `\"{known}\"`?")
    } else {
        return Some(value);
    };
    errors.push(text, message);
    None
}

/// A known name that this one is, but for a letter or two, for hyphens or for case.
fn misspelt<'k>(name: &str, known: &[&'k str]) -> Option<&'k str> {
    let bare = |text: &str| text.to_ascii_lowercase().replace(['-', '_', ' '], "");
    if known.iter().any(|known| known.eq_ignore_ascii_case(name)) {
        return None;
    }
    if let Some(known) = known.iter().find(|known| bare(known) == bare(name)) {
        return Some(known);
    }
    // One's own header may well be near another's (`X-Request-IP`, `X-Request-ID`), and short words are all near.
    if name.len() < 6 || name.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("x-")) {
        return None;
    }
    let same_start = known.iter().copied().filter(|known| known.len().abs_diff(name.len()) <= 2);
    names::nearest(name, same_start).filter(|near| names::distance(&bare(near), &bare(name)) <= 2)
}

/// Headers that only requests have.
const OF_REQUESTS: [&str; 21] = [
    "accept",
    "accept-charset",
    "accept-encoding",
    "accept-language",
    "authorization",
    "cookie",
    "expect",
    "from",
    "host",
    "if-match",
    "if-modified-since",
    "if-none-match",
    "if-range",
    "if-unmodified-since",
    "max-forwards",
    "origin",
    "proxy-authorization",
    "range",
    "referer",
    "te",
    "user-agent",
];

pub(super) fn header(name: &LitStr, value: &LitStr, errors: &mut Errors) -> Option<(String, String)> {
    let (text, content) = (name.value(), value.value());
    let lower = text.to_ascii_lowercase();
    let corrected = misspelt(&text, names::RESPONSE_HEADERS);
    let mistake = match (corrected, lower.as_str()) {
        (Some("Content-Type"), _) => Some(format!(
            "there is no header `{text}`\nhelp: the media type has a key: `content_type = \"{content}\"`"
        )),
        (Some(meant), _) => Some(format!("there is no header `{text}`\nhelp: did you mean `\"{meant}\"`?")),
        (None, "content-type") => {
            Some(format!("the media type has a key of its own\nhelp: `content_type = \"{content}\"`"))
        }
        (None, name) if OF_REQUESTS.contains(&name) => {
            Some(format!("`{text}` is a header of requests, and this is one of responses\nhelp: remove it"))
        }
        (None, "deprecation") => Some(
            "the date of the deprecation has a key of its own\nhelp: `deprecated = \"2026-01-31\"`"
                .to_owned(),
        ),
        (None, "sunset") => {
            Some("the date of the sunset has a key of its own\nhelp: `sunset = \"2027-01-31\"`".to_owned())
        }
        (None, "content-length" | "transfer-encoding" | "connection" | "date") => {
            Some(format!("the server writes `{text}` itself, from what is sent\nhelp: remove it"))
        }
        (None, "") => Some(
            "the header has no name\nhelp: write it: `header(\"Cache-Control\" = \"no-store\")`".to_owned(),
        ),
        _ if !is_token(&text) => Some(format!(
            "`{text}` is not the name of a header\nhelp: letters, digits and hyphens, such as `\"Cache-Control\"`"
        )),
        _ => None,
    };
    if let Some(mistake) = mistake {
        errors.push(name, mistake);
        return None;
    }
    let is_value = content.bytes().all(|byte| (0x20..0x7F).contains(&byte) || byte == b'\t')
        && content.trim() == content;
    if !is_value {
        errors.push(value, "the value of a header is visible ASCII, without spaces around it (RFC 9110 §5.5)\nhelp: remove the other characters");
        return None;
    }
    Some((lower, content))
}

/// The URL of a page, as a `Link` has it (RFC 8288 §3): absolute, or a path of the same server.
pub(super) fn url(key: &Ident, text: &LitStr, errors: &mut Errors) -> Option<String> {
    let value = text.value();
    let starts = ["https://", "http://", "/"].iter().any(|start| value.starts_with(start) && value != *start);
    let is_uri = |byte: u8| byte.is_ascii_graphic() && !b"<>\"\\^`{|}".contains(&byte);
    if starts && value.bytes().all(is_uri) {
        return Some(value);
    }
    errors.push(
        text,
        format!(
            "`{value}` is not the URL of a page\nhelp: `{key} = \"https://example.com/v1\"`, percent-encoded"
        ),
    );
    None
}

/// Units of a quantity, each with how much of the smallest it is.
pub(super) struct Units {
    units: &'static [(&'static str, u64)],
    example: &'static str,
    what: &'static str,
}

pub(super) const BYTES: Units = Units {
    units: &[
        ("B", 1),
        ("KiB", 1 << 10),
        ("MiB", 1 << 20),
        ("GiB", 1 << 30),
        ("kB", 1_000),
        ("KB", 1_000),
        ("MB", 1_000_000),
        ("GB", 1_000_000_000),
    ],
    example: "body_limit = \"64 KiB\"",
    what: "a number of bytes",
};

pub(super) const MILLISECONDS: Units = Units {
    units: &[("ms", 1), ("s", 1_000), ("min", 60_000), ("h", 3_600_000)],
    example: "timeout = \"5 s\"",
    what: "a time",
};

pub(super) fn quantity(value: &Expr, units: &Units, errors: &mut Errors) -> Option<u64> {
    let names: Vec<&str> = units.units.iter().map(|(name, _)| *name).collect();
    let (example, what) = (units.example, units.what);
    let Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) = ungrouped(value) else {
        errors.push(
            value,
            format!(
                "{what} is a string with its unit\nhelp: `{example}`; the units are {}",
                names.join(", ")
            ),
        );
        return None;
    };
    let text = text.value();
    let text = text.trim();
    let split = text.find(|letter: char| !letter.is_ascii_digit() && letter != '_').unwrap_or(text.len());
    let (number, unit) = (text[..split].replace('_', ""), text[split..].trim());
    let factor = units.units.iter().find(|(name, _)| *name == unit).map(|(_, factor)| *factor);
    let amount = number.parse::<u64>().ok();
    match (amount, factor) {
        (Some(0), Some(_)) => {
            errors.push(value, format!("`{text}` leaves room for nothing\nhelp: `{example}`"));
        }
        (Some(amount), Some(factor)) => match amount.checked_mul(factor) {
            Some(total) => return Some(total),
            None => errors.push(value, format!("`{text}` is more than can be counted\nhelp: `{example}`")),
        },
        _ => errors.push(
            value,
            format!("`{text}` is not {what}\nhelp: `{example}`; the units are {}", names.join(", ")),
        ),
    }
    None
}
