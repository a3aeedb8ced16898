//! What no route answers: 404, 405, 501, OPTIONS, and the slash at the end of a path.

use http::{HeaderName, HeaderValue, Method, StatusCode, Uri, header};

use super::failure;
use crate::app::{Shared, TrailingSlash};
use crate::glue::ACCEPTS;
use crate::media_types::MediaTypes;
use crate::respond::Response;
use crate::router::{Captures, Found};
use crate::{Body, Problem, head};

/// The answer to a request that no route answers.
#[cold]
pub(super) fn unmatched(app: &Shared, method: &Method, path: &str, found: Found) -> Box<Response> {
    let allow = match found {
        Found::OtherMethods(methods) => Some(app.router.allow(methods).to_string()),
        _ => None,
    };
    let Some(allow) = allow else {
        return failure(if is_known(app, method) { Problem::new(404) } else { not_implemented(method) });
    };
    if method == Method::OPTIONS {
        let mut response = allowed(&allow);
        accepted(app, path).for_each(|(name, value)| head::set(response.headers_mut(), name, value));
        return response;
    }
    if !is_known(app, method) {
        return failure(not_implemented(method));
    }
    let detail = format!("{method} is not allowed here; what is: {allow}");
    let problem = Problem::new(405).detail(detail).header("allow", &allow);
    failure(accepted(app, path).fold(problem, |problem, (name, value)| problem.header(name, value)))
}

/// `Accept-Post`, `Accept-Patch` and `Accept-Query`, where the path has a route of the method that takes a body.
fn accepted<'a>(app: &'a Shared, path: &'a str) -> impl Iterator<Item = (HeaderName, HeaderValue)> + 'a {
    ACCEPTS.into_iter().filter_map(move |(method, name)| {
        let mut found = app.router.find(&method, path, &mut Captures::new());
        if matches!(found, Found::Nothing) && app.trailing_slash != TrailingSlash::Strict {
            found = app.router.find(&method, &toggle(path), &mut Captures::new());
        }
        let Found::Route(index) = found else { return None };
        let accepted = MediaTypes::shown(app.routes.get(index)?.route.accepts);
        let accepted = HeaderValue::try_from(accepted).ok().filter(|accepted| !accepted.is_empty())?;
        Some((name, accepted))
    })
}

fn not_implemented(method: &Method) -> Problem {
    Problem::new(501).public_detail(format!("no part of this server knows the method {method}"))
}

/// 204 with what is allowed (RFC 9110 §9.3.7, §10.2.1).
fn allowed(allow: &str) -> Box<Response> {
    let mut response = Box::new(Response::new(Body::empty()));
    *response.status_mut() = StatusCode::NO_CONTENT;
    if let Ok(allow) = HeaderValue::try_from(allow) {
        head::set(response.headers_mut(), header::ALLOW, allow);
    }
    response
}

/// Whether the method is one that a client could mean: of a registered RFC, or of any route of the app.
fn is_known(app: &Shared, method: &Method) -> bool {
    const REGISTERED: [&str; 10] =
        ["GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH", "QUERY"];
    REGISTERED.contains(&method.as_str()) || app.router.knows(method)
}

/// Looks the path up with or without the slash at its end, as the app's policy says: what is found, and the path that is, where
/// it is not the one that came.
#[cold]
pub(super) fn other_slash(
    app: &Shared,
    method: &Method,
    normal: Option<String>,
    uri: &Uri,
    captures: &mut Captures,
) -> Result<(Found, Option<String>), Box<Response>> {
    let path = normal.as_deref().unwrap_or(uri.path());
    // RFC 9110 §9.3.7: `OPTIONS *` asks about the server as a whole, and has no path that a route could match.
    if path == "*" && method == Method::OPTIONS {
        return Err(allowed(&app.router.all_methods().to_string()));
    }
    if app.trailing_slash == TrailingSlash::Strict || path == "/" {
        return Ok((Found::Nothing, normal));
    }
    let other = toggle(path);
    match app.router.find(method, &other, captures) {
        Found::Route(_) if app.trailing_slash == TrailingSlash::Redirect => {
            Err(redirect(&toggle(uri.path()), uri.query()))
        }
        found @ Found::Route(_) => Ok((found, Some(other))),
        found => Ok((found, normal)),
    }
}

fn toggle(path: &str) -> String {
    match path.strip_suffix('/') {
        Some(without) => without.to_owned(),
        None => format!("{path}/"),
    }
}

/// 308 keeps the method and the body (RFC 9110 §15.4.9).
fn redirect(path: &str, query: Option<&str>) -> Box<Response> {
    // `//host/` would lead to another host (RFC 3986 §4.2), and so would `/\host/`: browsers read `\` as `/`.
    let path = format!("/{}", path.trim_start_matches(['/', '\\']).replace('\\', "%5C"));
    let location = match query {
        Some(query) => format!("{path}?{query}"),
        None => path,
    };
    let mut response = Box::new(Response::new(Body::empty()));
    match HeaderValue::try_from(location) {
        Ok(location) => {
            *response.status_mut() = StatusCode::PERMANENT_REDIRECT;
            head::set(response.headers_mut(), header::LOCATION, location);
            response
        }
        Err(_) => failure(Problem::new(404)),
    }
}
