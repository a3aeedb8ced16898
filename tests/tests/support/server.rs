//! `Server`: an app on a port of its own, told to stop when the test is done with it.

use std::net::SocketAddr;

use fingerpost::{App, Error, RunsWith, Table};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use super::{Client, Response, soon};

/// An app that is being served.
#[derive(Debug)]
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    stop: oneshot::Sender<()>,
    served: JoinHandle<Result<(), Error>>,
}

/// Serves an app at a free port of 127.0.0.1.
pub(crate) async fn serve<T, S, P>(app: App<T, S>) -> Server
where
    T: Table + RunsWith<S, P>,
    S: 'static,
    P: 'static,
{
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("the port's address");
    let (stop, stopped) = oneshot::channel::<()>();
    let served = tokio::spawn(app.serve_until(listener, async move {
        let _ = stopped.await;
    }));
    Server { address, stop, served }
}

impl Server {
    pub(crate) async fn connect(&self) -> Client {
        Client::connect(self.address).await
    }

    /// One request on a connection of its own, with `head` as its lines after the request line.
    pub(crate) async fn send(&self, method: &str, target: &str, head: &[&str], body: &[u8]) -> Response {
        self.connect().await.only(method, target, head, body).await
    }

    /// A request without headers and body of its own.
    pub(crate) async fn request(&self, method: &str, target: &str) -> Response {
        self.send(method, target, &[], b"").await
    }

    pub(crate) async fn get(&self, target: &str) -> Response {
        self.request("GET", target).await
    }

    /// Each target is answered with 200 and this body.
    pub(crate) async fn gives(&self, expected: &[(&str, &str)]) {
        for (target, body) in expected {
            let response = self.get(target).await;
            assert_eq!((response.status, &*response.text()), (200, *body), "GET {target}");
        }
    }

    /// Each target is answered with a problem of this status, whose detail has all these words.
    pub(crate) async fn refuses(&self, status: u16, expected: &[(&str, &[&str])]) {
        for (target, words) in expected {
            let response = self.get(target).await;
            assert_eq!(response.status, status, "GET {target}: {}", response.text());
            let detail = response.problem().detail.unwrap_or_default();
            for word in *words {
                assert!(detail.contains(word), "GET {target}: {detail:?} does not name {word:?}");
            }
        }
    }

    /// Each target is answered with a 404.
    pub(crate) async fn has_not(&self, targets: &[&str]) {
        for target in targets {
            let response = self.get(target).await;
            assert_eq!(response.status, 404, "GET {target}: {}", response.text());
            assert_eq!(response.problem().title, "Not Found", "GET {target}");
        }
    }

    /// Tells the app to stop.
    pub(crate) fn stop(self) -> JoinHandle<Result<(), Error>> {
        let _ = self.stop.send(());
        self.served
    }

    /// Drops the app's server in the middle of what it does.
    pub(crate) async fn abort(self) {
        self.served.abort();
        let ended = soon("the end", self.served).await;
        assert!(ended.is_err_and(|error| error.is_cancelled()));
    }

    /// Stops the app and waits until it has.
    pub(crate) async fn stopped(self) -> Result<(), Error> {
        soon("stopping", self.stop()).await.expect("the server does not panic")
    }
}
