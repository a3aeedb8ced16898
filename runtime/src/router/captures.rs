//! `Captures`: where in the path the values of a route's captures stand.

use std::num::NonZero;

/// The most captures that a path pattern can have; the attribute rejects more.
pub(super) const MAX_CAPTURES: usize = 16;

/// The byte ranges that a lookup captured, in the order of the pattern.
///
/// Ranges and not slices, so that they can be kept beside the path that they point into. They are counted from the path's
/// end, since how much of it is left is what a walk has at hand.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Captures {
    /// None until a walk needs it: many paths have no captures, and most of those that are not found none so far.
    room: Option<Room>,
    /// One of them may have a `%2F` or a `%25`: nobody has seen that the path has none.
    may_be_coded: bool,
}

/// Where a walk writes captures.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    ranges: [(u16, u16); MAX_CAPTURES],
    len: u8,
    /// One more than how many times more the walk may turn back: kept here, since in a register it would cost every node.
    turns: NonZero<u8>,
}

impl Captures {
    /// No captures yet.
    pub(crate) const fn new() -> Self {
        Self { room: None, may_be_coded: false }
    }

    /// From now on they may have escapes.
    #[inline]
    pub(super) fn set_coded(&mut self) {
        self.may_be_coded = true;
    }

    /// Whether one of them may have to be decoded: see [`decode`](super::decode).
    #[inline]
    pub(crate) fn may_be_coded(&self) -> bool {
        self.may_be_coded
    }

    /// How many captures the found route has.
    pub(crate) fn len(&self) -> usize {
        self.room.as_ref().map_or(0, |room| usize::from(room.len))
    }

    /// The capture at `index`, still normalised: see [`decode`](super::decode).
    ///
    /// `path` is the path of the lookup.
    pub(crate) fn get<'p>(&self, path: &'p str, index: usize) -> Option<&'p str> {
        let (from, to) = *self.room.as_ref()?.ranges[..self.len()].get(index)?;
        let [start, end] = [from, to].map(|left| path.len().checked_sub(usize::from(left)));
        path.get(start?..end?)
    }

    /// Room for none so far, and so many turns.
    #[inline]
    pub(super) fn start(&mut self, turns: usize) -> &mut Room {
        self.room.insert(Room::new(turns))
    }

    /// The room that a walk has left, or such as one starts with.
    pub(super) fn room(&mut self, turns: usize) -> &mut Room {
        self.room.get_or_insert(Room::new(turns))
    }

    /// No captures.
    #[inline]
    pub(super) fn clear(&mut self) {
        self.room = None;
    }
}

impl Room {
    #[inline]
    fn new(turns: usize) -> Self {
        Self { ranges: [(0, 0); MAX_CAPTURES], len: 0, turns: NonZero::<u8>::MIN.saturating_add(turns as u8) }
    }

    /// Writes the capture at `index`, which is below [`MAX_CAPTURES`]: how many bytes of the path, at most `u16::MAX`, are
    /// left where it starts, and where it ends.
    #[inline]
    pub(super) fn put(&mut self, index: usize, from: usize, to: usize) {
        self.ranges[index % MAX_CAPTURES] = (from as u16, to as u16);
    }

    /// How many bytes are left where the capture at `index` ends, kept or not.
    #[inline]
    pub(super) fn end(&self, index: usize) -> usize {
        usize::from(self.ranges[index % MAX_CAPTURES].1)
    }

    /// Takes one turn, if any is left.
    #[inline]
    pub(super) fn turn(&mut self) -> Option<()> {
        self.turns = NonZero::new(self.turns.get() - 1)?;
        Some(())
    }

    /// Whether the route that was found has captures.
    #[inline]
    pub(super) fn has_kept(&self) -> bool {
        self.len > 0
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
        assert_eq!((captures.len(), captures.get("/abc/", 0)), (0, None));
        let room = captures.start(0);
        room.put(0, 4, 1);
        room.put(1, 0, 0);
        room.keep(2);
        assert_eq!(captures.len(), 2);
        assert_eq!(captures.get("/abc/", 0), Some("abc"));
        assert_eq!(captures.get("/abc/", 1), Some(""));
        assert_eq!(captures.get("/abc/", 2), None);
    }

    #[test]
    fn captures_that_are_not_kept_are_not_read() {
        let mut captures = Captures::new();
        let room = captures.start(0);
        room.put(0, 2, 1);
        room.put(1, 1, 0);
        room.keep(1);
        assert_eq!(captures.get("/ab", 1), None);
    }
}
