//! Paths as other frameworks write them, each answered with ours.

use super::path::{is_name, outside_braces};

/// Syntaxes of other frameworks, answered with ours.
pub(super) fn foreign(value: &str) -> Option<String> {
    if let Some(path) = behind_the_host(value) {
        return Some(format!("a path has no scheme and host\nhelp: `\"{path}\"`"));
    }
    if let Some((_, after)) = value.split_once("${") {
        let name = after.split('}').next().unwrap_or_default();
        return Some(format!("`${{{name}}}` is how other languages write it\nhelp: `{{{name}}}`"));
    }
    if let Some((written, name)) = named_group(value) {
        return Some(format!(
            "`{written}` is how other frameworks write a capture\nhelp: `{{{name}}}`; its type is the argument's"
        ));
    }
    let bare: String = outside_braces(value).collect();
    if bare.contains('\\') {
        return Some("a path has no backslash (RFC 3986 §3.3)\nhelp: segments are divided by `/`".to_owned());
    }
    if bare.contains("|/") {
        return Some(
            "a handler has one path\nhelp: for another path write a second function that calls this one"
                .to_owned(),
        );
    }
    if bare.contains("(/") {
        return Some("a segment cannot be optional\nhelp: write a second route without it".to_owned());
    }
    if value.split('/').any(|segment| matches!(segment, "*" | "**")) {
        return Some(
            "`*` is how other frameworks write the rest of a path\nhelp: `{*rest}`, with an argument `rest`"
                .to_owned(),
        );
    }
    let (path, query) = value.split_once('?').unwrap_or((value, ""));
    let in_query = query.split('&').find_map(|parameter| marked(parameter, true));
    path.split('/').find_map(|segment| marked(segment, false)).or(in_query)
}

/// The path of `http://host/path` and of `host:8080/path`.
fn behind_the_host(value: &str) -> Option<&str> {
    let behind = match value.split_once("://") {
        Some((_, behind)) => behind,
        None => {
            let (host, _) = value.split_once('/')?;
            let (_, port) = host.split_once(':')?;
            let is_port = !port.is_empty() && port.bytes().all(|digit| digit.is_ascii_digit());
            is_port.then_some(value)?
        }
    };
    Some(behind.find('/').map_or("/", |at| &behind[at..]))
}

/// `(?P<id>[0-9]+)`, as regular expressions name a group, and `:id(\d+)`, as Express does.
fn named_group(value: &str) -> Option<(&str, &str)> {
    if let Some(at) = ["(?P<", "(?<"].into_iter().find_map(|open| value.find(open)) {
        let (name, _) = value[at..].split_once('<')?.1.split_once('>')?;
        let end = value[at..].find(')').map_or(value.len(), |end| at + end + 1);
        return is_name(name).then_some((&value[at..end], name));
    }
    value.split('/').find_map(|segment| {
        let (name, _) = segment.strip_prefix(':')?.split_once('(')?;
        is_name(name).then_some((segment, name))
    })
}

/// A segment or a parameter with the marks of other frameworks.
fn marked(text: &str, in_query: bool) -> Option<String> {
    if let Some(name) = text.strip_prefix(':').filter(|name| is_name(name.trim_end_matches('?'))) {
        let name = name.trim_end_matches('?');
        return Some(format!("`:{name}` is how other frameworks write a capture\nhelp: `{{{name}}}`"));
    }
    if let Some(name) = text.strip_prefix('*').filter(|name| is_name(name)) {
        return Some(format!("`*{name}` is how other frameworks write a rest capture\nhelp: `{{*{name}}}`"));
    }
    let (inner, _) = text.split_once('<')?.1.split_once('>')?;
    let name = inner.split_once(':').map_or(inner, |(_, name)| name);
    let name = name.trim_end_matches("..");
    let help = match (inner.ends_with("..") || inner.starts_with("path:"), in_query) {
        (true, true) => ALL_OF_A_QUERY.to_owned(),
        (true, false) => format!("`{{*{name}}}`; its type is the argument's"),
        (false, _) => format!("`{{{name}}}`; its type is the argument's"),
    };
    Some(format!("`<{inner}>` is how other frameworks write a capture\nhelp: {help}"))
}

/// What takes a whole query.
pub(super) const ALL_OF_A_QUERY: &str =
    "all parameters at once are an argument of type `Query<T>`, which the path does not name";

/// What stands in braces and is no name.
pub(super) fn no_name(inner: &str) -> String {
    let plain = inner.trim_matches(|mark: char| matches!(mark, '.' | '*' | '+'));
    if plain != inner && is_name(plain) {
        return format!("`{{{inner}}}` is not how the rest of a path is captured\nhelp: `{{*{plain}}}`");
    }
    if inner == "$" {
        return "a path ends where it is written\nhelp: remove `{$}`".to_owned();
    }
    if let Some((name, _)) = inner.split_once('=').filter(|(name, _)| is_name(name.trim())) {
        let name = name.trim();
        return format!(
            "a capture of the path has no default: a path that matches has it\nhelp: `{{{name}}}`; for a path without it write a second route"
        );
    }
    if let Some(name) = inner.strip_prefix('/').map(|name| name.trim_start_matches(':'))
        && is_name(name)
    {
        return format!("a segment cannot be optional\nhelp: `/{{{name}}}`, and a second route without it");
    }
    let words = inner.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
    let words: Vec<&str> = words.filter(|word| is_name(word)).collect();
    let help = match (inner.chars().next(), &words[..]) {
        (Some('?' | '&'), names @ [_, ..]) => {
            let names: Vec<String> = names.iter().map(|name| format!("{{{name}}}")).collect();
            format!("at the end of the path `?{}`", names.join("&"))
        }
        // `{post-id}`
        (_, [_, _, ..]) if is_name(&inner.replace('-', "_")) => format!("`{{{}}}`", inner.replace('-', "_")),
        (_, [name, ..]) if *name != inner && !inner.contains('|') => format!("`{{{name}}}`"),
        _ if inner == "_" => "`{name}`, with an argument `_name` where it is not used".to_owned(),
        _ => "`{name}`".to_owned(),
    };
    format!("`{inner}` cannot be the name of an argument\nhelp: {help}")
}

/// A segment that names an argument without being a capture: `[id]`, `$id`, `id`. What to write instead.
pub(super) fn capture_meant(literal: &str, name: &str) -> Option<String> {
    let is_mark = |letter: char| matches!(letter, '[' | ']' | '(' | ')' | '$' | '@' | '.' | '%');
    let inner = literal.trim_matches(is_mark);
    // `[id=integer]`
    let inner = inner.split_once('=').map_or(inner, |(name, _)| name);
    (inner == name).then(|| {
        let star = if literal.contains("..") { "*" } else { "" };
        format!("`{literal}` in the path is text, and an argument has its name\nhelp: a capture is `{{{star}{name}}}`")
    })
}
