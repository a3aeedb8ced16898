//! Error texts, kept short so that a response never echoes a whole body.

use std::fmt::{self, Display, Write};

/// The most bytes of a text that comes out of what the client sent.
const LIMIT: usize = 256;

/// The error's text, cut off where it becomes long: serde quotes the value that it did not expect.
#[cold]
pub(crate) fn brief(error: &dyn Display) -> String {
    let mut text = Brief(String::new());
    if write!(text, "{error}").is_err() {
        text.0.push('…');
    }
    text.0
}

struct Brief(String);

impl Write for Brief {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let room = LIMIT - self.0.len();
        if text.len() <= room {
            self.0.push_str(text);
            return Ok(());
        }
        let fits = (0..=room).rev().find_map(|end| text.get(..end));
        self.0.push_str(fits.unwrap_or_default());
        Err(fmt::Error)
    }
}

#[cfg(test)]
mod tests {
    use super::brief;

    #[test]
    fn a_short_text_stays() {
        assert_eq!(brief(&"expected u32"), "expected u32");
    }

    #[test]
    fn a_long_text_ends_at_a_character() {
        let text = brief(&"é".repeat(1000));
        assert_eq!(text, format!("{}…", "é".repeat(128)));
    }
}
