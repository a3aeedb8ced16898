//! A handler: the words of its attribute stand at the begin of its body, where its arguments are.

use proc_macro2::{Delimiter, Group, Ident, Literal, TokenStream, TokenTree};
use quote::quote;

use super::{is, named, path, pieces, settled};
use crate::names::METHODS;
use crate::root;
use crate::route::is_key;

const LINKS: [&str; 2] = ["location", "successor"];

/// The expansion as rust-analyzer is shown it; `is_shorthand` is `#[get]` and its like, which name no method.
pub(crate) fn shown(
    is_shorthand: bool,
    args: &TokenStream,
    item: &TokenStream,
    expansion: TokenStream,
) -> TokenStream {
    let Some(function) = Function::read(item) else { return settled(&[], expansion) };
    let words = function.words(is_shorthand, args.clone());
    let expansion: Vec<TokenTree> = expansion.into_iter().collect();
    let body = function.body.as_ref().and_then(|body| {
        expansion.iter().position(|token| matches!(token, TokenTree::Group(group) if same(group, body)))
    });
    let Some(body) = body else {
        let inputs = &function.inputs;
        let glue = settled(&function.names(), expansion.into_iter().collect());
        return quote!(const _: () = { fn words(#(#inputs)*) { #words } }; #glue);
    };
    let (handler, glue) = expansion.split_at(body);
    let handler: TokenStream = handler.iter().cloned().collect();
    let with_words = begun(glue, &words);
    let glue = settled(&function.names(), glue[1..].iter().cloned().collect());
    quote!(#handler #with_words #glue)
}

fn same(one: &Group, other: &Group) -> bool {
    one.delimiter() == other.delimiter() && format!("{:?}", one.span()) == format!("{:?}", other.span())
}

/// The body with these words behind its attributes.
fn begun(glue: &[TokenTree], words: &TokenStream) -> Option<Group> {
    let TokenTree::Group(body) = glue.first()? else { return None };
    let tokens: Vec<TokenTree> = body.stream().into_iter().collect();
    let mut attributes = 0;
    while let [hash, bang, TokenTree::Group(_), ..] = &tokens[attributes..]
        && is(hash, '#')
        && is(bang, '!')
    {
        attributes += 3;
    }
    let (attributes, rest) = tokens.split_at(attributes);
    let mut begun = Group::new(body.delimiter(), quote!(#(#attributes)* { #words } #(#rest)*));
    begun.set_span(body.span());
    Some(begun)
}

/// A function as far as it is written.
struct Function {
    name: Ident,
    /// In parentheses.
    inputs: Vec<TokenTree>,
    output: TokenStream,
    body: Option<Group>,
}

impl Function {
    fn read(item: &TokenStream) -> Option<Self> {
        let mut tokens = item.clone().into_iter().skip_while(|token| token.to_string() != "fn").skip(1);
        let Some(TokenTree::Ident(name)) = tokens.next() else { return None };
        let inputs = tokens.find_map(|token| match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis => Some(group.stream()),
            _ => None,
        });
        let rest: Vec<TokenTree> = tokens.collect();
        let body = match rest.last() {
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => Some(group.clone()),
            _ => None,
        };
        let output = rest.iter().skip(2).take_while(|token| {
            let is_body = matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
            !is_body && !is(token, ';') && token.to_string() != "where"
        });
        let output = if rest.first().is_some_and(|token| is(token, '-')) {
            output.cloned().collect()
        } else {
            TokenStream::new()
        };
        Some(Self { name, inputs: inputs?.into_iter().collect(), output, body })
    }

    /// The names of its arguments.
    fn arguments(&self) -> impl Iterator<Item = &Ident> {
        pieces(&self.inputs).filter_map(|input| {
            let colon = input.iter().position(|token| is(token, ':'))?;
            match input[..colon].last() {
                Some(TokenTree::Ident(name)) => Some(name),
                _ => None,
            }
        })
    }

    /// What of it is named from elsewhere: the handler, and in links its parameters.
    fn names(&self) -> Vec<Ident> {
        [&self.name].into_iter().chain(self.arguments()).cloned().collect()
    }

    fn words(&self, is_shorthand: bool, args: TokenStream) -> TokenStream {
        let args: Vec<TokenTree> = args.into_iter().collect();
        let pieces: Vec<&[TokenTree]> = pieces(&args).collect();
        let (methods, pieces) = match pieces.split_first() {
            Some((methods, rest))
                if !is_shorthand && !matches!(methods.get(1), Some(sign) if is(sign, '=')) =>
            {
                (*methods, rest)
            }
            _ => (&[][..], &pieces[..]),
        };
        // A key or a method that is still being written stands before those that are known: see above.
        let is_written = |name: &Ident| !is_key(&name.to_string());
        let (mut unknown, mut known) = (quote!(_unfinished), TokenStream::new());
        for piece in pieces {
            match piece {
                [TokenTree::Literal(path)] => known.extend(self.captures(path)),
                [TokenTree::Ident(key), ..] if is_written(key) => unknown = quote!(#key),
                [TokenTree::Ident(key), rest @ ..] => known.extend(self.key(key, rest)),
                _ => {}
            }
        }
        let (mut unknown_method, mut known_methods) = (quote!(_unfinished), TokenStream::new());
        for method in methods.iter().filter(|token| matches!(token, TokenTree::Ident(_))) {
            if METHODS.contains(&method.to_string().as_str()) {
                known_methods.extend(quote!(let _ = __fingerpost::words::methods::#method;));
            } else {
                unknown_method = quote!(#method);
            }
        }
        let methods = (!is_shorthand)
            .then(|| quote!(let _ = __fingerpost::words::methods::#unknown_method; #known_methods));
        let door = root::door();
        quote! {
            use #door as __fingerpost;

            #methods
            let _ = __fingerpost::words::keys::#unknown;
            #known
        }
    }

    /// The path as a format string of the captures, which an editor knows how to read.
    fn captures(&self, path: &Literal) -> Option<TokenStream> {
        let mut aliases = TokenStream::new();
        let arguments = self.arguments().collect::<Vec<_>>();
        let mut bind = |name: &str| {
            let plain = |argument: &Ident| {
                argument.to_string().trim_start_matches("r#").trim_start_matches('_').to_owned()
            };
            let argument =
                arguments.iter().find(|argument| plain(argument) == name.trim_start_matches('_'))?;
            if *argument != name {
                let alias = Ident::new(name, argument.span());
                aliases.extend(quote!(let #alias = &#argument;));
            }
            Some(())
        };
        let formatted = formatted(path, &mut bind);
        Some(quote!(#aliases #formatted))
    }

    /// A key, and its value as what it means.
    fn key(&self, key: &Ident, rest: &[TokenTree]) -> TokenStream {
        let value = match rest {
            [sign, value @ ..] if is(sign, '=') => value,
            _ => &[],
        };
        let written = key.to_string();
        let value = match written.as_str() {
            "status" => {
                let door = root::door();
                quote!({ use #door::statuses::*; #(#value)* })
            }
            "crate" => TokenStream::new(),
            _ if LINKS.contains(&written.as_str()) => self.closure(value, |value| self.link(value)),
            _ => self.closure(value, |value| quote!(#(#value)*)),
        };
        let key = (key != "crate").then(|| quote!(let _ = __fingerpost::words::keys::#key;));
        quote!(#key let _ = { #value };)
    }

    /// `|post| …`, with the type of what is borrowed.
    fn closure(&self, value: &[TokenTree], body: impl Fn(&[TokenTree]) -> TokenStream) -> TokenStream {
        let Some((bar, rest)) = value.split_first().filter(|(bar, _)| is(bar, '|')) else {
            return body(value);
        };
        let Some(end) = rest.iter().position(|token| is(token, '|')) else { return body(rest) };
        let (pattern, rest) = rest.split_at(end);
        let body = body(&rest[1..]);
        let output = &self.output;
        let ty = match output.clone().into_iter().next() {
            Some(first) if first.to_string() != "impl" => {
                quote!(: &<#output as __fingerpost::Output>::Success)
            }
            _ => TokenStream::new(),
        };
        // The types stand in the signature once.
        let ty = settled(&[], ty);
        quote!(#bar #(#pattern)* #ty #bar { #body })
    }

    /// `get_post(id = post.id)`: the handler, and its parameters as the fields of a struct; one that is still being written first.
    fn link(&self, value: &[TokenTree]) -> TokenStream {
        let (handler, length) = path(value);
        if length == 0 {
            return quote!(#(#value)*);
        }
        // Beside what is declared alone there are no functions.
        let named = if self.body.is_some() { named(&handler) } else { quote!(let _: #handler;) };
        let Some(TokenTree::Group(values)) = value.get(length) else { return named };
        let values: Vec<TokenTree> = values.stream().into_iter().collect();
        let (mut unknown, mut known) = (TokenStream::new(), TokenStream::new());
        for piece in pieces(&values) {
            match piece {
                [name, sign, value @ ..] if is(sign, '=') => {
                    known.extend(quote!(let _ = (&parameters.#name, #(#value)*);));
                }
                _ => unknown = quote!(.#(#piece)*),
            }
        }
        let handler = settled(&[], handler);
        quote! {
            #named
            let _ = |parameters: <#handler as __fingerpost::Named>::Type| {
                let _ = parameters #unknown;
                #known
            };
        }
    }
}

/// The text where it stands, as one that names what `bind` knows, which an editor reads as it does others.
pub(super) fn formatted(text: &Literal, bind: &mut dyn FnMut(&str) -> Option<()>) -> Option<TokenStream> {
    let written = text.to_string();
    let inner = written.strip_prefix('"')?.strip_suffix('"')?;
    if inner.contains('\\') {
        return None;
    }
    let mut literal: Literal = format!("\"{}\"", format(inner, bind)).parse().ok()?;
    literal.set_span(text.span());
    Some(quote!(let _ = ::core::format_args!(#literal);))
}

/// A path as a format string, each name where it is: `{*rest}` is ` {rest}`, `{limit = 10}` is `{limit:    }`.
fn format(path: &str, bind: &mut dyn FnMut(&str) -> Option<()>) -> String {
    let mut format = String::new();
    let mut rest = path;
    while let Some(brace) = rest.find(['{', '}']) {
        format.push_str(&rest[..brace]);
        rest = &rest[brace..];
        let hole = if rest.starts_with("{{") || rest.starts_with("}}") { None } else { rest.find('}') };
        let Some(end) = hole else {
            let length = 2.min(rest.len());
            let escaped = length == 2 && rest.as_bytes()[0] == rest.as_bytes()[1];
            format.push_str(if escaped { &rest[..2] } else { " " });
            rest = &rest[if escaped { 2 } else { 1 }..];
            continue;
        };
        let inner = &rest[1..end.max(1)];
        let star = inner.starts_with('*');
        let name =
            inner[usize::from(star)..].split(|sign: char| !sign.is_alphanumeric() && sign != '_').next();
        let name = name.unwrap_or_default();
        let rest_of_hole = inner.len() - usize::from(star) - name.len();
        // A format of nothing but blanks.
        let blank =
            if rest_of_hole == 0 { String::new() } else { format!(":{}", " ".repeat(rest_of_hole - 1)) };
        let is_name = syn::parse_str::<Ident>(name).is_ok();
        match (is_name.then(|| bind(name)).flatten(), star) {
            (Some(()), true) => format.push_str(&format!(" {{{name}{blank}}}")),
            (Some(()), false) => format.push_str(&format!("{{{name}{blank}}}")),
            (None, _) => format.push_str(&" ".repeat(end + 1)),
        }
        rest = &rest[end + 1..];
    }
    format.push_str(rest);
    format
}
