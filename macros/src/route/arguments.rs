//! Arguments against the path: each is a capture, a query parameter, state or an extractor.

use std::cell::OnceCell;

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::{GenericArgument, LitStr, PathArguments, Type};

use super::asked::is_plain;
use super::borrowed::borrow;
use super::by_type::by_type;
use super::foreign::capture_meant;
use super::model::{Argument, Kind, Many, Source};
use super::path::{PathPattern, Segment};
use super::primitive;
use super::query::QueryParameter;
use super::reads::shown;
use super::signature::{self, Handler, has_lifetime, mentions, plain};
use crate::errors::Errors;
use crate::names;

/// Binds the arguments by name, then by type.
pub(crate) fn bind(
    handler: &Handler,
    path: &LitStr,
    pattern: &PathPattern,
    errors: &mut Errors,
) -> Vec<Argument> {
    let captures: Vec<&str> = pattern.captures().collect();
    let keys: Vec<&str> = pattern.query.iter().map(|parameter| parameter.name.as_str()).collect();
    let (mut bound_captures, mut bound_keys) = (vec![false; captures.len()], vec![false; keys.len()]);
    let mut arguments = Vec::new();
    let mut unbound = Vec::new();
    for argument in &handler.arguments {
        let in_path = position(argument.name.as_ref(), &captures);
        let in_query = position(argument.name.as_ref(), &keys);
        let bound = if let Some(index) = in_path {
            bound_captures[index] = true;
            capture(argument, index, errors)
        } else if let Some(index) = in_query {
            bound_keys[index] = true;
            query(argument, index, &pattern.query[index], path, errors)
        } else if is_parameter(&argument.ty) {
            unbound.push(Unbound::of(argument));
            None
        } else if let Some(mistake) = captures_in_one(argument, &captures) {
            errors.push(&argument.whole, mistake);
            bound_captures.fill(true);
            None
        } else {
            path_counts(&argument.ty, captures.len(), errors);
            by_type(argument, errors)
        };
        arguments.extend(bound);
    }
    let missing_captures = captures.iter().zip(bound_captures).filter(|(_, bound)| !bound);
    let missing_keys = keys.iter().zip(bound_keys).filter(|(_, bound)| !bound);
    let missing: Vec<&str> = missing_captures.chain(missing_keys).map(|(name, _)| *name).collect();
    reject_unbound(&unbound, &missing, path, pattern, errors);
    reject_missing(&missing, &unbound, handler, path, &captures, errors);
    arguments
}

/// An argument that can be nothing but a parameter, and has the name of none.
struct Unbound {
    name: String,
    blamed: TokenStream,
    /// Whether it may be missing, or be several.
    is_many: bool,
}

impl Unbound {
    fn of(argument: &signature::Argument) -> Self {
        Self {
            name: argument.name.as_ref().map(plain).unwrap_or_default(),
            blamed: argument.name.as_ref().map_or_else(|| argument.whole.clone(), ToTokens::to_token_stream),
            is_many: ["Option", "Vec"].iter().any(|many| generic(&argument.ty, many).is_some()),
        }
    }
}

/// One parameter without an argument, and one argument without a parameter: they are meant for each other.
fn are_a_pair(missing: &[&str], unbound: &[Unbound]) -> bool {
    missing.len() == 1 && unbound.len() == 1
}

fn reject_unbound(
    unbound: &[Unbound],
    missing: &[&str],
    path: &LitStr,
    pattern: &PathPattern,
    errors: &mut Errors,
) {
    let other = missing.first().copied().filter(|_| are_a_pair(missing, unbound));
    for Unbound { name, blamed, is_many } in unbound {
        let mut literals = pattern.segments.iter().filter_map(Segment::literal);
        if let Some(mistake) = literals.find_map(|literal| capture_meant(literal, name)) {
            errors.push(path, mistake);
            continue;
        }
        let meant = names::nearest(name, missing.iter().copied()).or(other);
        if let Some(ty) = meant.filter(|meant| primitive::is_known(meant)) {
            errors.push(path, format!("`{{{ty}}}` has the name of a type, and a capture that of its argument\nhelp: `{{{name}}}`"));
            continue;
        }
        let help = match meant {
            Some(meant) => format!("did you mean `{meant}`?"),
            None if *is_many => format!("take it from the query, `?{{{name}}}`"),
            None => format!("capture it in the path, `{{{name}}}`, or in the query, `?{{{name}}}`"),
        };
        errors.push(blamed, format!("nothing in the path is named `{name}`\nhelp: {help}"));
    }
}

