//! The forms of a target (RFC 9112 §3.2), and the host that two of them name.

use super::{Refusal, host};

/// The host that a target names.
#[derive(Debug)]
pub(super) struct Authority {
    host: Box<[u8]>,
    /// What the port is where none is written.
    default_port: &'static [u8],
}

/// The host that the target names, if it is of a form that names one and belongs to the method.
#[inline]
pub(super) fn authority(method: &[u8], target: &[u8]) -> Result<Option<Box<Authority>>, Refusal> {
    // A fragment stays with the client (RFC 9110 §7.1); one that was sent would be cut off without a word.
    if has_fragment(target) {
        return Err(Refusal::Target);
    }
    match target {
        [b'/', ..] if method != b"CONNECT" => Ok(None),
        b"*" if method == b"OPTIONS" => Ok(None),
        _ => absolute(method, target).map(Some),
    }
}

/// Without a way out of the loop it is done for many bytes at once.
#[inline]
fn has_fragment(target: &[u8]) -> bool {
    target.iter().fold(false, |found, byte| found | (*byte == b'#'))
}

#[cold]
fn absolute(method: &[u8], target: &[u8]) -> Result<Box<Authority>, Refusal> {
    let (default_port, rest): (&[u8], _) = match method {
        b"CONNECT" => (b"", target),
        _ => match (after(target, b"http://"), after(target, b"https://")) {
            (Some(rest), _) => (b":80", rest),
            (_, Some(rest)) => (b":443", rest),
            _ => return Err(Refusal::Target),
        },
    };
    let end = rest.iter().position(|byte| matches!(byte, b'/' | b'?')).unwrap_or(rest.len());
    let host = &rest[..end];
    // A user before the host is an error (RFC 9110 §4.2.4), and so is no host (§4.2.1).
    let is_whole = !host.is_empty() && !host.starts_with(b":") && host::is_valid(host);
    // CONNECT names a host with a port, and nothing else (RFC 9112 §3.2.3).
    let is_bare = end == rest.len() && host.contains(&b':');
    if !is_whole || method == b"CONNECT" && !is_bare {
        return Err(Refusal::Target);
    }
    Ok(Box::new(Authority { host: host.into(), default_port }))
}

fn after<'t>(target: &'t [u8], scheme: &[u8]) -> Option<&'t [u8]> {
    let (own, rest) = target.split_at_checked(scheme.len())?;
    own.eq_ignore_ascii_case(scheme).then_some(rest)
}

impl Authority {
    /// Whether `host` is the same, where a port that goes without saying may be said.
    pub(super) fn is(&self, host: &[u8]) -> bool {
        let short =
            |host: &'_ [u8]| host.strip_suffix(self.default_port).unwrap_or(host).to_ascii_lowercase();
        short(&self.host) == short(host)
    }
}
