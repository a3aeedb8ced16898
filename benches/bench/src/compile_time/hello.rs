//! The clean build of hello, world with everything that it depends on.

use std::collections::HashSet;
use std::fs;
use std::path::PathBuf;
use std::process::Stdio;

use anyhow::{Result, ensure};
use serde::Serialize;

use super::cargo::Cargo;
use crate::binaries::Binaries;
use crate::report::{Section, row};

#[derive(Debug, Serialize)]
pub(super) struct Hello {
    framework: &'static str,
    /// Beside its own.
    crates: usize,
    user_seconds: f64,
}

const TOKIO: &str = "tokio = { version = \"1\", features = [\"macros\", \"net\", \"rt-multi-thread\"] }\n";

const IN_FINGERPOST: &str = r#"
use fingerpost::{App, Error, get, routes};
#[get("/")]
fn hello() -> &'static str { "Hello, world!" }
fn main() -> Result<(), Error> { App::new(routes![hello]).run(std::env::args().nth(1).unwrap()) }
"#;

const IN_AXUM: &str = r#"
use axum::{Router, routing::get};
#[tokio::main]
async fn main() -> std::io::Result<()> {
    let app = Router::new().route("/", get(async || "Hello, world!"));
    axum::serve(tokio::net::TcpListener::bind(std::env::args().nth(1).unwrap()).await?, app).await
}
"#;

const IN_ROCKET: &str = r#"
#[rocket::get("/")]
fn hello() -> &'static str { "Hello, world!" }
#[rocket::launch]
fn rocket() -> _ { rocket::build().mount("/", rocket::routes![hello]) }
"#;

const IN_HYPER: &str = r#"
use std::convert::Infallible;
use http_body_util::Full;
use hyper::{Request, Response, body::{Bytes, Incoming}, server::conn::http1, service::service_fn};
async fn hello(_: Request<Incoming>) -> Result<Response<Full<Bytes>>, Infallible> {
    Ok(Response::new(Full::new(Bytes::from_static(b"Hello, world!"))))
}
#[tokio::main]
async fn main() -> std::io::Result<()> {
    let listener = tokio::net::TcpListener::bind(std::env::args().nth(1).unwrap()).await?;
    loop {
        let io = hyper_util::rt::TokioIo::new(listener.accept().await?.0);
        tokio::spawn(async { let _ = http1::Builder::new().serve_connection(io, service_fn(hello)).await; });
    }
}
"#;

/// Ours as one from a registry, which Cargo does not build incrementally; that of a path it does, and that costs a fifth more.
const AS_FROM_A_REGISTRY: &str = "\n[profile.dev.package.fingerpost]\nincremental = false\n\n\
                                  [profile.dev.package.fingerpost-macros]\nincremental = false\n";

struct Source {
    framework: &'static str,
    main: &'static str,
    dependencies: String,
}

fn sources(cargo: &Cargo<'_>) -> [Source; 4] {
    let ours =
        format!("fingerpost = {{ path = \"{}\" }}\n{AS_FROM_A_REGISTRY}", cargo.fingerpost().display());
    let hyper = "http-body-util = \"0.1\"\nhyper = { version = \"1\", features = [\"http1\", \"server\"] }\n\
                 hyper-util = { version = \"0.1\", features = [\"tokio\"] }\n";
    [
        Source { framework: "fingerpost", main: IN_FINGERPOST, dependencies: ours },
        Source { framework: "axum", main: IN_AXUM, dependencies: format!("axum = \"0.8\"\n{TOKIO}") },
        Source { framework: "rocket", main: IN_ROCKET, dependencies: "rocket = \"0.5\"\n".to_owned() },
        Source { framework: "hyper", main: IN_HYPER, dependencies: format!("{hyper}{TOKIO}") },
    ]
}

pub(super) fn measure(cargo: &Cargo<'_>, rounds: usize) -> Result<Vec<Hello>> {
    sources(cargo).iter().map(|source| one(cargo, source, rounds)).collect()
}

/// The programs, built for release, of those that take an address.
pub(crate) fn programs(binaries: &Binaries) -> Result<Vec<(&'static str, PathBuf)>> {
    let cargo = Cargo::new(&binaries.kept.join("compile-time"), binaries)?;
    let target = cargo.folder.join("target");
    let build = |source: &Source| {
        let folder = write(&cargo, source)?;
        eprintln!("building hello in {}", source.framework);
        cargo.timed(cargo.command(&folder, &target).args(["build", "--quiet", "--release"]))?;
        Ok((source.framework, target.join(format!("release/hello-{}", source.framework))))
    };
    sources(&cargo).iter().filter(|source| source.framework != "rocket").map(build).collect()
}

fn write(cargo: &Cargo<'_>, source: &Source) -> Result<PathBuf> {
    let Source { framework, main, dependencies } = source;
    let folder = cargo.folder.join(format!("hello-{framework}"));
    fs::create_dir_all(folder.join("src"))?;
    fs::write(folder.join("src/main.rs"), main)?;
    let manifest = format!(
        "[package]\nname = \"hello-{framework}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
         [dependencies]\n{dependencies}"
    );
    fs::write(folder.join("Cargo.toml"), manifest)?;
    cargo.lock(&folder)?;
    Ok(folder)
}

fn one(cargo: &Cargo<'_>, source: &Source, rounds: usize) -> Result<Hello> {
    let framework = source.framework;
    let folder = write(cargo, source)?;
    let target = folder.join("target");
    let mut user_seconds = f64::INFINITY;
    for _ in 0..rounds {
        if target.exists() {
            fs::remove_dir_all(&target)?;
        }
        user_seconds =
            user_seconds.min(cargo.timed(cargo.command(&folder, &target).args(["build", "--quiet"]))?);
    }
    let built = cargo
        .command(&folder, &target)
        .args(["build", "--quiet", "--message-format=json"])
        .stdout(Stdio::piped())
        .output()?;
    ensure!(built.status.success(), "hello does not build in {framework}");
    let hello = Hello { framework, crates: packages(&built.stdout)? - 1, user_seconds };
    eprintln!("{hello:?}");
    Ok(hello)
}

fn packages(messages: &[u8]) -> Result<usize> {
    let mut packages = HashSet::new();
    for line in messages.split(|&byte| byte == b'\n').filter(|line| !line.is_empty()) {
        let message: serde_json::Value = serde_json::from_slice(line)?;
        if let (Some("compiler-artifact"), Some(id)) =
            (message["reason"].as_str(), message["package_id"].as_str())
        {
            packages.insert(id.to_owned());
        }
    }
    ensure!(!packages.is_empty(), "cargo named no crates");
    Ok(packages.len())
}

pub(super) fn tell(section: &mut Section, all: &[Hello]) {
    section.text("hello, world: a clean debug build with all dependencies.");
    let mut rows = vec![row(["", "crates beside its own", "user CPU"])];
    rows.extend(all.iter().map(|hello| {
        row([hello.framework.to_owned(), hello.crates.to_string(), format!("{:.1} s", hello.user_seconds)])
    }));
    section.table(rows);
    if let [ours, axum, ..] = all {
        let found = |what: f64, theirs: f64, unit| format!("{what:.1}{unit}, axum {theirs:.1}{unit}");
        section.judge(
            7,
            "clean build of hello not above axum",
            found(ours.user_seconds, axum.user_seconds, " s"),
            ours.user_seconds <= axum.user_seconds,
        );
        section.judge(
            7,
            "crates of hello not above axum",
            found(ours.crates as f64, axum.crates as f64, ""),
            ours.crates <= axum.crates,
        );
    }
}
