# ما يقرؤه الفريق: البطاقات والقائمة والقرارات.

command-queue = عرض البلاغات المنتظرة، الأقدم أولاً
    .show-word = waiting|new|claimed|asked|mine|decided
    .show = أيها: المنتظرة كلها إن لم يُذكر
    .from-word = الرقم
    .from = ابتداءً من أيّ بلاغ
    .example = /queue mine
command-review = عرض البلاغ كاملاً: الكلام والصور والخريطة
    .tip-word = البلاغ
    .tip = البلاغ، مثل T-7K3Q9F
    .example = /review T-7K3Q9F
command-history = عرض من قرّر ماذا في بلاغ ومتى
    .tip-word = البلاغ
    .tip = البلاغ، مثل T-7K3Q9F
    .example = /history T-7K3Q9F
command-claim = استلام بلاغ ليعرف الزملاء أنك تعمل عليه
    .tip-word = البلاغ
    .tip = البلاغ، مثل T-7K3Q9F
    .example = /claim T-7K3Q9F
command-release = إعادة بلاغ إلى القائمة
    .tip-word = البلاغ
    .tip = البلاغ، مثل T-7K3Q9F
    .example = /release T-7K3Q9F
command-spam = وسم البلاغ مزعجاً؛ ولا يُخبَر مرسله بشيء
    .tip-word = البلاغ
    .tip = البلاغ، مثل T-7K3Q9F
    .example = /spam T-7K3Q9F
command-note = كتابة ملاحظة على بلاغ للزملاء وحدهم
    .tip-word = البلاغ
    .tip = البلاغ، مثل T-7K3Q9F
    .text-word = الملاحظة
    .text = الملاحظة؛ لا يراها المصدر أبداً
    .example = /note T-7K3Q9F هل هو رتل يوم الاثنين نفسه؟
command-decline = رفض بلاغ؛ ويُخبَر المصدر مع السبب
    .tip-word = البلاغ
    .tip = البلاغ، مثل T-7K3Q9F
    .reason-word = السبب
    .reason = كلمات لطيفة للمصدر؛ بلا سبب إن لم يُذكر
    .example = /decline T-7K3Q9F لم نجد المكان، شكراً لك
command-stats = عرض مدة انتظار البلاغات ومن يقرّر
    .days-word = الأيام
    .days = عدد الأيام الماضية؛ 30 إن لم يُذكر
    .example = /stats 7

command-edit = تصحيح ما فُهم من بلاغ؛ يُعرض التغيير قبل حفظه
    .tip-word = البلاغ
    .tip = البلاغ، مثل T-7K3Q9F
    .field-word = الحقل
    .field = تاريخ أو مكان أو فاعل أو مستهدف أو حصيلة أو قتلى أو جرحى أو أسلوب أو ملخص
    .value-word = القيمة
    .value = بكلمات عادية كما في سؤال؛ ”لا شيء“ تفرغه
    .example = /edit T-7K3Q9F place قرب السخنة
command-revise = حفظ تصحيح لما فُهم من بلاغ
    .tip-word = البلاغ
    .tip = البلاغ، مثل T-7K3Q9F
    .field-word = الحقل
    .field = تاريخ أو مكان أو فاعل أو مستهدف أو حصيلة أو قتلى أو جرحى أو أسلوب أو ملخص
    .value-word = القيمة
    .value = بكلمات عادية كما في سؤال؛ ”لا شيء“ تفرغه
    .example = /revise T-7K3Q9F date 3 أيار 2025
command-relay = سؤال مصدر البلاغ؛ ولا يعرف أحدكما من الآخر
    .tip-word = البلاغ
    .tip = البلاغ، مثل T-7K3Q9F
    .text-word = السؤال
    .text = سؤالك؛ وتُحذف منه أسماء الفريق
    .example = /relay T-7K3Q9F من أي جهة من الطريق كان؟
