//! Links: the URL of a handler, percent-encoded, below its prefix, with its origin.

mod support;

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use fingerpost::{App, get, routes};
use fingerpost_tests::shelf;
use support::serve;

mod written {
    use super::*;

    #[get("/")]
    fn root() {}

    #[get("/posts/{id}/{slug}")]
    fn post(slug: &str, id: u64) -> String {
        format!("{id} {slug}")
    }

    #[get("/files/{name}.tar.gz")]
    fn file(name: String) -> String {
        name
    }

    #[get("/tree/{*path}")]
    fn tree(path: Cow<'_, str>) -> String {
        path.into_owned()
    }

    #[get("/any/{*path?}")]
    fn any(path: &str) -> String {
        path.to_owned()
    }

    #[get("/größe/{{x}}/{_n}")]
    fn literal(_n: i8) {}

    #[test]
    fn captures_come_in_the_order_of_the_path_and_are_encoded() {
        assert_eq!(root::path(), "/");
        assert_eq!(post::path(7, "a b"), "/posts/7/a%20b");
        assert_eq!(post::path(7, String::from("ü/?#%&+=:@")), "/posts/7/%C3%BC%2F%3F%23%25&+=:@");
        assert_eq!(post::path(7, "\r\n\"<>\\^`{|}"), "/posts/7/%0D%0A%22%3C%3E%5C%5E%60%7B%7C%7D");
        assert_eq!(file::path("a/b"), "/files/a%2Fb.tar.gz");
        assert_eq!(tree::path("a/b c/%"), "/tree/a/b%20c/%25");
        assert_eq!(literal::path(-3), "/gr%C3%B6%C3%9Fe/%7Bx%7D/-3");
    }

    #[tokio::test]
    async fn a_link_leads_back_to_its_values() {
        let server = serve(App::new(routes![post, file, tree, any, query, literal])).await;
        for text in ["a", "a b", "a+b", "ü/ö", "100%", "%2F", "a?b#c&d=e", "{x}", "\\", "a;b", "日本", "..."]
        {
            let (post, file, tree) = (post::path(7, text), file::path(text), tree::path(text));
            let any = any::path(text);
            let query = query::path(text, None, None, &[text, "", text], None);
            server
                .gives(&[
                    (&post.to_string(), &format!("7 {text}")),
                    (&file.to_string(), text),
                    (&tree.to_string(), text),
                    (&any.to_string(), text),
                    (&query.to_string(), &format!("{text} None None {:?} 20", [text, "", text])),
                ])
                .await;
        }
        assert_eq!(server.get(&any::path("").to_string()).await.text(), "");
        assert_eq!(server.get(&literal::path(-3).to_string()).await.status, 204);
    }

    #[get("/query?{q}&{page}&{exact}&tag={tags}&{limit = 20}")]
    fn query(q: &str, page: Option<u32>, exact: Option<&str>, tags: Vec<&str>, limit: u8) -> String {
        format!("{q} {page:?} {exact:?} {tags:?} {limit}")
    }

    #[get("/numbers?page-size={size}&{n}")]
    fn numbers(size: u32, n: Vec<i64>) -> String {
        format!("{size} {n:?}")
    }

    #[test]
    fn parameters_of_the_query_are_encoded() {
        assert_eq!(query::path("", None, None, &[] as &[&str], None), "/query?q=");
        assert_eq!(
            query::path("a b&c=d+e", Some(2), Some("ü"), &["x/y", "#"], Some(5)),
            "/query?q=a%20b%26c%3Dd%2Be&page=2&exact=%C3%BC&tag=x%2Fy&tag=%23&limit=5"
        );
        assert_eq!(numbers::path(5, &[]), "/numbers?page-size=5");
        assert_eq!(numbers::path(5, &[1, -2]), "/numbers?page-size=5&n=1&n=-2");
    }

    /// A user's own parameter, which prints as it is read.
    #[derive(Debug)]
    struct Version(u8, u8);

    impl FromStr for Version {
        type Err = ();

        fn from_str(text: &str) -> Result<Self, ()> {
            let (major, minor) = text.split_once('.').ok_or(())?;
            Ok(Self(major.parse().map_err(|_| ())?, minor.parse().map_err(|_| ())?))
        }
    }

