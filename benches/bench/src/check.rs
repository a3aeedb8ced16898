//! That a server keeps the contract, by real requests: nothing is timed that has not been asked here.

use std::net::SocketAddr;

use anyhow::{Context, Result, ensure};
use contract::{Answer, KINDS, UNTIMED};

use crate::binaries::Binaries;
use crate::process::Running;
use crate::servers::Server;
use crate::wire::{Client, Received};

/// Starts the server and checks it.
pub(crate) fn run(binaries: &Binaries, server: &Server) -> Result<()> {
    let running = Running::start(binaries, server, &[])?;
    check(running.address).with_context(|| format!("{} does not keep the contract", server.name))?;
    running.stop()?;
    eprintln!("{} keeps the contract", server.name);
    Ok(())
}

/// Those that keep the contract; of the others it is said why not, so that one that does not build spares the rest.
pub(crate) fn standing(binaries: &Binaries, servers: &[Server]) -> Vec<Server> {
    let stands = |server: &&Server| match run(binaries, server) {
        Ok(()) => true,
        Err(error) => {
            eprintln!("{} is left out: {error:#}", server.name);
            false
        }
    };
    servers.iter().filter(stands).cloned().collect()
}

/// Every kind twice on one connection, all 200 routes, and what is not there.
fn check(address: SocketAddr) -> Result<()> {
    let mut client = Client::connect(address)?;
    for kind in KINDS.iter().chain(&UNTIMED) {
        for _ in 0..2 {
            compare(&client.ask(&kind.request())?, &kind.answer).context(kind.title)?;
        }
    }
    for path in many() {
        compare(&client.ask(&KINDS[4].request_to(&path))?, &KINDS[4].answer).with_context(|| path.clone())?;
    }
    for path in ["/nowhere", "/r200/42/items/blue", "/r100/42/items"] {
        let status = Client::connect(address)?.ask(&KINDS[1].request_to(path))?.status;
        ensure!(status == 404, "{path} is answered with {status}");
    }
    Ok(())
}

macro_rules! paths {
    ($($name:ident $path:literal)*) => { [$($path),*] };
}

/// A path for each of the 200 routes.
fn many() -> Vec<String> {
    let paths = contract::many!(paths);
    paths.iter().map(|path| path.replace("{id}", "42").replace("{item}", "blue")).collect()
}

pub(crate) fn compare(received: &Received, answer: &Answer) -> Result<()> {
    ensure!(received.status == answer.status, "the status is {}", received.status);
    for (name, expected) in [("content-type", answer.content_type), ("location", answer.location)] {
        let found = received.header(name);
        // What JSON is written in goes without saying, but may be said.
        let bare = found.map(|found| found.strip_suffix("; charset=utf-8").unwrap_or(found));
        ensure!(
            expected.is_none() || found == expected || bare == expected,
            "{name} is {found:?}, not {expected:?}"
        );
    }
    ensure!(received.header("date").is_some(), "there is no date");
    let body = String::from_utf8_lossy(&received.body);
    ensure!(body == answer.body, "the body is {body:?}, not {:?}", answer.body);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn received(head: &str, body: &str) -> Received {
        Received::new(head, body.as_bytes().to_vec()).unwrap()
    }

    #[test]
    fn an_answer_must_be_the_expected_one_in_every_part() {
        let answer = &KINDS[5].answer;
        let head =
            "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nlocation: /posts/7\r\ndate: now";
        compare(&received(head, answer.body), answer).unwrap();

        let wrong = |from: &str, to: &str| compare(&received(&head.replace(from, to), answer.body), answer);
        assert_eq!(wrong("201", "200").unwrap_err().to_string(), "the status is 200");
        assert!(wrong("/posts/7", "/posts/8").unwrap_err().to_string().starts_with("location is"));
        assert!(wrong("json", "xml").unwrap_err().to_string().starts_with("content-type is"));
        assert_eq!(wrong("date", "etag").unwrap_err().to_string(), "there is no date");
        assert!(compare(&received(head, "{}"), answer).unwrap_err().to_string().starts_with("the body is"));
    }
}
