//! `throughput`: all servers in turn, round after round, so that what disturbs one round disturbs them all.

use std::collections::BTreeMap;
use std::time::Duration;

use anyhow::Result;
use contract::Kind;
use serde::Serialize;

use crate::binaries::Binaries;
use crate::check;
use crate::load::Load;
use crate::process::Running;
use crate::report::{Bars, Part, Section, about_load, load, row};
use crate::servers::{OURS, Server};

pub(crate) const TITLE: &str = "Throughput";
pub(crate) const PIPELINED: &str = "Throughput, pipelined";
const CONNECTIONS: usize = 64;
const DEPTH: usize = 16;
const WARM_UP: Duration = Duration::from_millis(200);
/// Those that are asked under load, here and by `system`.
pub(crate) const SERVERS: [&str; 9] = [
    OURS,
    "fingerpost-per-core",
    "hyper-tuned",
    "hyper-tuned-shared",
    "hyper-plain",
    "xitca-web",
    "axum",
    "actix-web",
    "ntex",
];
/// Those that ours is to be above of; and those that it is not to be below of.
const ABOVE: [&str; 3] = ["axum", "actix-web", "ntex"];
const NOT_BELOW: [&str; 2] = ["hyper-tuned", "xitca-web"];

/// A server's figures of one kind, a number a round.
#[derive(Debug, Default, Serialize)]
struct Rounds {
    a_second: Vec<f64>,
    p99: Vec<f64>,
}

/// By kind and server.
type Found = BTreeMap<(&'static str, &'static str), Rounds>;

pub(crate) fn run(binaries: &Binaries, kinds: &[&Kind], pipelined: bool, quick: bool) -> Result<Section> {
    let (rounds, time) =
        if quick { (2, Duration::from_millis(300)) } else { (6, Duration::from_millis(1_000)) };
    let depth = if pipelined { DEPTH } else { 1 };
    let (title, command) = match pipelined {
        false => (TITLE, "cargo run -p bench --release -- throughput"),
        true => (PIPELINED, "cargo run -p bench --release -- throughput --pipelined"),
    };
    let mut section = Section::new(title, command);
    let all = SERVERS.iter().map(|name| Server::find(name)).collect::<Result<Vec<_>>>()?;
    let servers = check::standing(binaries, &all);
    let load = load();
    let mut found = Found::new();
    for round in 1..=rounds {
        eprintln!("round {round} of {rounds}");
        one_round(binaries, &servers, kinds, depth, time, &mut found)?;
    }
    section.text(format!(
        "{CONNECTIONS} connections, {depth} request{} at a time on each; {rounds} rounds, in each of which all servers have \
         their turn. Requests a second of {OURS} as a ratio to those of the server in the same round: median (least to most) \
         of the rounds. {}",
        if pipelined { "s" } else { "" },
        about_load(load)
    ));
    tell(&mut section, &servers, kinds, &found, depth);
    Ok(section)
}

fn one_round(
    binaries: &Binaries,
    servers: &[Server],
    kinds: &[&Kind],
    depth: usize,
    time: Duration,
    found: &mut Found,
) -> Result<()> {
    for server in servers {
        let running = Running::start(binaries, server, &[])?;
        for kind in kinds {
            let sample = Load::new(running.address, kind)?.closed(CONNECTIONS, depth, WARM_UP, time)?;
            let rounds = found.entry((kind.name, server.name)).or_default();
            rounds.a_second.push(sample.a_second);
            rounds.p99.push(sample.percentile(0.99));
        }
        running.stop()?;
    }
    Ok(())
}

fn tell(section: &mut Section, servers: &[Server], kinds: &[&Kind], found: &Found, depth: usize) {
    let table = |cell: &dyn Fn(&Rounds, &Rounds) -> String| {
        let head = [String::new()].into_iter().chain(kinds.iter().map(|kind| kind.title.to_owned()));
        let mut rows = vec![row(head)];
        rows.extend(servers.iter().map(|server| {
            let cells = kinds.iter().filter_map(|kind| {
                Some(cell(found.get(&(kind.name, OURS))?, found.get(&(kind.name, server.name))?))
            });
            row([server.name.to_owned()].into_iter().chain(cells))
        }));
        rows
    };
    section.table(table(&|ours, theirs| {
        let [least, _, middle, _, most] = quartiles(&ratios(ours, theirs));
        format!("{middle:.2} ({least:.2} to {most:.2})")
    }));
    section.text("Thousands of requests a second / the 99th percentile of latency in microseconds, medians.");
    section.table(table(&|_, theirs| {
        format!("{:.1} / {:.0}", quartiles(&theirs.a_second)[2] / 1_000.0, quartiles(&theirs.p99)[2])
    }));
    let groups = kinds.iter().map(|kind| {
        let bars = servers.iter().filter_map(|server| {
            let thousands = quartiles(&found.get(&(kind.name, server.name))?.a_second)[2] / 1_000.0;
            Some((server.name.to_owned(), thousands))
        });
        (kind.title.to_owned(), bars.collect())
    });
    section.parts.push(Part::Plot(Bars {
        name: format!("throughput-{depth}"),
        title: format!("Thousands of requests a second, {depth} at a time"),
        groups: groups.collect(),
    }));
    for kind in kinds {
        judge(section, kind, found, depth);
    }
    let figures = found.iter().map(|((kind, server), rounds)| {
        serde_json::json!({ "kind": kind, "server": server, "depth": depth, "rounds": rounds })
    });
    section.figures = figures.collect();
}

fn judge(section: &mut Section, kind: &Kind, found: &Found, depth: usize) {
    let mut one = |other: &'static str, above: bool| {
        let (Some(ours), Some(theirs)) = (found.get(&(kind.name, OURS)), found.get(&(kind.name, other)))
        else {
            return;
        };
        let [least, low, middle, high, most] = quartiles(&ratios(ours, theirs));
        let holds = if above { middle > 1.0 } else { middle >= 1.0 - (high - low) };
        let relation = if above { "above" } else { "within the noise (the quartiles' distance) not below" };
        let depth = if depth > 1 { ", pipelined" } else { "" };
        section.judge(
            3,
            format!("{}{depth}: {relation} {other}", kind.title),
            format!("{middle:.2} ({least:.2} to {most:.2})"),
            holds,
        );
    };
    ABOVE.into_iter().for_each(|other| one(other, true));
    NOT_BELOW.into_iter().for_each(|other| one(other, false));
}

fn ratios(ours: &Rounds, theirs: &Rounds) -> Vec<f64> {
    ours.a_second.iter().zip(&theirs.a_second).map(|(ours, theirs)| ours / theirs).collect()
}

/// The least, the first quartile, the median, the third, the most.
pub(crate) fn quartiles(values: &[f64]) -> [f64; 5] {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let last = sorted.len().saturating_sub(1) as f64;
    [0.0, 0.25, 0.5, 0.75, 1.0].map(|share| {
        let at = last * share;
        let (low, high) = (sorted[at.floor() as usize], sorted[at.ceil() as usize]);
        low + (high - low) * at.fract()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quartiles_lie_between_values() {
        assert_eq!(quartiles(&[4.0, 1.0, 3.0, 2.0, 5.0]), [1.0, 2.0, 3.0, 4.0, 5.0]);
        assert_eq!(quartiles(&[2.0, 1.0])[2], 1.5);
    }
}
