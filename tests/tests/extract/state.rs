//! State, cloned.

use super::*;

struct Db(&'static str);

#[get("/name")]
async fn name(State(db): State<Arc<Db>>) -> String {
    tokio::spawn(async move { db.0.to_owned() }).await.unwrap_or_default()
}

#[get("/maybe")]
fn maybe(db: Option<State<Arc<Db>>>) -> &'static str {
    db.map_or("", |db| db.0.0)
}

#[tokio::test]
async fn is_cloned() {
    let client = App::new(routes![name, maybe]).state(Arc::new(Db("notes"))).test();
    assert_eq!(client.get("/name").send().await.text(), "notes");
    assert_eq!(client.get("/maybe").send().await.text(), "notes");
}
