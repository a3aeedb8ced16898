//! The programs of `tests/ui`, compiled together: one generated workspace, a package for each surrounding, a binary
//! for each program.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::diagnostics::{CompilerMessage, Diagnostic};

/// One file of `tests/ui`.
pub(crate) struct Program {
    pub(crate) name: String,
    pub(crate) source: String,
    pub(crate) path: PathBuf,
}

impl Program {
    /// The surroundings it is compiled in: `// in: renamed 2018`, or the usual ones.
    fn surroundings(&self) -> Vec<&str> {
        let line = self.source.lines().find_map(|line| line.strip_prefix("// in: "));
        let names = line.map_or_else(|| vec!["usual"], |names| names.split_whitespace().collect());
        let is_known = |name: &&str| SURROUNDINGS.iter().any(|(known, ..)| known == name);
        assert!(names.iter().all(is_known), "`{}` names surroundings that are not there", self.name);
        names
    }

    /// Whether it says that nothing can be advised: `// no help: …`.
    pub(crate) fn has_no_fix(&self) -> bool {
        self.source.lines().any(|line| line.starts_with("// no help: "))
    }

    pub(crate) fn is_file(&self, name: &str) -> bool {
        let end: PathBuf =
            self.path.components().rev().take(3).collect::<Vec<_>>().into_iter().rev().collect();
        Path::new(name).ends_with(end)
    }
}

/// The programs of a folder of this package, by name.
pub(crate) fn programs(folder: &str) -> Vec<Program> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files =
        fs::read_dir(&folder).expect("the folder of programs").map(|entry| entry.expect("an entry").path());
    let mut paths: Vec<PathBuf> =
        files.filter(|path| path.extension().is_some_and(|ending| ending == "rs")).collect();
    paths.sort();
    let read = |path: PathBuf| Program {
        name: path.file_stem().expect("a name").to_string_lossy().replace('.', "_"),
        source: fs::read_to_string(&path).expect("a program"),
        path,
    };
    paths.into_iter().map(read).collect()
}

/// Where a program may find itself: a name, an edition, the dependencies. `RUNTIME` is the path to fingerpost,
/// `TESTS` to this package.
const SURROUNDINGS: &[(&str, &str, &[&str])] = &[
    ("usual", "2024", &[FULL, SERDE, GARDE, "tracing = \"0.1\"", "thiserror = \"2\"", OTHER]),
    ("2021", "2021", &[FULL, SERDE]),
    ("2018", "2018", &[FULL, SERDE]),
    // All features off but that of the server: alone in its workspace, or the others' would be on.
    ("bare", "2024", &["fingerpost = { path = RUNTIME, default-features = false, features = [\"server\"] }"]),
    ("alone", "2024", &["fingerpost = { path = RUNTIME }"]),
    ("renamed", "2024", &["signpost = { package = \"fingerpost\", path = RUNTIME, features = [\"full\"] }"]),
    ("reexported", "2024", &["facade = { path = \"../facade\" }"]),
];

const FULL: &str = "fingerpost = { path = RUNTIME, features = [\"full\"] }";
/// A crate with handlers and a table.
const OTHER: &str = "fingerpost-tests = { path = TESTS }";
const GARDE: &str = "garde = { version = \"0.23\", default-features = false, features = [\"derive\"] }";
const SERDE: &str = "serde = { version = \"1\", features = [\"derive\"] }";

