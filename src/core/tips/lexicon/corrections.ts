/** How people take back what they told: whole words, with commas between; letters that are written for each other are one. */

/** At the head of a message: what follows is so instead. */
export const HEADS = [
  'no,nope,nah,sorry,oops,correction,wrong,mistake,my mistake,actually,wait',
  'لا,لاء,عفوا,اسف,سوري,غلط,غلطت,غلطان,تصحيح,معليش,لا والله',
] as const;

/** After a head: nobody was hurt, or nothing is there. */
export const NOTHING = [
  'one,body,casualties,casualty,injuries,injured,victims,dead,deaths,killed,wounded,hurt,problem,help,news,more,idea',
  'احد,حدا,اصابات,جرحى,قتلى,ضحايا,خسائر,شي,شيء,مشكلة,يوجد,ما',
] as const;

/** Anywhere in a message: what follows is meant. */
export const MEANT = [
  'i mean,i meant,i ment,meant to say,correction,no sorry,sorry no,no no,no wait,wait no',
  'قصدي,اقصد,المقصود,لا عفوا,عفوا,لا لا,تصحيح,بل',
] as const;

/** Says that something told was wrong, and nothing else. */
export const MISTAKEN = ['is wrong,was wrong,wrong,my mistake,by mistake', 'غلط,غلطان,مو صحيح,مو مزبوط,مو مضبوط'] as const;

/** What comes next is not so. */
export const NOT = ["not,isnt,isn't,wasnt,wasn't,was not,is not", 'مو,مش,موش,مب,ليس,ماهو,مهو,ماهي,مهي,وليس'] as const;

/** After a "not": nothing is taken back, but not known, or near. */
export const UNSURE = [
  'sure,certain,know,known,confirmed,yet,only,far,clear,safe,good,much,many,long',
  'متاكد,متاكدة,متاكدين,عارف,عارفة,عارفين,معروف,معروفين,بعيد,بعيدة,واضح,اكيد,بس',
] as const;

/** Tells of one more, so that it takes no other's place. */
export const ALSO = ['also,too,and,another,again,then,after,before', 'كمان,ايضا,برضو,بعدين,بعدها,وبعدها,تاني,ثاني,كذلك'] as const;
