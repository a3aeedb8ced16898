//! Field lines.

use super::{Case, case};

pub(super) const CASES: &[Case] = &[
    case("no space after the colon", "9112 §5", b"GET / HTTP/1.1\r\nhost:a\r\n\r\n", "200 kept"),
    case(
        "tabs and spaces around a value",
        "9112 §5.1",
        b"GET / HTTP/1.1\r\nhost:\t a \t\r\n\r\n",
        "200 kept",
    ),
    case("names in capitals", "9110 §5.1", b"GET / HTTP/1.1\r\nHOST: a\r\n\r\n", "200 kept"),
    case("an empty value", "9110 §5.5", b"GET / HTTP/1.1\r\nhost: a\r\nx:\r\n\r\n", "200 kept"),
    case(
        "bytes beyond ASCII in a value",
        "9110 §5.5",
        b"GET / HTTP/1.1\r\nhost: a\r\nx: \xc3\xa9\xff\r\n\r\n",
        "200 kept",
    ),
    case("space before the colon", "9112 §5.1", b"GET / HTTP/1.1\r\nhost: a\r\nx : y\r\n\r\n", "400 closed"),
    case("space before the colon of Host", "9112 §5.1", b"GET / HTTP/1.1\r\nhost : a\r\n\r\n", "400 closed"),
    case("tab before the colon", "9112 §5.1", b"GET / HTTP/1.1\r\nhost: a\r\nx\t: y\r\n\r\n", "400 closed"),
    case(
        "space before Content-Length's colon",
        "9112 §5.1",
        b"POST /posts HTTP/1.1\r\nhost: a\r\ncontent-length : 13\r\n\r\n{\"title\":\"a\"}",
        "400 closed",
    ),
    case("space in a name", "9110 §5.1", b"GET / HTTP/1.1\r\nhost: a\r\nx y: z\r\n\r\n", "400 closed"),
    case("an empty name", "9110 §5.1", b"GET / HTTP/1.1\r\nhost: a\r\n: y\r\n\r\n", "400 closed"),
    case("no colon", "9112 §5", b"GET / HTTP/1.1\r\nhost: a\r\nxy\r\n\r\n", "400 closed"),
    case("a name that is no token", "9110 §5.1", b"GET / HTTP/1.1\r\nhost: a\r\nx(: y\r\n\r\n", "400 closed"),
    case(
        "a name beyond ASCII",
        "9110 §5.1",
        b"GET / HTTP/1.1\r\nhost: a\r\n\xc3\xa9: y\r\n\r\n",
        "400 closed",
    ),
    case("NUL in a name", "9110 §5.1", b"GET / HTTP/1.1\r\nhost: a\r\nx\0: y\r\n\r\n", "400 closed"),
    case("NUL in a value", "9110 §5.5", b"GET / HTTP/1.1\r\nhost: a\r\nx: y\0z\r\n\r\n", "400 closed"),
    case("lone CR in a value", "9110 §5.5", b"GET / HTTP/1.1\r\nhost: a\r\nx: y\rz: w\r\n\r\n", "400 closed"),
    case("BEL in a value", "9110 §5.5", b"GET / HTTP/1.1\r\nhost: a\r\nx: y\x07\r\n\r\n", "400 closed"),
    case("DEL in a value", "9110 §5.5", b"GET / HTTP/1.1\r\nhost: a\r\nx: y\x7f\r\n\r\n", "400 closed"),
    case("a folded line", "9112 §5.2", b"GET / HTTP/1.1\r\nhost: a\r\nx: y\r\n z\r\n\r\n", "400 closed"),
    case(
        "a line folded by a tab",
        "9112 §5.2",
        b"GET / HTTP/1.1\r\nhost: a\r\nx: y\r\n\tz\r\n\r\n",
        "400 closed",
    ),
    case(
        "a folded Transfer-Encoding",
        "9112 §5.2",
        b"POST /posts HTTP/1.1\r\nhost: a\r\ntransfer-encoding:\r\n chunked\r\n\r\n0\r\n\r\n",
        "400 closed",
    ),
    case("space before the first field", "9112 §2.2", b"GET / HTTP/1.1\r\n host: a\r\n\r\n", "400 closed"),
    case("a line of a space alone", "9112 §5.2", b"GET / HTTP/1.1\r\nhost: a\r\n \r\n\r\n", "400 closed"),
    case(
        "a field four times",
        "9110 §5.3",
        b"GET / HTTP/1.1\r\nhost: a\r\nx: a\r\nx: b\r\nx: c\r\nx: d\r\n\r\n",
        "200 kept",
    ),
    case(
        "a field of 200,000 bytes",
        "6585 §5",
        b"GET / HTTP/1.1\r\nhost: a\r\nx: <y*200000>\r\n\r\n",
        "431 closed",
    ),
    case(
        "a name of 70,000 bytes",
        "6585 §5",
        b"GET / HTTP/1.1\r\nhost: a\r\n<y*70000>: z\r\n\r\n",
        "431 closed",
    ),
];
