//! What a write does to cached responses.

use std::sync::Arc;

use decapolis::import::run::{prepare, write};
use decapolis::web::context::Site;
use decapolis_base::Day;
use decapolis_figures::Asked;
use decapolis_register::db::{Db, Opening};
use decapolis_register::known::Known;

use crate::site::example::{EXAMPLE, on_sqlite};
use crate::support::Folder;

#[test]
fn after_a_write_only_the_figures_that_read_its_table_are_counted_again() {
    on_sqlite(async |example| {
        let folder = Folder::new();
        let copy = folder.join("copy.db").to_string_lossy().into_owned();
        example.register.db.run_unjournaled(&format!("VACUUM INTO '{copy}'")).await.unwrap();
        let app =
            decapolis::opening::over(Db::open(&copy, &Opening::default()).await.unwrap(), Some(EXAMPLE))
                .await
                .unwrap();
        let site = Arc::new(Site::new(app));
        let app = &site.app;
        let asked = Asked { from: Day::first_of_year(2020), to: Day::last_of_year(2020), known: Known::Now };
        let all = async || {
            let heads = app.heads(app.db.reader()).await.unwrap();
            let before = app.figures.evaluations();
            for figure in app.figures.catalog.figures() {
                app.figures.number(app.db.reader(), &heads, figure, &asked).await.unwrap();
            }
            app.figures.evaluations() - before
        };
        assert_eq!(all().await, app.figures.catalog.figures().len() as u64, "nothing is remembered yet");
        assert_eq!(all().await, 0, "nothing has changed");
        let channel =
            "channel,day,followers,nature\n".to_string() + "channel-x,2020-12-31,20000,illustrative\n";
        let (plan, zone) =
            prepare(app, &[("readings.csv".to_string(), channel.into_bytes().into())]).await.unwrap();
        assert_eq!(plan.problems, []);
        write(app, decapolis_actions::Actor::Operator, plan, None, zone, None).await.unwrap();
        let touched = app
            .figures
            .catalog
            .figures()
            .iter()
            .filter(|f| app.figures.tables(f).iter().any(|t| t.name == "readings"))
            .count() as u64;
        assert!(touched > 0 && touched < 5);
        assert_eq!(all().await, touched);
    });
}
