headline = { $count } { $scope }: { $toll }.
headline-people = { $toll }: { $count } { $scope }.
headline-possible = لا شيء مؤكد، والمحتمل { $n }: { $what } { $scope }.
asked-sides-others = الحصيلة محفوظة بحسب الجهة: خسائر جهة المهاجم كلها خارج الرقم ({ $sides }).
asked-sides = الحصيلة محفوظة بحسب الجهة: الرقم يشمل الجهة كلها ({ $sides }).
by-evidence = بحسب درجة التوثيق: { $counts }.
evidence-count = { $grade } { $n }
by-side = بحسب الجهة: { $sides }.
by-one-side = كل الخسائر المحسوبة من جهة واحدة: { $party }.
shown = من { $from } إلى { $to } من أصل { $of }.

latest-one =
    .newest = { $count } { $scope }؛ الأحدث: { $day }، { $place }: { $toll }.
    .oldest = { $count } { $scope }؛ الأقدم في السجل: { $day }، { $place }: { $toll }.
latest-some =
    .newest = { $count } { $scope }، الأحدث أولًا.
    .oldest = { $count } { $scope }، الأقدم أولًا.
deadliest = { $count } { $scope }؛ الأكثر دموية: { $day }، { $place }: { $toll }.
deadliest-lumped = { $count } { $scope }؛ أعلى رقم: { $day }، { $place }: { $toll }، عن عدة حوادث عدّها مصدرها حادثة واحدة.
deadliest-alone = الأكثر دموية مما هو حادثة واحدة: { $day }، { $place }: { $toll }.
deadliest-tied = { $count } { $scope }؛ أعلى حصيلة هي { $toll }، وعدد ما بلغها { $n }.

ranked =
    .most = { $count } { $scope }؛ الأكثر: { $rows } ({ $tied ->
            [one] { $n }
           *[other] { $n } لكل منها
        }).
    .fewest = { $count } { $scope }؛ الأقل: { $rows } ({ $tied ->
            [one] { $n }
           *[other] { $n } لكل منها
        }).
    .deadliest = { $count } { $scope }؛ الأكثر قتلى: { $rows } ({ $tied ->
            [one] { $n }
           *[other] { $n } لكل منها
        }).
    .worst = { $count } { $scope }؛ الأكثر قتلى وجرحى: { $rows } ({ $tied ->
            [one] { $n }
           *[other] { $n } لكل منها
        }).
ranked-many =
    .most = { $count } { $scope }؛ تتساوى { $tied } في المرتبة الأولى ({ $n } لكل منها)، منها { $rows }.
    .fewest = { $count } { $scope }؛ تتساوى { $tied } في المرتبة الأخيرة ({ $n } لكل منها)، منها { $rows }.
    .deadliest = { $count } { $scope }؛ تتساوى { $tied } في أعلى عدد من القتلى ({ $n } لكل منها)، منها { $rows }.
    .worst = { $count } { $scope }؛ تتساوى { $tied } في أعلى عدد من القتلى والجرحى ({ $n } لكل منها)، منها { $rows }.

peak =
    .one = الذروة: { $rows } ({ $n }).
    .tied = الذروة: { $rows } ({ $n } لكل منها).
peak-empty = { $most } ولا شيء في { $n } من أصل { $of }.
row-together = رقم مشترك بين عدة أسطر
figure-together = ضمن رقم مشترك
figure-and-together = { $figure }، وغيرهم ضمن رقم مشترك
row-severally = { $n ->
        [one] حادثة واحدة تذكر عدة جهات وليست في أي سطر.
        [two] حادثتان تذكران عدة جهات وليستا في أي سطر.
        [few] { $n } حوادث تذكر عدة جهات وليست في أي سطر.
       *[other] { $n } حادثة تذكر عدة جهات وليست في أي سطر.
    }
