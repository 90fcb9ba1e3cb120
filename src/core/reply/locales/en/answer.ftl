# The first sentence of an answer. $count: "3 attacks". $scope: "near As-Sukhnah (30 km) in April 2023".
headline = { $count } { $scope }: { $toll }.
headline-people = { $toll } in { $count } { $scope }.
headline-possible = None for sure, { $n } possible: { $what } { $scope }.
asked-sides-others = Tolls are kept by side: all losses of the attackers’ side are left out ({ $sides }).
asked-sides = Tolls are kept by side: the figure covers the whole side ({ $sides }).
by-evidence = By evidence: { $counts }.
evidence-count = { $n } { $grade }
by-side = By side: { $sides }.
by-one-side = All counted losses are on one side: { $party }.
shown = { $from } to { $to } of { $of }.

latest-one =
    .newest = { $count } { $scope }; the latest: { $day }, { $place }: { $toll }.
    .oldest = { $count } { $scope }; the first on record: { $day }, { $place }: { $toll }.
latest-some =
    .newest = { $count } { $scope }, the latest first.
    .oldest = { $count } { $scope }, the oldest first.
deadliest = { $count } { $scope }; the deadliest: { $day }, { $place }: { $toll }.
deadliest-lumped = { $count } { $scope }; the highest figure: { $day }, { $place }: { $toll }, for several incidents that its source counted as one.
deadliest-alone = The deadliest that stands for itself: { $day }, { $place }: { $toll }.
deadliest-tied = { $count } { $scope }; { $n } of them share the highest toll, { $toll }.

# Rankings of groups. $tied groups share the place: $rows names them.
ranked =
    .most = Most of { $count } { $scope }: { $rows }, { $tied ->
            [one] with { $n }
           *[other] with { $n } each
        }.
    .fewest = Fewest of { $count } { $scope }: { $rows }, { $tied ->
            [one] with { $n }
           *[other] with { $n } each
        }.
    .deadliest = Most killed in { $count } { $scope }: { $rows }, { $tied ->
            [one] with { $n }
           *[other] with { $n } each
        }.
    .worst = Most killed and wounded in { $count } { $scope }: { $rows }, { $tied ->
            [one] with { $n }
           *[other] with { $n } each
        }.
ranked-many =
    .most = Most of { $count } { $scope }: { $tied } share the first place with { $n } each, among them { $rows }.
    .fewest = Fewest of { $count } { $scope }: { $tied } share the last place with { $n } each, among them { $rows }.
    .deadliest = Most killed in { $count } { $scope }: { $tied } share the first place with { $n } each, among them { $rows }.
    .worst = Most killed and wounded in { $count } { $scope }: { $tied } share the first place with { $n } each, among them { $rows }.

peak =
    .one = Most: { $rows }, with { $n }.
    .tied = Most: { $rows }, with { $n } each.
peak-empty = { $most } None in { $n } of { $of }.
row-severally = { $n ->
        [one] One more names several and is in no row.
       *[other] { $n } more name several and are in no row.
    }
row-unknown = not known
row-together = told together, of several rows
figure-together = with others
figure-and-together = { $figure }, more with others
row-running = { $label } (so far)
rows-empty = { $n ->
        [one] One row is left out, as nothing was recorded in it.
       *[other] { $n } rows are left out, as nothing was recorded in them.
    }
rows-hidden = { $n ->
        [one] One more row is in the chart.
       *[other] { $n } more rows are in the chart.
    }
column-killed = killed
column-killed-all = killed, all sides
column-wounded = wounded
column-possible = possible

# $many and $few: how many each has.
difference =
    .none = { $larger } and { $smaller }: { $many } each.
    .more = { $larger }: { $many }; { $smaller }: { $few }. That is { $n } more for { $larger }.
    .times = { $larger }: { $many }; { $smaller }: { $few }. That is { $n } more for { $larger }, { $ratio } times as many.

difference-people =
    .none = { $larger } and { $smaller }: { $many } each.
    .more = { $larger }: { $many }. { $smaller }: { $few }.

# Clauses of a summary: the record's own words.
told = { $day }, { $place }: { $summary } ({ $toll }).
told-more = { $n ->
        [one] One more is not told here.
       *[other] { $n } more are not told here.
    }
