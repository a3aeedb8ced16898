//! The command: `cargo run -p bench --release -- COMMAND`.

mod answers;
mod binaries;
mod callgrind;
mod check;
mod compile_time;
mod everything;
mod guard;
mod instructions;
mod left;
mod load;
mod lookup;
mod process;
mod profile;
mod report;
mod scale;
mod servers;
mod system;
mod tails;
mod throughput;
mod wire;

use anyhow::{Context, Result, ensure};
use clap::{Parser, Subcommand};
use contract::Kind;

use binaries::Binaries;
use report::Section;
use servers::Server;

/// Measures fingerpost beside hyper by hand and beside its peers.
#[derive(Parser)]
#[command(version, disable_version_flag = true)]
struct Args {
    /// The cargo profile that servers are built with: `release`, which only the guard does without, or `fat` for link-time
    /// optimisation.
    #[arg(long, global = true)]
    profile: Option<String>,
    /// Fewer rounds, for development: no figure of it is a result.
    #[arg(long, global = true)]
    quick: bool,
    /// Prints figures as JSON and no tables.
    #[arg(long, global = true)]
    json: bool,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// The names of servers and of kinds of request.
    List,
    /// Checks with real requests that the servers keep the contract.
    Check {
        /// One server; all of them if left out.
        server: Option<String>,
    },
    /// What fingerpost and three peers answer to the same bytes, as `docs/wire.md`.
    Answers,
    /// Instructions and allocations a request, in user space, under callgrind.
    Instructions {
        /// One server, `all`, or `ablations`: hyper-tuned without each of its switches.
        #[arg(default_value = "all")]
        server: String,
        /// One kind of request; all of them if left out.
        kind: Option<String>,
    },
    /// Everything, as `RESULTS.md` with its plots and as `results.json`.
    All {
        /// Only these sections anew: `instructions`, `left`, `lookup`, `scale`, `compile-time`, `throughput`, `pipelined`,
        /// `system`, `tails`. The others stay as the page has them.
        sections: Vec<String>,
    },
    /// Requests a second and 99th percentiles, servers in turn, as paired ratios.
    Throughput {
        /// One kind of request; all of them if left out.
        kind: Option<String>,
        /// Sixteen requests at once on each connection.
        #[arg(long)]
        pipelined: bool,
    },
    /// System calls a request, and how often threads change their core, under the load of `throughput`.
    System {
        /// The kind of request.
        #[arg(default_value = "get-json")]
        kind: String,
    },
    /// Latencies at fixed rates, beside axum and xitca-web.
    Tails {
        /// The kind of request.
        #[arg(default_value = "get-json")]
        kind: String,
    },
    /// The instructions, by function, that fingerpost takes beyond hyper by hand.
    Left {
        /// The kind of request.
        #[arg(default_value = "get-json")]
        kind: String,
    },
    /// Memory and size of hello, beside plain hyper.
    Scale,
    /// Instructions a lookup in public tables, beside matchit.
    Lookup,
    /// User CPU seconds to compile generated handlers, beside axum and Rocket.
    CompileTime {
        /// How many handlers; 200, then 1,000, if left out.
        handlers: Option<usize>,
        /// Instructions of `cargo check` in place of seconds: the same figure on a busy machine.
        #[arg(long)]
        instructions: bool,
    },
    /// Instructions of two kinds of request against the committed `guard.json`: fails where they grew.
    Guard {
        /// Writes today's figures into `guard.json`.
        #[arg(long)]
        renew: bool,
    },
    /// Instructions a request by function, and who allocates; keeps callgrind's own files.
    Profile {
        server: String,
        kind: String,
        /// How many functions to list.
        #[arg(long, default_value_t = 40)]
        top: usize,
    },
}

fn main() -> Result<()> {
    let args = Args::parse();
    let usual = if matches!(args.command, Command::Guard { .. }) { guard::PROFILE } else { "release" };
    let binaries = Binaries::new(args.profile.unwrap_or_else(|| usual.to_owned()))?;
    let Args { quick, json, .. } = args;
    if quick {
        eprintln!("--quick: fewer rounds; no figure of it is a result");
    }
    let print = |section: Section| section.print(json);
    match args.command {
        Command::List => list(),
        Command::Answers => answers::run(&binaries),
        Command::Check { server } => {
            let asked = servers::named(server.as_deref().unwrap_or("all"))?;
            let standing = check::standing(&binaries, &asked);
            ensure!(standing.len() == asked.len(), "not all keep the contract");
            Ok(())
        }
        Command::Instructions { server, kind } => {
            let kinds = kinds(kind.as_deref())?;
            instructions::run(&binaries, &servers::named(&server)?, &kinds).map(print)
        }
        Command::All { sections } => everything::run(&binaries, &sections, quick),
        Command::Throughput { kind, pipelined } => {
            throughput::run(&binaries, &kinds(kind.as_deref())?, pipelined, quick).map(print)
        }
        Command::System { kind } => system::run(&binaries, kinds(Some(&kind))?[0]).map(print),
        Command::Tails { kind } => tails::run(&binaries, kinds(Some(&kind))?[0], quick).map(print),
        Command::Left { kind } => left::run(&binaries, kinds(Some(&kind))?[0]).map(print),
        Command::Scale => scale::run(&binaries, quick).map(print),
        Command::Lookup => lookup::run(&binaries, quick).map(print),
        Command::CompileTime { handlers, instructions: true } => {
            compile_time::counted::run(&binaries, handlers.unwrap_or(200)).map(print)
        }
        Command::CompileTime { handlers, .. } => compile_time::run(&binaries, handlers, quick).map(print),
        Command::Guard { renew } => guard::run(&binaries, renew),
        Command::Profile { server, kind, top } => {
            let server = Server::find(&server)?;
            profile::run(&binaries, &server, kinds(Some(&kind))?[0], top)
        }
    }
}

fn kinds(name: Option<&str>) -> Result<Vec<&'static Kind>> {
    let Some(name) = name else { return Ok(contract::KINDS.iter().collect()) };
    let kind = Kind::find(name).with_context(|| format!("no kind of request is named {name}: see `list`"))?;
    Ok(vec![kind])
}

fn list() -> Result<()> {
    println!("servers:");
    for server in servers::named("all")?.iter().chain(&servers::named("ablations")?) {
        println!("  {}", server.name);
    }
    println!("kinds of request:");
    for kind in &contract::KINDS {
        println!("  {:<10} {}", kind.name, kind.title);
    }
    Ok(())
}
