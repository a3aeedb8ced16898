//! A client calls a handler that takes an extractor of its own, if it is there, and nobody says what is sent for it.

use fingerpost::{FromRequest, Problem, RequestContext, get};

struct Tenant(String);

impl FromRequest for Tenant {
    type Rejection = Problem;

    async fn from_request(_: &mut RequestContext<'_>) -> Result<Self, Problem> {
        Ok(Self("acme".to_owned()))
    }
}

#[get("/tenant")]
fn tenant(tenant: Option<Tenant>) -> String {
    tenant.map_or_else(String::new, |tenant| tenant.0)
}

fn main() {
    let _ = tenant::request(Some("acme".to_owned()));
    //~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
}
