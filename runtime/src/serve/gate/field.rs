//! `Head`: what a head says of where its message ends and whom it is for.

use super::{Refusal, Stage, host, line_feed, target};

/// What of a head matters to its framing and its host.
#[derive(Debug, Default)]
pub(super) struct Head {
    is_old: bool,
    pub(super) is_head: bool,
    pub(super) has_host: bool,
    length: Option<u64>,
    is_chunked: bool,
    /// The host that the target itself names, which is rare.
    authority: Option<Box<target::Authority>>,
}

impl Head {
    /// Reads the request line at the beginning of these bytes, to what follows it; none where it is not all there, or is
    /// refused.
    #[inline]
    pub(super) fn first_line<'b>(&mut self, bytes: &'b [u8]) -> Option<&'b [u8]> {
        let (line, rest) = split_line(bytes)?;
        self.begin(line).ok()?;
        Some(rest)
    }

    /// Reads fields to the end of the head; none where it is not all there, or is refused.
    #[inline]
    pub(super) fn fields(&mut self, bytes: &[u8]) -> Option<usize> {
        let mut rest = bytes;
        loop {
            let (line, after) = split_line(rest)?;
            if line.is_empty() {
                return Some(bytes.len() - after.len());
            }
            self.field(line).ok()?;
            rest = after;
        }
    }

    /// Whether fields that were good for another request are good for this one: it is no older, and its target names no
    /// host of its own.
    #[inline]
    pub(super) fn is_plain(&self) -> bool {
        self.authority.is_none() && !self.is_old
    }

    /// Reads the request line (RFC 9112 §3).
    #[inline]
    pub(super) fn begin(&mut self, line: &[u8]) -> Result<(), Refusal> {
        self.is_old = match line.last_chunk() {
            Some(b" HTTP/1.1") => false,
            Some(b" HTTP/1.0") => true,
            _ => return Err(without_version(line)),
        };
        let line = &line[..line.len() - " HTTP/1.1".len()];
        let (method, target) = match line {
            [b'G', b'E', b'T', b' ', target @ ..] => (&line[..3], target),
            _ => match line.iter().position(|byte| *byte == b' ') {
                Some(space) => (&line[..space], &line[space + 1..]),
                None => return Err(Refusal::RequestLine),
            },
        };
        self.is_head = method == b"HEAD";
        self.has_host = false;
        self.length = None;
        self.is_chunked = false;
        self.authority = target::authority(method, target)?;
        Ok(())
    }

    /// Reads a field line (RFC 9112 §5).
    #[inline]
    pub(super) fn field(&mut self, line: &[u8]) -> Result<(), Refusal> {
        match line[0] {
            b'h' | b'H' => match line {
                [_, b'o' | b'O', b's' | b'S', b't' | b'T', b':', value @ ..] => self.host(trim(value)),
                _ => Ok(()),
            },
            b'c' | b'C' => match value_of(line, b"content-length:") {
                Some(value) => self.length(value),
                None => Ok(()),
            },
            b't' | b'T' => match value_of(line, b"transfer-encoding:") {
                Some(value) => self.coding(value),
                None => Ok(()),
            },
            b'e' | b'E' => match value_of(line, b"expect:") {
                Some(value) if !value.eq_ignore_ascii_case(b"100-continue") => Err(Refusal::Expectation),
                _ => Ok(()),
            },
            b' ' | b'\t' => Err(Refusal::Folded),
            _ => Ok(()),
        }
    }

    /// What follows the head (RFC 9112 §6.3).
    #[inline]
    pub(super) fn end(&self) -> Result<Stage, Refusal> {
        if !self.has_host && !self.is_old {
            return Err(Refusal::NoHost);
        }
        match (self.is_chunked, self.length) {
            (false, None | Some(0)) => Ok(Stage::RequestLine),
            (false, Some(length)) => Ok(Stage::Body(length)),
            (true, None) => Ok(Stage::ChunkSize),
            (true, Some(_)) => Err(Refusal::LengthAndCoding),
        }
    }

    /// One host, and the one that the target names (RFC 9112 §3.2).
    #[inline]
    fn host(&mut self, value: &[u8]) -> Result<(), Refusal> {
        if self.has_host {
            return Err(Refusal::TwoHosts);
        }
        self.has_host = true;
        if !host::is_valid(value) {
            return Err(Refusal::Host);
        }
        match &self.authority {
            Some(authority) if !authority.is(value) => Err(Refusal::OtherHost),
            _ => Ok(()),
        }
    }

    /// One length, and a number (RFC 9110 §8.6). That two are the same is no excuse: who wrote the second?
    #[cold]
    fn length(&mut self, value: &[u8]) -> Result<(), Refusal> {
        if self.length.is_some() {
            return Err(Refusal::TwoLengths);
        }
        if value.is_empty() || !value.iter().all(u8::is_ascii_digit) {
            return Err(Refusal::Length);
        }
        let length = std::str::from_utf8(value).ok().and_then(|digits| digits.parse::<u64>().ok());
        // What is near the largest number would overflow somewhere behind us.
        self.length = Some(length.filter(|length| *length <= i64::MAX as u64).ok_or(Refusal::Length)?);
        Ok(())
    }

    /// Chunked, once, and nothing else (RFC 9112 §6.1).
    #[cold]
    fn coding(&mut self, value: &[u8]) -> Result<(), Refusal> {
        if self.is_old {
            return Err(Refusal::CodingOfOld);
        }
        if self.is_chunked {
            return Err(Refusal::TwoCodings);
        }
        let is_chunked = |coding: &[u8]| coding.eq_ignore_ascii_case(b"chunked");
        let mut codings = value.split(|byte| *byte == b',').map(trim).rev();
        if !codings.next().is_some_and(is_chunked) {
            return Err(Refusal::Coding);
        }
        self.is_chunked = true;
        match codings.next() {
            None => Ok(()),
            Some(coding) if coding.is_empty() || is_chunked(coding) || codings.any(is_chunked) => {
                Err(Refusal::Coding)
            }
            Some(_) => Err(Refusal::UnknownCoding),
        }
    }
}

/// The first line without its CR LF, and what follows; none where it ends in another way.
#[inline]
fn split_line(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (line, rest) = bytes.split_at_checked(line_feed(bytes)? + 1)?;
    Some((line.strip_suffix(b"\r\n")?, rest))
}

/// The value of a field line of this name, which is written with its colon and in small letters.
#[inline]
pub(super) fn value_of<'l>(line: &'l [u8], name: &[u8]) -> Option<&'l [u8]> {
    let (own, value) = line.split_at_checked(name.len())?;
    own.eq_ignore_ascii_case(name).then(|| trim(value))
}

/// Without the optional whitespace around it (RFC 9110 §5.6.3).
#[inline]
fn trim(mut value: &[u8]) -> &[u8] {
    while let [b' ' | b'\t', rest @ ..] | [rest @ .., b' ' | b'\t'] = value {
        value = rest;
    }
    value
}

/// What is wrong with a line that does not end with a version of ours: `HTTP/2.0` is one of others (RFC 9110 §15.6.6).
#[cold]
fn without_version(line: &[u8]) -> Refusal {
    match line.last_chunk() {
        Some([b' ', b'H', b'T', b'T', b'P', b'/', major, b'.', minor])
            if major.is_ascii_digit() && minor.is_ascii_digit() =>
        {
            Refusal::Version
        }
        _ => Refusal::RequestLine,
    }
}
