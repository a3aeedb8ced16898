//! The document where clients find it: `/openapi.json` and `/openapi.yaml`, made once, with an `ETag`.

use bytes::Bytes;
use http::{HeaderValue, header};

use super::document::Document;
use super::failures::Settings;
use super::info::Info;
use crate::Body;
use crate::conditional::{self, ETag};
use crate::extract::RequestContext;
use crate::glue::Call;
use crate::head;
use crate::route::{Answer, RouteInfo, Segment};
use crate::table::Mounted;

/// The document that an app is asked for, until its settings are known and it can be made.
#[derive(Debug)]
pub(crate) struct Unpublished {
    info: Info,
    make: fn(Info, Settings<'_>) -> Document,
    #[cfg(feature = "openapi-ui")]
    page: Option<Box<str>>,
}

impl Unpublished {
    pub(crate) fn new(info: Info, make: fn(Info, Settings<'_>) -> Document) -> Self {
        Self {
            info,
            make,
            #[cfg(feature = "openapi-ui")]
            page: None,
        }
    }

    #[cfg(feature = "openapi-ui")]
    pub(crate) fn with_page(self, path: Box<str>) -> Self {
        Self { page: Some(path), ..self }
    }

    pub(crate) fn publish(self, settings: Settings<'_>) -> Published {
        #[cfg(feature = "openapi-ui")]
        let title = self.info.title().to_owned();
        let document = (self.make)(self.info, settings);
        let json = Content::new("application/json", document.to_json());
        let yaml = Content::new("application/yaml", document.to_yaml());
        Published {
            json,
            yaml,
            document,
            #[cfg(feature = "openapi-ui")]
            page: self.page.map(|path| super::page::Page::new(&path, &title)),
        }
    }
}

/// The document as it is served.
#[derive(Debug)]
pub(crate) struct Published {
    pub(crate) document: Document,
    json: Content,
    yaml: Content,
    #[cfg(feature = "openapi-ui")]
    pub(super) page: Option<super::page::Page>,
}

impl Published {
    /// The routes that answer with it, below the app's own ones.
    pub(crate) fn routes(&self) -> Vec<Mounted> {
        let document = [&JSON, &YAML].map(|route| Mounted { route, prefix: "".into() });
        #[cfg(not(feature = "openapi-ui"))]
        return document.into();
        #[cfg(feature = "openapi-ui")]
        document.into_iter().chain(self.page.iter().flat_map(super::page::Page::routes)).collect()
    }
}

const JSON: RouteInfo = RouteInfo {
    name: "openapi",
    module: module_path!(),
    file: file!(),
    line: line!(),
    methods: &["GET"],
    path: "/openapi.json",
    segments: &[Segment::Literal("openapi.json")],
    hidden: true,
    call: Call::Now(|request| answer(request, |published| Some(&published.json))),
    ..RouteInfo::EMPTY
};

const YAML: RouteInfo = RouteInfo {
    line: line!(),
    path: "/openapi.yaml",
    segments: &[Segment::Literal("openapi.yaml")],
    call: Call::Now(|request| answer(request, |published| Some(&published.yaml))),
    ..JSON
};

/// Bytes that never change while the app runs, with what tells them from others.
#[derive(Debug)]
pub(super) struct Content {
    bytes: Bytes,
    tag: ETag,
    media_type: HeaderValue,
    is_compressed: bool,
}

impl Content {
    pub(super) fn new(media_type: &'static str, bytes: impl Into<Bytes>) -> Self {
        let bytes = bytes.into();
        let tag = ETag::of(&bytes);
        Self { bytes, tag, media_type: HeaderValue::from_static(media_type), is_compressed: false }
    }

    /// Bytes that are gzip's (RFC 1952) already.
    #[cfg(feature = "openapi-ui")]
    pub(super) fn compressed(media_type: &'static str, bytes: Bytes) -> Self {
        Self { is_compressed: true, ..Self::new(media_type, bytes) }
    }
}

/// Answers with what is published, or that the client has it already.
pub(super) fn answer(
    request: &mut RequestContext<'_>,
    of: impl FnOnce(&Published) -> Option<&Content>,
) -> Answer {
    let app = request.app.clone();
    let Some(content) = app.openapi.as_ref().and_then(of) else { return crate::glue::nowhere(request) };
    if content.is_compressed && refuses_gzip(request) {
        let problem = crate::Problem::new(406).detail("there is only a representation compressed with gzip");
        return Err(crate::glue::reject(request, problem));
    }
    let response = &mut *request.response;
    let headers = response.headers_mut();
    head::set(headers, header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    if content.is_compressed {
        head::set(headers, header::VARY, HeaderValue::from_static("accept-encoding"));
    }
    head::set(headers, header::CONTENT_TYPE, content.media_type.clone());
    if content.is_compressed {
        head::set(headers, header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    *response.body_mut() = Body::from(content.bytes.clone());
    conditional::answer(request, (&content.tag).into(), false);
    Ok(())
}

/// Whether the client says that it takes no gzip; one that says nothing takes any coding (RFC 9110 §12.5.3).
fn refuses_gzip(request: &RequestContext<'_>) -> bool {
    let mut values = request.headers().get_all(header::ACCEPT_ENCODING).iter().peekable();
    if values.peek().is_none() {
        return false;
    }
    let mut others = None;
    for coding in values.flat_map(|value| value.as_bytes().split(|&byte| byte == b',')) {
        let Ok(coding) = std::str::from_utf8(coding) else { continue };
        let (name, weight) = coding.split_once(';').unwrap_or((coding, ""));
        let weight = weight.trim().strip_prefix("q=").and_then(|weight| weight.parse::<f32>().ok());
        let is_refused = weight == Some(0.0);
        match name.trim().to_ascii_lowercase().as_str() {
            "gzip" | "x-gzip" => return is_refused,
            "*" => others = Some(is_refused),
            _ => {}
        }
    }
    others.unwrap_or(true)
}
