//! `PathPattern`: `"/posts/{id}?{q}"` as segments, captures and query parameters.

use syn::LitStr;

use super::foreign::{foreign, no_name};
use super::query::{QueryParameter, query_parameters};
use crate::errors::Errors;

/// A path as the attribute writes it.
#[derive(Default)]
pub(crate) struct PathPattern {
    /// Without the query part, braces as written.
    pub(crate) text: String,
    pub(crate) segments: Vec<Segment>,
    pub(crate) query: Vec<QueryParameter>,
}

pub(crate) enum Segment {
    Literal(String),
    /// Text before, the capture's name, text after.
    Partial(String, String, String),
    Capture(String),
    Rest(String),
    RestOrNothing(String),
}

impl Segment {
    /// Its text, where it is nothing else.
    pub(crate) fn literal(&self) -> Option<&str> {
        match self {
            Self::Literal(text) => Some(text),
            _ => None,
        }
    }

    /// The name of its capture.
    pub(crate) fn capture(&self) -> Option<&str> {
        match self {
            Self::Literal(_) => None,
            Self::Partial(_, name, _)
            | Self::Capture(name)
            | Self::Rest(name)
            | Self::RestOrNothing(name) => Some(name),
        }
    }
}

impl PathPattern {
    /// The names of the captures, in order.
    pub(crate) fn captures(&self) -> impl Iterator<Item = &str> {
        self.segments.iter().filter_map(Segment::capture)
    }
}

/// The most captures a path may have: they are kept beside the request, not on the heap.
const MAX_CAPTURES: usize = 16;

/// A piece of a pattern between slashes: text, or what stands in braces.
enum Piece {
    Text(String),
    Braced(String),
}

/// Parses the path; every mistake is reported, and what could be understood is returned.
pub(crate) fn parse(path: &LitStr, errors: &mut Errors) -> PathPattern {
    let value = path.value();
    let mut mistakes = Vec::new();
    let pattern = pattern(&value, &mut mistakes);
    for mistake in mistakes {
        errors.push(path, mistake);
    }
    pattern
}

fn pattern(value: &str, mistakes: &mut Vec<String>) -> PathPattern {
    if let Some(mistake) = foreign(value) {
        mistakes.push(mistake);
        return PathPattern::default();
    }
    let (path, query) = split_query(value);
    let mut pattern = PathPattern { text: path.to_owned(), ..PathPattern::default() };
    let Some(rest) = path.strip_prefix('/') else {
        mistakes.push(if value.is_empty() {
            "the path is empty\nhelp: the root is `\"/\"`".to_owned()
        } else {
            // `./posts`, `~/posts`, `^/posts`
            let behind = value.trim_start_matches(['.', '~', '^']);
            let behind = behind.strip_prefix('/').unwrap_or(value);
            format!("a path starts with `/`\nhelp: `\"/{behind}\"`")
        });
        return pattern;
    };
    if let Some(strange) =
        outside_braces(path).find(|letter| letter.is_whitespace() || letter.is_control() || *letter == '#')
    {
        mistakes.push(format!("a path has no {}\nhelp: remove it, or let a capture take it", show(strange)));
        return pattern;
    }
    let texts = split_segments(rest);
    let last = texts.len() - 1;
    for (at, text) in texts.into_iter().enumerate() {
        if text.is_empty() && at != last {
            mistakes.push(format!("`{path}` has an empty segment (`//`)\nhelp: write one slash"));
            continue;
        }
        match segment(text, at == last) {
            Ok(segment) => pattern.segments.push(segment),
            Err(mistake) => mistakes.push(mistake),
        }
    }
    if pattern.captures().count() > MAX_CAPTURES {
        mistakes.push(format!(
            "a path has at most {MAX_CAPTURES} captures\nhelp: take the rest with `{{*rest}}`"
        ));
    }
    if let Some(query) = query {
        pattern.query = query_parameters(query, mistakes);
    }
    reject_repeated_names(&pattern, mistakes);
    pattern
}

/// What stands in braces is judged as the name that it is.
pub(super) fn outside_braces(path: &str) -> impl Iterator<Item = char> {
    let mut depth = 0_u32;
    path.chars().filter(move |letter| {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0
    })
}

fn show(letter: char) -> String {
    match letter {
        ' ' => "space".to_owned(),
        '\n' | '\r' => "line break".to_owned(),
        '\t' => "tab".to_owned(),
        other => format!("`{}`", other.escape_default()),
    }
}

/// The query part starts at the first `?` that is not in braces.
fn split_query(value: &str) -> (&str, Option<&str>) {
    let mut depth = 0_u32;
    for (at, letter) in value.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            '?' if depth == 0 => return (&value[..at], Some(&value[at + 1..])),
            _ => {}
        }
    }
    (value, None)
}

