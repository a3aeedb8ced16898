//! What the crates are made of: their licences and where they come from, as `deny.toml` says; no unsafe code; one oldest
//! compiler.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

fn read(file: &str) -> String {
    std::fs::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// The texts of a list in `deny.toml`.
fn list(name: &str) -> Vec<String> {
    let deny = read("deny.toml");
    let start = format!("\n{name} = [");
    let (_, list) = deny.split_once(&start).unwrap_or_else(|| panic!("deny.toml has no {name}"));
    let (list, _) = list.split_once(']').expect("the end of the list");
    list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Those that this machine builds: of others there is no source without the network.
fn packages() -> Vec<Value> {
    let version = Command::new("rustc").arg("-vV").output().expect("rustc");
    let version = String::from_utf8(version.stdout).expect("text");
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).expect("the host");
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--offline", "--filter-platform", host])
        .current_dir(root())
        .output()
        .expect("cargo");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo's metadata");
    metadata["packages"].as_array().expect("packages").clone()
}

/// Whether one of the licences may be chosen, of `(MIT OR Apache-2.0) AND Unicode-3.0` from each side of `AND`.
fn is_allowed(licence: &str, allowed: &[String]) -> bool {
    let one = |name: &str| allowed.iter().any(|allowed| allowed == name.trim_matches(['(', ')', ' ']));
    licence.split(" AND ").all(|sides| sides.replace('/', " OR ").split(" OR ").any(one))
}

#[test]
fn licences_and_sources_are_those_that_deny_toml_allows() {
    let (licences, registries) = (list("allow"), list("allow-registry"));
    let packages = packages();
    assert!(packages.len() > 100, "{} packages", packages.len());
    for package in &packages {
        let name = &package["name"];
        let licence = package["license"].as_str().unwrap_or("none");
        assert!(is_allowed(licence, &licences), "{name} is under {licence}");
        if let Some(source) = package["source"].as_str() {
            let is_known = registries.iter().any(|known| source == format!("registry+{known}"));
            assert!(is_known, "{name} comes from {source}");
        }
    }
}

#[test]
fn a_licence_is_chosen_where_there_is_a_choice() {
    let allowed = ["MIT".to_owned(), "Unicode-3.0".to_owned()];
    for (licence, is) in [
        ("MIT", true),
        ("GPL-3.0", false),
        ("GPL-3.0 OR MIT", true),
        ("MIT/Apache-2.0", true),
        ("(MIT OR Apache-2.0) AND Unicode-3.0", true),
        ("(MIT OR Apache-2.0) AND NCSA", false),
        ("none", false),
    ] {
        assert_eq!(is_allowed(licence, &allowed), is, "{licence}");
    }
}

#[test]
fn no_crate_of_ours_has_unsafe_code_or_another_oldest_compiler() {
    assert!(read("Cargo.toml").contains("\nunsafe_code = \"forbid\"\n"));
    let ours: Vec<_> = packages().into_iter().filter(|package| package["source"].is_null()).collect();
    assert!(ours.len() >= 4);
    for package in ours {
        let manifest = std::fs::read_to_string(package["manifest_path"].as_str().unwrap()).unwrap();
        assert!(manifest.contains("[lints]\nworkspace = true"), "{} is without the lints", package["name"]);
        assert_eq!(package["rust_version"], "1.95", "{}", package["name"]);
    }
    // The tests are run by the oldest compiler that is promised, so the promise is true.
    assert!(read("rust-toolchain.toml").contains("\"1.95"), "another compiler than the one that is promised");
}
