//! The program's entry: which allocator it uses, and the call of the command line, which is compiled with the library.

/// Requests are answered on several threads, and one frees what another has allocated. In the allocator of glibc they wait for one
/// another: with many connections that was half of the time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The number of `mi_option_purge_delay` in mimalloc 3, which its Rust crate does not name.
const PURGE_DELAY: libmimalloc_sys::mi_option_t = 15;

fn main() {
    // free memory goes back to the system at once: a server of pages stays small
    // SAFETY: it sets a number that mimalloc reads whenever it frees a page; other threads may do so at the same time
    unsafe { libmimalloc_sys::mi_option_set(PURGE_DELAY, 0) };
    std::process::exit(decapolis::cli::main())
}
