//! `problem!(404, "no post {id}")`: read as it is written, so that each slip is told by its own words.

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Error, Expr, Lit, LitStr, Result, Token};

use super::template::Holes;
use crate::tokens;

const EXAMPLE: &str = "`problem!(404, \"no post {id}\")`";

/// The problem, or what is wrong with it. What is called hands the path of fingerpost on, in brackets.
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let mut tokens = input.into_iter();
    let root = match tokens.next() {
        Some(TokenTree::Group(root)) => root.stream(),
        _ => TokenStream::new(),
    };
    problem(&root, &tokens.collect::<Vec<_>>()).unwrap_or_else(Error::into_compile_error)
}

fn problem(root: &TokenStream, written: &[TokenTree]) -> Result<TokenStream> {
    let (status, rest) = piece(written);
    let (detail, rest) = piece(rest.unwrap_or_default());
    let code = status_of(status, detail, rest)?.into_token_stream();
    let door = at(root, code.span());
    let proved = quote_spanned!(code.span()=> #door::__private::check::failure_status(#code).get());
    let new = quote!(#root::Problem::new(#code));
    let proof = quote!(const _: ::core::primitive::u16 = #proved;);
    if detail.is_empty() {
        return match rest.and_then(<[TokenTree]>::first) {
            Some(first) => Err(Error::new(first.span(), format!("the text stands here\nhelp: {EXAMPLE}"))),
            None => Ok(quote!({ #proof #new })),
        };
    }
    let text = detail_of(&code, detail)?;
    let arguments: TokenStream = rest.unwrap_or_default().iter().cloned().collect();
    let (proofs, filled, members) = match members(rest.unwrap_or_default())? {
        Some(members) => {
            let proofs = members.iter().map(|(name, _)| {
                let root = at(root, name.span());
                quote_spanned!(name.span()=> const _: &::core::primitive::str = #root::__private::problem_member(#name);)
            });
            let with = members.iter().map(|(name, value)| quote!(.with(#name, &#value)));
            (quote!(#(#proofs)*), quote!(#text), quote!(#(#with)*))
        }
        None => (TokenStream::new(), quote!(#text, #arguments), TokenStream::new()),
    };
    holes(&code, &text, arguments.is_empty() || !members.is_empty())?;
    Ok(quote!({
        #proof
        #proofs
        #new.detail(#root::__private::problem_detail(::core::format_args!(#filled))) #members
    }))
}

/// What stands before the next comma, and what behind it, if there is one.
fn piece(tokens: &[TokenTree]) -> (&[TokenTree], Option<&[TokenTree]>) {
    let is_comma = |token: &TokenTree| matches!(token, TokenTree::Punct(comma) if comma.as_char() == ',');
    match tokens.iter().position(is_comma) {
        Some(at) => (&tokens[..at], Some(&tokens[at + 1..])),
        None => (tokens, None),
    }
}

fn status_of(status: &[TokenTree], detail: &[TokenTree], rest: Option<&[TokenTree]>) -> Result<Expr> {
    if let Some(mistake) = not_the_status(status, detail, rest) {
        return Err(mistake);
    }
    let tokens: TokenStream = status.iter().cloned().collect();
    let Ok(code) = syn::parse2::<Expr>(tokens.clone()) else {
        let message = format!("this is no whole status\nhelp: a number or a `StatusCode`: {EXAMPLE}");
        return Err(Error::new_spanned(tokens, message));
    };
    if matches!(&code, Expr::Lit(literal) if !matches!(literal.lit, Lit::Int(_))) {
        let message = format!("a status is a number or a `StatusCode`\nhelp: {EXAMPLE}");
        return Err(Error::new_spanned(tokens, message));
    }
    if let Expr::Lit(literal) = &code
        && let Lit::Int(number) = &literal.lit
        && !matches!(number.suffix(), "" | "u16")
    {
        let message = format!("a status is a `u16`\nhelp: `{}`", number.base10_digits());
        return Err(Error::new_spanned(tokens, message));
    }
    if let Some(local) = local(&code) {
        let shown = shown(status);
        let message = format!(
            "the status of a `problem!` is known before the program runs\nhelp: for one that is not: `Problem::new({shown}).detail(\"…\")`"
        );
        return Err(Error::new(local.span(), message));
    }
    Ok(code)
}

/// What stands where the status should, as far as its tokens tell.
fn not_the_status(status: &[TokenTree], detail: &[TokenTree], rest: Option<&[TokenTree]>) -> Option<Error> {
    let is_text = |token: &TokenTree| string(token).is_some();
    let (span, message) = match status {
        [] => {
            let span = detail.first().map_or_else(Span::call_site, TokenTree::span);
            (span, format!("a problem begins with its status\nhelp: {EXAMPLE}"))
        }
        [text] if is_text(text) => (text.span(), text_first(&string(text)?, detail, rest)),
        [TokenTree::Ident(key), TokenTree::Punct(sign), behind @ ..]
            if matches!(sign.as_char(), '=' | ':')
                && !matches!(behind.first(), Some(TokenTree::Punct(next)) if next.as_char() == sign.as_char()) =>
        {
            (key.span(), format!("the status has no key: it stands first\nhelp: {EXAMPLE}"))
        }
        [code @ TokenTree::Literal(_), text, ..] if is_text(text) => {
            let help = format!("`problem!({code}, {text})`");
            (text.span(), format!("a comma stands between the status and the text\nhelp: {help}"))
        }
        _ => return None,
    };
    Some(Error::new(span, message))
}

/// A status in quotes, or the text before the status.
fn text_first(text: &LitStr, detail: &[TokenTree], rest: Option<&[TokenTree]>) -> String {
    if let Ok(code) = text.value().parse::<u16>() {
        return format!("a status is a number\nhelp: `{code}`, not `\"{code}\"`");
    }
    let written = text.token();
    let help = match detail {
        // It is put before its text.
        [TokenTree::Literal(code)] if rest.is_none() && is_status(code) => format!("{code}, {written}"),
        [] => format!("404, {written}"),
        _ => format!("404, {written}, {}", shown(detail)),
    };
    format!("a problem begins with its status\nhelp: `problem!({help})`")
}

fn is_status(number: &proc_macro2::Literal) -> bool {
    number.to_string().parse().is_ok_and(|code: u16| (100..=599).contains(&code))
}

/// The first name that is a variable's: lower case, alone, and not that of a function.
fn local(code: &Expr) -> Option<&Ident> {
    match code {
        Expr::Path(path) => path
            .path
            .get_ident()
            .filter(|name| name.unraw().to_string().starts_with(|letter: char| letter.is_lowercase())),
        Expr::Call(call) => {
            let function = if matches!(&*call.func, Expr::Path(_)) { None } else { local(&call.func) };
            function.or_else(|| call.args.iter().find_map(local))
        }
        Expr::MethodCall(call) => local(&call.receiver).or_else(|| call.args.iter().find_map(local)),
        Expr::Field(field) => local(&field.base),
        Expr::Index(index) => local(&index.expr).or_else(|| local(&index.index)),
        Expr::Binary(both) => local(&both.left).or_else(|| local(&both.right)),
        Expr::Unary(unary) => local(&unary.expr),
        Expr::Reference(reference) => local(&reference.expr),
        Expr::Cast(cast) => local(&cast.expr),
        Expr::Paren(paren) => local(&paren.expr),
        Expr::Group(group) => local(&group.expr),
        Expr::If(choice) => local(&choice.cond),
        Expr::Match(choice) => local(&choice.expr),
        // What a block declares is its own.
        _ => None,
    }
}

fn detail_of(code: &TokenStream, detail: &[TokenTree]) -> Result<LitStr> {
    let [first, behind @ ..] = detail else { unreachable!("a detail of nothing is none") };
    let Some(text) = string(first) else { return Err(no_text(code, detail, first.span())) };
    let Some(next) = behind.first() else { return Ok(text) };
    let message = format!(
        "a comma stands between the text and what it is about\nhelp: `problem!({code}, {}, {})`",
        text.token(),
        shown(behind)
    );
    Err(Error::new(next.span(), message))
}

/// What stands where the text should.
fn no_text(code: &TokenStream, detail: &[TokenTree], start: Span) -> Error {
    let help = match detail {
        [TokenTree::Ident(_), TokenTree::Punct(sign), .., value]
            if sign.as_char() == '=' && string(value).is_some() =>
        {
            let message = format!(
                "the text has no key: it stands behind the status\nhelp: `problem!({code}, {value})`"
            );
            return Error::new(start, message);
        }
        [TokenTree::Ident(name)] => format!("\"{{{name}}}\""),
        [TokenTree::Ident(name), TokenTree::Punct(_), TokenTree::Group(text)] if name == "format" => {
            text.stream().to_string()
        }
        // As in JSON.
        [TokenTree::Group(members)] if members.delimiter() == Delimiter::Brace => {
            let members: Vec<TokenTree> = members.stream().into_iter().collect();
            match &members[..] {
                [name, TokenTree::Punct(colon), value, ..]
                    if colon.as_char() == ':' && string(name).is_some() =>
                {
                    format!("\"…\", {name} = {value}")
                }
                _ => "\"no post {id}\"".to_owned(),
            }
        }
        _ => format!("\"{{}}\", {}", shown(detail)),
    };
    let message = format!(
        "the text is a string literal, and formats what it is about\nhelp: `problem!({code}, {help})`"
    );
    Error::new_spanned(detail.iter().cloned().collect::<TokenStream>(), message)
}

/// The extension members, `"name" = value`, where they are what follows the text.
fn members(rest: &[TokenTree]) -> Result<Option<Vec<(LitStr, Expr)>>> {
    let is_member = |tokens: &[TokenTree]| matches!(tokens, [name, TokenTree::Punct(sign), ..] if sign.as_char() == '=' && string(name).is_some());
    let pieces = pieces(rest);
    if let Some(mistake) = pieces.iter().find_map(|piece| with_a_colon(piece)) {
        return Err(mistake);
    }
    if !pieces.iter().any(|piece| is_member(piece)) {
        return Ok(None);
    }
    // All at once: a value may have commas of its own.
    let all = |input: ParseStream<'_>| input.call(Punctuated::<Member, Token![,]>::parse_terminated);
    if let Ok(members) = all.parse2(rest.iter().cloned().collect()) {
        return Ok(Some(members.into_iter().map(|Member(name, value)| (name, value)).collect()));
    }
    let is_none = |piece: &&&[TokenTree]| syn::parse2::<Member>(piece.iter().cloned().collect()).is_err();
    let wrong = pieces.iter().find(is_none).copied().unwrap_or(rest);
    let message = "an extension member is a name and a value, and what the text is about stands in it: `{id}`\nhelp: `problem!(429, \"slow down\", \"limit\" = 60)`";
    Err(Error::new_spanned(wrong.iter().cloned().collect::<TokenStream>(), message))
}

/// What stands between the commas.
fn pieces(tokens: &[TokenTree]) -> Vec<&[TokenTree]> {
    let mut pieces = Vec::new();
    let mut left = Some(tokens);
    while let Some(tokens) = left.filter(|tokens| !tokens.is_empty()) {
        let (next, behind) = piece(tokens);
        pieces.push(next);
        left = behind;
    }
    pieces
}

/// `limit: 60` and `"limit": 60`
fn with_a_colon(piece: &[TokenTree]) -> Option<Error> {
    let [name, TokenTree::Punct(colon), value, ..] = piece else { return None };
    if colon.as_char() != ':' {
        return None;
    }
    if let Some(name) = string(name) {
        let message = format!("a value stands behind `=`\nhelp: `{} = {value}`", name.token());
        return Some(Error::new(colon.span(), message));
    }
    // `limits::MOST` is a path.
    let is_path = matches!(value, TokenTree::Punct(next) if next.as_char() == ':');
    let TokenTree::Ident(name) = name else { return None };
    let message =
        format!("a member is its name in quotes, and its value behind `=`\nhelp: `\"{name}\" = {value}`");
    (!is_path).then(|| Error::new(name.span(), message))
}

/// `"limit" = 60`
struct Member(LitStr, Expr);

impl Parse for Member {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let name = input.parse()?;
        input.parse::<Token![=]>()?;
        Ok(Self(name, input.parse()?))
    }
}

/// What stands in the braces: `{}` is refused where nothing follows the text to stand there.
fn holes(code: &TokenStream, text: &LitStr, is_alone: bool) -> Result<()> {
    let value = text.value();
    let holes = Holes::read(&value).map_err(|complaint| Error::new(text.span(), complaint))?;
    if is_alone && holes.names().any(|(name, _)| name.is_empty()) {
        let named = value.replacen("{}", "{id}", 1);
        let message = format!(
            "nothing is given for `{{}}`\nhelp: name it, as in `problem!({code}, \"{named}\")`, or put it behind the text"
        );
        return Err(Error::new(text.span(), message));
    }
    Ok(())
}

/// A string literal, in the group of a `macro_rules!` fragment too.
fn string(token: &TokenTree) -> Option<LitStr> {
    syn::parse2(token.to_token_stream()).ok()
}

fn shown(tokens: &[TokenTree]) -> String {
    tokens.iter().cloned().collect::<TokenStream>().to_string()
}

/// The path of the crate, where what is proved with it is blamed.
fn at(root: &TokenStream, span: Span) -> TokenStream {
    tokens::each(root.clone(), &mut |mut token| {
        token.set_span(token.span().located_at(span));
        token
    })
}
