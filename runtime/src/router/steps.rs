//! `Steps`: where each literal and each partial leads to from each place. One map for the tree and the sieve, since a map's code is
//! compiled anew for each type of key, 4 KB of every program.

use std::collections::HashMap;

use super::hash::Hashes;
use super::pattern::Step;
use super::tree::Id;

#[derive(Debug, Default)]
pub(super) struct Steps<'a>(HashMap<(Id, Step<'a>), Id, Hashes>);

impl<'a> Steps<'a> {
    /// Where this step leads to: to `to`, unless it has led elsewhere before.
    pub(super) fn lead(&mut self, from: Id, step: Step<'a>, to: Id) -> Id {
        *self.0.entry((from, step)).or_insert(to)
    }

    pub(super) fn get(&self, from: Id, step: Step<'a>) -> Option<Id> {
        self.0.get(&(from, step)).copied()
    }
}
