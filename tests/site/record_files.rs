//! Files on records: what is taken, who may open it, what a browser is told, and that a backup has them.

use std::io::{Cursor, Write};

use axum::body::Body;
use axum::http::{Request, StatusCode};
use decapolis::files::content::LARGEST;
use decapolis::files::{shelf, store};
use decapolis::health::check;
use decapolis::modules;
use decapolis_actions::Role;
use decapolis_register::permissions::Audience;
use decapolis_register::{archive, archive_files, records};
use decapolis_words::{Locale, Numerals};
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageEncoder, ImageFormat, RgbImage};
use jiff::Timestamp;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::site::example::{Answer, text_of};
use crate::site::office::{Office, rows_of};
use crate::support::{Folder, Register, both};

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\nendobj\ntrailer\n%%EOF\n";
const MULTIPART: &str = "multipart/form-data; boundary=part";

async fn office(register: &Register, folder: &Folder) -> Office {
    Office::with(register, |app| app.files = Some(folder.join("files")), "").await
}

/// An office with a folder for files, the session of somebody of the secretariat, and the code of the first record of a kind.
async fn begun(register: &Register, folder: &Folder, kind: &str) -> (Office, String, String) {
    let office = office(register, folder).await;
    let eva = office.join(&office.invite("eva@example.org", Role::Secretariat).await).await;
    let ask = format!("SELECT code FROM records WHERE kind = '{kind}' ORDER BY code");
    (office, eva, rows_of(register, &ask).await.remove(0))
}

/// A form with a file, as a browser sends it.
fn form(name: &str, bytes: &[u8], fields: &[(&str, &str)]) -> Vec<u8> {
    let mut body = vec![];
    for (field, value) in fields {
        body.extend(
            format!("--part\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n").bytes(),
        );
    }
    if !name.is_empty() {
        let head = format!(
            "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: application/pdf\r\n\r\n"
        );
        body.extend(head.bytes());
        body.extend(bytes);
        body.extend(b"\r\n");
    }
    body.extend(b"--part--\r\n");
    body
}

async fn send(office: &Office, to: &str, body: Vec<u8>, cookie: &str) -> Answer {
    let request = Request::post(to)
        .header("host", "localhost:8080")
        .header("origin", "http://localhost:8080")
        .header("sec-fetch-site", "same-origin")
        .header("content-type", MULTIPART)
        .header("cookie", cookie);
    office.send(request.body(Body::from(body)).unwrap()).await
}

/// The organisations that are and are not in the region of a regional secretariat: their codes.
async fn mine_and_others(register: &Register, region: &str) -> (String, String) {
    let of = |not: &str| {
        format!(
            "SELECT o.code FROM placements p JOIN records o ON o.id = p.organisation JOIN records r ON r.id = p.region \
             WHERE {not} r.code = '{region}' AND p.until IS NULL ORDER BY o.code"
        )
    };
    let (mine, others) = (rows_of(register, &of("")).await, rows_of(register, &of("NOT")).await);
    (mine[0].clone(), others.into_iter().find(|code| !mine.contains(code)).expect("another"))
}

/// The version of a file that its page shows: `id@recorded`.
async fn row_of(register: &Register, id: &str) -> String {
    let recorded = format!("SELECT CAST(recorded AS text) FROM files WHERE id = {id}");
    format!("{id}@{}", rows_of(register, &recorded).await.remove(0))
}

/// The batch that an answer says it has saved.
fn batch_of(answer: &Answer) -> String {
    answer.header("location").split_once("saved=").expect("a batch").1.to_string()
}

