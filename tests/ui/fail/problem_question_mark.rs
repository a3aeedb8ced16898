//! `?` on an error that does not know its status.

use fingerpost::Problem;

fn motd() -> Result<String, Problem> {
    Ok(std::fs::read_to_string("/etc/motd")?)
    //~                                    ^
}

fn main() {}
