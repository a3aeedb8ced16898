//! `Endpoint`: facts about a route, already true.

use std::cell::OnceCell;

use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{Attribute, Expr, ExprPath, LitStr, Pat, Path, Type, Visibility};

use super::arguments::last_name;
use super::dates::Date;
use super::docs::Docs;
use super::path::PathPattern;
use crate::{handler_path, tokens};

/// Everything that the expansion needs to know.
pub(crate) struct Endpoint {
    pub(crate) name: Ident,
    pub(crate) vis: Visibility,
    /// The twin, by a name that no other has.
    pub(crate) twin: Ident,
    /// Where macros are called.
    pub(crate) macros: TokenStream,
    /// Where the function begins, and where its body is.
    pub(crate) place: (Span, Span),
    /// `#[cfg(…)]` and the like, which every item made from the function shares.
    pub(crate) conditions: Vec<Attribute>,
    pub(crate) methods: Vec<String>,
    pub(crate) path: LitStr,
    pub(crate) pattern: PathPattern,
    pub(crate) arguments: Vec<Argument>,
    pub(crate) call: Call,
    /// Where the type can be named.
    pub(crate) output: Option<Type>,
    /// As it is written, but for its lifetimes.
    pub(crate) written_output: Type,
    pub(crate) output_span: Span,
    pub(crate) status: Option<Status>,
    pub(crate) content_type: Option<(String, Span)>,
    /// Lower-case names with their values.
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) location: Option<Location>,
    pub(crate) validators: Option<Validators>,
    pub(crate) body_limit: Option<(u64, Span)>,
    pub(crate) timeout_ms: Option<u64>,
    pub(crate) docs: Docs,
    pub(crate) tags: Vec<String>,
    pub(crate) operation_id: Option<String>,
    /// The handler goes on when its client leaves.
    pub(crate) detached: bool,
    pub(crate) hidden: bool,
    /// The `public` as written.
    pub(crate) public: Option<Span>,
    pub(crate) deprecated: bool,
    pub(crate) lifecycle: Lifecycle,
    /// The attribute itself, for what stands beside the function.
    #[cfg_attr(not(feature = "client"), expect(dead_code))]
    pub(crate) deprecation: Option<Attribute>,
}

/// How the function is called.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Call {
    Sync,
    Async,
    Blocking,
}

/// One argument and where it comes from.
pub(crate) struct Argument {
    pub(crate) source: Source,
    /// The type to read: that of the argument, or of one value of an `Option` or `Vec`.
    pub(crate) ty: Type,
    pub(crate) name: Option<Ident>,
    /// `Json(post): Post` as written, where its type has no arguments, and so may lack the wrapper.
    pub(crate) unwrapped: Option<TokenStream>,
    /// Where its type stands, which is asked often and takes the type's tokens to tell.
    pub(crate) place: OnceCell<Span>,
}

impl Argument {
    /// The name of its type, where it is the argument at this place, at the place of the type.
    pub(crate) fn type_name(&self, at: usize) -> Ident {
        let place = *self.place.get_or_init(|| self.ty.span());
        Ident::new(&format!("__Argument{at}"), place)
    }

    /// Its type, or the name that it has.
    #[cfg(any(feature = "contract", feature = "client"))]
    pub(crate) fn written(&self, at: usize) -> TokenStream {
        if self.is_named() { self.type_name(at).to_token_stream() } else { self.ty.to_token_stream() }
    }

    /// Whether its type is written once, in an item of that name: see [`Endpoint::named_arguments`].
    fn is_named(&self) -> bool {
        match &self.source {
            Source::State | Source::Extractor => true,
            // The argument of another type, of which the compiler has advice to give.
            Source::Query { kind: Kind::Parsed, many, .. } => matches!(many, Many::Optional | Many::Repeated),
            _ => false,
        }
    }

    /// Its type as it is written where the argument is read.
    pub(crate) fn written_type(&self, at: usize) -> TokenStream {
        if self.is_named() { self.type_name(at).into_token_stream() } else { self.ty.to_token_stream() }
    }
}

pub(crate) enum Source {
    Capture { index: usize, kind: Kind },
    Query { index: usize, kind: Kind, many: Many },
    State,
    Extractor,
}

/// How the text of a parameter becomes its value.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// `&str`
    Str,
    /// `Cow<str>`
    Cow,
    /// `String`: parsed like others, but printed from any text.
    String,
    /// A number, `bool` or `char`.
    Primitive,
    /// Any other `FromStr`.
    Parsed,
}

impl Kind {
    pub(crate) fn is_text(self) -> bool {
        matches!(self, Self::Str | Self::Cow | Self::String)
    }
}

