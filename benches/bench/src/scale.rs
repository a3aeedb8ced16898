//! `scale`: memory after the start and for each idle connection, and the size of the program, of hello, world.

use std::fs;
use std::net::TcpStream;
use std::path::Path;

use anyhow::{Context, Result};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use serde::Serialize;

use crate::binaries::Binaries;
use crate::compile_time::hello;
use crate::process::Running;
use crate::report::{Section, row};
use crate::servers::OURS;
use crate::wire::Client;

pub(crate) const TITLE: &str = "Scale";
const REQUEST: &[u8] = b"GET / HTTP/1.1\r\nhost: localhost\r\n\r\n";

#[derive(Debug, Serialize)]
struct Figure {
    framework: &'static str,
    /// Bytes of the program.
    size: u64,
    /// KiB resident when it has answered once.
    after_start: f64,
    /// With how many idle connections, and KiB for each of them.
    idle: Vec<(usize, f64)>,
}

pub(crate) fn run(binaries: &Binaries, quick: bool) -> Result<Section> {
    let counts: &[usize] = if quick { &[1_000] } else { &[1_000, 10_000] };
    let mut section = Section::new(TITLE, "cargo run -p bench --release -- scale");
    raise_file_limit()?;
    let programs = hello::programs(binaries)?;
    let figures = programs.iter().map(|(framework, program)| measure(binaries, framework, program, counts));
    let figures: Vec<Figure> = figures.collect::<Result<_>>()?;
    section.text(
        "hello, world, `cargo build --release`: KiB resident when it has answered once, and for each connection that has been \
         answered once and then stays idle; the program's size as built.",
    );
    let counts: Vec<_> = counts.iter().map(|count| format!("KiB each of {count} idle")).collect();
    let head = ["".to_owned(), "KiB after start".to_owned()].into_iter().chain(counts);
    let mut rows = vec![row(head.chain(["KiB of program".to_owned()]))];
    rows.extend(figures.iter().map(|figure| {
        let idle = figure.idle.iter().map(|(_, kib)| format!("{kib:.1}"));
        let first = [figure.framework.to_owned(), format!("{:.0}", figure.after_start)];
        row(first.into_iter().chain(idle).chain([format!("{:.0}", figure.size as f64 / 1024.0)]))
    }));
    section.table(rows);
    judge(&mut section, &figures);
    section.figures = serde_json::json!(figures);
    Ok(section)
}

fn judge(section: &mut Section, figures: &[Figure]) {
    let find = |name| figures.iter().find(|figure| figure.framework == name);
    let (Some(ours), Some(hyper)) = (find(OURS), find("hyper")) else { return };
    let mut one = |what: String, ours: f64, hyper: f64| {
        let ratio = ours / hyper;
        section.judge(
            5,
            format!("{what}: not above plain hyper + 5 %"),
            format!("{ratio:.2} ×"),
            ratio <= 1.05,
        );
    };
    one("memory after start".to_owned(), ours.after_start, hyper.after_start);
    for ((count, ours), (_, hyper)) in ours.idle.iter().zip(&hyper.idle) {
        one(format!("memory of an idle connection, {count} of them"), *ours, *hyper);
    }
    one("size of hello".to_owned(), ours.size as f64, hyper.size as f64);
}

fn measure(binaries: &Binaries, framework: &'static str, program: &Path, counts: &[usize]) -> Result<Figure> {
    let size = fs::metadata(program)?.len();
    let running = Running::start_program(binaries, framework, program)?;
    Client::connect(running.address)?.ask(REQUEST)?;
    let after_start = resident(running.id())?;
    let mut idle = Vec::new();
    let mut held: Vec<TcpStream> = Vec::new();
    for &count in counts {
        while held.len() < count {
            let mut client = Client::connect(running.address)?;
            client.ask(REQUEST)?;
            held.push(client.into_stream());
        }
        idle.push((count, (resident(running.id())? - after_start) / count as f64));
    }
    drop(held);
    running.stop()?;
    let figure = Figure { framework, size, after_start, idle };
    eprintln!("{figure:?}");
    Ok(figure)
}

/// KiB.
fn resident(process: u32) -> Result<f64> {
    let status = fs::read_to_string(Path::new("/proc").join(process.to_string()).join("status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("no VmRSS")?;
    Ok(line.trim().trim_end_matches(" kB").parse()?)
}

/// Connections are files; servers inherit the limit.
fn raise_file_limit() -> Result<()> {
    let Rlimit { maximum, .. } = getrlimit(Resource::Nofile);
    setrlimit(Resource::Nofile, Rlimit { current: maximum, maximum }).context("the limit of open files")
}
