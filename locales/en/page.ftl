# The page of a year. Numbers arrive as numbers and are formatted here; days arrive as text.

## Head

page-title = { $slogan } in { $year }
# For a network without a slogan.
page-title-plain = { $network } in { $year }
page-description = { $network }: its figures for { $year }, each with the records it was counted from.
page-status = Status on { $day }
page-edition = edition { $edition }
page-last-written = nothing written into the register since { $day }
page-lists-stop = the rows of some lists stop before this day: { $lists }
page-list-until = { $list } on { $day }
page-live = Provisional figures
    .hint = Counted from the register just now: they may change until the edition is published.
page-unfilled =
    { $n ->
        [one] One part of this page has no data yet
       *[other] { $n } parts of this page have no data yet
    }
    .hint = The files that fill each part, in this order. “decapolis export FOLDER --table activities” writes a file with its columns to fill in.
    .no-rows = Imported, but nothing counts in this period
page-illustrative-ribbon = Illustrative data
    .hint = This page contains data invented as an example, always marked “illustrative”.

## Sections

page-who-we-are = Who we are
page-voice = Voice in the global agenda
    .short = Voice
page-capacity = Capacity
page-communication = Communication
page-funding = Funding
page-board =
    .short = Board
page-assembly = General Assembly
    .short = Assembly
page-secretariat = Secretariat
page-regions = Members by region

## Numbers and the words beside them

page-less-than = Less than
page-at-least = More than
    .inline = more than
# A number with its noun, as part of a phrase: “8 learning activities”. $noun is figure-<key>.
page-counted-noun = { $shown } { $noun }
# What joins two numbers of one row: 56 members | in 8 learning activities. $what is page-counted-noun.
page-in = in { $what }
page-with = with { $what }
page-from = from { $what }
page-where-operate = where { $what } operate
page-members-and-partners = members and partner entities
# an amount of money; a sign that several currencies share is not used
money =
    { $currency ->
        [EUR] { $sign }€{ $amount }
       *[other] { $sign }{ $currency } { $amount }
    }
# A name, and what is said of it.
named = { $name }: { $words }
page-of = { $counted } of { $base }
page-range = between { $least } and { $most }
page-not-stated = { $n } not stated
page-no-data = No data for this period.
    .sign = —
    .hint = The register has no row from which this number could be counted. A zero would claim something we do not know.

## Balance of the year

page-balance-title = Joined and left in { $year }
# The same sum in lines: { $n } members on a day, + new members, − left, = members on a day. The number comes before the words.
page-balance-on = on { $day }
page-balance-new =
    { $n ->
        [one] new member
       *[other] new members
    }
page-balance-left =
    { $n ->
        [one] left
       *[other] left
    }

## Captions: voice

page-events-held =
    { $n ->
        [one] { $n } event held
       *[other] { $n } events held
    }; one designated head count for each
page-events-led = { $n } led
page-events-co-led = { $n } co-led
page-events-took-part = { $n } with participation
page-declarations-contributed = { $n } contributed to
page-declarations-endorsed = { $n } endorsed
page-endorse-the-call = endorsing the call

## Captions: funding

page-accounts-provisional = Provisional accounts
page-accounts-closed = Accounts closed by the Board of Directors
page-accounts-audited = Audited accounts
page-accounts-ratified = Accounts ratified by the General Assembly
page-rest = other income

## Captions: Board and Assembly

page-board-seats =
    { $counted } of { $base ->
        [one] { $base } seat
       *[other] { $base } seats
    }
page-board-meetings =
    in { $n ->
        [one] { $n } meeting
       *[other] { $n } meetings
    } of the Board of Directors
page-board-meetings-online =
    in { $n ->
        [one] { $n } online meeting
       *[other] { $n } online meetings
    } of the Board of Directors
page-assembly-meetings =
    at { $n ->
        [one] { $n } meeting
       *[other] { $n } meetings
    } of the General Assembly
