//! Conditional requests (RFC 9110 §13): entity tags, preconditions, and the answers 304, 412 and 428.

#[cfg(feature = "server")]
mod answer;
mod etag;
mod evaluate;
mod if_match;
mod preconditions;
mod tags;
mod validators;

#[cfg(feature = "server")]
pub(crate) use answer::answer;
pub use etag::{ETag, InvalidETag, ToETag};
pub use if_match::{IfMatch, MissingIfMatch};
#[cfg(feature = "files")]
pub(crate) use preconditions::CONDITIONS;
pub use preconditions::{PreconditionFailed, Preconditions};
pub use validators::{ToLastModified, Validators};
