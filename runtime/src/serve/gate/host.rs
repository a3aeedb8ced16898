//! Host and port (RFC 9110 §7.2, RFC 3986 §3.2.2).

/// What a registered name may be made of: unreserved, percent-escapes, sub-delims.
const NAME: [bool; 256] = {
    let mut name = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        name[byte] = matches!(byte as u8,
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'%'
            | b'!' | b'$' | b'&' | b'\'' | b'(' | b')' | b'*' | b'+' | b',' | b';' | b'=');
        byte += 1;
    }
    name
};

/// Whether this is a host with or without a port. It may be empty: so says a client whose target has none.
#[inline]
pub(super) fn is_valid(value: &[u8]) -> bool {
    let name = value.iter().position(|byte| !NAME[usize::from(*byte)]).unwrap_or(value.len());
    match &value[name..] {
        [] => true,
        [b':', port @ ..] => is_port(port),
        [b'[', literal @ ..] if name == 0 => is_literal(literal),
        _ => false,
    }
}

fn is_port(port: &[u8]) -> bool {
    port.len() <= 5 && port.iter().all(u8::is_ascii_digit)
}

/// What follows `[` (RFC 3986 §3.2.2): an address of IPv6, and perhaps a port.
#[cold]
fn is_literal(literal: &[u8]) -> bool {
    let Some(end) = literal.iter().position(|byte| *byte == b']') else { return false };
    let address = std::str::from_utf8(&literal[..end]).ok();
    let is_address = address.is_some_and(|address| address.parse::<std::net::Ipv6Addr>().is_ok());
    is_address
        && matches!(&literal[end + 1..], [] | [b':', ..] if is_port(literal.get(end + 2..).unwrap_or_default()))
}
