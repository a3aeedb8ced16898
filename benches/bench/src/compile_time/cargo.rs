//! `Cargo`: cargo on generated crates, with the user CPU time that it and its compilers take.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

use crate::binaries::Binaries;

#[derive(Debug, Clone, Copy)]
pub(super) enum Mode {
    Check,
    Build,
}

pub(super) struct Cargo<'a> {
    pub(super) folder: PathBuf,
    binaries: &'a Binaries,
}

impl<'a> Cargo<'a> {
    pub(super) fn new(folder: &Path, binaries: &'a Binaries) -> Result<Self> {
        fs::create_dir_all(folder)?;
        Ok(Self { folder: folder.to_owned(), binaries })
    }

    /// Where the library is.
    pub(super) fn fingerpost(&self) -> PathBuf {
        self.binaries.workspace.join("../runtime")
    }

    /// Has a crate use the versions that the servers use.
    pub(super) fn lock(&self, krate: &Path) -> Result<()> {
        fs::copy(self.binaries.workspace.join("Cargo.lock"), krate.join("Cargo.lock"))?;
        fs::copy(self.binaries.workspace.join("../rust-toolchain.toml"), krate.join("rust-toolchain.toml"))?;
        Ok(())
    }

    /// User CPU seconds of `cargo check` or `cargo build`, dependencies shared by all crates.
    pub(super) fn run(&self, krate: &Path, mode: Mode) -> Result<f64> {
        let word = match mode {
            Mode::Check => "check",
            Mode::Build => "build",
        };
        self.timed(self.command(krate, &self.folder.join("target")).args([word, "--quiet"]))
    }

    /// Removes what was built of the crate, not of its dependencies.
    pub(super) fn forget(&self, krate: &Path, name: &str) -> Result<()> {
        let target = self.folder.join("target");
        self.timed(self.command(krate, &target).args(["clean", "--quiet", "--package", name])).map(drop)
    }

    pub(super) fn command(&self, krate: &Path, target: &Path) -> Command {
        let mut command = Command::new("cargo");
        command.current_dir(krate).env("CARGO_TARGET_DIR", target).env("CARGO_NET_OFFLINE", "true");
        // As for a user, whatever this is run with.
        command.env_remove("CARGO_INCREMENTAL");
        command.stdout(Stdio::null());
        command
    }

    pub(super) fn timed(&self, command: &mut Command) -> Result<f64> {
        let before = user_seconds_of_children()?;
        let status = command.status()?;
        ensure!(status.success(), "{command:?} failed");
        Ok(((user_seconds_of_children()? - before) * 100.0).round() / 100.0)
    }
}

/// Of those that ended and were waited for, and of theirs: `cutime`, see proc(5), at the usual 100 ticks a second.
fn user_seconds_of_children() -> Result<f64> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    let (_, after_name) = stat.rsplit_once(") ").context("no name")?;
    let ticks: f64 = after_name.split(' ').nth(13).context("no cutime")?.parse()?;
    Ok(ticks / 100.0)
}
