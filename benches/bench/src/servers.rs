//! `Server`: a program that keeps the contract, and the fixed order in which they are measured.

use anyhow::{Context, Result};

/// A server: a program of this workspace, and how it is started.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Server {
    pub(crate) name: &'static str,
    pub(crate) package: &'static str,
    pub(crate) binary: &'static str,
    /// What follows its address.
    pub(crate) args: &'static [&'static str],
}

/// What every ratio is a ratio to.
pub(crate) const BASELINE: &str = "hyper-plain";

/// Whose ratios to the others are the question.
pub(crate) const OURS: &str = "fingerpost";

/// The server by hand that runs on the kind of runtime that ours does.
pub(crate) const SAME_RUNTIME: &str = "hyper-tuned-shared";

/// The same with the protections that ours has, by hyper's own timer.
pub(crate) const SAME_PROTECTIONS: &str = "hyper-guarded-shared";

/// What one server alone is measured beside: a ratio to a figure of another day would be none.
const BESIDE: &[&str] = &["hyper-tuned", "hyper-tuned-shared", BASELINE];

const fn by_hand(name: &'static str, binary: &'static str, args: &'static [&'static str]) -> Server {
    Server { name, package: "server-hyper", binary, args }
}

const fn peer(name: &'static str, package: &'static str) -> Server {
    Server { name, package, binary: name, args: &[] }
}

const fn ours(name: &'static str, args: &'static [&'static str]) -> Server {
    Server { name, package: "server-fingerpost", binary: OURS, args }
}

const SHARED: &[&str] = &["--without", "per-core"];

const SERVERS: &[Server] = &[
    by_hand("hyper-tuned", "hyper-tuned", &[]),
    by_hand("hyper-tuned-shared", "hyper-tuned", SHARED),
    by_hand("hyper-guarded", "hyper-guarded", &[]),
    by_hand("hyper-guarded-shared", "hyper-guarded", SHARED),
    by_hand("hyper-plain", "hyper-plain", &[]),
    peer(OURS, "server-fingerpost"),
    ours("fingerpost-per-core", &["per-core"]),
    ours("fingerpost-shared", &["shared"]),
    ours("fingerpost-async", &["async"]),
    peer("xitca-web", "server-xitca-web"),
    peer("warp", "server-warp"),
    peer("axum", "server-axum"),
    peer("ntex", "server-ntex"),
    peer("poem", "server-poem"),
    peer("actix-web", "server-actix-web"),
    peer("salvo", "server-salvo"),
    peer("rocket", "server-rocket"),
];

/// `hyper-tuned` with one of its switches left out.
const ABLATIONS: &[Server] = &[
    by_hand("without-per-core", "hyper-tuned", SHARED),
    by_hand("without-own-headers", "hyper-tuned", &["--without", "own-headers"]),
    by_hand("without-pipeline-flush", "hyper-tuned", &["--without", "pipeline-flush"]),
    by_hand("without-half-close", "hyper-tuned", &["--without", "half-close"]),
    // `pipeline_flush` writes flat by itself.
    by_hand(
        "without-both-flushes",
        "hyper-tuned",
        &["--without", "pipeline-flush", "--without", "flat-writes"],
    ),
    by_hand("without-nodelay", "hyper-tuned", &["--without", "nodelay"]),
];

impl Server {
    pub(crate) fn find(name: &str) -> Result<Self> {
        let found = SERVERS.iter().chain(ABLATIONS).find(|server| server.name == name);
        found.cloned().with_context(|| format!("no server is named {name}: see `list`"))
    }
}

/// `all`, `ablations`, or one by its name.
pub(crate) fn named(name: &str) -> Result<Vec<Server>> {
    Ok(match name {
        "all" => SERVERS.to_vec(),
        "ablations" => ABLATIONS.to_vec(),
        name => vec![Server::find(name)?],
    })
}

/// These, with what they are measured beside before them.
pub(crate) fn beside(servers: &[Server]) -> Vec<Server> {
    let mut all: Vec<Server> =
        SERVERS.iter().filter(|server| BESIDE.contains(&server.name)).cloned().collect();
    all.retain(|server| !servers.contains(server));
    all.extend_from_slice(servers);
    all
}