page-present-or-represented = present or represented
page-no-assembly = No meeting of the General Assembly in { $year }

## Captions: people

page-non-binary =
    { $n ->
        [one] { $n } non-binary person
       *[other] { $n } non-binary people
    }
page-women-and-men =
    { $women ->
        [one] { $women } woman
       *[other] { $women } women
    } and { $men ->
        [one] { $men } man
       *[other] { $men } men
    }
page-professionals = professionals
page-interns = interns
page-women-share = { $shown } women
page-men-share = { $shown } men

## Captions: communication and themes

page-reading-day = read on { $day }
page-readings = read from { $oldest } to { $newest }
page-readings-stale = { $stale } of { $all } older than { $days } days
page-reading-of = { $name }, { $day }

## Map and legend

page-map =
    .list = The map as a list
    .ring = area with two members or more
page-map-note = Map: Natural Earth. Ring: area with two members or more.
page-legend = Signs
page-sign-day = on the day
page-sign-period = during the year
page-sign-at-least = at least
page-sign-provisional = provisional
page-opens-address = Each number opens the list of what it counts: { $address }
# In that address, the placeholder for the code of a figure: .../n/CODE.
page-code-placeholder = CODE

## Under each number

page-how-many-rows =
    { $n ->
        [one] { $n } row
       *[other] { $n } rows
    }
page-what = What is counted
page-day-or-period = Day or period
page-left-out = Left out
    .part = { $n }: { $reason }
page-within = In the same sentence
page-open = The figure, year by year and row by row
page-rule = Rule
page-fraction = Fraction
page-unknown = Not stated
page-list = Open the list
page-csv = CSV
page-json = JSON
page-cite = Cite
page-cite-text = { $network }, “{ $title }”: { $sentence } { $known } { $address }
page-picture = Picture to share

## Drawings described in words

drawing-map =
    Map of the metropolitan areas of { $n ->
        [one] { $n } member
       *[other] the { $n } members
    }
drawing-strip = { $counted } of { $base }
drawing-strip-unknown = { $counted } of { $base }; { $n } not stated
drawing-events-by-role = Events by role of the network
drawing-call =
    { $circles ->
        [one] { $circles } member
       *[other] { $circles } members
    } and { $diamonds ->
        [one] { $diamonds } partner entity
       *[other] { $diamonds } partner entities
    }
drawing-pilots =
    { $n ->
        [one] { $n } pilot project
       *[other] { $n } pilot projects
    }, with these numbers of members: { $list }
drawing-publications =
    { $n ->
        [one] { $n } publication
       *[other] { $n } publications
    } by theme
drawing-experts = Experts by gender
drawing-study =
    { $cells ->
        [one] { $cells } metropolitan area
       *[other] { $cells } metropolitan areas
    } with { $held ->
        [one] { $held } member
       *[other] { $held } members
    }
drawing-growth = From { $first } on { $first_day } to { $last } on { $last_day }
drawing-per-year = From { $first } in { $first_year } to { $last } in { $last_year }
drawing-funding = Income by source: { $list }
drawing-seats =
    { $day }: { $taken } of { $seats ->
        [one] { $seats } seat
       *[other] { $seats } seats
    }
drawing-followers = Followers by channel

page-balance-undated =
    { $n ->
        [one] joined on a day not recorded
       *[other] joined on days not recorded
    }
figure-version = version
figure-values-no-year = the year of the values is not stated
figure-values-of = values of { $year }
figure-values-between = values of { $first } to { $last }
figure-values-source = source: { $sources }
page-balance-succeeding =
    { $n ->
        [one] took over from another member
       *[other] took over from another member
    }
page-balance-left-undated =
    { $n ->
        [one] left on a day known only in part
       *[other] left on days known only in part
    }
page-balance-succeeded =
    { $n ->
        [one] succeeded by another government
       *[other] succeeded by another government
    }
