//! The gate's reading does not depend on where reads end.

use super::*;

/// What comes through of bytes that arrive in pieces of a length, and what is refused.
fn through(bytes: &[u8], piece: usize) -> (usize, Option<Refused>) {
    let mut gate = Gate::default();
    let mut seen = 0;
    for piece in bytes.chunks(piece) {
        let passed = gate.look(piece);
        seen += passed;
        if gate.refused().is_some() {
            break;
        }
        assert_eq!(passed, piece.len());
    }
    (seen, gate.refused())
}

const GOOD: &[&str] = &[
    "GET / HTTP/1.1\r\nhost: a\r\n\r\n",
    "\r\nGET / HTTP/1.1\r\nHost:a:80\r\n\r\nPOST / HTTP/1.1\r\nhost: a\r\ncontent-length: 3\r\n\r\na\nb",
    "POST / HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n3;a=b\r\na\nb\r\n0\r\nx: y\r\n\r\nGET / HTTP/1.0\r\n\r\n",
    "GET http://a/b HTTP/1.1\r\nhost: A:80\r\n\r\n",
    "GET / HTTP/1.1\r\nhost: [::1]:80\r\n\r\n",
];

const BAD: &[(&str, Refusal)] = &[
    ("GET / HTTP/1.1\nhost: a\r\n\r\n", Refusal::LoneLf),
    ("GET / HTTP/1.1\r\nhost: a\r\nhost: a\r\n\r\n", Refusal::TwoHosts),
    ("GET / HTTP/1.1\r\n\r\n", Refusal::NoHost),
    ("GET /#a HTTP/1.1\r\n", Refusal::Target),
    ("GET http://a/ HTTP/1.1\r\nhost: b\r\n", Refusal::OtherHost),
    (
        "POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n",
        Refusal::LengthAndCoding,
    ),
    ("POST / HTTP/1.1\r\nhost: a\r\ntransfer-encoding: gzip, chunked\r\n", Refusal::UnknownCoding),
];

#[test]
fn what_is_good_comes_through_in_whatever_pieces() {
    for good in GOOD {
        for piece in 1..=good.len() {
            assert_eq!(through(good.as_bytes(), piece), (good.len(), None), "{good:?} by {piece}");
        }
    }
}

#[test]
fn what_is_bad_is_refused_in_whatever_pieces_and_what_came_before_is_not() {
    for (bad, refusal) in BAD {
        for good in GOOD {
            let bytes = format!("{good}{bad}");
            for piece in 1..=bytes.len() {
                let (seen, refused) = through(bytes.as_bytes(), piece);
                assert_eq!(refused, Some(Refused::Message(*refusal)), "{bytes:?} by {piece}");
                assert!(seen >= good.len() && seen < bytes.len(), "{bytes:?} by {piece}: {seen}");
            }
            assert_eq!(through(bytes.as_bytes(), bytes.len()).0, good.len(), "{bytes:?}");
        }
    }
}

#[test]
fn a_bad_chunk_is_refused_where_it_begins() {
    let head = "POST / HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n";
    for chunk in
        ["zz\r\n", "1\na", "1 \r\n", "1;\r\n", "-1\r\n", "0x1\r\n", "11111111111111111\r\n", "1;a\rb\r\n"]
    {
        let bytes = format!("{head}{chunk}");
        for piece in [1, 7, bytes.len()] {
            assert_eq!(through(bytes.as_bytes(), piece).1, Some(Refused::Body), "{chunk:?} by {piece}");
        }
        assert_eq!(through(bytes.as_bytes(), bytes.len()).0, head.len(), "{chunk:?}");
    }
}

