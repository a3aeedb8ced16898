//! Right programs while they are typed: cut at every token of a macro's words, with each token missing, with each doubled.
//!
//! An editor compiles all of these. Whatever they have of errors stands where the words are, or in the signature below
//! them, and nothing else in the file turns red: neither the table, nor a link, nor who calls the function.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use proc_macro2::{Group, TokenStream, TokenTree};

use crate::diagnostics::Diagnostic;
use crate::programs::{Program, compile};

/// What all of them use.
const COMMON: &str = "\
#![allow(dead_code, unused, clippy::all)]
use fingerpost::{App, Json, Problem, delete, get, post, put, route, routes};
mod limits { pub const MADE: u16 = 201; }
mod posts {
    use fingerpost::{get, routes};
    #[get(\"/posts/{id}?{page}\")]
    pub fn read(id: u64, page: Option<u32>) -> String { format!(\"{id}{page:?}\") }
    #[get(\"/list\")]
    pub fn list() {}
    routes! { pub table = [read, list] }
}
fn main() {}
";

/// What is typed stands between `«` and `»`.
const WRITTEN: &[&str] = &[
    r#"
    #[get(«"/notes/{id}?{q}&{limit = 10}", etag = |note| note.0, tag = "notes", operation_id = "note", timeout = "5 s"»)]
    fn handler(id: u64, q: Option<&str>, limit: u8) -> Json<u64> {
        Json(id)
    }
    routes! { pub table = [handler, posts::read] }
    fn uses() {
        let _ = (handler(7, None, 7), handler::path(7, None, None).to_string(), App::new(table));
    }
    "#,
    r#"
    #[route(«POST | "PURGE", "/notes", status = CREATED, header("Cache-Control" = "no-store"), location = |made| posts::read(id = made.0, page = 2), body_limit = "64 KiB", detached»)]
    async fn handler(Json(new): Json<u64>) -> Json<u64> {
        Json(new)
    }
    async fn uses() {
        let _ = (handler(Json(7)).await, handler::path().to_string(), App::new(routes![handler, posts::read]));
    }
    "#,
    r#"
    #[put(«"/notes/{id}", status = limits::MADE, content_type = "text/csv", location = posts::read(id = id), blocking, hidden»)]
    fn handler(id: u64, body: String) -> String {
        body
    }
    fn uses() {
        let _ = (handler(7, String::new()), handler::path(7), App::new(routes!["/api" => handler, "/api" => posts::table]));
    }
    "#,
    r#"
    #[delete(«"/notes/{id}", deprecated = "2026-01-31", sunset = "2027-01-31", successor = posts::read(id = id), crate = ::fingerpost, public»)]
    fn handler(id: u64) {}
    #[post("/", status = 201, location = handler(id = 7))]
    fn other() {}
    fn uses() {
        let _ = (handler(7), handler::path(7), App::new(routes![handler, other, posts::table]));
    }
    "#,
    r#"
    routes! { pub table = [«posts::list, "/api" => posts::table, handler»] }

    #[get("/notes/{id}", location = posts::read(id = id), status = 303)]
    fn handler(id: u64) {}
    fn uses() {
        let _ = (handler(7), App::new(routes![table, posts::read]).test());
    }
    "#,
    r#"
    routes! { «pub table = [posts::list, "/api" => posts::table]» }

    "#,
    r#"
    fn uses() {
        let app = App::new(routes![«posts::list, "/api" => posts::table, handler»]);
        let _ = app.state(7_u64).test();
    }
    #[get("/notes/{id}")]
    fn handler(id: u64, state: &u64) {}
    "#,
    r#"
    #[derive(Problem)]
    enum ApiError {
        #[problem(«404, "no note {id}", title = "No note", type = "https://example.org/no-note", header("Retry-After" = "{id}")»)]
        NoNote { id: u64 },
        #[problem(500)]
        Other(#[from] std::io::Error),
    }
    #[get("/notes/{id}")]
    fn handler(id: u64) -> Result<String, ApiError> {
        std::fs::read_to_string("")?;
        Err(ApiError::NoNote { id })
    }
    fn uses() {
        let _ = App::new(routes![handler]);
    }
    "#,
];

/// A program with what is typed in it changed, as a module of its own.
struct Typed {
    /// The words as they are now.
    words: String,
    source: String,
    /// The lines, from the first of the module, where an error may stand.
    allowed: RangeInclusive<usize>,
}

/// All that is seen of a program while its words are typed and corrected.
fn typed(written: &str) -> Vec<Typed> {
    let (before, rest) = written.split_once('«').expect("what is typed begins");
    let (words, after) = rest.split_once('»').expect("what is typed ends");
    let line = before.matches('\n').count();
    let words: TokenStream = words.parse().expect("tokens");
    let mut seen = BTreeSet::new();
    let changed = prefixes(&words).into_iter().chain(one_less(&words)).chain(one_more(&words));
    changed
        .map(|words| words.to_string())
        .filter(|words| seen.insert(words.clone()))
        .map(|words| Typed { source: format!("{before}{words}{after}"), words, allowed: line..=line + 1 })
        .collect()
}

/// How many tokens there are, a group and what is in it counted each.
fn count(tokens: &TokenStream) -> usize {
    let each = tokens.clone().into_iter().map(|token| match token {
        TokenTree::Group(group) => 1 + count(&group.stream()),
        _ => 1,
    });
    each.sum()
}

/// The first tokens; what is opened is closed, as editors do.
fn prefixes(tokens: &TokenStream) -> Vec<TokenStream> {
    fn first(tokens: &TokenStream, left: &mut usize) -> TokenStream {
        let mut kept = TokenStream::new();
        for token in tokens.clone() {
            if *left == 0 {
                break;
            }
            *left -= 1;
            kept.extend([match token {
                TokenTree::Group(group) => Group::new(group.delimiter(), first(&group.stream(), left)).into(),
                other => other,
            }]);
        }
        kept
    }
    (0..count(tokens)).map(|length| first(tokens, &mut { length })).collect()
}

fn one_less(tokens: &TokenStream) -> Vec<TokenStream> {
    (0..count(tokens)).map(|at| times(tokens, &mut { at }, 0)).collect()
}

fn one_more(tokens: &TokenStream) -> Vec<TokenStream> {
    (0..count(tokens)).map(|at| times(tokens, &mut { at }, 2)).collect()
}

/// The tokens with the one at that place so many times.
fn times(tokens: &TokenStream, at: &mut usize, many: usize) -> TokenStream {
    let mut kept = TokenStream::new();
    for token in tokens.clone() {
        let is_it = *at == 0;
        *at = at.wrapping_sub(1);
        let token = match token {
            TokenTree::Group(group) => Group::new(group.delimiter(), times(&group.stream(), at, many)).into(),
            other => other,
        };
        kept.extend(std::iter::repeat_n(token, if is_it { many } else { 1 }));
    }
    kept
}

/// An error, and the line of the module where it stands.
struct Said {
    line: usize,
    message: Diagnostic,
}

/// What the compiler says of each; a module where it finds something is left out of the next round, since what it finds early
/// keeps it from looking for what it finds late.
fn said(typed: &[Typed]) -> Vec<Vec<Said>> {
    let mut said: Vec<Vec<Said>> = typed.iter().map(|_| Vec::new()).collect();
    let mut left: Vec<usize> = (0..typed.len()).collect();
    loop {
        let mut source = COMMON.to_owned();
        let mut starts = Vec::new();
        for at in &left {
            write!(source, "mod at_{at} {{ use super::*;").expect("a string");
            starts.push(source.matches('\n').count() + 1);
            writeln!(source, "{}}}", typed[*at].source).expect("a string");
        }
        let program = written(source);
        let messages = compile("half_typed", &["check"], &[], std::slice::from_ref(&program));
        let mut found = BTreeSet::new();
        for message in messages.into_values().flatten().filter(Diagnostic::is_error) {
            let line = line(&program, &message);
            let module = starts.partition_point(|start| *start <= line).checked_sub(1);
            let module = module.unwrap_or_else(|| panic!("outside of all:\n{}", message.shown()));
            found.insert(left[module]);
            said[left[module]].push(Said { line: line - starts[module], message });
        }
        if found.is_empty() {
            return said;
        }
        left.retain(|at| !found.contains(at));
    }
}

/// The program, where it can be compiled.
fn written(source: String) -> Program {
    let path: PathBuf = Path::new(env!("CARGO_TARGET_TMPDIR")).join("half_typed/program/half_typed.rs");
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder below the target directory");
    std::fs::write(&path, &source).expect("a file below the target directory");
    Program { name: "half_typed".to_owned(), source, path }
}

/// Where an error stands for the user.
fn line(program: &Program, message: &Diagnostic) -> usize {
    let span = message.primary().next().expect("a place").seen(|file| program.is_file(file));
    assert!(program.is_file(&span.file_name), "in another file:\n{}", message.shown());
    span.line_start
}

/// What is wrong with what is said of programs that are being typed.
pub(crate) fn shortfalls(internals: impl Fn(&Diagnostic) -> Vec<String>) -> String {
    let typed: Vec<Typed> = WRITTEN.iter().flat_map(|written| typed(written)).collect();
    assert!(typed.len() > 300, "only {}", typed.len());
    let mut report = String::new();
    for (typed, said) in typed.iter().zip(said(&typed)) {
        let mut falls_short = |of: &str, message: &Diagnostic| {
            writeln!(report, "\n`{}` {of}:\n{}", typed.words, message.shown()).expect("a string");
        };
        for Said { line, message } in &said {
            if !typed.allowed.contains(line) {
                falls_short("has another line red", message);
            }
            let names = internals(message);
            if !names.is_empty() {
                falls_short(&format!("names {names:?}"), message);
            }
        }
        if let [_, second, ..] = &said[..] {
            falls_short("is one mistake, and this is the second error", &second.message);
        }
    }
    report
}