command-inquire = اختيار سؤال جاهز للمصدر
    .tip-word = البلاغ
    .tip = البلاغ، مثل T-7K3Q9F
    .about-word = عن
    .about = موضوع السؤال
    .example = /inquire T-7K3Q9F
edit-shown = { $ref }، { $name }. لم يُحفظ بعد:
edit-before = الآن
edit-after = بعدها
edit-save = حفظ
did-revise = حُفظ حقل { $name } في { $ref }.
did-ask = أُرسل السؤال. سيظهر الجواب على بطاقة { $ref }.
inquire = عمّ أسأل في { $ref }؟ أو اكتب: ‎/ask { $ref } ثم سؤالك
ready-question =
    .where = أين كان ذلك بالضبط؟
    .when = في أي يوم وأي ساعة كان ذلك؟
    .toll = كم كان عدد القتلى والجرحى، ومن هم؟
    .who = من فعل ذلك، وكيف عرفت؟
    .saw = هل رأيت ذلك بنفسك أم سمعت به؟

command-approve = نشر بلاغ: يُعرض أولاً ما سيقرؤه الآخرون
    .tip-word = البلاغ
    .tip = البلاغ، مثل T-7K3Q9F
    .how-word = show|publish|coarse
    .how = publish كما هو؛ coarse الأسبوع والمنطقة فقط؛ ويُعرض أولاً إن لم يُذكر
    .example = /approve T-7K3Q9F
command-merge = ضمّ بلاغ إلى حادث يخبر عن الواقعة نفسها؛ يُعرضان معاً أولاً
    .tip-word = البلاغ
    .tip = البلاغ، مثل T-7K3Q9F
    .incident-word = الحادث
    .incident = الحادث، مثل BDY-7K3Q9F
    .example = /merge T-7K3Q9F BDY-7K3Q9F
command-undo = التراجع عن قرار في بلاغ أو عن آخر عمل على حادث خلال يوم
    .tip-word = البلاغ أو الحادث
    .tip = البلاغ مثل T-7K3Q9F أو الحادث مثل BDY-7K3Q9F
    .reason-word = السبب
    .reason = السبب، للسجل
    .example = /undo T-7K3Q9F بلاغ آخر
publish-shown = سيُنشر هذا من { $ref }:
publish-coarse-note = زر ”نشر أعمّ“ لا ينشر إلا الأسبوع والمنطقة.
publish-source = المصدر
publish-summary = بالإنكليزية
publish-summary-ar = الملخص
publish-nowhere = نقطته ليست في محافظة أعرفها.
publish-button =
    .publish = نشر
    .coarse = نشر أعمّ
drafted-attack = هجوم
drafted-by = { $what } من { $who }
drafted-where = { $what }، { $place }
drafted-toll = { $what }: { $toll }.
drafted-end = { $what }.
did-approve = نُشر { $ref } باسم { $incident }.
did-merge = ضُمّ { $ref } إلى { $incident }.
did-undo = أُلغي القرار في { $ref }. وهو معك يا { $who }.

command-block = عدم حفظ أي شيء آخر من مصدر؛ ولا يُخبَر بذلك
    .contact-word = الاسم المستعار
    .contact = المصدر، مثل amber-heron
    .off-word = off
    .off = قبول بلاغاته من جديد
    .example = /block amber-heron
command-trust = تحديد مدى الثقة بمصدر؛ للمشرفين
    .contact-word = الاسم المستعار
    .contact = المصدر، مثل amber-heron
    .trust-word = unknown|known|trusted
    .trust = ما تُقدَّر به بلاغاته اللاحقة
    .example = /trust amber-heron known
command-reveal = عرض من يكون المصدر على منصته؛ يحتاج إلى مشرفَين ويُسجَّل
    .contact-word = الاسم المستعار
    .contact = المصدر، مثل amber-heron
    .reason-word = السبب
    .reason = السبب، للسجل
    .example = /reveal amber-heron قد يكون في خطر
