//! Programs with one mistake each, and what the compiler says of them; programs without any, and its silence.

#[path = "ui/diagnostics.rs"]
mod diagnostics;
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

/// The programs that a variable `UI` names in part, or all.
fn selected(folder: &str) -> Vec<Program> {
    let wanted = std::env::var("UI").unwrap_or_default();
    programs(folder).into_iter().filter(|program| program.name.contains(&wanted)).collect()
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

#[test]
fn a_mistake_is_one_error_at_the_users_token_with_a_fix() {
    let programs = selected("ui/fail");
    let said = compile("fail", &["check"], &[], &programs);
    let mut report = String::new();
    let mut short = 0;
    for program in &programs {
        let messages = &said[&program.name];
        let shortfalls = judge::shortfalls(program, messages);
        if !shortfalls.is_empty() {
            short += 1;
            writeln!(report, "\n{}: {}\n{}", program.name, shortfalls.join("; "), shown(messages))
                .expect("a string");
        }
    }
    assert!(short == 0, "{short} of {} programs fall short\n{report}", programs.len());
}

/// The whole messages, as they were reviewed. `TRYBUILD=overwrite` writes them anew.
#[test]
fn messages_are_as_reviewed() {
    let overwrites = std::env::var_os("TRYBUILD").is_some();
    let is_reviewed = |program: &&Program| program.path.with_extension("stderr").exists();
    let programs = selected("ui/fail");
    let (reviewed, others): (Vec<&Program>, Vec<&Program>) = programs.iter().partition(is_reviewed);
    let cases = trybuild::TestCases::new();
    for program in reviewed.iter().chain(others.iter().filter(|_| overwrites)) {
        cases.compile_fail(&program.path);
    }
    // It runs where it ends.
    drop(cases);
    let others: Vec<&str> = others.iter().map(|program| program.name.as_str()).collect();
    assert!(overwrites || others.is_empty(), "no reviewed message of {others:#?}");
}

fn assert_silence(command: &[&str], lints: &[&str]) {
    let programs = selected("ui/pass");
    let mut report = String::new();
    for (name, messages) in compile("pass", command, lints, &programs) {
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
