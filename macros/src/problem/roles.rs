//! `Roles`: what the fields are for, `#[from]`, `#[source]`, `#[problem(member)]`.

use proc_macro2::Span;
use syn::{Attribute, Error, LitStr, Member};

use super::attr::{self, What};
use super::judge;
use super::model::Field;
use crate::errors::Errors;

/// The members that every problem has (RFC 9457 §3.1).
const OWN_MEMBERS: [&str; 5] = ["type", "title", "status", "detail", "instance"];

/// What the fields are for.
#[derive(Default)]
pub(super) struct Roles {
    pub(super) from: Option<(usize, Attribute)>,
    pub(super) source: Option<usize>,
    pub(super) members: Vec<(LitStr, usize)>,
    /// A field says what the variant should.
    pub(super) is_misplaced: bool,
}

impl Roles {
    pub(super) fn read(
        &mut self,
        index: usize,
        field: &Field,
        attributes: &[Attribute],
        errors: &mut Errors,
    ) {
        for attribute in attributes {
            if attribute.path().is_ident("problem") {
                self.read_member(index, field, attribute, errors);
                continue;
            }
            let is_from = attribute.path().is_ident("from");
            if !is_from && !attribute.path().is_ident("source") {
                continue;
            }
            if self.source.is_some_and(|other| other != index) {
                errors.push(
                    attribute,
                    "a problem has one source, and another field is it already\n\
                         help: keep one `#[from]` or `#[source]`",
                );
                self.from = None;
                continue;
            }
            self.source = Some(index);
            if is_from {
                self.from = Some((index, attribute.clone()));
            }
        }
    }

    fn read_member(&mut self, index: usize, field: &Field, attribute: &Attribute, errors: &mut Errors) {
        for option in attr::options(attribute, errors) {
            let What::Member(name) = option.what else {
                self.is_misplaced = true;
                errors.add(Error::new(
                    option.blame,
                    "this belongs on the variant\n\
                         help: a field is `#[problem(member)]` or `#[problem(member = \"name\")]`",
                ));
                continue;
            };
            let name = match (name, &field.member) {
                (Some(name), _) => name,
                (None, Member::Named(ident)) => LitStr::new(&judge::shown(&field.member), ident.span()),
                (None, Member::Unnamed(_)) => {
                    errors.add(Error::new(
                        option.blame,
                        "a field without a name needs one as a member\nhelp: write `member = \"errors\"`",
                    ));
                    continue;
                }
            };
            self.add_member(index, option.blame, name, errors);
        }
    }

    fn add_member(&mut self, index: usize, blame: Span, name: LitStr, errors: &mut Errors) {
        let value = name.value();
        if value.is_empty() {
            errors.push(name, "a member has a name\nhelp: write `member = \"errors\"`");
        } else if OWN_MEMBERS.contains(&&*value) {
            let complaint = format!(
                "every problem has a `{value}` of its own\n\
                     help: write `member = \"{value}_2\"`, or a better name"
            );
            errors.add(Error::new(blame, complaint));
        } else if self.members.iter().any(|(taken, _)| taken.value() == value) {
            errors.add(Error::new(
                blame,
                format!(
                    "there is a member `{value}` already\n\
                 help: write `member = \"{value}_2\"`, or a better name"
                ),
            ));
        } else {
            self.members.push((name, index));
        }
    }

    /// A field called `source` is the source, as it is for thiserror.
    pub(super) fn source_by_name(&mut self, fields: &[Field]) {
        let named =
            fields.iter().position(|field| matches!(&field.member, Member::Named(name) if name == "source"));
        self.source = self.source.or(named);
    }
}
