//! How many connections each address has, where there is a limit.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use super::connection;
use super::workers::Accepted;
use crate::service::Service;
use crate::task::Task;

/// What happens to a connection from an address that has its share; see
/// [`App::connections_per_address`](crate::App::connections_per_address).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Excess {
    /// It is answered with 429 before its request is read, and closed.
    Answer,
    /// It is closed without a word.
    Close,
}

/// The limit, and who keeps it: a pointer, so that a program without a limit has none of that code.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PerAddress {
    most: usize,
    pub(crate) excess: Excess,
    keep: fn(Self) -> Box<dyn Addresses>,
}

impl PerAddress {
    pub(crate) fn new(most: usize, excess: Excess) -> Self {
        Self { most, excess, keep: |limit| Box::new(Counts { limit, connections: HashMap::new() }) }
    }

    pub(super) fn keep(self) -> Box<dyn Addresses> {
        (self.keep)(self)
    }
}

/// The connections of each address.
pub(crate) trait Addresses: Send {
    /// What is to be done with one more connection, if it is one too many.
    fn excess(&self, peer: SocketAddr) -> Option<Excess>;

    fn begun(&mut self, peer: SocketAddr);

    fn ended(&mut self, peer: SocketAddr);

    /// Answers one that is too many.
    fn refuse(&self, service: Service, stream: Accepted) -> Task;
}

struct Counts {
    limit: PerAddress,
    connections: HashMap<IpAddr, usize>,
}

impl Addresses for Counts {
    fn excess(&self, peer: SocketAddr) -> Option<Excess> {
        let PerAddress { most, excess, .. } = self.limit;
        (*self.connections.get(&owner(peer)).unwrap_or(&0) >= most).then_some(excess)
    }

    fn begun(&mut self, peer: SocketAddr) {
        *self.connections.entry(owner(peer)).or_default() += 1;
    }

    fn ended(&mut self, peer: SocketAddr) {
        if let Some(count) = self.connections.get_mut(&owner(peer)) {
            *count -= 1;
            if *count == 0 {
                self.connections.remove(&owner(peer));
            }
        }
    }

    fn refuse(&self, service: Service, stream: Accepted) -> Task {
        Box::pin(connection::refuse(service, stream))
    }
}

/// What counts as one address: with IPv6 a whole /64, which is the least that one customer has (RFC 6177).
fn owner(peer: SocketAddr) -> IpAddr {
    match peer.ip().to_canonical() {
        IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() & (u128::MAX << 64)).into(),
        address => address,
    }
}
