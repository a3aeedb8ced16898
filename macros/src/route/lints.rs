//! What Clippy is asked to leave alone, where it is Clippy that compiles.

use std::sync::LazyLock;

/// Whether it is. Attributes that wait for it, `#[cfg_attr(clippy, …)]`, would be a twelfth of an expansion, which each check pays
/// for again.
pub(super) fn clippy_asks() -> bool {
    static ASKS: LazyLock<bool> = LazyLock::new(|| {
        let compiler = std::env::current_exe().unwrap_or_default();
        compiler.file_stem().is_some_and(|name| name == "clippy-driver")
    });
    *ASKS
}
