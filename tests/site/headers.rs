//! The headers that say what a browser may do with an answer.

use crate::site::example::on_sqlite;

#[test]
fn a_page_stands_in_no_frame_but_those_made_for_it() {
    on_sqlite(async |example| {
        for (address, frames, options) in [
            ("/en/2020", "frame-ancestors 'none'", "DENY"),
            ("/", "", "DENY"),
            ("/en/members", "frame-ancestors 'none'", "DENY"),
            ("/en/figures/members?at=2020-12-31", "frame-ancestors 'none'", "DENY"),
            ("/en/2020.json", "frame-ancestors 'none'", "DENY"),
            ("/en/no-such-page", "frame-ancestors 'none'", "DENY"),
            ("/assets/site.css", "", "DENY"),
            ("/en/2020/number/members", "frame-ancestors *", ""),
            ("/en/2020/card/members", "frame-ancestors *", ""),
            ("/en/2020/map/members", "frame-ancestors *", ""),
        ] {
            // the second answer is the cached one
            for _ in 0..2 {
                let answer = example.get(address).await;
                let policy = answer.header("content-security-policy");
                assert!(policy.contains(frames), "{address}: {policy}");
                assert_eq!(answer.header("x-frame-options"), options, "{address}: {}", answer.status);
            }
        }
    });
}
