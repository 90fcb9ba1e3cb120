# What was asked, said back from the query object. Phrases follow each other in one sentence, in the order of question-phrases.ts.

and-more = { $all } { $part }
joined = { $all }, { $part }
joined-apart = { $all }; { $part }

tactics-listed = { $what } ({ $tactics })
on-objects = on { $objects }
using = using { $means }
by = by { $actors }
against = against { $actors }
against-or-lost = against { $actors } or with losses among them
involving = involving { $actors }

place =
    .plain = { $place }
    .article = the { $place }
    .district = { $place } district
governorates = { $count ->
        [one] { $places } governorate
       *[other] the governorates of { $places }
    }
where =
    .in = in { $places }
    .near = near { $places }
    .between = between { $places }
    .along = along { $places }
    .north_of = north of { $places }
    .east_of = east of { $places }
    .south_of = south of { $places }
    .west_of = west of { $places }
where-within = { $where } ({ $km } km)
sector-of =
    .east = in the eastern part of { $places }
    .west = in the western part of { $places }
    .north = in the northern part of { $places }
    .south = in the southern part of { $places }
sector =
    .east = in the east
    .west = in the west
    .north = in the north
    .south = in the south
country =
    .SY = in Syria
    .IQ = in Iraq
time-of-day =
    .night = at night
    .day = in daylight

toll-filter =
    .least = with at least { $n } { $whom }
    .more = with more than { $n } { $whom }
    .exactly = with exactly { $n } { $whom }
    .fewer = with fewer than { $n } { $whom }
    .most = with at most { $n } { $whom }
whom =
    .killed = killed
    .wounded = wounded
    .killed_or_wounded = killed or wounded
    .captured = captured
    .missing = missing
measured =
    .sum = number of people { $whom } in { $what }
    .avg = average number of people { $whom } in { $what }

evidence-filter =
    .claimed = that were claimed
    .unclaimed = that nobody claimed
    .confirmed = that are confirmed
    .unconfirmed = that are not confirmed
    .geolocated = with an exact place
from-sources = as told by { $sources }
graded = graded { $grades }
leaving-out = leaving out { $things }
compared-values = comparing { $values }
with-ref = with the ref { $ref }

intent =
    .list = { $what }
    .count = number of { $what }
    .summary = summary of { $what }
    .trend = { $what } over time
    .compare = comparison of { $what }
    .top = ranking of { $what }
    .latest = { $what }
    .lookup = details of { $what }
    .help = help
order =
    .count_desc = most incidents first
    .count_asc = fewest incidents first
    .killed_desc = most killed first
    .killed_or_wounded_desc = most killed or wounded first
    .date_desc = newest first
    .date_asc = oldest first
limited = { $n ->
        [one] only the first
       *[other] only the first { $n }
    }
as-it-stood = as the store stood on { $day }
display =
    .map = on a map
    .chart = as a chart
not-answerable = asks for what no record can tell
words-left = not used: { $words }

in-store = in the store
