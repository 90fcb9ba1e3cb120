// English words for receipts: plain, known to a child, nothing of war, faith or people. Any two differ by two letters or more.
export const RECEIPT_WORDS_EN = `
acrobat actor adverb airport album alcove algebra alloy alphabet amulet anchor angle answer antenna anthem anvil apple apron
aquarium arcade archer arena armchair aroma arrow ashtray atlas atom attic author avocado axle bacon badge bakery balcony ballet
balloon bamboo banana bandage banjo barber barley barn barrel basement basin basket battery bazaar beaker beard bedroom beetle
belfry bellows berry bicycle blanket blender blizzard blossom blouse boat bobbin bonnet bookcase bottle bouquet bowl bracelet
branch brandy brass bread breeze brick bridge briefcase broccoli bronze brooch broom brother bubble bucket buckle budget buffet
builder bulb bundle butter button cabbage cabin cabinet cable cactus cafe calcium calm camel camera campfire canal candle candy
canoe canyon caramel caravan card cardigan cargo carnival carpet carriage cartoon cascade cashew castle catalog cathedral
cauldron caution cedar celery cellar cement century ceramic cereal chain chalk champion chapel chapter charcoal chariot cheese
chef cherry chess chicken chimney chip chisel chocolate choir cinema cinnamon circus citizen citrus clarinet clay clinic cloak
closet cloud coal coast cobweb cocoa coconut coffee coin colony comet compass computer concert cookie copper cork corner cotton
cousin cradle crane crater crayon cream crescent cricket crumb crystal cucumber cupboard curtain cushion custard cyclone
cylinder dairy dance dawn daybreak deck denim dentist desert diamond dinner diploma dishcloth doctor dollar dolphin domino donut
dough dragon drain drapery drawer dress drill drum dusk dustpan dynamo eagle earring earth easel echo eclipse elbow elevator
email ember emblem emerald engine envelope eraser essay evening exhibit eyebrow fabric factory falcon family fashion feather
fence fern festival fiber fiddle figure film fireplace fisher flagpole flame flannel flask flour flower foam folder folklore
football forest formula fossil fountain fraction freezer friend fringe frost fruit funnel furnace furniture galaxy gallery
gallon garage garden garlic garment garnet gate gazelle gear gemstone geometry ghost giant giraffe girdle glass glider globe
glue goblet golf gondola gorilla gourd granite grape gravel gravity griddle grocery guava guest guitar gymnast habit hammock
hamster hangar harbor harmony harp hatch hazelnut headlamp heart heater hedge helmet herald hermit hiccup highway hiker hinge
history hobby holiday honey horizon hornet horse hospital hostel hour hunger hydrant icicle idea igloo incense index infant
insect island ivory jaguar janitor jasmine jelly jersey jewel jigsaw jockey journey jubilee judge juggler juice jungle junior
jury justice kayak kennel ketchup kettle keyboard keyhole kidney kimono kindness kiosk kitchen kite kitten knee knitting knob
koala lace ladder ladle lagoon lamb language lantern laptop lasagna lattice laundry lava lavender lawyer leaf lecture ledger
lemon lens lentil leopard lesson letter lettuce lever library lily limousine linen lion lizard lobster locker logbook lounge
luggage lullaby lumber lunch lyric machine magazine magenta mailbox mammal mango mansion maple marathon marble margin marmalade
mascot mattress meadow meal melody melon memory menu mermaid message meteor method metro microwave midnight mildew mineral
minute miracle mirror mistletoe model molasses moment monkey monument moon mortar mosaic mosquito motor mouse muffin muscle
museum mushroom music myth napkin narrator nation nature necklace needle neighbor nephew nest network nickel night nostril
notebook novel nurse nutmeg nylon oasis oatmeal object ocean octagon octopus office olive omelet onion opera orange orchard
orchestra organ ornament ostrich otter outfit oval owner oxygen oyster package paddle padlock page paint palace pamphlet pancake
panda panel panther papaya paper parachute paragraph parcel park parsley passport pasta pastry patio patrol pavement peacock
peanut pearl pebble pedal pelican pencil pepper perfume piano pickle picnic picture pigeon pillow pilot pioneer pipe pistachio
pitcher pizza planet plank plaster plate platform plaza pliers plum pocket poem polish pollen popcorn poppy porch portrait
postcard potato pottery powder present pretzel price princess printer prism profile program propeller pumpkin pupil puppet
puzzle pyjama pyramid quarry quartz question quilt quiver quiz rabbit raccoon radar radio radish railway rainbow raincoat raisin
rattle ravine razor receipt record referee region reindeer relative reptile republic rescue resin rhythm ribbon ring river road
robin robot roof rooster rosemary router rowboat rubber rucksack ruby rudder ruler runway saffron sailor salad salmon salt
sandal sandwich sapphire satellite sauce sausage savanna sawdust saxophone scale scarf scholar school science scissors scooter
scout screen screw sculptor season seat second seed senate sentence sequel sesame shadow shampoo shark sheep shelf shelter
shepherd sherbet shirt shoulder shovel shower shrimp shuttle sidewalk signal silence sink siren sister skate skeleton sketch
skill sleeve slipper smile smoke snack snail sneaker snow soap soccer sofa soil solstice spaghetti sparrow spatula spectrum
spice spider spiral sponge spoon spring sprout square squash squirrel stadium staircase stamp starfish station statue steam
steel stencil sticker stomach stone stool storm strap street stripe subway sugar suitcase sulphur summer sunday sunflower
sunrise supper surgeon sweater swing syllable symbol symphony syrup system tadpole tangerine tape tapestry target tariff tassel
taxi teacher technique telescope temple tennis tent terrace textbook textile thermos thread throne thumb thunder ticket timber
titanium toilet tongue tooth topic tornado tortoise towel town tractor traffic treasure tree triangle tribune trolley trombone
trophy trousers truck trumpet tuesday tulip turban turbine turkey turnip turtle tuxedo twilight umbrella uncle uniform universe
upgrade uranus utensil vaccine vacuum valley vanilla varnish vase vault vector vendor veranda vessel vicar video village vinegar
vineyard virtue vision visitor vitamin volcano volume voucher voyage waffle waiter walnut walrus wardrobe warehouse washer wave
website weekend whale wheat wheel whisker whistle widget window winter wool worker workshop wreath wrench wrist yacht yeast yolk
youth zebra zeppelin zinc zipper zodiac adventure alligator antelope applause architect asphalt astronaut backpack ballroom
barometer baseball blueberry bookshop boulevard bracket bulldozer camcorder canteen cardboard chipmunk cinnabar classroom
clipboard coastline cockpit compost corridor cottage cowbell cranberry crossroad crossword cupcake daffodil daylight dewdrop
doorbell doorstep driftwood drumstick earthworm elephant embassy farmhouse ferryman flamingo footprint forklift freighter
gardener gateway gingham goldfish hairbrush hallway handbag handrail hardware harmonica hatchback haystack headband honeycomb
horseshoe hourglass housecoat inkwell jellyfish keepsake kilogram lampshade landmark lemonade lifeboat lightning limestone
lipstick longboat lunchbox mandarin marigold marzipan matchbox meteorite milestone milkshake moonlight notepad oatcake overcoat
panorama paperclip paprika pavilion penknife pinecone porcelain porridge postman pumice quicksand railroad raspberry redwood
reservoir ringtone riverbank rutabaga sandstone schoolbag scrapbook seashell seaweed shipyard shoelace signpost skylight
snowball snowflake songbird spearmint stopwatch streetcar sugarcane teaspoon telephone thumbtack timetable touchdown treadmill
trapdoor turquoise violet warbler waterfall windmill woodland workbench yearbook`;
