//! `App`: a table, its state and its settings, on the way to being served.

#[cfg(not(all(feature = "tower", feature = "openapi", feature = "openapi-ui", feature = "tls")))]
mod features;
mod limits;
#[cfg(test)]
mod model_test;
#[cfg(feature = "openapi")]
mod openapi;
mod security;
mod settings;
mod shared;

pub use limits::{ByteLimit, TimeLimit};
pub use security::SecurityHeaders;
pub use shared::{FailedRequest, TrailingSlash};
pub(crate) use shared::{Limits, Shared};

use std::fmt;
use std::future::ready;
use std::marker::PhantomData;

use http::uri::Uri;

use crate::Problem;
use crate::error::Error;
use crate::respond::Response;
use crate::router::MakeSieve;
use crate::serve::{ListenAddr, Listener, Runtime};
#[cfg(feature = "tower")]
use crate::service::{AppLayer, LayersRequests, Part};
use crate::service::{ServeFuture, Service};
use crate::state::{NoState, RunsWith, SharedState, StateFields};
use crate::table::{IntoTable, Table};
use crate::test::TestClient;
use settings::Settings;

/// An app: a table of handlers with the state they share and the settings they are served with.
///
/// ```
/// use fingerpost::{App, get, routes};
///
/// struct Greeting(&'static str);
///
/// #[get("/hello/{name}")]
/// fn hello(name: &str, greeting: &Greeting) -> String {
///     format!("{}, {name}!", greeting.0)
/// }
///
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let app = App::new(routes![hello]).state(Greeting("Good morning"));
/// assert_eq!(app.test().get("/hello/Ada").send().await.text(), "Good morning, Ada!");
/// # }
/// ```
///
/// One app for `main` and for the tests is a function that makes its [`Service`]:
///
/// ```
/// use fingerpost::{App, Error, Service, get, routes};
///
/// struct Greeting(&'static str);
///
/// #[get("/hello")]
/// fn hello(greeting: &Greeting) -> &'static str {
///     greeting.0
/// }
///
/// fn app(greeting: Greeting) -> Result<Service, Error> {
///     App::new(routes![hello]).state(greeting).into_service()
/// }
///
/// fn main() -> Result<(), Error> {
///     # return Ok(());
///     app(Greeting("hello"))?.run("127.0.0.1:8080")
/// }
/// ```
///
/// A handler whose state is missing is a compile error where the app is run:
///
/// ```compile_fail
/// # use fingerpost::{App, get, routes};
/// # struct Greeting(&'static str);
/// # #[get("/hello")] fn hello(greeting: &Greeting) -> &'static str { greeting.0 }
/// App::new(routes![hello]).run("127.0.0.1:8080");
/// ```
#[must_use = "an app does nothing until it is run, served or mounted"]
pub struct App<T, S = NoState> {
    table: PhantomData<fn() -> (T, S)>,
    settings: Settings,
}

impl<T> App<T> {
    /// An app of these handlers, with the default settings: see each method for its own.
    pub fn new<P>(table: T) -> App<T::Table>
    where
        T: IntoTable<P>,
    {
        const {
            if let Some(dangling) = T::Table::DANGLING {
                panic!("{}", dangling.message());
            }
        }
        drop(table);
        App { table: PhantomData, settings: Settings::new() }
    }
}

impl<T: Table, S> App<T, S> {
    /// Adds a value that handlers take as `&V`. An app has one value of each type; call it again for another one.
    pub fn state<V: SharedState>(mut self, value: V) -> App<T, (V, S)> {
        self.settings.state.push(value);
        self.proved()
    }

    /// Adds every field of a struct that derives [`States`](crate::States), and the struct itself.
    pub fn states<V: StateFields>(mut self, values: V) -> App<T, V::On<S>> {
        self.settings.state.push_fields(values);
        self.proved()
    }

    /// The same app, of which more is known.
    fn proved<N>(self) -> App<T, N> {
        App { table: PhantomData, settings: self.settings }
    }

    /// How [`run`](Self::run) uses the cores of the machine; [`Runtime::Shared`] unless set. [`serve`](Self::serve) and
    /// [`serve_until`](Self::serve_until) stay in the runtime that they are called in.
    ///
    /// ```no_run
    /// use fingerpost::{App, Error, Runtime, get, routes};
    ///
    /// #[get("/")]
    /// fn home() -> &'static str { "home" }
    ///
    /// fn main() -> Result<(), Error> {
    ///     App::new(routes![home]).runtime(Runtime::PerCore).run("127.0.0.1:8080")
    /// }
    /// ```
    pub fn runtime(mut self, runtime: Runtime) -> Self {
        self.settings.start_workers = runtime.start();
        self
    }

    /// What happens to a path that is known but for the slash at its end; [`TrailingSlash::Strict`] unless set.
    pub fn trailing_slash(mut self, policy: TrailingSlash) -> Self {
        self.settings.trailing_slash = policy;
        self
    }

