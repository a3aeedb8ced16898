//! The connections of a server: each is a task, watched for clients that keep it waiting.

use std::collections::HashMap;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpStream;
use tokio::task::{AbortHandle, Id, JoinSet};

use super::connection;
use super::phase::Phase;
use super::stop::Stop;
use super::workers::Workers;
use crate::log;
use crate::service::Service;

/// A client that sends nothing, or its headers too slowly, is looked at this often before its time is up.
const LOOKS: u32 = 4;

pub(super) struct Connections {
    tasks: JoinSet<()>,
    watched: HashMap<Id, Watched>,
    workers: Workers,
    stop: Arc<Stop>,
    limit: Duration,
}

struct Watched {
    task: AbortHandle,
    worker: usize,
    peer: SocketAddr,
    phase: Arc<Phase>,
    /// The turn of the last look, and how many looks in a row found it waiting in that turn.
    turn: Option<u32>,
    looks: u32,
}

impl Connections {
    /// None yet. `limit` is the time that a client has for the head of a request.
    pub(super) fn new(workers: Workers, limit: Duration) -> Self {
        let (tasks, watched, stop) = (JoinSet::new(), HashMap::new(), Arc::default());
        Self { tasks, watched, workers, stop, limit }
    }

    pub(super) fn len(&self) -> usize {
        self.tasks.len()
    }

    /// Serves one more, by the worker that has the fewest.
    pub(super) fn add(&mut self, service: &Service, stream: TcpStream, peer: SocketAddr) -> io::Result<()> {
        let phase = Arc::<Phase>::default();
        let (worker, runtime) = self.workers.least_busy();
        let stream = self.workers.hand_over(stream)?;
        let connection = connection::serve(service.clone(), stream, peer, phase.clone(), self.stop.clone());
        let task = self.tasks.spawn_on(connection, runtime);
        self.workers.begun(worker);
        self.watched.insert(task.id(), Watched { task, worker, peer, phase, turn: None, looks: 0 });
        Ok(())
    }

    /// Waits for one to end; `None` where there is none.
    pub(super) async fn next_end(&mut self) -> Option<()> {
        let id = match self.tasks.join_next_with_id().await? {
            Ok((id, ())) => id,
            Err(error) => error.id(),
        };
        if let Some(ended) = self.watched.remove(&id) {
            self.workers.ended(ended.worker);
        }
        Some(())
    }

    /// The time between two looks.
    pub(super) fn interval(&self) -> Duration {
        (self.limit / LOOKS).max(Duration::from_millis(1))
    }

    /// Ends those that have been waiting for the same request for as long as a client may take, give or take one
    /// [`interval`](Self::interval). One timer for all of them: a request costs no timer and no clock.
    pub(super) fn look(&mut self) {
        for watched in self.watched.values_mut() {
            let turn = watched.phase.is_waiting().then(|| watched.phase.turn());
            watched.looks = if turn.is_some() && turn == watched.turn { watched.looks + 1 } else { 0 };
            watched.turn = turn;
            if watched.looks == LOOKS {
                log::connection_idle(self.limit, watched.peer);
                watched.task.abort();
            }
        }
    }

    /// Lets each end after the request that is under way.
    pub(super) fn stop(&self) {
        self.stop.tell();
    }

    /// Ends all of them now.
    pub(super) async fn cut(&mut self) {
        self.tasks.shutdown().await;
    }
}
