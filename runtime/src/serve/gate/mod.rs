//! The gate before hyper: what could be read in two ways does not come through (RFC 9112).

mod chunk;
mod field;
mod host;
mod refusal;
mod target;
#[cfg(test)]
mod tests;

pub(super) use refusal::Refusal;

use field::Head;

/// The longest line of a chunk's size with its extensions, and of a trailer, that is looked at in pieces.
const LONGEST_CHUNK_LINE: usize = 4 * 1024;

/// The longest fields that are remembered from one request to the next.
const MOST_KNOWN: usize = 1024;

/// Follows the messages of a connection, line by line, beside hyper, which reads each byte a moment later.
///
/// hyper takes what most servers take: a lone LF, two lengths that agree, a length beside a transfer coding, no host or
/// two. A proxy in front may have read the same bytes differently, and then the next request is not the one that it let
/// through. hyper does not say what it passed over, so the bytes are looked at where they come in. What is left to hyper
/// are the characters of each line: it refuses those by itself.
#[derive(Debug, Default)]
pub(super) struct Gate {
    stage: Stage,
    head: Head,
    /// The line under way, where it began in an earlier read.
    line: Vec<u8>,
    refused: Option<Refused>,
    /// Messages that have come to their ends since this was asked for last.
    ended: u32,
    /// The fields of a request that had a host, to the end of its head, and what follows them.
    known: (Vec<u8>, Stage),
}

/// Why nothing more comes through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// A message, which is answered by the gate.
    Message(Refusal),
    /// The body of a message that is being answered.
    Body,
}

/// What the next bytes are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Stage {
    #[default]
    RequestLine,
    Fields,
    /// So many bytes of a body.
    Body(u64),
    ChunkSize,
    /// So many bytes of a chunk.
    Chunk(u64),
    ChunkEnd,
    Trailers,
}

impl Gate {
    /// How many of these bytes hyper may see: all, or those before what is refused.
    #[inline]
    pub(super) fn look(&mut self, bytes: &[u8]) -> usize {
        // Nearly always one whole message has come and nothing else, with the same fields as the last one.
        if self.is_between()
            && let Some(next) = self.after_known(bytes)
        {
            self.head.is_head = false;
            self.stage = next;
            self.end_of_head();
            return bytes.len();
        }
        let head = if self.is_between() { self.whole_head(bytes) } else { None };
        match head {
            Some(head) if head == bytes.len() => head,
            Some(head) => self.look_closely(bytes, head),
            None => self.look_closely(bytes, 0),
        }
    }

    /// Whether the next byte begins a message.
    #[inline]
    fn is_between(&self) -> bool {
        self.stage == Stage::RequestLine && self.line.is_empty()
    }

    /// What comes after these bytes, if they are one plain request line and the fields that are known, with or without the
    /// body that those announce.
    #[inline]
    fn after_known(&self, bytes: &[u8]) -> Option<Stage> {
        let (fields, next) = &self.known;
        let without = |body: u64| bytes.get(..bytes.len().checked_sub(usize::try_from(body).ok()?)?);
        let (head, next) = match *next {
            Stage::Body(body) => match without(body) {
                Some(head) if head.ends_with(b"\r\n\r\n") => (head, Stage::RequestLine),
                _ => (bytes, *next),
            },
            next => (bytes, next),
        };
        let is_known = head.strip_suffix(&**fields).is_some_and(is_plain) && !fields.is_empty();
        is_known.then_some(next)
    }

    /// Reads a head and says where it ends; none where it is not all here, or is refused.
    #[inline]
    fn whole_head(&mut self, bytes: &[u8]) -> Option<usize> {
        let fields = self.head.first_line(bytes)?;
        let start = bytes.len() - fields.len();
        let (known, next) = &self.known;
        // Clients send the same fields again and again.
        if !known.is_empty() && fields.starts_with(known) && self.head.is_plain() {
            let end = start + known.len();
            self.stage = *next;
            self.end_of_head();
            return Some(end);
        }
        self.learn(fields).map(|length| start + length)
    }

