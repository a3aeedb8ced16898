//! How many connections each address has.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};

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

/// Counts only where there is a limit.
pub(super) struct Addresses {
    most: Option<(usize, Excess)>,
    connections: HashMap<IpAddr, usize>,
}

impl Addresses {
    pub(super) fn new(most: Option<(usize, Excess)>) -> Self {
        Self { most, connections: HashMap::new() }
    }

    /// What is to be done with one more, if it is one too many.
    pub(super) fn excess(&self, peer: SocketAddr) -> Option<Excess> {
        let (most, excess) = self.most?;
        (*self.connections.get(&owner(peer)).unwrap_or(&0) >= most).then_some(excess)
    }

    pub(super) fn begun(&mut self, peer: SocketAddr) {
        if self.most.is_some() {
            *self.connections.entry(owner(peer)).or_default() += 1;
        }
    }

    pub(super) fn ended(&mut self, peer: SocketAddr) {
        if let Some(count) = self.connections.get_mut(&owner(peer)) {
            *count -= 1;
            if *count == 0 {
                self.connections.remove(&owner(peer));
            }
        }
    }
}

/// Whose address it is: of IPv6 one customer has a /64 at least (RFC 6177).
fn owner(peer: SocketAddr) -> IpAddr {
    match peer.ip().to_canonical() {
        IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() & (u128::MAX << 64)).into(),
        address => address,
    }
}
