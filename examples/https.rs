//! HTTPS, and a second app that sends there whoever comes by plain HTTP.
//!
//! `cargo run -p fingerpost-examples --example https`, then `curl --insecure https://localhost:8443/` and
//! `curl -i http://localhost:8080/`. With a certificate of one's own: `-- fullchain.pem privkey.pem`; without, one is made at
//! each start, which no client trusts.

use std::env;
use std::thread;

use fingerpost::{
    App, BoxError, ClientAddr, Error, Redirect, SecurityHeaders, Service, Tls, Uri, get, routes,
};

/// Where the world finds the app: a host that a request names may be anyone's.
const ORIGIN: &str = "https://localhost:8443";

#[get("/")]
fn hello(client: ClientAddr) -> String {
    format!("Hello, {}! Nobody between us has read this.\n", client.0.ip())
}

fn app(tls: Tls) -> Result<Service, Error> {
    // A browser that has read this comes by HTTPS for two years, whatever a link says (RFC 6797).
    let headers = SecurityHeaders::new().with("Strict-Transport-Security", "max-age=63072000");
    App::new(routes![hello]).origin(ORIGIN).security_headers(headers).tls(tls).into_service()
}

#[get("/")]
fn home() -> Redirect {
    Redirect::permanent(ORIGIN)
}

#[get("/{*_path}")]
fn page(_path: &str, uri: Uri) -> Redirect {
    let target = uri.path_and_query().map_or("/", |target| target.as_str());
    Redirect::permanent(format!("{ORIGIN}{target}"))
}

/// What is sent by other methods is not asked for again: it has been read by now.
fn redirects() -> Result<Service, Error> {
    App::new(routes![home, page]).into_service()
}

fn tls() -> Result<Tls, BoxError> {
    let mut files = env::args().skip(1);
    if let (Some(chain), Some(key)) = (files.next(), files.next()) {
        return Ok(Tls::from_pem_files(chain, key));
    }
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()])?;
    Ok(Tls::from_pem(made.cert.pem(), made.signing_key.serialize_pem()))
}

fn main() -> Result<(), BoxError> {
    let (app, redirects) = (app(tls()?)?, redirects()?);
    thread::spawn(move || {
        if let Err(error) = redirects.run("127.0.0.1:8080") {
            eprintln!("nobody is redirected: {error}");
        }
    });
    Ok(app.run("127.0.0.1:8443")?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_plain_request_is_sent_to_the_same_place() {
        let redirects = redirects().unwrap().test();
        for (target, location) in
            [("/", "https://localhost:8443"), ("/a%20b/c?d=e", "https://localhost:8443/a%20b/c?d=e")]
        {
            let response = redirects.get(target).send().await;
            assert_eq!((response.status().as_u16(), response.header("location")), (308, Some(location)));
        }
        assert_eq!(redirects.post("/").send().await.status(), 405);
    }

    #[tokio::test]
    async fn a_browser_is_told_to_stay_with_https() {
        let response = app(tls().unwrap()).unwrap().test().get("/").send().await;
        assert_eq!(response.header("strict-transport-security"), Some("max-age=63072000"));
    }
}
