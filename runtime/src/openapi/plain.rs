//! A doc comment's first paragraph as plain text: OpenAPI's `summary` is none of Markdown, its `description` is (OpenAPI 3.1 §4.3).

use pulldown_cmark::{BrokenLink, CowStr, Event, Options, Parser};

/// What is read where it is rendered: code, links, emphasis, escapes and entities without their marks. HTML stays as it is.
pub(super) fn plain(paragraph: &str) -> String {
    let options = Options::ENABLE_STRIKETHROUGH;
    let mut text = String::new();
    let item = |link: BrokenLink<'_>| {
        is_path(&link.reference).then_some((CowStr::Borrowed(""), CowStr::Borrowed("")))
    };
    for event in Parser::new_with_broken_link_callback(paragraph, options, Some(item)) {
        match event {
            Event::Text(part) | Event::Code(part) | Event::Html(part) | Event::InlineHtml(part) => {
                text.push_str(&part);
            }
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            _ => {}
        }
    }
    text
}

/// What rustdoc links without being told where to: an item, by its path. Other brackets are brackets.
fn is_path(reference: &str) -> bool {
    let is_of_paths = |char: char| char.is_alphanumeric() || "_:`<>&!()@".contains(char);
    let begins = reference.starts_with(|first: char| first.is_alphabetic() || "_`&".contains(first));
    begins && reference.chars().all(is_of_paths)
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn markup_is_read_as_it_is_rendered() {
        for (line, read) in [
            ("One post.", "One post."),
            ("A page of `Note`s; `Link` leads on.", "A page of Notes; Link leads on."),
            ("``a `b` c`` and `` ` ``", "a `b` c and `"),
            ("See [the guide](https://example.org/a_(b) \"Guide\").", "See the guide."),
            (
                "The [`Post`] of [Author], [`by`][id] [crate::posts::get()].",
                "The Post of Author, by crate::posts::get().",
            ),
            ("![a *cat*](cat.png) and <https://example.org>", "a cat and https://example.org"),
            ("**All** of *it*, ***really***, __so__ _it_ ~~was~~ is.", "All of it, really, so it was is."),
            ("*see [the `a_b` *one*](x)*", "see the a_b one"),
            (r"2 \* 3 \[4\] &lt;b&gt; &amp; c", "2 * 3 [4] <b> & c"),
            ("## A heading ##", "A heading"),
            ("in two\nlines", "in two lines"),
        ] {
            assert_eq!(plain(line), read, "{line}");
        }
    }

    #[test]
    fn what_is_no_markup_stays() {
        for line in [
            "page_size and snake_case_names",
            "2 * 3 * 4",
            "an array such as [1, 2], an [open one",
            "`open, *open, _open and ~open",
            "#1 of all",
            "a < b, c > d & e",
            r"C:\dir",
            "a Vec<u8> of bytes",
            "an ** and ~~~ and ``",
        ] {
            assert_eq!(plain(line), line);
        }
    }
}
