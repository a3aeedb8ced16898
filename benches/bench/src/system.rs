//! `system`: what a server asks of the system for a request, and how often its threads leave their core.

use std::collections::BTreeMap;
use std::fs;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use contract::Kind;
use rustix::process::{Pid, Signal, kill_process};
use serde::Serialize;

use crate::binaries::Binaries;
use crate::check;
use crate::load::Load;
use crate::process::Running;
use crate::report::{Section, row};
use crate::servers::Server;
use crate::throughput::{SERVERS, quartiles};

pub(crate) const TITLE: &str = "System calls and time of the cores";
const CONNECTIONS: usize = 64;
const TIME: Duration = Duration::from_millis(1_000);
const ROUNDS: usize = 6;
/// What the system counts time in, in microseconds.
const TICK: f64 = 10_000.0;
const PATIENCE: Duration = Duration::from_secs(10);
/// Some are called by two names, by who calls them.
const CALLS: [(&str, &[&str]); 5] = [
    ("receive", &["recvfrom", "readv", "recvmsg"]),
    ("send", &["sendto", "writev", "sendmsg"]),
    ("epoll_wait", &["epoll_wait", "epoll_pwait"]),
    ("futex", &["futex"]),
    ("read, write", &["read", "write"]),
];

/// What one server asks of the system.
#[derive(Debug, Serialize)]
struct Figure {
    server: &'static str,
    /// Of a request, by name: how often, and how often with an error.
    calls: BTreeMap<String, (f64, f64)>,
    rounds: Vec<Round>,
}

/// Of a request, in one round.
#[derive(Debug, Serialize)]
struct Round {
    /// Of threads that wait, and of those whose time was over.
    switches: [f64; 2],
    migrations: f64,
    /// Microseconds of user's time and of the system's.
    time: [f64; 2],
    /// Those of the load.
    load: f64,
}

pub(crate) fn run(binaries: &Binaries, kind: &Kind) -> Result<Section> {
    let mut section = Section::new(TITLE, "cargo run -p bench --release -- system");
    let all = SERVERS.iter().map(|name| Server::find(name)).collect::<Result<Vec<_>>>()?;
    let servers = check::standing(binaries, &all);
    let new = |server: &Server| Figure { server: server.name, calls: BTreeMap::new(), rounds: Vec::new() };
    let mut figures: Vec<_> = servers.iter().map(new).collect();
    for _ in 0..ROUNDS {
        for (server, figure) in servers.iter().zip(&mut figures) {
            let running = Running::start(binaries, server, &[])?;
            figure.rounds.push(measure(&running, kind)?);
            running.stop()?;
        }
    }
    for (server, figure) in servers.iter().zip(&mut figures) {
        let running = Running::start(binaries, server, &[])?;
        figure.calls = trace(&running, kind)?;
        running.stop()?;
    }
    section.text(format!(
        "{}: {CONNECTIONS} connections, one request at a time on each; a request, on average. Calls by `strace`, which slows \
         the server down, so that more is ready whenever it looks; in brackets those that failed, which is nearly always that \
         there was nothing yet.",
        kind.title
    ));
    section.table(calls(&figures));
    section.text(format!(
        "Without `strace`, medians of {ROUNDS} rounds: how often a thread left its core because it waited, because another had \
         its turn, and for another core; microseconds of the server's user time and of the system's for it, and of the load \
         beside it. The last is the time of {} with its load as a ratio to the server's with its own in the same round, median \
         (least to most): what answers more requests a second and takes no less of it was given more of the machine.",
        SERVERS[0]
    ));
    section.table(times(&figures));
    section.figures = serde_json::json!(figures);
    Ok(section)
}

fn calls(figures: &[Figure]) -> Vec<Vec<String>> {
    let head = [""].into_iter().chain(CALLS.map(|(title, _)| title)).chain(["others"]);
    let mut rows = vec![row(head)];
    rows.extend(figures.iter().map(|figure| {
        let cells = CALLS.map(|(_, names)| shown(figure.sum(|name| names.contains(&name))));
        let others = shown(figure.sum(|name| CALLS.iter().all(|(_, names)| !names.contains(&name))));
        row([figure.server.to_owned()].into_iter().chain(cells).chain([others]))
    }));
    rows
}

fn shown((calls, failed): (f64, f64)) -> String {
    if failed < 0.000_5 { format!("{calls:.3}") } else { format!("{calls:.3} ({failed:.3})") }
}

fn times(figures: &[Figure]) -> Vec<Vec<String>> {
    let mut rows =
        vec![row(["", "waited", "turned out", "moved", "user µs", "system µs", "load µs", "of both"])];
    rows.extend(figures.iter().map(|figure| {
        let median = |of: fn(&Round) -> f64| quartiles(&figure.rounds.iter().map(of).collect::<Vec<_>>())[2];
        let ratios =
            figures[0].rounds.iter().zip(&figure.rounds).map(|(ours, theirs)| ours.both() / theirs.both());
        let [least, _, middle, _, most] = quartiles(&ratios.collect::<Vec<_>>());
        row([
            figure.server.to_owned(),
            format!("{:.4}", median(|round| round.switches[0])),
            format!("{:.4}", median(|round| round.switches[1])),
            format!("{:.4}", median(|round| round.migrations)),
            format!("{:.2}", median(|round| round.time[0])),
            format!("{:.2}", median(|round| round.time[1])),
            format!("{:.2}", median(|round| round.load)),
            format!("{middle:.2} ({least:.2} to {most:.2})"),
        ])
    }));
    rows
}

