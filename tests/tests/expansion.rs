//! What each macro writes, formatted to be read, against the snapshots in `tests/expand`.
//!
//! Every `name.rs` there is a program; its expansion is `name.expanded.rs`, and a program too. `EXPAND=overwrite`
//! writes the snapshots anew.
//!
//! A macro that a program names by its whole path, `fingerpost::get`, is left as it is: it is not what that program
//! is about. The macros are called as functions, on `proc_macro2`'s own tokens: one level of expansion, without that of the
//! standard derives and macros in it.
#![allow(dead_code, unexpected_cfgs, reason = "the macros are made for another crate, and have its features")]

include!("../macros.rs");

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Attribute, Item, Meta};

/// The whole program with the macros of fingerpost in it expanded once.
fn expanded(source: &str) -> String {
    let file: syn::File = syn::parse_str(source).expect("a program");
    let attrs = &file.attrs;
    let items = file.items.into_iter().map(item);
    let tokens = tables(quote!(#(#attrs)* #(#items)*));
    let file = syn::parse2(tokens.clone())
        .unwrap_or_else(|error| panic!("the expansion is no program: {error}\n{tokens}"));
    spaced(&prettyplease::unparse(&file))
}

fn item(mut item: Item) -> TokenStream {
    match &mut item {
        Item::Fn(function) => match take(&mut function.attrs, method) {
            Some((method, args)) => route::expand(method, args, &item.into_token_stream()),
            None => item.into_token_stream(),
        },
        Item::Mod(module) => {
            let content = module
                .content
                .take()
                .map(|(_, items)| items.into_iter().map(self::item).collect::<TokenStream>());
            let (attrs, vis, name) = (&module.attrs, &module.vis, &module.ident);
            quote!(#(#attrs)* #vis mod #name { #content })
        }
        Item::Struct(data) => {
            let derived = take(&mut data.attrs, derive);
            with_derived(&item, derived.as_deref())
        }
        Item::Enum(data) => {
            let derived = take(&mut data.attrs, derive);
            with_derived(&item, derived.as_deref())
        }
        _ => item.into_token_stream(),
    }
}

/// Takes the first attribute that `wanted` finds out of the others.
fn take<T>(attrs: &mut Vec<Attribute>, wanted: impl Fn(&Attribute) -> Option<T>) -> Option<T> {
    let (at, found) = attrs.iter().enumerate().find_map(|(at, attr)| Some((at, wanted(attr)?)))?;
    attrs.remove(at);
    Some(found)
}

/// `#[get(…)]` and the like: the method of a shorthand, and the arguments.
fn method(attr: &Attribute) -> Option<(Option<&'static str>, TokenStream)> {
    let Meta::List(list) = &attr.meta else { return None };
    let name = list.path.get_ident()?.to_string();
    let shorthand = match name.as_str() {
        "route" => None,
        "get" => Some("GET"),
        "post" => Some("POST"),
        "put" => Some("PUT"),
        _ => return None,
    };
    Some((shorthand, list.tokens.clone()))
}

/// `#[derive(Problem)]` or `#[derive(States)]`, each alone in its attribute.
fn derive(attr: &Attribute) -> Option<String> {
    let Meta::List(list) = &attr.meta else { return None };
    let derived = list.tokens.to_string();
    (list.path.is_ident("derive") && ["Problem", "States"].contains(&derived.as_str())).then_some(derived)
}

fn with_derived(item: &Item, derived: Option<&str>) -> TokenStream {
    let tokens = item.to_token_stream();
    let expansion = match derived {
        Some("Problem") => problem::expand(&root::root(), tokens.clone()),
        Some("States") => states::expand(&root::root(), tokens.clone()),
        _ => return tokens,
    };
    let item = without_helpers(tokens);
    quote!(#item #expansion)
}

/// `#[problem(…)]` means something to the derive alone.
fn without_helpers(tokens: TokenStream) -> TokenStream {
    let mut kept: Vec<TokenTree> = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Group(group) if is_helper(&group) => {
                kept.pop();
            }
            TokenTree::Group(group) => {
                kept.push(Group::new(group.delimiter(), without_helpers(group.stream())).into());
            }
            other => kept.push(other),
        }
    }
    kept.into_iter().collect()
}

fn is_helper(group: &Group) -> bool {
    let first = group.stream().into_iter().next();
    let is_named = |token| matches!(token, TokenTree::Ident(name) if name == "problem" || name == "from");
    group.delimiter() == Delimiter::Bracket && first.is_some_and(is_named)
}

/// Every `routes!` expanded, wherever it stands.
fn tables(tokens: TokenStream) -> TokenStream {
    let mut written: Vec<TokenTree> = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Group(group) if ends_with_routes(&written) => {
                written.truncate(written.len() - 2);
                written.extend(routes::expand(group.stream()));
            }
            TokenTree::Group(group) => {
                written.push(Group::new(group.delimiter(), tables(group.stream())).into());
            }
            other => written.push(other),
        }
    }
    written.into_iter().collect()
}

