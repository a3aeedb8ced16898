//! `Violations`: the rules that a value breaks, each with its place in what was sent.

use std::fmt::{self, Write};

use garde::Report;
use serde_json::{Map, Value, json};

use super::brief::brief;
use super::json_pointer;
use super::valid::Sent;
use crate::{IntoProblem, Problem, ProblemInfo, answered_by_its_problem};

/// The rules that a value breaks: a problem of status 422 (RFC 9110 §15.5.21) whose member `errors` says of each what is wrong,
/// and where, by a JSON Pointer (RFC 6901) as the example of RFC 9457 §3 has it.
///
/// # Where
/// garde knows the names of fields in Rust, and a client those that serde gives them. So a pointer follows what was sent: a member
/// has the name of the field, as it is or in another case, which is what `#[serde(rename_all = "camelCase")]` makes of it. Where a
/// member of such a name was not sent, or has another by `#[serde(rename = "…")]`, or stands elsewhere by `flatten`, the pointer
/// leads to the object where it would stand, and the detail begins with the name of the field. So a pointer always leads to
/// something that was sent.
///
/// In a form or a query each name is a member, with a list of its values. A newtype is `#[garde(transparent)]`, as it is to serde;
/// without, garde counts it as a list of one.
///
/// They are in garde's order, that of the fields' names. The first 100 are listed, and the detail of the problem says how many more
/// there are. The limit of the body is what bounds their number: garde looks at each element of a list, be the list too long.
#[derive(Clone, Debug)]
pub struct Violations {
    report: Report,
    told: Vec<Violation>,
}

/// The most that are told.
const MOST: usize = 100;

/// The most bytes of a pointer: what it says comes from the client, once for each violation.
const LONGEST_POINTER: usize = 256;

#[derive(Clone, Debug)]
struct Violation {
    pointer: String,
    detail: String,
}

impl Violations {
    #[cold]
    pub(super) fn of(report: Report, sent: &Sent, query: &str) -> Self {
        let document = document(sent, query);
        let told = report.iter().take(MOST).map(|(path, error)| {
            let steps = steps(path);
            let (pointer, followed) = follow(&steps, document.as_ref());
            let message = brief(error);
            let rest = shown(&steps[followed..]);
            let detail = if rest.is_empty() { message } else { format!("`{}`: {message}", brief(&rest)) };
            Violation { pointer, detail }
        });
        let told = told.collect();
        Self { report, told }
    }

    /// What garde reports: all of it, with the names of the fields.
    #[must_use]
    pub const fn report(&self) -> &Report {
        &self.report
    }
}

#[diagnostic::do_not_recommend]
impl IntoProblem for Violations {
    const POSSIBLE: &'static [ProblemInfo] = &[ProblemInfo::new("Violations", 422).members(&["errors"])];

    #[cold]
    fn into_problem(self) -> Problem {
        let errors = self.told.iter().map(|violation| {
            json!({ "detail": violation.detail, "pointer": json_pointer::fragment(&violation.pointer) })
        });
        let errors: Vec<Value> = errors.collect();
        Problem::new(422).detail(self.to_string()).with("errors", errors)
    }
}

answered_by_its_problem!(Violations);

impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("what was sent is not valid")?;
        if let Some(Violation { pointer, detail }) = self.told.first() {
            let place = if pointer.is_empty() { String::new() } else { format!("`{pointer}`: ") };
            write!(f, ": {place}{detail}")?;
        }
        match self.report.iter().count().saturating_sub(1) {
            0 => Ok(()),
            more => write!(f, "; and {more} more"),
        }
    }
}

impl std::error::Error for Violations {}

/// A step of garde's path.
enum Step {
    Name(String),
    Index(String),
}

/// The steps of a path, which says them by its `Serialize` alone: as text, a key with a point in it is two.
fn steps(path: &garde::Path) -> Vec<Step> {
    let Ok(Value::Array(steps)) = serde_json::to_value(path) else { return Vec::new() };
    let step = |step: Value| {
        let (kind, name) = serde_json::from_value::<(String, String)>(step).ok()?;
        match &*kind {
            "key" => Some(Step::Name(name)),
            "index" => Some(Step::Index(name)),
            // What is within an `Option`.
            _ => None,
        }
    };
    steps.into_iter().filter_map(step).collect()
}

/// What was sent, as JSON.
#[cfg_attr(not(feature = "form"), expect(unused_variables, reason = "there is no `Query`"))]
fn document(sent: &Sent, query: &str) -> Option<Value> {
    match sent {
        Sent::Unknown => None,
        Sent::Json(text) => serde_json::from_slice(text).ok(),
        #[cfg(feature = "form")]
        Sent::Form(text) => serde_html_form::from_bytes(text).ok().map(members),
        #[cfg(feature = "form")]
        Sent::Query => serde_html_form::from_str(query).ok().map(members),
    }
}

#[cfg(feature = "form")]
fn members(pairs: Vec<(String, String)>) -> Value {
    let mut members = Map::new();
    for (name, value) in pairs {
        if let Value::Array(values) = members.entry(name).or_insert_with(|| json!([])) {
            values.push(value.into());
        }
    }
    members.into()
}

