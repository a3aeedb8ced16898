//! `Running`: a server from its start to its orderly end.

use std::fs::File;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use rustix::process::{Pid, Signal, kill_process};

use crate::binaries::Binaries;
use crate::servers::Server;

/// The most time that a start, or an end, may take: under valgrind it is seconds.
const PATIENCE: Duration = Duration::from_secs(60);

pub(crate) struct Running {
    child: Child,
    pub(crate) address: SocketAddr,
    log: PathBuf,
}

impl Running {
    /// Starts a server, behind `before` (a program and its arguments, such as valgrind's), and waits until it listens.
    pub(crate) fn start(binaries: &Binaries, server: &Server, before: &[String]) -> Result<Self> {
        let program = binaries.of(server)?;
        let mut command = match before {
            [] => Command::new(&program),
            [first, rest @ ..] => {
                let mut command = Command::new(first);
                command.args(rest).arg(&program);
                command
            }
        };
        Self::spawn(binaries, server.name, &mut command, server.args)
    }

    /// Starts a program that takes its address as a server does.
    pub(crate) fn start_program(binaries: &Binaries, name: &str, program: &Path) -> Result<Self> {
        Self::spawn(binaries, name, &mut Command::new(program), &[])
    }

    fn spawn(binaries: &Binaries, name: &str, command: &mut Command, args: &[&str]) -> Result<Self> {
        let address = free_address()?;
        let log = binaries.kept.join(format!("{name}.log"));
        let child = command
            .arg(address.to_string())
            .args(args)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(File::create(&log)?)
            .spawn()
            .with_context(|| format!("cannot start {}", command.get_program().display()))?;
        let mut running = Self { child, address, log };
        running.wait_until_it_listens()?;
        Ok(running)
    }

    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    fn wait_until_it_listens(&mut self) -> Result<()> {
        let start = Instant::now();
        while TcpStream::connect(self.address).is_err() {
            if let Some(status) = self.child.try_wait()? {
                bail!("the server ended ({status}): see {}", self.log.display());
            }
            if start.elapsed() > PATIENCE {
                bail!("the server does not listen: see {}", self.log.display());
            }
            sleep(Duration::from_millis(10));
        }
        Ok(())
    }

    /// Tells the server to stop and waits until it has.
    pub(crate) fn stop(mut self) -> Result<()> {
        kill_process(Pid::from_child(&self.child), Signal::TERM)?;
        let start = Instant::now();
        while self.child.try_wait()?.is_none() {
            if start.elapsed() > PATIENCE {
                bail!("the server does not stop: see {}", self.log.display());
            }
            sleep(Duration::from_millis(5));
        }
        Ok(())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // After an orderly end there is nothing left to kill.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An address that nobody listens at.
fn free_address() -> Result<SocketAddr> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?)
}
