//! What features add to a route, where they are off: nothing. So what is not asked for is not compiled either.

#[cfg(not(feature = "contract"))]
pub(super) mod document {
    use proc_macro2::{Ident, TokenStream};

    use crate::route::model::Endpoint;

    pub(in crate::route) fn document(_: &Endpoint) -> TokenStream {
        TokenStream::new()
    }

    pub(in crate::route) fn stub(_: &Ident, _: &TokenStream) -> TokenStream {
        TokenStream::new()
    }
}

#[cfg(not(feature = "client"))]
pub(super) mod request {
    use proc_macro2::TokenStream;

    use crate::route::model::Endpoint;

    pub(in crate::route) fn request(_: &Endpoint, _: &TokenStream, _: bool) -> TokenStream {
        TokenStream::new()
    }

    pub(in crate::route) fn stub() -> TokenStream {
        TokenStream::new()
    }
}
