# Numbers of incidents and people. Shapes of a figure: none, exact, about, range, best (a best estimate inside a range), least (open
# above), least-best, most (nothing below is sure), some (there were, no number), unknown (nothing is known: never zero).

killed =
    .none = none killed
    .exact = { $n } killed
    .about = about { $n } killed
    .range = { $low } to { $high } killed
    .best = { $n } killed ({ $low } to { $high })
    .least = at least { $n } killed
    .least-best = { $n } killed (at least { $low })
    .most = up to { $n } killed
    .some = an unknown number killed
    .unknown = killed not known
wounded =
    .none = none wounded
    .exact = { $n } wounded
    .about = about { $n } wounded
    .range = { $low } to { $high } wounded
    .best = { $n } wounded ({ $low } to { $high })
    .least = at least { $n } wounded
    .least-best = { $n } wounded (at least { $low })
    .most = up to { $n } wounded
    .some = an unknown number wounded
    .unknown = wounded not known
captured =
    .none = none captured
    .exact = { $n } captured
    .about = about { $n } captured
    .range = { $low } to { $high } captured
    .best = { $n } captured ({ $low } to { $high })
    .least = at least { $n } captured
    .least-best = { $n } captured (at least { $low })
    .most = up to { $n } captured
    .some = an unknown number captured
    .unknown = captured not known
missing =
    .none = none missing
    .exact = { $n } missing
    .about = about { $n } missing
    .range = { $low } to { $high } missing
    .best = { $n } missing ({ $low } to { $high })
    .least = at least { $n } missing
    .least-best = { $n } missing (at least { $low })
    .most = up to { $n } missing
    .some = an unknown number missing
    .unknown = missing not known
killed-or-missing =
    .none = none killed or missing
    .exact = { $n } killed or missing
    .about = about { $n } killed or missing
    .range = { $low } to { $high } killed or missing
    .best = { $n } killed or missing ({ $low } to { $high })
    .least = at least { $n } killed or missing
    .least-best = { $n } killed or missing (at least { $low })
    .most = up to { $n } killed or missing
    .some = an unknown number killed or missing
    .unknown = killed or missing not known
escaped =
    .none = none escaped
    .exact = { $n } escaped
    .about = about { $n } escaped
    .range = { $low } to { $high } escaped
    .best = { $n } escaped ({ $low } to { $high })
    .least = at least { $n } escaped
    .least-best = { $n } escaped (at least { $low })
    .most = up to { $n } escaped
    .some = an unknown number escaped
    .unknown = escaped not known

# Bare figures, for tables and published numbers.
figure =
    .none = 0
    .exact = { $n }
    .about = about { $n }
    .range = { $low } to { $high }
    .best = { $n } ({ $low } to { $high })
    .least = at least { $n }
    .least-best = { $n } (at least { $low })
    .most = up to { $n }
    .some = no figure
    .unknown = not known
    .no-record = –

# A number of incidents, by what was asked about.
counted =
    .attack = { $n ->
        [0] no attacks
        [one] { $n } attack
       *[other] { $n } attacks
    }
    .incident = { $n ->
        [0] no incidents
        [one] { $n } incident
       *[other] { $n } incidents
    }
    .ambush = { $n ->
        [0] no ambushes
        [one] { $n } ambush
       *[other] { $n } ambushes
    }
    .ied = { $n ->
        [0] no IED attacks
        [one] { $n } IED attack
       *[other] { $n } IED attacks
    }
    .vbied = { $n ->
        [0] no car bombings
        [one] { $n } car bombing
       *[other] { $n } car bombings
    }
    .landmine = { $n ->
        [0] no landmine blasts
        [one] { $n } landmine blast
       *[other] { $n } landmine blasts
    }
    .small_arms = { $n ->
        [0] no small-arms attacks
        [one] { $n } small-arms attack
       *[other] { $n } small-arms attacks
    }
    .sniper = { $n ->
        [0] no sniper attacks
        [one] { $n } sniper attack
       *[other] { $n } sniper attacks
    }
    .shelling = { $n ->
        [0] no shellings
        [one] { $n } shelling
       *[other] { $n } shellings
    }
    .airstrike = { $n ->
        [0] no air strikes
        [one] { $n } air strike
       *[other] { $n } air strikes
    }
    .drone = { $n ->
        [0] no drone attacks
        [one] { $n } drone attack
       *[other] { $n } drone attacks
    }
    .assassination = { $n ->
        [0] no assassinations
        [one] { $n } assassination
       *[other] { $n } assassinations
    }
    .execution = { $n ->
        [0] no executions
        [one] { $n } execution
       *[other] { $n } executions
    }
    .kidnapping = { $n ->
        [0] no kidnappings
        [one] { $n } kidnapping
       *[other] { $n } kidnappings
    }
    .raid = { $n ->
        [0] no raids
        [one] { $n } raid
       *[other] { $n } raids
    }
    .arrest = { $n ->
        [0] no arrest operations
        [one] { $n } arrest operation
       *[other] { $n } arrest operations
    }
    .clash = { $n ->
        [0] no clashes
        [one] { $n } clash
       *[other] { $n } clashes
    }
    .suicide = { $n ->
        [0] no suicide attacks
        [one] { $n } suicide attack
       *[other] { $n } suicide attacks
    }

# $n: incidents whose toll is not known.
toll-partly =
    .killed = { $toll }; killed not known for { $n }
    .wounded = { $toll }; wounded not known for { $n }
    .captured = { $toll }; captured not known for { $n }
    .missing = { $toll }; missing not known for { $n }
toll-of-party = { $party }: { $toll }
toll-of-one-party = { $toll } ({ $party })
average = On average { $n } { $whom } for each of the { $of } whose toll is known.
average-over =
    .day = On average { $n } { $whom } a day, over { $of ->
        [one] one day
       *[other] { $of } days
    }.
    .week = On average { $n } { $whom } a week, over { $of ->
        [one] one week
       *[other] { $of } weeks
    }.
    .month = On average { $n } { $whom } a month, over { $of ->
        [one] one month
       *[other] { $of } months
    }.
    .quarter = On average { $n } { $whom } a quarter, over { $of ->
        [one] one quarter
       *[other] { $of } quarters
    }.
    .year = On average { $n } { $whom } a year, over { $of ->
        [one] one year
       *[other] { $of } years
    }.
