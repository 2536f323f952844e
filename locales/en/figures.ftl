# The words of the figures, without the name of any network: a network's own folder adds figures and overrides these.
# figure-<key>   the noun beside the number, without the number itself; $n, the number, only chooses the plural. A share has no plural.
#   .verb        the qualifier that follows the noun: noun and verb read as one phrase
#   .sentence    a full sentence. A total begins with { $shown }, the number as it is shown ("More than 2,450"), so that it comes at the
#                beginning; a share speaks of { $counted } of { $base }. A stock has { $at }, a flow { $from } and { $to }: days as text.
#   .rule        how it is counted, in one sentence
#   .unit        the plural of what is counted; of a share, of what the base holds
#   .title       a short title for lists
# A network that changes a figure repeats all of it, with all its attributes.

## Who we are

figure-members =
    { $n ->
        [one] member government
       *[other] member governments
    }
    .verb = work together in the network
    .sentence =
        { $shown } { $n ->
            [one] government was a member
           *[other] governments were members
        } of the network on { $at }.
    .rule = Every government whose membership is in effect on that day is counted once; a change of name or a succession is neither a departure nor an admission.
    .unit = governments
    .title = Members

figure-new-members =
    { $n ->
        [one] new member
       *[other] new members
    }
    .verb = during the period
    .sentence =
        { $shown } { $n ->
            [one] government joined
           *[other] governments joined
        } the network between { $from } and { $to }.
    .rule = Members on the last day of the period that were not members on the day before it began are counted, if their first day is known. A membership that follows another without a gap, a return within the period and a succession are not admissions.
    .unit = governments
    .title = New members

figure-left-members =
    { $n ->
        [one] departure
       *[other] departures
    }
    .verb = during the period
    .sentence =
        { $shown } { $n ->
            [one] government left
           *[other] governments left
        } the network between { $from } and { $to }.
    .rule = Members on the day before the period began that are no longer members on its last day are counted, if their last day is known. A government is still a member on its last day: a membership that ends on 31 December is over on 1 January. A member that another government succeeded has not left.
    .unit = governments
    .title = Departures

figure-women-led = of member governments
    .verb = led by women
    .sentence =
        Of the { $base } member governments on { $at }, { $counted } { $counted ->
            [one] was led by a woman
           *[other] were led by women
        }.
    .rule = Governments whose leader on that day is a woman, out of all members; vacant and unknown leaders stay in the base.
    .unit = member governments
    .title = Governments led by women (%)

figure-women-led-members =
    { $n ->
        [one] member government
       *[other] member governments
    }
    .verb = led by a woman
    .sentence =
        { $shown } { $n ->
            [one] member government was
           *[other] member governments were
        } led by a woman on { $at }.
    .rule = Member governments whose leader on that day is a woman are counted; gender is never guessed from a name.
    .unit = governments
    .title = Governments led by women

figure-active-members = of the membership
    .verb = took an active part
    .sentence = Of the { $base } member governments, { $counted } took an active part in the network between { $from } and { $to }.
    .rule = Members with at least one participation in activities or statutory meetings of the period, out of all who were members at its end; only having been invited or registered does not count, nor does an activity that did not take place.
    .unit = member governments
    .title = Active members (%)

figure-event-people =
    { $n ->
        [one] attendance
       *[other] attendances
    }
    .verb = at events led or co-led by the network
    .sentence =
        { $shown } { $n ->
            [one] attendance
           *[other] attendances
        } at events led or co-led by the network between { $from } and { $to }: a person who attended two events counts twice.
    .rule = The designated head count of each held event that the network led or co-led is added up or, where there is none, the people recorded by name.
    .unit = attendances
    .title = Attendances at events

## Funding

figure-funding-dues = membership dues
    .verb = of own income
    .sentence = Membership dues make up { $shown } of own income between { $from } and { $to }.
    .rule = Income from dues out of all own income of the period; money passed on to partners and contributions in kind do not count.
    .unit = own income
    .title = Funding: membership dues

