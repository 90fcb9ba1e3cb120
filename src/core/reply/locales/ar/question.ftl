and-more = { $all } { $part }
joined = { $all }، { $part }
joined-apart = { $all }؛ { $part }

tactics-listed = { $what } ({ $tactics })
on-objects = على { $objects }
using = باستخدام { $means }
by = من تنفيذ { $actors }
against = ضد { $actors }
against-or-lost = ضد { $actors } أو فيها خسائر من هذه الجهة
involving = شاركت فيها أو استُهدفت { $actors }

place =
    .plain = { $place }
    .article = { $place }
    .district = منطقة { $place }
governorates = { $count ->
        [one] محافظة { $places }
        [two] محافظتي { $places }
       *[other] محافظات { $places }
    }
where =
    .in = في { $places }
    .near = قرب { $places }
    .between = بين { $places }
    .along = على امتداد { $places }
    .north_of = شمال { $places }
    .east_of = شرق { $places }
    .south_of = جنوب { $places }
    .west_of = غرب { $places }
where-within = { $where } ({ $km } كم)
sector-of =
    .east = في القسم الشرقي من { $places }
    .west = في القسم الغربي من { $places }
    .north = في القسم الشمالي من { $places }
    .south = في القسم الجنوبي من { $places }
sector =
    .east = في الشرق
    .west = في الغرب
    .north = في الشمال
    .south = في الجنوب
country =
    .SY = في سوريا
    .IQ = في العراق
time-of-day =
    .night = ليلًا
    .day = نهارًا

toll-filter =
    .least = عدد { $whom } { $n } على الأقل
    .more = عدد { $whom } أكثر من { $n }
    .exactly = عدد { $whom } { $n } تمامًا
    .fewer = عدد { $whom } أقل من { $n }
    .most = عدد { $whom } { $n } على الأكثر
whom =
    .killed = القتلى
    .wounded = الجرحى
    .killed_or_wounded = القتلى والجرحى
    .captured = الأسرى
    .missing = المفقودين
measured =
    .sum = عدد { $whom } في { $what }
    .avg = متوسط عدد { $whom } في { $what }

evidence-filter =
    .claimed = أُعلن تبنّيها
    .unclaimed = لم يتبنَّها أحد
    .confirmed = مؤكّدة
    .unconfirmed = غير مؤكّدة
    .geolocated = محدّدة المكان بدقة
from-sources = بحسب { $sources }
graded = درجة توثيقها { $grades }
leaving-out = باستثناء { $things }
compared-values = بالمقارنة بين { $values }
with-ref = بالرمز { $ref }

intent =
    .list = { $what }
    .count = عدد { $what }
    .summary = ملخص { $what }
    .trend = { $what } على مر الزمن
    .compare = مقارنة { $what }
    .top = ترتيب { $what }
    .latest = { $what }
    .lookup = تفاصيل { $what }
    .help = مساعدة
order =
    .count_desc = الأكثر عددًا أولًا
    .count_asc = الأقل عددًا أولًا
    .killed_desc = الأكثر قتلى أولًا
    .killed_or_wounded_desc = الأكثر قتلى وجرحى أولًا
    .date_desc = الأحدث أولًا
    .date_asc = الأقدم أولًا
limited = { $n ->
        [one] الأول فقط
        [two] الأول والثاني فقط
       *[other] أول { $n } فقط
    }
as-it-stood = كما كان السجل في { $day }
display =
    .map = على خريطة
    .chart = برسم بياني
not-answerable = يسأل عمّا لا يقوله أي سجل
words-left = لم يُستخدم: { $words }

in-store = في السجل
