//! `MediaTypes`: the media types that the reader of a body takes, as a constant.

use std::fmt;

use crate::text::joined;

/// The media types that an extractor of the body reads: what `OPTIONS`, 405 and 415 tell clients.
///
/// ```
/// use fingerpost::{FromRequest, MediaTypes, Problem, RequestContext};
///
/// /// Rows of comma-separated values.
/// struct Rows(Vec<String>);
///
/// impl FromRequest for Rows {
///     type Rejection = Problem;
///     const READS_BODY: bool = true;
///     const MEDIA_TYPES: MediaTypes = MediaTypes::new(&["text/csv"]);
///
///     async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, Problem> {
///         let text = String::from_request(request).await?;
///         Ok(Self(text.lines().map(str::to_owned).collect()))
///     }
/// }
/// assert_eq!(Rows::MEDIA_TYPES.to_string(), "text/csv");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct MediaTypes(Kind);

#[derive(Clone, Copy, Debug)]
enum Kind {
    Listed(&'static [&'static str]),
    Both(&'static MediaTypes, &'static MediaTypes),
}

impl MediaTypes {
    /// None: that of an extractor that does not read the body, or does not say.
    pub const NONE: Self = Self::new(&[]);

    /// Every media type.
    pub const ANY: Self = Self::new(&["*/*"]);

    /// JSON, and what is written in it.
    pub(crate) const JSON: Self = Self::new(&["application/json", "+json"]);

    /// These, without parameters: `text/csv`. `+json` takes every type with that suffix (RFC 6839 §3.1); it is no media range,
    /// so that clients are not told of it.
    #[must_use]
    pub const fn new(listed: &'static [&'static str]) -> Self {
        Self(Kind::Listed(listed))
    }

    /// Whether there are none.
    pub(crate) const fn is_none(self) -> bool {
        matches!(self.0, Kind::Listed([]))
    }

    /// Those of two lists.
    pub(crate) const fn both(one: &'static Self, other: &'static Self) -> Self {
        Self(Kind::Both(one, other))
    }

    /// Whether a body of this media type, without its parameters, is taken.
    #[must_use]
    #[inline]
    pub fn contains(&self, essence: &[u8]) -> bool {
        match self.0 {
            Kind::Both(one, other) => one.contains(essence) || other.contains(essence),
            Kind::Listed(listed) => listed.iter().any(|listed| matches(listed, essence)),
        }
    }

    /// Whether a body of any media type is taken, and one without.
    #[must_use]
    pub fn is_any(&self) -> bool {
        match self.0 {
            Kind::Both(one, other) => one.is_any() || other.is_any(),
            Kind::Listed(listed) => listed.contains(&"*/*"),
        }
    }

    /// What `Accept`, `Accept-Post` and `Accept-Patch` say of the lists; empty where nothing is known.
    pub(crate) fn shown(lists: &[Self]) -> String {
        let mut names = Vec::new();
        lists.iter().for_each(|list| list.collect(&mut names));
        joined(&names, ", ")
    }

    fn collect(&self, names: &mut Vec<&'static str>) {
        match self.0 {
            Kind::Both(one, other) => [one, other].into_iter().for_each(|list| list.collect(names)),
            Kind::Listed(listed) => {
                for name in listed.iter().filter(|name| !name.starts_with('+')) {
                    if !names.contains(name) {
                        names.push(name);
                    }
                }
            }
        }
    }
}

#[inline]
fn matches(listed: &str, essence: &[u8]) -> bool {
    if listed == "*/*" {
        return true;
    }
    if !listed.starts_with('+') {
        // Nearly all clients write it in small letters, and whole texts are compared faster.
        return listed.as_bytes() == essence || listed.as_bytes().eq_ignore_ascii_case(essence);
    }
    let Some((rest, suffix)) = essence.split_at_checked(essence.len().saturating_sub(listed.len())) else {
        return false;
    };
    suffix.eq_ignore_ascii_case(listed.as_bytes()) && rest.contains(&b'/')
}

/// As a header says it: `application/json, text/csv`.
impl fmt::Display for MediaTypes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Self::shown(&[*self]))
    }
}

#[cfg(test)]
mod tests {
    use super::MediaTypes;

    #[test]
    fn json_has_a_name_and_a_suffix() {
        for json in [
            "application/json",
            "Application/JSON",
            "application/merge-patch+json",
            "application/Problem+JSON",
        ] {
            assert!(MediaTypes::JSON.contains(json.as_bytes()), "{json}");
        }
        for other in ["text/plain", "application/jsonp", "+json", "json", ""] {
            assert!(!MediaTypes::JSON.contains(other.as_bytes()), "{other}");
        }
    }
}
