//! `Captures`: where in the path the values of a route's captures stand.

/// The most captures that a path pattern can have; the attribute rejects more.
const MAX_CAPTURES: usize = 16;

/// The byte ranges that a lookup captured, in the order of the pattern.
///
/// Ranges and not slices, so that they can be kept beside the path that they point into.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Captures {
    ranges: [(u16, u16); MAX_CAPTURES],
    len: u8,
}

impl Captures {
    /// No captures yet.
    pub(crate) const fn new() -> Self {
        Self { ranges: [(0, 0); MAX_CAPTURES], len: 0 }
    }

    /// How many captures the found route has.
    pub(crate) fn len(&self) -> usize {
        usize::from(self.len)
    }

    /// The capture at `index`, still normalised: see [`decode`](super::decode).
    ///
    /// `path` is the path of the lookup.
    pub(crate) fn get<'p>(&self, path: &'p str, index: usize) -> Option<&'p str> {
        let (start, end) = *self.ranges[..self.len()].get(index)?;
        path.get(usize::from(start)..usize::from(end))
    }

    /// Adds the bytes from `start` to `end`, both at most `u16::MAX`.
    #[inline]
    pub(super) fn push(&mut self, start: usize, end: usize) {
        if let Some(range) = self.ranges.get_mut(usize::from(self.len)) {
            *range = (start as u16, end as u16);
            self.len += 1;
        }
    }

    /// Forgets all but the first `len` captures.
    #[inline]
    pub(super) fn truncate(&mut self, len: usize) {
        self.len = self.len.min(len as u8);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn captures_point_into_the_path() {
        let mut captures = Captures::new();
        captures.push(1, 4);
        captures.push(5, 5);
        assert_eq!(captures.len(), 2);
        assert_eq!(captures.get("/abc/", 0), Some("abc"));
        assert_eq!(captures.get("/abc/", 1), Some(""));
        assert_eq!(captures.get("/abc/", 2), None);
    }

    #[test]
    fn forgotten_captures_are_not_read() {
        let mut captures = Captures::new();
        captures.push(1, 2);
        captures.push(2, 3);
        captures.truncate(1);
        assert_eq!(captures.get("/ab", 1), None);
        captures.push(0, 1);
        assert_eq!(captures.get("/ab", 1), Some("/"));
    }

    #[test]
    fn one_capture_too_many_is_dropped() {
        let mut captures = Captures::new();
        for at in 0..=MAX_CAPTURES {
            captures.push(at, at + 1);
        }
        assert_eq!(captures.len(), MAX_CAPTURES);
    }
}
