//! `RouteOption`: the keys after the path, each as written.

use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Expr, ExprClosure, LitInt, LitStr, Path, Token, token};

use super::args::{RouteArgs, expect_equals, expression};
use super::location_expr::LocationExpr;
use super::success_expr;
use crate::errors::Errors;
use crate::names;

/// One key with its value.
pub(crate) struct RouteOption {
    pub(crate) key: Ident,
    pub(crate) value: OptionValue,
}

pub(crate) enum OptionValue {
    /// `status = 201`
    Status(Expr),
    /// `content_type = "text/csv"`
    ContentType(LitStr),
    /// `header("Cache-Control" = "no-store")`
    Header(LitStr, LitStr),
    /// `location = |post| get_post(id = post.id)`
    Location(Box<LocationExpr>),
    /// `deprecated = "2026-01-31"`
    Deprecated(Expr),
    /// `sunset = "2027-01-31"`
    Sunset(Expr),
    /// `successor = list_v2(tag = tag)`
    Successor(Box<LocationExpr>),
    /// `deprecation_link = "https://example.com/v1"`
    DeprecationLink(LitStr),
    /// `sunset_link = "https://example.com/sunsets"`
    SunsetLink(LitStr),
    /// `etag`, `etag = |note| note.version`
    Etag(Option<Box<ExprClosure>>),
    /// `last_modified = |note| note.changed`
    LastModified(Box<ExprClosure>),
    /// `body_limit = "64 KiB"`
    BodyLimit(Expr),
    /// `timeout = "5 s"`
    Timeout(Expr),
    Blocking,
    Detached,
    Tag(LitStr),
    OperationId(LitStr),
    Hidden,
    Public,
}

const KEYS: &[(&str, &str)] = &[
    ("status", "status = 201"),
    ("content_type", "content_type = \"text/csv\""),
    ("header", "header(\"Cache-Control\" = \"no-store\")"),
    ("location", "location = |post| get_post(id = post.id)"),
    ("etag", "etag = |note| note.version"),
    ("last_modified", "last_modified = |note| note.changed"),
    ("body_limit", "body_limit = \"64 KiB\""),
    ("timeout", "timeout = \"5 s\""),
    ("blocking", "blocking"),
    ("detached", "detached"),
    ("tag", "tag = \"posts\""),
    ("operation_id", "operation_id = \"getPost\""),
    ("hidden", "hidden"),
    ("public", "public"),
    ("deprecated", "deprecated = \"2026-01-31\""),
    ("sunset", "sunset = \"2027-01-31\""),
    ("successor", "successor = get_post(id = id)"),
    ("deprecation_link", "deprecation_link = \"https://example.com/v1\""),
    ("sunset_link", "sunset_link = \"https://example.com/sunsets\""),
    ("crate", "crate = path::to::fingerpost"),
];

/// What people call these keys elsewhere.
const ALIASES: &[(&str, &str)] = &[
    ("code", "status"),
    ("status_code", "status"),
    ("mimetype", "content_type"),
    ("mime", "content_type"),
    ("media_type", "content_type"),
    ("produces", "content_type"),
    ("headers", "header"),
    ("tags", "tag"),
    ("name", "operation_id"),
    ("id", "operation_id"),
    ("e_tag", "etag"),
    ("version", "etag"),
    ("modified", "last_modified"),
    ("limit", "body_limit"),
    ("max_body", "body_limit"),
    ("deprecation", "deprecated"),
    ("deprecated_since", "deprecated"),
    ("successor_version", "successor"),
    ("replaced_by", "successor"),
    ("summary", "/// …"),
    ("description", "/// …"),
    ("doc", "/// …"),
];