figure-funding-member-partnerships = partnerships with members
    .verb = of own income
    .sentence = Partnerships with members make up { $shown } of own income between { $from } and { $to }.
    .rule = Income from agreements with members out of all own income of the period; money passed on and contributions in kind do not count.
    .unit = own income
    .title = Funding: partnerships with members

figure-funding-other-partnerships = partnerships with other parties
    .verb = of own income
    .sentence = Partnerships with other parties make up { $shown } of own income between { $from } and { $to }.
    .rule = Income from agreements with parties that are not members out of all own income of the period; money passed on and contributions in kind do not count.
    .unit = own income
    .title = Funding: partnerships with other parties

figure-agreements-members =
    { $n ->
        [one] member
       *[other] members
    }
    .verb = with a signed agreement
    .sentence =
        { $shown } { $n ->
            [one] member signed
           *[other] members signed
        } agreements to fund projects and activities between { $from } and { $to }.
    .rule = Members that signed a financing agreement during the period are counted: signatures, not agreements in force.
    .unit = members
    .title = Agreements signed with members

figure-agreements-partners =
    { $n ->
        [one] partner entity
       *[other] partner entities
    }
    .verb = with a signed agreement
    .sentence =
        { $shown } { $n ->
            [one] partner entity signed
           *[other] partner entities signed
        } agreements to fund projects and activities between { $from } and { $to }.
    .rule = Entities that are not members and signed a financing agreement during the period are counted: signatures, not agreements in force.
    .unit = entities
    .title = Agreements signed with partner entities

## Statutory bodies

figure-board-meetings =
    { $n ->
        [one] meeting of the Board of Directors
       *[other] meetings of the Board of Directors
    }
    .verb = online
    .sentence =
        { $shown } online { $n ->
            [one] meeting of the Board of Directors was
           *[other] meetings of the Board of Directors were
        } held between { $from } and { $to }.
    .rule = Online meetings of the Board held during the period are counted; postponed and cancelled meetings and written consultations do not count.
    .unit = meetings
    .title = Online meetings of the Board

figure-board-participation = participation
    .verb = in meetings of the Board of Directors
    .sentence =
        Of the { $base } seats entitled to attend the meetings of the Board of Directors held between { $from } and { $to }, { $counted } { $counted ->
            [one] was
           *[other] were
        } taken: present or represented.
    .rule = Seats taken, present or represented, out of the seats entitled to attend, added up over the meetings held during the period.
    .unit = seats
    .title = Participation in the Board (%)

figure-board-seats =
    { $n ->
        [one] seat
       *[other] seats
    }
    .verb = on the Board of Directors
    .sentence =
        { $shown } { $n ->
            [one] seat made up
           *[other] seats made up
        } the Board of Directors on { $at }.
    .rule = Seats on the Board that exist on that day are counted, whether filled or vacant.
    .unit = seats
    .title = Seats on the Board

figure-assembly-meetings =
    { $n ->
        [one] meeting of the General Assembly
       *[other] meetings of the General Assembly
    }
    .verb = during the period
    .sentence =
        { $shown } { $n ->
            [one] meeting of the General Assembly was
           *[other] meetings of the General Assembly were
        } held between { $from } and { $to }.
    .rule = Meetings of the General Assembly held during the period are counted; the ordinary and extraordinary sessions of one meeting count once.
    .unit = meetings
    .title = Meetings of the General Assembly

figure-assembly-members =
    { $n ->
        [one] member
       *[other] members
    }
    .verb = at the General Assembly
    .sentence =
        { $shown } { $n ->
            [one] member was
           *[other] members were
        } present or represented at the General Assembly between { $from } and { $to }.
    .rule = Each member present or represented at a meeting of the General Assembly held during the period is counted once.
    .unit = members
    .title = Members at the General Assembly

## Secretariat

