//! `ProblemInfo`: what is known of a problem while compiling, for the API document.

/// One problem that an error type may become, as its `#[problem(…)]` says.
///
/// ```
/// use fingerpost::{Problem, ProblemSet};
///
/// #[derive(Problem)]
/// enum ApiError {
///     #[problem(404, "no post {id}")]
///     NoPost { id: u64 },
/// }
/// let [no_post] = ApiError::PROBLEMS else { panic!() };
/// assert_eq!((no_post.name, no_post.status, no_post.detail), ("NoPost", 404, "no post {id}"));
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct ProblemInfo {
    /// The variant's name, or the struct's.
    pub name: &'static str,
    /// The status, 400 to 599; 0 where `within` says it.
    pub status: u16,
    /// The title; empty is the status' reason phrase.
    pub title: &'static str,
    /// The `type` member; empty is `about:blank`.
    pub type_uri: &'static str,
    /// The detail, its placeholders not filled in; empty is none.
    pub detail: &'static str,
    /// The names of the extension members.
    pub members: &'static [&'static str],
    /// The names of the headers.
    pub headers: &'static [&'static str],
    /// The problems of a transparent variant, of which nothing else is said here.
    pub within: &'static [ProblemInfo],
}

impl ProblemInfo {
    /// A problem of which only this is known.
    #[must_use]
    pub const fn new(name: &'static str, status: u16) -> Self {
        Self { name, status, title: "", type_uri: "", detail: "", members: &[], headers: &[], within: &[] }
    }

    /// A variant that is one of these.
    #[must_use]
    pub const fn transparent(name: &'static str, within: &'static [Self]) -> Self {
        Self { within, ..Self::new(name, 0) }
    }

    /// With this title.
    #[must_use]
    pub const fn title(self, title: &'static str) -> Self {
        Self { title, ..self }
    }

    /// With this `type`.
    #[must_use]
    pub const fn type_uri(self, type_uri: &'static str) -> Self {
        Self { type_uri, ..self }
    }

    /// With this detail.
    #[must_use]
    pub const fn detail(self, detail: &'static str) -> Self {
        Self { detail, ..self }
    }

    /// With these extension members.
    #[must_use]
    pub const fn members(self, members: &'static [&'static str]) -> Self {
        Self { members, ..self }
    }

    /// With these headers.
    #[must_use]
    pub const fn headers(self, headers: &'static [&'static str]) -> Self {
        Self { headers, ..self }
    }

    /// All problems of a list, those within transparent variants included.
    ///
    /// ```
    /// use fingerpost::ProblemInfo;
    ///
    /// const OUTER: &[ProblemInfo] = &[
    ///     ProblemInfo::new("Taken", 409),
    ///     ProblemInfo::transparent("Other", &[ProblemInfo::new("NoPost", 404)]),
    /// ];
    /// let statuses: Vec<_> = ProblemInfo::all(OUTER).map(|problem| problem.status).collect();
    /// assert_eq!(statuses, [409, 404]);
    /// ```
    pub fn all(list: &'static [Self]) -> impl Iterator<Item = &'static Self> {
        let mut open = vec![list.iter()];
        std::iter::from_fn(move || {
            loop {
                match open.last_mut()?.next() {
                    None => drop(open.pop()),
                    Some(info) if info.status == 0 => open.push(info.within.iter()),
                    Some(info) => return Some(info),
                }
            }
        })
    }
}
