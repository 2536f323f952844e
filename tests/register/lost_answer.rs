//! The answer to a COMMIT is lost on its way: the entry is found again, or it is said that nobody knows.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use decapolis_register::db::{Db, Opening};
use decapolis_register::journal::Heads;
use decapolis_words::errors::Error;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::register::files::*;
use crate::support::{Folder, Register, run};

/// What happens at the next COMMIT.
const NOTHING: u8 = 0;
/// It reaches the server, and the connection ends before the answer.
const LOSE_THE_ANSWER: u8 = 1;
/// It does not reach the server.
const LOSE_THE_QUESTION: u8 = 2;
/// As the first, and nobody can connect any more.
const LOSE_ALL: u8 = 3;

/// Stands between the program and its database, and loses what it is told to lose.
async fn between(port: u16, loses: Arc<AtomicU8>) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let at = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((reader, _)) = listener.accept().await {
            if loses.load(Ordering::SeqCst) == LOSE_ALL + 1 {
                continue;
            }
            let Ok(server) = TcpStream::connect(("127.0.0.1", port)).await else { continue };
            tokio::spawn(passes(reader, server, loses.clone()));
        }
    });
    at
}

async fn passes(reader: TcpStream, server: TcpStream, loses: Arc<AtomicU8>) {
    let (mut from_reader, mut to_reader) = reader.into_split();
    let (mut from_server, mut to_server) = server.into_split();
    let answers = tokio::spawn(async move { tokio::io::copy(&mut from_server, &mut to_reader).await });
    let mut bytes = vec![0; 64 * 1024];
    // only the transaction of a writer waits for locks
    let mut writes = false;
    while let Ok(n @ 1..) = from_reader.read(&mut bytes).await {
        let says = |word: &[u8]| bytes[..n].windows(word.len()).any(|there| there == word);
        writes |= says(b"lock_timeout");
        let commits = writes && says(b"COMMIT");
        match loses.load(Ordering::SeqCst) {
            LOSE_THE_QUESTION if commits => {
                loses.store(NOTHING, Ordering::SeqCst);
                break;
            }
            what @ (LOSE_THE_ANSWER | LOSE_ALL) if commits => {
                answers.abort();
                loses.store(if what == LOSE_ALL { LOSE_ALL + 1 } else { NOTHING }, Ordering::SeqCst);
                let _ = to_server.write_all(&bytes[..n]).await;
                // the server has the time to do it
                tokio::time::sleep(std::time::Duration::from_millis(200)).await;
                break;
            }
            _ => {}
        }
        if to_server.write_all(&bytes[..n]).await.is_err() {
            break;
        }
    }
    answers.abort();
}

#[test]
fn an_entry_whose_answer_was_lost_is_found_again_or_told_as_unknown() {
    run(async {
        let straight = Register::on_postgres().await;
        import_network(&straight).await;
        let (before, database) = straight.address.rsplit_once('/').unwrap();
        let (user, port) = before.rsplit_once(':').unwrap();
        let loses = Arc::new(AtomicU8::new(NOTHING));
        let at = between(port.parse().unwrap(), loses.clone()).await;
        let address = format!("{user}:{at}/{database}");
        let db = Db::open(&address, &Opening::default()).await.unwrap();
        let register = Register { db, address, on_postgres: true, folder: Folder::new() };
        let place = |name: &str| format!("code,label\nplace-{name},{name}\n");
        let last = async || Heads::read(straight.db.reader()).await.unwrap().last;
        let began = last().await;

        // the server wrote it: so it is told as written
        loses.store(LOSE_THE_ANSWER, Ordering::SeqCst);
        let found = import(&register, "found", 10, &[("places", &place("a"))]).await.unwrap();
        assert_eq!((found, last().await), (began + 1, began + 1));

        // the server never heard of it: nothing is written, and the error says that it may be tried again
        loses.store(LOSE_THE_QUESTION, Ordering::SeqCst);
        let error = import(&register, "unheard", 20, &[("places", &place("b"))]).await.unwrap_err();
        assert!(matches!(error, Error::Unavailable(_)), "{error}");
        assert_eq!(last().await, began + 1);

        // nobody answers any more: it is told as unknown, with the batch
        loses.store(LOSE_ALL, Ordering::SeqCst);
        let error = import(&register, "unknown", 30, &[("places", &place("c"))]).await.unwrap_err();
        assert!(refusal::<()>(Err(error)).starts_with("error-commit-unknown batch="));
        assert_eq!(last().await, began + 2);

        // the same again finds out that it was written
        loses.store(NOTHING, Ordering::SeqCst);
        let again = plan_of(&register, &[("places", &place("c"))]).await;
        assert!(again.changes_nothing());
        import(&register, "after", 40, &[("places", &place("d"))]).await.unwrap();
        register.db.clone().close().await;
        straight.db.clone().close().await;
    });
}
