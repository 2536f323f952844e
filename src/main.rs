/// Several threads free memory that other threads allocated; with glibc's allocator they would wait for each other.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() {
    std::process::exit(decapolis::cli::run().await);
}
