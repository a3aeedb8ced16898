//! What features add to a problem type, where they are off: nothing.

#[cfg(not(feature = "contract"))]
pub(super) mod document {
    use proc_macro2::TokenStream;
    use syn::{DeriveInput, Generics};

    use crate::problem::model::ProblemType;

    pub(in crate::problem) fn document(_: &TokenStream, _: &ProblemType, _: &Generics) -> TokenStream {
        TokenStream::new()
    }

    pub(in crate::problem) fn stub(_: &TokenStream, _: &DeriveInput) -> TokenStream {
        TokenStream::new()
    }
}

#[cfg(not(feature = "client"))]
pub(super) mod client {
    use proc_macro2::TokenStream;
    use syn::DeriveInput;

    use crate::problem::model::ProblemType;

    pub(in crate::problem) fn client(_: &TokenStream, _: &ProblemType) -> TokenStream {
        TokenStream::new()
    }

    pub(in crate::problem) fn stub(_: &TokenStream, _: &DeriveInput) -> TokenStream {
        TokenStream::new()
    }
}
