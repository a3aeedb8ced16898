//! HTTPS: what the server promises holds behind TLS too, and what keeps it from starting is said.

mod certificates;
mod limits;
mod serving;

#[path = "../support/mod.rs"]
mod support;

use std::sync::{Arc, LazyLock};
use std::time::Duration;

use fingerpost::rustls::crypto::ring;
use fingerpost::rustls::pki_types::{CertificateDer, ServerName};
use fingerpost::rustls::{ClientConfig, RootCertStore};
use fingerpost::{App, NoState, Table, Tls, get, post, routes};
use support::{Client, Server, serve, soon};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

/// A certificate of this test alone, and its key.
struct Certificate {
    chain: String,
    key: String,
    der: CertificateDer<'static>,
}

impl Certificate {
    fn new() -> Self {
        let made = rcgen::generate_simple_self_signed(["fingerpost.test".to_owned()]).expect("a certificate");
        let (chain, key) = (made.cert.pem(), made.signing_key.serialize_pem());
        Self { chain, key, der: made.cert.der().clone() }
    }

    fn tls(&self) -> Tls {
        Tls::from_pem(&*self.chain, &*self.key)
    }

    /// What a client trusts that knows this certificate, and speaks these protocols.
    fn trusted(&self, protocols: &[&str]) -> ClientConfig {
        let mut roots = RootCertStore::empty();
        roots.add(self.der.clone()).expect("a certificate");
        let builder = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()));
        let builder = builder.with_safe_default_protocol_versions().expect("both versions");
        let mut config = builder.with_root_certificates(roots).with_no_client_auth();
        config.alpn_protocols = protocols.iter().map(|name| name.as_bytes().to_vec()).collect();
        config
    }
}

static CERTIFICATE: LazyLock<Certificate> = LazyLock::new(Certificate::new);

type Sealed = TlsStream<TcpStream>;

async fn try_shake(server: &Server, config: ClientConfig) -> std::io::Result<Sealed> {
    let stream = TcpStream::connect(server.address).await.expect("the server listens");
    stream.set_nodelay(true).expect("a socket without delay");
    let name = ServerName::try_from("fingerpost.test").expect("a name");
    soon("the handshake", TlsConnector::from(Arc::new(config)).connect(name, stream)).await
}

async fn shake(server: &Server, protocols: &[&str]) -> Sealed {
    try_shake(server, CERTIFICATE.trusted(protocols)).await.expect("a handshake")
}

/// A client of HTTP/1.1.
async fn connect(server: &Server) -> Client<Sealed> {
    Client::over(shake(server, &["http/1.1"]).await)
}

/// An app of these, behind the test's certificate.
fn secure<T: Table>(app: App<T>) -> App<T, NoState> {
    app.tls(CERTIFICATE.tls())
}

#[get("/")]
fn root() -> &'static str {
    "root"
}

#[post("/echo", body_limit = "8 MiB")]
async fn echo(body: String) -> String {
    body
}

const fn ms(milliseconds: u64) -> Duration {
    Duration::from_millis(milliseconds)
}
