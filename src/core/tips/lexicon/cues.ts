/** Words of somebody who tells what happened to them or beside them, as whole words, folded when they are looked up. */
export const TELLING = [
  'i we us our my me they them here now heard saw seen found came just started still burning help please pls urgent',
  'someone somebody bodies body smoke fire neighbour neighbor cousin brother village family buried',
  'نحن احنا نحنا عنا عندنا سمعنا شفنا شفت لقينا لقيت سمعت دفنا اجو اجوا راحو راحوا هجموا هجمو ضربوا ضربو خطفوا خطفو قتلوا قتلو',
  'هلق هلأ هلا هلئ الآن الحين هسع هسه عم مشان منشان بعتو بعتوا حدا ساعدونا عاجل جاري اخي ابن عمي قريتنا ضيعتنا جيراننا فيهن علينا',
  'سرقوا سرقو نهبوا حرقوا حرقو يحرقو دبحوا دبحو اخدوا اخدو انفجر انفجرت استشهد استشهدوا اصيب اصيبوا واصيب مات ماتوا دعست',
] as const;

/** The first person, and what only they do: nobody asks so. */
export const MYSELF = [
  'i we our my',
  'نحن احنا نحنا عنا عندنا سمعنا شفنا شفت لقينا لقيت سمعت دفنا علينا قريتنا ضيعتنا جيراننا جاري',
] as const;

/** Words that ask something of whoever reads: at the head of a text they make it a question. */
export const ASKING = [
  'how what which who whom whose where when why is are was were did do does has have can could show list give tell compare count summarise summarize',
  'with without only same except any latest last recent number total top trend chart map export between versus',
  'كم شو ما ماذا متى وين أين مين من ايش هل ليش لماذا كيف قديش اعطني أعطني اعرض أرني ورجيني وريني قارن لخص عدد إجمالي أكثر اكتر آخر اخر جدول خريطة رسم حصيلة مجموع اللي يلي التي الذي',
] as const;

/** Said and done with: nothing to keep. */
export const TALK = [
  'hi hello hey salam thanks thank you ok okay yes no good morning evening bye test start who are you how friend sir brother',
  'مرحبا هلا أهلا اهلين السلام عليكم وعليكم شكرا يسلمو تمام اوكي طيب نعم لا صباح مساء الخير النور باي سلام شكرا كتير يعطيك العافية تجربة كيفك كيفكم شلونك شلونكم كيف حالك حالكم انت انتو مين انتم يا اخي خيي',
] as const;

/** In reply to "was anybody killed or hurt?". Whole answers, with commas between. */
export const NOBODY = [
  'no,none,nobody,no body,no one,noone,nothing,zero,no casualties,nope',
  'لا,لا أحد,ما حدا,محدا,ولا حدا,ما في,مافي,ما في حدا,صفر,لا يوجد,ما في إصابات,ولا شي',
] as const;

/** Typed in place of a button. Whole messages. */
export const TYPED = {
  done: [
    "done,finish,finished,end,that is all,thanks,thank you,ok,okay,ok thanks,ok thank you,thx,thats all,that's all",
    'خلص,خلصت,شكرا,شكرا كتير,تمام,تمام شكرا,اوكي,طيب,يسلمو,تم,انتهى,انتهيت,هيك بس,بس هيك,بس هيك خلص,هذا كل شيء',
  ],
  skip: [
    "skip,pass,next,dont know,don't know,i dont know,i don't know,idk,not sure,no idea",
    'تخطي,تجاوز,ما بعرف,مابعرف,ما منعرف,ما اعرف,لا اعرف,لا أعلم,مدري,ما بدري,مو متأكد,مو عارف',
  ],
} as const;