fn ends_with_routes(written: &[TokenTree]) -> bool {
    let [before @ .., TokenTree::Ident(name), TokenTree::Punct(bang)] = written else { return false };
    let is_path = matches!(before, [.., TokenTree::Punct(colon)] if colon.as_char() == ':');
    name == "routes" && bang.as_char() == '!' && !is_path
}

/// An empty line between items, which the printer leaves out.
fn spaced(program: &str) -> String {
    let mut spaced = String::new();
    let mut before = "";
    for line in program.lines() {
        let ends_item = !before.starts_with([' ', '#', '/']) && before.ends_with(['}', ';']);
        let follows_use = before.starts_with("use ") && line.starts_with("use ");
        if before.starts_with("//!") || (ends_item && !follows_use) {
            spaced.push('\n');
        }
        spaced.push_str(line);
        spaced.push('\n');
        before = line;
    }
    spaced
}

/// The programs in `tests/expand`.
fn programs() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("expand");
    let files = fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("an entry").path());
    let mut programs: Vec<PathBuf> =
        files.filter(|path| !path.to_string_lossy().ends_with(".expanded.rs")).collect();
    programs.sort();
    programs
}

#[test]
fn expansions_are_as_reviewed() {
    let overwrites = std::env::var("EXPAND").is_ok_and(|value| value == "overwrite");
    let programs = programs();
    assert!(programs.len() >= 9, "a program for each kind: {programs:?}");
    let mut differences = String::new();
    for program in programs {
        let expansion = expanded(&fs::read_to_string(&program).expect("a program"));
        let snapshot = program.with_extension("expanded.rs");
        if overwrites {
            fs::write(&snapshot, &expansion).expect("a snapshot");
        }
        let reviewed = fs::read_to_string(&snapshot).unwrap_or_default();
        if reviewed != expansion {
            differences.push_str(&difference(&snapshot, &reviewed, &expansion));
        }
    }
    assert!(differences.is_empty(), "{differences}\n`EXPAND=overwrite` writes the snapshots anew");
}

/// All names with their places in the source, keywords among them.
fn places(tokens: TokenStream) -> BTreeSet<(String, usize, usize)> {
    let of_token = |token| match token {
        TokenTree::Ident(name) => {
            let start = name.span().start();
            BTreeSet::from([(name.to_string(), start.line, start.column)])
        }
        TokenTree::Group(group) => places(group.stream()),
        TokenTree::Punct(_) | TokenTree::Literal(_) => BTreeSet::new(),
    };
    tokens.into_iter().flat_map(of_token).collect()
}

/// What stands behind `location =`.
fn location(args: TokenStream) -> TokenStream {
    args.into_iter().skip_while(|token| token.to_string() != "location").skip(2).collect()
}

