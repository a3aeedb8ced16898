//! Captures against another decoder of percent-escapes: a handler gets the text that stands in its segment, decoded once, or
//! nothing at all.
#![no_main]

use std::sync::LazyLock;

use fingerpost::{App, TestClient, get, routes};
use libfuzzer_sys::fuzz_target;
use percent_encoding::percent_decode_str;

#[get("/one/{text}")]
fn one(text: String) -> String {
    text
}

#[get("/rest/{*text}")]
fn rest(text: &str) -> String {
    text.to_owned()
}

static CLIENT: LazyLock<(tokio::runtime::Runtime, TestClient)> = LazyLock::new(|| {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    (runtime, App::new(routes![one, rest]).test())
});

fuzz_target!(|text: &str| {
    if !text.bytes().all(|byte| matches!(byte, b'!' | b'$'..=b'>' | b'@'..=b'~')) {
        return;
    }
    let (runtime, client) = &*CLIENT;
    for prefix in ["/one/", "/rest/"] {
        let target = format!("{prefix}{text}");
        if target.parse::<http::Uri>().is_err() {
            return;
        }
        let response = runtime.block_on(client.get(&target).send());
        let decoded = percent_decode_str(text).decode_utf8();
        match response.status().as_u16() {
            200 => {
                let decoded = decoded.expect("what is taken is UTF-8");
                assert_eq!(response.text(), decoded, "{target}");
                assert!(
                    !decoded.contains(char::is_control) || decoded.chars().all(|c| !c.is_ascii_control())
                );
                let mut segments = decoded.split(['/', '\\']);
                assert!(segments.all(|segment| segment != "." && segment != ".."), "{target}");
            }
            400 | 404 => {}
            other => panic!("{other} for {target}"),
        }
    }
});