command-wipe = إتلاف كل المفاتيح فلا يُقرأ ما أُرسل أبداً؛ يحتاج إلى مشرفَين
    .sure-word = ask
    .sure = السؤال مرة أخرى قبل التنفيذ
    .example = /wipe
did-block = لن يُحفظ شيء آخر من { $code }. ولا يُخبَر بذلك.
did-unblock = تُقبل بلاغات { $code } من جديد.
did-trust = المصدر { $code } من الآن: { $trust }.
reveal-gone = لم يعد معروفاً هنا من يكون { $code }.
did-wipe = أُتلفت كل المفاتيح. وهذا متروك لك:

command-new = كتابة حادث بكلماتك؛ يُعرض ما فُهم قبل الكتابة
    .text-word = ماذا حدث
    .text = اليوم والمكان والفاعل والأسلوب والضحايا في جملة؛ وتصير هي الملخص
    .example = /new في 3 أيار 2025 كمين لداعش لحافلة للجيش قرب السخنة ومقتل 7 جنود
command-create = كتابة الحادث الذي عُرض
    .text-word = ماذا حدث
    .text = اليوم والمكان والفاعل والأسلوب والضحايا في جملة؛ وتصير هي الملخص
    .example = /create في 3 أيار 2025 كمين لداعش لحافلة للجيش قرب السخنة ومقتل 7 جنود
command-change = تصحيح حادث؛ يُعرض التغيير قبل حفظه
    .incident-word = الحادث
    .incident = الحادث، مثل BDY-7K3Q9F
    .field-word = الحقل
    .field = تاريخ أو مكان أو فاعل أو مستهدف أو حصيلة أو قتلى أو أسلوب أو ملخص أو متبن أو حالة
    .value-word = القيمة
    .value = بكلمات عادية كما في سؤال؛ و”لأن …“ في آخرها تقول السبب للسجل
    .example = /change BDY-7K3Q9F casualties مقتل 5 جنود
command-rewrite = حفظ تصحيح لحادث
    .incident-word = الحادث
    .incident = الحادث، مثل BDY-7K3Q9F
    .field-word = الحقل
    .field = تاريخ أو مكان أو فاعل أو مستهدف أو حصيلة أو قتلى أو أسلوب أو ملخص أو متبن أو حالة
    .value-word = القيمة
    .value = بكلمات عادية كما في سؤال؛ و”لأن …“ في آخرها تقول السبب للسجل
    .example = /rewrite BDY-7K3Q9F status archived
command-account = إضافة ما يقوله مصدر عن حادث؛ يُعرض قبل حفظه
    .incident-word = الحادث
    .incident = الحادث، مثل BDY-7K3Q9F
    .told-word = المصدر: ما يقوله
    .told = المصدر ثم نقطتان ثم أرقامه؛ وكذلك claim أو denial وعنوان الصفحة
    .example = /account BDY-7K3Q9F SOHR: مقتل 5 جنود https://example.org/a
command-addsource = إضافة مصدر تؤخذ منه الروايات
    .reliability-word = A–F
    .reliability = مدى موثوقيته: A الأفضل وF غير معروف
    .kind-word = النوع
    .kind = نوع المصدر
    .side-word = الطرف
    .side = إلى أي طرف ينتمي؛ independent إن كان مستقلاً
    .name-word = الاسم
    .name = اسمه؛ وبعد ”/“ اسمه بالعربية
    .example = /addsource C media independent Desert Post / بريد البادية
command-alias = تعليم كتابة أخرى لاسم مكان أو فاعل؛ تُعرض قبل حفظها
    .kind-word = place|actor
    .kind = اسم ماذا
    .names-word = الاسم = الكتابة
    .names = الاسم المعروف ثم ”=“ ثم الكتابة الجديدة
    .example = /alias place السخنة = السخنه
new-shown = هذا ما فهمته. لم يُكتب شيء بعد:
new-save = اكتبه
new-missing =
    .day = لا أرى فيه يوماً.
    .place = لا أرى فيه مكاناً أعرفه.
