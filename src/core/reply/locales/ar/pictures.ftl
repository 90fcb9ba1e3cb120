# Charts, maps and exported files.

picture-possible = { $figures }؛ { $n ->
        [one] وحادث واحد محتمل
        [two] وحادثان محتملان
        [few] و{ $n } حوادث محتملة
        [many] و{ $n } حادثًا محتملًا
       *[other] و{ $n } حادث محتمل
    }
picture-left-out = { $n ->
        [one] حادث واحد لا يدخل في أي عمود ولم يُرسم.
        [two] حادثان لا يدخلان في أي عمود ولم يُرسما.
        [few] { $n } حوادث لا تدخل في أي عمود ولم تُرسم.
        [many] { $n } حادثًا لا تدخل في أي عمود ولم تُرسم.
       *[other] { $n } حادث لا تدخل في أي عمود ولم تُرسم.
    }
picture-values = { $label }: { $n }
picture-unknown = { $label }: غير معروف
picture-map-alternative = خريطة. { $title }. { $figures }. { $placed ->
        [0] لا حادث محدَّد المكان بدقة
        [one] حادث واحد مرسوم كنقطة
        [two] حادثان مرسومان كنقطتين
        [few] { $placed } حوادث مرسومة كنقاط
        [many] { $placed } حادثًا مرسومة كنقاط
       *[other] { $placed } حادث مرسومة كنقاط
    }{ $vague ->
        [0] .
        [one] ، وحادث واحد مكانه معروف تقريبًا ومرسوم كدائرة باهتة.
        [two] ، وحادثان مكانهما معروف تقريبًا ومرسومان كدائرتين باهتتين.
        [few] ، و{ $vague } حوادث مكانها معروف تقريبًا ومرسومة كدوائر باهتة.
        [many] ، و{ $vague } حادثًا مكانها معروف تقريبًا ومرسومة كدوائر باهتة.
       *[other] ، و{ $vague } حادث مكانها معروف تقريبًا ومرسومة كدوائر باهتة.
    }
picture-chart-alternative = رسم بياني. { $title }. { $values }.
map-killed = الحجم: القتلى
map-vague = { $n } بمكان معروف تقريبًا
map-since = منذ { $day }
map-before = قبل { $day }
map-km = كم
map-credit = الخريطة: Natural Earth وGeoNames (CC BY 4.0).

error-picture-nothing = لا شيء يُرسم: ليس في الجواب سلسلة زمنية، ولا حادث محدَّد المكان على الخريطة.
error-too-many-rows = هذه أكثر من { $n } حادث، وهي أكثر مما تحمله محادثة. ضيّق السؤال.

export-note = { $n ->
        [one] حادث واحد
        [two] حادثان
        [few] { $n } حوادث
        [many] { $n } حادثًا
       *[other] { $n } حادث
    } بصيغة { $format }، هي نفسها المحسوبة في الجواب.
command-map = عرض الجواب على خريطة
    .theme-word = light|dark
    .theme = خلفية فاتحة أو داكنة؛ فاتحة إن لم تُذكر
    .answer-word = الجواب
    .answer = أي جواب؛ الأخير إن لم يُذكر
    .example = /map dark
command-chart = رسم سلسلة الجواب أو مقارنته
    .theme-word = light|dark
    .theme = خلفية فاتحة أو داكنة؛ فاتحة إن لم تُذكر
    .answer-word = الجواب
    .answer = أي جواب؛ الأخير إن لم يُذكر
    .example = /chart
command-export = الحصول على حوادث الجواب في ملف
    .format-word = csv|geojson|acled
    .format = CSV أو GeoJSON أو CSV بأعمدة ACLED
    .answer-word = الجواب
    .answer = أي جواب؛ الأخير إن لم يُذكر
    .example = /export csv
