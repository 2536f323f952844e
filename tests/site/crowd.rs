//! Many readers at the same time, most of them with invalid requests: every one gets a response, and none an internal error.

use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;

use crate::site::example::on_sqlite;

/// Requests in turn: pages that exist, and everything that can be wrong with a URL.
const ASKED: &[&str] = &[
    "/es/2020",
    "/es/1999",
    "/es/0000",
    "/es/9999",
    "/xx/2020",
    "/es/2018-2020",
    "/es/2020-2018",
    "/es/figures/members",
    "/es/figures/nothing",
    "/es/figures/members?at=2020-13-45",
    "/es/figures/members?from=9999-12-31",
    "/n/ZZZZ",
    "/n/M4TK/0000",
    "/n/M4TK/9999",
    "/n/%00%ff",
    "/es/%F0%9F%8C%8A",
    "/es/2020/card/women-led",
    "/es/2020/card/%3Csvg%20onload%3D1%3E",
    "/es/figures.jsonld?at=0000-00-00",
    "/brand/logo.svg",
    "/brand/..%2f..%2fetc%2fpasswd",
    "/assets/..%2f..%2fCargo.toml",
    "/es/members?q=%25%25%25",
    "/es/organisation/%27%20OR%201=1",
    "/es/members.xlsx?q=%25",
    "/es/figures/members.csv",
];

/// Sends one request on its own connection. Returns the status, or what went wrong.
async fn ask(at: std::net::SocketAddr, address: &str) -> Result<u16, String> {
    let wrong = |e: std::io::Error| e.to_string();
    let mut stream = TcpStream::connect(at).await.map_err(wrong)?;
    let request = format!("GET {address} HTTP/1.1\r\nhost: {at}\r\nconnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.map_err(wrong)?;
    let mut answer = vec![];
    stream.read_to_end(&mut answer).await.map_err(wrong)?;
    let head = String::from_utf8_lossy(&answer[..answer.len().min(32)]).into_owned();
    head.split(' ').nth(1).and_then(|status| status.parse().ok()).ok_or(head)
}

#[test]
fn sixteen_and_two_hundred_and_fifty_six_readers_at_once_are_all_answered() {
    on_sqlite(async |example| {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let at = listener.local_addr().unwrap();
        let router = decapolis::server::router(example.site.clone());
        let server = tokio::spawn(async move { axum::serve(listener, router).await });
        for readers in [16, 256] {
            let mut asking = JoinSet::new();
            for reader in 0..readers {
                asking.spawn(async move {
                    let mut said = vec![];
                    for n in 0..3 {
                        let address = ASKED[(reader * 5 + n) % ASKED.len()];
                        said.push((
                            address,
                            tokio::time::timeout(Duration::from_secs(120), ask(at, address)).await,
                        ));
                    }
                    said
                });
            }
            let asked = asking.join_all().await;
            for (address, answer) in asked.iter().flatten() {
                let status = answer.as_ref().map_err(|_| "no answer".to_string()).and_then(|a| a.clone());
                assert!(matches!(status, Ok(200..=499)), "{readers} readers: {address}: {status:?}");
            }
        }
        server.abort();
    });
}
