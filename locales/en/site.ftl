# The public site around the page of a year: navigation, the pages of figures and records, lists, and error pages.

## Navigation

site-skip = Skip to content
site-navigation = Main navigation
site-years = Years
site-languages = Languages
site-members = Members
site-figures = Figures
site-how-counted = How it is counted
site-how-counted-intro = Every published number is counted from the records of the network, by a written rule. This page lists all of them.
site-back-to-year = Back to the page of { $year }
site-about = About this site
site-trail = Trail
site-pages = Pages
site-made-with = Made with { $program }

## The page of a figure

site-from = First day
site-at = On the day
site-known = As known on
site-breakdown = Breakdown
# The breakdowns a figure may offer, by the name of their column.
site-by-region = by region
    .heading = By region
site-by-category = by category
    .heading = By category
site-by-gender = by gender
    .heading = By gender
site-by-role = by role
    .heading = By role
site-by-mode = by format
    .heading = By format
site-by-attendance = by attendance
    .heading = By attendance
site-by-meeting = by meeting
    .heading = By meeting
site-by-theme = by theme
    .heading = By theme
site-by-activity = by type of activity
    .heading = By type of activity
site-by-record = by activity
    .heading = By activity
site-by-basis = by basis of the income
    .heading = By basis of the income
site-by-stage = by stage of the accounts
    .heading = By stage of the accounts
site-by-partnership = by type of partnership
    .heading = By type of partnership
site-by-channel = by channel
    .heading = By channel
site-by-indicator = by indicator
    .heading = By indicator
site-by-area = by metropolitan area
    .heading = By metropolitan area
site-by-none = none
site-calculate = Calculate
site-ask = Ask differently
site-as-table = Show as a table
site-groups-overlap = The groups may add up to more than the total, because one unit can be in several groups.
site-per-year = Per year
site-rows = Which rows it comes from
site-download =
    { $n ->
        [one] Download this row
       *[other] Download these { $n } rows
    }
site-tab-counted = { $n } counted
site-tab-base = { $n } in the base
site-tab-left-out = { $n } left out
site-because = What made it count
site-view-units = Each unit once: { $n }
site-view-rows = Every row that counts: { $n }
site-rows-of =
    { $n ->
        [one] { $n } row
       *[other] { $n } rows
    }
# Rows that the reader sees only as a count.
site-hidden-base =
    { $n ->
        [one] { $n } row is only in the base and is
       *[other] { $n } rows are only in the base and are
    } shown as a number: nobody is presented as absent or inactive.
site-hidden-left-out =
    { $n ->
        [one] { $n } row left out is
       *[other] { $n } rows left out are
    } shown as a number only, with the reason: nobody is singled out.
site-hidden-people =
    { $n ->
        [one] { $n } row is about a person and is
       *[other] { $n } rows are about people and are
    } shown grouped: names are not public.
site-hidden-amounts =
    The amounts are not public; the percentage is counted from { $n ->
        [one] { $n } row
       *[other] { $n } rows
    }.
site-no-rows = No rows.
site-parts = Parts
site-reason = Reason
site-rule-version = version { $version } of the rule
site-on-day = on { $at }
site-between = between { $from } and { $to }
site-known-today = as known today
site-known-on = as known on { $day }
site-known-entry = as known on { $day }, after entry { $number } of the journal
site-known-edition = as published in edition { $number } of { $year } on { $day }
site-known-now = The number as known today
site-to-come = This day is still to come: the number is what is known on { $day }.
site-not-over = These days were not over on { $day }, the day of this state of the register.
site-last-written = Nothing has been written into the register since { $day }: what happened later is not in it.
site-year-until = { $year }: what was written by { $day }.
site-only = Only { $name } is counted here. Show the whole number.
site-counts-units = counts { $unit }
site-next-page = Next page
site-first-page = First page

## How it is counted

methods-stock = Some figures are stocks on a day (members, practices, profiles); others count what happened during a period (events, publications, signatures). They are never added together.
methods-share = A percentage always names its base. Members or people for whom the answer is not stated stay in the base and are shown, unless the rule says otherwise.
methods-known = Every figure can be shown as it was known on another day: later corrections do not erase what was known then.
methods-illustrative = Illustrative data is invented as an example and is always marked.
methods-groups = Groups of figures
methods-signs = Signs
methods-sign-day = The state on one particular day.
methods-sign-period = What happened between the first and the last day of the period.
methods-sign-at-least = Rounded down: the real number is the same or higher.
methods-sign-provisional = It may change: the accounts or the year are not closed.

