# Days, months and stretches of time. The month's name comes from the calendar of the locale.

day-full = { $day } { $month } { $year }
day-month = { $day } { $month }
month-full = { $month } { $year }

# As a label.
span =
    .close = { $from }–{ $to }
    .wide = { $from } to { $to }
    .until = up to { $day }

# In a sentence.
when =
    .in = in { $period }
    .on = on { $period }
    .between = from { $from } to { $to }
    .until = up to { $day }

# A day that is only known to lie in a stretch.
known =
    .around = about { $day }
    .within = some time in { $period }
    .week = in the week of { $period }, day not known
    .between = between { $from } and { $to }, day not known
