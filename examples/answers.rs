//! answers
fn main() {}
