## The page of a record in the office

about-leader = Leader, seats and elections
about-membership = Membership
about-took-part = Took part
about-agreements = Agreements and partnerships
panel-organisation-mandates = In office
word-from-until = From, until
span-since = since { $day }
span-since-day = since { $day }
span-until = until { $day }
span-until-day = until { $day }
span-from-until = { $from } – { $until }
office-nothing-yet = Nothing recorded yet
office-earlier =
    { $n ->
        [one] One earlier
       *[other] { $n } earlier
    }
office-more-rows =
    { $n ->
        [one] One more
       *[other] { $n } more
    }
