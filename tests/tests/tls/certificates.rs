//! Certificates and keys: where they are wrong, where they are renewed, and those of clients.

use std::fs;
use std::path::{Path, PathBuf};

use fingerpost::rustls::ServerConfig;
use fingerpost::rustls::pki_types::PrivateKeyDer;
use fingerpost::rustls::pki_types::pem::PemObject;
use fingerpost::rustls::server::WebPkiClientVerifier;
use fingerpost::{ClientCertificates, Extension};

use super::*;

/// A folder of one test, which goes with it.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("fingerpost-tls-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }

    fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.0.join(name);
        fs::write(&path, text).expect("a file");
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn said(tls: Tls) -> String {
    App::new(routes![root]).tls(tls).into_service().expect_err("it does not start").to_string()
}

#[test]
fn what_is_wrong_is_said_with_the_file_it_is_in() {
    let (folder, other) = (Folder::new("wrong"), Certificate::new());
    let chain = folder.write("chain.pem", &CERTIFICATE.chain);
    let key = folder.write("key.pem", &CERTIFICATE.key);
    let other = folder.write("other.pem", &other.key);
    let empty = folder.write("empty.pem", "");
    let half = folder.write("half.pem", "-----BEGIN CERTIFICATE-----\nMIIB\n");
    let noise = folder.write("noise.pem", "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n");
    let strange =
        folder.write("strange.pem", "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n");
    let locked = folder.write(
        "locked.pem",
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIB\n-----END ENCRYPTED PRIVATE KEY-----\n",
    );
    let missing = folder.0.join("missing.pem");
    let cases: &[(&Path, &Path, &str, &Path)] = &[
        (&missing, &key, "the certificate @ cannot be read: No such file", &missing),
        (&chain, &missing, "the private key @ cannot be read: No such file", &missing),
        (&folder.0, &key, "the certificate @ cannot be read: Is a directory", &folder.0),
        (&empty, &key, "there is no certificate in @, no `-----BEGIN CERTIFICATE-----`", &empty),
        (&key, &key, "there is no certificate in @", &key),
        (&half, &key, "the certificates in @ are malformed: ", &half),
        (&noise, &key, "the certificate in @ cannot be used: ", &noise),
        (&chain, &empty, "there is no private key in @, no `-----BEGIN PRIVATE KEY-----`", &empty),
        (&chain, &chain, "there is no private key in @", &chain),
        (&chain, &strange, "the private key in @ cannot be used: ", &strange),
        (&chain, &locked, "the private key in @ has a password, and cannot be read without", &locked),
        (&chain, &other, "the private key in @ is not that of the first certificate in", &other),
    ];
    for (chain, key, expected, named) in cases {
        let (expected, found) =
            (expected.replace('@', &format!("`{}`", named.display())), said(Tls::from_pem_files(chain, key)));
        assert!(found.starts_with(&expected), "{found:?} is not {expected:?}");
    }
    let text = said(Tls::from_pem(&*CERTIFICATE.chain, ""));
    assert!(text.starts_with("there is no private key in the key that is given, "), "{text}");
}

#[tokio::test]
async fn files_that_are_renewed_are_seen_by_who_comes_after() {
    let folder = Folder::new("renewed");
    let (chain, key) =
        (folder.write("chain.pem", &CERTIFICATE.chain), folder.write("key.pem", &CERTIFICATE.key));
    let tls = Tls::from_pem_files(chain, key);
    let server = serve(App::new(routes![root]).tls(tls.clone())).await;
    let mut kept = connect(&server).await;
    assert_eq!(kept.request("GET", "/").await.text(), "root");

    let renewed = Certificate::new();
    folder.write("chain.pem", &renewed.chain);
    let error = tls.reload().expect_err("the key is the old one").to_string();
    assert!(error.contains("is not that of"), "{error}");
    assert_eq!(connect(&server).await.only("GET", "/", &[], b"").await.text(), "root");

    folder.write("key.pem", &renewed.key);
    tls.reload().expect("both are new");
    let stream = try_shake(&server, renewed.trusted(&[])).await.expect("the new one");
    assert_eq!(Client::over(stream).only("GET", "/", &[], b"").await.text(), "root");
    try_shake(&server, CERTIFICATE.trusted(&[])).await.expect_err("the old one is not shown any more");
    assert_eq!(kept.request("GET", "/").await.text(), "root");

    let error = CERTIFICATE.tls().reload().expect_err("no files").to_string();
    assert_eq!(error, "there are no files to read anew: this `Tls` was not made from any");
}

#[test]
fn no_key_is_shown() {
    let shown = format!("{:?} {:?}", CERTIFICATE.tls(), Tls::from_pem_files("chain.pem", "key.pem"));
    assert_eq!(shown, r#"Tls { .. } Tls { chain: "chain.pem", key: "key.pem", .. }"#);
}

/// How long the certificate of the client is.
#[get("/shown")]
fn shown(Extension(ClientCertificates(chain)): Extension<ClientCertificates>) -> String {
    chain.iter().map(|certificate| certificate.len()).sum::<usize>().to_string()
}

fn key(certificate: &Certificate) -> PrivateKeyDer<'static> {
    PrivateKeyDer::from_pem_slice(certificate.key.as_bytes()).expect("a key")
}

#[tokio::test]
async fn a_configuration_of_ones_own_is_kept_to() {
    let (provider, known) = (Arc::new(ring::default_provider()), Certificate::new());
    let mut roots = RootCertStore::empty();
    roots.add(known.der.clone()).expect("a certificate");
    let verifier = WebPkiClientVerifier::builder_with_provider(roots.into(), provider.clone());
    let mut config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("both versions")
        .with_client_cert_verifier(verifier.build().expect("a verifier"))
        .with_single_cert(vec![CERTIFICATE.der.clone()], key(&CERTIFICATE))
        .expect("a certificate and its key");
    config.max_early_data_size = 1_000;
    let server = serve(App::new(routes![root, shown]).tls(config.into())).await;

    let mut client = CERTIFICATE.trusted(&["h2", "http/1.1"]);
    let refused = try_shake(&server, client.clone()).await.expect("TLS 1.3 tells a client later");
    let error = Client::over(refused).try_request("GET", "/").await.expect_err("no certificate").to_string();
    assert!(error.contains("CertificateRequired"), "{error}");

    let shown = Arc::new(fingerpost::rustls::sign::CertifiedKey::new(
        vec![known.der.clone()],
        ring::sign::any_supported_type(&key(&known)).expect("a key"),
    ));
    client.client_auth_cert_resolver = Arc::new(fingerpost::rustls::sign::SingleCertAndKey::from(shown));
    let stream = try_shake(&server, client.clone()).await.expect("a handshake");
    assert_eq!(stream.get_ref().1.alpn_protocol(), Some(&b"h2"[..]));
    client.alpn_protocols = vec![];
    let stream = try_shake(&server, client).await.expect("a handshake");
    let mut client = Client::over(stream);
    for _ in 0..2 {
        assert_eq!(client.request("GET", "/shown").await.text(), known.der.len().to_string());
    }
}
