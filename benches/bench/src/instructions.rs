//! `instructions`: every server and kind in a fixed order, as ratios to plain hyper.

use anyhow::Result;
use contract::Kind;
use serde::Serialize;

use crate::binaries::Binaries;
use crate::servers::{self, BASELINE, OURS, Server};
use crate::{callgrind, check, table};

/// One server's costs of one kind, a request.
#[derive(Debug, Serialize)]
struct Figure {
    server: &'static str,
    kind: &'static str,
    instructions: f64,
    allocations: f64,
}

pub(crate) fn run(binaries: &Binaries, servers: &[Server], kinds: &[&Kind], json: bool) -> Result<()> {
    let servers = check::standing(binaries, &servers::beside(servers));
    let figures = measure(binaries, &servers, kinds)?;
    if json {
        println!("{}", serde_json::to_string_pretty(&figures)?);
    } else {
        Tables { servers, kinds, figures }.print();
    }
    Ok(())
}

fn measure(binaries: &Binaries, servers: &[Server], kinds: &[&Kind]) -> Result<Vec<Figure>> {
    let mut figures = Vec::new();
    for server in servers {
        for kind in kinds {
            let per_request = callgrind::measure(binaries, server, kind, &[])?;
            let (instructions, allocations) = (per_request.instructions(), per_request.allocations());
            eprintln!(
                "{:<24} {:<10} {instructions:>8.0} instructions {allocations:>5.1} allocations",
                server.name, kind.name
            );
            figures.push(Figure { server: server.name, kind: kind.name, instructions, allocations });
        }
    }
    Ok(figures)
}

struct Tables<'a> {
    servers: Vec<Server>,
    kinds: &'a [&'a Kind],
    figures: Vec<Figure>,
}

impl Tables<'_> {
    fn print(&self) {
        println!("Instructions a request in user space, {BASELINE} = 1.00 / allocations a request\n");
        self.print_one(|server, kind| {
            let figure = self.figure(server, kind)?;
            Some(format!("{:.3} / {:.1}", self.ratio(server, BASELINE, kind)?, figure.allocations))
        });
        if self.servers.iter().any(|server| server.name == OURS) {
            println!("Instructions of {OURS}, as a ratio to those of each server\n");
            self.print_one(|server, kind| Some(format!("{:.3}", self.ratio(OURS, server, kind)?)));
        }
        println!("Instructions a request\n");
        self.print_one(|server, kind| Some(format!("{:.0}", self.figure(server, kind)?.instructions)));
    }

    fn figure(&self, server: &str, kind: &Kind) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.server == server && figure.kind == kind.name)
    }

    fn ratio(&self, server: &str, to: &str, kind: &Kind) -> Option<f64> {
        Some(self.figure(server, kind)?.instructions / self.figure(to, kind)?.instructions)
    }

    /// A row for each server, a column for each kind.
    fn print_one(&self, cell: impl Fn(&str, &Kind) -> Option<String>) {
        let head = [String::new()].into_iter().chain(self.kinds.iter().map(|kind| kind.title.to_owned()));
        let mut rows = vec![head.collect::<Vec<_>>()];
        rows.extend(self.servers.iter().map(|server| {
            let cells = self.kinds.iter().map(|kind| cell(server.name, kind).unwrap_or_default());
            [server.name.to_owned()].into_iter().chain(cells).collect()
        }));
        println!("{}", table::markdown(&rows));
    }
}
