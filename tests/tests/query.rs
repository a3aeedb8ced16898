//! Query parameters over a socket: required, optional, repeated, defaults, renamed keys, form decoding.

mod support;

use std::borrow::Cow;
use std::str::FromStr;

use fingerpost::{App, get, post, routes};
use support::serve;

#[get("/required?{q}&{page}")]
fn required(q: &str, page: u32) -> String {
    format!("<{q}> {page}")
}

#[tokio::test]
async fn a_required_parameter_must_be_there_and_parse() {
    let server = serve(App::new(routes![required])).await;
    server
        .gives(&[
            ("/required?q=a&page=2", "<a> 2"),
            ("/required?page=2&q=a", "<a> 2"),
            ("/required?q=&page=0", "<> 0"),
            ("/required?q&page=0", "<> 0"),
            ("/required?&&q=a&&page=1&", "<a> 1"),
            ("/required?q=a=b=&page=1", "<a=b=> 1"),
        ])
        .await;
    server
        .refuses(
            400,
            &[
                ("/required", &["`q`", "missing", "query"]),
                ("/required?", &["`q`", "missing"]),
                ("/required?page=1", &["`q`", "missing"]),
                ("/required?q=a", &["`page`", "missing"]),
                ("/required?Q=a&page=1", &["`q`", "missing"]),
                ("/required?q=a&page=two", &["`page`", "`two`", "`u32`", "query"]),
                ("/required?q=a&page=-1", &["`page`", "`-1`", "`u32`"]),
                ("/required?q=a&page=4294967296", &["`page`", "`u32`"]),
                ("/required?q=a&page=", &["`page`", "`u32`"]),
                ("/required?q=a&page", &["`page`", "`u32`"]),
                ("/required?q=a;page=1", &["`page`", "missing"]),
            ],
        )
        .await;
    assert_eq!(server.get("/required").await.problem().title, "Bad Request");
}

#[get("/optional?{q}&{page}&{cow}")]
fn optional(page: Option<u32>, cow: Option<Cow<'_, str>>, q: Option<&str>) -> String {
    format!("{q:?} {page:?} {cow:?}")
}

