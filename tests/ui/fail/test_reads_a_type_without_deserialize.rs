//! What a test reads derives `Deserialize`.

use fingerpost::TestResponse;

struct Post {
    id: u64,
}

fn first(response: &TestResponse) -> u64 {
    response.json::<Post>().id
    //~             ^^^^
}

fn main() {
    let _ = first;
}
