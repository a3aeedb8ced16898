//! Cookies: any header is read without a fault, and what is set comes back.
#![no_main]

use std::sync::LazyLock;

use fingerpost::{App, Cookies, HeaderValue, Json, SetCookies, TestClient, get, routes};
use libfuzzer_sys::fuzz_target;

#[get("/read")]
fn read(cookies: Cookies) -> Json<Vec<(String, String)>> {
    Json(cookies.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
}

#[get("/set?{value}")]
fn set(value: String) -> (SetCookies, ()) {
    (SetCookies::new().add(("name", value)), ())
}

static CLIENT: LazyLock<(tokio::runtime::Runtime, TestClient)> = LazyLock::new(|| {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    (runtime, App::new(routes![read, set]).test())
});

fuzz_target!(|bytes: &[u8]| {
    let (runtime, client) = &*CLIENT;
    if let Ok(header) = HeaderValue::from_bytes(bytes)
        && let Ok(header) = header.to_str()
    {
        let response = runtime.block_on(client.get("/read").header("cookie", header).send());
        assert!(matches!(response.status().as_u16(), 200 | 400), "{header:?}");
    }
    let Ok(value) = std::str::from_utf8(bytes) else { return };
    let query = percent_encoding::utf8_percent_encode(value, percent_encoding::NON_ALPHANUMERIC);
    let response = runtime.block_on(client.get(format!("/set?value={query}")).send());
    assert_eq!(response.status().as_u16(), 204, "{value:?}");
    let cookie = response.header("set-cookie").expect("a cookie");
    let sent = cookie.split(';').next().unwrap_or_default().to_owned();
    let response = runtime.block_on(client.get("/read").header("cookie", &sent).send());
    assert_eq!(response.json::<Vec<(String, String)>>(), [("name".to_owned(), value.to_owned())], "{sent}");
});