/// A document as an office program writes it, with one part more.
fn document(more: &[u8]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(vec![]));
    for (name, bytes) in [
        ("[Content_Types].xml", &b"<Types/>"[..]),
        ("word/document.xml", b"<document/>"),
        ("word/more.xml", more),
    ] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_file_is_attached_opened_and_taken_off_and_a_browser_can_do_nothing_with_it() {
    both(async |register| {
        let folder = Folder::new();
        let (office, eva, code) = begun(register, &folder, "organisation").await;
        let to = format!("/en/office/organisation/{code}/files");
        let sent = send(&office, &to, form("Charter 2026.pdf", PDF, &[("privacy", "office")]), &eva).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", text_of(&sent.body));
        let page = office.get(&format!("/en/office/organisation/{code}"), &eva).await;
        assert!(page.body.contains("Charter 2026.pdf"));
        let id = rows_of(register, "SELECT CAST(id AS text) FROM files").await.remove(0);
        let row = row_of(register, &id).await;
        let opened = office.get(&format!("{to}/{id}"), &eva).await;
        assert_eq!((opened.status, opened.bytes.as_slice()), (StatusCode::OK, PDF));
        for (header, value) in [
            ("content-type", "application/pdf"),
            ("content-disposition", "attachment; filename*=UTF-8''Charter%202026.pdf"),
            ("x-content-type-options", "nosniff"),
            ("cache-control", "no-store"),
        ] {
            assert_eq!(opened.header(header), value);
        }
        assert!(opened.header("content-security-policy").contains("sandbox"));
        assert_eq!(
            office.get(&format!("{to}/{id}"), "").await.status,
            StatusCode::SEE_OTHER,
            "a visitor signs in"
        );
        // its bytes lie under their digest, outside of what the site serves
        let digest = rows_of(register, "SELECT digest FROM files").await.remove(0);
        assert_eq!(shelf::digest_of(PDF), digest);
        assert_eq!(shelf::all(&folder.join("files")).len(), 1);
        // the same name again, and a form from elsewhere
        let twice = send(&office, &to, form("Charter 2026.pdf", PDF, &[("privacy", "office")]), &eva).await;
        assert_eq!(twice.status, StatusCode::BAD_REQUEST);
        let forged = Request::post(&to)
            .header("host", "localhost:8080")
            .header("origin", "https://elsewhere.example")
            .header("content-type", MULTIPART)
            .header("cookie", &eva)
            .body(Body::from(form("other.pdf", PDF, &[("privacy", "office")])))
            .unwrap();
        assert_eq!(office.send(forged).await.status, StatusCode::FORBIDDEN);
        // bytes that were altered are not served
        let (_, place) = shelf::all(&folder.join("files")).remove(0);
        std::fs::write(&place, b"%PDF-1.7 altered %%EOF").unwrap();
        assert_eq!(office.get(&format!("{to}/{id}"), &eva).await.status, StatusCode::INTERNAL_SERVER_ERROR);
        // a folder that is not there is said on the page of health
        let health = async || {
            let (words, numerals) = (&office.app.words, Numerals::new("en").unwrap());
            let locale = Locale { words, numerals: &numerals, language: "en" };
            let lines = check::lines(&office.app, &locale, Timestamp::now()).await.unwrap();
            lines.into_iter().find(|line| line.subject == "files").expect("a line").found
        };
        assert_eq!(health().await, "there");
        let bytes = std::fs::read(&place).unwrap();
        std::fs::remove_file(&place).unwrap();
        assert_eq!(health().await, "missing");
        std::fs::write(&place, bytes).unwrap();
        let gone = send(&office, &to, form("", b"", &[("act", "remove"), ("row", &row)]), &eva).await;
        assert_eq!(gone.status, StatusCode::SEE_OTHER, "{}", text_of(&gone.body));
        assert_eq!(office.get(&format!("{to}/{id}"), &eva).await.status, StatusCode::NOT_FOUND);
        assert_eq!(rows_of(register, "SELECT digest FROM files_history").await, [digest.clone()]);
        // a removal is taken back as anything is
        let batch = batch_of(&gone);
        let undone = office.post("/en/office/batches", &[("batch", &batch)], &eva).await;
        assert_eq!(undone.status, StatusCode::SEE_OTHER, "{}", text_of(&undone.body));
        assert_eq!(rows_of(register, "SELECT digest FROM files").await, [digest]);
    });
}

