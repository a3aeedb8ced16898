//! `RouteArgs` and `Handler` to `Endpoint`: all judgement that needs no types.

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{Attribute, Expr, Type};

use super::args::RouteArgs;
use super::dates::{date, sunset_not_before_deprecation};
use super::location_expr::LocationExpr;
use super::model::{Call, Endpoint, Lifecycle, Location, Source, Status};
use super::options::{OptionValue, RouteOption};
use super::signature::{Handler, has_lifetime, mentions, plain};
use super::values::{BYTES, MILLISECONDS, header, media_type, quantity, status, url};
use super::{arguments, docs, link, outputs, path, scope, validators};
use crate::errors::Errors;
use crate::{handler_path, tokens};

/// The facts, where the attribute has a path to speak of; mistakes are in `errors`.
pub(crate) fn endpoint(
    args: &RouteArgs,
    handler: &Handler,
    macros: &TokenStream,
    errors: &mut Errors,
) -> Option<Endpoint> {
    let path = args.path.clone()?;
    let mistakes_before = errors.count();
    let pattern = path::parse(&path, errors);
    let written_output = handler.output().map_or_else(|| syn::parse_quote!(()), without_lifetimes);
    let mut endpoint = Endpoint {
        name: handler.name().clone(),
        vis: handler.vis.clone(),
        twin: Ident::new("__Twin", handler.name().span()),
        macros: macros.clone(),
        place: handler.place(),
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
        output: handler.output().is_none_or(can_be_named).then(|| written_output.clone()),
        written_output,
        output_span: handler.output().map_or_else(|| handler.name().span(), Spanned::span),
        status: None,
        content_type: None,
        headers: Vec::new(),
        location: None,
        validators: None,
        body_limit: None,
        timeout_ms: None,
        docs: docs::of(&handler.attrs),
        tags: Vec::new(),
        operation_id: None,
        detached: false,
        hidden: false,
        public: None,
        deprecated: handler.attrs.iter().any(|attr| attr.path().is_ident("deprecated")),
        lifecycle: Lifecycle::default(),
        deprecation: handler.attrs.iter().find(|attr| attr.path().is_ident("deprecated")).cloned(),
    };
    for option in &args.options {
        apply(&option.key, &option.value, handler, &mut endpoint, errors);
    }
    judge_together(&endpoint, &args.options, errors);
    Some(endpoint)
}

/// What the keys say together, each of which is right alone.
fn judge_together(endpoint: &Endpoint, options: &[RouteOption], errors: &mut Errors) {
    sunset_not_before_deprecation(&endpoint.lifecycle, errors);
    if let Some(Status::Code(code @ (301..=303 | 307 | 308), span, _)) = endpoint.status
        && endpoint.location.is_none()
        && !endpoint.headers.iter().any(|(name, _)| name == "location")
    {
        let message = format!(
            "{code} sends the client elsewhere, and nothing says where\nhelp: return a `Redirect`, or add `location = …`"
        );
        errors.add(syn::Error::new(span, message));
    }
    if let Some(Status::Code(204 | 205 | 304, span, _)) = endpoint.status
        && endpoint.output.is_none()
        && outputs::is_content(&endpoint.written_output)
    {
        // What the compiler says where the type has a name, and can be asked.
        let message = "a response with this status has no body (RFC 9110 §6.4.1), and the handler returns one\nhelp: return `()`, or declare another status";
        errors.add(syn::Error::new(span, message));
    }
    for option in options.iter().filter(|_| endpoint.location.is_some()) {
        let OptionValue::Header(name, _) = &option.value else { continue };
        if name.value().eq_ignore_ascii_case("location") {
            errors.push(name, "`Location` is declared twice: it has a key\nhelp: remove one");
        }
    }
    validators::judge(endpoint, options, errors);
}

fn apply(key: &Ident, value: &OptionValue, handler: &Handler, endpoint: &mut Endpoint, errors: &mut Errors) {
    match value {
        OptionValue::Status(value) => {
            endpoint.status = status(value, errors);
            if let Some(Status::Constant(path)) = &endpoint.status
                && let Some(name) = path.path.get_ident().filter(|name| handler.takes(name))
            {
                let message = format!("a declared status is the same for all requests, and `{name}` is an argument\nhelp: remove the key, and return `(StatusCode, T)`");
                errors.push(name, message);
                endpoint.status = None;
            }
        }
        OptionValue::ContentType(text) => {
            endpoint.content_type = media_type(text, errors).map(|text| (text, key.span()));
        }
        OptionValue::Header(name, value) => endpoint.headers.extend(header(name, value, errors)),
        OptionValue::Location(location) => {
            let linked = self::location(location, "__Location", endpoint);
            reject_taken(location, &linked, handler, "`location = |value| get_post(id = value.id)` takes it from what the handler returns", errors);
            endpoint.location = Some(linked);
        }
        OptionValue::Etag(closure) => {
            let made_of = closure.as_deref().and_then(validators::of_success);
            validators::add(&mut endpoint.validators, key).etag = Some(made_of);
        }
        OptionValue::LastModified(closure) => {
            validators::add(&mut endpoint.validators, key).last_modified = validators::of_success(closure);
        }
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
        OptionValue::Detached => endpoint.detached = true,
        OptionValue::Hidden => endpoint.hidden = true,
        OptionValue::Public => endpoint.public = Some(key.span()),
        OptionValue::Deprecated(value) => {
            endpoint.deprecated = true;
            endpoint.lifecycle.deprecated = date(key, value, errors);
        }
        OptionValue::Sunset(value) => endpoint.lifecycle.sunset = date(key, value, errors),
        OptionValue::Successor(successor) => {
            if successor.handler.is_ident(handler.name()) {
                let message = "an operation is not its own successor\nhelp: name the handler that takes its place";
                errors.push(&successor.handler, message);
            }
            let linked = location(successor, "__Successor", endpoint);
            reject_taken(successor, &linked, handler, "what has no parameters is named without: `successor = list_v2()`", errors);
            endpoint.lifecycle.successor = Some(linked);
        }
        OptionValue::DeprecationLink(text) => endpoint.lifecycle.deprecation_link = url(key, text, errors),
        OptionValue::SunsetLink(text) => endpoint.lifecycle.sunset_link = url(key, text, errors),
    }
}

