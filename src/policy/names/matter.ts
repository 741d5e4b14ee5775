/** Whether a word is what a sentence is about and nobody's name: our value is Hope, oak, Ivy or ash, the pale Rose. */
import { type Around, ends, follows, isRaised, low, yearAfter } from './around.ts';
import { MATTER } from './subject.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** What kind of thing a word is said to be. */
const KINDS =
  words(`word words value values theme themes focus topic topics virtue virtues colour colours colors
  gemstone gemstones plant plants tree trees flower flowers evergreen stone bird birds herb herbs mineral
  month months season seasons noun nouns verb verbs adjective spice shrub metal nut fruit gem gems subject
  material motto feeling feelings emotion emotions herb weed weeds crystal mood letter sound spelling language red pink yellow purple blue green orange`);

/** What stands in one list with values, plants, stones, colours and sounds, and is no child's name. */
const KINDRED =
  words(`love peace kindness courage respect friendship honesty trust justice forgiveness gratitude
  resilience perseverance determination compassion generosity wisdom humility responsibility curiosity equality
  democracy tolerance laughter happiness sadness anger fear sorrow light truth creativity teamwork courtesy
  oak ash fern elm beech birch pine yew ivy moss clover tulip tulips daffodil daffodils bluebell bluebells
  buttercup buttercups thistle gorse bracken snowdrop snowdrops crocus dandelion dandelions sunflower orchid
  poppies roses lilies daisies violets irises mint thyme parsley tomato lemon lime nettle nettles mistletoe
  conker acorn gold silver bronze copper glass iron diamond diamonds emerald emeralds sapphire sapphires opal
  jet shell bone red green blue yellow purple orange pink white black brown grey crimson scarlet turquoise
  wren blackbird sparrow starling finch thrush magpie blackcap goldfinch chaffinch pigeon science music drama
  maths english history geography design technology pe computing mull iona arran islay rum eigg raasay`);

const LOOKS =
  words(`single wild pale dark old big new tall fresh dried paper red green white yellow pink blue
  purple gold golden silver bright tiny small huge giant mighty lonely first last next climbing garden
  prickly thorny evil wicked wise tudor magic magical purest real plastic wooden woolly raw burnt deep
  tomato apple christmas english welsh scottish`);
const DETERMINED = /^(?:a|an|the|one|each|every|this|that|some|no|my)$/;
const PARTS_OF =
  words(`leaf leaves petal petals stem stems berry berries root roots flower flowers blossom oil
  necklace necklaces bead beads ring rings slippers light lights paint powder pendant pendants warning weather
  nuts nut branch branches sprig sprigs thorn thorns hedge bud buds bulb bulbs seed seeds pollen jewel jewels
  stone stones earrings soap candle candles syrup jelly water pads pad stalks juice`);
const ALLOWS = /^(?:helped|help|watched|watch|saw|see|let|made|heard|hear)$/;

/** "Ivy is an evergreen plant", "Poppy, Ivy and Lily are flowers". */
function isSaidToBe(around: Around, at: number): boolean {
  let verb = at + 1;
  while (verb < at + 7 && !/^(?:is|was|are|were)$/.test(low(around, verb))) {
    const token = around.tokens[verb];
    if (token === undefined || token.opens || !(isRaised(token) || token.low === 'and'))
      return false;
    verb += 1;
  }
  if (!/^(?:is|was|are|were)$/.test(low(around, verb))) return false;
  for (let ahead = verb + 1; ahead <= verb + 4 && follows(around, ahead); ahead += 1) {
    if (KINDS.has(low(around, ahead))) return true;
    if (/^(?:of|in|on|for|and|with|reading|writing|painting)$/.test(low(around, ahead)))
      return false;
  }
  return false;
}

/** What is taught, shown and given as a value is, where a child is told something: "show Grace to others". */
const VIRTUES = /^(?:grace|hope|faith|joy|charity|patience|honour|mercy|peace)$/;
const PRACTISED = /^(?:show|shows|find|need|needs|seek|choose|practise|practising|spread|about)$/;

/** "We're collecting Holly for the wreath". */
const isGathered = (around: Around, at: number): boolean =>
  MATTER.has(low(around, at)) &&
  follows(around, at) &&
  /^(?:collecting|collected|gathering|gathered|picking|picked|planting|planted|growing|cutting)$/.test(
    low(around, at - 1),
  );

/** "Assembly was about Grace today", "Where do you find Grace?" */
const isTaught = (around: Around, at: number): boolean =>
  VIRTUES.test(low(around, at)) &&
  PRACTISED.test(low(around, at - 1)) &&
  follows(around, at) &&
  (ends(around, at) ||
    /^(?:today|to|in|and|this|through|as|with|when|every)$/.test(low(around, at + 1))) &&
  yearAfter(around, at) === 0;

