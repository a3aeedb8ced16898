//! What an extractor refuses would be a success.

use fingerpost::{FromRequest, RequestContext, get};

struct Session(String);

impl FromRequest for Session {
    type Rejection = String;

    async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, String> {
        let session = request.headers().get("x-session").and_then(|value| value.to_str().ok());
        session.map(|session| Self(session.to_owned())).ok_or_else(|| "no session".to_owned())
    }
}

#[get("/")]
fn read(session: Session) -> String {
//~              ^^^^^^^
    session.0
}

fn main() {}