/// Writes the workspace of these programs below the target directory; returns its folder.
fn write_workspace(kind: &str, programs: &[Program]) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("ui").join(kind);
    let runtime = root.join("runtime");
    let used: Vec<_> = SURROUNDINGS
        .iter()
        .filter(|(name, ..)| programs.iter().any(|program| program.surroundings().contains(name)))
        .collect();
    let mut members: Vec<String> = used.iter().map(|(name, ..)| format!("\"{name}\"")).collect();
    let is_reexported = used.iter().any(|(name, ..)| *name == "reexported");
    members.extend(is_reexported.then(|| "\"facade\"".to_owned()));
    write(
        &folder.join("Cargo.toml"),
        &format!("[workspace]\nresolver = \"3\"\nmembers = [{}]\n", members.join(", ")),
    );
    let lock = fs::read_to_string(root.join("Cargo.lock")).expect("Cargo.lock");
    write(&folder.join("Cargo.lock"), &lock);
    for (name, edition, dependencies) in used {
        let mut manifest = manifest(&format!("ui-{kind}-{name}"), edition, dependencies, &runtime);
        for program in programs.iter().filter(|program| program.surroundings().contains(name)) {
            let (bin, path) = (bin(name, program), &program.path);
            writeln!(manifest, "[[bin]]\nname = \"{bin}\"\npath = {path:?}\n").expect("a string takes it");
        }
        write(&folder.join(name).join("Cargo.toml"), &manifest);
    }
    write(&folder.join("facade/Cargo.toml"), &manifest("facade", "2024", &[FULL], &runtime));
    write(
        &folder.join("facade/src/lib.rs"),
        "//! A crate that passes fingerpost on.\npub use fingerpost as web;\n",
    );
    folder
}

fn manifest(name: &str, edition: &str, dependencies: &[&str], runtime: &Path) -> String {
    let mut manifest =
        format!("[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"{edition}\"\n");
    manifest.push_str("autobins = false\n\n[dependencies]\n");
    for dependency in dependencies {
        let dependency = dependency.replace("RUNTIME", &format!("{runtime:?}"));
        writeln!(manifest, "{}", dependency.replace("TESTS", &format!("{:?}", env!("CARGO_MANIFEST_DIR"))))
            .expect("a string takes it");
    }
    manifest.push('\n');
    manifest
}

/// A file whose content is the same keeps its time, so that cargo need not look again.
fn write(path: &Path, content: &str) {
    if fs::read_to_string(path).is_ok_and(|old| old == content) {
        return;
    }
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder below the target directory");
    fs::write(path, content).expect("a file below the target directory");
}

fn bin(surroundings: &str, program: &Program) -> String {
    if surroundings == "usual" { program.name.clone() } else { format!("{}-{surroundings}", program.name) }
}

/// All that the compiler says of each program, by the program's name and, where it is not the usual one, its
/// surroundings.
pub(crate) fn compile(
    kind: &str,
    command: &[&str],
    lints: &[&str],
    programs: &[Program],
) -> BTreeMap<String, Vec<Diagnostic>> {
    if programs.is_empty() {
        // None was asked for by its name, and a workspace has a member.
        return BTreeMap::new();
    }
    let output = cargo(&write_workspace(kind, programs), command, lints);
    let names = programs.iter().flat_map(|program| {
        program.surroundings().into_iter().map(|surroundings| bin(surroundings, program))
    });
    let mut said: BTreeMap<String, Vec<Diagnostic>> = names.map(|name| (name, Vec::new())).collect();
    let lines = String::from_utf8_lossy(&output.stdout);
    for line in lines.lines().filter(|line| line.starts_with("{\"reason\":\"compiler-message\"")) {
        let CompilerMessage { target, message } = serde_json::from_str(line).expect("a message of cargo");
        match said.get_mut(&target.name) {
            Some(messages) => messages.push(message),
            None => assert!(!message.is_error(), "a dependency does not compile:\n{}", message.shown()),
        }
    }
    // Cargo may fail before any program is compiled, and then none has an error.
    let is_failure_told = said.values().flatten().any(Diagnostic::is_error);
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() || is_failure_told, "cargo could not compile the programs:\n{stderr}");
    said
}

fn cargo(folder: &Path, command: &[&str], lints: &[&str]) -> Output {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(folder).args(command);
    cargo.args([
        "--workspace",
        "--bins",
        "--keep-going",
        "--offline",
        "--message-format=json",
        "--target-dir",
    ]);
    cargo.arg(Path::new(env!("CARGO_TARGET_TMPDIR")).join("ui/target"));
    if !lints.is_empty() {
        cargo.arg("--").args(lints);
    }
    // What the developer's own environment adds is no part of what a user sees.
    cargo.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS").env("CARGO_INCREMENTAL", "0");
    cargo.stdin(Stdio::null()).output().expect("cargo")
}
