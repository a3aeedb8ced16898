//! A table to tokens: its type, its routes, its proofs.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};

use super::parse::{Item, Written};
use crate::handler_path;
use crate::shape::Shape;

pub(super) fn expand(door: &TokenStream, written: &Written) -> TokenStream {
    // One alias an entry: a name that is not there is said to be missing once.
    let aliases: Vec<Ident> = (0..)
        .zip(&written.entries)
        .map(|(at, entry)| {
            // What is neither a handler nor a table is blamed where it stands.
            format_ident!("__Entry{at}", span = entry.span.resolved_at(Span::call_site()))
        })
        .collect();
    let entries: TokenStream = aliases
        .iter()
        .zip(&written.entries)
        .map(|(alias, entry)| handler_path::alias(door, alias, &entry.path))
        .collect();
    match &written.item {
        Some(Item { attrs, vis, name }) => {
            let doc = (!attrs.iter().any(|attr| attr.path().is_ident("doc")))
                .then(|| quote!(#[doc = "A table of routes."]));
            let implementation = implementation(door, name, &aliases, written);
            quote! {
                #(#attrs)*
                #doc
                #[allow(non_camel_case_types)]
                #[derive(#door::core::clone::Clone, #door::core::marker::Copy, #door::core::fmt::Debug)]
                #vis struct #name;

                #[allow(unused_qualifications, clippy::all, clippy::pedantic)]
                const _: () = {
                    #entries
                    #implementation
                };
            }
        }
        None => {
            let name = format_ident!("Table");
            let implementation = implementation(door, &name, &aliases, written);
            // In a block of its own, the table's name hides none of the user's.
            quote! {{
                #entries
                {
                    struct #name;

                    #[allow(unused_qualifications, clippy::all, clippy::pedantic)]
                    const _: () = {
                        #implementation
                    };

                    #name
                }
            }}
        }
    }
}

/// After a mistake: a table that has nothing and needs nothing.
pub(super) fn stub(door: &TokenStream, written: &Written, error: &syn::Error) -> TokenStream {
    let errors = error.to_compile_error();
    match &written.item {
        None if written.is_item => errors,
        None => quote!({ #errors #door::EmptyTable }),
        Some(Item { vis, name, .. }) => quote! {
            #errors

            #[allow(dead_code, missing_docs, non_upper_case_globals)]
            #vis const #name: #door::EmptyTable = #door::EmptyTable;
            #[allow(dead_code, missing_docs, non_camel_case_types)]
            #vis type #name = #door::EmptyTable;
        },
    }
}

fn implementation(door: &TokenStream, name: &Ident, aliases: &[Ident], written: &Written) -> TokenStream {
    let entries = &written.entries;
    let dangling = quote!(__fingerpost::dangling::<LEN, SLOTS>(&NODE));
    // A table without a name is nested in none, so its links must be its own; one with a name is asked by the app.
    let (asked_by_app, mistake) = match &written.item {
        Some(_) => (
            quote!(const DANGLING: __fingerpost::core::option::Option<__fingerpost::Conflict> = #dangling;),
            quote!(CONFLICT),
        ),
        None => (
            TokenStream::new(),
            quote!(match CONFLICT {
                __fingerpost::core::option::Option::None => #dangling,
                found => found,
            }),
        ),
    };
    let prefixes = entries.iter().map(|entry| {
        let (prefix, shape) = (&entry.prefix, Shape::of_prefix(&entry.prefix).tokens());
        quote!(#prefix, #shape)
    });
    // The compiler shows these two where a handler's state is missing.
    let state = format_ident!("State_");
    let places: Vec<Ident> = (0..entries.len()).map(|at| format_ident!("Place{at}_")).collect();
    // The arms carry their entries' spans, which may come from a user's macro: the local must not.
    let conflict = Ident::new("conflict", Span::mixed_site());
    let conflicts = entries
        .iter()
        .zip(0_u32..)
        .map(|(entry, at)| quote_spanned!(entry.span=> #at => __fingerpost::Conflict::refuse(&#conflict),));
    let handlers =
        entries.iter().zip(aliases).filter(|(entry, _)| handler_path::may_be_the_function(&entry.path));
    let handlers = handlers.map(|(entry, alias)| {
        quote_spanned! {entry.span=>
            const _: () = {
                #[allow(unused_imports)]
                use __fingerpost::OtherwiseNot as _;
                __fingerpost::check::handler(__fingerpost::Asked::<#alias>::IS_NO_HANDLER)
            };
        }
    });
    // What is neither a handler nor a table is blamed where it stands, in the same words each time, which is once.
    let items: Vec<TokenStream> = entries
        .iter()
        .zip(aliases)
        .map(|(entry, alias)| quote_spanned!(entry.span.resolved_at(Span::call_site())=> <#alias as __fingerpost::Table>))
        .collect();
    let (says_auth, demanded) = auth(written, aliases);
    // Of tables that nest each other the compiler says that this goes in circles, at the name.
    let node = quote_spanned! {name.span().resolved_at(Span::call_site())=>
        const NODE: __fingerpost::Node = __fingerpost::Node::Table(&[#((#prefixes, #items::NODE)),*]);
    };
    let import = crate::root::import(door);
    let document = document(name, aliases, &crate::root::macros(written.door.is_some()));
    quote! {
        #import
        #(#handlers)*
        #demanded

        impl __fingerpost::Table for #name {
            #node

            #asked_by_app
            #says_auth
        }

        impl<#state, #(#places),*> __fingerpost::RunsWith<#state, (#(#places,)*)> for #name
        where
            #(#aliases: __fingerpost::RunsWith<#state, #places>,)*
        {
        }

        #document

        const NODE: __fingerpost::Node = <#name as __fingerpost::Table>::NODE;
        const LEN: usize = NODE.count();
        const SLOTS: usize = NODE.count_slots();
        const CONFLICT: __fingerpost::core::option::Option<__fingerpost::Conflict> =
            __fingerpost::conflict::<LEN, SLOTS>(&NODE);

        const _: () = match #mistake {
            __fingerpost::core::option::Option::None => {}
            __fingerpost::core::option::Option::Some(#conflict) => match #conflict.item {
                #(#conflicts)*
                _ => {}
            },
        };
    }
}

/// That every handler says who may call it, where the table demands it: that it does, and each entry's proof.
fn auth(written: &Written, aliases: &[Ident]) -> (TokenStream, TokenStream) {
    if written.auth.is_none() {
        return (TokenStream::new(), TokenStream::new());
    }
    let proofs = written.entries.iter().zip(aliases).map(|(entry, alias)| {
        let (prefix, shape) = (&entry.prefix, Shape::of_prefix(&entry.prefix).tokens());
        let table =
            quote_spanned!(entry.span.resolved_at(Span::call_site())=> <#alias as __fingerpost::Table>);
        quote_spanned! {entry.span=>
            const _: () = __fingerpost::check::auth::<{ #table::NODE.count() }>(
                &__fingerpost::Node::Table(&[(#prefix, #shape, #table::NODE)]),
                #table::REQUIRES_AUTH,
            );
        }
    });
    (
        quote!(
            const REQUIRES_AUTH: bool = true;
        ),
        proofs.collect(),
    )
}

/// The table's part in the API document; nothing where no capability reads it.
fn document(name: &Ident, aliases: &[Ident], macros: &TokenStream) -> TokenStream {
    if !cfg!(feature = "contract") {
        return TokenStream::new();
    }
    quote! {
        #macros::documented! {
            impl<'d> __fingerpost::Documented for #name
            where
                #(__fingerpost::AskedLater<'d, #aliases>: __fingerpost::Documented,)*
            {
                const DOCUMENT: __fingerpost::DocumentNode = __fingerpost::DocumentNode::Table(&[
                    #(<__fingerpost::AskedLater<'d, #aliases> as __fingerpost::Documented>::DOCUMENT),*
                ]);
            }
        }
    }
}
