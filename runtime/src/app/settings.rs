//! `Settings`: what an app is given beside its table. Of no type of the user's, so that it becomes a service in code that is
//! compiled once, and with this crate.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::shared::FailureHook;
use super::{Limits, SecurityHeaders, Shared, TrailingSlash};
use crate::error::Error;
use crate::link;
#[cfg(feature = "openapi")]
use crate::openapi;
use crate::router::{MakeSieve, Router};
#[cfg(feature = "tls")]
use crate::serve::Secure;
use crate::serve::{Runtime, StartWorkers};
use crate::service::{Detached, Load, Service};
use crate::state::Values;
use crate::stop::Stop;
use crate::table::{Mounted, Node, mount};

pub(super) struct Settings {
    pub(super) state: Values,
    pub(super) limits: Limits,
    pub(super) start_workers: StartWorkers,
    pub(super) trailing_slash: TrailingSlash,
    pub(super) origin: Option<Box<str>>,
    pub(super) origin_error: Option<String>,
    pub(super) on_failure: Option<Box<FailureHook>>,
    #[cfg(feature = "tower")]
    pub(super) layers: Vec<AddLayer>,
    pub(super) security: SecurityHeaders,
    #[cfg(feature = "tls")]
    pub(super) tls: Option<MakeSecure>,
    #[cfg(feature = "openapi")]
    pub(super) openapi: Option<openapi::Unpublished>,
    #[cfg(feature = "openapi")]
    pub(super) describe_failures: Option<Box<openapi::DescribeFailure>>,
    #[cfg(feature = "openapi-ui")]
    pub(super) docs: Option<Box<str>>,
}

#[cfg(feature = "tower")]
pub(super) type AddLayer = Box<dyn FnOnce(Service) -> Result<Service, Error> + Send>;

/// A program that has no TLS has none of its code.
#[cfg(feature = "tls")]
pub(super) type MakeSecure = Box<dyn FnOnce(&Limits) -> Result<Secure, Error> + Send>;

impl Settings {
    pub(super) fn new() -> Self {
        Self {
            state: Values::default(),
            limits: Limits::DEFAULT,
            start_workers: const { Runtime::Shared.start() },
            trailing_slash: TrailingSlash::default(),
            origin: None,
            origin_error: None,
            on_failure: None,
            #[cfg(feature = "tower")]
            layers: Vec::new(),
            security: SecurityHeaders::new(),
            #[cfg(feature = "tls")]
            tls: None,
            #[cfg(feature = "openapi")]
            openapi: None,
            #[cfg(feature = "openapi")]
            describe_failures: None,
            #[cfg(feature = "openapi-ui")]
            docs: None,
        }
    }

    /// The app of this table.
    #[cfg_attr(not(feature = "openapi"), expect(unused_mut, reason = "a document is taken out of it"))]
    pub(super) fn build(mut self, table: &Node, make_sieve: Option<MakeSieve>) -> Result<Service, Error> {
        static NEXT_ID: AtomicU64 = AtomicU64::new(1);
        if let Some(error) = self.origin_error {
            return Err(Error::new(error));
        }
        let mut routes = Vec::with_capacity(table.count());
        mount(table, "", &mut routes);
        #[cfg(feature = "openapi")]
        let openapi = self.publish(&mut routes)?;
        check_methods(&routes)?;
        let router = Router::new(routes.iter().map(Mounted::pattern), make_sieve);
        let shared = Arc::new(Shared {
            id: NEXT_ID.fetch_add(1, Ordering::Relaxed),
            router,
            has_prefixes: routes.iter().any(|mounted| !mounted.prefix.is_empty()),
            routes,
            state: self.state,
            limits: self.limits,
            start_workers: self.start_workers,
            trailing_slash: self.trailing_slash,
            origin: self.origin,
            on_failure: self.on_failure,
            load: Load::default(),
            detached: Detached::default(),
            stop: Stop::default(),
            security: self.security,
            #[cfg(feature = "tls")]
            tls: self.tls.map(|make| make(&self.limits)).transpose()?,
            #[cfg(feature = "openapi")]
            openapi,
        });
        link::register(&shared);
        let service = Service::new(shared);
        #[cfg(feature = "tower")]
        let service = self.layers.into_iter().try_fold(service, |service, add| add(service))?;
        Ok(service)
    }

    /// Makes the document, where the app has one, and adds the routes that answer with it.
    #[cfg(feature = "openapi")]
    fn publish(&mut self, routes: &mut Vec<Mounted>) -> Result<Option<openapi::Published>, Error> {
        let asked = self.openapi.take();
        #[cfg(feature = "openapi-ui")]
        let asked = super::openapi::with_page(asked, self.docs.take())?;
        let failures = match (&self.describe_failures, &self.on_failure) {
            (Some(describe), _) => openapi::Failures::Described(describe),
            (None, Some(_)) => openapi::Failures::Unknown,
            (None, None) => openapi::Failures::Problems,
        };
        super::openapi::publish(asked, openapi::Settings { limits: &self.limits, failures }, routes)
    }
}

/// The routing table keeps a path's methods in one machine word.
fn check_methods(routes: &[Mounted]) -> Result<(), Error> {
    let mut methods: Vec<&str> = Vec::new();
    for method in routes.iter().flat_map(|mounted| mounted.route.methods) {
        if !methods.contains(method) {
            methods.push(method);
        }
    }
    if methods.len() + Router::STANDARD_METHODS > Router::MOST_METHODS {
        return Err(Error::new(format!(
            "the routes have {} methods, more than one app can tell apart",
            methods.len()
        )));
    }
    Ok(())
}
