# The two figures of a generated register.

figure-practices-on-a-platform =
    { $n ->
        [one] practice
       *[other] practices
    }
    .verb = on the first platform
    .sentence =
        { $shown } { $n ->
            [one] practice
           *[other] practices
        } stood on the first platform on { $at }.
    .rule = Published practices that stand on the first platform on that day are counted; drafts are left out.
    .unit = practices
    .title = Practices on a platform

figure-initiatives-on-a-platform =
    { $n ->
        [one] initiative
       *[other] initiatives
    }
    .verb = on the first platform
    .sentence =
        { $shown } { $n ->
            [one] initiative
           *[other] initiatives
        } stood on the first platform on { $at }.
    .rule = Published initiatives that stand on the first platform on that day are counted; drafts are left out.
    .unit = initiatives
    .title = Initiatives on a platform