#[test]
fn a_newer_version_keeps_the_earlier_ones_which_open_to_those_who_may_open_the_file() {
    both(async |register| {
        let folder = Folder::new();
        let (office, eva, code) = begun(register, &folder, "organisation").await;
        let to = format!("/en/office/organisation/{code}/files");
        let sent = send(&office, &to, form("list.txt", b"one", &[("privacy", "public")]), &eva).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", text_of(&sent.body));
        let id = rows_of(register, "SELECT CAST(id AS text) FROM files").await.remove(0);
        let first = row_of(register, &id).await;
        let change = |row: &str, name: &str, bytes: &[u8], privacy: &str| {
            form(name, bytes, &[("act", "change"), ("row", row), ("privacy", privacy)])
        };
        let newer = send(&office, &to, change(&first, "list 2.txt", b"two", "public"), &eva).await;
        assert_eq!(newer.status, StatusCode::SEE_OTHER, "{}", text_of(&newer.body));
        let opened = office.get(&format!("{to}/{id}"), &eva).await;
        assert_eq!(opened.bytes, b"two");
        let recorded = first.split_once('@').unwrap().1.to_string();
        let earlier = format!("{to}/{id}?version={recorded}");
        let page = office.get(&to, &eva).await;
        assert!(page.body.contains(&format!("{id}?version={recorded}")) && page.body.contains("list 2.txt"));
        assert_eq!(office.get(&earlier, &eva).await.bytes, b"one");
        let nothing = office.get(&format!("{to}/{id}?version=1"), &eva).await;
        assert_eq!(nothing.status, StatusCode::NOT_FOUND);
        // who looked at the first version changes nothing of the second, and what would change nothing is refused
        let stale = send(&office, &to, change(&first, "list 3.txt", b"three", "public"), &eva).await;
        assert_eq!(stale.status, StatusCode::BAD_REQUEST);
        let second = row_of(register, &id).await;
        let same = send(&office, &to, change(&second, "", b"", "public"), &eva).await;
        assert!(
            same.status == StatusCode::BAD_REQUEST && text_of(&same.body).contains("Nothing would change")
        );
        // for the office alone: its earlier versions too
        let region = rows_of(
            register,
            "SELECT r.code FROM placements p JOIN records r ON r.id = p.region WHERE p.until IS NULL ORDER BY r.code",
        )
        .await;
        let region = region.into_iter().find(|region| !region.is_empty()).expect("a region");
        let (_, others) = mine_and_others(register, &region).await;
        let theirs = format!("/en/office/organisation/{others}/files");
        let link = office.invite_for("rita@example.org", Role::RegionalSecretariat, Some(&region)).await;
        let rita = office.join(&link).await;
        let sent = send(&office, &theirs, form("open.txt", b"open", &[("privacy", "public")]), &eva).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", text_of(&sent.body));
        let open =
            rows_of(register, "SELECT CAST(id AS text) FROM files WHERE name = 'open.txt'").await.remove(0);
        assert_eq!(office.get(&format!("{theirs}/{open}"), &rita).await.status, StatusCode::OK);
        let row = row_of(register, &open).await;
        let version = row.split_once('@').unwrap().1.to_string();
        let closed = send(&office, &theirs, change(&row, "", b"", "office"), &eva).await;
        assert_eq!(closed.status, StatusCode::SEE_OTHER, "{}", text_of(&closed.body));
        for address in [format!("{theirs}/{open}"), format!("{theirs}/{open}?version={version}")] {
            assert_eq!(office.get(&address, &rita).await.status, StatusCode::NOT_FOUND, "{address}");
        }
        // and one click makes it as it was
        let undone = office.post("/en/office/batches", &[("batch", &batch_of(&newer))], &eva).await;
        assert_eq!(undone.status, StatusCode::SEE_OTHER, "{}", text_of(&undone.body));
        assert_eq!(office.get(&format!("{to}/{id}"), &eva).await.bytes, b"one");
    });
}

