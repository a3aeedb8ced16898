//! What a client sends for the extractors of credentials.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use http::header::{AUTHORIZATION, COOKIE};
use http::{HeaderName, HeaderValue};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::{Draft, SendArgument};
use crate::{ApiKey, ApiKeyPlace, Basic, Bearer, Cookie};

impl SendArgument for Bearer {
    type Value = Self;

    fn send(value: Self, request: &mut Draft) {
        secret(request, AUTHORIZATION, &format!("Bearer {}", value.0));
    }
}

/// The name, and the password.
impl SendArgument for Basic {
    type Value = (String, String);

    fn send((username, password): (String, String), request: &mut Draft) {
        if username.contains(':') {
            return request.fail("a name with a colon cannot be sent (RFC 7617 §2)");
        }
        let encoded = BASE64_STANDARD.encode(format!("{username}:{password}"));
        secret(request, AUTHORIZATION, &format!("Basic {encoded}"));
    }
}

/// The key.
impl<P: ApiKeyPlace> SendArgument for ApiKey<P> {
    type Value = String;

    fn send(key: String, request: &mut Draft) {
        match P::SCHEME.key() {
            Some(("query", name)) => {
                let encode = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
                request.query(&format!("{}={}", encode(name), encode(&key)));
            }
            Some(("cookie", name)) => {
                secret(request, COOKIE, &Cookie::new(name, key).encoded().to_string());
            }
            Some((_, name)) => match HeaderName::try_from(name) {
                Ok(name) => secret(request, name, &key),
                Err(error) => request.fail(error),
            },
            None => request.fail("the scheme does not say where the key stands"),
        }
    }
}

/// Adds a header that no log is to show.
fn secret(request: &mut Draft, name: HeaderName, value: &str) {
    match HeaderValue::try_from(value) {
        Ok(mut value) => {
            value.set_sensitive(true);
            request.header(name, value);
        }
        Err(error) => request.fail(error),
    }
}