incident-field =
    .date = التاريخ
    .place = المكان
    .actors = المهاجمون
    .targets = المستهدفون
    .casualties = الضحايا
    .tactics = الأسلوب
    .killed = القتلى
    .wounded = الجرحى
    .captured = الأسرى
    .missing = المفقودون
    .summary = الملخص
    .summary-en = الملخص الإنكليزي
    .summary-ar = الملخص العربي
    .claimed = المتبنّي
    .status = الحالة
    .type = نوع الحدث
    .objects = ما أصيب
    .means = الوسائل
    .time = وقت اليوم
    .evidence = درجة التوثيق
    .source = المصدر
    .words = الصياغة
    .retracted = السحب
    .other = تفاصيل أخرى
stance-told =
    .report = خبر
    .claim = تبنٍّ
    .denial = نفي
    .acknowledgement = إقرار
did-create = كُتب: { $incident }. ‎/account يضيف من يخبر عنه.
did-rewrite = حُفظ حقل { $name } في { $incident }.
did-account = { $source } ({ $stance }) يخبر الآن عن { $incident }؛ ودرجة توثيقه { $evidence }.
did-undo-incident = أُلغي في { $incident }: { $what }.
did-addsource = صار { $name } مصدراً ({ $reliability }).
did-alias = ”{ $spelling }“ يعني { $name } من الآن.

command-correct = إخبار من عُرض عليهم حادث قبل تصحيحه
    .incident-word = الحادث
    .incident = الحادث، مثل BDY-7K3Q9F
    .example = /correct BDY-7K3Q9F
did-correct = { $n ->
        [0] لم تُعرض نسخة أسبق من { $incident } على أحد في آخر 30 يوماً.
        [one] قيل في محادثة واحدة إن { $incident } تغيّر.
       *[other] قيل في { $n } من المحادثات إن { $incident } تغيّر.
    }
correct-askers = إخبار من رأوه ({ $n })
correction-changed = تصحيح: { $incident } الذي عُرض عليك صار يُروى بغير ذلك.
correction-retracted = تصحيح: { $incident } الذي عُرض عليك لم يعد محسوباً.

card-title = البلاغ { $ref }
card-from = من
card-contact = { $code } ({ $trust })
card-blocked = { $contact }، محظور
card-forgotten = مصدر طلب أن يُنسى
card-came = وصل
card-state = الحالة
card-state-with = { $state } – { $name }
card-media = الملفات
card-media-clean = { $clean } منظَّفة؛ زر ”كاملاً“ يعرضها
card-media-held = { $clean } منظَّفة و{ $held } لا تُعرض (بعد)
card-media-sound = { $n ->
        [one] تسجيل صوتي واحد، للمنسقين وحدهم
        [two] تسجيلان صوتيان، للمنسقين وحدهم
        [few] { $n } تسجيلات صوتية، للمنسقين وحدهم
       *[other] { $n } تسجيلاً صوتياً، للمنسقين وحدهم
    }
card-photo = صورة البلاغ { $n }، منظَّفة
card-map = المكان كما في البلاغ
card-destroyed = ما أُرسل قد أُتلف.
card-part =
    .pin = الموقع: { $text } (بدقة نحو كيلومتر)
    .question = سأل الفريق: { $text }
    .answer = الجواب: { $text }
card-missing =
    .place = المكان غير معروف: صحّحه بـ ‎/edit place قبل النشر.
    .day = اليوم غير معروف: صحّحه بـ ‎/edit date قبل النشر.
card-assumed =
    .place = المكان هو موضع الاسم، لا نقطة محددة.
    .day = اليوم غير محدد تماماً.
    .involved = ذُكروا بلا دور واضح: { $names }.
card-revised = صحّح الفريق: { $fields }.
card-flags = انتبه: { $flags }.
card-duplicates = قد يكون نفسه:
card-merge = دمج في { $ref }
duplicate-km = على بعد { $km } كم
duplicate-days = { $n ->
        [0] اليوم نفسه
        [one] بفارق يوم
        [two] بفارق يومين
        [few] بفارق { $n } أيام
       *[other] بفارق { $n } يوماً
    }
