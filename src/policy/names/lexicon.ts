/** Words around a name that tell how it is used. Small letters, as the words of a text are compared. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Before a name: an adult of standing, or a figure. */
export const TITLES =
  words(`mr mrs ms miss mx dr doctor prof professor sir dame lord lady rev reverend revd fr
  father sister brother mother canon bishop archbishop pope rabbi imam pastor vicar saint st king queen prince
  princess emperor empress pharaoh tsar president pm mp councillor cllr mayor mayoress pc wpc pcso sgt sergeant
  constable inspector officer detective lieutenant lt major colonel general admiral commander firefighter
  nurse paramedic aunt auntie aunty uncle granny grandma grandpa grandad nana nan madame mademoiselle monsieur
  senor senora herr frau baron baroness count countess duke duchess earl guru prophet rear squadron wing
  emir sheikh sultan hrh sensei`);

/** What somebody does for a living, or stands for: before a name or after it, it makes an adult of them. */
export const ROLES =
  words(`author authors illustrator illustrators poet poets artist artists composer composers
  scientist scientists explorer explorers inventor inventors actor actress singer songwriter rapper musician
  novelist writer storyteller playwright sculptor painter architect designer photographer footballer cricketer
  athlete olympian paralympian swimmer cyclist gymnast boxer striker goalkeeper presenter broadcaster comedian
  chef baker astronaut activist campaigner suffragette nurse engineer mathematician historian philosopher
  politician minister headteacher head deputy teacher teachers assistant librarian caretaker cook governor
  governors chair coach coaches lollipop secretary bursar sendco senco receptionist volunteer visitor gardener
  farmer firefighter policeman policewoman vet dentist doctor builder beekeeper ranger conductor organist
  pianist drummer guitarist violinist peripatetic tutor instructor leader ceo founder director producer
  editor journalist reporter trustee sponsor owner manager driver mechanic warden custodian midwife lecturer
  professor archaeologist palaeontologist zoologist naturalist conservationist geologist biologist chemist
  physicist officer consultant trainee student candidate mp councillor mayor vicar reverend curate pastor
  alumnus legend star`);

/** A role that children of a school hold too: by itself it makes no adult. */
export const CHILD_ROLES =
  words(`author poet artist composer scientist explorer inventor actor singer musician
  writer storyteller sculptor painter architect designer photographer footballer cricketer athlete swimmer
  gymnast striker goalkeeper chef baker engineer mathematician historian gardener librarian reporter journalist
  leader star legend actress novelist playwright drummer guitarist pianist violinist head editor student
  illustrator conductor beekeeper cyclist boxer captain astronaut builder comedian presenter
  poets authors artists scientists`);

/** Before a name, of an animal or a toy. */
export const PETS =
  words(`pig hamster gerbil rabbit rabbits bunny dog puppy pup labrador cockapoo labradoodle
  spaniel retriever collie terrier cat kitten tortoise turtle snail snails worm fish goldfish stick insect
  gecko lizard snake chick chicks hen hens chicken chickens cockerel duck duckling ducklings lamb lambs pony
  horse donkey goat goats sheep cow owl hedgehog bear teddy elf mascot monster puppet dragon dinosaur robot
  spider caterpillar caterpillars butterfly parrot budgie guineapig alpaca llama pigs scarecrow snowman gnome
  bird robin frog toad newt tadpole crab mouse rat mice rats ferret unicorn doll penguin monkey lion tiger
  giraffe elephant crocodile minibus bus boat ship tractor tree storm hurricane bee squirrel fox badger
  sloth panda gorilla ape orangutan whale shark dolphin octopus kangaroo koala`);

