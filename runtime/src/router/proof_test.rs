//! A table's proofs against the router: what they accept is reached, what they reject is not.

use http::Method;
use proptest::prelude::*;

use super::model_test::{Route, mount, route};
use super::*;
use crate::route::{RouteInfo, Segment};
use crate::table::{Conflict, Keys, Node, Shape, conflict as first_conflict, method_key};

/// The route as a macro writes it.
fn info(route: &Route) -> (Node, Keys) {
    let (methods, segments) = (route.methods.clone().leak(), route.segments.clone().leak());
    let method_keys: Vec<u64> = methods.iter().map(|method| method_key(method)).collect();
    let marks = u8::from(matches!(segments, [.., Segment::RestOrNothing]))
        | u8::from(matches!(segments, [Segment::Literal("")])) << 1;
    let keys = Keys::Routes(Shape::of(segments), method_keys.leak(), marks);
    (
        Node::Route(
            Box::leak(Box::new(RouteInfo { name: "route", methods, segments, ..RouteInfo::EMPTY })),
            &[],
        ),
        keys,
    )
}

fn conflict(routes: &[Route]) -> Option<Conflict> {
    let (mut nodes, mut keys) = (Vec::new(), Vec::new());
    for route in routes {
        let (node, of_route) = info(route);
        nodes.push((route.prefix, node));
        keys.push((Shape::of_prefix(route.prefix), of_route));
    }
    let (nodes, keys) = (Node::Table(nodes.leak()), Keys::table(keys.leak()));
    first_conflict(&nodes, &keys)
}

/// Paths that a route matches and that as few others as possible do: captures have texts that no pattern has.
fn witnesses(route: &Route) -> Vec<String> {
    let mut path = String::new();
    for segment in route.mounted() {
        match segment {
            Segment::Literal(text) => path.extend(["/", &text.replace('%', "%25")]),
            Segment::Partial(before, after) => {
                path.extend(["/", &before.replace('%', "%25"), "zzz", &after.replace('%', "%25")]);
            }
            Segment::Capture => path.push_str("/zzz"),
            Segment::Rest => return rests(&path, &["zzz", "/", "zzz/", "/zzz"]),
            Segment::RestOrNothing => {
                let mut paths = rests(&path, &["", "zzz", "/", "zzz/", "/zzz"]);
                paths.extend(Some(path).filter(|path| !path.is_empty()));
                return paths;
            }
        }
    }
    vec![path]
}

fn rests(path: &str, rests: &[&str]) -> Vec<String> {
    rests.iter().map(|rest| format!("{path}/{rest}")).collect()
}

/// Paths of a few texts, with and without what makes them unlike any pattern.
fn all_paths() -> Vec<String> {
    let mut paths = vec![String::new()];
    for depth in 0..4 {
        let longest: Vec<String> =
            paths.iter().filter(|path| path.matches('/').count() == depth).cloned().collect();
        for text in ["", "a", "b", "zzz", "azzz"] {
            paths.extend(longest.iter().map(|path| format!("{path}/{text}")));
        }
    }
    paths.remove(0);
    paths
}

fn reaches(router: &Router, at: usize, method: &str, path: &str) -> bool {
    let method = Method::from_bytes(method.as_bytes()).unwrap();
    let walked = router.find(&method, path, &mut Captures::new());
    let sifted = router.sift(router.methods.column(&method), path, &mut Captures::new());
    let [walked, sifted] = [walked, sifted].map(|found| matches!(found, Found::Route(found) if found == at));
    assert_eq!(walked, sifted, "{method} {path}");
    walked
}

/// Routes that stand close together: a few beginnings, every ending.
fn close_route() -> impl Strategy<Value = Route> {
    let methods = proptest::sample::subsequence(vec!["GET", "HEAD", "POST"], 1..3);
    let prefix = prop_oneof![2 => Just(""), 1 => Just("/a")];
    let start = prop_oneof![
        2 => Just(vec![]),
        2 => Just(vec![Segment::Literal("a")]),
        1 => Just(vec![Segment::Capture]),
        1 => Just(vec![Segment::Partial("a", "")]),
        1 => Just(vec![Segment::Literal("a"), Segment::Capture]),
    ];
    let last = prop_oneof![
        Just(None),
        Just(Some(Segment::Literal(""))),
        Just(Some(Segment::Rest)),
        Just(Some(Segment::RestOrNothing)),
    ];
    (methods, prefix, start, last).prop_map(|(methods, prefix, mut segments, last)| {
        segments.extend(last);
        if segments.is_empty() {
            segments.push(Segment::Literal(""));
        }
        Route { methods, prefix, segments }
    })
}

