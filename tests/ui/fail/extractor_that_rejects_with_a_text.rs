//! A rejection is a response.

use fingerpost::{FromRequest, RequestContext};

struct Session(u64);
struct NoSession;

impl FromRequest for Session {
    type Rejection = NoSession;
    //~              ^^^^^^^^^

    async fn from_request(_: &mut RequestContext<'_>) -> Result<Self, NoSession> {
        Ok(Self(7))
    }
}

fn main() {}