figure-staff-women =
    { $n ->
        [one] woman
       *[other] women
    }
    .verb = on the professional staff of the Secretariat
    .sentence =
        { $shown } { $n ->
            [one] woman worked
           *[other] women worked
        } on the professional staff of the Secretariat on { $at }.
    .rule = Women who hold a professional post in the Secretariat on that day are counted.
    .unit = people
    .title = Women on the staff of the Secretariat

figure-staff-men =
    { $n ->
        [one] man
       *[other] men
    }
    .verb = on the professional staff of the Secretariat
    .sentence =
        { $shown } { $n ->
            [one] man worked
           *[other] men worked
        } on the professional staff of the Secretariat on { $at }.
    .rule = Men who hold a professional post in the Secretariat on that day are counted.
    .unit = people
    .title = Men on the staff of the Secretariat

figure-interns-women =
    { $n ->
        [one] woman
       *[other] women
    }
    .verb = as interns at the Secretariat
    .sentence =
        { $shown } { $n ->
            [one] woman was an intern
           *[other] women were interns
        } at the Secretariat at some time between { $from } and { $to }.
    .rule = Women who were interns at the Secretariat at any time during the period are counted, each once.
    .unit = people
    .title = Women interns

figure-interns-men =
    { $n ->
        [one] man
       *[other] men
    }
    .verb = as interns at the Secretariat
    .sentence =
        { $shown } { $n ->
            [one] man was an intern
           *[other] men were interns
        } at the Secretariat at some time between { $from } and { $to }.
    .rule = Men who were interns at the Secretariat at any time during the period are counted, each once.
    .unit = people
    .title = Men interns

## Voice in the global agenda

figure-call-members =
    { $n ->
        [one] member
       *[other] members
    }
    .verb = endorsing the call
    .sentence =
        { $shown } { $n ->
            [one] member
           *[other] members
        } endorsed the call of the network between { $from } and { $to }.
    .rule = Members that endorsed the call during the period are counted, each once.
    .unit = members
    .title = Members endorsing the call

figure-call-partners =
    { $n ->
        [one] partner entity
       *[other] partner entities
    }
    .verb = endorsing the call
    .sentence =
        { $shown } { $n ->
            [one] partner entity
           *[other] partner entities
        } endorsed the call of the network between { $from } and { $to }.
    .rule = Entities that are neither members nor local governments and endorsed the call during the period are counted, each once.
    .unit = entities
    .title = Partner entities endorsing the call

figure-call-endorsers =
    { $n ->
        [one] government or entity
       *[other] governments and entities
    }
    .verb = endorsing the call
    .sentence =
        { $shown } { $n ->
            [one] government or entity
           *[other] governments and entities
        } endorsed the call of the network between { $from } and { $to }.
    .rule = Governments and entities, members or not, that endorsed the call during the period are counted, each once.
    .unit = governments and entities
    .title = Endorsers of the call

figure-global-events =
    { $n ->
        [one] global event
       *[other] global events
    }
    .verb = with active participation
    .sentence =
        { $shown } global { $n ->
            [one] event was
           *[other] events were
        } held with the active participation of the network between { $from } and { $to }.
    .rule = Each event of global scope held during the period that the network led, co-led or took part in is counted once.
    .unit = events
    .title = Global events

figure-declarations =
    { $n ->
        [one] policy statement
       *[other] policy statements
    }
    .verb = with contribution and endorsement
    .sentence =
        { $shown } policy { $n ->
            [one] statement was
           *[other] statements were
        } contributed to or endorsed by the network between { $from } and { $to }.
    .rule = Statements of the period that the network contributed to or endorsed are counted, each once.
    .unit = statements
    .title = Policy statements

figure-campaigns =
    { $n ->
        [one] global campaign
       *[other] global campaigns
    }
    .verb = led and supported
    .sentence =
        { $shown } global { $n ->
            [one] campaign was
           *[other] campaigns were
        } led or supported by the network between { $from } and { $to }.
    .rule = Campaigns that ran at any time during the period and that the network led or supported are counted.
    .unit = campaigns
    .title = Global campaigns

