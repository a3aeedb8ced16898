//! `Binaries`: servers are built when they are first asked for, each alone, with the features that it asks for itself.

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

use crate::servers::Server;

pub(crate) struct Binaries {
    profile: String,
    /// The folder of the benches.
    pub(crate) workspace: PathBuf,
    /// Where the bench keeps what it writes: logs, profiles.
    pub(crate) kept: PathBuf,
    built: RefCell<HashMap<String, PathBuf>>,
}

impl Binaries {
    pub(crate) fn new(profile: String) -> Result<Self> {
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("no workspace")?.to_owned();
        let exe = std::env::current_exe()?;
        let target = exe.ancestors().nth(2).context("the bench is not in a target folder")?;
        let kept = target.join("bench");
        std::fs::create_dir_all(&kept)?;
        Ok(Self { profile, workspace, kept, built: RefCell::default() })
    }

    /// The server's program.
    pub(crate) fn of(&self, server: &Server) -> Result<PathBuf> {
        self.program(server.package, server.binary)
    }

    /// A program of this workspace.
    pub(crate) fn program(&self, package: &str, binary: &str) -> Result<PathBuf> {
        if !self.built.borrow().contains_key(binary) {
            self.build(package)?;
        }
        let built = self.built.borrow();
        built.get(binary).cloned().with_context(|| format!("{package} has no {binary}"))
    }

    fn build(&self, package: &str) -> Result<()> {
        eprintln!("building {package}");
        let output = Command::new("cargo")
            .args(["build", "--quiet", "--locked", "--message-format=json-render-diagnostics"])
            .args(["--profile", &self.profile, "--package", package])
            .current_dir(&self.workspace)
            .stderr(Stdio::inherit())
            .output()?;
        ensure!(output.status.success(), "{package} does not build");
        for line in output.stdout.split(|&byte| byte == b'\n').filter(|line| !line.is_empty()) {
            let message: serde_json::Value = serde_json::from_slice(line)?;
            let (Some(path), Some(name)) =
                (message["executable"].as_str(), message["target"]["name"].as_str())
            else {
                continue;
            };
            self.built.borrow_mut().insert(name.to_owned(), path.into());
        }
        Ok(())
    }
}
