//! `Accept` (RFC 9110 §12.5.1): which of the media types that there are a client wants most.

use http::{HeaderMap, header};

/// The one of the media types that is wanted most, of those wanted alike the first; `None` where none is wanted.
///
/// A request without `Accept` takes anything. What in it is not a media range is passed over: where nothing is left, it is
/// as if it were not there.
pub(crate) fn choose(headers: &HeaderMap, offers: &[&str]) -> Option<usize> {
    let ranges = || {
        let values = headers.get_all(header::ACCEPT).into_iter();
        values.flat_map(|value| split(value.as_bytes(), b',')).filter_map(Range::parse)
    };
    if ranges().next().is_none() {
        return Some(0);
    }
    let mut best: Option<(usize, u16)> = None;
    for (at, offer) in offers.iter().enumerate() {
        let offer = Offer::parse(offer);
        // The most specific range that fits says how much it is wanted.
        let fitting = ranges().filter(|range| range.fits(&offer));
        let weight =
            fitting.max_by_key(|range| (range.specificity(), range.weight)).map_or(0, |range| range.weight);
        if weight > best.map_or(0, |(_, weight)| weight) {
            best = Some((at, weight));
        }
    }
    best.map(|(at, _)| at)
}

/// One element of `Accept`.
#[derive(Clone, Copy, Debug)]
struct Range<'a> {
    kind: &'a [u8],
    subtype: &'a [u8],
    /// What stands before the weight, undivided.
    parameters: &'a [u8],
    /// In thousandths.
    weight: u16,
}

impl<'a> Range<'a> {
    fn parse(text: &'a [u8]) -> Option<Self> {
        let (essence, parameters) = halves(text, b';');
        let (kind, subtype) = match essence.trim_ascii() {
            // Some clients say it like this.
            b"*" => (&b"*"[..], &b"*"[..]),
            essence => halves(essence, b'/'),
        };
        let is_range = is_token(kind) && is_token(subtype) && (kind != b"*" || subtype == b"*");
        let mut range = Self { kind, subtype, parameters, weight: 1000 };
        let mut length = 0;
        for parameter in split(parameters, b';') {
            let (name, value) = halves(parameter, b'=');
            let (name, value) = (name.trim_ascii(), value.trim_ascii());
            if name.eq_ignore_ascii_case(b"q") {
                range.weight = weight(value)?;
                range.parameters = parameters.get(..length)?;
                break;
            }
            let is_empty = parameter.trim_ascii().is_empty();
            if !is_empty && (!is_token(name) || value.is_empty()) {
                return None;
            }
            length += parameter.len() + 1;
        }
        is_range.then_some(range)
    }

    fn fits(&self, offer: &Offer<'_>) -> bool {
        let names = |own: &[u8], other: &[u8]| own == b"*" || own.eq_ignore_ascii_case(other);
        names(self.kind, offer.kind)
            && names(self.subtype, offer.subtype)
            && self.parameters().all(|(name, value)| {
                let mut others = parameters(offer.parameters);
                let found = others.find(|(other, _)| other.eq_ignore_ascii_case(name));
                match found {
                    Some((_, other)) => value.eq_ignore_ascii_case(other),
                    // What has no charset of its own is UTF-8, or no text: `application/json;charset=utf-8` is meant.
                    None => name.eq_ignore_ascii_case(b"charset"),
                }
            })
    }

    fn parameters(&self) -> impl Iterator<Item = (&'a [u8], &'a [u8])> + use<'a> {
        parameters(self.parameters)
    }

    fn specificity(&self) -> usize {
        match (self.kind, self.subtype) {
            (b"*", _) => 0,
            (_, b"*") => 1,
            _ => 2 + self.parameters().count(),
        }
    }
}

/// A media type that there is.
#[derive(Debug)]
struct Offer<'a> {
    kind: &'a [u8],
    subtype: &'a [u8],
    parameters: &'a [u8],
}

impl<'a> Offer<'a> {
    fn parse(text: &'a str) -> Self {
        let (essence, parameters) = halves(text.as_bytes(), b';');
        let (kind, subtype) = halves(essence.trim_ascii(), b'/');
        Self { kind, subtype, parameters }
    }
}

/// Names and values, these without their quotes.
fn parameters(text: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    split(text, b';').map(|parameter| halves(parameter.trim_ascii(), b'=')).filter_map(|(name, value)| {
        let value = value.trim_ascii();
        let unquoted = value.strip_prefix(b"\"").and_then(|value| value.strip_suffix(b"\"")).unwrap_or(value);
        (!name.is_empty()).then_some((name.trim_ascii(), unquoted))
    })
}

/// The pieces between the separators that stand in no quoted string (RFC 9110 §5.6.4).
pub(crate) fn split(text: &[u8], separator: u8) -> impl Iterator<Item = &[u8]> {
    let (mut is_quoted, mut is_escaped) = (false, false);
    text.split(move |&byte| {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if is_quoted => is_escaped = true,
            b'"' => is_quoted = !is_quoted,
            _ => {}
        }
        byte == separator && !is_quoted
    })
}

/// What stands before the first separator and what behind it, which is nothing where there is none.
fn halves(text: &[u8], separator: u8) -> (&[u8], &[u8]) {
    let at = text.iter().position(|&byte| byte == separator).unwrap_or(text.len());
    (text.get(..at).unwrap_or_default(), text.get(at + 1..).unwrap_or_default())
}

/// RFC 9110 §5.6.2.
fn is_token(text: &[u8]) -> bool {
    let is_in_one = |byte: &u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(byte);
    !text.is_empty() && text.iter().all(is_in_one)
}

/// `0.5` (RFC 9110 §12.4.2) in thousandths; `.5` and digits after the third are understood, too.
fn weight(text: &[u8]) -> Option<u16> {
    let (whole, fraction) = halves(text, b'.');
    if !fraction.iter().all(u8::is_ascii_digit) || text.is_empty() {
        return None;
    }
    let digits = fraction.iter().chain(b"000").take(3);
    let thousandths = digits.fold(0, |number, digit| number * 10 + u16::from(digit - b'0'));
    match whole {
        b"0" => Some(thousandths),
        b"" if !fraction.is_empty() => Some(thousandths),
        b"1" if fraction.iter().all(|&digit| digit == b'0') => Some(1000),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
