//! Nothing: the examples are the `.rs` files beside `src`.
