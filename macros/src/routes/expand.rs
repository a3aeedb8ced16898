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
    let entries = aliases.iter().zip(&written.entries);
    let entries = entries.map(|(alias, entry)| handler_path::alias(door, alias, &entry.path));
    let entries = quote!(#(#entries)*);
    match &written.item {
        Some(Item { attrs, vis, name }) => {
            let doc = (!attrs.iter().any(|attr| attr.path().is_ident("doc")))
                .then(|| quote!(#[doc = "A table of routes."]));
            let implementation = implementation(door, name, &aliases, written);
            quote! {
                #(#attrs)*
                #doc
                #[allow(non_camel_case_types, clippy::exhaustive_structs)]
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
    // A table without a name is nested in none, so its links must be its own; one with a name is asked by the app.
    let is_nested = written.item.is_some();
    let prefixes: Vec<&String> = entries.iter().map(|entry| &entry.prefix).collect();
    let shapes = prefixes.iter().map(|prefix| Shape::of_prefix(prefix).tokens());
    let are_apart = are_apart(&prefixes);
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
    let demanded = auth(written, aliases);
    let kind = if written.auth.is_some() { quote!(Demanding) } else { quote!(Table) };
    // Of tables that nest each other the compiler says that this goes in circles, at the name.
    let nodes = quote_spanned! {name.span().resolved_at(Span::call_site())=>
        const LISTED: __fingerpost::Node = __fingerpost::Node::#kind(&[#((#prefixes, #items::NODE)),*]);
    };
    // An editor takes a `table` at the name of a table of that name for it.
    let of_table = quote!(__fingerpost::Keys::table);
    let keys = quote_spanned! {name.span().resolved_at(Span::call_site())=>
        const KEYS: __fingerpost::Keys = #of_table(&[#((#shapes, #items::KEYS)),*]);
    };
    let import = crate::root::import(door);
    let document = document(name, aliases, &crate::root::macros(written.door.is_some()));
    quote! {
        #import
        #(#handlers)*
        #demanded

        impl<Any_> __fingerpost::Nodes<Any_> for #name {
            #nodes
        }

        impl __fingerpost::Table for #name {
            type Routes = Self;
            #keys
        }

        impl<#state, #(#places),*> __fingerpost::RunsWith<#state, (#(#places,)*)> for #name
        where
            #(#aliases: __fingerpost::RunsWith<#state, #places>,)*
        {
        }

        #document

        // What is wrong is asked where the numbers do not suffice, and else not evaluated.
        const _: () = if !__fingerpost::suffice(<#name as __fingerpost::Table>::KEYS, #are_apart, #is_nested) {
            if let __fingerpost::Some(#conflict) = __fingerpost::mistake::<#name>(#is_nested) {
                match #conflict.item {
                    #(#conflicts)*
                    _ => {}
                }
            }
        };
    }
}

/// Whether no route below one of these prefixes is below another.
fn are_apart(prefixes: &[&String]) -> bool {
    let mut closed: Vec<String> = prefixes.iter().map(|prefix| format!("{prefix}/")).collect();
    closed.sort();
    closed.windows(2).all(|pair| !pair[1].starts_with(&pair[0]))
        && !prefixes.iter().any(|prefix| prefix.is_empty())
}

/// The proof of each entry that its handlers say who may call them, where the table demands it.
fn auth(written: &Written, aliases: &[Ident]) -> TokenStream {
    if written.auth.is_none() {
        return TokenStream::new();
    }
    let proofs = written.entries.iter().zip(aliases).map(|(entry, alias)| {
        let prefix = &entry.prefix;
        let table =
            quote_spanned!(entry.span.resolved_at(Span::call_site())=> <#alias as __fingerpost::Table>);
        quote_spanned! {entry.span=>
            const _: () = __fingerpost::check::auth(&__fingerpost::Node::Table(&[(#prefix, #table::NODE)]));
        }
    });
    quote!(#(#proofs)*)
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