figure-partner-organisations =
    { $n ->
        [one] partner organisation
       *[other] partner organisations
    }
    .verb = with a current partnership
    .sentence =
        { $shown } { $n ->
            [one] organisation had
           *[other] organisations had
        } a partnership with the network on { $at }.
    .rule = Organisations with a partnership in force on that day are counted, each once; having signed an agreement or endorsed a call is not enough.
    .unit = organisations
    .title = Partner organisations

## Capacity

figure-learning-members =
    { $n ->
        [one] member
       *[other] members
    }
    .verb = in learning activities
    .sentence =
        { $shown } { $n ->
            [one] member took
           *[other] members took
        } part in learning and capacity-building activities between { $from } and { $to }.
    .rule = Members with at least one participant in a learning activity held during the period are counted, each once.
    .unit = members
    .title = Members in learning activities

figure-learning-activities =
    { $n ->
        [one] learning activity
       *[other] learning activities
    }
    .verb = and capacity building
    .sentence =
        { $shown } learning and capacity-building { $n ->
            [one] activity was
           *[other] activities were
        } held between { $from } and { $to }.
    .rule = Learning activities held during the period are counted; postponed and cancelled ones do not count.
    .unit = activities
    .title = Learning activities

figure-pilot-members =
    { $n ->
        [one] member
       *[other] members
    }
    .verb = in active pilot projects
    .sentence =
        { $shown } { $n ->
            [one] member was
           *[other] members were
        } part of active pilot projects between { $from } and { $to }.
    .rule = Members that lead or share a pilot project of the network active at any time during the period are counted, each once.
    .unit = members
    .title = Members in pilot projects

figure-pilot-projects =
    { $n ->
        [one] active pilot project
       *[other] active pilot projects
    }
    .verb = during the period
    .sentence =
        { $shown } pilot { $n ->
            [one] project was
           *[other] projects were
        } active at some time between { $from } and { $to }.
    .rule = Pilot projects led or supported by the network that are under way at any time during the period are counted, even if they began before or go on afterwards.
    .unit = projects
    .title = Pilot projects

figure-publications =
    { $n ->
        [one] new publication
       *[other] new publications
    }
    .verb = of the network
    .sentence =
        { $shown } new { $n ->
            [one] publication of the network appeared
           *[other] publications of the network appeared
        } between { $from } and { $to }.
    .rule = Publications whose first language file appeared during the period are counted; further languages of the same publication add nothing.
    .unit = publications
    .title = New publications

figure-experts-collaborated =
    { $n ->
        [one] expert
       *[other] experts
    }
    .verb = in collaboration with the network
    .sentence =
        { $shown } { $n ->
            [one] expert worked
           *[other] experts worked
        } with the network between { $from } and { $to }.
    .rule = Each person who contributed as an expert to an activity of the period is counted once, even with several contributions.
    .unit = people
    .title = Experts who collaborated

figure-experts-women = women
    .verb = among the experts
    .sentence =
        Of the { $base } experts whose gender is stated who worked with the network between { $from } and { $to }, { $counted } { $counted ->
            [one] is a woman
           *[other] are women
        }.
    .rule = Women out of the experts whose gender is stated; those not stated are shown apart, and gender is never guessed from a name.
    .unit = experts
    .title = Women among the experts (%)

figure-experts-men = men
    .verb = among the experts
    .sentence =
        Of the { $base } experts whose gender is stated who worked with the network between { $from } and { $to }, { $counted } { $counted ->
            [one] is a man
           *[other] are men
        }.
    .rule = Men out of the experts whose gender is stated; those not stated are shown apart, and gender is never guessed from a name.
    .unit = experts
    .title = Men among the experts (%)

figure-experts-registered =
    { $n ->
        [one] expert
       *[other] experts
    }
    .verb = with a registered profile
    .sentence =
        { $shown } { $n ->
            [one] expert had
           *[other] experts had
        } a registered profile on the platforms of the network on { $at }.
    .rule = People with an active expert profile on a platform of the network’s own on that day are counted, each once.
    .unit = people
    .title = Registered experts

## Studies

