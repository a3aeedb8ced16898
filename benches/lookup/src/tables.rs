//! Tables of routes: public ones, read from `routes/`, and such as are made to be hard.

use http::Method;

/// A route: its method, and its path with captures in braces.
#[derive(Debug, Clone)]
pub struct Route {
    pub method: Method,
    pub path: String,
}

const PUBLIC: [(&str, &str); 4] = [
    ("github", include_str!("../routes/github.txt")),
    ("gplus", include_str!("../routes/gplus.txt")),
    ("parse", include_str!("../routes/parse.txt")),
    ("static", include_str!("../routes/static.txt")),
];

/// A public table by its name, `many-N`: N routes side by side, or `adversarial-N`: all `2^N` paths of N segments each of
/// which is a literal or a capture, with one more literal behind, so that every path matches until its last segment.
///
/// # Panics
///
/// When there is none of that name.
pub fn table(name: &str) -> Vec<Route> {
    if let Some((_, text)) = PUBLIC.iter().find(|(public, _)| *public == name) {
        return text.lines().filter(|line| !line.trim().is_empty()).map(parse).collect();
    }
    let (shape, size) = name.rsplit_once('-').expect("a table's name");
    let size: usize = size.parse().expect("a table's size");
    match shape {
        "many" => (0..size).map(|at| get(format!("/api/resource-{at:05}/{{id}}/settings"))).collect(),
        "adversarial" => (0..1 << size).map(|choice| get(adversarial(size, choice))).collect(),
        _ => panic!("there is no table {name}"),
    }
}

fn parse(line: &str) -> Route {
    let (method, path) = line.trim().split_once(' ').expect("METHOD /path");
    Route { method: method.parse().expect("a method"), path: path.to_owned() }
}

fn get(path: String) -> Route {
    Route { method: Method::GET, path }
}

/// The path of which the bits of `choice` say where the captures are.
fn adversarial(size: usize, choice: usize) -> String {
    let segment = |at: usize| if choice >> at & 1 == 1 { format!("/{{c{at}}}") } else { "/a".to_owned() };
    (0..size).map(segment).chain(["/end".to_owned()]).collect()
}
