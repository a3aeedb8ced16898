//! `Secret`: a token or key that is compared in constant time, and does not print itself.

use std::fmt;

use subtle::ConstantTimeEq;

/// A secret that clients present: a token, the key of a webhook.
///
/// `==` on texts stops at the first byte that differs, and the time that it takes tells how many were right.
/// [`is`](Self::is) looks at all of them whatever they are (the crate `subtle`). That the lengths differ is seen sooner:
/// the length is no secret.
///
/// ```
/// use fingerpost::{App, Problem, Secret, StatusCode, HeaderMap, get, routes};
///
/// struct Key(Secret);
///
/// #[get("/metrics")]
/// fn metrics(headers: HeaderMap, key: &Key) -> Result<&'static str, Problem> {
///     let presented = headers.get("x-key").map_or(&b""[..], |value| value.as_bytes());
///     if key.0.is(presented) { Ok("up 1") } else { Err(Problem::new(403)) }
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let client = App::new(routes![metrics]).state(Key(Secret::new("s3cret"))).test();
/// assert_eq!(client.get("/metrics").header("x-key", "s3cret").send().await.status(), StatusCode::OK);
/// assert_eq!(client.get("/metrics").header("x-key", "s3creT").send().await.status(), StatusCode::FORBIDDEN);
/// # }
/// assert_eq!(format!("{:?}", Secret::new("s3cret")), "Secret(..)");
/// ```
#[derive(Clone)]
pub struct Secret(Box<[u8]>);

impl Secret {
    /// These bytes, to be presented again.
    pub fn new(secret: impl Into<Vec<u8>>) -> Self {
        Self(secret.into().into_boxed_slice())
    }

    /// Whether this was presented. An empty secret is presented by nobody: it is one that was not set up.
    #[must_use]
    pub fn is(&self, presented: impl AsRef<[u8]>) -> bool {
        !self.0.is_empty() && bool::from(self.0.ct_eq(presented.as_ref()))
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_what_was_given_and_nothing_else() {
        let secret = Secret::new("abc");
        assert!(secret.is("abc") && secret.is(b"abc"));
        for other in ["", "ab", "abd", "abcd", "ABC"] {
            assert!(!secret.is(other), "{other}");
        }
        assert!(!Secret::new("").is(""));
    }
}
