# الأوامر: القيمة تقول ما يفعله الأمر، و`.OPTION-word` مكان الخيار في الصيغة، و`.OPTION` شرحه، و`.example` مثال عليه.

command-ask = جواب عن سؤال في الهجمات المسجلة؛ والنص العادي يفعل الشيء نفسه
    .text-word = السؤال
    .text = سؤال بالعربية أو الإنكليزية
    .example = /ask هجمات قرب السخنة في نيسان 2023
command-incident = عرض حادثة واحدة مع كل رواية عنها وتاريخ تعديلها
    .ref-word = الرمز
    .ref = رمز الحادثة، مثل BDY-7K3Q9F
    .example = /incident BDY-7K3Q9F
command-source = عرض نوع المصدر وما في السجل منه
    .name-word = الاسم
    .name = اسم المصدر أو جزء منه
    .example = /source المرصد
command-language = اختيار لغة الردود
    .language-word = en|ar|auto
    .language = الإنكليزية أو العربية أو لغة كل رسالة
    .example = /language ar
command-help = عرض ما يمكن السؤال عنه وفعله
    .command-word = الأمر
    .command = الأمر المراد شرحه
    .example = /help incident
command-more = عرض الصفحة التالية من الجواب
    .answer-word = الجواب
    .answer = الجواب؛ آخر جواب إن لم يُذكر
    .offset-word = من
    .offset = عدد الحوادث التي تُتجاوز
    .after-word = الرمز
    .after = رمز آخر حادثة ذُكرت
    .example = /more
command-radius = إعادة السؤال الأخير بنصف قطر آخر
    .km-word = كم
    .km = الكيلومترات حول المكان
    .answer-word = الجواب
    .answer = الجواب؛ آخر جواب إن لم يُذكر
    .example = /radius 50
command-grade = إعادة السؤال الأخير لبعض درجات الأدلة فقط
    .grades-word = الدرجات
    .grades = واحدة أو أكثر من confirmed وfair وweak وcontested، تفصل بينها فواصل
    .answer-word = الجواب
    .answer = الجواب؛ آخر جواب إن لم يُذكر
    .example = /grade confirmed,fair
command-sources = عرض من يقف وراء الجواب
    .answer-word = الجواب
    .answer = الجواب؛ آخر جواب إن لم يُذكر
    .example = /sources

help-commands = الأوامر:
help-for-example = مثال:

language-chosen = سأجيب بالعربية من الآن. «/language auto» يعيد الجواب إلى لغة كل رسالة.
language-auto = سأجيب بلغة كل رسالة.

greeting = دليل: { $incidents ->
        [0] لا حوادث في السجل بعد
        [one] حادثة واحدة
        [two] حادثتان
        [few] { $incidents } حوادث
        [many] { $incidents } حادثة
       *[other] { $incidents } حادثة
    }{ $until ->
        [none] .
       *[other] ، آخرها في { $until }.
    }
greeting-try = جرّب «{ example.near }» أو «{ example.claimed }». الأمر ‎/help يعرض المزيد، وCtrl-D ينهي.

history = تاريخ التعديل
history-entry = { $day }، { $who }: { $why }
history-changed = تغيّر: { $fields }
incident-status =
    .archived = هذه الحادثة مؤرشفة.
    .retracted = سُحبت هذه الحادثة: لم تعد تُحسب.

source-reliability = الموثوقية
    .A = A، موثوق تمامًا
    .B = B، موثوق عادةً
    .C = C، موثوق إلى حد ما
    .D = D، غير موثوق عادةً
    .E = E، غير موثوق
    .F = F، لا يمكن الحكم على موثوقيته
source-kind = النوع
    .monitor = جهة رصد
    .media = وسيلة إعلام
    .state-media = إعلام رسمي
    .social-media = وسائل تواصل
    .belligerent-outlet = منبر لطرف محارب
    .think-tank = مركز أبحاث
    .analysis-site = موقع تحليلي
    .expert = خبير
    .dataset = قاعدة بيانات
    .field-contact = مصدر ميداني
source-affiliation = الانتماء
source-note = ملاحظة
source-holds = في السجل
source-holds-value = { $accounts ->
        [0] لا رواية
        [one] رواية واحدة
        [two] روايتان
        [few] { $accounts } روايات
        [many] { $accounts } رواية
       *[other] { $accounts } رواية
    }{ $incidents ->
        [0] {""}
        [one] {" "}عن حادثة واحدة
        [two] {" "}عن حادثتين
        [few] {" "}عن { $incidents } حوادث
        [many] {" "}عن { $incidents } حادثة
       *[other] {" "}عن { $incidents } حادثة
    }، { $statistics ->
        [0] بلا أرقام منشورة
        [one] رقم منشور واحد
        [two] رقمان منشوران
        [few] { $statistics } أرقام منشورة
        [many] { $statistics } رقمًا منشورًا
       *[other] { $statistics } رقم منشور
    }
source-documents = أُخذ من:
sources-none = لا أحد وراء ذلك الجواب: ليس في السجل شيء منه.

error-empty = الرسالة فارغة. اسأل مثلًا: «{ example.near }».
error-too-long = في الرسالة { $length } حرفًا، وأقرأ حتى { $longest }. اسأل بكلمات أقل.
error-control-characters = في الرسالة رموز تحكم لا تكتبها أي لوحة مفاتيح، فلم أقرأها. اكتب السؤال من جديد.
error-other-script = أقرأ العربية والإنكليزية، وهذه ليست واحدة منهما. اسأل بإحداهما، مثل «{ example.near }».
error-database-command = هذا أشبه بأمر لقاعدة بيانات لا بسؤال، فلم أفعل به شيئًا. اسأل بكلمات عادية، مثل «{ example.near }».
error-unknown-command = لا يوجد أمر ‎/{ $command }. الأمر ‎/help يعرضها.
error-not-allowed = دورك لا يسمح باستخدام ‎/{ $command }.
error-missing-option = ينقص شيء: { $option }. «/help { $command }» يبيّن طريقة الاستخدام.
error-too-many-words = لا أعرف ماذا أفعل بـ«{ $words }». «/help { $command }» يبيّن طريقة الاستخدام.
error-not-an-integer = يجب أن يكون { $option } عددًا صحيحًا، لا «{ $said }».
error-integer-too-small = يجب أن يكون { $option } ‏{ $min } أو أكثر.
error-integer-too-large = يجب أن يكون { $option } ‏{ $max } أو أقل.
error-not-a-choice = يجب أن يكون { $option } واحدًا من { $choices }، لا «{ $said }».
error-no-such-incident = لا توجد حادثة { $ref }. الرمز مثل BDY-7K3Q9F وهو أول سطر كل حادثة في الجواب.
error-no-such-source = لا أعرف مصدرًا باسم «{ $name }». المعروف: { $known }.
error-which-source = أكثر من مصدر يوافق «{ $name }»: { $known }. حدّد أيها.
error-no-such-help = لا يوجد أمر ‎/{ $command } لشرحه. الأمر ‎/help يعرضها.
error-nothing-to-continue = لا جواب سابقًا هنا لأكمل منه. اسأل سؤالًا أولًا.
error-nothing-more = هذا كل ما في الجواب.
error-answer-expired = لم يعد ذلك الجواب محفوظًا. اسأل السؤال من جديد.
error-failed = { failed }
