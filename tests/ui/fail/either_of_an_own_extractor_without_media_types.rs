//! An extractor that does not say which media types it reads, as the second half.

use fingerpost::{Either, FromRequest, Json, Problem, RequestContext, post};

struct Rows(Vec<String>);

impl FromRequest for Rows {
    type Rejection = Problem;
    const READS_BODY: bool = true;

    async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, Problem> {
        let text = String::from_request(request).await?;
        Ok(Self(text.lines().map(str::to_owned).collect()))
    }
}

#[post("/rows")]
fn create(body: Either<Json<Vec<String>>, Rows>) -> String {
    //~                                   ^^^^
    match body {
        Either::Left(Json(rows)) | Either::Right(Rows(rows)) => rows.join(","),
    }
}

fn main() {}
