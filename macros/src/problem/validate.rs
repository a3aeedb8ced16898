//! From the item as written to a `ProblemType`: all judgement.

use proc_macro2::Span;
use quote::{ToTokens, format_ident};
use syn::spanned::Spanned;
use syn::{Attribute, Data, DataEnum, DeriveInput, Error, Fields, Ident, Member};

use super::attr::{self, ProblemOption};
use super::judge;
use super::model::{Detail, Field, Kind, Own, ProblemType, Status, Variant};
use super::options::Options;
use super::roles::Roles;
use crate::errors::Errors;
use crate::names::distance;

pub(super) fn validate(input: &DeriveInput, errors: &mut Errors) -> ProblemType {
    let mut model = ProblemType {
        ident: input.ident.clone(),
        generics: input.generics.clone(),
        variants: Vec::new(),
        error_attribute: None,
        is_misspelt: false,
    };
    match &input.data {
        Data::Struct(data) => {
            model.is_misspelt = is_misspelt(&input.attrs);
            let struct_ = Written { name: &input.ident, attributes: &input.attrs, fields: &data.fields };
            model.variants.extend(variant(&struct_, true, errors));
        }
        Data::Enum(data) => {
            model.is_misspelt = data.variants.iter().any(|v| is_misspelt(&v.attrs));
            model.variants = variants(&input.attrs, data, errors);
        }
        Data::Union(data) => errors.push(
            data.union_token,
            "a union cannot be a problem\nhelp: make it an `enum`, each variant a problem",
        ),
    }
    if let Some(attribute) = error_attribute(input) {
        model.error_attribute = Some(attribute.path().span());
        model.variants.iter_mut().for_each(|variant| variant.from = None);
    }
    two_from_one(&model, errors);
    model
}

/// Beside a derive that reads `#[error(…)]` (thiserror's), `#[from]` is that derive's business: it writes the `From`.
pub(super) fn writes_no_from(input: &DeriveInput) -> bool {
    error_attribute(input).is_some()
}

fn error_attribute(input: &DeriveInput) -> Option<&Attribute> {
    let of_variants = match &input.data {
        Data::Enum(data) => data.variants.iter().flat_map(|variant| &variant.attrs).collect(),
        _ => Vec::new(),
    };
    input.attrs.iter().chain(of_variants).find(|attribute| attribute.path().is_ident("error"))
}

/// One type cannot become two variants.
fn two_from_one(model: &ProblemType, errors: &mut Errors) {
    let mut taken: Vec<String> = Vec::new();
    for variant in &model.variants {
        let Some(field) = variant.from.map(|field| &variant.fields[field]) else { continue };
        let ty = field.ty.to_token_stream().to_string();
        if taken.contains(&ty) {
            errors.push(
                &field.ty,
                "another variant is made `#[from]` this type\n\
                     help: keep one of the two; make this one by hand, with `#[source]`",
            );
        }
        taken.push(ty);
    }
}

/// The variants of an enum with these attributes.
fn variants(attributes: &[Attribute], data: &DataEnum, errors: &mut Errors) -> Vec<Variant> {
    let of_the_enum = problem_attributes(attributes).next();
    if let Some(attribute) = of_the_enum {
        errors.push(
            attribute,
            "an enum has no problem of its own, its variants have\n\
             help: put `#[problem(…)]` on a variant",
        );
    }
    let mut variants = Vec::new();
    for v in &data.variants {
        // What stands on the enum was meant for those without.
        if of_the_enum.is_some() && problem_attributes(&v.attrs).next().is_none() {
            continue;
        }
        let written = Written { name: &v.ident, attributes: &v.attrs, fields: &v.fields };
        variants.extend(variant(&written, false, errors));
    }
    variants
}

/// A variant, or a struct, as written.
struct Written<'a> {
    name: &'a Ident,
    attributes: &'a [Attribute],
    fields: &'a Fields,
}

fn variant(written: &Written<'_>, is_struct: bool, errors: &mut Errors) -> Option<Variant> {
    let fields: Vec<Field> = fields(written.fields);
    let mut roles = Roles::default();
    for (index, field) in written.fields.iter().enumerate() {
        roles.read(index, &fields[index], &field.attrs, errors);
    }
    roles.source_by_name(&fields);
    reject_role_above(written, errors);
    let options = options_of(written, &roles, errors)?;
    let kind = kind(written, &fields, options, &roles, errors);
    if let Some((_, place)) = roles.from.as_ref().filter(|_| fields.len() > 1) {
        errors.push(
            place,
            "a `#[from]` makes the variant of this field alone, and there are others\n\
                 help: write `#[source]` and make the variant by hand",
        );
    }
    Some(Variant {
        ident: (!is_struct).then(|| written.name.clone()),
        name: written.name.to_string().trim_start_matches("r#").to_owned(),
        from: roles.from.map(|(field, _)| field),
        fields,
        kind: kind?,
    })
}

/// `#[from]` or `#[source]` above a variant, where it says nothing.
fn reject_role_above(written: &Written<'_>, errors: &mut Errors) {
    let is_role =
        |attribute: &&Attribute| ["from", "source"].iter().any(|role| attribute.path().is_ident(role));
    let Some(attribute) = written.attributes.iter().find(is_role) else { return };
    let shown = attribute.to_token_stream().to_string().replace(' ', "");
    let help = match written.fields.iter().next() {
        Some(field) => {
            let ty = field.ty.to_token_stream().to_string().replace(' ', "");
            let name = field.ident.as_ref().map(|name| format!("{name}: ")).unwrap_or_default();
            format!("`{shown} {name}{ty}`")
        }
        None => "remove it: there is no field".to_owned(),
    };
    errors.push(attribute, format!("`{shown}` stands on the field\nhelp: {help}"));
}

