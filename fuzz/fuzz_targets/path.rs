//! The path grammar: whatever text stands in the attribute, it leaves a program.
#![no_main]
#![allow(dead_code, unexpected_cfgs, reason = "the macros are made for another crate, and have its features")]

include!("../../tests/macros.rs");

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