/// That every route answers each of its methods somewhere, when those are gone that the proof finds not to.
fn check(mut routes: Vec<Route>) -> Result<(), TestCaseError> {
    while let Some(conflict) = conflict(&routes) {
        let dead = conflict.item as usize;
        let router = mount(&routes);
        let (route, mut paths) = (&routes[dead], all_paths());
        paths.extend(witnesses(route));
        let reached = |method: &&&str| paths.iter().any(|path| reaches(&router, dead, method, path));
        prop_assert!(
            !route.methods.iter().all(|method| reached(&method)),
            "{:?} of {:#?}\n{}",
            route,
            routes,
            conflict.message()
        );
        routes.remove(dead);
    }
    let router = mount(&routes);
    for (at, route) in routes.iter().enumerate() {
        for method in &route.methods {
            let is_reached = witnesses(route).iter().any(|path| reaches(&router, at, method, path));
            prop_assert!(is_reached, "{method} {:?} of {:#?}", route, routes);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn keys_are_equal_where_the_router_has_one_place(
        one in prop_oneof![route(), close_route()],
        other in prop_oneof![route(), close_route()],
    ) {
        // One method each, so that a conflict is one of places.
        let mut routes = [one, other].map(|route| Route { methods: vec!["GET"], ..route });
        let is_one_place = {
            let [first, second] = routes.each_ref().map(|Route { methods, prefix, segments }| {
                Pattern { methods, prefix, segments }.steps().collect::<Vec<_>>()
            });
            first == second
        };
        prop_assert_eq!(conflict(&routes).is_some(), is_one_place, "{:?}", routes);
        routes[1].methods = vec!["POST"];
        prop_assert!(conflict(&routes).is_none());
    }

    #[test]
    fn routes_of_an_accepted_table_are_reached(routes in proptest::collection::vec(route(), 0..24)) {
        check(routes)?;
    }

    #[test]
    fn routes_that_stand_close_are_reached_or_rejected(routes in proptest::collection::vec(close_route(), 0..16)) {
        check(routes)?;
    }
}

fn row(methods: &[&'static str], prefix: &'static str, segments: &[Segment]) -> Route {
    Route { methods: methods.to_vec(), prefix, segments: segments.to_vec() }
}

#[test]
fn a_rest_that_may_be_nothing_is_told_apart_from_all_that_it_can_be() {
    use Segment::{Literal, Rest, RestOrNothing};
    let files = Literal("files");
    let dead = row(&["GET"], "", &[files, RestOrNothing]);
    let (bare, slash) = (row(&["GET"], "", &[files]), row(&["GET"], "", &[files, Literal("")]));
    let rest = |method| row(&[method], "", &[files, Rest]);
    let item = |routes: &[&Route]| {
        conflict(&routes.iter().copied().cloned().collect::<Vec<_>>()).map(|conflict| conflict.item)
    };
    assert_eq!(item(&[&bare, &dead, &slash, &rest("GET")]), Some(1));
    assert_eq!(item(&[&dead, &slash, &rest("GET")]), None, "it answers `/files`");
    assert_eq!(item(&[&bare, &dead, &rest("GET")]), None, "it answers `/files/`");
    assert_eq!(item(&[&bare, &dead, &slash]), None, "it answers `/files/a`");
    assert_eq!(item(&[&bare, &dead, &slash, &rest("HEAD")]), None, "it answers `GET /files/a`");
    let head = row(&["HEAD"], "", &[files, RestOrNothing]);
    assert_eq!(item(&[&bare, &slash, &rest("GET"), &head]), Some(3), "`GET` answers `HEAD`");
    let (root, all) = (row(&["GET"], "", &[Literal("")]), row(&["GET"], "", &[RestOrNothing]));
    assert_eq!(item(&[&all, &root, &row(&["GET"], "", &[Rest])]), Some(0), "nothing stands before the slash");
}
