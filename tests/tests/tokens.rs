//! Whatever tokens stand in a macro, it answers with a program or with errors, and never panics.
#![allow(dead_code, unexpected_cfgs, reason = "the macros are made for another crate, and have its features")]

include!("../macros.rs");

use proc_macro2::TokenStream;
use proptest::prelude::*;
use quote::quote;

/// What attributes, tables and derives are written with, and what they are not.
const WORDS: &[&str] = &[
    "GET",
    "POST",
    "HEAD",
    "PURGE",
    "status",
    "content_type",
    "header",
    "location",
    "body_limit",
    "timeout",
    "blocking",
    "tag",
    "operation_id",
    "hidden",
    "crate",
    "true",
    "CREATED",
    "path",
    "self",
    "fn",
    "async",
    "pub",
    "struct",
    "enum",
    "match",
    "table",
    "r#type",
    "problem",
    "from",
    "source",
    "u64",
    "Option",
    "Self",
    "_",
    "'a",
    "b'x'",
    "=",
    "|",
    ",",
    ";",
    "::",
    ":",
    "=>",
    "->",
    "<",
    ">",
    "&",
    "!",
    "#",
    "?",
    "*",
    "..",
    "+",
    "-",
    "@",
    "$",
    "0",
    "201",
    "204",
    "999",
    "1e9",
    "1.5",
    "0xff",
    "99999999999999999999",
    "201u8",
    "\"\"",
    "\"/\"",
    "\"/a/{id}\"",
    "\"/{*rest}\"",
    "\"/{}\"",
    "\"/{{\"",
    "\"/{id\"",
    "\"/a}\"",
    "\"/{a}{b}\"",
    "\"/{a}?{b}&c={c = 10}\"",
    "\"?\"",
    "\"/?{\"",
    "\"a\"",
    "\"/\\u{0}\"",
    "\"/ü/{ü}\"",
    "\"/{id}/{id}\"",
    "\"64 KiB\"",
    "\"5 s\"",
    "\"-1 s\"",
    "\"99999999999999999999 GiB\"",
    "\"text/plain\"",
    "\"\\r\\n\"",
    "b\"x\"",
    "c\"x\"",
    "'x'",
    "r#\"/{\"#",
];

/// Functions, types and what is neither, for the attribute to stand on.
const ITEMS: &[&str] = &[
    "fn f() {}",
    "async fn f(id: u64) -> String { id.to_string() }",
    "fn f<'a, T: Clone>(a: &'a T, mut b: Option<u8>) -> Result<(), E> where T: Copy { Ok(()) }",
    "fn f(&self) {}",
    "fn f((a, b): (u8, u8), Json(c): Json<C>, _: ()) {}",
    "unsafe extern \"C\" fn f(...) {}",
    "const fn f() -> impl Sized {}",
    "fn f()",
    "struct S { a: u8 }",
    "impl S { fn f(&self) {} }",
    "enum E { #[problem(404, \"no {id}\")] A { id: u64 }, #[problem(500)] B(#[from] X), C }",
    "enum E {}",
    "union U { a: u8 }",
    "",
];

fn words() -> impl Strategy<Value = String> {
    let word = prop::sample::select(WORDS).prop_map(str::to_owned);
    let tree = word.prop_recursive(3, 24, 6, |inner| {
        (prop::collection::vec(inner, 0..6), 0..3_usize).prop_map(|(inner, kind)| {
            let (open, close) = [("(", ")"), ("[", "]"), ("{", "}")][kind];
            format!("{open} {} {close}", inner.join(" "))
        })
    });
    prop::collection::vec(tree, 0..16).prop_map(|words| words.join(" "))
}

/// A right attribute or table, with words taken out, doubled, or put in.
fn nearly(right: &'static [&'static str]) -> impl Strategy<Value = String> {
    (
        prop::sample::select(right),
        prop::collection::vec((0..40_usize, 0..3_u8, prop::sample::select(WORDS)), 0..4),
    )
        .prop_map(|(right, changes)| {
            let mut words: Vec<&str> = right.split(' ').collect();
            for (at, change, word) in changes {
                let at = at % words.len().max(1);
                match change {
                    0 if !words.is_empty() => drop(words.remove(at)),
                    1 if !words.is_empty() => words.insert(at, words[at]),
                    _ => words.insert(at.min(words.len()), word),
                }
            }
            words.join(" ")
        })
}

const ARGS: &[&str] = &[
    "GET , \"/a/{id}?{q}&r={s = 1}\" , status = 201 , hidden",
    "POST | \"PURGE\" , \"/\" , location = | post | get_post ( id = post . id ) , body_limit = \"64 KiB\"",
    "PUT , \"/{*rest}\" , header ( \"Cache-Control\" = \"no-store\" ) , content_type = \"text/csv\" , crate = :: a :: b",
];

const TABLES: &[&str] =
    &["a , posts :: b , \"/admin\" => admin :: table ,", "pub table = [ list , \"/{id}\" => get , create ]"];

/// Tokens, where the text is some: a lexer stands before every macro.
fn tokens(text: &str) -> Option<TokenStream> {
    text.parse().ok()
}

fn is_program(tokens: &TokenStream) -> bool {
    syn::parse2::<syn::File>(tokens.clone()).is_ok()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_attribute_of_any_tokens_leaves_a_program(
        args in prop_oneof![words(), nearly(ARGS)],
        item in prop::sample::select(ITEMS),
        method in prop::sample::select(&[None, Some("GET"), Some("POST")][..]),
    ) {
        let (Some(args), Some(item)) = (tokens(&args), tokens(item)) else { return Ok(()) };
        let expansion = route::expand(method, args.clone(), &item);
        let is_function = syn::parse2::<syn::ItemFn>(item.clone()).is_ok();
        prop_assert!(!is_function || is_program(&expansion), "{expansion}");
        let _ = editor::route::shown(method.is_some(), &args, &item, expansion);
    }

    #[test]
    fn an_attribute_on_any_tokens_does_not_panic(args in nearly(ARGS), item in words()) {
        if let (Some(args), Some(item)) = (tokens(&args), tokens(&item)) {
            let expansion = route::expand(None, args.clone(), &item);
            let _ = editor::route::shown(false, &args, &item, expansion);
        }
    }

    #[test]
    fn a_table_of_any_tokens_does_not_panic(table in prop_oneof![words(), nearly(TABLES)]) {
        if let Some(table) = tokens(&table) {
            let _ = editor::table::shown(table.clone(), routes::expand(table));
        }
    }

    #[test]
    fn a_derive_on_any_tokens_does_not_panic(attr in words(), item in prop_oneof![
        words(),
        prop::sample::select(ITEMS).prop_map(str::to_owned),
    ]) {
        let item = format!("#[problem({attr})] {item}");
        if let Some(item) = tokens(&item) {
            let expansion = problem::expand(&quote!(::fingerpost), item.clone());
            let _ = editor::problem::shown(item.clone(), expansion);
            let _ = states::expand(&quote!(::fingerpost), item);
        }
    }

    #[test]
    fn a_path_of_any_text_leaves_a_program(path in "[/a{}*?&=:<>. \u{fc}\u{0}\"]{0,24}") {
        let item = quote!(fn f(a: u8) {});
        prop_assert!(is_program(&route::expand(Some("GET"), quote!(#path), &item)), "{path:?}");
    }
}
