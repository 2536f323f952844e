//! Whether a logo can be set on paper: it is tried on a small page, as the typesetter will set it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, PoisonError};

use decapolis_typesetting::{Engine, Files, Job, Output};

use crate::assets;

/// Sets the picture as the heading of the page does.
const TRIAL: &str = r#"#set document(title: "logo")
#set page(width: 200pt, height: 100pt)
#image(json("logo.json").file, alt: "logo", height: 18pt)"#;

/// Whether PDF and PNG can be written of a page with this logo. `ending` is `svg` or `png`. A typesetter without fonts cannot tell: then
/// nothing is said against the logo.
pub fn can_be_set(bytes: &[u8], ending: &str) -> bool {
    // an import asks its rules several times
    static LAST: Mutex<Option<(Vec<u8>, bool)>> = Mutex::new(None);
    let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
    match &*last {
        Some((tried, set)) if tried == bytes => *set,
        _ => {
            let set = sets(bytes, ending);
            *last = Some((bytes.to_vec(), set));
            set
        }
    }
}

fn sets(bytes: &[u8], ending: &str) -> bool {
    let Ok(engine) = Engine::new(assets::paper_fonts()) else { return true };
    let name = format!("logo.{ending}");
    let set = |output| {
        let mut files = Files::default();
        files.add(&name, bytes.to_vec());
        let job = Job {
            template: TRIAL.into(),
            named: "logo".into(),
            files,
            data: "logo.json".into(),
            attempts: vec![format!("{{\"file\":\"{name}\"}}").into_bytes()],
            day: (2000, 1, 1),
            output,
        };
        engine.write(&job).is_ok()
    };
    // a picture may also make a decoder give up
    catch_unwind(AssertUnwindSafe(|| set(Output::Pdf) && set(Output::Png { pixels_per_inch: 72.0 })))
        .unwrap_or(false)
}
