// The macros' own modules, for what calls macros as functions: included at the root of a test or a fuzz target, since the
// modules name each other by `crate`. As in macros/src/lib.rs.

extern crate proc_macro;

#[path = "../macros/src/editor/mod.rs"]
mod editor;
#[path = "../macros/src/errors.rs"]
mod errors;
#[path = "../macros/src/handler_path.rs"]
mod handler_path;
#[path = "../macros/src/manifest/mod.rs"]
mod manifest;
#[path = "../macros/src/names.rs"]
mod names;
#[path = "../macros/src/problem/mod.rs"]
mod problem;
#[path = "../macros/src/root.rs"]
mod root;
#[path = "../macros/src/route/mod.rs"]
mod route;
#[path = "../macros/src/routes/mod.rs"]
mod routes;
#[path = "../macros/src/shape.rs"]
mod shape;
#[path = "../macros/src/states.rs"]
mod states;
#[path = "../macros/src/tokens.rs"]
mod tokens;
