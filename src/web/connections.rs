//! Connections: limits on their number and idle time, and how the server stops.

use std::net::IpAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio_io_timeout::TimeoutStream;
use tower::Service;

/// The longest request head, in bytes.
const LONGEST_HEAD: usize = 64 * 1024;

/// The limits of connections.
#[derive(Clone, Debug)]
pub struct Limits {
    /// How many connections may be open. A further one waits until one closes.
    pub connections: usize,
    /// How long a request head may take, counted from the connection or from the last response. It also limits how long
    /// a connection may be idle.
    pub head: Duration,
    /// How long a reader may take nothing of a response.
    pub stalled: Duration,
    /// How long the server waits for open responses when it stops.
    pub ending: Duration,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            // most machines allow a process 1,024 open files
            connections: 800,
            head: Duration::from_secs(20),
            stalled: Duration::from_secs(30),
            ending: Duration::from_secs(10),
        }
    }
}

/// The address at the other end of the connection: a reader or a proxy.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub IpAddr);

/// Serves until `end`. Then it accepts no connection, closes idle ones, waits for open responses, and cuts off those
/// that take longer than `limits.ending`.
pub async fn serve(listener: TcpListener, router: Router, limits: Limits, end: impl Future<Output = ()>) {
    let turns = Arc::new(Semaphore::new(limits.connections));
    let open = GracefulShutdown::new();
    let mut end = pin!(end);
    loop {
        let turn = tokio::select! {
            () = &mut end => break,
            turn = turns.clone().acquire_owned() => turn.expect("the turns are never closed"),
        };
        let (stream, peer) = tokio::select! {
            () = &mut end => break,
            accepted = accept(&listener) => accepted,
        };
        let connection = open.watch(connection(stream, peer, router.clone(), &limits));
        tokio::spawn(async move {
            // a broken connection is the reader's problem
            let _ = connection.await;
            drop(turn);
        });
    }
    drop(listener);
    let count = open.count();
    if count > 0 {
        eprintln!(
            "ending: connections are open ({count}); answers under way have {} s",
            limits.ending.as_secs_f32()
        );
    }
    if tokio::time::timeout(limits.ending, open.shutdown()).await.is_err() {
        eprintln!("ended: what was still open is cut off");
    }
}

/// Waits for SIGINT or SIGTERM.
pub async fn asked_to_end() {
    let interrupted = async {
        let _ = tokio::signal::ctrl_c().await;
    };
    #[cfg(unix)]
    let terminated = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! {
        () = interrupted => {}
        () = terminated => {}
    }
}

async fn accept(listener: &TcpListener) -> (TcpStream, IpAddr) {
    loop {
        match listener.accept().await {
            Ok((stream, peer)) => return (stream, peer.ip().to_canonical()),
            // an aborted connection says nothing about the next; if no files can be opened, wait
            Err(error) if error.kind() == std::io::ErrorKind::ConnectionAborted => {}
            Err(error) => {
                tracing::error!(%error, "no connection can be taken");
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
        }
    }
}

type Io = TokioIo<std::pin::Pin<Box<TimeoutStream<TcpStream>>>>;

fn connection(
    stream: TcpStream,
    peer: IpAddr,
    router: Router,
    limits: &Limits,
) -> impl Future<Output = hyper::Result<()>>
+ hyper_util::server::graceful::GracefulConnection<Error = hyper::Error>
+ Send
+ 'static {
    let _ = stream.set_nodelay(true);
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(limits.stalled));
    let io: Io = TokioIo::new(Box::pin(stream));
    let service = service_fn(move |mut request: hyper::Request<hyper::body::Incoming>| {
        request.extensions_mut().insert(Peer(peer));
        router.clone().call(request.map(Body::new))
    });
    http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.head)
        .max_buf_size(LONGEST_HEAD)
        .serve_connection(io, service)
}