figure-study-areas =
    { $n ->
        [one] metropolitan area
       *[other] metropolitan areas
    }
    .verb = in the comparative study
    .sentence =
        { $shown } metropolitan { $n ->
            [one] area was
           *[other] areas were
        } covered by the comparative study on { $at }.
    .rule = Metropolitan areas with at least one observation in the current edition of the study are counted.
    .unit = metropolitan areas
    .title = Metropolitan areas in the study

figure-study-members =
    { $n ->
        [one] member
       *[other] members
    }
    .verb = in the areas of the comparative study
    .sentence =
        { $shown } { $n ->
            [one] member operated
           *[other] members operated
        } in the metropolitan areas of the comparative study on { $at }.
    .rule = Members that govern a metropolitan area of the study are counted; several members can share one area.
    .unit = members
    .title = Members in the areas of the study

figure-study-indicators =
    { $n ->
        [one] indicator
       *[other] indicators
    }
    .verb = in the comparative study
    .sentence =
        { $shown } { $n ->
            [one] indicator made up
           *[other] indicators made up
        } the comparative study on { $at }.
    .rule = Indicators with at least one observation in the current edition of the study are counted.
    .unit = indicators
    .title = Indicators in the study

figure-study-observations =
    { $n ->
        [one] data point
       *[other] data points
    }
    .verb = in the comparative study
    .sentence =
        { $shown } data { $n ->
            [one] point was
           *[other] points were
        } part of the comparative study on { $at }.
    .rule = All values published by the edition of the study current on that day are counted.
    .unit = data points
    .title = Data points in the study

figure-observatories =
    { $n ->
        [one] global observatory
       *[other] global observatories
    }
    .verb = led and supported
    .sentence =
        { $shown } global { $n ->
            [one] observatory was
           *[other] observatories were
        } led or supported by the network on { $at }.
    .rule = Observatories at work on that day that the network leads or supports are counted.
    .unit = observatories
    .title = Global observatories

## Communication

figure-channels =
    { $n ->
        [one] communication channel
       *[other] communication channels
    }
    .verb = mentioning the network
    .sentence =
        { $shown } { $n ->
            [one] channel or media outlet
           *[other] channels and media outlets
        } mentioned the network between { $from } and { $to }.
    .rule = Own channels and outlets of others with at least one mention of the network during the period are counted, each once.
    .unit = channels and outlets
    .title = Communication channels

figure-followers =
    { $n ->
        [one] follower
       *[other] followers
    }
    .verb = on social media
    .sentence =
        { $shown } { $n ->
            [one] profile followed
           *[other] profiles followed
        } the channels of the network on social media on { $at }.
    .rule = The last reading of each social channel up to that day is added up; a person who follows two channels counts twice.
    .unit = profiles
    .title = Followers on social media

## Themes

figure-theme-activities =
    { $n ->
        [one] activity
       *[other] activities
    }
    .verb = by theme
    .sentence =
        { $shown } { $n ->
            [one] activity of the network dealt
           *[other] activities of the network dealt
        } with one or more of its themes between { $from } and { $to }.
    .rule = Events, learning, pilots, campaigns, statements and calls of the period with an assigned theme are counted; an activity with two themes appears under both and counts once in the total.
    .unit = activities
    .title = Activities by theme

## Rows: how each of them counts

class-counted = Counted
class-base = In the base
class-left-out = Left out

## Why a row was left out

