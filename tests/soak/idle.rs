//! What an idle connection costs: many, each answered once, held by this process and served by another.

use std::error::Error;
use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::process::Server;

/// Other files of a process than its connections.
const OTHER_FILES: usize = 100;

/// Goes on with as many files as the system allows, of which a process has fewer unless it asks.
pub(crate) fn raise(connections: &str) -> io::Result<()> {
    let script = "ulimit -Sn \"$(ulimit -Hn)\"; exec \"$0\" hold \"$1\"";
    Err(Command::new("sh").args(["-c", script]).arg(std::env::current_exe()?).arg(connections).exec())
}

/// Holds the connections, and prints what each takes of the server's memory and how soon others are answered.
pub(crate) fn hold(connections: usize) -> Result<(), Box<dyn Error>> {
    let files = files()?;
    let most = files.saturating_sub(OTHER_FILES);
    if most < connections {
        println!("the system allows {files} files: {most} connections instead of {connections}");
    }
    let connections = connections.min(most);
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = listener.local_addr()?;
    let server = Server::start_as("serve-idle", &listener)?;
    let mut held = vec![ask_new(address)?];
    let (before, _) = server.uses()?;
    while held.len() <= connections {
        held.push(ask_new(address)?);
    }
    let (after, _) = server.uses()?;
    #[expect(clippy::cast_precision_loss, reason = "a figure to read")]
    let each = (after.saturating_sub(before)) as f64 / connections as f64;
    println!(
        "{connections} idle connections: {before} KiB before, {after} KiB with them, {each:.1} KiB each"
    );

    let mut times = Vec::new();
    for _ in 0..1_000 {
        let since = Instant::now();
        drop(ask_new(address)?);
        times.push(since.elapsed());
    }
    times.sort();
    println!(
        "1000 requests on new connections beside them: median {:?}, the longest {:?}",
        times[500],
        times.last().copied().unwrap_or_default()
    );
    for stream in &mut held {
        ask(stream)?;
    }
    println!("each of the {} was then answered again", held.len());
    Ok(())
}

/// How many files this process may have open.
fn files() -> Result<usize, Box<dyn Error>> {
    let limits = std::fs::read_to_string("/proc/self/limits")?;
    let line = limits.lines().find_map(|line| line.strip_prefix("Max open files")).unwrap_or_default();
    Ok(line.split_whitespace().next().unwrap_or_default().parse()?)
}

fn ask_new(address: SocketAddr) -> io::Result<TcpStream> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    ask(&mut stream)?;
    Ok(stream)
}

fn ask(stream: &mut TcpStream) -> io::Result<()> {
    stream.write_all(b"GET / HTTP/1.1\r\nhost: a\r\n\r\n")?;
    let mut came = Vec::new();
    while !came.ends_with(b"\r\n\r\nroot") {
        let mut piece = [0; 512];
        match stream.read(&mut piece)? {
            0 => return Err(io::ErrorKind::UnexpectedEof.into()),
            length => came.extend_from_slice(&piece[..length]),
        }
    }
    Ok(())
}
