//! A certificate and its key: from PEM, and as connections are shown it.

use std::path::Path;
use std::sync::{Arc, PoisonError, RwLock};

use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::{Error as PemError, PemObject};
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::server::{ClientHello, ResolvesServerCert};
use tokio_rustls::rustls::sign::CertifiedKey;
use tokio_rustls::rustls::{Error as TlsError, InconsistentKeys};

use crate::error::{BoxError, Error};

/// What stands in a PEM file whose key has a password (RFC 7468 §11).
const ENCRYPTED: &[u8] = b"-----BEGIN ENCRYPTED PRIVATE KEY-----";

/// A chain and a key as texts, and what they are called.
pub(super) struct Pem {
    chain: Text,
    key: Text,
}

struct Text {
    bytes: Vec<u8>,
    name: String,
}

impl Text {
    fn read(path: &Path, what: &str) -> Result<Self, Error> {
        let name = format!("`{}`", path.display());
        match std::fs::read(path) {
            Ok(bytes) => Ok(Self { bytes, name }),
            Err(error) => Err(Error::because(format!("the {what} {name} cannot be read"), error)),
        }
    }

    fn certificates(&self) -> Result<Vec<CertificateDer<'static>>, Error> {
        let found: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(&self.bytes).collect();
        let found = found.map_err(|error| {
            Error::because(format!("the certificates in {} are malformed", self.name), error)
        })?;
        if found.is_empty() {
            let name = &self.name;
            return Err(Error::new(format!(
                "there is no certificate in {name}, no `-----BEGIN CERTIFICATE-----`"
            )));
        }
        Ok(found)
    }

    fn private_key(&self) -> Result<PrivateKeyDer<'static>, Error> {
        let name = &self.name;
        PrivateKeyDer::from_pem_slice(&self.bytes).map_err(|error| match error {
            PemError::NoItemsFound if self.bytes.windows(ENCRYPTED.len()).any(|part| part == ENCRYPTED) => {
                Error::new(format!("the private key in {name} has a password, and cannot be read without"))
            }
            PemError::NoItemsFound => {
                Error::new(format!("there is no private key in {name}, no `-----BEGIN PRIVATE KEY-----`"))
            }
            error => Error::because(format!("the private key in {name} is malformed"), error),
        })
    }
}

impl Pem {
    pub(super) fn read(chain: &Path, key: &Path) -> Result<Self, Error> {
        Ok(Self { chain: Text::read(chain, "certificate")?, key: Text::read(key, "private key")? })
    }

    pub(super) fn given(chain: Vec<u8>, key: Vec<u8>) -> Self {
        let text = |bytes, name: &str| Text { bytes, name: name.to_owned() };
        Self { chain: text(chain, "the chain that is given"), key: text(key, "the key that is given") }
    }

    fn certified(&self) -> Result<CertifiedKey, Error> {
        let (chain, key) = (self.chain.certificates()?, self.key.private_key()?);
        let provider = ring::default_provider();
        let because = |what: String, error: TlsError| Error::because(what, BoxError::from(error));
        let (chain_name, key_name) = (&self.chain.name, &self.key.name);
        let key = provider.key_provider.load_private_key(key);
        let key =
            key.map_err(|error| because(format!("the private key in {key_name} cannot be used"), error))?;
        let certified = CertifiedKey::new(chain, key);
        match certified.keys_match() {
            Ok(()) | Err(TlsError::InconsistentKeys(InconsistentKeys::Unknown)) => Ok(certified),
            Err(TlsError::InconsistentKeys(_)) => Err(Error::new(format!(
                "the private key in {key_name} is not that of the first certificate in {chain_name}"
            ))),
            Err(error) => Err(because(format!("the certificate in {chain_name} cannot be used"), error)),
        }
    }
}

/// What connections are shown from now on; nothing before it is first set, which is before any is accepted.
#[derive(Debug, Default)]
pub(super) struct Current(RwLock<Option<Arc<CertifiedKey>>>);

impl Current {
    /// Nothing changes where it cannot be used.
    pub(super) fn set(&self, pem: &Pem) -> Result<(), Error> {
        let certified = Arc::new(pem.certified()?);
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Some(certified);
        Ok(())
    }
}

impl ResolvesServerCert for Current {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}
