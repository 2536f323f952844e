# A record, a fact or a list as it was on an earlier day.

as-of-another-day = As it was on another day
as-of-known = As the register knew it on
as-of-show = Show
as-of-on = You see what was so on { $on }.
as-of-as-known = You see what the register knew on { $known }.
as-of-both = You see what was so on { $on }, as the register knew it on { $known }.
as-of-only-read = Nothing can be changed here.
as-of-leave = Back to today
as-of-name = Name at that time
as-of-not-then = On that day this did not hold.
