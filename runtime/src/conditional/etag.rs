//! `ETag`: the entity tag of a representation (RFC 9110 §8.8.3).

use std::fmt;
use std::hash::Hasher;
use std::str::FromStr;

use http::{HeaderValue, header};

use super::Validators;
use crate::head;
use crate::respond::{Response, ResponsePart};

/// The entity tag of a representation (RFC 9110 §8.8.3): what tells it from an earlier or later one.
///
/// A *strong* one changes whenever a byte of the representation does; a *weak* one says that two are as good as each
/// other. It is a part of a response, `(ETag, Json<Note>)`; the key `etag` of a route gives one and answers 304 by it;
/// [`IfMatch`](crate::IfMatch) compares it.
///
/// ```
/// use fingerpost::ETag;
///
/// let tag = ETag::strong("v7")?;
/// assert_eq!(tag.to_string(), "\"v7\"");
/// assert!(tag.weak_eq(&ETag::weak("v7")?) && !tag.strong_eq(&ETag::weak("v7")?));
/// assert_eq!(ETag::from(7_u64), "\"7\"".parse()?);
/// assert!(ETag::strong("two words").is_err());
/// # Ok::<(), fingerpost::InvalidETag>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ETag(HeaderValue);

impl ETag {
    /// A strong one: visible ASCII without `"`.
    ///
    /// # Errors
    /// Where the text has other characters.
    pub fn strong(tag: impl fmt::Display) -> Result<Self, InvalidETag> {
        Self::quoted("", tag)
    }

    /// A weak one: visible ASCII without `"`.
    ///
    /// # Errors
    /// Where the text has other characters.
    pub fn weak(tag: impl fmt::Display) -> Result<Self, InvalidETag> {
        Self::quoted("W/", tag)
    }

    /// A strong one made of the bytes of a representation: 128 bits of a hash that is no secret, the same for the same bytes
    /// in every process of one build. With some effort, whoever writes the bytes could make two representations with one tag.
    #[must_use]
    pub fn of(bytes: impl AsRef<[u8]>) -> Self {
        let bytes = bytes.as_ref();
        let half = |start: u8| {
            // Its keys are constants, unlike those of a `HashMap`'s hasher: the tag is the same in every process.
            let mut hasher = std::hash::DefaultHasher::new();
            hasher.write_u8(start);
            hasher.write(bytes);
            hasher.finish()
        };
        let text = format!("\"{:016x}{:016x}\"", half(0), half(1));
        Self(HeaderValue::try_from(text).unwrap_or(HeaderValue::from_static("\"\"")))
    }

    fn quoted(mark: &str, tag: impl fmt::Display) -> Result<Self, InvalidETag> {
        format!("{mark}\"{tag}\"").parse()
    }

    pub(super) fn from_header(value: &HeaderValue) -> Option<Self> {
        value.to_str().ok()?.parse().ok()
    }

    pub(super) const fn as_header(&self) -> &HeaderValue {
        &self.0
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }

    /// Whether it is weak.
    #[must_use]
    pub fn is_weak(&self) -> bool {
        self.as_bytes().starts_with(b"W/")
    }

    /// Whether both are strong and the same (RFC 9110 §8.8.3.2): what a change depends on.
    ///
    /// ```
    /// use fingerpost::ETag;
    ///
    /// let (strong, weak): (ETag, ETag) = ("\"7\"".parse()?, "W/\"7\"".parse()?);
    /// assert!(weak.is_weak() && strong.weak_eq(&weak));
    /// assert!(strong.strong_eq(&strong) && !strong.strong_eq(&weak) && !weak.strong_eq(&weak));
    /// # Ok::<(), fingerpost::InvalidETag>(())
    /// ```
    #[must_use]
    pub fn strong_eq(&self, other: &Self) -> bool {
        !self.is_weak() && self.0 == other.0
    }

    /// Whether they are the same, weak or not (RFC 9110 §8.8.3.2): what decides whether a copy is used again.
    #[must_use]
    pub fn weak_eq(&self, other: &Self) -> bool {
        opaque(self.as_bytes()) == opaque(other.as_bytes())
    }
}

