/**
 * The only pupil a draft names, told of without a set phrase beside the name: praise in another sentence, a
 * wish, news of their own, or what they lack. Whoever is only the maker of a piece of work is not singled out.
 */

/** Right before the name: wishes and calls, whatever follows. */
const WISHED =
  /\b(?:break a leg|poor|our (?:very )?own|this one(?:'s| is) for|who can beat|(?:nobody|no one)\b[^.!?\n]{1,50} than|knock (?:'em|them) dead|take a bow|bow,|rooting for|cheer(?:ing|s)? (?:on|for)|sing (?:for|to)|(?:big |lots of |all our |our |sending |much |virtual )*(?:hugs?|love|strength|cuddles|prayers) (?:to|for)|fingers crossed for|over the moon for|so happy for|happy for|chuffed for|thrilled for|go on|way to go|come on|go|gosh|goodness|crikey|blimey|wow|wowee|oh|ooh|yes|hey|hooray|look at you|nice one|good on you|bless you|thinking of you|thank you|ask|watch|spot|listen to|look out for|wave to|think of|vote for|sponsor|as kind as|be like|proud as|message (?:received )?from|postcard from|letter from hospital from|owe|only|already|safe travels|bon voyage|goodnight|rest well|stay strong|be brave|hang in there|chin up|never change|thanks again|sad to lose|sorry to lose|well (?:batted|bowled|swum|sung|run|read|acted|danced|spelt|spotted|caught|kicked|dived)|bump into|bumped into|catch up with|visit from|a card for|collection for|get well card for|last day (?:today |tomorrow )?(?:for|of)|bye to|off goes|seat (?:is )?(?:saved |waiting )?for|everyone say hello to|say hello to|give it up for|clap for|star is|star was|winner is|winner was|goes to|special day for|big day for|proud day for|big week for|celebrate|celebrating|brother for|sister for|(?:leaderboard|league|charts|top of the \w+|champion|champions|winner|star|hero|baker|best \w+|top \w+|of the (?:day|week|month|term|year|match))[^.!?:\n]{0,40}:|as well as|as fast as|batted like|sung like|played like|tried like|works? like|well as)[,:]? $/;
/** Right behind it: what happened to them, what they won, what they lack. */
const OWN_NEWS =
  /^(?:,? (?:in|from|of|aged) (?:year|y|reception|nursery|class|\d)[^,.!?]{0,12},?)?(?:,? who)? (?:has |have |had |is |was |just |also |finally |today |only gone and |been |'s |will be |who is )*(?:poorly|unwell|ill|off (?:sick|to)|away (?:today|this)|in hospital|leaving|leaves us|moving|moves|back (?:with us|at school)|isn't in|not in|can (?:now )?(?:ride|swim|tie)|left (?:his|her)|finished (?:his|her) (?:chemo|treatment)|seven|six|eight|nine|ten|eleven|five|four|turn(?:s|ed|ing)|a big (?:brother|sister)|raised|shav\w+|won|winning|swam|ran the|cycled|climbed|completed|passed|earned|got (?:his|her|their|a|an)|lost (?:his|her|their) (?:dad|mum|gran|nan|home)|broke (?:his|her|their|the)|read (?:his|her|their) (?:first|whole)|read (?:the lesson|to the|a lesson|at the)|sang (?:a |the |her |his )?solo|played (?:a |the |her |his )?solo|stood (?:up|tall)|shone|starred|stole the show|spoke (?:up|so)|selected|picked|chosen|signed|offered|awarded|crowned|made (?:us|me|everyone|the headteacher) (?:cry|laugh|smile|proud)|made our (?:day|week)|scored|saved|smashed|mastered|cracked|overcame|conquered|not stopped|never (?:gives|gave|grumbled|complained)|tried so|worked so|practising|improved|come so far|come on so|come such|grown so|become so|forgot\w*|late|missing (?:his|her)|not (?:brought|paid|done|returned|bought)|(?:the )?only (?:one|child|pupil)|in trouble|lovely to|a (?:joy|delight|credit|star|superstar|legend|hero|marvel|wonder|treasure|gem|natural))\b/;
const LACKS = /\b(?:no|without|still no|missing) (?:[a-z]+ ){1,3}(?:again |today |yet )?for $/;
/** What praises somebody, wherever it stands; what follows may turn it to others. */
const PRAISED =
  /\b(?:well done|congratulations|congrats|bravo|kudos|hats off|take a bow|(?:so|very|incredibly|immensely|super) proud|proud(?:er)?\b(?: of (?:him|her|them|you))?|couldn't be (?:prouder|happier)|superstar|what a (?:star|hero|legend|champion|talent|voice|reader|runner|swimmer|dancer|singer|goalie|kid|lad|girl|boy|trooper|gem|superstar)|(?:a|our|true|real|absolute|total|you|little) (?:star|hero|legend|champion|inspiration|trooper)|you(?:'re| are|r)? a (?:star|hero|legend|champion|credit|marvel)|go smash it|smashed it|unstoppable|keep it up|keep going|stick with it|break a leg|look who's back|new school record|a future (?:surgeon|star|champion|olympian)|(?:nobody|forgot to|no one) breathed?|bursting with|over the moon|tears in our eyes|happy birthday|get well|good luck|we(?:'ll| shall| will)? (?:all )?miss|big hugs|beaming|hero|legend|champ)\b/g;
