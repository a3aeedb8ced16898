//! Forms and queries: any bytes are a form or a 4xx; what a form says is UTF-8, and what is read of it is what another reader reads.
#![no_main]

use std::sync::LazyLock;

use fingerpost::{App, Form, Json, TestClient, post, routes};
use libfuzzer_sys::fuzz_target;

type Fields = Vec<(String, String)>;

#[post("/form")]
fn form(Form(fields): Form<Fields>) -> Json<Fields> {
    Json(fields)
}

static CLIENT: LazyLock<(tokio::runtime::Runtime, TestClient)> = LazyLock::new(|| {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    (runtime, App::new(routes![form]).test())
});

fn decode(bytes: &[u8]) -> String {
    let spaced: Vec<u8> = bytes.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect();
    percent_encoding::percent_decode(&spaced).decode_utf8().expect("UTF-8").into_owned()
}

fuzz_target!(|bytes: &[u8]| {
    let (runtime, client) = &*CLIENT;
    let request = client.post("/form").header("content-type", "application/x-www-form-urlencoded");
    let response = runtime.block_on(request.body(bytes.to_vec()).send());
    match response.status().as_u16() {
        200 => {
            // A character may be an escape and a byte that is none.
            let fields = bytes.split(|byte| *byte == b'&').filter(|field| !field.is_empty()).map(|field| {
                let mut parts = field.splitn(2, |byte| *byte == b'=');
                let mut part = || decode(parts.next().unwrap_or_default());
                (part(), part())
            });
            assert_eq!(response.json::<Fields>(), fields.collect::<Fields>());
        }
        400..=499 => {}
        other => panic!("{other}"),
    }
});
