//! `left`: what remains between fingerpost and hyper by hand, by function.

use std::collections::BTreeMap;

use anyhow::Result;
use contract::Kind;

use crate::binaries::Binaries;
use crate::callgrind;
use crate::report::{Section, row};
use crate::servers::{OURS, SAME_RUNTIME, Server};

pub(crate) const TITLE: &str = "What is left";
const FUNCTIONS: usize = 25;

pub(crate) fn run(binaries: &Binaries, kind: &Kind) -> Result<Section> {
    let mut section = Section::new(TITLE, format!("cargo run -p bench --release -- left {}", kind.name));
    let costs = |name| -> Result<(f64, BTreeMap<String, f64>)> {
        let measured = callgrind::measure(binaries, &Server::find(name)?, kind, &[])?;
        let mut by_name = BTreeMap::new();
        for (function, cost) in measured.functions() {
            *by_name.entry(without_generics(function)).or_default() += cost;
        }
        Ok((measured.instructions(), by_name))
    };
    let ((ours, our_functions), (hyper, hyper_functions)) = (costs(OURS)?, costs(SAME_RUNTIME)?);
    let mut differences = our_functions;
    for (function, cost) in hyper_functions {
        *differences.entry(function).or_default() -= cost;
    }
    let mut differences: Vec<_> = differences.into_iter().collect();
    differences.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
    section.text(format!(
        "{}: {OURS} takes {:.0} instructions, {SAME_RUNTIME} {hyper:.0}: {:.0} lie between them. The {FUNCTIONS} functions \
         that differ most, each by itself, their generic arguments left out; what is inlined counts as its caller's.",
        kind.title,
        ours,
        ours - hyper
    ));
    let mut rows = vec![row(["instructions more", "function"])];
    for (function, more) in differences.iter().take(FUNCTIONS) {
        rows.push(row([format!("{more:+.0}"), format!("`{function}`")]));
    }
    section.table(rows);
    let figures = differences.iter().take(FUNCTIONS).map(|(name, more)| serde_json::json!([name, more]));
    section.figures = figures.collect();
    Ok(section)
}

/// `Conn<I, B>::poll` and `Conn<J, B>::poll` are one function to a reader; `<T as Trait>::f` keeps its type.
fn without_generics(name: &str) -> String {
    let name = name.split_once(" [").map_or(name, |(name, _)| name);
    let mut short = String::new();
    let mut depth = 0_usize;
    for (at, char) in name.char_indices() {
        match char {
            '<' if at > 0 && !name[..at].ends_with(['<', '&', ' ']) => depth += 1,
            '>' if depth > 0 && !name[..at].ends_with('-') => depth -= 1,
            _ if depth == 0 => short.push(char),
            _ => {}
        }
    }
    short.replace('|', "\\|")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn generic_arguments_are_left_out_and_the_types_of_impls_are_not() {
        let cases = [
            ("malloc", "malloc"),
            ("hyper::proto::Conn<I,B,T>::poll_read", "hyper::proto::Conn::poll_read"),
            ("<tokio::Io<T> as hyper::rt::Read>::poll", "<tokio::Io as hyper::rt::Read>::poll"),
            ("f::<fn() -> u8, Vec<u8>>", "f::"),
        ];
        for (long, short) in cases {
            assert_eq!(without_generics(long), short);
        }
    }
}
