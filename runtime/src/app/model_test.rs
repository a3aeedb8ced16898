//! A running server against a naive model of it: which route answers, HEAD, OPTIONS, `Allow`, and the slash at the end.

use std::collections::{BTreeSet, HashSet};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};

use proptest::prelude::*;
use tokio::sync::oneshot;

use super::TrailingSlash;
use super::settings::Settings;
use crate::glue::{Call, NOTHING, Plain};
use crate::route::{RouteInfo, Segment};
use crate::router::MakeSieve;
use crate::table::Node;

const METHODS: [&str; 7] = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PURGE"];
/// What the model knows of methods that no route has.
const UNREGISTERED: &str = "PURGE";

#[derive(Clone, Debug)]
struct Route {
    methods: Vec<&'static str>,
    segments: Vec<Segment>,
}

/// What a request is answered with.
#[derive(Clone, Debug, PartialEq)]
enum Answer {
    /// By the route of this number.
    Route(usize),
    /// 204 or 405.
    Allow(String),
    Redirect(String),
    NotFound,
    NotImplemented,
}

struct Model<'r> {
    routes: &'r [Route],
    slash: TrailingSlash,
}

impl Model<'_> {
    fn answer(&self, method: &str, path: &str) -> Answer {
        let here = self.at(method, path);
        if here != Answer::NotFound || self.slash == TrailingSlash::Strict || path == "/" {
            return self.known(method, here);
        }
        let other = path.strip_suffix('/').map_or_else(|| format!("{path}/"), str::to_owned);
        match self.at(method, &other) {
            Answer::Route(_) if self.slash == TrailingSlash::Redirect => Answer::Redirect(other),
            there => self.known(method, there),
        }
    }

    /// A method that is none of HTTP's and that no route has is 501, whatever the path.
    fn known(&self, method: &str, answer: Answer) -> Answer {
        let is_known =
            method != UNREGISTERED || self.routes.iter().any(|route| route.methods.contains(&method));
        if is_known || matches!(answer, Answer::Route(_)) { answer } else { Answer::NotImplemented }
    }

    /// Every route is tried: the most specific one that has the method, else the methods of all.
    fn at(&self, method: &str, path: &str) -> Answer {
        let path: Vec<&str> = path[1..].split('/').collect();
        let matching = || self.routes.iter().enumerate().filter(|(_, route)| matches(&route.segments, &path));
        let answering = |method: &str| {
            let of = matching().filter(|(_, route)| route.answers(method));
            of.min_by_key(|(_, route)| (rank(&route.segments), !route.methods.contains(&method)))
        };
        if let Some((at, _)) = answering(method) {
            return Answer::Route(at);
        }
        if matching().next().is_none() {
            return Answer::NotFound;
        }
        let allowed: BTreeSet<&str> = METHODS
            .into_iter()
            .filter(|method| *method == "OPTIONS" || answering(method).is_some())
            .collect();
        Answer::Allow(allowed.into_iter().collect::<Vec<_>>().join(", "))
    }
}

impl Route {
    fn answers(&self, method: &str) -> bool {
        self.methods.contains(&method) || method == "HEAD" && self.methods.contains(&"GET")
    }
}

fn matches(pattern: &[Segment], path: &[&str]) -> bool {
    match (pattern, path) {
        ([], []) => true,
        ([Segment::RestOrNothing], _) => true,
        ([Segment::Rest], _) => !path.join("/").is_empty(),
        ([Segment::Literal(literal), pattern @ ..], [text, path @ ..]) => {
            literal == text && matches(pattern, path)
        }
        ([Segment::Capture, pattern @ ..], [text, path @ ..]) => !text.is_empty() && matches(pattern, path),
        _ => false,
    }
}

/// Smaller is more specific.
fn rank(pattern: &[Segment]) -> Vec<u8> {
    let rank = |segment: &Segment| match segment {
        Segment::Literal(_) => 0,
        Segment::Partial(..) => 1,
        Segment::Capture => 2,
        Segment::Rest => 3,
        Segment::RestOrNothing => 4,
    };
    pattern.iter().map(rank).collect()
}

const TEXTS: [&str; 8] = ["a", "b", "c", "posts", "users", "new", "all", "x"];

fn route(depth: usize) -> impl Strategy<Value = Route> {
    let segment = prop_oneof![
        5 => proptest::sample::select(&TEXTS[..]).prop_map(Segment::Literal),
        2 => Just(Segment::Capture),
    ];
    let last = prop_oneof![
        6 => Just(None),
        2 => Just(Some(Segment::Literal(""))),
        1 => Just(Some(Segment::Rest)),
        1 => Just(Some(Segment::RestOrNothing)),
    ];
    let methods = proptest::sample::subsequence(METHODS.to_vec(), 1..3);
    (methods, proptest::collection::vec(segment, 0..depth), last).prop_map(|(methods, mut segments, last)| {
        segments.extend(last);
        if segments.is_empty() {
            segments.push(Segment::Literal(""));
        }
        Route { methods, segments }
    })
}

/// Without those that the compiler refuses: one method of one shape twice.
fn table(most: usize, depth: usize) -> impl Strategy<Value = Vec<Route>> {
    proptest::collection::vec(route(depth), most / 2..most).prop_map(|routes| {
        let mut seen = HashSet::new();
        let mut kept: Vec<Route> = Vec::new();
        for mut route in routes {
            route.methods.retain(|method| seen.insert((*method, format!("{:?}", route.segments))));
            if !route.methods.is_empty() {
                kept.push(route);
            }
        }
        kept
    })
}

