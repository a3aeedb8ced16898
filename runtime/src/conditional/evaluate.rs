//! The order in which preconditions are evaluated (RFC 9110 §13.2.2).

use std::time::SystemTime;

use http::header::{HeaderMap, HeaderName, IF_MATCH, IF_MODIFIED_SINCE, IF_NONE_MATCH, IF_UNMODIFIED_SINCE};

use super::etag::opaque;
use super::tags::listed;
use super::validators::Validators;

/// What the preconditions come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// They hold.
    Proceed,
    /// The client has this representation already: 304, for GET and HEAD.
    NotModified,
    /// They do not hold: 412.
    Failed,
}

/// Evaluates the conditions of a request that reads, GET or HEAD, or of one that changes.
pub(super) fn evaluate(reads: bool, conditions: &HeaderMap, current: &Validators) -> Verdict {
    let is_met = if conditions.contains_key(IF_MATCH) {
        matches(conditions, current)
    } else {
        date(conditions, &IF_UNMODIFIED_SINCE, current).is_none_or(|(date, change)| change <= date)
    };
    if !is_met {
        return Verdict::Failed;
    }
    let is_known = if conditions.contains_key(IF_NONE_MATCH) {
        is_listed(conditions, current)
    } else {
        reads && date(conditions, &IF_MODIFIED_SINCE, current).is_some_and(|(date, change)| change <= date)
    };
    match is_known {
        false => Verdict::Proceed,
        true if reads => Verdict::NotModified,
        true => Verdict::Failed,
    }
}

/// `If-Match` (§13.1.1): compared strongly. A tag that is malformed is none.
pub(super) fn matches(conditions: &HeaderMap, current: &Validators) -> bool {
    let current_tag = current.etag().filter(|tag| !tag.is_weak());
    listed(conditions, &IF_MATCH).any(|tag| match tag {
        b"*" => current.exists(),
        tag => current_tag.is_some_and(|current| current.as_bytes() == tag),
    })
}

/// `If-None-Match` (§13.1.2): compared weakly.
fn is_listed(conditions: &HeaderMap, current: &Validators) -> bool {
    listed(conditions, &IF_NONE_MATCH).any(|tag| match tag {
        b"*" => current.exists(),
        tag => current.etag().is_some_and(|current| opaque(current.as_bytes()) == opaque(tag)),
    })
}

/// The time that a condition names and the time of the last change; `None` where one is not known, or is no date
/// (§13.1.3, §13.1.4).
fn date(conditions: &HeaderMap, name: &HeaderName, current: &Validators) -> Option<(SystemTime, SystemTime)> {
    let change = current.last_change()?;
    let mut dates = conditions.get_all(name).iter();
    let date = httpdate::parse_http_date(dates.next()?.to_str().ok()?).ok()?;
    dates.next().is_none().then_some((date, change))
}
