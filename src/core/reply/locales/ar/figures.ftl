# أعداد الحوادث والناس. صيغ العدد كما في الإنكليزية؛ التمييز يتبع آخر عدد مذكور.

killed =
    .none = لا قتلى
    .exact = { $n ->
        [one] قتيل واحد
        [two] قتيلان
        [few] { $n } قتلى
        [many] { $n } قتيلًا
       *[other] { $n } قتيل
    }
    .about = { $n ->
        [two] نحو قتيلين
       *[other] نحو { killed.exact }
    }
    .range = { $high ->
        [two] قتيل أو قتيلان ({ $low } إلى { $high })
        [few] { $low } إلى { $high } قتلى
        [many] { $low } إلى { $high } قتيلًا
       *[other] { $low } إلى { $high } قتيل
    }
    .best = { killed.exact } (بين { $low } و{ $high })
    .least = { killed.exact } على الأقل
    .least-best = { killed.exact } ({ $low } على الأقل)
    .most = { $n ->
        [one] قتيل واحد على الأكثر
        [two] قتيلان على الأكثر
       *[other] حتى { killed.exact }
    }
    .some = عدد غير معلن من القتلى
    .unknown = عدد القتلى غير معروف
wounded =
    .none = لا جرحى
    .exact = { $n ->
        [one] جريح واحد
        [two] جريحان
        [few] { $n } جرحى
        [many] { $n } جريحًا
       *[other] { $n } جريح
    }
    .about = { $n ->
        [two] نحو جريحين
       *[other] نحو { wounded.exact }
    }
    .range = { $high ->
        [two] جريح أو جريحان ({ $low } إلى { $high })
        [few] { $low } إلى { $high } جرحى
        [many] { $low } إلى { $high } جريحًا
       *[other] { $low } إلى { $high } جريح
    }
    .best = { wounded.exact } (بين { $low } و{ $high })
    .least = { wounded.exact } على الأقل
    .least-best = { wounded.exact } ({ $low } على الأقل)
    .most = { $n ->
        [one] جريح واحد على الأكثر
        [two] جريحان على الأكثر
       *[other] حتى { wounded.exact }
    }
    .some = عدد غير معلن من الجرحى
    .unknown = عدد الجرحى غير معروف
captured =
    .none = لا أسرى
    .exact = { $n ->
        [one] أسير واحد
        [two] أسيران
        [few] { $n } أسرى
        [many] { $n } أسيرًا
       *[other] { $n } أسير
    }
    .about = { $n ->
        [two] نحو أسيرين
       *[other] نحو { captured.exact }
    }
    .range = { $high ->
        [two] أسير أو أسيران ({ $low } إلى { $high })
        [few] { $low } إلى { $high } أسرى
        [many] { $low } إلى { $high } أسيرًا
       *[other] { $low } إلى { $high } أسير
    }
    .best = { captured.exact } (بين { $low } و{ $high })
    .least = { captured.exact } على الأقل
    .least-best = { captured.exact } ({ $low } على الأقل)
    .most = { $n ->
        [one] أسير واحد على الأكثر
        [two] أسيران على الأكثر
       *[other] حتى { captured.exact }
    }
    .some = عدد غير معلن من الأسرى
    .unknown = عدد الأسرى غير معروف
missing =
    .none = لا مفقودين
    .exact = { $n ->
        [one] مفقود واحد
        [two] مفقودان
        [few] { $n } مفقودين
        [many] { $n } مفقودًا
       *[other] { $n } مفقود
    }
    .about = { $n ->
        [two] نحو مفقودَين
       *[other] نحو { missing.exact }
    }
    .range = { $high ->
        [two] مفقود أو مفقودان ({ $low } إلى { $high })
        [few] { $low } إلى { $high } مفقودين
        [many] { $low } إلى { $high } مفقودًا
       *[other] { $low } إلى { $high } مفقود
    }
    .best = { missing.exact } (بين { $low } و{ $high })
    .least = { missing.exact } على الأقل
    .least-best = { missing.exact } ({ $low } على الأقل)
    .most = { $n ->
        [one] مفقود واحد على الأكثر
        [two] مفقودان على الأكثر
       *[other] حتى { missing.exact }
    }
    .some = عدد غير معلن من المفقودين
    .unknown = عدد المفقودين غير معروف
