# The words of the figure studio: lists, units, conditions and the page of the studio.
# listing-<list> (.row says what a row is) and rows-<list> as used inside a sentence; units-<what is counted>, plural.

## Lists

listing-activities = Activities
    .row = Each row is an activity, on the day it begins.
rows-activities = activities that begin
listing-lasting-activities = Activities under way
    .row = Each row is an activity while it lasts: pilots, campaigns, observatories.
rows-lasting-activities = activities under way
listing-participations = Participations in activities
    .row = Each row is a person or an organisation that took part in an activity, with its role.
rows-participations = participations in activities
listing-participants = Participants in activities under way
    .row = Each row is a participant in an activity, while the activity lasts.
rows-participants = participants in activities
listing-head-counts = Head counts
    .row = Each row is a number of people of one gender at an activity, or one person known by name.
rows-head-counts = head counts
listing-theme-marks = Themes of activities
    .row = Each row is a theme that an activity is about, on the day it begins.
rows-theme-marks = themes of activities that begin
listing-publications = Publications
    .row = Each row is a publication, on the day of its first language.
rows-publications = publications
listing-mentions = Mentions in channels and media
    .row = Each row is a day on which a channel or outlet mentioned the network.
rows-mentions = mentions in channels and media
listing-readings = Follower readings
    .row = Each row is the number of followers of a channel on the day of a reading.
rows-readings = follower readings
listing-income = Income
    .row = Each row is a line of the accounts, on its accounting date.
rows-income = lines of income
listing-signatures = Signatures of agreements
    .row = Each row is the signature of an agreement by an organisation.
rows-signatures = signatures of agreements
listing-seats = Seats on the bodies
    .row = Each row is a seat on a body of the network, while it exists.
rows-seats = seats on the bodies
listing-meetings = Statutory meetings
    .row = Each row is a meeting of a body.
rows-meetings = statutory meetings
listing-attendances = Attendance at statutory meetings
    .row = Each row is a member or a seat entitled to attend a meeting, and whether it attended.
rows-attendances = attendances at statutory meetings
listing-practices = Urban practices
    .row = Each row is an urban practice, while it is on its platform.
rows-practices = urban practices
listing-initiatives = Initiatives
    .row = Each row is an initiative, while it is on its platform.
rows-initiatives = initiatives
listing-expert-profiles = Expert profiles
    .row = Each row is an expert, while registered on a platform.
rows-expert-profiles = expert profiles
listing-members = Members
    .row = Each row is the membership of a government, while it is in effect.
rows-members = memberships in effect
listing-admissions = Admissions
    .row = Each row is a membership, on the day it takes effect.
rows-admissions = admissions of members
listing-departures = Departures
    .row = Each row is a membership, on the first day after its last.
rows-departures = departures of members
listing-leaders = Leaders of governments
    .row = Each row is the mandate of a leader of a government, from the day of taking office; vacancies are rows too.
rows-leaders = mandates of leaders
listing-undated-admissions = Admissions without an exact day
    .row = Each row is a membership that began during the period or before it, on a day that is not recorded.
rows-undated-admissions = admissions without an exact day
listing-undated-departures = Departures without an exact day
    .row = Each row is a membership that ended during the period or after it, on a day that is known only in part.
rows-undated-departures = departures without an exact day
listing-study-observations = Values of the comparative study
    .row = Each row is a value published by the current edition of the study.
rows-study-observations = values of the comparative study
listing-governments-of-studied-areas = Governments of studied areas
    .row = Each row is a government of a metropolitan area that is in the study.
rows-governments-of-studied-areas = governments of studied areas
listing-partnerships = Partnerships
    .row = Each row is a partner organisation, while its partnership lasts.
rows-partnerships = partnerships
listing-staff = Staff of the Secretariat
    .row = Each row is a person with a post or an internship in the Secretariat.
rows-staff = posts in the Secretariat

## What is counted

