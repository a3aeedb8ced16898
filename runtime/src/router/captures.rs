//! `Captures`: where in the path the values of a route's captures stand.

/// The most captures that a path pattern can have; the attribute rejects more.
pub(super) const MAX_CAPTURES: usize = 16;

/// The byte ranges that a lookup captured, in the order of the pattern.
///
/// Ranges and not slices, so that they can be kept beside the path that they point into.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Captures {
    ranges: [(u16, u16); MAX_CAPTURES],
    len: u8,
    /// How many times more the walk that writes them may turn back: kept here, since in a register it would cost every node.
    turns: u8,
}

impl Captures {
    /// No captures yet.
    pub(crate) const fn new() -> Self {
        Self { ranges: [(0, 0); MAX_CAPTURES], len: 0, turns: 0 }
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

    /// Writes the bytes from `start` to `end`, both at most `u16::MAX`, as the capture at `index`, which is below
    /// [`MAX_CAPTURES`].
    #[inline]
    pub(super) fn put(&mut self, index: usize, start: usize, end: usize) {
        self.ranges[index % MAX_CAPTURES] = (start as u16, end as u16);
    }

    /// Where the capture at `index` ends, kept or not.
    #[inline]
    pub(super) fn end(&self, index: usize) -> usize {
        usize::from(self.ranges[index % MAX_CAPTURES].1)
    }

    /// No captures, and so many turns.
    #[inline]
    pub(super) fn start(&mut self, turns: usize) {
        (self.len, self.turns) = (0, turns as u8);
    }

    /// Takes one turn, if any is left.
    #[inline]
    pub(super) fn turn(&mut self) -> Option<()> {
        self.turns = self.turns.checked_sub(1)?;
        Some(())
    }

    /// Makes those of the first `len` the captures of the route that was found.
    #[inline]
    pub(super) fn keep(&mut self, len: usize) {
        self.len = len as u8;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn captures_point_into_the_path() {
        let mut captures = Captures::new();
        captures.put(0, 1, 4);
        captures.put(1, 5, 5);
        captures.keep(2);
        assert_eq!(captures.len(), 2);
        assert_eq!(captures.get("/abc/", 0), Some("abc"));
        assert_eq!(captures.get("/abc/", 1), Some(""));
        assert_eq!(captures.get("/abc/", 2), None);
    }

    #[test]
    fn captures_that_are_not_kept_are_not_read() {
        let mut captures = Captures::new();
        captures.put(0, 1, 2);
        captures.put(1, 2, 3);
        captures.keep(1);
        assert_eq!(captures.get("/ab", 1), None);
    }
}
