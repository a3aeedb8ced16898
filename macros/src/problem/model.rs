//! `ProblemType`: what a `#[derive(Problem)]` means, already true.

use proc_macro2::Span;
use syn::{Generics, Ident, LitStr, Member, Path, Type};

/// The type that derives `Problem`.
pub(super) struct ProblemType {
    pub(super) ident: Ident,
    pub(super) generics: Generics,
    /// A struct is its one variant.
    pub(super) variants: Vec<Variant>,
    /// The first `#[error(…)]`, which another derive reads.
    pub(super) error_attribute: Option<Span>,
    /// A `#[problem]` has another name, of which the compiler says that there is none.
    pub(super) is_misspelt: bool,
}

/// One variant of an enum, or a whole struct.
pub(super) struct Variant {
    /// `None` for a struct.
    pub(super) ident: Option<Ident>,
    pub(super) name: String,
    pub(super) fields: Vec<Field>,
    pub(super) kind: Kind,
    /// The field of which a `From` is written.
    pub(super) from: Option<usize>,
}

pub(super) struct Field {
    pub(super) member: Member,
    pub(super) ty: Type,
    /// What it is called in expansions.
    pub(super) binding: Ident,
}

pub(super) enum Kind {
    /// The problem of the field at this index.
    Transparent(usize),
    Own(Box<Own>),
}

/// A problem of its own; fields are indices.
pub(super) struct Own {
    pub(super) status: Status,
    pub(super) title: Option<LitStr>,
    pub(super) type_uri: Option<LitStr>,
    pub(super) detail: Detail,
    /// Whether the client sees the detail of a 5xx.
    pub(super) public: bool,
    pub(super) instance: Option<Template>,
    pub(super) headers: Vec<(LitStr, Template)>,
    pub(super) members: Vec<(LitStr, usize)>,
    pub(super) source: Option<usize>,
}

pub(super) enum Status {
    Number(u16),
    /// A constant, proved by the compiler.
    Const(Path),
}

pub(super) enum Detail {
    None,
    Text(Template),
    /// The type's own `Display`, asked for here.
    Display(Span),
}

/// A text with fields in it.
pub(super) struct Template {
    /// As written.
    pub(super) written: LitStr,
    pub(super) filled: Filled,
}

pub(super) enum Filled {
    /// Nothing to fill in: the text with its braces unescaped.
    Plain(LitStr),
    /// The format string and its arguments.
    Format { literal: LitStr, arguments: Vec<Argument> },
}

pub(super) struct Argument {
    pub(super) name: Ident,
    pub(super) field: usize,
    /// The traits of `core::fmt` that format it; none for a width or precision.
    pub(super) traits: Vec<&'static str>,
}

impl Own {
    /// The arguments of all its format strings.
    pub(super) fn arguments(&self) -> impl Iterator<Item = &Argument> {
        let detail = match &self.detail {
            Detail::Text(template) => Some(template),
            _ => None,
        };
        let headers = self.headers.iter().map(|(_, value)| value);
        detail.into_iter().chain(&self.instance).chain(headers).flat_map(|template| match &template.filled {
            Filled::Plain(_) => &[][..],
            Filled::Format { arguments, .. } => arguments,
        })
    }
}

impl Detail {
    /// As it stands in the attribute.
    pub(super) fn written(&self) -> Option<&LitStr> {
        match self {
            Self::Text(template) => Some(&template.written),
            _ => None,
        }
    }
}
