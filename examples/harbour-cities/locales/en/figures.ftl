# The figures of this network, and those of the program whose words its page changes. The form is that of locales/<lang>/figures.ftl.

## The network's own figures

figure-shore-power-ports =
    { $n ->
        [one] port with shore power
       *[other] ports with shore power
    }
    .verb = on the Shore Power Map
    .sentence =
        { $shown } { $n ->
            [one] port had
           *[other] ports had
        } shore power at a berth on the Shore Power Map on { $at }.
    .rule = Each port with at least one berth published on the Shore Power Map on that day is counted once, whether or not it is a member of the League; drafts and berths taken off the map do not count.
    .unit = ports
    .title = Ports with shore power

figure-assembly-full-members = of our member harbours
    .verb = at the General Assembly
    .sentence =
        Of the { $base } member harbours of the League, { $counted } { $counted ->
            [one] was
           *[other] were
        } present or represented at the General Assembly between { $from } and { $to }.
    .rule = Member harbours present or represented at a General Assembly held during the period, out of all who were member harbours at its end; associates may come, but are not in the base.
    .unit = member harbours
    .title = Member harbours at the Assembly (%)

figure-open-harbour-visitors =
    { $n ->
        [one] visit
       *[other] visits
    }
    .verb = on Open Harbour Day
    .sentence =
        { $shown } { $n ->
            [one] visit was counted
           *[other] visits were counted
        } on Open Harbour Day between { $from } and { $to }: a person who visited two harbours counts twice.
    .rule = The count at the gate of each harbour that opened on Open Harbour Day is added up or, where nobody counted, the people recorded by name.
    .unit = visits
    .title = Visits on Open Harbour Day

figure-cargo-partners =
    { $n ->
        [one] cargo partner
       *[other] cargo partners
    }
    .verb = carried our activities with us
    .sentence =
        { $shown } { $n ->
            [one] cargo partner
           *[other] cargo partners
        } carried an activity of the League between { $from } and { $to }.
    .rule = Companies, agencies and associations that were partners of an activity in the period are counted, each once; members of the League do not count as cargo partners.
    .unit = organisations
    .title = Cargo partners

figure-tide-letter-readers =
    { $n ->
        [one] subscriber
       *[other] subscribers
    }
    .verb = to The Tide Letter and La Lettre des marées
    .sentence =
        { $shown } { $n ->
            [one] subscriber
           *[other] subscribers
        } received the League’s newsletters on { $at }.
    .rule = The last count of subscribers of each newsletter by that day is added up; a person who receives both counts twice.
    .unit = subscribers
    .title = Subscribers to the newsletters

figure-port-twinnings =
    { $n ->
        [one] port twinning
       *[other] port twinnings
    }
    .verb = signed by members
    .sentence =
        { $shown } { $n ->
            [one] port twinning was
           *[other] port twinnings were
        } signed between { $from } and { $to }.
    .rule = Cooperation agreements that at least one member of the League signed during the period are counted, each once, however many signed it.
    .unit = agreements
    .title = Port twinnings

reason-member-itself = a member of the League
reason-no-business = neither a company, an agency nor an association
site-by-level = by kind of organisation
    .heading = By kind of organisation

## Figures of the program in the words of the page

figure-members =
    { $n ->
        [one] harbour
       *[other] harbours
    }
    .verb = tied together in the League
    .sentence =
        { $shown } { $n ->
            [one] city or port authority was a member
           *[other] cities and port authorities were members
        } of the Halyard League on { $at }.
    .rule = Every city or port authority whose membership is in effect on that day is counted once, member harbour or associate; a succession is neither a departure nor an admission.
    .unit = harbours
    .title = Members

figure-women-led = of our harbours
    .verb = led by women
    .sentence =
        Of the { $base } members of the League on { $at }, { $counted } { $counted ->
            [one] was led by a woman
           *[other] were led by women
        }.
    .rule = Members whose mayor or director on that day is a woman, out of all members; vacant and unknown leaders stay in the base.
    .unit = members
    .title = Harbours led by women (%)

figure-learning-members =
    { $n ->
        [one] harbour
       *[other] harbours
    }
    .verb = learning together
    .sentence =
        { $shown } { $n ->
            [one] member of the League
           *[other] members of the League
        } took part in a course, workshop or study visit between { $from } and { $to }.
    .rule = Members that took part in at least one learning activity held during the period are counted once, however often they came: over several years they are not the sum of the years.
    .unit = members
    .title = Members that learned