/// What other frameworks say with a key and this one otherwise.
const ELSEWHERE: &[(&str, &str)] = &[
    ("data", "the body is an argument of the function, such as `Json<T>`, `Form<T>` or `String`"),
    ("body", "the body is an argument of the function, such as `Json<T>`, `Form<T>` or `String`"),
    ("rank", "the more specific path wins by itself: text before captures, and captures before rests"),
    ("priority", "the more specific path wins by itself: text before captures, and captures before rests"),
    ("response_model", "the type of the response is what the function returns"),
    ("response", "the type of the response is what the function returns"),
    ("query", "parameters of the query stand in the path: `\"/posts?{page}\"`"),
    ("params", "parameters of the query stand in the path: `\"/posts?{page}\"`"),
    ("if_match", "a handler asks for a precondition by an argument: `if_match: IfMatch`"),
    ("precondition", "a handler asks for a precondition by an argument: `if_match: IfMatch`"),
    ("preconditions", "a handler asks for a precondition by an argument: `if_match: IfMatch`"),
    (
        "consumes",
        "the media type is that of the argument that reads the body, such as `Json<T>`; `Either<Json<T>, Form<T>>` takes two",
    ),
    (
        "format",
        "the media type of a request is that of the argument that reads the body, such as `Json<T>`; that of the answer is of the type that is returned, or `content_type = \"text/csv\"`",
    ),
    ("request_body", "the body is an argument of the function, such as `Json<T>`, `Form<T>` or `String`"),
    ("state", "state is an argument of the function: `db: &Db`"),
    (
        "responses",
        "what is answered is said by the type that is returned, by `status = 201`, and by an error that derives `Problem`",
    ),
    (
        "errors",
        "what is answered is said by the type that is returned, by `status = 201`, and by an error that derives `Problem`",
    ),
    ("wrap", AROUND),
    ("middleware", AROUND),
    ("layer", AROUND),
    ("layers", AROUND),
    ("cors", "a layer is around the whole app: `App::new(…).layer(CorsLayer::permissive())`"),
    ("include_in_schema", "`hidden` leaves the route out of the document"),
    (
        "auth",
        "who asks is proved by an argument of the function, such as `Bearer` or a type of your own with `SECURITY`; a table demands it: `routes![auth = required, …]`",
    ),
    (
        "security",
        "who asks is proved by an argument of the function, such as `Bearer` or a type of your own with `SECURITY`",
    ),
    (
        "scopes",
        "the scopes are those of a type that proves them: `const SECURITY: Security = Security::any_of(…).scopes(&[\"posts:write\"])`",
    ),
    (
        "guard",
        "what decides about a request is an argument of the function: a type that implements `FromRequest`",
    ),
    (
        "dependencies",
        "what decides about a request is an argument of the function: a type that implements `FromRequest`",
    ),
];

/// There is nothing around one route.
const AROUND: &str = "a layer is around the whole app: `App::new(…).layer(…)`; what one handler needs is an argument of it: a type that implements `FromRequest`";

pub(crate) fn is_key(name: &str) -> bool {
    KEYS.iter().any(|(key, _)| *key == name)
}

pub(crate) fn is_flag(name: &str) -> bool {
    matches!(name, "blocking" | "detached" | "etag" | "hidden" | "public")
        || (is_key(name) && name.chars().all(char::is_lowercase))
}

fn example(key: &str) -> &'static str {
    KEYS.iter().find(|(known, _)| *known == key).map_or("", |(_, example)| example)
}

/// Parses one piece between commas into an option.
pub(crate) fn parse(piece: &TokenStream, args: &mut RouteArgs, errors: &mut Errors) {
    let read = |input: ParseStream<'_>| option(input, piece, &mut args.door);
    match read.parse2(piece.clone()) {
        Ok(Some(option)) => args.options.push(option),
        Ok(None) => {}
        Err(error) => errors.add(error),
    }
}

/// The option that the whole piece is; `None` where it says where fingerpost is.
fn option(
    input: ParseStream<'_>,
    whole: &TokenStream,
    door: &mut Option<TokenStream>,
) -> syn::Result<Option<RouteOption>> {
    let Ok(key) = input.call(Ident::parse_any) else {
        return Err(syn::Error::new_spanned(whole, unexpected(whole)));
    };
    if input.peek(Token![-]) && input.peek2(Ident::peek_any) {
        return Err(hyphenated(whole));
    }
    if key == "crate" {
        expect_equals(&key, input, example("crate"))?;
        *door = Some(crate::root::written_door(input)?);
        return Ok(None);
    }
    if let Some(status) = status_alone(whole) {
        let message = format!("a status stands here without its key\nhelp: `status = {status}`");
        return Err(syn::Error::new_spanned(whole, message));
    }
    let value = value(&key, input)?;
    if !input.is_empty() {
        let rest: TokenStream = input.parse()?;
        let message = format!(
            "unexpected after `{key}`\nhelp: a comma stands between the keys, and this one is `{}`",
            example(&key.to_string())
        );
        return Err(syn::Error::new_spanned(rest, message));
    }
    Ok(Some(RouteOption { key, value }))
}

