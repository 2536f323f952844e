//! Internal errors: what the reader sees, and what the log says.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::Stdio;
use std::sync::{Arc, Mutex};

use axum::body::Body;
use axum::http::{Request, StatusCode};
use decapolis::server::router;
use decapolis::web::context::Site;
use tower::ServiceExt;

use crate::register::files::with_network;
use crate::register::refusals::program;

/// The log of one thread.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Log {
    fn lines(&self) -> Vec<String> {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap().lines().map(str::to_string).collect()
    }
}

#[test]
fn a_fault_is_one_line_in_the_log_with_the_number_that_the_reader_sees() {
    with_network(async |register| {
        let site = Arc::new(Site::new(decapolis::opening::over(register.db.clone(), None).await.unwrap()));
        register.db.run_unjournaled("ALTER TABLE memberships RENAME TO lost").await.unwrap();
        let log = Log::default();
        let writer = log.clone();
        let lines = tracing_subscriber::fmt().with_ansi(false).with_writer(move || writer.clone()).finish();
        let guard = tracing::subscriber::set_default(lines);
        let request = Request::get("/en/members?q=confidential").body(Body::empty()).unwrap();
        let answer = router(site).oneshot(request).await.unwrap();
        drop(guard);
        assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
        let id = answer.headers()["x-request-id"].to_str().unwrap().to_string();
        let page = axum::body::to_bytes(answer.into_body(), 1 << 20).await.unwrap();
        let page = String::from_utf8_lossy(&page).into_owned();
        let lines: Vec<String> = log.lines().into_iter().filter(|line| line.contains("ERROR")).collect();
        assert_eq!(lines.len(), 1, "{lines:#?}");
        let number = lines[0]
            .split("number=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .unwrap_or_default()
            .to_string();
        assert!(number.len() == 8 && page.contains(&number), "{number}: {}\n{page}", lines[0]);
        for said in [id.as_str(), "route=\"/{lang}/members\"", "cause=", "memberships"] {
            assert!(lines[0].contains(said), "{said}: {}", lines[0]);
        }
        assert!(!lines[0].contains("confidential") && !page.contains("memberships"), "{}\n{page}", lines[0]);
    });
}

#[test]
fn the_first_line_of_the_log_says_what_is_served() {
    with_network(async |register| {
        let mut command = program(register);
        command
            .args(["serve", "--port", "0"])
            .env_remove("DECAPOLIS_LOG")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut running = command.spawn().unwrap();
        let mut address = String::new();
        BufReader::new(running.stdout.take().unwrap()).read_line(&mut address).unwrap();
        running.kill().unwrap();
        let mut log = String::new();
        running.stderr.take().unwrap().read_to_string(&mut log).unwrap();
        running.wait().unwrap();
        let address = address.trim().trim_start_matches("http://").trim_end_matches('/');
        let database = decapolis_register::db::without_secret(&register.address);
        for said in
            [concat!("version=\"", env!("CARGO_PKG_VERSION")), "register=\"tencities\"", &database, address]
        {
            assert!(!said.is_empty() && log.contains(said), "{said:?} in {log}");
        }
    });
}
