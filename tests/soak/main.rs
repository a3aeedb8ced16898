//! A soak: mixed load on one server with faults injected, restarts among them; prints a table of what stays flat and what
//! was answered. `cargo run --release -p fingerpost-tests --bin soak -- SECONDS`, and `… -- idle CONNECTIONS` for what idle
//! connections cost.

#[cfg(unix)]
mod clients;
#[cfg(unix)]
mod idle;
#[cfg(unix)]
mod process;
#[cfg(unix)]
mod server;

#[cfg(unix)]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (mode, count) = (std::env::args().nth(1), std::env::args().nth(2));
    let count = count.as_deref().unwrap_or("10000");
    match mode.as_deref() {
        Some("serve") => Ok(server::run()?),
        Some("serve-idle") => Ok(server::run_with_defaults()?),
        Some("idle") => Ok(idle::raise(count)?),
        Some("hold") => idle::hold(count.parse()?),
        seconds => soak(seconds.map_or(Ok(60), str::parse)?),
    }
}

#[cfg(not(unix))]
fn main() {
    eprintln!("the soak needs signals and sockets that are handed on");
}

/// Puts the load on for some seconds.
#[cfg(unix)]
fn soak(seconds: u64) -> Result<(), Box<dyn std::error::Error>> {
    use std::net::TcpListener;
    use std::time::{Duration, Instant};

    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = listener.local_addr()?;
    let mut server = process::Server::start(&listener)?;
    let runtime = tokio::runtime::Runtime::new()?;
    let tally = clients::start(&runtime, address);
    let begun = Instant::now();
    let (row, restart) =
        (Duration::from_secs((seconds / 20).max(1)), Duration::from_secs((seconds / 8).max(5)));
    let (mut next_restart, mut restarts) = (restart, 0);
    println!("| s | server | KiB | files | asked | answered | asked again | faults | lost |");
    println!("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    while begun.elapsed().as_secs() < seconds {
        std::thread::sleep(row);
        if begun.elapsed() >= next_restart && begun.elapsed().as_secs() + 5 < seconds {
            next_restart += restart;
            restarts += 1;
            let next = process::Server::start(&listener)?;
            server.stop()?;
            server = next;
        }
        let (kib, files) = server.uses()?;
        println!("| {} | {} | {kib} | {files} | {tally} |", begun.elapsed().as_secs(), restarts + 1);
    }
    tally.stop();
    std::thread::sleep(Duration::from_secs(4));
    let (kib, files) = server.uses()?;
    println!("| end | {} | {kib} | {files} | {tally} |", restarts + 1);
    server.stop()?;
    for line in tally.losses() {
        println!("lost: {line}");
    }
    if tally.is_settled() { Ok(()) } else { Err("not every request is accounted for".into()) }
}
