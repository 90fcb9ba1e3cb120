day-full = { $day } { $month } { $year }
day-month = { $day } { $month }
month-full = { $month } { $year }

span =
    .close = { $from }–{ $to }
    .wide = { $from } إلى { $to }
    .until = حتى { $day }

when =
    .in = في { $period }
    .on = في { $period }
    .between = من { $from } إلى { $to }
    .until = حتى { $day }

known =
    .around = نحو { $day }
    .within = في وقت ما من { $period }
    .week = في أسبوع { $period }، واليوم غير معروف
    .between = بين { $from } و{ $to }، واليوم غير معروف
