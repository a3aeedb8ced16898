//! `Conflict`: what is wrong with a table, told with both handlers, their paths and their places.

use super::entry::{Entry, is_root};
use crate::route::RouteInfo;
use crate::text::ConstText;

/// What is wrong with a table: routes that stand in each other's way, or a link that leads nowhere.
#[derive(Clone, Copy, Debug)]
pub struct Conflict {
    /// The item of the table to blame: of two the second.
    pub item: u32,
    message: ConstText,
}

impl Conflict {
    /// Says it, at the item to blame.
    ///
    /// # Panics
    /// Always: it is called in const evaluation.
    #[track_caller]
    #[inline]
    pub const fn refuse(&self) {
        panic!("{}", self.message())
    }

    /// What to tell the user.
    #[must_use]
    #[inline]
    pub const fn message(&self) -> &str {
        self.message.as_str()
    }

    #[inline]
    pub(super) const fn between(first: &Entry, second: &Entry, method: &str) -> Self {
        let message = ConstText::new().text("two handlers answer `").text(method).text(" ");
        let message = handler(handler(path(message, second).text("`:\n  "), first).text("\n  "), second);
        let help = "\nhelp: change the method or the path of one, or mount it under a prefix";
        Self { item: second.item, message: message.text(help) }
    }

    /// `dead` answers nothing: of its requests the others are asked first.
    #[inline]
    pub(super) const fn unreachable(dead: &Entry, others: &[Option<&Entry>; 3], method: &str) -> Self {
        let message = ConstText::new().text("`").text(dead.route.name).text("` never answers `").text(method);
        let message = path(message.text(" "), dead).text("`: more specific paths answer all of it\n  ");
        let mut message = handler(message, dead);
        let mut at = 0;
        while at < others.len() {
            if let Some(other) = others[at] {
                message = handler(message.text("\n  "), other);
            }
            at += 1;
        }
        let help = "\nhelp: remove it, or one of the others, whose requests it then answers";
        Self { item: dead.item, message: message.text(help) }
    }

    #[inline]
    pub(super) const fn of_operations(first: &Entry, second: &Entry) -> Self {
        let message =
            ConstText::new().text("two handlers have the operation id `").text(second.route.operation_id);
        let message = handler(handler(message.text("`:\n  "), first).text("\n  "), second);
        Self { item: second.item, message: message.text("\nhelp: give one of them another `operation_id`") }
    }

    /// Nothing says who may call the handler.
    #[inline]
    pub(super) const fn of_access(entry: &Entry) -> Self {
        let RouteInfo { name, security, path: written, file, line, .. } = *entry.route;
        let mut is_optional = false;
        let mut at = 0;
        while at < security.len() {
            is_optional |= !security[at].is_none();
            at += 1;
        }
        let message = ConstText::new().text("`").text(name);
        let message = message.text(if is_optional {
            "` lets in callers without credentials, and does not say that it is `public`:\n  `"
        } else {
            "` neither asks for credentials nor says that it is `public`:\n  `"
        });
        let message = path(methods(message, entry.route).text(" "), entry);
        let message = message.text("`, in ").text(file).text(":").number(line).text(if is_optional {
            "\nhelp: take what proves who asks without `Option` or `Result`; or say `public`: `#[route("
        } else {
            "\nhelp: take an argument that proves who asks, such as `Bearer` or a type of your own with `SECURITY`; or say `public`: `#[route("
        });
        let message = methods(message, entry.route).text(", \"").text(written).text("\", public)]`");
        Self { item: entry.item, message }
    }

    /// The link of a key leads nowhere.
    #[inline]
    pub(super) const fn of_link(entry: &Entry, key: &str, target: &RouteInfo) -> Self {
        let message = ConstText::new()
            .text("the `")
            .text(key)
            .text("` of `")
            .text(entry.route.name)
            .text("` leads to `");
        let message = message.text(target.name).text("`, which this table does not mount:\n  ");
        let message = handler(message, entry).text("\nhelp: add `").text(target.name).text("` to the table");
        Self { item: entry.item, message }
    }
}

/// `GET | HEAD`
#[inline]
const fn methods(mut message: ConstText, route: &RouteInfo) -> ConstText {
    let mut at = 0;
    while at < route.methods.len() {
        message = message.text(if at == 0 { "" } else { " | " }).text(route.methods[at]);
        at += 1;
    }
    message
}

#[inline]
const fn handler(message: ConstText, entry: &Entry) -> ConstText {
    let route = entry.route;
    let message = path(message.text("`").text(route.name).text("` at `"), entry);
    message.text("`, in ").text(route.file).text(":").number(route.line)
}

#[inline]
const fn path(mut message: ConstText, entry: &Entry) -> ConstText {
    let mut depth = Entry::DEPTH;
    while depth > 0 {
        depth -= 1;
        message = message.text(entry.prefixes[depth]);
    }
    if is_root(entry.route.segments) && !entry.has_no_prefix() {
        message
    } else {
        message.text(entry.route.path)
    }
}