/// Says of the parameters without an argument what has not been said of the argument that is meant for them.
fn reject_missing(
    missing: &[&str],
    unbound: &[Unbound],
    handler: &Handler,
    path: &LitStr,
    captures: &[&str],
    errors: &mut Errors,
) {
    // `Path<T>`
    let takes_all =
        || handler.arguments.iter().any(|argument| mentions(&argument.ty.to_token_stream(), "Path"));
    for name in missing {
        let is_meant = unbound.iter().any(|argument| names::nearest(&argument.name, [*name]).is_some());
        if is_meant || are_a_pair(missing, unbound) || captures.contains(name) && takes_all() {
            continue;
        }
        // `Id(id): Id`
        let apart = handler.arguments.iter().find(|argument| {
            argument.name.is_none()
                && mentions(&argument.whole, name)
                && is_plain(without_reference(&argument.ty))
        });
        if let Some(signature::Argument { ty, whole, .. }) = apart {
            let message = format!(
                "a capture is taken by its name, and taken apart in the body\nhelp: `{name}: {}`",
                shown(without_reference(ty))
            );
            errors.push(whole, message);
            continue;
        }
        errors.push(
            path,
            format!("`{{{name}}}` has no argument\nhelp: add `{name}: …` to `{}`, or `_{name}: …` if it is not used", handler.name()),
        );
    }
}

/// The type that `&id: &u64` takes apart.
fn without_reference(ty: &Type) -> &Type {
    match ungrouped(ty) {
        Type::Reference(reference) => &reference.elem,
        other => other,
    }
}

/// `(id, name): (u64, String)`: all captures in one, as `Path<T>` takes them, but without it.
fn captures_in_one(argument: &signature::Argument, captures: &[&str]) -> Option<String> {
    let Type::Tuple(tuple) = ungrouped(&argument.ty) else { return None };
    if captures.is_empty() || tuple.elems.len() != captures.len() {
        return None;
    }
    let each = captures.iter().zip(&tuple.elems).map(|(name, ty)| format!("{name}: {}", shown(ty)));
    let each = each.collect::<Vec<_>>().join(", ");
    Some(format!(
        "captures are taken each by its name\nhelp: `{each}`; or all at once as `Path<{}>`",
        shown(&argument.ty)
    ))
}

/// `Path<T>` takes all captures at once: as many as there are, where `T` says how many it takes.
fn path_counts(ty: &Type, captures: usize, errors: &mut Errors) {
    if let Some(held) = generic(ty, "Option").or_else(|| generics(ty, "Result").map(|[path, _]| path)) {
        return path_counts(held, captures, errors);
    }
    let Some([inner]) = generics(ty, "Path") else { return };
    let is_text = |ty: &Type| matches!(ty, Type::Path(path) if path.path.is_ident("String"));
    let taken = match ungrouped(inner) {
        Type::Tuple(tuple) if !tuple.elems.is_empty() => tuple.elems.len(),
        inner if primitive::name(inner).is_some() || is_text(inner) => 1,
        _ if captures == 0 => 0,
        _ => return,
    };
    if captures == 0 {
        let message =
            "the path has no captures for `Path` to take\nhelp: add one, `{name}`, or remove the argument";
        errors.push(ty, message);
    } else if taken != captures {
        let message = format!(
            "`Path` takes all captures at once: here {taken}, and the path has {captures}\nhelp: one type for each, in the path's order, or a struct; or take each as an argument of its name"
        );
        errors.push(inner, message);
    }
}

