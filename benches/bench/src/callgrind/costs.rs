//! `Costs`: what a callgrind file says, by function.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use anyhow::{Context, Result, ensure};

/// Counts of a run, or of the difference between two.
#[derive(Debug, Default)]
pub(crate) struct Costs {
    pub(crate) instructions: i64,
    /// Instructions of each function itself.
    pub(crate) functions: BTreeMap<String, i64>,
    /// How often each function was called.
    pub(crate) calls: BTreeMap<String, i64>,
}

impl Costs {
    pub(crate) fn read(file: &Path) -> Result<Self> {
        let mut reader = Reader::default();
        for line in BufReader::new(File::open(file)?).lines() {
            reader.line(&line?)?;
        }
        ensure!(reader.costs.instructions > 0, "it has no costs");
        Ok(reader.costs)
    }

    pub(crate) fn minus(&self, other: &Self) -> Self {
        Self {
            instructions: self.instructions - other.instructions,
            functions: difference(&self.functions, &other.functions),
            calls: difference(&self.calls, &other.calls),
        }
    }
}

fn difference(ours: &BTreeMap<String, i64>, theirs: &BTreeMap<String, i64>) -> BTreeMap<String, i64> {
    let mut difference = ours.clone();
    for (name, cost) in theirs {
        *difference.entry(name.clone()).or_default() -= cost;
    }
    difference.retain(|_, cost| *cost != 0);
    difference
}

/// Reads line by line: `fn=` opens a function, lines of costs are its own, but for the one after `calls=`.
#[derive(Default)]
struct Reader {
    costs: Costs,
    names: BTreeMap<String, String>,
    function: String,
    called: String,
    after_calls: bool,
}

impl Reader {
    fn line(&mut self, line: &str) -> Result<()> {
        if let Some(name) = line.strip_prefix("fn=") {
            self.function = self.name(name)?;
        } else if let Some(name) = line.strip_prefix("cfn=") {
            self.called = self.name(name)?;
        } else if let Some(calls) = line.strip_prefix("calls=") {
            let calls: i64 = calls.split(' ').next().unwrap_or_default().parse()?;
            *self.costs.calls.entry(self.called.clone()).or_default() += calls;
            self.after_calls = true;
        } else if line.starts_with(|first: char| first.is_ascii_digit() || "+-*".contains(first)) {
            self.cost(line)?;
        }
        Ok(())
    }

    fn cost(&mut self, line: &str) -> Result<()> {
        if std::mem::take(&mut self.after_calls) {
            return Ok(());
        }
        let cost: i64 = line.split(' ').nth(1).context("a line without costs")?.parse()?;
        self.costs.instructions += cost;
        *self.costs.functions.entry(self.function.clone()).or_default() += cost;
        Ok(())
    }

    /// A name is written out once, `(7) malloc`, and is `(7)` from then on.
    fn name(&mut self, written: &str) -> Result<String> {
        let (number, name) = written.split_once(") ").unwrap_or((written.trim_end_matches(')'), ""));
        if !name.is_empty() {
            self.names.insert(number.to_owned(), name.to_owned());
        }
        self.names.get(number).cloned().with_context(|| format!("a name before its meaning: {written}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "\
version: 1
positions: line
events: Ir
summary: 1130

fl=(1) main.rs
fn=(1) main
16 20
cfn=(2) malloc
calls=3 50
+1 400
fi=(2) inlined.rs
7 10
fn=(2)
-4 1000
* 100

totals: 1130
";

    #[test]
    fn costs_are_a_functions_own_and_calls_are_counted() {
        let mut reader = Reader::default();
        FILE.lines().for_each(|line| reader.line(line).unwrap());
        let Costs { instructions, functions, calls } = reader.costs;
        assert_eq!(instructions, 1130);
        assert_eq!(functions, BTreeMap::from([("main".to_owned(), 30), ("malloc".to_owned(), 1100)]));
        assert_eq!(calls, BTreeMap::from([("malloc".to_owned(), 3)]));
    }
}
