//! From a `ProblemType` to its impls: calls of the runtime, nothing decided here.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Generics, Ident, LitStr, Type};

use super::bounds;
use super::client::client;
use super::document::document;
use super::model::{Argument, Detail, Field, Filled, Kind, Own, ProblemType, Status, Template, Variant};
use crate::tokens;

pub(super) fn expand(root: &TokenStream, model: &ProblemType) -> TokenStream {
    let cx = Context {
        ident: model.ident.clone(),
        private: quote!(#root::__private),
        generics: bounds::bounded(root, model),
    };
    let proofs = model.variants.iter().map(|variant| cx.proofs(variant));
    let error_attribute = cx.error_attribute(model);
    let problem = cx.problem_impl(model);
    let responder = cx.responder_impl(model);
    let document = document(&cx.private, model, &cx.generics);
    let client = client(&cx.private, model);
    let from = model.variants.iter().filter_map(|variant| cx.conversion(model, variant));
    quote! {
        #(#proofs)*
        #error_attribute
        #problem
        #responder
        #document
        #client
        #(#from)*
    }
}

struct Context {
    ident: Ident,
    private: TokenStream,
    /// With what the impl asks of the type's parameters.
    generics: Generics,
}

impl Context {
    /// What only the compiler can judge, and in `cargo check` only as an item.
    fn proofs(&self, variant: &Variant) -> TokenStream {
        let Kind::Own(own) = &variant.kind else { return TokenStream::new() };
        let mut shown: Vec<usize> = own
            .arguments()
            .filter(|argument| self.is_asked(argument))
            .map(|argument| argument.field)
            .collect();
        shown.sort_unstable();
        shown.dedup();
        let status = self.status_proof(own);
        let displayed = match own.detail {
            Detail::Display(span) if self.generics.params.is_empty() => {
                let ident = &self.ident;
                Some(self.ask_at(span, &quote!(#ident), "IS_DISPLAY", "shows_itself"))
            }
            _ => None,
        };
        let shown = shown.into_iter().map(|field| self.ask(&variant.fields[field].ty, "IS_DISPLAY", "shown"));
        let source = own.source.filter(|_| self.generics.params.is_empty());
        let source = source.map(|field| self.ask(&variant.fields[field].ty, "IS_SOURCE", "source"));
        quote!(#status #displayed #(#shown)* #source)
    }

    /// That an `#[error(…)]` is read by a derive that makes a `Display` of it. Where the detail is that, it is asked already.
    fn error_attribute(&self, model: &ProblemType) -> Option<TokenStream> {
        let span = model.error_attribute.filter(|_| self.generics.params.is_empty())?;
        let is_asked = model.variants.iter().any(
            |variant| matches!(&variant.kind, Kind::Own(own) if matches!(own.detail, Detail::Display(_))),
        );
        let ident = &self.ident;
        (!is_asked).then(|| self.ask_at(span, &quote!(#ident), "IS_DISPLAY", "error_attribute"))
    }

    fn ask(&self, ty: &Type, constant: &str, check: &str) -> TokenStream {
        self.ask_at(ty.span(), &ty.to_token_stream(), constant, check)
    }

    /// A constant of a type, checked in words where it is false.
    fn ask_at(&self, span: Span, ty: &TokenStream, constant: &str, check: &str) -> TokenStream {
        let private = self.private_at(span);
        let (constant, check) = (Ident::new(constant, place(span)), Ident::new(check, place(span)));
        quote_spanned! {place(span)=>
            const _: () = {
                #[allow(unused_imports)]
                use #private::OtherwiseNot as _;
                #private::#check(#private::Asked::<#ty>::#constant)
            };
        }
    }

    /// Whether the field is asked for its `Display` in words: a generic one is by the bounds of the impl.
    fn is_asked(&self, argument: &Argument) -> bool {
        self.generics.params.is_empty() && argument.traits == ["Display"]
    }

    fn status_proof(&self, own: &Own) -> Option<TokenStream> {
        let Status::Const(path) = &own.status else { return None };
        let span = status_span(path);
        let private = self.private_at(span);
        Some(quote_spanned! {place(span)=>
            const _: ::core::primitive::u16 = #private::check::failure_status({ #path }).get();
        })
    }

    /// The path to the runtime as if it stood there: an error underlines all tokens of its expression.
    fn private_at(&self, span: Span) -> TokenStream {
        tokens::each(self.private.clone(), &mut |mut token| {
            token.set_span(place(span));
            token
        })
    }

    fn problem_impl(&self, model: &ProblemType) -> TokenStream {
        let private = &self.private;
        let ident = &model.ident;
        let (generics, arguments, where_) = self.generics.split_for_impl();
        let repeats = bounds::may_repeat(&self.generics);
        let infos = model.variants.iter().map(|variant| self.info(variant));
        let displayed = self.displayed(model);
        let arms = model.variants.iter().map(|variant| self.arm(variant));
        quote! {
            #[automatically_derived]
            #[allow(deprecated, unused_qualifications)]
            #repeats
            impl #generics #private::IntoProblem for #ident #arguments #where_ {
                const POSSIBLE: &'static [#private::ProblemInfo] = &[#(#infos),*];

                fn into_problem(self) -> #private::Problem {
                    #[allow(unused_imports)]
                    use #private::{IsNoSource as _, IsNotShown as _, IsShown as _, IsSource as _};
                    #displayed
                    match self {
                        #(#arms)*
                    }
                }
            }
        }
    }

    fn responder_impl(&self, model: &ProblemType) -> TokenStream {
        let private = &self.private;
        let ident = &model.ident;
        let (generics, arguments, where_) = self.generics.split_for_impl();
        let repeats = bounds::may_repeat(&self.generics);
        // Of a struct the status is known; of an enum it is the one that all errors share if nothing else.
        let status = match &model.variants[..] {
            [Variant { ident: None, kind: Kind::Own(own), .. }] => self.status(&own.status),
            _ => quote!(500u16),
        };
        quote! {
            #[automatically_derived]
            #[allow(deprecated, unused_qualifications)]
            #repeats
            impl #generics #private::Responder for #ident #arguments #where_ {
                const FACTS: #private::Facts = #private::Facts::new().own_status(#status);

                fn respond(self, response: &mut #private::Response) {
                    #private::Responder::respond(#private::IntoProblem::into_problem(self), response);
                }
            }
        }
    }

    /// `#[from]`: so that `?` makes the variant.
    fn conversion(&self, model: &ProblemType, variant: &Variant) -> Option<TokenStream> {
        let Field { member, ty, .. } = &variant.fields[variant.from?];
        let constructor = constructor(variant);
        let ident = &model.ident;
        let (generics, arguments, where_) = model.generics.split_for_impl();
        Some(quote! {
            #[automatically_derived]
            #[allow(deprecated, unused_qualifications)]
            impl #generics ::core::convert::From<#ty> for #ident #arguments #where_ {
                fn from(source: #ty) -> Self {
                    #constructor { #member: source }
                }
            }
        })
    }

    /// The details that are the type's own `Display`, made before the match takes the value apart.
    fn displayed(&self, model: &ProblemType) -> Option<TokenStream> {
        let private = &self.private;
        let mut place = None;
        let mut patterns = Vec::new();
        for variant in &model.variants {
            if let Kind::Own(own) = &variant.kind
                && let Detail::Display(span) = own.detail
            {
                place.get_or_insert(span);
                let constructor = constructor(variant);
                patterns.push(quote!(#constructor { .. }));
            }
        }
        let value = if self.generics.params.is_empty() {
            place?;
            quote!(::core::format_args!("{}", #private::Shown(&self).__shown()))
        } else {
            quote_spanned!(self::place(place?)=> ::core::format_args!("{}", self))
        };
        let others = (patterns.len() < model.variants.len())
            .then(|| quote!(_ => #private::problem_detail(::core::format_args!("")),));
        Some(quote! {
            let displayed = match &self {
                #(#patterns)|* => #private::problem_detail(#value),
                #others
            };
        })
    }

    /// One variant into its problem.
    fn arm(&self, variant: &Variant) -> TokenStream {
        let constructor = constructor(variant);
        let used = used_fields(variant).into_iter().map(|field| {
            let Field { member, binding, .. } = &variant.fields[field];
            quote!(#member: #binding,)
        });
        let problem = match &variant.kind {
            Kind::Transparent(field) => {
                let Field { ty, binding, .. } = &variant.fields[*field];
                let private = self.private_at(ty.span());
                quote_spanned!(place(ty.span())=> <#ty as #private::ProblemSet>::problem(#binding))
            }
            Kind::Own(own) => self.problem(own, &variant.fields),
        };
        quote! {
            #constructor { #(#used)* .. } => #problem,
        }
    }

    /// `Problem::new(409).title("…")…`
    fn problem(&self, own: &Own, fields: &[Field]) -> TokenStream {
        let private = &self.private;
        let status = self.status(&own.status);
        let title = own.title.iter();
        let type_uri = own.type_uri.iter();
        let detail = self.detail(own, fields);
        let instance = own.instance.iter().map(|uri| self.text(uri, fields));
        let members = own.members.iter().map(|(name, field)| {
            let binding = &fields[*field].binding;
            quote_spanned!(binding.span()=> .with(#name, &#binding))
        });
        let headers = own.headers.iter().map(|(name, value)| {
            let text = self.text(value, fields);
            quote!(.header(#name, &*#text))
        });
        let source = own.source.iter().map(|field| {
            let binding = &fields[*field].binding;
            if self.generics.params.is_empty() {
                quote!(.because(#private::Source(#binding).source()))
            } else {
                quote_spanned!(binding.span()=> .because(#binding))
            }
        });
        quote! {
            #private::Problem::new(#status)
                #(.title(#title))*
                #(.type_uri(#type_uri))*
                #detail
                #(.instance(#instance))*
                #(#members)*
                #(#headers)*
                #(#source)*
        }
    }

    fn detail(&self, own: &Own, fields: &[Field]) -> Option<TokenStream> {
        let text = match &own.detail {
            Detail::None => return None,
            Detail::Text(template) => self.text(template, fields),
            Detail::Display(_) => quote!(displayed),
        };
        Some(if own.public { quote!(.public_detail(#text)) } else { quote!(.detail(#text)) })
    }

    fn text(&self, template: &Template, fields: &[Field]) -> TokenStream {
        let private = &self.private;
        match &template.filled {
            Filled::Plain(text) => quote!(#text),
            Filled::Format { literal, arguments } => {
                let arguments = arguments.iter().map(|argument| {
                    let name = &argument.name;
                    let binding = &fields[argument.field].binding;
                    if self.is_asked(argument) {
                        quote!(#name = #private::Shown(&#binding).__shown())
                    } else {
                        quote!(#name = #binding)
                    }
                });
                quote!(#private::problem_detail(::core::format_args!(#literal, #(#arguments),*)))
            }
        }
    }

    fn status(&self, status: &Status) -> TokenStream {
        match status {
            Status::Number(number) => quote!(#number),
            Status::Const(path) => {
                let private = self.private_at(status_span(path));
                quote_spanned!(place(status_span(path))=> #private::check::failure_status({ #path }).unproved())
            }
        }
    }

    /// What the API document says of the variant.
    fn info(&self, variant: &Variant) -> TokenStream {
        let private = &self.private;
        let name = &variant.name;
        let own = match &variant.kind {
            Kind::Transparent(field) => {
                let ty = &variant.fields[*field].ty;
                let there = self.private_at(ty.span());
                let set = quote_spanned!(place(ty.span())=> <#ty as #there::ProblemSet>::PROBLEMS);
                return quote!(#private::ProblemInfo::transparent(#name, #set));
            }
            Kind::Own(own) => own,
        };
        let status = self.status(&own.status);
        let title = own.title.iter();
        let type_uri = own.type_uri.iter();
        let detail = own.detail.written().into_iter();
        let members: Vec<&LitStr> = own.members.iter().map(|(name, _)| name).collect();
        let members = (!members.is_empty()).then(|| quote!(.members(&[#(#members),*])));
        let headers: Vec<&LitStr> = own.headers.iter().map(|(name, _)| name).collect();
        let headers = (!headers.is_empty()).then(|| quote!(.headers(&[#(#headers),*])));
        quote! {
            #private::ProblemInfo::new(#name, #status)
                #(.title(#title))*
                #(.type_uri(#type_uri))*
                #(.detail(#detail))*
                #members
                #headers
        }
    }
}

/// Where a constant that is named as the status is blamed.
fn status_span(path: &syn::Path) -> Span {
    path.segments.last().map_or_else(|| path.span(), |last| last.ident.span())
}

/// Where an error is shown, without the hygiene of the tokens that stand there.
fn place(span: Span) -> Span {
    Span::call_site().located_at(span)
}

fn constructor(variant: &Variant) -> TokenStream {
    match &variant.ident {
        Some(ident) => quote!(Self::#ident),
        None => quote!(Self),
    }
}

/// The fields that the problem is made of, each once, in their order.
fn used_fields(variant: &Variant) -> Vec<usize> {
    let own = match &variant.kind {
        Kind::Transparent(field) => return vec![*field],
        Kind::Own(own) => own,
    };
    let mut used: Vec<usize> = own.arguments().map(|argument| argument.field).collect();
    used.extend(own.members.iter().map(|(_, field)| *field));
    used.extend(own.source);
    used.sort_unstable();
    used.dedup();
    used
}