before =
    .some = In the stretch before ({ $period }): { $count }, { $toll }.
    .none = In the stretch before ({ $period }): none on record.
disagree = Where the sources differ:

nothing = No record of { $what } { $scope }.
nothing-means = That is what the store holds; it does not mean that nothing happened.
nothing-yet = On { $day } the store held nothing yet.
nothing-at-all = The store holds nothing at all from this period, whatever is asked; it does not mean that nothing happened.
nearest =
    .wider = Nearest: { $count } within { $km } km.
    .wider-possible = Nearest: { $count } within { $km } km, only possible.
    .any-time = At any other time: { $count }, the latest on { $day }.
    .any-time-possible = At any other time: { $count }, only possible.

lookup = { $claim }: { $toll }.
claim =
    .through = Claimed by { $who }, through { $sources }
    .by = Claimed by { $who }
    .none = No claim is known
fact =
    .tactics = How
    .targets = What was hit
    .type = Type (ACLED)
    .point = Point
    .version = Version of the record
event-type-full = { $type } / { $sub }
point = { $lat }, { $lon }

# One incident.
place-vague = { $place } ({ $precision })
attacker =
    .claimed = { $who } (claimed)
    .attributed = { $who } (no claim known)
    .suspected = { $who } (suspected)
    .disputed = { $who } (disputed)
    .unknown = Attacker not known
attacker-others = { $attacker }, claimed by { $others }
attacker-either = Between { $actors }, who attacked is not told
attacker-target = { $attacker } against { $target }
toll-joint = joint figure only
# $added: what of an incident’s toll is in the figure above.
toll-added = { $added } (of { $all } on all sides)
counted-here = counted here: { $added }
toll-parties = { $toll } ({ $each })
evidence-line =
    .sources = Evidence: { $evidence } · { $n ->
            [one] Source
           *[other] Sources
        }: { $sources }
    .alone = Evidence: { $evidence }
    .none = Evidence: { $evidence } · no account kept
account =
    .report = { $source }: { $figures }
    .claim = { $source } (its own claim): { $figures }
    .denial = { $source } (a denial): { $figures }
    .acknowledgement = { $source } (on its own losses): { $figures }
account-no-figure = tells of it, no figure
account-together = { $said }, over { $n } incidents together
account-note = { $said } ({ $note })
title = “{ $title }”
published-in = From “{ $title }”

possible =
    .place = { $n } possible, not in the figures, as the place is known too vaguely:
    .date = { $n } possible, not in the figures, as the day may lie outside the period:
    .both = { $n } possible, not in the figures, as day and place are known too vaguely:
    .mixed = { $n } possible, not in the figures:
because =
    .place = place too vague
    .date = day too vague
    .both = day and place too vague
possible-apart = { $n } more only possible, in no figure here.
possible-more = { $n } more possible.
joint = { $source } gives { $toll } for { $n } incidents together
joint-these = { $source } gives { $toll } for these { $n } together.
joint-counted = It is in the total, once.
joint-apart = It is in no figure above, as not all of them count for sure.

# Published figures.
published = Published figures, never added to the store’s own:
published-frame = { $source }, { $period }, { $area }: { $figures }
published-metric =
    .attacks = { $n ->
        [one] { $figure } attack
       *[other] { $figure } attacks
    }
    .fighters = { $n ->
        [one] { $figure } fighter
       *[other] { $figure } fighters
    }
    .area = { $n ->
        [one] { $figure } km²
       *[other] { $figure } km²
    }
published-by = { $figure } by { $who }
published-of = { $figure } ({ $subject })
published-line = { $label } { $figure }
published-of-which = { $said } (of whom { $parts })
published-breakdown = Made up of: { $parts }
published-own = The store itself holds { $count } for what was asked.
published-more = { $n ->
        [one] One more published figure is under “Sources”.
       *[other] { $n } more published figures are under “Sources”.
    }
published-elsewhere = { $n ->
        [one] One published figure on another period or area is under “Sources”.
       *[other] { $n } published figures on other periods or areas are under “Sources”.
    }
fit = Differs from what was asked: { $differences }.
fit-period =
    .wider = a longer period
    .narrower = a shorter period
    .overlaps = a period that only overlaps
fit-area =
    .wider = a wider area
    .narrower = a smaller area
    .overlaps = an area that only overlaps

