//! The two runtimes of the tuned servers: one for all cores, or one for each.

use std::io;
use std::net::SocketAddr;
use std::thread;

use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::runtime::Builder;

use crate::Switches;

/// Listens for ever; `serve` is a connection's whole life.
pub fn run<F, C>(switches: &Switches, serve: F) -> io::Result<()>
where
    F: Fn(TcpStream) -> C + Copy + Send + Sync + 'static,
    C: Future<Output = ()> + Send + 'static,
{
    let address = contract::address().parse().map_err(io::Error::other)?;
    let nodelay = switches.nodelay;
    if !switches.per_core {
        let runtime = Builder::new_multi_thread().enable_all().build()?;
        return runtime.block_on(accept(address, nodelay, serve));
    }
    let one =
        move || Builder::new_current_thread().enable_all().build()?.block_on(accept(address, nodelay, serve));
    let cores = thread::available_parallelism()?.get();
    let threads: Vec<_> = (0..cores).map(|_| thread::spawn(one)).collect();
    threads
        .into_iter()
        .try_for_each(|thread| thread.join().unwrap_or_else(|_| Err(io::Error::other("a core panicked"))))
}

async fn accept<F, C>(address: SocketAddr, nodelay: bool, serve: F) -> io::Result<()>
where
    F: Fn(TcpStream) -> C,
    C: Future<Output = ()> + Send + 'static,
{
    let listener = listen(address)?;
    loop {
        let (stream, _) = listener.accept().await?;
        if nodelay {
            stream.set_nodelay(true)?;
        }
        tokio::spawn(serve(stream));
    }
}

fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = TcpSocket::new_v4()?;
    socket.set_reuseaddr(true)?;
    socket.set_reuseport(true)?;
    socket.bind(address)?;
    socket.listen(1024)
}
