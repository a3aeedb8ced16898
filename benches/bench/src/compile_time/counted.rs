//! `compile-time --instructions`: what the compiler takes to check generated handlers, counted, so that a busy machine gives the
//! same figure as an idle one.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde::Serialize;

use super::cargo::Cargo;
use super::dialects::{Dialect, Framework};
use super::program::Program;
use crate::binaries::Binaries;
use crate::report::{Section, row};

/// Millions of instructions of `rustc` in `cargo check` of the crate alone.
#[derive(Debug, Serialize)]
struct Figure {
    framework: &'static str,
    handlers: usize,
    whole: f64,
    /// Of each handler: the difference to half as many, by their number.
    each: f64,
    /// After one handler was touched, with what was kept of the check before.
    touched: f64,
}

pub(crate) fn run(binaries: &Binaries, handlers: usize) -> Result<Section> {
    let title = "Compile time, counted";
    let mut section = Section::new(title, "cargo run -p bench --release -- compile-time --instructions");
    let folder = binaries.kept.join("compile-time");
    let cargo = Cargo::new(&folder, binaries)?;
    let compiler = compiler()?;
    section.text(
        "Millions of instructions of `rustc` in `cargo check` of the crate alone, under cachegrind. A handler: the difference \
         to half as many handlers, by their number. Touched: the incremental check after one handler was changed.",
    );
    let mut figures = Vec::new();
    for framework in Framework::ALL {
        let half = Counted::new(&cargo, &compiler, framework, handlers / 2)?.check("0")?;
        let counted = Counted::new(&cargo, &compiler, framework, handlers)?;
        let (whole, touched) = (counted.check("0")?, counted.check("1")?);
        let each = (whole - half) / (handlers - handlers / 2) as f64;
        let figure = Figure { framework: framework.name(), handlers, whole, each, touched };
        eprintln!("{figure:?}");
        figures.push(figure);
    }
    let mut rows = vec![row(["framework", "all", "a handler", "all, one touched"])];
    rows.extend(figures.iter().map(|figure| {
        let Figure { whole, each, touched, .. } = figure;
        let cells = [format!("{whole:.0} M"), format!("{each:.1} M"), format!("{touched:.0} M")];
        row([figure.framework.to_owned()].into_iter().chain(cells))
    }));
    section.table(rows);
    section.figures = serde_json::json!(figures);
    Ok(section)
}

/// The compiler itself: behind rustup's, which would be counted in its place.
fn compiler() -> Result<PathBuf> {
    let output = Command::new("rustc").args(["--print", "sysroot"]).output()?;
    ensure!(output.status.success(), "rustc has no sysroot");
    Ok(Path::new(str::from_utf8(&output.stdout)?.trim()).join("bin/rustc"))
}

/// A generated crate, and what counts its compiler.
struct Counted<'c> {
    cargo: &'c Cargo<'c>,
    compiler: &'c Path,
    program: Program,
    name: String,
    counts: PathBuf,
    wrapper: PathBuf,
}

impl<'c> Counted<'c> {
    fn new(cargo: &'c Cargo<'c>, compiler: &'c Path, framework: Framework, handlers: usize) -> Result<Self> {
        let dialect = Dialect::of(framework, &cargo.fingerpost());
        let name = format!("{}-{handlers}", framework.name());
        let program = Program::write(&cargo.folder.join(&name), &name, &dialect, handlers)?;
        cargo.lock(&program.folder)?;
        let counts = cargo.folder.join(format!("{name}.cachegrind"));
        let wrapper = cargo.folder.join("counted.sh");
        fs::write(&wrapper, wrapped(&name.replace('-', "_"), &counts))?;
        fs::set_permissions(&wrapper, Permissions::from_mode(0o755))?;
        Ok(Self { cargo, compiler, program, name, counts, wrapper })
    }

    /// Millions of instructions of the check after another, uncounted one, which has checked the dependencies too. `incremental` is
    /// `1` where it may use what was kept of that.
    fn check(&self, incremental: &str) -> Result<f64> {
        let Self { cargo, compiler, program, name, counts, wrapper } = self;
        for (mark, counted) in [("uncounted", ""), ("counted", "1")] {
            let mut command = cargo.command(&program.folder, &cargo.folder.join("target"));
            command.args(["check", "--quiet"]).env("CARGO_INCREMENTAL", incremental);
            command.env("RUSTC", compiler).env("RUSTC_WORKSPACE_WRAPPER", wrapper).env("COUNTED", counted);
            program.touch(mark)?;
            ensure!(command.status()?.success(), "{name} does not check");
        }
        let counted = fs::read_to_string(counts).with_context(|| format!("{name} was not counted"))?;
        let summary =
            counted.lines().find_map(|line| line.strip_prefix("summary: ")).context("no summary")?;
        Ok(summary.trim().parse::<f64>()? / 1e6)
    }
}

/// Stands before the compiler, and counts it where it compiles the crate of this name, if that is asked for.
fn wrapped(name: &str, counts: &Path) -> String {
    let counts = counts.display();
    format!(
        "#!/bin/sh\n\
         case \"$COUNTED $* \" in 1*\" --crate-name {name} \"*)\n\
         exec valgrind --quiet --tool=cachegrind --cache-sim=no --cachegrind-out-file='{counts}' \"$@\";;\n\
         esac\n\
         exec \"$@\"\n"
    )
}
