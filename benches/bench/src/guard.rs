//! `guard`: instructions of two kinds of request against what was committed, so that a regression shows the day it lands.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use contract::Kind;

use crate::binaries::Binaries;
use crate::servers::{OURS, SAME_RUNTIME, Server};
use crate::{callgrind, check};

const KINDS: [&str; 2] = ["put-empty", "get-json"];
const TOLERANCE: f64 = 0.02;
/// A crate that is compiled in one piece: into which pieces it falls else, and so what is inlined, follows from the path
/// that it lies at.
pub(crate) const PROFILE: &str = "single";
/// The thread that wakes differs from run to run, and with it the count: only what grew each time did grow.
const TRIES: usize = 3;
const RENEW: &str = "to renew it: cargo run -p bench --release -- guard --renew";

/// Ratios by kind: instructions of ours to those of hyper by hand, so that another processor or allocator cancels out.
type Ratios = BTreeMap<String, f64>;

pub(crate) fn run(binaries: &Binaries, renew: bool) -> Result<()> {
    let (ours, hyper) = (Server::find(OURS)?, Server::find(SAME_RUNTIME)?);
    check::run(binaries, &ours)?;
    check::run(binaries, &hyper)?;
    let file = binaries.workspace.join("guard.json");
    let mut measured = Ratios::new();
    for name in KINDS {
        let kind = Kind::find(name).context("a kind of the guard is gone")?;
        let ratio = || -> Result<f64> {
            let instructions = |server| {
                Ok::<_, anyhow::Error>(callgrind::measure(binaries, server, kind, &[])?.instructions())
            };
            Ok(instructions(&ours)? / instructions(&hyper)?)
        };
        let committed = if renew { None } else { Some(committed(&file, name)?) };
        measured.insert(name.to_owned(), least(name, committed, ratio)?);
    }
    if renew {
        fs::write(&file, format!("{}\n", serde_json::to_string_pretty(&measured)?))?;
        println!("written: {}", file.display());
    }
    Ok(())
}

fn committed(file: &PathBuf, kind: &str) -> Result<f64> {
    let text = fs::read_to_string(file).with_context(|| format!("no {}; {RENEW}", file.display()))?;
    let ratios: Ratios = serde_json::from_str(&text)?;
    ratios.get(kind).copied().with_context(|| format!("guard.json knows no {kind}; {RENEW}"))
}

/// The least ratio of some tries; the first that is within the tolerance is enough.
fn least(kind: &str, committed: Option<f64>, ratio: impl Fn() -> Result<f64>) -> Result<f64> {
    let mut least = f64::INFINITY;
    for _ in 0..TRIES {
        least = least.min((ratio()? * 1_000.0).round() / 1_000.0);
        let Some(committed) = committed else { continue };
        if least <= committed * (1.0 + TOLERANCE) {
            println!("{kind}: {least:.3} × {SAME_RUNTIME}, {committed:.3} is committed");
            if least < committed * (1.0 - TOLERANCE) {
                println!("  it became less: {RENEW}");
            }
            return Ok(least);
        }
    }
    if let Some(committed) = committed {
        ensure!(
            least <= committed * (1.0 + TOLERANCE),
            "{kind} takes {least:.3} × the instructions of {SAME_RUNTIME}, and {committed:.3} is committed; where that is \
             right, {RENEW}"
        );
    }
    println!("{kind}: {least:.3} × {SAME_RUNTIME}");
    Ok(least)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn only_what_grew_each_time_fails() {
        let tries = |all: [f64; TRIES]| {
            let at = Cell::new(0);
            least("kind", Some(1.0), move || Ok(all[at.replace(at.get() + 1)]))
        };
        assert_eq!(tries([1.03, 1.02, 1.5]).unwrap(), 1.02);
        assert!(tries([1.03, 1.021, 1.5]).unwrap_err().to_string().starts_with("kind takes 1.021 ×"));
    }

    #[test]
    fn a_renewal_takes_the_least_of_all() {
        let at = Cell::new(0);
        let ratio = || Ok([1.2, 1.1, 1.3][at.replace(at.get() + 1)]);
        assert_eq!(least("kind", None, ratio).unwrap(), 1.1);
    }
}