/// Whether a type can be nothing but a parameter of the path or the query.
fn is_parameter(ty: &Type) -> bool {
    let is_cow = |ty: &Type| last_name(ty).is_some_and(|name| name == "Cow");
    let is_one = |ty: &Type| is_str(ty) || is_cow(ty) || primitive::name(ty).is_some();
    is_one(ty) || ["Option", "Vec"].into_iter().any(|many| generic(ty, many).is_some_and(is_one))
}

/// `_id` takes the capture `{id}` without using it.
fn position(name: Option<&Ident>, names: &[&str]) -> Option<usize> {
    let name = plain(name?);
    let find = |wanted: &str| names.iter().position(|known| *known == wanted);
    find(&name).or_else(|| name.strip_prefix('_').and_then(find))
}

fn capture(argument: &signature::Argument, index: usize, errors: &mut Errors) -> Option<Argument> {
    let (ty, name) = (argument.ty.clone(), argument.name.clone());
    for (wrapper, help) in [
        ("Option", "a path that matches has all its captures; for a path without it write a second route"),
        ("Vec", "to take several segments capture the rest, `{*name}`, as a `String`"),
    ] {
        if generic(&ty, wrapper).is_some() {
            errors.push(&ty, format!("a capture of the path cannot be `{wrapper}`\nhelp: {help}"));
            return None;
        }
    }
    if let Some([inner]) = generics(&ty, "Path") {
        let shown = name.as_ref().map(plain).unwrap_or_default();
        let inner = inner.to_token_stream();
        errors.push(&ty, format!("a capture is taken as it is\nhelp: `{shown}: {inner}`; `Path<T>` takes all captures at once, under another name"));
        return None;
    }
    let kind = kind(&ty, errors)?;
    Some(Argument {
        source: Source::Capture { index, kind },
        ty,
        name,
        unwrapped: None,
        place: OnceCell::new(),
    })
}

fn query(
    argument: &signature::Argument,
    index: usize,
    parameter: &QueryParameter,
    path: &LitStr,
    errors: &mut Errors,
) -> Option<Argument> {
    let (ty, mut many) = if let Some(inner) = generic(&argument.ty, "Option") {
        (inner, Many::Optional)
    } else if let Some(inner) = generic(&argument.ty, "Vec") {
        (inner, Many::Repeated)
    } else {
        (&argument.ty, Many::One)
    };
    if let Some(default) = &parameter.default {
        let shown = ty.to_token_stream();
        let mistake = match many {
            Many::Optional => format!(
                "a parameter with a default is never missing\nhelp: make it a `{shown}`, or remove `= {default}` from the path"
            ),
            Many::Repeated => {
                format!(
                    "a parameter that may repeat has no default\nhelp: remove `= {default}` from the path"
                )
            }
            _ => String::new(),
        };
        if !mistake.is_empty() {
            errors.push(&argument.ty, mistake);
            return None;
        }
        if primitive::name(ty).is_some() && primitive::literal(ty, default).is_none() {
            let name = &parameter.name;
            errors.push(
                path,
                format!("the default of `{name}` is `{default}`, which is not a `{shown}`\nhelp: change the default, or the type of `{name}`"),
            );
            return None;
        }
        many = Many::Default(default.clone());
    }
    let kind = kind(ty, errors)?;
    Some(Argument {
        source: Source::Query { index, kind, many },
        ty: ty.clone(),
        name: argument.name.clone(),
        unwrapped: None,
        place: OnceCell::new(),
    })
}

