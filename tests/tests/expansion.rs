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

/// Every route in the programs: the program, the method of a shorthand, the attribute's arguments, the function.
fn routes_in_programs() -> Vec<(PathBuf, Option<&'static str>, TokenStream, TokenStream)> {
    let mut found = Vec::new();
    for program in programs() {
        let source = fs::read_to_string(&program).expect("a program");
        let file: syn::File = syn::parse_str(&source).expect("a program");
        for item in file.items {
            let Item::Fn(mut function) = item else { continue };
            let Some((method, args)) = take(&mut function.attrs, method) else { continue };
            found.push((program.clone(), method, args, function.into_token_stream()));
        }
    }
    assert!(found.len() >= 9, "{} routes", found.len());
    found
}

/// As rust-analyzer is shown it.
fn shown(method: Option<&'static str>, args: &TokenStream, function: &TokenStream) -> TokenStream {
    editor::route::shown(method.is_some(), args, function, route::expand(method, args.clone(), function))
}

/// An editor goes by the places of names: to rename, to complete, to find where something is defined.
#[test]
fn what_the_user_names_keeps_its_place() {
    for (program, method, args, function) in routes_in_programs() {
        let lost = |expansion: TokenStream, written: BTreeSet<(String, usize, usize)>| {
            let kept = places(expansion);
            let lost: Vec<_> = written.into_iter().filter(|name| !kept.contains(name)).collect();
            assert!(lost.is_empty(), "{}: {lost:?} stand elsewhere", program.display());
        };
        lost(route::expand(method, args.clone(), &function), places(function.clone()));
        let shown = shown(method, &args, &function);
        lost(shown, places(function).into_iter().chain(places(args)).collect());
    }
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

/// Where rust-analyzer asks what stands at a place of the user's, only what the user wrote there does.
#[test]
fn an_editor_sees_the_users_words_alone_at_their_places() {
    let mut moved = 0;
    for (program, method, args, function) in routes_in_programs() {
        let written: HashSet<_> = words(args.clone()).into_iter().chain(words(function.clone())).collect();
        let places: HashSet<_> = written.iter().map(|(_, at)| *at).collect();
        let others = |expansion: TokenStream| -> Vec<String> {
            let is_name = |word: &str| word.starts_with(|first: char| first.is_alphabetic() || first == '_');
            let is_other =
                |word: &(String, _)| is_name(&word.0) && places.contains(&word.1) && !written.contains(word);
            words(expansion).into_iter().filter(is_other).map(|(word, _)| word).collect()
        };
        moved += others(route::expand(method, args.clone(), &function)).len();
        assert_eq!(others(shown(method, &args, &function)), [""; 0], "{}", program.display());
    }
    assert!(moved > 0, "nothing stands at another's place");
}

/// An editor is shown this, among other things.
#[track_caller]
fn assert_shows(shown: &TokenStream, wanted: &[&str]) {
    let without_spaces = |text: &str| text.replace(char::is_whitespace, "");
    for wanted in wanted {
        assert!(
            without_spaces(&shown.to_string()).contains(&without_spaces(wanted)),
            "no `{wanted}` in {shown}"
        );
    }
}

#[test]
fn an_editor_reads_a_path_as_a_format_of_the_arguments() {
    let args = quote!("/{{a}}/x{id}.é/{other}/{*rest}?{q}&p={page = 1}&{*_more?}");
    let function = quote!(
        fn f(id: u8, _rest: &str, q: Option<u8>, mut page: u8, r#more: u8, db: &Db) {}
    );
    let format = r#""/{{a}}/x{id}.é/       / {rest}?{q}&p={page:   }& {_more:}""#;
    assert_shows(
        &shown(Some("GET"), &args, &function),
        &[&format!("format_args!({format})"), "let rest = &_rest;", "let _more = &r#more;"],
    );
    for unclear in [r#""/{id:[0-9]+}/{""#, r#""/}{id""#, r#""/{}{id}}""#] {
        let args: TokenStream = unclear.parse().expect("a text");
        let shown = shown(Some("GET"), &args, &function).to_string();
        let format = shown.split("format_args ! (\"").nth(1).expect("a format").split('"').next();
        let format = format.expect("its end");
        let braces = |brace| format.matches(brace).count();
        assert_eq!((format.len() + 2, braces('{')), (unclear.len(), braces('}')), "{format}");
    }
}

/// What is being written is there to be completed, and the rest means what it will mean.
#[test]
fn an_editor_is_shown_what_is_half_written() {
    let function = quote!(
        fn f(id: u8) -> Result<Json<Post>, Error> {
            id
        }
    );
    for (args, wanted) in [
        (quote!("/", stat), &["keys::stat;"][..]),
        (quote!("/",), &["keys::_unfinished;"]),
        (quote!("/", status =), &["keys::status;", "statuses::*; } };"]),
        (quote!("/", location = posts::), &["let _: posts::_unfinished;"]),
        (quote!("/", location = |post| get(i)), &["let _ = get;", "parameters.i;"]),
        (
            quote!("/", location = |post| get(id = post.)),
            &[
                "|post: &<Result<Json<Post>, Error> as __fingerpost::Output>::Success|",
                "(&parameters.id, post.)",
            ],
        ),
        (quote!(status = 201), &["keys::status;", "201"]),
    ] {
        let shown = shown(Some("GET"), &args, &function);
        assert_shows(&shown, wanted);
        assert_shows(&shown, &["id }"]);
    }
    assert_shows(&shown(None, &quote!(G), &function), &["methods::G;"]);
    let unclear: TokenStream = "fn f(id: u8, who: ) -> Json<Post> { id }".parse().expect("tokens");
    assert_shows(&shown(Some("GET"), &quote!("/{id}"), &unclear), &["format_args!(\"/{id}\")", "id }"]);

    let alone = quote!(
        fn f(id: u8) -> Json<Post>;
    );
    let shown_alone = shown(Some("GET"), &quote!("/{id}", successor = get(id = id)), &alone);
    assert_shows(&shown_alone, &["fn words(id: u8) {", "format_args!(\"/{id}\")", "let _: get; let _ = |"]);

    let table = |input: TokenStream| editor::table::shown(input.clone(), routes::expand(input));
    assert_shows(
        &table(quote!(auth = required, "/a" => a::b, c d, crate::e::)),
        &["let _: a::b; let _ = a::b; let _: c; let _ = c; let _: d;", "let _: crate::e::_unfinished;"],
    );
    assert_shows(&table(quote!(pub all = [a, b c])), &["let _: a;", "let _: c;", "pub type all"]);
}

#[test]
fn an_editor_reads_the_texts_of_problems_as_formats_of_the_fields() {
    let input = quote!(
        enum ApiError<T> {
            #[problem(404, "no post {id} in {0}", title = "{blog}")]
            NoPost { id: u64, blog: T, other: u8 },
            #[problem(409)]
            Taken(String),
        }
    );
    let shown = editor::problem::shown(input.clone(), problem::expand(&root::root(), input));
    assert_shows(
        &shown,
        &[
            "fn words<T>(problem: &ApiError<T>)",
            "ApiError::NoPost { id: id, blog: blog, .. } =>",
            "format_args!(\"no post {id} in    \")",
        ],
    );
}

/// From the first line that differs.
fn difference(snapshot: &Path, reviewed: &str, expansion: &str) -> String {
    let same = reviewed.lines().zip(expansion.lines()).take_while(|(one, other)| one == other).count();
    let rest = |text: &str| text.lines().skip(same).take(12).collect::<Vec<_>>().join("\n    ");
    let (was, is) = (rest(reviewed), rest(expansion));
    format!("{}:{}: was\n    {was}\n  is\n    {is}\n", snapshot.display(), same + 1)
}
