# Who has read what the register has of a person.

lookups-title = Who has read this
lookups-words = Every time somebody of the office is shown what not everybody sees of a person, it is noted, once a day for each way. Here is what was read in the last { $days } days; older notes are removed.
lookups-nobody = Your account is not tied to a person of the register, so nothing is noted here. It is tied where your role hangs on a post that you hold. If the register has you, the secretariat can give you this page on paper.
lookups-none = Nothing was read in this time.
lookups-day = Day
lookups-purpose = For what
lookups-way = What was shown
lookups-page = the page of the person
lookups-list = a row of a list
lookups-file = a row of a file
lookups-name = the name
lookups-program = data for a program
lookups-for-administrator = To keep accounts, settings and the register in order
lookups-for-secretariat = To run the network: members, meetings, letters
lookups-for-regional-secretariat = To look after the members of the region
lookups-for-finance-manager = For dues, invoices and the accounts
lookups-for-treasurer = To supervise the accounts
lookups-for-intern = To help the secretariat
lookups-by-account = Show the accounts
lookups-to-person = As it is given to the person, without names of employees
me-lookups = Who has read what the register has of me

health-lookups = Readings of personal data
health-lookups-lost = Since the program began, this many readings of personal data were not noted: { $n }.
    .mend = The register could not be written quickly enough. Look at the lines on free room and on work after the answer; the count begins again when the program is started.
