//! The page: all sections as one Markdown file with its plots beside it, and the figures as JSON.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::Result;
use serde::Deserialize;

use super::{Judged, Part, Section, table};

const JSON: &str = "results.json";
const GOALS: [&str; 7] =
    ["Instructions", "Allocations", "Throughput", "Lookup", "Scale", "Tails", "Compile time"];

/// Writes `RESULTS.md`, `results.json` and `plots/` into the folder.
pub(crate) fn write(folder: &Path, sections: &[Section], quick: bool) -> Result<()> {
    let plots = folder.join("plots");
    fs::create_dir_all(&plots)?;
    let mut page = String::from("# Results\n\n");
    page +=
        "Made by `cargo run -p bench --release -- all` in `benches/`; nothing in it is written by hand.\n\n";
    if quick {
        page += "**Made with `--quick`: fewer rounds, good for development alone. No figure here is a result.**\n\n";
    }
    page += &machine();
    goals(&mut page, sections);
    for section in sections {
        self::section(&mut page, section, &plots)?;
    }
    fs::write(folder.join("RESULTS.md"), page.trim_end().to_owned() + "\n")?;
    let json = serde_json::json!({ "quick": quick, "sections": sections });
    fs::write(folder.join(JSON), format!("{json:#}\n"))?;
    Ok(())
}

/// The sections of the page that was written last; none where it is of another kind, or cannot be read.
pub(crate) fn read(folder: &Path, quick: bool) -> Vec<Section> {
    #[derive(Deserialize)]
    struct Written {
        quick: bool,
        sections: Vec<Section>,
    }
    let written = fs::read_to_string(folder.join(JSON)).unwrap_or_default();
    let written = serde_json::from_str::<Written>(&written).ok().filter(|written| written.quick == quick);
    written.map_or_else(Vec::new, |written| written.sections)
}

fn machine() -> String {
    let model = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = model.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let rustc = std::process::Command::new("rustc").arg("--version").output();
    let rustc = rustc.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
    format!(
        "{}, {cores} cores; {}. Server and load share the cores.\n\n",
        model.map_or("An unknown processor", |(_, model)| model),
        rustc.unwrap_or_default()
    )
}

fn goals(page: &mut String, sections: &[Section]) {
    *page += "## The goals\n\n";
    let mut rows = vec![super::row(["goal", "", "stands", "found"])];
    for (at, name) in GOALS.iter().enumerate() {
        let judged: Vec<&Judged> = sections
            .iter()
            .flat_map(|section| &section.judged)
            .filter(|one| usize::from(one.goal) == at + 1)
            .collect();
        let number = format!("{} {name}", at + 1);
        if judged.is_empty() {
            rows.push(super::row([number.as_str(), "", "not measured", ""]));
        }
        for Judged { claim, found, holds, .. } in judged {
            rows.push(super::row([
                number.as_str(),
                claim,
                if *holds { "✓" } else { "✗ falls short" },
                found,
            ]));
        }
    }
    *page += &table::markdown(&rows);
    *page += "\n";
}

fn section(page: &mut String, section: &Section, plots: &Path) -> Result<()> {
    let Section { title, command, commit, .. } = section;
    write!(page, "## {title}\n\n```sh\n{command}\n```\n\nAt {commit}.\n\n")?;
    for part in &section.parts {
        match part {
            Part::Text(text) => write!(page, "{text}\n\n")?,
            Part::Table(rows) => writeln!(page, "{}", table::markdown(rows))?,
            Part::Plot(bars) => {
                fs::write(plots.join(format!("{}.svg", bars.name)), bars.svg())?;
                write!(page, "![{}](plots/{}.svg)\n\n", bars.title, bars.name)?;
            }
        }
    }
    Ok(())
}
