//! A program that runs an app of its own until a signal stops it.

use std::time::{Duration, Instant};

use fingerpost::{App, Error, Runtime, get, routes};

#[get("/")]
fn up() -> &'static str {
    "up"
}

/// Is under way when the signal comes.
#[get("/slow")]
async fn slow() -> &'static str {
    eprintln!("begun");
    tokio::time::sleep(Duration::from_millis(300)).await;
    "done"
}

/// Runs on the pool.
#[get("/pool", blocking)]
fn pool() -> &'static str {
    std::thread::sleep(Duration::from_millis(10));
    "from the pool"
}

/// Waits for a task of its own.
#[get("/task")]
async fn task() -> &'static str {
    tokio::spawn(async { "from a task" }).await.unwrap_or("panicked")
}

/// Keeps its thread for 5 ms.
#[get("/compute")]
fn compute() -> &'static str {
    let since = Instant::now();
    while since.elapsed() < Duration::from_millis(5) {
        std::hint::spin_loop();
    }
    "computed"
}

/// Its argument is the runtime, a limit that is met soon, or the Unix socket to listen at.
fn main() -> Result<(), Error> {
    let app = App::new(routes![up, slow, pool, task, compute]);
    if let Some(address) = std::env::args().nth(1).filter(|how| how.starts_with("unix:")) {
        return app.run(address);
    }
    let app = match std::env::args().nth(1).as_deref() {
        Some("per-core") => app.runtime(Runtime::PerCore),
        Some("shared") => app.runtime(Runtime::Shared),
        Some("impatient") => app.shutdown_timeout(Duration::from_millis(50)),
        Some("hurried") => app.queue_timeout(Duration::from_millis(100)),
        Some("patient") => app.queue_timeout(None),
        Some("one-at-a-time") => app.concurrency(1),
        _ => app,
    };
    app.run("127.0.0.1:0")
}
