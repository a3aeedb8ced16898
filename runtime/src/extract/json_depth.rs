//! How deep a JSON text is nested, known before it is read.

/// What serde_json allows.
const MOST: usize = 127;

/// Whether arrays and objects stand deeper in each other than this. What serde_json itself refuses is left to it.
pub(super) fn is_deeper(text: &[u8], most: usize) -> bool {
    if most >= MOST || text.len() <= most {
        return false;
    }
    let (mut depth, mut in_string, mut escaped) = (0_usize, false, false);
    for &byte in text {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            b'[' | b'{' if !in_string => {
                depth += 1;
                if depth > most {
                    return true;
                }
            }
            b']' | b'}' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::is_deeper;

    #[test]
    fn depth_is_what_is_open_at_once() {
        assert!(!is_deeper(b"[[],[],{}]", 2));
        assert!(is_deeper(b"[[],[{}]]", 2));
        assert!(!is_deeper(br#"["[[[", "\"[["]"#, 1));
        assert!(is_deeper(br#"{"\\":[]}"#, 1));
    }
}
