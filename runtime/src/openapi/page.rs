//! The page on which people read the document and try it: Swagger UI, all of it from this app.

use bytes::Bytes;
use http::{HeaderValue, header};

use super::serve::{Content, Published, answer};
use crate::extract::RequestContext;
use crate::glue::Call;
use crate::head;
use crate::route::{Answer, RouteInfo, Segment};
use crate::table::Mounted;

/// The page and its parts. Its links are relative: they lead right behind a proxy that mounts the app elsewhere, too.
#[derive(Debug)]
pub(crate) struct Page {
    path: Box<str>,
    html: Content,
    start: Content,
    script: Content,
    style: Content,
}

impl Page {
    /// At this path, `/docs`, with the API's title.
    pub(super) fn new(path: &str, title: &str) -> Self {
        let base = path.rsplit('/').next().unwrap_or_default();
        let up = "../".repeat(path.matches('/').count().saturating_sub(1));
        let html = include_str!("ui/index.html").replace("{title}", &escaped(title)).replace("{base}", base);
        let start = include_str!("ui/start.js").replace("{up}", &up);
        Self {
            path: path.into(),
            html: Content::new("text/html; charset=utf-8", html),
            start: Content::new("text/javascript; charset=utf-8", start),
            script: Content::compressed(
                "text/javascript; charset=utf-8",
                Bytes::from_static(include_bytes!("ui/swagger-ui-bundle.js.gz")),
            ),
            style: Content::compressed(
                "text/css; charset=utf-8",
                Bytes::from_static(include_bytes!("ui/swagger-ui.css.gz")),
            ),
        }
    }

    /// The routes that answer with it.
    pub(super) fn routes(&self) -> impl Iterator<Item = Mounted> {
        let routes: [&'static RouteInfo; 4] = [&HTML, &START, &SCRIPT, &STYLE];
        routes.into_iter().map(|route| Mounted { route, prefix: self.path.clone() })
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

const HTML: RouteInfo = RouteInfo {
    name: "docs",
    module: module_path!(),
    file: file!(),
    line: line!(),
    methods: &["GET"],
    path: "/",
    segments: &[Segment::Literal("")],
    hidden: true,
    call: Call::Now(html),
    ..RouteInfo::EMPTY
};

/// What the page may load and ask: its own parts, and the API, which may have another host. Its own word, so that the app's
/// may be stricter: see `SecurityHeaders::api`.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src *; \
     base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
);

fn html(request: &mut RequestContext<'_>) -> Answer {
    answer(request, |published| part(published, |page| &page.html))?;
    head::set(request.response.headers_mut(), header::CONTENT_SECURITY_POLICY, POLICY);
    Ok(())
}

const START: RouteInfo = RouteInfo {
    line: line!(),
    path: "/start.js",
    segments: &[Segment::Literal("start.js")],
    call: Call::Now(|request| answer(request, |published| part(published, |page| &page.start))),
    ..HTML
};

const SCRIPT: RouteInfo = RouteInfo {
    line: line!(),
    path: "/swagger-ui.js",
    segments: &[Segment::Literal("swagger-ui.js")],
    call: Call::Now(|request| answer(request, |published| part(published, |page| &page.script))),
    ..HTML
};

const STYLE: RouteInfo = RouteInfo {
    line: line!(),
    path: "/swagger-ui.css",
    segments: &[Segment::Literal("swagger-ui.css")],
    call: Call::Now(|request| answer(request, |published| part(published, |page| &page.style))),
    ..HTML
};

fn part(published: &Published, of: impl FnOnce(&Page) -> &Content) -> Option<&Content> {
    published.page.as_ref().map(of)
}
