//! The path grammar: whatever text stands in the attribute, it leaves a program.
#![no_main]
#![allow(dead_code, unexpected_cfgs)]

#[path = "../../macros/src/editor.rs"]
mod editor;
#[path = "../../macros/src/errors.rs"]
mod errors;
#[path = "../../macros/src/handler_path.rs"]
mod handler_path;
#[path = "../../macros/src/manifest/mod.rs"]
mod manifest;
#[path = "../../macros/src/names.rs"]
mod names;
#[path = "../../macros/src/root.rs"]
mod root;
#[path = "../../macros/src/route/mod.rs"]
mod route;
#[path = "../../macros/src/shape.rs"]
mod shape;
#[path = "../../macros/src/tokens.rs"]
mod tokens;

use libfuzzer_sys::fuzz_target;
use quote::quote;

fuzz_target!(|path: &str| {
    let expansion = route::expand(
        Some("GET"),
        quote!(#path),
        &quote!(
            fn f(a: u8, b: Option<u8>) {}
        ),
    );
    assert!(syn::parse2::<syn::File>(expansion.clone()).is_ok(), "{expansion}");
});
