//! What an extractor with type arguments refuses would be a success.

use fingerpost::{FromRequest, Json, RequestContext, post};
use serde::Deserialize;

struct Checked<T>(T);

impl<T: for<'de> Deserialize<'de> + Send> FromRequest for Checked<T> {
    type Rejection = String;
    const READS_BODY: bool = true;

    async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, String> {
        let body = Json::from_request(request).await;
        body.map(|Json(value)| Self(value)).map_err(|_| "not valid".to_owned())
    }
}

#[post("/")]
fn create(Checked(count): Checked<u32>) -> String {
//~                       ^^^^^^^
    count.to_string()
}

fn main() {}
