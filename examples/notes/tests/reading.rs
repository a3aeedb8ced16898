//! Notes are read: by pages, as JSON or as text, and not again where they are known.

use super::server::{File, Server};
use crate::api;
use crate::limit::Limit;

#[tokio::test]
async fn link_leads_through_the_pages() {
    let file = File::new("pages");
    let server = Server::start(&file).await;
    for title in ["a", "b", "c", "d", "e"] {
        server.create(title, "").await.success().unwrap();
    }
    let page = async |limit, after| {
        let limit = Limit::new(limit).unwrap();
        let call = api::list::request(Some(&limit), after);
        server.client.call(call).await.unwrap().success().unwrap()
    };
    let mut after = None;
    let mut pages = Vec::new();
    loop {
        let page = page(2, after).await;
        pages.push(page.iter().map(|note| note.title.as_str()).collect::<String>());
        let Some(link) = page.header("link") else { break };
        after = page.last().map(|note| note.id);
        let next = format!("</api/notes?limit=2&after={}>; rel=\"next\"", after.unwrap());
        assert_eq!(link, next);
    }
    assert_eq!(pages, ["ab", "cd", "e"]);
    let whole = page(5, None).await;
    assert_eq!((whole.len(), whole.header("link")), (5, None));
}

#[tokio::test]
async fn a_page_is_json_or_text() {
    let file = File::new("kinds");
    let server = Server::start(&file).await;
    server.create("Milk", "two bottles").await.success().unwrap();
    server.create("Bread", "").await.success().unwrap();
    let accepting =
        async |kind: &str| server.send("GET", "/api/notes", &format!("Accept: {kind}\r\n"), "").await;
    let text = accepting("text/*, application/json;q=0.5").await;
    assert_eq!(
        (text.header("content-type"), text.header("vary")),
        (Some("text/plain; charset=utf-8"), Some("accept"))
    );
    assert_eq!(text.body, "Milk\ntwo bottles\n---\nBread\n\n");
    assert_eq!(accepting("*/*").await.header("content-type"), Some("application/json"));
    let refused = accepting("image/png").await.problem(406);
    assert_eq!(refused["available"][1], "text/plain; charset=utf-8");
}

#[tokio::test]
async fn a_note_that_is_known_is_not_sent_again() {
    let file = File::new("known");
    let server = Server::start(&file).await;
    server.create("Milk", "").await.success().unwrap();
    let tag = server.read(1).await.success().unwrap().header("etag").unwrap().to_owned();
    let conditional = async |condition: &str| {
        server.send("GET", "/api/notes/1", &format!("{condition}: {tag}\r\n"), "").await
    };
    let known = conditional("If-None-Match").await;
    assert_eq!((known.status, known.header("etag"), &*known.body), (304, Some(&*tag), ""));
    assert_eq!(conditional("If-Match").await.status, 200);
    server.change(1, super::server::titled("Bread")).await.success().unwrap();
    assert_eq!(conditional("If-None-Match").await.status, 200);
    conditional("If-Match").await.problem(412);
}

#[tokio::test]
#[expect(deprecated, reason = "the compiler says it to whoever calls it")]
async fn titles_say_what_comes_after_them_and_when_they_end() {
    let file = File::new("titles");
    let server = Server::start(&file).await;
    server.create("Milk", "").await.success().unwrap();
    let titles = server.client.call(api::titles::request()).await.unwrap().success().unwrap();
    assert_eq!(*titles, ["Milk"]);
    assert_eq!(titles.header("deprecation"), Some("@1769817600"));
    assert_eq!(titles.header("sunset"), Some("Sun, 31 Jan 2027 00:00:00 GMT"));
    assert_eq!(titles.header("link"), Some(r#"</api/notes>; rel="successor-version""#));
}

#[tokio::test]
async fn the_root_leads_to_the_notes() {
    let file = File::new("root");
    let server = Server::start(&file).await;
    let home = server.get("/").await;
    assert_eq!((home.status, home.header("location")), (303, Some("/api/notes")));
}