/// Splits at slashes that are not in braces.
fn split_segments(path: &str) -> Vec<&str> {
    let mut segments = Vec::new();
    let (mut depth, mut start) = (0_u32, 0);
    for (at, letter) in path.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            '/' if depth == 0 => {
                segments.push(&path[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    segments.push(&path[start..]);
    segments
}

fn segment(text: &str, is_last: bool) -> Result<Segment, String> {
    let mut before = String::new();
    let mut capture = None;
    let mut after = String::new();
    for piece in pieces(text)? {
        match (piece, &capture) {
            (Piece::Text(text), None) => before.push_str(&text),
            (Piece::Text(text), Some(_)) => after.push_str(&text),
            (Piece::Braced(inner), None) => capture = Some(inner),
            (Piece::Braced(_), Some(_)) => {
                return Err(format!(
                    "`{text}` has two captures, and a segment has one\nhelp: put a `/` between them, or capture the whole segment and take it apart in the handler"
                ));
            }
        }
    }
    let Some(inner) = capture else { return Ok(Segment::Literal(literal(before)?)) };
    let (before, after) = (literal(before)?, literal(after)?);
    if let Some(rest) = inner.strip_prefix('*') {
        let (name, or_nothing) = match rest.strip_suffix('?') {
            Some(name) => (name, true),
            None => (rest, false),
        };
        let name = name_of(name, &inner)?;
        return match (is_last, before.is_empty() && after.is_empty()) {
            (false, _) => Err(format!(
                "`{{{inner}}}` takes the rest of the path, so nothing can follow it\nhelp: put it last, or capture one segment with `{{{name}}}`"
            )),
            (_, false) => Err(format!(
                "`{{{inner}}}` takes whole segments\nhelp: put a `/` before it, and no text after it"
            )),
            _ if or_nothing => Ok(Segment::RestOrNothing(name)),
            _ => Ok(Segment::Rest(name)),
        };
    }
    let name = name_of(&inner, &inner)?;
    if before.is_empty() && after.is_empty() {
        Ok(Segment::Capture(name))
    } else {
        Ok(Segment::Partial(before, name, after))
    }
}

/// Text and braces, `{{` and `}}` unescaped.
fn pieces(text: &str) -> Result<Vec<Piece>, String> {
    let mut pieces = Vec::new();
    let mut literal = String::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '{' if letters.next_if_eq(&'{').is_some() => literal.push('{'),
            '}' if letters.next_if_eq(&'}').is_some() => literal.push('}'),
            '}' => {
                return Err(format!(
                    "`{text}` has a `}}` that nothing opens\nhelp: a brace itself is written `}}}}`"
                ));
            }
            '{' => {
                if !literal.is_empty() {
                    pieces.push(Piece::Text(std::mem::take(&mut literal)));
                }
                let mut inner = String::new();
                loop {
                    match letters.next() {
                        Some('}') => break,
                        Some(letter) => inner.push(letter),
                        None => {
                            return Err(format!(
                                "`{text}` has a `{{` that nothing closes\nhelp: `{{name}}`; a brace itself is written `{{{{`"
                            ));
                        }
                    }
                }
                pieces.push(Piece::Braced(inner));
            }
            other => literal.push(other),
        }
    }
    if !literal.is_empty() {
        pieces.push(Piece::Text(literal));
    }
    Ok(pieces)
}

/// Literal text is written decoded.
fn literal(text: String) -> Result<String, String> {
    let bytes = text.as_bytes();
    let escaped = bytes
        .windows(3)
        .any(|three| three[0] == b'%' && three[1].is_ascii_hexdigit() && three[2].is_ascii_hexdigit());
    if escaped {
        return Err(format!(
            "`{text}` is percent-encoded, and paths are written decoded\nhelp: write the letters themselves: `/café`"
        ));
    }
    if text == "." || text == ".." {
        return Err(format!(
            "no request has a `{text}` segment (RFC 3986 §5.2.4)\nhelp: write the path without it"
        ));
    }
    Ok(text)
}

pub(super) fn name_of(name: &str, inner: &str) -> Result<String, String> {
    // `{/:id}` is an optional segment elsewhere.
    if let Some((name, constraint)) = inner.split_once(':').filter(|(name, _)| is_name(name.trim())) {
        let is_rest = constraint.trim() == "path" || (constraint.contains('*') && !constraint.contains('['));
        let star = if is_rest { "*" } else { "" };
        return Err(format!(
            "`{{{inner}}}` is how other frameworks write a constraint\nhelp: `{{{star}{}}}`, and let the argument's type check it",
            name.trim()
        ));
    }
    if name.is_empty() {
        return Err("a capture has a name\nhelp: `{name}`, the name of an argument".to_owned());
    }
    if let Some(trimmed) = Some(name.trim()).filter(|trimmed| *trimmed != name && is_name(trimmed)) {
        return Err(format!("`{{{name}}}` has spaces in it\nhelp: `{{{trimmed}}}`"));
    }
    if let Some(plain) = name.strip_suffix('?').filter(|plain| is_name(plain)) {
        return Err(format!(
            "a segment cannot be optional\nhelp: write a second route without it, or make it a query parameter: `?{{{plain}}}`"
        ));
    }
    if let Some(plain) = name.strip_prefix("r#") {
        return Err(format!(
            "a path spells names without `r#`\nhelp: `{{{plain}}}`, of an argument `{name}`"
        ));
    }
    if !is_name(name) {
        return Err(no_name(inner));
    }
    Ok(name.to_owned())
}

pub(super) fn is_name(name: &str) -> bool {
    // What needs no parser.
    let is_usual = |letter: u8| letter.is_ascii_alphanumeric() || letter == b'_';
    if name != "_"
        && name.starts_with(|first: char| first.is_ascii_lowercase() || first == '_')
        && name.bytes().all(is_usual)
    {
        // Words of the language are written `r#…` as arguments, but these.
        return !["crate", "self", "super"].contains(&name);
    }
    syn::parse_str::<proc_macro2::Ident>(name).is_ok_and(|_| !name.starts_with("r#"))
        || (!name.is_empty()
            && name != "_"
            && syn::parse_str::<proc_macro2::Ident>(&format!("r#{name}")).is_ok())
}

fn reject_repeated_names(pattern: &PathPattern, mistakes: &mut Vec<String>) {
    let names: Vec<&str> =
        pattern.captures().chain(pattern.query.iter().map(|parameter| parameter.name.as_str())).collect();
    for (at, name) in names.iter().enumerate() {
        if names[..at].contains(name) {
            mistakes.push(format!("`{{{name}}}` is captured twice\nhelp: give one of them another name"));
        }
    }
}
