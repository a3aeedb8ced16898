//! The values of one parameter in a query string, decoded as forms are.

use std::borrow::Cow;

use super::form_encoding::{Broken, decode};
use crate::Problem;

/// The values of `name`, in order. Borrowed from the query where they need no decoding; 400 where one is not UTF-8 or
/// has a broken percent-escape.
pub(crate) fn query_values<'q>(
    query: &'q str,
    name: &str,
) -> impl Iterator<Item = Result<Cow<'q, str>, Problem>> {
    query.split('&').filter_map(move |pair| {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let is_it = key == name
            || ((key.contains('%') || key.contains('+')) && decode(key).is_ok_and(|decoded| decoded == name));
        (is_it && !pair.is_empty()).then(|| decode(value).map_err(|broken| problem(name, broken)))
    })
}

#[cold]
fn problem(name: &str, broken: Broken) -> Problem {
    Problem::new(400).detail(format!("`{name}` in the query {}", broken.what()))
}