    /// Where the world finds the app: `https://api.example.org`. `Location` headers made from handlers become
    /// absolute, and [`RoutePath::absolute`](crate::RoutePath::absolute) prints it.
    ///
    /// An origin is a scheme and an authority, no path (RFC 6454 §6.1): with anything else the app does not start, and
    /// the error says why.
    pub fn origin(mut self, origin: impl Into<String>) -> Self {
        let origin = origin.into();
        match check_origin(&origin) {
            Ok(()) => self.settings.origin = Some(origin.trim_end_matches('/').into()),
            Err(error) => self.settings.origin_error = Some(error),
        }
        self
    }

    /// What every response tells browsers to be careful about; [`SecurityHeaders::new`] unless set.
    pub fn security_headers(mut self, headers: SecurityHeaders) -> Self {
        self.settings.security = headers;
        self
    }

    /// HTTPS instead of HTTP: [`run`](Self::run), [`serve`](Self::serve) and [`serve_until`](Self::serve_until) speak TLS 1.2 and
    /// 1.3 on their port, and nothing else. With the feature `http2` browsers speak HTTP/2 there, unless
    /// [`streams`](Self::streams) are 0.
    ///
    /// The limits are the same as without TLS; the handshake counts as part of the time for the first request
    /// ([`header_timeout`](Self::header_timeout)). Where others serve the app, and in [`test`](Self::test), there is no TLS.
    ///
    /// ```no_run
    /// use fingerpost::{App, Error, Tls, get, routes};
    ///
    /// #[get("/")]
    /// fn home() -> &'static str { "home" }
    ///
    /// fn main() -> Result<(), Error> {
    ///     App::new(routes![home]).tls(Tls::from_pem_files("fullchain.pem", "privkey.pem")).run("0.0.0.0:443")
    /// }
    /// ```
    ///
    /// Certificates that cannot be used are an error where the app is started:
    ///
    /// ```
    /// # use fingerpost::{App, Tls, get, routes};
    /// # #[get("/")] fn home() -> &'static str { "home" }
    /// let app = App::new(routes![home]).tls(Tls::from_pem_files("missing.pem", "privkey.pem"));
    /// let error = app.into_service().unwrap_err().to_string();
    /// assert!(error.starts_with("the certificate `missing.pem` cannot be read: "), "{error}");
    /// ```
    #[cfg(feature = "tls")]
    pub fn tls(mut self, tls: crate::Tls) -> Self {
        self.settings.tls = Some(Box::new(move |limits| tls.build(limits.speak_http2())));
        self
    }

