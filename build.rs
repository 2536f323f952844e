//! What is inside the binary is read when it is built: a change of these folders builds it anew.

fn main() {
    for folder in ["figures", "locales", "pages", "examples", "typst", "web/dist"] {
        println!("cargo::rerun-if-changed={folder}");
    }
}
