//! `Running`: the program `stoppable.rs`, in a process of its own.

use std::io::{BufRead, BufReader};
use std::net::{SocketAddr, TcpListener};
use std::os::fd::OwnedFd;
use std::process::{Child, ChildStderr, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use super::PATIENCE;

const PROGRAM: &str = env!("CARGO_BIN_EXE_stoppable");

/// Is killed where a test is done with it.
#[derive(Debug)]
pub(crate) struct Running {
    pub(crate) address: SocketAddr,
    child: Child,
    said: BufReader<ChildStderr>,
}

impl Running {
    /// Starts it with its argument.
    pub(crate) fn start(how: &str) -> Self {
        Self::of(Command::new(PROGRAM).arg(how))
    }

    /// Starts it with so many files.
    pub(crate) fn limited(files: u32) -> Self {
        let script = format!("ulimit -n {files}; exec \"$0\"");
        Self::of(Command::new("sh").args(["-c", &script, PROGRAM]))
    }

    /// Starts it with a socket to listen at, as a service manager does.
    pub(crate) fn with_socket(listener: &TcpListener) -> Self {
        let socket: OwnedFd = listener.try_clone().expect("a socket").into();
        let script = "LISTEN_PID=$$ LISTEN_FDS=1 exec \"$0\" 3<&0 </dev/null";
        Self::of(Command::new("sh").args(["-c", script, PROGRAM]).stdin(socket))
    }

    /// Starts it, and waits until it says where it listens.
    fn of(command: &mut Command) -> Self {
        let mut child = command.stderr(Stdio::piped()).spawn().expect("the program starts");
        let mut said = BufReader::new(child.stderr.take().expect("a pipe"));
        let mut line = String::new();
        said.read_line(&mut line).expect("a line");
        let (_, address) = line.rsplit_once("http://").unwrap_or_else(|| panic!("no address in {line:?}"));
        let address = address.trim().parse().expect("an address");
        Self { address, child, said }
    }

    /// The next line that it says.
    pub(crate) fn line(&mut self) -> String {
        let mut line = String::new();
        self.said.read_line(&mut line).expect("a line");
        line
    }

    /// Its resident memory.
    #[cfg(target_os = "linux")]
    pub(crate) fn resident_kib(&self) -> u64 {
        let status =
            std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).expect("its status");
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("its memory");
        line.trim().trim_end_matches(" kB").parse().expect("a number")
    }

    pub(crate) fn signal(&self, name: &str) {
        let status = Command::new("kill").args(["-s", name, &self.child.id().to_string()]).status();
        assert!(status.expect("kill runs").success());
    }

    pub(crate) fn exit(&mut self) -> ExitStatus {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if let Some(status) = self.child.try_wait().expect("a child") {
                return status;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        panic!("the program does not stop");
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
