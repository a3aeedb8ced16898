//! `lookup SIDE TABLE ASKED ROUNDS` looks all requests up; `lookup build TABLE` prints milliseconds to build the router.

use std::hint::black_box;
use std::time::Instant;

use lookup::{Asked, Each, Nothing, One, Ours, Side, prepared, requests, table};

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["build", name] => println!("{:.3}", build(name)),
        [side, name, asked, rounds] => {
            let asked = Asked::named(asked).expect("hits, misses, wrong-methods or worst");
            println!("{}", look(side, name, asked, rounds.parse().expect("a number of rounds")));
        }
        _ => panic!("SIDE TABLE ASKED ROUNDS, or build TABLE"),
    }
}

/// How many requests were looked up in each round.
fn look(side: &str, name: &str, asked: Asked, rounds: usize) -> usize {
    let table = table(name);
    let side: Box<dyn Side> = match side {
        "fingerpost" => Box::new(Ours::new(&table)),
        "matchit-one" => Box::new(One::new(&table)),
        "matchit-each" => Box::new(Each::new(&table)),
        "nothing" => Box::new(Nothing),
        _ => panic!("there is no side {side}"),
    };
    let requests = requests(&table, asked);
    for _ in 0..rounds {
        for (method, path) in black_box(&requests) {
            side.pay(method, path);
        }
    }
    requests.len()
}

/// The least of twenty.
fn build(name: &str) -> f64 {
    let table = table(name);
    let routes = prepared(&table);
    let one = || {
        let start = Instant::now();
        let built = black_box(Ours::of(&routes));
        let time = start.elapsed();
        // A server does that once, when it ends.
        drop(built);
        time.as_secs_f64() * 1_000.0
    };
    (0..20).map(|_| one()).fold(f64::INFINITY, f64::min)
}
