//! Texts of the path and the query, as handlers take them.

use std::borrow::Cow;

use super::reject;
use crate::Problem;
use crate::extract::RequestContext;
use crate::route::Answered;

/// A capture of the path as text, borrowed from the request unless it is percent-encoded.
#[inline]
pub fn capture_text<'r>(request: &RequestContext<'r>, index: usize) -> Cow<'r, str> {
    request.capture(index)
}

/// A parameter of the query as text.
pub fn query_text<'r>(request: &mut RequestContext<'r>, name: &str) -> Result<Cow<'r, str>, Answered> {
    match query_text_optional(request, name)? {
        Some(text) => Ok(text),
        None => {
            let problem = Problem::new(400).detail(format!("`{name}` is missing from the query"));
            Err(reject(request, problem))
        }
    }
}

/// A parameter of the query as text, where it is there.
pub fn query_text_optional<'r>(
    request: &mut RequestContext<'r>,
    name: &str,
) -> Result<Option<Cow<'r, str>>, Answered> {
    let found = crate::extract::query_values(request.query(), name).next().transpose();
    found.map_err(|problem| reject(request, problem))
}

/// All the values of a parameter of the query, as text.
pub fn query_text_many<'r>(
    request: &mut RequestContext<'r>,
    name: &str,
) -> Result<Vec<Cow<'r, str>>, Answered> {
    let found = crate::extract::query_values(request.query(), name).collect::<Result<_, _>>();
    found.map_err(|problem| reject(request, problem))
}

/// A capture of the path, for a handler that borrows it.
#[inline]
pub fn capture_str<'r>(request: &RequestContext<'r>, index: usize) -> &'r str {
    kept(request, request.capture(index))
}

/// A parameter of the query, for a handler that borrows it.
pub fn query_str<'r>(request: &mut RequestContext<'r>, name: &str) -> Result<&'r str, Answered> {
    query_text(request, name).map(|text| kept(request, text))
}

/// A parameter of the query where it is there, for a handler that borrows it.
pub fn query_str_optional<'r>(
    request: &mut RequestContext<'r>,
    name: &str,
) -> Result<Option<&'r str>, Answered> {
    Ok(query_text_optional(request, name)?.map(|text| kept(request, text)))
}

/// All the values of a parameter of the query, for a handler that borrows them.
pub fn query_str_many<'r>(request: &mut RequestContext<'r>, name: &str) -> Result<Vec<&'r str>, Answered> {
    let texts = query_text_many(request, name)?;
    Ok(texts.into_iter().map(|text| kept(request, text)).collect())
}

/// What has been decoded stays with the request, so that a handler's future may borrow it.
#[inline]
fn kept<'r>(request: &RequestContext<'r>, text: Cow<'r, str>) -> &'r str {
    match text {
        Cow::Borrowed(text) => text,
        Cow::Owned(text) => request.matched.kept.keep(text),
    }
}

/// A text that outlives the request.
#[must_use]
pub fn owned(text: Cow<'_, str>) -> Cow<'static, str> {
    Cow::Owned(text.into_owned())
}

/// Texts that outlive the request.
#[must_use]
pub fn all_owned(texts: Vec<Cow<'_, str>>) -> Vec<Cow<'static, str>> {
    texts.into_iter().map(owned).collect()
}

/// The texts, for a handler on the pool that borrows them.
#[must_use]
pub fn borrowed<'t>(texts: &'t [Cow<'_, str>]) -> Vec<&'t str> {
    texts.iter().map(AsRef::as_ref).collect()
}
