//! `Paths`: a hash table from the paths without captures to their leaves.

use super::segment::hash;
use super::tree::Id;

#[derive(Debug)]
pub(super) struct Paths {
    /// Most of the paths that are not in the table are not even hashed: no path of theirs has the same tag.
    tags: [u64; 4],
    /// A power of two, at most a quarter of them taken; a collision goes to the next that is free.
    slots: Box<[Slot]>,
    /// The paths, one after the other.
    texts: Box<[u8]>,
    shift: u32,
}

#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    hash: u64,
    leaf: Option<Id>,
    start: u32,
    len: u32,
}

impl Paths {
    /// A table of paths that differ from each other.
    pub(super) fn new(paths: &[(String, Id)]) -> Self {
        let size = (paths.len() * 4).next_power_of_two().max(2);
        let slots = vec![Slot::default(); size].into();
        let mut table = Self { tags: [0; 4], slots, texts: Box::default(), shift: u64::BITS - size.ilog2() };
        let mut texts = Vec::new();
        for (path, leaf) in paths {
            let path = path.as_bytes();
            let tag = tag(path);
            table.tags[tag / 64] |= 1 << (tag % 64);
            let hash = hash(path);
            let mut at = (hash >> table.shift) as usize;
            while table.slots[at].leaf.is_some() {
                at = table.next(at);
            }
            let (start, len) = (texts.len() as u32, path.len() as u32);
            table.slots[at] = Slot { hash, leaf: Some(*leaf), start, len };
            texts.extend_from_slice(path);
        }
        table.texts = texts.into();
        table
    }

    #[inline]
    pub(super) fn find(&self, path: &[u8]) -> Option<Id> {
        let tag = tag(path);
        if self.tags[tag / 64] >> (tag % 64) & 1 == 0 {
            return None;
        }
        self.search(path)
    }

    fn search(&self, path: &[u8]) -> Option<Id> {
        let hash = hash(path);
        let mut at = (hash >> self.shift) as usize;
        loop {
            let slot = &self.slots[at];
            if slot.hash == hash && self.texts[slot.start as usize..][..slot.len as usize] == *path {
                return slot.leaf;
            }
            slot.leaf?;
            at = self.next(at);
        }
    }

    #[inline]
    fn next(&self, at: usize) -> usize {
        (at + 1) & (self.slots.len() - 1)
    }
}

/// Below 256, and other for paths that differ in their length or their last byte, as far as that goes.
#[inline]
fn tag(path: &[u8]) -> usize {
    let last = path.last().map_or(0, |last| usize::from(*last));
    ((path.len() * 29) ^ last) & 0xff
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_told_apart() {
        let texts = [
            "/",
            "//",
            "/a",
            "/a\0",
            "/ab",
            "/abcdef",
            "/abcdefg",
            "/abcdefgh",
            "/abcdefgh/abcdefgh/abcdefgh",
        ];
        for at in 0..texts.len() {
            let mut paths: Vec<_> =
                (0..).zip(texts).map(|(leaf, text)| (text.to_owned(), Id::at(leaf))).collect();
            assert_eq!(Paths::new(&paths).find(texts[at].as_bytes()), Some(Id::at(at)));
            paths.remove(at);
            assert_eq!(Paths::new(&paths).find(texts[at].as_bytes()), None);
        }
    }

    #[test]
    fn ten_thousand_similar_paths_do_not_cluster() {
        let shapes: [fn(usize) -> String; 3] =
            [|n| format!("/{n}"), |n| format!("/api/v1/resource{n}/settings"), |n| format!("/{n:016}")];
        for shape in shapes {
            let paths: Vec<_> = (0..10_000).map(|n| (shape(n), Id::at(n))).collect();
            let table = Paths::new(&paths);
            assert!(table.slots.split(|slot| slot.leaf.is_none()).map(<[_]>::len).max() < Some(24));
            assert!(paths.iter().all(|(path, leaf)| table.find(path.as_bytes()) == Some(*leaf)));
        }
    }
}
