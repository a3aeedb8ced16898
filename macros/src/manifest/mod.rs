//! What the user's Cargo.toml calls the dependency.

mod toml;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;
use std::{env, fs};

/// The name of the package, under which nobody needs to look for another.
const PACKAGE: &str = "fingerpost";

/// The name under which the crate that is compiled has fingerpost, if that is another.
pub(crate) fn name() -> Option<String> {
    // One for each crate that is compiled, and a language server compiles many.
    static LAST: Mutex<Option<Named>> = Mutex::new(None);
    let manifest = Path::new(&env::var_os("CARGO_MANIFEST_DIR")?).join("Cargo.toml");
    let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
    match &*last {
        Some(named) if named.is_of(&manifest) => named.name.clone(),
        _ => last.insert(Named::read(&manifest)).name.clone(),
    }
}

struct Named {
    /// The files that tell it, as they were.
    files: Vec<(PathBuf, Option<SystemTime>)>,
    name: Option<String>,
}

impl Named {
    fn is_of(&self, manifest: &Path) -> bool {
        self.files[0].0 == manifest && self.files.iter().all(|(file, time)| changed(file) == *time)
    }

    fn read(manifest: &Path) -> Self {
        let mut files = vec![(manifest.to_owned(), changed(manifest))];
        let package = Manifest::of(&fs::read_to_string(manifest).unwrap_or_default());
        let name = package.our_name(|| {
            let (file, workspace) = workspace(manifest, &package)?;
            files.push((file.clone(), changed(&file)));
            Some(workspace)
        });
        Self { files, name }
    }
}

fn changed(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|file| file.modified()).ok()
}

/// The manifest of the workspace: the one that the package names, or the next one further out.
fn workspace(manifest: &Path, package: &Manifest) -> Option<(PathBuf, Manifest)> {
    let folder = manifest.parent()?;
    let candidates: Vec<PathBuf> = match package.value(&["package", "workspace"]) {
        Some(named) => vec![folder.join(named)],
        None => folder.ancestors().map(Path::to_owned).collect(),
    };
    candidates.into_iter().map(|folder| folder.join("Cargo.toml")).find_map(|file| {
        let manifest = Manifest::of(&fs::read_to_string(&file).ok()?);
        manifest.is_workspace().then_some((file, manifest))
    })
}

/// What a Cargo.toml says: its values, each under all of its keys.
pub(crate) struct Manifest(Vec<(Vec<String>, String)>);

impl Manifest {
    pub(crate) fn of(text: &str) -> Self {
        Self(toml::entries(text))
    }

    fn value(&self, keys: &[&str]) -> Option<&str> {
        self.0.iter().find(|(found, _)| found == keys).map(|(_, value)| value.as_str())
    }

    fn is_workspace(&self) -> bool {
        self.0.iter().any(|(keys, _)| keys[0] == "workspace")
    }

    /// The name under which it has us, if that is another; its workspace is asked for where only that can tell.
    pub(crate) fn our_name(&self, workspace: impl FnOnce() -> Option<Self>) -> Option<String> {
        let dependencies = self.dependencies();
        if dependencies
            .iter()
            .any(|(name, known)| name == PACKAGE && known.package.as_deref().is_none_or(is_ours))
        {
            return None;
        }
        let renamed = dependencies.iter().find(|(_, known)| known.package.as_deref().is_some_and(is_ours));
        let found = renamed.map(|(name, _)| name).or_else(|| {
            let mut inherited = dependencies.iter().filter(|(_, known)| known.is_inherited).peekable();
            inherited.peek()?;
            let workspace = workspace()?;
            let package = |name: &str| workspace.value(&["workspace", "dependencies", name, "package"]);
            inherited.find(|(name, _)| package(name).is_some_and(is_ours)).map(|(name, _)| name)
        });
        found.map(|name| name.replace('-', "_"))
    }

    /// `dependencies.name` or `target.….dependencies.name`, for tests too.
    fn dependencies(&self) -> BTreeMap<String, Known> {
        let mut found: BTreeMap<String, Known> = BTreeMap::new();
        for (keys, value) in &self.0 {
            let keys = match &keys[..] {
                [target, _, rest @ ..] if target == "target" => rest,
                keys => keys,
            };
            let [kind, name, rest @ ..] = keys else { continue };
            if kind != "dependencies" && kind != "dev-dependencies" {
                continue;
            }
            let known = found.entry(name.clone()).or_default();
            match rest.first().map(String::as_str) {
                Some("package") => known.package = Some(value.clone()),
                Some("workspace") => known.is_inherited = value == "true",
                _ => {}
            }
        }
        found
    }
}

fn is_ours(package: &str) -> bool {
    package == PACKAGE
}

/// What a manifest says of a dependency, beside its name.
#[derive(Default)]
struct Known {
    package: Option<String>,
    is_inherited: bool,
}
