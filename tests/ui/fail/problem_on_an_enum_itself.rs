//! The problem stands on the enum, and not on its variants.

use fingerpost::Problem;

#[derive(Problem)]
#[problem(422, "not valid")]
//~<^^^^^^^^^^^^^^^^^^^^^^^^
enum Invalid {
    Title,
    Text,
}

fn main() {
    drop([Invalid::Title, Invalid::Text]);
}
