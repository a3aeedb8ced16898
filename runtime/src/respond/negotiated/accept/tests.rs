//! `Accept` against the RFC's examples, what clients send, and a slow model.

use http::{HeaderMap, HeaderValue, header::ACCEPT};
use proptest::prelude::*;

use super::choose;

const OFFERS: [&str; 4] = ["application/json", "text/html; charset=utf-8", "text/csv", "text/html; level=1"];

fn chosen(lines: &[&str], offers: &[&str]) -> Option<usize> {
    let line = |line: &&str| (ACCEPT, HeaderValue::from_bytes(line.as_bytes()).expect("a field's value"));
    choose(&lines.iter().map(line).collect::<HeaderMap>(), offers)
}

#[track_caller]
fn wants(accept: &str, expected: Option<&str>) {
    let chosen = chosen(&[accept], &OFFERS).map(|at| OFFERS[at]);
    assert_eq!(chosen, expected, "Accept: {accept}");
}

#[test]
fn the_weightiest_is_chosen_and_of_equal_ones_the_first_offered() {
    wants("text/csv, text/html", Some("text/html; charset=utf-8"));
    wants("text/csv, text/html;q=0.9", Some("text/csv"));
    wants("text/html;q=0.2, text/csv;q=0.3, application/json;q=0.1", Some("text/csv"));
    wants("text/csv;q=0.001", Some("text/csv"));
    wants("TEXT/CSV", Some("text/csv"));
}

#[test]
fn the_most_specific_range_says_the_weight() {
    wants("text/*;q=0.1, text/csv, */*;q=0.5", Some("text/csv"));
    wants("*/*, application/json;q=0.1", Some("text/html; charset=utf-8"));
    wants("text/*, text/html;q=0, text/html;level=1;q=0.4", Some("text/csv"));
    wants("text/html;level=1, text/html;q=0.7", Some("text/html; level=1"));
    wants("text/html;level=\"1\"", Some("text/html; level=1"));
    wants("text/html;level=2", None);
}

#[test]
fn a_weight_of_nothing_is_a_refusal() {
    wants("application/json;q=0", None);
    wants("application/json;q=0, */*", Some("text/html; charset=utf-8"));
    wants("*/*;q=0", None);
    wants("text/csv;q=0.0000", None);
    wants("image/png", None);
}

#[test]
fn without_anything_to_go_by_the_first_is_chosen() {
    assert_eq!(chosen(&[], &OFFERS), Some(0));
    wants("", Some(OFFERS[0]));
    wants(" , ,", Some(OFFERS[0]));
    wants("*/*", Some(OFFERS[0]));
}

#[test]
fn what_is_no_range_is_passed_over() {
    for malformed in [
        "json",
        "text/",
        "/csv",
        "*/csv",
        "text/csv;q=2",
        "text/csv;q=",
        "text/csv;q=-1",
        "a b/c",
        "text/csv;;=",
        "\"text/csv",
    ] {
        wants(malformed, Some(OFFERS[0]));
        wants(
            &format!("{malformed}, text/html;q=0.1"),
            if malformed.starts_with('"') { Some(OFFERS[0]) } else { Some(OFFERS[1]) },
        );
    }
    assert_eq!(chosen(&["text/\u{e9}, text/csv"], &OFFERS), Some(2));
}

#[test]
fn what_clients_send_is_understood() {
    // A browser, Java's URLConnection, jQuery, curl.
    wants("text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8", Some(OFFERS[1]));
    wants("text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2", Some(OFFERS[1]));
    wants("application/json, text/javascript, */*; q=0.01", Some(OFFERS[0]));
    wants("application/json;charset=utf-8", Some(OFFERS[0]));
    wants("text/html;charset=iso-8859-1", Some("text/html; level=1"));
    wants("text/csv;header=\"a,b;c\", text/csv;q=0.3333", Some("text/csv"));
    assert_eq!(chosen(&["image/png", "text/csv"], &OFFERS), Some(2), "two lines are one list");
}

/// A range as the model knows it: names, or `None` for `*`, and thousandths.
type Wanted = (Option<(&'static str, Option<&'static str>)>, u16);

fn ranges() -> impl Strategy<Value = Vec<Wanted>> {
    let kinds = prop::sample::select(vec!["a", "b"]);
    let subtypes = prop::sample::select(vec!["x", "y", "z"]);
    let name = prop::option::weighted(0.9, (kinds, prop::option::weighted(0.8, subtypes)));
    prop::collection::vec((name, 0..=1000_u16), 1..6)
}

fn written(ranges: &[Wanted], spaced: bool) -> String {
    let space = if spaced { " \t" } else { "" };
    let one = |(name, weight): &Wanted| {
        let name = match name {
            None => "*/*".to_owned(),
            Some((kind, None)) => format!("{kind}/*"),
            Some((kind, Some(subtype))) => format!("{kind}/{subtype}"),
        };
        format!("{space}{name}{space};{space}Q={}.{:03}{space}", weight / 1000, weight % 1000)
    };
    ranges.iter().map(one).collect::<Vec<_>>().join(",")
}

/// The weight of `kind/subtype`: that of the first kind of range that there is for it.
fn model(ranges: &[Wanted], kind: &str, subtype: &str) -> u16 {
    let most = |wanted: Option<(&str, Option<&str>)>| {
        ranges.iter().filter(|(name, _)| *name == wanted).map(|(_, weight)| *weight).max()
    };
    most(Some((kind, Some(subtype)))).or_else(|| most(Some((kind, None)))).or_else(|| most(None)).unwrap_or(0)
}

proptest! {
    #[test]
    fn no_range_that_fits_is_weightier_than_the_chosen(ranges in ranges(), spaced: bool) {
        const OFFERS: [(&str, &str); 4] = [("a", "x"), ("b", "y"), ("a", "z"), ("c", "x")];
        let offers = OFFERS.map(|(kind, subtype)| format!("{kind}/{subtype}"));
        let weights = OFFERS.map(|(kind, subtype)| model(&ranges, kind, subtype));
        let most = weights.into_iter().max().filter(|weight| *weight > 0);
        let expected = most.and_then(|most| weights.iter().position(|weight| *weight == most));
        let accept = written(&ranges, spaced);
        prop_assert_eq!(chosen(&[&accept], &offers.each_ref().map(String::as_str)), expected, "{}", accept);
    }

    #[test]
    fn whatever_is_sent_is_answered(bytes in prop::collection::vec(any::<u8>().prop_filter("a field's bytes", |byte| *byte >= 32 && *byte != 127), 0..80)) {
        let value = HeaderValue::from_bytes(&bytes).expect("a field's value");
        let chosen = choose(&HeaderMap::from_iter([(ACCEPT, value)]), &OFFERS);
        prop_assert!(chosen.is_none_or(|at| at < OFFERS.len()));
    }

    #[test]
    fn the_marks_of_the_grammar_in_any_order_are_answered(text in "[a/*;,q=\"\\\\. 01]{0,40}") {
        prop_assert!(chosen(&[&text], &OFFERS).is_none_or(|at| at < OFFERS.len()));
    }
}
