//! A text with the fields filled in: `"no post {id}"`, in the language of `format!`.

/// One part of a format string.
#[derive(Debug)]
enum Part<'a> {
    Text(String),
    Hole { name: &'a str, spec: &'a str },
}

/// A format string, read.
#[derive(Debug)]
pub(super) struct Holes<'a>(Vec<Part<'a>>);

impl<'a> Holes<'a> {
    /// # Errors
    /// What is wrong with the braces, in words.
    pub(super) fn read(text: &'a str) -> Result<Self, String> {
        let mut parts = Vec::new();
        let mut plain = String::new();
        let mut rest = text;
        while let Some(at) = rest.find(['{', '}']) {
            plain.push_str(&rest[..at]);
            let brace = &rest[at..=at];
            rest = &rest[at + 1..];
            if let Some(behind) = rest.strip_prefix(brace) {
                plain.push_str(brace);
                rest = behind;
            } else if brace == "}" {
                return Err(
                    "a `}` closes nothing\nhelp: a brace that stands for itself is written twice: `}}`"
                        .to_owned(),
                );
            } else {
                let Some(end) = rest.find('}') else {
                    return Err(
                        "a `{` is not closed\nhelp: a brace that stands for itself is written twice: `{{`"
                            .to_owned(),
                    );
                };
                let (name, spec) = rest[..end].split_once(':').unwrap_or((&rest[..end], ""));
                parts.push(Part::Text(std::mem::take(&mut plain)));
                parts.push(Part::Hole { name: name.trim(), spec: spec.trim_end() });
                rest = &rest[end + 1..];
            }
        }
        plain.push_str(rest);
        parts.push(Part::Text(plain));
        Ok(Self(parts))
    }

    /// The text itself, where there is nothing to fill in.
    pub(super) fn plain(&self) -> Option<&str> {
        match &self.0[..] {
            [Part::Text(text)] => Some(text),
            _ => None,
        }
    }

    /// Every name, with the trait that formats it; `None` where it is a width or a precision.
    pub(super) fn names(&self) -> impl Iterator<Item = (&'a str, Option<&'static str>)> {
        self.0.iter().flat_map(|part| match *part {
            Part::Text(_) => Vec::new(),
            Part::Hole { name, spec } => {
                let mut names = vec![(name, Some(formatting_trait(spec)))];
                names.extend(counts(spec).map(|count| (count, None)));
                names
            }
        })
    }

    /// The format string again, each name in it replaced.
    pub(super) fn renamed(&self, rename: impl Fn(&str) -> String) -> String {
        let mut text = String::new();
        for part in &self.0 {
            match *part {
                Part::Text(ref plain) => text.push_str(&plain.replace('{', "{{").replace('}', "}}")),
                Part::Hole { name, spec } => {
                    text.push('{');
                    text.push_str(&rename(name));
                    if !spec.is_empty() {
                        text.push(':');
                        text.push_str(&renamed_spec(spec, &rename));
                    }
                    text.push('}');
                }
            }
        }
        text
    }
}

fn renamed_spec(spec: &str, rename: impl Fn(&str) -> String) -> String {
    let mut text = String::new();
    let mut pieces = spec.split('$').peekable();
    while let Some(piece) = pieces.next() {
        if pieces.peek().is_none() {
            text.push_str(piece);
        } else {
            let at = count_start(piece);
            text.push_str(&piece[..at]);
            text.push_str(&rename(&piece[at..]));
            text.push('$');
        }
    }
    text
}

/// The names of a width and a precision: `{0:>width$.precision$}`.
fn counts(spec: &str) -> impl Iterator<Item = &str> {
    let last = spec.matches('$').count();
    spec.split('$').take(last).map(|piece| &piece[count_start(piece)..])
}

/// Where the name at the end of a piece begins. A flag `0` before a name does not belong to it.
fn count_start(piece: &str) -> usize {
    let is_part = |c: char| c == '_' || c.is_alphanumeric();
    let at = piece
        .rfind(|c| !is_part(c))
        .map_or(0, |at| at + piece[at..].chars().next().map_or(1, char::len_utf8));
    let name = &piece[at..];
    let is_flagged =
        name.len() > 1 && name.starts_with('0') && !name.bytes().all(|byte| byte.is_ascii_digit());
    at + usize::from(is_flagged)
}

fn formatting_trait(spec: &str) -> &'static str {
    match spec.as_bytes() {
        [.., b'?'] => "Debug",
        [.., b'x'] => "LowerHex",
        [.., b'X'] => "UpperHex",
        [.., b'o'] => "Octal",
        [.., b'b'] => "Binary",
        [.., b'e'] => "LowerExp",
        [.., b'E'] => "UpperExp",
        [.., b'p'] => "Pointer",
        _ => "Display",
    }
}
