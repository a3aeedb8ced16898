//! Only handlers have paths.

fn read() {}

fn main() {
    read();
    println!("{}", read::path());
    //~            ^^^^
}
// no help: the message is the compiler's own