units-organisation = distinct organisations
units-person = distinct people
units-activity = distinct activities
units-region = distinct regions
units-theme = distinct themes
units-place = distinct cities and places
units-practice = distinct urban practices
units-initiative = distinct initiatives
units-platform = distinct platforms
units-meeting = distinct meetings
units-agreement = distinct agreements
units-area = distinct metropolitan areas
units-indicator = distinct indicators
units-edition = distinct study editions
units-channel = distinct channels
units-record = distinct channels and outlets
units-row = rows
units-country = distinct countries
units-currency = distinct currencies
units-subject = distinct subjects

## Columns

listed-activities-record = Activity
listed-lasting-activities-record = Activity
listed-lasting-activities-activity = Type of activity
listed-lasting-activities-role = Role of the network
listed-participations-record = Activity
listed-participations-activity = Type of activity
listed-participants-record = Activity
listed-participants-activity = Type of activity
listed-head-counts-record = Activity
listed-head-counts-activity = Type of activity
listed-head-counts-role = Role of the network
listed-theme-marks-record = Activity
listed-theme-marks-activity = Type of activity
listed-publications-record = Publication
listed-signatures-record = Agreement
listed-signatures-agreement = Type of agreement
listed-practices-record = Urban practice
listed-initiatives-record = Initiative
column-leader = Leader of the government
column-series = Series
column-succession = Succession of a member
column-continues = Goes on without a gap
column-member-before = Member before the period
column-member-after = Member at the end of the period
column-lasts = Lasts to the end of the period
column-lasted = Has lasted since before the period
column-rule = Rule
column-version = Version
column-one = What is counted (one)
column-many = What is counted (several)
column-explained = Rule in one sentence

## The page

studio-title = Figure studio
studio-intro = Choose what is counted: the number, the rule in one sentence and the rows it comes from change as you choose. Nothing is saved until you save it.
studio-changing = Change the rule: { $figure }
studio-change-rule = Change this rule
studio-choices = What is counted and how
studio-counted = What is counted
studio-counted-also = Or also
studio-base = Over which base
studio-one-more = Count another list too
studio-take-away = Remove this list
studio-listing = List
studio-on = Each one counted is a…
studio-each-row = row of the list
studio-when = When
studio-when-at-end = In effect on the last day of the period
studio-when-overlapping = In effect on some day of the period
studio-when-within = During the period
studio-when-last = Last reading of each “{ $column }”
studio-add = Add a condition
studio-add-none = Choose a column…
studio-does = The other rows
studio-does-of = are ignored
studio-does-keep = are left out, with the reason
studio-does-none = count too (remove the condition)
studio-record = Add by name or code
studio-how = How it is counted
studio-shape = Kind of number
studio-shape-total = A total
studio-shape-share = A percentage
studio-measure = Measure
studio-measure-units = Count each one once
studio-measure-sum = Add up “{ $column }”
studio-measure-sum-once = Add up “{ $column }”, once for each “{ $once }”
studio-shown = Breakdown, format and day
studio-by = Break down by
studio-by-column = By { $column }
studio-at = Last day of the period
studio-floor = “More than”: round down to multiples of
studio-decimals = Maximum decimals
studio-show = Show the number
studio-result = The number
studio-number = Number
studio-wanting = To show the number, these are still missing:
studio-wanting-at = { $column }: { $words }
studio-amounts-hidden = Amounts are not public: choose a percentage.
studio-file = The text of its file
studio-download = Download the file

## Trying a rule

studio-trying = Trying the rule on other years
studio-trying-note = The adopted rule (version { $version }) is shown beside it. Nothing changes until you save.
studio-trying-same = This is still the adopted rule. Change something, such as a value of a condition, and see here what changes in each year.
studio-trying-unlike = The adopted rule gives another kind of number: the two cannot be compared.
studio-adopted = Adopted
studio-tried = Tried
studio-difference = Difference
studio-points = { $points } pp
studio-moved-hidden = Their names are not shown.

## Saving

