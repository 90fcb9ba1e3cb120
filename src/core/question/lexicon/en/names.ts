import type { NameLexicon } from '../../../names/name-lexicon.ts';
import { COMMON_WORDS } from './common-words.ts';

const words = (list: string) => list.trim().split(/\s+/u);
export const ENGLISH_NAMES: NameLexicon = {
  cues: words(`
    in inside within into near nearby around round at outside beside between along across through throughout km kms kilometers kilometres kilometer
    kilometre miles north south east west northeast northwest southeast southwest northern southern eastern western towards toward via outskirts
    vicinity surroundings entering reaching past beyond amid from adjacent close nr
  `),
  weakCues: words('of to on by against about over off for upon'),
  passed: words(`
    the a both greater old rural central upper lower northern southern eastern western northeastern northwestern southeastern southwestern
    north-eastern countryside
  `),
  links: words('and or to vs versus nor plus & n'),
  kinds: [
    {
      words: ['governorate', 'governorates', 'gov', 'province', 'provinces', 'muhafazah', 'mohafazah'],
      kinds: ['governorate'],
      soft: true,
    },
    { words: ['district', 'mantiqah', 'qada'], kinds: ['district'], soft: true },
    { words: ['subdistrict', 'sub-district', 'nahiya', 'nahiyah', 'nahia'], kinds: ['subdistrict'], soft: true },
    { words: ['city', 'cities'], kinds: ['city', 'town'], soft: true },
    { words: ['town', 'towns', 'township'], kinds: ['town', 'city', 'village'], soft: true },
    { words: ['village', 'villages', 'hamlet'], kinds: ['village', 'town'], soft: true },
    { words: ['countryside', 'rural', 'hinterland'], kinds: ['governorate', 'city', 'town'], soft: true },
    {
      words: ['area', 'areas', 'region', 'vicinity', 'surroundings', 'outskirts'],
      kinds: ['region', 'zone', 'town', 'city'],
      soft: true,
    },
    {
      words: ['desert', 'badia', 'badiya', 'badiyah', 'steppe'],
      kinds: ['region', 'zone', 'town', 'city', 'governorate'],
      soft: true,
    },
    {
      words: ['mount', 'mountain', 'mountains', 'mt', 'jabal', 'jebel', 'djebel', 'jebal', 'jabel', 'hill', 'hills', 'heights'],
      kinds: ['mountain'],
    },
    { words: ['river', 'nahr'], kinds: ['river'] },
    { words: ['road', 'highway', 'motorway', 'route'], kinds: ['road'] },
    {
      words: [
        'airbase',
        'air base',
        'airport',
        'airfield',
        'military airport',
        'military airbase',
        'military air base',
        'military base',
        'base',
      ],
      kinds: ['airbase', 'base'],
    },
    { words: ['garrison', 'barracks', 'outpost'], kinds: ['base'] },
    { words: ['gas field', 'gasfield', 'gas fields', 'gas plant', 'gas facility', 'gas'], kinds: ['gas_field'] },
    { words: ['oil field', 'oilfield', 'oil fields', 'oilfields', 'oil'], kinds: ['oil_field'] },
    { words: ['field', 'fields'], kinds: ['gas_field', 'oil_field'] },
    { words: ['pumping station', 'pump station', 'station', 'compressor station'], kinds: ['pumping_station'] },
    { words: ['dam'], kinds: ['dam'] },
    { words: ['crossing', 'border crossing', 'border gate', 'gate', 'border'], kinds: ['crossing'] },
    { words: ['camp', 'idp camp', 'refugee camp', 'camps'], kinds: ['camp'] },
    { words: ['prison', 'jail', 'detention center'], kinds: ['prison'] },
    { words: ['well', 'wells'], kinds: ['well'] },
    { words: ['valley', 'wadi'], kinds: ['valley'] },
    { words: ['lake', 'reservoir'], kinds: ['lake'] },
    { words: ['zone'], kinds: ['zone'] },
    { words: ['mine', 'mines', 'phosphate mine', 'phosphate mines', 'silos', 'castle', 'citadel', 'refinery'], kinds: ['site'] },
  ],
  parts: words(`
    tell tall tal tel til deir dayr dair der abu abou umm um oum om khan ain ayn ein bir beer beir beit bayt kafr kafar kfar khirbat khirbet kherbet kharbet jisr
    jub jubb jib jeb job joub abul aboul abi tulul tlul qasr wadi ras sheikh shaykh jabal jebel jabel bani beni marj burj maarat maarrat hajj nabi al-haj bab sad
  `),
  never: words(`
    january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun ramadan eid spring summer autumn fall winter
    today yesterday tomorrow syrian syrians iraqi iraqis kurdish kurds arab arabs islamic muslim muslims sunni shia alawite druze russian russians turkish turks
    iranian iranians american americans israeli israelis jihadi jihadis jihadist jihadists isis isil daesh q1 q2 q3 q4 deadliest sarin
  `),
  foreign: words(`
    afghanistan albania algeria argentina armenia australia austria azerbaijan bahrain bangladesh belarus belgium benin bolivia bosnia brazil bulgaria burkina
    burundi cambodia cameroon canada chad chile china colombia congo croatia cuba cyprus denmark djibouti ecuador egypt eritrea estonia ethiopia finland
    france gabon gambia georgia germany ghana greece guinea haiti hungary iceland india indonesia iran ireland israel italy japan jordan kazakhstan kenya korea
    kosovo kuwait kyrgyzstan laos latvia lebanon liberia libya lithuania luxembourg macedonia madagascar malawi malaysia mali malta mauritania mexico moldova
    mongolia montenegro morocco mozambique myanmar namibia nepal netherlands niger nigeria norway oman pakistan palestine panama paraguay peru philippines
    poland portugal qatar romania russia rwanda senegal serbia singapore slovakia slovenia somalia spain sudan sweden switzerland taiwan tajikistan tanzania
    thailand togo tunisia turkey turkiye turkmenistan uganda ukraine uruguay uzbekistan venezuela vietnam yemen zambia zimbabwe america britain england europe
    africa asia arabia caucasus sahel sinai gaza darfur donbas crimea
    kabul islamabad tehran ankara istanbul amman beirut jerusalem cairo riyadh doha manama dubai sanaa aden tripoli benghazi tunis algiers rabat khartoum
    mogadishu nairobi lagos abuja addis moscow kyiv kiev london paris berlin rome madrid brussels geneva vienna washington york beijing tokyo delhi mumbai dhaka
    karachi kandahar herat lahore peshawar quetta jalalabad kunduz helmand isfahan qom shiraz gaziantep adana diyarbakir sanliurfa hatay antakya mersin tyre sidon
    baalbek irbid zarqa haifa nablus ramallah jenin hebron rafah khan-younis sirte derna misrata maiduguri timbuktu gao mopti bamako ouagadougou niamey
    hamas houthi houthis taliban alqaeda qaeda qaida boko haram hizbul shabaab fatah aqap hayat
  `),
  people: words(`
    mohammed mohammad muhammad mohamed ahmed ahmad ali hassan hasan hussein hussain husayn ibrahim ismail ismael omar umar osman othman uthman khaled khalid
    abdullah abdallah abdul mahmoud mahmud mustafa youssef yousef yusuf yasin yassin saleh salih salim saleem salem said saeed samir sami nasser nasir
    jamal jamil karim kareem kamal tariq tarek walid waleed ziad ziyad bashar bashir maher hafez rifaat asef suheil suhail hamid hamed hamad hamza haidar
    haydar jaafar jafar jasim jassim faisal faysal fadi farid faris fares ghassan hani hatem imad issa isa jihad marwan mazen mohsen muhsin munir musa
    mousa nabil naji qasim qassem qasem rami rashid riad riyad saad sabri saif sulaiman suleiman taha talal wael yahya yaqub zaid zayd zakaria fatima aisha
    khadija mariam maryam zainab zaynab layla leila nour noor huda salma rana dina hala rima samira amina bakr baghdadi zarqawi jolani jawlani adnani zawahiri
    soleimani assad asad erdogan putin trump biden obama john george david michael robert james mark peter paul mary sarah anna maria
  `),
  common: COMMON_WORDS,
  field: words(`
    attack attacks ambush ambushes ambushed ied ieds vbied svbied landmine landmines shelling airstrike airstrikes strike strikes drone drones assassination
    assassinations execution executions beheading kidnapping kidnappings abduction raid raids arrest arrests clash clashes suicide sniper snipers mortar
    casualties fatalities killed wounded injured captured missing claimed unclaimed confirmed unconfirmed geolocated perpetrator target targets tactic tactics
    militia militias coalition soldiers shepherds truffle hunters civilians convoy checkpoint patrol tanker tankers highway governorate province district
    countryside incidents operations activity weekly monthly yearly daily trend overview summary compare deadliest latest recent
    january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday ramadan
    yesterday today week month quarter year since until before after during between
  `),
  unqualifiedActors: [
    'soldiers',
    'soldier',
    'army',
    'troops',
    'military',
    'armed forces',
    'military personnel',
    'servicemen',
    'the army',
    'army soldiers',
  ],
  sourceCues: [
    'according',
    'per',
    'reported',
    'reports',
    'report',
    'says',
    'said',
    'source',
    'sources',
    'sourced',
    'via',
    'quoting',
    'citing',
    'published',
  ],
  sources: {
    sohr: ['SOHR', 'Syrian Observatory', 'Syrian Observatory for Human Rights', 'the Observatory', 'Syria Observatory'],
    sana: ['SANA', 'Syrian Arab News Agency', 'SANA news agency'],
    amaq: ['Amaq', 'Amaq agency', 'Amaq news agency', 'Aamaq', "A'maq"],
    cep: ['CEP', 'Counter Extremism Project'],
    csis: ['CSIS', 'Center for Strategic and International Studies', 'Centre for Strategic and International Studies'],
    iranwire: ['IranWire', 'Iran Wire'],
    'defense-post': ['Defense Post', 'The Defense Post', 'Defence Post'],
    almayadeen: ['Al Mayadeen', 'Al-Mayadeen', 'Mayadeen', 'Al Mayadeen English', 'Almayadeen'],
    'arab-wall': ['Arab Wall', 'The Arab Wall'],
    'liwa-al-quds-facebook': ['Liwa al-Quds Facebook', 'Liwa al-Quds Facebook page', 'Quds Brigade Facebook'],
    'pro-regime-social': [
      'pro-regime social media',
      'pro-regime accounts',
      'pro-regime pages',
      'pro-government social media',
      'loyalist pages',
    ],
    'pmf-twitter': ['PMF Twitter', 'PMF tweets', 'Popular Mobilization Forces Twitter'],
    ndf: ['NDF statement', 'NDF statements', 'National Defense Forces statements'],
    'al-qaisi': ['Majid al-Qaisi', 'al-Qaisi', 'Qaisi'],
    'regime-media': [
      'regime media',
      'pro-government media',
      'state-affiliated media',
      'regime outlets',
      'pro-regime media',
      'government media',
    ],
  },
};
