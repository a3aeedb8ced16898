//! `instructions`: every server and kind in a fixed order, as ratios to plain hyper.

use anyhow::Result;
use contract::Kind;
use serde::Serialize;

use crate::binaries::Binaries;
use crate::report::{Bars, Part, Section};
use crate::servers::{self, BASELINE, OURS, SAME_PROTECTIONS, SAME_RUNTIME, Server};
use crate::{callgrind, check};

pub(crate) const TITLE: &str = "Instructions and allocations";

/// One server's costs of one kind, a request.
#[derive(Debug, Serialize)]
struct Figure {
    server: &'static str,
    kind: &'static str,
    instructions: f64,
    allocations: f64,
}

pub(crate) fn run(binaries: &Binaries, servers: &[Server], kinds: &[&Kind]) -> Result<Section> {
    let servers = check::standing(binaries, &servers::beside(servers));
    let figures = measure(binaries, &servers, kinds)?;
    Ok(Tables { servers, kinds, figures }.section())
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
    fn section(&self) -> Section {
        let mut section = Section::new(TITLE, "cargo run -p bench --release -- instructions");
        section.text(format!(
            "Instructions a request in user space, {BASELINE} = 1.00 / allocations a request."
        ));
        section.table(self.rows(|server, kind| {
            let figure = self.figure(server, kind)?;
            Some(format!("{:.3} / {:.1}", self.ratio(server, BASELINE, kind)?, figure.allocations))
        }));
        section.parts.push(Part::Plot(self.plot()));
        if self.servers.iter().any(|server| server.name == OURS) {
            section.text(format!("Instructions of {OURS}, as a ratio to those of each server."));
            section.table(self.rows(|server, kind| Some(format!("{:.3}", self.ratio(OURS, server, kind)?))));
            self.judge(&mut section);
        }
        section.text("Instructions a request.");
        section
            .table(self.rows(|server, kind| Some(format!("{:.0}", self.figure(server, kind)?.instructions))));
        section.figures = serde_json::json!(self.figures);
        section
    }

    /// Each kind against tuned hyper on the same kind of runtime.
    fn judge(&self, section: &mut Section) {
        for kind in self.kinds {
            let Some(ratio) = self.ratio(OURS, SAME_RUNTIME, kind) else { continue };
            section.judge(
                1,
                format!("{}: at most 1.02 × {SAME_RUNTIME}", kind.title),
                format!("{ratio:.3}"),
                ratio <= 1.02,
            );
        }
        for kind in self.kinds {
            let Some(ratio) = self.ratio(OURS, SAME_PROTECTIONS, kind) else { continue };
            section.judge(
                1,
                format!("{}: below {SAME_PROTECTIONS}", kind.title),
                format!("{ratio:.3}"),
                ratio < 1.0,
            );
        }
        for kind in self.kinds {
            let (Some(ours), Some(tuned)) = (self.figure(OURS, kind), self.figure(SAME_RUNTIME, kind)) else {
                continue;
            };
            section.judge(
                2,
                format!("{}: as {SAME_RUNTIME}", kind.title),
                format!("{:.1}, it {:.1}", ours.allocations, tuned.allocations),
                ours.allocations <= tuned.allocations,
            );
        }
    }

    fn plot(&self) -> Bars {
        let groups = self.kinds.iter().map(|kind| {
            let bars = self.servers.iter();
            let bars = bars.filter_map(|server| {
                Some((server.name.to_owned(), self.ratio(server.name, BASELINE, kind)?))
            });
            (kind.title.to_owned(), bars.collect())
        });
        let title = format!("Instructions a request, {BASELINE} = 1.00");
        Bars { name: "instructions".to_owned(), title, groups: groups.collect() }
    }

    fn figure(&self, server: &str, kind: &Kind) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.server == server && figure.kind == kind.name)
    }

    fn ratio(&self, server: &str, to: &str, kind: &Kind) -> Option<f64> {
        Some(self.figure(server, kind)?.instructions / self.figure(to, kind)?.instructions)
    }

    /// A row for each server, a column for each kind.
    fn rows(&self, cell: impl Fn(&str, &Kind) -> Option<String>) -> Vec<Vec<String>> {
        let head = [String::new()].into_iter().chain(self.kinds.iter().map(|kind| kind.title.to_owned()));
        let mut rows = vec![head.collect::<Vec<_>>()];
        rows.extend(self.servers.iter().map(|server| {
            let cells = self.kinds.iter().map(|kind| cell(server.name, kind).unwrap_or_default());
            [server.name.to_owned()].into_iter().chain(cells).collect()
        }));
        rows
    }
}
