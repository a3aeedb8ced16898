//! An extractor whose future stays on one thread.

use std::rc::Rc;

use fingerpost::{FromRequest, Problem, RequestContext};

struct Session(u64);

impl FromRequest for Session {
    type Rejection = Problem;

    async fn from_request(_: &mut RequestContext<'_>) -> Result<Self, Problem> {
//~                                                      ^^^^^^^^^^^^^^^^^^^^^
        let number = Rc::new(7);
        std::future::ready(()).await;
        Ok(Self(*number))
    }
}

fn main() {}