duplicate-alike =
    .name = اسم المكان نفسه
    .attackers = المهاجمون أنفسهم
    .targets = المستهدفون أنفسهم
    .tactics = الأسلوب نفسه
    .killed = ضحايا متقاربة
    .words = كلمات متشابهة
card-button =
    .approve = نشر
    .claim = استلام
    .inquire = سؤال
    .decline = رفض
    .review = كاملاً
    .release = إعادة
    .undo = تراجع
    .history = السجل
contact-trust =
    .unknown = غير معروف
    .known = معروف
    .trusted = موثوق
mod-state =
    .received = جديد
    .claimed = مستلَم
    .needs_info = ينتظر جواباً
    .accepted = منشور
    .merged = مدموج
    .declined = مرفوض
    .spam = مزعج
    .expired = منتهٍ
    .withdrawn = مسحوب
tip-flag =
    .first_time = أول بلاغ لهذا المصدر
    .burst = بلاغات كثيرة في وقت قصير
    .reused_image = صورة أُرسلت من قبل
    .mixed_script = كلمة بحروف من كتابتين
    .place_differs = صورة التُقطت في مكان آخر
    .time_differs = صورة التُقطت في وقت آخر
draft-field =
    .day = التاريخ
    .timeOfDay = وقت اليوم
    .place = المكان
    .tactics = الأسلوب
    .attackers = المهاجمون
    .targets = المستهدفون
    .involved = آخرون ذُكروا
    .tolls = الضحايا
    .targetObjects = ما أُصيب
    .summary = الملخص
mod-hour = { $day }، نحو الساعة { $hour }:00
mod-hours = { $n ->
        [zero] أقل من ساعة
        [one] ساعة
        [two] ساعتان
        [few] { $n } ساعات
       *[other] { $n } ساعة
    }
mod-days = { $n ->
        [one] يوم
        [two] يومان
        [few] { $n } أيام
       *[other] { $n } يوماً
    }
mod-faster = سبقك أحدهم: { $what }
mod-changed-since = تغيّر البلاغ منذ عُرضت تلك البطاقة. هذا هو الآن:
mod-cannot = لا يمكن ذلك: البلاغ { $state }.

remind = ينتظر البلاغ { $ref } منذ أكثر من { $n } ساعة.

queue-counts = جديد { $received } · مستلَم { $claimed } · ينتظر جواباً { $asked }
queue-empty = لا شيء ينتظر هنا.
queue-no-gist = لم يُفهم منه شيء بعد
queue-line = { $contact } · { $state } · { $waited }
queue-next = المزيد

did-claim = البلاغ { $ref } لك يا { $who }.
did-release = عاد البلاغ { $ref } إلى القائمة.
did-spam = وُسم البلاغ { $ref } مزعجاً. ولا يُخبَر مرسله بشيء.
did-note = سُجّلت الملاحظة على { $ref }.
did-decline = رُفض البلاغ { $ref }. ويُخبَر المصدر إن أمكن الوصول إليه.

to-contact-accepted = شكراً لك: استفاد الفريق مما أرسلت.
    .words = يقولون: { $words }
to-contact-declined = شكراً على رسالتك. لم يستعمل الفريق ما أرسلت هذه المرة.
    .words = يقولون: { $words }
to-contact-asked = يسأل الفريق عمّا أرسلت. يمكنك أن تجيب هنا بكلماتك أو ألا تجيب.
    .words = ”{ $words }“
to-contact-reopened = ينظر الفريق مرة أخرى في ما أرسلت.
    .words = يقولون: { $words }

decider =
    .moderator = أحدهم
    .contact = المصدر
    .clock = الوقت