    /// Reads the fields of a head, and remembers them.
    #[inline(never)]
    fn learn(&mut self, fields: &[u8]) -> Option<usize> {
        let length = self.head.fields(fields)?;
        self.stage = self.head.end().ok()?;
        self.end_of_head();
        if self.head.has_host && length <= MOST_KNOWN {
            self.known.0.clear();
            self.known.0.extend_from_slice(&fields[..length]);
            self.known.1 = self.stage;
        }
        Some(length)
    }

    /// Reads line by line, from a place on.
    #[inline(never)]
    fn look_closely(&mut self, bytes: &[u8], mut at: usize) -> usize {
        // Where the message under way begins.
        let mut message = if self.is_between() { at } else { 0 };
        while at < bytes.len() {
            let rest = &bytes[at..];
            if let Stage::Body(left) | Stage::Chunk(left) = self.stage {
                at += self.skip(left, rest.len());
                message = at;
                continue;
            }
            if self.is_between()
                && at > 0
                && let Some(length) = self.whole_head(rest)
            {
                at += length;
                message = at;
                continue;
            }
            let Some(end) = line_feed(rest) else { return self.keep(rest, at) };
            let line = &rest[..=end];
            let read = if self.line.is_empty() { self.read(line) } else { self.read_kept(line) };
            match read {
                Ok(stage) => {
                    self.ended += u32::from(stage == Stage::RequestLine && self.stage != stage);
                    self.stage = stage;
                }
                Err(refusal) => return self.refuse(refusal, message, at),
            }
            at += line.len();
            if self.stage == Stage::RequestLine {
                message = at;
            }
        }
        bytes.len()
    }

    /// How many messages have come to their ends since this was asked last.
    #[inline]
    pub(super) fn take_ended(&mut self) -> u32 {
        std::mem::take(&mut self.ended)
    }

    /// A head is at its end, and so is its message where nothing follows.
    #[inline]
    fn end_of_head(&mut self) {
        self.ended += u32::from(self.stage == Stage::RequestLine);
    }

    pub(super) fn refused(&self) -> Option<Refused> {
        self.refused
    }

    /// Whether a request has not come to the end of its first line.
    pub(super) fn is_in_request_line(&self) -> bool {
        self.stage == Stage::RequestLine && !self.line.is_empty()
    }

    /// Whether a request has begun to come and not ended.
    pub(super) fn is_in_message(&self) -> bool {
        !self.is_between()
    }

    /// Whether the message under way is a request whose answer has no body.
    pub(super) fn is_head(&self) -> bool {
        self.head.is_head
    }

    /// Reads one line, to what comes next.
    #[inline]
    fn read(&mut self, line: &[u8]) -> Result<Stage, Refusal> {
        let Some(text) = line.strip_suffix(b"\r\n") else { return Err(Refusal::LoneLf) };
        match self.stage {
            Stage::RequestLine if text.is_empty() => Ok(Stage::RequestLine),
            Stage::RequestLine => {
                self.head.begin(text)?;
                Ok(Stage::Fields)
            }
            Stage::Fields if text.is_empty() => self.head.end(),
            Stage::Fields => {
                self.head.field(text)?;
                Ok(Stage::Fields)
            }
            Stage::Body(_) | Stage::Chunk(_) => Ok(self.stage),
            Stage::ChunkSize => match chunk::size(text)? {
                0 => Ok(Stage::Trailers),
                size => Ok(Stage::Chunk(size)),
            },
            Stage::ChunkEnd if text.is_empty() => Ok(Stage::ChunkSize),
            Stage::ChunkEnd => Err(Refusal::Chunk),
            Stage::Trailers if text.is_empty() => Ok(Stage::RequestLine),
            Stage::Trailers => {
                chunk::trailer(text)?;
                Ok(Stage::Trailers)
            }
        }
    }

