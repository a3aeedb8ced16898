//! Only handlers have paths.

fn read() {}

fn main() {
    read();
    println!("{}", read::path());
    //~            ^^^^
}
