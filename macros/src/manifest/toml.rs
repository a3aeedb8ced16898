//! As much of TOML as a Cargo.toml takes to be understood, which Cargo has read before and found right.

/// Every value that is no array, under all of its keys. What is escaped in a text stays so: no name needs it.
pub(super) fn entries(text: &str) -> Vec<(Vec<String>, String)> {
    let mut toml = Toml { rest: text, entries: Vec::new() };
    let mut table = Vec::new();
    while toml.skip_blank() {
        if toml.take("[") {
            toml.take("[");
            table = toml.keys(&[]);
            toml.take("]");
            toml.take("]");
        } else {
            toml.entry(&table);
        }
    }
    toml.entries
}

struct Toml<'a> {
    rest: &'a str,
    entries: Vec<(Vec<String>, String)>,
}

impl<'a> Toml<'a> {
    fn take(&mut self, token: &str) -> bool {
        let rest = self.rest.strip_prefix(token);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn split(&mut self, at: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(at);
        self.rest = rest;
        taken
    }

    /// Up to the first of these.
    fn until(&mut self, ends: &[char]) -> &'a str {
        self.split(self.rest.find(ends).unwrap_or(self.rest.len()))
    }

    /// Goes over spaces, lines, and comments; whether anything is left.
    fn skip_blank(&mut self) -> bool {
        loop {
            self.rest = self.rest.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
            if !self.take("#") {
                return !self.rest.is_empty();
            }
            self.until(&['\n']);
        }
    }

    /// `a."b.c".d`, below others.
    fn keys(&mut self, above: &[String]) -> Vec<String> {
        let mut keys = above.to_owned();
        loop {
            self.skip_blank();
            let key = self.text().unwrap_or_else(|| self.until(&['.', '=', ']', ' ', '\t', '\r', '\n']));
            keys.push(key.to_owned());
            self.skip_blank();
            if !self.take(".") {
                return keys;
            }
        }
    }

    fn entry(&mut self, above: &[String]) {
        let keys = self.keys(above);
        if self.take("=") {
            self.value(keys);
        } else {
            // No TOML: the next line may be.
            self.until(&['\n']);
        }
    }

    fn value(&mut self, keys: Vec<String>) {
        self.skip_blank();
        if self.take("{") {
            self.items("}", |toml| toml.entry(&keys));
        } else if self.take("[") {
            let kept = self.entries.len();
            self.items("]", |toml| toml.value(Vec::new()));
            self.entries.truncate(kept);
        } else {
            let value =
                self.text().unwrap_or_else(|| self.until(&[',', '}', ']', '#', '\r', '\n']).trim_end());
            self.entries.push((keys, value.to_owned()));
        }
    }

    fn items(&mut self, end: &str, mut item: impl FnMut(&mut Self)) {
        while self.skip_blank() && !self.take(end) {
            let left = self.rest.len();
            if !self.take(",") {
                item(self);
            }
            if self.rest.len() == left {
                // No TOML, as a file may be that is being written: past what begins nothing.
                self.split(self.rest.chars().next().map_or(0, char::len_utf8));
            }
        }
    }

    /// A quoted text, if one is next.
    fn text(&mut self) -> Option<&'a str> {
        let quote = ["\"\"\"", "'''", "\"", "'"].into_iter().find(|quote| self.take(quote))?;
        let escapes = quote.starts_with('"');
        let mut at = 0;
        while !self.rest[at..].starts_with(quote) {
            let Some(next) = self.rest[at..].chars().next() else { break };
            at += next.len_utf8();
            if escapes && next == '\\' {
                at += self.rest[at..].chars().next().map_or(0, char::len_utf8);
            }
        }
        let text = self.split(at);
        self.take(quote);
        Some(text)
    }
}