#[tokio::test]
async fn an_optional_parameter_may_be_missing_and_not_wrong() {
    let server = serve(App::new(routes![optional])).await;
    server
        .gives(&[
            ("/optional", "None None None"),
            ("/optional?", "None None None"),
            ("/optional?q=", r#"Some("") None None"#),
            ("/optional?q&cow=%20&page=7", r#"Some("") Some(7) Some(" ")"#),
            ("/optional?unknown=%zz&page=1", "None Some(1) None"),
        ])
        .await;
    server
        .refuses(
            400,
            &[
                ("/optional?page=x", &["`page`", "`x`", "`u32`"]),
                ("/optional?page=", &["`page`", "`u32`"]),
                ("/optional?q=%ff", &["`q`", "UTF-8"]),
            ],
        )
        .await;
}

#[get("/many?tag={tags}&{n}&{cow}")]
async fn many(tags: Vec<&str>, n: Vec<i8>, cow: Vec<Cow<'_, str>>) -> String {
    format!("{tags:?} {n:?} {cow:?}")
}

#[get("/strings?{s}")]
fn strings(s: Vec<String>) -> String {
    s.join("|")
}

#[tokio::test]
async fn a_parameter_may_repeat() {
    let server = serve(App::new(routes![many, strings])).await;
    server
        .gives(&[
            ("/many", "[] [] []"),
            ("/many?tag=a", r#"["a"] [] []"#),
            ("/many?tag=b&n=1&tag=a&n=-2&tag=b", r#"["b", "a", "b"] [1, -2] []"#),
            ("/many?tag=&tag&cow=a+b&cow=c", r#"["", ""] [] ["a b", "c"]"#),
            ("/many?tag=a%26b,c", r#"["a&b,c"] [] []"#),
            ("/strings?s=1&s=%7C&s=3", "1|||3"),
        ])
        .await;
    server
        .refuses(
            400,
            &[
                ("/many?n=1&n=two&n=3", &["`n`", "`two`", "`i8`"]),
                ("/many?n=1&n=128", &["`n`", "`128`", "`i8`"]),
                ("/many?n=", &["`n`", "`i8`"]),
                ("/many?tag=a&tag=%f", &["`tag`"]),
            ],
        )
        .await;
}

#[tokio::test]
async fn the_first_counts_where_one_is_taken() {
    let server = serve(App::new(routes![required, optional])).await;
    server
        .gives(&[
            ("/required?q=a&q=b&page=1&page=x", "<a> 1"),
            ("/optional?page=1&page=2", "None Some(1) None"),
        ])
        .await;
}

/// A user's own parameter.
#[derive(Debug)]
struct Sort(&'static str);

impl FromStr for Sort {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "new" => Ok(Self("newest first")),
            "old" => Ok(Self("oldest first")),
            other => Err(format!("unknown order {other}")),
        }
    }
}

#[get("/default?{limit = 20}&{lang=en}&{sort = new}&{factor = -1.5}&{deep = false}&{text = a b}&{c = x}")]
fn default(limit: u8, lang: &str, sort: Sort, factor: f64, deep: bool, text: String, c: char) -> String {
    format!("{limit} {lang} {} {factor} {deep} <{text}> {c}", sort.0)
}

#[get("/default-cow?{cow = fallback}")]
fn default_cow(cow: Cow<'_, str>) -> String {
    cow.into_owned()
}

#[tokio::test]
async fn a_parameter_may_have_a_default() {
    let server = serve(App::new(routes![default, default_cow])).await;
    server
        .gives(&[
            ("/default", "20 en newest first -1.5 false <a b> x"),
            ("/default?limit=5&lang=de", "5 de newest first -1.5 false <a b> x"),
            ("/default?sort=old&factor=2&deep=true&text=&c=y", "20 en oldest first 2 true <> y"),
            ("/default?lang=", "20  newest first -1.5 false <a b> x"),
            ("/default-cow", "fallback"),
            ("/default-cow?cow=given", "given"),
        ])
        .await;
    // The default is for what is missing, not for what is wrong.
    server
        .refuses(
            400,
            &[
                ("/default?limit=256", &["`limit`", "`256`", "`u8`"]),
                ("/default?limit=", &["`limit`", "`u8`"]),
                ("/default?sort=best", &["`sort`", "`best`", "`Sort`"]),
                ("/default?deep=yes", &["`deep`", "`yes`", "`bool`"]),
                ("/default?c=xy", &["`c`", "`xy`", "`char`"]),
            ],
        )
        .await;
}

#[get("/renamed?page-size={size}&filter[name]={name}&größe={width}&type={type}")]
fn renamed(size: Option<u32>, name: Option<&str>, width: Option<u8>, r#type: Option<&str>) -> String {
    format!("{size:?} {name:?} {width:?} {type:?}", r#type = r#type)
}

#[tokio::test]
async fn a_key_may_have_another_name_than_its_argument() {
    let server = serve(App::new(routes![renamed])).await;
    server
        .gives(&[
            ("/renamed?page-size=5&size=6", "Some(5) None None None"),
            ("/renamed?page%2Dsize=5", "Some(5) None None None"),
            ("/renamed?filter[name]=a&type=b", r#"None Some("a") None Some("b")"#),
            ("/renamed?filter%5Bname%5D=a", r#"None Some("a") None None"#),
            ("/renamed?gr%C3%B6%C3%9Fe=9", "None None Some(9) None"),
        ])
        .await;
    server.refuses(400, &[("/renamed?page-size=x", &["`page-size`", "`x`", "`u32`"])]).await;
}

#[get("/text?{t}")]
fn text(t: &str) -> String {
    format!("<{t}>")
}

#[get("/cow?{t}")]
fn cow(t: Cow<'_, str>) -> String {
    let kind = if matches!(t, Cow::Borrowed(_)) { "borrowed" } else { "owned" };
    format!("{kind} <{t}>")
}

#[tokio::test]
async fn values_are_decoded_once_as_forms_are() {
    let server = serve(App::new(routes![text, cow])).await;
    server
        .gives(&[
            ("/text?t=a+b", "<a b>"),
            ("/text?t=a%2Bb", "<a+b>"),
            ("/text?t=a%20b", "<a b>"),
            ("/text?t=caf%C3%A9+%F0%9F%A6%80", "<café 🦀>"),
            ("/text?t=%26%3D%23%3F", "<&=#?>"),
            ("/text?t=%2520", "<%20>"),
            ("/text?t=100%25", "<100%>"),
            ("/text?t=a/b?c", "<a/b?c>"),
            ("/text?%74=a", "<a>"),
            ("/cow?t=plain", "borrowed <plain>"),
            ("/cow?t=a+b", "owned <a b>"),
        ])
        .await;
    server
        .refuses(
            400,
            &[
                ("/text?t=%", &["`t`", "%"]),
                ("/text?t=%4", &["`t`", "%"]),
                ("/text?t=%zz", &["`t`", "%"]),
                ("/text?t=a%ff", &["`t`", "UTF-8"]),
                ("/text?t=%C3%28", &["`t`", "UTF-8"]),
            ],
        )
        .await;
}

#[get("/posts/{id}?{full}")]
fn with_capture(full: Option<bool>, id: u64) -> String {
    format!("{id} {full:?}")
}

#[post("/posts?{draft = true}")]
async fn with_body(draft: bool, body: String) -> String {
    format!("{draft} {body}")
}

#[tokio::test]
async fn parameters_stand_beside_captures_and_bodies() {
    let server = serve(App::new(routes![with_capture, with_body])).await;
    server.gives(&[("/posts/7", "7 None"), ("/posts/7?full=true&x=y", "7 Some(true)")]).await;
    // What stands in the path is judged first.
    server
        .refuses(400, &[("/posts/7?full=1", &["`full`", "`1`", "`bool`"]), ("/posts/x", &["`id`", "path"])])
        .await;
    let response = server.send("POST", "/posts?draft=false", &[], b"text").await;
    assert_eq!(response.text(), "false text");
    let response = server.send("POST", "/posts?draft=no", &[], b"text").await;
    assert_eq!(response.status, 400);
    assert!(response.problem().detail.is_some_and(|detail| detail.contains("`draft`")));
}

/// Types that say why a text is none of theirs, each in another way.
mod words {
    use std::fmt;

    use fingerpost::{App, get, routes};

    use super::support::serve;

    macro_rules! refusing {
        ($($name:ident: $error:ty = $says:expr;)*) => {$(
            #[derive(Debug)]
            struct $name;

            impl std::str::FromStr for $name {
                type Err = $error;

                fn from_str(text: &str) -> Result<Self, $error> {
                    let says: fn(&str) -> $error = $says;
                    if text == "right" { Ok(Self) } else { Err(says(text)) }
                }
            }
        )*};
    }

    /// Says nothing that could be sent: it has no `Display`.
    #[derive(Debug)]
    struct Secret;

    /// Says more than anyone wants to read.
    #[derive(Debug)]
    struct Endless;

    impl fmt::Display for Endless {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            loop {
                f.write_str("and on ")?;
            }
        }
    }

    refusing! {
        Even: String = |text| format!("{text} is odd");
        Quiet: String = |_| String::new();
        Silent: Secret = |_| Secret;
        Mute: () = |_| ();
        Long: Endless = |_| Endless;
    }

    #[get("/even/{n}")]
    fn capture(n: Even) -> String {
        format!("{n:?}")
    }

    #[get("/query?{one}&{maybe}&{many}")]
    async fn query(one: Even, maybe: Option<Even>, many: Vec<Even>) -> String {
        format!("{one:?} {maybe:?} {many:?}")
    }

    #[get("/others?{quiet}&{silent}&{mute}&{long}")]
    fn others(
        quiet: Option<Quiet>,
        silent: Option<Silent>,
        mute: Option<Mute>,
        long: Option<Long>,
    ) -> String {
        format!("{quiet:?} {silent:?} {mute:?} {long:?}")
    }

    #[tokio::test]
    async fn of_the_types_error_are_in_the_answer() {
        let server = serve(App::new(routes![capture, query])).await;
        server.gives(&[("/even/right", "Even"), ("/query?one=right", "Even None []")]).await;
        for (path, detail) in [
            ("/even/7", "`n` in the path is `7`, which is not a `Even`: 7 is odd"),
            ("/query?one=7", "`one` in the query is `7`, which is not a `Even`: 7 is odd"),
            ("/query?one=right&maybe=9", "`maybe` in the query is `9`, which is not a `Even`: 9 is odd"),
            (
                "/query?one=right&many=right&many=",
                "`many` in the query is ``, which is not a `Even`:  is odd",
            ),
        ] {
            let answer = server.get(path).await;
            assert_eq!((answer.status, answer.problem().detail.as_deref()), (400, Some(detail)), "{path}");
        }
    }

    #[tokio::test]
    async fn that_are_none_leave_the_types_name() {
        let server = serve(App::new(routes![others])).await;
        for (name, ty) in [("quiet", "Quiet"), ("silent", "Silent"), ("mute", "Mute")] {
            let problem = server.get(&format!("/others?{name}=7")).await.problem();
            let detail = format!("`{name}` in the query is `7`, which is not a `{ty}`");
            assert_eq!(problem.detail.as_deref(), Some(&*detail));
        }
    }

    /// As is what the client sent.
    #[tokio::test]
    async fn are_no_longer_than_a_line() {
        let server = serve(App::new(routes![others, capture])).await;
        let detail = server.get("/others?long=7").await.problem().detail.unwrap_or_default();
        assert!(
            detail.starts_with("`long` in the query is `7`, which is not a `Long`: and on and on"),
            "{detail}"
        );
        assert!(detail.ends_with('…') && detail.len() < 400, "{detail}");
        let sent = format!("/even/{}", "x".repeat(4000));
        let detail = server.get(&sent).await.problem().detail.unwrap_or_default();
        assert!(detail.len() < 700, "{detail}");
    }

    /// No browser takes the document for a page, whatever it says.
    #[tokio::test]
    async fn are_no_markup() {
        let server = serve(App::new(routes![capture])).await;
        let answer = server.get("/even/%3Cscript%3E").await;
        assert_eq!(answer.header("content-type"), Some("application/problem+json"));
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
        let detail = "`n` in the path is `<script>`, which is not a `Even`: <script> is odd";
        assert_eq!(answer.problem().detail.as_deref(), Some(detail));
    }
}
