//! `answers`: what fingerpost and its peers answer to the same bytes, as `docs/wire.md`.

#[allow(dead_code, reason = "the tests look closer")]
#[path = "../../../tests/wire/mod.rs"]
mod cases;

use std::fmt::Write as _;
use std::fs;
use std::net::SocketAddr;
use std::thread;

use anyhow::{Context, Result, bail};
use cases::{Case, GROUPS, Observed};

use crate::binaries::Binaries;
use crate::process::Running;
use crate::servers::{OURS, Server};

const PEERS: [&str; 3] = ["axum", "actix-web", "rocket"];
/// So many cases are waited for at once.
const AT_ONCE: usize = 24;

const BEGIN: &str = "# The wire

Bytes on a connection of their own, and what becomes of them: the statuses of the answers in their order, and then whether
the connection is `kept` (another request is answered), `closed`, or whether the server `waits` for more. `stuck` means that
it is open and says nothing more, `confused` that another request got an answer that is not its own.

Each server is the one of `benches/servers`, with the defaults of its framework; none has a proxy in front. Made by
`cargo run -p bench --release -- answers` in `benches/`; that our column is true is a test (`tests/tests/wire.rs`). RFC 9110
is the meaning of HTTP, 9112 is HTTP/1.1, 3986 is URLs. `<x*9>` is nine times `x`.
";

pub(crate) fn run(binaries: &Binaries) -> Result<()> {
    let cases: Vec<Case> = GROUPS.iter().flat_map(|(_, cases)| cases.iter().copied()).collect();
    let mut columns = Vec::new();
    for name in [OURS].iter().chain(&PEERS) {
        let server = Running::start(binaries, &Server::find(name)?, &[])?;
        let answers = observe(server.address, &cases)?;
        server.stop()?;
        eprintln!("{name}: {} cases", answers.len());
        columns.push(answers);
    }
    for (case, answer) in cases.iter().zip(&columns[0]) {
        if answer != case.answer {
            bail!("{}: we answer {answer}, not {}", case.what, case.answer);
        }
    }
    let file = binaries.workspace.join("../docs/wire.md");
    fs::write(&file, page(&columns)?).with_context(|| format!("cannot write {}", file.display()))?;
    println!("written: {}", file.display());
    Ok(())
}

/// The answer to each case, in order.
fn observe(address: SocketAddr, cases: &[Case]) -> Result<Vec<String>> {
    let each = |cases: &[Case]| cases.iter().map(|case| answer(address, case)).collect::<Result<Vec<_>>>();
    thread::scope(|scope| {
        let share = cases.len().div_ceil(AT_ONCE);
        let threads: Vec<_> = cases.chunks(share).map(|cases| scope.spawn(move || each(cases))).collect();
        let mut answers = Vec::new();
        for thread in threads {
            answers.extend(thread.join().expect("no observer panics")?);
        }
        Ok(answers)
    })
}

fn answer(address: SocketAddr, case: &Case) -> Result<String> {
    let Observed { answer, .. } = case.observe(address, None)?;
    Ok(answer)
}

fn page(columns: &[Vec<String>]) -> Result<String> {
    let mut page = String::from(BEGIN);
    writeln!(page, "\n| | fingerpost | {} |\n| --- | --- | --- | --- | --- |", PEERS.join(" | "))?;
    let same =
        |column: &&Vec<String>| column.iter().zip(&columns[0]).filter(|(one, ours)| one == ours).count();
    let counts: Vec<String> = columns.iter().map(|column| same(&column).to_string()).collect();
    writeln!(page, "| the same answer as fingerpost, of {} | {} |", columns[0].len(), counts.join(" | "))?;
    let mut index = 0;
    for (name, cases) in GROUPS {
        writeln!(page, "\n## {name}\n\n| case | sent | RFC | fingerpost | {} |", PEERS.join(" | "))?;
        writeln!(page, "| --- | --- | --- | --- | --- | --- | --- |")?;
        for case in cases {
            let peers: Vec<&str> = columns[1..].iter().map(|column| column[index].as_str()).collect();
            writeln!(page, "{} {} |", case.row(&columns[0][index]), peers.join(" | "))?;
            index += 1;
        }
    }
    Ok(page)
}