#[test]
fn what_is_known_of_the_request_before_lets_nothing_else_through() {
    let mut gate = Gate::default();
    for line in ["GET / HTTP/1.1", "HEAD /b HTTP/1.1", "POST / HTTP/1.0"] {
        let head = format!("{line}\r\nhost: a\r\n\r\n");
        assert_eq!(gate.look(head.as_bytes()), head.len());
    }
    assert_eq!(gate.look(b"GET http://b/ HTTP/1.1\r\nhost: a\r\n\r\n"), 0);
    let mut gate = Gate::default();
    gate.look(b"GET / HTTP/1.0\r\n\r\n");
    assert_eq!(gate.look(b"GET / HTTP/1.1\r\n\r\n"), 0);
    assert_eq!(gate.refused(), Some(Refused::Message(Refusal::NoHost)));
    let mut gate = Gate::default();
    let chunked = "host: a\r\ntransfer-encoding: chunked\r\n\r\n";
    let good = format!("POST / HTTP/1.1\r\n{chunked}0\r\n\r\n");
    assert_eq!(gate.look(good.as_bytes()), good.len());
    assert_eq!(gate.look(format!("POST / HTTP/1.0\r\n{chunked}0\r\n\r\n").as_bytes()), 0);
    assert_eq!(gate.refused(), Some(Refused::Message(Refusal::CodingOfOld)));
}

#[test]
fn a_body_after_known_fields_is_a_body() {
    let mut gate = Gate::default();
    let request = "POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 7\r\n\r\na\nb\r\n\r\n";
    for _ in 0..3 {
        let twice = request.repeat(2);
        assert_eq!(gate.look(twice.as_bytes()), twice.len());
        assert_eq!(gate.look(&request.as_bytes()[..request.len() - 3]), request.len() - 3);
        assert_eq!(gate.look(b"\n\r\n"), 3);
    }
    assert_eq!(gate.look(format!("{request}\n").as_bytes()), request.len());
}

/// Request lines that are let through or not, with a break at each place of a long one.
fn lines() -> Vec<String> {
    let mut lines: Vec<String> = [
        "GET / HTTP/1.1",
        "GET /a HTTP/1.0",
        "GET /a HTTP/2.0",
        "GET  HTTP/1.1",
        "GET HTTP/1.1",
        "HEAD /a HTTP/1.1",
        "POST /a HTTP/1.1",
        "PURGE /a HTTP/1.1",
        "CONNECT /a HTTP/1.1",
        "CONNECT a:80 HTTP/1.1",
        "OPTIONS * HTTP/1.1",
        "GET http://a/ HTTP/1.1",
        "GET http://b/ HTTP/1.1",
        "DELETE /a\r\nx: /b HTTP/1.1",
        "\r\nGET /a HTTP/1.1",
    ]
    .map(str::to_owned)
    .into();
    for length in [5, 9, 14, 17, 33, 50] {
        let path = "/".repeat(length);
        lines.push(format!("PUT {path} HTTP/1.1"));
        for at in 1..length {
            lines.extend(
                ["#", "\n", "\r\n"]
                    .map(|found| format!("GET {}{found}{} HTTP/1.1", &path[..at], &path[at..])),
            );
        }
    }
    lines
}

#[test]
fn what_is_known_changes_nothing() {
    let fields = ["host: a\r\n\r\n", "host: a\r\ncontent-length: 3\r\n\r\n", "host: b\r\n\r\n", "\r\n"];
    for known in fields {
        let first = format!("POST / HTTP/1.1\r\n{known}");
        let body = if known.contains("length") { "a\nb" } else { "" };
        for line in lines() {
            for (fields, rest) in
                fields.iter().flat_map(|fields| ["", "a\nb", "a\n", "a\nb\n"].map(|rest| (fields, rest)))
            {
                let second = format!("{line}\r\n{fields}{rest}");
                let (mut knowing, mut fresh) = (Gate::default(), Gate::default());
                knowing.look(format!("{first}{body}").as_bytes());
                if knowing.refused().is_some() {
                    continue;
                }
                let seen = knowing.look(second.as_bytes());
                assert_eq!(seen, fresh.look(second.as_bytes()), "{second:?} after {first:?}");
                assert_eq!(knowing.refused(), fresh.refused(), "{second:?} after {first:?}");
                assert_eq!(knowing.stage, fresh.stage, "{second:?} after {first:?}");
                assert_eq!(knowing.is_head(), fresh.is_head(), "{second:?} after {first:?}");
            }
        }
    }
}
