//! Notes: as they are kept, as clients send them, and what is valid.

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};

use crate::error::Mistake;

const LONGEST_TITLE: usize = 100;
/// A character that is neither space nor control.
const VISIBLE: &str = r"[^\s\u0000-\u001f\u007f-\u009f]";
const LONGEST_BODY: usize = 10_000;

/// A note as it is kept.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub(crate) struct Note {
    pub(crate) id: i64,
    /// Counts its changes, from 1; its `ETag` is made of it.
    pub(crate) version: i64,
    pub(crate) title: String,
    pub(crate) body: String,
    /// In UTC: `2026-01-31T12:00:00Z`.
    #[schemars(extend("format" = "date-time"))]
    pub(crate) created_at: String,
}

/// A note to be.
#[derive(Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewNote {
    /// No other note has it.
    #[schemars(length(min = 1, max = LONGEST_TITLE), regex(pattern = VISIBLE), example = &"Milk")]
    pub(crate) title: String,
    #[serde(default)]
    #[schemars(length(max = LONGEST_BODY), example = &"two bottles")]
    pub(crate) body: String,
}

/// What is to be different in a note; what is not there stays.
#[derive(Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NoteEdit {
    #[serde(default, deserialize_with = "not_null", skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String", length(min = 1, max = LONGEST_TITLE), regex(pattern = VISIBLE), example = &"Bread")]
    pub(crate) title: Option<String>,
    #[serde(default, deserialize_with = "not_null", skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String", length(max = LONGEST_BODY))]
    pub(crate) body: Option<String>,
}

impl NewNote {
    pub(crate) fn check(&self) -> Result<(), Vec<Mistake>> {
        check(Some(&self.title), Some(&self.body))
    }
}

impl NoteEdit {
    pub(crate) fn check(&self) -> Result<(), Vec<Mistake>> {
        check(self.title.as_deref(), self.body.as_deref())
    }
}

/// All that is wrong, so that the client hears of everything at once.
fn check(title: Option<&str>, body: Option<&str>) -> Result<(), Vec<Mistake>> {
    let mut mistakes = Vec::new();
    let mut mistake = |pointer: &str, detail: String| {
        mistakes.push(Mistake { detail, pointer: pointer.to_owned() });
    };
    if title.is_some_and(|title| title.chars().all(|c| c.is_whitespace() || c.is_control())) {
        mistake("#/title", "a note has a title".to_owned());
    }
    if title.is_some_and(|title| title.chars().count() > LONGEST_TITLE) {
        mistake("#/title", format!("a title has at most {LONGEST_TITLE} characters"));
    }
    if body.is_some_and(|body| body.chars().count() > LONGEST_BODY) {
        mistake("#/body", format!("a body has at most {LONGEST_BODY} characters"));
    }
    if mistakes.is_empty() { Ok(()) } else { Err(mistakes) }
}

/// `null` removes a member (RFC 7396 §2), which a note cannot do without; an `Option` would take it for absent.
fn not_null<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    String::deserialize(deserializer).map(Some)
}
