//! `RouteArgs` and `Handler` to `Endpoint`: all judgement that needs no types.

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{Attribute, Expr, ExprLit, Lit, LitStr, Type};

use super::args::RouteArgs;
use super::methods::is_token;
use super::model::{Call, Endpoint, Location, Source, Status};
use super::options::{LocationExpr, OptionValue};
use super::signature::{Handler, mentions, plain};
use super::{arguments, docs, link, path};
use crate::errors::Errors;
use crate::names;

/// The facts, where the attribute has a path to speak of; mistakes are in `errors`.
pub(crate) fn endpoint(args: &RouteArgs, handler: &Handler, errors: &mut Errors) -> Option<Endpoint> {
    let path = args.path.clone()?;
    let mistakes_before = errors.count();
    let pattern = path::parse(&path, errors);
    let mut endpoint = Endpoint {
        name: handler.name().clone(),
        vis: handler.vis.clone(),
        conditions: conditions(&handler.attrs),
        methods: args.methods.clone(),
        path: path.clone(),
        // Against a path that is not understood every argument would look wrong.
        arguments: if errors.count() == mistakes_before {
            arguments::bind(handler, &path, &pattern, errors)
        } else {
            Vec::new()
        },
        pattern,
        call: if handler.is_async() { Call::Async } else { Call::Sync },
        output: Some(handler.output().cloned().unwrap_or_else(|| syn::parse_quote!(()))).filter(can_be_named),
        output_span: handler.output().map_or_else(|| handler.name().span(), Spanned::span),
        status: None,
        content_type: None,
        headers: Vec::new(),
        location: None,
        body_limit: None,
        timeout_ms: None,
        docs: docs::of(&handler.attrs),
        tags: Vec::new(),
        operation_id: None,
        hidden: false,
        deprecated: handler.attrs.iter().any(|attr| attr.path().is_ident("deprecated")),
    };
    for option in &args.options {
        apply(&option.key, &option.value, handler, &mut endpoint, errors);
    }
    if let Some(Status::Code(code @ (301..=303 | 307 | 308), span)) = endpoint.status
        && endpoint.location.is_none()
        && !endpoint.headers.iter().any(|(name, _)| name == "location")
    {
        let message = format!(
            "{code} sends the client elsewhere, and nothing says where\nhelp: return a `Redirect`, or add `location = …`"
        );
        errors.add(syn::Error::new(span, message));
    }
    Some(endpoint)
}

fn apply(
    key: &syn::Ident,
    value: &OptionValue,
    handler: &Handler,
    endpoint: &mut Endpoint,
    errors: &mut Errors,
) {
    match value {
        OptionValue::Status(value) => endpoint.status = status(value, errors),
        OptionValue::ContentType(text) => {
            endpoint.content_type = media_type(text, errors).map(|text| (text, key.span()));
        }
        OptionValue::Header(name, value) => endpoint.headers.extend(header(name, value, errors)),
        OptionValue::Location(location) => endpoint.location = Some(self::location(location, endpoint)),
        OptionValue::BodyLimit(value) => {
            endpoint.body_limit = quantity(value, &BYTES, errors).map(|bytes| (bytes, key.span()));
        }
        OptionValue::Timeout(value) => endpoint.timeout_ms = quantity(value, &MILLISECONDS, errors),
        OptionValue::Blocking if handler.is_async() => errors.push(
            key,
            "an `async fn` does not block: what blocks in it blocks others too\nhelp: remove `blocking`, or make it a plain `fn`",
        ),
        OptionValue::Blocking => endpoint.call = Call::Blocking,
        OptionValue::Tag(text) => endpoint.tags.push(text.value()),
        OptionValue::OperationId(text) if text.value().is_empty() => {
            errors.push(text, "an operation id is not empty\nhelp: `operation_id = \"getPost\"`");
        }
        OptionValue::OperationId(text) => endpoint.operation_id = Some(text.value()),
        OptionValue::Hidden => endpoint.hidden = true,
    }
}

/// `#[cfg]`, and `#[cfg_attr]` where it may hold one.
fn conditions(attrs: &[Attribute]) -> Vec<Attribute> {
    let is_condition = |attr: &&Attribute| {
        attr.path().is_ident("cfg")
            || (attr.path().is_ident("cfg_attr") && mentions(&attr.meta.to_token_stream(), "cfg"))
    };
    attrs.iter().filter(is_condition).cloned().collect()
}