    /// How many of the bytes that are here belong to the body or the chunk, of which so many are left.
    fn skip(&mut self, left: u64, here: usize) -> usize {
        let skipped = left.min(here as u64);
        self.stage = match (self.stage, left - skipped) {
            (Stage::Chunk(_), 0) => Stage::ChunkEnd,
            (Stage::Chunk(_), left) => Stage::Chunk(left),
            (_, 0) => {
                self.ended += 1;
                Stage::RequestLine
            }
            (_, left) => Stage::Body(left),
        };
        usize::try_from(skipped).unwrap_or(here)
    }

    /// Reads the line whose beginning has been kept, now that its end is here.
    #[cold]
    fn read_kept(&mut self, line: &[u8]) -> Result<Stage, Refusal> {
        let mut whole = std::mem::take(&mut self.line);
        whole.extend_from_slice(line);
        self.read(&whole)
    }

    /// Keeps the beginning of a line, which is the rest of what came. How long a head may be is for hyper to say.
    #[cold]
    fn keep(&mut self, rest: &[u8], at: usize) -> usize {
        if !self.is_in_head() && self.line.len() + rest.len() > LONGEST_CHUNK_LINE {
            return self.refuse(Refusal::Chunk, at, at);
        }
        self.line.extend_from_slice(rest);
        at + rest.len()
    }

    /// Lets nothing more through: of a head nothing from where its message begins, of a body nothing from this line on.
    #[cold]
    fn refuse(&mut self, refusal: Refusal, message: usize, line: usize) -> usize {
        if self.is_in_head() {
            self.refused = Some(Refused::Message(refusal));
            message
        } else {
            self.refused = Some(Refused::Body);
            line
        }
    }

    fn is_in_head(&self) -> bool {
        matches!(self.stage, Stage::RequestLine | Stage::Fields)
    }
}

/// Whether this is a whole request line with its end, of our version, of a method whose answer has a body, for a path without
/// a fragment: what most are.
#[inline]
fn is_plain(line: &[u8]) -> bool {
    let Some(line) = line.strip_suffix(b" HTTP/1.1\r\n") else { return false };
    let is_of_path = match line {
        [b'G', b'E', b'T', b' ', b'/', ..] | [b'P', b'U', b'T', b' ', b'/', ..] => true,
        _ => [&b"POST /"[..], b"PATCH /", b"DELETE /"].iter().any(|begin| line.starts_with(begin)),
    };
    is_of_path && is_one_piece(line)
}

/// Whether there is neither `#` nor LF, looked for in pieces of one size each, of which the last two overlap.
#[inline]
fn is_one_piece(line: &[u8]) -> bool {
    match (line.first_chunk::<16>(), line.last_chunk::<16>()) {
        (Some(first), Some(last)) => {
            let mut found = has_break(first) | has_break(last);
            if line.len() > 32 {
                found |= line.as_chunks::<16>().0[1..].iter().any(has_break);
            }
            !found
        }
        _ => match (line.first_chunk::<8>(), line.last_chunk::<8>()) {
            (Some(first), Some(last)) => !(has_break(first) | has_break(last)),
            _ => !has_break(line),
        },
    }
}

/// Without a way out of the loop it is done for all bytes at once.
#[inline]
fn has_break<B: AsRef<[u8]> + ?Sized>(piece: &B) -> bool {
    piece.as_ref().iter().fold(false, |found, byte| found | (*byte == b'#') | (*byte == b'\n'))
}

/// Where the first LF is, looked for eight bytes at a time: most lines are shorter than what `memchr` is made for.
#[inline]
fn line_feed(bytes: &[u8]) -> Option<usize> {
    const ONES: u64 = u64::from_ne_bytes([1; 8]);
    let (words, rest) = bytes.as_chunks::<8>();
    for (index, word) in words.iter().enumerate() {
        // A byte that is LF is zero now, and zero alone borrows from its own highest bit; what a borrow marks above it is
        // not looked at (Mycroft 1987).
        let word = u64::from_le_bytes(*word) ^ (ONES * 10);
        let zeros = word.wrapping_sub(ONES) & !word & (ONES << 7);
        if zeros != 0 {
            return Some(index * 8 + zeros.trailing_zeros() as usize / 8);
        }
    }
    let at = rest.iter().position(|byte| *byte == 10)?;
    Some(words.len() * 8 + at)
}
