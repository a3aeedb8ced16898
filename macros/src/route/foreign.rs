//! Paths as other frameworks write them, each answered with ours.

use super::path::is_name;

/// Syntaxes of other frameworks, answered with ours.
pub(super) fn foreign(value: &str) -> Option<String> {
    if value.contains("://") {
        let path =
            value.split("://").nth(1).and_then(|rest| rest.find('/').map(|at| &rest[at..])).unwrap_or("/");
        return Some(format!("a path has no scheme and host\nhelp: `\"{path}\"`"));
    }
    if let Some((_, after)) = value.split_once("${") {
        let name = after.split('}').next().unwrap_or_default();
        return Some(format!("`${{{name}}}` is how other languages write it\nhelp: `{{{name}}}`"));
    }
    if value.contains('\\') {
        return Some("a path has no backslash (RFC 3986 §3.3)\nhelp: segments are divided by `/`".to_owned());
    }
    if value.split('/').any(|segment| matches!(segment, "*" | "**")) {
        return Some(
            "`*` is how other frameworks write the rest of a path\nhelp: `{*rest}`, with an argument `rest`"
                .to_owned(),
        );
    }
    for segment in value.split(['/', '?', '&']) {
        if let Some(name) = segment.strip_prefix(':').filter(|name| is_name(name)) {
            return Some(format!("`:{name}` is how other frameworks write a capture\nhelp: `{{{name}}}`"));
        }
        if let Some(name) = segment.strip_prefix('*').filter(|name| is_name(name)) {
            return Some(format!(
                "`*{name}` is how other frameworks write a rest capture\nhelp: `{{*{name}}}`"
            ));
        }
        if let Some((open, inner)) = segment.split_once('<')
            && let Some((inner, _)) = inner.split_once('>')
        {
            let name = inner.split_once(':').map_or(inner, |(_, name)| name);
            let name = name.trim_end_matches("..");
            let star = if inner.ends_with("..") || inner.starts_with("path:") { "*" } else { "" };
            let _ = open;
            return Some(format!(
                "`<{inner}>` is how other frameworks write a capture\nhelp: `{{{star}{name}}}`; its type is the argument's"
            ));
        }
    }
    None
}
