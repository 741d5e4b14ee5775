/** Praise that means blame, and blame that names nobody. */
import type { Found } from './phrases.ts';
import type { Reading } from './reading.ts';

/** How praise, joy or thanks opens. */
const JOY =
  /^\W*(?:(?:we are|we're|i'm|i am|so|very|absolutely|really|just|truly|oh|well|ah|what|such|how) )*(?:thrilled|delighted|overjoyed|ecstatic|pleased|glad|happy|grateful|impressed|chuffed|tickled|proud|wonderful|lovely|great|fantastic|brilliant|marvellous|superb|excellent|nice|kind|thoughtful|clever|special|sweet|good|bravo|well done|congratulations|congrats|thanks|thank you|kudos|hats off|top marks|full marks|three cheers|(?:a |an )?(?:big |huge |massive |standing |round of |warm )*(?:hand|ovation|applause|cheer|clap|thank you|thanks|shout[- ]?out|medal|award|prize))\b/;
/** Praise of a deed that took some doing. */
const CONTRIVED =
  /\b(?:that|how|when|to see|which|who)\b[^.!?\n]{0,60}\b(?:managed? to|managing to|chose to|chosen to|decided? to|found (?:the )?time to|found a way to|remembered to|took the trouble to|saw fit to|bothered to)\b/;
const OTHERS =
  /\b(?:council|company|firm|coach(?:es)?|bus(?:es)?|trains?|rail(?:way)?|drivers?|caterers?|kitchen|supplier|contractors?|painters?|builders?|plumbers?|engineers?|delivery|courier|parents?|mums|dads|families|neighbours?|referee|ref|government|minister\w*|ofsted|inspectors?|trust|network|provider|landlord|opposition|opponents|visitors|motorists?|people|adults?|grown-ups|whoever|genius|post office|royal mail|met office|weather forecast\w*|organisers?|software|wifi|printer|photocopier)\b/;
/** Harm that somebody did. */
const HARM =
  /\b(?:forget (?:our|the|us|to)|los(?:e|t|ing) (?:our|the|all|every|us|60|half|another)|cancel(?:led|ling)? (?:our|the|on|us|at|with)|miss(?:ed|ing)? (?:our|three|two|every|all|the (?:turning|exit|stop|deadline|school|bus))|ruin\w*|spill\w*|dump(?:ed|ing)?\b|block(?:ed|ing)? (?:our|the)|clos(?:e|ed|ing) our|(?:an hour|hours?|minutes|weeks?|days?|months?) late|turn(?:ed|ing)? up late|arriv(?:e|ed|ing) late|the wrong (?!answers?)\w+|complain(?:ed|ing)?\b|delay(?:ed|ing)? (?:our|the|us)|ignor(?:e|ed|ing)\b|scratch(?:ed|ing)? (?:our|the)|damag(?:e|ed|ing)\b|crash(?:ed|ing)? into|let(?:ting)? (?:us|everyone) down|overflowing|smash(?:ed|ing)? (?:our|the|a|two|three)|(?:break|broke|breaking) (?:our|the|another|a)(?: \w+)? (?:window|gate|fence|lock|sign|wall|bench|projector|bin|door|boiler|promise)|strand(?:ed|ing)|without (?:telling|asking|warning)|double[- ]book\w*|(?:dig|dug|digging) up (?:our|the)|(?:leave|left|leaving)\b[^.!?\n]{1,50}\b(?:in the rain|behind|stranded|outside|waiting|open|unlocked|in a mess|like a (?:tip|pigsty|bomb site)|a mess|everywhere|on the (?:floor|pavement|road)|in the cold)|wait(?:ed|ing) (?:\w+ ){0,3}(?:minutes|hours|weeks|months)|that never (?:came|arrived|turned up)|(?:shout|yell|swear|swore|scream)(?:ed|ing)? at|leave early|not (?:turn up|answer|reply)|run out of (?:food|lunches|chips))\b/;
/** The same words of real joy. */
const REAL =
  /\b(?:despite|even though|although|record|rescued|saved|found (?!time|a way|the time)|handed in|fixed|mended|replaced|teeth|nothing|not a (?:single|drop)|never (?!came|arrived|turned)|no longer|instead of cancelling|no one|nobody)\b|[😂🤣😄]/u;

