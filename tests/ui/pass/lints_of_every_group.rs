//! Lints that few turn on, and that look at every item.
#![deny(
    warnings,
    missing_docs,
    missing_debug_implementations,
    missing_copy_implementations,
    unreachable_pub,
    unnameable_types,
    unused,
    single_use_lifetimes,
    unused_lifetimes,
    unused_qualifications,
    redundant_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    let_underscore_drop,
    unused_results,
    clippy::exhaustive_enums,
    clippy::exhaustive_structs,
    clippy::missing_docs_in_private_items,
    clippy::min_ident_chars,
    clippy::missing_asserts_for_indexing,
    clippy::missing_const_for_fn,
    clippy::borrowed_box,
    clippy::let_underscore_untyped,
    clippy::ptr_arg,
    clippy::ref_option,
    clippy::trait_duplication_in_bounds
)]

use fingerpost::{App, Bearer, ETag, IfMatch, Json, Problem, get, post, put, routes};

/// Handlers for all of the crate.
mod notes {
    use super::{Bearer, ETag, IfMatch, Json, Problem, get, post, put};

    /// One note.
    #[get("/notes/{ident}", etag = |note| note.0)]
    pub(crate) fn note(ident: u64) -> Json<u64> {
        Json(ident.wrapping_add(1))
    }

    /// Another note.
    #[post("/notes", status = 201, location = |ident| note(ident = ident.0), deprecated = "2026-01-31")]
    pub(super) async fn create(Bearer(_token): Bearer, Json(ident): Json<u64>) -> Json<u64> {
        std::future::ready(Json(ident)).await
    }

    /// The note again.
    ///
    /// # Errors
    /// Where it has changed since.
    #[put("/notes/{ident}")]
    pub(crate) fn replace(ident: u64, if_match: IfMatch) -> Result<(ETag, String), Problem> {
        if_match.check(ETag::from(ident))?;
        Ok((ETag::from(ident), String::new()))
    }
}

/// What may go wrong.
#[derive(Debug, Problem)]
#[non_exhaustive]
pub enum Wrong<Held: std::fmt::Display> {
    /// It is not there.
    #[problem(404, "no {0}")]
    Missing(Held),
    /// It is there already.
    #[problem(409)]
    Taken,
}

/// Takes one away.
///
/// # Errors
/// Always.
#[put("/wrong/{ident}")]
pub(crate) fn wrong(ident: u64) -> Result<(), Wrong<u64>> {
    Err(if ident == 0 { Wrong::Taken } else { Wrong::Missing(ident) })
}

/// What is shared, of types by which it is found, and by no others.
#[put("/shared", status = fingerpost::StatusCode::ACCEPTED)]
pub(crate) fn shared(_list: &Vec<u8>, _boxed: &Box<u8>, _option: &Option<u8>, _number: &u8) {}

routes! {
    /// All of them.
    pub table = [notes::note, notes::create, notes::replace, wrong, shared]
}

fn main() {
    drop(App::new(table).state(vec![0_u8]).state(Box::new(0_u8)).state(Some(0_u8)).state(0_u8).test());
}
