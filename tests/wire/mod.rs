//! The wire: bytes that a client may send, and what becomes of them. Read by the tests and by the benches, so it depends
//! on nothing.

mod chunked;
mod fields;
mod hosts;
mod lengths;
mod lines;
mod observe;
mod paths;
mod semantics;

pub(crate) use observe::Observed;

/// Bytes on a connection of their own, and our answer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Case {
    pub(crate) what: &'static str,
    /// The document and section that says what a server does.
    pub(crate) rfc: &'static str,
    /// What is sent; `<x*9>` is nine times `x`.
    pub(crate) sent: &'static [u8],
    /// The statuses of the answers, and what the connection does then: `200 kept`, `400 closed`, `waits`.
    pub(crate) answer: &'static str,
    /// How the last answer ends.
    pub(crate) ends: &'static [u8],
}

/// A case whose last answer ends in any way.
const fn case(what: &'static str, rfc: &'static str, sent: &'static [u8], answer: &'static str) -> Case {
    Case { what, rfc, sent, answer, ends: b"" }
}

impl Case {
    const fn ends(mut self, ends: &'static [u8]) -> Self {
        self.ends = ends;
        self
    }

    /// The bytes themselves.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut rest = self.sent;
        while let Some((&byte, after)) = rest.split_first() {
            match (byte, after) {
                (b'<', [repeated, b'*', ..]) => {
                    let end = after.iter().position(|byte| *byte == b'>').expect("the end of a repetition");
                    let times =
                        std::str::from_utf8(&after[2..end]).expect("digits").parse().expect("a number");
                    bytes.extend(std::iter::repeat_n(*repeated, times));
                    rest = &after[end + 1..];
                }
                _ => {
                    bytes.push(byte);
                    rest = after;
                }
            }
        }
        bytes
    }

    /// Whether the answers have no bodies: all requests of a case are HEAD, or none.
    pub(crate) fn is_head(&self) -> bool {
        self.sent.starts_with(b"HEAD ")
    }

    /// The case as a row of a table, of which the columns of others follow.
    pub(crate) fn row(&self, ours: &str) -> String {
        let sent = self.shown().replace('|', "\\|");
        format!("| {} | `{sent}` | {} | {ours} |", self.what, self.rfc)
    }

    /// What is sent, for people.
    pub(crate) fn shown(&self) -> String {
        let shown: String = self.sent.escape_ascii().map(char::from).collect();
        shown.replace("\\'", "'").replace("\\\"", "\"")
    }
}

/// A group of cases, by what they are about.
pub(crate) const GROUPS: [(&str, &[Case]); 7] = [
    ("Lines", lines::CASES),
    ("Fields", fields::CASES),
    ("Hosts and targets", hosts::CASES),
    ("Lengths and codings", lengths::CASES),
    ("Chunks", chunked::CASES),
    ("Paths", paths::CASES),
    ("Meaning", semantics::CASES),
];
