//! A line of a doc comment as plain text: OpenAPI's `summary` is none of Markdown, its `description` is (OpenAPI 3.1 §4.3).

use std::mem;

/// The text of a line of Markdown, as it is read where it is rendered: code, links, emphasis, escapes and entities without their
/// marks. What is no markup stays as it is, HTML does too.
pub(super) fn plain(line: &str) -> String {
    let hashes = line.len() - line.trim_start_matches('#').len();
    let line = match line[hashes..].strip_prefix(' ') {
        Some(heading) if (1..=6).contains(&hashes) => heading.trim_end_matches('#').trim(),
        _ => line,
    };
    let mut pieces = pieces(line);
    match_emphasis(&mut pieces);
    pieces.iter().fold(String::new(), |mut text, piece| {
        match piece {
            Piece::Text(part) => text.push_str(part),
            Piece::Marks { mark, left, .. } => text.extend(std::iter::repeat_n(mark, *left)),
        }
        text
    })
}

#[derive(Debug)]
enum Piece {
    Text(String),
    /// Marks of emphasis that stand together, and how many of them are left where those that are matched are taken away.
    Marks {
        mark: char,
        left: usize,
        opens: bool,
        closes: bool,
    },
}

fn pieces(line: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut text = String::new();
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        if let Some((found, after)) = inline(rest, first) {
            text.push_str(&found);
            rest = after;
        } else if matches!(first, '*' | '_' | '~') {
            let after = rest.trim_start_matches(first);
            let (opens, closes) = flanks(&line[..line.len() - rest.len()], after, first);
            pieces.push(Piece::Text(mem::take(&mut text)));
            pieces.push(Piece::Marks { mark: first, left: rest.len() - after.len(), opens, closes });
            rest = after;
        } else {
            // Backticks that close nothing are passed as one, so that none of them opens.
            let after = if first == '`' { rest.trim_start_matches('`') } else { &rest[first.len_utf8()..] };
            text.push_str(&rest[..rest.len() - after.len()]);
            rest = after;
        }
    }
    pieces.push(Piece::Text(text));
    pieces
}

