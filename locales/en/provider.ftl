# Signing in at the identity provider of the network.

provider-button = Sign in with { $name }
provider-on-the-way = You are being taken to { $name }, where you sign in. Then you come back here.
provider-go-on = Go there now

error-provider-silent = The identity provider does not answer.
    .mend = Try again in a minute, or sign in with your password. If it goes on, tell whoever runs this site.
error-provider-answer = What the identity provider answered does not hold, so nobody was signed in.
    .mend = Try again. If it goes on, tell whoever runs this site: its log says why.
error-provider-state = This sign-in was not begun in this browser, or it has come back already, or it took too long.
    .mend = Begin again here.
error-provider-declined = The identity provider did not sign you in.
    .mend = Try again there, or sign in with your password.
error-provider-unverified = The identity provider has not verified your mail address.
    .mend = Verify it there, or sign in with your password.
error-provider-unknown = Nobody with this mail address has a role in the office today.
    .mend = Ask an administrator to invite you with the mail address that the identity provider knows.
error-provider-other = This account signs in with another identity of that mail address.
    .mend = Sign in with that one or with your password, and tell an administrator.

identity-title = Identity provider
identity-since = Signs in at { $issuer } as { $subject }, since { $day }.
identity-free = Free the account
identity-other = The identity is another now
identity-other-hint = Free the account where the provider knows this person under another name now, or where the wrong person came first. The sessions of the account end, and whoever comes next from the provider with its verified mail address belongs to it. The journal keeps the reason.
identity-leave = Sign in no longer with this identity
identity-leave-hint = From then on your password alone opens your account, until you sign in at the provider again. Other browsers are signed out.
identity-only = You have no password, so this is the only way into your account. An administrator can send you a link to choose one.

table-freed-identities = Accounts freed from an identity
action-accounts-free-identity = Free an account from its identity

error-no-identity = This account belongs to no identity.
    .mend = Nothing needs to be done.
error-identity-only-way = Without this identity nothing would open your account: it has no password.
    .mend = Ask an administrator for a link to choose a password, then come back.
error-undo-identity = Batch { $batch } freed an account from an identity, and that cannot be undone.
    .mend = The person signs in at the provider again.