    impl fmt::Display for Version {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "{}.{}", self.0, self.1)
        }
    }

    #[get("/v/{version}?{since}&{others}")]
    fn versioned(version: Version, since: Option<Version>, others: Vec<Version>) -> String {
        format!("{version} {since:?} {others:?}")
    }

    /// A parameter that does not print, in a handler that nobody links to.
    #[derive(Debug)]
    struct Mute;

    impl FromStr for Mute {
        type Err = ();

        fn from_str(_: &str) -> Result<Self, ()> {
            Ok(Self)
        }
    }

    #[get("/mute/{mute}")]
    fn mute(mute: Mute) -> String {
        format!("{mute:?}")
    }

    #[tokio::test]
    async fn types_of_ones_own_print_themselves() {
        assert_eq!(versioned::path(&Version(1, 2), None, &[]), "/v/1.2");
        let link = versioned::path(&Version(1, 2), Some(&Version(0, 9)), &[Version(3, 0), Version(4, 0)]);
        assert_eq!(link, "/v/1.2?since=0.9&others=3.0&others=4.0");
        let server = serve(App::new(routes![versioned, mute])).await;
        server
            .gives(&[
                (&link.to_string(), "1.2 Some(Version(0, 9)) [Version(3, 0), Version(4, 0)]"),
                ("/mute/x", "Mute"),
            ])
            .await;
    }
}

mod mounted {
    use super::*;

    #[get("/items/{id}")]
    fn item(id: u64) -> String {
        item::path(id + 1).to_string()
    }

    #[get("/")]
    fn index() -> String {
        format!("{} {} {}", index::path(), item::path(1), item::path(1).absolute())
    }

    #[get("/later")]
    async fn later() -> String {
        let before = item::path(1).to_string();
        tokio::task::yield_now().await;
        tokio::time::sleep(std::time::Duration::from_millis(1)).await;
        format!("{before} {}", item::path(2))
    }

    #[get("/blocking", blocking)]
    fn blocking() -> String {
        item::path(1).to_string()
    }

    #[get("/?{page}")]
    fn paged(page: u8) -> String {
        paged::path(page + 1).to_string()
    }

    routes! { items = [item, index, later, blocking] }

    #[tokio::test]
    async fn a_link_has_the_prefix_of_its_handler() {
        let server = serve(App::new(routes!["/shop" => items, "/list" => paged])).await;
        server
            .gives(&[
                ("/shop/items/1", "/shop/items/2"),
                ("/shop", "/shop /shop/items/1 /shop/items/1"),
                ("/shop/later", "/shop/items/1 /shop/items/2"),
                ("/shop/blocking", "/shop/items/1"),
                ("/list?page=1", "/list?page=2"),
            ])
            .await;
        // Outside of a request nobody knows where it is mounted.
        assert_eq!(item::path(1), "/items/1");
    }

    #[get("/elsewhere")]
    fn elsewhere() -> String {
        format!("{} {}", item::path(1), shelf::get_book::path(2))
    }

    #[tokio::test]
    async fn of_several_mounts_the_nearest_is_meant() {
        let app = App::new(routes![
            "/a" => items,
            "/b/deep" => items,
            "/größe" => items,
            "/b" => elsewhere,
            "/x/shelf" => shelf::table,
            elsewhere,
        ]);
        let server = serve(app.state(shelf::Books(Vec::new()))).await;
        server
            .gives(&[
                ("/a/items/1", "/a/items/2"),
                ("/b/deep/items/1", "/b/deep/items/2"),
                ("/b/deep/blocking", "/b/deep/items/1"),
                ("/gr%C3%B6%C3%9Fe/items/1", "/gr%C3%B6%C3%9Fe/items/2"),
                ("/b/elsewhere", "/b/deep/items/1 /x/shelf/books/2"),
                ("/elsewhere", "/a/items/1 /x/shelf/books/2"),
            ])
            .await;
    }

    #[get("/tenants/{id}")]
    fn tenant(id: u8) -> String {
        tenant::path(id).to_string()
    }

    #[tokio::test]
    async fn a_mount_without_a_prefix_is_one_too() {
        let server = serve(App::new(routes!["/v1" => tenant, tenant])).await;
        server.gives(&[("/tenants/1", "/tenants/1"), ("/v1/tenants/1", "/v1/tenants/1")]).await;
    }

    #[tokio::test]
    async fn requests_of_two_apps_do_not_mix() {
        let one = serve(App::new(routes!["/one" => items]).origin("https://one.example")).await;
        let two = serve(App::new(routes!["/two" => items]).origin("http://two.example:8080/")).await;
        for _ in 0..2 {
            one.gives(&[("/one", "/one /one/items/1 https://one.example/one/items/1")]).await;
            two.gives(&[("/two", "/two /two/items/1 http://two.example:8080/two/items/1")]).await;
            let (first, second) = tokio::join!(one.get("/one/later"), two.get("/two/later"));
            assert_eq!(first.text(), "/one/items/1 /one/items/2");
            assert_eq!(second.text(), "/two/items/1 /two/items/2");
        }
        let kept = item::path(1).absolute();
        assert_eq!(kept.to_string(), "/items/1");
    }
}