/// What an escape, an entity, code, a link or an image at the start of `rest` reads as, and what is after it.
fn inline(rest: &str, first: char) -> Option<(String, &str)> {
    match first {
        '\\' => {
            let escaped = rest[1..].chars().next().filter(char::is_ascii_punctuation)?;
            Some((escaped.to_string(), &rest[2..]))
        }
        '&' => {
            const ENTITIES: [(&str, &str); 5] =
                [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&nbsp;", " ")];
            let named = |(name, text): &(&str, &str)| Some(((*text).to_owned(), rest.strip_prefix(name)?));
            ENTITIES.iter().find_map(named)
        }
        '`' => code(rest).map(|(code, after)| (code.to_owned(), after)),
        '<' => {
            let (link, after) = rest[1..].split_once('>')?;
            let is_link = link.contains([':', '@']) && !link.contains([' ', '<']);
            is_link.then(|| (link.to_owned(), after))
        }
        '!' => link(&rest[1..], true),
        '[' => link(rest, false),
        _ => None,
    }
}

/// Between as many backticks as it begins with, less a space at both ends.
fn code(rest: &str) -> Option<(&str, &str)> {
    let inside = rest.trim_start_matches('`');
    let ticks = rest.len() - inside.len();
    let mut from = 0;
    loop {
        let at = from + inside[from..].find('`')?;
        let after = inside[at..].trim_start_matches('`');
        if inside.len() - at - after.len() == ticks {
            let code = &inside[..at];
            let spaced = code.strip_prefix(' ').and_then(|code| code.strip_suffix(' '));
            return Some((spaced.filter(|code| !code.trim().is_empty()).unwrap_or(code), after));
        }
        from = inside.len() - after.len();
    }
}

/// `[text](to)`, `[text][label]`, and the `[Type]` of rustdoc. Other brackets are brackets.
fn link(rest: &str, is_image: bool) -> Option<(String, &str)> {
    let (text, after) = within(rest, '[', ']')?;
    let target = within(after, '(', ')').or_else(|| within(after, '[', ']'));
    match target {
        Some((_, after)) => Some((plain(text), after)),
        None if !is_image && is_item(text) => Some((plain(text), after)),
        None => None,
    }
}

/// What stands between a bracket and the one that closes it, over code and escapes.
fn within(rest: &str, open: char, close: char) -> Option<(&str, &str)> {
    let inside = rest.strip_prefix(open)?;
    let mut left = inside;
    let mut depth = 0;
    while let Some(first) = left.chars().next() {
        if first == '\\' {
            left = left.get(1 + left[1..].chars().next()?.len_utf8()..)?;
            continue;
        }
        if let Some((_, after)) = code(left).filter(|_| first == '`') {
            left = after;
            continue;
        }
        if first == close && depth == 0 {
            return Some((&inside[..inside.len() - left.len()], &left[close.len_utf8()..]));
        }
        depth += i32::from(first == open) - i32::from(first == close);
        left = &left[first.len_utf8()..];
    }
    None
}

/// A link of rustdoc: the path of an item, in code or not.
fn is_item(text: &str) -> bool {
    let is_code = code(text).is_some_and(|(_, after)| text.starts_with('`') && after.is_empty());
    let mut letters = text.chars();
    let begins = letters.next().is_some_and(|letter| letter.is_alphabetic() || letter == '_');
    is_code || begins && letters.all(|letter| letter.is_alphanumeric() || "_:@!()".contains(letter))
}

/// Whether marks between these can open and close emphasis (CommonMark 0.31 §6.2).
fn flanks(before: &str, after: &str, mark: char) -> (bool, bool) {
    let (before, after) = (before.chars().next_back().unwrap_or(' '), after.chars().next().unwrap_or(' '));
    let is_punctuation = |letter: char| !letter.is_alphanumeric() && !letter.is_whitespace();
    let left = !after.is_whitespace()
        && (!is_punctuation(after) || before.is_whitespace() || is_punctuation(before));
    let right = !before.is_whitespace()
        && (!is_punctuation(before) || after.is_whitespace() || is_punctuation(after));
    match mark {
        '_' => (left && (!right || is_punctuation(before)), right && (!left || is_punctuation(after))),
        _ => (left, right),
    }
}

/// Takes the marks away that belong together, each that closes with the nearest before it that opens.
fn match_emphasis(pieces: &mut [Piece]) {
    for closing in 0..pieces.len() {
        let (earlier, this) = pieces.split_at_mut(closing);
        let Some(Piece::Marks { mark, left, closes: true, .. }) = this.first_mut() else { continue };
        for at in (0..earlier.len()).rev() {
            let Piece::Marks { mark: of, left: open, opens: true, .. } = &mut earlier[at] else { continue };
            // Struck through is what has as many on both sides, one or two.
            let taken = match *mark {
                _ if of != mark => 0,
                '~' if *open != *left || *left > 2 => 0,
                _ => (*open).min(*left),
            };
            if taken == 0 {
                continue;
            }
            *open -= taken;
            *left -= taken;
            // What is between them and was not matched is text.
            for piece in &mut earlier[at + 1..] {
                if let Piece::Marks { opens, .. } = piece {
                    *opens = false;
                }
            }
            if *left == 0 {
                break;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

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
            "** and ~~~ and ``",
        ] {
            assert_eq!(plain(line), line);
        }
    }

    proptest! {
        #[test]
        fn whatever_it_is_it_is_read(line in r"[\\`*_~\[\]()<>!&a-cé: ;#]{0,40}") {
            prop_assert!(plain(&line).len() <= line.len());
        }

        #[test]
        fn words_are_words(line in "[a-zé0-9,.;:?() -]{0,40}") {
            prop_assert_eq!(plain(&line), line);
        }
    }
}