decision-event =
    .created = كتبه { $who } في { $day }، { $time }
    .changed = صحّحه { $who } في { $day }، { $time }
    .accounted = أضاف { $who } مصدراً في { $day }، { $time }
    .published = نشره { $who } من بلاغ في { $day }، { $time }
    .merged = ضمّ { $who } إليه بلاغاً في { $day }، { $time }
    .undone = ألغى { $who } عملاً عليه في { $day }، { $time }
    .unmerged = تراجع { $who } عن قرار في بلاغ في { $day }، { $time }
    .amend = أضاف { $who } شيئاً في { $day }
    .answer = أجاب { $who } في { $day }
    .claim = استلمه { $who } في { $day }، { $time }
    .release = أعاده { $who } في { $day }، { $time }
    .ask = سأل { $who } المصدر في { $day }، { $time }
    .revise = صحّحه { $who } في { $day }، { $time }
    .note = ملاحظة من { $who } في { $day }، { $time }
    .approve = نشره { $who } في { $day }، { $time }
    .merge = دمجه { $who } في { $day }، { $time }
    .decline = رفضه { $who } في { $day }، { $time }
    .spam = وسمه { $who } مزعجاً في { $day }، { $time }
    .undo = تراجع { $who } عن القرار في { $day }، { $time }
    .expire = انتهت مدته في { $day }
    .withdraw = سحبه { $who } في { $day }
    .originals = أخرج { $who } الأصول في { $day }، { $time }
decision-detail =
    .reason = السبب: { $value }
    .note = { $value }
    .asked = السؤال: { $value }
    .changed = { $field }: { $before } صار { $after }
    .incident = الحادث { $value }
    .tip = البلاغ { $value }
    .source = المصدر: { $value }
    .did = المُلغى: { $value }
    .gone = ما قيل قد أُتلف.
history-nothing = لم يُقرَّر فيه شيء.

stats-title = آخر { $days } من الأيام
stats-waiting = المنتظرة
stats-waiting-value = { $n }، أقدمها منذ { $oldest }
stats-decided = قُرّر فيها
stats-median = نصفها خلال
stats-slowest = الأبطأ
stats-hours = { $n ->
        [one] ساعة
        [two] ساعتان
        [few] { $n } ساعات
       *[other] { $n } ساعة
    }
stats-given-up = رسائل لم يُفلح معها
stats-given-up-in = { $platform }: { $n } بلا جواب ({ $code })
stats-given-up-out = { $platform }: { $n } لم تُرسل ({ $code })
stats-none = –
stats-event =
    .approve = نشر { $n }
    .merge = دمج { $n }
    .decline = رفض { $n }
    .spam = مزعج { $n }

error-no-such-tip = لا أجد البلاغ { $ref }. اسم البلاغ T- وستة أحرف أو أرقام؛ ‎/queue يعرض المنتظرة.
error-value-not-understood = لم أفهم ”{ $said }“ في حقل { $name }. اكتبه كما في سؤال: ”3 أيار 2025“، ”قرب السخنة“، ”مقتل 3 جنود وإصابة 2“، ”كمين“.
error-contact-out-of-reach = لم يعد الوصول إلى هذا المصدر ممكناً. وما أرسله باقٍ هنا.
error-tip-incomplete = لا يمكن نشره بعد: { $words }
error-undo-too-late = يمكن التراجع عن القرار خلال { $n } ساعة. هذا أقدم: صحّح الحادث بدلاً من ذلك.
error-no-such-contact = لا مصدر باسم { $name }. الأسماء المستعارة مثل amber-heron وتظهر على البطاقة.
error-no-such-name = لا أعرف { $known } باسم ”{ $name }“.
error-name-exists = ”{ $name }“ معروف من قبل: { $known }.
error-account-shape = اكتب المصدر ثم نقطتين ثم ما يقوله: ‎/account BDY-7K3Q9F SOHR: مقتل 5 جنود https://…
error-alias-shape = اكتب الاسم المعروف ثم ”=“ ثم الكتابة الجديدة: ‎/alias place السخنة = السخنه
error-nothing-to-undo = لم يعمل أحد من الفريق على { $ref } أو أُلغي عمله من قبل.
