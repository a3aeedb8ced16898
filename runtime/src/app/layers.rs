//! The layers around an app, or around a part of it.

use super::App;
use crate::service::{AppLayer, LayersRequests, Part};
use crate::table::Table;

impl<T: Table, S> App<T, S> {
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
}
