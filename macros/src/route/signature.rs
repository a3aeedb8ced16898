//! `Handler`: the function as written, its body untouched.

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::spanned::Spanned;
use syn::{Attribute, FnArg, Pat, ReturnType, Safety, Signature, Token, Type, Visibility, parse_quote};

use super::{outputs, primitive};
use crate::errors::Errors;

/// A function that a route stands on.
pub(crate) struct Handler {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) signature: Signature,
    pub(crate) arguments: Vec<Argument>,
    /// The rest, its body, for the fallback.
    pub(crate) body: TokenStream,
    /// Whether the compiler has refused its arguments or its output, as those of a function that is still being written.
    pub(crate) is_refused: bool,
}

/// One argument as written.
pub(crate) struct Argument {
    /// Its name, where the pattern is just that.
    pub(crate) name: Option<Ident>,
    pub(crate) ty: Type,
    pub(crate) whole: TokenStream,
    /// Whether its pattern is that of a wrapper: `Json(post)`.
    pub(crate) is_unwrapped: bool,
}

impl Handler {
    pub(crate) fn name(&self) -> &Ident {
        &self.signature.ident
    }

    /// Whether its signature says that it stands in an `impl` or a trait.
    pub(crate) fn is_method(&self) -> bool {
        let takes_self = self.signature.inputs.iter().any(|input| matches!(input, FnArg::Receiver(_)));
        takes_self || first_self(&self.signature.to_token_stream()).is_some()
    }

    /// Where it begins, without its attributes and `pub`, and where its body is.
    pub(crate) fn place(&self) -> (Span, Span) {
        let Signature { constness, asyncness, safety, abi, fn_token, .. } = &self.signature;
        let safety = match safety {
            Safety::Safe(word) => Some(word.span),
            Safety::Unsafe(word) => Some(word.span),
            Safety::Default => None,
        };
        let words = [constness.map(|word| word.span), asyncness.map(|word| word.span), safety];
        let abi = abi.as_ref().map(|abi| abi.extern_token.span);
        let start = words.into_iter().chain([abi]).flatten().next().unwrap_or(fn_token.span);
        let body = self.body.clone().into_iter().next();
        (start, body.map_or(start, |first| first.span()))
    }

    /// Whether it is declared alone, `fn get_post(id: u64) -> Json<Post>;`: for a client to call.
    pub(crate) fn is_declared_alone(&self) -> bool {
        matches!(self.body.clone().into_iter().next(), Some(TokenTree::Punct(end)) if end.as_char() == ';')
    }

    /// Whether an argument has this name, or a part of one that is taken apart.
    pub(crate) fn takes(&self, name: &Ident) -> bool {
        let is_lower = |name: &str| !name.starts_with(char::is_uppercase);
        let binds = |input: &FnArg| match input {
            FnArg::Typed(argument) => mentions(&argument.pat.to_token_stream(), &plain(name)),
            FnArg::Receiver(_) => false,
        };
        is_lower(&plain(name)) && self.signature.inputs.iter().any(binds)
    }

    pub(crate) fn is_async(&self) -> bool {
        self.signature.asyncness.is_some()
    }

    /// The return type; `None` where none is written.
    pub(crate) fn output(&self) -> Option<&Type> {
        match &self.signature.output {
            ReturnType::Default => None,
            ReturnType::Type(_, ty) => Some(ty),
        }
    }
}

/// Parses the function; where it is none, says so and returns nothing.
pub(crate) fn parse(item: &TokenStream, errors: &mut Errors) -> Option<Handler> {
    match parts(item) {
        Ok(Parts { attrs, vis, signature, body, has_self }) => {
            reject_kinds(&attrs, &signature, has_self, errors);
            let arguments = arguments(&signature, errors);
            Some(Handler { attrs, vis, signature, arguments, body, is_refused: false })
        }
        Err(error) => {
            let refused = refused.parse2(item.clone()).ok();
            if refused.is_none() {
                errors.add(error);
            }
            refused
        }
    }
}

struct Parts {
    attrs: Vec<Attribute>,
    vis: Visibility,
    signature: Signature,
    body: TokenStream,
    /// Whether `Self` stands anywhere before its body.
    has_self: bool,
}