caveat =
    .vague = Of these { $of }, { $places } have no exact place and { $dates } no exact day.
    .vague-places = Of these { $of }, { $places } have no exact place.
    .vague-dates = Of these { $of }, { $dates } have no exact day.
    .contacts-alone = { $of ->
        [one] It is told by field contacts alone.
       *[other] All { $of } are told by field contacts alone.
    }
    .single-source = { $of ->
        [one] It rests on a single source.
       *[other] Each of the { $of } rests on a single source.
    }
    .lumped = { $n ->
        [one] { $refs } stands for several incidents that its source counted as one.
       *[other] { $refs } each stand for several incidents that their source counted as one.
    }
    .claimed-tolls = { $n ->
        [one] The toll of { $refs } is the attacker’s own claim alone.
       *[other] The tolls of { $refs } are the attackers’ own claims alone.
    }
    .looked-at = Only { $n } of the { $of } were looked at for this.
    .own-losses = In these, { $actors }’s own side lost { $toll }: some are fights, and of a fight a record often does not tell who attacked.
    .own-losses-left-out = In these, { $actors }’s own side lost { $toll }, which is not in the figure: some are fights, and of a fight a record often does not tell who killed whom.
    .unit-open-governorate = { $n } of these { $of } name no governorate: a question about one may still count them, by where they lie.
    .unit-open-district = { $n } of these { $of } name no district: a question about one may still count them, by where they lie.
    .average-of-lumped = { $n ->
        [one] Among the heaviest, { $refs } stands for several incidents: the average is of records, not of attacks.
       *[other] Among the heaviest, { $refs } stand for several incidents each: the average is of records, not of attacks.
    }
    .fewest-are-none = 0 means that nothing is on record: the sources may not reach there.
    .unequal-periods = The periods are not of one length: { $periods }.
    .period-days = { $period } has { $n ->
        [one] one day
       *[other] { $n } days
    }
    .period-so-far = { $period } so far { $n }
    .aimed-at-only = Only attacks on { $actors } are ranked. Those killed in attacks on others are not in it: ask how many were killed.
    .running = The period is still running: figures up to { $until }.
    .data-ends = The store’s records end on { $on }, before the period does.
    .data-ends-before = The store’s records end on { $on }, before the period begins.
    .radius-cuts = The circle cuts through a cluster: { $incidents } within { $km } km.

action =
    .more = More ({ $n })
    .map = Map
    .chart = Chart
    .sources = Sources
    .radius = { $km } km
    .confirmed = Only confirmed ({ $n })
    .export = Export

# Answers that need no search.
quoted = “{ $word }”
help = Ask about armed attacks in Syria’s Badia and western Iraq, in English or Arabic, in your own words.
help-figures = Every figure comes from recorded incidents with their sources, and can be listed. What only may belong is kept apart, published figures stand beside, and what was taken for granted is said.
help-examples = For example:
help-tips = Then go on: “and in May?”, “only those on Liwa al-Quds”, “by month”, “within 50 km”.
example =
    .near = attacks near Sukhnah in April 2023
    .count = how many attacks on Liwa al-Quds since 2019
    .trend = ISIS attacks in the Badia by month in 2023
    .compare = compare Homs and Deir ez-Zor in 2023
    .claimed = who claimed the ambush near Mount Bishri in April 2019
not-understood = I could not read a question in this.
not-understood-words = I could not read a question in this. Not understood: { $words }.
not-understood-try = Say what, where and when. For example:
clarify =
    .place = Which “{ $said }” is meant?
    .actor = Who is meant by “{ $said }”?
    .unknown-name = I do not know “{ $said }”. Is one of these meant?
    .nothing-like-it = I do not know “{ $said }”, nor anything like it. Try another spelling or a town nearby.
declined =
    .prediction = I hold what was recorded and cannot say what will happen.
    .live-location = I do not tell where anybody is now.
    .weather = I hold nothing about the weather.
    .opinion = I have figures and sources, no opinions.
    .harmful = I do not help with that.
    .off-topic = I only answer about recorded attacks and incidents.
    .any = No record can answer that.
declined-instead = Ask about what is on record instead: what happened, where, when, to whom.
failed = Something went wrong on our side, and nothing was answered. Please ask again; if it goes on, report the number { $id }.
