//! `lookup`: instructions and allocations a lookup, in public tables and in hard ones, beside `matchit`.

use std::process::Command;

use anyhow::{Result, ensure};
use serde::Serialize;

use crate::binaries::Binaries;
use crate::callgrind;
use crate::report::{Bars, Part, Section, about_load, load, row};
use crate::servers::OURS;

pub(crate) const TITLE: &str = "Lookup";
const TABLES: [&str; 4] = ["static", "github", "gplus", "parse"];
const ASKED: [&str; 3] = ["hits", "misses", "wrong-methods"];
const MATCHIT: [&str; 2] = ["matchit-one", "matchit-each"];
/// The loop around the lookups, which is taken off.
const NOTHING: &str = "nothing";
const WORST: [&str; 3] = ["adversarial-4", "adversarial-8", "adversarial-12"];
const MANY: [&str; 5] = ["many-1", "many-10", "many-100", "many-1000", "many-10000"];

#[derive(Debug, Clone, Serialize)]
struct Figure {
    table: &'static str,
    asked: &'static str,
    side: &'static str,
    instructions: f64,
    allocations: f64,
}

pub(crate) fn run(binaries: &Binaries, quick: bool) -> Result<Section> {
    let mut section = Section::new(TITLE, "cargo run -p bench --release -- lookup");
    let mut figures = Vec::new();
    let tables = if quick { &TABLES[1..2] } else { &TABLES[..] };
    section.text(
        "Instructions a lookup, of fingerpost as a ratio to those of `matchit` 0.9, less the loop around them; one matchit \
         with a row of methods at each path, and one for each method, of which all are asked for `Allow`. Ours decodes \
         the path's escapes too; nobody prints `Allow`. All routers agree on all the requests.",
    );
    public(binaries, tables, &mut figures, &mut section)?;
    worst(binaries, &mut figures, &mut section)?;
    many(binaries, if quick { &MANY[..4] } else { &MANY }, &mut figures, &mut section)?;
    build(binaries, &mut section)?;
    let most = figures.iter().filter(|figure| figure.side == OURS).map(|figure| figure.allocations);
    let most = most.fold(0.0, f64::max);
    section.judge(4, "nothing allocated", format!("{most:.1} at most"), most == 0.0);
    section.figures = serde_json::json!(figures);
    Ok(section)
}

fn measure(
    binaries: &Binaries,
    table: &'static str,
    asked: &'static str,
    side: &'static str,
) -> Result<Figure> {
    let program = binaries.program("lookup", "lookup")?;
    let file = binaries.kept.join("lookup.callgrind");
    let cost = callgrind::program(&file, &program, &[side, table, asked], [5, 25])?;
    let (instructions, allocations) = (cost.instructions(), cost.allocations());
    Ok(Figure { table, asked, side, instructions, allocations })
}

/// The figures of these sides, less the loop.
fn sides(
    binaries: &Binaries,
    table: &'static str,
    asked: &'static str,
    sides: &[&'static str],
) -> Result<Vec<Figure>> {
    let nothing = measure(binaries, table, asked, NOTHING)?.instructions;
    let less = |side: &&'static str| {
        let mut figure = measure(binaries, table, asked, side)?;
        figure.instructions -= nothing;
        eprintln!("{figure:?}");
        Ok(figure)
    };
    sides.iter().map(less).collect()
}

