//! `Options`: the parts of one `#[problem(…)]`, judged one by one, each at most once.

use proc_macro2::Span;
use syn::{Error, LitStr};

use super::attr::{ProblemOption, What};
use super::judge;
use super::model::{Detail, Field, Status, Template};
use crate::errors::Errors;

/// The options of a `#[problem(…)]`, each at most once; the first of two counts.
#[derive(Default)]
pub(super) struct Options {
    pub(super) status: Option<(Span, Option<Status>)>,
    pub(super) title: Option<LitStr>,
    pub(super) type_uri: Option<LitStr>,
    pub(super) instance: Option<(Span, Option<Template>)>,
    pub(super) detail: Option<(Span, Detail)>,
    pub(super) headers: Vec<(LitStr, Template)>,
    pub(super) transparent: Option<Span>,
    pub(super) public: Option<Span>,
    pub(super) others: Vec<Span>,
}

impl Options {
    pub(super) fn fill(&mut self, options: Vec<ProblemOption>, fields: &[Field], errors: &mut Errors) {
        for ProblemOption { blame, what } in options {
            if !matches!(what, What::Transparent) {
                self.others.push(blame);
            }
            match what {
                What::Status(token) => {
                    let status = judge::status(&token, errors);
                    once(&mut self.status, (blame, status), blame, "status", errors);
                }
                What::Detail(text) => {
                    let template = judge::template(&text, fields, errors);
                    let detail = template.map_or(Detail::None, Detail::Text);
                    once(&mut self.detail, (blame, detail), blame, "detail", errors);
                }
                What::Display => {
                    once(&mut self.detail, (blame, Detail::Display(blame)), blame, "detail", errors);
                }
                What::Title(text) => {
                    judge::title(&text, errors);
                    once(&mut self.title, text, blame, "title", errors);
                }
                What::TypeUri(text) => {
                    judge::uri("type", &text, errors);
                    once(&mut self.type_uri, text, blame, "type", errors);
                }
                What::Instance(text) => {
                    judge::uri("instance", &text, errors);
                    let template = judge::template(&text, fields, errors);
                    once(&mut self.instance, (blame, template), blame, "instance", errors);
                }
                What::Header(name, value) => {
                    judge::header_name(&name, errors);
                    judge::header_value(&value, errors);
                    self.headers.extend(judge::template(&value, fields, errors).map(|value| (name, value)));
                }
                What::Transparent => once(&mut self.transparent, blame, blame, "transparent", errors),
                What::Public => once(&mut self.public, blame, blame, "public", errors),
                What::Member(_) => errors.add(Error::new(
                    blame,
                    "a member is a field\nhelp: put `#[problem(member)]` on the field",
                )),
            }
        }
    }
}

fn once<T>(slot: &mut Option<T>, value: T, blame: Span, what: &str, errors: &mut Errors) {
    if slot.is_some() {
        errors.add(Error::new(blame, format!("the {what} is said twice\nhelp: keep one of the two")));
    } else {
        *slot = Some(value);
    }
}
