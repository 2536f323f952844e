# The figures of this network, and those of the program whose words its page changes. The form is that of locales/<lang>/figures.ftl.

## The network's own figures: its platforms

figure-practices =
    { $n ->
        [one] urban practice
       *[other] urban practices
    }
    .verb = on the platform use
    .sentence =
        { $shown } urban { $n ->
            [one] practice was
           *[other] practices were
        } published on the platform use on { $at }.
    .rule = Practices published on use on that day are counted; drafts, withdrawn practices and those of other catalogues do not count.
    .unit = urban practices
    .title = Urban practices on use

figure-practice-cities =
    { $n ->
        [one] city
       *[other] cities
    }
    .verb = with practices on the platform use
    .sentence =
        { $shown } { $n ->
            [one] city had
           *[other] cities had
        } urban practices published on the platform use on { $at }.
    .rule = Each city with at least one practice published on use on that day is counted once, whether or not it is a member of Metropolis.
    .unit = cities
    .title = Cities on use

figure-health-initiatives =
    { $n ->
        [one] initiative
       *[other] initiatives
    }
    .verb = on Cities for Global Health
    .sentence =
        { $shown } { $n ->
            [one] initiative was
           *[other] initiatives were
        } published on the platform Cities for Global Health on { $at }.
    .rule = Initiatives of any local government published on the platform on that day are counted; drafts and withdrawn ones do not count.
    .unit = initiatives
    .title = Initiatives on Cities for Global Health

figure-health-cities =
    { $n ->
        [one] city
       *[other] cities
    }
    .verb = with initiatives on Cities for Global Health
    .sentence =
        { $shown } { $n ->
            [one] city had
           *[other] cities had
        } initiatives published on the platform Cities for Global Health on { $at }.
    .rule = Each city with at least one initiative published on the platform on that day is counted once, whether or not it is a member of Metropolis.
    .unit = cities
    .title = Cities on Cities for Global Health

## Figures of the program in the words of the page

figure-members =
    { $n ->
        [one] government of a major city or metropolitan area
       *[other] governments of major cities and metropolitan areas
    }
    .verb = work together in Metropolis
    .sentence =
        { $shown } { $n ->
            [one] government of a major city or metropolitan area was a member
           *[other] governments of major cities and metropolitan areas were members
        } of Metropolis on { $at }.
    .rule = Every government whose membership is in effect on that day is counted once; a change of name or a succession is neither a departure nor an admission.
    .unit = governments
    .title = Members

figure-women-led = of our metropolises
    .verb = governed by women
    .sentence =
        Of the { $base } member governments of Metropolis on { $at }, { $counted } { $counted ->
            [one] was led by a woman
           *[other] were led by women
        }.
    .rule = Governments whose leader on that day is a woman, out of all members; vacant and unknown leaders stay in the base.
    .unit = member governments
    .title = Metropolises governed by women (%)

figure-active-members = of our membership
    .verb = took an active part
    .sentence = Of the { $base } member governments of Metropolis, { $counted } took an active part between { $from } and { $to }.
    .rule = Members with at least one participation in activities or statutory meetings of the period, out of all who were members at its end; only having been invited or registered does not count, nor does an activity that did not take place.
    .unit = member governments
    .title = Active members (%)

figure-event-people =
    { $n ->
        [one] attendance
       *[other] attendances
    }
    .verb = at events led or co-led by Metropolis
    .sentence =
        { $shown } { $n ->
            [one] attendance
           *[other] attendances
        } at events led or co-led by Metropolis between { $from } and { $to }: a person who attended two events counts twice.
    .rule = The designated head count of each held event that Metropolis led or co-led is added up or, where there is none, the people recorded by name.
    .unit = attendances
    .title = Attendances at events

figure-call-members =
    { $n ->
        [one] member
       *[other] members
    }
    .verb = endorsing the call to rethink our metropolitan spaces
    .sentence =
        { $shown } { $n ->
            [one] member
           *[other] members
        } endorsed the call to rethink our metropolitan spaces between { $from } and { $to }.
    .rule = Members of Metropolis that endorsed the call during the period are counted, each once.
    .unit = members
    .title = Members endorsing the call

figure-call-partners =
    { $n ->
        [one] partner entity
       *[other] partner entities
    }
    .verb = endorsing the call to rethink our metropolitan spaces
    .sentence =
        { $shown } { $n ->
            [one] partner entity
           *[other] partner entities
        } endorsed the call to rethink our metropolitan spaces between { $from } and { $to }.
    .rule = Entities that are neither members of Metropolis nor local governments and endorsed the call during the period are counted, each once.
    .unit = entities
    .title = Partner entities endorsing the call

figure-call-endorsers =
    { $n ->
        [one] government or entity
       *[other] governments and entities
    }
    .verb = endorsing the call to rethink our metropolitan spaces
    .sentence =
        { $shown } { $n ->
            [one] government or entity
           *[other] governments and entities
        } endorsed the call to rethink our metropolitan spaces between { $from } and { $to }.
    .rule = Governments and entities, members of Metropolis or not, that endorsed the call during the period are counted, each once.
    .unit = governments and entities
    .title = Endorsers of the call

figure-experts-registered =
    { $n ->
        [one] urban expert
       *[other] urban experts
    }
    .verb = registered on use
    .sentence =
        { $shown } { $n ->
            [one] urban expert had
           *[other] urban experts had
        } a registered profile on the platform use on { $at }.
    .rule = People with an active expert profile on use on that day are counted, each once.
    .unit = people
    .title = Experts registered on use
