//! Under which name a Cargo.toml has fingerpost, however it is written.
#![allow(dead_code, reason = "the macros call more of it")]

#[path = "../../macros/src/manifest/mod.rs"]
mod manifest;

use manifest::Manifest;
use proptest::prelude::*;

fn name_in(manifest: &str) -> Option<String> {
    Manifest::of(manifest).our_name(|| None)
}

#[test]
fn the_usual_name_is_no_other() {
    for manifest in [
        "",
        "[dependencies]\nfingerpost = \"0.1\"",
        "[dependencies]\nfingerpost = { version = \"0.1\", features = [\"auth\"] }",
        "[dependencies.fingerpost]\nversion = \"0.1\"",
        "[dependencies]\nfingerpost.workspace = true",
        // Another's, beside it.
        "[dependencies]\nfingerpost = \"1\"\nold = { package = \"fingerpost\", version = \"0.1\" }",
        "[dependencies]\nsign = { package = \"fingerpost-extras\", version = \"0.1\" }",
        // Its own.
        "[package]\nname = \"fingerpost\"\n[dependencies]\nhyper = \"1\"",
        "# sign = { package = \"fingerpost\" }",
        "[dependencies]\nserde = \"1\" # sign = { package = \"fingerpost\" }",
        "[package]\ndescription = \"\"\"\n[dependencies]\nsign = { package = 'fingerpost' }\n\"\"\"",
        "[package.metadata.dependencies]\nsign = { package = \"fingerpost\" }",
        "[features]\nsign = [\"package\", \"fingerpost\"]",
    ] {
        assert_eq!(name_in(manifest), None, "{manifest}");
    }
}

#[test]
fn another_name_is_found_wherever_it_stands() {
    for manifest in [
        "[dependencies]\nsign-post = { package = \"fingerpost\", version = \"0.1\" }",
        "[dependencies]\r\nsign-post = {package='fingerpost',version='0.1'}\r\n",
        "[dependencies]\nsign-post = { version = \"0.1\", features = [\"a]\", 'b}', \"\\\"\"], package = \"fingerpost\" }",
        "[dependencies.sign-post]\nversion = \"0.1\"\n\n# Why.\npackage = \"fingerpost\" # Because.",
        "[dependencies]\nsign-post.version = \"0.1\"\nsign-post.package = \"fingerpost\"",
        "[ dependencies . \"sign-post\" ]\npackage = \"fingerpost\"",
        "dependencies.sign-post = { package = \"fingerpost\" }",
        "[dev-dependencies]\nsign-post = { package = \"fingerpost\" }",
        "[target.'cfg(unix)'.dependencies]\nsign-post = { package = \"fingerpost\" }",
        "[target.\"cfg(target_os = \\\"linux\\\")\".dependencies.sign-post]\npackage = \"fingerpost\"",
        "[[bin]]\nname = \"a\"\n[dependencies]\nsign-post = {\n  # Over lines.\n  package = \"fingerpost\",\n}",
        "[features]\ndefault = [\n  \"a\", # ]\n  [\"b\"],\n]\n[dependencies]\nsign-post = { package = \"fingerpost\" }",
        "[package]\nauthors = []\ndescription = '''\n'quoted' '''\n[dependencies]\nsign-post = { package = \"fingerpost\" }",
        "\u{feff}[dependencies]\n'sign-post' = { 'package' = \"\"\"fingerpost\"\"\" }",
    ] {
        assert_eq!(name_in(manifest).as_deref(), Some("sign_post"), "{manifest}");
    }
}

#[test]
fn the_workspace_is_asked_where_only_it_can_tell() {
    let shared = "[workspace]\nmembers = [\"a\"]\n[workspace.dependencies]\nsign = { package = \"fingerpost\", version = \"0.1\" }";
    let named = |manifest: &str| Manifest::of(manifest).our_name(|| Some(Manifest::of(shared)));
    assert_eq!(named("[dependencies]\nsign.workspace = true").as_deref(), Some("sign"));
    assert_eq!(named("[dependencies]\nsign = { workspace = true, features = [] }").as_deref(), Some("sign"));
    assert_eq!(named("[dependencies]\nother = { workspace = true }"), None);
    assert_eq!(named("[dependencies]\nsign = \"1\""), None);
    let not_asked = |manifest: &str| Manifest::of(manifest).our_name(|| panic!("the workspace was asked"));
    assert_eq!(not_asked("[dependencies]\nfingerpost.workspace = true\nsign.workspace = true"), None);
    assert_eq!(not_asked("[dependencies]\nserde = \"1\""), None);
}

proptest! {
    /// A language server asks while the file is being written.
    #[test]
    fn what_is_no_toml_is_read_to_its_end(text in "[\\[\\]{}=,.#\"'a \n\\\\é-]{0,60}") {
        name_in(&text);
        name_in(&format!("[dependencies]\n{text}"));
    }
}