fn fields(fields: &Fields) -> Vec<Field> {
    let of = |(member, field): (Member, &syn::Field)| Field {
        // Named so that it is nothing of the user's, and placed so that what the type lacks is said of the type.
        binding: format_ident!(
            "field_{}",
            judge::shown(&member),
            span = Span::mixed_site().located_at(field.ty.span())
        ),
        member,
        ty: field.ty.clone(),
    };
    fields.members().zip(fields).map(of).collect()
}

/// `#[problm(404)]`, which the compiler does not know, and says which name is near.
fn is_misspelt(attributes: &[Attribute]) -> bool {
    let is_near = |name: &Ident| (1..=2).contains(&distance(&name.to_string(), "problem"));
    problem_attributes(attributes).next().is_none()
        && attributes.iter().any(|attribute| attribute.path().get_ident().is_some_and(is_near))
}

fn problem_attributes(attributes: &[Attribute]) -> impl Iterator<Item = &Attribute> {
    attributes.iter().filter(|attribute| attribute.path().is_ident("problem"))
}

/// The options of the one `#[problem(…)]`; `None` where the mistake is that there is none, or that it is unreadable.
fn options_of(written: &Written<'_>, roles: &Roles, errors: &mut Errors) -> Option<Vec<ProblemOption>> {
    let mut attributes = problem_attributes(written.attributes);
    let Some(first) = attributes.next() else {
        reject_none(written, roles, errors);
        return None;
    };
    for second in attributes {
        errors.push(second, "one problem, one `#[problem(…)]`\nhelp: write all of it in the first");
    }
    let mut own = Errors::new();
    let options = attr::options(first, &mut own);
    // A part that could not be read may be the very one that is then missed.
    match own.finish() {
        Ok(()) if options.is_empty() => {
            errors.push(
                first,
                "this says no problem\n\
                 help: write a status and a detail: `#[problem(404, \"what is missing\")]`",
            );
            None
        }
        Ok(()) => Some(options),
        Err(error) => {
            errors.add(error);
            Options::default().fill(options, &fields(written.fields), errors);
            None
        }
    }
}

/// Says that there is no `#[problem(…)]`, unless something else has said it.
fn reject_none(written: &Written<'_>, roles: &Roles, errors: &mut Errors) {
    let name = written.name;
    if roles.is_misplaced || is_misspelt(written.attributes) {
        return;
    }
    if let Some(other) = written.attributes.iter().find(|attribute| attr::is_of_another(attribute)) {
        let shown = other.path().to_token_stream();
        let message = format!(
            "`#[{shown}]` does not say which problem `{name}` is\nhelp: `{}`",
            attr::instead_of(other)
        );
        errors.push(other, message);
        return;
    }
    errors.push(
        name,
        format!(
            "`{name}` does not say which problem it is\n\
             help: put a status and a detail above it: `#[problem(404, \"what is missing\")]`"
        ),
    );
}

fn kind(
    written: &Written<'_>,
    fields: &[Field],
    options: Vec<ProblemOption>,
    roles: &Roles,
    errors: &mut Errors,
) -> Option<Kind> {
    let name = written.name;
    let mut given = Options::default();
    given.fill(options, fields, errors);
    if let Some(place) = given.transparent {
        return transparent(place, fields, &given, roles, errors);
    }
    let Some((_, status)) = given.status else {
        let place = given.others.first().copied().unwrap_or_else(|| name.span());
        errors.add(Error::new(
            place,
            "which status?\nhelp: write it first: `#[problem(404, \"what is missing\")]`",
        ));
        return None;
    };
    let status = status?;
    let detail = given.detail.map_or(Detail::None, |(_, detail)| detail);
    if let Some(place) = given.public {
        public(place, &status, &detail, errors);
    }
    Some(Kind::Own(Box::new(Own {
        status,
        title: given.title,
        type_uri: given.type_uri,
        detail,
        public: given.public.is_some(),
        instance: given.instance.and_then(|(_, instance)| instance),
        headers: given.headers,
        members: roles.members.clone(),
        source: roles.source,
    })))
}

/// `public` says something only of a detail that would else be kept from the client.
fn public(place: Span, status: &Status, detail: &Detail, errors: &mut Errors) {
    if matches!(detail, Detail::None) {
        errors.add(Error::new(
            place,
            "there is no detail to be public\nhelp: write one: `503, \"back at noon\", public`",
        ));
    } else if matches!(status, Status::Number(400..=499)) {
        errors.add(Error::new(place, "the detail of a 4xx is public already\nhelp: leave `public` out"));
    }
}

fn transparent(
    place: Span,
    fields: &[Field],
    given: &Options,
    roles: &Roles,
    errors: &mut Errors,
) -> Option<Kind> {
    for other in &given.others {
        errors.add(Error::new(
            *other,
            "a transparent problem is the field's own, with nothing added\n\
                 help: leave this out, or leave `transparent` out",
        ));
    }
    if let Some((name, _)) = roles.members.first() {
        errors.push(
            name,
            "a transparent problem is the field's own, with nothing added\n\
             help: leave `#[problem(member)]` out",
        );
    }
    if fields.len() != 1 {
        let found = if fields.is_empty() { "none".to_owned() } else { fields.len().to_string() };
        errors.add(Error::new(
            place,
            format!(
                "a transparent problem is that of its one field, and there are {found}\n\
                 help: keep the field that is the problem, or write a status"
            ),
        ));
        return None;
    }
    Some(Kind::Transparent(0))
}
