# What the program says when it brings a register of an older version to its own.

upgrade-done =
    Register { $register }: brought to this version, { $n ->
        [one] { $count } change to its tables
       *[other] { $count } changes to its tables
    }.
upgrade-step-seal-rows-and-chain-the-journal = Every row is sealed and the journal is chained from now on; “decapolis verify” checks it.
upgrade-step-order-names-by-language = Names are sorted by the rules of each language from now on.
upgrade-copy = As it was before: { $file }
upgrade-nothing = The register is of this version: there is nothing to upgrade.
upgrade-rehearsed = Rehearsal on a copy, which is gone again; the register is as it was.
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

error-register-newer = A newer version of this program made the register ({ $what }); it was not opened.
    .mend = Install that version, or open the copy from before its upgrade.
error-register-differs = The tables of the register differ from those of this version, and nothing was changed: { $what }.
    .mend = Rehearse with the version in between, or export the register with the version that made it and import it into a new one.
error-rehearsal-differs =
    { $n ->
        [one] { $n } number differs after the upgrade.
       *[other] { $n } numbers differ after the upgrade.
    }
    .mend = Compare them with “decapolis figures why” before you upgrade.
error-rehearsal-nothing = There is no register in { $register }.
    .mend = Set DECAPOLIS_DATABASE to the register you mean.
error-rehearsal-right = A rehearsal copies the database, and this user may not create one.
    .mend = Give the right for the rehearsal (ALTER ROLE … CREATEDB), or restore a backup into another database and rehearse there.
error-rehearsal-in-use = PostgreSQL copies a database only while nobody is connected to it.
    .mend = Stop the program and close other connections, or restore a backup into another database and rehearse there.
