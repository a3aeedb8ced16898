//! `Validators`: what a representation is known by, its entity tag and the time of its last change.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::etag::{ETag, InvalidETag};

/// What the current representation is known by (RFC 9110 §8.8): an [`ETag`], the time of the last change, both; or that
/// there is none yet.
///
/// ```
/// use fingerpost::{ETag, Validators};
/// use std::time::SystemTime;
///
/// let both = Validators::from(ETag::from(7_u64)).last_modified(SystemTime::now());
/// # assert!(both.etag().is_some());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Validators {
    exists: bool,
    etag: Option<ETag>,
    last_modified: Option<SystemTime>,
}

impl Validators {
    /// There is no representation: what is written is the first.
    #[must_use]
    pub const fn none_yet() -> Self {
        Self { exists: false, etag: None, last_modified: None }
    }

    /// There is one, of which nothing is known.
    #[doc(hidden)]
    #[must_use]
    pub const fn unknown() -> Self {
        Self { exists: true, etag: None, last_modified: None }
    }

    /// With the time of its last change; a fraction of a second is no part of it.
    #[must_use]
    pub fn last_modified(self, time: SystemTime) -> Self {
        Self { exists: true, last_modified: Some(in_seconds(time)), ..self }
    }

    /// With the tag that the key `etag` gives.
    #[doc(hidden)]
    pub fn with_etag(self, etag: Result<Option<ETag>, InvalidETag>) -> Result<Self, InvalidETag> {
        Ok(Self { etag: etag?, ..self })
    }

    /// With the time that the key `last_modified` gives.
    #[doc(hidden)]
    #[must_use]
    pub fn with_last_modified(self, time: Option<SystemTime>) -> Self {
        match time {
            Some(time) => self.last_modified(time),
            None => self,
        }
    }

    /// Whether there is a representation.
    #[must_use]
    pub const fn exists(&self) -> bool {
        self.exists
    }

    /// Its tag.
    #[must_use]
    pub const fn etag(&self) -> Option<&ETag> {
        self.etag.as_ref()
    }

    /// The time of its last change, in whole seconds.
    #[must_use]
    pub const fn last_change(&self) -> Option<SystemTime> {
        self.last_modified
    }

    pub(super) fn set_etag(&mut self, etag: Option<ETag>) {
        self.etag = etag;
    }
}

/// As HTTP dates are: without fractions, which the client does not send back.
fn in_seconds(time: SystemTime) -> SystemTime {
    match time.duration_since(UNIX_EPOCH) {
        Ok(since) => UNIX_EPOCH + Duration::from_secs(since.as_secs()),
        Err(_) => UNIX_EPOCH,
    }
}

impl From<ETag> for Validators {
    fn from(etag: ETag) -> Self {
        Self { exists: true, etag: Some(etag), last_modified: None }
    }
}

impl From<&ETag> for Validators {
    fn from(etag: &ETag) -> Self {
        etag.clone().into()
    }
}

/// `None` is that there is no representation yet.
impl<T: Into<Self>> From<Option<T>> for Validators {
    fn from(current: Option<T>) -> Self {
        current.map_or(Self::none_yet(), Into::into)
    }
}

impl From<SystemTime> for Validators {
    fn from(time: SystemTime) -> Self {
        Self::unknown().last_modified(time)
    }
}

impl From<&Self> for Validators {
    fn from(validators: &Self) -> Self {
        validators.clone()
    }
}

/// What the key `last_modified` of a route takes: a [`SystemTime`], or an `Option` of one; `None` is not sent.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the time of a last change\nhelp: give a `std::time::SystemTime`; types of other crates convert into one with `.into()`",
    label = "not a `SystemTime`"
)]
pub trait ToLastModified {
    /// The time, where it is known.
    fn to_last_modified(&self) -> Option<SystemTime>;
}

impl ToLastModified for SystemTime {
    fn to_last_modified(&self) -> Option<SystemTime> {
        Some(*self)
    }
}

impl<T: ToLastModified> ToLastModified for Option<T> {
    fn to_last_modified(&self) -> Option<SystemTime> {
        self.as_ref().and_then(ToLastModified::to_last_modified)
    }
}

impl<T: ToLastModified + ?Sized> ToLastModified for &T {
    fn to_last_modified(&self) -> Option<SystemTime> {
        (**self).to_last_modified()
    }
}
