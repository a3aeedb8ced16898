//! Texts where the library's own means will not do: in const evaluation (`ConstText`, `same`), and joined by little code.

use std::fmt::{Display, Write as _};

/// What prints, with a text between each two. A slice's own `join` is 1 KB of a program for each type of them.
pub(crate) fn joined<T: Display>(texts: &[T], between: &str) -> String {
    let mut joined = String::new();
    for (at, text) in texts.iter().enumerate() {
        joined.push_str(if at == 0 { "" } else { between });
        // Writing to a string does not fail.
        let _ = write!(joined, "{text}");
    }
    joined
}

/// Whether two texts are the same.
pub(crate) const fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while at < one.len() {
        if one[at] != other[at] {
            return false;
        }
        at += 1;
    }
    true
}

/// Text of at most 1024 bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ConstText {
    bytes: [u8; ConstText::ROOM],
    length: usize,
}

impl ConstText {
    const ROOM: usize = 1024;

    pub(crate) const fn new() -> Self {
        Self { bytes: [0; Self::ROOM], length: 0 }
    }

    pub(crate) const fn as_str(&self) -> &str {
        match std::str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(text) => text,
            Err(_) => "",
        }
    }

    /// Appends a text, if there is room for it.
    pub(crate) const fn text(mut self, text: &str) -> Self {
        let bytes = text.as_bytes();
        if self.length + bytes.len() > Self::ROOM {
            return self;
        }
        let mut at = 0;
        while at < bytes.len() {
            self.bytes[self.length] = bytes[at];
            self.length += 1;
            at += 1;
        }
        self
    }

    pub(crate) const fn number(self, number: u32) -> Self {
        const DIGITS: &str = "0123456789";
        let shorter = if number >= 10 { self.number(number / 10) } else { self };
        shorter.text(DIGITS.split_at((number % 10) as usize).1.split_at(1).0)
    }
}
