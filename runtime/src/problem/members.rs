//! `Members`: the extension members of a problem (RFC 9457 §3.2).

use std::borrow::Cow;

use serde_json::Value;

pub(super) type Member = (Cow<'static, str>, Value);

/// A trait, so that a program whose problems have no extension members has none of the code that writes and drops JSON values:
/// what writes numbers alone brings a table of 17 KB.
pub(super) trait Members: Send + Sync {
    fn get(&self) -> &[Member];

    /// Adds one; the same name again replaces the value.
    fn set(&mut self, name: Cow<'static, str>, value: Value);

    /// Appends them to the text of an object that is not empty, without its end.
    fn write(&self, object: &mut Vec<u8>);
}

impl Members for Vec<Member> {
    fn get(&self) -> &[Member] {
        self
    }

    fn set(&mut self, name: Cow<'static, str>, value: Value) {
        match self.iter_mut().find(|(taken, _)| *taken == name) {
            Some((_, old)) => *old = value,
            None => self.push((name, value)),
        }
    }

    fn write(&self, object: &mut Vec<u8>) {
        for (name, value) in self {
            object.extend_from_slice(format!(",{}:{value}", Value::from(&**name)).as_bytes());
        }
    }
}
