//! Programs with one mistake each, and what the compiler says of them; programs without any, and its silence.

#[path = "ui/diagnostics.rs"]
mod diagnostics;
#[path = "ui/half_typed.rs"]
mod half_typed;
#[path = "ui/judge.rs"]
mod judge;
#[path = "ui/marks.rs"]
mod marks;
#[path = "ui/programs.rs"]
mod programs;

use std::fmt::Write as _;
use std::process::Command;

use diagnostics::Diagnostic;
use programs::{Program, compile, programs};

/// The programs that a variable `UI` names in part, several with commas between, or all.
fn selected(folder: &str) -> Vec<Program> {
    let wanted = std::env::var("UI").unwrap_or_default();
    let is_wanted = |program: &Program| wanted.split(',').any(|part| program.name.contains(part));
    programs(folder).into_iter().filter(is_wanted).collect()
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("    {line}\n")).collect()
}

fn shown(messages: &[Diagnostic]) -> String {
    messages
        .iter()
        .filter(|message| !message.spans.is_empty())
        .map(|message| indented(message.shown()))
        .collect()
}

/// The programs that are known to fall short, each with what it falls short of: nothing is hidden, and what is mended
/// must be taken off.
const KNOWN: &str = include_str!("../ui/shortfalls.txt");

#[test]
fn a_mistake_is_one_error_at_the_users_token_with_a_fix() {
    let programs = selected("ui/fail");
    let said = compile("fail", &["check"], &[], &programs);
    let mut report = String::new();
    for program in &programs {
        let messages = &said[&program.name];
        let found = judge::shortfalls(program, messages).join("; ");
        let known = known_shortfall(&program.name);
        if found != known.unwrap_or_default() {
            let known = known.map(|known| format!("\nknown: {known}")).unwrap_or_default();
            writeln!(report, "\n{}: {found}{known}\n{}", program.name, shown(messages)).expect("a string");
        }
    }
    assert!(report.is_empty(), "what these fall short of is not what tests/ui/shortfalls.txt says\n{report}");
}

/// What belongs to a feature that is off: the message, or a note of the compiler's own, says which.
#[test]
fn a_feature_that_is_off_is_named() {
    let programs = selected("ui/off");
    let said = compile("off", &["check"], &[], &programs);
    let mut report = String::new();
    for program in &programs {
        let messages = &said[&format!("{}-bare", program.name)];
        let mut found = judge::shortfalls(program, messages);
        if !messages.iter().any(|message| message.shown().contains(" feature")) {
            found.push("the feature is not named".to_owned());
        }
        if !found.is_empty() {
            writeln!(report, "\n{}: {}\n{}", program.name, found.join("; "), shown(messages))
                .expect("a string");
        }
    }
    assert!(report.is_empty(), "what is said of features that are off\n{report}");
}

fn known_shortfall(name: &str) -> Option<&'static str> {
    KNOWN.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
}

/// The whole messages, as they were reviewed. `TRYBUILD=overwrite` writes them anew. What falls short has none: it was
/// not accepted.
#[test]
fn messages_are_as_reviewed() {
    let programs = selected("ui/fail");
    let (short, whole): (Vec<&Program>, Vec<&Program>) =
        programs.iter().partition(|program| known_shortfall(&program.name).is_some());
    let cases = trybuild::TestCases::new();
    for program in whole {
        cases.compile_fail(&program.path);
    }
    // It runs where it ends.
    drop(cases);
    let accepted: Vec<&str> = short
        .iter()
        .filter(|program| program.path.with_extension("stderr").exists())
        .map(|program| program.name.as_str())
        .collect();
    assert!(accepted.is_empty(), "these fall short and have a reviewed message all the same: {accepted:#?}");
}

fn assert_silence(command: &[&str], lints: &[&str]) {
    assert_silence_of(&selected("ui/pass"), command, lints);
}

fn assert_silence_of(programs: &[Program], command: &[&str], lints: &[&str]) {
    let mut report = String::new();
    for (name, messages) in compile("pass", command, lints, programs) {
        if !messages.is_empty() {
            writeln!(report, "\n{name}:\n{}", shown(&messages)).expect("a string");
        }
    }
    assert!(report.is_empty(), "the compiler objects to programs that are right\n{report}");
}

#[test]
fn what_is_right_compiles_without_a_word() {
    assert_silence(&["check"], &[]);
}

#[test]
fn clippy_has_nothing_to_say_either() {
    let has_clippy = Command::new(env!("CARGO")).args(["clippy", "--version"]).output();
    if has_clippy.is_ok_and(|output| output.status.success()) {
        let of_the_handlers_as_written = ["unused_async", "unnecessary_wraps", "needless_pass_by_value"];
        let allowed = of_the_handlers_as_written.map(|lint| format!("-Aclippy::{lint}"));
        let lints: Vec<&str> =
            std::iter::once("-Wclippy::pedantic").chain(allowed.iter().map(String::as_str)).collect();
        assert_silence(&["clippy"], &lints);
    }
}

/// Of those that say so: it takes as long as to compile them.
#[test]
fn rustdoc_has_nothing_to_say_either() {
    let asks = |program: &Program| program.source.contains("rustdoc::all");
    let programs: Vec<Program> = programs("ui/pass").into_iter().filter(asks).collect();
    assert!(!programs.is_empty(), "no program asks rustdoc");
    assert_silence_of(&programs, &["doc", "--no-deps"], &[]);
}

#[test]
fn what_is_being_typed_turns_nothing_else_red() {
    let report = half_typed::shortfalls(judge::internals);
    assert!(report.is_empty(), "an editor would show more than what is being typed\n{report}");
}

#[test]
fn expansions_compile_when_pasted_back() {
    let is_right =
        |program: &Program| program.name.ends_with("_expanded") && program.name != "mistake_expanded";
    let programs: Vec<Program> = programs("expand").into_iter().filter(is_right).collect();
    assert!(!programs.is_empty(), "no snapshots in `tests/expand`");
    let mut report = String::new();
    for (name, messages) in compile("expand", &["check"], &[], &programs) {
        if messages.iter().any(Diagnostic::is_error) {
            writeln!(report, "\n{name}:\n{}", shown(&messages)).expect("a string");
        }
    }
    assert!(report.is_empty(), "these expansions are no programs\n{report}");
}

/// The page that shows messages shows those that were reviewed.
#[test]
fn the_page_about_messages_is_true() {
    let page = include_str!("../../docs/compiler.md");
    let blocks: Vec<(&str, &str)> = page
        .split("<!-- ")
        .skip(1)
        .filter_map(|rest| {
            let (name, rest) = rest.split_once(" -->\n```text\n")?;
            Some((name, rest.split_once("\n```")?.0))
        })
        .collect();
    assert_eq!(blocks.len(), 10);
    for (name, shown) in blocks {
        let program = programs("ui/fail").into_iter().find(|program| program.name == name).expect(name);
        let golden = std::fs::read_to_string(program.path.with_extension("stderr")).expect(name);
        assert_eq!(golden.trim_end(), shown, "{name}");
    }
}