killed-or-missing =
    .none = لا قتلى ولا مفقودين
    .exact = { $n } بين قتيل ومفقود
    .about = نحو { $n } بين قتيل ومفقود
    .range = { $low } إلى { $high } بين قتيل ومفقود
    .best = { $n } بين قتيل ومفقود (بين { $low } و{ $high })
    .least = { $n } على الأقل بين قتيل ومفقود
    .least-best = { $n } بين قتيل ومفقود ({ $low } على الأقل)
    .most = { $n } على الأكثر بين قتيل ومفقود
    .some = عدد غير معلن من القتلى والمفقودين
    .unknown = عدد القتلى والمفقودين غير معروف
escaped =
    .none = لا فارّين
    .exact = { $n ->
        [one] فارّ واحد
        [two] فارّان
        [few] { $n } فارّين
        [many] { $n } فارًّا
       *[other] { $n } فارّ
    }
    .about = { $n ->
        [two] نحو فارَّين
       *[other] نحو { escaped.exact }
    }
    .range = { $high ->
        [two] فارّ أو فارّان ({ $low } إلى { $high })
        [few] { $low } إلى { $high } فارّين
        [many] { $low } إلى { $high } فارًّا
       *[other] { $low } إلى { $high } فارّ
    }
    .best = { escaped.exact } (بين { $low } و{ $high })
    .least = { escaped.exact } على الأقل
    .least-best = { escaped.exact } ({ $low } على الأقل)
    .most = { $n ->
        [one] فارّ واحد على الأكثر
        [two] فارّان على الأكثر
       *[other] حتى { escaped.exact }
    }
    .some = عدد غير معلن من الفارّين
    .unknown = عدد الفارّين غير معروف

figure =
    .none = 0
    .exact = { $n }
    .about = نحو { $n }
    .range = { $low } إلى { $high }
    .best = { $n } (بين { $low } و{ $high })
    .least = ما لا يقل عن { $n }
    .least-best = { $n } ({ $low } على الأقل)
    .most = ما لا يزيد على { $n }
    .some = بلا عدد
    .unknown = غير معروف
    .no-record = –