impl Figure {
    fn sum(&self, is: impl Fn(&str) -> bool) -> (f64, f64) {
        let of = self.calls.iter().filter(|(name, _)| is(name)).map(|(_, calls)| *calls);
        of.fold((0.0, 0.0), |(all, failed), (more, failures)| (all + more, failed + failures))
    }
}

impl Round {
    /// Microseconds of the server and of its load.
    fn both(&self) -> f64 {
        self.time.iter().sum::<f64>() + self.load
    }
}

fn ask(running: &Running, kind: &Kind) -> Result<f64> {
    let sample = Load::new(running.address, kind)?.closed(CONNECTIONS, 1, Duration::ZERO, TIME)?;
    Ok(sample.a_second * TIME.as_secs_f64())
}

fn measure(running: &Running, kind: &Kind) -> Result<Round> {
    let see = || Ok::<_, anyhow::Error>((Seen::of(running.id())?, Seen::of(std::process::id())?));
    let (before, own_before) = see()?;
    let requests = ask(running, kind)?;
    let (after, own_after) = see()?;
    let each = |at: usize| (after.ticks[at] - before.ticks[at]) * TICK / requests;
    let of_load = |at: usize| (own_after.ticks[at] - own_before.ticks[at]) * TICK / requests;
    Ok(Round {
        switches: [0, 1].map(|at| (after.switches[at] - before.switches[at]) / requests),
        migrations: (after.migrations - before.migrations) / requests,
        time: [0, 1].map(each),
        load: of_load(0) + of_load(1),
    })
}

/// What the system says of all threads of a process.
#[derive(Debug, Default)]
struct Seen {
    switches: [f64; 2],
    migrations: f64,
    /// See [`TICK`].
    ticks: [f64; 2],
}

impl Seen {
    fn of(process: u32) -> Result<Self> {
        let mut seen = Self::default();
        for task in fs::read_dir(format!("/proc/{process}/task"))? {
            let task = task?.path();
            let status = fs::read_to_string(task.join("status"))?;
            seen.switches[0] += field(&status, "voluntary_ctxt_switches");
            seen.switches[1] += field(&status, "nonvoluntary_ctxt_switches");
            // Not every system tells.
            seen.migrations +=
                fs::read_to_string(task.join("sched")).map_or(0.0, |sched| field(&sched, "se.nr_migrations"));
        }
        let stat = fs::read_to_string(format!("/proc/{process}/stat"))?;
        let behind_name = stat.rsplit(')').next().context("no name")?;
        for (ticks, field) in seen.ticks.iter_mut().zip(behind_name.split_whitespace().skip(11)) {
            *ticks = field.parse()?;
        }
        Ok(seen)
    }
}

/// The number behind `name` and a colon.
fn field(text: &str, name: &str) -> f64 {
    let values = text.lines().filter_map(|line| line.split_once(':'));
    let mut of_name = values.filter(|(own, _)| own.trim() == name);
    of_name.next().and_then(|(_, value)| value.trim().parse().ok()).unwrap_or_default()
}

/// The calls of a request.
fn trace(running: &Running, kind: &Kind) -> Result<BTreeMap<String, (f64, f64)>> {
    let mut counted = BTreeMap::new();
    let mut strace = Command::new("strace")
        .args(["-f", "-c", "-U", "calls,errors,name", "-p", &running.id().to_string()])
        .stdin(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .context("strace is needed")?;
    wait_until_traced(running.id())?;
    let asked = ask(running, kind);
    kill_process(Pid::from_child(&strace), Signal::INT)?;
    end(&mut strace)?;
    let requests = asked?;
    let printed = std::io::read_to_string(strace.stderr.take().context("no output")?)?;
    for line in printed.lines() {
        let cells: Vec<_> = line.split_whitespace().collect();
        let (calls, failed, name) = match cells[..] {
            [calls, name] => (calls, "0", name),
            [calls, failed, name] => (calls, failed, name),
            _ => continue,
        };
        if let (Ok(calls), Ok(failed), false) = (calls.parse::<f64>(), failed.parse::<f64>(), name == "total")
        {
            counted.insert(name.to_owned(), (calls / requests, failed / requests));
        }
    }
    ensure!(!counted.is_empty(), "strace saw nothing: {printed}");
    Ok(counted)
}

fn wait_until_traced(process: u32) -> Result<()> {
    let start = Instant::now();
    loop {
        let mut tasks = fs::read_dir(format!("/proc/{process}/task"))?;
        let is_traced = |task: std::io::Result<fs::DirEntry>| {
            let status = fs::read_to_string(task?.path().join("status"))?;
            std::io::Result::Ok(field(&status, "TracerPid") > 0.0)
        };
        if tasks.all(|task| is_traced(task).unwrap_or(true)) {
            return Ok(());
        }
        ensure!(start.elapsed() < PATIENCE, "strace does not begin");
        sleep(Duration::from_millis(10));
    }
}

fn end(child: &mut Child) -> Result<()> {
    let start = Instant::now();
    while child.try_wait()?.is_none() {
        if start.elapsed() > PATIENCE {
            child.kill()?;
            bail!("strace does not end");
        }
        sleep(Duration::from_millis(10));
    }
    Ok(())
}
