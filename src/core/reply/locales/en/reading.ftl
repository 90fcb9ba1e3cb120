clarify-no-such-date = There is no such date as “{ $said }”. Which day, month or year is meant?
clarify-no-such-number = “{ $said }” is no number that can have been counted here. Which number is meant?
clarify-no-such-distance = “{ $said }” is no distance that I can look within. Say a distance above 0 and up to 1500 km.
toll-filter-none-of = with no { $actors } { $whom }
