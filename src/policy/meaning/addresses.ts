/** Where somebody lives: a house in a street, a postcode, "lives in Larch Close". */
import type { Reading } from './reading.ts';

type Range = { from: number; to: number };

/** A postcode by the form that Royal Mail gives, in capitals or with its space. */
const POSTCODE =
  /\b(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}|[a-z]{1,2}\d[a-z\d]? \d[abd-hjlnp-uw-z]{2})\b/g;
const STREET =
  '(?:Close|Road|Rd|Street|St|Avenue|Ave|Lane|Ln|Drive|Dr|Way|Crescent|Cres|Gardens|Gdns|Grove|Place|Pl|Court|Ct|Terrace|Row|Mews|Rise|Square|View|Walk|Hill|Green|Park|Parade|Croft|Fold|Meadow|Meadows|Chase|End|Bank|Vale|Villas|Wynd|Garth|Drift|Leys|Orchard|Heights|Cottages?|Buildings|Mount|Dene|Brow|Gate|Yard)';
const HOUSE = new RegExp(
  `\\b(?:[Ff]lat \\d{1,3}[A-Za-z]?,? )?(?:[Nn]umber |[Nn]o\\.? ?)?\\d{1,4}[A-Za-z]?,? (?:[A-Z][A-Za-z'-]+ ){1,3}${STREET}\\b`,
  'g',
);
const LIVES = new RegExp(
  `\\b(?:lives?|living|stays?|staying|moved|moving|home is|house is|house on|house in|home on|home in|home at|house at|round to|pop round to|popping round to|party (?:is )?at|place (?:on|in|at)|flat (?:on|in|at)|address is|address:)(?: (?:at|on|in|is|to|now|just off|off|near|down|over|the corner of)){0,3} (?:the )?(?:[A-Z][A-Za-z'-]+ ){1,3}${STREET}\\b`,
  'g',
);
/** Streets of stories and of the news. */
const FAMOUS =
  /\b(?:10,? downing street|11,? downing street|221b,? baker street|(?:number |no\. ?)?4,? privet drive|32,? windsor gardens|12,? grimmauld place|52,? festive road|17,? cherry tree lane|42,? wallaby way|\d+,? pudding lane|sesame street|coronation street|penny lane|abbey road|742,? evergreen terrace|\d+,? ramsay street|quality street|magnolia street|\d+,? acacia road|\d+ mango street|50,? berkeley square|77,? blue street|10,? rillington place)\b/;
/** Where children write to at Christmas has a postcode of its own. */
const SANTA = /\b(?:father christmas|santa|north pole|reindeerland)\b/;
/** A place that is nobody's home. */
const VENUE =
  /\b(?:school|schools|office|church|chapel|mosque|temple|synagogue|gurdwara|hall|centre|center|museum|theatre|library|park|farm|zoo|gardens? centre|stadium|ground|club|pool|baths|leisure|cinema|shop|store|cafe|café|pub|restaurant|car park|sat ?nav|entrance|gallery|castle|hotel|hostel|campsite|surgery|hospital|station|venue|arena|academy|college|university|supermarket|bakery|bank|market|allotments?|field|reserve|visitor|headquarters|hq|house museum|town|trust|clinic|nursery|bus stop|meeting point|coach|recycling|charity|foodbank|food bank)\b/;
/** Words that make it a home after all. */
const HOME =
  /\b(?:(?:[a-z]+'s|her|his|their|my|our|your|mum's|family) (?:own )?(?:house|home|place|garden|flat|address|front (?:door|garden)|driveway|drive|doorstep)|lives?|living|home address|governors?' house|at home|home is|house is|invited to [a-z]+'s|party (?:is |will be |was )?at|drop (?:it|them) (?:off )?at|round at|c\/o|post (?:it|them|cards?) to|send (?:it|them|cards?|your cards?|flowers) to|cards? to|move[ds]? to|moved|moving to)\b/;
const PAST =
  /\b(?:lived|was born|founded|built|victorian|tudor|in 1\d{3}|census|war|blitz|fire of|history|evacuat\w+)\b/;

function sentenceAt({ lower, sentences }: Reading, at: number): string {
  const place = sentences.find(({ from, to }) => from <= at && at < to);
  return place === undefined ? lower : lower.slice(place.from, place.to);
}

function isHome(reading: Reading, { from, to }: Range): boolean {
  const said = sentenceAt(reading, from);
  if (FAMOUS.test(reading.lower.slice(from, to)) || SANTA.test(said)) return false;
  const home = HOME.test(said);
  if (PAST.test(said) && !home) return false;
  if (home && !/\bour (?:school|new)\b/.test(said)) return true;
  const place = reading.lower.slice(from, to);
  return !VENUE.test(said.replace(place, ''));
}

/** Homes by their street, number or postcode; those of venues, history and stories are none. */
export function addressesIn(reading: Reading): Range[] {
  const { plain } = reading;
  const homes = [HOUSE, LIVES].flatMap((shape) =>
    [...plain.matchAll(shape)]
      .map((match) => ({ from: match.index, to: match.index + match[0].length }))
      .filter((range) => isHome(reading, range)),
  );
  const codes = /\d/.test(plain)
    ? [...plain.matchAll(POSTCODE)]
        .map((match) => ({ from: match.index, to: match.index + match[0].length }))
        .filter((range) => isHome(reading, range))
    : [];
  const all = [...homes, ...codes].sort((a, b) => a.from - b.from);
  const kept: Range[] = [];
  for (const range of all) {
    const last = kept.at(-1);
    // House and postcode together are one address.
    if (last !== undefined && range.from <= last.to + 30) last.to = Math.max(last.to, range.to);
    else kept.push({ ...range });
  }
  return kept;
}
