//! `Program`: a generated crate of as many handlers as asked for.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::dialects::{Dialect, Handler};

const HANDLERS_A_MODULE: usize = 50;

/// What the handlers share, whatever the framework.
const SHARED: &str = r"
use serde::{Deserialize, Serialize};
#[derive(Clone, Serialize)]
pub struct Item { pub id: u64, pub name: String }
#[derive(Deserialize)]
pub struct NewItem { pub name: String }
#[derive(Default)]
pub struct Items(std::sync::Mutex<Vec<Item>>);
impl Items {
    pub async fn get(&self, id: u64) -> Option<Item> {
        self.0.lock().unwrap().iter().find(|item| item.id == id).cloned()
    }
    pub async fn put(&self, new: NewItem) -> Item {
        let item = Item { id: 1, name: new.name };
        self.0.lock().unwrap().push(item.clone());
        item
    }
    pub async fn all(&self) -> Vec<Item> { self.0.lock().unwrap().clone() }
}
";

pub(super) struct Program {
    pub(super) folder: PathBuf,
    first_module: String,
}

impl Program {
    pub(super) fn write(folder: &Path, name: &str, dialect: &Dialect, handlers: usize) -> Result<Self> {
        fs::create_dir_all(folder.join("src"))?;
        let dependencies = &dialect.dependencies;
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
             [dependencies]\n{dependencies}serde = {{ version = \"1\", features = [\"derive\"] }}\n"
        );
        fs::write(folder.join("Cargo.toml"), manifest)?;
        let modules: Vec<_> = (0..handlers.div_ceil(HANDLERS_A_MODULE)).map(|at| format!("m{at}")).collect();
        let mut first_module = String::new();
        for (at, module) in modules.iter().enumerate() {
            let end = handlers.min((at + 1) * HANDLERS_A_MODULE);
            let source = source(dialect, at * HANDLERS_A_MODULE..end);
            fs::write(folder.join(format!("src/{module}.rs")), &source)?;
            if at == 0 {
                first_module = source;
            }
        }
        let mut main = SHARED.to_owned();
        for module in &modules {
            writeln!(main, "mod {module};")?;
        }
        main += &(dialect.main)(&modules);
        fs::write(folder.join("src/main.rs"), main)?;
        Ok(Self { folder: folder.to_owned(), first_module })
    }

    /// Changes the body of the first handler.
    pub(super) fn touch(&self, mark: &str) -> Result<()> {
        let touched = self.first_module.replacen("hello 0", &format!("hello {mark}"), 1);
        fs::write(self.folder.join("src/m0.rs"), touched)?;
        Ok(())
    }
}

fn source(dialect: &Dialect, numbers: std::ops::Range<usize>) -> String {
    let handlers: Vec<Handler> = numbers.map(|number| (dialect.handler)(number)).collect();
    let mut source = dialect.imports.to_owned();
    for handler in &handlers {
        source += &handler.source;
        source += "\n";
    }
    source + &(dialect.table)(&handlers)
}