/// `impl Trait` has no name that a turbofish could say.
fn can_be_named(ty: &Type) -> bool {
    !mentions(&ty.to_token_stream(), "impl")
}

fn ungrouped(value: &Expr) -> &Expr {
    match value {
        Expr::Group(group) => ungrouped(&group.expr),
        Expr::Paren(paren) => ungrouped(&paren.expr),
        other => other,
    }
}

fn status(value: &Expr, errors: &mut Errors) -> Option<Status> {
    let message = match ungrouped(value) {
        Expr::Lit(ExprLit { lit: Lit::Int(number), .. }) => match number.base10_parse::<u16>() {
            Ok(code @ 200..=599) => return Some(Status::Code(code, number.span())),
            Ok(100..=199) => {
                "a 1xx status is not an answer: another one follows it (RFC 9110 §15.2)\nhelp: a status of 200 to 599".to_owned()
            }
            _ => format!("`{number}` is not a status\nhelp: a status is 200 to 599 (RFC 9110 §15)"),
        },
        Expr::Path(path) if path.qself.is_none() => {
            let known = path.path.get_ident().and_then(|name| names::status_by_name(&name.to_string()));
            // `StatusCode::CREATED`, imported or not.
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
            return match known.or(of_type) {
                Some(code) if code < 200 => {
                    errors.push(value, "a 1xx status is not an answer: another one follows it (RFC 9110 §15.2)\nhelp: a status of 200 to 599");
                    None
                }
                Some(code) => Some(Status::Code(code, path.span())),
                None => Some(Status::Constant(path.path.clone())),
            };
        }
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
fn media_type(text: &LitStr, errors: &mut Errors) -> Option<String> {
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

fn header(name: &LitStr, value: &LitStr, errors: &mut Errors) -> Option<(String, String)> {
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
        (
            None,
            "accept"
            | "accept-charset"
            | "accept-encoding"
            | "accept-language"
            | "authorization"
            | "cookie"
            | "expect"
            | "from"
            | "host"
            | "if-match"
            | "if-modified-since"
            | "if-none-match"
            | "if-range"
            | "if-unmodified-since"
            | "max-forwards"
            | "origin"
            | "proxy-authorization"
            | "range"
            | "referer"
            | "te"
            | "user-agent",
        ) => Some(format!("`{text}` is a header of requests, and this is one of responses\nhelp: remove it")),
        (None, "content-length" | "transfer-encoding" | "connection" | "date") => {
            Some(format!("the server writes `{text}` itself, from what is sent\nhelp: remove it"))
        }
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

fn location(written: &LocationExpr, endpoint: &Endpoint) -> Location {
    let named: TokenStream = written.values.iter().map(|(_, value)| value.to_token_stream()).collect();
    let names: Vec<&str> = endpoint.pattern.captures().collect();
    let captures = endpoint.arguments.iter().enumerate().filter_map(|(at, argument)| {
        let (Source::Capture { index, .. }, Some(own)) = (&argument.source, &argument.name) else {
            return None;
        };
        // `_id` takes the capture `{id}`: both names are understood.
        let name = if mentions(&named, &plain(own)) {
            own.clone()
        } else {
            link::identifier(names[*index], argument)
        };
        mentions(&named, &plain(&name)).then_some((at, name))
    });
    Location {
        value: written.value.clone(),
        handler: written.handler.clone(),
        values: written.values.clone(),
        parentheses: written.parentheses,
        captures: captures.collect(),
    }
}

/// Units of a quantity, each with how much of the smallest it is.
struct Units {
    units: &'static [(&'static str, u64)],
    example: &'static str,
    what: &'static str,
}

const BYTES: Units = Units {
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

const MILLISECONDS: Units = Units {
    units: &[("ms", 1), ("s", 1_000), ("min", 60_000), ("h", 3_600_000)],
    example: "timeout = \"5 s\"",
    what: "a time",
};

fn quantity(value: &Expr, units: &Units, errors: &mut Errors) -> Option<u64> {
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
        (Some(0), Some(_)) => errors.push(value, format!("{what} is more than nothing\nhelp: `{example}`")),
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

impl Status {
    pub(crate) fn span(&self) -> Span {
        match self {
            Self::Code(_, span) => *span,
            Self::Constant(path) => path.span(),
        }
    }
}