/// How often a query parameter may stand.
pub(crate) enum Many {
    One,
    Optional,
    Repeated,
    Default(String),
}

/// The declared status.
pub(crate) enum Status {
    /// A number, and the path of its name where one is written, such as `StatusCode::CREATED`.
    Code(u16, Span, Option<Box<ExprPath>>),
    Constant(Box<ExprPath>),
}

/// What is declared of the end of the operation.
#[derive(Default)]
pub(crate) struct Lifecycle {
    pub(crate) deprecated: Option<Date>,
    pub(crate) sunset: Option<Date>,
    pub(crate) deprecation_link: Option<String>,
    pub(crate) sunset_link: Option<String>,
    pub(crate) successor: Option<Location>,
}

impl Lifecycle {
    pub(crate) fn is_declared(&self) -> bool {
        self.deprecated.is_some()
            || self.sunset.is_some()
            || self.deprecation_link.is_some()
            || self.sunset_link.is_some()
            || self.successor.is_some()
    }
}

/// The declared `ETag` and `Last-Modified`.
pub(crate) struct Validators {
    /// The first of the keys.
    pub(crate) key: Span,
    /// What the tag is made of; of the content where nothing is given.
    pub(crate) etag: Option<Option<(Pat, Expr)>>,
    pub(crate) last_modified: Option<(Pat, Expr)>,
}

/// The declared `Location`, or the link to the successor.
pub(crate) struct Location {
    pub(crate) value: Option<Pat>,
    /// The handler, by an alias where it has one.
    pub(crate) handler: Path,
    /// As it is written.
    pub(crate) written: Path,
    pub(crate) values: Vec<(Ident, Expr)>,
    pub(crate) parentheses: Span,
    /// The arguments whose captures its expressions name, and the names.
    pub(crate) captures: Vec<(usize, Ident)>,
}

impl Location {
    /// The item that tells what the handler is, where its name alone does not.
    pub(crate) fn alias(&self, door: &TokenStream) -> Option<TokenStream> {
        let alias = self.handler.get_ident()?;
        handler_path::may_be_the_function(&self.written)
            .then(|| handler_path::alias(door, alias, &self.written))
    }
}

impl Endpoint {
    pub(crate) fn extractors(&self) -> impl Iterator<Item = &Type> {
        self.arguments
            .iter()
            .filter(|argument| matches!(argument.source, Source::Extractor))
            .map(|argument| &argument.ty)
    }

    /// State, extractors, and others whose types are written but once, each with the name that its type has beside the
    /// function.
    ///
    /// A type that is not there is missing for each time that it is written, and the compiler's advice depends on the
    /// item that it is written in. So it is written once, in an item that is named where the handler is, which makes the
    /// message the same as that of the handler, and the compiler says it once.
    pub(crate) fn named_arguments(&self) -> impl Iterator<Item = (Ident, &Argument)> {
        let arguments = self.arguments.iter().enumerate();
        arguments
            .filter(|(_, argument)| argument.is_named())
            .map(|(at, argument)| (argument.type_name(at), argument))
    }

    /// The names of the extractors' types.
    pub(crate) fn extractor_names(&self) -> Vec<Ident> {
        let extractors =
            self.named_arguments().filter(|(_, argument)| matches!(argument.source, Source::Extractor));
        extractors.map(|(name, _)| name).collect()
    }

    /// The names of extractors that may ask for credentials: all but what is known by its name to ask for none, since each that
    /// is asked costs the compiler time.
    pub(crate) fn credential_names(&self) -> Vec<Ident> {
        const NONE: [&str; 12] = [
            "Json",
            "Form",
            "Query",
            "Path",
            "State",
            "Method",
            "Uri",
            "HeaderMap",
            "Bytes",
            "String",
            "Body",
            "Multipart",
        ];
        let asks = |ty: &Type| {
            last_name(ty).is_none_or(|name| {
                let name = name.to_string();
                !NONE.contains(&name.as_str())
            })
        };
        let extractors = self
            .named_arguments()
            .filter(|(_, argument)| matches!(argument.source, Source::Extractor) && asks(&argument.ty));
        extractors.map(|(name, _)| name).collect()
    }

    /// The types of the state that the handler takes itself.
    pub(crate) fn states(&self) -> impl Iterator<Item = &Type> {
        self.arguments
            .iter()
            .filter(|argument| matches!(argument.source, Source::State))
            .map(|argument| &argument.ty)
    }
}

/// Tokens with the span of what the user wrote.
pub(crate) fn respan(tokens: TokenStream, span: Span) -> TokenStream {
    tokens::each(tokens, &mut |mut token| {
        token.set_span(span);
        token
    })
}
