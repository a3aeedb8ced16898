//! The doc comment as summary and description.

use syn::{Attribute, Expr, ExprLit, Lit, Meta};

#[derive(Default)]
pub(crate) struct Docs {
    /// The first paragraph, on one line.
    pub(crate) summary: String,
    /// The other paragraphs.
    pub(crate) description: String,
}

pub(crate) fn of(attrs: &[Attribute]) -> Docs {
    let lines: Vec<String> = attrs.iter().filter_map(line).collect();
    let text = lines.join("\n");
    let text = text.trim();
    let (first, rest) = text.split_once("\n\n").unwrap_or((text, ""));
    let summary: Vec<&str> = first.lines().map(str::trim).collect();
    Docs { summary: summary.join(" "), description: rest.trim().to_owned() }
}

fn line(attr: &Attribute) -> Option<String> {
    let Meta::NameValue(meta) = &attr.meta else { return None };
    if !meta.path.is_ident("doc") {
        return None;
    }
    match &meta.value {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => {
            let text = text.value();
            Some(text.strip_prefix(' ').unwrap_or(&text).trim_end().to_owned())
        }
        _ => None,
    }
}
