//! The routing table against a model that tries every pattern. A line is a pattern (`:` a capture, `*` the rest); the last
//! line is the path.
#![no_main]
#![allow(dead_code, unused_imports, reason = "the runtime calls more of it")]

mod route {
    pub(crate) use fingerpost::Segment;
}

#[path = "../../runtime/src/router/mod.rs"]
mod router;

use fingerpost::Segment;
use libfuzzer_sys::fuzz_target;
use router::{Captures, Found, MakeSieve, Pattern, Router};

const TEXTS: [&str; 6] = ["", "a", "b", "ab", "a-long-text", "a-long-texture"];

/// A path has no more captures than this.
const MOST_CAPTURES: usize = 8;

fn segments(line: &[u8]) -> Option<Vec<Segment>> {
    let captures = line.iter().filter(|byte| matches!(byte, b':' | b'*')).count();
    if captures > MOST_CAPTURES {
        return None;
    }
    let mut segments = Vec::new();
    for (at, byte) in line.iter().enumerate() {
        segments.push(match byte {
            b':' => Segment::Capture,
            b'*' if at + 1 == line.len() => Segment::Rest,
            // Nothing alone stands at the end of a path.
            b'0' if at + 1 < line.len() => return None,
            b'0'..=b'5' => Segment::Literal(TEXTS[usize::from(byte - b'0')]),
            _ => return None,
        });
    }
    (!segments.is_empty()).then_some(segments)
}

fn matches(pattern: &[Segment], path: &[&str]) -> bool {
    match (pattern.split_first(), path.split_first()) {
        (None, None) => true,
        (Some((Segment::Rest, _)), _) => !path.join("/").is_empty(),
        (Some((Segment::Literal(text), pattern)), Some((own, path))) => text == own && matches(pattern, path),
        (Some((Segment::Capture, pattern)), Some((own, path))) => !own.is_empty() && matches(pattern, path),
        _ => false,
    }
}

fn rank(pattern: &[Segment]) -> Vec<u8> {
    pattern
        .iter()
        .map(|segment| match segment {
            Segment::Literal(_) => 0,
            Segment::Rest => 2,
            _ => 1,
        })
        .collect()
}

fuzz_target!(|bytes: &[u8]| {
    let mut lines: Vec<&[u8]> = bytes.split(|byte| *byte == b'\n').collect();
    let path = lines.pop().unwrap_or_default();
    let patterns: Vec<Vec<Segment>> = lines.into_iter().filter_map(segments).take(24).collect();
    let path: String = path
        .iter()
        .map(|byte| match byte {
            b'0'..=b'5' => TEXTS[usize::from(byte - b'0')],
            _ => "/",
        })
        .collect();
    let path = format!("/{path}");
    let routes = patterns.iter().map(|segments| Pattern { methods: &["GET"], prefix: "", segments });
    let router = Router::new(routes, Some(MakeSieve::ANY));
    let mut captures = Captures::new();
    let (found, normal) = match router.look_up(&http::Method::GET, &path, &mut captures) {
        Some(found) => (found, None),
        None => match router.look_up_odd(&http::Method::GET, &path, &mut captures) {
            Ok(looked_up) => looked_up,
            Err(_) => return,
        },
    };
    let path = normal.unwrap_or(path);
    let split: Vec<&str> = path[1..].split('/').collect();
    let best = (0..patterns.len())
        .filter(|at| matches(&patterns[*at], &split))
        .min_by_key(|at| (rank(&patterns[*at]), *at));
    match (found, best) {
        (Found::Route(found), Some(best)) => assert_eq!(found, best, "{path}: {patterns:?}"),
        (Found::Nothing, None) => {}
        (_, best) => panic!("{path}: {best:?} of {patterns:?}"),
    }
});