/// `body-limit = …`
fn hyphenated(whole: &TokenStream) -> syn::Error {
    let written = whole.to_string().replace(' ', "");
    let key = written.split('=').next().unwrap_or_default();
    let joined = key.replace('-', "_");
    let help = match example(&joined) {
        "" => &joined,
        example => example,
    };
    let blamed: TokenStream = whole.clone().into_iter().take(3).collect();
    syn::Error::new_spanned(blamed, format!("there is no key `{key}`\nhelp: `{help}`"))
}

/// `CREATED` or `StatusCode::CREATED`, as others give a status by its place.
fn status_alone(piece: &TokenStream) -> Option<String> {
    let path: Path = syn::parse2(piece.clone()).ok()?;
    let name = &path.segments.last()?.ident;
    names::status_by_name(&name.to_string())?;
    Some(piece.to_string().replace(' ', ""))
}

fn unexpected(piece: &TokenStream) -> String {
    if let Ok(number) = syn::parse2::<LitInt>(piece.clone()) {
        return format!("a number stands here without its key\nhelp: `status = {number}`");
    }
    if syn::parse2::<LitStr>(piece.clone()).is_ok() {
        return "a second string: the path is given already\nhelp: a handler has one path; write a second function that calls this one".to_owned();
    }
    let keys: Vec<&str> = KEYS.iter().map(|(key, _)| *key).filter(|key| *key != "crate").collect();
    format!("expected a key\nhelp: the keys are {}", keys.join(", "))
}

fn value(key: &Ident, input: ParseStream<'_>) -> syn::Result<OptionValue> {
    let name = key.to_string();
    let example = example(&name);
    Ok(match name.as_str() {
        "status" => {
            expect_equals(key, input, example)?;
            OptionValue::Status(expression(input, example)?)
        }
        "content_type" => OptionValue::ContentType(text(key, input, example)?),
        "tag" => OptionValue::Tag(text(key, input, example)?),
        "operation_id" => OptionValue::OperationId(text(key, input, example)?),
        "body_limit" => {
            expect_equals(key, input, example)?;
            OptionValue::BodyLimit(expression(input, example)?)
        }
        "timeout" => {
            expect_equals(key, input, example)?;
            OptionValue::Timeout(expression(input, example)?)
        }
        "header" => header(key, input, example)?,
        "location" => {
            expect_equals(key, input, example)?;
            OptionValue::Location(Box::new(LocationExpr::parse(input)?))
        }
        "deprecated" if input.is_empty() => return Err(without_a_date(key, example)),
        "deprecated" => {
            expect_equals(key, input, example)?;
            OptionValue::Deprecated(expression(input, example)?)
        }
        "sunset" => {
            expect_equals(key, input, example)?;
            OptionValue::Sunset(expression(input, example)?)
        }
        "successor" => {
            expect_equals(key, input, example)?;
            OptionValue::Successor(Box::new(LocationExpr::parse_successor(input)?))
        }
        "deprecation_link" => OptionValue::DeprecationLink(text(key, input, example)?),
        "sunset_link" => OptionValue::SunsetLink(text(key, input, example)?),
        "etag" if input.is_empty() => OptionValue::Etag(None),
        "etag" => OptionValue::Etag(Some(Box::new(success_expr::parse(key, input, example)?))),
        "last_modified" => OptionValue::LastModified(Box::new(success_expr::parse(key, input, example)?)),
        "blocking" => flag(key, input, OptionValue::Blocking)?,
        "detached" => flag(key, input, OptionValue::Detached)?,
        "hidden" => flag(key, input, OptionValue::Hidden)?,
        "public" => flag(key, input, OptionValue::Public)?,
        _ => return Err(unknown(key, input.is_empty())),
    })
}

