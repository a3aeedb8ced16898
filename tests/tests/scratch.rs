//! scratch
#![deny(warnings)]
use std::borrow::Cow;
use fingerpost::*;

struct Db(u64);
#[derive(serde::Serialize, serde::Deserialize)]
struct Post { id: u64, title: String }

#[get("/posts/{id}?{full}&{limit = 10}&tag={tags}")]
async fn get_post(id: u64, full: Option<bool>, limit: u32, tags: Vec<String>, db: &Db) -> Result<Json<Post>, Problem> {
    if id == 0 { return Err(Problem::new(404).detail("no post 0")); }
    Ok(Json(Post { id, title: format!("{full:?} {limit} {tags:?} {}", db.0) }))
}

#[post("/posts", status = 201, location = |post| get_post(id = post.id))]
async fn new_post(Json(new): Json<Post>) -> Result<Json<Post>, Problem> {
    Ok(Json(new))
}

#[get("/hi/{name}.txt", content_type = "text/x-hi", header("Cache-Control" = "no-store"))]
fn hi(name: &str) -> String { format!("hi {name}") }

#[get("/cow/{name}")]
fn cow(name: Cow<'_, str>) -> String { format!("cow {name}") }

#[get("/slow", blocking)]
fn slow(db: &Db) -> String { std::thread::sleep(std::time::Duration::from_millis(1)); format!("{}", db.0) }

#[get("/link")]
fn link() -> String { format!("{} {}", get_post::path(3, None, None, &["a"]), hi::path("x y").absolute()) }

#[get("/files/{*rest}")]
fn files(rest: &str) -> String { rest.to_owned() }

#[get("/panics")]
fn panics() { panic!("boom") }

#[get("/late", timeout = "10 ms")]
async fn late() { std::future::pending::<()>().await }

routes! { pub posts = [get_post, new_post] }

#[tokio::test]
async fn works() {
    let app = App::new(routes!["/api" => posts, hi, cow, slow, link, files, panics, late]).state(Db(5)).origin("https://x.example").test();
    let r = app.get("/api/posts/7?full=true&tag=a&tag=b%20c").send().await;
    assert_eq!(r.text(), r#"{"id":7,"title":"Some(true) 10 [\"a\", \"b c\"] 5"}"#);
    let r = app.get("/api/posts/x").send().await;
    assert_eq!(r.status(), 400);
    println!("{}", r.text());
    let r = app.post("/api/posts").json(&Post { id: 3, title: "t".into() }).send().await;
    println!("{r:?}"); assert_eq!(r.status(), 201);
    assert_eq!(r.header("location"), Some("https://x.example/api/posts/3"));
    for path in ["/hi/a%20b.txt", "/cow/%2F", "/slow", "/link", "/files/a/b", "/files/", "/panics", "/late", "/nope", "/%zz", "/api/posts"] {
        let r = app.get(path).send().await;
        println!("{path} -> {} {:?} {}", r.status(), r.headers(), r.text());
    }
    let r = app.options("/api/posts").send().await;
    println!("{:?}", r);
    let r = app.head("/hi/a.txt").send().await;
    println!("{:?}", r);
    let r = app.request("BREW", "/hi/a.txt").send().await;
    println!("{:?}", r);
}
