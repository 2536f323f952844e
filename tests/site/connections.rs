//! Connections that do nothing, read nothing or are too many, and the stop of the server, on real sockets.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use axum::Router;
use axum::routing::get;
use decapolis::web::connections::{Limits, serve};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

use crate::support::{Register, run};

const SHORT: Duration = Duration::from_millis(500);
/// After this time a connection must be closed.
const LONG: Duration = Duration::from_secs(20);

fn limits() -> Limits {
    Limits { connections: 4, head: SHORT, stalled: SHORT, ending: SHORT }
}

/// Starts a server with a short, a slow and a very long response. Returns its address and how to stop it.
async fn server(limits: Limits) -> (SocketAddr, oneshot::Sender<()>, tokio::task::JoinHandle<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let at = listener.local_addr().unwrap();
    let slow = async || {
        tokio::time::sleep(SHORT / 2).await;
        "slow"
    };
    let router = Router::new()
        .route("/", get(async || "short"))
        .route("/slow", get(slow))
        .route("/long", get(async || vec![b'x'; 64 << 20]));
    let (end, ended) = oneshot::channel::<()>();
    let serving = tokio::spawn(serve(listener, router, limits, async {
        let _ = ended.await;
    }));
    (at, end, serving)
}

/// Reads a connection until it is closed. Fails if it stays open.
async fn rest(stream: &mut TcpStream) -> String {
    let mut all = vec![];
    // a closed connection ends the read with or without an error
    let _ = tokio::time::timeout(LONG, stream.read_to_end(&mut all))
        .await
        .expect("the server closes the connection");
    String::from_utf8_lossy(&all).into_owned()
}

async fn ask(at: SocketAddr, path: &str) -> TcpStream {
    let mut stream = TcpStream::connect(at).await.unwrap();
    stream.write_all(format!("GET {path} HTTP/1.1\r\nhost: x\r\n\r\n").as_bytes()).await.unwrap();
    stream
}

#[test]
fn a_connection_that_asks_nothing_or_asks_too_slowly_is_closed() {
    run(async {
        let (at, _end, _) = server(limits()).await;
        let mut nothing = TcpStream::connect(at).await.unwrap();
        assert_eq!(rest(&mut nothing).await, "");
        // one letter at a time: the complete head must arrive in time
        let mut slow = TcpStream::connect(at).await.unwrap();
        let began = Instant::now();
        for letter in "GET / HTTP/1.1\r\nhost: slow-slow-slow-slow-slow-slow".chars().cycle() {
            tokio::time::sleep(SHORT / 10).await;
            if slow.write_all(&[letter as u8]).await.is_err() || began.elapsed() > LONG {
                break;
            }
        }
        assert!(began.elapsed() < LONG, "closed after {:?}", began.elapsed());
        // after a response the connection may be used again, and is closed when it is idle too long
        let mut idle = ask(at, "/").await;
        assert!(rest(&mut idle).await.ends_with("short"));
    });
}

#[test]
fn a_reader_who_takes_nothing_of_a_long_answer_is_cut_off() {
    run(async {
        let (at, _end, _) = server(Limits { connections: 1, ..limits() }).await;
        let stalled = ask(at, "/long").await;
        // its place is free for the next connection
        let mut next = ask(at, "/").await;
        assert!(rest(&mut next).await.ends_with("short"));
        drop(stalled);
    });
}

#[test]
fn more_connections_than_there_may_be_wait_and_are_served() {
    run(async {
        let (at, _end, _) = server(limits()).await;
        let mut all: Vec<TcpStream> = vec![];
        for _ in 0..12 {
            all.push(ask(at, "/slow").await);
        }
        for mut stream in all {
            assert!(rest(&mut stream).await.ends_with("slow"));
        }
    });
}

#[test]
fn a_server_that_is_asked_to_end_finishes_answers_and_waits_no_longer_than_it_says() {
    run(async {
        let (at, end, serving) = server(Limits { head: LONG, ..limits() }).await;
        let mut half = TcpStream::connect(at).await.unwrap();
        half.write_all(b"GET / HTTP/1.1\r\nho").await.unwrap();
        let idle = TcpStream::connect(at).await.unwrap();
        let stalled = ask(at, "/long").await;
        let mut slow = ask(at, "/slow").await;
        tokio::time::sleep(SHORT / 5).await;
        let began = Instant::now();
        end.send(()).unwrap();
        assert!(rest(&mut slow).await.ends_with("slow"), "an answer under way is finished");
        tokio::time::timeout(LONG, serving).await.expect("it ends").unwrap();
        assert!(began.elapsed() >= SHORT / 2, "{:?}", began.elapsed());
        drop((half, idle, stalled));
    });
}

/// A process that is ended when dropped.
struct Served(Child);

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn the_program_ends_at_sigterm_and_sigint_with_a_half_open_connection() {
    let register = run(Register::on_sqlite());
    for signal in ["-TERM", "-INT"] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_decapolis"));
        command
            .args(["serve", "--port", "0"])
            .env("DECAPOLIS_DATABASE", &register.address)
            .env("DECAPOLIS_NETWORK", "");
        let mut served =
            Served(command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program"));
        let mut first = String::new();
        BufReader::new(served.0.stdout.take().unwrap()).read_line(&mut first).unwrap();
        let at = first.trim().trim_start_matches("http://").trim_end_matches('/').to_string();
        let connect = || std::net::TcpStream::connect(&at).unwrap_or_else(|e| panic!("{first}: {e}"));
        let (mut half, mut stalled) = (connect(), connect());
        half.write_all(b"GET / HTTP/1.1\r\nho").unwrap();
        // a body that never arrives
        let post =
            format!("POST /en/studio/figures HTTP/1.1\r\nhost: {at}\r\ncontent-length: 100\r\n\r\nc1=");
        stalled.write_all(post.as_bytes()).unwrap();
        std::thread::sleep(SHORT);
        let began = Instant::now();
        assert!(Command::new("kill").args([signal, &served.0.id().to_string()]).status().unwrap().success());
        let limit = Limits::default().ending + Duration::from_secs(5);
        let code = loop {
            if let Some(status) = served.0.try_wait().unwrap() {
                break status.code();
            }
            assert!(began.elapsed() < limit, "{signal}: it does not end");
            std::thread::sleep(SHORT / 10);
        };
        let mut said = String::new();
        served.0.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        assert_eq!(code, Some(0), "{signal}: {said}");
        assert!(said.contains("10 s"), "it says how long it waits: {said}");
        drop((half, stalled));
    }
}
