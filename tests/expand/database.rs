//! A route that declares a status: the smallest whole.

use fingerpost::put;

/// Create or replace the database.
#[put("/database", status = 201)]
fn database() {}

fn main() {
    database();
    let _ = database::path();
}
