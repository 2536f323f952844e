# The words of the register: its tables, its kinds of record, its columns and its choices.
# `table-<name>`, `kind-<kind>` (one), `kinds-<kind>` (many), `column-<name>`, `choice-<value>`; underscores are written as hyphens.
# `column-<table>-<name>` and `choice-<table>-<value>` stand where one table needs another word than the others; look there first.
# Headings begin with a capital; `kind-<kind>.inline` and all choices are written as inside a sentence.

## Tables

table-records = Records
table-networks = Networks
table-regions = Regions
table-places = Places
table-areas = Metropolitan areas
table-organisations = Organisations
table-placements = Regions of organisations
table-memberships = Memberships
table-categories = Membership categories
table-area-governments = Governments of the areas
table-standings = Payment standings
table-people = People
table-posts = Posts
table-mandates = Mandates
table-elections = Elections
table-themes = Themes
table-activities = Activities
table-theme-marks = Assigned themes
table-goal-marks = Assigned SDGs
table-participations = Participations
table-head-counts = Head counts
table-language-files = Language files
table-partnerships = Partnerships
table-agreements = Agreements
table-signatures = Signatures
table-income = Income
table-bodies = Statutory bodies
table-meetings = Statutory meetings
table-sessions = Sessions
table-attendances = Attendance at meetings
table-decisions = Decisions
table-platforms = Platforms
table-practices = Urban practices
table-initiatives = Initiatives
table-expert-profiles = Expert profiles
table-indicators = Indicators
table-editions = Study editions
table-observations = Observations
table-channels = Own channels
table-outlets = Media outlets
table-mentions = Mentions
table-readings = Follower readings

## Kinds of record

kind-network = Network
    .inline = network
kinds-network = Networks
kind-region = Region
    .inline = region
kinds-region = Regions
kind-place = Place
    .inline = place
kinds-place = Places
kind-area = Metropolitan area
    .inline = metropolitan area
kinds-area = Metropolitan areas
kind-organisation = Organisation
    .inline = organisation
kinds-organisation = Organisations
kind-person = Person
    .inline = person
kinds-person = People
kind-post = Post
    .inline = post
kinds-post = Posts
kind-theme = Theme
    .inline = theme
kinds-theme = Themes
kind-activity = Activity
    .inline = activity
kinds-activity = Activities
kind-body = Statutory body
    .inline = statutory body
kinds-body = Statutory bodies
kind-meeting = Statutory meeting
    .inline = statutory meeting
kinds-meeting = Statutory meetings
kind-decision = Decision
    .inline = decision
kinds-decision = Decisions
kind-agreement = Agreement
    .inline = agreement
kinds-agreement = Agreements
kind-platform = Platform
    .inline = platform
kinds-platform = Platforms
kind-practice = Urban practice
    .inline = urban practice
kinds-practice = Urban practices
kind-initiative = Initiative
    .inline = initiative
kinds-initiative = Initiatives
kind-indicator = Indicator
    .inline = indicator
kinds-indicator = Indicators
kind-edition = Study edition
    .inline = study edition
kinds-edition = Study editions
kind-channel = Own channel
    .inline = own channel
kinds-channel = Own channels
kind-outlet = Media outlet
    .inline = media outlet
kinds-outlet = Media outlets

## Columns of every record and fact

column-kind = Kind of record
column-code = Code
column-label = Name
column-original = Original language
column-revision = Kind of revision
column-public = Public
column-source = Source
column-illustrative = Illustrative
column-nature = Nature of the data

## Columns

column-activity = Activity
column-activities-activity = Type of activity
column-address = Web address
column-agreement = Agreement
column-agreements-agreement = Type of agreement
column-amount = Amount
column-application = Application
column-area = Metropolitan area
column-assembly = General Assembly
column-attendance = Attendance
column-award = Award
column-basis = Basis of the income
column-body = Body
column-bodies-body = Type of body
column-boundary = Boundary
column-by-consultation = Adopted by consultation
column-called-on = Called on
column-carrier = Channel or outlet
column-category = Category
column-channel = Channel
column-channels-channel = Type of channel
column-city-as-written = City, as written in the source
column-council-resolution = Council resolution
column-count = Type of count
column-country = Country
column-currency = Currency
column-currency-of-network = Currency of the network
column-day = Date
column-elections-day = Election day
column-income-day = Accounting date
column-initiatives-day = Date of the initiative
column-language-files-day = Publication date
column-observations-day = Reference period
column-readings-day = Date of reading
column-signatures-day = Date of signature
column-standings-day = Standing as at
column-decision = Decision
column-designated = Designated count
column-edition = Study edition
column-ended = End of implementation
column-ending = Reason for leaving
column-evidence = Evidence
column-first-payment = First payment
column-followers = Followers
column-from = From
column-activities-from = Start
column-agreements-from = Entry into force
column-editions-from = Published from
column-expert-profiles-from = Registered from
column-initiatives-from = On the platform from
column-mandates-from = Taking office
column-memberships-from = Effective date
column-practices-from = On the platform from
column-gender = Gender
column-gender-known-by = How the gender is known
column-goal = Sustainable Development Goal
column-holder = Holder
column-identifier = External identifier
column-in-kind = In kind
column-in-network = Amount in the currency of the network
column-indicator = Indicator
column-language = Language
column-languages = Languages
column-latitude = Latitude
column-level = Level of government
column-licence = Licence
column-line = Line of the accounts
column-longitude = Longitude
column-main-actors = Main actors
column-meeting = Meeting
column-mode = Format
column-note = Note
column-organisation = Organisation
column-area-governments-organisation = Government
column-attendances-organisation = Member
column-categories-organisation = Member
column-elections-organisation = Government
column-memberships-organisation = Member
column-partnerships-organisation = Partner organisation
column-signatures-organisation = Signatory
column-standings-organisation = Member
column-other-names = Other names
column-outlet = Type of outlet
column-own = Own platform
column-pages = Pages
column-part-of = Part of
column-partnership = Type of partnership
column-passed-on = Passed on to partners
column-payer = Payer
column-people = People
column-person = Person
column-place = Place
column-platform = Platform
column-population = Population
column-post = Post
column-posts-post = Type of post
column-progress = Progress
column-project-area = Project area
column-publication = Publication
column-quorum = Quorum
column-rank = Order
column-rate = Exchange rate
column-rate-day = Date of the exchange rate
column-rate-source = Source of the exchange rate
column-ratification = Ratification by the Board
column-record = Record
column-region = Region
column-represented-by = Represented by
column-role = Role
column-activities-role = Role of the network
column-scope = Scope
column-seat = Seat
column-serial = Serial number
column-session = Session
column-slogan = Slogan
column-stage = Stage of the accounts
column-standing = Payment standing
column-started = Start of implementation
column-state = Status
column-stated-by = Stated by
column-statutes = Version of the statutes
column-study = Study
column-subject = Subject
column-successor = Successor
column-summary = Summary
column-theme = Theme
column-topic = Topic
column-topics = Topics
column-unit = Unit
column-until = Until
column-activities-until = End
column-agreements-until = End of validity
column-editions-until = Current until
column-expert-profiles-until = Registered until
column-initiatives-until = On the platform until
column-mandates-until = End of the mandate
column-memberships-until = Last day of membership
column-practices-until = On the platform until
column-value = Value
column-way = Way into office
column-year = Year
column-year-starts = Start of the year
column-home-year = Year that opens first
column-years-from = First year with a page
column-years-until = Last year with a page
column-zone = Time zone