fn parts(item: &TokenStream) -> syn::Result<Parts> {
    let head = |input: ParseStream<'_>| {
        Ok((input.call(Attribute::parse_outer)?, input.parse()?, input.parse::<Signature>()?))
    };
    // The body is nobody's to read here, and as long as it likes.
    let mut tokens: Vec<TokenTree> = item.clone().into_iter().collect();
    if let Some(body) = tokens.pop_if(|last| is_body(last))
        && let has_self = tokens.iter().any(|token| in_token(token.clone()).is_some())
        && let Ok((attrs, vis, signature)) = head.parse2(tokens.into_iter().collect())
    {
        return Ok(Parts { attrs, vis, signature, body: body.into(), has_self });
    }
    let whole = |input: ParseStream<'_>| {
        let (attrs, vis) = (input.call(Attribute::parse_outer)?, input.parse()?);
        let rest = input.fork().parse::<TokenStream>()?;
        let signature = input.parse().map_err(|error| not_a_function(&rest, error))?;
        Ok(Parts { attrs, vis, signature, body: input.parse()?, has_self: true })
    };
    whole.parse2(item.clone())
}

fn is_body(token: &TokenTree) -> bool {
    match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        TokenTree::Punct(end) => end.as_char() == ';',
        _ => false,
    }
}