#[test]
fn an_upload_that_lies_or_is_a_bomb_is_refused_and_a_picture_is_made_anew() {
    both(async |register| {
        let folder = Folder::new();
        let (office, eva, code) = begun(register, &folder, "person").await;
        let to = format!("/en/office/person/{code}/files");
        let mut bomb = Cursor::new(vec![]);
        RgbImage::new(8_000, 8_000).write_to(&mut bomb, ImageFormat::Png).unwrap();
        let bomb = bomb.into_inner();
        for (name, bytes, why) in [
            ("page.pdf", &b"<script>alert(1)</script>"[..], "not what its name says"),
            ("page.png", b"<html><script>alert(1)</script>", "not what its name says"),
            (
                "two in one.pdf",
                b"%PDF-1.7\n%<html><script>alert(1)</script>\n%%EOF",
                "not what its name says",
            ),
            (
                "drawing.svg",
                b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
                "are not taken",
            ),
            ("page.html", PDF, "are not taken"),
            ("charter.pdf.exe", PDF, "are not taken"),
            ("bomb.docx", &document(&vec![0; 60 * 1024 * 1024]), "not what its name says"),
            ("long.txt", &vec![b'a'; LARGEST + 1], "too large"),
            ("longer.txt", &vec![b'a'; LARGEST * 2], "too large"),
            ("picture.png", &bomb, "too many pixels"),
            ("nothing.txt", b"", "No file was sent"),
        ] {
            let sent = send(&office, &to, form(name, bytes, &[("privacy", "office")]), &eva).await;
            let told = text_of(&sent.body);
            assert!(sent.status == StatusCode::BAD_REQUEST && told.contains(why), "{name}: {told}");
        }
        // no file was chosen; the form broke off; it is no form
        let none = send(&office, &to, form("", b"", &[("privacy", "office"), ("act", "attach")]), &eva).await;
        assert!(none.status == StatusCode::BAD_REQUEST && text_of(&none.body).contains("No file was sent"));
        let whole = form("whole.pdf", PDF, &[("privacy", "office")]);
        for cut in [whole.len() - 4, whole.len() / 2, 10, 0] {
            let sent = send(&office, &to, whole[..cut].to_vec(), &eva).await;
            assert_eq!(sent.status, StatusCode::BAD_REQUEST, "{cut} bytes of {}", whole.len());
        }
        let office_of = form("a.pdf", PDF, &[("privacy", "everybody")]);
        assert!(text_of(&send(&office, &to, office_of, &eva).await.body).contains("not said who may open"));
        assert!(rows_of(register, "SELECT name FROM files").await.is_empty());
        // names say nothing of folders, and nothing that reads as a program
        for (name, kept) in [
            ("../../x.pdf", "x.pdf"),
            ("C:\\\\letters\\\\letter.exe.pdf", "letter-exe.pdf"),
            ("photo\u{202e}gpj.pdf", "photogpj.pdf"),
        ] {
            let sent = send(&office, &to, form(name, PDF, &[("privacy", "office")]), &eva).await;
            assert_eq!(sent.status, StatusCode::SEE_OTHER, "{name}: {}", text_of(&sent.body));
            let there = rows_of(register, "SELECT name FROM files ORDER BY id DESC").await;
            assert_eq!(there[0], kept);
        }
        let bytes_of_pdf = [shelf::digest_of(PDF)];
        let kept: Vec<String> =
            shelf::all(&folder.join("files")).into_iter().map(|(digest, _)| digest).collect();
        assert!(
            kept.iter().all(|digest| bytes_of_pdf.contains(digest)),
            "nothing of what was refused was kept"
        );
        let sent =
            send(&office, &to, form("letter.docx", &document(b"<more/>"), &[("privacy", "office")]), &eva)
                .await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", text_of(&sent.body));
        let mut picture = Cursor::new(vec![]);
        let mut encoder = JpegEncoder::new(&mut picture);
        // a directory of a place (0x8825), with its latitude: 40 degrees
        let mut place = b"II*\0\x08\0\0\0\x01\0\x25\x88\x04\0\x01\0\0\0\x1a\0\0\0\0\0\0\0".to_vec();
        place.extend(b"\x01\0\x01\0\x02\0\x02\0\0\0N\0\0\0\0\0\0\0");
        encoder.set_exif_metadata(place.clone()).unwrap();
        DynamicImage::from(RgbImage::new(3, 2)).write_with_encoder(encoder).unwrap();
        let jpeg = picture.into_inner();
        assert!(jpeg.windows(place.len()).any(|part| part == place));
        let sent = send(&office, &to, form("photo.jpg", &jpeg, &[("privacy", "office")]), &eva).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", text_of(&sent.body));
        let digest = rows_of(register, "SELECT digest FROM files WHERE name = 'photo.jpg'").await.remove(0);
        let kept = shelf::read(&folder.join("files"), &digest).unwrap();
        assert!(!kept.windows(4).any(|part| part == b"Exif") && kept.starts_with(b"\xff\xd8\xff"));
    });
}