row-unknown = غير معروف
row-running = { $label } (حتى الآن)
rows-empty = { $n ->
        [one] لم يُعرض سطر واحد لأن لا شيء مسجل فيه.
        [two] لم يُعرض سطران لأن لا شيء مسجل فيهما.
        [few] لم تُعرض { $n } أسطر لأن لا شيء مسجل فيها.
       *[other] لم يُعرض { $n } سطرًا لأن لا شيء مسجل فيها.
    }
rows-hidden = { $n ->
        [one] وسطر آخر في الرسم البياني.
        [two] وسطران آخران في الرسم البياني.
        [few] و{ $n } أسطر أخرى في الرسم البياني.
       *[other] و{ $n } سطرًا آخر في الرسم البياني.
    }
column-killed = قتلى
column-killed-all = قتلى كل الجهات
column-wounded = جرحى
column-possible = محتملة

difference =
    .none = { $larger } و{ $smaller }: { $many } لكل منهما.
    .more = { $larger }: { $many }؛ { $smaller }: { $few }. الفارق { $n }.
    .times = { $larger }: { $many }؛ { $smaller }: { $few }. الفارق { $n }، والنسبة { $ratio } إلى 1.

difference-people =
    .none = { $larger } و{ $smaller }: { $many } لكل منهما.
    .more = { $larger }: { $many }؛ { $smaller }: { $few }.

told = { $day }، { $place }: { $summary } ({ $toll }).
told-more = { $n ->
        [one] وحادثة أخرى لم تُذكر هنا.
        [two] وحادثتان أخريان لم تُذكرا هنا.
        [few] و{ $n } حوادث أخرى لم تُذكر هنا.
       *[other] و{ $n } حادثة أخرى لم تُذكر هنا.
    }
before =
    .some = في المدة السابقة ({ $period }): { $count }، { $toll }.
    .none = في المدة السابقة ({ $period }): لا شيء في السجل.
disagree = حيث تختلف المصادر:

nothing = لا { $what } مسجّلة { $scope }.
nothing-means = هذا ما في السجل، ولا يعني أن شيئًا لم يحدث.
nothing-yet = لم يكن في السجل شيء بعد في { $day }.
nothing-at-all = لا شيء في السجل عن هذه المدة، أيًا كان السؤال، ولا يعني أن شيئًا لم يحدث.
nearest =
    .wider = الأقرب: { $count } ضمن { $km } كم.
    .wider-possible = الأقرب: { $count } ضمن { $km } كم، احتمالًا فقط.
    .any-time = في وقت آخر: { $count }، آخرها في { $day }.
    .any-time-possible = في وقت آخر: { $count }، احتمالًا فقط.

lookup = { $claim }: { $toll }.
claim =
    .through = تبنّاه { $who } عبر { $sources }
    .by = تبنّاه { $who }
    .none = لا تبنّي معروفًا
fact =
    .tactics = الأسلوب
    .targets = ما أُصيب
    .type = التصنيف (ACLED)
    .point = الموقع
    .version = نسخة القيد
event-type-full = { $type } / { $sub }
point = { $lat }, { $lon }

place-vague = { $place } ({ $precision })
attacker =
    .claimed = { $who } (تبنٍّ معلن)
    .attributed = { $who } (بلا تبنٍّ معروف)
    .suspected = { $who } (اشتباهًا)
    .disputed = { $who } (نسبة مختلف فيها)
    .unknown = جهة مجهولة
attacker-others = { $attacker }، وتبنّاه { $others }
attacker-either = بين { $actors }، ولا يُعرف المهاجم
attacker-target = { $attacker } ضد { $target }
toll-joint = رقم مشترك فقط
toll-added = { $added } (من { $all } لدى كل الجهات)
counted-here = المحسوب هنا: { $added }
toll-parties = { $toll } ({ $each })
evidence-line =
    .sources = درجة التوثيق: { $evidence } · { $n ->
            [one] المصدر
            [two] المصدران
           *[other] المصادر
        }: { $sources }
    .alone = درجة التوثيق: { $evidence }
    .none = درجة التوثيق: { $evidence } · بلا رواية محفوظة
