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
