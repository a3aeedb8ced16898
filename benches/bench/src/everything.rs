//! `all`: every measurement, one after the other, onto one page.

use std::time::Instant;

use anyhow::{Result, ensure};
use contract::{KINDS, Kind};

use crate::binaries::Binaries;
use crate::report::{Section, page};
use crate::{compile_time, instructions, left, lookup, scale, servers, system, tails, throughput};

/// The name that it is asked by, the title of its section, and the measurement.
type Measurement<'a> = (&'static str, &'static str, Box<dyn Fn() -> Result<Section> + 'a>);

/// A measurement that fails, or was not asked for, leaves the page as it is.
pub(crate) fn run(binaries: &Binaries, asked: &[String], quick: bool) -> Result<()> {
    let kinds: Vec<&Kind> = KINDS.iter().collect();
    let (few, get_json) = (&kinds[..2], &KINDS[2]);
    let kinds = if quick { few } else { &kinds };
    let servers = servers::named("all")?;
    // What is counted comes before what is timed, and the longest last.
    let measurements: [Measurement<'_>; 9] = [
        ("instructions", instructions::TITLE, Box::new(|| instructions::run(binaries, &servers, kinds))),
        ("left", left::TITLE, Box::new(|| left::run(binaries, get_json))),
        ("lookup", lookup::TITLE, Box::new(|| lookup::run(binaries, quick))),
        ("scale", scale::TITLE, Box::new(|| scale::run(binaries, quick))),
        ("compile-time", compile_time::TITLE, Box::new(|| compile_time::run(binaries, None, quick))),
        ("throughput", throughput::TITLE, Box::new(|| throughput::run(binaries, kinds, false, quick))),
        ("pipelined", throughput::PIPELINED, Box::new(|| throughput::run(binaries, kinds, true, quick))),
        ("system", system::TITLE, Box::new(|| system::run(binaries, get_json))),
        ("tails", tails::TITLE, Box::new(|| tails::run(binaries, get_json, quick))),
    ];
    for name in asked {
        let mut names = measurements.iter().map(|(name, ..)| name);
        ensure!(names.any(|known| known == name), "no section is called {name}: see `all --help`");
    }
    let wanted: Vec<_> = measurements
        .iter()
        .filter(|(name, ..)| asked.is_empty() || asked.iter().any(|asked| asked == name))
        .collect();
    let start = Instant::now();
    let mut sections = if asked.is_empty() { Vec::new() } else { page::read(&binaries.workspace, quick) };
    for (at, (name, title, measure)) in wanted.iter().enumerate() {
        let minutes = start.elapsed().as_secs() / 60;
        eprintln!("\n== {name}: {} of {}, {minutes} minutes gone", at + 1, wanted.len());
        match measure() {
            Ok(section) => {
                sections.retain(|earlier| earlier.title != *title);
                sections.push(section);
            }
            Err(error) => eprintln!("{name} is left out: {error:#}"),
        }
        sections.sort_by_key(|section| measurements.iter().position(|(_, title, _)| section.title == *title));
        page::write(&binaries.workspace, &sections, quick)?;
    }
    eprintln!("\nwritten: {}", binaries.workspace.join("RESULTS.md").display());
    Ok(())
}
