//! A task that outlives its request.

use fingerpost::get;

#[get("/{name}")]
async fn read(name: &str) -> String {
    let task = fingerpost::tokio::spawn(async move { name.len() });
    //~        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    task.await.unwrap().to_string()
}

fn main() {}
// no help: the message is the compiler's own
