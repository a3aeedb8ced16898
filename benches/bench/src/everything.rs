//! `all`: every measurement, one after the other, onto one page.

use std::time::Instant;

use anyhow::Result;
use contract::{KINDS, Kind};

use crate::binaries::Binaries;
use crate::report::{Section, page};
use crate::{compile_time, instructions, left, lookup, scale, servers, tails, throughput};

type Measurement<'a> = (&'static str, Box<dyn Fn() -> Result<Section> + 'a>);

/// A measurement that fails is left out of the page and said to be; the others stand.
pub(crate) fn run(binaries: &Binaries, quick: bool) -> Result<()> {
    let kinds: Vec<&Kind> = KINDS.iter().collect();
    let (few, get_json) = (&kinds[..2], &KINDS[2]);
    let kinds = if quick { few } else { &kinds };
    let servers = servers::named("all")?;
    // What is counted comes before what is timed, and the longest last.
    let measurements: [Measurement<'_>; 8] = [
        ("instructions", Box::new(|| instructions::run(binaries, &servers, kinds))),
        ("left", Box::new(|| left::run(binaries, get_json))),
        ("lookup", Box::new(|| lookup::run(binaries, quick))),
        ("scale", Box::new(|| scale::run(binaries, quick))),
        ("compile-time", Box::new(|| compile_time::run(binaries, None, quick))),
        ("throughput", Box::new(|| throughput::run(binaries, kinds, false, quick))),
        ("throughput, pipelined", Box::new(|| throughput::run(binaries, kinds, true, quick))),
        ("tails", Box::new(|| tails::run(binaries, get_json, quick))),
    ];
    let start = Instant::now();
    let mut sections = Vec::new();
    for (at, (name, measure)) in measurements.iter().enumerate() {
        let minutes = start.elapsed().as_secs() / 60;
        eprintln!("\n== {name}: {} of {}, {minutes} minutes gone", at + 1, measurements.len());
        match measure() {
            Ok(section) => sections.push(section),
            Err(error) => eprintln!("{name} is left out: {error:#}"),
        }
        page::write(&binaries.workspace, &sections, quick)?;
    }
    eprintln!("\nwritten: {}", binaries.workspace.join("RESULTS.md").display());
    Ok(())
}
