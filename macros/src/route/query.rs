//! The query part of a path: `{q}&{limit = 10}&page-size={size}`.

use super::foreign::ALL_OF_A_QUERY;
use super::path::{is_name, name_of};

/// One parameter of the query.
pub(crate) struct QueryParameter {
    /// As the URL names it.
    pub(crate) key: String,
    /// As the argument is named.
    pub(crate) name: String,
    pub(crate) default: Option<String>,
}

/// `{q}&{limit = 10}&page-size={size}`
pub(super) fn query_parameters(query: &str, mistakes: &mut Vec<String>) -> Vec<QueryParameter> {
    if query.is_empty() {
        mistakes.push("nothing follows the `?`\nhelp: `?{name}`, or remove it".to_owned());
        return Vec::new();
    }
    let mut parameters: Vec<QueryParameter> = Vec::new();
    for text in query.split('&') {
        match query_parameter(text) {
            Ok(parameter) => {
                if parameters.iter().any(|earlier| earlier.key == parameter.key) {
                    mistakes.push(format!(
                        "the query parameter `{}` is named twice\nhelp: one that may repeat is an argument of type `Vec<T>`",
                        parameter.key
                    ));
                } else {
                    parameters.push(parameter);
                }
            }
            Err(mistake) => mistakes.push(mistake),
        }
    }
    parameters
}

fn query_parameter(text: &str) -> Result<QueryParameter, String> {
    let no_parameter = || format!("`{text}` is not a query parameter\nhelp: `{{name}}`, or `key={{name}}`");
    let (key, braced) = match text.find('{') {
        Some(0) => (None, text),
        Some(at) => match text[..at].strip_suffix('=') {
            Some(key) if !key.is_empty() => (Some(key), &text[at..]),
            _ => return Err(no_parameter()),
        },
        None => {
            let name = text.split('=').next().unwrap_or_default();
            return Err(if text.is_empty() {
                "a query parameter is missing between `&`\nhelp: `?{one}&{other}`".to_owned()
            } else if is_name(name) {
                format!("`{text}` in the query takes no argument\nhelp: `?{{{name}}}`")
            } else {
                no_parameter()
            });
        }
    };
    let inner = braced.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')).ok_or_else(no_parameter)?;
    if inner.contains(['{', '}']) {
        return Err(format!(
            "`{text}` is not one query parameter\nhelp: put `&` between two: `?{{one}}&{{other}}`"
        ));
    }
    let (name, default) = match inner.split_once('=') {
        Some((name, default)) if default.trim().starts_with(['"', '\'']) => {
            let plain = default.trim().trim_matches(['"', '\'']);
            return Err(format!(
                "a default is written without quotes\nhelp: `{{{} = {plain}}}`",
                name.trim()
            ));
        }
        Some((name, default)) => (name.trim(), Some(default.trim().to_owned())),
        None => (inner, None),
    };
    if let Some(mistake) = said_by_the_type(name) {
        return Err(mistake);
    }
    let name = name_of(name, name)?;
    Ok(QueryParameter { key: key.unwrap_or(&name).to_owned(), name, default })
}

/// A mark in the braces, which other routers have there, for what the argument's type or the key says.
fn said_by_the_type(name: &str) -> Option<String> {
    if let Some(plain) = name.strip_suffix('?').filter(|plain| is_name(plain)) {
        return Some(format!(
            "a query parameter is optional by its type\nhelp: `?{{{plain}}}`, with `{plain}: Option<T>`"
        ));
    }
    let plain = name.trim_matches(|mark: char| matches!(mark, '.' | '*' | '+'));
    if plain != name && is_name(plain) {
        return Some(format!(
            "a query has no rest\nhelp: one that may repeat is `?{{{plain}}}` with `{plain}: Vec<T>`; {ALL_OF_A_QUERY}"
        ));
    }
    if let Some(plain) = name.strip_suffix("[]").filter(|plain| is_name(plain)) {
        return Some(format!(
            "a query parameter may repeat by its type\nhelp: `?{{{plain}}}`, with `{plain}: Vec<T>`; one whose name has brackets is `{name}={{{plain}}}`"
        ));
    }
    let listed: Vec<&str> = name.split(',').map(str::trim).collect();
    if listed.len() > 1 && listed.iter().all(|one| is_name(one)) {
        let each: Vec<String> = listed.iter().map(|one| format!("{{{one}}}")).collect();
        return Some(format!("each query parameter has braces of its own\nhelp: `?{}`", each.join("&")));
    }
    let plain = name.replace('-', "_");
    (plain != name && is_name(&plain))
        .then(|| format!("`{name}` cannot be the name of an argument\nhelp: `{name}={{{plain}}}`"))
}
