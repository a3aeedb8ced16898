//! `App`: the state it is given, and what keeps it from starting.

mod support;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use fingerpost::{App, States, get, routes};
use support::{serve, soon};
use tokio::net::TcpListener;

#[get("/")]
fn root() -> &'static str {
    "root"
}

mod state {
    use super::*;

    struct Name(&'static str);

    #[derive(Default)]
    struct Visits(AtomicU64);

    #[get("/name")]
    fn name(name: &Name) -> &'static str {
        name.0
    }

    #[get("/visits")]
    async fn visits(visits: &Visits, name: &Name) -> String {
        format!("{} of {}", visits.0.fetch_add(1, Ordering::Relaxed) + 1, name.0)
    }

    #[get("/shared")]
    fn shared(shared: &Arc<str>) -> String {
        shared.to_string()
    }

    #[tokio::test]
    async fn is_given_value_by_value() {
        let app = App::new(routes![name, visits, shared]);
        let app = app.state(Visits::default()).state(Arc::<str>::from("shared")).state(Name("ada"));
        let server = serve(app).await;
        server
            .gives(&[
                ("/name", "ada"),
                ("/shared", "shared"),
                ("/visits", "1 of ada"),
                ("/visits", "2 of ada"),
            ])
            .await;
    }

    #[tokio::test]
    async fn belongs_to_one_app() {
        let one = serve(App::new(routes![name, visits]).state(Name("one")).state(Visits::default())).await;
        let two = serve(App::new(routes![name, visits]).state(Visits::default()).state(Name("two"))).await;
        one.gives(&[("/name", "one"), ("/visits", "1 of one"), ("/visits", "2 of one")]).await;
        two.gives(&[("/name", "two"), ("/visits", "1 of two")]).await;
    }

    #[derive(States)]
    struct Everything {
        name: Name,
        visits: Visits,
    }

    #[get("/whole")]
    fn whole(everything: &Everything) -> String {
        format!("{} {}", everything.name.0, everything.visits.0.load(Ordering::Relaxed))
    }

    #[tokio::test]
    async fn is_given_as_a_struct() {
        let everything = Everything { name: Name("ada"), visits: Visits::default() };
        let app = App::new(routes![name, visits, whole, shared]);
        let server = serve(app.states(everything).state(Arc::<str>::from("beside"))).await;
        server
            .gives(&[("/visits", "1 of ada"), ("/name", "ada"), ("/shared", "beside"), ("/whole", "ada 1")])
            .await;
    }

    trait Store: Send + Sync {
        fn get(&self, key: &str) -> Option<String>;
    }

    struct Fixed;

    impl Store for Fixed {
        fn get(&self, key: &str) -> Option<String> {
            (key == "a").then(|| "found".to_owned())
        }
    }

    #[get("/store/{key}")]
    async fn stored(key: &str, store: &Arc<dyn Store>) -> Option<String> {
        store.get(key)
    }

    #[get("/function")]
    fn function(function: &fn(u8) -> u8, list: &Vec<Box<str>>) -> String {
        format!("{} {list:?}", function(1))
    }

    #[tokio::test]
    async fn may_be_of_any_type() {
        let app = App::new(routes![stored, function]).state::<Arc<dyn Store>>(Arc::new(Fixed));
        let app = app.state::<fn(u8) -> u8>(|n| n + 1).state(vec![Box::<str>::from("boxed")]);
        let server = serve(app).await;
        server.gives(&[("/store/a", "found"), ("/function", r#"2 ["boxed"]"#)]).await;
        server.has_not(&["/store/b"]).await;
    }

    #[derive(States)]
    struct Generic<T: Store + 'static> {
        store: Typed<T>,
    }

    struct Typed<T>(T);

    #[get("/typed")]
    fn typed(store: &Typed<Fixed>) -> Option<String> {
        store.0.get("a")
    }

    #[tokio::test]
    async fn may_be_a_struct_with_parameters() {
        let server = serve(App::new(routes![typed]).states(Generic { store: Typed(Fixed) })).await;
        server.gives(&[("/typed", "found")]).await;
    }

    #[derive(States)]
    struct Wrapped(Name, Arc<str>);

    #[tokio::test]
    async fn is_given_as_a_struct_without_names() {
        let app = App::new(routes![name, visits, shared]).state(Visits::default());
        let server = serve(app.states(Wrapped(Name("ada"), "inner".into()))).await;
        server.gives(&[("/shared", "inner"), ("/visits", "1 of ada")]).await;
    }
}

mod starting {
    use super::*;

    #[tokio::test]
    async fn fails_where_the_address_is_taken() {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("its address");
        let run = tokio::task::spawn_blocking(move || App::new(routes![root]).run(address));
        let error = soon("run", run).await.expect("no panic").expect_err("the address is taken");
        assert!(error.to_string().contains(&address.to_string()), "{error}");
    }

    #[tokio::test]
    async fn fails_where_the_address_is_none() {
        for address in ["nowhere", "localhost", "localhost:", "127.0.0.1:http", ""] {
            let run = tokio::task::spawn_blocking(move || App::new(routes![root]).run(address));
            let error = soon("run", run).await.expect("no panic").expect_err("no address");
            assert!(error.to_string().contains("a host and a port, such as `127.0.0.1:8080`"), "{error}");
        }
    }

    #[tokio::test]
    async fn fails_where_the_origin_is_none() {
        for origin in ["example.org", "https://example.org/api", "ftp://example.org", "", "https://"] {
            let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
            let app = App::new(routes![root]).origin(origin);
            let error = soon("serve", app.serve(listener)).await.expect_err(origin);
            assert!(error.to_string().contains(&format!("`{origin}`")), "{error}");
        }
    }
}
