//! A pattern as the steps that lead to its place in the tree.

use std::borrow::Cow;
use std::cmp::Reverse;

use super::normal::{encode, has_dot_segment, has_marks};
use crate::route::Segment;

/// One route as it is mounted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pattern<'a> {
    /// The methods it answers.
    pub(crate) methods: &'a [&'a str],
    /// Literal text before the segments: empty, or with a leading slash and no trailing one; decoded.
    pub(crate) prefix: &'a str,
    /// The route's own path. Under a prefix, `/` is the prefix itself.
    pub(crate) segments: &'a [Segment],
}

/// Whether it has captures, as a number: 1, or 2 where it ends with a rest that may be left out. A path has no more ways than those
/// of all patterns together, and one more.
pub(crate) const fn captured(segments: &[Segment]) -> usize {
    let (mut captured, mut at) = (0, 0);
    while at < segments.len() {
        match segments[at] {
            Segment::Literal(_) => {}
            Segment::RestOrNothing => return 2,
            _ => captured = 1,
        }
        at += 1;
    }
    captured
}

/// One segment of a pattern, in the normal form that paths are compared in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step<'a> {
    Literal(Cow<'a, str>),
    Partial(Box<Partial>),
    Capture,
    Rest,
    RestOrNothing,
}

impl<'a> Pattern<'a> {
    /// Whether its literal text has segments that no normal path has.
    pub(super) fn has_dots(&self) -> bool {
        let has_dots = |text| has_marks(text) && has_dot_segment(text);
        let own = |segment: &Segment| matches!(*segment, Segment::Literal(text) if has_dots(text));
        has_dots(self.prefix) || self.segments.iter().any(own)
    }

    /// Whether it is the pattern of some path that begins with these literal segments.
    #[cfg(feature = "tower")]
    pub(crate) fn may_be_below(&self, prefix: &str) -> bool {
        let mut steps = self.steps();
        for text in prefix.split('/').skip(1) {
            let text = encode(text);
            let goes_on = match steps.next() {
                Some(Step::Literal(literal)) => literal == text,
                Some(Step::Partial(partial)) => partial.capture(text.as_bytes()).is_some(),
                Some(Step::Capture) => !text.is_empty(),
                Some(Step::Rest | Step::RestOrNothing) => return true,
                None => false,
            };
            if !goes_on {
                return false;
            }
        }
        true
    }

    #[cfg(any(test, feature = "tower"))]
    pub(super) fn steps(&self) -> impl Iterator<Item = Step<'a>> {
        self.mounted().chain(self.own())
    }

    /// Those of the prefix.
    pub(super) fn mounted(&self) -> impl Iterator<Item = Step<'a>> + use<'a> {
        self.prefix.split('/').skip(1).map(|text| Step::Literal(encode(text)))
    }

    /// Those behind it.
    pub(super) fn own(&self) -> impl Iterator<Item = Step<'a>> + use<'a> {
        let own: &[Segment] = match self.segments {
            [Segment::Literal("")] | [] if !self.prefix.is_empty() => &[],
            [] => &[Segment::Literal("")],
            segments => segments,
        };
        own.iter().map(Step::of)
    }
}

impl Step<'_> {
    fn of(segment: &Segment) -> Self {
        match *segment {
            Segment::Literal(text) => Self::Literal(encode(text)),
            Segment::Partial("", "") | Segment::Capture => Self::Capture,
            Segment::Partial(prefix, suffix) => Self::Partial(Box::new(Partial::new(prefix, suffix))),
            Segment::Rest => Self::Rest,
            Segment::RestOrNothing => Self::RestOrNothing,
        }
    }
}

/// A capture with text before it, after it, or both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Partial {
    prefix: Box<str>,
    suffix: Box<str>,
    rank: Rank,
}

/// The order in which partials are tried: more text, then more of it in front, then by the text itself.
type Rank = (Reverse<usize>, Reverse<usize>, &'static str, &'static str);

impl Partial {
    fn new(prefix: &'static str, suffix: &'static str) -> Self {
        let rank = (Reverse(prefix.len() + suffix.len()), Reverse(prefix.len()), prefix, suffix);
        Self { prefix: encode(prefix).into(), suffix: encode(suffix).into(), rank }
    }

