//! Checks the release package: it contains the built program and everything it needs.

use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A temporary folder, removed when dropped.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn has(program: &str) -> bool {
    Command::new(program).arg("--version").output().is_ok_and(|o| o.status.success())
}

fn said(command: &mut Command) -> String {
    let out = command.output().unwrap_or_else(|e| panic!("{command:?}: {e}"));
    let text = format!("{}{}", String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr));
    assert!(out.status.success(), "{command:?}: {text}");
    text
}

#[test]
fn a_package_and_a_container_folder_are_made_of_the_program() {
    if !has("dpkg-deb") {
        assert!(!Path::new("/etc/debian_version").exists(), "Debian has dpkg-deb");
        eprintln!("no dpkg-deb here: the package is made on Debian and Ubuntu");
        return;
    }
    let folder = Folder(std::env::temp_dir().join(format!("decapolis-release-{}", std::process::id())));
    let program = env!("CARGO_BIN_EXE_decapolis");
    let made = said(Command::new(root().join("tools/release")).args(["--binary", program, "--out"]).arg(&folder.0));
    let package = made.lines().find(|line| line.ends_with(".deb")).unwrap_or_else(|| panic!("no package: {made}"));

    let about = said(Command::new("dpkg-deb").args(["--info", package]));
    let version = env!("CARGO_PKG_VERSION");
    for wanted in
        ["Package: decapolis", &format!("Version: {version}"), "libc6 (>= 2.", "libgcc-s1", "adduser", "conffiles", "postinst", "prerm"]
    {
        assert!(about.contains(wanted), "{wanted} in {about}");
    }
    let files = said(Command::new("dpkg-deb").args(["--contents", package]));
    for wanted in [
        "./usr/bin/decapolis",
        "./lib/systemd/system/decapolis.service",
        "./etc/default/decapolis",
        "./usr/share/man/man1/decapolis.1.gz",
        "./usr/share/doc/decapolis/copyright",
        "./usr/share/doc/decapolis/NOTICE",
    ] {
        assert!(files.lines().any(|line| line.ends_with(wanted) && line.contains("root/root")), "{wanted} in {files}");
    }

    let unpacked = folder.0.join("unpacked");
    said(Command::new("dpkg-deb").arg("--raw-extract").arg(package).arg(&unpacked));
    assert!(said(Command::new(unpacked.join("usr/bin/decapolis")).arg("--version")).contains(version));
    for script in ["postinst", "prerm", "postrm"] {
        said(Command::new("sh").arg("-n").arg(unpacked.join("DEBIAN").join(script)));
    }
    let page = said(Command::new("gzip").arg("-dc").arg(unpacked.join("usr/share/man/man1/decapolis.1.gz")));
    for verb in ["serve", "import", "undo", "export", "figures", "verify", "upgrade"] {
        assert!(page.contains(&format!(".B {verb}\n")), "{verb} in {page}");
    }
    assert!(!page.contains('@'), "{page}");
    the_unit_is_valid(&unpacked);
    for file in ["decapolis", "Containerfile", "LICENSE", "NOTICE"] {
        assert!(folder.0.join("container").join(file).is_file(), "{file}");
    }
    said(Command::new("sha256sum").args(["--check", "--quiet", "SHA256SUMS"]).current_dir(&folder.0));
}

/// Checks the unit file with systemd, with the program at its unpacked path.
fn the_unit_is_valid(unpacked: &Path) {
    let unit = std::fs::read_to_string(unpacked.join("lib/systemd/system/decapolis.service")).expect("the unit");
    for wanted in
        ["User=decapolis", "NoNewPrivileges=yes", "ProtectSystem=strict", "StateDirectory=decapolis", "SystemCallFilter=@system-service"]
    {
        assert!(unit.lines().any(|line| line == wanted), "{wanted}");
    }
    if !has("systemd-analyze") {
        eprintln!("no systemd-analyze here: the unit is not read by systemd");
        return;
    }
    let program = unpacked.join("usr/bin/decapolis");
    let here = unpacked.join("decapolis.service");
    let unit = unit.replace("/usr/bin/decapolis", &program.to_string_lossy()).replace("Documentation=man:decapolis(1)\n", "");
    std::fs::write(&here, unit).expect("a copy of the unit");
    let out = Command::new("systemd-analyze").arg("verify").arg(&here).output().expect("systemd-analyze");
    let text = String::from_utf8_lossy(&out.stderr).into_owned();
    let ours: Vec<&str> = text.lines().filter(|line| line.contains("decapolis.service")).collect();
    assert_eq!(ours, [""; 0], "{text}");
}
