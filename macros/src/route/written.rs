//! What depends on how an output is written, for the capabilities that read it.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::Type;

use super::arguments::ungrouped;
use super::model::{Argument, Endpoint, Kind, Source};

/// `impl`: where the compiler advises another type parameter for a type that is not there, it must do so behind the
/// handler's name, as it does for the function, so that it is said once. See `asked::blank`.
pub(super) fn keyword(endpoint: &Endpoint) -> TokenStream {
    let is_bare = endpoint.output.as_ref().is_none_or(|ty| match ungrouped(ty) {
        Type::Path(path) => path.path.segments.iter().all(|segment| segment.arguments.is_none()),
        _ => false,
    });
    if is_bare { quote!(impl) } else { quote_spanned!(endpoint.name.span()=> impl) }
}

/// Whether the output may have lifetimes that are not written: those of an argument. One that is missing is an error of
/// the function alone.
pub(super) fn may_leave_out_lifetimes(endpoint: &Endpoint) -> bool {
    let borrows = |argument: &Argument| match &argument.source {
        Source::State => true,
        Source::Capture { kind, .. } | Source::Query { kind, .. } => matches!(kind, Kind::Str | Kind::Cow),
        Source::Extractor => false,
    };
    let has_reference = |ty: &Type| ty.to_token_stream().to_string().contains('&');
    endpoint.arguments.iter().any(borrows) || endpoint.output.as_ref().is_some_and(has_reference)
}
