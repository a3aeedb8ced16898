//! The server's process: started on a socket that is handed on, looked at, stopped.

use std::io;
use std::net::TcpListener;
use std::os::fd::OwnedFd;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Is killed where it was not stopped.
pub(crate) struct Server(Child);

impl Server {
    /// Starts one that accepts from the same queue as others.
    pub(crate) fn start(listener: &TcpListener) -> io::Result<Self> {
        Self::start_as("serve", listener)
    }

    /// The same in another mode.
    pub(crate) fn start_as(mode: &str, listener: &TcpListener) -> io::Result<Self> {
        let socket: OwnedFd = listener.try_clone()?.into();
        let script = "LISTEN_PID=$$ LISTEN_FDS=1 exec \"$0\" \"$1\" 3<&0 </dev/null";
        let program = std::env::current_exe()?;
        let child = Command::new("sh")
            .args(["-c", script])
            .arg(program)
            .arg(mode)
            .stdin(socket)
            .stderr(Stdio::null())
            .spawn()?;
        std::thread::sleep(Duration::from_millis(500));
        Ok(Self(child))
    }

    /// Its memory in KiB, and its open files.
    pub(crate) fn uses(&self) -> io::Result<(u64, usize)> {
        let process = format!("/proc/{}", self.0.id());
        let status = std::fs::read_to_string(format!("{process}/status"))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
        let kib = line.trim().trim_end_matches(" kB").parse().unwrap_or_default();
        Ok((kib, std::fs::read_dir(format!("{process}/fd"))?.count()))
    }

    /// Tells it to stop, and expects that it ends well.
    pub(crate) fn stop(mut self) -> io::Result<()> {
        Command::new("kill").args(["-s", "TERM", &self.0.id().to_string()]).status()?;
        let since = Instant::now();
        while since.elapsed() < Duration::from_secs(20) {
            if let Some(status) = self.0.try_wait()? {
                return if status.success() {
                    Ok(())
                } else {
                    Err(io::Error::other(format!("the server ended with {status}")))
                };
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Err(io::Error::other("the server does not stop"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
