//! Costs a request under callgrind: the difference between two runs that differ in the number of requests alone.

mod costs;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use contract::Kind;

pub(crate) use costs::Costs;

use crate::binaries::Binaries;
use crate::check::compare;
use crate::process::Running;
use crate::servers::Server;
use crate::wire::Client;

const FEW: usize = 500;
const MANY: usize = 2_500;
/// Between an answer and the next request the server comes to rest, as it does with more connections than one. Without
/// it the next request is there, or not, by chance when the server looks again, and counts differ by ten times as much.
const PAUSE: Duration = Duration::from_micros(300);

/// The costs of `MANY - FEW` requests; the options are callgrind's.
pub(crate) fn measure(
    binaries: &Binaries,
    server: &Server,
    kind: &Kind,
    options: &[&str],
) -> Result<PerRequest> {
    let few = run(binaries, server, kind, options, FEW)?;
    let many = run(binaries, server, kind, options, MANY)?;
    Ok(PerRequest { costs: many.1.minus(&few.1), requests: (MANY - FEW) as f64, file: many.0 })
}

/// The costs of `units` that a program does each round, by running it for few rounds and for many.
pub(crate) fn program(file: &Path, program: &Path, args: &[&str], rounds: [usize; 2]) -> Result<PerRequest> {
    let run = |rounds: usize| -> Result<(Costs, usize)> {
        let [valgrind, options @ ..] = &command(file, &[])[..] else {
            unreachable!("a command has a program")
        };
        let output =
            Command::new(valgrind).args(options).arg(program).args(args).arg(rounds.to_string()).output()?;
        ensure!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        Ok((Costs::read(file)?, str::from_utf8(&output.stdout)?.trim().parse()?))
    };
    let ((few, units), (many, _)) = (run(rounds[0])?, run(rounds[1])?);
    ensure!(units > 0, "{args:?} is no work");
    let requests = (units * (rounds[1] - rounds[0])) as f64;
    Ok(PerRequest { costs: many.minus(&few), requests, file: file.to_owned() })
}

pub(crate) struct PerRequest {
    costs: Costs,
    requests: f64,
    /// What callgrind wrote of the longer run.
    pub(crate) file: PathBuf,
}

impl PerRequest {
    pub(crate) fn instructions(&self) -> f64 {
        self.costs.instructions as f64 / self.requests
    }

    /// Calls of the C allocator, which Rust's is: a reallocation counts.
    pub(crate) fn allocations(&self) -> f64 {
        // A start may allocate once more or less than the other: no hundredth of a call, and no minus before zero.
        (self.allocators().map(|(_, calls)| calls).sum::<f64>() * 10.0).round() / 10.0 + 0.0
    }

    /// Each allocating function, with its callers where callgrind was told to keep them apart, by calls a request.
    pub(crate) fn allocators(&self) -> impl Iterator<Item = (&str, f64)> {
        let calls =
            self.costs.calls.iter().map(|(name, calls)| (name.as_str(), *calls as f64 / self.requests));
        calls.filter(|(name, _)| is_allocator(name))
    }

    /// Instructions a request of each function itself.
    pub(crate) fn functions(&self) -> impl Iterator<Item = (&str, f64)> {
        self.costs.functions.iter().map(|(name, cost)| (name.as_str(), *cost as f64 / self.requests))
    }
}

fn is_allocator(function: &str) -> bool {
    let name = function.split('\'').next().unwrap_or(function);
    matches!(name, "malloc" | "calloc" | "realloc" | "posix_memalign" | "aligned_alloc")
}

fn run(
    binaries: &Binaries,
    server: &Server,
    kind: &Kind,
    options: &[&str],
    requests: usize,
) -> Result<(PathBuf, Costs)> {
    let file = binaries.kept.join(format!("{}.{}.{requests}.callgrind", server.name, kind.name));
    let running = Running::start(binaries, server, &command(&file, options))?;
    ask(&running, kind, requests).with_context(|| format!("{} {}", server.name, kind.name))?;
    running.stop()?;
    let costs = Costs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
    Ok((file, costs))
}

fn command(file: &Path, options: &[&str]) -> Vec<String> {
    let mut command = vec!["valgrind".to_owned(), "--tool=callgrind".to_owned()];
    command.push(format!("--callgrind-out-file={}", file.display()));
    command.extend(options.iter().map(|&option| option.to_owned()));
    command
}

fn ask(running: &Running, kind: &Kind, requests: usize) -> Result<()> {
    let request = kind.request();
    let mut client = Client::connect(running.address)?;
    for _ in 0..requests {
        compare(&client.ask(&request)?, &kind.answer)?;
        sleep(PAUSE);
    }
    Ok(())
}
