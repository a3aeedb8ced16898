//! Nothing but a home for `benches/`.
