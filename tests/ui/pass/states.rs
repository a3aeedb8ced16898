//! State of several kinds, given in several ways.
#![deny(warnings)]
#![allow(clippy::borrowed_box, clippy::type_complexity, clippy::too_many_arguments)]

use std::sync::{Arc, Mutex};

use fingerpost::{App, States, get, routes};

#[derive(States)]
struct All<T: Send + Sync + 'static> {
    name: String,
    generic: Vec<T>,
}

#[derive(States)]
struct Pair(Arc<u8>, Mutex<u16>);

#[get("/")]
async fn read(
    name: &String,
    generic: &Vec<u64>,
    byte: &Arc<u8>,
    lock: &Mutex<u16>,
    function: &fn() -> u64,
    array: &[u8; 4],
    tuple: &(u8, u16),
    all: &All<u64>,
    boxed: &Box<dyn Fn() -> u64 + Send + Sync>,
) -> String {
    let held = *lock.lock().unwrap();
    format!("{name} {generic:?} {byte} {held} {} {array:?} {tuple:?} {} {}", function(), all.name, boxed())
}

fn main() {
    let all = All { name: String::new(), generic: vec![7_u64] };
    let _ = all.generic.len();
    let seven: fn() -> u64 = || 7;
    let boxed: Box<dyn Fn() -> u64 + Send + Sync> = Box::new(|| 7);
    let app = App::new(routes![read]).states(all).states(Pair(Arc::new(1), Mutex::new(2)));
    let _ = app.state(seven).state([0_u8; 4]).state((1_u8, 2_u16)).state(boxed).state("unused").test();
}
