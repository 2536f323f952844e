//! The example register, made once per database and run, and a client for its pages.

use std::sync::{Arc, LazyLock};

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use decapolis::assets::Network;
use decapolis::cli::example::load_day;
use decapolis::server::router;
use decapolis::web::context::Site;
use tokio::runtime::Runtime;
use tower::ServiceExt;

use crate::support::Register;

pub const EXAMPLE: &str = "metropolis-2020";
pub const LANGUAGES: [&str; 3] = ["es", "en", "fr"];

/// The site with a register that holds an example.
pub struct Example {
    pub name: String,
    pub site: Arc<Site>,
    pub register: Register,
    router: Router,
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
    pub bytes: Vec<u8>,
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default()
    }
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_else(|e| panic!("{e}: {}", self.body))
    }
}

impl Example {
    /// The same register with another site.
    pub fn behind(name: &str, register: Register, site: Site) -> Example {
        let site = Arc::new(site);
        Example { name: name.to_string(), router: router(site.clone()), site, register }
    }

    async fn over(name: &str, register: Register) -> Example {
        // like the demo: the batches in order of their days
        let loading =
            decapolis::opening::over(register.db.clone(), Some(name)).await.expect("an empty register");
        let network = Network::named(name).expect("the example is in the binary");
        for (day, files) in network.batches().expect("its batches") {
            load_day(&loading, &network, &day, &files).await.unwrap_or_else(|e| panic!("{name}, {day}: {e}"));
        }
        let app = decapolis::opening::over(register.db.clone(), Some(name)).await.expect("the example");
        Example::behind(name, register, Site::new(app))
    }

    pub async fn get(&self, address: &str) -> Answer {
        self.get_as(address, "").await
    }

    pub async fn get_as(&self, address: &str, languages: &str) -> Answer {
        self.get_with(address, &[("accept-language", languages)]).await
    }

    pub async fn get_with(&self, address: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = Request::get(address);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::empty()).unwrap_or_else(|e| panic!("{address}: {e}"));
        let response = self.router.clone().oneshot(request).await.expect("the router answers");
        let (status, headers) = (response.status(), response.headers().clone());
        let bytes = axum::body::to_bytes(response.into_body(), 64 << 20).await.expect("a body");
        Answer { status, headers, body: String::from_utf8_lossy(&bytes).into_owned(), bytes: bytes.to_vec() }
    }

    /// The page at this URL, which must exist.
    pub async fn page(&self, address: &str) -> String {
        let answer = self.get(address).await;
        assert_eq!(answer.status, StatusCode::OK, "{address}: {}", answer.body);
        answer.body
    }
}

/// Connections belong to the runtime they were opened in, so all tests share one.
pub static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime")
});

/// The example on each database, made once per run.
static EXAMPLES: LazyLock<[Example; 2]> = LazyLock::new(|| RUNTIME.block_on(on_each_database(EXAMPLE)));

/// The other examples on each database.
static OTHERS: LazyLock<Vec<Example>> = LazyLock::new(|| {
    RUNTIME.block_on(async {
        let mut all = vec![];
        for name in Network::examples().iter().filter(|name| *name != EXAMPLE) {
            all.extend(on_each_database(name).await);
        }
        all
    })
});

async fn on_each_database(name: &str) -> [Example; 2] {
    [
        Example::over(name, Register::on_sqlite().await).await,
        Example::over(name, Register::on_postgres().await).await,
    ]
}

/// Runs a test on every example, on one database after the other.
pub fn on_every_example(test: impl AsyncFn(&Example)) {
    for example in EXAMPLES.iter().chain(&*OTHERS) {
        eprintln!("{} on {}", example.name, example.register.database());
        RUNTIME.block_on(test(example));
    }
}

/// Runs a test on the example, on one database after the other.
pub fn on_both(test: impl AsyncFn(&Example)) {
    for example in &*EXAMPLES {
        eprintln!("on {}", example.register.database());
        RUNTIME.block_on(test(example));
    }
}

/// Runs a test that changes nothing on the example in SQLite.
pub fn on_sqlite(test: impl AsyncFn(&Example)) {
    RUNTIME.block_on(test(&EXAMPLES[0]));
}

/// The text of a page, without tags.
pub fn text_of(html: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => {
                inside = false;
                text.push(' ');
            }
            c if !inside => text.push(c),
            _ => {}
        }
    }
    text.replace("&amp;", "&")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}
