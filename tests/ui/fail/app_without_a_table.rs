//! An app has routes.

use fingerpost::App;

fn main() {
    let _ = App::new();
    //~     ^^^^^^^^
}
