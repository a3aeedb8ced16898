//! `#[problem(…)]` as written: spans kept, nothing judged but the grammar.

use proc_macro2::{Span, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::spanned::Spanned;
use syn::{Attribute, Error, Ident, LitInt, LitStr, Meta, Path, Result, Token, parenthesized, token};

use crate::errors::Errors;
use crate::names::{nearest, status_by_name};

/// One part of a `#[problem(…)]`, with the word or value to blame when it is one too many.
pub(super) struct ProblemOption {
    pub(super) blame: Span,
    pub(super) what: What,
}

pub(super) enum What {
    Status(StatusToken),
    Detail(LitStr),
    Title(LitStr),
    TypeUri(LitStr),
    Instance(LitStr),
    Header(LitStr, LitStr),
    Transparent,
    Display,
    Public,
    /// Of a field; without a name, the field's own.
    Member(Option<LitStr>),
}

/// A status in each way people write it.
pub(super) enum StatusToken {
    Number(LitInt),
    Text(LitStr),
    Path(Path),
}

const KEYS: [&str; 10] =
    ["status", "title", "detail", "type", "instance", "header", "transparent", "display", "public", "member"];

/// The options of one attribute. What cannot be read is a mistake, and reading goes on behind the next comma.
pub(super) fn options(attribute: &Attribute, errors: &mut Errors) -> Vec<ProblemOption> {
    let Meta::List(list) = &attribute.meta else {
        errors.push(
            attribute.meta.to_token_stream(),
            "this says no problem\nhelp: write a status and a detail: `#[problem(404, \"what is missing\")]`",
        );
        return Vec::new();
    };
    let mut found = Vec::new();
    let read = |input: ParseStream<'_>| {
        while !input.is_empty() {
            if let Some(mistake) = behind_the_text(input, &mut found) {
                errors.add(mistake);
                continue;
            }
            match option(input).and_then(|option| ended(input).map(|()| option)) {
                Ok(option) => found.push(option),
                Err(error) => {
                    errors.add(error);
                    while !input.is_empty() && !input.peek(Token![,]) {
                        input.parse::<TokenTree>()?;
                    }
                }
            }
            input.parse::<Option<Token![,]>>()?;
        }
        Ok(())
    };
    if let Err(error) = read.parse2(list.tokens.clone()) {
        errors.add(error);
    }
    found
}

/// `"no post {}", id`, as `format!` has it. The text is no second mistake.
fn behind_the_text(input: ParseStream<'_>, found: &mut Vec<ProblemOption>) -> Option<Error> {
    let Some(ProblemOption { what: What::Detail(text), .. }) = found.last() else { return None };
    let ahead = input.fork();
    let field: Ident = ahead.parse().ok()?;
    let is_alone = ahead.is_empty() || ahead.peek(Token![,]);
    if !is_alone || KEYS.iter().any(|key| field == key) || !text.value().contains("{}") {
        return None;
    }
    let named = text.value().replacen("{}", &format!("{{{field}}}"), 1);
    let message = format!("a field stands in the text\nhelp: `\"{named}\"`");
    found.pop();
    while let Ok(token) = input.parse::<TokenTree>() {
        if matches!(token, TokenTree::Punct(comma) if comma.as_char() == ',') {
            break;
        }
    }
    Some(Error::new(field.span(), message))
}

/// Whether it is one that other derives read, and says what a `#[problem(…)]` says here.
pub(super) fn is_of_another(attribute: &Attribute) -> bool {
    ["error", "response", "status"].iter().any(|name| attribute.path().is_ident(name))
}

/// The `#[problem(…)]` that stands in its place: with its status and its text, where it has them.
pub(super) fn instead_of(attribute: &Attribute) -> String {
    let tokens = match &attribute.meta {
        Meta::List(list) => list.tokens.clone(),
        other => other.to_token_stream(),
    };
    let (mut status, mut text) = (None, None);
    for token in tokens {
        let code = token.to_string();
        let is_status = code.parse().is_ok_and(|code: u16| (400..=599).contains(&code));
        let is_name = matches!(token, TokenTree::Ident(_)) && status_by_name(&code).is_some();
        if is_status || is_name {
            status.get_or_insert(code);
        } else if syn::parse2::<LitStr>(token.into()).is_ok() {
            text.get_or_insert(code);
        }
    }
    let text = text.unwrap_or_else(|| "\"what is missing\"".to_owned());
    format!("#[problem({}, {text})]", status.as_deref().unwrap_or("404"))
}

fn ended(input: ParseStream<'_>) -> Result<()> {
    if input.is_empty() || input.peek(Token![,]) {
        return Ok(());
    }
    Err(input.error("a comma is missing before this\nhelp: `#[problem(404, \"what is missing\")]`"))
}

