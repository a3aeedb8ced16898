//! The service as its clients see it: on a real port, with a file that outlives it.

mod editing;
mod failing;
mod reading;
mod refused;
mod server;
