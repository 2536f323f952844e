//! Makes Cargo build the binary again when a folder that is embedded in it changes.

fn main() {
    for folder in ["figures", "locales", "pages", "examples", "typst", "web/dist"] {
        println!("cargo::rerun-if-changed={folder}");
    }
}