fn kind(ty: &Type, errors: &mut Errors) -> Option<Kind> {
    if let Some([inner, _]) = generics(ty, "Result") {
        let inner = shown(inner);
        errors.push(ty, format!("a text that does not parse is answered with 400 before the handler is called\nhelp: `{inner}`, or `&str` to look at the text yourself"));
        return None;
    }
    if is_str(ty) {
        if let Type::Reference(reference) = ungrouped(ty)
            && let Some(lifetime) = &reference.lifetime
            && lifetime.ident == "static"
        {
            errors.push(
                ty,
                "a parameter lives as long as its request\nhelp: take `&str`, or `String` to keep it",
            );
            return None;
        }
        return Some(Kind::Str);
    }
    if is_unsized_text(ty) {
        errors.push(ty, "a text is taken by reference, or as a `String`\nhelp: `&str`");
        return None;
    }
    if let Type::Reference(reference) = ungrouped(ty) {
        let inner = reference.elem.to_token_stream();
        errors.push(ty, format!("a parameter is borrowed only as `&str`\nhelp: take `{inner}` by value"));
        return None;
    }
    if let Type::ImplTrait(_) = ungrouped(ty) {
        errors.push(ty, "a parameter has one type, and `impl Trait` is generic\nhelp: write the type");
        return None;
    }
    if let Some((wrapper, [inner])) =
        ["Query", "Json", "Form", "Valid"].into_iter().find_map(|name| Some((name, generics(ty, name)?)))
    {
        let inner = shown(inner);
        errors.push(ty, format!("a parameter is taken as it is\nhelp: `{inner}`; `{wrapper}<T>` is an argument of another name, without a place in the path"));
        return None;
    }
    let kind = match last_name(ty) {
        Some(name) if name == "Cow" => Kind::Cow,
        Some(name) if name == "String" => Kind::String,
        _ if primitive::name(ty).is_some() => Kind::Primitive,
        _ => Kind::Parsed,
    };
    let borrows = || has_lifetime(&ty.to_token_stream(), |name| name != "static");
    if kind == Kind::Parsed && (borrow(ty).is_some() || borrows()) {
        // An alias of `&str` too: what it stands for is not known here, and how it is read follows from that.
        let message = "a parameter borrows its text only as `&str` or `Cow<str>`\nhelp: take one of these, or a type that owns what it holds";
        errors.push(ty, message);
        return None;
    }
    Some(kind)
}

/// A type without the invisible group of a `macro_rules!` fragment and without parentheses.
pub(crate) fn ungrouped(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => ungrouped(&group.elem),
        Type::Paren(paren) => ungrouped(&paren.elem),
        other => other,
    }
}

fn is_str(ty: &Type) -> bool {
    match ungrouped(ty) {
        Type::Reference(reference) if reference.mutability.is_none() => {
            last_name(&reference.elem).is_some_and(|name| name == "str")
        }
        _ => false,
    }
}

/// A `str` that is not borrowed.
pub(super) fn is_unsized_text(ty: &Type) -> bool {
    last_name(ty).is_some_and(|name| name == "str")
}

pub(super) fn last_name(ty: &Type) -> Option<&Ident> {
    match ungrouped(ty) {
        Type::Path(path) if path.qself.is_none() => path.path.segments.last().map(|last| &last.ident),
        _ => None,
    }
}

/// The `T` of a `Wrapper<T>`.
pub(super) fn generic<'t>(ty: &'t Type, wrapper: &str) -> Option<&'t Type> {
    generics(ty, wrapper).map(|[inner]| inner)
}

/// The types that a `Wrapper<…>` is given, where there are that many of them and nothing else.
pub(crate) fn generics<'t, const COUNT: usize>(ty: &'t Type, wrapper: &str) -> Option<[&'t Type; COUNT]> {
    let Type::Path(path) = ungrouped(ty) else { return None };
    let last = path.path.segments.last()?;
    // The names last: to compare one costs a text.
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    if last.ident != wrapper {
        return None;
    }
    let types: Option<Vec<&Type>> = arguments
        .args
        .iter()
        .map(|argument| match argument {
            GenericArgument::Type(inner) => Some(inner),
            _ => None,
        })
        .collect();
    types?.try_into().ok()
}
