//! The derive among names that are the prelude's elsewhere, in a crate that denies all warnings.
#![no_implicit_prelude]
#![deny(warnings, missing_docs)]
#![allow(dead_code, non_camel_case_types, unused_macros)]

mod std {}
mod core {}
mod fingerpost {}
struct Result;
struct Option;
struct String;
struct Box;
struct Vec;
struct From;
struct Into;
struct Some;
struct Problem;
struct u16;
struct str;
macro_rules! format_args {
    () => {};
}
macro_rules! format {
    () => {};
}

/// Problems.
#[derive(::fingerpost::Problem)]
pub enum ApiError<T> {
    /// Positional.
    #[problem(404, "{0}")]
    First(u8),
    /// A constant.
    #[problem(GONE)]
    Second,
    /// Converted.
    #[problem(500)]
    Third(#[from] ::std::io::Error),
    /// Passed on.
    #[problem(transparent)]
    Fourth(#[from] ::fingerpost::Problem),
    /// Names of all kinds.
    #[problem(422, "{match} {self_}", header("X-Self" = "{r#match}"))]
    Fifth {
        /// A parameter.
        #[problem(member)]
        self_: T,
        /// A keyword.
        r#match: bool,
    },
}

const GONE: ::core::primitive::u16 = 410;

fn main() {
    let _ = ::fingerpost::problem!(404, "{}", 1);
    let _ = ::fingerpost::problem!(404, "x", "y" = 5);
    let _ = ::fingerpost::IntoProblem::into_problem(ApiError::Fifth { self_: 1u8, r#match: true });
}
