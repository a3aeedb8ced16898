//! The methods of a table: each token has a column, and `Allow` names a set of them.

use std::fmt;

use http::Method;

/// The methods that every table has a column for; `http::Method` tells them apart without comparing text.
const STANDARD: [&str; 9] = ["OPTIONS", "GET", "POST", "PUT", "DELETE", "HEAD", "TRACE", "CONNECT", "PATCH"];
pub(super) const OPTIONS: Column = Column(0);
pub(super) const GET: Column = Column(1);
pub(super) const HEAD: Column = Column(5);

/// The place of a method in a [`MethodSet`] and in a row of routes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Column(u8);

impl Column {
    /// How many of the first columns hold the standard methods.
    pub(super) const FIRST: usize = STANDARD.len();

    pub(super) fn at(index: usize) -> Self {
        Self(index as u8)
    }

    pub(super) fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// A set of columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct MethodSet(u64);

impl MethodSet {
    pub(super) fn contains(self, column: Column) -> bool {
        self.0.unbounded_shr(u32::from(column.0)) & 1 == 1
    }

    pub(super) fn insert(&mut self, column: Column) {
        self.0 |= 1 << column.0;
    }

    #[inline]
    pub(super) fn extend(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// The method tokens of a table.
#[derive(Debug, Default)]
pub(super) struct Methods {
    /// The tokens after the standard ones, in the order of their columns.
    others: Vec<Box<str>>,
}

impl Methods {
    /// The column of `token`, a new one where it has none.
    ///
    /// # Panics
    ///
    /// When the table gets more than 64 methods: the IANA registry has some forty.
    pub(super) fn intern(&mut self, token: &str) -> Column {
        if let Some(standard) = STANDARD.iter().position(|name| *name == token) {
            return Column(standard as u8);
        }
        let other = self.others.iter().position(|name| **name == *token).unwrap_or_else(|| {
            self.others.push(token.into());
            self.others.len() - 1
        });
        let column = STANDARD.len() + other;
        assert!(
            column < u64::BITS as usize,
            "a table of routes has at most 64 methods, `{token}` is one more"
        );
        Column(column as u8)
    }

    /// How many columns a row needs; the last is [`column`](Self::column)'s answer to an unknown method.
    pub(super) fn width(&self) -> usize {
        STANDARD.len() + self.others.len() + 1
    }

    /// The column of `method`, or one that no route stands in.
    #[inline]
    pub(super) fn column(&self, method: &Method) -> Column {
        Column(match *method {
            Method::OPTIONS => 0,
            Method::GET => 1,
            Method::POST => 2,
            Method::PUT => 3,
            Method::DELETE => 4,
            Method::HEAD => 5,
            Method::TRACE => 6,
            Method::CONNECT => 7,
            Method::PATCH => 8,
            _ => self.other(method.as_str()),
        })
    }

    #[cold]
    fn other(&self, token: &str) -> u8 {
        let other = self.others.iter().position(|name| **name == *token).unwrap_or(self.others.len());
        (STANDARD.len() + other) as u8
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        STANDARD.into_iter().chain(self.others.iter().map(|name| &**name))
    }
}

/// The value of an `Allow` field (RFC 9110 §10.2.1): sorted, `HEAD` beside `GET`, always with `OPTIONS`.
#[derive(Clone, Copy)]
pub(crate) struct Allow<'r> {
    methods: &'r Methods,
    set: MethodSet,
}

impl<'r> Allow<'r> {
    pub(super) fn new(methods: &'r Methods, mut set: MethodSet) -> Self {
        set.insert(OPTIONS);
        if set.contains(GET) {
            set.insert(HEAD);
        }
        Self { methods, set }
    }

    /// The method tokens, sorted.
    pub(crate) fn tokens(&self) -> Vec<&'r str> {
        let mut tokens: Vec<&str> = Vec::new();
        for (at, name) in self.methods.names().enumerate() {
            if self.set.contains(Column::at(at)) {
                tokens.insert(tokens.partition_point(|other| *other < name), name);
            }
        }
        tokens
    }
}

impl fmt::Display for Allow<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, token) in self.tokens().into_iter().enumerate() {
            f.write_str(if at == 0 { "" } else { ", " })?;
            f.write_str(token)?;
        }
        Ok(())
    }
}

impl fmt::Debug for Allow<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Allow").field(&self.tokens()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_and_methods_agree() {
        let mut methods = Methods::default();
        for token in STANDARD.into_iter().chain(["PURGE", "A-LONG-TOKEN-OF-THE-HEAP", "get"]) {
            let column = methods.intern(token);
            assert_eq!(methods.intern(token), column);
            assert_eq!(methods.column(&Method::from_bytes(token.as_bytes()).unwrap()), column, "{token}");
        }
        assert_eq!(
            (methods.intern("OPTIONS"), methods.intern("GET"), methods.intern("HEAD")),
            (OPTIONS, GET, HEAD)
        );
        assert_eq!(methods.column(&Method::from_bytes(b"NONE").unwrap()).index() + 1, methods.width());
    }

    #[test]
    fn allow_is_sorted_and_complete() {
        let mut methods = Methods::default();
        let mut set = MethodSet::default();
        for token in ["QUERY", "POST", "GET"] {
            set.insert(methods.intern(token));
        }
        assert_eq!(Allow::new(&methods, set).to_string(), "GET, HEAD, OPTIONS, POST, QUERY");
        assert_eq!(Allow::new(&methods, MethodSet::default()).to_string(), "OPTIONS");
    }

    #[test]
    #[should_panic(expected = "at most 64 methods")]
    fn a_table_has_at_most_64_methods() {
        let mut methods = Methods::default();
        for at in 0..64 {
            methods.intern(&format!("M{at}"));
        }
    }
}
