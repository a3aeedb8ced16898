//! Numbers in order, in const evaluation: thousands in a fraction of a second.

/// Heap sort: in place, no recursion, and never worse than its average.
pub(super) const fn sort(keys: &mut [(u64, u32, u32)]) {
    let mut start = keys.len() / 2;
    while start > 0 {
        start -= 1;
        sift_down(keys, start, keys.len());
    }
    let mut end = keys.len();
    while end > 1 {
        end -= 1;
        keys.swap(0, end);
        sift_down(keys, 0, end);
    }
}

const fn sift_down(keys: &mut [(u64, u32, u32)], start: usize, end: usize) {
    let mut root = start;
    loop {
        let mut child = 2 * root + 1;
        if child >= end {
            return;
        }
        if child + 1 < end && less(keys[child], keys[child + 1]) {
            child += 1;
        }
        if !less(keys[root], keys[child]) {
            return;
        }
        keys.swap(root, child);
        root = child;
    }
}

const fn less(left: (u64, u32, u32), right: (u64, u32, u32)) -> bool {
    left.0 < right.0 || (left.0 == right.0 && left.1 < right.1)
}

/// Binary search: the first with this key.
pub(super) const fn find(sorted: &[(u64, u32, u32)], key: u64) -> Option<usize> {
    let (mut low, mut high) = (0, sorted.len());
    while low < high {
        let middle = (low + high) / 2;
        if sorted[middle].0 < key {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if low < sorted.len() && sorted[low].0 == key { Some(low) } else { None }
}
