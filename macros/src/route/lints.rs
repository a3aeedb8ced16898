//! What Clippy and rustdoc are told beside what the compiler is, where it is they that compile.

use std::sync::LazyLock;

/// Whether Clippy does. Attributes that wait for it, `#[cfg_attr(clippy, …)]`, would be a twelfth of an expansion, which each check pays
/// for again.
pub(super) fn clippy_asks() -> bool {
    static ASKS: LazyLock<bool> = LazyLock::new(|| is_compiled_by("clippy-driver"));
    *ASKS
}

/// Whether rustdoc does. Of a function and a type of one name it takes a link, ``[`get_post`]``, to be ambiguous, so the function alone is
/// shown, and says what the type would have said.
pub(super) fn rustdoc_asks() -> bool {
    static ASKS: LazyLock<bool> = LazyLock::new(|| is_compiled_by("rustdoc"));
    *ASKS
}

fn is_compiled_by(name: &str) -> bool {
    std::env::current_exe().unwrap_or_default().file_stem().is_some_and(|compiler| compiler == name)
}
