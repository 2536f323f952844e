/// Requests are answered on several threads that free what others took: glibc's allocator has them wait for one another.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() {
    std::process::exit(decapolis::cli::run().await);
}
