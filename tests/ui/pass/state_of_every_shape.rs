//! State of generic types, of functions, and behind pointers.
#![deny(warnings)]

use std::collections::HashMap;
use std::sync::{Arc, Mutex, RwLock};

use fingerpost::{App, Method, State, get, routes};

trait Store: Send + Sync {
    fn name(&self) -> String;
}

struct Memory;

impl Store for Memory {
    fn name(&self) -> String {
        "memory".into()
    }
}

#[get("/one")]
fn one(store: &Arc<dyn Store>) -> String {
    store.name()
}

#[get("/two")]
fn two(counts: &Mutex<HashMap<String, u64>>, State(store): State<Arc<dyn Store>>) -> String {
    format!("{} {}", counts.lock().unwrap().len(), store.name())
}

#[get("/three")]
async fn three(names: &RwLock<Vec<&'static str>>, now: &fn() -> u64) -> String {
    format!("{} {}", names.read().unwrap().len(), now())
}

type Greet = dyn Fn(&str) -> String + Send + Sync;

#[get("/four")]
fn four(greet: &Arc<dyn Fn(&str) -> String + Send + Sync>) -> String {
    greet("you")
}

#[get("/five")]
fn five((): &(), State(()): State<()>, method: Method) -> String {
    method.to_string()
}

fn main() {
    let now: fn() -> u64 = || 7;
    let _ = App::new(routes![one, two, three, four, five])
        .state::<Arc<dyn Store>>(Arc::new(Memory))
        .state(Mutex::new(HashMap::<String, u64>::new()))
        .state(RwLock::new(Vec::<&'static str>::new()))
        .state(now)
        .state(())
        .state::<Arc<Greet>>(Arc::new(|name| format!("Good morning, {name}!")))
        .into_service();
}