/** What a child makes, reads, does or has: after a possessive, its owner is a person. */
export const WORKS =
  words(`painting paintings picture pictures drawing drawings poem poems story stories writing
  letter letters model models sculpture sculptures collage collages design designs portrait portraits vase
  vases temple bridge bridges castle rocket rockets car boat kite kites cake cakes bread biscuit biscuits soup
  salad mask masks poster posters book books diary report reports recount review essay speech presentation
  project projects homework work handwriting sentence sentences idea ideas answer answers question questions
  invention inventions experiment experiments swim sprint song songs tune dance performance solo recital goal goals try
  catch score medal medals certificate certificates award awards trophy prize prizes badge badges belt
  costume costumes outfit hat hats bonnet card cards lantern lanterns puppet puppets robot robots game games
  quiz animation film video code program website blog map maps graph chart diagram fact-file factfile leaflet
  newspaper article comic cartoon illustration illustrations print prints pot pots tile tiles weaving sewing
  cushion bag purse jewellery bracelet necklace den dens nest shelter garden sunflower sunflowers plant plants
  seed seeds bean beans tower towers machine marble run circuit circuits volcano timeline brooch shield shields
  sword helmet longship pyramid mummy mosaic mosaics fossil fossils collection solution method reasoning
  calculation score smile smiles face hair birthday party mum mummy dad daddy nan nana gran grandma grandad
  grandpa granny auntie uncle brother sister family parents mother father teacher class team turn hand hands
  shoe shoes coat bike scooter lunch lunchbox packed water reading spelling spellings maths phonics swimming
  piano violin guitar cello trumpet drumming singing effort efforts attitude kindness courage resilience hard
  amazing brilliant fantastic wonderful lovely beautiful super superb stunning incredible excellent great best
  first second third own fabulous creative colourful gorgeous impressive outstanding thoughtful clever careful
  homemade handmade home-made clay paper pencil watercolour lego cardboard junk papier marvellous playful
  ode haiku riddle limerick acrostic narrative description character setting prayer prayers pledge promise
  recipe recipes menu trifle pizza pancake pancakes sandwich trip rainbow planet planets
  spaceship submarine house houses slime potion scrapbook cookbook postcard postcards tapestry embroidery headline caption joke jokes magnet stamp jigsaw rhyme rhymes verse verses whistle compost catapult pulley periscope hovercraft parachute aeroplane plane planes snowflake snowman bauble wreath lighthouse windmill telescope treehouse birdbox feeder bug hotel scroll shadow bowl bowls plate mug cup jug owl owls dinosaur fox lion tiger whale fish bird butterfly handprint print cyanotype photo photograph photographs loom self
  self-portrait sketch sketches doodle fairy monster lino rangoli mehndi diya dreamcatcher totem`);

/** What people do, and lessons, seasons and hopes do not: after a word, it was a name. */
export const DEEDS =
  words(`won wins wrote writes made makes built builds drew draws painted paints scored scores read
  reads sang sings swam swims ran runs baked bakes cooked designed designs created creates invented earned
  earns raised raises received receives achieved achieves completed finished started learned learnt learns
  explained explains said says told tells asked asks answered showed shows shared shares helped helps played
  plays danced performed found discovered spotted caught threw jumped climbed cycled rode raced represented
  competed practised tried worked works wowed impressed chose was is has had loved loves enjoyed enjoys likes
  wants wanted thinks thought knows knew became becomes got gets gave gives took takes brought wore dressed
  carried kept held grew planted counted measured solved spelled spelt recited presented read led joined
  planned thanked smiled laughed cheered deserves deserved decided passed moved celebrated celebrates bowled
  kicked laid waved beat saved tackled swung balanced stitched sewed knitted wove printed carved moulded sculpted coded
  programmed typed edited published reviewed recommended researched demonstrated described imagined wondered
  noticed predicted beat tested investigated mixed cut stuck glued folded coloured sketched lit poured visited met
  could did does can lost broke dreamed came stood sat lay ate drank slept`);

/** Deeds no season, month, hope or picture does. */
export const OWN_DEEDS =
  words(`won wrote scored sang swam ran baked cooked invented earned raised received achieved
  completed learned learnt explained said says told asked answered helped danced performed spotted caught
  threw climbed cycled rode raced represented competed practised tried impressed chose loved loves enjoyed
  enjoys likes wants wanted thinks thought knows got wore carried planted counted measured solved spelled spelt
  recited presented read reads led joined planned thanked smiled cheered deserves deserved decided passed
  celebrated bowled kicked laid waved saved tackled sewed knitted carved coded typed researched demonstrated described
  wondered noticed predicted investigated glued folded coloured sketched painted drew built designed found
  discovered played plays writes draws paints`);

/** Months and seasons: a capital says nothing, and "by" and "in" go before them. */
export const TIMES = words(
  'may april june july august january september october november december summer spring autumn winter dawn eve noel christmas easter xmas',
);

