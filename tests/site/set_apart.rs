//! Pages set by another process of the program: by the real program, with the real page.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use decapolis::page::forms::apart::{VERB, processes};
use decapolis::page::forms::{Dress, Form, write, write_by};
use decapolis::page::sheet::Sheet;
use decapolis::page::site::sheet;
use decapolis::page::years::Years;
use decapolis_typesetting::{Processes, TimeLimits};
use decapolis_words::errors::{Error, Result};

use crate::site::example::on_sqlite;

const PROGRAM: &str = env!("CARGO_BIN_EXE_decapolis");
const LONG: Duration = Duration::from_secs(300);

/// The page of 2020 in a few words, quick to set.
const QUICK: &str =
    "#set document(title: \"quick\")\n#set page(width: 50mm, height: 50mm)\n#json(\"page.json\").headline";
/// A template that takes hours.
const SLOW: &str = "#for i in range(100000) { for j in range(100000) { } }";

fn usual() -> Dress {
    Dress::usual("https://network.example")
}

fn with_template(template: &str) -> Dress {
    Dress { template: template.into(), ..usual() }
}

fn set(processes: &Processes, page: &Sheet, form: Form, dress: &Dress) -> Result<Vec<u8>> {
    write_by(page, form, dress, |job| processes.write(job))
}

/// The processes that set pages for this one.
fn typesetters(parent: u32) -> Vec<u32> {
    found(&["-P", &parent.to_string(), "-f", VERB])
}

fn found(args: &[&str]) -> Vec<u32> {
    let found = Command::new("pgrep").args(args).output().expect("pgrep; install procps");
    String::from_utf8_lossy(&found.stdout).lines().filter_map(|line| line.parse().ok()).collect()
}

#[track_caller]
fn until(what: &str, is: impl Fn() -> bool) {
    let began = Instant::now();
    while !is() {
        assert!(began.elapsed() < Duration::from_secs(60), "{what}");
        thread::sleep(Duration::from_millis(20));
    }
}

#[track_caller]
fn broken(result: Result<Vec<u8>>) -> String {
    match result {
        Err(Error::Broken(text)) => text,
        other => panic!("{other:?}"),
    }
}

/// One test, because the processes of several tests could not be told apart.
#[test]
fn a_page_set_by_another_process_is_the_same_file_and_a_process_that_hangs_or_dies_is_replaced() {
    on_sqlite(async |example| {
        let page = sheet(&example.site, &example.site.reader("es").unwrap(), Years { from: 2020, to: 2020 })
            .await
            .unwrap();
        let running = || typesetters(std::process::id());
        assert!(running().is_empty(), "none runs before the first page");

        let apart = processes(PROGRAM.as_ref(), TimeLimits { page: LONG, idle: Duration::from_secs(2) });
        for form in [Form::Pdf, Form::Svg, Form::Png] {
            assert!(
                set(&apart, &page, form, &usual()).unwrap() == write(&page, form, &usual()).unwrap(),
                "{form:?}"
            );
        }
        assert!(set(&apart, &page, Form::Svg, &with_template(QUICK)).is_ok());
        assert_eq!(running().len(), 1, "one process sets them one after the other");
        until("it ends when it is idle", || running().is_empty());
        let mistake = broken(set(&apart, &page, Form::Pdf, &with_template("#let")));
        assert_eq!(
            mistake,
            broken(write(&page, Form::Pdf, &with_template("#let"))),
            "a mistake is worded alike"
        );
        assert_eq!(running().len(), 1);
        drop(apart);
        until("it ends with the value that started it", || running().is_empty());

        let apart = processes(PROGRAM.as_ref(), TimeLimits { page: LONG, idle: LONG });
        let said = thread::scope(|scope| {
            let dying = scope.spawn(|| broken(set(&apart, &page, Form::Svg, &with_template(SLOW))));
            until("it starts", || !running().is_empty());
            let killed = Command::new("kill").args(["-9", &running()[0].to_string()]).status();
            assert!(killed.unwrap().success());
            dying.join().unwrap()
        });
        assert!(
            said.contains("svg of 2020 in es") && said.contains("ended before it answered: signal: 9"),
            "{said}"
        );
        assert!(
            set(&apart, &page, Form::Svg, &with_template(QUICK)).is_ok(),
            "the next page is set by a new process"
        );
        drop(apart);

        let apart = processes(PROGRAM.as_ref(), TimeLimits { page: Duration::from_secs(15), idle: LONG });
        let said = broken(set(&apart, &page, Form::Svg, &with_template(SLOW)));
        assert!(said.contains("not set within 15 s"), "{said}");
        assert!(
            set(&apart, &page, Form::Svg, &with_template(QUICK)).is_ok(),
            "the next page is set by a new process"
        );

        let nowhere = processes("/nowhere/decapolis".as_ref(), TimeLimits { page: LONG, idle: LONG });
        let said = broken(set(&nowhere, &page, Form::Svg, &with_template(QUICK)));
        assert!(said.contains("cannot be started"), "{said}");
        assert!(set(&nowhere, &page, Form::Json, &usual()).is_ok(), "data needs no typesetter");
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
fn a_server_sets_its_pages_in_another_process_that_ends_with_it() {
    on_sqlite(async |example| {
        let mut command = Command::new(PROGRAM);
        command
            .args(["serve", "--port", "0"])
            .env("DECAPOLIS_DATABASE", &example.register.address)
            .env("DECAPOLIS_NETWORK", &example.name);
        let mut served =
            Served(command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("the program"));
        let mut first = String::new();
        BufReader::new(served.0.stdout.take().unwrap()).read_line(&mut first).unwrap();
        let at = first.trim().trim_start_matches("http://").trim_end_matches('/').to_string();
        let get = |path: &str| {
            let mut stream = TcpStream::connect(&at).unwrap_or_else(|e| panic!("{first}: {e}"));
            write!(stream, "GET {path} HTTP/1.1\r\nhost: {at}\r\nconnection: close\r\n\r\n").unwrap();
            let mut answer = vec![];
            stream.read_to_end(&mut answer).unwrap();
            let answer = String::from_utf8_lossy(&answer).into_owned();
            let (head, body) = answer.split_once("\r\n\r\n").unwrap();
            assert!(head.starts_with("HTTP/1.1 200"), "{answer}");
            body.to_string()
        };
        let running = || typesetters(served.0.id());
        get("/es/2020");
        assert!(running().is_empty(), "a page in the browser needs none");
        let card = get("/es/2020/card/women-led.svg");
        assert!(card.starts_with("<svg") && card.contains("15,6"), "{card}");
        let processes = running();
        assert_eq!(processes.len(), 1);
        assert_eq!(get("/es/2020/card/women-led.svg"), card);
        assert_eq!(running(), processes);
        served.0.kill().unwrap();
        until("it ends with the server", || !found(&["-f", VERB]).contains(&processes[0]));
    });
}
