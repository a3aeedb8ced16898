//! The proofs of a table with thousands of routes, without the routes' handlers.
//!
//! That it compiles shows that no limit of const evaluation is met. What it takes is the difference between this command
//! and the same with `ROUTES` at 3, each run after the file was touched:
//!
//! ```text
//! CARGO_INCREMENTAL=0 cargo check -p fingerpost-tests --test many_routes
//! ```

use fingerpost::__private::{Conflict, Keys, Node, RouteInfo, Segment, Shape, conflict, method_key};

const ROUTES: usize = 3_000;

/// `/{digit}/{digit}/{digit}/{digit}` in words, and behind them nothing, a rest, or a rest that may be nothing.
static SEGMENTS: [[Segment; 5]; ROUTES] = {
    const DIGITS: [&str; 10] =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    let mut routes = [[Segment::Capture; 5]; ROUTES];
    let mut at = 0;
    while at < ROUTES {
        let (mut place, mut number) = (0, at / 3);
        while place < 4 {
            routes[at][place] = Segment::Literal(DIGITS[number % 10]);
            number /= 10;
            place += 1;
        }
        routes[at][4] = match at % 3 {
            0 => Segment::Literal(""),
            1 => Segment::Rest,
            _ => Segment::RestOrNothing,
        };
        at += 1;
    }
    routes
};

static INFOS: [RouteInfo; ROUTES] = {
    let mut infos =
        [const { RouteInfo { name: "route", methods: &["GET", "POST"], ..RouteInfo::EMPTY } }; ROUTES];
    let mut at = 0;
    while at < ROUTES {
        infos[at] = RouteInfo {
            name: "route",
            methods: &["GET", "POST"],
            path: "/",
            segments: &SEGMENTS[at],
            ..RouteInfo::EMPTY
        };
        at += 1;
    }
    infos
};

static TABLE: Node = Node::Table(&{
    let mut items = [("", Node::Table(&[])); ROUTES];
    let mut at = 0;
    while at < ROUTES {
        items[at].1 = Node::Route(&INFOS[at], &[]);
        at += 1;
    }
    items
});

const ITEMS: &[(Shape, Keys)] = &{
    const METHODS: [u64; 2] = [method_key("GET"), method_key("POST")];
    /// The mark of a rest that may be nothing.
    const OPTIONAL_REST: u8 = 1;
    let mut items = [(Shape::NONE, Keys::NONE); ROUTES];
    let mut at = 0;
    while at < ROUTES {
        let marks = if at % 3 == 2 { OPTIONAL_REST } else { 0 };
        items[at].1 = Keys::Routes(Shape::of(&SEGMENTS[at]), &METHODS, marks);
        at += 1;
    }
    items
};

const KEYS: Keys = Keys::table(ITEMS);

const CONFLICT: Option<Conflict> = conflict(&TABLE, &KEYS);

#[test]
fn thousands_of_routes_are_proved_to_be_reached() {
    assert!(CONFLICT.is_none());
}
