//! `profile`: where a server's instructions and allocations are, by function.

use anyhow::Result;
use contract::Kind;

use crate::binaries::Binaries;
use crate::servers::Server;
use crate::{callgrind, check};

/// Keeps these many callers of an allocation apart.
const CALLERS: &[&str] =
    &["--separate-callers8=malloc", "--separate-callers8=calloc", "--separate-callers8=realloc"];

pub(crate) fn run(binaries: &Binaries, server: &Server, kind: &Kind, top: usize) -> Result<()> {
    check::run(binaries, server)?;
    let plain = callgrind::measure(binaries, server, kind, &[])?;
    println!("{:.0} instructions a request; by function, itself alone:\n", plain.instructions());
    let mut functions: Vec<_> = plain.functions().collect();
    functions.sort_by(|a, b| b.1.total_cmp(&a.1));
    for (name, cost) in functions.iter().take(top) {
        println!("{cost:>9.1} {:>5.1} %  {name}", 100.0 * cost / plain.instructions());
    }
    println!("\n{:.1} allocations a request; with who asks for them, the last first:\n", plain.allocations());
    let apart = callgrind::measure(binaries, server, kind, CALLERS)?;
    let mut allocators: Vec<_> = apart.allocators().collect();
    allocators.sort_by(|a, b| b.1.total_cmp(&a.1));
    for (name, calls) in allocators.iter().filter(|(_, calls)| *calls > 0.01) {
        println!("{calls:>9.2}  {}", name.replace('\'', "\n             ← "));
    }
    println!("\ncallgrind's own file, for callgrind_annotate or kcachegrind: {}", plain.file.display());
    Ok(())
}
