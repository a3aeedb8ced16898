//! `Dialect`: the ten shapes of handlers in each framework, as its users write them.

mod axum;
mod fingerpost;
mod rocket;

use std::path::Path;

#[derive(Debug, Clone, Copy)]
pub(super) enum Framework {
    Fingerpost,
    Axum,
    Rocket,
}

impl Framework {
    pub(super) const ALL: [Self; 3] = [Self::Fingerpost, Self::Axum, Self::Rocket];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Fingerpost => "fingerpost",
            Self::Axum => "axum",
            Self::Rocket => "rocket",
        }
    }
}

pub(super) struct Dialect {
    pub(super) dependencies: String,
    pub(super) imports: &'static str,
    pub(super) handler: fn(usize) -> Handler,
    pub(super) table: fn(&[Handler]) -> String,
    pub(super) main: fn(&[String]) -> String,
}

pub(super) struct Handler {
    name: String,
    method: &'static str,
    path: String,
    pub(super) source: String,
}

/// A shape: its method, what follows the route's own segment in its path, and its function.
type Shape = (&'static str, &'static str, &'static str);

fn handler(number: usize, shapes: &[Shape; 10]) -> Handler {
    let (method, below, function) = shapes[number % shapes.len()];
    let source = function.replace("NAME", &format!("h{number}")).replace('#', &number.to_string());
    Handler { name: format!("h{number}"), method, path: format!("/r{number}{below}"), source }
}

/// The lines of all, each by `line`, with what stands around them.
fn lines<T>(all: &[T], before: &str, line: impl Fn(&T) -> String, after: &str) -> String {
    let lines: String = all.iter().map(line).collect();
    format!("{before}{lines}{after}")
}

impl Dialect {
    pub(super) fn of(framework: Framework, fingerpost: &Path) -> Self {
        match framework {
            Framework::Fingerpost => fingerpost::dialect(fingerpost),
            Framework::Axum => axum::dialect(),
            Framework::Rocket => rocket::dialect(),
        }
    }
}
