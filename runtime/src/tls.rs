//! `Tls`: the certificate that an app shows, and the key that proves it.

mod certificate;

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::CertificateDer;

use crate::error::Error;
use crate::serve::{Secure, secure};
use certificate::{Current, Pem};

/// How an app speaks HTTPS: see [`App::tls`](crate::App::tls).
///
/// Clones are one: what one [`reload`](Self::reload)s, all show.
#[derive(Clone)]
pub struct Tls(Source);

#[derive(Clone)]
enum Source {
    Files(Arc<Files>),
    Pem(Arc<Current>, Arc<Pem>),
    Config(Arc<ServerConfig>),
}

struct Files {
    chain: PathBuf,
    key: PathBuf,
    current: Arc<Current>,
}

impl Files {
    /// Reads them anew. What was there stays where they cannot be used.
    fn load(&self) -> Result<(), Error> {
        self.current.set(&Pem::read(&self.chain, &self.key)?)
    }
}

impl Tls {
    /// A certificate with those that it was signed with, its own first, and its private key, each in a file of PEM (RFC 7468):
    /// what ACME clients leave, such as `fullchain.pem` and `privkey.pem`. The key is one of PKCS #8, PKCS #1 or SEC 1, without
    /// a password. Both may be one file.
    ///
    /// They are read when the app starts, and where something is wrong with them it does not: the error says what.
    pub fn from_pem_files(chain: impl AsRef<Path>, key: impl AsRef<Path>) -> Self {
        let (chain, key) = (chain.as_ref().to_owned(), key.as_ref().to_owned());
        Self(Source::Files(Arc::new(Files { chain, key, current: Arc::default() })))
    }

    /// The same as texts: from a store of secrets, say.
    pub fn from_pem(chain: impl Into<Vec<u8>>, key: impl Into<Vec<u8>>) -> Self {
        Self(Source::Pem(Arc::default(), Arc::new(Pem::given(chain.into(), key.into()))))
    }

    /// Reads the files anew, for a certificate that was renewed: connections that are made from now on see it, those that
    /// are there go on. It waits for the disk, for a moment.
    ///
    /// ```no_run
    /// use fingerpost::{App, Error, Tls, get, routes};
    /// use tokio::signal::unix::{SignalKind, signal};
    ///
    /// #[get("/")]
    /// fn home() -> &'static str { "home" }
    ///
    /// #[tokio::main]
    /// async fn main() -> Result<(), Box<dyn std::error::Error>> {
    ///     let tls = Tls::from_pem_files("fullchain.pem", "privkey.pem");
    ///     let (mut hangups, kept) = (signal(SignalKind::hangup())?, tls.clone());
    ///     tokio::spawn(async move {
    ///         while hangups.recv().await.is_some() {
    ///             if let Err(error) = kept.reload() {
    ///                 eprintln!("the certificate stays: {error}");
    ///             }
    ///         }
    ///     });
    ///     let listener = tokio::net::TcpListener::bind("0.0.0.0:443").await?;
    ///     Ok(App::new(routes![home]).tls(tls).serve(listener).await?)
    /// }
    /// ```
    ///
    /// # Errors
    /// Where the files cannot be used, and then what was read before stays. Where there are none: what was
    /// [given as text](Self::from_pem) or as a `ServerConfig` does not change.
    pub fn reload(&self) -> Result<(), Error> {
        match &self.0 {
            Source::Files(files) => files.load(),
            Source::Pem(..) | Source::Config(_) => {
                Err(Error::new("there are no files to read anew: this `Tls` was not made from any"))
            }
        }
    }

    pub(crate) fn build(self, has_http2: bool) -> Result<Secure, Error> {
        let current = match self.0 {
            Source::Config(config) => return Ok(secure(config, has_http2)),
            Source::Files(files) => {
                files.load()?;
                files.current.clone()
            }
            Source::Pem(current, pem) => {
                current.set(&pem)?;
                current
            }
        };
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|error| Error::because("TLS cannot be set up", error))?
            .with_no_client_auth()
            .with_cert_resolver(current);
        Ok(secure(Arc::new(config), has_http2))
    }
}

/// For all that has no word here: clients that show certificates, several hosts, other providers of cryptography. What it says is done, but
/// for two things: without protocols of its own (ALPN) it has those that the app speaks, and HTTP/2 alone where the app does;
/// and no early data is taken, which others could send again (RFC 8446 §8).
impl From<Arc<ServerConfig>> for Tls {
    fn from(config: Arc<ServerConfig>) -> Self {
        Self(Source::Config(config))
    }
}

/// As from an `Arc` of it.
impl From<ServerConfig> for Tls {
    fn from(config: ServerConfig) -> Self {
        Arc::new(config).into()
    }
}

/// The certificates that a client has shown, its own first, and that the app's `ServerConfig` has accepted: an
/// [`Extension`](crate::Extension) of each of its requests, as DER.
///
/// ```
/// use fingerpost::{App, ClientCertificates, Extension, get, routes};
///
/// #[get("/certificate")]
/// fn certificate(shown: Option<Extension<ClientCertificates>>) -> String {
///     match shown {
///         Some(Extension(ClientCertificates(chain))) => format!("{} bytes", chain[0].len()),
///         None => "none".to_owned(),
///     }
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// // The test client shakes no hands.
/// assert_eq!(App::new(routes![certificate]).test().get("/certificate").send().await.text(), "none");
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientCertificates(pub Arc<[CertificateDer<'static>]>);

/// No key is shown.
impl fmt::Debug for Tls {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Tls");
        if let Source::Files(files) = &self.0 {
            shown.field("chain", &files.chain).field("key", &files.key);
        }
        shown.finish_non_exhaustive()
    }
}
