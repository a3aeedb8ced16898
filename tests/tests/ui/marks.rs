//! Marks: where a program says that its error stands.
//!
//! A comment under the line has carets under the token. A token that begins where the comment does begins with `<`.
//!
//! ```text
//! #[get("/", status = "201")]
//! //~                 ^^^^^
//! impl Posts {
//! //~<
//! ```

use crate::diagnostics::Span;

/// The columns of one line that a token takes.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    line: usize,
    start: usize,
    end: usize,
}

impl Mark {
    pub(crate) fn holds(&self, span: &Span) -> bool {
        (span.line_start, span.line_end) == (self.line, self.line)
            && (self.start..=self.end).contains(&span.column_start)
            && (self.start..=self.end).contains(&span.column_end)
    }
}

/// All marks of a program, in its order.
pub(crate) fn marks(source: &str) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut marked = 0;
    for (at, line) in source.lines().enumerate() {
        match line.trim_start().strip_prefix("//~") {
            Some(_) => {
                marks.extend(carets(line).into_iter().map(|(start, end)| Mark { line: marked, start, end }));
            }
            None => marked = at + 1,
        }
    }
    marks
}

/// The columns of each run of carets, counted from one as the compiler does, the end excluded.
fn carets(line: &str) -> Vec<(usize, usize)> {
    let indent = line.len() - line.trim_start().len();
    let letters: Vec<char> = line.chars().collect();
    let mut runs = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let length = letters[at..].iter().take_while(|letter| matches!(letter, '^' | '<')).count();
        if length > 0 {
            let start = if letters[at] == '<' { indent } else { at };
            runs.push((start + 1, at + length + 1));
        }
        at += length.max(1);
    }
    runs
}

#[test]
fn a_mark_is_the_token_above_it() {
    let source = "fn f(name: &str) {}\n// \n//~^ ^^^^  ^^^^\n    routes![f]\n    //~<^^^^^\n";
    let mark = |line, start, end| Mark { line, start, end };
    assert_eq!(marks(source), [mark(2, 4, 5), mark(2, 6, 10), mark(2, 12, 16), mark(4, 5, 14)]);
}