/// `#[cfg]`, and `#[cfg_attr]` where it may hold one.
pub(super) fn conditions(attrs: &[Attribute]) -> Vec<Attribute> {
    let is_condition = |attr: &&Attribute| {
        attr.path().is_ident("cfg")
            || (attr.path().is_ident("cfg_attr") && mentions(&attr.meta.to_token_stream(), "cfg"))
    };
    attrs.iter().filter(is_condition).cloned().collect()
}

/// A type as it is asked beside the function, where the lifetimes of its signature have no names.
fn without_lifetimes(ty: &Type) -> Type {
    if is_a_name(ty) {
        return ty.clone();
    }
    let tokens = ty.to_token_stream();
    if !has_lifetime(&tokens, |_| true) {
        return ty.clone();
    }
    syn::parse2(named_static(tokens)).unwrap_or_else(|_| ty.clone())
}

fn named_static(tokens: TokenStream) -> TokenStream {
    let mut is_lifetime = false;
    let mut rename = |token| {
        let was_lifetime = std::mem::take(&mut is_lifetime);
        match token {
            TokenTree::Punct(mark) if mark.as_char() == '\'' => {
                is_lifetime = true;
                TokenTree::Punct(mark)
            }
            TokenTree::Ident(name) if was_lifetime => TokenTree::Ident(Ident::new("static", name.span())),
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), named_static(group.stream()));
                inner.set_span(group.span());
                TokenTree::Group(inner)
            }
            other => other,
        }
    };
    tokens::each(tokens, &mut rename)
}

/// Whether a type is written as its name alone, as most are: there is nothing to look for in it then, which takes its tokens.
fn is_a_name(ty: &Type) -> bool {
    matches!(ty, Type::Path(path) if path.qself.is_none() && path.path.get_ident().is_some())
}

/// `impl Trait` has no name that a turbofish could say.
fn can_be_named(ty: &Type) -> bool {
    is_a_name(ty) || !mentions(&ty.to_token_stream(), "impl")
}

fn location(written: &LocationExpr, alias: &str, endpoint: &Endpoint) -> Location {
    let used = |name: &str| {
        // What the success gives stands before what the path gives.
        let is_of_success = written.value.as_ref().is_some_and(|value| scope::binds(value, name));
        let mut values = written.values.iter().filter(|_| !is_of_success);
        values.find_map(|(_, value)| scope::used(value, name))
    };
    let names: Vec<&str> = endpoint.pattern.captures().collect();
    let captures = endpoint.arguments.iter().enumerate().filter_map(|(at, argument)| {
        let (Source::Capture { index, .. }, Some(own)) = (&argument.source, &argument.name) else {
            return None;
        };
        // `_id` takes the capture `{id}`: both names are understood.
        [own.clone(), link::identifier(names[*index], argument)].into_iter().find_map(|mut name| {
            // A path names its captures in a text: which macro wrote what makes no difference.
            name.set_span(name.span().resolved_at(used(&plain(&name))?));
            Some((at, name))
        })
    });
    Location {
        value: written.value.clone(),
        handler: if handler_path::may_be_the_function(&written.handler) {
            Ident::new(alias, written.handler.span().resolved_at(Span::call_site())).into()
        } else {
            written.handler.clone()
        },
        written: written.handler.clone(),
        values: written.values.clone(),
        parentheses: written.parentheses,
        captures: captures.collect(),
    }
}

/// An argument that is no capture is the handler's own by the time that a link is made. Nothing else can have its name: it
/// would hide a constant, which the compiler refuses.
fn reject_taken(
    written: &LocationExpr,
    linked: &Location,
    handler: &Handler,
    help: &str,
    errors: &mut Errors,
) {
    let own = written.value.to_token_stream();
    for (_, value) in &written.values {
        let is_in_scope = |name: &Ident| {
            mentions(&own, &plain(name))
                || linked.captures.iter().any(|(_, capture)| plain(capture) == plain(name))
        };
        if let Some(name) = variable(value).filter(|name| handler.takes(name) && !is_in_scope(name)) {
            let message = format!(
                "`{name}` is the handler's own: a link has the captures of the path alone\nhelp: {help}"
            );
            errors.push(name, message);
        }
    }
}

/// The variable that `new`, `&new.id` and `new.id()` begin with.
fn variable(value: &Expr) -> Option<&Ident> {
    match value {
        Expr::Path(path) => path.path.get_ident(),
        Expr::Field(field) => variable(&field.base),
        Expr::MethodCall(call) => variable(&call.receiver),
        Expr::Reference(reference) => variable(&reference.expr),
        Expr::Paren(paren) => variable(&paren.expr),
        Expr::Unary(unary) => variable(&unary.expr),
        _ => None,
    }
}

impl Status {
    pub(crate) fn span(&self) -> Span {
        match self {
            Self::Code(_, span, _) => *span,
            Self::Constant(path) => path.span(),
        }
    }
}
