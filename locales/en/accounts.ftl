# Accounts: signing in, passwords, and who may do what.

sign-in-title = Sign in
sign-in-mail = Mail address
sign-in-password = Password
sign-in-button = Sign in
join-title = Choose your password
join-words = { $name }, you are invited to the office of { $network }. With this password you sign in from now on.
join-password = New password
    .hint = At least 10 characters. Several words that have nothing to do with each other are easy to remember and hard to guess.
join-button = Save the password and sign in

cast-title = Who do you want to be?
cast-words = This is the demo: look around as one of these people. They are invented, and what you change can be undone.
cast-button = Sign in
cast-current = That is you now
cast-bar = Demo. You are { $name }.
cast-change = Be somebody else
cast-administrator = Administrator
cast-secretary-general = Secretary General
cast-membership-officer = Membership officer
cast-finance-manager = Finance manager
cast-statutory-officer = Statutory officer
cast-head-of-communications = Head of communications
cast-intern = Intern

table-grants = Roles of accounts
column-account = Account
choice-administrator = administrator
choice-secretariat = secretariat
choice-finance-manager = finance manager
choice-treasurer = treasurer
role-may-administrator = Gives accounts and roles to others, and writes in the whole register.
role-may-secretariat = Writes in the whole register.
role-may-finance-manager = Reads the whole register.
role-may-treasurer = Reads the whole register.
role-may-intern = Reads the whole register.

action-accounts-invite = Give somebody a role
action-accounts-withdraw = Take a role from somebody

user-invited = { $mail } is invited. This link can be used once, within { $days } days, to choose a password:
user-withdrawn = { $mail } no longer has this role, and is signed out everywhere.
user-signs-in = has a password
user-is-invited = has no password yet

error-sign-in = This mail address and this password do not go together.
    .mend = Check both. If you have no password, or have forgotten it, ask an administrator for a new link.
error-too-many-tries = There were too many tries.
    .mend = Wait { $n } minutes and try again.
error-no-tls = This site is not reached over an encrypted line (https), so a password would be readable on its way.
    .mend = Set DECAPOLIS_ADDRESS to the https address of the site and place it behind a proxy that speaks TLS.
error-password-short = The password is too short.
    .mend = Use at least { $n } characters.
error-password-long = The password is too long.
    .mend = Use at most { $n } characters.
error-password-common = This password is easy to guess.
    .mend = Take several words that have nothing to do with each other, and nothing of your name or mail address.
error-mail = “{ $text }” is no mail address.
    .mend = Write it like name@example.org.
error-role = There is no role “{ $text }”.
    .mend = Use one of these: { $roles }.
error-has-role = { $mail } has this role already.
    .mend = Nothing needs to be done. For another role, name that one.
error-no-account = Nobody has the mail address { $mail }.
    .mend = The command “decapolis user list” shows all accounts.
error-has-no-role = { $mail } does not have this role.
    .mend = The command “decapolis user list” shows who has which.
error-last-administrator = Nobody else is administrator.
    .mend = Make somebody else administrator first.
error-undo-grant = Batch { $batch } gave or took a role, and that cannot be undone.
    .mend = Give or take the role again.

site-error-link = This link has been used, or its days are over.
    .title = The link is no longer valid
    .hint = If you have chosen a password, sign in with it. Otherwise ask an administrator for a new link.
site-error-no-role = Your account has no role in the office today.
    .title = No access
    .hint = Ask an administrator to give you one.
