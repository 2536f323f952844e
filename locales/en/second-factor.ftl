# The second factor: the code at sign-in, setting it up, recovery codes.

code-title = Your code
code-words = The password was right. Now open the application on your telephone that shows your codes.
code-field = Code of six digits
    .hint = Or one of your recovery codes, if the telephone is not at hand.

factor-title = Second factor
factor-is-on = Beside your password you are asked for a code from your telephone.
factor-is-off = Your password alone opens your account.
factor-change = Change it
factor-set-up = Set it up
factor-words = Beside your password you will be asked for a code that your telephone shows. Whoever learns your password does not come in with it alone.
factor-required = Your role needs a second factor.
factor-password = Your password
factor-step-application = Install an application for codes on your telephone, if you have none: any that speaks of TOTP or “authenticator” will do.
factor-step-picture = Add an account in it, and point the camera at this picture.
factor-picture = Picture for the application
factor-by-hand = Or type this key there:
factor-here = On this telephone: open the application
factor-step-code = Type the code that the application shows now.
factor-confirm = Use it from now on
factor-codes = Recovery codes
factor-codes-once = These are your recovery codes. They are shown only now.
factor-codes-words = Print them or write them down, and keep them apart from your telephone. Each one signs you in once.
factor-codes-kept = I have kept them
factor-codes-left = { $n ->
    [0] No recovery code is left: make new ones.
    [one] One recovery code is left.
   *[other] { $n } recovery codes are left.
}
factor-codes-hint = New codes replace those you have now.
factor-new-codes = Make new recovery codes
factor-since = In use since { $day }.
factor-turn-off = Turn it off
factor-turn-off-hint = Then your password alone opens your account.
factor-has = has a second factor
factor-has-not = no second factor
factor-lacks = none yet, although a role needs one: it is set up at the next sign-in
factor-lost = The telephone is lost
factor-lost-hint = Make sure that it is really this person who asks, and not somebody who knows their password. From then on the password alone opens the account, until a new second factor is set up. The journal keeps the reason.
factor-remove = Take the second factor off

team-second-factor = Second factor
team-required = Who needs a code from their telephone at sign-in
team-required-save = Save

user-factor-removed = The second factor of { $mail } is taken off, and the account is signed out everywhere.
user-factor-required = Saved. Whoever must have a second factor and has none sets it up with the next page they open.

table-required-factors = Roles that need a second factor
table-removed-factors = Second factors taken off
action-accounts-require-second-factor = Say which roles need a second factor
action-accounts-remove-second-factor = Take a second factor off an account

error-code = This code is not right, or it was used already.
    .mend = Wait for the next code, look that the clock of the telephone sets itself, and type it again. A recovery code works too.
error-code-locked = There were too many wrong codes for this account.
    .mend = Use a recovery code, or ask an administrator to take the second factor off.
error-sign-in-again = The sign-in took too long.
    .mend = Begin again with your mail address and your password.
error-has-second-factor = You have a second factor already.
    .mend = Turn it off first, if you want to set it up on another telephone.
error-no-second-factor = This account has no second factor.
    .mend = Nothing needs to be done.
error-second-factor-again = No second factor waits for a code, or it has waited too long.
    .mend = Set it up again from the beginning.
error-second-factor-required = Your role needs a second factor, so it is not turned off.
    .mend = If the telephone is lost, an administrator can take it off; then set up a new one.
error-signed-in-long-ago = You signed in too long ago for this.
    .mend = Sign out, sign in again and come back here.
error-reason-missing = A reason is missing.
    .mend = Write why; the journal keeps it.
error-required-moved = Somebody else has changed meanwhile who needs a second factor, so nothing was saved.
    .mend = The form shows how it is now. Choose again and save.
error-undo-second-factor = Batch { $batch } took a second factor off, and that cannot be undone.
    .mend = The person sets up a new one.

site-error-second-factor = Your role needs a second factor and you have none yet, so nothing was done.
    .title = Set up your second factor first
    .hint = Open your account in the office: it shows how. Then come back and do this again.