/// A free function of which only the name is understood. The compiler has parsed it before, and said what is wrong.
fn refused(input: ParseStream<'_>) -> syn::Result<Handler> {
    let attrs = input.call(Attribute::parse_outer)?;
    let vis = input.parse()?;
    input.parse::<Option<Token![const]>>()?;
    input.parse::<Option<Token![async]>>()?;
    let keyword: Token![fn] = input.parse()?;
    let name: Ident = input.parse()?;
    let rest: TokenStream = input.parse()?;
    if first_self(&rest).is_some() || mentions(&rest, "self") {
        return Err(syn::Error::new(name.span(), "a method"));
    }
    let body = rest.into_iter().last().map(TokenStream::from).unwrap_or_default();
    let signature = parse_quote!(#keyword #name());
    Ok(Handler { attrs, vis, signature, arguments: Vec::new(), body, is_refused: true })
}

fn not_a_function(rest: &TokenStream, error: syn::Error) -> syn::Error {
    let first = rest.clone().into_iter().next();
    let word = first.as_ref().map(ToString::to_string).unwrap_or_default();
    let kinds = ["struct", "enum", "union", "impl", "trait", "mod", "type", "static", "use", "macro_rules"];
    if kinds.contains(&word.as_str()) || (word == "const" && !rest.to_string().contains("fn ")) {
        let message =
            format!("a route stands on a function, and this is `{word}`\nhelp: put it on a free function");
        return syn::Error::new(first.span(), message);
    }
    error
}

/// Names that stand between a handler and its call.
const GENERATED: [&str; 3] = ["__call", "__fingerpost", "__returned"];

/// What a handler cannot be.
fn reject_kinds(attrs: &[Attribute], signature: &Signature, has_self: bool, errors: &mut Errors) {
    for attr in attrs.iter().filter(|attr| is_route(attr)) {
        let message = "a handler has one route\nhelp: several methods of one path are `#[route(GET | HEAD, \"/path\")]`; for another path write a second function that calls this one";
        errors.push(attr, message);
    }
    if primitive::is_name(&signature.ident) {
        let name = &signature.ident;
        let message = format!(
            "a handler's name is that of a type too, and would hide the type `{name}` from all that stands beside it\nhelp: another name, such as `get_{name}`"
        );
        errors.push(name, message);
    }
    if GENERATED.iter().any(|generated| signature.ident == generated) {
        let message = "a handler cannot have this name: what calls it has it too\nhelp: another name";
        errors.push(&signature.ident, message);
    }
    if let Some(token) = &signature.constness {
        errors
            .push(token, "a handler cannot be a `const fn`\nhelp: remove `const`, or let a handler call it");
    }
    if !matches!(signature.safety, Safety::Default) {
        let message = "a handler cannot be `unsafe`: clients choose its arguments\nhelp: remove `unsafe`, or call it in a handler that checks";
        errors.push(&signature.safety, message);
    }
    if let Some(abi) = &signature.abi {
        errors.push(abi, "a handler cannot be `extern`\nhelp: remove it, or let a handler call it");
    }
    if let Some(variadic) = &signature.variadic {
        errors.push(variadic, "a handler has a fixed number of arguments");
    }
    if let ReturnType::Type(_, ty) = &signature.output {
        outputs::reject(ty, signature, errors);
    }
    // To look at the head as it came spares that of most handlers.
    if has_self && let Some(word) = first_self(&signature.to_token_stream()) {
        let message = "a handler is a free function, outside of any `impl`\nhelp: move it out of the `impl`, and write the type for `Self`";
        errors.push(word, message);
    }
    for parameter in &signature.generics.params {
        if !matches!(parameter, syn::GenericParam::Lifetime(_)) {
            let message = "a handler cannot be generic: a route has one type\nhelp: write the type, and call the generic function from a handler of each";
            errors.push(parameter, message);
        }
    }
}

/// `Self`, which only a function in an `impl` can say.
fn first_self(tokens: &TokenStream) -> Option<Ident> {
    tokens.clone().into_iter().find_map(in_token)
}

fn in_token(token: TokenTree) -> Option<Ident> {
    match token {
        TokenTree::Ident(ident) => (ident == "Self").then_some(ident),
        TokenTree::Group(group) => first_self(&group.stream()),
        _ => None,
    }
}

/// Whether an attribute is one of ours, by its name.
pub(crate) fn is_route(attr: &Attribute) -> bool {
    const NAMES: [&str; 8] = ["route", "get", "post", "put", "patch", "delete", "head", "options"];
    attr.path().segments.last().is_some_and(|last| NAMES.contains(&&*last.ident.to_string()))
}

fn arguments(signature: &Signature, errors: &mut Errors) -> Vec<Argument> {
    let mut arguments = Vec::new();
    for input in &signature.inputs {
        match input {
            FnArg::Receiver(receiver) => {
                let message = "a handler is a free function, without `self`\nhelp: move it out of the `impl`, and take what `self` was as `&Type` state";
                errors.push(receiver, message);
            }
            FnArg::Typed(argument) => {
                let name = match &*argument.pat {
                    Pat::Ident(pattern) if pattern.subpat.is_none() => Some(escaped(&pattern.ident)),
                    _ => None,
                };
                arguments.push(Argument {
                    name,
                    ty: (*argument.ty).clone(),
                    whole: argument.to_token_stream(),
                    is_unwrapped: matches!(*argument.pat, Pat::TupleStruct(_)),
                });
            }
        }
    }
    arguments
}

/// A name that later editions keep for themselves, as all of them understand it: the compiler has said so where it stands.
fn escaped(name: &Ident) -> Ident {
    if name == "gen" { Ident::new_raw("gen", name.span()) } else { name.clone() }
}

/// A name as the path and the query spell it: without `r#`.
pub(crate) fn plain(name: &Ident) -> String {
    name.unraw().to_string()
}

/// Whether an identifier stands anywhere in some tokens.
pub(crate) fn mentions(tokens: &TokenStream, name: &str) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Ident(ident) => plain(&ident) == name,
        TokenTree::Group(group) => mentions(&group.stream(), name),
        _ => false,
    })
}

/// Whether a lifetime is named, of those that are `wanted` by their name.
pub(super) fn has_lifetime(tokens: &TokenStream, wanted: fn(&Ident) -> bool) -> bool {
    let mut is_lifetime = false;
    tokens.clone().into_iter().any(|token| {
        let was_mark = std::mem::take(&mut is_lifetime);
        match token {
            TokenTree::Punct(mark) => is_lifetime = mark.as_char() == '\'',
            TokenTree::Ident(name) => return was_mark && wanted(&name),
            TokenTree::Group(group) => return has_lifetime(&group.stream(), wanted),
            TokenTree::Literal(_) => {}
        }
        false
    })
}
