//! Headers as parts of a response: `HeaderMap`, `[(name, value); N]`, `AppendHeaders`.

use http::{HeaderMap, HeaderName, HeaderValue};

use super::failure::break_off;
use super::{Response, ResponsePart};
use crate::BoxError;
use crate::head;

/// Each header stands instead of those of the same name that were there before; what the map has twice stays twice.
impl ResponsePart for HeaderMap {
    fn add_to(self, response: &mut Response) {
        response.headers_mut().extend(self);
    }
}

/// Names and values as text, or as `http`'s own types. Each stands instead of those of the same name that were there
/// before; the same name twice in the array is two headers.
///
/// A name or value that HTTP does not allow (RFC 9110 §5.1, §5.5), a line break in it above all, makes the whole
/// response a 500 whose cause is logged.
///
/// ```
/// use fingerpost::{App, get, routes};
///
/// #[get("/feed")]
/// fn feed() -> ([(&'static str, &'static str); 1], &'static str) {
///     ([("cache-control", "max-age=60")], "news")
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let response = App::new(routes![feed]).test().get("/feed").send().await;
/// assert_eq!(response.header("cache-control"), Some("max-age=60"));
/// # }
/// ```
impl<N, V, const K: usize> ResponsePart for [(N, V); K]
where
    N: TryInto<HeaderName>,
    N::Error: Into<BoxError>,
    V: TryInto<HeaderValue>,
    V::Error: Into<BoxError>,
{
    fn add_to(self, response: &mut Response) {
        match collect(self) {
            Ok(headers) => headers.add_to(response),
            Err(error) => break_off(response, INVALID, error),
        }
    }
}

/// Headers that are added to those of the same name, where an array would replace them.
///
/// ```
/// use fingerpost::{App, AppendHeaders, get, routes};
///
/// #[get("/")]
/// fn index() -> (AppendHeaders<[(&'static str, &'static str); 2]>, &'static str) {
///     (AppendHeaders([("link", "</a>; rel=next"), ("link", "</b>; rel=last")]), "pages")
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let response = App::new(routes![index]).test().get("/").send().await;
/// assert_eq!(response.headers().get_all("link").iter().count(), 2);
/// # }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AppendHeaders<I>(pub I);

impl<I, N, V> ResponsePart for AppendHeaders<I>
where
    I: IntoIterator<Item = (N, V)>,
    N: TryInto<HeaderName>,
    N::Error: Into<BoxError>,
    V: TryInto<HeaderValue>,
    V::Error: Into<BoxError>,
{
    fn add_to(self, response: &mut Response) {
        for header in self.0 {
            match parse(header) {
                Ok((name, value)) => head::add(response.headers_mut(), name, value),
                Err(error) => return break_off(response, INVALID, error),
            };
        }
    }
}

const INVALID: &str = "a header of the response is not one that HTTP allows";

fn collect<N, V>(headers: impl IntoIterator<Item = (N, V)>) -> Result<HeaderMap, BoxError>
where
    N: TryInto<HeaderName>,
    N::Error: Into<BoxError>,
    V: TryInto<HeaderValue>,
    V::Error: Into<BoxError>,
{
    let mut collected = HeaderMap::new();
    for header in headers {
        let (name, value) = parse(header)?;
        head::add(&mut collected, name, value);
    }
    Ok(collected)
}

fn parse<N, V>((name, value): (N, V)) -> Result<(HeaderName, HeaderValue), BoxError>
where
    N: TryInto<HeaderName>,
    N::Error: Into<BoxError>,
    V: TryInto<HeaderValue>,
    V::Error: Into<BoxError>,
{
    Ok((name.try_into().map_err(Into::into)?, value.try_into().map_err(Into::into)?))
}
