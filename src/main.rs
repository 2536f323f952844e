#[tokio::main]
async fn main() {
    std::process::exit(decapolis::cli::run().await);
}