fn path(depth: usize) -> impl Strategy<Value = String> {
    let text = prop_oneof![8 => proptest::sample::select(&TEXTS[..]), 1 => Just("7"), 1 => Just("")];
    (proptest::collection::vec(text, 1..depth + 1), prop_oneof![3 => Just(""), 1 => Just("/")])
        .prop_map(|(texts, slash)| format!("/{}{slash}", texts.join("/")))
}

fn leaked<T>(values: Vec<T>) -> &'static [T] {
    values.leak()
}

/// The table that `routes!` would make, of handlers that say their number.
fn node(routes: &[Route]) -> Node {
    let items = routes.iter().enumerate().map(|(at, route)| {
        let info: &'static RouteInfo = Box::leak(Box::new(RouteInfo {
            name: at.to_string().leak(),
            methods: leaked(route.methods.clone()),
            segments: leaked(route.segments.clone()),
            call: Call::Now(|request| Plain(request.route().name.to_owned()).answer(request, &NOTHING)),
            ..RouteInfo::EMPTY
        }));
        ("", Node::Route(info, &[]))
    });
    Node::Table(leaked(items.collect()))
}

/// Status, headers but the date, body.
#[derive(Debug)]
struct Response {
    status: u16,
    headers: Vec<(String, String)>,
    body: String,
}

impl Response {
    fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| &**value)
    }

    fn has(&self, answer: &Answer, method: &str) -> bool {
        match answer {
            Answer::Route(at) => self.status == 200 && (method == "HEAD" || self.body == at.to_string()),
            Answer::Allow(allow) => {
                let status = if method == "OPTIONS" { 204 } else { 405 };
                self.status == status && self.header("allow") == Some(allow)
            }
            Answer::Redirect(to) => {
                // A path that begins with `//` would lead to another host.
                let to = format!("/{}", to.trim_start_matches('/'));
                self.status == 308 && self.header("location") == Some(&to)
            }
            Answer::NotFound => self.status == 404,
            Answer::NotImplemented => self.status == 501,
        }
    }
}

/// One connection, kept: what an answer has too much would be taken for the next one.
struct Connection(BufReader<TcpStream>);

impl Connection {
    fn ask(&mut self, method: &str, path: &str) -> Response {
        // In one piece: of several the later ones would wait for an acknowledgement.
        let request = format!("{method} {path} HTTP/1.1\r\nhost: test\r\n\r\n");
        self.0.get_mut().write_all(request.as_bytes()).unwrap();
        let mut line = || {
            let mut line = String::new();
            self.0.read_line(&mut line).unwrap();
            line.trim_end().to_owned()
        };
        let status = line().split(' ').nth(1).unwrap().parse().unwrap();
        let mut headers = Vec::new();
        while let Some((name, value)) = line().split_once(": ") {
            if name != "date" {
                headers.push((name.to_owned(), value.to_owned()));
            }
        }
        let mut response = Response { status, headers, body: String::new() };
        let length = response.header("content-length").map_or(0, |length| length.parse().unwrap());
        if method != "HEAD" {
            self.0.by_ref().take(length).read_to_string(&mut response.body).unwrap();
        }
        response
    }
}

/// Calls `test` while a server of these routes runs.
fn served<T>(routes: &[Route], slash: TrailingSlash, test: impl FnOnce(Connection) -> T) -> T {
    let mut settings = Settings::new();
    settings.trailing_slash = slash;
    let service = settings.build(&node(routes), Some(MakeSieve::ANY)).unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let (bound, address) = std::sync::mpsc::channel::<SocketAddr>();
    let server = std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
            bound.send(listener.local_addr().unwrap()).unwrap();
            service.serve_until(listener, async { drop(stopped.await) }).await.unwrap();
        });
    });
    let stream = TcpStream::connect(address.recv().unwrap()).unwrap();
    let tested = test(Connection(BufReader::new(stream)));
    drop(stop);
    server.join().unwrap();
    tested
}

fn hold(routes: &[Route], paths: &[String], slash: TrailingSlash) -> Result<(), TestCaseError> {
    let model = Model { routes, slash };
    served(routes, slash, |mut connection| {
        for path in paths {
            let responses = METHODS.map(|method| {
                let answer = model.answer(method, path);
                let response = connection.ask(method, path);
                (method, answer, response)
            });
            for (method, answer, response) in &responses {
                prop_assert!(
                    response.has(answer, method),
                    "{} {}: {:?} is not {:?}",
                    method,
                    path,
                    response,
                    answer
                );
            }
            let [(_, of_get, get), (_, of_head, head), ..] = &responses;
            // 405 says which method is not allowed. All else is the same, but for a route of HEAD's own.
            let differs = of_get != of_head || matches!(of_get, Answer::Allow(_));
            prop_assert!(
                differs || (get.status, &get.headers) == (head.status, &head.headers),
                "{} {:?} {:?}",
                path,
                get,
                head
            );
        }
        Ok(())
    })
}

fn slash() -> impl Strategy<Value = TrailingSlash> {
    proptest::sample::select(&[TrailingSlash::Strict, TrailingSlash::Ignore, TrailingSlash::Redirect][..])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_server_answers_as_the_model(
        routes in table(24, 4),
        paths in proptest::collection::vec(path(4), 1..24),
        slash in slash(),
    ) {
        hold(&routes, &paths, slash)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, max_shrink_iters: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn one_of_thousands_of_routes_too(
        routes in table(6_000, 7),
        paths in proptest::collection::vec(path(7), 60..100),
        slash in slash(),
    ) {
        prop_assert!(routes.len() > 1_500);
        hold(&routes, &paths, slash)?;
    }
}