fn unknown(key: &Ident, is_alone: bool) -> syn::Error {
    let name = key.to_string();
    let alias = ALIASES.iter().find(|(alias, _)| *alias == name).map(|(_, key)| *key);
    let keys = KEYS.iter().map(|(key, _)| *key).filter(|key| *key != "crate");
    if let Some((_, help)) = ELSEWHERE.iter().find(|(key, _)| *key == name) {
        return syn::Error::new(key.span(), format!("there is no key `{name}`\nhelp: {help}"));
    }
    let message = match alias.or_else(|| names::nearest(&name, keys.clone())) {
        Some("/// …") => format!(
            "there is no key `{name}`\nhelp: the doc comment on the function is its summary and description"
        ),
        Some(meant) => format!("there is no key `{name}`\nhelp: did you mean `{}`?", example(meant)),
        None if is_alone => format!(
            "`{name}` is no key\nhelp: remove it: the handler is the function that the attribute stands on"
        ),
        None => {
            format!("there is no key `{name}`\nhelp: the keys are {}", keys.collect::<Vec<_>>().join(", "))
        }
    };
    syn::Error::new(key.span(), message)
}

fn without_a_date(key: &Ident, example: &str) -> syn::Error {
    let message = format!(
        "`deprecated` says since when\nhelp: `{example}`; where no date is known put `#[deprecated]` on the function"
    );
    syn::Error::new(key.span(), message)
}

fn flag(key: &Ident, input: ParseStream<'_>, value: OptionValue) -> syn::Result<OptionValue> {
    if input.is_empty() {
        return Ok(value);
    }
    let rest: TokenStream = input.parse()?;
    Err(syn::Error::new_spanned(
        rest,
        format!("`{key}` takes no value\nhelp: write `{key}` alone, or leave it out"),
    ))
}

fn text(key: &Ident, input: ParseStream<'_>, example: &str) -> syn::Result<LitStr> {
    expect_equals(key, input, example)?;
    let value = expression(input, example)?;
    literal(&value).ok_or_else(|| {
        syn::Error::new_spanned(&value, format!("`{key}` is a string literal\nhelp: `{example}`"))
    })
}

fn literal(value: &Expr) -> Option<LitStr> {
    match value {
        Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) => Some(text.clone()),
        Expr::Group(group) => literal(&group.expr),
        _ => None,
    }
}

fn header(key: &Ident, input: ParseStream<'_>, example: &str) -> syn::Result<OptionValue> {
    let wrong =
        |span: Span| syn::Error::new(span, format!("a header is its name and its value\nhelp: `{example}`"));
    if !input.peek(token::Paren) {
        return Err(wrong(if input.is_empty() { key.span() } else { input.span() }));
    }
    let inner;
    let parentheses = syn::parenthesized!(inner in input);
    let Ok(name) = inner.parse::<LitStr>() else {
        return Err(wrong(if inner.is_empty() { parentheses.span.join() } else { inner.span() }));
    };
    if !inner.peek(Token![=]) {
        return Err(wrong(if inner.is_empty() { name.span() } else { inner.span() }));
    }
    inner.parse::<Token![=]>()?;
    if inner.is_empty() {
        return Err(wrong(name.span()));
    }
    let value = expression(&inner, example)?;
    let Some(value) = literal(&value) else {
        let shown = value.to_token_stream().to_string();
        let message = format!(
            "the value of a header is a string literal\nhelp: `header(\"{}\" = \"{shown}\")`",
            name.value()
        );
        return Err(syn::Error::new_spanned(value, message));
    };
    if !inner.is_empty() {
        let rest: TokenStream = inner.parse()?;
        let message = "a header is one name and one value\nhelp: write `header(…)` again for another one";
        return Err(syn::Error::new_spanned(rest, message));
    }
    Ok(OptionValue::Header(name, value))
}

/// Every key but `header` and `tag` stands once.
pub(crate) fn reject_repeated(options: &[RouteOption], errors: &mut Errors) {
    for (at, option) in options.iter().enumerate() {
        let repeats = matches!(option.value, OptionValue::Header(..) | OptionValue::Tag(_));
        if !repeats && options[..at].iter().any(|earlier| earlier.key == option.key) {
            let key = option.key.to_token_stream();
            errors.push(&key, format!("`{key}` is given twice\nhelp: remove one"));
        }
    }
}