/// An editor goes by the places of names: to rename, to complete, to find where something is defined. What a link names is there
/// where rust-analyzer asks, which says so by a variable.
#[test]
fn what_the_user_names_keeps_its_place() {
    if !editor::asks() {
        let program = std::env::current_exe().expect("this program");
        let mut again = std::process::Command::new(program);
        again.args(["--exact", "what_the_user_names_keeps_its_place"]);
        let output = again.env("RUST_ANALYZER_INTERNALS_DO_NOT_USE", "1").output().expect("it runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    }
    let (mut handlers, mut links) = (0, 0);
    for program in programs() {
        let file: syn::File =
            syn::parse_str(&fs::read_to_string(&program).expect("a program")).expect("a program");
        for item in file.items {
            let Item::Fn(mut function) = item else { continue };
            let Some((method, args)) = take(&mut function.attrs, method) else { continue };
            let location = if editor::asks() { location(args.clone()) } else { TokenStream::new() };
            let function = function.into_token_stream();
            let kept = places(route::expand(method, args, &function));
            handlers += 1;
            links += usize::from(!location.is_empty());
            let written = places(function).into_iter().chain(places(location));
            let lost: Vec<_> = written.filter(|name| !kept.contains(name)).collect();
            assert!(lost.is_empty(), "{}: {lost:?} stand elsewhere", program.display());
        }
    }
    assert!(handlers >= 7 && (links > 0) == editor::asks(), "{handlers} handlers, {links} links");
}

/// All tokens with their places; a group has two.
fn words(tokens: TokenStream) -> Vec<(String, (usize, usize))> {
    let place = |span: Span| (span.start().line, span.start().column);
    let of_token = |token| match token {
        TokenTree::Group(group) => {
            let mut words = words(group.stream());
            words.extend([group.span_open(), group.span_close()].map(|span| (String::new(), place(span))));
            words
        }
        other => vec![(other.to_string(), place(other.span()))],
    };
    tokens.into_iter().flat_map(of_token).collect()
}

/// Where rust-analyzer asks what stands at a place of the user's, only what the user wrote there does, and at the path the
/// arguments that it names.
#[test]
fn an_editor_sees_the_users_words_alone_at_their_places() {
    let mut moved = 0;
    for program in programs() {
        let source = fs::read_to_string(&program).expect("a program");
        let file: syn::File = syn::parse_str(&source).expect("a program");
        for item in file.items {
            let Item::Fn(mut function) = item else { continue };
            let Some((method, args)) = take(&mut function.attrs, method) else { continue };
            let function = function.into_token_stream();
            let written: HashSet<_> =
                words(args.clone()).into_iter().chain(words(function.clone())).collect();
            let places: HashSet<_> = written.iter().map(|(_, at)| *at).collect();
            let others = |expansion: TokenStream| -> Vec<String> {
                let is_name =
                    |word: &str| word.starts_with(|first: char| first.is_alphabetic() || first == '_');
                let is_other = |word: &(String, _)| {
                    is_name(&word.0) && places.contains(&word.1) && !written.contains(word)
                };
                words(expansion).into_iter().filter(is_other).map(|(word, _)| word).collect()
            };
            let expansion = route::expand(method, args.clone(), &function);
            moved += others(expansion.clone()).len();
            let settled = editor::settled(&[&args, &function], expansion.clone());
            assert_eq!(settled.to_string(), expansion.to_string());
            assert_eq!(others(settled), [""; 0], "{}", program.display());
        }
    }
    assert!(moved > 0, "nothing stands at another's place");
    let (args, item) = (
        quote!("/a/{id}/{*rest}?{q}&p={page = 1}"),
        quote!(
            fn f(id: u8, _rest: &str, q: Option<u8>, page: u8, db: &Db) {}
        ),
    );
    let shown = editor::captures(&args, &item).to_string();
    for name in ["id", "_rest", "q", "page"] {
        assert!(shown.contains(&format!("let _ = & {name} ;")), "{shown}");
    }
    assert!(!shown.contains("& db ;"), "{shown}");
}

/// From the first line that differs.
fn difference(snapshot: &Path, reviewed: &str, expansion: &str) -> String {
    let same = reviewed.lines().zip(expansion.lines()).take_while(|(one, other)| one == other).count();
    let rest = |text: &str| text.lines().skip(same).take(12).collect::<Vec<_>>().join("\n    ");
    let (was, is) = (rest(reviewed), rest(expansion));
    format!("{}:{}: was\n    {was}\n  is\n    {is}\n", snapshot.display(), same + 1)
}