/** Values, feelings and lessons that a school writes with a capital of their own accord. */
export const IDEAS =
  words(`joy hope faith charity patience honour honor mercy harmony peace love kindness courage
  liberty justice destiny serenity art trinity unity blessing praise prudence verity constance felicity
  melody precious honesty trust reign freedom happy lucky sunny`);

/** Verbs first: at the start of a sentence they call people to do something, or ask. */
export const CALLS = words(
  'will mark drew chase bill jack rob pat sue grant frank josh dean max art hunter rowan',
);

/** Before a word that it makes a thing, not a person. */
export const ARTICLES =
  words(`a an the this that these those our your their his her its my no any some each every all
  more much many few pure sheer real true such one two three four five six seven eight nine ten of
  full great big little`);

/** Who is chosen: before "of the week" and the like, or before a colon. */
export const CHOSEN =
  words(`star stars superstar superstars pupil pupils writer writers reader readers artist artists
  scientist scientists mathematician mathematicians mathlete mathletes champion champions winner winners player
  players child children author poet captain captains chef baker athlete athletes speller spellers engineer
  engineers gardener gardeners hero heroes learner learners musician musicians singer swimmer historian
  helper helpers reporter reporters mvp librarian coder designer builder builders runner-up runner runners
  leader leaders explorer explorers friend role scholar geographer linguist sportsperson sportsman
  ambassador ambassadors councillor councillors monitor monitors finalist finalists medallist scorer goalscorer
  goalkeeper soloist lead narrator monarch boy girl person footballer footballers actor actors inventor
  commentator commentators judge judges presenter presenters hosts host compere
  inventors birthday spelling attendance`);

/** Praise, greetings and thanks that end where a name begins. Two words, then one. */
export const PRAISE =
  words(`congratulations congrats thanks bravo hooray hurrah hurray welcome hello hi dear goodbye bye
  meet introducing farewell kudos shout-out shoutout featuring starring`);
export const PRAISE_PAIRS: ReadonlySet<string> = new Set(
  `well done|thank you|happy birthday|good luck|great job|good job|great work|good work|nice work|super work|amazing work|welcome back|welcome to|goes to|went to|go to|congratulations to|congrats to|well-done to|done to|you to|luck to|thanks to|hooray for|hurrah for|cheers for|cheer for|shout to|out to|proud of|birthday to|back to|presented to|awarded to|given to|hello to|goodbye to|farewell to|wishes to|awarded by|way to|clap for|applause for|ovation for|round for|done our|named after|miss you|love you|loved hearing|love from|from our|won by|said goodbye|get well|well soon`.split(
    '|',
  ),
);

/** Groups a pupil belongs to: "Grace in Year 4". */
export const YEARS = words('year y reception nursery class yr eyfs ks1 ks2 preschool pre-school');

/** After a name that is thereby a place, a group or an event. */
export const GROUPS =
  words(`class classes club clubs house houses group groups table tables team teams school schools academy
  primary infants juniors nursery street road lane avenue close drive way court square park wood woods farm
  garden gardens hall church cathedral abbey castle museum gallery theatre library hospital hospice university
  college centre center station airport stadium fc afc utd united city town rovers wanderers athletic albion
  county rangers hotspur palace day days week weeks month term terms fair fete fayre show shows concert camp holiday holidays
  festival appeal foundation trust charity challenge award awards cup league trophy solstice beach bay hill
  hills valley river lake sea island islands mountain isle pier zoo safari chains making pencil pencils
  bank food fun trip trips workshop workshops exhibition lesson lessons project studio room block wing bakery
  cafe shop store stores ltd limited plc media tv radio music power games choir orchestra band bus coach coaches
  fashions hut lodge inn arms pub hotel cottage manor estate bridge tunnel railway line sponge cake cakes
  biscuits biscuit bush bushes tree trees petals petal hips hip water wreath wreaths seeds field fields
  newsletter menu assembly uniform timetable squad squads scouts guides brownies rainbows beavers cubs
  age volume capacity stage phase level levels edition series collection rehearsal rehearsals auditions audition script musical production tickets soundtrack tea rice oil perfume scented era period dynasty test tests vaccine`);

