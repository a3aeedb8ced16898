//! The connections of a server: each is a task, watched for clients that keep it waiting.

use std::collections::HashMap;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::net::TcpStream;
use tokio::task::{Id, JoinSet};

use super::addresses::{Addresses, Excess, PerAddress};
use super::connection;
use super::phase::{Phase, Wait};
use super::watch::{Watch, Watched};
use super::workers::Workers;
use crate::app::Limits;
use crate::service::Service;
use crate::stop::Stop;

pub(super) struct Connections {
    tasks: JoinSet<()>,
    watched: HashMap<Id, Watched>,
    addresses: Option<Box<dyn Addresses>>,
    workers: Workers,
    stop: Arc<Stop>,
    watch: Watch,
    most: usize,
}

impl Connections {
    pub(super) fn new(mut workers: Workers, limits: Limits) -> Self {
        if let Some(most) = limits.queue {
            workers.probe(most);
        }
        Self {
            tasks: JoinSet::new(),
            watched: HashMap::new(),
            addresses: limits.per_address.map(PerAddress::keep),
            workers,
            stop: Arc::default(),
            watch: Watch::new(limits),
            most: limits.connections,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.tasks.len()
    }

    /// Whether there is room for one more.
    pub(super) fn have_room(&self) -> bool {
        self.len() < self.most
    }

    /// Serves one more, by the worker that has the fewest; or refuses it where its address has its share.
    pub(super) fn add(
        &mut self,
        service: &Service,
        stream: TcpStream,
        peer: Option<SocketAddr>,
    ) -> io::Result<()> {
        let over = self.addresses.as_ref().and_then(|addresses| Some((addresses, addresses.excess(peer?)?)));
        if let Some((_, Excess::Close)) = over {
            return Ok(());
        }
        let (worker, runtime, backlog) = self.workers.least_busy();
        let phase = Arc::new(Phase::new(service.clone(), peer, backlog.clone()));
        let stream = self.workers.hand_over(stream)?;
        let stop = self.stop.clone();
        let mut spawn = |work| self.tasks.spawn_on(connection::other_task(work), runtime);
        let task = match (over, service.shared.secure()) {
            (None, None) => self.tasks.spawn_on(connection::task(stream, phase.clone(), stop), runtime),
            (None, Some(secure)) => spawn(secure.0.serve(stream, phase.clone(), stop)),
            (Some((addresses, _)), None) => spawn(addresses.refuse(service.clone(), stream)),
            (Some(_), Some(secure)) => spawn(secure.0.refuse(stream, phase.clone())),
        };
        self.workers.begun(worker);
        if let (Some(addresses), Some(peer)) = (&mut self.addresses, peer) {
            addresses.begun(peer);
        }
        self.watched.insert(task.id(), Watched::new(task, worker, phase));
        Ok(())
    }

    /// Ready where one has ended, or with `None` where there is none.
    pub(super) fn poll_end(&mut self, context: &mut Context<'_>) -> Poll<Option<()>> {
        let id = match ready!(self.tasks.poll_join_next_with_id(context)) {
            Some(Ok((id, ()))) => id,
            Some(Err(error)) => error.id(),
            None => return Poll::Ready(None),
        };
        if let Some(ended) = self.watched.remove(&id) {
            self.workers.ended(ended.worker);
            if let (Some(addresses), Some(peer)) = (&mut self.addresses, ended.phase.peer()) {
                addresses.ended(peer);
            }
        }
        Poll::Ready(Some(()))
    }

    /// The time between two looks.
    pub(super) fn interval(&self) -> Duration {
        self.watch.interval()
    }

    /// Ends those that have been kept waiting for too long. One timer for all of them: a request costs no timer and no clock.
    pub(super) fn look(&mut self) {
        for watched in self.watched.values_mut() {
            self.watch.look(watched);
        }
    }

    /// Lets each end after the request that is under way.
    pub(super) fn stop(&mut self) {
        self.watch.stop();
        self.stop.tell();
        // They have no part in the word's own list, which would be room in each of them.
        self.watched.values().for_each(|watched| watched.phase.wake());
    }

    /// Ends all of them now, and says how many requests were under way.
    pub(super) async fn cut(&mut self) -> usize {
        let under_way = self.watched.values().filter(|watched| watched.phase.wait() != Wait::Head).count();
        self.tasks.shutdown().await;
        under_way
    }
}