# Columns that lists behind figures show, besides those of the tables.

column-body-of = Body
column-channel-of = Type of channel
column-covered = Covered by a designated count
column-member = Member
column-post-of = Type of post
column-repeated = Repeated person
column-role-of-network = Role of the network

## Choices: activities

choice-series = series
choice-event = event
choice-session = session
choice-learning = learning activity
choice-pilot = pilot project
choice-campaign = campaign
choice-declaration = policy statement
choice-call = call
choice-publication = publication
choice-observatory = observatory
choice-study = study
choice-planned = planned
choice-held = held
choice-postponed = postponed
choice-cancelled = cancelled
choice-under-way = under way
choice-published = published
choice-led = led
choice-co-led = co-led
choice-took-part = took part
choice-contributed = contributed
choice-endorsed = endorsed
choice-supported = supported
choice-attended = attended
choice-learned = learned
choice-hosted = hosted
choice-spoke = spoke
choice-expert = contributed expertise
choice-partnered = took part as a partner
choice-invited = invited
choice-global = global
choice-regional = regional
choice-local = local
choice-internal = internal
choice-in-person = in person
choice-online = online
choice-hybrid = hybrid
choice-registered = people registered
choice-present = present
choice-head-counts-present = people present
choice-peak-online = peak online

## Choices: people and posts

choice-woman = woman
choice-man = man
choice-non-binary = non-binary
choice-not-stated = not stated
choice-said-so = stated by the person
choice-public-source = public source
choice-partner-count = count by a partner
choice-leader = leader of the government
choice-seat = seat on a body
choice-presidency = presidency
choice-professional = professional of the Secretariat
choice-intern = intern
choice-person = known person
choice-vacant = vacant
choice-unknown = unknown
choice-elected = elected
choice-appointed = appointed
choice-acting = acting
choice-rotating = rotating

## Choices: members and organisations

choice-municipal = municipal
choice-metropolitan = metropolitan
choice-intermediate = intermediate
choice-national = national
choice-agency = public agency
choice-association = association
choice-international = international organisation
choice-university = university
choice-company = company
choice-other = other
choice-resigned = resigned
choice-struck-off = struck off
choice-dissolved = dissolved
choice-succeeded = succeeded
choice-full = full member
choice-associate = associate member
choice-due = dues outstanding
choice-settled = in good standing
choice-waived = dues waived
choice-unable-to-pay = unable to pay
choice-contested = dues contested
choice-institutional = institutional
choice-knowledge = knowledge
choice-private = private sector
choice-partnerships-regional = regional

## Choices: funding

choice-financing = financing agreement
choice-cooperation = cooperation agreement
choice-dues = membership dues
choice-member-partnership = partnership with members
choice-other-partnership = partnership with other parties
choice-provisional = provisional accounts
choice-closed = accounts closed by the Board
choice-audited = audited accounts
choice-ratified = accounts ratified by the Assembly

## Choices: statutory meetings

choice-assembly = General Assembly
choice-board = Board of Directors
choice-committee = committee
choice-written = in writing
choice-called = called
choice-ordinary = ordinary
choice-extraordinary = extraordinary
choice-represented = represented
choice-excused = excused
choice-absent = absent

## Choices: practices, channels and outlets

choice-draft = draft
choice-withdrawn = withdrawn
choice-ongoing = ongoing
choice-completed = completed
choice-website = website
choice-newsletter = newsletter
choice-social = social media
choice-press = press
choice-radio = radio
choice-television = television
choice-journal = journal
choice-partner = outlet of a partner

## Choices: a row of an import

choice-change = change from now on
choice-correction = correction: it was never so
choice-removal = removal

## Yes, no and what is missing

choice-yes = yes
choice-no = no
not-stated = not stated
none = none
real = real
illustrative = illustrative
person-not-public = a person, name not public