counted =
    .attack = { $n ->
        [zero] لا هجمات
        [one] هجوم واحد
        [two] هجومان
        [few] { $n } هجمات
        [many] { $n } هجومًا
       *[other] { $n } هجوم
    }
    .incident = { $n ->
        [zero] لا حوادث
        [one] حادثة واحدة
        [two] حادثتان
        [few] { $n } حوادث
       *[other] { $n } حادثة
    }
    .ambush = { $n ->
        [zero] لا كمائن
        [one] كمين واحد
        [two] كمينان
        [few] { $n } كمائن
        [many] { $n } كمينًا
       *[other] { $n } كمين
    }
    .ied = { $n ->
        [zero] لا تفجيرات بعبوات ناسفة
        [one] تفجير واحد بعبوة ناسفة
        [two] تفجيران بعبوات ناسفة
        [few] { $n } تفجيرات بعبوات ناسفة
        [many] { $n } تفجيرًا بعبوات ناسفة
       *[other] { $n } تفجير بعبوات ناسفة
    }
    .vbied = { $n ->
        [zero] لا تفجيرات بسيارات مفخخة
        [one] تفجير واحد بسيارة مفخخة
        [two] تفجيران بسيارات مفخخة
        [few] { $n } تفجيرات بسيارات مفخخة
        [many] { $n } تفجيرًا بسيارات مفخخة
       *[other] { $n } تفجير بسيارات مفخخة
    }
    .landmine = { $n ->
        [zero] لا انفجارات ألغام
        [one] انفجار لغم واحد
        [two] انفجارا لغمين
        [few] { $n } انفجارات ألغام
        [many] { $n } انفجار ألغام
       *[other] { $n } انفجار ألغام
    }
    .small_arms = { $n ->
        [zero] لا هجمات بأسلحة خفيفة
        [one] هجوم واحد بأسلحة خفيفة
        [two] هجومان بأسلحة خفيفة
        [few] { $n } هجمات بأسلحة خفيفة
        [many] { $n } هجومًا بأسلحة خفيفة
       *[other] { $n } هجوم بأسلحة خفيفة
    }
    .sniper = { $n ->
        [zero] لا عمليات قنص
        [one] عملية قنص واحدة
        [two] عمليتا قنص
        [few] { $n } عمليات قنص
       *[other] { $n } عملية قنص
    }
    .shelling = { $n ->
        [zero] لا عمليات قصف
        [one] عملية قصف واحدة
        [two] عمليتا قصف
        [few] { $n } عمليات قصف
       *[other] { $n } عملية قصف
    }
    .airstrike = { $n ->
        [zero] لا غارات جوية
        [one] غارة جوية واحدة
        [two] غارتان جويتان
        [few] { $n } غارات جوية
       *[other] { $n } غارة جوية
    }
    .drone = { $n ->
        [zero] لا هجمات بطائرات مسيّرة
        [one] هجوم واحد بطائرة مسيّرة
        [two] هجومان بطائرات مسيّرة
        [few] { $n } هجمات بطائرات مسيّرة
        [many] { $n } هجومًا بطائرات مسيّرة
       *[other] { $n } هجوم بطائرات مسيّرة
    }
    .assassination = { $n ->
        [zero] لا عمليات اغتيال
        [one] عملية اغتيال واحدة
        [two] عمليتا اغتيال
        [few] { $n } عمليات اغتيال
       *[other] { $n } عملية اغتيال
    }
    .execution = { $n ->
        [zero] لا عمليات إعدام
        [one] عملية إعدام واحدة
        [two] عمليتا إعدام
        [few] { $n } عمليات إعدام
       *[other] { $n } عملية إعدام
    }
    .kidnapping = { $n ->
        [zero] لا عمليات خطف
        [one] عملية خطف واحدة
        [two] عمليتا خطف
        [few] { $n } عمليات خطف
       *[other] { $n } عملية خطف
    }
    .raid = { $n ->
        [zero] لا عمليات دهم
        [one] عملية دهم واحدة
        [two] عمليتا دهم
        [few] { $n } عمليات دهم
       *[other] { $n } عملية دهم
    }
    .arrest = { $n ->
        [zero] لا حملات اعتقال
        [one] حملة اعتقال واحدة
        [two] حملتا اعتقال
        [few] { $n } حملات اعتقال
       *[other] { $n } حملة اعتقال
    }
    .clash = { $n ->
        [zero] لا اشتباكات
        [one] اشتباك واحد
        [two] اشتباكان
        [few] { $n } اشتباكات
        [many] { $n } اشتباكًا
       *[other] { $n } اشتباك
    }
    .suicide = { $n ->
        [zero] لا هجمات انتحارية
        [one] هجوم انتحاري واحد
        [two] هجومان انتحاريان
        [few] { $n } هجمات انتحارية
        [many] { $n } هجومًا انتحاريًا
       *[other] { $n } هجوم انتحاري
    }

toll-partly =
    .killed = { $toll }؛ عدد القتلى غير معروف في { $n ->
            [one] حادثة واحدة
            [two] حادثتين
            [few] { $n } حوادث
           *[other] { $n } حادثة
        }
    .wounded = { $toll }؛ عدد الجرحى غير معروف في { $n ->
            [one] حادثة واحدة
            [two] حادثتين
            [few] { $n } حوادث
           *[other] { $n } حادثة
        }
    .captured = { $toll }؛ عدد الأسرى غير معروف في { $n ->
            [one] حادثة واحدة
            [two] حادثتين
            [few] { $n } حوادث
           *[other] { $n } حادثة
        }
    .missing = { $toll }؛ عدد المفقودين غير معروف في { $n ->
            [one] حادثة واحدة
            [two] حادثتين
            [few] { $n } حوادث
           *[other] { $n } حادثة
        }
toll-of-party = { $party }: { $toll }
toll-of-one-party = { $toll } ({ $party })
average = متوسط عدد { $whom }: { $n }، على أساس { $of } مما حصيلته معروفة.
average-over =
    .day = المتوسط في اليوم: { $n } ({ $whom })، وعدد الأيام { $of }.
    .week = المتوسط في الأسبوع: { $n } ({ $whom })، وعدد الأسابيع { $of }.
    .month = المتوسط في الشهر: { $n } ({ $whom })، وعدد الأشهر { $of }.
    .quarter = المتوسط في ربع السنة: { $n } ({ $whom })، وعدد الأرباع { $of }.
    .year = المتوسط في السنة: { $n } ({ $whom })، وعدد السنوات { $of }.
