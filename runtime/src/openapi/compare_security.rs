//! What has changed of the credentials that an operation asks for.

use serde_json::{Map, Value};

use super::compare_schema::Comparison;

type Requirement = Map<String, Value>;

/// Whoever came through before comes through now: else it breaks clients.
pub(super) fn compare_security(comparison: &mut Comparison<'_>, name: &str, old: &Value, new: &Value) {
    let (before, after) = (alternatives(old), alternatives(new));
    let refused = before.iter().find(|had| !after.iter().any(|asked| satisfies(had, asked)));
    match refused {
        Some(had) if had.is_empty() => comparison.breaks(name, "it asks for credentials now".to_owned()),
        Some(_) => comparison.breaks(name, "it asks for other credentials".to_owned()),
        None if before != after => comparison.tells(name, "it takes other credentials too".to_owned()),
        None => {}
    }
}

/// The requirements, any one of which will do; nothing at all is one that everyone satisfies.
fn alternatives(security: &Value) -> Vec<Requirement> {
    let listed: Vec<Requirement> =
        security.as_array().into_iter().flatten().filter_map(|each| each.as_object().cloned()).collect();
    if listed.is_empty() { vec![Requirement::new()] } else { listed }
}

/// Whether what was enough for `had` is all that is asked.
fn satisfies(had: &Requirement, asked: &Requirement) -> bool {
    asked.iter().all(|(name, scopes)| {
        let held = had.get(name).and_then(Value::as_array);
        held.is_some_and(|held| scopes.as_array().into_iter().flatten().all(|scope| held.contains(scope)))
    })
}

/// The same scheme is still asked for in the same way; its description may change.
pub(super) fn compare_schemes(comparison: &mut Comparison<'_>, old: &Value, new: &Value) {
    let schemes = |document: &Value| document["components"]["securitySchemes"].as_object().cloned();
    let (old, new) = (schemes(old).unwrap_or_default(), schemes(new).unwrap_or_default());
    for (name, mut before) in old {
        let Some(mut now) = new.get(&name).cloned() else { continue };
        let (had, has) = (take(&mut before, "flows"), take(&mut now, "flows"));
        if !leads_on(&had, &has) {
            comparison.breaks("the API", format!("the tokens of `{name}` are come by in another way"));
        } else if had != has {
            comparison.tells("the API", format!("how the tokens of `{name}` are come by says more"));
        }
        take(&mut before, "description");
        take(&mut now, "description");
        if before != now {
            comparison.breaks("the API", format!("the credentials `{name}` are sent in another way"));
        }
    }
}

fn take(scheme: &mut Value, member: &str) -> Value {
    scheme.as_object_mut().and_then(|scheme| scheme.remove(member)).unwrap_or_default()
}

/// Whether each flow leads to a token as it did, with all scopes that there were; their descriptions may change.
fn leads_on(flows: &Value, now: &Value) -> bool {
    let members = |value: &Value| value.as_object().cloned().unwrap_or_default();
    members(flows).iter().all(|(kind, flow)| {
        members(flow).iter().all(|(name, value)| match name.as_str() {
            "scopes" => members(value).keys().all(|scope| now[kind]["scopes"].get(scope).is_some()),
            _ => now[kind].get(name) == Some(value),
        })
    })
}
