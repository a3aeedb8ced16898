//! The client, and its feature is off.
// in: bare

use fingerpost::client::Client;
//~             ^^^^^^

fn main() {
    let _: Option<Client> = None;
}
// no help: the compiler's own note names the feature
