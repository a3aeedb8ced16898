//! The path's captures as a serde deserializer: by name for a struct or map, by position for a tuple, alone for a value.

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{self, DeserializeSeed, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::capture::Capture;
use super::misfit::Misfit;

/// All the captures of a path.
pub(super) struct Captures<I>(pub(super) I);

impl<'de, I: ExactSizeIterator<Item = Capture<'de>>> Captures<I> {
    /// The only capture.
    fn only(mut self) -> Result<Capture<'de>, Misfit> {
        match (self.0.len(), self.0.next()) {
            (1, Some(capture)) => Ok(capture),
            (count, _) => Err(Misfit::count("one capture", count)),
        }
    }
}

macro_rules! only_capture {
    ($($method:ident($($argument:ident: $type:ty),*))*) => {$(
        fn $method<V: Visitor<'de>>(self, $($argument: $type,)* visitor: V) -> Result<V::Value, Misfit> {
            let capture = self.only()?;
            let name = capture.name;
            capture.$method($($argument,)* visitor).map_err(|misfit| misfit.named(name))
        }
    )*};
}

impl<'de, I: ExactSizeIterator<Item = Capture<'de>>> de::Deserializer<'de> for Captures<I> {
    type Error = Misfit;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_map(ByName { captures: self.0, current: None })
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_seq(self)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, Misfit> {
        if length == self.0.len() {
            visitor.visit_seq(self)
        } else {
            Err(Misfit::count(format_args!("{length} captures"), self.0.len()))
        }
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        self.deserialize_tuple(length, visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        if self.0.len() == 0 { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        visitor.visit_unit()
    }

    only_capture! {
        deserialize_bool() deserialize_char() deserialize_f32() deserialize_f64()
        deserialize_i8() deserialize_i16() deserialize_i32() deserialize_i64() deserialize_i128()
        deserialize_u8() deserialize_u16() deserialize_u32() deserialize_u64() deserialize_u128()
        deserialize_str() deserialize_string() deserialize_bytes() deserialize_byte_buf() deserialize_identifier()
        deserialize_enum(name: &'static str, variants: &'static [&'static str])
    }

    forward_to_deserialize_any! { map struct ignored_any }
}

impl<'de, I: ExactSizeIterator<Item = Capture<'de>>> SeqAccess<'de> for Captures<I> {
    type Error = Misfit;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Misfit> {
        self.0.next().map(|capture| capture.read(seed)).transpose()
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.0.len())
    }
}

/// The captures as a map.
struct ByName<'de, I> {
    captures: I,
    /// The capture whose name has been read, and whose text has not.
    current: Option<Capture<'de>>,
}

impl<'de, I: Iterator<Item = Capture<'de>>> MapAccess<'de> for ByName<'de, I> {
    type Error = Misfit;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Misfit> {
        let Some(capture) = self.captures.next() else { return Ok(None) };
        let name = capture.name;
        self.current = Some(capture);
        seed.deserialize(BorrowedStrDeserializer::new(name)).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Misfit> {
        match self.current.take() {
            Some(capture) => capture.read(seed),
            None => Err(de::Error::custom("a value was asked for before its name")),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::num::NonZeroU8;

    use serde::Deserialize;
    use serde::de::DeserializeOwned;

    use super::{Capture, Captures, Misfit};

    #[derive(Debug, Deserialize, PartialEq)]
    struct Key {
        user: String,
        id: Id,
        page: Option<u8>,
    }

    #[derive(Debug, Deserialize, PartialEq)]
    struct Id(u64);

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(rename_all = "lowercase")]
    enum Kind {
        Note,
        Sized(u8),
    }

    fn read<T: DeserializeOwned>(captures: &[(&'static str, &'static str)]) -> Result<T, Misfit> {
        T::deserialize(Captures(captures.iter().map(|&(name, text)| Capture { name, text: text.into() })))
    }

    fn refusal<T: DeserializeOwned>(captures: &[(&'static str, &'static str)]) -> String {
        read::<T>(captures).err().map(|misfit| misfit.to_string()).unwrap_or_default()
    }

    const TWO: &[(&str, &str)] = &[("user", "ada"), ("id", "7")];

    #[test]
    fn a_struct_and_a_map_take_names() {
        let key = Key { user: "ada".to_owned(), id: Id(7), page: None };
        assert_eq!(read::<Key>(TWO).unwrap(), key);
        let map = BTreeMap::from([("id".to_owned(), "7".to_owned()), ("user".to_owned(), "ada".to_owned())]);
        assert_eq!(read::<BTreeMap<String, String>>(TWO).unwrap(), map);
    }

    #[test]
    fn a_tuple_and_a_list_take_positions() {
        assert_eq!(read::<(String, Id)>(TWO).unwrap(), ("ada".to_owned(), Id(7)));
        assert_eq!(read::<Vec<String>>(TWO).unwrap(), ["ada", "7"]);
    }

    #[test]
    fn a_value_takes_the_only_capture() {
        assert_eq!(read::<i128>(&[("id", "-7")]).unwrap(), -7);
        assert_eq!(read::<Id>(&[("id", "7")]).unwrap(), Id(7));
        assert_eq!(read::<Option<bool>>(&[("on", "true")]).unwrap(), Some(true));
        assert_eq!(read::<Kind>(&[("kind", "note")]).unwrap(), Kind::Note);
        assert_eq!(read::<Option<u8>>(&[]).unwrap(), None);
    }

    #[test]
    fn a_text_of_another_type_names_the_capture() {
        assert_eq!(refusal::<u8>(&[("id", "300")]), "`id` in the path is `300`, which is not a `u8`");
        assert_eq!(refusal::<(u8, u8)>(TWO), "`user` in the path is `ada`, which is not a `u8`");
        assert_eq!(
            refusal::<Kind>(&[("kind", "huge")]),
            "`kind` in the path does not fit: unknown variant `huge`, expected `note` or `sized`"
        );
        assert!(refusal::<Kind>(&[("kind", "sized")]).starts_with("`kind` in the path does not fit: "));
        assert!(refusal::<NonZeroU8>(&[("n", "0")]).starts_with("`n` in the path does not fit: "));
        assert!(
            refusal::<BTreeMap<String, NonZeroU8>>(&[("n", "0")]).starts_with("`n` in the path does not fit")
        );
    }

    #[test]
    fn a_type_that_no_request_could_fill_is_told_apart() {
        for misfit in [
            read::<(u8, u8, u8)>(TWO).unwrap_err(),
            read::<u8>(TWO).unwrap_err(),
            read::<Key>(&[("id", "7")]).unwrap_err(),
            read::<(String, Vec<u8>)>(TWO).unwrap_err(),
        ] {
            assert!(matches!(misfit, Misfit::Shape(_)), "{misfit}");
        }
    }
}
