/** Words that no list of the product knows: what the guards make of a word that they have never seen. */
export const RARER_ENGLISH: readonly string[] = `
acorn aerobics aisle almond alphabet ankle antenna apron aquarium architect arithmetic ashtray asphalt astronaut attic autumnal avocado bachelor backpack badge bakery
balcony ballet balloon bamboo banana barber basil batter beard beetle bikini billiard biscuit blanket blender blossom blouse bookshelf bouquet bracelet broccoli bronze
broom bubble bucket buffet bungalow butcher butterfly cabbage cactus calendar candle canoe caramel cardboard carnival carpet carrot cashier casserole caterpillar
ceiling celery ceramic cereal champagne chandelier chapel cherry chess chimney chisel choir cider cinema clarinet cobweb cockpit coconut collar comet compass concerto
copper cork cradle crayon cricket crocodile crystal cucumber cupboard curtain cushion cymbal daisy dandelion decimal denim dentist dessert detergent dolphin
dominoes donkey doorbell drawer drizzle duvet easel eclipse elbow elephant embroidery emerald envelope eyebrow fabulous fairy falcon feather ferry fiddle flannel flute
fog fossil fountain fraction freckle fridge fringe frost garlic gazebo ginger giraffe glacier glove glue goat goose gorilla grape gravel gravy guitar gymnast hammer
hamster handkerchief harp hazelnut hedge helmet hexagon hobby hockey hook hurdle igloo jacket jaguar jam jelly jewel jigsaw jungle kayak ketchup kettle kitten
koala ladder ladle lantern lavender lemon lettuce lizard lobster locker lollipop lotion magnet mango maple marble marmalade meadow melon mermaid mittens moccasin
moustache mug mushroom mustard napkin necklace nectar noodle notebook nutmeg oar octopus olive omelette onion opal opera orchard ostrich otter oven owl oyster paddle
pajamas palette pancake panda parrot parsley peach peanut pear pebble pelican pencil penguin pepper perfume petal pickle pigeon pillow pineapple pinecone pizza plum polka
pottery pudding puddle pumpkin puppet puzzle quilt rabbit raccoon raisin raspberry ribbon robin rooster ruby saddle sandal sandwich sapphire sardine saxophone scarf
scissors seaweed shampoo shovel skeleton sketch skirt sleeve slipper snail sofa spaghetti sparrow spatula spinach sponge spoon squirrel stool strawberry suitcase sunflower
sunglasses swan sweater tambourine tangerine teapot thimble thistle thumb tiger toaster toffee tomato toothbrush tortoise tray trombone trousers trumpet tulip turnip turtle
umbrella unicorn vanilla vase velvet vinegar violin volcano waffle wallet walnut walrus wasp waterfall whale whistle willow wizard wool yoghurt zebra zipper
`
  .trim()
  .split(/\s+/u);

export const RARER_ARABIC: readonly string[] = `
الإرتياح سرعتي والفائز وتنظر عيدان يحق مختبئاً مساهمة اعتقاد النتيجه يرحب المستقلة نستيقظ محتالة يحاربون تفرض الإسكان مراهن ثقتها عبثاً ضابطاً الطريف مستواي مالياً طاقمه التشويق مريباً معطفاً
المتنقل المظروف المخالفة العطور العنقاء الأثقال طاغية قبعته الفتيل النسب العفاريت التكتيكية خذلت مشوهة استعمالها إحسان قسيمة مؤهلاً حماسي البراد بالشهادة ذاتياً المتقدم أبرز تقاسم الفرحة غيار
الأناناس بومة ثقل يتجمد حارسي تذكاري مائل زلة هلع ولادتها خداعنا المزايا عاتق تنكري التأجيل العمالة الجذر رئة انقلاب الدهن الآسيوية تلميع عازم المصمم يميز مشدودة المجهر الجزئية الجداول التوافق
ينظم نشك الضخامة نحول الخادمات الخرسانة بصلة تهوية المروج الترشيح إصلاحية جاني هدر الأرق يتصاعد البودرة القطنية حيواني المخالب الكرام قرحة جوقة هلام ثعابين أفضلية ضوئي العيار بمهارة محروق
عربتك ضفاف زنزانتك الجنوني الحاجات التنسيق نقدي ماشية الرماة التعرق الترابط المهلة قبري سعادته عجوزة نفشل مرسل هوان صانعي شتى السكتة أورام خضع قصار جريمته خزانته السينمائي الخالي المطالب غيوم
سفينته خفاش نغطي رائدة مبهجة مباحث تسدد محمولة العصافير متجرك أخطائك ثابتا نجهل صفير المتسابق تحذيري شريكين الجنازات لزجة المحظوظين مجدية الثعالب تتسع مفاعل اندلعت المقيم المخلصة ملهمة
التحريات الهبة حاملي الفتات الزعماء إمضاء محصور نكران تدريبه الرعاة اللدود خميس المحتوم صد الصادرة تقترف مربح الثلث كتابات إشعاع إستكشاف النقش المهدئات شنطة الواقعي الزبد مهذباً أسوار
تراقبه المرسى صبية نستقبل القذره محاربي يرحم المستوصف طيف فراولة متشابه متفوق البطولية المراهقات الرتبة الشائكة هضم أحزن لطخة العلاجات الذبابة مفعولها حفيدة يصدف التغاضي المقتول دستور الشعوب
أعرج مميزات الصرع ترجل محفز التفاؤل الإنجاز الحصى صعودا حشو الرياضات بقاع غامضاً كبدي تزعم تجاوب الضحلة ملاحظة تصارع النعش تقوية التصليح الجراحات معقولا بكفاءة الدامية الوهمي يتعفن الثغرات مرخص
إيقاظ القنب خونة استقرار منبوذ هطول السكني مترددة ودائع ماضيها زلق الإكتشاف يتنقل تقاعدي الاحتياط أملاك حاضنة المتكلم فيضان أليفة المراسلين الكثافة الإعلامية فخامة المسعفون الحلزون مشعة الصولجان
فهد تراث الماسح سفرة القصبة منافسه توكيل هرمونات الممشى مسطح دبلوماسي البغيضة مختبري تمثيلية الصدور فكي رقما طنين إنعكاس الإصلاحات المصورين انقضى بلاط مأخوذ الدهر الاطارات تدفئة ملل الترويج
الاعراض التدابير تذمر هلك اللكنة السحايا المحترقة تصريف عسر المؤشر الركود مساحات المؤدي تصلب معافى العوائق استطلاع الإرهاق الكتيب سقيفة عقاري رعد عدائي الزنزانات ضارة الدخلاء المعالم الإنزلاق
طلوع قاذف تسويق الانف أحضان المقاومة بنطلون النزاعات فاشلون التعود النشيد السباتي الخرق التعارف أحادي مقيمة صادقًا حنون جذر مظاهر الدامي العجين هودج النفاق ازمة انصراف الماكر المغامر ريحاً يقيناً
أربعمائة اللاتيني النقاد الخاتمة تعليمية أكافح الجلاد المسؤوليات القرمزي يقلد الحياكة تمريرة الفتى
`
  .trim()
  .split(/\s+/u);