/** Given names that are first of all places, peoples, firms, teams or things. */
export const PLACES =
  words(`paris london sydney florence chelsea georgia jordan kenya india israel iona kent devon lincoln
  chester preston carlisle lancaster ireland asia milan verona vienna siena sienna bristol shirley stanley clifton
  dudley nelson wells boston cairo chennai dallas denver geneva havana kingston lima lyon memphis miami odessa
  oslo rome salem valencia venice africa america brooklyn bramley denham derry digby dryden everton lewes nile
  richmond stafford warwick york alabama alaska arizona indiana montana nevada sicily tennessee texas tuscany
  cuba cyprus jersey malaysia mali troy sparta athens skye arran islay harris mull lewis barra uist orkney
  shetland windsor durham derby oxford cambridge eton harrow rugby ascot epsom bath hull leeds wales england
  scotland britain europe egypt china japan brazil mexico peru chile iran iraq syria nepal tibet bali goa
  ghana nigeria gambia senegal somalia sudan uganda zambia malta crete rhodes sicilia corsica roma berlin
  madrid lisbon prague dublin cork kerry clare galway sligo tyrone belfast derry armagh antrim down cardiff
  swansea gower rhyl conwy tenby bala avon severn thames trent mersey tyne tees humber clyde forth tay spey dee
  eden ashton bolton burnley bury oldham stockport milton keynes luton bedford beverley whitby ripon selby
  hadley halifax kendal penrith keswick marlow reading slough sutton croydon camden brent barnet ealing enfield
  merton wilton salisbury stratford tamworth buxton matlock skipton settle helmsley malton filey
  disney lego tesla mercedes alexa siri nike adidas costa aldi lidl tesco asda argos google apple twitter zoom
  saturn mars venus jupiter mercury neptune pluto orion apollo gemini aries virgo libra
  islam muslim christian hindu sikh jewish roman saxon viking norman celtic celt tudor stuart georgian victorian
  eid diwali ramadan hanukkah purim holi vaisakhi nowruz islamic koran quran torah allah buddha jesus moses
  bethlehem nazareth jericho jerusalem canaan galilee judea santa rudolph easter christmas advent lent epiphany maundy sabbath shabbat
  merci ola hola bonjour ciao danke salam salaam namaste shukran aloha amen dane thai welsh scots irish danish romany spanish latin english french german arabic
  lumen lux joules baby sultan deacon prince princess king queen duke earl baron knight squire
  lexia macmillan barnardo barnardos dyson hoover kindle yoga zumba pilates judo karate samba polka
  covid delta omicron alpha sigma omega kahoot seesaw tapestry arbor bronte tate eco ryder villa arsenal
  burns wren mayan aztec inca pompeii vesuvius etna everest kilimanjaro nile amazon ganges sahara savannah
  savanna bonnie bunny woody sunny rocky ocean river storm meadow`);

/** What a place stands after. */
export const TOWARDS = words('in to at near across around visit visiting off through via towards');

/** Adjectives and pronouns that begin a question or an order after a verb. */
export const ASKED = words(
  'you we they he she it i your our the there this that these those his her their my anyone everyone everybody someone all us me any out up down off with',
);

/** Weekdays and the like: after a first name they are no surname. */
export const CALENDAR =
  words(`monday tuesday wednesday thursday friday saturday sunday year years reception nursery class ks
  eyfs well done congratulations thank thanks happy merry please come join see read look mr mrs miss ms dr
  today yesterday tomorrow week day and or but with from for in on at the a an is was has i you we they our`);

/** Surnames that are everyday words. */
export const SURNAMES =
  words(`smith brown green white black hill wood woods king young cook bell cooper baker ward turner
  carter parker mason hunt hunter fox stone knight marsh webb barnes bird price rice reed moss burns chambers
  walker wright clarke clark taylor butcher fisher gardener gardner shepherd butler miller potter weaver
  archer bishop dean dixon ford forest frost gray grey hardy holly hope hook james lamb lane little long
  love may mills moon moore morning nash noble page park pope porter power rivers rose rowe shaw short
  sharp singer spencer steel summers swift thorn tyler underwood vale waters wells west winter winters
  wise wolf woodward york best bond bridge bridges bright brook brooks bull bush`);
