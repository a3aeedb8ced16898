//! Methods of features that are off: each is there for the compiler to say which feature it belongs to.

use super::App;

#[cfg(not(feature = "tower"))]
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "a layer belongs to the feature `tower`, which is off\nhelp: `fingerpost = {{ version = \"…\", features = [\"tower\"] }}` in Cargo.toml",
    label = "of the feature `tower`"
)]
pub trait Tower {}

#[cfg(not(feature = "tower"))]
impl<T, S> App<T, S> {
    #[doc(hidden)]
    pub fn layer<L>(self, _: L) -> Self
    where
        Self: Tower,
    {
        self
    }

    #[doc(hidden)]
    pub fn layer_at<P, L>(self, _: P, _: L) -> Self
    where
        Self: Tower,
    {
        self
    }
}

#[cfg(not(feature = "openapi"))]
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`openapi` belongs to the feature of that name, which is off\nhelp: `fingerpost = {{ version = \"…\", features = [\"openapi\"] }}` in Cargo.toml",
    label = "of the feature `openapi`"
)]
pub trait OpenApi {}

#[cfg(not(feature = "openapi"))]
impl<T, S> App<T, S> {
    #[doc(hidden)]
    pub fn openapi<I>(self, _: I) -> Self
    where
        Self: OpenApi,
    {
        self
    }
}

#[cfg(not(feature = "openapi-ui"))]
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`docs` belongs to the feature `openapi-ui`, which is off\nhelp: `fingerpost = {{ version = \"…\", features = [\"openapi-ui\"] }}` in Cargo.toml",
    label = "of the feature `openapi-ui`"
)]
pub trait OpenApiUi {}

#[cfg(not(feature = "openapi-ui"))]
impl<T, S> App<T, S> {
    #[doc(hidden)]
    pub fn docs<P>(self, _: P) -> Self
    where
        Self: OpenApiUi,
    {
        self
    }
}

#[cfg(not(feature = "tls"))]
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`tls` belongs to the feature of that name, which is off\nhelp: `fingerpost = {{ version = \"…\", features = [\"tls\"] }}` in Cargo.toml",
    label = "of the feature `tls`"
)]
pub trait Tls {}

#[cfg(not(feature = "tls"))]
impl<T, S> App<T, S> {
    #[doc(hidden)]
    pub fn tls<C>(self, _: C) -> Self
    where
        Self: Tls,
    {
        self
    }
}
