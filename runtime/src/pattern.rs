//! A path as its attribute writes it, read in const evaluation.
//!
//! The macro has read it too. But lists that a handler writes out are bodies that each check of it pays for, and a text is not;
//! what is made of it here is asked for where a program is built.

use std::marker::PhantomData;

use crate::route::{Endpoint, Segment};

/// The most segments that are read of a path, and the most captures. Of one with more the macro writes them, as of one with braces of
/// its own.
const SEGMENTS: usize = 8;
const CAPTURES: usize = 4;

/// What a path says.
struct Read {
    segments: [Segment; SEGMENTS],
    count: usize,
    captures: [&'static str; CAPTURES],
    captured: usize,
}

const fn read(path: &'static str) -> Read {
    let mut read =
        Read { segments: [Segment::Capture; SEGMENTS], count: 0, captures: [""; CAPTURES], captured: 0 };
    let bytes = path.as_bytes();
    // Behind the slash that a path begins with.
    let (mut start, mut at) = (1, 1);
    let (mut opened, mut closed) = (0, 0);
    while !bytes.is_empty() && at <= bytes.len() && read.count < SEGMENTS {
        match if at < bytes.len() { bytes[at] } else { b'/' } {
            b'{' => opened = at,
            b'}' => closed = at,
            b'/' if opened < start => {
                read.segments[read.count] = Segment::Literal(between(path, start, at));
                read.count += 1;
                start = at + 1;
            }
            b'/' => {
                let (segment, name) = captured(path, (start, opened, closed, at));
                read.segments[read.count] = segment;
                read.count += 1;
                start = at + 1;
                if read.captured < CAPTURES {
                    read.captures[read.captured] = name;
                    read.captured += 1;
                }
            }
            _ => {}
        }
        at += 1;
    }
    read
}

/// A segment with a capture, by where it starts, its braces, and where it ends; and the name of the capture.
const fn captured(
    path: &'static str,
    (start, opened, closed, end): (usize, usize, usize, usize),
) -> (Segment, &'static str) {
    let bytes = path.as_bytes();
    match (bytes[opened + 1], bytes[closed - 1]) {
        (b'*', b'?') => (Segment::RestOrNothing, between(path, opened + 2, closed - 1)),
        (b'*', _) => (Segment::Rest, between(path, opened + 2, closed)),
        _ => {
            let name = between(path, opened + 1, closed);
            if opened == start && closed + 1 == end {
                (Segment::Capture, name)
            } else {
                (Segment::Partial(between(path, start, opened), between(path, closed + 1, end)), name)
            }
        }
    }
}

const fn between(text: &'static str, start: usize, end: usize) -> &'static str {
    text.split_at(end).0.split_at(start).1
}

/// What the path of a handler says.
pub(crate) struct Pattern<H>(PhantomData<H>);

impl<H: Endpoint> Pattern<H> {
    const READ: Read = read(H::INFO.3);

    /// Its segments.
    pub(crate) const SEGMENTS: &'static [Segment] = {
        let Read { segments: [a, b, c, d, e, f, g, h], count, .. } = Self::READ;
        match count {
            0 => &[],
            1 => &[a],
            2 => &[a, b],
            3 => &[a, b, c],
            4 => &[a, b, c, d],
            5 => &[a, b, c, d, e],
            6 => &[a, b, c, d, e, f],
            7 => &[a, b, c, d, e, f, g],
            _ => &[a, b, c, d, e, f, g, h],
        }
    };

    /// The names of its captures.
    pub(crate) const CAPTURES: &'static [&'static str] = {
        let Read { captures: [a, b, c, d], captured, .. } = Self::READ;
        match captured {
            0 => &[],
            1 => &[a],
            2 => &[a, b],
            3 => &[a, b, c],
            _ => &[a, b, c, d],
        }
    };

    /// Its parameters, where they are its captures alone.
    pub(crate) const PARAMETERS: &'static [(&'static str, bool)] = {
        let Read { captures: [a, b, c, d], captured, .. } = Self::READ;
        match captured {
            0 => &[],
            1 => &[(a, true)],
            2 => &[(a, true), (b, true)],
            3 => &[(a, true), (b, true), (c, true)],
            _ => &[(a, true), (b, true), (c, true), (d, true)],
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_read_as_it_is_written() {
        let Read { segments, count, captures, captured } = read("/posts/{id}/@{user}.json/{*rest?}");
        let expected = [
            Segment::Literal("posts"),
            Segment::Capture,
            Segment::Partial("@", ".json"),
            Segment::RestOrNothing,
        ];
        assert_eq!(segments[..count], expected);
        assert_eq!(captures[..captured], ["id", "user", "rest"]);
    }

    #[test]
    fn the_root_and_a_slash_at_the_end_are_segments_without_text() {
        let root = read("/");
        assert_eq!(root.segments[..root.count], [Segment::Literal("")]);
        let posts = read("/posts/");
        assert_eq!(posts.segments[..posts.count], [Segment::Literal("posts"), Segment::Literal("")]);
        assert_eq!(read("").count, 0);
    }

    #[test]
    fn a_rest_is_one_segment_and_text_beside_ascii_stays_whole() {
        let files = read("/dateien/größe-{größe}/{*pfad}");
        let expected = [Segment::Literal("dateien"), Segment::Partial("größe-", ""), Segment::Rest];
        assert_eq!(files.segments[..files.count], expected);
        assert_eq!(files.captures[..files.captured], ["größe", "pfad"]);
    }
}
