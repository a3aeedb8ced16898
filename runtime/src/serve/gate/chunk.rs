//! Chunks (RFC 9112 §7.1): the line before each, and the fields after the last.

use super::Refusal;
use super::field::value_of;

/// The size that the line before a chunk says.
///
/// Extensions are read by nobody, but the line must be one that every reader ends at the same place.
pub(super) fn size(line: &[u8]) -> Result<u64, Refusal> {
    let digits = line.iter().position(|byte| !byte.is_ascii_hexdigit()).unwrap_or(line.len());
    let (size, extensions) = line.split_at(digits);
    // Sixteen digits would do for any chunk; more are there to overflow a number.
    let size = (size.len() <= 16).then(|| std::str::from_utf8(size).ok()).flatten();
    let size = size.and_then(|size| u64::from_str_radix(size, 16).ok()).ok_or(Refusal::Chunk)?;
    let is_extension = matches!(extensions.trim_ascii_start(), [b';', _, ..]);
    let is_visible = extensions.iter().all(|byte| matches!(byte, b'\t' | b' '..=b'~'));
    if extensions.is_empty() || is_extension && is_visible { Ok(size) } else { Err(Refusal::Chunk) }
}

/// A field after the last chunk: none that says where messages end or whom they are for (RFC 9110 §6.5.1).
pub(super) fn trailer(line: &[u8]) -> Result<(), Refusal> {
    const HEADERS_ONLY: [&[u8]; 3] = [b"content-length:", b"transfer-encoding:", b"host:"];
    let is_folded = line.starts_with(b" ") || line.starts_with(b"\t");
    if is_folded || HEADERS_ONLY.iter().any(|name| value_of(line, name).is_some()) {
        return Err(Refusal::Trailer);
    }
    Ok(())
}
