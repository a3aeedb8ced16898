//! The tables in the docs name tests that there are.

use std::path::Path;

fn names_tests(page: &str, least: usize) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = std::fs::read_to_string(root.join("../docs").join(page)).expect("the page");
    let named = page.split('`').filter_map(|text| text.split_once(".rs::"));
    let mut count = 0;
    for (file, test) in named {
        let path = root.join("tests").join(format!("{file}.rs"));
        let source = std::fs::read_to_string(&path).unwrap_or_else(|_| panic!("no {}", path.display()));
        assert!(source.contains(&format!("fn {test}(")), "no test {test} in {file}.rs");
        count += 1;
    }
    assert!(count > least, "{count}");
}

#[test]
fn of_the_limits_names_its_tests() {
    names_tests("limits.md", 25);
}

#[test]
fn of_what_is_survived_names_its_tests() {
    names_tests("survives.md", 20);
}
