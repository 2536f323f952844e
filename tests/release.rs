//! Checks the release packages: they contain the built program, name what they need, and install without a network.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use decapolis::assets;
use sha2::{Digest, Sha256};

const VERSION: &str = env!("CARGO_PKG_VERSION");

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
fn packages_and_a_container_folder_are_made_of_the_program() {
    if !has("dpkg-deb") {
        assert!(!Path::new("/etc/debian_version").exists(), "Debian has dpkg-deb");
        eprintln!("no dpkg-deb here: the package is made on Debian and Ubuntu");
        return;
    }
    let folder = Folder(std::env::temp_dir().join(format!("decapolis-release-{}", std::process::id())));
    let program = env!("CARGO_BIN_EXE_decapolis");
    let made =
        said(Command::new(root().join("tools/release")).args(["--binary", program, "--out"]).arg(&folder.0));
    let of_kind = |ending: &str| {
        made.lines().find(|line| line.ends_with(ending)).unwrap_or_else(|| panic!("no {ending}: {made}"))
    };
    let package = of_kind(".deb");

    let about = said(Command::new("dpkg-deb").args(["--info", package]));
    for wanted in [
        "Package: decapolis",
        &format!("Version: {VERSION}"),
        "libc6 (>= 2.",
        "libgcc-s1",
        "adduser",
        "conffiles",
        "postinst",
        "prerm",
    ] {
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
        assert!(
            files.lines().any(|line| line.ends_with(wanted) && line.contains("root/root")),
            "{wanted} in {files}"
        );
    }

    let unpacked = folder.0.join("unpacked");
    said(Command::new("dpkg-deb").arg("--raw-extract").arg(package).arg(&unpacked));
    assert!(said(Command::new(unpacked.join("usr/bin/decapolis")).arg("--version")).contains(VERSION));
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
    let glibc = the_wheel_installs(&folder.0, Path::new(of_kind(".whl")));
    assert!(about.contains(&format!("libc6 (>= {glibc})")), "{glibc} in {about}");
    the_npm_package_installs(&folder.0, Path::new(of_kind(".tgz")));
}

/// RECORD names every file of the wheel with its hash, and pip installs the program. Returns the glibc that the wheel asks for.
fn the_wheel_installs(folder: &Path, wheel: &Path) -> String {
    let name = wheel.file_name().expect("a file").to_string_lossy();
    let tag = name
        .strip_prefix(&format!("decapolis-{VERSION}-"))
        .and_then(|n| n.strip_suffix(".whl"))
        .unwrap_or_else(|| panic!("{name}"));
    let platform = tag.strip_prefix("py3-none-manylinux_").unwrap_or_else(|| panic!("{name}"));
    let [major, minor, _machine] = platform.splitn(3, '_').collect::<Vec<_>>()[..] else { panic!("{name}") };

    let unpacked = folder.join("wheel");
    said(Command::new("python3").args(["-m", "zipfile", "--extract"]).arg(wheel).arg(&unpacked));
    let information = unpacked.join(format!("decapolis-{VERSION}.dist-info"));
    let read = |file: &str| {
        std::fs::read_to_string(information.join(file)).unwrap_or_else(|e| panic!("{file}: {e}"))
    };
    let record: BTreeSet<String> = read("RECORD").lines().map(str::to_string).collect();
    let files = assets::files_under(&unpacked).expect("the files of the wheel");
    let hashed = files.iter().map(|path| {
        let name = path.strip_prefix(&unpacked).unwrap().to_string_lossy();
        if name.ends_with("/RECORD") {
            return format!("{name},,");
        }
        let bytes = std::fs::read(path).unwrap();
        format!("{name},sha256={},{}", URL_SAFE_NO_PAD.encode(Sha256::digest(&bytes)), bytes.len())
    });
    assert_eq!(record, hashed.collect());
    assert!(read("WHEEL").lines().any(|line| line == format!("Tag: {tag}")), "{tag}");
    for wanted in
        ["Name: decapolis", &format!("Version: {VERSION}"), "License-File: LICENSE", "License-File: NOTICE"]
    {
        assert!(read("METADATA").lines().any(|line| line == wanted), "{wanted}");
    }
    the_licences_are_in(&information.join("licenses"));

    let environment = folder.join("python");
    // on Debian this needs python3-venv
    said(Command::new("python3").args(["-m", "venv"]).arg(&environment));
    let pip =
        ["-m", "pip", "--isolated", "--disable-pip-version-check", "install", "--no-index", "--no-cache-dir"];
    said(Command::new(environment.join("bin/python")).args(pip).arg(wheel));
    assert!(said(Command::new(environment.join("bin/decapolis")).arg("--version")).contains(VERSION));
    format!("{major}.{minor}")
}

/// npm installs the program from the file alone, and runs nothing to do so.
fn the_npm_package_installs(folder: &Path, package: &Path) {
    let project = folder.join("npm");
    std::fs::create_dir(&project).expect("a folder for npm");
    std::fs::write(project.join("package.json"), "{}").expect("a project");
    let npm = ["install", "--offline", "--no-audit", "--no-fund", "--no-update-notifier", "--cache"];
    said(Command::new("npm").args(npm).arg(folder.join("npm-cache")).arg(package).current_dir(&project));
    assert!(
        said(Command::new(project.join("node_modules/.bin/decapolis")).arg("--version")).contains(VERSION)
    );

    let installed = project.join("node_modules/decapolis");
    let about = std::fs::read_to_string(installed.join("package.json")).expect("its package.json");
    let about: serde_json::Value = serde_json::from_str(&about).expect("JSON");
    assert_eq!(about["version"], VERSION);
    assert_eq!(about["license"], "Apache-2.0");
    assert!(
        about["os"][0] == "linux" && about["libc"][0] == "glibc" && about["cpu"][0].is_string(),
        "{about}"
    );
    assert!(about["scripts"].is_null() && about["dependencies"].is_null(), "{about}");
    the_licences_are_in(&installed);
}

fn the_licences_are_in(folder: &Path) {
    for file in ["LICENSE", "NOTICE"] {
        let ours = std::fs::read(root().join(file)).unwrap();
        assert!(
            std::fs::read(folder.join(file)).is_ok_and(|theirs| theirs == ours),
            "{file} in {}",
            folder.display()
        );
    }
}

/// Checks the unit file with systemd, with the program at its unpacked path.
fn the_unit_is_valid(unpacked: &Path) {
    let unit =
        std::fs::read_to_string(unpacked.join("lib/systemd/system/decapolis.service")).expect("the unit");
    for wanted in [
        "User=decapolis",
        "NoNewPrivileges=yes",
        "ProtectSystem=strict",
        "StateDirectory=decapolis",
        "SystemCallFilter=@system-service",
    ] {
        assert!(unit.lines().any(|line| line == wanted), "{wanted}");
    }
    if !has("systemd-analyze") {
        eprintln!("no systemd-analyze here: the unit is not read by systemd");
        return;
    }
    let program = unpacked.join("usr/bin/decapolis");
    let here = unpacked.join("decapolis.service");
    let unit = unit
        .replace("/usr/bin/decapolis", &program.to_string_lossy())
        .replace("Documentation=man:decapolis(1)\n", "");
    std::fs::write(&here, unit).expect("a copy of the unit");
    let out = Command::new("systemd-analyze").arg("verify").arg(&here).output().expect("systemd-analyze");
    let text = String::from_utf8_lossy(&out.stderr).into_owned();
    let ours: Vec<&str> = text.lines().filter(|line| line.contains("decapolis.service")).collect();
    assert_eq!(ours, [""; 0], "{text}");
}
