//! `Section`: what a measurement has to say, as tables and plots for readers and as figures for programs.

pub(crate) mod bars;
pub(crate) mod page;
pub(crate) mod table;

use std::process::Command;

use serde::{Deserialize, Serialize};

pub(crate) use bars::Bars;

/// The result of one command.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Section {
    pub(crate) title: String,
    /// What prints these figures.
    pub(crate) command: String,
    /// The commit that they were found at.
    pub(crate) commit: String,
    pub(crate) parts: Vec<Part>,
    /// What it says of the goals.
    pub(crate) judged: Vec<Judged>,
    pub(crate) figures: serde_json::Value,
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Part {
    Text(String),
    /// Rows, the first of which is the head.
    Table(Vec<Vec<String>>),
    Plot(Bars),
}

/// A part of a goal, and where it stands.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Judged {
    pub(crate) goal: u8,
    pub(crate) claim: String,
    pub(crate) found: String,
    pub(crate) holds: bool,
}

impl Section {
    pub(crate) fn new(title: impl Into<String>, command: impl Into<String>) -> Self {
        let (parts, judged, figures) = (Vec::new(), Vec::new(), serde_json::Value::Null);
        let (title, command) = (title.into(), command.into());
        Self { title, command, commit: commit(), parts, judged, figures }
    }

    pub(crate) fn text(&mut self, text: impl Into<String>) {
        self.parts.push(Part::Text(text.into()));
    }

    pub(crate) fn table(&mut self, rows: Vec<Vec<String>>) {
        self.parts.push(Part::Table(rows));
    }

    pub(crate) fn judge(
        &mut self,
        goal: u8,
        claim: impl Into<String>,
        found: impl Into<String>,
        holds: bool,
    ) {
        self.judged.push(Judged { goal, claim: claim.into(), found: found.into(), holds });
    }

    /// As a command prints it: without plots.
    pub(crate) fn print(&self, json: bool) {
        if json {
            println!("{:#}", self.figures);
            return;
        }
        println!("## {}\n", self.title);
        for part in &self.parts {
            match part {
                Part::Text(text) => println!("{text}\n"),
                Part::Table(rows) => println!("{}", table::markdown(rows)),
                Part::Plot(_) => {}
            }
        }
        for Judged { goal, claim, found, holds } in &self.judged {
            println!("goal {goal}, {}: {claim}: {found}", if *holds { "holds" } else { "falls short" });
        }
    }
}

/// The commit that is checked out, and whether anything differs from it.
fn commit() -> String {
    let git = |args: &[&str]| {
        let output = Command::new("git").args(args).output().ok().filter(|output| output.status.success())?;
        Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    };
    let Some(commit) = git(&["log", "-1", "--format=%h of %cs"]) else {
        return "an unknown commit".to_owned();
    };
    // What these commands themselves write is no difference.
    let differs = git(&[
        "status",
        "--porcelain",
        "--",
        "..",
        ":!*RESULTS.md",
        ":!*results.json",
        ":!*plots/*",
        ":!*guard.json",
    ]);
    if differs.is_some_and(|files| !files.is_empty()) { format!("{commit}, with changes") } else { commit }
}

/// A row of a table.
pub(crate) fn row<I: IntoIterator<Item: Into<String>>>(cells: I) -> Vec<String> {
    cells.into_iter().map(Into::into).collect()
}

/// How busy the machine is with other things: what is timed on a busy one is worth less.
pub(crate) fn load() -> f64 {
    let read = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    read.split(' ').next().and_then(|load| load.parse().ok()).unwrap_or_default()
}

/// A sentence about the machine's load when a timing began.
pub(crate) fn about_load(load: f64) -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let idle = if load < 0.3 { "idle" } else { "**not idle**" };
    format!("The machine ({cores} cores) was {idle} when it began: load average {load:.2}.")
}