account =
    .report = { $source }: { $figures }
    .claim = { $source } (ادعاء منفّذه): { $figures }
    .denial = { $source } (نفي): { $figures }
    .acknowledgement = { $source } (إقرار بخسائر جهته): { $figures }
account-no-figure = أورد الخبر بلا أرقام
account-together = { $said }، { $n ->
        [two] عن حادثتين معًا
        [few] عن { $n } حوادث معًا
       *[other] عن { $n } حادثة معًا
    }
account-note = { $said } ({ $note })
title = «{ $title }»
published-in = من «{ $title }»

possible =
    .place = { $n ->
        [one] حادثة محتملة واحدة خارج الأرقام، لأن مكانها غير محدد بما يكفي:
        [two] حادثتان محتملتان خارج الأرقام، لأن مكانهما غير محدد بما يكفي:
        [few] { $n } حوادث محتملة خارج الأرقام، لأن مكانها غير محدد بما يكفي:
       *[other] { $n } حادثة محتملة خارج الأرقام، لأن مكانها غير محدد بما يكفي:
    }
    .date = { $n ->
        [one] حادثة محتملة واحدة خارج الأرقام، لأن يومها قد يقع خارج المدة:
        [two] حادثتان محتملتان خارج الأرقام، لأن يومهما قد يقع خارج المدة:
        [few] { $n } حوادث محتملة خارج الأرقام، لأن يومها قد يقع خارج المدة:
       *[other] { $n } حادثة محتملة خارج الأرقام، لأن يومها قد يقع خارج المدة:
    }
    .both = { $n ->
        [one] حادثة محتملة واحدة خارج الأرقام، لأن يومها ومكانها غير محددين بما يكفي:
        [two] حادثتان محتملتان خارج الأرقام، لأن يومهما ومكانهما غير محددين بما يكفي:
        [few] { $n } حوادث محتملة خارج الأرقام، لأن يومها ومكانها غير محددين بما يكفي:
       *[other] { $n } حادثة محتملة خارج الأرقام، لأن يومها ومكانها غير محددين بما يكفي:
    }
    .mixed = { $n ->
        [one] حادثة محتملة واحدة خارج الأرقام:
        [two] حادثتان محتملتان خارج الأرقام:
        [few] { $n } حوادث محتملة خارج الأرقام:
       *[other] { $n } حادثة محتملة خارج الأرقام:
    }
because =
    .place = المكان غير محدد
    .date = اليوم غير محدد
    .both = اليوم والمكان غير محددين
possible-apart = { $n ->
        [one] وحادثة محتملة واحدة خارج كل الأرقام هنا.
        [two] وحادثتان محتملتان خارج كل الأرقام هنا.
        [few] و{ $n } حوادث محتملة خارج كل الأرقام هنا.
       *[other] و{ $n } حادثة محتملة خارج كل الأرقام هنا.
    }
possible-more = { $n ->
        [one] وحادثة محتملة أخرى.
        [two] وحادثتان محتملتان أخريان.
        [few] و{ $n } حوادث محتملة أخرى.
       *[other] و{ $n } حادثة محتملة أخرى.
    }
joint = بحسب { $source }: { $toll } في { $n ->
        [two] حادثتين معًا
        [few] { $n } حوادث معًا
       *[other] { $n } حادثة معًا
    }
joint-these = بحسب { $source }: { $toll } في هذه الحوادث معًا، وعددها { $n }.
joint-counted = وهو محسوب في المجموع مرة واحدة.
joint-apart = ولا يدخل في الأرقام أعلاه، لأن احتسابها كلها غير مؤكد.

