//! The routers behind one trait: fingerpost's, and `matchit` in the two ways in which it is made to tell methods apart.

use std::collections::BTreeMap;
use std::hint::black_box;

use http::Method;

use crate::Route;
use crate::route::Segment;
use crate::router::{Captures, Found, MakeSieve, Pattern, Router};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Route(usize),
    OtherMethods,
    Nothing,
}

pub trait Side {
    fn find(&self, method: &Method, path: &str) -> Outcome;

    /// All that a request needs of a lookup and nothing else: captures are found, `Allow` is not yet printed.
    fn pay(&self, method: &Method, path: &str);
}

/// fingerpost's router, the path's escapes decoded as the service does.
#[derive(Debug)]
pub struct Ours(Router);

impl Ours {
    pub fn new(table: &[Route]) -> Self {
        Self::of(&prepared(table))
    }

    /// The router alone: what an app does when it starts.
    pub fn of(routes: &[Prepared<'_>]) -> Self {
        let patterns = routes.iter().map(|(methods, segments)| Pattern { methods, prefix: "", segments });
        Self(Router::new(patterns, Some(MakeSieve::ANY)))
    }
}

/// A route as the macros have parsed it: its methods and its segments.
pub type Prepared<'a> = ([&'a str; 1], Vec<Segment>);

/// The routes as they are in a program that the macros have seen.
pub fn prepared(table: &[Route]) -> Vec<Prepared<'_>> {
    table.iter().map(|route| ([route.method.as_str()], segments(&route.path))).collect()
}

/// A pattern's segments live as long as the program, as they do in a table that was compiled.
fn segments(path: &str) -> Vec<Segment> {
    let segment = |text: &str| match text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
        Some(_) => Segment::Capture,
        None => Segment::Literal(text.to_owned().leak()),
    };
    path.split('/').skip(1).map(segment).collect()
}

impl Side for Ours {
    fn find(&self, method: &Method, path: &str) -> Outcome {
        let mut captures = Captures::new();
        match self.0.look_up(method, path, &mut captures).expect("a path of the benches") {
            Found::Route(route) => Outcome::Route(route),
            Found::OtherMethods(_) => Outcome::OtherMethods,
            Found::Nothing => Outcome::Nothing,
        }
    }

    #[inline(never)]
    fn pay(&self, method: &Method, path: &str) {
        let mut captures = Captures::new();
        match self.0.look_up(method, path, &mut captures) {
            Some(Found::Route(route)) => {
                black_box(route);
                black_box(&captures);
            }
            Some(none) => {
                black_box(none);
            }
            None => {
                black_box(&self.0.look_up_odd(method, path, &mut captures));
            }
        }
    }
}

const METHODS: usize = 10;

fn column(method: &Method) -> usize {
    match *method {
        Method::OPTIONS => 0,
        Method::GET => 1,
        Method::POST => 2,
        Method::PUT => 3,
        Method::DELETE => 4,
        Method::HEAD => 5,
        Method::TRACE => 6,
        Method::CONNECT => 7,
        Method::PATCH => 8,
        _ => 9,
    }
}

/// One matchit for all methods, a row of methods at each path: as axum does.
#[derive(Debug)]
pub struct One(matchit::Router<[Option<usize>; METHODS]>);

impl One {
    pub fn new(table: &[Route]) -> Self {
        let mut rows: BTreeMap<String, (&str, [Option<usize>; METHODS])> = BTreeMap::new();
        for (at, route) in table.iter().enumerate() {
            let shape: Vec<_> =
                route.path.split('/').map(|text| if text.starts_with('{') { "{}" } else { text }).collect();
            let (_, row) = rows.entry(shape.join("/")).or_insert((&route.path, [None; METHODS]));
            row[column(&route.method)] = Some(at);
        }
        let mut router = matchit::Router::new();
        for (path, row) in rows.into_values() {
            router.insert(path, row).expect("a route that conflicts with none");
        }
        Self(router)
    }
}

impl Side for One {
    fn find(&self, method: &Method, path: &str) -> Outcome {
        match self.0.at(path) {
            Ok(found) => found.value[column(method)].map_or(Outcome::OtherMethods, Outcome::Route),
            Err(_) => Outcome::Nothing,
        }
    }

    #[inline(never)]
    fn pay(&self, method: &Method, path: &str) {
        match self.0.at(path) {
            Ok(found) => {
                black_box(found.value[column(method)]);
                black_box(&found.params);
            }
            Err(error) => {
                black_box(error);
            }
        }
    }
}

/// A matchit for each method; for `Allow` the others are asked.
#[derive(Debug)]
pub struct Each([matchit::Router<usize>; METHODS]);

impl Each {
    pub fn new(table: &[Route]) -> Self {
        let mut routers: [matchit::Router<usize>; METHODS] = Default::default();
        for (at, route) in table.iter().enumerate() {
            routers[column(&route.method)]
                .insert(&*route.path, at)
                .expect("a route that conflicts with none");
        }
        Self(routers)
    }

    /// The methods that have the path, as bits.
    fn others(&self, method: &Method, path: &str) -> u16 {
        let others = self.0.iter().enumerate().filter(|(at, _)| *at != column(method));
        others.filter(|(_, router)| router.at(path).is_ok()).fold(0, |set, (at, _)| set | 1 << at)
    }
}

impl Side for Each {
    fn find(&self, method: &Method, path: &str) -> Outcome {
        match self.0[column(method)].at(path) {
            Ok(found) => Outcome::Route(*found.value),
            Err(_) if self.others(method, path) != 0 => Outcome::OtherMethods,
            Err(_) => Outcome::Nothing,
        }
    }

    #[inline(never)]
    fn pay(&self, method: &Method, path: &str) {
        match self.0[column(method)].at(path) {
            Ok(found) => {
                black_box(found.value);
                black_box(&found.params);
            }
            Err(_) => {
                black_box(self.others(method, path));
            }
        }
    }
}

/// No router: what the loop around the lookups costs.
#[derive(Debug)]
pub struct Nothing;

impl Side for Nothing {
    fn find(&self, _: &Method, _: &str) -> Outcome {
        Outcome::Nothing
    }

    #[inline(never)]
    fn pay(&self, method: &Method, path: &str) {
        black_box((method, path));
    }
}
