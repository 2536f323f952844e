# Messages of an upgrade: the program brings a register of an older version to its own version.

upgrade-done =
    Register { $register }: upgraded to this version, { $n ->
        [one] { $count } change to its tables
       *[other] { $count } changes to its tables
    }.
upgrade-step-seal-rows-and-chain-the-journal = Every row now has a seal and every journal entry is chained to the one before; “decapolis verify” checks them.
upgrade-step-order-names-by-language = Names are now sorted by the rules of each language.
upgrade-step-index-words-for-every-sqlite = Datasette and older versions of SQLite can now open the register.
upgrade-copy = Copy from before the upgrade: { $file }
upgrade-nothing = The register already has this version: there is nothing to upgrade.
upgrade-rehearsed = Rehearsal on a copy, which has been deleted; the register has not changed.
upgrade-year = Year
upgrade-figure = Figure
upgrade-before = Before
upgrade-after = After
upgrade-differs = differs
upgrade-not-counted = not counted
upgrade-same =
    { $n ->
        [one] { $n } number, the same before and after.
       *[other] { $n } numbers, all the same before and after.
    }
upgrade-new =
    { $n ->
        [one] { $n } number could not be counted before the upgrade, so it is not compared: { $figures }.
       *[other] { $n } numbers could not be counted before the upgrade, so they are not compared: { $figures }.
    }

error-register-newer = The register was made by a newer version of this program ({ $what }) and was not opened.
    .mend = Install that version, or open the copy made before the upgrade.
error-register-differs = The tables of the register differ from those of this version, and nothing was changed: { $what }.
    .mend = Try a rehearsal with a version in between, or export the register with the version that made it and import it into a new one.
error-rehearsal-differs =
    { $n ->
        [one] { $n } number differs after the upgrade.
       *[other] { $n } numbers differ after the upgrade.
    }
    .mend = Compare them with “decapolis figures why” before you upgrade.
error-rehearsal-nothing = There is no register in { $register }.
    .mend = Set DECAPOLIS_DATABASE to the register you mean.
error-rehearsal-right = A rehearsal copies the database, but this database user may not create databases.
    .mend = Grant the right for the rehearsal (ALTER ROLE … CREATEDB), or restore a backup into another database and rehearse there.
error-rehearsal-in-use = PostgreSQL copies a database only while nobody is connected to it.
    .mend = Stop the program and close other connections, or restore a backup into another database and rehearse there.
