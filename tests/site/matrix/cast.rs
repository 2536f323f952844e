//! Who asks: nobody, every role of the whole network, roles for a region, and a program.

use decapolis::accounts::store;
use decapolis_actions::Role;
use decapolis_register::records;
use decapolis_register::scope::Part;

use crate::site::api::Program;
use crate::site::office::{Office, PASSWORD, cookie};

/// What somebody reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reads {
    /// What everybody reads.
    Public,
    Everything,
    /// What belongs to this region, body or platform, and of others what everybody reads.
    Part(Part),
}

pub struct Caller<'a> {
    pub name: &'static str,
    pub role: Option<Role>,
    pub reads: Reads,
    /// The cookie of the session; empty for a visitor.
    pub session: String,
    /// The code of the account; empty for a visitor.
    pub account: String,
    /// A program that speaks for this person.
    pub program: Option<Program<'a>>,
}

impl Caller<'_> {
    pub fn writes(&self) -> bool {
        self.role.is_some_and(|role| decapolis_actions::WRITERS.contains(&role))
    }
}

/// Region 1 has a public member, region 3 a private one. Nobody acts for region 2.
pub async fn cast(office: &Office) -> Vec<Caller<'_>> {
    let part = async |role: Role, code: &str| {
        let kind = role.needs().unwrap_or("region");
        role.part(records::by_code(office.app.db.reader(), kind, code).await.unwrap().expect(code).id)
    };
    let mut all = vec![
        Caller {
            name: "visitor",
            role: None,
            reads: Reads::Public,
            session: String::new(),
            account: String::new(),
            program: None,
        },
        nobody(office).await,
    ];
    for (name, role, code) in [
        ("administrator", Role::Administrator, None),
        ("secretary", Role::Secretariat, None),
        ("finance", Role::FinanceManager, None),
        ("treasurer", Role::Treasurer, None),
        ("intern", Role::Intern, None),
        ("aya", Role::RegionalSecretariat, Some("region-1")),
        ("pia", Role::RegionalSecretariat, Some("region-3")),
        ("intern-of-region", Role::Intern, Some("region-1")),
        ("officer-of-body", Role::BodyOfficer, Some("body-1")),
        ("editor", Role::Editor, Some("platform-0")),
    ] {
        let session = office.join(&office.invite_for(&format!("{name}@example.org"), role, code).await).await;
        let reads = match code {
            Some(code) => Reads::Part(part(role, code).await),
            None => Reads::Everything,
        };
        let program = match name {
            "secretary" | "aya" | "pia" | "officer-of-body" => {
                Some(Program::of(office, &session, "yes", "").await)
            }
            _ => None,
        };
        let account = account(office, name).await;
        all.push(Caller { name, role: Some(role), reads, session, account, program });
    }
    all
}

/// Somebody who has signed in and has no role any more.
async fn nobody(office: &Office) -> Caller<'_> {
    office.join(&office.invite("nobody@example.org", Role::Treasurer).await).await;
    office.withdraw("nobody@example.org").await;
    let session = cookie(&office.sign_in("nobody@example.org", PASSWORD).await);
    let account = account(office, "nobody").await;
    Caller { name: "nobody", role: None, reads: Reads::Public, session, account, program: None }
}

async fn account(office: &Office, name: &str) -> String {
    let (db, today) = (office.app.db.reader(), office.app.settings.today());
    store::by_mail(db, &format!("{name}@example.org"), today).await.unwrap().expect(name).code
}
