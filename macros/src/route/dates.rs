//! `Date`: a day, or a moment in UTC, of the calendar (RFC 3339), as the headers want it.

use proc_macro2::{Ident, Span};
use quote::ToTokens;
use syn::{Expr, ExprLit, Lit};

use super::model::Lifecycle;
use super::values::ungrouped;
use crate::errors::Errors;

/// A moment that is in the calendar.
pub(crate) struct Date {
    /// As it is written.
    pub(crate) written: String,
    span: Span,
    /// Since 1970, without leap seconds.
    seconds: u64,
}

const DAY: u64 = 86_400;
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `"2026-01-31"`, midnight in UTC, or `"2026-01-31T12:00:00Z"`.
pub(super) fn date(key: &Ident, value: &Expr, errors: &mut Errors) -> Option<Date> {
    let Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) = ungrouped(value) else {
        let shown = value.to_token_stream().to_string().replace(' ', "");
        let shown = if parse(&shown).is_ok() { shown.as_str() } else { "2026-01-31" };
        errors.push(value, format!("a date is a string\nhelp: `{key} = \"{shown}\"`"));
        return None;
    };
    let written = text.value();
    match parse(&written) {
        Ok(seconds) => Some(Date { written, span: text.span(), seconds }),
        Err(mistake) => {
            errors.push(text, mistake);
            None
        }
    }
}

/// What is over was deprecated before (RFC 9745 §4).
pub(super) fn sunset_not_before_deprecation(lifecycle: &Lifecycle, errors: &mut Errors) {
    if let (Some(deprecated), Some(sunset)) = (&lifecycle.deprecated, &lifecycle.sunset)
        && sunset.seconds < deprecated.seconds
    {
        let message = format!(
            "the sunset is before the deprecation (RFC 9745 §4)\nhelp: a date that is not before {}",
            deprecated.written
        );
        errors.add(syn::Error::new(sunset.span, message));
    }
}

/// The seconds since 1970, or what is wrong with the text.
fn parse(text: &str) -> Result<u64, String> {
    let malformed = || {
        format!(
            "`{text}` is not a date\nhelp: year, month and day, `\"2026-01-31\"`, or with a time in UTC, `\"2026-01-31T12:00:00Z\"` (RFC 3339)"
        )
    };
    let (day, time) = match text.split_once('T') {
        Some((day, time)) => (day, time.strip_suffix('Z').ok_or_else(malformed)?),
        None => (text, "00:00:00"),
    };
    let [year, month, day] = numbers(day, '-', [4, 2, 2]).ok_or_else(malformed)?;
    let [hour, minute, second] = numbers(time, ':', [2, 2, 2]).ok_or_else(malformed)?;
    if year < 1970 {
        return Err(malformed());
    }
    let Some(name) = (month as usize).checked_sub(1).and_then(|at| MONTHS.get(at)) else {
        return Err(format!(
            "there is no month {month}\nhelp: the month stands in the middle, `\"2026-01-31\"`"
        ));
    };
    let length = days_of(year, month);
    if day == 0 || day > length {
        return Err(format!("there is no {day} {name} {year}\nhelp: a day of 1 to {length}"));
    }
    if hour > 23 || minute > 59 || second > 59 {
        return Err(format!("there is no time {time}\nhelp: it is between 00:00:00 and 23:59:59, in UTC"));
    }
    let years = (1970..year).map(|year| if is_leap(year) { 366 } else { 365 });
    let months = (1..month).map(|month| days_of(year, month));
    let days: u64 = years.chain(months).sum::<u64>() + day - 1;
    Ok(days * DAY + hour * 3600 + minute * 60 + second)
}

/// Numbers of so many digits each.
fn numbers(text: &str, sign: char, digits: [usize; 3]) -> Option<[u64; 3]> {
    let mut parts = text.split(sign);
    let mut numbers = [0; 3];
    for (number, digits) in numbers.iter_mut().zip(digits) {
        let part = parts.next().filter(|part| part.len() == digits)?;
        *number = part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse().ok())??;
    }
    parts.next().is_none().then_some(numbers)
}

fn is_leap(year: u64) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

fn days_of(year: u64, month: u64) -> u64 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl Date {
    /// A date of structured fields (RFC 9651 §3.3.7): `@1769817600`.
    pub(super) fn structured(&self) -> String {
        format!("@{}", self.seconds)
    }

    /// An HTTP-date (RFC 9110 §5.6.7): `Sat, 31 Jan 2026 00:00:00 GMT`.
    pub(super) fn http(&self) -> String {
        // 1970 began on a Thursday.
        const WEEKDAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
        let (mut days, time) = (self.seconds / DAY, self.seconds % DAY);
        let weekday = WEEKDAYS[(days % 7) as usize];
        let mut year = 1970;
        while days >= if is_leap(year) { 366 } else { 365 } {
            days -= if is_leap(year) { 366 } else { 365 };
            year += 1;
        }
        let mut month = 1;
        while days >= days_of(year, month) {
            days -= days_of(year, month);
            month += 1;
        }
        let (day, month) = (days + 1, &MONTHS[month as usize - 1][..3]);
        let (hour, minute, second) = (time / 3600, time / 60 % 60, time % 60);
        format!("{weekday}, {day:02} {month} {year:04} {hour:02}:{minute:02}:{second:02} GMT")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Date {
        Date { written: text.to_owned(), span: Span::call_site(), seconds: parse(text).expect(text) }
    }

    #[test]
    fn a_date_is_what_the_headers_say() {
        for (text, structured, http) in [
            ("1970-01-01", "@0", "Thu, 01 Jan 1970 00:00:00 GMT"),
            ("1994-11-06T08:49:37Z", "@784111777", "Sun, 06 Nov 1994 08:49:37 GMT"),
            ("2023-06-30T23:59:59Z", "@1688169599", "Fri, 30 Jun 2023 23:59:59 GMT"),
            ("2024-02-29", "@1709164800", "Thu, 29 Feb 2024 00:00:00 GMT"),
            ("2000-12-31", "@978220800", "Sun, 31 Dec 2000 00:00:00 GMT"),
            ("9999-12-31T23:59:59Z", "@253402300799", "Fri, 31 Dec 9999 23:59:59 GMT"),
        ] {
            let date = of(text);
            assert_eq!((date.structured().as_str(), date.http().as_str()), (structured, http), "{text}");
        }
    }

    #[test]
    fn what_is_not_in_the_calendar_is_no_date() {
        for text in [
            "",
            "2026",
            "2026-1-31",
            "26-01-31",
            "2026-02-29",
            "1900-02-29",
            "2026-04-31",
            "2026-00-10",
            "2026-13-01",
            "2026-01-00",
            "2026-01-32",
            "2026-01-31T24:00:00Z",
            "2026-01-31T12:60:00Z",
            "2026-01-31T12:00:00",
            "2026-01-31T12:00:00+01:00",
            "2026-01-31 12:00:00Z",
            "+026-01-31",
            "2026-01-31-01",
            "1969-12-31",
        ] {
            assert!(parse(text).is_err(), "{text}");
        }
    }
}
