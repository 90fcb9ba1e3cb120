/** The commonest words of English prose and news with their usual forms, and some hundred of war reporting: not place names unless a cue says so. */
export const COMMON_WORDS: readonly string[] = `
a ability able about above abroad absence absolute absolutely academic accept acceptable accepted access accident accompany accord according account
accurate accuse accused achieve achieved achievement acid acknowledge acquire across act acted acting action active activist activists activities activity
actor actors actual actually ad adapt add added addition additional address adequate adjust administration admit adopt adult adults advance advanced
advantage advice advise affair affairs affect affected afford afraid after afternoon afterwards again against age aged agency agencies agenda agent agents
ago agree agreed agreement ahead aid aim aimed air aircraft airline airport alarm album alcohol alert alike alive all allegation allegations allege alleged
allegedly alliance allied allies allow allowed ally almost alone along alongside already also alternative although altogether always am amazing ambition
ambulance among amongst amount an analysis analyst analysts ancient and anger angle angry animal animals announce announced announcement annual another
answer answers anti anxiety any anybody anymore anyone anything anyway anywhere apart apartment apparent apparently appeal appear appearance appeared
appears apple application applied apply appoint appointed approach appropriate approval approve approved approximately are area areas aren't argue argued
argument arise arm armed armies arms army around arrange arrangement arrest arrested arrival arrive arrived art article articles artist artists as aside ask
asked asking asleep aspect aspects assault assembly assess assessment asset assets assign assist assistance assistant associate associated association
assume assumed at atmosphere attach attack attacked attacker attackers attacking attacks attempt attempted attempts attend attended attention attitude
attract attractive audience aunt author authorities authority auto available average avoid await awake award aware away awful baby back backed background
bad badly bag balance ball ban band bank banks bar bare barely barrel barrier base based basic basically basis basket bath battle battles battlefield be
beach bear beat beaten beautiful beauty became because become becomes becoming bed bedroom been before began begin beginning begins begun behalf behave
behavior behaviour behind being belief believe believed believes bell belong below belt bench beneath benefit benefits beside besides best bet better
between beyond bid big bigger biggest bike bill billion bills bind bird birds birth birthday bit bite bitter black blame blast blasts blind block blocked
blood bloody blow blown blue board boat bodies body bomb bombed bomber bombing bombings bombs bond bone bones book books boom boot boots border borders bore
born borrow boss both bother bottle bottom bought bound bow bowl box boy boyfriend boys brain branch brand brave bread break breakfast breaking breast
breath breathe breathing brick bridge brief briefly bright brilliant bring bringing brings broad broadcast broke broken brother brothers brought brown brush
budget build building buildings built bullet bullets bunch burden bureau burn burned burning burst bury bus buses business businesses busy but butter button
buy buyer by bye cabinet cable cake calculate call called calling calls calm came camera camp campaign camps can can't cancel cancer candidate cannot
capable capacity capital captain capture captured car card care career careful carefully cargo carried carries carry carrying cars case cases cash cast cat
catch category cattle caught cause caused causes causing cease ceasefire celebrate cell cells center central centre century ceremony certain certainly chain
chair chairman challenge challenges chamber chance chances change changed changes changing channel chapter character characters charge charged charges
charity chart chase cheap check checked checkpoint checkpoints cheese chemical chest chicken chief child childhood children choice choices choose chose
chosen church circle circumstances cited cities citizen citizens city civil civilian civilians claim claimed claiming claims clash clashed clashes class
classes classic clean clear cleared clearly clerk clever click client cliff climate climb clock close closed closely closer closest closing cloth clothes
clothing cloud club clue coach coal coalition coast coat code coffee coin cold collapse collapsed colleague colleagues collect collected collection college
color colour column combat combination combine combined come comes comfort comfortable coming command commander commanders comment comments commercial
commission commit commitment committed committee common commonly communicate communication communities community companies company compare compared
comparison compete competition complain complaint complete completed completely complex complicated component computer concentrate concept concern concerned
concerning concerns concert conclude conclusion concrete condition conditions conduct conducted conference confidence confident confirm confirmed confirms
conflict conflicts confused congress connect connected connection consequence consequences consider considerable considered considering consist consistent
constant constantly construct construction consumer contact contacts contain contained contains contemporary content contest context continue continued
continues continuing contract contrast contribute contribution control controlled controls convention conversation convert convince convinced convoy convoys
cook cool cooperation cope copy core corner correct correctly cost costs cottage cotton could couldn't council count counter countries country countryside
county couple courage course court cousin cover covered covering covers crack craft crash crazy cream create created creating creation creative creature
credit crew cried crime crimes criminal crisis critic critical criticism cross crossed crossing crossings crowd crown crucial cruel cry cultural culture cup
curious currency current currently custom customer customers cut cuts cutting cycle dad daily damage damaged dance danger dangerous dare dark data date
dated dates daughter dawn day days dead deadliest deadly deal deals dealt dear death deaths debate debt decade decades decide decided decision decisions
declare declared decline deep deeply defeat defeated defence defend defense define definitely definition degree delay deliver delivered delivery demand
demands democracy democratic demonstrate denied deny department depend depends deploy deployed deployment deposit depth deputy derive describe described
description desert design designed desire desk despite destroy destroyed destruction detail detailed details detain detained detainees detention determine
determined detonate detonated develop developed developing development device devices devil diamond did didn't die died dies diet differ difference
differences different difficult difficulties difficulty dig digital dinner direct directed direction directly director dirt dirty disagree disappear
disappeared disaster discipline discount discover discovered discovery discuss discussed discussion disease dish display dispute distance distant distinct
distribute distribution district districts divide divided division do doctor doctors document documents does doesn't dog dogs doing dollar dollars domestic
don't done door doors double doubt down dozen dozens draft drag drama dramatic draw drawing drawn dream dreams dress drew drink drive driven driver drivers
driving drone drones drop dropped drove drug drugs drunk dry due dug during dust duty each ear earlier earliest early earn earnings earth ease easier easily
east eastern easy eat eating economic economics economy edge edition editor educate education effect effective effectively effects efficiency efficient
effort efforts egg eggs eight eighteen eighth eighty either elder elect elected election elections electric electricity element elements elevator eleven
eliminate else elsewhere email embassy emerge emerged emergency emotion emotional emphasis empire employ employed employee employees employer employment
empty enable encounter encourage end ended ending ends enemies enemy energy engage engaged engine engineer engineering engineers enjoy enjoyed enormous
enough ensure enter entered enterprise entertainment entire entirely entrance entry environment environmental equal equally equipment era error escape
escaped especially essay essential essentially establish established establishment estate estimate estimated estimates etc ethnic even evening event events
eventually ever every everybody everyday everyone everything everywhere evidence evil evolution exact exactly exam examine example examples excellent except
exception excerpt exchange excite excited exciting excuse execute executed execution executive exercise exist existed existence existing exists exit expand
expanded expansion expect expected expense expensive experience experienced experiment expert experts explain explained explains explanation explode
exploded explore explosion explosions explosive explosives export expose exposed express expression extend extended extent external extra extraordinary
extreme extremely eye eyes fabric face faced faces facilities facility facing fact factor factors factory facts fail failed failure fair fairly faith fall
fallen falling falls false fame familiar families family famous fan fancy far farm farmer farmers farms fashion fast faster fat fatal fate father fathers
fault favor favorite favour favourite fear feared fears feature features fed federal fee feed feel feeling feelings feels feet fell fellow felt female fence
few fewer field fields fierce fifteen fifth fifty fight fighter fighters fighting fights figure figures file files fill filled film films final finally
finance financial find finding findings finds fine finger finish finished fire fired firing firm firmly first fish fishing fit five fix fixed flag flame
flash flat flee fled flew flight flights float flood floor flow flower flowers fly flying focus folk follow followed followers following follows food foot
football for force forced forces foreign forest forever forget forgive form formal format formation formed former forms forth fortune forty forward fought
found foundation founded four fourteen fourth frame free freedom freeze frequent frequently fresh friend friendly friends from front fronts fruit fuel full
fully fun function fund funding funds funeral funny further future gain gained gains gallery gallon game games gang gap garage garden gas gasoline gate
gather gathered gathering gave general generally generals generate generation generous gentle gentleman get gets getting giant gift girl girlfriend girls
give given gives giving glad glass global go goal goals god goes going gold golden gone good goods got govern government governments governor governorate
governorates grab grade gradually graduate grain grand grandfather grandmother grant grass grave gray great greater greatest green grew grey ground grounds
group groups grow growing grown growth guarantee guard guards guess guest guide guilty gulf gun gunfire gunman gunmen guns guy guys habit had hadn't hair
half hall hand handed handle hands hang happen happened happening happens happy harbor hard hardly harm has hasn't hat hate have haven't having he he's head
headed heading headquarters heads health healthy hear heard hearing heart heat heaven heavily heavy heavier heavens height held helicopter helicopters hell hello
help helped helpful helping hence her here hero herself hesitate hey hi hidden hide high higher highest highly highway hill hills him himself hire hired his
historic historical history hit hits hitting hold holder holding holds hole holiday holy home homes honest honey honor hope hoped hopes horror horse hospital
hospitals host hostage hostages hostile hot hotel hour hours house household houses housing how however huge human humanity humans humor hundred hundreds
hunger hungry hunt hunter hunters hunting hurry hurt husband i i'm ice idea ideal ideas identified identify identity if ignore ill illegal image images
imagine immediate immediately impact implement implementation implied imply import importance important impose impossible impression improve improved
improvement in inch incident incidents include included includes including income increase increased increases increasing increasingly incredible indeed
independence independent index indicate indicated indicates individual individuals industrial industry infantry inflation influence inform information
informed initial initially initiative injured injuries injury inner innocent inquiry inside insist insisted inspection instance instead institute
institution institutions instruction instrument insurance insurgent insurgents intelligence intend intended intense intention interest interested interesting
interests interior internal international internet interpret interview into introduce introduced introduction invasion invest investigate investigation
investigators investment invite invited involve involved involvement involving iron is island isn't issue issued issues it item items its itself jail jet
jets job jobs join joined joint joke journal journalist journalists journey joy judge judgment juice jump junior jury just justice justify keen keep keeping
keeps kept key kick kid kidnap kidnapped kidnapping kids kill killed killer killing killings kills kilometer kilometers kilometre kilometres km kind kinds
king kingdom kiss kitchen knee knew knife knock know knowing knowledge known knows labor laboratory labour lack lad lady laid lake land landed landing
landmine landmines lands lane language large largely larger largest laser last lasted late lately later latest latter laugh launch launched law laws lawyer
lawyers lay layer lead leader leaders leadership leading leads leaf league lean learn learned learning least leather leave leaves leaving lecture led left
leg legal legs lend length less lesser lesson let letter letters level levels liberal library license lie lies life lift light lights like liked likely limit
limited limits line lines link linked links lion lip liquid list listed listen listening lists literally literature little live lived lives living load
loaded loan local location locations lock logic lonely long longer look looked looking looks loose lord lose losing loss losses lost lot lots loud love loved
lovely lover low lower luck lucky lunch machine machines mad made magazine magic mail main mainly maintain maintained maintenance major majority make maker
makes making male man manage managed management manager manner manufacturer many map maps march mark marked market markets marks marriage married marry mass
massacre massacres massive master match matches material materials matter matters maximum may maybe mayor me meal mean meaning means meant meanwhile measure
measures meat mechanism media medical medicine medium meet meeting meetings meets member members membership memories memory men mental mention mentioned
menu mercy mere merely merge mess message messages met metal method methods metre metres middle midnight might mile miles militant militants military militia
militias milk mill million millions mind minds mine mines minimum minister ministers ministry minor minority minute minutes miracle mirror miss missed
missile missiles missing mission missions mistake mistakes mix mixed mixture mobile mode model models modern modest mom moment moments money monitor
monitored monitoring monitors month monthly months mood moon moral more moreover morning mortar mortars most mostly mother mothers motion motor motorcycle
motorcycles mount mountain mountains mouth move moved movement movements moves movie movies moving mr mrs ms much mud multiple murder murdered muscle museum
music must my myself mystery naked name named names narrow nation national nationality nations native natural naturally nature near nearby nearest nearly
necessarily necessary neck need needed needs negative neighbor neighborhood neighborhoods neighbour neither nerve nervous net network networks never
nevertheless new newest newly news newspaper newspapers next nice night nights nine nineteen ninety no nobody nod noise none nor normal normally north
northeast northern northwest nose not note noted notes nothing notice noticed notion now nowhere nuclear number numbers numerous nurse object objective
objects obligation observatory observe observed observer observers obtain obtained obvious obviously occasion occasionally occupation occupied occupy occur
occurred occurs ocean odd of off offense offensive offer offered offering offers office officer officers offices official officially officials often oh oil
okay old older oldest on once one ones ongoing online only onto open opened opening openly operate operated operating operation operations operator opinion
opinions opponent opponents opportunity oppose opposed opposite opposition option options or orange order ordered orders ordinary organ organization
organizations organize organized origin original originally other others otherwise ought our ours ourselves out outbreak outcome outer outlet outlets output
outside outskirts over overall overnight own owned owner owners ownership oxygen pace pack package page pages paid pain paint painted painting pair palace
pale pan panel panic paper papers paragraph parent parents park parking parliament part partial participant participants participate particular
particularly parties partly partner partners parts party pass passage passed passenger passengers passes passing passion past path patient patients patrol
patrols pattern patterns pause pay paying payment payments peace peaceful peak pen penalty pension people per perceive percent percentage perfect perfectly
perform performance perhaps period periods permanent permission permit permitted person personal personality personally personnel persons perspective
persuade phase phenomenon phone photo photograph photographs photos phrase physical physically piano pick picked pickup picture pictures piece pieces pig
pile pilot pilots pin pine pink pipe pipeline pipelines pistol pit pitch place placed places plain plan plane planes planet planned planning plans plant
planted plants plastic plate platform play played player players playing plays pleasant please pleased pleasure plenty plot plus pocket poem poet poetry
point pointed points poison police policies policy political politically politician politicians politics poll pollution pool poor pop popular population
port portion pose position positions positive possess possession possibility possible possibly post posted posts pot potato potential potentially pound
pounds pour poverty powder power powerful powers practical practice pray prayer prayers precise precisely predict prefer preference pregnant preparation
prepare prepared preparing presence present presented preserve presidency president presidential press pressed pressure presumably pretend pretty prevent
prevented previous previously price prices pride priest primarily primary prime prince princess principal principle principles print printed prior priority
prison prisoner prisoners prisons privacy private privilege prize probably problem problems procedure procedures proceed process processes produce produced
producer produces producing product production products profession professional professor profile profit profits program programme programs progress
project projects prominent promise promised promote proof proper properly property proportion proposal propose proposed prosecutor prospect protect protected
protection protest protesters protests proud prove proved proves provide provided provides providing province provinces provision public publication
publicly publish published publishing pull pulled punch punish punishment purchase pure purple purpose purposes pursue push pushed put puts putting qualify
quality quantity quarter quarters queen question questions quick quickly quiet quieter quietest quietly quite quote race racial radical radio raid raided
raids rail railway rain raise raised raises raising ran range rank ranks rapid rapidly rare rarely rat rate rates rather rating ratio raw reach reached
reaches reaching react reaction read reader readers reading ready real realistic reality realize realized really reason reasonable reasons rebel rebels
recall receive received receives receiving recent recently recognition recognize recommend record recorded recording records recover recovered recovery
recruit red reduce reduced reduction refer reference referred reflect reflected reform refugee refugees refuse refused regard regarded regarding regardless
regards regime region regional regions register registered regular regularly regulation reinforcements reject rejected relate related relation relations
relationship relative relatively relatives relax release released relevant reliable relief religion religious rely remain remained remaining remains
remarkable remember remind remote remove removed rent repair repeat repeated repeatedly replace replaced reply report reported reportedly reporter reporters
reporting reports represent representative represented republic reputation request require required requirement requirements requires rescue rescued
research researcher researchers reserve resident residential residents resist resistance resolution resolve resort resource resources respect respond
responded response responses responsibility responsible rest restaurant restore restored restrict restriction result resulted resulting results retain
retire retired retreat return returned returning returns reveal revealed revenge revenue reverse review revolution reward rhythm rice rich rid ride rifle
rifles right rights ring riot rise rises rising risk risks rival river rivers road roads roadside rob rock rocket rockets rocks role roles roll rolled roof
room rooms root rope rose rough roughly round rounds route routes routine row royal rub ruin rule ruled rules ruling rumor run runner running runs rural rush
sacred sacrifice sad safe safely safety said sail sake salad salary sale sales salt same sample sand satellite satisfied satisfy sauce save saved saving saw
say saying says scale scared scattered scenario scene scenes schedule scheme school schools science scientific scientist scientists scope score scream
screen script sea search searched searching season seat second secondary seconds secret secretary section sections sector sectors secure security see seeing
seek seeking seem seemed seems seen sees segment seize seized select selected selection self sell selling senate senator send sending senior sense sensitive
sent sentence sentenced separate separated sequence series serious seriously serve served serves service services serving session set sets setting settle
settled settlement settlements seven seventeen seventh seventy several severe sex sexual shade shadow shake shall shallow shame shape share shared shares
sharp she sheep sheet shelf shell shelled shelling shells shelter shepherd shepherds shift ship ships shirt shock shoe shoes shoot shooter shooting
shootings shop shopping shops shore short shortly shot shots should shoulder shout show showed showing shown shows shut sick side sides siege sight sign
signal signals signed significant significantly signs silence silent silver similar similarly simple simply since sing singer single sink sir sister sisters
sit site sites sitting situation situations six sixteen sixth sixty size ski skill skills skin sky slave sleep sleeping slide slight slightly slip slow
slowly small smaller smart smell smile smoke smooth snap sniper snipers snow so soap sociale social societies society soft software soil solar sold soldier
soldiers solid solution solve some somebody somehow someone something sometimes somewhat somewhere son song songs sons soon sorry sort sorts soul sound
sounds soup source sources south southeast southern southwest space spare speak speaker speaking special specialist specific specifically speech speed spell
spend spending spent spin spirit spiritual spite split spoke spoken spokesman spokesperson sport sports spot spread spring square stable staff stage stages
stake stand standard standards standing stands star stare stars start started starting starts state stated statement statements states station stations
statistics status stay stayed steady steal steel step steps stick still stock stolen stomach stone stones stood stop stopped stops storage store stored
stores stories storm story straight strange stranger strategic strategies strategy stream street streets strength stress stretch strict strike strikes
striking string strip strong stronger strongly struck structure structures struggle stuck student students studied studies studio study stuff stupid style
subject subjects submit subsequent subsequently substance substantial succeed success successful successfully such sudden suddenly suffer suffered suffering
sufficient sugar suggest suggested suggestion suggests suicide suit suitable sum summary summer summit sun super supply supplies support supported supporter
supporters supporting supports suppose supposed sure surely surface surgery surprise surprised surprising surround surrounded surrounding survey survival
survive survived survivor survivors suspect suspected suspects sustain sweep sweet swim swing switch symbol sympathy system systems table tables tail take
taken takes taking tale talent talk talked talking talks tall tank tanker tankers tanks tap tape target targeted targeting targets task tasks taste taught
tax taxes taxi tea teach teacher teachers teaching team teams tear tears technical technique techniques technology teen teeth telephone television tell
telling tells temperature temple temporarily temporary ten tend tendency tends tension tensions tent term terms terrible territories territory terror
terrorism terrorist terrorists test tested testify testimony testing tests text than thank thanks that that's the theater theatre theft their theirs them
theme themselves then theories theory therapy there there's thereby therefore these they thick thief thin thing things think thinking thinks third thirteen
thirty this those though thought thoughts thousand thousands threat threaten threatened threatening threats three threw through throughout throw thrown thus
ticket tie tied tight till time times tiny tip tips tire tired title to today together toll tomorrow tone tongue tonight too took tool tools tooth top topic
topics total totally touch tough tour tourist tourists toward towards tower towers town towns toy trace track trade tradition traditional traffic tragedy
trail train trained training trains transfer transferred transform transition translate translation transmission transport transportation trap travel
treat treated treatment treaty tree trees trend trends trial trials tribal tribe tribes trick tried tries trip troop troops trouble truck trucks true truffle truffles truly trust truth try
trying tube tunnel tunnels turn turned turning turns tv twelve twenty twice twin two type types typical typically ugly ultimate ultimately unable uncle
uncertain unclear under underground understand understanding understood undertake unemployment unexpected unfortunately uniform union unique unit united
units universal universe university unknown unless unlike unlikely until unusual up upon upper upset urban urge urged us use used useful user users uses
using usual usually valley valuable value values van variable variety various vary vast vegetable vehicle vehicles venture version versus very vessel via
victim victims victory video videos view viewed viewer views village villager villagers villages violation violations violence violent virtually virus
visible vision visit visited visitor visitors visual vital voice volume voluntary volunteer vote voted voters votes vs vulnerable wage wages wait waited
waiting wake walk walked walking wall walls wander want wanted wanting wants war ward warm warn warned warning warnings wars was wash wasn't waste watch
watched watching water wave waves way ways we weak weakness wealth wealthy weapon weapons wear wearing weather web website wedding week weekday weekdays weekend weekends weekly weeks weigh
weight weird welcome welfare well went were weren't west western wet what what's whatever wheel when whenever where whereas wherever whether which while
whilst whisper white who who's whoever whole whom whose why wide widely widespread wife wild will willing win wind window windows wine wing wings winner
winning winter wire wise wish with withdraw withdrawal within without witness witnesses woke woman women won won't wonder wonderful wood wooden word words
wore work worked worker workers working works world worldwide worried worry worse worst worth would wouldn't wound wounded wounds wow wrap write writer
writers writing written wrong wrote yard yeah year yearly years yellow yes yesterday yet yield you you're young younger youngest your yours yourself youth
zero zone zones
anti pro non ex un us uk eu ngo idp isf sd
abandonment abduct ablaze accomplice accusation aftermath aggression airlift allegiance ambulatory amnesty annihilate antique apparatus appraisal arable
armament arson artefact ascend assailant atrocity attrition auction autopsy avalanche awning backlash bandit banner barbaric barrage barricade bazaar
beleaguered belligerent besiege betrayal blackout blockade bombard bounty boulder brawl breach brigade brutality bulldozer bunker bystander calibre camouflage
cannon canopy captive caravan carnage cartridge casing cavalry caveat cemetery charred chatter citadel clandestine clearance cleric clinic coercion
collateral combatant commando commotion compound concealed confiscate conscript contraband convict cordon corpse corridor counterattack courier covert crackdown
crater crippled crossfire crude culprit curfew custody debris decapitate deception decoy defection deportation deserter deterrent detour devastation dignitary
disarm dismantle displacement dissident disturbance drought dugout dynamite elite embankment embargo emir encampment encirclement enclave envoy escalation escort
espionage evacuation exile explosively extortion extremist famine fatality feud fiery flank flare flee fleet flock foothold footage forage forensic fortify fragment
frontline fugitive funnel garrison genocide glimpse gorge grazing grenade grievance gruesome guerrilla gully gunshot hamper harass harvest hatred havoc heist
herder hideout hijack hoist holdout holdup homicide horizon hostility howitzer humanitarian hurdle ideology ignite illicit immunity impasse impound incendiary
incursion indict inferno infiltration informant infrared ingenuity inhabitant inmate insurgency intercept interrogate intrusion inventory irrigation jammed jihad
jolt jurisdiction juvenile kerosene kiln kinship knuckle landslide latrine lethal liaison liberate limb livestock looter lull lurk magistrate mainland manhunt
marauder martial martyr mayhem mediator mercenary militarized minaret miner minesweeper mishap mob mobilize momentum monastery morgue mosque motive mourner mudslide
munition murderer mutilate mutiny nomad notorious nozzle oasis oath obituary obstacle offshoot onslaught oppression ordeal ordnance outlaw outlying outnumber
outpost overhaul overrun pact paramilitary parcel pardon pasture payload peacekeeper perimeter perpetrator persecution pillage pitfall plateau pledge plight plunder
poacher porch precinct precision prelude premises privately probe proclaim prosecution provoke prowl quarantine quarrel quarry rampage ransack ransom ravine
reckless reconnaissance refinery reformist refuge regroup reinforce remnant repel reprisal resurgence retaliation retaliate retribution rhetoric rifleman rubble ruthless
sabotage sacked salvage sanction sanctuary scapegoat scorched scout scramble seal secluded sectarian seizure sentry shackle shatter shepherding shrapnel shrine
shutdown silo skirmish slaughter slaying slogan smuggle smuggler smuggling sniping spate sporadic squad stab stalemate stampede standoff stealth stockpile
storming stranded stray stronghold subdue subversion sulphur summons surge surrender surveillance suspension swap sweeping swoop tactical tarmac temporary tenant tenure
terrain testimony thermal throng thwart tomb torch torment torture toxic traitor trajectory trench tribunal trigger truce turmoil turret tyrant ultimatum
unarmed unconfirmed unexploded unrest unveil upheaval uprising upsurge vandalism vengeance veteran vicinity vigil vigilante vow voyage wardrobe warehouse warfare
warlord warplane weaponry whereabouts wildfire windfall workshop wreckage wrestle yearn zealot
`
  .trim()
  .split(/\s+/u);
