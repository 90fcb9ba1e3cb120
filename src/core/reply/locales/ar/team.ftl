# الفريق: من فيه وأين يعمل.

command-enrol = الانضمام إلى الفريق أو ربط حساب آخر برمز
    .code-word = الرمز
    .code = الرمز الذي أُعطي لك، مثل 4F7K-9QXM-2ZTD
    .name-word = الاسم
    .name = الاسم الذي يراه الزملاء
    .example = /enrol 4F7K-9QXM-2ZTD لينا
command-team = عرض أعضاء الفريق؛ وللمشرفين الدعوة والإخراج
    .do-word = list|invite|revoke
    .do = المطلوب: عرض أو دعوة أو إخراج؛ والعرض إن لم يُذكر
    .who-word = الدور أو الاسم
    .who = viewer أو moderator أو lead لعضو جديد؛ أو اسم لربط حساب آخر له أو لإخراجه
    .example = /team invite moderator
command-bind = جعل هذه المحادثة محادثة الفريق: تصل البطاقات إليها وتُتخذ القرارات فيها
    .off-word = off
    .off = لم تعد محادثة الفريق
    .example = /bind

team-role =
    .viewer = مطّلع
    .moderator = مراجع
    .lead = مشرف
team-enrolled = أهلاً { $name }: أنت الآن في الفريق بدور { $role }. تُتخذ القرارات في محادثات الفريق.
team-linked = هذا الحساب صار أيضاً لـ{ $name } ({ $role }).
team-code = رمز لـ{ $for }، يصلح مرة واحدة ولمدة { $minutes } دقائق: { $code }
    يُرسَل إليّ في محادثة خاصة: /enrol { $code } الاسم
team-revoked = لم يعد { $name } في الفريق. لا يُتخذ بعد الآن أي قرار بما يضغطه أو يكتبه.
team-members = في الفريق: { $members }.
team-nobody = لا أحد في الفريق بعد.
team-bound = هذه المحادثة صارت للفريق: تُعرض فيها البلاغات الجديدة وتُتخذ فيها القرارات.
team-bound-already = هذه المحادثة للفريق من قبل.
team-unbound = لم تعد هذه المحادثة للفريق.
team-not-bound = لم تكن هذه المحادثة للفريق.

error-no-such-code = هذا الرمز غير صالح أو لم يعد صالحاً. الرموز تصلح مرة واحدة ولعشر دقائق؛ اطلب رمزاً جديداً.
error-member-name-taken = في الفريق من يحمل هذا الاسم. أرسل الرمز مع اسم آخر: ‎/enrol CODE NAME.
error-bad-member-name = الاسم حتى 40 من الحروف والأرقام والمسافات والنقاط والشرطات، ويبدأ بحرف أو رقم.
error-no-such-member = ”{ $name }“ ليس دوراً ({ $roles }) ولا أحداً من الفريق. ‎/team يعرض من فيه.
error-leads-alone = هذا للمشرفين على الفريق وحدهم.
error-bind-alone = لا تكون محادثة خاصة محادثةَ الفريق: أرسل ‎/bind في المجموعة أو القناة التي يعمل فيها الفريق.