fn option(input: ParseStream<'_>) -> Result<ProblemOption> {
    if input.peek(LitInt) {
        let number: LitInt = input.parse()?;
        return Ok(ProblemOption { blame: number.span(), what: What::Status(StatusToken::Number(number)) });
    }
    if input.peek(LitStr) {
        let text: LitStr = input.parse()?;
        // A string where the status goes is a status in quotes; else it is the detail.
        let is_status = text.value().parse::<u16>().is_ok();
        let blame = text.span();
        let what = if is_status { What::Status(StatusToken::Text(text)) } else { What::Detail(text) };
        return Ok(ProblemOption { blame, what });
    }
    if input.peek(Token![::]) || (input.peek(Ident::peek_any) && input.peek2(Token![::])) {
        let path = input.call(Path::parse_mod_style)?;
        return Ok(ProblemOption { blame: path.span(), what: What::Status(StatusToken::Path(path)) });
    }
    if !input.peek(Ident::peek_any) {
        return Err(input.error(
            "this is no part of a problem\n\
                 help: write a status, a detail and options: `#[problem(404, \"no post {id}\", title = \"No post\")]`",
        ));
    }
    let word = input.call(Ident::parse_any)?;
    let blame = word.span();
    let what = if input.peek(Token![=]) {
        input.parse::<Token![=]>()?;
        keyed(&word, input)?
    } else if input.peek(token::Paren) && word == "header" {
        header(input)?
    } else {
        bare(word)?
    };
    Ok(ProblemOption { blame, what })
}

/// What stands behind `key =`.
fn keyed(key: &Ident, input: ParseStream<'_>) -> Result<What> {
    match key.to_string().as_str() {
        "status" => status(key, input).map(What::Status),
        "title" => text(key, input).map(What::Title),
        "detail" => text(key, input).map(What::Detail),
        "type" => text(key, input).map(What::TypeUri),
        "instance" => text(key, input).map(What::Instance),
        "member" => text(key, input).map(|name| What::Member(Some(name))),
        "header" => Err(wrong_header(key.span())),
        flag @ ("transparent" | "display" | "public") => {
            Err(Error::new(key.span(), format!("`{flag}` takes no value\nhelp: write `{flag}`")))
        }
        _ => Err(unknown(key)),
    }
}

/// A word that stands alone.
fn bare(word: Ident) -> Result<What> {
    match word.to_string().as_str() {
        "transparent" => Ok(What::Transparent),
        "display" => Ok(What::Display),
        "public" => Ok(What::Public),
        "member" => Ok(What::Member(None)),
        "status" => Err(Error::new(word.span(), "which status?\nhelp: write `status = 404`")),
        "header" => Err(wrong_header(word.span())),
        key if KEYS.contains(&key) => {
            Err(Error::new(word.span(), format!("`{key}` has no value\nhelp: write `{key} = \"…\"`")))
        }
        name if name.starts_with(char::is_uppercase) => Ok(What::Status(StatusToken::Path(word.into()))),
        _ => Err(unknown(&word)),
    }
}

fn status(key: &Ident, input: ParseStream<'_>) -> Result<StatusToken> {
    if input.peek(LitInt) {
        return input.parse().map(StatusToken::Number);
    }
    if input.peek(LitStr) {
        return input.parse().map(StatusToken::Text);
    }
    let place = if input.is_empty() { key.span() } else { input.span() };
    input.call(Path::parse_mod_style).map(StatusToken::Path).map_err(|_| {
        Error::new(place, "this is no status\nhelp: write a number, `404`, or its name, `NOT_FOUND`")
    })
}

fn text(key: &Ident, input: ParseStream<'_>) -> Result<LitStr> {
    // Behind the last token stands nothing to blame.
    let place = if input.is_empty() { key.span() } else { input.span() };
    input
        .parse()
        .map_err(|_| Error::new(place, format!("`{key}` is a text\nhelp: put it in quotes: `{key} = \"…\"`")))
}

fn header(input: ParseStream<'_>) -> Result<What> {
    let content;
    let parens = parenthesized!(content in input);
    let pair = |input: ParseStream<'_>| -> Result<What> {
        let name = input.parse()?;
        input.parse::<Token![=]>()?;
        let value = input.parse()?;
        input.parse::<Option<Token![,]>>()?;
        if input.is_empty() { Ok(What::Header(name, value)) } else { Err(input.error("")) }
    };
    pair(&content).map_err(|_| {
        // The rest of a buffer that is dropped half-read would be a second error.
        while content.parse::<TokenTree>().is_ok() {}
        wrong_header(parens.span.join())
    })
}

fn wrong_header(place: Span) -> Error {
    Error::new(
        place,
        "a header is a name and a value, both texts\nhelp: write `header(\"Retry-After\" = \"5\")`",
    )
}

fn unknown(word: &Ident) -> Error {
    let found = word.to_string();
    let help = match nearest(&found, KEYS) {
        Some(key @ ("transparent" | "display" | "public" | "member")) => format!("write `{key}`"),
        Some("header") => "write `header(\"Name\" = \"value\")`".to_owned(),
        Some("status") => "write `status = 404`".to_owned(),
        Some(key) => format!("write `{key} = \"…\"`"),
        None if found == "crate" => {
            "where fingerpost is stands on the type, alone: `#[problem(crate = path::to::fingerpost)]`".to_owned()
        }
        None => {
            "the keys are `status`, `title`, `detail`, `type`, `instance`, `header(…)`, `transparent`, `display`, `public`"
                .to_owned()
        }
    };
    Error::new(word.span(), format!("a problem has no `{found}`\nhelp: {help}"))
}