## The page of a record

record-illustrative =
    .hint = This record is invented as an example: it describes no real government, entity or person.
record-left = Left the network on { $day }.
record-facts = Facts
record-more = { $n } more
record-more-than = More than { $n } more
record-source = Source
record-no-source = No source stated

## Lists

list-search = Search
    .placeholder = Name
list-region = Region
list-all-regions = All regions
list-filter = Filter
list-at-mark = at one mark of the map
list-clear = Clear filters
list-records =
    { $n ->
        [one] { $n } record
       *[other] { $n } records
    }
list-filters = Filters
list-members-on = Member governments on { $day }.
list-empty = No record matches.
    .hint = Try fewer words or clear the filters.

## When something is wrong

site-error-not-found = This page does not exist.
    .title = Page not found
    .hint = Check the address or go back to the page of the year.
site-error-record = There is no public record with the code “{ $code }”.
    .title = Record not found
    .hint = Look for it by its name in the list.
site-error-year = There is no page for that year.
    .title = Year unknown
    .hint = The register covers the years from { $from } to { $to }: choose one of them.
site-error-language = This site is not available in the language “{ $text }”.
    .title = Language not available
    .hint = Choose one of these languages: { $languages }.
site-error-refused = You may not see this page.
    .title = Access refused
    .hint = If you think you should see it, write to the Secretariat.
site-error-broken = Something went wrong on our side. The number of this error is { $number }.
    .title = Server error
    .hint = Try again in a moment; if it happens again, give the number { $number } to the Secretariat.
site-error-date = “{ $text }” is not a date.
    .title = Not a date
    .hint = Write year, month and day: 2020-12-31.
site-error-date-order = The period ends before it begins.
    .title = Not a period
    .hint = The first day must not be later than the second.
site-error-known-late = Nobody knows yet what the register will say on that day.
    .title = A day still to come
    .hint = Choose { $day } or an earlier day, or leave the field empty for the register of today.
site-error-entry = The journal has no entry { $text }.
    .title = No such entry
    .hint = Check the address: after the letter j it names a journal entry.
site-error-known-early = The register did not exist yet on that day.
    .title = Too early
    .hint = The register begins on { $day }: choose that day or a later one.
site-error-figure = There is no figure called “{ $text }”.
    .title = Unknown figure
    .hint = Choose one from the list of figures.
site-error-breakdown = This figure has no such breakdown.
    .title = Breakdown not available
    .hint = Choose a breakdown from the list.
site-error-request = The address contains something that this site does not understand.
    .title = Bad request
    .hint = Go back to the previous page and use its links.
site-error-unavailable = The register does not answer at this moment.
    .title = Not available at the moment
    .hint = Try again in a few seconds. Nothing has been lost.
site-error-host = This site does not answer to the name “{ $text }”.
    .title = Not the name of this site
    .hint = Use the address of the network. If you run this site, set DECAPOLIS_ADDRESS, or the address in the record of the network, to the name that readers use.
site-error-control = The request contains characters that cannot be read or stored.
    .title = Characters that are not allowed
    .hint = Type the text again instead of pasting it: tabs and line ends are the only control characters allowed.
site-error-body = The browser sent data with this request, but this page takes none.
    .title = Nothing can be sent here
    .hint = Open the address again in a browser.
site-error-long = The form contains more text than it accepts.
    .title = Too much text
    .hint = Shorten the texts and send the form again.
site-error-not-saved = Figures cannot be saved here, because nobody can sign in yet.
    .title = Not saved
    .hint = You can try figures and download the file. To save one, start the demo or “decapolis serve --studio” on your own machine and open it there.

## Generic words

word-region = Region
word-year = Year
word-value = Value
word-share = Percentage
word-without-region = no region

## Headings of panels on the page of a record, where the name of the table does not fit

panel-organisation-placements = Region
panel-organisation-area-governments = Metropolitan area
panel-area-area-governments = Governments
panel-activity-activities = Activities that belong to it
panel-organisation-elections = Next elections
panel-organisation-attendances = Statutory meetings
panel-meeting-attendances = Members present or represented
panel-organisation-posts = Offices and seats
panel-activity-participations = Who took part
panel-activity-theme-marks = Themes
panel-theme-theme-marks = Activities and practices
panel-person-mandates = Mandates
