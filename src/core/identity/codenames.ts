import { createHash } from 'node:crypto';

// Colours, weathers, manners and matters; nothing that says anything of a person, a place, a people or a side.
const FIRST = `
agile alpine amber ample apricot aqua arctic ashen aspen autumn azure balmy bashful basalt beige birch blithe blooming blue bold
boreal brave brassy breezy bright brisk bronze brown calm candid canny careful carmine cedar cheerful cherry chestnut chilly
chrome citrus clear clever cloudy cobalt cool copper coral cosmic cozy crafty creamy crimson crisp crystal curious cyan dapper
daring dappled dawn deep deft dewy dreamy dusky dusty eager early earnest easy ebony elder electric emerald even fabled fair
fallow famous fancy fawn ferny fiery fleet floral fluffy flying foggy fond frank fresh frosty gallant gentle giant gifted gilded
ginger glad glassy gleaming glossy golden graceful grand granite grassy gray green handy happy hardy hasty hazel hazy hearty
helpful hidden honest humble icy indigo iron ivory ivy jade jaunty jolly jovial joyful keen kind lavender leafy lemon level light
lilac lively lofty loyal lucid lucky lunar magenta maple marble maroon mauve mellow merry mild mint misty modest mossy muted
narrow neat nimble noble northern oaken ochre olive onyx opal orange orchid patient peachy pearly pebbly perky pink placid plain
playful polar polite proud purple quick quiet rainy rapid rare ready regal robust rosy royal ruby rugged russet rustic saffron
salty sandy sapphire satin scarlet serene shady sharp shiny shy silent silky silver simple sleek slender smooth snowy solar solid
sonic spicy spotted spry stable starry steady steel still stormy strong sturdy subtle sunny supple sure swift tall tawny teal
tender tidy topaz tranquil trim true trusty tulip umber upbeat urban velvet vernal violet vivid walnut warm wavy whimsical white
wild willow windy winter wise witty woolly yellow zesty`
  .trim()
  .split(/\s+/u);

// Animals and plants.
const SECOND = `
acacia adder agave albatross alder alpaca anchovy antelope aster avocet badger bamboo barbet barley basil bat bear beaver bee
beetle begonia bison bittern blackbird bluebell bobcat bream briar bulbul bullfinch bunting bustard buttercup butterfly buzzard
camel camellia canary caper caracal cardinal caribou carp cat catfish chameleon chamois cheetah chickadee cicada clover coati cod
condor conifer coot cormorant cottontail cougar coyote crab crane cricket crocus crow cuckoo curlew cypress dahlia daisy dandelion
deer dingo dogwood dolphin dormouse dove dragonfly duck dunnock eagle egret eland elk elm emu ermine falcon fennel fern
ferret fig finch firefly flamingo flax flycatcher fox foxglove frog gannet gardenia gazelle gecko gerbil gibbon giraffe
goldfinch goose gopher goshawk grebe grouse guppy gull hare harrier hawk hazelwood heather hedgehog heron hibiscus hoopoe hornbill
horse hyacinth hyrax ibex ibis iguana impala iris jackdaw jaguar jasmine jay jerboa juniper kestrel kingfisher kite kiwi
koala krill kudu ladybird lapwing larch lark laurel lemur leopard lily limpet linnet lion lizard llama lobster locust loon lotus
lupin lynx macaw magnolia magpie mallard mallow manatee mangrove marigold marlin marmot marten martin meerkat merlin mimosa minnow
mole mongoose moose moth mulberry mullet myrtle narwhal newt nightjar nutmeg nuthatch oak ocelot octopus okapi oleander
orca oriole oryx osprey ostrich otter owl oyster palm panda pansy panther parrot partridge peacock pelican penguin peony perch
petrel petunia pheasant pigeon pike pine pintail pipit plover pony poplar poppy porcupine possum primrose puffin puma python quail
quince rabbit raccoon raven redstart redwood reed reindeer robin rook rosemary rowan sable sage salmon sandpiper sardine seahorse
seal sedge shark shrike siskin skylark sloth snail snipe sorrel sparrow spruce squid squirrel starling stoat stork
sturgeon sunbird sunflower swallow swan swift sycamore tamarisk tapir teal tern thistle thrush thyme tiger tortoise toucan
trout tuna turtle vole wagtail walrus warbler whale wheatear wigeon wisteria wolf wombat woodcock woodpecker wren
yak yarrow yew zebra zinnia`
  .trim()
  .split(/\s+/u);

const FIRSTS = [...new Set(FIRST)];
const SECONDS = [...new Set(SECOND)];

export const CODENAMES = FIRSTS.length * SECONDS.length;

/** `amber-heron`, from a seed that is drawn by chance: never from anything about the person. */
export function codename(seed: string): string {
  const number = createHash('sha256').update(seed).digest().readUIntBE(0, 6) % CODENAMES;
  return `${FIRSTS[number % FIRSTS.length]}-${SECONDS[Math.floor(number / FIRSTS.length)]}`;
}
