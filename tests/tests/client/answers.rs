//! Each response that a handler declares is a case of its own, and what it does not declare is kept as it came.

use fingerpost::client::{Answer, CallError, Client};
use http_body_util::BodyExt;

use crate::api::{self, ApiProblem, BlockedProblem, NewPost, Post};
use crate::served;

#[tokio::test]
async fn a_success_is_typed() {
    let (_server, client) = served().await;
    let answer = client.call(api::read::request(7)).await.unwrap();
    let Answer::Success(post) = answer else { panic!("{answer:?}") };
    assert_eq!((post.status().as_u16(), post.title.as_str()), (200, "post 7"));
    assert_eq!(post.header("content-type"), Some("application/json"));
    assert_eq!(post.into_inner(), Post { id: 7, title: "post 7".to_owned() });
}

#[tokio::test]
async fn each_problem_is_told_by_what_its_document_says() {
    let (_server, client) = served().await;
    let told = async |id| match client.call(api::read::request(id)).await.unwrap() {
        Answer::Success(post) => post.title.clone(),
        Answer::Failure(ApiProblem::NoPost, problem) => problem.get_detail().unwrap().to_owned(),
        Answer::Failure(ApiProblem::Taken { by, since }, problem) => {
            format!("by {by} {since:?} {}", problem.get_type_uri().unwrap())
        }
        Answer::Failure(ApiProblem::TooFast, problem) => problem.header("retry-after").unwrap().to_owned(),
        Answer::Failure(ApiProblem::Disk, problem) => format!("{:?}", problem.get_detail()),
        Answer::Failure(ApiProblem::Blocked(BlockedProblem::Blocked), problem) => {
            problem.get_title().to_owned()
        }
        Answer::Other(reply) => panic!("{reply:?}"),
    };
    assert_eq!(told(0).await, "no post 0");
    assert_eq!(told(1).await, "by 7 None https://example.org/taken");
    assert_eq!(told(2).await, r#"by 7 Some("yesterday") https://example.org/taken"#);
    assert_eq!(told(3).await, "30");
    assert_eq!(told(4).await, "None");
    assert_eq!(told(5).await, "Blocked");
    assert_eq!(told(6).await, "post 6");
}

#[tokio::test]
async fn a_handler_that_declares_no_problem_has_no_case_for_one() {
    let (_server, client) = served().await;
    match client.call(api::create::request(NewPost { title: "Milk".to_owned() })).await.unwrap() {
        Answer::Success(post) => {
            assert_eq!((post.status().as_u16(), post.location()), (201, Some("/api/posts/11")));
            assert_eq!(post.title, "Milk");
        }
        Answer::Other(reply) => panic!("{reply:?}"),
    }
}

#[tokio::test]
async fn none_is_a_success_that_is_not_there() {
    let (_server, client) = served().await;
    let there = client.call(api::maybe::request(6)).await.unwrap().success().unwrap();
    assert_eq!(there.as_ref().unwrap().title, "found");
    let missing = client.call(api::maybe::request(5)).await.unwrap().success().unwrap();
    assert_eq!((missing.status().as_u16(), missing.into_inner()), (404, None));
}

#[tokio::test]
async fn what_is_not_declared_is_kept_as_it_came() {
    let (_server, client) = served().await;
    // A limit of the server's, which no handler speaks of.
    let huge = NewPost { title: "x".repeat(3 << 20) };
    let Answer::Other(reply) = client.call(api::create::request(huge)).await.unwrap() else { panic!() };
    assert_eq!(reply.status(), 413);
    assert_eq!(reply.problem().unwrap().get_title(), "Content Too Large");
    assert!(reply.text().contains("\"status\":413"), "{}", reply.text());
    // Another table than that of the handlers.
    let (server, _) = served().await;
    let astray = Client::new(&format!("http://{}/elsewhere", server.address));
    let error = astray.call(api::home::request()).await.unwrap().success().unwrap_err();
    assert_eq!((error.status().as_u16(), error.problem().is_some()), (404, true));
}

#[tokio::test]
async fn an_error_that_may_be_any_problem_is_known_by_its_document() {
    let (_server, client) = served().await;
    for status in [400, 404, 418, 503] {
        let answer = client.call(api::any::request(status)).await.unwrap();
        let Answer::Failure((), problem) = answer else { panic!("{answer:?}") };
        assert_eq!(problem.status().as_u16(), status);
        assert_eq!(problem.extensions().collect::<Vec<_>>(), [("reason", &"why not".into())]);
    }
}

#[tokio::test]
async fn bodies_of_all_kinds() {
    let (_server, client) = served().await;
    assert_eq!(*client.call(api::text::request("hi".to_owned())).await.unwrap().success().unwrap(), "<p>hi");
    let reversed = client.call(api::bytes::request("abc".into())).await.unwrap().success().unwrap();
    assert_eq!(&*reversed.into_inner(), b"cba");
    let echoed = client.call(api::body::request("as it comes".into())).await.unwrap().success().unwrap();
    assert_eq!(echoed.into_inner().collect().await.unwrap().to_bytes(), "as it comes");
    let streamed = client.call(api::streamed::request()).await.unwrap().success().unwrap();
    assert_eq!(streamed.into_inner().collect().await.unwrap().to_bytes(), "abc");
    let csv = client.call(api::csv::request()).await.unwrap().success().unwrap();
    assert_eq!((csv.header("content-type"), &**csv), (Some("text/csv"), &b"a,b"[..]));
    assert_eq!(*client.call(api::typed::request()).await.unwrap().success().unwrap(), 3);
}

#[tokio::test]
async fn answers_without_a_body_and_of_other_statuses() {
    let (_server, client) = served().await;
    assert_eq!(client.call(api::remove::request(1)).await.unwrap().success().unwrap().status(), 204);
    let gone = client.call(api::remove::request(0)).await.unwrap();
    assert!(matches!(gone, Answer::Failure(ApiProblem::NoPost, _)), "{gone:?}");
    assert_eq!(client.call(api::nothing::request()).await.unwrap().status(), 204);
    let made = client.call(api::made::request()).await.unwrap().success().unwrap();
    assert_eq!((made.status().as_u16(), made.location(), *made), (201, Some("/somewhere"), 7));
    let sent_on = client.call(api::elsewhere::request()).await.unwrap().success().unwrap();
    assert_eq!((sent_on.status().as_u16(), sent_on.location()), (303, Some("/there")));
    assert_eq!(client.call(api::status::request(202)).await.unwrap().success().unwrap().as_u16(), 202);
    let failed = client.call(api::status::request(503)).await.unwrap();
    assert!(matches!(&failed, Answer::Other(reply) if reply.status() == 503), "{failed:?}");
    let parts = client.call(api::parts::request()).await.unwrap().success().unwrap();
    assert_eq!((parts.status().as_u16(), parts.header("x-pages"), *parts), (202, Some("3"), 1));
}

#[tokio::test]
async fn events_come_one_by_one() {
    let (_server, client) = served().await;
    let mut events = client.call(api::events::request(None)).await.unwrap().success().unwrap().into_inner();
    let mut read = Vec::new();
    while let Some(event) = events.next().await {
        let event = event.unwrap();
        read.push((event.event, event.id, event.data));
    }
    let tick = |at: &str| ("tick".to_owned(), at.to_owned(), format!("tick\n{at}"));
    assert_eq!(read, [tick("1"), tick("2"), tick("3")]);
    let seen = fingerpost::LastEventId("2".to_owned());
    let mut rest =
        client.call(api::events::request(Some(seen))).await.unwrap().success().unwrap().into_inner();
    assert_eq!(rest.next().await.unwrap().unwrap().id, "3");
    assert!(rest.next().await.is_none());
}

#[tokio::test]
async fn a_body_that_is_not_the_declared_one_is_an_error() {
    let service = tower::service_fn(|request: fingerpost::http::Request<fingerpost::Body>| async move {
        let (media_type, body) = match request.uri().path() {
            "/posts/7" => ("application/json", r#"{"id": "seven"}"#),
            _ => ("text/html", "<h1>The proxy is asleep"),
        };
        let response = fingerpost::Response::builder().header("content-type", media_type);
        Ok::<_, std::convert::Infallible>(response.body(fingerpost::Body::from(body)).unwrap())
    });
    let client = Client::over(service, "");
    let error = client.call(api::read::request(7)).await.unwrap_err();
    let CallError::Misread(reply, _) = &error else { panic!("{error:?}") };
    assert_eq!((reply.status().as_u16(), &*reply.text()), (200, r#"{"id": "seven"}"#));
    assert!(error.to_string().contains("invalid type: string \"seven\", expected u64"), "{error}");
    let Answer::Other(page) = client.call(api::read::request(8)).await.unwrap() else { panic!() };
    assert_eq!((page.status().as_u16(), &*page.text()), (200, "<h1>The proxy is asleep"));
}
