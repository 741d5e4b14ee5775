/** Somebody, or a firm, said to have committed fraud, theft or another crime. */
import type { Reading } from './reading.ts';

type Range = { from: number; to: number };

const OURS =
  '(?:us|me|our|ours|the school|school|schools|parents|children|kids|families|the pta|everyone|pensioners|customers|people|pupils|staff|the (?:fund|till|charity|club|community))';
const MONEY =
  '(?:money|deposit|deposits|cash|takings|funds?|fees|savings|donations|profits|till|budget|raffle money|tickets? money|rent|collection)';
const PAPERS =
  '(?:invoices?|signatures?|receipts?|papers|certificates?|documents?|registers?|bills?|books|expenses|figures|timesheets?|results|scores|accounts|overtime|references|qualifications|records?|reviews)';

/** What was done to us, whoever did it. */
const DONE_TO_US: readonly RegExp[] = [
  /\b(?:rigged|fixed|rigging|fixing) (?:the|our|that|every) (?:draw|raffle|vote|result|match|election|competition|tender|judging)\b(?! (?:for|on|date|to \d|sheet|machine|box))/,
  /\b(?:run|owned|staffed|managed|full) (?:by|of) (?:\w+ )?(?:criminals|crooks|fraudsters|gangsters|con ?m[ae]n)\b/,
  new RegExp(
    `\\b(?:conn(?:ed|ing)|cons|scam(?:s|med|ming)?|swindl(?:ed|ing|es)|defraud(?:ed|ing|s)?|fleec(?:ed|ing|es)|blackmail(?:ed|ing|s)?|extort(?:ed|ing|s)?|embezzl(?:ed|ing|es)|rip(?:s|ped|ping)? off|robs|robbing) (?:\\w+ ){0,2}?(?:from )?${OURS}\\b`,
  ),
  new RegExp(`\\b(?:steals?|stealing|nicks|nicking|pinching) (?:\\w+ ){0,2}?(?:from )?${OURS}\\b`),
  new RegExp(
    `\\b(?:ran|run|running|made|walked|gone|disappeared|vanished|scarpered|absconded)(?: off| away)? with (?:our|the|all|all the|everyone's|your|all our)(?: \\w+){0,2} ${MONEY}\\b`,
  ),
  new RegExp(
    `\\b(?:took|taken|takes?|taking|kept|keeps?|pocketed|had) (?:our|your|my|all our|the school's|people's|parents'|everyone's)(?: \\w+){0,2} ${MONEY} and (?:ran|run|vanished|disappeared|scarpered|never|went|gone|left|done)\\b`,
  ),
  new RegExp(
    `\\b(?:help(?:ed|ing|s)? (?:him|her|them)sel(?:f|ves) to|pocket(?:ed|ing|s)?|skim(?:med|ming|s)?|siphon(?:ed|ing|s)?(?: off)?|launder(?:s|ed|ing)?|misappropriat\\w+|fiddl(?:ed|ing|es)) (?:\\w+ ){0,4}?${MONEY}\\b`,
  ),
  /\b(?:raffle|vote|votes|draw|competition|result|results|election|judging|match|quiz|tender|bidding)\b[^.!?\n]{0,40}\b(?:was|were|is|are|been) (?:clearly |obviously |totally )?(?:rigged|fixed in advance|a fix|bent)\b/,
];
/** What somebody is or does: a crime only where a person or a firm is there to have done it. */
const DEED = new RegExp(
  [
    '\\b(?:brib(?:ed|es|ing|ery)|(?:was|were|been|being) paid off|back-?handers?',
    `(?:forg|fak|falsif|doctor|fiddl)(?:ed|es|ies|ied|ing|ying|s) (?:\\w+ ){0,2}?${PAPERS}`,
    'cook(?:ed|ing|s) the (?:\\w+ )?books|(?:dodg|evad)(?:ed|ing|es) (?:\\w+ )?tax(?:es)?|tax[- ](?:dodg\\w+|evasion|cheat)',
    '(?:con artist|con ?m[ae]n|con merchant|fraudster|swindler|scammer|racketeer|rip-off merchant|pure fraud|outright fraud|plain fraud|a fraud|daylight theft|plain theft|pure theft|a racket)s?',
    '(?:deals?|dealing|sells?|selling|sold) (?:\\w+ )?(?:drugs|stolen|knock-?offs?|counterfeits?|weed)',
    'launder(?:s|ed|ing) (?:\\w+ )?money|money launder\\w+|drug deal\\w+|stolen goods|on the (?:take|fiddle|make)|dodgy (?:dealings?|deals?|money|accounts|invoices|accounting)',
    'insurance (?:fraud|job|scam|fiddle)|commit(?:s|ted|ting) (?:\\w+ )?(?:fraud|theft|perjury|arson|a crime|crimes)|guilty of (?:\\w+ )?(?:fraud|theft|assault|stealing|corruption)',
    "(?:should be|ought to be|belongs?|deserves? to be) (?:in prison|in jail|behind bars|arrested|locked up)|drunk(?:en)? driv\\w+|drink[- ]driv\\w+|price[- ]fixing|steals?(?= from)|(?:stole|stolen|nicked|pinched) (?:our|the school's|from us|from the school)|paid (?:\\w+ )?to (?:lose|make us lose|look the other way|turn a blind eye|rule against|vote)|thieving)\\b",
  ].join('|'),
);
const SOMEBODY =
  /\b(?:(?:mr|mrs|miss|ms|dr|cllr|councillor)\.? [a-z]+|company|firm|shops?|store|builders?|caterers?|catering|photographers?|landlord|council\w*|judges?|referees?|ref|suppliers?|coaches|contractors?|charity|pta|chair|treasurer|governors?|head ?teacher|head of|our head|their head|principal|deputy|bursar|caretaker|neighbours?|garage|lettings|agency|mp|man|men|woman|bloke|family|parents?|mum|dad|seller|traders?|stallholders?|organisers?|owners?|driver|print|ltd|taxis?|travel|foods|services|manager|boss|plumber|accountant|electrician|decorators?|cleaners?|tutors?|tuition|he|she|they)\b/;
/** Stories, lessons, tricks, games, animals, and thieves nobody has named. */
const ELSEWHERE =
  /\b(?:story|stories|tale|book|poem|play|panto(?:mime)?|detectives?|mystery|whodunnit|clues?|suspects?|butler|diamonds?|burglar|highwaym[ae]n|pirates?|wolf|fox|foxes|squirrels?|magpies?|seagulls?|gulls?|monkeys?|on trial|courtroom|mock trial|victorian|tudor|roman|dickens|oliver|fagin|robin hood|guy fawkes|magic\w*|tricks?|card|hearts?|the show|the scene|the limelight|thunder|learn\w*|lesson|taught|told us|talk|workshop|online safety|how to (?:spot|avoid|report)|spot (?:a|the)|phishing|awareness|goalkeeper|crossbar|board game|monopoly|lego|role-play|drama|debate\w*|in role|topic|history|century)\b/;

/** The stretches that accuse; at most one a sentence. */
export function accusationsIn({ lower, sentences }: Reading): Range[] {
  return sentences.flatMap(({ from, to }, at) => {
    const said = lower.slice(from, to);
    const found = DONE_TO_US.map((shape) => shape.exec(said)).find((match) => match !== null);
    const near = lower.slice(sentences[at - 1]?.from ?? from, to);
    const match = found ?? (SOMEBODY.test(near) ? DEED.exec(said) : null);
    if (!match || ELSEWHERE.test(near)) return [];
    return [{ from: from + match.index, to: from + match.index + match[0].length }];
  });
}
