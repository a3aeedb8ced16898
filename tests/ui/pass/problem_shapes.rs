//! Every shape of item that can be a problem.
#![deny(warnings)]
#![allow(dead_code)]

use fingerpost::{IntoProblem, Problem};

#[derive(Problem)]
enum Never {}

#[derive(Problem)]
#[problem(404)]
struct Unit;

#[derive(Problem)]
#[problem(409, "`{0}` is taken, {{braces}} and all")]
struct Tuple(String);

#[derive(Problem)]
#[problem(status = 500, detail = "{place:>width$.precision$}")]
struct Named {
    place: &'static str,
    width: usize,
    precision: usize,
    source: std::fmt::Error,
}

#[derive(Problem)]
#[problem(transparent)]
struct Wrapper(#[from] Tuple);

#[derive(Problem)]
enum Generic<'a, T: Clone, const N: usize>
where
    T: 'a,
{
    #[problem(400, "{0:?}")]
    Shown(&'a [T; N]),
    #[problem(502)]
    Caused {
        #[source]
        cause: T,
    },
    #[problem(transparent)]
    Passed(T),
}

fn main() {
    let never: Option<Never> = None;
    assert!(never.map(IntoProblem::into_problem).is_none());
    let problems: [Problem; 4] = [
        Unit.into(),
        Wrapper::from(Tuple("it".to_owned())).into(),
        Named { place: "here", width: 3, precision: 2, source: std::fmt::Error }.into(),
        problem_of_a_function(),
    ];
    let detail = |problem| Problem::get_detail(problem).or_else(|| problem.get_private_detail());
    let details: Vec<_> = problems.iter().map(detail).collect();
    assert_eq!(details, [None, Some("`it` is taken, {braces} and all"), Some(" he"), Some("7")]);
}

/// The derive within a function, and within a macro.
fn problem_of_a_function() -> Problem {
    macro_rules! local {
        ($name:ident, $status:literal, $detail:literal) => {
            #[derive(Problem)]
            #[problem($status, $detail)]
            struct $name(u8);
        };
    }
    local!(Local, 403, "{0}");
    Local(7).into_problem()
}
