//! `Kept`: decoded texts that live as long as the request they came with.

use std::sync::OnceLock;

/// A list that only grows, so that what is in it can be borrowed while more is added.
#[derive(Default)]
pub(crate) struct Kept(OnceLock<Box<(String, Kept)>>);

impl Kept {
    /// Keeps a text.
    #[cold]
    pub(crate) fn keep(&self, text: String) -> &str {
        let (mut kept, mut text) = (self, Some(text));
        loop {
            let (found, rest) =
                &**kept.0.get_or_init(|| Box::new((text.take().unwrap_or_default(), Self::default())));
            if text.is_none() {
                return found;
            }
            kept = rest;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Kept;

    #[test]
    fn earlier_texts_stay_while_more_are_kept() {
        let kept = Kept::default();
        let texts: Vec<&str> = ["a", "b", "c"].map(|text| kept.keep(text.to_owned())).to_vec();
        assert_eq!(texts, ["a", "b", "c"]);
    }
}