#[test]
fn files_of_others_are_opened_as_their_privacy_says_and_attached_by_nobody_out_of_scope() {
    both(async |register| {
        let folder = Folder::new();
        let office = office(register, &folder).await;
        let eva = office.join(&office.invite("eva@example.org", Role::Secretariat).await).await;
        let region = rows_of(
            register,
            "SELECT r.code FROM placements p JOIN records r ON r.id = p.region ORDER BY r.code",
        )
        .await
        .remove(0);
        let link = office.invite_for("rita@example.org", Role::RegionalSecretariat, Some(&region)).await;
        let rita = office.join(&link).await;
        let intern = office.join(&office.invite("ivo@example.org", Role::Intern).await).await;
        let (mine, others) = mine_and_others(register, &region).await;
        for code in [&mine, &others] {
            let to = format!("/en/office/organisation/{code}/files");
            for privacy in ["public", "office"] {
                let sent =
                    send(&office, &to, form(&format!("{privacy}.pdf"), PDF, &[("privacy", privacy)]), &eva)
                        .await;
                assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", text_of(&sent.body));
            }
        }
        let db = office.app.db.reader();
        let opens = async |code: &str, name: &str, who: &str| {
            let record = records::by_code(db, "organisation", code).await.unwrap().expect("a record");
            let all = store::of_record(db, record.id, Audience::Office).await.unwrap();
            let file = all.iter().find(|file| file.name == name).expect("a file");
            office.get(&format!("/en/office/organisation/{code}/files/{}", file.id), who).await.status
        };
        assert_eq!(opens(&mine, "office.pdf", &rita).await, StatusCode::OK);
        assert_eq!(opens(&others, "public.pdf", &rita).await, StatusCode::OK);
        assert_eq!(opens(&others, "office.pdf", &rita).await, StatusCode::NOT_FOUND);
        assert_eq!(opens(&others, "office.pdf", &intern).await, StatusCode::OK);
        // a file of another record is not found under this one
        let record = records::by_code(db, "organisation", &others).await.unwrap().unwrap();
        let file = store::of_record(db, record.id, Audience::Office).await.unwrap().remove(0);
        let under = office.get(&format!("/en/office/organisation/{mine}/files/{}", file.id), &rita).await;
        assert_eq!(under.status, StatusCode::NOT_FOUND);
        let page = office.get(&format!("/en/office/organisation/{others}"), &rita).await;
        assert!(page.body.contains("public.pdf") && !page.body.contains("office.pdf"));
        // who may not write there attaches and removes nothing
        let attach = || form("new.pdf", PDF, &[("privacy", "public")]);
        let row = format!("{}@{}", file.id, file.recorded);
        let remove = form("", b"", &[("act", "remove"), ("row", &row)]);
        let under_mine = form("", b"", &[("act", "remove"), ("row", &row)]);
        let under_mine =
            send(&office, &format!("/en/office/organisation/{mine}/files"), under_mine, &rita).await;
        assert_eq!(under_mine.status, StatusCode::BAD_REQUEST, "a file of another record, under one's own");
        let at = |code: &str| format!("/en/office/organisation/{code}/files");
        assert!(send(&office, &at(&others), attach(), &rita).await.status.is_client_error());
        assert!(send(&office, &at(&others), remove, &rita).await.status.is_client_error());
        assert_eq!(send(&office, &at(&mine), attach(), &intern).await.status, StatusCode::FORBIDDEN);
        assert_eq!(send(&office, &at(&mine), attach(), &rita).await.status, StatusCode::SEE_OTHER);
        assert_eq!(rows_of(register, "SELECT name FROM files").await.len(), 5);
    });
}

#[test]
fn a_backup_has_the_files_and_names_those_that_are_damaged() {
    both(async |register| {
        let folder = Folder::new();
        let (office, eva, code) = begun(register, &folder, "organisation").await;
        let to = format!("/en/office/organisation/{code}/files");
        for (name, bytes) in [("one.pdf", PDF), ("two.txt", b"two".as_slice())] {
            let sent = send(&office, &to, form(name, bytes, &[("privacy", "office")]), &eva).await;
            assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", text_of(&sent.body));
        }
        let shelf_of = folder.join("files");
        let write = async |name: &str| {
            let to = folder.join(name);
            let list = || shelf::all(&shelf_of);
            let (_, files) =
                archive::write_with(&register.db, modules::tables(), &to, 0, list).await.unwrap();
            (to, files)
        };
        let (whole, files) = write("whole.zip").await;
        assert_eq!((files.count, files.damaged.len()), (2, 0));
        let other = folder.join("other");
        let taken =
            archive_files::take_out(&whole, |_, bytes| shelf::keep(&other, bytes).map(|_| ())).unwrap();
        assert_eq!(taken, files);
        assert_eq!(shelf::all(&other).len(), 2);
        let digest = shelf::digest_of(b"two");
        assert_eq!(shelf::read(&other, &digest).unwrap(), b"two");
        let damaged = shelf::all(&shelf_of).into_iter().find(|(name, _)| *name == digest).unwrap().1;
        std::fs::write(damaged, b"tow").unwrap();
        let (_, files) = write("damaged.zip").await;
        assert_eq!((files.count, files.damaged), (1, vec![digest]));
    });
}
