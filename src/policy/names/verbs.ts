/** Verbs as the question of the subject asks for them: what people do, and what seasons, values and plants do too. */
const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

const PAST =
  words(`won ran sang swam wrote drew made took gave got sat stood lay fell felt left held told said
  thought found brought bought caught taught built sent spent lost met paid heard led broke spoke woke chose drove
  rode flew grew knew threw blew came became ate drank sank swung stuck dug hung spun slept swept crept wept
  dreamt beat learnt spelt lent bent shook hid bit went forgot began wore tore sewed read put`);
/** Past and present alike: after "will" and "may" they are no past. */
const EITHER = words('read put led lay left felt found ground saw set let cut');
/** Of the present only what cannot be a noun: "Star jumps" are no star's. */
const PRESENT =
  words(`tells wears writes sings swims reads speaks thinks knows wants loves says asks explains finds gets
  eats knits sews believes remembers understands enjoys likes learns chose`);
const NO_PAST =
  words(`need seed feed speed weed shed sled wed bed red reed deed bleed breed indeed shaped sized scented
  coloured flavoured themed inspired printed patterned tinted topped filled based related covered`);

/** What seasons, months, values, plants and stones do as well. */
const OF_THINGS =
  words(`arrived came brought turned ended started began finished made filled inspired faded returned
  passed flew rolled continued melted covered grew climbed spread gave bloomed blossomed flowered smelled smelt
  looked seemed became got opened closed followed burst hung shone glowed sparkled warmed cooled dropped fell blew
  left went stayed lived lasted needed took led guided helped changed mattered meant united moved touched flowed
  echoed rang kept held stood ran added dressed decorated featured included involved happened sank floated dried
  stained lay crept poured reached reigned ruled felt won rained lit helps finds gets wanted met felt put broke`);

const TIED =
  /^(?:a|an|the|her|his|their|our|my|your|this|that|every|all|some|it|us|them|him|at|to|for|with|into|over|in|on|and|but|so|when|about|like|two|three|four|five|six|hard|well|up|out|off|away|back|first|second|third|how|what|why|as|through|round|across|from|everyone|everybody|nobody|under|along|past|through|home|without|until|after|before|her)$/;

/** True for a verb in a form that a name can have; `next` is the word after it, empty where the clause ends. */
export function isVerb(verb: string, next: string): boolean {
  if (PAST.has(verb) || PRESENT.has(verb)) return true;
  return /[a-z]{2}ed$/.test(verb) && !NO_PAST.has(verb) && (next === '' || TIED.test(next));
}

/** True for a verb of seasons, values, plants and stones too. */
export const isOfThings = (verb: string): boolean => OF_THINGS.has(verb);

/** True for a past that reads as a base form, which may stand after "will" or "may". */
export const isEither = (verb: string): boolean => EITHER.has(verb);