/** "the word Hope", "our value this month is Hope", "what does Hope mean", "learned about Grace in RE". */
function isNamedSo(around: Around, at: number): boolean {
  const [before, next] = [low(around, at - 1), low(around, at + 1)];
  // Nobody is hidden in a child.
  if (/^(?:in|into|under|inside|through)$/.test(before) && follows(around, at)) return true;
  if (before === 'is' && low(around, at - 2) === 'there' && next === 'on') return true;
  if (KINDS.has(before) && follows(around, at)) return true;
  // A side or a house of that name; a blessing that is said.
  if (/^(?:team|house)$/.test(before) && follows(around, at)) return true;
  if (
    /^(?:is|was|were|are)$/.test(next) &&
    /^(?:said|sown|planted|picked|pruned|watered|pressed|dried|growing)$/.test(low(around, at + 2))
  )
    return true;
  if (/^(?:does|is)$/.test(before) && low(around, at - 2) === 'what') return true;
  if (before === 'about' && next === 'in')
    return /^(?:re|collective|assembly|worship)$/.test(low(around, at + 2));
  if (before === 'on' && next === 'in') return /^(?:collective|worship)$/.test(low(around, at + 2));
  if (before === 'finding' && next === 'in') return true;
  const pointed =
    /^(?:is|was|were|are)$/.test(before) || /^:\s$/.test(around.tokens[at]?.gap ?? '');
  if (!pointed) return false;
  for (let back = at - 1; back >= Math.max(0, at - 6); back -= 1) {
    if (KINDS.has(low(around, back))) return true;
    if (back < at - 1 && around.tokens[back]?.opens) return false;
  }
  return false;
}

/** "oak, Ivy or ash", "Love, Grace and peace", "with Holly and fern". */
function isAmongKindred(around: Around, at: number): boolean {
  const joins = (word: string) => /^(?:and|or|nor)$/.test(word);
  const beside = [
    /^,\s$/.test(around.tokens[at]?.gap ?? '') ? at - 1 : -1,
    joins(low(around, at - 1)) ? at - 2 : -1,
    /^,\s$/.test(around.tokens[at + 1]?.gap ?? '') ? at + 1 : -1,
    joins(low(around, at + 1)) ? at + 2 : -1,
  ];
  return beside.some(
    (place) => place >= 0 && KINDRED.has(low(around, place)) && !around.tokens[place]?.closes,
  );
}

/** "the pale Rose", "Wild Ivy", "Ruby slippers". */
function isOne(around: Around, at: number): boolean {
  const [before, next] = [low(around, at - 1), low(around, at + 1)];
  if (follows(around, at) && LOOKS.has(before) && !/^(?:won|said|who)$/.test(next))
    return (
      around.tokens[at - 1]?.opens === true ||
      around.tokens[at - 1]?.shape === 'small' ||
      DETERMINED.test(low(around, at - 2))
    );
  if (
    /^(?:a|an|one)$/.test(low(around, at - 2)) &&
    follows(around, at - 1) &&
    follows(around, at)
  ) {
    if (
      around.tokens[at - 1]?.possessive !== true &&
      around.tokens[at - 1]?.shape === 'small' &&
      /^(?:for|in|of|by|on|with|at|under)?$/.test(next)
    )
      return LOOKS.has(before) || ends(around, at) === false;
  }
  if (low(around, at - 2) === 'the' && /^(?:brave|clever|kind|little|young|great)$/.test(before))
    return follows(around, at) && follows(around, at - 1);
  return PARTS_OF.has(next) && follows(around, at + 1) && !ALLOWS.test(before);
}

/** "Grace filled the hall", "Joy all round", "Art has found its way under the stairs". */
function isFeeling(around: Around, at: number): boolean {
  const next = low(around, at + 1);
  for (let ahead = at + 2; ahead <= at + 4 && follows(around, ahead - 1); ahead += 1)
    if (/^(?:its|itself)$/.test(low(around, ahead)) && follows(around, ahead)) return true;
  return (
    /^(?:filled|fills|filling|flowed|flows)$/.test(next) ||
    (next === 'all' && /^(?:round|around)$/.test(low(around, at + 2)))
  );
}

/** True where a word is spoken of as a value, a plant, a stone, a colour or a thing. */
export function isMatter(around: Around, at: number): boolean {
  if (around.tokens[at]?.possessive) return false;
  return (
    isSaidToBe(around, at) ||
    isNamedSo(around, at) ||
    isTaught(around, at) ||
    isGathered(around, at) ||
    isAmongKindred(around, at) ||
    isOne(around, at) ||
    isFeeling(around, at)
  );
}