published = أرقام منشورة، لا تُضاف إلى أرقام السجل:
published-frame = { $source }، { $period }، { $area }: { $figures }
published-metric =
    .attacks = { $n ->
        [one] هجوم واحد ({ $figure })
        [two] هجومان ({ $figure })
        [few] { $figure } هجمات
        [many] { $figure } هجومًا
       *[other] { $figure } هجوم
    }
    .fighters = { $n ->
        [one] مقاتل واحد ({ $figure })
        [two] مقاتلان ({ $figure })
        [few] { $figure } مقاتلين
        [many] { $figure } مقاتلًا
       *[other] { $figure } مقاتل
    }
    .area = { $n ->
        [one] { $figure } كم²
       *[other] { $figure } كم²
    }
published-by = { $figure } نفّذها { $who }
published-of = { $figure } ({ $subject })
published-line = { $label } { $figure }
published-of-which = { $said } (منهم { $parts })
published-breakdown = تفصيله: { $parts }
published-own = ما في السجل نفسه عمّا سُئل: { $count }.
published-more = { $n ->
        [one] ورقم منشور آخر تحت زر «المصادر».
        [two] ورقمان منشوران آخران تحت زر «المصادر».
        [few] و{ $n } أرقام منشورة أخرى تحت زر «المصادر».
       *[other] و{ $n } رقمًا منشورًا آخر تحت زر «المصادر».
    }
published-elsewhere = { $n ->
        [one] رقم منشور واحد عن مدة أو نطاق آخر تحت زر «المصادر».
        [two] رقمان منشوران عن مدد أو نطاقات أخرى تحت زر «المصادر».
        [few] { $n } أرقام منشورة عن مدد أو نطاقات أخرى تحت زر «المصادر».
       *[other] { $n } رقمًا منشورًا عن مدد أو نطاقات أخرى تحت زر «المصادر».
    }
fit = يختلف عمّا سُئل: { $differences }.
fit-period =
    .wider = مدة أطول
    .narrower = مدة أقصر
    .overlaps = مدة متقاطعة فقط
fit-area =
    .wider = نطاق أوسع
    .narrower = نطاق أضيق
    .overlaps = نطاق متقاطع فقط

caveat =
    .vague = من أصل { $of }: { $places } بلا مكان دقيق و{ $dates } بلا يوم دقيق.
    .vague-places = من أصل { $of }: { $places } بلا مكان دقيق.
    .vague-dates = من أصل { $of }: { $dates } بلا يوم دقيق.
    .contacts-alone = { $of ->
        [one] لا ترويها إلا مصادر ميدانية.
       *[other] لا تروي هذه ({ $of }) إلا مصادر ميدانية.
    }
    .single-source = { $of ->
        [one] تستند الحادثة إلى مصدر واحد.
       *[other] تستند كل حادثة من هذه ({ $of }) إلى مصدر واحد.
    }
    .lumped = { $n ->
        [one] القيد { $refs } يجمع عدة حوادث عدّها مصدره حادثة واحدة.
       *[other] القيود { $refs } يجمع كل منها عدة حوادث عدّها مصدره حادثة واحدة.
    }
    .claimed-tolls = { $n ->
        [one] حصيلة { $refs } ادعاء المهاجم وحده.
       *[other] حصائل { $refs } ادعاءات المهاجمين وحدهم.
    }
    .looked-at = لم يُنظر لهذا إلا في { $n } من أصل { $of }.
    .own-losses = خسائر { $actors } في هذه: { $toll }. فبعضها اشتباكات، وكثيرًا ما لا يقول القيد مَن هاجم فيها.
    .own-losses-left-out = خسائر { $actors } في هذه: { $toll }، وليست في الرقم. فبعضها اشتباكات، وكثيرًا ما لا يقول القيد مَن قتل مَن فيها.
    .unit-open-governorate = { $n } من أصل { $of } بلا محافظة مذكورة: السؤال عن محافظة قد يحسبها مع ذلك بحسب موقعها.
    .unit-open-district = { $n } من أصل { $of } بلا منطقة مذكورة: السؤال عن منطقة قد يحسبها مع ذلك بحسب موقعها.
    .average-of-lumped = { $n ->
        [one] من أكبرها { $refs }، وهو يجمع عدة حوادث: فالمتوسط للقيود لا للهجمات.
       *[other] من أكبرها { $refs }، وكل منها يجمع عدة حوادث: فالمتوسط للقيود لا للهجمات.
    }
    .fewest-are-none = الصفر يعني أن لا شيء في السجل: قد لا تصل المصادر إلى هناك.
    .unequal-periods = المدتان ليستا بطول واحد: { $periods }.
    .period-days = { $period } { $n ->
        [one] يوم واحد
        [two] يومان
        [few] { $n } أيام
       *[other] { $n } يومًا
    }
    .period-so-far = { $period } حتى الآن { $n ->
        [one] يوم واحد
        [two] يومان
        [few] { $n } أيام
       *[other] { $n } يومًا
    }
    .aimed-at-only = الترتيب للهجمات على { $actors } وحدها. من قُتلوا في هجمات على غيرهم ليسوا فيه: اسأل كم عدد القتلى.
    .running = المدة لم تنتهِ بعد: الأرقام حتى { $until }.
    .data-ends = ينتهي السجل في { $on }، قبل نهاية المدة.
    .data-ends-before = ينتهي السجل في { $on }، قبل بداية المدة.
    .radius-cuts = الدائرة تقطع تجمّعًا من الحوادث: { $incidents } ضمن { $km } كم.

