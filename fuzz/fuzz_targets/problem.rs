//! Problems: whatever stands in one, its document is JSON and says it.
#![no_main]

use fingerpost::Problem;
use fingerpost::serde_json::{Value, from_slice, to_vec};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u16, &str, &str, &str)| {
    let (status, title, detail, name) = input;
    let status = 400 + status % 200;
    let problem = Problem::new(status)
        .title(title.to_owned())
        .public_detail(detail.to_owned())
        .with(name.to_owned(), detail);
    let document: Value = from_slice(&to_vec(&problem).expect("a document")).expect("JSON");
    assert_eq!(document["status"], status);
    assert_eq!(document["title"], title);
    assert_eq!(document["detail"], detail);
});
