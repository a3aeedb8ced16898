//! What falls short of one error, at the user's own token, with a fix, that names no internals.

use crate::diagnostics::Diagnostic;
use crate::marks::{Mark, marks};
use crate::programs::Program;

/// Names that no user wrote or should know. Names that begin with two underscores are found without being listed.
///
/// `HasState`, `RunsWith` and `SharedState` are not among them: whoever writes a function over any app writes them as
/// its bounds, the documentation shows how, and the compiler shows them because it names the trait of every bound that
/// fails, and the bounds on the way to it.
const INTERNAL: &[&str] = &[
    "Answered",
    "Asked",
    "AskedLater",
    "Below",
    "ConstText",
    "Declared",
    "DescribePart",
    "Draft",
    "EmptyTable",
    "Endpoint",
    "Entry",
    "ErrorOf",
    "Flattened",
    "FromState",
    "Given",
    "Halved",
    "Halves",
    "HasField",
    "Held",
    "HeldBy",
    "Here",
    "IfOption",
    "Inside",
    "IsNone",
    "KnownByServer",
    "Lease",
    "LentIf",
    "Linked",
    "Linking",
    "ManyCows",
    "ManyOwn",
    "ManyTexts",
    "Members",
    "Mounted",
    "Never",
    "NeverRun",
    "OfHead",
    "OtherwiseNot",
    "Outcome",
    "Parameters",
    "PathWriter",
    "Proved",
    "Reads",
    "SendIf",
    "Shape",
    "StatusConst",
    "StreamOf",
    "SuccessOf",
    "Unless",
    "Unnamed",
    "Values",
    "Within",
    "glue",
];

/// What is wrong with what the compiler says of a program that has a mistake.
pub(crate) fn shortfalls(program: &Program, said: &[Diagnostic]) -> Vec<String> {
    let mut marks = marks(&program.source);
    let mut shortfalls = Vec::new();
    if !program.source.starts_with("//! ") {
        shortfalls.push("the program does not begin with a `//!` line that tells the mistake".to_owned());
    }
    if marks.is_empty() {
        shortfalls.push("the program marks no token (`//~ ^^^` under the line)".to_owned());
    }
    let errors: Vec<&Diagnostic> = said.iter().filter(|message| message.is_error()).collect();
    if errors.len() != marks.len() {
        shortfalls.push(format!("{} errors for {} marks", errors.len(), marks.len()));
    }
    shortfalls
        .extend(said.iter().filter(|message| message.is_warning()).map(|_| "a warning besides".to_owned()));
    for error in errors {
        shortfalls.extend(misplaced(program, error, &mut marks));
        if !program.has_no_fix() && !has_help(error) {
            shortfalls.push("no help".to_owned());
        }
        shortfalls.extend(internals(error).into_iter().map(|name| format!("names `{name}`")));
    }
    shortfalls
}

/// An error uses up the mark that it stands at.
fn misplaced(program: &Program, error: &Diagnostic, marks: &mut Vec<Mark>) -> Option<String> {
    let spans: Vec<_> = error.primary().map(|span| span.seen(|file| program.is_file(file))).collect();
    let is_at = |mark: &Mark| spans.iter().all(|span| program.is_file(&span.file_name) && mark.holds(span));
    match marks.iter().position(is_at) {
        Some(at) => {
            marks.remove(at);
            None
        }
        None => {
            let at = spans.first().map_or_else(String::new, |span| {
                format!("{}:{}-{}", span.line_start, span.column_start, span.column_end)
            });
            Some(format!("not at a mark: {at}"))
        }
    }
}

/// A help of rustc that lists what implements a trait is no fix.
fn has_help(error: &Diagnostic) -> bool {
    let lists = |text: &str| {
        ["the trait `", "the following other types implement", "the following types implement"]
            .iter()
            .any(|start| text.starts_with(start))
    };
    // What serde says of its own traits.
    let advises = |text: &str| text.contains("help: ") || text.starts_with("for local types consider adding");
    error.texts().into_iter().any(advises)
        || error.children.iter().any(|child| child.level == "help" && !lists(&child.message))
}

/// The names in an error that no user should see.
pub(crate) fn internals(error: &Diagnostic) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for text in error.texts() {
        let words = text.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
        for word in words.filter(|word| is_internal(word)) {
            if !found.iter().any(|known| known == word) {
                found.push(word.to_owned());
            }
        }
    }
    found
}

fn is_internal(word: &str) -> bool {
    let is_argument =
        word.strip_prefix("argument_").is_some_and(|rest| rest.chars().all(|digit| digit.is_ascii_digit()));
    (word.starts_with("__") && word.len() > 2) || is_argument || INTERNAL.contains(&word)
}

#[test]
fn generated_and_private_names_are_internal() {
    for word in ["__private", "__Entry0", "argument_3", "IsNone"] {
        assert!(is_internal(word), "{word}");
    }
    for word in ["__", "argument_name", "holds_once", "FromRequest"] {
        assert!(!is_internal(word), "{word}");
    }
}
