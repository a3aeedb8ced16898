//! Paths: what reaches a handler, and in which form.

use super::{Case, case};

pub(super) const CASES: &[Case] = &[
    case("a path with a number", "3986 §3.3", b"GET /users/42 HTTP/1.1\r\nhost: a\r\n\r\n", "200 kept")
        .ends(b"42"),
    case(
        "unreserved characters, escaped",
        "3986 §6.2.2.2",
        b"GET /%75sers/%34%32 HTTP/1.1\r\nhost: a\r\n\r\n",
        "200 kept",
    )
    .ends(b"42"),
    case(
        "escapes in small letters",
        "3986 §6.2.2.1",
        b"GET /r100/1/items/a%c3%a9 HTTP/1.1\r\nhost: a\r\n\r\n",
        "200 kept",
    )
    .ends(b"1/a\xc3\xa9"),
    case("another case", "3986 §6.2.2.1", b"GET /USERS/42 HTTP/1.1\r\nhost: a\r\n\r\n", "404 kept"),
    case(
        "an escaped slash stays in its segment",
        "3986 §2.2",
        b"GET /r100/1/items/a%2Fb HTTP/1.1\r\nhost: a\r\n\r\n",
        "200 kept",
    )
    .ends(b"1/a/b"),
    case(
        "an escaped slash does not part segments",
        "3986 §2.2",
        b"GET /users%2F42 HTTP/1.1\r\nhost: a\r\n\r\n",
        "404 kept",
    ),
    case(
        "an escaped percent is decoded once",
        "3986 §2.4",
        b"GET /r100/1/items/a%252Fb HTTP/1.1\r\nhost: a\r\n\r\n",
        "200 kept",
    )
    .ends(b"1/a%2Fb"),
    case(
        "dots, escaped twice, are no dots",
        "3986 §2.4",
        b"GET /r100/1/items/%252e%252e HTTP/1.1\r\nhost: a\r\n\r\n",
        "200 kept",
    )
    .ends(b"1/%2e%2e"),
    case("two dots", "3986 §5.2.4", b"GET /r100/1/items/.. HTTP/1.1\r\nhost: a\r\n\r\n", "400 kept"),
    case("one dot", "3986 §5.2.4", b"GET /r100/1/items/. HTTP/1.1\r\nhost: a\r\n\r\n", "400 kept"),
    case(
        "two dots in the middle",
        "3986 §5.2.4",
        b"GET /users/../users/42 HTTP/1.1\r\nhost: a\r\n\r\n",
        "400 kept",
    ),
    case("one dot in the middle", "3986 §5.2.4", b"GET /users/./42 HTTP/1.1\r\nhost: a\r\n\r\n", "400 kept"),
    case(
        "two dots above the root",
        "3986 §5.2.4",
        b"GET /../users/42 HTTP/1.1\r\nhost: a\r\n\r\n",
        "400 kept",
    ),
    case(
        "two dots and a slash at the end",
        "3986 §5.2.4",
        b"GET /users/42/../ HTTP/1.1\r\nhost: a\r\n\r\n",
        "400 kept",
    ),
    case(
        "two dots, escaped",
        "3986 §6.2.2.3",
        b"GET /r100/1/items/%2e%2e HTTP/1.1\r\nhost: a\r\n\r\n",
        "400 kept",
    ),
    case(
        "two dots, one escaped",
        "3986 §6.2.2.3",
        b"GET /r100/1/items/.%2E HTTP/1.1\r\nhost: a\r\n\r\n",
        "400 kept",
    ),
    case(
        "one dot, escaped",
        "3986 §6.2.2.3",
        b"GET /r100/1/items/%2e HTTP/1.1\r\nhost: a\r\n\r\n",
        "400 kept",
    ),
    case(
        "two dots before an escaped slash",
        "3986 §6.2.2.3",
        b"GET /r100/1/items/..%2fb HTTP/1.1\r\nhost: a\r\n\r\n",
        "400 kept",
    ),
    case(
        "two dots after an escaped slash",
        "3986 §6.2.2.3",
        b"GET /r100/1/items/a%2f.. HTTP/1.1\r\nhost: a\r\n\r\n",
        "400 kept",
    ),
    case(
        "dots and a slash, all escaped",
        "3986 §6.2.2.3",
        b"GET /r100/1/items/%2e%2e%2f%2e%2e%2fetc HTTP/1.1\r\nhost: a\r\n\r\n",
        "400 kept",
    ),
    case(
        "two dots before a backslash",
        "3986 §6.2.2.3",
        b"GET /r100/1/items/..\\b HTTP/1.1\r\nhost: a\r\n\r\n",
        "400 kept",
    ),
    case(
        "two dots before an escaped backslash",
        "3986 §6.2.2.3",
        b"GET /r100/1/items/..%5cb HTTP/1.1\r\nhost: a\r\n\r\n",
        "400 kept",
    ),
    case("a backslash", "3986 §3.3", b"GET /r100/1/items/a\\b HTTP/1.1\r\nhost: a\r\n\r\n", "200 kept")
        .ends(b"1/a\\b"),
    case("three dots", "3986 §3.3", b"GET /r100/1/items/... HTTP/1.1\r\nhost: a\r\n\r\n", "200 kept")
        .ends(b"1/..."),
    case(
        "a name that begins with a dot",
        "3986 §3.3",
        b"GET /r100/1/items/.hidden HTTP/1.1\r\nhost: a\r\n\r\n",
        "200 kept",
    )
    .ends(b"1/.hidden"),
    case(
        "two dots in a name",
        "3986 §3.3",
        b"GET /r100/1/items/a..b HTTP/1.1\r\nhost: a\r\n\r\n",
        "200 kept",
    )
    .ends(b"1/a..b"),
    case(
        "two dots and a semicolon",
        "3986 §3.3",
        b"GET /r100/1/items/..; HTTP/1.1\r\nhost: a\r\n\r\n",
        "200 kept",
    )
    .ends(b"1/..;"),
    case(
        "parameters of a segment are text",
        "3986 §3.3",
        b"GET /r100/1/items/a;b=c HTTP/1.1\r\nhost: a\r\n\r\n",
        "200 kept",
    )
    .ends(b"1/a;b=c"),
    case(
        "dots of other scripts",
        "3986 §2.5",
        b"GET /r100/1/items/%EF%BC%8E%EF%BC%8E HTTP/1.1\r\nhost: a\r\n\r\n",
        "200 kept",
    )
    .ends(b"1/\xef\xbc\x8e\xef\xbc\x8e"),
    case("NUL, escaped", "3986 §7.3", b"GET /r100/1/items/a%00 HTTP/1.1\r\nhost: a\r\n\r\n", "400 kept"),
    case(
        "NUL after a name, escaped",
        "3986 §7.3",
        b"GET /r100/1/items/a.txt%00.png HTTP/1.1\r\nhost: a\r\n\r\n",
        "400 kept",
    ),
    case(
        "CR LF, escaped",
        "3986 §7.3",
        b"GET /r100/1/items/a%0d%0ax:%20y HTTP/1.1\r\nhost: a\r\n\r\n",
        "400 kept",
    ),
    case("ESC, escaped", "3986 §7.3", b"GET /r100/1/items/%1b[2J HTTP/1.1\r\nhost: a\r\n\r\n", "400 kept"),
    case("DEL, escaped", "3986 §7.3", b"GET /r100/1/items/a%7f HTTP/1.1\r\nhost: a\r\n\r\n", "400 kept"),
    case(
        "bytes that are no UTF-8",
        "3986 §2.5",
        b"GET /r100/1/items/%ff HTTP/1.1\r\nhost: a\r\n\r\n",
        "400 kept",
    ),
    case(
        "half of a character",
        "3986 §2.5",
        b"GET /r100/1/items/%c3 HTTP/1.1\r\nhost: a\r\n\r\n",
        "400 kept",
    ),
    case("a slash, overlong", "3629 §3", b"GET /r100/1/items/%c0%af HTTP/1.1\r\nhost: a\r\n\r\n", "400 kept"),
    case(
        "two dots, overlong",
        "3629 §3",
        b"GET /r100/1/items/%c0%ae%c0%ae HTTP/1.1\r\nhost: a\r\n\r\n",
        "400 kept",
    ),
    case(
        "a slash, overlong in three bytes",
        "3629 §3",
        b"GET /r100/1/items/%e0%80%af HTTP/1.1\r\nhost: a\r\n\r\n",
        "400 kept",
    ),
    case(
        "half of a surrogate pair",
        "3629 §3",
        b"GET /r100/1/items/%ed%a0%80 HTTP/1.1\r\nhost: a\r\n\r\n",
        "400 kept",
    ),
    case(
        "a character, not escaped",
        "3986 §2.1",
        b"GET /r100/1/items/\xc3\xa9 HTTP/1.1\r\nhost: a\r\n\r\n",
        "200 kept",
    )
    .ends(b"1/\xc3\xa9"),
    case(
        "a byte that is no UTF-8, not escaped",
        "3986 §2.1",
        b"GET /r100/1/items/\xff HTTP/1.1\r\nhost: a\r\n\r\n",
        "400 closed",
    ),
    case("an escape that ends", "3986 §2.1", b"GET /r100/1/items/a% HTTP/1.1\r\nhost: a\r\n\r\n", "400 kept"),
    case(
        "an escape of one digit",
        "3986 §2.1",
        b"GET /r100/1/items/a%4 HTTP/1.1\r\nhost: a\r\n\r\n",
        "400 kept",
    ),
    case(
        "an escape without digits",
        "3986 §2.1",
        b"GET /r100/1/items/a%zz HTTP/1.1\r\nhost: a\r\n\r\n",
        "400 kept",
    ),
    case(
        "an escape of another kind",
        "3986 §2.1",
        b"GET /r100/1/items/%u002e HTTP/1.1\r\nhost: a\r\n\r\n",
        "400 kept",
    ),
    case(
        "an empty segment at the start",
        "3986 §3.3",
        b"GET //users/42 HTTP/1.1\r\nhost: a\r\n\r\n",
        "404 kept",
    ),
    case(
        "an empty segment in the middle",
        "3986 §3.3",
        b"GET /users//42 HTTP/1.1\r\nhost: a\r\n\r\n",
        "404 kept",
    ),
    case("a slash at the end", "3986 §3.3", b"GET /users/42/ HTTP/1.1\r\nhost: a\r\n\r\n", "404 kept"),
    case("a capture of nothing", "3986 §3.3", b"GET /r100/1/items/ HTTP/1.1\r\nhost: a\r\n\r\n", "404 kept"),
    case("a plus is a plus", "3986 §3.3", b"GET /r100/1/items/a+b HTTP/1.1\r\nhost: a\r\n\r\n", "200 kept")
        .ends(b"1/a+b"),
    case("a space, escaped", "3986 §2.1", b"GET /r100/1/items/a%20b HTTP/1.1\r\nhost: a\r\n\r\n", "200 kept")
        .ends(b"1/a b"),
    case(
        "a question mark, escaped",
        "3986 §3.4",
        b"GET /users/42%3Fa HTTP/1.1\r\nhost: a\r\n\r\n",
        "400 kept",
    ),
    case(
        "a query with dots and slashes",
        "3986 §3.4",
        b"GET /users/42?a=/../b HTTP/1.1\r\nhost: a\r\n\r\n",
        "200 kept",
    )
    .ends(b"42"),
    case(
        "a query that is badly escaped",
        "3986 §3.4",
        b"GET /users/42?a=%zz&b=%00 HTTP/1.1\r\nhost: a\r\n\r\n",
        "200 kept",
    )
    .ends(b"42"),
    case("a query without a path", "3986 §3.4", b"GET /?a HTTP/1.1\r\nhost: a\r\n\r\n", "200 kept")
        .ends(b"Hello, world!"),
    case("a number that is none", "3986 §3.3", b"GET /users/x HTTP/1.1\r\nhost: a\r\n\r\n", "400 kept"),
    case(
        "a number that is too large",
        "3986 §3.3",
        b"GET /users/99999999999999999999 HTTP/1.1\r\nhost: a\r\n\r\n",
        "400 kept",
    ),
];
