//! The tests of the program. They are one binary, so that the program is linked once and all share one PostgreSQL.
//!
//! `cargo test --workspace --test all register::undone` runs the tests of one file.

mod documents;
mod messy;
mod recipes;
mod register;
mod release;
mod site;
mod spreadsheets;
mod support;

/// That of the program. With glibc's, a fifth of the time of the tests was spent on memory.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;
