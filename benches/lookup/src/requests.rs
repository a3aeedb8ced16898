//! Requests to a table: such as it answers, such as it answers for other methods alone, and such as it does not.

use std::collections::BTreeSet;

use http::Method;

use crate::{Each, One, Ours, Outcome, Route, Side};

/// What comes of all the requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    Hits,
    Misses,
    WrongMethods,
    /// A single one, to an adversarial table: the path that all of its routes match but for the last segment.
    Worst,
}

impl Asked {
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "hits" => Some(Self::Hits),
            "misses" => Some(Self::Misses),
            "worst" => Some(Self::Worst),
            "wrong-methods" => Some(Self::WrongMethods),
            _ => None,
        }
    }

    fn is(self, outcome: Outcome) -> bool {
        matches!(
            (self, outcome),
            (Self::Hits, Outcome::Route(_))
                | (Self::Misses, Outcome::Nothing)
                | (Self::WrongMethods, Outcome::OtherMethods)
        )
    }
}

const VALUES: [&str; 6] = ["rust-lang", "42", "a1b2c3d4e5f60718293a", "octocat", "main", "hello-world-2"];
const METHODS: [Method; 5] = [Method::GET, Method::POST, Method::PUT, Method::DELETE, Method::PATCH];

/// The requests of a kind, on which all the routers agree.
///
/// # Panics
///
/// When a router answers otherwise than another does.
pub fn requests(table: &[Route], asked: Asked) -> Vec<(Method, String)> {
    if asked == Asked::Worst {
        let segments = table[0].path.split('/').count() - 2;
        return vec![(Method::GET, "/a".repeat(segments) + "/nowhere")];
    }
    let (ours, one, each) = (Ours::new(table), One::new(table), Each::new(table));
    let mut requests = Vec::new();
    for (method, path) in candidates(table) {
        let outcome = ours.find(&method, &path);
        for other in [one.find(&method, &path), each.find(&method, &path)] {
            assert_eq!(outcome, other, "{method} {path}");
        }
        if asked.is(outcome) {
            requests.push((method, path));
        }
    }
    requests
}

/// Each route's path with values; the same with other methods; the same with a change in front, in the middle, at the end.
fn candidates(table: &[Route]) -> Vec<(Method, String)> {
    let mut all = Vec::new();
    let mut paths = BTreeSet::new();
    for (at, route) in table.iter().enumerate() {
        let path = concrete(&route.path);
        all.push((route.method.clone(), path.clone()));
        let middle = path.len() / 2;
        for changed in [
            path.replacen('/', "/x", 1),
            format!("{}x{}", &path[..middle], &path[middle..]),
            path.clone() + "x",
            path.clone() + "/nowhere",
        ] {
            all.push((route.method.clone(), changed));
        }
        if paths.insert(path.clone()) {
            all.push((METHODS[at % METHODS.len()].clone(), path.clone()));
            all.push((METHODS[(at + 2) % METHODS.len()].clone(), path));
        }
    }
    all
}

fn concrete(path: &str) -> String {
    let mut at = path.len();
    let segments = path.split('/').map(|segment| {
        if !segment.starts_with('{') {
            return segment;
        }
        at += 1;
        VALUES[at % VALUES.len()]
    });
    segments.collect::<Vec<_>>().join("/")
}
