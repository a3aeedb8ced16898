//! `tails`: latencies at fixed rates, counted from when a request was due, so that a stalled server is not spared.

use std::time::Duration;

use anyhow::Result;
use contract::Kind;
use serde::Serialize;

use crate::binaries::Binaries;
use crate::check;
use crate::load::Load;
use crate::process::Running;
use crate::report::{Section, about_load, load, row};
use crate::servers::{OURS, Server};

pub(crate) const TITLE: &str = "Tails";
const CONNECTIONS: usize = 64;
const SERVERS: [&str; 5] = [OURS, OTHER_RUNTIME, "axum", "xitca-web", "hyper-tuned"];
/// What `run` would be, had it chosen otherwise.
const OTHER_RUNTIME: &str = "fingerpost-per-core";
/// Shares of saturation.
const SHARES: [f64; 2] = [0.5, 0.9];

#[derive(Debug, Clone, Serialize)]
struct Figure {
    server: &'static str,
    share: f64,
    /// Requests a second.
    rate: f64,
    /// Microseconds, the median of the rounds.
    p99: f64,
    p999: f64,
}

pub(crate) fn run(binaries: &Binaries, kind: &Kind, quick: bool) -> Result<Section> {
    let (rounds, time) = if quick { (1, Duration::from_millis(500)) } else { (5, Duration::from_secs(3)) };
    let mut section = Section::new(TITLE, "cargo run -p bench --release -- tails");
    let all = SERVERS.iter().map(|name| Server::find(name)).collect::<Result<Vec<_>>>()?;
    let servers = check::standing(binaries, &all);
    let load = load();
    let saturation = saturation(binaries, &servers, kind, rounds, time / 2)?;
    let slowest = saturation.iter().copied().fold(f64::INFINITY, f64::min);
    let mut figures = Vec::new();
    section.text(format!(
        "{}, {CONNECTIONS} connections, requests sent at fixed times; microseconds from when a request was due to its whole \
         answer, medians of {rounds} rounds. {}",
        kind.title,
        about_load(load)
    ));
    for share in SHARES {
        let own: Vec<f64> = saturation.iter().map(|rate| rate * share).collect();
        let found = at_rates(binaries, &servers, kind, share, &own, rounds, time)?;
        tell(&mut section, &format!("{:.0} % of each server's own saturation", share * 100.0), &found);
        for other in found.iter().filter(|figure| ["axum", "xitca-web"].contains(&figure.server)) {
            judge(&mut section, &found[0], other);
        }
        figures.extend(found);
        let same = vec![slowest * share; servers.len()];
        let found = at_rates(binaries, &servers, kind, share, &same, rounds, time)?;
        tell(
            &mut section,
            &format!("the same rate for all, {:.0} % of the slowest's", share * 100.0),
            &found,
        );
        figures.extend(found);
    }
    judge_runtime(&mut section, &servers, &saturation, &figures);
    section.figures = serde_json::json!({ "kind": kind.name, "rates": figures, "load": load });
    Ok(section)
}

/// Requests a second of each, the median of the rounds.
fn saturation(
    binaries: &Binaries,
    servers: &[Server],
    kind: &Kind,
    rounds: usize,
    time: Duration,
) -> Result<Vec<f64>> {
    let mut samples = vec![Vec::new(); servers.len()];
    for _ in 0..rounds {
        for (server, samples) in servers.iter().zip(&mut samples) {
            let running = Running::start(binaries, server, &[])?;
            samples.push(Load::new(running.address, kind)?.closed(CONNECTIONS, 1, time / 5, time)?.a_second);
            running.stop()?;
        }
    }
    Ok(servers
        .iter()
        .zip(&mut samples)
        .map(|(server, samples)| {
            let rate = median(samples);
            eprintln!("{} is saturated at {rate:.0} requests a second", server.name);
            rate
        })
        .collect())
}

fn at_rates(
    binaries: &Binaries,
    servers: &[Server],
    kind: &Kind,
    share: f64,
    rates: &[f64],
    rounds: usize,
    time: Duration,
) -> Result<Vec<Figure>> {
    let mut samples = vec![(Vec::new(), Vec::new()); servers.len()];
    for _ in 0..rounds {
        for ((server, rate), (p99, p999)) in servers.iter().zip(rates).zip(&mut samples) {
            let running = Running::start(binaries, server, &[])?;
            let load = Load::new(running.address, kind)?;
            load.closed(CONNECTIONS, 1, Duration::ZERO, time / 10)?;
            let sample = load.open(CONNECTIONS, *rate, time)?;
            running.stop()?;
            p99.push(sample.percentile(0.99));
            p999.push(sample.percentile(0.999));
        }
    }
    let figures = servers.iter().zip(rates).zip(&mut samples).map(|((server, &rate), (p99, p999))| {
        let figure = Figure { server: server.name, share, rate, p99: median(p99), p999: median(p999) };
        eprintln!("{figure:?}");
        figure
    });
    Ok(figures.collect())
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn tell(section: &mut Section, what: &str, figures: &[Figure]) {
    let mut rows = vec![row([what, "requests a second", "p99", "p99.9", "p99 to ours", "p99.9 to ours"])];
    rows.extend(figures.iter().map(|figure| {
        row([
            figure.server.to_owned(),
            format!("{:.0}", figure.rate),
            format!("{:.0}", figure.p99),
            format!("{:.0}", figure.p999),
            format!("{:.2}", figure.p99 / figures[0].p99),
            format!("{:.2}", figure.p999 / figures[0].p999),
        ])
    }));
    section.table(rows);
}

/// The goal asks for these to be shown; a tail above a peer's is said to fall short.
fn judge(section: &mut Section, ours: &Figure, other: &Figure) {
    for (name, ours_is, other_is) in [("p99", ours.p99, other.p99), ("p99.9", ours.p999, other.p999)] {
        section.judge(
            6,
            format!("{name} at {:.0} % of saturation: not above {}", ours.share * 100.0, other.server),
            format!("{ours_is:.0} µs, it {other_is:.0} µs"),
            ours_is <= other_is,
        );
    }
}

/// Whether `run` has the runtime that measures best over throughput and p99 together: how many times the requests a second
/// over how many times the p99, in the geometric mean of the loads.
fn judge_runtime(section: &mut Section, servers: &[Server], saturation: &[f64], figures: &[Figure]) {
    let Some(other) = servers.iter().position(|server| server.name == OTHER_RUNTIME) else { return };
    let more = saturation[0] / saturation[other];
    let of = |name| figures.iter().filter(move |figure| figure.server == name).map(|figure| figure.p99);
    let ratios: Vec<f64> = of(OURS).zip(of(OTHER_RUNTIME)).map(|(ours, other)| other / ours).collect();
    let sooner = (ratios.iter().map(|ratio| ratio.ln()).sum::<f64>() / ratios.len() as f64).exp();
    section.judge(
        3,
        format!("the runtime that `run` chooses: requests a second over p99, not below {OTHER_RUNTIME}"),
        format!(
            "{:.2}: {more:.2} times the requests a second, its p99 {sooner:.2} times ours",
            more * sooner
        ),
        more * sooner >= 1.0,
    );
}