/// The pointer of what a path leads to, and how many of its steps lead there.
fn follow(steps: &[Step], document: Option<&Value>) -> (String, usize) {
    let mut pointer = String::new();
    let mut here = document;
    for (at, step) in steps.iter().enumerate() {
        let (Step::Name(name) | Step::Index(name)) = step;
        let before = pointer.len();
        match (here, step) {
            (None, _) => push(&mut pointer, name),
            (Some(Value::Array(values)), Step::Index(index)) => {
                let Some(value) = index.parse().ok().and_then(|index: usize| values.get(index)) else {
                    return (pointer, at);
                };
                push(&mut pointer, index);
                here = Some(value);
            }
            (Some(value), _) => match (value.as_object().and_then(|members| member(members, name)), step) {
                (Some((name, value)), _) => {
                    push(&mut pointer, name);
                    here = Some(value);
                }
                // A newtype, which is what it holds.
                (None, Step::Index(index)) if index == "0" => {}
                (None, _) => return (pointer, at),
            },
        }
        if pointer.len() > LONGEST_POINTER {
            pointer.truncate(before);
            return (pointer, at);
        }
    }
    (pointer, steps.len())
}

fn push(pointer: &mut String, name: &str) {
    pointer.push('/');
    pointer.push_str(&name.replace('~', "~0").replace('/', "~1"));
}

/// The member of this name; or, where there is none, the only one of this name in another case.
fn member<'m>(members: &'m Map<String, Value>, name: &str) -> Option<(&'m String, &'m Value)> {
    if let Some(found) = members.get_key_value(name) {
        return Some(found);
    }
    let wanted = without_case(name);
    let mut alike = members.iter().filter(|(name, _)| without_case(name) == wanted);
    alike.next().filter(|_| alike.next().is_none())
}

/// `first_name`, `firstName`, `FIRST-NAME`: the same words.
fn without_case(name: &str) -> String {
    name.chars().filter(|char| !matches!(char, '_' | '-')).flat_map(char::to_lowercase).collect()
}

/// As garde shows a path.
fn shown(steps: &[Step]) -> String {
    let mut shown = String::new();
    for step in steps {
        let _ = match step {
            Step::Name(name) if shown.is_empty() => write!(shown, "{name}"),
            Step::Name(name) => write!(shown, ".{name}"),
            Step::Index(index) => write!(shown, "[{index}]"),
        };
    }
    shown
}

#[cfg(test)]
mod tests {
    use garde::{Error, Path, Report};
    use serde_json::json;

    use super::{LONGEST_POINTER, Sent, Violations};

    fn at(path: Path, sent: &serde_json::Value) -> (String, String) {
        let mut report = Report::new();
        report.append(path, Error::new("no"));
        let sent = Sent::Json(sent.to_string().into());
        let told = Violations::of(report, &sent, "").told.remove(0);
        (told.pointer, told.detail)
    }

    fn found(path: Path, sent: &serde_json::Value, pointer: &str, detail: &str) {
        assert_eq!(at(path, sent), (pointer.to_owned(), detail.to_owned()));
    }

    #[test]
    fn a_path_leads_through_what_was_sent() {
        found(
            Path::new("items").join(1).join("name"),
            &json!({ "items": [{}, { "name": "" }] }),
            "/items/1/name",
            "no",
        );
        found(Path::empty(), &json!({}), "", "no");
        found(Path::new("a.b/c~").join("d"), &json!({ "a.b/c~": { "d": 1 } }), "/a.b~1c~0/d", "no");
    }

    #[test]
    fn a_name_in_another_case_is_found() {
        for name in ["firstName", "FirstName", "first-name", "FIRST_NAME", "firstname"] {
            found(Path::new("first_name"), &json!({ name: 1 }), &format!("/{name}"), "no");
        }
        found(Path::new("first_name"), &json!({ "first_name": 1, "firstName": 2 }), "/first_name", "no");
    }

    #[test]
    fn what_is_not_found_is_said_to_be_in_what_is() {
        found(Path::new("post").join("kind"), &json!({ "post": { "type": 1 } }), "/post", "`kind`: no");
        found(Path::new("first_name"), &json!({ "FirstName": 1, "firstName": 2 }), "", "`first_name`: no");
        found(Path::new("tags").join(7).join("id"), &json!({ "tags": [] }), "/tags", "`[7].id`: no");
        found(
            Path::new("shape").join("radius"),
            &json!({ "shape": { "Circle": { "radius": 1 } } }),
            "/shape",
            "`radius`: no",
        );
    }

    #[test]
    fn a_newtype_is_what_it_holds() {
        found(Path::new("name").join(0), &json!({ "name": "" }), "/name", "no");
        found(Path::new(0), &json!(7), "", "no");
        found(Path::new("by_number").join(0), &json!({ "byNumber": { "0": "" } }), "/byNumber/0", "no");
    }

    #[test]
    fn a_pointer_is_no_echo() {
        let long = "x".repeat(LONGEST_POINTER);
        let (pointer, detail) = at(Path::new("by_name").join(&*long), &json!({ "by_name": { &*long: 1 } }));
        assert_eq!(pointer, "/by_name");
        assert!(detail.len() < LONGEST_POINTER + 32, "{detail}");
    }
}
