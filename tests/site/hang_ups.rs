//! Readers who hang up during a page: other readers are served, and the writer works.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use decapolis_register::journal::{About, Entry};
use jiff::tz::TimeZone;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use crate::register::cast::Dice;
use crate::site::example::{Example, on_both};

/// The URL of a page that must be computed. Each is different, so none is in the cache.
fn address(n: usize) -> String {
    let year = 2000 + n % 20;
    match n % 4 {
        0 => format!("/en/figures/members?at={year}-06-{:02}", 1 + n % 28),
        1 => format!("/es/members?q={n}"),
        2 => format!("/fr/figures/women-led?at={year}-03-{:02}", 1 + n % 28),
        _ => format!("/en/organisation?q=a{n}"),
    }
}

async fn ask(at: SocketAddr, address: &str) -> std::io::Result<TcpStream> {
    let mut stream = TcpStream::connect(at).await?;
    stream
        .write_all(format!("GET {address} HTTP/1.1\r\nhost: {at}\r\nconnection: close\r\n\r\n").as_bytes())
        .await?;
    Ok(stream)
}

async fn status(at: SocketAddr, address: &str) -> Result<u16, String> {
    let answer = async {
        let mut answer = vec![];
        ask(at, address).await?.read_to_end(&mut answer).await?;
        std::io::Result::Ok(String::from_utf8_lossy(&answer[..answer.len().min(32)]).into_owned())
    };
    let head = answer.await.map_err(|e| e.to_string())?;
    head.split(' ').nth(1).and_then(|status| status.parse().ok()).ok_or(head)
}

/// This many readers hang up, 24 at a time, while another one reads to the end and a writer opens entries.
async fn hang_up(example: &Example, readers: usize) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let at = listener.local_addr().unwrap();
    let router = decapolis::server::router(example.site.clone());
    let server = tokio::spawn(async move { axum::serve(listener, router).await });
    let (turns, mut hanging_up, mut dice) = (Arc::new(Semaphore::new(24)), JoinSet::new(), Dice(7));
    for n in 0..readers {
        let (turns, patience) = (turns.clone(), Duration::from_micros(dice.below(20_000) as u64));
        hanging_up.spawn(async move {
            let _turn = turns.acquire_owned().await;
            if let Ok(stream) = ask(at, &address(n)).await {
                tokio::time::sleep(patience).await;
                drop(stream);
            }
        });
    }
    let about = About { actor: "test", action: "test.write", batch: None, reason: None, undoes: None };
    let (mut read, mut written) = (0, 0);
    while !hanging_up.is_empty() {
        let asked = address(1_000_000 + read);
        assert_eq!(
            tokio::time::timeout(Duration::from_secs(60), status(at, &asked)).await,
            Ok(Ok(200)),
            "{asked}"
        );
        read += 1;
        // the writer gives up its entries, so the example does not change
        let zone = TimeZone::UTC;
        let entry = Entry::open(&example.register.db, &about, None, &zone);
        let entry = tokio::time::timeout(Duration::from_secs(20), entry)
            .await
            .expect("the writer has its turn")
            .expect("an entry");
        entry.give_up().await.unwrap();
        written += 1;
        while hanging_up.try_join_next().is_some() {}
    }
    eprintln!("{readers} hung up, {read} pages were read to the end, {written} entries begun");
    for n in 0..12 {
        assert_eq!(status(at, &address(2_000_000 + n)).await, Ok(200));
    }
    server.abort();
}

#[test]
fn when_readers_hang_up_the_others_are_served_and_the_writer_writes() {
    on_both(async |example| hang_up(example, 150).await);
}

#[test]
#[ignore = "trial: 2,000 readers who hang up on each database take a minute"]
fn when_2000_readers_hang_up_the_others_are_served_and_the_writer_writes() {
    on_both(async |example| hang_up(example, 2_000).await);
}
