//! The values of a manifest, each under all of its keys.

use toml_parser::Source;
use toml_parser::parser::{Event, EventKind, RecursionGuard, parse_document};

/// Deeper than this no manifest nests.
const DEEPEST: u32 = 64;

/// Every value that stands in no array. What is no TOML, as a file may be that is being written, is passed over.
pub(super) fn entries(text: &str) -> Vec<(Vec<String>, String)> {
    let source = Source::new(text);
    let mut reading = Reading { source, keys: Vec::new(), above: vec![0], arrays: 0, entries: Vec::new() };
    let mut receiver = |event: Event| reading.take(event);
    parse_document(&source.lex().into_vec(), &mut RecursionGuard::new(&mut receiver, DEEPEST), &mut ());
    reading.entries
}

struct Reading<'a> {
    source: Source<'a>,
    /// Those of the tables that are open, then those of the value.
    keys: Vec<String>,
    /// How many keys are those of tables: of the one that has a header, then of each that is open within its value.
    above: Vec<usize>,
    arrays: u32,
    entries: Vec<(Vec<String>, String)>,
}

impl Reading<'_> {
    fn take(&mut self, event: Event) {
        let text = || self.source.get(event).unwrap_or_else(|| unreachable!("the parser is of this text"));
        match event.kind() {
            EventKind::StdTableOpen | EventKind::ArrayTableOpen => {
                self.keys.clear();
                self.above = vec![0];
                self.arrays = 0;
            }
            EventKind::StdTableClose | EventKind::ArrayTableClose => self.above = vec![self.keys.len()],
            EventKind::SimpleKey => {
                let mut key = String::new();
                text().decode_key(&mut key, &mut ());
                self.keys.push(key);
            }
            EventKind::Scalar => {
                let mut value = String::new();
                let _ = text().decode_scalar(&mut value, &mut ());
                if self.arrays == 0 {
                    self.entries.push((self.keys.clone(), value));
                }
                self.end_of_value();
            }
            EventKind::InlineTableOpen => self.above.push(self.keys.len()),
            EventKind::InlineTableClose => {
                self.above.pop();
                self.end_of_value();
            }
            EventKind::ArrayOpen => self.arrays += 1,
            EventKind::ArrayClose => {
                self.arrays = self.arrays.saturating_sub(1);
                self.end_of_value();
            }
            // Also of one that is missing.
            EventKind::Newline => self.end_of_value(),
            _ => {}
        }
    }

    fn end_of_value(&mut self) {
        self.keys.truncate(self.above.last().copied().unwrap_or_default());
    }
}
