# Messages about running the program: where the register is, its file, and what may not be known of a write.

error-address-kind = DECAPOLIS_DATABASE names a database of the kind “{ $kind }”; a register is a file or is kept on PostgreSQL.
    .mend = Write the path of a file, or postgres://user:password@host/database.
error-address-unclear = The address in DECAPOLIS_DATABASE cannot be read with certainty, and it is not shown because it may contain a password.
    .mend = Write postgres://user:password@host/database. In the password write @ as %40, : as %3A, / as %2F, ? as %3F, # as %23 and % as %25.
error-address-parameter = Parameter { $n } of the address in DECAPOLIS_DATABASE is unknown; the address is not shown because it may contain a password.
    .mend = Known are sslmode, sslrootcert, sslcert, sslkey, host, hostaddr, port, dbname, user, password, application_name and options. In the password write ? as %3F and & as %26.
error-address-behind-a-proxy = DECAPOLIS_TRUSTED_PROXY names a proxy, but the program does not know the address under which readers reach the site.
    .mend = Set DECAPOLIS_ADDRESS to it, such as https://network.example, or write it into the record of the network.
error-file-other = { $file } is not a register, and it has not been changed.
    .mend = Set DECAPOLIS_DATABASE to the file of a register, or to a file that does not exist yet.
error-file-of-another-program = { $file } is the database of another program, and it has not been changed.
    .mend = Set DECAPOLIS_DATABASE to the file of a register, or to a file that does not exist yet.
error-register-to-upgrade = Another version of this program made the register { $register }, and this command changes nothing in it.
    .mend = Upgrade the register first with “decapolis upgrade”, or use the version that made it.
error-read-only = The register may only be read here; nothing has been written.
    .mend = Check who may write to its file and its folder, or connect to the server that takes writes.
error-commit-unknown = The database did not answer whether batch { $batch } was written.
    .mend = When it answers again, run the same command again: what has been written already is recognised and is not written twice.

## The demo

demo-kept = The example has changed. The register { $file } contains entries that the example does not have, so it is kept as it is. { $option } makes it again and keeps the old one beside it.
demo-set-aside = The old register is kept in { $file }.

## The page on paper

error-page-not-on-paper = The page in { $language } cannot be set on paper, so its PDF would be missing: { $why }.
    .mend = Correct the page file, the template page.typ or the words that are named.
