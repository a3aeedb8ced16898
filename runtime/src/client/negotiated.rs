//! What a client reads of a negotiated answer: the first of its representations, which is the one that it asks for.

use super::{ReadResponse, Received, Reply, Statuses};
use crate::{BoxError, Negotiated};

macro_rules! tuples {
    ($($name:ident)*) => {
        impl<T, O, First: ReadResponse, $($name),*> ReadResponse for Negotiated<T, (First, $($name,)*), O> {
            type Value = First::Value;

            const STATUSES: Statuses = First::STATUSES;
            const ACCEPTED: &'static str = First::ACCEPTED;

            fn reads(media_type: &str) -> bool {
                First::reads(media_type)
            }

            fn read(
                response: Reply<Received>,
            ) -> impl Future<Output = Result<First::Value, BoxError>> + Send {
                First::read(response)
            }
        }
    };
}

tuples!(A);
tuples!(A B);
tuples!(A B C);
tuples!(A B C D);
tuples!(A B C D E);