reason-date-too-vague = The date is too vague to tell whether it falls within the period.
reason-no-unit = It is not stated whom or what it belongs to.
reason-no-value = The value to be added is not stated.
reason-not-in-the-base = It is not part of the base of the percentage.
reason-covered = It is already covered by the designated head count of the event.
reason-undesignated = It is another count of the same event; the designated one is used.
reason-same-person = The same person counts in this event already.
reason-local-government = It is a local government that is not a member, not a partner entity.
reason-only-invited = Only an invitation or a registration is recorded, not the participation.
reason-not-held = It was not held: postponed, cancelled or still planned.
reason-not-active-role = The role is not one of active participation.
reason-not-global = It is not of global scope.
reason-not-member = It was not a member on that day.
reason-is-member = It was a member on that day.
reason-passed-on = The money is passed on to partners and is not own income.
reason-in-kind = It is a contribution in kind.
reason-not-published = It was not published.
reason-gender-not-stated = The gender is not stated.
reason-not-gender = The gender is not the one counted, or is not stated.
reason-not-online = It was not held online.
reason-not-a-woman = The holder of the post is not a woman, or the post is vacant or its holder unknown.
reason-not-a-man = The holder of the post is not a man, or the post is vacant or its holder unknown.
reason-not-woman = The holder of the post is not a woman, or the post is vacant or its holder unknown.
reason-not-man = The holder of the post is not a man, or the post is vacant or its holder unknown.
reason-not-taken = The seat was not taken: neither present nor represented.
reason-not-present = It was neither present nor represented.
reason-not-own = The platform is not the network’s own.
reason-not-role = The role is not one of those counted.
reason-not-state = Its status is not one of those counted.
reason-not-scope = Its scope is not one of those counted.
reason-not-mode = Its format is not one of those counted.
reason-succession = It is a succession: neither an admission nor a departure.
reason-continues = The membership goes on without a gap in another one of the same member.
reason-member-before = It was already a member on the day before the period began.
reason-member-after = It is a member on the last day of the period.
reason-ended-within = The membership was over again by the last day of the period.
reason-began-within = The membership had begun only within the period.
reason-later-language = It is a further language of a publication that counts already.
reason-other = It does not meet one of the conditions of the rule.

figure-leaders-stated = { $n ->
    [one] member government with a leader whose gender is stated
   *[other] member governments with a leader whose gender is stated
    }
    .verb = on the day
    .sentence = { $shown } { $n ->
        [one] member government has
       *[other] member governments have
    } a leader whose gender is stated on { $at }.
    .rule = Members whose leader on that day has a stated gender are counted.
    .unit = governments
    .title = Leaders whose gender is stated

figure-undated-members = { $n ->
    [one] member whose first day is not recorded
   *[other] members whose first day is not recorded
    }
    .verb = by the end of the period
    .sentence = { $shown } { $n ->
        [one] member joined between { $from } and { $to } or earlier: the first day is not recorded.
       *[other] members joined between { $from } and { $to } or earlier: the first day is not recorded.
    }
    .rule = Members on the last day of the period that were not surely members on the day before it began, but may have been, are counted; they are in no year’s new members.
    .unit = governments
    .title = Members without a recorded first day

figure-succeeding-members = { $n ->
    [one] member that took over from another
   *[other] members that took over from another
    }
    .verb = during the period
    .sentence = { $shown } { $n ->
        [one] member of { $to } took over from another member after { $from }.
       *[other] members of { $to } took over from another member after { $from }.
    }
    .rule = Members on the last day of the period that were not members on the day before it began are counted, if they took over from another member.
    .unit = governments
    .title = Members that took over from another

figure-left-undated-members = { $n ->
    [one] departure without an exact day
   *[other] departures without an exact day
    }
    .verb = during the period or later
    .sentence = { $shown } { $n ->
        [one] government left between { $from } and { $to } or later: the last day is known only in part.
       *[other] governments left between { $from } and { $to } or later: the last day is known only in part.
    }
    .rule = Members on the day before the period began that are not surely members on its last day, but may be, are counted; they are in no year’s departures.
    .unit = governments
    .title = Departures without an exact day

figure-succeeded-members = { $n ->
    [one] member succeeded by another government
   *[other] members succeeded by another government
    }
    .verb = during the period
    .sentence = { $shown } { $n ->
        [one] member was succeeded by another government between { $from } and { $to }.
       *[other] members were succeeded by another government between { $from } and { $to }.
    }
    .rule = Members on the day before the period began that are no longer members on its last day are counted, if another government succeeded them.
    .unit = governments
    .title = Members succeeded by another government
