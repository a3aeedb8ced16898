//! What in a type borrows from something that does not live as long as the program.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::punctuated::Punctuated;
use syn::{GenericArgument, Lifetime, Path, PathArguments, Token, Type, TypeParamBound};

pub(super) fn borrow(ty: &Type) -> Option<TokenStream> {
    match ty {
        Type::Reference(reference) => match &reference.lifetime {
            Some(lifetime) if lifetime.ident == "static" => borrow(&reference.elem),
            _ => Some(reference.to_token_stream()),
        },
        Type::Array(array) => borrow(&array.elem),
        Type::Group(group) => borrow(&group.elem),
        Type::Paren(paren) => borrow(&paren.elem),
        Type::Ptr(pointer) => borrow(&pointer.elem),
        Type::Slice(slice) => borrow(&slice.elem),
        Type::Tuple(tuple) => tuple.elems.iter().find_map(borrow),
        Type::Path(path) => {
            path.qself.as_ref().and_then(|own| borrow(&own.ty)).or_else(|| in_path(&path.path))
        }
        Type::ImplTrait(of) => in_bounds(&of.bounds),
        Type::TraitObject(of) => in_bounds(&of.bounds),
        // A pointer to a function has lifetimes of its own.
        _ => None,
    }
}

fn in_path(path: &Path) -> Option<TokenStream> {
    path.segments.iter().find_map(|segment| match &segment.arguments {
        PathArguments::AngleBracketed(arguments) => arguments.args.iter().find_map(in_argument),
        // Of `Fn(&str)`, as of a pointer.
        _ => None,
    })
}

fn in_argument(argument: &GenericArgument) -> Option<TokenStream> {
    match argument {
        GenericArgument::Lifetime(lifetime) => shorter(lifetime),
        GenericArgument::Type(ty) => borrow(ty),
        GenericArgument::AssocType(named) => borrow(&named.ty),
        GenericArgument::Constraint(named) => in_bounds(&named.bounds),
        _ => None,
    }
}

fn in_bounds(bounds: &Punctuated<TypeParamBound, Token![+]>) -> Option<TokenStream> {
    bounds.iter().find_map(|bound| match bound {
        TypeParamBound::Lifetime(lifetime) => shorter(lifetime),
        TypeParamBound::Trait(bound) => in_path(&bound.path),
        _ => None,
    })
}

fn shorter(lifetime: &Lifetime) -> Option<TokenStream> {
    (lifetime.ident != "static").then(|| lifetime.to_token_stream())
}
