//! The entry of the program: its allocator, and the call of the command line in the library.

/// One thread often frees memory that another allocated. With glibc's allocator they wait for each other: with many
/// connections that was half of the time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The number of the option `mi_option_purge_delay` in mimalloc 3, which the Rust crate does not name.
const PURGE_DELAY: libmimalloc_sys::mi_option_t = 15;

fn main() {
    // free memory is returned to the system at once, so that the server stays small
    // SAFETY: it sets a number that mimalloc reads whenever it frees a page; other threads may do so at the same time
    unsafe { libmimalloc_sys::mi_option_set(PURGE_DELAY, 0) };
    std::process::exit(decapolis::cli::main())
}
