//! What a layer has attached.

use super::*;

#[derive(Clone)]
struct User(&'static str);

/// Attaches the extension, as a layer would.
struct Attach;

impl FromRequest for Attach {
    type Rejection = Infallible;

    async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, Infallible> {
        request.extensions_mut().insert(User("ada"));
        Ok(Self)
    }
}

#[get("/with")]
fn with(_layer: Attach, Extension(user): Extension<User>) -> &'static str {
    user.0
}

#[get("/without")]
fn without(user: Extension<User>) -> &'static str {
    user.0.0
}

#[get("/maybe")]
fn maybe(user: Option<Extension<User>>) -> String {
    user.is_some().to_string()
}

#[tokio::test]
async fn is_cloned_or_500_or_none() {
    let client = App::new(routes![with, without, maybe]).test();
    assert_eq!(client.get("/with").send().await.text(), "ada");
    let missing = client.get("/without").send().await;
    assert_eq!(detail(&missing, 500), "");
    assert!(!missing.text().contains("User"), "{}", missing.text());
    assert_eq!(client.get("/maybe").send().await.text(), "false");
}