/** A few words that are a sentence, said after a mishap. */
const STING =
  /^\W*(?:(?:yet |once )?again|twice|three times|as (?:usual|ever|always|per usual)|of course|naturally|typical|bravo|well (?:played|done)|classy|charming|marvell?ous|lovely|nice|great|brilliant|fantastic|wonderful|superb|terrific|perfect|joy|cheers(?: for that)?|thanks(?: a lot| so much| for that)?|priceless|unbelievable|honestly|seriously|impressive|genius|congratulations|top (?:work|marks|job)|(?:good|nice|great|superb|stellar|fine) (?:work|job|one|timing|planning|effort|stuff|service)|what a surprise|how (?:lovely|nice|wonderful|helpful|thoughtful|kind))(?:,? (?:all|everyone|folks|guys|team|[a-z]+)(?: (?:at|in|from) [a-z ]{2,20})?)?\W*$/;
const ALWAYS = /\bslow (?:hand ?)?-?clap\b/;
const MISHAP =
  /\b(?:(?:is|are|was|were|being) off\b(?! to)|(?:is|are|was|went|gone) down\b|broken|late\b|lost (?:our|the|my|all|every)|missing|cancelled|leak\w*|flooded|still no (?!sign)\w+|no (?:hot water|heating|water|power|wifi|internet|lights|bus|coach|reply|answer|show|signal)|failed|delayed|blocked|the wrong|stuck|thrown|smashed|stolen|ruined|left open|stranded|forgot(?:ten)? (?:our|the|to)|ignored|dumped|double[- ]booked|not (?:working|turned up|arrived|answering)|didn't (?:turn up|arrive|show|reply)|never (?:came|arrived|turned up))\b/;
/** Kindly meant all the same. */
const KINDLY =
  /\b(?:sorry|apolog\w+|hooray|but|so (?:we|year|the|our|wrap|reception|nursery)|new date|instead|luckily|thankfully|worth it|rain(?:ed)?|snow(?:ed)?|storm|weather|wind|tadpoles?|chicks?|story|tale|play)\b|[😂🤣😄😆🎉]/u;

const VEILED =
  /\b(?:(?:not |without |mentioning |naming )(?:naming |mentioning )?(?:any |no )?names|no names(?: mentioned)?)\b/;
const BLAMED =
  /\b(?:parents?|mums?|dads?|famil(?:y|ies)|drivers?|carers?|visitors?|council|company|firm|pupils?|children|boys|girls|class|school|neighbours?|y\d|year (?:\d|one|two|three|four|five|six))\b/;
const STAFF =
  /\b(?:teachers?|staff|mr|mrs|miss|head ?teacher|governors?|caretaker|of us|tas?|deputy)\b/;
const FAULT =
  /\b(?:late|rude|need(?:s)? to|should|think|never|always|forgot|still|can't|cannot|park(?:ed|ing)?|left|ignor\w+|refus\w+|don't|didn't|haven't|hasn't|keeps?|lazy|selfish|behav\w+|manners|letting|wasted?)\b/;
const WINKING = /[😂🤣😉😄😆🙈😜]/u;

/** What turns praise into blame in one sentence, or blames behind a veil. */
function inSentence(said: string): RegExpExecArray | null {
  const clap = ALWAYS.exec(said);
  if (clap) return clap;
  const veil = VEILED.exec(said);
  if (veil && BLAMED.test(said) && FAULT.test(said) && !STAFF.test(said) && !WINKING.test(said))
    return veil;
  const joy = JOY.exec(said);
  if (!joy || REAL.test(said)) return null;
  const rest = said.slice(joy[0].length);
  return HARM.test(rest) && (OTHERS.test(rest) || CONTRIVED.test(said)) ? joy : null;
}

/** Sarcasm and veiled blame, at most one finding a sentence. */
export function sarcasmIn({ lower, sentences }: Reading): Found[] {
  const texts = sentences.map(({ from, to }) => lower.slice(from, to));
  const kindly = KINDLY.test(lower);
  return sentences.flatMap(({ from, to }, sentence): Found[] => {
    const said = texts[sentence] ?? '';
    const match = inSentence(said);
    if (match) {
      const start = match.index + (/[a-z]/.exec(match[0])?.index ?? 0);
      const end = match.index + match[0].length;
      return [{ from: from + start, to: from + end, phrase: 'sarcasm', sentence }];
    }
    if (kindly || !STING.test(said)) return [];
    const before = texts.slice(Math.max(0, sentence - 2), sentence);
    const sure = before.at(-1) ?? texts[sentence + 1] ?? '';
    const mishap = MISHAP.test(sure) || (STING.test(sure) && MISHAP.test(before[0] ?? ''));
    const start = said.search(/[a-z]/);
    const end = said.trimEnd().length;
    return mishap
      ? [{ from: from + start, to: Math.min(to, from + end), phrase: 'sting', sentence }]
      : [];
  });
}