studio-save = Save this figure
studio-save-now = Save to the register
studio-back = Back to the choices
studio-key = Name in the address
studio-key-hint = Lower-case letters without accents, digits and hyphens. With another name you save a new figure; the existing one does not change.
studio-version-first = A new figure: code { $code }, version { $version }.
studio-version-next = The rule changes: the code stays { $code }, and the version becomes { $version }.
studio-version-same = The rule is the same: code { $code }, version { $version }; only its words change.
studio-words-title = Short title
studio-words-one = Beside the number 1
studio-words-many = Beside other numbers
studio-words-unit = What is counted, in the plural
studio-words-explained = The rule in one sentence

## Faults at a field

studio-wrong-listing = Choose one of the lists.
studio-wrong-unit = All lists of a figure count the same thing: choose a list that has it.
studio-wrong-sum = That column cannot be added up in these lists: choose another, or count.
studio-wrong-value = The condition has a value that this column does not allow: remove it.
studio-wrong-no-value = Tick at least one value, or remove the condition.
studio-wrong-no-record = Add at least one name, or remove the condition.
studio-wrong-record = Nothing in the register is called “{ $text }”: choose one from the list, or write its code.
studio-wrong-floor = Write a whole number, such as 50, or leave the field empty.
studio-wrong-decimals = Write 0, 1, 2 or 3.
studio-wrong-rule = These choices cannot be counted: change the list or what is counted.
studio-wrong-too-much = The rule of this figure has more conditions than the studio can show: start again, or edit its file.

## A rule in one sentence

studio-sentence-total = Counts { $units } among { $counted }.
studio-sentence-share = The share of { $units } among { $base } that are also found among { $counted }.
studio-sentence-sum = Adds up “{ $column }” of { $counted }.
studio-sentence-sum-share = The share of the sum of “{ $column }” of { $base } that belongs to { $counted }.
studio-sentence-once = The value is added once for each “{ $once }”.
studio-sentence-left-out = Rows that do not meet this condition are left out, with the reason: { $rows }.
studio-rows-at-end = { $rows } on the last day of the period
studio-rows-within = { $rows } during the period
studio-rows-overlapping = { $rows } on some day of the period
studio-rows-last = { $rows }, the last of each “{ $column }” by the last day of the period
studio-rows-where = { $rows }, where { $conditions }
studio-condition = “{ $column }” is { $values }
studio-condition-holds = “{ $column }” applies
studio-condition-fails = “{ $column }” does not apply
reason-not-column = “{ $column }” has a value that the rule does not count, or is not stated.

## Words of saved figures

studio-said-on-day = on { $at }
studio-said-in-period = between { $from } and { $to }
studio-said-share = { $counted } of { $base }

## The table

table-saved-figures = Saved figures
kinds-figure = Figures
kind-figure = Figure
    .inline = figure
error-figure-key = “{ $key }” cannot be the name of a figure.
    .mend = Write lower-case letters without accents, digits and hyphens, beginning with a letter.
error-figure-key-taken = The register already contains something called “{ $key }”.
    .mend = Choose another name; to change a figure that exists, open it and choose “Change this rule”.
error-figure-words = The title, noun, unit or rule is missing, or one of them is too long.
    .mend = Write them in at least one language, with at most { $most } characters each.
error-figure-same = The figure “{ $key }” is already saved with this rule and these words.
    .mend = Change the rule or the words, or leave it as it is.
error-figure-page = A page shows the figure “{ $key }” in a way that the new rule does not allow.
    .mend = Keep its kind of number and its breakdowns, or save it under another name.
error-figure-rule = This text is not the rule of a figure.
    .mend = Copy the complete text of a figure’s file, with its line breaks.
site-error-studio-long = The address of the studio is too long.
    .title = Too many choices
    .hint = Remove conditions or values, or start again.
site-error-studio-half = These choices do not make a number yet.
    .title = Choices are missing
    .hint = Go back to the studio: each field says what is missing.
studio-comes-in =
    { $n ->
        [one] { $n } is added under the tried rule on { $day }
       *[other] { $n } are added under the tried rule on { $day }
    }
studio-goes-out =
    { $n ->
        [one] { $n } drops out under the tried rule on { $day }
       *[other] { $n } drop out under the tried rule on { $day }
    }
studio-moved-more =
    { $n ->
        [one] And { $n } more that is not named.
       *[other] And { $n } more that are not named.
    }
