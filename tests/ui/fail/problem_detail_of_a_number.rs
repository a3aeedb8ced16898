//! A number as the detail.

use fingerpost::{OrProblem, Problem, get};

#[get("/")]
fn read() -> Result<&'static str, Problem> {
    None.or_404(404)
    //~         ^^^
}

fn main() {}
