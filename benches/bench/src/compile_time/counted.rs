//! `compile-time --instructions`: what the compiler takes to check generated handlers, counted, so that a busy machine gives the
//! same figure as an idle one.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde::Serialize;

use super::cargo::{Cargo, Mode};
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
}

pub(crate) fn run(binaries: &Binaries, handlers: usize) -> Result<Section> {
    let title = "Compile time, counted";
    let mut section = Section::new(title, "cargo run -p bench --release -- compile-time --instructions");
    let folder = binaries.kept.join("compile-time");
    let cargo = Cargo::new(&folder, binaries)?;
    let compiler = compiler()?;
    section.text(
        "Millions of instructions of `rustc` in `cargo check` of the crate alone, under cachegrind. A handler: the difference \
         to half as many handlers, by their number.",
    );
    let mut figures = Vec::new();
    for framework in Framework::ALL {
        let [half, whole] =
            [handlers / 2, handlers].map(|handlers| count(&cargo, &compiler, framework, handlers));
        let (half, whole) = (half?, whole?);
        let each = (whole - half) / (handlers - handlers / 2) as f64;
        let figure = Figure { framework: framework.name(), handlers, whole, each };
        eprintln!("{figure:?}");
        figures.push(figure);
    }
    let mut rows = vec![row(["framework", "all", "a handler"])];
    rows.extend(figures.iter().map(|figure| {
        row([figure.framework.to_owned(), format!("{:.0} M", figure.whole), format!("{:.1} M", figure.each)])
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

fn count(cargo: &Cargo<'_>, compiler: &Path, framework: Framework, handlers: usize) -> Result<f64> {
    let dialect = Dialect::of(framework, &cargo.fingerpost());
    let name = format!("{}-{handlers}", framework.name());
    let program = Program::write(&cargo.folder.join(&name), &name, &dialect, handlers)?;
    cargo.lock(&program.folder)?;
    // The dependencies, uncounted.
    cargo.run(&program.folder, Mode::Check)?;
    let counts = cargo.folder.join(format!("{name}.cachegrind"));
    let wrapper = cargo.folder.join("counted.sh");
    fs::write(&wrapper, wrapped(&name.replace('-', "_"), &counts))?;
    fs::set_permissions(&wrapper, Permissions::from_mode(0o755))?;
    let mut command = cargo.command(&program.folder, &cargo.folder.join("target"));
    command.args(["check", "--quiet"]).env("CARGO_INCREMENTAL", "0");
    command.env("RUSTC", compiler).env("RUSTC_WORKSPACE_WRAPPER", &wrapper);
    program.touch("counted")?;
    ensure!(command.status()?.success(), "{name} does not check");
    let counted = fs::read_to_string(&counts).with_context(|| format!("{name} was not counted"))?;
    let summary = counted.lines().find_map(|line| line.strip_prefix("summary: ")).context("no summary")?;
    Ok(summary.trim().parse::<f64>()? / 1e6)
}

/// Stands before the compiler, and counts it where it compiles the crate of this name.
fn wrapped(name: &str, counts: &Path) -> String {
    let counts = counts.display();
    format!(
        "#!/bin/sh\n\
         case \" $* \" in *\" --crate-name {name} \"*)\n\
         exec valgrind --quiet --tool=cachegrind --cache-sim=no --cachegrind-out-file='{counts}' \"$@\";;\n\
         esac\n\
         exec \"$@\"\n"
    )
}
