//! `#[derive(States)]`: a struct whose fields are state, each by its type.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Data, DeriveInput, Generics, Type, WherePredicate, parse_quote};

use crate::errors::Errors;
use crate::root::derive_root;

pub(crate) fn expand(root: &TokenStream, input: TokenStream) -> TokenStream {
    let parsed = syn::parse2(input).and_then(|mut input: DeriveInput| {
        let root = derive_root(root, "states", &mut input.attrs)?;
        Ok((root, input))
    });
    match parsed {
        Ok((root, input)) => implement(&root, &input).unwrap_or_else(|error| fallback(&root, &input, &error)),
        Err(error) => error.into_compile_error(),
    }
}

/// After a mistake: state on which the app is of the error's own type, so that it does not turn red as well.
fn fallback(root: &TokenStream, input: &DeriveInput, error: &syn::Error) -> TokenStream {
    let errors = error.to_compile_error();
    let name = &input.ident;
    let bounded = bounded(input, &[]);
    let (generics, parameters, bounds) = bounded.split_for_impl();
    quote! {
        const _: () = {
            use #root::__private as __fingerpost;

            impl #generics __fingerpost::StateFields for #name #parameters #bounds {
                type On<__S> = __fingerpost::Proved<{ #errors }, __S>;
            }

            impl #generics __fingerpost::StateSource for #name #parameters #bounds {
                fn find(
                    &self,
                    _: __fingerpost::TypeId,
                ) -> __fingerpost::core::option::Option<&dyn __fingerpost::Any> {
                    __fingerpost::core::option::Option::None
                }
            }
        };
    }
}

fn shown(ty: &Type) -> String {
    ty.to_token_stream().to_string()
}

fn implement(root: &TokenStream, input: &DeriveInput) -> syn::Result<TokenStream> {
    let fields = fields(input)?;
    let name = &input.ident;
    let (members, types): (Vec<_>, Vec<_>) = fields.into_iter().unzip();
    let bounded = bounded(input, &types);
    let (generics, parameters, bounds) = bounded.split_for_impl();
    Ok(quote! {
        const _: () = {
            use #root::__private as __fingerpost;

            #(
                impl #generics __fingerpost::HasField<#types, __fingerpost::Here> for #name #parameters #bounds {}
            )*

            impl #generics __fingerpost::StateFields for #name #parameters #bounds {
                type On<__S> = (__fingerpost::FieldsOf<Self>, __S);
            }

            impl #generics __fingerpost::StateSource for #name #parameters #bounds {
                fn find(
                    &self,
                    id: __fingerpost::TypeId,
                ) -> __fingerpost::core::option::Option<&dyn __fingerpost::Any> {
                    #(
                        if id == __fingerpost::TypeId::of::<#types>() {
                            return __fingerpost::core::option::Option::Some(&self.#members);
                        }
                    )*
                    __fingerpost::core::option::Option::None
                }
            }
        };
    })
}

/// Its parameters, bound to what is shared. Of a type that has none it is asked at its name, in our words.
fn bounded(input: &DeriveInput, types: &[&Type]) -> Generics {
    let mut bounded = input.generics.clone();
    if !bounded.params.is_empty() {
        let predicates = &mut bounded.make_where_clause().predicates;
        predicates.extend(types.iter().map(|ty| -> WherePredicate { parse_quote!(#ty: 'static) }));
        predicates.push(parse_quote!(Self: __fingerpost::SharedState));
    }
    bounded
}

/// The fields with their types, no type twice.
fn fields(input: &DeriveInput) -> syn::Result<Vec<(syn::Member, &Type)>> {
    let Data::Struct(data) = &input.data else {
        let message =
            "state is a struct: each field is found by its type\nhelp: put the values into a struct's fields";
        return Err(syn::Error::new_spanned(&input.ident, message));
    };
    let mut errors = Errors::new();
    let mut fields: Vec<(syn::Member, &Type)> = Vec::new();
    for (member, field) in data.fields.members().zip(&data.fields) {
        let shown = shown(&field.ty);
        if fields.iter().any(|(_, ty)| self::shown(ty) == shown) {
            let message = format!(
                "two fields are a `{shown}`, and state is found by its type\nhelp: wrap one in a struct of its own"
            );
            errors.push(&field.ty, message);
        } else if data.fields.len() > 1
            && input.generics.type_params().any(|parameter| parameter.ident == shown)
        {
            let message = "this may be any type, that of another field too, and state is found by its type\nhelp: write the type, or wrap it in a struct of its own";
            errors.push(&field.ty, message);
        } else {
            fields.push((member, &field.ty));
        }
    }
    errors.finish()?;
    Ok(fields)
}