const TO_OTHERS =
  /^(?:,? (?:to|of|for|go|goes|on|from|everybody|everyone|all|both|year|y\d|reception|nursery|class|team|our|the|ks\d|oak|robins|owls|mr|mrs|miss|ms|dr|children|pupils|folks|guys|gang|chef|crew|parents)\b)(?! (?:him|her|them|you|our (?:little|own|very)|all of us))/;
/** Somebody is spoken of again, or to. */
const HIM_OR_HER = /\b(?:he|she|him|her|his|hers|he's|she's|you|your|you're)\b/;
const WHAT_A =
  /\bwhat an? (?:[a-z-]+ ){1,3}(?:he|she|you)(?:'s|'ve|'re)? (?:has|is|was|have|are|were|had|got|did|made)?/;
/** Made by somebody: then only plain praise of the maker counts. */
const MAKER_BEFORE =
  /\b(?:by|designed by|painted by|written by|made by|drawn by|built by|words by|inked by|photo by) (?:our |the )?$/;
const FAMILY =
  /^ (?:[\w]+ )?(?:mum|mummy|dad|daddy|mother|father|parents|family|grandad|grandma|granny|gran|nan|nana|grandpa|grandparents|carer|uncle|auntie|aunt|brother|sister|stepdad|stepmum|childminder|grown-up|folks)\b/;
const FAMILY_ACT =
  /\b(?:thank(?:s|ed)?|grateful|please|message|reminder|remind|note|well done|congratulations|sorry|could|would|welcome|sending|thinking of|good luck|happy|tell|told|ring|call us|collect|collecting|waiting|office|left|forgot|forgotten|late|owe|owes|due|made|baked|sewed|sewn|knitted|lent|lost|makes|gave|cooked|fixed|mended|carried|drove|arrived|born|starts|joins|phoned|rang|wrote to us|on the mend|sent (?:us|in)|needs? to|must|new baby|in hospital|poorly|complain\w*|still|again)\b/;

/** Others are sent to them, or told what they are like. */
const SENT_TO =
  /\b(?:ask|tell|think of|watch|spot|catch|cheer|copy|sponsor|congratulate|thank|high[- ]five|hug|wave to|look out for|listen to|be proud of|learn from) (?:him|her)\b/;

/** Something of theirs to be fetched: as a message to them. */
const LEFT_BEHIND =
  /^ (?:[a-z]+ ){0,2}(?:coat|jumper|bag|lunch|lunchbox|glasses|shoes?|trainers|kit|recorder|violin|trumpet|bottle|scooter|bike|wellies|hat|gloves?|inhaler|money|form|slip|cardigan|hoodie|purse|teddy|costume|homework|library book|reading book) (?:is|are|was|were|has been|have been|still)?(?: [a-z]+)? ?(?:in the (?:office|hall|cloakroom|classroom|lost)|at the (?:office|gate|desk)|lost|missing|found|left|waiting|handed in|unclaimed|overdue|late|due)\b/;

export type Told = {
  /** Small letters up to the name and from it, sentence by sentence and over the whole draft. */
  before: string;
  behind: string;
  sentence: string;
  all: string;
  possessive: boolean;
};

/** Praise that nobody else is meant by. */
function isPraised(all: string): boolean {
  return [...all.matchAll(PRAISED)].some(
    (match) => !TO_OTHERS.test(all.slice(match.index + match[0].length)),
  );
}

/** Why the only pupil named is singled out, or null. */
export function whyTold({ before, behind, sentence, all, possessive }: Told): string | null {
  if (!possessive && /\bour $/.test(before) && /^[.!]/.test(behind))
    return 'it is about one person by name';
  if (possessive && FAMILY.test(behind))
    return FAMILY_ACT.test(sentence) ? "it speaks to one pupil's family" : null;
  if (possessive && LEFT_BEHIND.test(behind)) return 'it speaks to one person by name';
  if (!possessive) {
    if (WISHED.test(before)) return 'it wishes one person something by name';
    if (LACKS.test(before)) return 'it says what one person lacks';
    if (OWN_NEWS.test(behind)) return "it is news of one pupil's own";
  }
  if (SENT_TO.test(all)) return 'it sends others to one person by name';
  if (!isPraised(all) && !WHAT_A.test(all)) return null;
  const made = possessive || MAKER_BEFORE.test(before);
  if (made && !/\b(?:well done|congratulations|proud|bravo|hats off|you)\b/.test(all)) return null;
  return possessive || HIM_OR_HER.test(all) || !made ? 'it praises one person by name' : null;
}