    /// Renders failures in another way than `application/problem+json`: HTML for browsers, say. The hook sees every
    /// failure that is a [`Problem`](struct@crate::Problem), the framework's own included; where it returns `None` the usual document is sent.
    /// The response's status stays the problem's unless the hook sets one that is a failure too.
    ///
    /// It is also called for what is refused before it is a request, since it cannot be read or has two readings: with `GET /`
    /// and no headers. There a response whose body is a stream is replaced by the usual document.
    ///
    /// A problem's detail may quote the request: in a page escape it, as a template does, or leave it out.
    ///
    /// ```
    /// use fingerpost::{App, Html, Responder, get, routes};
    ///
    /// #[get("/")]
    /// fn home() -> &'static str { "home" }
    ///
    /// # #[tokio::main(flavor = "current_thread")] async fn main() {
    /// let app = App::new(routes![home]).on_failure(|_, problem| {
    ///     Some(Html(format!("<h1>{}</h1>", problem.status())).into_response())
    /// });
    /// let response = app.test().get("/nowhere").send().await;
    /// assert_eq!((response.status().as_u16(), response.text()), (404, "<h1>404 Not Found</h1>".to_owned()));
    /// # }
    /// ```
    pub fn on_failure(
        mut self,
        hook: impl Fn(&FailedRequest<'_>, &Problem) -> Option<Response> + Send + Sync + 'static,
    ) -> Self {
        self.settings.on_failure = Some(Box::new(hook));
        self
    }

    /// Puts a `tower::Layer` around the whole app, such as those of `tower-http`: CORS, compression, tracing, request ids. It
    /// sees every request before the app does, those that no route answers too, and every response after it, failures as
    /// their documents. A layer that is added later is around those before.
    ///
    /// What a layer adds to a request's extensions is an [`Extension`](crate::Extension) for handlers.
    /// [`body_limit`](Self::body_limit) holds for the body that it hands on: where it decompresses, for what comes out. An error of a
    /// layer is 500, and logged. An app without layers pays nothing; with layers each request costs a few allocations.
    ///
    /// ```
    /// use fingerpost::{App, get, routes};
    /// use tower_http::cors::CorsLayer;
    ///
    /// #[get("/")]
    /// fn home() -> &'static str { "home" }
    ///
    /// # #[tokio::main(flavor = "current_thread")] async fn main() {
    /// let app = App::new(routes![home]).layer(CorsLayer::permissive());
    /// let response = app.test().get("/").header("origin", "https://example.org").send().await;
    /// assert_eq!(response.header("access-control-allow-origin"), Some("*"));
    /// # }
    /// ```
    #[cfg(feature = "tower")]
    pub fn layer<L>(mut self, layer: L) -> Self
    where
        L: AppLayer + LayersRequests + Send + 'static,
    {
        self.settings.layers.push(Box::new(move |service| Ok(service.layer(layer))));
        self
    }

    /// Puts a [`layer`](Self::layer) around a part of the app: what is at this path and below it, whether a route answers it or
    /// none. The path is literal text, as the prefix of a table is, and is compared with those of requests as the routing
    /// table compares them: however an escape is written, no route of that part is reached without the layer.
    ///
    /// It has its place among the other layers by the order in which they are added. Where there is no route at the path or below
    /// it, or it is no path, the app does not start, and the error says so.
    ///
    /// ```
    /// use fingerpost::{App, get, routes};
    /// use tower_http::cors::CorsLayer;
    ///
    /// #[get("/")]
    /// fn home() -> &'static str { "home" }
    ///
    /// #[get("/api/posts")]
    /// fn posts() -> &'static str { "posts" }
    ///
    /// # #[tokio::main(flavor = "current_thread")] async fn main() {
    /// let app = App::new(routes![home, posts]).layer_at("/api", CorsLayer::permissive()).test();
    /// for (path, allowed) in [("/api/posts", Some("*")), ("/", None)] {
    ///     let response = app.get(path).header("origin", "https://example.org").send().await;
    ///     assert_eq!(response.header("access-control-allow-origin"), allowed);
    /// }
    /// # }
    /// ```
    #[cfg(feature = "tower")]
    pub fn layer_at<L>(mut self, path: &str, layer: L) -> Self
    where
        L: AppLayer + LayersRequests + Send + 'static,
    {
        let path = path.to_owned();
        self.settings.layers.push(Box::new(move |service| {
            let part = Part::at(&path, &service.shared.routes)?;
            Ok(service.layer_part(layer, Some(part)))
        }));
        self
    }

    /// The app as a [`hyper::service::Service`] (and, with the feature `tower`, a `tower::Service`), to be mounted,
    /// layered or served by others. All clones are the same app.
    ///
    /// # Errors
    /// Where a setting is wrong, such as an [`origin`](Self::origin) that is none.
    pub fn into_service<P>(self) -> Result<Service, Error>
    where
        T: RunsWith<S, P>,
    {
        self.built()
    }

    fn built(self) -> Result<Service, Error> {
        self.settings.build(&T::NODE, const { MakeSieve::for_captured(T::NODE.captured()) })
    }

    /// Serves the app at an address until SIGINT or SIGTERM: [`Service::run`].
    ///
    /// # Errors
    /// Where the address cannot be listened at, or a setting is wrong.
    pub fn run<P>(self, address: impl ListenAddr) -> Result<(), Error>
    where
        T: RunsWith<S, P>,
    {
        self.built()?.run(address)
    }

    /// Serves the app on a listener inside the caller's tokio until SIGINT or SIGTERM: [`Service::serve`].
    ///
    /// # Errors
    /// Where a setting is wrong, or signals cannot be listened for.
    pub fn serve<P>(self, listener: impl Listener) -> ServeFuture<'static>
    where
        T: RunsWith<S, P>,
    {
        match self.built() {
            Ok(service) => service.serve(listener),
            Err(error) => Box::pin(ready(Err(error))),
        }
    }

    /// As [`serve`](Self::serve), until `stop` is ready.
    ///
    /// # Errors
    /// Where a setting is wrong.
    pub fn serve_until<'a, P>(
        self,
        listener: impl Listener,
        stop: impl Future<Output = ()> + Send + 'a,
    ) -> ServeFuture<'a>
    where
        T: RunsWith<S, P>,
    {
        match self.built() {
            Ok(service) => service.serve_until(listener, stop),
            Err(error) => Box::pin(ready(Err(error))),
        }
    }

    /// A client that calls the app in this process, through the same service that a connection goes through.
    ///
    /// # Panics
    /// Where a setting is wrong, as [`into_service`](Self::into_service) says: this is for tests.
    #[track_caller]
    pub fn test<P>(self) -> TestClient
    where
        T: RunsWith<S, P>,
    {
        match self.built() {
            Ok(service) => service.test(),
            Err(error) => panic!("{error}"),
        }
    }
}

fn check_origin(origin: &str) -> Result<(), String> {
    let wrong =
        |why: &str| Err(format!("`{origin}` is not an origin such as `https://api.example.org`: {why}"));
    let Ok(uri) = origin.parse::<Uri>() else { return wrong("it is no URI") };
    match (uri.scheme_str(), uri.authority(), uri.path_and_query().map(http::uri::PathAndQuery::as_str)) {
        (Some("http" | "https"), Some(_), None | Some("/")) => Ok(()),
        (Some("http" | "https"), Some(_), _) => wrong("it has a path"),
        _ => wrong("it needs a scheme, `http` or `https`, and a host"),
    }
}

impl<T, S> fmt::Debug for App<T, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("App").field("limits", &self.settings.limits).finish_non_exhaustive()
    }
}
