//! Numbers, `bool` and `char`: their names, and their defaults as literals.

use std::str::FromStr;

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, quote};
use syn::Type;

use super::arguments::ungrouped;

const NAMES: [&str; 16] = [
    "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128", "isize", "f32", "f64",
    "bool", "char",
];

/// The name of a primitive type.
pub(super) fn name(ty: &Type) -> Option<&'static str> {
    match ungrouped(ty) {
        Type::Path(path) if path.qself.is_none() => {
            let name = path.path.get_ident()?.to_string();
            NAMES.into_iter().find(|known| name == *known)
        }
        _ => None,
    }
}

/// Whether a primitive type has this name.
pub(super) fn is_known(name: &str) -> bool {
    NAMES.contains(&name)
}

/// Whether a type of this name hides a primitive one.
pub(super) fn is_name(name: &Ident) -> bool {
    // As a text once: each comparison with an identifier would make one.
    let name = name.to_string();
    name == "str" || is_known(&name)
}

/// A text as a literal of a primitive type, where it is one.
pub(super) fn literal(ty: &Type, text: &str) -> Option<TokenStream> {
    fn is<T: FromStr>(text: &str) -> bool {
        text.parse::<T>().is_ok()
    }
    let name = name(ty)?;
    let fits = match name {
        "u8" => is::<u8>(text),
        "u16" => is::<u16>(text),
        "u32" => is::<u32>(text),
        "u64" | "usize" => is::<u64>(text),
        "u128" => is::<u128>(text),
        "i8" => is::<i8>(text),
        "i16" => is::<i16>(text),
        "i32" => is::<i32>(text),
        "i64" | "isize" => is::<i64>(text),
        "i128" => is::<i128>(text),
        "f32" | "f64" => text.parse::<f64>().is_ok_and(f64::is_finite),
        "bool" => is::<bool>(text),
        _ => is::<char>(text),
    };
    if !fits {
        return None;
    }
    match name {
        "f32" | "f64" => {
            let number: f64 = text.parse().ok()?;
            let literal = Literal::f64_unsuffixed(number.abs());
            Some(if number.is_sign_negative() { quote!(-#literal) } else { quote!(#literal) })
        }
        "char" => Some(Literal::character(text.parse().ok()?).to_token_stream()),
        _ => text.trim_start_matches('+').parse().ok(),
    }
}