    pub(super) fn rank(&self) -> Rank {
        self.rank
    }

    /// The text before the capture, and that after it.
    pub(super) fn around(&self) -> [&str; 2] {
        [&self.prefix, &self.suffix]
    }

    /// How many bytes precede the capture.
    pub(super) fn prefix_len(&self) -> usize {
        self.prefix.len()
    }

    /// How many bytes follow the capture.
    pub(super) fn suffix_len(&self) -> usize {
        self.suffix.len()
    }

    /// Where the capture begins and ends in `segment`, if the text around it is there and leaves something.
    #[inline(never)]
    pub(super) fn capture(&self, segment: &[u8]) -> Option<(usize, usize)> {
        let captured = segment.strip_prefix(self.prefix.as_bytes())?.strip_suffix(self.suffix.as_bytes())?;
        // A suffix such as `5` must not match the end of `%25`.
        match captured {
            [] | [.., b'%'] | [.., b'%', _] => None,
            _ => Some((self.prefix.len(), self.prefix.len() + captured.len())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(prefix: &'static str, segments: &'static [Segment]) -> Vec<Step<'static>> {
        Pattern { methods: &[], prefix, segments }.steps().collect()
    }

    fn literal(text: &str) -> Step<'_> {
        Step::Literal(text.into())
    }

    #[test]
    fn a_prefix_stands_before_the_segments() {
        let posts = &[Segment::Literal("posts"), Segment::Capture];
        assert_eq!(steps("", posts), [literal("posts"), Step::Capture]);
        assert_eq!(steps("/api/v1", posts), [literal("api"), literal("v1"), literal("posts"), Step::Capture]);
    }

    #[test]
    fn a_root_under_a_prefix_is_the_prefix() {
        let root = &[Segment::Literal("")];
        assert_eq!(steps("", root), [literal("")]);
        assert_eq!(steps("/admin", root), [literal("admin")]);
        assert_eq!(steps("/admin", &[Segment::Literal("a"), Segment::Literal("")]).len(), 3);
    }

    #[test]
    fn literal_text_is_normalised() {
        assert_eq!(steps("/a%b", &[Segment::Literal("c/%")]), [literal("a%25b"), literal("c%2F%25")]);
    }

    #[test]
    #[cfg(feature = "tower")]
    fn what_may_be_below_a_path_begins_with_it() {
        let posts = &[Segment::Literal("posts"), Segment::Capture];
        let rest = &[Segment::Literal("a"), Segment::RestOrNothing];
        for (prefix, segments, path, expected) in [
            ("", &posts[..], "/posts", true),
            ("", posts, "/posts/7", true),
            ("", posts, "/posts/7/x", false),
            ("", posts, "/post", false),
            ("/api", posts, "/api", true),
            ("/api", posts, "/api/posts/7", true),
            ("/api", posts, "/posts", false),
            ("/api", &[Segment::Literal("")], "/api", true),
            ("", rest, "/a", true),
            ("", rest, "/a/b/c", true),
            ("", &[Segment::Partial("@", "")], "/@me", true),
            ("", &[Segment::Partial("@", "")], "/me", false),
        ] {
            let pattern = Pattern { methods: &[], prefix, segments };
            assert_eq!(pattern.may_be_below(path), expected, "{prefix} {path}");
        }
    }

    #[test]
    fn a_partial_needs_its_text_and_something_between() {
        let partial = Partial::new("@", ".json");
        assert_eq!(partial.capture(b"@me.json"), Some((1, 3)));
        for segment in ["@.json", "me.json", "@me", "@json", ""] {
            assert_eq!(partial.capture(segment.as_bytes()), None, "{segment}");
        }
        assert_eq!(Partial::new("a", "a").capture(b"a"), None);
    }

    #[test]
    fn a_suffix_does_not_cut_an_escape() {
        assert_eq!(Partial::new("", "5").capture(b"a%25"), None);
        assert_eq!(Partial::new("", "25").capture(b"a%25"), None);
        assert_eq!(Partial::new("", "%").capture(b"a%25"), Some((0, 1)));
        assert_eq!(Partial::new("", "5").capture(b"a%255"), Some((0, 4)));
    }
}
