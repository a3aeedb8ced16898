//! What our extractors read, and how they reject.

use bytes::Bytes;
use http::{HeaderMap, Method, Uri, Version};
use serde_json::json;

use super::describe::{DescribeRequest, HasSchema};
use super::operation::Operation;
use super::schemas::text;
use crate::extract::FromState;
use crate::{
    Body, ClientAddr, Extension, Json, JsonRejection, MissingClientAddr, MissingExtension, Path,
    PathRejection, State,
};

/// What reads nothing that a client sends on purpose, and does not reject.
macro_rules! silent {
    ($($ty:ty),*) => {$(
        impl DescribeRequest for $ty {
            fn describe_request(_: &mut Operation<'_>) {}
        }
    )*};
}

silent!(Method, Uri, Version, HeaderMap);

impl<T> DescribeRequest for State<T> {
    fn describe_request(_: &mut Operation<'_>) {}
}

impl<T> DescribeRequest for Extension<T> {
    fn describe_request(operation: &mut Operation<'_>) {
        operation.rejects::<MissingExtension>();
    }
}

impl DescribeRequest for ClientAddr {
    fn describe_request(operation: &mut Operation<'_>) {
        operation.rejects::<MissingClientAddr>();
    }
}

impl<T: HasSchema> DescribeRequest for Json<T> {
    fn describe_request(operation: &mut Operation<'_>) {
        let schema = operation.schemas().sent::<T>();
        operation.body("application/json", schema);
        operation.rejects::<JsonRejection>();
    }
}

impl DescribeRequest for Bytes {
    fn describe_request(operation: &mut Operation<'_>) {
        operation.optional_body("*/*", json!({}));
        operation.rejects_with(408);
        operation.rejects_with(413);
    }
}

impl DescribeRequest for Body {
    fn describe_request(operation: &mut Operation<'_>) {
        operation.optional_body("*/*", json!({}));
        operation.rejects_with(408);
        operation.rejects_with(413);
    }
}

impl DescribeRequest for String {
    fn describe_request(operation: &mut Operation<'_>) {
        operation.optional_body("*/*", text());
        operation.rejects_with(400);
        operation.rejects_with(408);
        operation.rejects_with(413);
    }
}

impl<T: HasSchema> DescribeRequest for Path<T> {
    fn describe_request(operation: &mut Operation<'_>) {
        let schema = operation.schemas().sent::<T>();
        let resolved = operation.schemas().resolved(&schema);
        let captures = operation.route().captures;
        for (at, name) in captures.iter().enumerate() {
            let of_name = resolved["properties"].get(*name);
            let of_place = resolved["prefixItems"].get(at).or_else(|| resolved.get("items"));
            let schema = match (of_name.or(of_place), captures) {
                (Some(schema), _) => schema.clone(),
                (None, [_]) => schema.clone(),
                (None, _) => text(),
            };
            operation.path_parameter(name, schema);
        }
        operation.rejects::<PathRejection>();
    }
}

impl<T: DescribeRequest> DescribeRequest for Option<T> {
    fn describe_request(operation: &mut Operation<'_>) {
        operation.optionally(T::describe_request);
    }
}

impl<T: DescribeRequest + FromState> DescribeRequest for Result<T, T::Rejection> {
    fn describe_request(operation: &mut Operation<'_>) {
        operation.without_rejections(T::describe_request);
    }
}

#[cfg(feature = "cookies")]
silent!(crate::Cookies);

#[cfg(feature = "headers")]
impl<H: headers::Header> DescribeRequest for crate::Header<H> {
    fn describe_request(operation: &mut Operation<'_>) {
        let name = H::name();
        let is_own_member = [http::header::ACCEPT, http::header::CONTENT_TYPE, http::header::AUTHORIZATION];
        // OpenAPI says of these elsewhere.
        if !is_own_member.contains(name) {
            operation.header_parameter(name.as_str(), true, text());
        }
        operation.rejects::<crate::HeaderRejection>();
    }
}

#[cfg(feature = "form")]
impl<T: HasSchema> DescribeRequest for crate::Form<T> {
    fn describe_request(operation: &mut Operation<'_>) {
        let schema = operation.schemas().sent::<T>();
        operation.body("application/x-www-form-urlencoded", schema);
        operation.rejects::<crate::FormRejection>();
    }
}

#[cfg(feature = "form")]
impl<T: HasSchema> DescribeRequest for crate::Query<T> {
    fn describe_request(operation: &mut Operation<'_>) {
        let schema = operation.schemas().sent::<T>();
        let resolved = operation.schemas().resolved(&schema);
        let required = |name: &str| match &resolved["required"] {
            serde_json::Value::Array(names) => names.iter().any(|required| required == name),
            _ => false,
        };
        match resolved["properties"].as_object() {
            Some(properties) => {
                for (name, schema) in properties {
                    operation.query_parameter(name, required(name), schema.clone());
                }
            }
            // A map, or what is one of several shapes: all of the query is the value.
            None => operation.query_parameter("query", false, schema),
        }
        operation.rejects::<crate::QueryRejection>();
    }
}

/// The rules themselves stand in the schema.
#[cfg(feature = "garde")]
impl<E: DescribeRequest> DescribeRequest for crate::Valid<E> {
    fn describe_request(operation: &mut Operation<'_>) {
        E::describe_request(operation);
        operation.rejects::<crate::Violations>();
    }
}

/// The credentials themselves stand in the operation's security.
#[cfg(feature = "auth")]
mod credentials {
    use super::{DescribeRequest, Operation};
    use crate::{ApiKey, Basic, Bearer, Unauthorized};

    impl DescribeRequest for Bearer {
        fn describe_request(operation: &mut Operation<'_>) {
            operation.rejects::<Unauthorized>();
        }
    }

    impl DescribeRequest for Basic {
        fn describe_request(operation: &mut Operation<'_>) {
            operation.rejects::<Unauthorized>();
        }
    }

    impl<P> DescribeRequest for ApiKey<P> {
        fn describe_request(operation: &mut Operation<'_>) {
            operation.rejects::<Unauthorized>();
        }
    }
}
