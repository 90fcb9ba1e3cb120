# Charts, maps and exported files.

picture-possible = { $figures }; { $n ->
        [one] { $n } more is possible
       *[other] { $n } more are possible
    }
picture-left-out = { $n ->
        [one] { $n } that fits no column is not drawn.
       *[other] { $n } that fit no column are not drawn.
    }
picture-values = { $label }: { $n }
picture-unknown = { $label }: not known
picture-map-alternative = Map. { $title }. { $figures }. { $placed ->
        [0] No incident is placed exactly
        [one] { $placed } incident is drawn as a point
       *[other] { $placed } incidents are drawn as points
    }{ $vague ->
        [0] .
        [one] , { $vague } is known only roughly and drawn as a soft circle.
       *[other] , { $vague } are known only roughly and drawn as soft circles.
    }
picture-chart-alternative = Chart. { $title }. { $values }.
map-killed = size: killed
map-vague = { $n } known only roughly
map-since = since { $day }
map-before = before { $day }
map-km = km
map-credit = Map: Natural Earth, GeoNames (CC BY 4.0).

error-picture-nothing = There is nothing to draw: the answer has no series, and none of its incidents is placed on the map.
error-too-many-rows = That is more than { $n } incidents, too many for a chat. Narrow the question.

export-note = { $n ->
        [one] { $n } incident
       *[other] { $n } incidents
    } as { $format }, exactly those counted in the answer.
command-map = show an answer on a map
    .theme-word = light|dark
    .theme = a light or a dark background; light if not said
    .answer-word = ANSWER
    .answer = the answer; the last one if not said
    .example = /map dark
command-chart = draw an answer’s series or comparison
    .theme-word = light|dark
    .theme = a light or a dark background; light if not said
    .answer-word = ANSWER
    .answer = the answer; the last one if not said
    .example = /chart
command-export = get an answer’s incidents as a file
    .format-word = csv|geojson|acled
    .format = CSV, GeoJSON, or a CSV with ACLED’s columns
    .answer-word = ANSWER
    .answer = the answer; the last one if not said
    .example = /export csv
