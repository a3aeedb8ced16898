//! `compile-time`: the same generated handlers in three frameworks, compiled clean and after one was touched.

mod cargo;
pub(crate) mod counted;
mod dialects;
pub(crate) mod hello;
mod program;

use anyhow::Result;
use serde::Serialize;

use crate::binaries::Binaries;
use crate::report::{Bars, Part, Section, about_load, load, row};
use cargo::{Cargo, Mode};
use dialects::{Dialect, Framework};
use program::Program;

pub(crate) const TITLE: &str = "Compile time";

/// User CPU seconds, each the least of its rounds.
#[derive(Debug, Serialize)]
struct Figure {
    framework: &'static str,
    handlers: usize,
    clean_check: f64,
    touched_check: f64,
    clean_build: f64,
    touched_build: f64,
}

impl Figure {
    fn columns(&self) -> [(&'static str, f64); 4] {
        [
            ("check", self.clean_check),
            ("check, one handler touched", self.touched_check),
            ("debug build", self.clean_build),
            ("debug build, one handler touched", self.touched_build),
        ]
    }
}

pub(crate) fn run(binaries: &Binaries, handlers: Option<usize>, quick: bool) -> Result<Section> {
    let sizes = match handlers {
        Some(handlers) => vec![handlers],
        None if quick => vec![200],
        None => vec![200, 1_000],
    };
    let rounds = if quick { 1 } else { 3 };
    let mut section = Section::new(TITLE, "cargo run -p bench --release -- compile-time");
    let load = load();
    let folder = binaries.kept.join("compile-time");
    let cargo = Cargo::new(&folder, binaries)?;
    let mut figures = Vec::new();
    for &handlers in &sizes {
        for framework in Framework::ALL {
            let figure = measure(&cargo, framework, handlers, rounds)?;
            eprintln!("{figure:?}");
            figures.push(figure);
        }
    }
    let hellos = if quick { Vec::new() } else { hello::measure(&cargo, 2)? };
    section.text(format!(
        "User CPU seconds of the crate alone, its dependencies built before; the least of {rounds} rounds. The handlers \
         are a mix of ten shapes, in modules of 50, each a table nested below a prefix. {}",
        about_load(load)
    ));
    for &handlers in &sizes {
        let figures: Vec<_> = figures.iter().filter(|figure| figure.handlers == handlers).collect();
        tell(&mut section, handlers, &figures);
    }
    if !quick {
        hello::tell(&mut section, &hellos);
    }
    section.figures = serde_json::json!({ "handlers": figures, "hello": hellos, "load": load });
    Ok(section)
}

fn measure(cargo: &Cargo<'_>, framework: Framework, handlers: usize, rounds: usize) -> Result<Figure> {
    let dialect = Dialect::of(framework, &cargo.fingerpost());
    let name = format!("{}-{handlers}", framework.name());
    let program = Program::write(&cargo.folder.join(&name), &name, &dialect, handlers)?;
    cargo.lock(&program.folder)?;
    let mut best = [f64::INFINITY; 4];
    for (at, mode) in [(0, Mode::Check), (2, Mode::Build)] {
        cargo.run(&program.folder, mode)?;
        for round in 0..rounds {
            cargo.forget(&program.folder, &name)?;
            let clean = cargo.run(&program.folder, mode)?;
            program.touch(&format!("{mode:?} {round}"))?;
            let touched = cargo.run(&program.folder, mode)?;
            best[at] = best[at].min(clean);
            best[at + 1] = best[at + 1].min(touched);
        }
    }
    let [clean_check, touched_check, clean_build, touched_build] = best;
    Ok(Figure {
        framework: framework.name(),
        handlers,
        clean_check,
        touched_check,
        clean_build,
        touched_build,
    })
}

fn tell(section: &mut Section, handlers: usize, figures: &[&Figure]) {
    let names = figures.iter().map(|figure| figure.framework);
    let mut rows = vec![row([format!("{handlers} handlers")].into_iter().chain(names.map(str::to_owned)))];
    let axum = figures.iter().find(|figure| figure.framework == Framework::Axum.name());
    for column in 0..4 {
        let cells = figures.iter().map(|figure| {
            let seconds = figure.columns()[column].1;
            let ratio = axum.map_or(f64::NAN, |axum| seconds / axum.columns()[column].1);
            format!("{ratio:.2} × axum ({seconds:.2} s)")
        });
        rows.push(row([figures[0].columns()[column].0.to_owned()].into_iter().chain(cells)));
    }
    section.table(rows);
    let groups = (0..4).map(|column| {
        let bars = figures.iter().map(|figure| (figure.framework.to_owned(), figure.columns()[column].1));
        (figures[0].columns()[column].0.to_owned(), bars.collect())
    });
    section.parts.push(Part::Plot(Bars {
        name: format!("compile-{handlers}"),
        title: format!("User CPU seconds, {handlers} handlers"),
        groups: groups.collect(),
    }));
    let (Some(ours), Some(axum)) = (figures.first(), axum) else { return };
    for (ours, theirs) in ours.columns().into_iter().zip(axum.columns()) {
        section.judge(
            7,
            format!("{}, {handlers} handlers, not above axum", ours.0),
            format!("{:.2} s, axum {:.2} s", ours.1, theirs.1),
            ours.1 <= theirs.1,
        );
    }
}