fn public(
    binaries: &Binaries,
    tables: &[&'static str],
    figures: &mut Vec<Figure>,
    section: &mut Section,
) -> Result<()> {
    let mut rows = vec![row(["table", "asked", "ours", "to one matchit", "to one for each method"])];
    let mut groups = Vec::new();
    for table in tables {
        for asked in ASKED {
            let found = sides(binaries, table, asked, &[OURS, MATCHIT[0], MATCHIT[1]])?;
            let [ours, one, each] = &found[..] else { unreachable!("three sides were asked for") };
            let [one, each] = [one, each].map(|other| ours.instructions / other.instructions);
            let cells = [
                (*table).to_owned(),
                asked.to_owned(),
                format!("{:.0}", ours.instructions),
                format!("{one:.2}"),
                format!("{each:.2}"),
            ];
            rows.push(row(cells));
            section.judge(
                4,
                format!("{table}, {asked}: at most half of matchit's, the better of both"),
                format!("{:.2}", one.max(each)),
                one.max(each) <= 0.5,
            );
            let bars =
                found.iter().map(|figure| (figure.side.to_owned(), figure.instructions)).collect::<Vec<_>>();
            groups.push((format!("{table}, {asked}"), bars));
            figures.extend(found);
        }
    }
    section.table(rows);
    let title = "Instructions a lookup".to_owned();
    section.parts.push(Part::Plot(Bars { name: "lookup".to_owned(), title, groups }));
    Ok(())
}

/// A path on which a router that goes back and tries again does so at each of its segments.
fn worst(binaries: &Binaries, figures: &mut Vec<Figure>, section: &mut Section) -> Result<()> {
    section.text(
        "An adversarial table: of N segments each is a literal or a capture, all 2^N routes of them, one more literal \
         behind; asked for the path that matches all of them but for its last segment.",
    );
    let mut rows = vec![row(["table", "routes", "bytes", "ours", "a byte", "to one matchit"])];
    let mut a_byte = Vec::new();
    for (table, size) in WORST.into_iter().zip([4_u32, 8, 12]) {
        let found = sides(binaries, table, "worst", &[OURS, MATCHIT[0]])?;
        let bytes = f64::from(2 * size + 8);
        a_byte.push(found[0].instructions / bytes);
        rows.push(row([
            table.to_owned(),
            (1_u32 << size).to_string(),
            bytes.to_string(),
            format!("{:.0}", found[0].instructions),
            format!("{:.0}", found[0].instructions / bytes),
            format!("{:.3}", found[0].instructions / found[1].instructions),
        ]));
        figures.extend(found);
    }
    section.table(rows);
    section.judge(
        4,
        "worst case linear in the path's length: no more a byte for 12 segments than twice that for 4",
        format!("{:.0} and {:.0}", a_byte[2], a_byte[0]),
        a_byte[2] <= 2.0 * a_byte[0],
    );
    Ok(())
}

fn many(
    binaries: &Binaries,
    tables: &[&'static str],
    figures: &mut Vec<Figure>,
    section: &mut Section,
) -> Result<()> {
    section.text("Hits in a table of N routes, as a ratio to those in a table of one.");
    let mut rows = vec![row(["table", "ours", "to a table of one", "to one matchit"])];
    let mut of_one = None;
    let mut last = 0.0;
    for table in tables {
        let found = sides(binaries, table, "hits", &[OURS, MATCHIT[0]])?;
        let ours = found[0].instructions;
        last = ours / *of_one.get_or_insert(ours);
        let to_matchit = format!("{:.2}", ours / found[1].instructions);
        rows.push(row([(*table).to_owned(), format!("{ours:.0}"), format!("{last:.3}"), to_matchit]));
        figures.extend(found);
    }
    section.table(rows);
    let most = tables.last().and_then(|table| table.strip_prefix("many-")).unwrap_or_default();
    section.judge(
        5,
        format!("a lookup costs the same, within 5 %, in tables of 1 and of {most} routes"),
        format!("{last:.3}"),
        last <= 1.05,
    );
    Ok(())
}

fn build(binaries: &Binaries, section: &mut Section) -> Result<()> {
    let load = load();
    let output =
        Command::new(binaries.program("lookup", "lookup")?).args(["build", "many-10000"]).output()?;
    ensure!(output.status.success(), "the router does not build");
    let milliseconds: f64 = str::from_utf8(&output.stdout)?.trim().parse()?;
    section.text(format!(
        "10,000 routes are built in {milliseconds:.1} ms, the least of twenty. {}",
        about_load(load)
    ));
    section.judge(
        4,
        "10,000 routes build in milliseconds",
        format!("{milliseconds:.1} ms"),
        milliseconds < 10.0,
    );
    Ok(())
}
