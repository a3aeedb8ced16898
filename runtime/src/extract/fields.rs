//! How many fields a query or a form has.

/// Whether there are more than this. It is known from the length of most.
#[inline]
pub(crate) fn too_many_fields(text: &[u8], most: usize) -> bool {
    text.len() >= most && text.split(|&byte| byte == b'&').filter(|pair| !pair.is_empty()).count() > most
}

#[cfg(test)]
mod tests {
    use super::too_many_fields;

    #[test]
    fn fields_are_what_stands_between_ampersands() {
        assert!(!too_many_fields(b"a&b=1&&c", 3));
        assert!(too_many_fields(b"a&b=1&&c&d", 3));
        assert!(!too_many_fields(b"", 0));
        assert!(too_many_fields(b"a", 0));
    }
}
