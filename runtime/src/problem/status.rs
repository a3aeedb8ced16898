//! Statuses of problems: given at run time as `IntoStatus`, proved at compile time by `FailureStatus`.

use http::StatusCode;

/// A status as people write it: `404` or [`StatusCode::NOT_FOUND`].
///
/// ```
/// use fingerpost::{Problem, StatusCode};
///
/// assert_eq!(Problem::new(404).status(), Problem::new(StatusCode::NOT_FOUND).status());
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a status\nhelp: write it as a number, `404`, or as a `StatusCode`",
    label = "not a status"
)]
pub trait IntoStatus {
    /// Its number, not judged yet.
    fn into_status(self) -> u16;
}

impl IntoStatus for u16 {
    fn into_status(self) -> u16 {
        self
    }
}

impl IntoStatus for StatusCode {
    fn into_status(self) -> u16 {
        self.as_u16()
    }
}

/// A constant status, either type: `const { failure_status(404).get() }` compiles only for 400 to 599.
#[doc(hidden)]
#[must_use]
pub const fn failure_status<T>(value: T) -> T::Held
where
    T: StatusOfFailure,
    T: StatusOfFailure<Held = FailureStatus<T>> + Copy,
{
    FailureStatus(value)
}

/// What is named as the status of a problem.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "a status is a `u16` or a `StatusCode`, and this is `{Self}`\nhelp: change its type",
    label = "no status"
)]
pub trait StatusOfFailure {
    /// What holds the status. A type that is no status has none, and the compiler says no more of it.
    type Held;
}

#[diagnostic::do_not_recommend]
impl StatusOfFailure for u16 {
    type Held = FailureStatus<Self>;
}

#[diagnostic::do_not_recommend]
impl StatusOfFailure for StatusCode {
    type Held = FailureStatus<Self>;
}

#[diagnostic::do_not_recommend]
impl StatusOfFailure for &str {
    type Held = FailureStatus<Self>;
}

/// Such a status, proved or not.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct FailureStatus<T>(T);

impl FailureStatus<u16> {
    #[must_use]
    #[track_caller]
    pub const fn get(self) -> u16 {
        proved(self.0)
    }

    /// The number, where it is proved elsewhere: a mistake is reported once.
    #[must_use]
    pub const fn unproved(self) -> u16 {
        self.0
    }
}

impl FailureStatus<StatusCode> {
    #[must_use]
    #[track_caller]
    pub const fn get(self) -> u16 {
        proved(self.0.as_u16())
    }

    #[must_use]
    pub const fn unproved(self) -> u16 {
        self.0.as_u16()
    }
}

/// A text is taken too, so that this mistake is one error, in our words.
impl FailureStatus<&str> {
    #[must_use]
    pub const fn unproved(self) -> u16 {
        500
    }

    #[must_use]
    #[track_caller]
    pub const fn get(self) -> u16 {
        let first = self.0.as_bytes().first();
        if matches!(first, Some(b'0'..=b'9')) {
            panic!("a status is a number\nhelp: `404`, not `\"404\"`")
        }
        panic!("a problem begins with its status\nhelp: `problem!(404, \"no post {{id}}\")`")
    }
}

#[track_caller]
const fn proved(status: u16) -> u16 {
    assert!(
        400 <= status && status <= 599,
        "a problem is a failure: its status is 400 to 599\nhelp: another status, or return a success"
    );
    status
}

/// The reason phrase; a status without one is understood as the first of its class (RFC 9110 §15).
pub(super) fn reason(status: StatusCode) -> &'static str {
    match status.canonical_reason() {
        // The names of RFC 9110 §15.5.14 and §15.5.21; `http` has those of older ones.
        Some(_) if status == StatusCode::PAYLOAD_TOO_LARGE => "Content Too Large",
        Some(_) if status == StatusCode::UNPROCESSABLE_ENTITY => "Unprocessable Content",
        Some(reason) => reason,
        None if status.is_server_error() => "Internal Server Error",
        None => "Bad Request",
    }
}
