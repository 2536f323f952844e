//! Connections: how many there may be, how long one may do nothing, and how the server ends.

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

/// The most bytes of a request's head.
const LONGEST_HEAD: usize = 64 * 1024;

/// What one connection may take.
#[derive(Clone, Debug)]
pub struct Limits {
    /// So many connections at once; another waits until one ends.
    pub connections: usize,
    /// So long until the head of a request is there, counted from the connection or from the answer before: also how long a connection
    /// may be idle.
    pub head: Duration,
    /// So long may a reader take nothing of an answer.
    pub stalled: Duration,
    /// So long are answers waited for when the server ends.
    pub ending: Duration,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            // a process has 1,024 open files on most machines
            connections: 800,
            head: Duration::from_secs(20),
            stalled: Duration::from_secs(30),
            ending: Duration::from_secs(10),
        }
    }
}

/// Who is at the other end of the connection: a reader, or a proxy.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub IpAddr);

/// Serves until `end`. Then nobody new is let in, idle connections are closed, answers under way are waited for, and what is not done in
/// `limits.ending` is cut off.
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
            // a connection that breaks is its reader's affair
            let _ = connection.await;
            drop(turn);
        });
    }
    drop(listener);
    let count = open.count();
    if count > 0 {
        eprintln!("ending: connections are open ({count}); answers under way have {} s", limits.ending.as_secs_f32());
    }
    if tokio::time::timeout(limits.ending, open.shutdown()).await.is_err() {
        eprintln!("ended: what was still open is cut off");
    }
}

/// Waits until this process is asked to end, by SIGINT or SIGTERM.
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
            // a reader who went away again says nothing about the next; no open files left is waited out
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
) -> impl Future<Output = hyper::Result<()>> + hyper_util::server::graceful::GracefulConnection<Error = hyper::Error> + Send + 'static {
    let _ = stream.set_nodelay(true);
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(limits.stalled));
    let io: Io = TokioIo::new(Box::pin(stream));
    let service = service_fn(move |mut request: hyper::Request<hyper::body::Incoming>| {
        request.extensions_mut().insert(Peer(peer));
        router.clone().call(request.map(Body::new))
    });
    http1::Builder::new().timer(TokioTimer::new()).header_read_timeout(limits.head).max_buf_size(LONGEST_HEAD).serve_connection(io, service)
}
