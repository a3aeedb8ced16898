//! Time of a lookup in public tables, beside `matchit`: `cargo bench -p micro --bench lookup`.

use divan::{Bencher, black_box, counter::ItemsCount};
use lookup::{Asked, Each, One, Ours, Route, Side, requests, table};

fn main() {
    divan::main();
}

const TABLES: [&str; 4] = ["github", "gplus", "parse", "static"];

fn lookups<S: Side + Sync>(bencher: Bencher<'_, '_>, name: &str, new: fn(&[Route]) -> S, asked: Asked) {
    let table = table(name);
    let (side, requests) = (new(&table), requests(&table, asked));
    bencher.counter(ItemsCount::new(requests.len())).bench(|| {
        for (method, path) in black_box(&requests) {
            side.pay(method, path);
        }
    });
}

#[divan::bench_group]
mod hits {
    use super::*;

    #[divan::bench(args = TABLES)]
    fn fingerpost(bencher: Bencher<'_, '_>, name: &str) {
        lookups(bencher, name, Ours::new, Asked::Hits);
    }

    #[divan::bench(args = TABLES)]
    fn matchit_one(bencher: Bencher<'_, '_>, name: &str) {
        lookups(bencher, name, One::new, Asked::Hits);
    }

    #[divan::bench(args = TABLES)]
    fn matchit_each(bencher: Bencher<'_, '_>, name: &str) {
        lookups(bencher, name, Each::new, Asked::Hits);
    }
}

#[divan::bench_group]
mod misses {
    use super::*;

    #[divan::bench(args = TABLES)]
    fn fingerpost(bencher: Bencher<'_, '_>, name: &str) {
        lookups(bencher, name, Ours::new, Asked::Misses);
    }

    #[divan::bench(args = TABLES)]
    fn matchit_one(bencher: Bencher<'_, '_>, name: &str) {
        lookups(bencher, name, One::new, Asked::Misses);
    }
}
