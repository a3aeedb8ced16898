//! One capture of the path as a serde deserializer: its text is read as what it is asked for.

use std::borrow::Cow;

use serde::de::value::CowStrDeserializer;
use serde::de::{self, DeserializeSeed, Visitor};
use serde::forward_to_deserialize_any;

use super::misfit::Misfit;

/// A capture: its name, and its text, decoded.
pub(super) struct Capture<'de> {
    pub(super) name: &'static str,
    pub(super) text: Cow<'de, str>,
}

impl<'de> Capture<'de> {
    /// Reads the value; a refusal that does not know whose it is learns it here.
    pub(super) fn read<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Misfit> {
        let name = self.name;
        seed.deserialize(self).map_err(|misfit| misfit.named(name))
    }

    #[cold]
    fn not_a(self, expected: &'static str) -> Misfit {
        Misfit::Text { name: self.name, text: self.text.into_owned(), expected }
    }

    #[cold]
    fn shape(self) -> Misfit {
        Misfit::Shape(format!("`{}` in the path is one value, the type has several in its place", self.name))
    }
}

macro_rules! parsed {
    ($($method:ident $visit:ident $type:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
            match self.text.parse() {
                Ok(value) => visitor.$visit(value),
                Err(_) => Err(self.not_a(stringify!($type))),
            }
        }
    )*};
}

impl<'de> de::Deserializer<'de> for Capture<'de> {
    type Error = Misfit;

    parsed! {
        deserialize_bool visit_bool bool
        deserialize_char visit_char char
        deserialize_f32 visit_f32 f32
        deserialize_f64 visit_f64 f64
        deserialize_i8 visit_i8 i8
        deserialize_i16 visit_i16 i16
        deserialize_i32 visit_i32 i32
        deserialize_i64 visit_i64 i64
        deserialize_i128 visit_i128 i128
        deserialize_u8 visit_u8 u8
        deserialize_u16 visit_u16 u16
        deserialize_u32 visit_u32 u32
        deserialize_u64 visit_u64 u64
        deserialize_u128 visit_u128 u128
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.text {
            Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
            Cow::Owned(text) => visitor.visit_string(text),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        visitor.visit_enum(CowStrDeserializer::<Misfit>::new(self.text))
    }

    fn deserialize_seq<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Misfit> {
        Err(self.shape())
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Misfit> {
        Err(self.shape())
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        _: V,
    ) -> Result<V::Value, Misfit> {
        Err(self.shape())
    }

    fn deserialize_map<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Misfit> {
        Err(self.shape())
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Misfit> {
        Err(self.shape())
    }

    forward_to_deserialize_any! { str string bytes byte_buf unit unit_struct identifier ignored_any }
}