/// A tag without the mark of a weak one.
pub(super) fn opaque(tag: &[u8]) -> &[u8] {
    tag.strip_prefix(b"W/").unwrap_or(tag)
}

/// As a header says it: `"v7"`, `W/"v7"`.
impl fmt::Display for ETag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.to_str().unwrap_or_default())
    }
}

/// As a header says it: `"v7"`, `W/"v7"`.
impl FromStr for ETag {
    type Err = InvalidETag;

    fn from_str(text: &str) -> Result<Self, InvalidETag> {
        let quoted = text.strip_prefix("W/").unwrap_or(text);
        let inner = quoted.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).ok_or(InvalidETag)?;
        let is_tag = inner.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'"');
        if !is_tag {
            return Err(InvalidETag);
        }
        HeaderValue::from_str(text).map(Self).map_err(|_| InvalidETag)
    }
}

/// A text that is no entity tag: it has characters other than visible ASCII, or a `"` (RFC 9110 §8.8.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidETag;

impl fmt::Display for InvalidETag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an entity tag is visible ASCII without quotes and spaces (RFC 9110 §8.8.3)")
    }
}

impl std::error::Error for InvalidETag {}

/// The tag stands instead of one that was there before.
impl ResponsePart for ETag {
    fn add_to(self, response: &mut Response) {
        head::set(response.headers_mut(), header::ETAG, self.0);
    }
}

/// What the key `etag` of a route makes a tag of: an [`ETag`], a number or a text, which are strong ones, or an `Option` of
/// those. `None` is no tag.
///
/// A text that is no tag makes the response a 500, whose cause is logged.
#[diagnostic::on_unimplemented(
    message = "an entity tag cannot be made of `{Self}`\nhelp: give a number, a text or an `ETag`: `etag = |note| note.version`, or `ETag::weak(…)`; `etag` alone makes one of the content",
    label = "not an entity tag"
)]
pub trait ToETag {
    /// The tag, where there is one.
    ///
    /// # Errors
    /// Where it has characters that a tag has not.
    fn to_etag(&self) -> Result<Option<ETag>, InvalidETag>;
}

impl ToETag for ETag {
    fn to_etag(&self) -> Result<Option<ETag>, InvalidETag> {
        Ok(Some(self.clone()))
    }
}

impl ToETag for str {
    fn to_etag(&self) -> Result<Option<ETag>, InvalidETag> {
        ETag::strong(self).map(Some)
    }
}

impl ToETag for String {
    fn to_etag(&self) -> Result<Option<ETag>, InvalidETag> {
        self.as_str().to_etag()
    }
}

impl<T: ToETag + ?Sized> ToETag for &T {
    fn to_etag(&self) -> Result<Option<ETag>, InvalidETag> {
        (**self).to_etag()
    }
}

impl<T: ToETag> ToETag for Option<T> {
    fn to_etag(&self) -> Result<Option<ETag>, InvalidETag> {
        self.as_ref().map_or(Ok(None), ToETag::to_etag)
    }
}

/// What [`ETag::strong`] and [`ETag::weak`] return.
impl ToETag for Result<ETag, InvalidETag> {
    fn to_etag(&self) -> Result<Option<ETag>, InvalidETag> {
        self.clone().map(Some)
    }
}

macro_rules! numbers {
    ($($ty:ty),*) => {$(
        /// The number as a strong tag: that of a version, say.
        impl From<$ty> for ETag {
            fn from(number: $ty) -> Self {
                Self::strong(number).unwrap_or_else(|_| Self::of([]))
            }
        }

        /// Those of a representation with this number as its tag, for a check.
        impl From<$ty> for Validators {
            fn from(number: $ty) -> Self {
                ETag::from(number).into()
            }
        }

        impl ToETag for $ty {
            fn to_etag(&self) -> Result<Option<ETag>, InvalidETag> {
                Ok(Some((*self).into()))
            }
        }
    )*};
}

numbers!(u8, u16, u32, u64, u128, usize, i8, i16, i32, i64, i128, isize);
