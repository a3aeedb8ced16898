//! What the compiler says, as its JSON has it.

use serde::Deserialize;

/// A line of `cargo --message-format=json`.
#[derive(Deserialize)]
pub(crate) struct CompilerMessage {
    pub(crate) target: Target,
    pub(crate) message: Diagnostic,
}

#[derive(Deserialize)]
pub(crate) struct Target {
    pub(crate) name: String,
}

#[derive(Clone, Deserialize)]
pub(crate) struct Diagnostic {
    pub(crate) message: String,
    pub(crate) level: String,
    pub(crate) spans: Vec<Span>,
    pub(crate) children: Vec<Diagnostic>,
    pub(crate) rendered: Option<String>,
}

#[derive(Clone, Deserialize)]
pub(crate) struct Span {
    pub(crate) file_name: String,
    pub(crate) line_start: usize,
    pub(crate) line_end: usize,
    pub(crate) column_start: usize,
    pub(crate) column_end: usize,
    pub(crate) is_primary: bool,
    pub(crate) label: Option<String>,
    expansion: Option<Box<Expansion>>,
}

#[derive(Clone, Deserialize)]
struct Expansion {
    span: Span,
}

impl Span {
    /// Where the user sees it: of what stands in a macro's own file, the macro's call.
    pub(crate) fn seen(&self, is_users: impl Fn(&str) -> bool) -> &Self {
        let mut span = self;
        while let Some(expansion) = &span.expansion
            && !is_users(&span.file_name)
        {
            span = &expansion.span;
        }
        span
    }
}

impl Diagnostic {
    pub(crate) fn is_error(&self) -> bool {
        // The sum at the end ("aborting due to 2 previous errors") stands nowhere.
        self.level == "error" && !self.spans.is_empty()
    }

    pub(crate) fn is_warning(&self) -> bool {
        self.level == "warning" && !self.spans.is_empty()
    }

    pub(crate) fn primary(&self) -> impl Iterator<Item = &Span> {
        self.spans.iter().filter(|span| span.is_primary)
    }

    /// Everything the user reads: the message, its labels, and those of its notes.
    pub(crate) fn texts(&self) -> Vec<&str> {
        let labels = self.spans.iter().filter_map(|span| span.label.as_deref());
        let children = self.children.iter().flat_map(Diagnostic::texts);
        std::iter::once(self.message.as_str()).chain(labels).chain(children).collect()
    }

    pub(crate) fn shown(&self) -> &str {
        self.rendered.as_deref().unwrap_or(&self.message)
    }
}
