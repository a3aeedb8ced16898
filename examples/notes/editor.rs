//! `Editor`: who may change notes.

use fingerpost::client::{Draft, SendArgument};
use fingerpost::{
    Bearer, FromRequest, FromState, RequestContext, Secret, Security, SecurityScheme, Unauthorized,
};

const TOKEN: SecurityScheme =
    SecurityScheme::bearer().description("The token that the server was started with.");

/// Whoever has the token that the server was started with.
#[derive(Debug)]
pub(crate) struct Editor;

impl FromState for Editor {
    type State = Secret;
    type Rejection = Unauthorized;
    const SECURITY: Security = Security::any_of(&[TOKEN]);

    async fn from_state(request: &mut RequestContext<'_>, token: &Secret) -> Result<Self, Unauthorized> {
        let Bearer(presented) = Bearer::from_request(request).await?;
        if token.is(presented) { Ok(Self) } else { Err(Bearer::invalid_token("this token is not known")) }
    }
}

/// What a client gives for it.
impl SendArgument for Editor {
    type Value = Bearer;

    fn send(token: Bearer, request: &mut Draft) {
        Bearer::send(token, request);
    }
}