action =
    .more = المزيد ({ $n })
    .map = خريطة
    .chart = رسم بياني
    .sources = المصادر
    .radius = { $km } كم
    .confirmed = المؤكّدة فقط ({ $n })
    .export = تصدير

quoted = «{ $word }»
help = اسأل عن الهجمات المسلحة في البادية السورية وغرب العراق، بالعربية أو الإنكليزية، وبكلماتك.
help-figures = كل رقم مأخوذ من حوادث مسجّلة بمصادرها ويمكن سردها. ما كان محتملًا يُعرض على حدة، والأرقام المنشورة تُذكر إلى جانبه، ويُقال ما افتُرض.
help-examples = أمثلة:
help-tips = ثم تابع: «وفي أيار؟»، «فقط على لواء القدس»، «حسب الشهر»، «ضمن 50 كم».
example =
    .near = هجمات قرب السخنة في نيسان 2023
    .count = كم عدد الهجمات على لواء القدس منذ 2019
    .trend = هجمات داعش في البادية حسب الشهر في 2023
    .compare = قارن بين حمص ودير الزور في 2023
    .claimed = من تبنى الكمين قرب جبل البشري في نيسان 2019
not-understood = لم أجد في هذا سؤالًا أفهمه.
not-understood-words = لم أجد في هذا سؤالًا أفهمه. لم أفهم: { $words }.
not-understood-try = اذكر ماذا وأين ومتى. مثلًا:
clarify =
    .place = أي «{ $said }» تقصد؟
    .actor = من المقصود بـ«{ $said }»؟
    .unknown-name = لا أعرف «{ $said }». هل تقصد أحد هذه؟
    .nothing-like-it = لا أعرف «{ $said }» ولا ما يشبهه. جرّب كتابة أخرى أو بلدة قريبة.
declined =
    .prediction = عندي ما سُجّل، ولا أستطيع القول بما سيحدث.
    .live-location = لا أقول أين يوجد أحد الآن.
    .weather = ليس عندي شيء عن الطقس.
    .opinion = عندي أرقام ومصادر، لا آراء.
    .harmful = لا أساعد في هذا.
    .off-topic = لا أجيب إلا عن الهجمات والحوادث المسجّلة.
    .any = لا سجل يجيب عن هذا.
declined-instead = اسأل عمّا هو مسجّل: ماذا حدث، وأين، ومتى، ولمن.
failed = حدث خطأ عندنا ولم نُجب عن شيء. أعد السؤال من فضلك، وإن تكرر الأمر فأبلغ بالرقم { $id }.
