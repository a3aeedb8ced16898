//! Checks of a `location` or `successor` against the handler that it names.

use crate::text::{ConstText, same};

/// That what a key names is a handler, and not the function that makes its path.
#[track_caller]
pub const fn linked_handler(key: &str, is_none: bool) -> bool {
    if is_none {
        let message =
            ConstText::new().text("`").text(key).text("` names the handler, and makes its path itself");
        panic!("{}", message.text("\nhelp: remove `::path`").as_str());
    }
    true
}

/// Those of a handler whose attribute has a mistake: which is the error, not what links to it.
pub const ANY_PARAMETERS: &[(&str, bool)] = &[("", false)];

/// Those of a handler that takes its captures all at once, as `Path<T>`.
pub const TAKEN_AT_ONCE: &[(&str, bool)] = &[("*", true)];

pub(crate) const fn are_taken_at_once(parameters: &[(&str, bool)]) -> bool {
    parameters.len() == 1 && same(parameters[0].0, "*")
}

#[track_caller]
const fn refuse_taken_at_once() -> ! {
    panic!(
        "this handler takes its captures all at once, as `Path<T>`, so its path is not known by their names\nhelp: let it take each capture as an argument of its name, `id: u64`"
    )
}

/// That a link gives a parameter by a name that the path has, of a type that prints.
#[track_caller]
pub const fn named(parameters: &[(&str, bool)], printed: &[(&str, bool)], name: &str) -> bool {
    if are_taken_at_once(parameters) {
        refuse_taken_at_once();
    }
    let mut at = 0;
    while at < printed.len() {
        if same(printed[at].0, name) && !printed[at].1 {
            panic!(
                "the handler takes this with a type that does not print, so no path is made of it\nhelp: implement `std::fmt::Display` for the type"
            );
        }
        at += 1;
    }
    if has(parameters, name) {
        if place(parameters, name) >= NAMED {
            panic!(
                "a link gives one of the first 32 parameters by name\nhelp: put this one before them in the path that the handler has"
            );
        }
        return true;
    }
    let message =
        ConstText::new().text("the path of the handler has no parameter `").text(name).text("`\nhelp: ");
    if parameters.is_empty() {
        panic!("{}", message.text("it has none: leave the parentheses empty").as_str());
    }
    let mut message = message.text("it has ");
    let mut at = 0;
    while at < parameters.len() {
        message = message.text(if at == 0 { "`" } else { ", `" }).text(parameters[at].0).text("`");
        at += 1;
    }
    panic!("{}", message.as_str());
}

/// That a link gives all the parameters without which there is no path. (One that the handler does not have is an
/// error of its own, at its name.)
#[track_caller]
pub const fn link(parameters: &[(&str, bool)], given: &[&str]) {
    let mut at = 0;
    while at < given.len() {
        if !has(parameters, given[at]) {
            return;
        }
        at += 1;
    }
    if are_taken_at_once(parameters) {
        refuse_taken_at_once();
    }
    let mut at = 0;
    while at < parameters.len() {
        let (name, required) = parameters[at];
        if required && !contains(given, name) {
            let message = ConstText::new().text("the path of the handler also needs `").text(name);
            let message = message.text("`\nhelp: add `").text(name).text(" = …`");
            panic!("{}", message.as_str());
        }
        at += 1;
    }
}

/// How many parameters of a path a link can give.
const NAMED: usize = 32;

/// The place of a parameter among them; of one that is not there, which has been refused, any.
#[must_use]
pub const fn place(parameters: &[(&str, bool)], name: &str) -> usize {
    let mut at = 0;
    while at < parameters.len() {
        if same(parameters[at].0, name) {
            return at;
        }
        at += 1;
    }
    0
}

const fn has(parameters: &[(&str, bool)], name: &str) -> bool {
    let mut at = 0;
    while at < parameters.len() {
        if parameters[at].0.is_empty() || same(parameters[at].0, name) {
            return true;
        }
        at += 1;
    }
    false
}

const fn contains(names: &[&str], wanted: &str) -> bool {
    let mut at = 0;
    while at < names.len() {
        if same(names[at], wanted) {
            return true;
        }
        at += 1;
    }
    false
}
